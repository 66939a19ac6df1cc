### Wyniki: wiadomości, obrazy, pliki, raport. Przeczytane przez osobę, dla której polski jest pierwszym językiem: jeszcze nie.

results-limits = To odpowiedzi osób, które wzięły udział. Nie pokazują, co myśli całe miasto.
results-order-share = Kolejność: odsetek osób, które wybrały temat; przy równym odsetku decydują punkty.
results-order-points = Kolejność: punkty; przy równych punktach decyduje odsetek osób.
results-clear-more = { $compared ->
    [after] więcej osób niż po warsztacie
   *[other] więcej osób niż przed warsztatem
}
results-clear-fewer = { $compared ->
    [after] mniej osób niż po warsztacie
   *[other] mniej osób niż przed warsztatem
}
results-clear-unclear = bez wyraźnej zmiany
results-hidden = za mało osób, żeby to pokazać
results-hidden-short = ukryte
results-few = Odpowiedzi jest mniej niż 10, dlatego pokazujemy tylko kolejność pierwszych tematów, bez liczb.
results-very-few = Odpowiedziały najwyżej cztery osoby. Żeby nie pokazać niczyich odpowiedzi, nie pokazujemy wyników.
results-nothing-chosen = Nikt nie wybrał żadnego tematu.
results-percent = { $value } %
results-percentage-points = { $value } p.p.
results-place-range = miejsce według punktów: {"{place}"} (zakres {"{span}"})
results-not-told = nie podano
results-card-new = nowy na liście
results-flow-dropped = zrezygnowały z tematu
results-flow-kept = wybrały go dwa razy
results-flow-gained = doszły
results-covered = Liczba osób, które wybrały jakiś temat: {"{n}"}. Bez żadnego ze swoich tematów na tej liście zostaje: {"{without}"}.
results-plain-list = Na zwykłej liście najczęściej wybieranych zostałoby bez swojego tematu: {"{without}"}.

## Obrazy
results-picture-change = Co się zmieniło po warsztacie
results-picture-change-people = { $count ->
    [one] { $count } osoba odpowiedziała przed warsztatem i po nim.
    [few] { $count } osoby odpowiedziały przed warsztatem i po nim.
   *[other] { $count } osób odpowiedziało przed warsztatem i po nim.
}
results-picture-change-everybody = Wszystkie odpowiedzi: { $before ->
    [one] { $before } osoba
    [few] { $before } osoby
   *[other] { $before } osób
} przed warsztatem, { $after ->
    [one] { $after } osoba
    [few] { $after } osoby
   *[other] { $after } osób
} po nim.
results-picture-change-twice = { $count ->
    [one] „Więcej” i „mniej” mówimy tylko o { $count } osobie, która odpowiedziała dwa razy.
    [few] „Więcej” i „mniej” mówimy tylko o { $count } osobach, które odpowiedziały dwa razy.
   *[other] „Więcej” i „mniej” mówimy tylko o { $count } osobach, które odpowiedziały dwa razy.
}
results-picture-ranking = { $wave ->
    [before] Najważniejsze tematy przed warsztatem
    [after] Najważniejsze tematy po warsztacie
   *[other] Najważniejsze tematy jakiś czas po warsztacie
}
results-picture-ranking-people = { $count ->
    [one] Odpowiedziała { $count } osoba. Pas to przedział ufności 95 %.
    [few] Odpowiedziały { $count } osoby. Pas to przedział ufności 95 %.
   *[other] Odpowiedziało { $count } osób. Pas to przedział ufności 95 %.
}
results-picture-few-people = { $count ->
    [one] Odpowiedziała { $count } osoba.
    [few] Odpowiedziały { $count } osoby.
   *[other] Odpowiedziało { $count } osób.
}
results-picture-flow = Kto zmienił zdanie
results-picture-flow-people = { results-picture-change-people }
results-picture-groups = Tematy według grup
results-picture-groups-people = { $count ->
    [one] Odpowiedziała { $count } osoba. W nawiasie: ile osób z ilu.
    [few] Odpowiedziały { $count } osoby. W nawiasie: ile osób z ilu.
   *[other] Odpowiedziało { $count } osób. W nawiasie: ile osób z ilu.
}
results-picture-shortlist = Krótka lista, na której wiele osób ma swój temat
results-picture-shortlist-people = { $count ->
    [one] Odpowiedziała { $count } osoba. Pasek: odsetek osób, które mają już choć jeden swój temat.
    [few] Odpowiedziały { $count } osoby. Pasek: odsetek osób, które mają już choć jeden swój temat.
   *[other] Odpowiedziało { $count } osób. Pasek: odsetek osób, które mają już choć jeden swój temat.
}
results-picture-card = Twoje tematy przed warsztatem i po nim
results-picture-card-people = Tylko Twoje odpowiedzi. Nikt inny nie dostaje tej karty.

## Fale i ludzie
results-wave = { $wave ->
    [before] przed warsztatem
    [after] po warsztacie
   *[other] jakiś czas po warsztacie
}
results-way = { $key ->
    [phone] w telefonie
    [paper] na papierze
   *[other] z pomocą drugiej osoby
}
results-attendance = { $key ->
    [came] osoby obecne na warsztacie
   *[other] osoby nieobecne na warsztacie
}
results-breakdown = { $key ->
    [way] sposób odpowiedzi
    [attendance] obecność na warsztacie
    [group] kim jesteś przy stole
    [district] dzielnica
    [language] język
    [age_band] wiek
    [classes] klasy, według których ważymy odpowiedzi
   *[other] { $key }
}
results-access = { $access ->
    [registered] osoby zapisane na warsztat
    [code] osoby, które miały kod
   *[other] każda chętna osoba
}
results-who = { $who ->
    [came] osoby obecne na warsztacie
    [stayed_away] osoby nieobecne na warsztacie
   *[other] wszystkie, które odpowiedziały dwa razy
}
results-no-opinion = trudno powiedzieć
results-skipped = bez odpowiedzi
results-no-winner = żaden temat nie wygrywa z każdym innym

## Dlaczego czegoś nie ma
results-why-no-ballots = nikt nie odpowiedział
results-why-one-ballot = odpowiedziała tylko jedna osoba
results-why-one-theme = jest tylko jeden temat
results-why-nobody-matched = nikt nie odpowiedział w obu falach
results-why-no-answers = nikt nie odpowiedział na to pytanie
results-why-no-differences = nikt nie zmienił odpowiedzi
results-why-few-values = skala ma mniej niż trzy stopnie
results-why-all-same = wszystkie odpowiedzi są takie same
results-why-weights-zero = wszystkie wagi są równe zeru
results-why-nothing-chosen = nikt nie wybrał żadnego tematu

## Wagi
results-no-weights = Bez odsetków ważonych.
results-weighting = { $why ->
    [no-totals] Urząd nie podał liczby mieszkańców według wieku ani dzielnic.
    [class-empty] Z co najmniej jednej klasy znanych liczb nie odpowiedział nikt, więc odpowiedzi nie da się ważyć.
    [class-few] W co najmniej jednej klasie znanych liczb jest za mało osób, żeby to pokazać, albo pokazałaby je różnica względem wcześniejszych wyników.
    [classes-changed] Wcześniejszy wynik tego warsztatu był ważony według innych klas, a oba razem powiedziałyby za dużo.
   *[other] Obok każdego odsetka stoi ważony: każdy wiek i każda dzielnica liczy się tak, jaki ma udział wśród mieszkańców. Wagi poprawiają tylko wiek i dzielnicę, o ile urząd zna te liczby, i nic więcej.
}
results-weighting-class = { $answers } % odpowiedzi, { $part } % mieszkańców ({ $people })
results-weighting-cut = { $people ->
    [one] Wagę { $people } osoby ucięto do granic 0,2–5; przez to żadna klasa nie mija się ze swoją częścią mieszkańców o więcej niż { $points } pkt proc.
    [few] Wagi { $people } osób ucięto do granic 0,2–5; przez to żadna klasa nie mija się ze swoją częścią mieszkańców o więcej niż { $points } pkt proc.
   *[many] Wagi { $people } osób ucięto do granic 0,2–5; przez to żadna klasa nie mija się ze swoją częścią mieszkańców o więcej niż { $points } pkt proc.
}
results-no-class = w żadnej klasie

## Arkusze i kolumny
results-sheet-summary = Podsumowanie
results-sheet-areas = Obszary
results-sheet-themes = Tematy
results-sheet-change = Zmiana
results-sheet-groups = Grupy
results-sheet-questions = Pytania
results-sheet-once = Tylko raz
results-sheet-scales = Skale
results-sheet-method = Metoda
results-column-theme = Temat
results-column-area-place = Nr
results-column-area = Obszar
results-column-area-sentence = O co chodzi
results-column-area-own = Własne tematy, które liczą się tutaj
results-column-key = Klucz
results-column-order = Kolejność
results-column-n = Liczba osób
results-column-count = Wybrało osób
results-column-share = Odsetek
results-column-low = Odsetek od (95 %)
results-column-high = Odsetek do (95 %)
results-column-points = Punkty
results-column-place = Miejsce według punktów
results-column-place-low = Miejsce od (95 %)
results-column-place-high = Miejsce do (95 %)
results-column-pairwise-place = Miejsce w porównaniu parami
results-column-weighted-share = Odsetek ważony
results-column-weighted-low = Odsetek ważony od
results-column-weighted-high = Odsetek ważony do
results-column-town = Mieszkańcy
results-column-answers-part = Część odpowiedzi
results-column-town-part = Część mieszkańców
results-column-who = Czyje odpowiedzi
results-column-before = Wybrało przed
results-column-after = Wybrało po
results-column-kept = Wybrało dwa razy
results-column-gained = Doszło
results-column-dropped = Zrezygnowało
results-column-change = Zmiana
results-column-change-low = Zmiana od (95 %)
results-column-change-high = Zmiana do (95 %)
results-column-p = p (McNemar)
results-column-p-holm = p po poprawce Holma
results-column-clear = Wniosek
results-column-places-mean = Średnia zmiana miejsca
results-column-places-low = Zmiana miejsca od (95 %)
results-column-places-high = Zmiana miejsca do (95 %)
results-column-places-p = p (Wilcoxon)
results-column-mean = Średnia
results-column-deviation = Odchylenie standardowe
results-column-scale-agreement = Zgodność (A, od −1 do 1)
results-column-twice = Odpowiedziało dwa razy
results-column-mean-change = Średnia zmiana
results-column-mean-change-low = Zmiana od (95 %)
results-column-mean-change-high = Zmiana do (95 %)
results-column-once-before = Wybrało z osób, które odpowiedziały tylko wcześniej
results-column-once-after = Wybrało z osób, które odpowiedziały tylko później
results-column-difference = Różnica
results-column-difference-low = Różnica od (95 %)
results-column-difference-high = Różnica do (95 %)
results-column-breakdown = Podział
results-column-group = Grupa
results-column-question = Pytanie
results-column-answer = Odpowiedź
results-column-figure = Wielkość
results-column-value = Wartość
results-column-method = Metoda
results-column-version = Wersja metody
results-row-workshop = Warsztat
results-row-wave = Kiedy odpowiadano
results-row-people = Osoby, które odpowiedziały
results-row-access = Kto mógł odpowiedzieć
results-row-blank = Osoby bez żadnego tematu
results-row-own-themes = Osoby z własnym tematem, którego jeszcze nikt nie przejrzał
results-row-way = Odpowiedzi: { $way }
results-row-matched = Osoby, które odpowiedziały dwa razy
results-row-lost = Osoby, które odpowiedziały tylko wcześniej
results-row-new = Osoby, które odpowiedziały tylko później
results-row-w = Zgodność kolejności (W Kendalla, 0–1)
results-row-entropy = Rozproszenie pierwszych miejsc (entropia, 0–1)
results-row-winner = Temat, który wygrywa z każdym innym
results-row-instrument = Kwestionariusz i wersja
results-row-release = Numer publikacji
results-row-reason = Powód ponownej publikacji
results-row-at = Opublikowano
results-row-limits = Ważne
results-row-order = Kolejność
results-row-few = Mało odpowiedzi
results-row-weights = Wagi
results-row-effective-n = Efektywna liczba osób (z wagami)
results-row-funding = Finansowanie

## Metody prostymi słowami
results-figure-share = Odsetek osób
results-method-share = Ile osób wybrało temat z wszystkich, które odpowiedziały; przedział Wilsona 95 %.
results-figure-points = Punkty
results-method-points = Metoda Bordy: przy trzech miejscach pierwsze daje 3 punkty, drugie 2, trzecie 1, brak wyboru 0.
results-figure-place-range = Zakres miejsc
results-method-place-range = Miejsca w 1000 losowych powtórzeń tego samego zbioru odpowiedzi (bootstrap); zakres obejmuje 95 % z nich.
results-figure-agreement = Zgodność kolejności
results-method-agreement = W Kendalla z poprawką na remisy: 0 to brak zgody, 1 to taka sama kolejność u wszystkich.
results-figure-entropy = Rozproszenie pierwszych miejsc
results-method-entropy = Entropia podzielona przez największą możliwą: 0, gdy wszyscy stawiają ten sam temat na początku, 1, gdy każdy temat równie często.
results-figure-scale-agreement = Zgodność na skali
results-method-scale-agreement = A van der Eijka: 1 to pełna zgoda, 0 równy rozkład, −1 dwa obozy na końcach skali.
results-figure-pairwise = Porównanie parami
results-method-pairwise = Metoda Schulzego; tematy spoza listy danej osoby stoją niżej niż wybrane.
results-figure-shortlist = Krótka lista
results-method-shortlist = Sekwencyjna metoda Phragména: każda większa grupa osób znajduje na liście jakiś swój temat.
results-figure-change = Zmiana odsetka
results-method-change = Tylko osoby, które odpowiedziały dwa razy; przedział Newcombe'a dla par (metoda 10), dokładny test McNemara.
results-figure-mean-change = Zmiana miejsca i oceny
results-method-mean-change = Średnia różnica (temat niewybrany ma miejsce po ostatnim), przedział bootstrapowy, test Wilcoxona z zerami Pratta.
results-figure-many-themes = Wiele tematów naraz
results-method-many-themes = Poprawka Holma: o zmianie piszemy tylko wtedy, gdy p po poprawce jest mniejsze niż 0,05.
results-figure-unmatched = Osoby, które odpowiedziały raz
results-method-unmatched = Dwie osobne grupy, przedział Newcombe'a dla niezależnych odsetków; nigdy nie łączymy ich z parami.
results-figure-lineage = Tematy połączone i podzielone
results-method-lineage = Temat liczy się tam, gdzie zdecydował urząd; jeśli dwa tematy z jednej listy stały się jednym, zostaje lepsze miejsce.
results-figure-weights = Odsetki ważone
results-method-weights = Ważenie do znanych liczb mieszkańców (raking), każda waga obcięta do 0,2–5; zamiast n efektywna liczba osób (Σw)²/Σw² (Kish). Poprawia tylko wiek i dzielnicę.

## Wiadomości
results-text-people = { $wave ->
    [before] Przed warsztatem
    [after] Po warsztacie
   *[other] Jakiś czas po warsztacie
} · { $count ->
    [one] { $count } osoba
    [few] { $count } osoby
   *[other] { $count } osób
}
results-text-matched = { $matched ->
    [one] w tym { $matched }, która odpowiedziała też wcześniej
    [few] w tym { $matched }, które odpowiedziały też wcześniej
   *[other] w tym { $matched }, które odpowiedziały też wcześniej
}; { $lost ->
    [one] { $lost } odpowiedziała tylko wcześniej
    [few] { $lost } odpowiedziały tylko wcześniej
   *[other] { $lost } odpowiedziało tylko wcześniej
}
results-text-ways = Odpowiedzi:
results-text-share = { $share } % ({ $low }–{ $high })
results-text-more = ▲ { results-clear-more } ({ $change } p.p.)
    .simple = { results-clear-more } ({ $change } p.p.)
results-text-fewer = ▼ { results-clear-fewer } ({ $change } p.p.)
    .simple = { results-clear-fewer } ({ $change } p.p.)
results-text-unclear = bez wyraźnej zmiany
results-text-change-hidden = zmiana: za mało osób
results-text-rest = { $count ->
    [one] i jeszcze { $count } temat
    [few] i jeszcze { $count } tematy
   *[other] i jeszcze { $count } tematów
}
results-text-areas = <b>Uzgodnione obszary</b>
results-text-open = { $count ->
    [0] Pytania są otwarte. Odpowiedzi: mniej niż 5.
   *[other] Pytania są otwarte. Odpowiedzi: co najmniej { $count }.
}
results-text-nobody = Nikt jeszcze nie odpowiedział, więc nie ma czego pokazać.
results-text-most-gained = { $count ->
    [one] Wśród { $count } osoby, która odpowiedziała dwa razy, najbardziej zyskał temat:
    [few] Wśród { $count } osób, które odpowiedziały dwa razy, najbardziej zyskał temat:
   *[other] Wśród { $count } osób, które odpowiedziały dwa razy, najbardziej zyskał temat:
}
results-text-points-of-percent = { $count ->
    [one] +{ $count } punkt procentowy
    [few] +{ $count } punkty procentowe
   *[other] +{ $count } punktów procentowych
}
results-text-no-change = Żaden temat nie zmienił się na tyle, żeby można było mówić o zmianie.
results-text-change-left-out = Zmiany nie pokazujemy: przy tak małych liczbach można by rozpoznać odpowiedzi pojedynczych osób.
results-text-range = Liczby w nawiasach to przedział ufności 95 %: mówią, jak niepewny jest odsetek przy tylu osobach.
results-text-merged = Tematy połączone przez urząd liczą się razem.

## Raport
results-report-title = Raport z warsztatu
results-report-skip = Przejdź do treści
results-report-example = Przykład. To nie jest usługa żadnego urzędu.
results-report-when = Kiedy
results-report-where = Gdzie
results-report-asked = O co pytaliśmy
results-report-question = Które tematy są najważniejsze?
results-report-places = { $count ->
    [one] Można było wybrać { $count } temat.
    [few] Można było wybrać do { $count } tematów, w kolejności od najważniejszego.
   *[other] Można było wybrać do { $count } tematów, w kolejności od najważniejszego.
}
results-report-who = Kto odpowiedział, a kto nie
results-report-invited = Osoby zaproszone
results-report-silent = Zaproszone osoby, które nie odpowiedziały
results-report-date = { $when } ({ $year } r.)
results-report-registered = Osoby zapisane na warsztat
results-report-came = Osoby obecne na warsztacie
results-report-not-known = nie wiadomo
results-report-fewer-than-five = mniej niż 5
results-report-results = Wyniki
results-report-share = Odsetek osób i przedział 95 %
results-report-place = Miejsce według punktów (zakres)
results-report-chart = Wykres: { $title }. Te same liczby są w tabeli pod wykresem.
results-report-change = Co się zmieniło
results-report-change-how = Porównujemy tylko osoby, które odpowiedziały dwa razy. O zmianie piszemy tylko wtedy, gdy trudno ją wyjaśnić przypadkiem, także przy wielu tematach naraz. To obserwacja, a nie dowód, że zmianę spowodował warsztat.
results-report-attendance = Kto był na warsztacie, a kto nie
results-report-attendance-how = Te same porównania osobno dla osób, które były na warsztacie, i osób, których nie było. To obserwacja: te grupy mogą się różnić nie tylko udziałem w warsztacie.
results-report-change-interval = Zmiana i przedział 95 %
results-report-difference-interval = Różnica i przedział 95 %
results-report-shortlist = Krótka lista
results-report-covered = Osoby, które mają już swój temat
results-report-plain = Zwykła lista (najczęściej wybierane)
results-report-questions = Inne pytania
results-report-groups = Grupy
results-report-groups-how = Liczby o małych grupach są ukryte, a z nimi te, z których dałoby się je wyliczyć.
results-report-own = Własne tematy
results-report-own-accepted = Tematy zaproponowane przez osoby uczestniczące i przyjęte:
results-report-own-merged = Tematy, które liczą się razem z innymi:
results-report-own-words = { $count ->
    [one] { $count } temat zapisany własnymi słowami
    [few] { $count } tematy zapisane własnymi słowami
   *[other] { $count } tematów zapisanych własnymi słowami
}
results-report-own-none = Żaden własny temat nie został jeszcze przyjęty ani połączony z innym.
results-report-areas = Uzgodnione obszary
results-report-ways = Skąd wzięły się obszary: od własnych tematów do obszaru
results-report-covers = Tematy:
results-report-town = Odpowiedzi i mieszkańcy według klas
results-report-method = Metoda i ograniczenia
results-report-method-how = Osoby odpowiadały z własnej woli, nie zostały wylosowane. Przedziały mówią, jak stabilny jest wynik wśród podobnych osób, a nie w całym mieście.
results-report-further = Pozostałe miary
results-report-contact = Kontakt
results-statement-title = Sprawozdanie z konsultacji
results-statement-draft = Konsultowany projekt
results-statement-announced = Ogłoszenie konsultacji
results-statement-deadline = Termin zgłaszania uwag
results-statement-count = Liczba uwag
results-statement-how = Szablon do uzupełnienia przez urząd: stanowisko i uzasadnienie przy każdej uwadze.
results-statement-comments = Uwagi ze wszystkich kanałów
results-statement-number = Nr
results-statement-channel = Kanał
results-statement-from = { $channel ->
    [telegram] Telegram
    [e-mail] e-mail
    [paper] papier
    [meeting] spotkanie
   *[other] inny
}
results-statement-comment = Treść uwagi
results-statement-position = Stanowisko urzędu
results-statement-reasons = Uzasadnienie
results-statement-fill = do uzupełnienia
results-statement-none = Nie zgłoszono uwag.
results-statement-workshop = Warsztat w ramach konsultacji

## Plik badawczy
results-research-label = Plik badawczy: odpowiedzi o tematach
results-research-code = Kod osoby, nowy w każdym pliku
results-research-wave = Fala
results-research-place = Miejsce na liście
results-research-theme = Temat
results-research-group = Grupa
results-research-district = Dzielnica
results-research-age-band = Wiek
results-research-own = własny temat
results-research-wave-value = { $wave ->
    [earlier] wcześniej
   *[other] później
}
