# Прочитано людиною, для якої українська рідна: ще ні.

command-areas = Напрями: що узгоджує воркшоп

areas-state =
    { $state ->
        [none] <b>Напрями</b>: ще жодного. Напрям – це назва, одне речення і теми, які він охоплює.
        [agreed] <b>Узгоджений основний перелік напрямів</b>
       *[draft] <b>Напрями</b>: чернетка
    }
areas-named = <b>{ $place }. { $name }</b>
areas-named-button = { $place }. { $name }
areas-called = <b>{ $name }</b>
areas-covers = Теми: { $themes }
areas-covers-none = Ще не охоплює жодної теми.
areas-outside =
    Поза напрямами: { $themes }{ $more ->
        [0] .
       *[other] {" "}та ще { $more }.
    }
areas-begin =
    Почати зі списку найважливіших ({ $count ->
        [one] { $count } тема
        [few] { $count } теми
       *[many] { $count } тем
    })
areas-begun = Кожна тема зі списку має тепер свій напрям. Об’єднуйте і змінюйте їх.
areas-add = + новий напрям
areas-added = Напрям додано. Виберіть його, щоб додати теми.
areas-ask-new =
    Напишіть назву нового напряму ({ $language ->
        [pl] польською
        [uk] українською
       *[en] англійською
    }, до { $most } знаків).
areas-themes = Теми в цьому напрямі
areas-themes-how = Торкніться теми, щоб додати або забрати її. Тема завжди в одному напрямі.
areas-theme =
    { $where ->
        [here] ✓ { $name }
        [elsewhere] { $name } (в іншому)
       *[free] { $name }
    }
areas-ready = Готово
areas-name = Назва
areas-sentence = Одне речення
areas-ask-name =
    Напишіть назву { $language ->
        [pl] польською
        [uk] українською
       *[en] англійською
    }, до { $most } знаків.
areas-ask-sentence =
    Напишіть одне речення { $language ->
        [pl] польською
        [uk] українською
       *[en] англійською
    }: про що цей напрям. До { $most } знаків.
areas-kept = Збережено.
areas-missing = Назви ще немає мовами: { $languages }.
areas-split = Поділити
areas-split-ask = Яка тема має мати власний напрям?
areas-split-done = Тема має власний напрям.
areas-merge = Об’єднати з…
areas-merge-ask = З яким напрямом? Назва того лишається.
areas-merge-done = Об’єднано.
areas-up = Вище
areas-down = Нижче
areas-moved = Порядок змінено.
areas-remove = Видалити
areas-remove-ask = Видалити цей напрям? Його теми лишаться поза напрямами.
areas-remove-yes = Так, видалити
areas-remove-done = Видалено.
areas-gone = Хтось уже видалив цей напрям. Список актуальний.
areas-are-fixed = Список узгоджено або зала саме відповідає про нього, тому зараз він не змінюється.
areas-ask = Запитати залу
areas-ask-done = Присутні отримують список на телефон.
areas-end = Завершити питання
areas-end-done = Питання завершено.
areas-look = Оновити
areas-agree = Записати як узгоджений
areas-agree-ask = Записати цей список як узгоджений? Він увійде до підсумку, звіту та файлів.
areas-agree-yes = Так, узгоджено
areas-agree-done = Список узгоджено.
areas-reopen = Повернутися до чернетки
areas-reopen-done = Це знову чернетка. У підсумку та звіті її немає.
areas-screen = Зображення на екран
areas-proposals =
    Пропозиції мешканців ({ $count })
areas-proposals-how =
    { $count ->
        [0] Немає пропозицій, про які ніхто не вирішив.
       *[other] Зала бачить лише ті слова, які ви покажете. Ніхто не побачить, хто їх написав. Торкніться, щоб показати або сховати.
    }
areas-proposal =
    { $shown ->
        [yes] ✓ { $name }
       *[no] { $name }
    }
areas-check-open =
    Зала відповідає: { $people ->
        [0] менше 5 людей
       *[other] щонайменше { $people } людей
    }.
areas-check-was = Так відповіла зала, коли востаннє питали про список:
areas-check-count =
    { $answer ->
        [agree] Погоджуюся
        [live] Можу з цим жити
       *[object] Заперечення
    }: { $people ->
        [0] менше 5 людей
       *[other] щонайменше { $people } людей
    }
areas-check-reasons = Причини заперечень, без імен:

check-ask = Чи це добрий перелік напрямів для міста?
check-nameless = Відповіді рахуються разом. Ніхто не побачить, хто що відповів.
check-agree = Погоджуюся
check-live = Можу з цим жити
check-object = Маю заперечення
check-mine =
    Ваша відповідь: { $answer ->
        [agree] погоджуюся
        [live] можу з цим жити
       *[object] маю заперечення
    }. Її можна змінити, доки зала відповідає.
check-ask-reason = Заперечення записано. Що треба змінити? Напишіть одне речення, до { $most } знаків. Його прочитають ті, хто веде воркшоп, без вашого імені та прізвища.
check-without = Не називати причину
check-reason-kept = Дякуємо, причину записано.
check-over = Це питання вже завершено. Список ведуть люди в залі.
check-not-here = На це питання відповідають присутні на воркшопі. Покажіть біля входу свій квиток або введіть код з онлайн-зустрічі.
