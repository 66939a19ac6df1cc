# Przeczytane przez osobę, dla której polski jest językiem ojczystym: jeszcze nie.

choose-language = Wybierz język · Оберіть мову · Choose a language
notice-hello = Dzień dobry! Tu Wspólnie. Pyta { $office }.
notice-what = Pytamy, które tematy są dla Ciebie najważniejsze – przed warsztatem i po nim. Zajmie to 2 minuty.
notice-data =
    Wyniki pokazujemy tylko zbiorczo. Tematy i powody, które napiszesz, przeczytają osoby z urzędu, bez Twojego imienia i nazwiska. Wiadomości przechodzą przez Telegram.
notice-research = Z odpowiedzi powstanie też plik do badań: po wierszu na każdy wybrany temat, z Twoją grupą, dzielnicą i wiekiem, jeśli je podasz. Bez imion i własnych słów, z nowym kodem w każdej kopii. Dostaną go tylko osoby, którym urząd dał do tego prawo.
notice-research-where = Dotyczy to warsztatów: { $workshops }
notice-new-version = Zmieniła się informacja o danych. Przeczytaj ją, proszę, zanim pójdziemy dalej.
notice-first = Najpierw przeczytaj, proszę, tę krótką informację i wybierz przycisk.
notice-agree =
    { $basis ->
        [consent] Zgadzam się
       *[public_task] Przeczytane, zaczynamy
    }
notice-details = Co dokładnie zapisujecie?
notice-refuse = Nie, dziękuję
refused =
    { $known ->
        [yes] Rozumiemy. Nie zapiszemy o Tobie nic nowego. To, co już mamy, zostaje: zobaczysz to w /mojedane, usuniesz przez /usun.
       *[no] Rozumiemy. Nic o Tobie nie zapisujemy poza numerem konta w Telegramie i językiem.
    } Gdyby się coś zmieniło, wystarczy /start.
refused-after-all = Jednak chcę

details-head = <b>Co zapisujemy i po co</b>
details-controller = Administrator danych: { $controller }. Inspektor ochrony danych: { $officer }.
details-purpose =
    { $basis ->
        [consent] Po co: żeby wiedzieć, co jest ważne dla mieszkanek i mieszkańców. Podstawa: Twoja zgoda (art. 6 ust. 1 lit. a RODO). { $basis-text }
       *[public_task] Po co: żeby wiedzieć, co jest ważne dla mieszkanek i mieszkańców. Podstawa: zadanie w interesie publicznym (art. 6 ust. 1 lit. e RODO). { $basis-text }
    }
details-what = Co: numer Twojego konta w Telegramie (to nie jest numer telefonu), język, odpowiedzi, a jeśli zechcesz – zapis na warsztat (z imieniem i nazwiskiem z Telegrama), grupę, dzielnicę i przedział wieku.
details-who = Kto widzi: wyniki wszyscy, ale tylko zbiorczo i bez małych grup. Tematy i powody własnymi słowami czytają osoby z urzędu, bez nazwisk. Nikt nie widzi imienia obok odpowiedzi.
details-how-long =
    { $links ->
        [one] Jak długo: powiązanie odpowiedzi z Tobą usuwamy { $links } dzień po podsumowaniu,
        [few] Jak długo: powiązanie odpowiedzi z Tobą usuwamy { $links } dni po podsumowaniu,
        [many] Jak długo: powiązanie odpowiedzi z Tobą usuwamy { $links } dni po podsumowaniu,
       *[other] Jak długo: powiązanie odpowiedzi z Tobą usuwamy { $links } dnia po podsumowaniu,
    } { $names ->
        [one] imię z zapisu { $names } dzień po warsztacie,
        [few] imię z zapisu { $names } dni po warsztacie,
        [many] imię z zapisu { $names } dni po warsztacie,
       *[other] imię z zapisu { $names } dnia po warsztacie,
    } { $needs ->
        [one] szczególne potrzeby { $needs } dzień po nim.
        [few] szczególne potrzeby { $needs } dni po nim.
        [many] szczególne potrzeby { $needs } dni po nim.
       *[other] szczególne potrzeby { $needs } dnia po nim.
    }
details-backups =
    { $days ->
        [one] Kopie zapasowe trzymamy { $days } dzień.
        [few] Kopie zapasowe trzymamy { $days } dni.
        [many] Kopie zapasowe trzymamy { $days } dni.
       *[other] Kopie zapasowe trzymamy { $days } dnia.
    }
details-telegram = Telegram jest osobnym administratorem. Czat z botem nie jest szyfrowany od końca do końca, a wiadomości mogą opuszczać Unię Europejską. Telegram jest od 16 lat; młodsze osoby mogą odpowiedzieć na papierze.
details-rights =
    { $basis ->
        [consent] Twoje prawa: wgląd i plik (/mojedane), usunięcie (/usun), wycofanie zgody (/prywatnosc), skarga do Prezesa UODO. Nikt nie podejmuje o Tobie decyzji automatycznie.
       *[public_task] Twoje prawa: wgląd i plik (/mojedane), usunięcie (/usun), sprzeciw (/prywatnosc), skarga do Prezesa UODO. Nikt nie podejmuje o Tobie decyzji automatycznie.
    }
details-contact = Kontakt: { $contact }. Strona: { $page }. Wersja informacji: { $version }.
