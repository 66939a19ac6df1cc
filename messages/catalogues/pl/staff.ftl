# Przeczytane przez osobę, dla której polski jest językiem ojczystym: jeszcze nie.

command-results = Wyniki ankiet

staff-results-choose =
    { $count ->
        [0] Nie ma jeszcze warsztatu z wynikami.
       *[other] Którego warsztatu wyniki pokazać?
    }
staff-which-wave = Które pytania?
staff-wave =
    { $wave ->
        [before] Przed warsztatem
        [after] Po warsztacie
       *[other] Jakiś czas po warsztacie
    } · { $state ->
        [planned] jeszcze się nie zaczęły
        [open] trwają
       *[other] zakończone
    }
staff-other-wave = Inne pytania
staff-not-begun = Te pytania zaczną się: { $when }.
staff-computed = Pytania są zakończone, wyniki właśnie się liczą. To zwykle kilka sekund.
staff-look-again = Sprawdź jeszcze raz
staff-released-at = Wyniki pokażemy po zakończeniu pytań: { $when }.
staff-view-summary = <b>Podsumowanie</b>
staff-view-themes = <b>Temat po temacie</b>
staff-view-groups = <b>Grupy</b>
staff-view-change = <b>Zmiana</b> u osób, które odpowiedziały dwa razy
staff-view-own = <b>Własne tematy</b>
staff-view-method = <b>Metoda</b>: bez wag i z wagami
staff-view-areas = <b>Uzgodnione obszary</b>
staff-to-areas = Obszary
staff-to-summary = Podsumowanie
staff-to-themes = Temat po temacie
staff-to-groups = Grupy
staff-to-change = Zmiana
staff-to-own = Własne tematy
staff-to-method = Metoda
staff-picture = Obraz
staff-file-xlsx = Excel
staff-file-csv = CSV
staff-file-csv-pl = CSV (Excel)
staff-file-json = JSON
staff-file-html = Raport
staff-file-pdf = Raport PDF
staff-file-statement = Sprawozdanie (szablon)
staff-no-pdf = Na tym serwerze nie ma przeglądarki Chromium, która robi PDF. Weź „Raport”: wydrukujesz go z przeglądarki.
staff-file-comes = Wysyłamy w osobnej wiadomości.
staff-research = Plik do badań
staff-research-about = <b>Plik do badań</b>: po wierszu na każdy wybrany temat, z grupą, dzielnicą i wiekiem osoby. Bez imion i bez własnych słów, z nowymi kodami osób w każdym pliku. Każde połączenie grupy, dzielnicy i wieku ma w nim co najmniej pięć osób. Przy rzadszych nie podajemy części z nich albo żadnej, ale nikogo nie pomijamy: brak jednej osoby zdradziłby jej odpowiedzi. Gdy odpowiedziało mniej niż pięć osób, plik jest pusty.
staff-research-care = Ten plik nie chroni małych grup tak jak opublikowane wyniki. Trzymaj go tam, gdzie dane osobowe, i nie przekazuj dalej. Każde pobranie zapisujemy w dzienniku.
staff-research-is = plik do badań
staff-research-too-many = Odpowiedzi jest tak dużo, że plik nie zmieści się w Telegramie. Zrobi go osoba, która opiekuje się serwerem: <code>./wspolnie export --research</code>.
staff-file-research-csv = CSV do badań
staff-file-research-sav = SPSS
staff-again = Opublikuj ponownie
staff-again-ask = Wyniki policzymy i opublikujemy jeszcze raz, na przykład po połączeniu tematów albo po dopisaniu odpowiedzi z papieru. Wcześniejsze wydanie zostaje. Napisz krótko dlaczego (do { $most } znaków). Każdy będzie mógł to przeczytać, dlatego bez imion i nazwisk.
staff-again-too-long = Napisz powód krócej: najwyżej { $most } znaków.
staff-again-asked = Liczymy. Napiszemy, kiedy wyniki będą gotowe.
staff-again-waits = Te wyniki są właśnie liczone jeszcze raz.
staff-again-look = Wyniki
staff-again-outcome =
    { $outcome ->
        [done] Wyniki są opublikowane ponownie. To wydanie numer { $number }.
        [close] Wyników nie opublikowaliśmy ponownie. Od poprzedniego wydania zmieniły się odpowiedzi mniej niż pięciu osób i różnica między wydaniami pokazałaby, co odpowiedziały. Spróbuj, kiedy będzie ich więcej.
        [themes] Wyników nie opublikowaliśmy ponownie, bo jeden z tematów jest połączony z tematem, który sam jest połączony z innym albo zniknął. Cofnij jedno z tych połączeń w /themes i spróbuj jeszcze raz.
       *[refused] Wyników nie opublikowaliśmy ponownie, bo nie masz już roli, która na to pozwala.
    }
staff-not-released =
    { $why ->
        [ballots] Wyników nie publikujemy jeszcze: w czasie pokazu na żywo kilka osób usunęło swoje odpowiedzi i różnica między wynikami a pokazem zdradziłaby, co odpowiedziało mniej niż pięć osób. Spróbujemy znowu sami, gdy dojdą albo ubędą kolejne odpowiedzi.
       *[themes] Wyników nie da się policzyć, bo jeden z tematów jest połączony z tematem, który sam jest połączony z innym albo zniknął. Cofnij jedno z tych połączeń w /themes. Potem spróbujemy znowu sami.
    }
staff-plain-share = bez wag: { $share }
staff-weighted-share = z wagami: { $share }
staff-effective-people = { $count ->
    [one] Odpowiedziała { $count } osoba; z wagami to tyle, co { $effective }.
    [few] Odpowiedziały { $count } osoby; z wagami to tyle, co { $effective }.
   *[many] Odpowiedziało { $count } osób; z wagami to tyle, co { $effective }.
}
staff-people-chose =
    { $count ->
        [one] { $count } osoba
        [few] { $count } osoby
       *[other] { $count } osób
    }
staff-group-people =
    { $count ->
        [one] { $count } osoba
        [few] { $count } osoby
       *[other] { $count } osób
    }, najczęściej:
staff-place = Miejsce według punktów: { $place } (zakres { $low }–{ $high })
staff-some-hidden = Część liczb jest ukryta: za mało osób.
staff-before-after =
    Z { $n ->
        [one] { $n } osoby
        [few] { $n } osób
       *[other] { $n } osób
    } wybrało: wcześniej { $before }, później { $after }
staff-own-few = Własne tematy, których nikt jeszcze nie przejrzał: mniej niż 5 osób.
staff-own-waiting =
    { $count ->
        [one] { $count } osoba ma własny temat, którego nikt jeszcze nie przejrzał.
        [few] { $count } osoby mają własne tematy, których nikt jeszcze nie przejrzał.
       *[other] { $count } osób ma własne tematy, których nikt jeszcze nie przejrzał.
    }
staff-own-accepted = Przyjęty: { $name }
staff-own-merged =
    { $name }: liczy się tu { $count ->
        [one] { $count } własny temat
        [few] { $count } własne tematy
       *[other] { $count } własnych tematów
    }
staff-own-none = Żaden własny temat nie został jeszcze przyjęty ani połączony z innym.

command-roles = Role: kto co może, zaproszenia
command-audit = Dziennik: kto co zrobił

your-id = Twój numer w Telegramie: <code>{ $id }</code>
your-id-what-for = Podaj go administratorowi, jeśli ma Ci dać rolę. To żadne hasło: bez tej osoby nic nie daje.

staff-roles-head = <b>Kto co może</b>
staff-role-name = { $role ->
        [owner] odpowiedzialność za bota
        [organiser] organizacja warsztatu
        [staff] zespół urzędu
        [researcher] prowadzenie badań
       *[facilitator] prowadzenie warsztatu
    }
staff-role-setting = { $who }: odpowiedzialność za bota (z ustawień OWNER_IDS)
staff-role-held = { $who }: { $role ->
        [owner] odpowiedzialność za bota
        [organiser] organizacja warsztatu
        [staff] zespół urzędu
        [researcher] prowadzenie badań
       *[facilitator] prowadzenie warsztatu
    } · { $where }
staff-role-take = Odbierz: { $who } · { $role ->
        [owner] odpowiedzialność za bota
        [organiser] organizacja warsztatu
        [staff] zespół urzędu
        [researcher] prowadzenie badań
       *[facilitator] prowadzenie warsztatu
    }
staff-roles-invitations = <b>Zaproszenia, z których nikt jeszcze nie skorzystał</b>
staff-role-open = { $role ->
        [owner] odpowiedzialność za bota
        [organiser] organizacja warsztatu
        [staff] zespół urzędu
        [researcher] prowadzenie badań
       *[facilitator] prowadzenie warsztatu
    } · { $where } · do { $until }
staff-role-link = Link: { $role ->
        [owner] odpowiedzialność za bota
        [organiser] organizacja warsztatu
        [staff] zespół urzędu
        [researcher] prowadzenie badań
       *[facilitator] prowadzenie warsztatu
    } · do { $until }
staff-role-new = Nowe zaproszenie
staff-role-which = Jaka rola?
staff-role-may-owner = Odpowiedzialność za bota: wszystko, także nadawanie ról.
staff-role-may-organiser = Organizacja warsztatu: warsztaty, harmonogram, wiadomości do ludzi, wyniki.
staff-role-may-staff = Zespół urzędu: wyniki i tematy zgłoszone przez mieszkańców.
staff-role-may-facilitator = Prowadzenie warsztatu: sala i wyniki, nic o poszczególnych osobach.
staff-role-may-researcher = Prowadzenie badań: wyniki, a z warsztatów, które to zapowiedziały, także plik do badań.
staff-role-where = { $role ->
        [owner] odpowiedzialność za bota
        [organiser] organizacja warsztatu
        [staff] zespół urzędu
        [researcher] prowadzenie badań
       *[facilitator] prowadzenie warsztatu
    }: dla którego warsztatu?
staff-role-everywhere = wszystkie warsztaty
staff-role-invited = Zaproszenie gotowe.
staff-role-link-how = Przekaż ten link jednej osobie. Działa raz, przez tydzień.
staff-role-link-elsewhere = Link pokazaliśmy raz, gdy powstawał. Możesz go tylko unieważnić.
staff-role-invitation-gone = Z tego zaproszenia ktoś już skorzystał albo straciło ważność.
staff-role-revoke = Unieważnij zaproszenie
staff-role-revoked = Zaproszenie unieważnione.
staff-role-gone = Tej roli już nie ma.
staff-role-take-ask = Odebrać tę rolę? Zadziała od razu, także w tym, co ta osoba ma teraz otwarte.
staff-role-take-yes = Tak, odbierz
staff-role-taken = Rola odebrana.
staff-role-last-owner = To ostatnia osoba odpowiedzialna za bota. Najpierw zaproś następną.
staff-role-was-taken = Ta rola już do Ciebie nie należy: { $role ->
        [owner] odpowiedzialność za bota
        [organiser] organizacja warsztatu
        [staff] zespół urzędu
        [researcher] prowadzenie badań
       *[facilitator] prowadzenie warsztatu
    }.

staff-audit-head =
    { $count ->
        [0] Dziennik jest pusty.
       *[other] <b>Dziennik</b>: ostatnie wpisy
    }
staff-audit-entry = { $when } · { $who }: { $act }
staff-audit-older =
    { $count ->
        [one] Jeszcze { $count } starszy wpis jest w pliku.
        [few] Jeszcze { $count } starsze wpisy są w pliku.
       *[other] Jeszcze { $count } starszych wpisów jest w pliku.
    }
staff-audit-by-command = wiersz poleceń
staff-audit-by-person = osoba { $mark }
staff-audit-by-timeline = harmonogram
staff-audit-act =
    { $act ->
        [workshop-created] tworzy warsztat
        [workshop-changed] zmienia warsztat
        [workshop-announced] publikuje warsztat
        [workshop-cancelled] odwołuje warsztat
        [workshop-done] kończy warsztat
        [timeline-move] przesuwa wiadomość
        [timeline-switch] włącza lub wyłącza wiadomość
        [timeline-whom] zmienia odbiorców wiadomości
        [timeline-text] zmienia treść wiadomości
        [timeline-reword] zmienia treść wstrzymanej wiadomości
        [timeline-fire] wysyła wiadomość od razu
        [announcement-sent] zleca wysłanie ogłoszenia
        [announcement-confirm] zatwierdza ogłoszenie
        [announcement-refuse] odrzuca ogłoszenie
        [announcement-pause] wstrzymuje ogłoszenie
        [announcement-resume] wznawia ogłoszenie
        [announcement-cancel] przerywa ogłoszenie
        [announcement-unreached] przegląda, kogo nie powiadomiono
        [announcement-reword] zmienia treść ogłoszenia
        [announcement-repeat] ponawia wysyłkę ogłoszenia
        [role-invited] zaprasza do roli
        [role-accepted] przyjmuje rolę
        [role-invitation_revoked] unieważnia zaproszenie
        [role-taken] odbiera rolę
        [results-sent] pobiera wyniki
        [research-made] pobiera plik do badań
        [audit-sent] pobiera dziennik
        [audit-aged] usuwa najstarsze wpisy dziennika
        [person-forgotten] dane osoby usunięte na jej życzenie
        [retention-kept] usuwa dane po terminie
        [theme-accept] przyjmuje temat
        [theme-rename] zmienia nazwę tematu
        [theme-translate] tłumaczy temat
        [theme-merge] łączy tematy
        [theme-reject] odrzuca temat
        [theme-undo] cofa decyzję o temacie
        [areas-begin] zaczyna obszary od listy najważniejszych
        [areas-add] dodaje obszar
        [areas-name] zmienia nazwę obszaru
        [areas-sentence] zmienia opis obszaru
        [areas-put] dodaje temat do obszaru
        [areas-take] wyjmuje temat z obszaru
        [areas-split] dzieli obszar
        [areas-merge] łączy obszary
        [areas-move] zmienia kolejność obszarów
        [areas-remove] usuwa obszar
        [areas-agree] zapisuje obszary jako uzgodnione
        [areas-reopen] wraca do wersji roboczej obszarów
        [areas-tell] powiadamia o uzgodnionych obszarach
        [areas-ask] pyta salę o obszary
        [areas-end] kończy pytanie o obszary
        [theme-split] dzieli temat
        [day-room] otwiera pytania na sali
        [day-longer] przedłuża pytania na sali
        [day-close] zamyka pytania sprzed warsztatu
        [day-after] otwiera pytania po warsztacie
        [day-overrun] przesuwa koniec warsztatu
        [day-link] otwiera ekran na żywo
        [day-renew] zmienia adres ekranu na żywo
        [day-live] włącza lub wyłącza tematy na żywo
        [needs-asked] zmienia pytanie o szczególne potrzeby
        [needs-seen] czyta szczególne potrzeby
        [results-again_asked] prosi o ponowną publikację wyników
        [checkin-put] zaznacza obecność
        [checkin-undo] cofa obecność
        [checkin-add] dodaje osobę bez telefonu
        [checkin-remove] odejmuje osobę bez telefonu
        [checkin-list] pobiera listę zapisanych
        [theme-show] pokazuje propozycję na sali
        [theme-hide] ukrywa propozycję na sali
        [paper-printed] drukuje ankiety
        [paper-imported] wczytuje papierowe ankiety z pliku
        [paper-typed] wpisuje papierową ankietę
        [paper-helped] pomaga komuś odpowiedzieć
        [paper-forgotten] usuwa papierową ankietę na życzenie osoby, która ją wypełniła
       *[other] { $act }
    }
staff-audit-file = Cały dziennik (CSV)
staff-audit-file-is = Dziennik: kto co zrobił. Osoby pod losowymi oznaczeniami.
staff-audit-column-at = Kiedy
staff-audit-column-actor = Kto
staff-audit-column-act = Co
staff-audit-column-workshop = Warsztat
staff-audit-column-about = Szczegóły

command-themes = Tematy zgłoszone przez mieszkańców

staff-themes-choose =
    { $count ->
        [0] Nie ma jeszcze warsztatu ze zgłoszeniami.
       *[other] Którego warsztatu tematy przejrzeć?
    }
staff-themes-head =
    { $count ->
        [0] Żaden zgłoszony temat nie czeka.
        [one] Czeka { $count } zgłoszony temat.
        [few] Czekają { $count } zgłoszone tematy, najpierw te najbardziej podobne do innych.
       *[other] Czeka { $count } zgłoszonych tematów, najpierw te najbardziej podobne do innych.
    }
staff-themes-accepted = Przyjęte wcześniej są na końcu listy: { $count }.
staff-theme-ballots =
    { $count ->
        [0] Na listach: mniej niż 5 osób.
       *[other] Na listach: co najmniej { $count } osób.
    }
staff-theme-in =
    { $language ->
        [pl] Po polsku
        [uk] Po ukraińsku
       *[en] Po angielsku
    }: { $name }
staff-theme-accept = Przyjmij jako osobny temat
staff-theme-into = Połącz z: { $theme }
staff-theme-merge = Połącz z innym…
staff-theme-merge-which = Z którym tematem ma się liczyć razem?
staff-theme-name =
    Nazwa { $language ->
        [pl] po polsku
        [uk] po ukraińsku
       *[en] po angielsku
    }
staff-theme-ask-name =
    Napisz nazwę { $language ->
        [pl] po polsku
        [uk] po ukraińsku
       *[en] po angielsku
    }, do { $most } znaków. Na listach zostają słowa, którymi ktoś to napisał.
staff-theme-reject = Odrzuć…
staff-theme-ask-reason = Dlaczego? Napisz jedno zdanie. Zostanie w dokumentacji warsztatu i przeczyta je osoba, która zaproponowała temat, jeśli chce wiedzieć, co się z nim stało.
staff-theme-show = Pokaż na sali
staff-theme-hide = Ukryj na sali
staff-theme-show-done = Prowadzący mogą teraz pokazać te słowa na sali. Nikt nie zobaczy, kto je napisał.
staff-theme-hide-done = Tych słów nie widać już na sali.
staff-theme-accepted = Przyjęty: mieszkańcy mogą go teraz wybierać.
staff-theme-merged = Połączone.
staff-theme-rejected = Odrzucony.
staff-theme-named = Nazwa zapisana.
staff-theme-undone = Cofnięte.
staff-theme-too-late = W międzyczasie ktoś już o tym zdecydował. Lista jest aktualna.
staff-theme-to-split = Rozdziel połączone…
staff-theme-split = { $theme } ← liczy się z: { $into }
staff-theme-split-head =
    { $count ->
        [0] Nie ma połączonych tematów.
       *[other] Który temat ma znów liczyć się osobno?
    }
staff-theme-split-done = Rozdzielone: to znów osobny temat.
staff-theme-to-undo = Cofnij decyzję…
staff-theme-undo-head =
    { $count ->
        [0] Nie ma czego cofać.
       *[other] Którą decyzję cofnąć?
    }
staff-theme-undo =
    { $kind ->
        [accept] przyjęty
        [rename] nowa nazwa
        [translate] tłumaczenie
        [merge] połączony
        [split] rozdzielony
       *[reject] odrzucony
    }: { $theme }

digest-head = <b>Podsumowanie</b>: { $when }
digest-stop = Poranne podsumowanie wyłączysz w /ustawienia.
digest-answers =
    Nowe odpowiedzi: { $count ->
        [0] mniej niż 5
       *[other] co najmniej { $count }
    }
digest-registrations =
    { $state ->
        [going] Nowe zapisy
        [waiting] Nowe osoby na liście oczekujących
       *[cancelled] Rezygnacje
    }: { $count }
digest-proposals = Propozycje, które czekają: { $count }
digest-failed =
    Wiadomości, które nie doszły: { $count ->
        [0] mniej niż 5
       *[other] co najmniej { $count }
    }
