# Read by a native speaker of Polish: not yet.

command-today = Dzisiejszy warsztat: sala i ankieta
command-checkin = Lista obecności

day-choose =
    { $count ->
        [0] Nie ma warsztatu, który prowadzisz.
       *[other] Który warsztat?
    }
day-when = { $when }
day-not-today = Ten warsztat nie odbywa się dzisiaj.
day-wave =
    { $kind ->
        [before] Pytania przed warsztatem
       *[after] Pytania po warsztacie
    }: { day-wave-state }{ day-ballots }
day-wave-state =
    { $state ->
        [open] otwarte do { $when }
        [late] otwarte na sali do { $when }
        [planned] od { $when }
       *[closed] zamknięte
    }
day-ballots =
    { $state ->
        [planned] { "" }
       *[begun] { $ballots ->
            [0] ; mniej niż 5 odpowiedzi
           *[other] ; co najmniej { $ballots } odpowiedzi
        }
    }
day-next = Dalej w harmonogramie:
day-entry = { $when } · { $entry }
day-room = Otwórz na sali pytania sprzed warsztatu
day-room-done = Pytania są otwarte na sali. Osoby obecne dostają wiadomość.
day-room-message = Zaczynamy. Powiedz, które tematy są dla Ciebie najważniejsze – to około 2 minut. Jeśli Twoja odpowiedź jest już wysłana, nie musisz nic robić.
day-longer = Pytania 10 minut dłużej
day-longer-done = Dodane 10 minut.
day-close = Zamknij pytania sprzed warsztatu
day-close-ask = Zamknąć pytania sprzed warsztatu? Nikt już na nie nie odpowie.
day-close-done = Pytania sprzed warsztatu są zamknięte.
day-after = Otwórz pytania po warsztacie
day-after-ask = Otworzyć pytania po warsztacie? Pytania sprzed warsztatu zostaną zamknięte.
day-after-done = Pytania po warsztacie są otwarte. Osoby obecne dostają wiadomość.
day-after-message = Powiedz jeszcze raz, już po rozmowie, które tematy są dla Ciebie najważniejsze. To około 2 minut.
day-overrun = Kończymy 15 minut później
day-overrun-done = Koniec i wszystko, co po nim, przesunięte o 15 minut.
day-moved-meanwhile = Ktoś już to zrobił przed chwilą. Poniżej jest tak, jak teraz.
day-screen = Obraz na ekran
day-link = Ekran na żywo
day-link-how = Ekran na żywo, do otwarcia na komputerze z rzutnikiem. Sam się odświeża. Kto zna ten adres, widzi to samo co sala, dlatego nie podawaj go dalej:
day-link-open = Otwórz
day-renew = Nowy adres
day-renew-ask = Zmienić adres ekranu na żywo? Stary przestanie działać od razu, także na komputerze, na którym jest otwarty.
day-renew-done = Adres jest nowy. Stary już nie działa.
day-live-on = Pokazuj tematy na żywo
day-live-off = Nie pokazuj tematów na żywo
day-live-ask = Pokazywać na ekranie pierwsze tematy, zanim ankieta się zamknie? Pojawią się, gdy odpowie co najmniej 20 osób, i będą się zmieniać co kilka odpowiedzi. Liczymy tylko część odpowiedzi, za każdym razem losową, żeby nikt nie poznał cudzych. To, co widać, może wpływać na osoby, które jeszcze nie odpowiedziały.
day-live-state =
    { $on ->
        [on] Ekran pokazuje pierwsze tematy także wtedy, gdy ankieta jest otwarta.
       *[off] Dopóki ankieta jest otwarta, ekran pokazuje tylko, ile osób odpowiedziało.
    }
day-live-done =
    { $on ->
        [on] Włączone. Pierwsze tematy pojawią się, gdy odpowie co najmniej 20 osób.
       *[off] Wyłączone.
    }
screen-live-now =
    Na razie, wśród { $count ->
        [one] { $count } wylosowanej osoby
        [few] { $count } wylosowanych osób
       *[other] { $count } wylosowanych osób
    }
screen-live-open = Ankieta jest jeszcze otwarta. Liczą się losowo wybrane odpowiedzi; pełne wyniki pokażemy po zamknięciu.
screen-live-code = Kod QR: { $link }
screen-live-counting = Ankieta jest zamknięta. Liczymy wyniki…
screen-live-themes = Tematy
screen-live-legend = ▲ ▼ wyraźnie więcej albo mniej osób niż przed warsztatem
screen-live-areas = Obszary
screen-live-draft = wersja robocza
screen-live-lost = Brak połączenia. Łączymy się ponownie…
screen-live-languages = Język
screen-live-language = Polski
day-to-areas = Obszary
screen-answered =
    Odpowiedziało: { $people ->
        [0] mniej niż 5 osób
       *[other] co najmniej { $people } osób
    }
screen-people =
    Odpowiedzi { $wave ->
        [before] przed warsztatem
        [after] po warsztacie
       *[other] jakiś czas po warsztacie
    }: { $count ->
        [one] { $count } osoba
        [few] { $count } osoby
       *[many] { $count } osób
    }
day-again = Odśwież
day-to-checkin = Lista obecności
day-to-today = ‹ Dzisiaj

checkin-numbers = Na miejscu: { $present }. Z miejscem: { $expected }.
checkin-unregistered = W tym bez telefonu: { $count }.
checkin-how = Wybierz osobę, która przyszła. Napisz pierwsze litery, żeby ją znaleźć.
checkin-found =
    { $count ->
        [0] Nikogo na „{ $letters }”.
       *[other] Na „{ $letters }”: { $count }.
    }
checkin-line =
    { $in ->
        [yes] ✓
       *[no] ○
    } { $name }{ $state ->
        [going] { "" }
       *[other] { " " }(bez miejsca)
    }
checkin-nameless = osoba nr { $number }
checkin-who = <b>{ $name }</b>
checkin-state =
    { $state ->
        [going] { $way ->
            [online] Ma miejsce online.
           *[room] Ma miejsce na sali.
        }
        [waiting] Jest na liście oczekujących.
        [offered] Ma zaproponowane miejsce.
       *[other] Nie ma miejsca.
    }
checkin-since = Na miejscu od { $when }.
checkin-in = Zaznacz obecność
checkin-undo = Cofnij obecność
checkin-done = Obecność zaznaczona.
checkin-undone = Obecność cofnięta.
checkin-already = Ta osoba jest już zaznaczona.
checkin-no-place = Ta osoba nie ma miejsca. Możesz ją jednak wpuścić.
checkin-other-day = Obecność zaznacza się w dniu warsztatu.
checkin-gone = Tego zapisu już nie ma.
checkin-to-list = ‹ Lista
checkin-everybody = Pokaż wszystkich
checkin-add = + osoba bez telefonu
checkin-add-done = Dodana osoba bez telefonu.
checkin-remove = − osoba bez telefonu
checkin-remove-done = Odjęta osoba bez telefonu.

command-poster = Plakat warsztatu
poster-ask = Jaki plakat?
poster-a4-pdf = A4, PDF
poster-a4-png = A4, obraz
poster-phone-png = Telefon, obraz
poster-phone-pdf = Telefon, PDF
poster-comes = Plakat: { $title }
poster-when = { $when }
poster-where = { $where }
poster-call = Zeskanuj kod i powiedz, które tematy są dla Ciebie najważniejsze.

guests-comes = Lista zapisanych, do druku. Szczególnych potrzeb na niej nie ma.
guests-note = Osoby zapisane: { $count }. Tylko dla organizatorów; po warsztacie zniszcz tę listę.
guests-state =
    { $state ->
        [going] { $way ->
            [online] online
           *[room] sala
        }
        [waiting] lista oczekujących
        [offered] miejsce zaproponowane
       *[other] bez miejsca
    }
