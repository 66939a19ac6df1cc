# Przeczytane przez osobę, dla której polski jest językiem ojczystym: jeszcze nie.

command-results = Wyniki ankiet: tekst, obraz, pliki

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
staff-to-summary = Podsumowanie
staff-to-themes = Temat po temacie
staff-to-groups = Grupy
staff-to-change = Zmiana
staff-to-own = Własne tematy
staff-picture = Obraz
staff-file-xlsx = Excel
staff-file-csv = CSV
staff-file-csv-pl = CSV (Excel)
staff-file-json = JSON
staff-file-html = Raport
staff-file-comes = Wysyłamy w osobnej wiadomości.
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
