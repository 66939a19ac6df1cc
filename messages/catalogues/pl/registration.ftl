# Przeczytane przez osobę, dla której polski jest językiem ojczystym: jeszcze nie.

reg-ask = Czy weźmiesz udział?
reg-go = Przyjdę
reg-room = Przyjdę na salę
reg-online = Będę online
reg-wait-room = Czekam na miejsce na sali
reg-wait-online = Czekam na miejsce online
reg-decline = Nie tym razem
reg-maybe = Jeszcze nie wiem
reg-full =
    { $way ->
        [online] Miejsca online są zajęte. Zapis oznacza miejsce na liście oczekujących.
       *[room] Miejsca na sali są zajęte. Zapis oznacza miejsce na liście oczekujących.
    }
reg-name-told =
    { $days ->
        [one] Jeśli się zapiszesz, osoby organizujące zobaczą Twoje imię i nazwisko z Telegrama. Usuniemy je { $days } dzień po warsztacie.
        [few] Jeśli się zapiszesz, osoby organizujące zobaczą Twoje imię i nazwisko z Telegrama. Usuniemy je { $days } dni po warsztacie.
        [many] Jeśli się zapiszesz, osoby organizujące zobaczą Twoje imię i nazwisko z Telegrama. Usuniemy je { $days } dni po warsztacie.
       *[other] Jeśli się zapiszesz, osoby organizujące zobaczą Twoje imię i nazwisko z Telegrama. Usuniemy je { $days } dnia po warsztacie.
    }
reg-state =
    { $state ->
        [going] { $way ->
            [online] Masz miejsce: będziesz online.
           *[room] Masz miejsce na sali. Do zobaczenia.
        }
        [waiting] { $way ->
            [online] Jesteś na liście oczekujących na miejsce online. Napiszemy, gdy się zwolni.
           *[room] Jesteś na liście oczekujących na miejsce na sali. Napiszemy, gdy się zwolni.
        }
        [offered] Zwolniło się dla Ciebie miejsce.
        [maybe] Zapisane: jeszcze nie wiesz.
        [cancelled] Twoje miejsce jest oddane. Dziękujemy za wiadomość.
       *[declined] Zapisane: nie tym razem.
    }
reg-state-offered = Zwolniło się dla Ciebie miejsce. Czekamy na odpowiedź do { $until }.
reg-which-way = Wolisz na sali czy online? Wybierz przycisk albo napisz „na sali” lub „online”.
reg-reminders =
    { $state ->
        [stopped] Nie przypomnimy Ci o warsztacie, bo wiadomości są zatrzymane. /start je przywraca.
        [off] Nie będziemy Ci przypominać o warsztatach.
       *[on] Przypomnimy Ci o warsztacie.
    }
reg-reminders-on = Przypominajcie mi
reg-reminders-off = Bez przypomnień
reg-accept = Biorę miejsce
reg-refuse = Nie, dziękuję
reg-offer-gone = Ta propozycja miejsca jest już nieaktualna.
reg-over = Zapisy na ten warsztat są zamknięte.
reg-change = Zmieniam zdanie
reg-details = Mój zapis
reg-cancel = Jednak mnie nie będzie
reg-cancel-ask =
    { $state ->
        [waiting] Czy skreślić Cię z listy oczekujących?
       *[going] Czy oddać Twoje miejsce? Będzie wolne dla kogoś innego.
    }
reg-cancel-yes = Tak, rezygnuję
reg-cancel-no = Nie, zostawiam
reg-calendar = Do kalendarza
reg-ticket = Mój bilet
reg-map = Mapa
reg-file-calendar = W załączniku wydarzenie do Twojego kalendarza.
reg-file-ticket = To Twój bilet. Pokaż go przy wejściu.
reg-ticket-code = Kod biletu: <code>{ $ticket }</code>
reg-file-comes = Wysyłamy w osobnej wiadomości.
reg-link-later = Link do spotkania dostaniesz przed warsztatem.
reg-call = Wejdź na spotkanie online
reg-code-ask = Jesteś już na spotkaniu? Napisz kod, który widać w rozmowie.
reg-code-wrong = Ten kod nie pasuje. Sprawdź go na ekranie rozmowy.
reg-checked-in = Obecność potwierdzona.
reg-needs = Szczególne potrzeby

needs-consent =
    { $days ->
        [one] Powiedz nam, czego potrzebujesz, żeby wziąć udział. To dane o zdrowiu: zapiszemy je tylko za Twoją zgodą, zobaczy je jedna osoba ({ $contact }), a usuniemy { $days } dzień po warsztacie.
        [few] Powiedz nam, czego potrzebujesz, żeby wziąć udział. To dane o zdrowiu: zapiszemy je tylko za Twoją zgodą, zobaczy je jedna osoba ({ $contact }), a usuniemy { $days } dni po warsztacie.
        [many] Powiedz nam, czego potrzebujesz, żeby wziąć udział. To dane o zdrowiu: zapiszemy je tylko za Twoją zgodą, zobaczy je jedna osoba ({ $contact }), a usuniemy { $days } dni po warsztacie.
       *[other] Powiedz nam, czego potrzebujesz, żeby wziąć udział. To dane o zdrowiu: zapiszemy je tylko za Twoją zgodą, zobaczy je jedna osoba ({ $contact }), a usuniemy { $days } dnia po warsztacie.
    }
needs-agree = Zgadzam się
needs-remove = Usuń to, co jest zapisane
needs-options = Zaznacz, co Cię dotyczy. Możesz też napisać kilka słów.
needs-wheelchair = Dojazd na wózku
needs-loop = Pętla indukcyjna
needs-sign = Tłumaczenie na język migowy
needs-print = Duży druk
needs-assistant = Przyjdę z asystą
needs-guide_dog = Przyjdę z psem przewodnikiem
needs-quiet = Cichsze miejsce
needs-diet = Dieta
needs-save = Zapisz
needs-saved = Zapisane. Zobaczy to tylko wskazana osoba.
needs-removed = Usunięte.
needs-nothing = Na razie nie ma czego zapisać.

profile-offer =
    { $count ->
        [one] { $count } krótkie pytanie o Tobie
        [few] { $count } krótkie pytania o Tobie
        [many] { $count } krótkich pytań o Tobie
       *[other] { $count } krótkiego pytania o Tobie
    }
profile-ask-group = <b>Kim jesteś przy tym stole?</b>
profile-ask-district = <b>W której dzielnicy mieszkasz?</b>
profile-ask-age_band = <b>Ile masz lat?</b>
profile-why = Pytamy, żeby zobaczyć, czy różne grupy mówią to samo. Grup mniejszych niż pięć osób nie pokazujemy. Możesz pominąć.
profile-keep = Zostaw
profile-remove = Usuń
profile-done = Dziękujemy, zapisane.
profile-line-group = Grupa: { $value }
profile-line-district = Dzielnica: { $value }
profile-line-age_band = Wiek: { $value }
profile-edit-group = Zmień grupę
profile-edit-district = Zmień dzielnicę
profile-edit-age_band = Zmień wiek
