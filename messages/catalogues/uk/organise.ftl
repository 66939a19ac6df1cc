# Прочитано людиною, для якої українська рідна: ще ні.

command-manage = Ваші воркшопи: змінити, опублікувати, скасувати
command-new = Новий воркшоп

organise-in-language =
    { $language ->
        [pl] польською
        [uk] українською
       *[en] англійською
    }
organise-in-one-language =
    { $several ->
        [yes] { " " }({ organise-in-language })
       *[no] { "" }
    }
organise-kind-questions =
    { $kind ->
        [before] запитання перед воркшопом
        [after] запитання після воркшопу
       *[follow_up] запитання через місяці
    }

organise-step = <i>{ $number } з { $of }</i>
organise-resumed = Ви повернулися до початого воркшопу.
organise-kept-for-later = Воркшоп чекає. Повернутися до нього можна командою /novyi.
organise-thrown-away = Видалено. Нічого не збережено.
organise-none = немає
organise-now = Зараз: { $value }
organise-yes = Так, правильно
organise-other-language = <i>{ $text }</i>
organise-too-long = Уміститься щонайбільше { $most } знаків, а тут { $is }. Скоротіть, будь ласка.
organise-no-words = Напишіть це словами.
organise-leave = Перервати
organise-leave-ask = Перервати? Можна повернутися пізніше на це саме місце.
organise-leave-later = Зберегти на потім
organise-leave-delete = Видалити те, що є

# Запитання про воркшоп
organise-ask-title =
    <b>Як називається воркшоп?</b>{ organise-in-one-language }
    Назву побачать мешканці й мешканки.
organise-ask-description =
    <b>Про що він буде?</b>{ organise-in-one-language }
    Два-три речення: для кого, що відбудеться, що з цього вийде.
organise-ask-place =
    <b>Де зустрічаєтеся?</b>{ organise-in-one-language }
    Наприклад: Ратуша (Ratusz), зала засідань.
organise-ask-funding =
    <b>Повідомлення про фінансування?</b>{ organise-in-one-language }
    Якщо воно потрібне, додамо його до запрошень, результатів і звіту.
organise-ask-when =
    <b>Коли?</b>
    Напишіть так, як кажете: «21.11 17:00–20:00», «21 листопада о 17», «у п'ятницю 9–12», «завтра о 17».
organise-understood =
    Розумію це так:
    <b>{ $when }</b> ({ $year })
organise-ask-until =
    { $when }.
    <b>До котрої?</b> Виберіть тривалість або напишіть годину.
organise-ask-hour =
    { $when }.
    <b>О котрій?</b> Наприклад: 17:00–20:00.
organise-hours =
    { $count ->
        [one] { $count } година
        [few] { $count } години
       *[other] { $count } годин
    }
organise-other-time = Інший час
organise-ask-room = <b>Скільки місць у залі?</b> Виберіть або напишіть число. Коли вони закінчаться, буде список очікування.
organise-ask-online = <b>Чи можна взяти участь онлайн?</b> Якщо так, скільки місць?
organise-no-limit = без обмеження
organise-online-only = лише онлайн
organise-not-online = ні, лише в залі
organise-not-offered = ні
organise-places =
    { $count ->
        [one] { $count } місце
        [few] { $count } місця
       *[other] { $count } місць
    }
organise-nowhere = Воркшоп має відбуватися в залі або онлайн.
organise-not-a-number = Напишіть число від { $least } до { NUMBER($most, useGrouping: 0) }.
organise-ask-map = <b>Посилання на мапу?</b> Вставте адресу, наприклад з OpenStreetMap.
organise-ask-link = <b>Посилання на зустріч онлайн?</b> Записані побачать його, коли наблизиться день.
organise-not-a-link = Це не схоже на адресу. Вставте все посилання, що починається з https://
organise-ask-series = <b>Чи належить воркшоп до циклу?</b> Виберіть або напишіть назву нового{ organise-in-one-language }. За циклами можна стежити.
organise-ask-series-name =
    <b>Як називається цикл?</b>{ organise-in-one-language }
    Цю назву покажуть і інші воркшопи циклу.
organise-ask-languages = <b>Якими мовами запитуємо?</b> Торкніться, щоб додати або прибрати.
organise-one-language = Потрібна хоча б одна мова.
organise-catalogue =
    { $title } ({ $count ->
        [one] { $count } тема
        [few] { $count } теми
       *[other] { $count } тем
    })
organise-themes-of = Як у: { $title } ({ $count })
organise-themes-now = Теми ({ $count }): { $themes }
organise-themes-translate =
    <b>Назви тем { organise-in-language }</b>
    Вставте їх у тому самому порядку, кожну в окремому рядку.
organise-ask-themes =
    <b>З яких тем вибираємо?</b>
    Виберіть список або вставте свій{ organise-in-one-language }: кожна тема в окремому рядку.
organise-list-looked-at = <b>{ $list }</b>
organise-take-list = Взяти цей список
organise-other-lists = ‹ Інші списки
organise-take-questions = Взяти ці запитання
organise-theme-too-long = Тема може мати щонайбільше { $most } знаків, а ця має більше: «{ $theme }…»
organise-theme-no-words = У «{ $theme }» немає слів. Вставте список ще раз.
organise-theme-twice = Ця тема є двічі: «{ $theme }». Вставте список ще раз.
organise-themes-number = У списку має бути від { $least } до { $most } тем, а є { $is }. Вставте весь список одним повідомленням.
organise-lines-number = Тем { $count }, а рядків { $is }. Вставте ще раз, по одному рядку на тему.
organise-instrument =
    { $title } ({ $count ->
        [one] { $count } запитання
        [few] { $count } запитання
       *[other] { $count } запитань
    })
organise-question = { $number }. { $text }
organise-ask-instrument = <b>Про що запитуємо перед воркшопом і після нього?</b> Запитання ті самі.
organise-ask-access = <b>Хто може відповідати?</b>
organise-access-everybody = Кожна людина
organise-access-registered = Записані на воркшоп
organise-access-code = Ті, хто знає код
organise-ask-code = <b>Який код?</b> Щонайменше { $least } знаки. Великі літери й пробіли не мають значення. Код запитаємо один раз: перед питаннями або перед реєстрацією. Хто вже має місце, той його зберігає.
organise-code-length = Код має мати від { $least } до { $most } знаків.
organise-skip-description = Без опису
organise-skip-place = Місце вкажу пізніше
organise-skip-map = Без мапи
organise-skip-link = Посилання дам пізніше
organise-skip-series = Без циклу
organise-skip-funding = Такого повідомлення немає

date-unclear-empty = Напишіть, коли.
date-unclear-not-understood = Не розумію цього часу. Напишіть, наприклад: 21.11 17:00.
date-unclear-rest = Не розумію, що означає «{ $rest }». Напишіть, наприклад: 21.11 17:00–20:00.
date-unclear-no-date = Бракує дня. Напишіть, наприклад: 21.11 17:00.
date-unclear-no-time = О котрій годині?
date-unclear-hour = { $when }: о котрій годині?
date-unclear-no-such-date = Такого дня в календарі немає.
date-unclear-no-such-time = Такої години немає.
date-unclear-weekday-mismatch = День тижня не збігається з датою. Перевірте, будь ласка, що ви маєте на увазі.
date-unclear-end-before-start = Кінець припадає раніше за початок.
date-unclear-past = Цей час уже минув.
date-unclear-too-far = Це дуже далека дата. Перевірте рік.
date-unclear-too-long = Це тривало б понад два тижні. Перевірте дати.

# Перевірка
organise-review-head = <b>Перевірте, перш ніж зберегти</b>
organise-line-when = Коли: { $value }
organise-line-room = У залі: { $value }
organise-line-place = Де: { $value }
organise-line-online = Онлайн: { $value }
organise-line-link = Посилання: { $value }
organise-line-series = Цикл: { $value }
organise-line-languages = Мови: { $value }
organise-line-access = Може відповідати: { $value }
organise-line-funding = <i>{ $value }</i>
organise-wave =
    { $kind ->
        [before] Запитання перед воркшопом
        [after] Запитання після воркшопу
       *[follow_up] Запитання через місяці
    }: { $span }
organise-ask-waves = <b>Коли запитуємо?</b> Виберіть, що змінити.
organise-wave-opens =
    { $kind ->
        [before] Перед: початок
        [after] Після: початок
       *[follow_up] Через місяці: початок
    }
organise-wave-closes =
    { $kind ->
        [before] Перед: кінець
        [after] Після: кінець
       *[follow_up] Через місяці: кінець
    }
organise-ask-wave-edge =
    { $which ->
        [opens] <b>Коли відкриваємо { organise-kind-questions }?</b>
       *[closes] <b>Коли закриваємо { organise-kind-questions }?</b>
    }
    Зараз: { $now }
organise-wave-order = Запитання не можуть закінчитися раніше, ніж почнуться.
organise-waves-overlap = Запитання після воркшопу можуть початися лише тоді, коли попередні закриті.
organise-missing = <b>Бракує перекладів.</b> Хто читає цією мовою, побачить іншу:
organise-missing-one =
    – { $field }{ $count ->
        [one] { "" }
        [few] { " " }({ $count })
       *[other] { " " }({ $count })
    } – { organise-in-language }
organise-fill-missing = Додати переклади ({ $count })
organise-translating =
    { $language ->
        [pl] <b>Польською</b>
        [uk] <b>Українською</b>
       *[en] <b>Англійською</b>
    }
organise-skip-translation = Пропустити
organise-field-title = Назва
organise-field-description = Опис
organise-field-when = Час
organise-field-room = Місця в залі
organise-field-place = Місце
organise-field-map = Мапа
organise-field-online = Місця онлайн
organise-field-link = Посилання онлайн
organise-field-series = Цикл
organise-field-languages = Мови
organise-field-themes = Теми
organise-field-instrument = Запитання
organise-field-funding = Фінансування
organise-field-access = Хто відповідає
organise-field-waves = Коли запитуємо
organise-button-preview = [{ $label }]
organise-look = Перегляд для мешканців
organise-look-head = <i>Так це побачать мешканці й мешканки ({ organise-in-language })</i>
organise-change = Змінити
organise-change-which = <b>Що хочете змінити?</b>
organise-save = Зберегти чернетку
organise-made =
    Збережено: <b>{ $title }</b>
    Це чернетка. Її бачать лише організатори, доки ви її не опублікуєте.
organise-not-made = Не вдалося зберегти. Спробуйте ще раз командою /novyi.
organise-link = Посилання на воркшоп: { $link }
organise-to-manage = Відкрити воркшоп

# Ваші воркшопи
organise-list-head =
    { $count ->
        [0] Ще немає жодного воркшопу.
       *[other] <b>Ваші воркшопи</b>
    }
organise-listed =
    { $state ->
        [draft] Чернетка · { $title }
        [done] Завершено · { $title }
        [cancelled] Скасовано · { $title }
       *[announced] { $title }
    }
organise-to-new = Новий воркшоп
organise-to-list = ‹ Ваші воркшопи
    .simple = Ваші воркшопи
organise-state =
    { $state ->
        [draft] <i>Чернетка: мешканці її ще не бачать</i>
        [done] <i>Завершено</i>
        [cancelled] <i>Скасовано</i>
       *[announced] <i>Опубліковано</i>
    }
organise-going = Записані: { $going }, у списку очікування: { $waiting }
organise-ballots =
    { $kind ->
        [before] Відповіді перед воркшопом
        [after] Відповіді після воркшопу
       *[follow_up] Відповіді через місяці
    }: щонайменше { $count }
organise-publish = Опублікувати
organise-publish-ask = <b>Опублікувати воркшоп?</b> Найближчі повідомлення:
organise-publish-yes = Так, опублікувати
organise-published = Опубліковано. Повідомлення вийдуть за графіком.
organise-to-timeline = Графік
organise-to-poster = Плакат
organise-guests = Список записаних (PDF)
organise-to-today = Сьогодні: зала й опитування
organise-to-results = Результати
organise-to-announce = Написати людям
organise-finish = Завершити воркшоп
organise-finish-ask =
    <b>Завершити воркшоп?</b>
    Дату, місце й питання потім змінити не можна. Результати, графік і повідомлення залишаться.
organise-finish-yes = Так, завершити
organise-finished = Воркшоп завершено.
organise-cancel = Скасувати воркшоп
organise-cancel-ask =
    <b>Скасувати воркшоп?</b>
    Заплановані повідомлення не вийдуть. Про скасування дізнаються: { $people }. Цього не можна повернути.
organise-cancel-draft-ask =
    <b>Скасувати воркшоп?</b>
    Про нього ще ніхто не знає. Цього не можна повернути.
organise-cancel-yes = Так, скасувати
organise-called-off = Воркшоп скасовано.
organise-over = Цього вже не можна змінити.
organise-drop = Відкинути зміни
organise-change-more = Змінити ще щось
organise-confirm = Підтвердити зміни
organise-changed = Змінено.
organise-changed-meanwhile = Тим часом хтось змінив цей воркшоп. Перевірте нижче, що тепер змінить ваша правка.
organise-nothing-changed = Нічого не змінюється.
organise-will-change = <b>Зміниться:</b> { $fields }
organise-old-and-new =
    Було: { $old }
    Буде: { $new }
organise-refused = Цієї зміни не можна внести:
organise-refused-themes = – теми, які хтось уже вибрав, мають залишитися в списку; назви можна виправляти
organise-refused-waves = – запитання, що вже почалися, не можна перенести чи прибрати
organise-refused-profile = – хтось уже вказав про себе те, чого в списку не було б
organise-refused-places = – зайнятих місць більше
organise-refused-questions = – на ці запитання вже є відповіді, і вони втратили б сенс
organise-entries-move =
    { $count ->
        [one] Зсунеться { $count } повідомлення:
        [few] Зсунуться { $count } повідомлення:
       *[other] Зсунеться { $count } повідомлень:
    }
organise-entry =
    { $number ->
        [1] { $kind }
       *[other] { $kind } ({ $number })
    }
organise-entries-more = – і ще { $count }
organise-entry-goes = – { $entry }: не вийде
organise-entry-moves = – { $entry }: { $new }
organise-entry-line = – { $when }: { $entry }, { $people }
organise-entry-said = – { $entry }: не вийде окремо, про це скаже запрошення
organise-will-tell = Повідомимо: { $people } (усіх, хто знає попередній час або місце).
organise-answers-stay =
    { $kind ->
        [before] Відповіді перед воркшопом
        [after] Відповіді після воркшопу
       *[follow_up] Відповіді через місяці
    } (щонайменше { $count }) залишаються.
organise-people =
    { $how ->
        [few] менше 5 людей
        [about] близько { $count } людей
        [least] щонайменше { $count } людей
       *[exact] { $count ->
            [one] { $count } людина
            [few] { $count } людини
           *[other] { $count } людей
        }
    }
