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
paper-sheet-notice = Co się dzieje z tą ankietą
paper-sheet-controller = Pyta { $office }. Administrator danych: { $controller }. Inspektor ochrony danych: { $officer }.
paper-sheet-kept = Zapisujemy odpowiedzi i kod, bez imienia i nazwiska. Wyniki pokazujemy tylko zbiorczo. Tematy i powody, które napiszesz, przeczytają osoby z urzędu, więc nie wpisuj w nich niczyich danych.
paper-sheet-forget = Kod łączy ankietę sprzed warsztatu z ankietą po nim. Nikt nie wie, czyj jest. Podaj go urzędowi, a usuniemy Twoje odpowiedzi. Odpowiadasz dobrowolnie. Możesz złożyć skargę do Prezesa UODO.
paper-sheet-contact = Kontakt: { $contact }. Strona: { $page }.
paper-sheet-slip = Zachowaj ten odcinek
paper-sheet-slip-why = Po warsztacie zapytamy jeszcze raz. Przepisz wtedy ten kod, a zobaczymy, co się zmieniło. Z tym kodem możesz też poprosić o usunięcie swoich odpowiedzi: { $contact }.
