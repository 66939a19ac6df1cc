### Wyniki: wiadomości, obrazy, pliki, raport. Przeczytane przez osobę, dla której polski jest pierwszym językiem: jeszcze nie.

results-limits = To odpowiedzi osób, które wzięły udział. Nie pokazują, co myśli całe miasto.
results-before = przed warsztatem
results-after = po warsztacie
results-follow-up = jakiś czas po warsztacie
results-order-share = Kolejność: odsetek osób, które wybrały temat; przy równym odsetku decydują punkty.
results-order-points = Kolejność: punkty; przy równych punktach decyduje odsetek osób.
results-clear-more = więcej osób niż przed warsztatem
results-clear-fewer = mniej osób niż przed warsztatem
results-clear-unclear = bez wyraźnej zmiany
results-hidden = za mało osób, żeby to pokazać
results-hidden-short = ukryte
results-few = Odpowiedzi jest mniej niż 10, dlatego pokazujemy tylko kolejność pierwszych tematów, bez liczb.
results-nothing-chosen = Nikt nie wybrał żadnego tematu.
results-percent = { $value } %
results-percentage-points = { $value } p.p.
results-place-range = miejsce według punktów: {"{place}"} (zakres {"{span}"})
results-not-told = nie podano
results-card-new = nowy na liście
results-flow-dropped = zrezygnowały z tematu
results-flow-kept = wybrały go dwa razy
results-flow-gained = doszły
results-covered = {"{n}"} osób wybrało jakiś temat. Bez żadnego ze swoich tematów na tej liście zostaje: {"{without}"}.
results-plain-list = Na zwykłej liście najczęściej wybieranych zostałoby bez swojego tematu: {"{without}"}.

## Obrazy
results-picture-change = Co się zmieniło po warsztacie
results-picture-change-people = { $count ->
    [one] { $count } osoba odpowiedziała przed warsztatem i po nim.
    [few] { $count } osoby odpowiedziały przed warsztatem i po nim.
   *[other] { $count } osób odpowiedziało przed warsztatem i po nim.
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
