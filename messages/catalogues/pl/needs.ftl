# Przeczytane przez osobę, dla której polski jest językiem ojczystym: jeszcze nie.

command-needs = Szczególne potrzeby: co zobaczyć jako osoba kontaktowa

needs-to-ask = Szczególne potrzeby
needs-to-workshop = ‹ Wróć do warsztatu
    .simple = Wróć do warsztatu
needs-head = Pytanie o szczególne potrzeby
needs-are-off = Teraz o to nie pytamy. Odpowiedzi to dane o zdrowiu: zobaczy je tylko jedna osoba, którą tu wskażesz, bez imion. Nie ma ich na żadnej liście ani w plikach. Znikają tydzień po warsztacie.
needs-are-on = Pytamy. Odpowiedzi widzi tylko: { $name } (konto { $who }), poleceniem /potrzeby.
needs-switch-on = Włącz i wskaż osobę
needs-switch-off = Wyłącz
needs-change = Zmień osobę lub podpis
needs-who = Kto ma widzieć odpowiedzi? To musi być osoba, która ma rolę przy tym warsztacie. Numer konta podaje każdemu polecenie /id.
needs-me = Ja
needs-somebody = Konto { $who }
needs-name = Jak przedstawić tę osobę mieszkankom i mieszkańcom? Napisz na przykład imię i funkcję.
needs-name-again = Napisz, proszę, imię lub funkcję: od 3 liter do { $longest } znaków.
needs-on = Zapisane. Osoby zapisane na warsztat mogą teraz powiedzieć, czego potrzebują.
needs-off-ask = Wyłączyć to pytanie? Usuniemy wszystko, co ktoś już napisał, i damy tym osobom znać.
needs-off-yes = Tak, wyłącz i usuń
needs-off = Wyłączone i usunięte.

needs-contact-changed = Zmieniła się osoba, która widzi szczególne potrzeby. Dlatego usunęliśmy to, co od Ciebie mamy. Jeśli chcesz, powiedz nam o tym jeszcze raz.
needs-contact-gone = Na tym warsztacie nie pytamy już o szczególne potrzeby. Usunęliśmy to, co od Ciebie mamy. W tej sprawie napisz, proszę, do urzędu: adres jest w /pomoc.

needs-came = Ktoś powiedział o swoich szczególnych potrzebach: { $title }
needs-look = Zobacz
needs-see-which = Szczególne potrzeby: którego warsztatu?
needs-not-contact = Nie jesteś teraz osobą kontaktową do spraw szczególnych potrzeb przy żadnym warsztacie.
needs-seen-head = Szczególne potrzeby, bez imion i w kolejności, która o niczym nie mówi. Te dane widzisz tylko Ty; nie przekazuj ich dalej.
needs-none = Nikt jeszcze nic nie napisał.
needs-count = { $need }: { $count }
needs-item = – { $needs }
    .simple = Jedna osoba: { $needs }
