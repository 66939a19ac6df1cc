# Przeczytane przez osobę, dla której polski jest językiem ojczystym: jeszcze nie.

paper-sheet-wave =
    { $kind ->
        [before] Ankieta przed warsztatem
        [after] Ankieta po warsztacie
       *[follow_up] Ankieta kilka miesięcy po warsztacie
    }
paper-sheet-when = { $when } · { $where }
paper-sheet-code =
    { $written ->
        [yes] Kod z odcinka:
       *[no] Kod:
    }
paper-sheet-how =
    { $written ->
        [yes] Masz odcinek z ankiety przed warsztatem? Przepisz z niego kod do kratek u góry. Jeśli nie masz, zostaw je puste. Nie podpisuj ankiety.
       *[no] Nie podpisuj ankiety. Wypełnioną oddaj osobie, od której ją masz, a odcinek z dołu strony zachowaj.
    }
paper-sheet-rank =
    { $places ->
        [1] Wpisz 1 w kratkę przy temacie, który jest dla Ciebie najważniejszy.
       *[other] Wpisz w kratki 1 przy najważniejszym temacie, 2 przy następnym i tak dalej, najwyżej do { $places }.
    }
paper-sheet-own = Brakuje Twojego tematu? Napisz go w pustej linii i też wpisz jego numer.
paper-sheet-single = Zaznacz jedną odpowiedź.
paper-sheet-multiple =
    { $most ->
        [one] Zaznacz najwyżej { $most } odpowiedź.
        [few] Zaznacz najwyżej { $most } odpowiedzi.
        [many] Zaznacz najwyżej { $most } odpowiedzi.
       *[other] Zaznacz najwyżej { $most } odpowiedzi.
    }
paper-sheet-no-opinion = nie mam zdania
paper-sheet-end = { $number } = { $label }
paper-sheet-option = { $number }. { $label }
paper-sheet-about =
    { $kind ->
        [group] Kim jesteś przy tym stole?
        [district] W której dzielnicy mieszkasz?
       *[age_band] Ile masz lat?
    }
paper-sheet-about-why = Możesz to pominąć: pytamy, żeby zobaczyć, czy różne grupy mówią to samo. Grup mniejszych niż pięć osób nie pokazujemy.
paper-sheet-notice = Co się dzieje z tą ankietą
paper-sheet-controller = Pyta { $office }. Administrator danych: { $controller }. Inspektor ochrony danych: { $officer }.
paper-sheet-kept = Zapisujemy odpowiedzi i kod, bez imienia i nazwiska. Wyniki pokazujemy tylko zbiorczo. Tematy i powody, które napiszesz, przeczytają osoby z urzędu, więc nie wpisuj w nich niczyich danych.
paper-sheet-forget = Kod łączy ankietę sprzed warsztatu z ankietą po nim. Nikt nie wie, czyj jest. Podaj go urzędowi, a usuniemy Twoje odpowiedzi. Odpowiadasz dobrowolnie. Możesz złożyć skargę do Prezesa UODO.
paper-sheet-how-long =
    { $days ->
        [one] Kod odcinamy od odpowiedzi { $days } dzień po podsumowaniu. Potem nie da się już ich odnaleźć.
        [few] Kod odcinamy od odpowiedzi { $days } dni po podsumowaniu. Potem nie da się już ich odnaleźć.
        [many] Kod odcinamy od odpowiedzi { $days } dni po podsumowaniu. Potem nie da się już ich odnaleźć.
       *[other] Kod odcinamy od odpowiedzi { $days } dnia po podsumowaniu. Potem nie da się już ich odnaleźć.
    }
paper-sheet-contact = Kontakt: { $contact }. Strona: { $page }.
paper-sheet-slip = Zachowaj ten odcinek
paper-sheet-slip-why = Po warsztacie zapytamy jeszcze raz. Przepisz wtedy ten kod, a zobaczymy, co się zmieniło. Z tym kodem możesz też poprosić o usunięcie swoich odpowiedzi: { $contact }.

command-paper = Ankiety papierowe: druk i wpisywanie
paper-open = Ankiety papierowe
paper-what = Ankiety papierowe liczą się tak samo jak odpowiedzi z telefonu, w tych samych pytaniach. Wpisuje się je po kodzie, bez nazwisk.
paper-to-typing =
    { $kind ->
        [before] Wpisz ankiety sprzed warsztatu
        [after] Wpisz ankiety po warsztacie
       *[follow_up] Wpisz ankiety po kilku miesiącach
    }
paper-print =
    { $kind ->
        [before] Drukuj ankiety przed warsztatem
        [after] Drukuj ankiety po warsztacie
       *[follow_up] Drukuj ankiety po kilku miesiącach
    }
paper-ask-language = W jakim języku?
paper-ask-count =
    { $kind ->
        [before] Ile ankiet? Każda dostaje własny kod i odcinek do oderwania.
       *[other] Ile ankiet? Mają kratki na kod z odcinka, więc można je też powielić na ksero.
    }
paper-count = { $count }
paper-large = ✓ Duże litery (18 punktów)
paper-large-not = ○ Duże litery (18 punktów)
paper-file =
    { $kind ->
        [before] Ankiety przed warsztatem
        [after] Ankiety po warsztacie
       *[follow_up] Ankiety po kilku miesiącach
    }: { $title } · sztuk: { $count }
paper-none-yet = Te pytania jeszcze się nie zaczęły, więc nie ma czego wpisywać.
paper-to-menu = ‹ Ankiety papierowe
paper-head =
    { $way ->
        [paper] { $kind ->
            [before] Wpisywanie ankiet sprzed warsztatu
            [after] Wpisywanie ankiet po warsztacie
           *[follow_up] Wpisywanie ankiet po kilku miesiącach
        }
       *[helped] { $kind ->
            [before] Pomoc w odpowiedzi: pytania przed warsztatem
            [after] Pomoc w odpowiedzi: pytania po warsztacie
           *[follow_up] Pomoc w odpowiedzi: pytania po kilku miesiącach
        }
    }
paper-late = Te pytania są już zamknięte. Ankieta będzie oznaczona jako spóźniona i policzy się dopiero przy ponownym ogłoszeniu wyników.
paper-ask-code =
    { $way ->
        [paper] Napisz kod z ankiety.
       *[helped] Napisz kod z odcinka tej osoby. Jeśli odcinka nie ma, weź nowy kod i zapisz go jej na kartce.
    }
paper-code-wrong = To nie wygląda na kod. Kod to litery i cyfry, na przykład ACD-E34.
paper-came = ✓ Ta osoba jest na warsztacie
paper-came-not = ○ Ta osoba jest na warsztacie
paper-fresh = Nie ma kodu: weź nowy
paper-of = Kod { $code }
paper-problem =
    { $problem ->
        [taken] Ankieta z kodem { $code } jest już wpisana. Każdy kod liczy się raz. Sprawdź kod i napisz właściwy.
       *[unknown] Kodu { $code } nie było na żadnej wydrukowanej tu ankiecie. Sprawdź go i napisz jeszcze raz albo potwierdź.
    }
paper-sure = Kod jest dobry
paper-drop = Porzuć tę ankietę
paper-about-rest = Bez tych informacji
paper-save = Zapisz
paper-saved = Zapisane: { $code }. Następna ankieta?

help-open = Pomóż komuś odpowiedzieć
help-read = Przeczytaj to, proszę, tej osobie albo daj jej przeczytać.
help-about = Na końcu zapytamy o: { $what }. Każdą z tych odpowiedzi można pominąć. Zapiszemy je przy kodzie.
help-about-group = grupę przy stole
help-about-district = dzielnicę
help-about-age_band = przedział wieku
help-telegram = Odpowiedzi przechodzą przez Telegram tego telefonu, bez danych osoby, która odpowiada.
help-agree =
    { $basis ->
        [consent] Ta osoba się zgadza
       *[public_task] Przeczytane, zaczynamy
    }
help-done = Dziękujemy, odpowiedzi są zapisane. Kod tej osoby: <b>{ $code }</b>. Niech go zachowa: po warsztacie zapytamy o niego jeszcze raz, a z nim można też usunąć swoje odpowiedzi.
help-next = Następna osoba
