# Przeczytane przez osobę, dla której polski jest językiem ojczystym: jeszcze nie.

offer-came = Zwolniło się miejsce: { $title }
offer-until = Trzymamy je dla Ciebie do { $until }. Potem dostanie je następna osoba z listy.
offer-over = Czas na odpowiedź minął i nie trzymamy już dla Ciebie miejsca: { $title }
step-apology = Przepraszamy, czegoś nie udało się zapisać. Osoby prowadzące tę usługę już o tym wiedzą. Spróbuj jeszcze raz albo napisz: { $contact }
step-dead = Jednej wiadomości nie udało się obsłużyć (wpis { $row }). Szczegóły są w dzienniku; po naprawie: ./wspolnie inbox retry
flood-notice = To było bardzo dużo wiadomości naraz. Nic nie zginie: czytamy je po kolei, tak jak przyszły. Daj nam chwilę, zanim wyślesz następne.
group-invitation = Rozmawiam tylko prywatnie. Napisz do mnie: t.me/{ $bot }

health-bad = Usługa ma kłopot: { $what }. Co robić, mówi ./wspolnie doctor. Napiszemy raz jeszcze, gdy wszystko będzie w porządku.
health-well = Usługa znów działa jak należy.
health-wrong =
    { $what ->
        [inbox] od ponad minuty czeka nieobsłużona wiadomość
        [intake] od dwóch minut nie udało się zapytać Telegrama o wiadomości
        [sweep] spóźnia się sprawdzanie harmonogramu
        [clock] zegar serwera różni się od zegara Telegrama o ponad minutę, więc wiadomości mogą wyjść o złej porze
       *[database] baza danych nie odpowiada
    }
file-not-made =
    { $what ->
        [pdf] Nie udało się przygotować PDF: zawiódł program Chromium na serwerze. Zamiast tego przesyłamy ten sam raport jako stronę. Można ją wydrukować z przeglądarki.
       *[file] Nie udało się przygotować tego pliku. Spróbuj jeszcze raz za jakiś czas.
    }
paid-rate-short = Botowi brakuje gwiazdek (Telegram Stars) na płatną szybką wysyłkę. Nic nie ginie: wiadomości do wielu osób wychodzą teraz po 30 na sekundę, za darmo. Doładuj gwiazdki bota albo ustaw ALLOW_PAID_BROADCAST=false. Płatną wysyłkę sprawdzamy co godzinę.
