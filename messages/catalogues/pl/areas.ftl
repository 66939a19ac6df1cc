# Read by a native speaker of Polish: not yet.

command-areas = Obszary: co warsztat uzgadnia

areas-state =
    { $state ->
        [none] <b>Obszary</b>: jeszcze żadnego. Obszar to nazwa, jedno zdanie i tematy, które obejmuje.
        [agreed] <b>Uzgodniona podstawowa lista obszarów</b>
       *[draft] <b>Obszary</b>: wersja robocza
    }
areas-named = <b>{ $place }. { $name }</b>
areas-named-button = { $place }. { $name }
areas-called = <b>{ $name }</b>
areas-covers = Tematy: { $themes }
areas-covers-none = Nie obejmuje jeszcze żadnego tematu.
areas-outside =
    Poza obszarami: { $themes }{ $more ->
        [0] .
       *[other] {" "}i jeszcze { $more }.
    }
areas-begin =
    Zacznij od listy najważniejszych ({ $count ->
        [one] { $count } temat
        [few] { $count } tematy
       *[many] { $count } tematów
    })
areas-begun = Każdy temat z listy ma teraz swój obszar. Łącz je i zmieniaj.
areas-add = + nowy obszar
areas-named-so = Inny obszar już się tak nazywa. Wybierz inną nazwę.
areas-added = Obszar dodany. Wybierz go, żeby przypisać tematy.
areas-ask-new =
    Napisz nazwę nowego obszaru ({ $language ->
        [pl] po polsku
        [uk] po ukraińsku
       *[en] po angielsku
    }, do { $most } znaków).
areas-themes = Tematy w tym obszarze
areas-themes-how = Stuknij temat, żeby go dodać albo wyjąć. Temat jest zawsze w jednym obszarze.
areas-theme =
    { $where ->
        [here] ✓ { $name }
        [elsewhere] { $name } (w innym)
       *[free] { $name }
    }
areas-ready = Gotowe
areas-name = Nazwa
areas-sentence = Jedno zdanie
areas-ask-name =
    Napisz nazwę { $language ->
        [pl] po polsku
        [uk] po ukraińsku
       *[en] po angielsku
    }, do { $most } znaków.
areas-ask-sentence =
    Napisz jedno zdanie { $language ->
        [pl] po polsku
        [uk] po ukraińsku
       *[en] po angielsku
    }: o co chodzi w tym obszarze. Do { $most } znaków.
areas-kept = Zapisane.
areas-missing = Nazwy brakuje jeszcze w językach: { $languages }.
areas-split = Podziel
areas-split-ask = Który temat ma mieć własny obszar?
areas-split-done = Temat ma własny obszar.
areas-merge = Połącz z…
areas-merge-ask = Z którym obszarem? Nazwa tamtego zostaje.
areas-merge-done = Połączone.
areas-up = Wyżej
areas-down = Niżej
areas-moved = Kolejność zmieniona.
areas-remove = Usuń
areas-remove-ask = Usunąć ten obszar? Jego tematy zostaną poza obszarami.
areas-remove-yes = Tak, usuń
areas-remove-done = Usunięty.
areas-gone = Ktoś już usunął ten obszar. Lista jest aktualna.
areas-are-fixed = Lista jest uzgodniona albo sala właśnie o niej mówi, więc teraz się nie zmienia.
areas-ask = Zapytaj salę
areas-ask-done = Osoby obecne dostają listę na telefon.
areas-end = Zakończ pytanie
areas-end-done = Pytanie zakończone.
areas-look = Odśwież
areas-agree = Zapisz jako uzgodnione
areas-agree-ask = Zapisać tę listę jako uzgodnioną? Wejdzie do podsumowania, raportu i plików.
areas-agree-empty =
    { $count ->
        [one] Jeden obszar nie obejmuje żadnego tematu: { $areas }.
        [few] { $count } obszary nie obejmują żadnego tematu: { $areas }.
       *[other] { $count } obszarów nie obejmuje żadnego tematu: { $areas }.
    } W podsumowaniu nie będzie widać, z czego powstały.
areas-agree-untold = Bez nazwy w niektórych językach: { $areas }. Osoby czytające w tych językach zobaczą nazwę w innym języku.
areas-agree-yes = Tak, uzgodniona
areas-agree-done = Lista jest uzgodniona.
areas-reopen = Wróć do wersji roboczej
areas-reopen-done = To znów wersja robocza. W podsumowaniu i raporcie jej nie ma.
areas-news = Na warsztacie uzgodniliśmy podstawową listę obszarów. Od niej zacznie się dalsza praca.
areas-news-state =
    { $state ->
        [late] O uzgodnionej liście nikt jeszcze nie dostał wiadomości, a podsumowanie o niej nie powie.
        [waiting] Wiadomość o tej liście czeka na zgodę drugiej osoby, która organizuje warsztat.
       *[told] Wiadomość o tej liście jest w drodze do osób, które biorą udział, albo już do nich dotarła.
    }
areas-tell = Powiadom osoby, które biorą udział
areas-tell-ask =
    Wyślemy uzgodnioną listę wszystkim, którzy biorą udział: { $people }. Każda osoba dostanie ją raz.
areas-tell-yes = Tak, wyślij
areas-screen = Obraz na ekran
areas-proposals =
    Propozycje mieszkańców ({ $count })
areas-proposals-how =
    { $count ->
        [0] Nie ma propozycji, o których nikt nie zdecydował.
       *[other] Sala widzi tylko te słowa, które pokażesz. Nikt nie zobaczy, kto je napisał. Stuknij, żeby pokazać albo ukryć.
    }
areas-proposal =
    { $shown ->
        [yes] ✓ { $name }
       *[no] { $name }
    }
areas-check-open =
    Sala odpowiada: { $people ->
        [0] mniej niż 5 osób
       *[other] co najmniej { $people } osób
    }.
areas-check-was = Tak odpowiedziała sala, gdy ostatnio pytano o listę:
areas-check-count =
    { $answer ->
        [agree] Zgadzam się
        [live] Mogę z tym żyć
       *[object] Sprzeciw
    }: { $people ->
        [0] mniej niż 5 osób
       *[other] co najmniej { $people } osób
    }
areas-check-reasons = Powody sprzeciwu, bez nazwisk:

check-ask = Czy to dobra lista obszarów dla miasta?
check-nameless = Odpowiedzi są liczone razem. Nikt nie zobaczy, kto co odpowiedział.
check-agree = Zgadzam się
check-live = Mogę z tym żyć
check-object = Mam sprzeciw
check-mine =
    Twoja odpowiedź: { $answer ->
        [agree] zgadzam się
        [live] mogę z tym żyć
       *[object] mam sprzeciw
    }. Możesz ją zmienić, dopóki sala odpowiada.
check-ask-reason = Sprzeciw zapisany. Co trzeba zmienić? Napisz jedno zdanie, do { $most } znaków. Przeczytają je osoby prowadzące warsztat, bez Twojego imienia i nazwiska.
check-without = Bez podawania powodu
check-reason-kept = Dziękujemy, powód zapisany.
check-over = To pytanie jest już zakończone. Listę prowadzą osoby na sali.
check-not-here = Na to pytanie odpowiadają osoby obecne na warsztacie. Pokaż przy wejściu swój bilet albo podaj kod ze spotkania online.
