# Przeczytane przez osobę, dla której polski jest językiem ojczystym: jeszcze nie.

timeline-title = <b>{ $title }</b>
timeline-when = Kiedy: { $when }
timeline-place = Gdzie: { $place }
timeline-place-both = Gdzie: { $place } albo online
timeline-place-online = Gdzie: online
timeline-place-later = Gdzie: miejsce podamy później
timeline-until = Na odpowiedzi czekamy do { $deadline }.

timeline-invitation = Zapraszamy na warsztat. Przed nim i po nim pytamy, które tematy są dla Ciebie najważniejsze. Przyjdziesz?
timeline-name-told = Jeśli się zapiszesz, osoby organizujące zobaczą Twoje imię i nazwisko z Telegrama.
timeline-invitation-asks = Na pytania można odpowiadać już teraz: które tematy są dla Ciebie najważniejsze? To około 2 minut.
timeline-wave-opens-before = Zaczynamy. Które tematy są dla Ciebie najważniejsze? Odpowiedź zajmie około 2 minut.
timeline-reminder-before = Jeszcze możesz powiedzieć, które tematy są dla Ciebie najważniejsze. To około 2 minut.
timeline-wave-closes-before = Pytania przed warsztatem są już zamknięte. Dziękujemy za wszystkie odpowiedzi.
timeline-registration-reminder = Warsztat jest już blisko. Daj znać, czy przyjdziesz – przygotujemy miejsce.
timeline-day-before = Masz miejsce na warsztacie. Przypominamy, kiedy i gdzie się spotykamy; w załączniku jest wpis do kalendarza.
timeline-cannot-come = Jeśli nie możesz przyjść, zwolnij miejsce. Skorzysta z niego ktoś inny.
timeline-starts-soon = Warsztat zaczyna się niedługo. Do zobaczenia.
timeline-wave-opens-after = Pytamy drugi raz o to samo: które tematy są teraz dla Ciebie najważniejsze?
timeline-thank-you = Warsztat za nami. Dziękujemy, że bierzesz udział w tej rozmowie. Prosimy, odpowiedz jeszcze raz na te same pytania – zobaczymy, co się zmieniło.
timeline-reminder-after = Jeszcze możesz odpowiedzieć po warsztacie. Pytania są te same co przedtem, to około 2 minut.
timeline-wave-closes-after = Pytania po warsztacie są już zamknięte. Dziękujemy. Niedługo pokażemy wyniki.
timeline-summary = <b>Wyniki: { $title }</b>
timeline-decision = Co urząd robi z tematami z warsztatu:
timeline-wave-opens-follow-up = Od warsztatu minęło trochę czasu. Zgodnie z Twoją zgodą pytamy jeszcze raz: co jest teraz najważniejsze?
timeline-reminder-follow-up = Jeszcze możesz odpowiedzieć na pytania po miesiącach od warsztatu. To około 2 minut.
timeline-wave-closes-follow-up = Ostatnie pytania są już zamknięte. Dziękujemy.

timeline-changed-time = Zmienił się termin warsztatu. Oto nowy:
timeline-changed-place = Zmieniło się miejsce warsztatu.
timeline-changed-link = Zmienił się link do spotkania online.
timeline-cancelled = Warsztat ({ $when }) jest odwołany. Przepraszamy. Odpowiedzi, które masz wysłane, zostają zapisane.

timeline-button-answer = Odpowiadam
timeline-button-going = Przyjdę
timeline-button-not-going = Nie tym razem
timeline-button-maybe = Jeszcze nie wiem
timeline-button-come-anyway = Przyjdę mimo zmiany
timeline-button-leave = Nie mogę przyjść
timeline-button-results = Wyniki
timeline-button-map = Pokaż na mapie
timeline-button-online = Mój zapis i link

timeline-missed = Wiadomość „{ $entry }” (warsztat: { $title }, termin: { $when }) nie została wysłana: usługa wtedy nie działała, a teraz byłoby już za późno.
timeline-nothing-to-say = Wiadomość „{ $entry }” (warsztat: { $title }) nie została wysłana, bo nie ma jeszcze o czym napisać.
timeline-beside-invitation =
    Zaproszenie na warsztat „{ $title }” wychodzi dopiero teraz. Żeby nikt nie dostał kilku wiadomości naraz, { $count ->
        [one] jedna nie wyjdzie razem z nim:
        [few] { $count } nie wyjdą razem z nim:
       *[other] { $count } nie wyjdzie razem z nim:
    }
timeline-beside-left-out = – { $entry }: pominięte, bo prowadzi tam już zaproszenie
timeline-beside-later = – { $entry }: przesunięte na { $when }
timeline-sending-fails = Telegram odrzuca część wiadomości z wysyłki nr { $announcement }, bo są źle zbudowane. To błąd po naszej stronie. Szczegóły pokaże osobie prowadzącej usługę polecenie ./wspolnie announcement.
timeline-sending-stopped =
    <b>Wysyłka nr { $announcement } została wstrzymana: Telegram odrzuca wiadomość.</b> Powód: { $why } Nic więcej nie wychodzi, a kto jej jeszcze nie dostał, nadal czeka.
    { $mend ->
        [words] Zmień treść i wznów wysyłkę: dostaną ją także osoby, u których została odrzucona. Możesz też anulować resztę.
       *[ours] To my źle ją zbudowaliśmy. Pokaż to osobie prowadzącej usługę; po naprawie wznów wysyłkę. Możesz też anulować resztę.
    }

timeline-kind-invitation = zaproszenie
timeline-kind-wave-opens-before = początek pytań przed warsztatem
timeline-kind-reminder-before = przypomnienie przed warsztatem
timeline-kind-wave-closes-before = koniec pytań przed warsztatem
timeline-kind-registration-reminder = przypomnienie o zapisach
timeline-kind-day-before = przypomnienie dzień wcześniej
timeline-kind-starts-soon = warsztat zaczyna się niedługo
timeline-kind-wave-opens-after = początek pytań po warsztacie
timeline-kind-thank-you = podziękowanie z pytaniami po warsztacie
timeline-kind-reminder-after = przypomnienie po warsztacie
timeline-kind-wave-closes-after = koniec pytań po warsztacie
timeline-kind-summary = podsumowanie
timeline-kind-decision = decyzja urzędu
timeline-kind-wave-opens-follow-up = początek pytań po miesiącach
timeline-kind-reminder-follow-up = przypomnienie po miesiącach
timeline-kind-wave-closes-follow-up = koniec pytań po miesiącach
timeline-kind-changed = zmiana terminu lub miejsca
timeline-kind-cancelled = odwołanie warsztatu

audience-refused-answered-and-profile = Tych odbiorców nie można łączyć: kto odpowiedział i kim jest. Inaczej dałoby się odgadnąć, kto brał udział.
audience-refused-fewer-than-five = Tych odbiorców jest mniej niż 5. Wiadomość do tak małej grupy mogłaby zdradzić, kto odpowiedział.
