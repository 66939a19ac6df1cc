# Przeczytane przez osobę, dla której polski jest językiem ojczystym: jeszcze nie.

survey-intro =
    { $kind ->
        [after] Warsztat za nami. Pytamy jeszcze raz o to samo:
        [follow_up] Minęło trochę czasu. Pytamy jeszcze raz o to samo:
       *[before] Zanim się spotkamy, zapytamy, co jest dla Ciebie ważne:
    } { $questions ->
        [one] { $questions } pytanie.
        [few] { $questions } pytania.
        [many] { $questions } pytań.
       *[other] { $questions } pytania.
    }
survey-until = Możesz odpowiedzieć do { $deadline }.
survey-not-open = Pytania do tego warsztatu nie są teraz otwarte.
survey-registered-only = Na te pytania odpowiadają osoby zapisane na warsztat.
survey-restarted = Trochę się tu zmieniło od ostatniego razu. Twoje odpowiedzi są poniżej.
begin = Zaczynamy
resume = Wracam do pytań
later = Dokończę później
later-text = Twoje dotychczasowe odpowiedzi są zachowane. Możesz do nich wrócić przez /ankieta do { $deadline }.

question-header = Warsztat { $day } · pytanie { $number } z { $of }
    .simple = Warsztat { $day }, pytanie { $number } z { $of }
question-text = <b>{ $text }</b>
question-more = Więcej o pytaniu
question-less = Zwiń wyjaśnienie
question-required = Na to pytanie potrzebujemy odpowiedzi, zanim pójdziemy dalej.
remove-answer = Usuń odpowiedź
next-chosen = Dalej (wybrano { $chosen } z { $places })

rank-how =
    { $places ->
        [one] Wybierz { $places } temat.
        [few] Wybierz do { $places } tematów, zaczynając od najważniejszego.
        [many] Wybierz do { $places } tematów, zaczynając od najważniejszego.
       *[other] Wybierz do { $places } tematu, zaczynając od najważniejszego.
    }
rank-numbers = Tematy z numerami. Możesz napisać numery albo nazwy, zaczynając od najważniejszego:
rank-full =
    { $places ->
        [one] Masz już { $places } temat. Aby wybrać inny, stuknij wybrany i usuń go.
        [few] Masz już { $places } tematy. Aby dodać kolejny, stuknij jeden z wybranych i usuń go.
        [many] Masz już { $places } tematów. Aby dodać kolejny, stuknij jeden z wybranych i usuń go.
       *[other] Masz już { $places } tematu. Aby dodać kolejny, stuknij jeden z wybranych i usuń go.
    }
rank-already = { $theme } jest już na Twojej liście.
rank-unknown = Nie ma na liście tematu „{ $words }”. Jeśli to inny temat, napisz go osobno.
rank-not-understood = Nie ma takiego tematu na liście. Wybierz jeden z przycisków.
place-taken = { $place }. { $theme }
place-free = { $place }. –
    .simple = { $place }. wolne
place-short = { $place } { $theme }
    .simple = miejsce { $place }: { $theme }
theme-chosen = { $place } · { $theme }
    .simple = Usuń z miejsca { $place }: { $theme }
theme-higher = ↑ { $theme }
    .simple = Wyżej: { $theme }
theme-number = { $number }. { $theme }
theme-gone = tematu nie ma już na liście
themes-none = Żaden temat nie został wybrany.
own-write = Inny temat – napiszę
own-how =
    { $longest ->
        [one] Napisz temat w kilku słowach (do { $longest } znaku).
        [few] Napisz temat w kilku słowach (do { $longest } znaków).
        [many] Napisz temat w kilku słowach (do { $longest } znaków).
       *[other] Napisz temat w kilku słowach (do { $longest } znaku).
    }
    Przeczytają go osoby z urzędu, bez Twojego imienia i nazwiska.
own-similar =
    { $count ->
        [one] Mamy już podobny temat. Czy chodzi o ten?
        [few] Mamy już podobne tematy. Czy chodzi o któryś z nich?
        [many] Mamy już podobne tematy. Czy chodzi o któryś z nich?
       *[other] Mamy już podobne tematy. Czy chodzi o któryś z nich?
    }
    Twoje słowa: „{ $words }”
own-keep = Nie, to inny temat: „{ $words }”
own-never-mind = ‹ Wróć do listy
    .simple = Wróć do listy
own-added = Dodane: „{ $words }”.
own-already = Ten temat masz już na liście.
own-yours = { $theme } (Twój temat)
own-link = Linków tu nie zbieramy. Napisz temat samymi słowami.
own-phone = To wygląda na numer telefonu. Nie podawaj go tutaj; napisz temat samymi słowami.
own-too-short =
    { $letters ->
        [one] To za krótkie na temat. Potrzebujemy co najmniej { $letters } litery.
        [few] To za krótkie na temat. Potrzebujemy co najmniej { $letters } liter.
        [many] To za krótkie na temat. Potrzebujemy co najmniej { $letters } liter.
       *[other] To za krótkie na temat. Potrzebujemy co najmniej { $letters } litery.
    }
own-too-long =
    { $length ->
        [one] To trochę za długie: { $length } znak
        [few] To trochę za długie: { $length } znaki
        [many] To trochę za długie: { $length } znaków
       *[other] To trochę za długie: { $length } znaku
    }, a mieści się { $longest }. Skróć, proszę, do kilku słów.

single-how = Wybierz jedną odpowiedź.
multiple-how =
    { $most ->
        [one] Wybierz { $most } odpowiedź.
        [few] Wybierz do { $most } odpowiedzi.
        [many] Wybierz do { $most } odpowiedzi.
       *[other] Wybierz do { $most } odpowiedzi.
    }
multiple-chosen = Wybrane: { $chosen }.
multiple-full =
    { $most ->
        [one] Możesz wybrać { $most } odpowiedź. Najpierw usuń tę wybraną.
        [few] Możesz wybrać { $most } odpowiedzi. Najpierw usuń jedną z wybranych.
        [many] Możesz wybrać { $most } odpowiedzi. Najpierw usuń jedną z wybranych.
       *[other] Możesz wybrać { $most } odpowiedzi. Najpierw usuń jedną z wybranych.
    }
choice-not-understood =
    { $count ->
        [one] Nie ma takiej odpowiedzi. Jest { $count } do wyboru.
        [few] Nie ma takiej odpowiedzi. Są { $count } do wyboru: napisz nazwę, numer albo wybierz przycisk.
        [many] Nie ma takiej odpowiedzi. Jest { $count } do wyboru: napisz nazwę, numer albo wybierz przycisk.
       *[other] Nie ma takiej odpowiedzi. Jest { $count } do wyboru: napisz nazwę, numer albo wybierz przycisk.
    }
scale-ends = { $low } – { $low-label } · { $high } – { $high-label }
    .simple = { $low } to: { $low-label }. { $high } to: { $high-label }.
scale-how = Od { $low } do { $high }.
scale-answer = { $value } z { $high }
no-opinion = Nie mam zdania
no-opinion-chosen = ✓ Nie mam zdania
    .simple = Wybrane: Nie mam zdania
number-how = Napisz liczbę od { $low } do { $high }.
number-answer = { $value }
number-not-understood = Potrzebujemy jednej liczby od { $low } do { $high }.
text-how =
    { $longest ->
        [one] Napisz w kilku słowach, do { $longest } znaku. Przeczytają to osoby z urzędu, bez Twojego imienia i nazwiska.
        [few] Napisz w kilku słowach, do { $longest } znaków. Przeczytają to osoby z urzędu, bez Twojego imienia i nazwiska.
        [many] Napisz w kilku słowach, do { $longest } znaków. Przeczytają to osoby z urzędu, bez Twojego imienia i nazwiska.
       *[other] Napisz w kilku słowach, do { $longest } znaku. Przeczytają to osoby z urzędu, bez Twojego imienia i nazwiska.
    }
text-so-far = Teraz jest: „{ $text }”
text-empty = Nie widzimy tu żadnych słów. Napisz, proszę, jeszcze raz.
text-too-long =
    { $length ->
        [one] To trochę za długie: { $length } znak
        [few] To trochę za długie: { $length } znaki
        [many] To trochę za długie: { $length } znaków
       *[other] To trochę za długie: { $length } znaku
    }, a mieści się { $longest }. Skróć, proszę.
reason-about = Twój pierwszy temat: <b>{ $theme }</b>.

review-head = <b>Sprawdź, zanim wyślesz</b>
review-empty = Nie ma jeszcze żadnej odpowiedzi. Odpowiedz choć na jedno pytanie.
review-changed = Zmiany nie są jeszcze wysłane.
review-unchanged = Takie odpowiedzi masz teraz wysłane.
answer-line = { $question } – { $answer }
    .simple =
        { $question }
        Odpowiedź: { $answer }
answer-reason = Dlaczego { $theme }: { $answer }
answer-gone = tej odpowiedzi nie ma już do wyboru
not-answered = pominięte
edit-themes = Zmień tematy
edit-reason = Zmień powód
edit-scale = Zmień ocenę
edit-answer = Zmień odpowiedź
edit-named = Zmień: { $question }
send = Wyślij
send-changes = Wyślij zmiany
drop-changes = Zostaw, jak było
sent-note = Wysłane.
thanks = Dziękujemy. Odpowiedzi możesz zmienić do { $deadline }.
edit-answers = Zmień odpowiedzi
closed = Te pytania są już zamknięte.
closed-sent = Te pytania są już zamknięte. Liczą się odpowiedzi, które masz wysłane:
closed-draft = Te pytania są już zamknięte. Poniżej jest Twój szkic. Nie został wysłany, więc się nie liczy; widzisz go tylko Ty.

card-head = <b>Twoje tematy przed warsztatem i po nim</b>
card-before = Przed: { $themes }
card-after = Po: { $themes }
card-nothing = bez wybranych tematów
card-others-later = Co wybrały inne osoby, pokażemy po zamknięciu pytań.
card-others = Co wybrały inne osoby, pokazują wyniki.
card-none = Twoja karta powstanie, gdy odpowiesz przed warsztatem i po nim.
