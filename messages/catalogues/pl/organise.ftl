# Przeczytane przez osobę, dla której polski jest językiem ojczystym: jeszcze nie.

command-manage = Twoje warsztaty: zmień, opublikuj, odwołaj
command-new = Nowy warsztat

organise-in-language =
    { $language ->
        [pl] po polsku
        [uk] po ukraińsku
       *[en] po angielsku
    }
organise-in-one-language =
    { $several ->
        [yes] { " " }({ organise-in-language })
       *[no] { "" }
    }
organise-kind-questions =
    { $kind ->
        [before] pytania przed warsztatem
        [after] pytania po warsztacie
       *[follow_up] pytania po miesiącach
    }

organise-step = <i>{ $number } z { $of }</i>
organise-resumed = Wracasz do zaczętego warsztatu.
organise-kept-for-later = Warsztat czeka. Wrócisz do niego poleceniem /nowy.
organise-thrown-away = Usunięte. Nic nie zostało zapisane.
organise-none = brak
organise-now = Teraz: { $value }
organise-yes = Zgadza się
organise-other-language = <i>{ $text }</i>
organise-too-long = Zmieści się najwyżej { $most } znaków, a jest { $is }. Skróć, proszę.
organise-no-words = Napisz to słowami.
organise-leave = Przerwij
organise-leave-ask = Przerwać? Możesz wrócić później w to samo miejsce.
organise-leave-later = Zachowaj na później
organise-leave-delete = Usuń to, co jest

# Pytania o warsztat
organise-ask-title =
    <b>Jak nazywa się warsztat?</b>{ organise-in-one-language }
    Tytuł zobaczą mieszkanki i mieszkańcy.
organise-ask-description =
    <b>O czym będzie?</b>{ organise-in-one-language }
    Dwa, trzy zdania: dla kogo, co się wydarzy, co z tego będzie.
organise-ask-place =
    <b>Gdzie się spotykacie?</b>{ organise-in-one-language }
    Na przykład: Ratusz, sala obrad.
organise-ask-funding =
    <b>Informacja o finansowaniu?</b>{ organise-in-one-language }
    Jeśli jest wymagana, dodamy ją do zaproszeń, wyników i raportu.
organise-ask-when =
    <b>Kiedy?</b>
    Napisz tak, jak mówisz: „21.11 17:00–20:00”, „21 listopada o 17”, „w piątek 9–12”, „jutro o 17”.
organise-understood =
    Rozumiem to tak:
    <b>{ $when }</b> ({ $year })
organise-ask-until =
    { $when }.
    <b>Do której?</b> Wybierz, jak długo, albo napisz godzinę.
organise-ask-hour =
    { $when }.
    <b>O której?</b> Na przykład: 17:00–20:00.
organise-hours =
    { $count ->
        [one] { $count } godzina
        [few] { $count } godziny
       *[other] { $count } godzin
    }
organise-other-time = Inny termin
organise-ask-room = <b>Ile miejsc jest na sali?</b> Wybierz albo napisz liczbę. Kiedy się skończą, powstanie lista oczekujących.
organise-ask-online = <b>Czy można uczestniczyć online?</b> Jeśli tak, ile jest miejsc?
organise-no-limit = bez limitu
organise-online-only = tylko online
organise-not-online = nie, tylko na sali
organise-not-offered = nie
organise-places =
    { $count ->
        [one] { $count } miejsce
        [few] { $count } miejsca
       *[other] { $count } miejsc
    }
organise-nowhere = Warsztat musi odbywać się na sali albo online.
organise-not-a-number = Napisz liczbę od { $least } do { NUMBER($most, useGrouping: 0) }.
organise-ask-map = <b>Link do mapy?</b> Wklej adres, na przykład z OpenStreetMap.
organise-ask-link = <b>Link do spotkania online?</b> Zobaczą go zapisane osoby, gdy zbliży się termin.
organise-not-a-link = To nie wygląda na adres. Wklej cały link zaczynający się od https://
organise-ask-series = <b>Czy warsztat należy do cyklu?</b> Wybierz albo napisz nazwę nowego{ organise-in-one-language }. Cykle można obserwować.
organise-ask-series-name =
    <b>Jak nazywa się cykl?</b>{ organise-in-one-language }
    Tę nazwę pokażą też pozostałe warsztaty cyklu.
organise-ask-languages = <b>W jakich językach pytamy?</b> Stuknij, żeby dodać albo usunąć.
organise-one-language = Potrzebny jest choć jeden język.
organise-catalogue =
    { $title } ({ $count ->
        [one] { $count } temat
        [few] { $count } tematy
       *[other] { $count } tematów
    })
organise-themes-of = Jak w: { $title } ({ $count })
organise-themes-now = Tematy ({ $count }): { $themes }
organise-themes-translate =
    <b>Nazwy tematów { organise-in-language }</b>
    Wklej je w tej samej kolejności, każdą w osobnym wierszu.
organise-ask-themes =
    <b>Spośród jakich tematów wybieramy?</b>
    Wybierz listę albo wklej własną{ organise-in-one-language }: każdy temat w osobnym wierszu.
organise-list-looked-at = <b>{ $list }</b>
organise-take-list = Weź tę listę
organise-other-lists = ‹ Inne listy
organise-take-questions = Weź te pytania
organise-theme-too-long = Temat może mieć najwyżej { $most } znaków, a ten ma więcej: „{ $theme }…”
organise-theme-no-words = W „{ $theme }” nie ma słów. Wklej listę jeszcze raz.
organise-theme-twice = Ten temat jest dwa razy: „{ $theme }”. Wklej listę jeszcze raz.
organise-themes-number = Lista ma mieć od { $least } do { $most } tematów, a jest { $is }. Wklej całą listę w jednej wiadomości.
organise-lines-number = Tematów jest { $count }, a wierszy { $is }. Wklej jeszcze raz, po jednym wierszu na temat.
organise-instrument =
    { $title } ({ $count ->
        [one] { $count } pytanie
        [few] { $count } pytania
       *[other] { $count } pytań
    })
organise-question = { $number }. { $text }
organise-ask-instrument = <b>O co pytamy przed warsztatem i po nim?</b> Pytania są te same.
organise-ask-access = <b>Kto może odpowiadać?</b>
organise-access-everybody = Każda osoba
organise-access-registered = Osoby zapisane na warsztat
organise-access-code = Osoby, które znają kod
organise-ask-code = <b>Jaki kod?</b> Co najmniej { $least } znaki. Wielkość liter i odstępy nie mają znaczenia. O kod zapytamy raz: przed pytaniami albo przed zapisem. Kto ma już miejsce, zachowuje je.
organise-code-length = Kod ma mieć od { $least } do { $most } znaków.
organise-skip-description = Bez opisu
organise-skip-place = Miejsce podam później
organise-skip-map = Bez mapy
organise-skip-link = Link podam później
organise-skip-series = Bez cyklu
organise-skip-funding = Nie ma takiej informacji

date-unclear-empty = Napisz, kiedy.
date-unclear-not-understood = Nie rozumiem tego terminu. Napisz na przykład: 21.11 17:00.
date-unclear-rest = Nie rozumiem, co znaczy „{ $rest }”. Napisz na przykład: 21.11 17:00–20:00.
date-unclear-no-date = Brakuje dnia. Napisz na przykład: 21.11 17:00.
date-unclear-no-time = O której godzinie?
date-unclear-hour = { $when }: o której godzinie?
date-unclear-no-such-date = Takiego dnia nie ma w kalendarzu.
date-unclear-no-such-time = Takiej godziny nie ma.
date-unclear-weekday-mismatch = Dzień tygodnia nie zgadza się z datą. Sprawdź, proszę, którą masz na myśli.
date-unclear-end-before-start = Koniec wypada przed początkiem.
date-unclear-past = Ten termin już minął.
date-unclear-too-far = To bardzo odległy termin. Sprawdź rok.
date-unclear-too-long = To trwałoby ponad dwa tygodnie. Sprawdź daty.

# Sprawdzenie
organise-review-head = <b>Sprawdź, zanim zapiszesz</b>
organise-line-when = Kiedy: { $value }
organise-line-room = Na sali: { $value }
organise-line-place = Gdzie: { $value }
organise-line-online = Online: { $value }
organise-line-link = Link: { $value }
organise-line-series = Cykl: { $value }
organise-line-languages = Języki: { $value }
organise-line-access = Może odpowiadać: { $value }
organise-line-funding = <i>{ $value }</i>
organise-wave =
    { $kind ->
        [before] Pytania przed warsztatem
        [after] Pytania po warsztacie
       *[follow_up] Pytania po miesiącach
    }: { $span }
organise-ask-waves = <b>Kiedy pytamy?</b> Wybierz, co zmienić.
organise-wave-opens =
    { $kind ->
        [before] Przed: początek
        [after] Po: początek
       *[follow_up] Po miesiącach: początek
    }
organise-wave-closes =
    { $kind ->
        [before] Przed: koniec
        [after] Po: koniec
       *[follow_up] Po miesiącach: koniec
    }
organise-ask-wave-edge =
    { $which ->
        [opens] <b>Kiedy otwieramy { organise-kind-questions }?</b>
       *[closes] <b>Kiedy zamykamy { organise-kind-questions }?</b>
    }
    Teraz: { $now }
organise-wave-order = Pytania nie mogą się kończyć przed początkiem.
organise-waves-overlap = Pytania po warsztacie mogą się zacząć dopiero po zamknięciu poprzednich.
organise-missing = <b>Brakuje tłumaczeń.</b> Osoby czytające w tym języku zobaczą inny:
organise-missing-one =
    – { $field }{ $count ->
        [one] { "" }
        [few] { " " }({ $count })
       *[other] { " " }({ $count })
    } – { organise-in-language }
organise-fill-missing = Uzupełnij tłumaczenia ({ $count })
organise-translating =
    { $language ->
        [pl] <b>Po polsku</b>
        [uk] <b>Po ukraińsku</b>
       *[en] <b>Po angielsku</b>
    }
organise-skip-translation = Pomiń
organise-field-title = Tytuł
organise-field-description = Opis
organise-field-when = Termin
organise-field-room = Miejsca na sali
organise-field-place = Miejsce
organise-field-map = Mapa
organise-field-online = Miejsca online
organise-field-link = Link online
organise-field-series = Cykl
organise-field-languages = Języki
organise-field-themes = Tematy
organise-field-instrument = Pytania
organise-field-funding = Finansowanie
organise-field-access = Kto odpowiada
organise-field-waves = Terminy pytań
organise-button-preview = [{ $label }]
organise-look = Podgląd dla mieszkańców
organise-look-head = <i>Tak zobaczą to mieszkanki i mieszkańcy ({ organise-in-language })</i>
organise-change = Zmień
organise-change-which = <b>Co chcesz zmienić?</b>
organise-save = Zapisz szkic
organise-made =
    Zapisane: <b>{ $title }</b>
    To szkic. Widzą go tylko osoby organizujące, dopóki go nie opublikujesz.
organise-not-made = Nie udało się zapisać. Spróbuj jeszcze raz poleceniem /nowy.
organise-link = Link do warsztatu: { $link }
organise-to-manage = Otwórz warsztat

# Twoje warsztaty
organise-list-head =
    { $count ->
        [0] Nie ma jeszcze żadnego warsztatu.
       *[other] <b>Twoje warsztaty</b>
    }
organise-listed =
    { $state ->
        [draft] Szkic · { $title }
        [done] Zakończony · { $title }
        [cancelled] Odwołany · { $title }
       *[announced] { $title }
    }
organise-to-new = Nowy warsztat
organise-to-list = ‹ Twoje warsztaty
    .simple = Twoje warsztaty
organise-state =
    { $state ->
        [draft] <i>Szkic: mieszkanki i mieszkańcy jeszcze go nie widzą</i>
        [done] <i>Zakończony</i>
        [cancelled] <i>Odwołany</i>
       *[announced] <i>Opublikowany</i>
    }
organise-going = Zapisane osoby: { $going }, na liście oczekujących: { $waiting }
organise-ballots =
    { $kind ->
        [before] Odpowiedzi przed warsztatem
        [after] Odpowiedzi po warsztacie
       *[follow_up] Odpowiedzi po miesiącach
    }: co najmniej { $count }
organise-publish = Opublikuj
organise-publish-ask = <b>Opublikować warsztat?</b> Najbliższe wiadomości:
organise-publish-yes = Tak, opublikuj
organise-published = Opublikowane. Wiadomości wyjdą zgodnie z harmonogramem.
organise-to-timeline = Harmonogram
organise-to-poster = Plakat
organise-guests = Lista zapisanych (PDF)
organise-to-today = Dzisiaj: sala i ankieta
organise-to-results = Wyniki
organise-to-announce = Napisz do ludzi
organise-finish = Zakończ warsztat
organise-finish-ask =
    <b>Zakończyć warsztat?</b>
    Daty, miejsca i pytań nie da się potem zmienić. Wyniki, harmonogram i wiadomości zostają.
organise-finish-yes = Tak, zakończ
organise-finished = Warsztat zakończony.
organise-cancel = Odwołaj warsztat
organise-cancel-ask =
    <b>Odwołać warsztat?</b>
    Zaplanowane wiadomości nie wyjdą. O odwołaniu dowie się: { $people }. Tego nie da się cofnąć.
organise-cancel-draft-ask =
    <b>Odwołać warsztat?</b>
    Nikt o nim jeszcze nie wie. Tego nie da się cofnąć.
organise-cancel-yes = Tak, odwołaj
organise-called-off = Warsztat odwołany.
organise-over = Tego już nie można zmienić.
organise-drop = Porzuć zmiany
organise-change-more = Zmień coś jeszcze
organise-confirm = Zatwierdź zmiany
organise-changed = Zmienione.
organise-changed-meanwhile = W międzyczasie ktoś zmienił ten warsztat. Sprawdź poniżej, co teraz zmieni Twoja poprawka.
organise-nothing-changed = Nic się nie zmienia.
organise-will-change = <b>Zmieni się:</b> { $fields }
organise-old-and-new =
    Było: { $old }
    Będzie: { $new }
organise-refused = Tej zmiany nie można wprowadzić:
organise-refused-themes = – tematy, które ktoś już wybrał, muszą zostać na liście; nazwy można poprawiać
organise-refused-waves = – rozpoczętych pytań nie można przenieść ani usunąć
organise-refused-profile = – ktoś już podał o sobie coś, czego nie byłoby na liście
organise-refused-places = – zajętych miejsc jest więcej
organise-refused-questions = – są już odpowiedzi na te pytania i straciłyby sens
organise-entries-move =
    { $count ->
        [one] Przesunie się { $count } wiadomość:
        [few] Przesuną się { $count } wiadomości:
       *[other] Przesunie się { $count } wiadomości:
    }
organise-entry =
    { $number ->
        [1] { $kind }
       *[other] { $kind } ({ $number })
    }
organise-entries-more = – i jeszcze { $count }
organise-entry-goes = – { $entry }: nie wyjdzie
organise-entry-moves = – { $entry }: { $new }
organise-entry-line = – { $when }: { $entry }, { $people }
organise-entry-said = – { $entry }: nie wyjdzie osobno, powie to zaproszenie
organise-will-tell = Powiadomimy: { $people } (wszyscy, którzy znają poprzedni termin lub miejsce).
organise-answers-stay =
    { $kind ->
        [before] Odpowiedzi przed warsztatem
        [after] Odpowiedzi po warsztacie
       *[follow_up] Odpowiedzi po miesiącach
    } (co najmniej { $count }) zostają.
organise-people =
    { $how ->
        [few] mniej niż 5 osób
        [about] ok. { $count } osób
        [least] co najmniej { $count } osób
       *[exact] { $count ->
            [one] { $count } osoba
            [few] { $count } osoby
           *[other] { $count } osób
        }
    }
