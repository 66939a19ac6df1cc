# Przeczytane przez osobę, dla której polski jest językiem ojczystym: jeszcze nie.

settings-head = <b>Ustawienia</b>
settings-state =
    { $simple ->
        [on] Prosty widok: włączony.
       *[off] Prosty widok: wyłączony.
    } { $reminders ->
        [on] Przypomnienia: włączone.
       *[off] Przypomnienia: wyłączone.
    } Cisza nocna: od { $from }:00 do { $until }:00.
settings-stopped = Wiadomości są zatrzymane. Piszemy tylko to, o co prosisz, i o zmianach warsztatu, na który masz zapis.
settings-language = Język
settings-language-ask = Wybierz język:
settings-simple_view-on = Włącz prosty widok (czytnik ekranu)
settings-simple_view-off = Wyłącz prosty widok
settings-theme_news-on = Piszcie, co z moim tematem
settings-theme_news-off = Nie piszcie, co z moim tematem
settings-digest-on = Włącz poranne podsumowanie pracy
settings-digest-off = Wyłącz poranne podsumowanie pracy
settings-reminders-on = Włącz przypomnienia
settings-reminders-off = Wyłącz przypomnienia
settings-quiet = Cisza nocna
settings-quiet-ask = Kiedy mamy nie pisać? Wybierz albo napisz własne godziny, np. 22-7.
hours = { $from }:00–{ $until }:00
    .simple = od { $from }:00 do { $until }:00
quiet-saved = Zapisane: cisza od { $from }:00 do { $until }:00.
settings-profile = Profil
settings-profile-head = <b>Profil</b>
settings-messages-off = Zatrzymaj wiadomości
settings-messages-on = Znów przysyłajcie wiadomości
stopped-note = Zatrzymane. Napiszemy tylko to, o co poprosisz. /start przywraca wiadomości.

mydata-head = <b>Wszystko, co o Tobie wiemy</b>
mydata-language = Język: { $language }
mydata-settings =
    { $simple ->
        [on] Prosty widok: włączony.
       *[off] Prosty widok: wyłączony.
    } { $reminders ->
        [on] Przypomnienia: włączone.
       *[off] Przypomnienia: wyłączone.
    } { $messages ->
        [on] Wiadomości: tak.
       *[off] Wiadomości: zatrzymane.
    } Cisza nocna: od { $from }:00 do { $until }:00.
mydata-follows = Obserwujesz: { $series }
mydata-consents = Informacje przeczytane i zgody:
mydata-consent =
    { $purpose ->
        [answering] odpowiadanie na pytania
        [series] obserwowanie cyklu
        [later_waves] późniejsze pytania
        [needs] szczególne potrzeby
        [access] kod do warsztatu
        [theme_news] co stało się z moim tematem
       *[other] inne
    } (wersja { $version }, { $when }, język: { $language })
mydata-consent-withdrawn =
    { $purpose ->
        [answering] odpowiadanie na pytania
        [series] obserwowanie cyklu
        [later_waves] późniejsze pytania
        [needs] szczególne potrzeby
        [access] kod do warsztatu
        [theme_news] co stało się z moim tematem
       *[other] inne
    } (wersja { $version }, { $when }, język: { $language }; wycofane { $until })
mydata-consents-earlier = Wcześniej, przed ponownym „tak”:
mydata-consents-rest =
    { $count ->
        [one] I jeszcze { $count } wcześniejszy wpis. Jest w pliku.
        [few] I jeszcze { $count } wcześniejsze wpisy. Są w pliku.
       *[other] I jeszcze { $count } wcześniejszych wpisów. Są w pliku.
    }
mydata-ballot =
    { $kind ->
        [after] Odpowiedzi po warsztacie ({ $when }):
        [follow_up] Późniejsze odpowiedzi ({ $when }):
       *[before] Odpowiedzi przed warsztatem ({ $when }):
    }
mydata-role-owner = Rola: osoba odpowiedzialna za bota
mydata-role-organiser = Rola: organizacja warsztatu
mydata-role-staff = Rola: zespół urzędu
mydata-role-facilitator = Rola: prowadzenie warsztatu
mydata-role-researcher = Rola: prowadzenie badań
mydata-more = W pliku są też: numer Twojego konta w Telegramie, niewysłane szkice, szczególne potrzeby, Twoje zdanie o obszarach i wiadomości, które do Ciebie wysłaliśmy.
mydata-more-work = Osoby, które mają lub miały rolę przy warsztatach, znajdą tam także: role i zaproszenia, dziennik swoich czynności, prośby o ponowne wyniki i to, że są osobą kontaktową do szczególnych potrzeb.
mydata-get-file = Pobierz jako plik
mydata-file = Twoje dane w pliku JSON.

forget-ask = <b>Czy usunąć wszystko, co o Tobie wiemy?</b> Odpowiedzi (także z zamkniętych pytań), zapisy, profil, zgody i ustawienia. Tego nie da się cofnąć. Miejsce na warsztacie dostanie następna osoba.
forget-not = Opublikowane wyniki zbiorcze zostaną; nie ma w nich pojedynczych osób.
forget-yes = Tak, usuń wszystko
forget-no = Nie, zostaw
forgotten = Usunięte. Nie wiemy już o Tobie nic.
forgotten-not = Nie możemy cofnąć: tego czatu w Telegramie (możesz go usunąć w aplikacji), plików już pobranych i ankiet na papierze. Kopie zapasowe znikają w swoim terminie. Pytania: { $contact }.

object =
    { $basis ->
        [consent] Wycofuję zgodę
       *[public_task] Wnoszę sprzeciw
    }
object-ask =
    { $basis ->
        [consent] Czy wycofać zgodę? Usuniemy Twoje odpowiedzi, grupę, dzielnicę i wiek i nie będziemy Cię o nic więcej pytać. Zapis na warsztat, szczególne potrzeby i obserwowane cykle zostaną; zaraz pokażemy, jak je cofnąć. Wycofanie działa od teraz: to, co działo się wcześniej, pozostaje zgodne z prawem.
       *[public_task] Czy wnieść sprzeciw? Usuniemy Twoje odpowiedzi, grupę, dzielnicę i wiek i nie będziemy Cię o nic więcej pytać. Zapis na warsztat, szczególne potrzeby i obserwowane cykle zostaną; zaraz pokażemy, jak je cofnąć.
    }
object-yes =
    { $basis ->
        [consent] Tak, wycofuję zgodę
       *[public_task] Tak, wnoszę sprzeciw
    }
object-no = Nie, zostaje tak, jak jest
objected =
    { $basis ->
        [consent] Zgoda jest wycofana, a Twoje odpowiedzi usunięte.
       *[public_task] Sprzeciw jest przyjęty, a Twoje odpowiedzi usunięte.
    } Na pytania odpowie { $office }: { $contact }. Jeśli zechcesz wrócić, wystarczy /start.
objected-left = Zostaje to, co jest na przyciskach poniżej: zapis na warsztat, szczególne potrzeby albo obserwowane cykle. Każdy przycisk cofa jedno. Później znajdziesz je w /prywatnosc, a wszystko naraz usuwa /usun.
take-back-needs = Usuń szczególne potrzeby: { $title }
take-back-leave = Oddaję miejsce: { $title }
take-back-unfollow = Nie obserwuję: { $title }
taken-back = Cofnięte.

help-what = <b>Co to jest?</b> Bot Wspólnie pyta, co jest ważne dla mieszkanek i mieszkańców, przed warsztatem i po nim. Stoi za nim { $office }.
help-data = <b>Co z danymi?</b> Wyniki są tylko zbiorcze. Szczegóły: /prywatnosc. Twoje dane: /mojedane. Usunięcie: /usun.
help-human = <b>Wolisz zapytać człowieka?</b> { $contact }
help-work = <b>W Twojej roli:</b>
help-command = /{ $name } – { $what }
help-commands = <b>Polecenia:</b> /ankieta – pytania, /warsztaty – lista, /udzial – zapis, /podsumowanie – co wyszło, /karta – moje tematy przed i po, /ustawienia, /jezyk, /stop – bez wiadomości, /start – z powrotem.
help-page = Strona urzędu

theme-news-ask = Chcesz wiedzieć, co stanie się z Twoim tematem? Napiszemy, gdy urząd go przyjmie, połączy z innym albo odrzuci. Nikt w urzędzie nie widzi, komu piszemy.
theme-news-yes = Tak, napiszcie
theme-news-no = Nie trzeba
theme-news-yes-note = Napiszemy, gdy coś się rozstrzygnie. Wyłączysz to w /ustawienia.
theme-news-no-note = Dobrze, nie napiszemy. Zmienisz to w /ustawienia.
theme-news-accept = Twój temat „{ $words }” jest przyjęty: wszyscy mogą go teraz wybierać jako „{ $theme }”.
theme-news-merge = Twój temat „{ $words }” liczy się teraz razem z tematem „{ $theme }”.
theme-news-split = Twój temat „{ $words }” jest znów osobnym tematem: „{ $theme }”.
theme-news-reject = Twój temat „{ $words }” nie został przyjęty. Powód: { $reason }
theme-news-stop = Te wiadomości wyłączysz w /ustawienia.
