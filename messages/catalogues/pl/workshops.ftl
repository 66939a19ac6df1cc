# Przeczytane przez osobę, dla której polski jest językiem ojczystym: jeszcze nie.

workshops-head =
    { $count ->
        [one] Warsztat, który trwa albo nadchodzi:
        [few] Trwają albo nadchodzą { $count } warsztaty. Który Cię interesuje?
        [many] Trwa albo nadchodzi { $count } warsztatów. Który Cię interesuje?
       *[other] Trwa albo nadchodzi { $count } warsztatu. Który Cię interesuje?
    }
workshops-none =
    { $news ->
        [offered] Teraz o nic nie pytamy. Możemy dać Ci znać, gdy zaplanujemy następny warsztat.
        [promised] Teraz o nic nie pytamy. Damy Ci znać, gdy zaplanujemy następny warsztat.
       *[none] Teraz o nic nie pytamy. Zajrzyj tu, proszę, za jakiś czas.
    }
workshop-dated = { $title } ({ $day })
workshop-gone = Tego warsztatu już tu nie ma. Na liście są te, które trwają albo nadchodzą.
workshop-cancelled = Ten warsztat został odwołany.
workshop-open =
    { $answered ->
        [yes] Masz już wysłane odpowiedzi. Możesz je zmienić do { $deadline }.
       *[no] Pytania są otwarte do { $deadline }.
    }
workshop-coming = Warsztat: { $when }.
workshop-over = Ten warsztat już się odbył.
wave-opens =
    { $kind ->
        [after] Pytania po warsztacie otworzymy: { $when }.
        [follow_up] Wrócimy z pytaniami: { $when }.
       *[before] Pytania przed warsztatem otworzymy: { $when }.
    }
follow-offer = Chcę wiedzieć o kolejnych: { $series }
follow-ask = Czy dać Ci znać o następnych działaniach z tego cyklu? To osobna zgoda; możesz ją wycofać w każdej chwili.
following = Dostaniesz wiadomość o następnych działaniach z tego cyklu.
follow = Tak, dajcie znać
unfollow = Już nie chcę
follow-on = Zapisane: damy Ci znać.
follow-off = Zapisane: nie będziemy już pisać o tym cyklu.
code-ask = Ten warsztat jest dla osób, które mają kod. Napisz go tutaj.
code-fits = Kod się zgadza.
code-wrong = Ten kod nie pasuje. Sprawdź go, proszę, i napisz jeszcze raz.
code-too-many = Za dużo prób. O kod zapytaj: { $contact }.
invitation-roles = Twoje role:
invitation-not = To zaproszenie jest nieaktualne albo zostało już użyte. Poproś o nowe.

to-results = Wyniki
to-card = Moja karta
results-were-sent = Wyniki przysłaliśmy w osobnej wiadomości. Znajdziesz je wyżej w tym czacie.
results-none = Wyników jeszcze nie ma.
results-none-yet = Wyników jeszcze nie ma. Pokażemy je po zamknięciu pytań ({ $when }).
later-offer = Zapytajcie mnie jeszcze raz za jakiś czas
later-needed = To ankieta dla osób, które zgodziły się na pytanie po czasie. Gdy się zgodzisz, wróć do niej przez /ankieta.
later-ask = Czy możemy zapytać Cię jeszcze raz, gdy minie trochę czasu? To osobna zgoda; możesz ją wycofać w ustawieniach.
later-agreed = Możemy zapytać Cię jeszcze raz, gdy minie trochę czasu.
later-yes = Tak, możecie
later-no = Nie, dziękuję
later-on = Zapisane: zapytamy jeszcze raz.
later-off = Zapisane: nie będziemy pytać później.
