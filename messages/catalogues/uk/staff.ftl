# Прочитано людиною, для якої українська рідна: ще ні.

command-results = Результати опитувань: текст, зображення, файли

staff-results-choose =
    { $count ->
        [0] Воркшопу з результатами ще немає.
       *[other] Результати якого воркшопу показати?
    }
staff-which-wave = Які запитання?
staff-wave =
    { $wave ->
        [before] Перед воркшопом
        [after] Після воркшопу
       *[other] Через деякий час після воркшопу
    } · { $state ->
        [planned] ще не почалися
        [open] тривають
       *[other] завершені
    }
staff-other-wave = Інші запитання
staff-not-begun = Ці запитання почнуться: { $when }.
staff-computed = Запитання завершені, результати саме рахуються. Зазвичай це кілька секунд.
staff-look-again = Перевірити ще раз
staff-released-at = Результати покажемо після завершення запитань: { $when }.
staff-view-summary = <b>Підсумок</b>
staff-view-themes = <b>Тема за темою</b>
staff-view-groups = <b>Групи</b>
staff-view-change = <b>Зміна</b> серед тих, хто відповів двічі
staff-view-own = <b>Власні теми</b>
staff-to-summary = Підсумок
staff-to-themes = Тема за темою
staff-to-groups = Групи
staff-to-change = Зміна
staff-to-own = Власні теми
staff-picture = Зображення
staff-file-xlsx = Excel
staff-file-csv = CSV
staff-file-csv-pl = CSV (Excel)
staff-file-json = JSON
staff-file-html = Звіт
staff-file-comes = Надсилаємо окремим повідомленням.
staff-people-chose =
    { $count ->
        [one] { $count } особа
        [few] { $count } особи
       *[other] { $count } осіб
    }
staff-group-people =
    { $count ->
        [one] { $count } особа
        [few] { $count } особи
       *[other] { $count } осіб
    }, найчастіше:
staff-place = Місце за балами: { $place } (межі { $low }–{ $high })
staff-some-hidden = Частину чисел приховано: замало людей.
staff-before-after =
    Із { $n ->
        [one] { $n } особи
        [few] { $n } осіб
       *[other] { $n } осіб
    } обрали: раніше { $before }, пізніше { $after }
staff-own-few = Власні теми, яких ще ніхто не переглянув: менше ніж 5 осіб.
staff-own-waiting =
    { $count ->
        [one] { $count } особа має власну тему, якої ще ніхто не переглянув.
        [few] { $count } особи мають власні теми, яких ще ніхто не переглянув.
       *[other] { $count } осіб мають власні теми, яких ще ніхто не переглянув.
    }
staff-own-accepted = Прийнята: { $name }
staff-own-merged =
    { $name }: сюди { $count ->
        [one] зараховано { $count } власну тему
        [few] зараховано { $count } власні теми
       *[other] зараховано { $count } власних тем
    }
staff-own-none = Жодної власної теми ще не прийнято й не об’єднано з іншою.
