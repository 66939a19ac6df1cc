# Przeczytane przez osobę, dla której polski jest językiem ojczystym: jeszcze nie.

title = <b>{ $title }</b>
note = <i>{ $text }</i>
quoted = „{ $text }”
chosen = ✓ { $label }
    .simple = Wybrane: { $label }
not-given = nie podano

language-pl = Polski
language-uk = Українська
language-en = English

back = ‹ Wstecz
    .simple = Wstecz
next = Dalej
skip = Pomiń
to-start = Lista warsztatów
to-list = ‹ Lista warsztatów
    .simple = Lista warsztatów
to-settings = Ustawienia
to-help = Pomoc
to-mydata = Moje dane
to-privacy = Prywatność
to-forget = Usuń moje dane
to-survey = Odpowiadam na pytania
page-before = ‹ Poprzednie
    .simple = Poprzednia strona
page-after = Więcej ›
    .simple = Następna strona

# Jedno zdanie na pierwszej linii ekranu.
outdated-button = Ten przycisk jest już nieaktualny. Poniżej jest to, co możesz zrobić teraz.
please-tap = Wybierz, proszę, jeden z przycisków poniżej.
screen-broken = Tego ekranu nie udało się pokazać w całości. To błąd po naszej stronie i już o nim wiemy; Twoje odpowiedzi zostają. Stąd można iść dalej.
unknown-command = Nie znam polecenia { $command }. Wszystkie polecenia są w /pomoc.
payload-unknown = Ten link jest nieaktualny albo niepełny. Poniżej jest to, co możesz zrobić teraz.
back-again = Witaj ponownie. Znów będziemy przypominać o warsztatach.
other-media =
    { $kind ->
        [photo] Zdjęć nie oglądamy. Napisz słowami albo wybierz przycisk.
        [voice] Nagrań nie odsłuchujemy. Napisz słowami albo wybierz przycisk.
        [video_note] Nagrań nie oglądamy. Napisz słowami albo wybierz przycisk.
        [sticker] Naklejek nie odczytujemy. Napisz słowami albo wybierz przycisk.
        [video] Filmów nie oglądamy. Napisz słowami albo wybierz przycisk.
        [animation] Filmów nie oglądamy. Napisz słowami albo wybierz przycisk.
        [audio] Nagrań nie odsłuchujemy. Napisz słowami albo wybierz przycisk.
        [poll] Na ankiety w Telegramie nie odpowiadamy. Pytania od nas są poniżej.
        [empty] Nie widzimy tu żadnych słów. Napisz, proszę, jeszcze raz albo wybierz przycisk.
        [venue] Miejsc nie zapisujemy. Dzielnicę możesz podać w ustawieniach.
        [location] Lokalizacji nie zapisujemy. Dzielnicę możesz podać w ustawieniach.
        [contact] Kontaktów nie zapisujemy. Napisz słowami albo wybierz przycisk.
        [document] Plików nie otwieramy. Napisz słowami albo wybierz przycisk.
        [edited] Poprawka w wysłanej wiadomości nic nie zmienia. Napisz to jeszcze raz w nowej.
       *[other] Tego nie umiemy przeczytać. Napisz słowami albo wybierz przycisk.
    }

where-both = { $place }, także online
where-online = online
where-later = miejsce podamy później
meeting-line = { $when }, { $where }
workshop-line = Warsztat: { $when }, { $where }.
funding-line = <i>{ $funding }</i>
example-warning = <b>Przykład.</b> To nie jest usługa Urzędu Miasta Lublin.
