# Przeczytane przez osobę, dla której polski jest językiem ojczystym: jeszcze nie.

command-timeline = Harmonogram: co i kiedy wyjdzie
command-announce = Napisz do wielu osób
organise-to-workshop = ‹ Warsztat
    .simple = Warsztat
organise-number =
    { $how ->
        [few] mniej niż 5
        [least] co najmniej { $count }
       *[exact] { $count }
    }

# Harmonogram
timeline-choose = <b>Harmonogram którego warsztatu?</b>
timeline-head =
    { $count ->
        [0] Nic już nie jest zaplanowane.
       *[other] Co i kiedy wyjdzie. Wybierz, żeby zmienić.
    }
timeline-listed =
    { $state ->
        [off] <s>{ $when }</s> · { $entry } (wyłączone)
       *[planned] <b>{ $when }</b> · { $entry }
    }
timeline-listed-button = { $when } · { $entry }
timeline-to = Do: { $audience } – teraz { $people }
timeline-declined = Nie chcą takich wiadomości i jej nie dostaną: { $people }
timeline-tells-nobody = Dzieje się samo, bez wiadomości.
timeline-due = Wyjdzie: { $when }
timeline-is-off = <b>Wyłączone.</b>
timeline-is-off-now = To jest wyłączone. Najpierw to włącz.
timeline-switch-on = Włącz
timeline-switch-off = Wyłącz
timeline-switched-on = Włączone.
timeline-switched-off = Wyłączone. Nic nie wyjdzie, dopóki tego nie włączysz.
timeline-move = Przesuń
timeline-text = Zmień treść
timeline-fire = Wyślij teraz
timeline-fire-ask = <b>Wysłać teraz?</b> Tego nie da się cofnąć.
timeline-fire-yes = Tak, wyślij teraz
timeline-fired = Wysyłamy.
timeline-edge =
    { $edge ->
        [opens] Otwórz pytania teraz
       *[closes] Zamknij pytania teraz
    }
timeline-edge-ask =
    { $edge ->
        [opens] <b>Otworzyć pytania teraz?</b> Tego nie da się cofnąć.
       *[closes] <b>Zamknąć pytania teraz?</b> Nie przyjmiemy już odpowiedzi i policzymy wyniki. Tego nie da się cofnąć.
    }
timeline-edge-yes =
    { $edge ->
        [opens] Tak, otwórz teraz
       *[closes] Tak, zamknij teraz
    }
timeline-edge-done =
    { $edge ->
        [opens] Pytania są otwarte.
       *[closes] Pytania są zamknięte.
    }
timeline-moved = Przesunięte.
timeline-move-sure = Nowy termin: <b>{ $when }</b>
timeline-at-night = To pora cichej nocy (21:00–8:00). Większość osób dostanie tę wiadomość dopiero rano.
timeline-move-after = To musi być później niż { $when }. Wybierz inną porę.
timeline-move-before = To musi być wcześniej niż { $when }: później nikomu by nie pomogło. Wybierz inną porę.
timeline-ask-move = <b>Na kiedy?</b> Na przykład: jutro o 17, 20.11 18:00.
timeline-ask-text =
    { $language ->
        [pl] <b>Nowa treść po polsku</b>
        [uk] <b>Nowa treść po ukraińsku</b>
       *[en] <b>Nowa treść po angielsku</b>
    }
    Tytuł, termin, miejsce i przyciski dodamy sami. Teraz:
timeline-usual = Wróć do zwykłej treści
timeline-usual-summary = <i>Podsumowanie: liczby z opublikowanych wyników. Treść, którą tu wpiszesz, stanie nad nimi.</i>
timeline-usual-decision = <i>Tu napisz, co urząd robi z tematami. Bez tego wiadomość nie wyjdzie.</i>
timeline-text-kept = Zapisane.
timeline-over-head =
    { $count ->
        [0] Nic jeszcze nie minęło.
       *[other] Co już było. Wybierz, żeby zobaczyć więcej.
    }
timeline-to-over = Co już było
timeline-to-coming = Co jeszcze wyjdzie
timeline-over-listed =
    { $state ->
        [fired] <b>{ $when }</b> · { $entry }
        [off] <s>{ $when }</s> · { $entry } (wyłączone)
        [cancelled] <s>{ $when }</s> · { $entry } (odwołane)
        [overtaken] <s>{ $when }</s> · { $entry } (powiedziała to inna wiadomość)
       *[expired] <s>{ $when }</s> · { $entry } (nie wyszło)
    }
timeline-over-sent = wysłane: { $sent } z { $of }
timeline-over-state =
    { $state ->
        [fired] Wyszło: { $when }
        [off] <b>Wyłączone.</b> Termin minął: { $when }
        [cancelled] Odwołane. Termin: { $when }
        [overtaken] <b>Nie wyszło osobno.</b> Termin: { $when }. W tej samej chwili wychodziła wiadomość, która mówi to samo, więc nikt nie dostał dwóch.
       *[expired] <b>Nie wyszło.</b> Termin: { $when }
    }
timeline-to-report = Raport
timeline-not-now-fired = Tego już nie można wysłać: wyszło albo zostało odwołane.
timeline-not-now-over = Warsztat nie jest ogłoszony albo został odwołany, więc nic nie wyjdzie.
timeline-not-now-too-late = Teraz jest już za późno: ta wiadomość nikomu by nie pomogła.
timeline-not-now-too-late-since = Teraz jest już za późno: miała sens tylko wcześniej ({ $when }).
timeline-not-now-no-wave = Teraz nie można odpowiadać na te pytania, więc nie ma o co prosić.
timeline-not-now-nothing = Nie ma jeszcze czego wysłać.
timeline-follows = Liczone od: { $anchor } · { $offset }. Przesunie się razem z tą datą.
timeline-fixed-date = Stała data: nie przesunie się razem z warsztatem.
timeline-anchor =
    { $anchor ->
        [start] początek warsztatu
        [end] koniec warsztatu
        [before-opens] początek pytań przed warsztatem
        [before-closes] koniec pytań przed warsztatem
        [after-opens] początek pytań po warsztacie
        [after-closes] koniec pytań po warsztacie
        [follow-up-opens] początek pytań po miesiącach
       *[follow-up-closes] koniec pytań po miesiącach
    }
timeline-offset-none = dokładnie wtedy
timeline-offset-days =
    { $way ->
        [same] tego samego dnia
        [before] { $days ->
            [one] dzień wcześniej
            [few] { $days } dni wcześniej
           *[other] { $days } dni wcześniej
        }
       *[after] { $days ->
            [one] dzień później
            [few] { $days } dni później
           *[other] { $days } dni później
        }
    }
timeline-offset-at = o { $clock }
timeline-offset-passes =
    { $told ->
        [hours] { $hours } godz.
        [minutes] { $minutes } min
       *[both] { $hours } godz. { $minutes } min
    } { $way ->
        [before] wcześniej
       *[after] później
    }
timeline-move-along = Zgadza się, przesuwaj z warsztatem
timeline-move-fixed = Zgadza się, stała data
timeline-move-nowhere = W tej porze ta wiadomość by nie pomogła: przez ciszę nocną (21:00–8:00) wyszłaby, kiedy nie ma sensu. Wybierz inną porę.
timeline-move-out-of-night = W ciszy nocnej (21:00–8:00) nic nie wychodzi, dlatego ten termin.
timeline-send-to = Zmień odbiorców: { $audience }
timeline-whom-chosen = Zmienione.
timeline-entry-gone = Tej wiadomości już nie można zmienić: wyszła albo ktoś ją zmienił.
timeline-kind-announcement = wiadomość od organizatorów

# Odbiorcy
audience-everyone = wszyscy, którzy znają bota
audience-participants = biorący udział
audience-registered = zapisani
audience-waiting = na liście oczekujących
audience-checked-in = obecni na warsztacie
audience-not-registered = niezapisani
audience-in-room = zapisani na salę
audience-online = zapisani online
audience-told = powiadomieni wcześniej
audience-knows = znający termin
audience-agreed-later = zgoda na późniejsze pytania
audience-answered =
    { $kind ->
        [before] odpowiedzieli przed warsztatem
        [after] odpowiedzieli po warsztacie
       *[follow_up] odpowiedzieli po miesiącach
    }
audience-not-answered =
    { $kind ->
        [before] nie odpowiedzieli przed warsztatem
        [after] nie odpowiedzieli po warsztacie
       *[follow_up] nie odpowiedzieli po miesiącach
    }
audience-language =
    { $language ->
        [pl] czytający po polsku
        [uk] czytający po ukraińsku
       *[en] czytający po angielsku
    }
audience-group = grupa: { $value }
audience-district = dzielnica: { $value }
audience-age-band = wiek: { $value }
audience-follows = obserwujący cykl: { $value }
audience-choose-answered = Odpowiedzieli…
audience-choose-not-answered = Nie odpowiedzieli…
audience-choose-language = Język…
audience-choose-group = Grupa…
audience-choose-district = Dzielnica…
audience-choose-age-band = Wiek…

# Wiadomość do wielu osób
announce-choose = <b>W sprawie którego warsztatu piszesz?</b>
announce-begin = Napisz nową wiadomość albo zobacz, co stało się z poprzednimi.
announce-new = Nowa wiadomość
announce-earlier =
    { $state ->
        [draft] Czeka na potwierdzenie
        [preparing] Przygotowywana
        [sending] Wysyłana
        [paused] Wstrzymana
        [cancelled] Anulowana
       *[done] Wysłana
    } · { $kind } nr { $number }
announce-resumed = Wracasz do zaczętej wiadomości.
announce-kept-for-later = Wiadomość czeka. Wrócisz do niej poleceniem /ogloszenie.
announce-ask-audience = <b>Do kogo?</b> Zacznij od tego, kto ma to dostać.
announce-ask-more = <b>Do kogo?</b> Możesz zawęzić: zostaną ci, którzy spełniają wszystko.
announce-first-part = { $part }: { $people }
announce-part = → i { $part }: { $people }
announce-undo = Cofnij ostatnie
announce-ask-text =
    { $language ->
        [pl] <b>Treść po polsku</b>
        [uk] <b>Treść po ukraińsku</b>
       *[en] <b>Treść po angielsku</b>
    }
    Pogrubienia i linki z Telegrama zostaną. Zdjęcie albo plik z podpisem też można wysłać.
announce-text-now = Teraz:
announce-text-missing =
    { $language ->
        [pl] Brakuje treści po polsku: te osoby przeczytają inną.
        [uk] Brakuje treści po ukraińsku: te osoby przeczytają inną.
       *[en] Brakuje treści po angielsku: te osoby przeczytają inną.
    }
announce-too-long = Zmieści się najwyżej { NUMBER($most, useGrouping: 0) } znaków, a jest { NUMBER($is, useGrouping: 0) }. Pod zdjęciem lub plikiem mieści się mniej.
announce-file-kinds = Dołączyć można zdjęcie albo plik.
announce-file-kept = Dołączone. Teraz napisz treść.
announce-file-now =
    { $kind ->
        [photo] Dołączone zdjęcie.
       *[document] Dołączony plik.
    }
announce-ask-file = <b>Zdjęcie albo plik?</b> Wyślij go tutaj.
announce-no-file = Bez załącznika
announce-ask-button = <b>Przycisk pod wiadomością?</b> Wybierz albo napisz nazwę (do { $most } znaków) i adres, na przykład: Program https://przyklad.pl/program
announce-button-survey = Odpowiadam na pytania
announce-button-reg = Udział w warsztacie
announce-button-results = Wyniki
announce-no-button = Bez przycisku
announce-not-a-button = Napisz nazwę przycisku, a po niej adres zaczynający się od https://
announce-ask-when = <b>Kiedy wysłać?</b> Teraz, albo napisz, na przykład: dziś o 18.
announce-now = Teraz
announce-last = <b>Do wysłania · { $people }</b>
announce-to = Do: { $audience }
announce-readers =
    { $language ->
        [pl] po polsku
        [uk] po ukraińsku
       *[en] po angielsku
    }: { $count }
announce-gone = { $count } zablokowało bota i nic nie dostanie
announce-declined =
    { $count ->
        [one] { $count } osoba nie chce wiadomości i tej nie dostanie
        [few] { $count } osoby nie chcą wiadomości i tej nie dostaną
       *[other] { $count } osób nie chce wiadomości i tej nie dostanie
    }
announce-own-day = To dzień warsztatu: do tych, którzy przychodzą, wiadomość wyjdzie mimo cichych godzin.
announce-night-first = Jeszcze przed cichą nocą: { $people }
announce-night-after = Po cichych godzinach ({ $when }): { $people }
announce-night-rest = Jeszcze później: { $people }
announce-night-never = Wcale, bo po cichych godzinach będzie już za późno: { $people }
announce-night-capped = Z tego przez dzienny limit wiadomości, bo swoje dziś już dostały: { $people }
announce-night-ends = Ostatnie wyjdą ok.: { $when }
announce-leaves-at = Wyjdzie: { $when }
announce-leaves-now = Wyjdzie od razu.
announce-lasts =
    { $seconds ->
        [0] Potrwa chwilę.
       *[other] Potrwa ok. { $seconds } s.
    }
announce-lasts-minutes = Potrwa ok. { $minutes } min.
announce-beside-others = W tym samym czasie wychodzą inne wiadomości. Jest to już wliczone.
announce-second-needed = Tyle osób: przed wysłaniem potwierdzi to druga osoba organizująca.
announce-previewed =
    { $count ->
        [one] <i>Podgląd przyszedł do Ciebie.</i>
        [few] <i>Podgląd przyszedł do Ciebie w { $count } językach.</i>
       *[other] <i>Podgląd przyszedł do Ciebie w { $count } językach.</i>
    }
announce-previews-end = To cały podgląd. Nic jeszcze nie wyszło.
announce-to-last = Dalej: wyślij albo popraw
announce-send = Wyślij teraz
announce-send-at = Wyślij: { $when }
announce-change-when = Zmień godzinę
announce-change-audience = Zmień odbiorców
announce-change-text = Zmień treść
announce-change-file = Zmień załącznik
announce-change-button = Zmień przycisk
announce-test = Podgląd jeszcze raz
announce-test-sent = Podgląd wysłany do Ciebie.
announce-not-there = Tej wiadomości nie ma: nie została wysłana.
announce-state =
    { $state ->
        [preparing] <b>Przygotowanie</b>
        [sending] <b>Wysyłanie · { $sent } z { $of }</b>
        [paused-early] <b>Wstrzymane przed rozpoczęciem</b>
        [cancelled-early] <b>Anulowane przed rozpoczęciem</b>
        [paused] <b>Wstrzymane · { $sent } z { $of }</b>
        [cancelled] <b>Anulowane · wysłano { $sent } z { $of }</b>
       *[done] <b>Wysłane · { $sent } z { $of }</b>
    }
announce-left = Zostało ok. { $seconds } s.
announce-paused-itself = Wysyłka wstrzymała się sama, bo Telegram odrzuca wiadomość: { $why }
announce-line-sent = wysłane: { $number }
announce-line-waiting = czekają: { $number }
announce-line-quiet = – w tym do rana (cisza nocna): { $number }
announce-line-cap = – w tym do jutra (dzienny limit wiadomości): { $number }
announce-line-retried = ponawiane: { $number }
announce-line-blocked = zablokowały bota: { $number }
announce-line-failed = nieudane: { $number }
announce-line-expired = przeterminowane: { $number }
announce-line-cancelled = anulowane: { $number }
announce-line-answered = w międzyczasie odpowiedziały: { $number }
announce-line-unknown = nie wiadomo, czy doszły: { $number }
announce-why =
    – { $why ->
        [markup] Telegram nie rozumie formatowania
        [empty] nie ma czego wysłać
        [too_long] za długa dla Telegrama
        [keyboard] Telegram nie przyjmuje przycisku
        [file_too_big] plik jest za duży
        [file_lost] Telegram nie ma już tego pliku
        [picture] Telegram nie przyjmuje obrazka
        [file] nie udało się przygotować pliku
        [own_error] błąd po naszej stronie
        [bad_request] Telegram jej nie przyjmuje
        [blocked] bot jest zablokowany
        [deactivated] konto usunięte
        [never_wrote] nikt z tego konta nie pisał do bota
        [chat_not_found] nie ma już takiego konta
        [unreachable] już wcześniej nie można było napisać
        [no_answer] Telegram nie odpowiedział na czas
        [broken_connection] połączenie się zerwało
        [server_error] kłopoty Telegrama
        [garbage] przyszła nieczytelna odpowiedź
        [too_late] przyszłaby za późno
        [quiet] po ciszy nocnej byłoby za późno
        [cap] dzienny limit wiadomości
        [stopped] wiadomości wyłączone
        [no_reminders] przypomnienia wyłączone
        [cancelled] anulowane
        [overtaken] zaproszenie już o tym mówi
        [not_eligible] już poza gronem odbiorców
        [registered] w międzyczasie zapisane na warsztat
       *[other] Telegram odmówił ({ $why })
    }: { $number }
announce-refusal =
    { $why ->
        [markup] nie rozumie formatowania tekstu (pogrubienia, linki).
        [empty] nie ma w niej czego wysłać.
        [too_long] tekst jest za długi.
        [keyboard] nie przyjmuje przycisku, na przykład z powodu jego adresu.
        [file_too_big] plik jest za duży.
        [file_lost] nie ma już tego pliku. Dołącz go do nowej wiadomości albo wyślij samą treść.
        [picture] nie przyjmuje obrazka.
        [file] nie udało się przygotować naszego obrazka lub pliku.
       *[other] nie przyjmuje wiadomości w tej postaci.
    }
announce-preview-refused = <b>Ten podgląd nie dotarł: Telegram odrzuca wiadomość.</b> Powód: { $why } Popraw ją przed wysłaniem: nikt inny też by jej nie dostał.
announce-reworded = Zapisane. Podgląd zaraz do Ciebie przyjdzie. Gdy dotrze, wznów wysyłkę.
announce-ask-reword =
    { $language ->
        [pl] <b>Nowa treść po polsku</b>
        [uk] <b>Nowa treść po ukraińsku</b>
       *[en] <b>Nowa treść po angielsku</b>
    }
    Kto jeszcze nie dostał tej wiadomości, dostanie ją w nowej postaci.
announce-unlink = Bez przycisku
announce-unfile = Bez pliku
announce-refresh = Odśwież
announce-pause = Wstrzymaj
announce-resume = Wznów
announce-cancel = Anuluj resztę
announce-cancel-ask = <b>Anulować resztę?</b> Kto jeszcze nie dostał tej wiadomości, już jej nie dostanie.
announce-cancel-yes = Tak, anuluj
announce-cancel-no = Nie
announce-repeat = Wyślij jeszcze raz tam, gdzie nie wiadomo
announce-unreached = Kogo nie powiadomiono
announce-unreached-head =
    { $count ->
        [0] Wszyscy zapisani wiedzą.
       *[other] { $kind ->
            [cancelled] <b>Nie wiedzą, że warsztat jest odwołany</b>
           *[changed] <b>Nie wiedzą o zmianie terminu lub miejsca</b>
        }
            Te zapisane osoby trzeba powiadomić inaczej, na przykład telefonicznie albo przy wejściu:
    }
announce-unreached-line = { $name } · { $state }
announce-unreached-others = Wiadomość nie dotarła też do osób bez zapisu: { $people }.
announce-unreached-told =
    { $kind ->
        [cancelled] Nie wszyscy zapisani wiedzą, że warsztat { $title } jest odwołany.
       *[changed] Nie wszyscy zapisani wiedzą o zmianie terminu lub miejsca warsztatu { $title }.
    } { $count ->
        [one] Wiadomość nie dotarła do { $count } osoby.
        [few] Wiadomość nie dotarła do { $count } osób.
       *[other] Wiadomość nie dotarła do { $count } osób.
    } Zobacz, do kogo zadzwonić albo kogo przywitać przy wejściu.
announce-unreached-refused = Część wiadomości odrzucił Telegram. To nie wina tych osób; szczegóły są w raporcie.
announce-waits-for-second = Czeka na potwierdzenie drugiej osoby · { $people }
announce-second-ask = <b>Czy to wysłać?</b>
announce-second-wanted = Druga osoba organizująca prosi o potwierdzenie wiadomości: { $title }
announce-second-look = Zobacz
announce-second-confirmed = Twoja wiadomość została potwierdzona i wychodzi.
announce-second-refused = Twoja wiadomość nie została potwierdzona. Nic nie wyszło.
announce-confirm = Potwierdzam, wyślij
announce-refuse = Nie wysyłaj
announce-take-back = Wycofaj
