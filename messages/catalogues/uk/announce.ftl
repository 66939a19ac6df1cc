# Прочитано людиною, для якої українська рідна: ще ні.

command-timeline = Графік: що і коли вийде
command-announce = Написати багатьом людям
organise-to-workshop = ‹ Воркшоп
    .simple = Воркшоп
organise-number =
    { $how ->
        [few] менше 5
        [least] щонайменше { $count }
       *[exact] { $count }
    }

# Графік
timeline-choose = <b>Графік якого воркшопу?</b>
timeline-head =
    { $count ->
        [0] Більше нічого не заплановано.
       *[other] Що і коли вийде. Виберіть, щоб змінити.
    }
timeline-listed =
    { $state ->
        [off] <s>{ $when }</s> · { $entry } (вимкнено)
       *[planned] <b>{ $when }</b> · { $entry }
    }
timeline-listed-button = { $when } · { $entry }
timeline-to = Кому: { $audience } – зараз { $people }
timeline-tells-nobody = Відбувається саме, без повідомлення.
timeline-due = Вийде: { $when }
timeline-is-off = <b>Вимкнено.</b>
timeline-is-off-now = Це вимкнено. Спершу ввімкніть.
timeline-switch-on = Увімкнути
timeline-switch-off = Вимкнути
timeline-switched-on = Увімкнено.
timeline-switched-off = Вимкнено. Нічого не вийде, доки ви цього не ввімкнете.
timeline-move = Перенести
timeline-text = Змінити текст
timeline-fire = Надіслати зараз
timeline-fire-ask = <b>Надіслати зараз?</b> Цього не можна повернути.
timeline-fire-yes = Так, надіслати зараз
timeline-fired = Надсилаємо.
timeline-moved = Перенесено.
timeline-move-sure = Новий час: <b>{ $when }</b>
timeline-at-night = Це тихі години (21:00–8:00). Більшість людей отримає це повідомлення лише вранці.
timeline-move-after = Це має бути пізніше, ніж { $when }. Виберіть інший час.
timeline-move-before = Це має бути раніше, ніж { $when }: пізніше воно нікому не допоможе. Виберіть інший час.
timeline-ask-move = <b>На коли?</b> Наприклад: завтра о 17, 20.11 18:00.
timeline-ask-text =
    { $language ->
        [pl] <b>Новий текст польською</b>
        [uk] <b>Новий текст українською</b>
       *[en] <b>Новий текст англійською</b>
    }
    Назву, час, місце й кнопки додамо самі. Зараз:
timeline-usual = Повернути звичайний текст
timeline-usual-summary = <i>Підсумок: числа з оприлюднених результатів. Те, що ви напишете тут, стоятиме над ними.</i>
timeline-usual-decision = <i>Напишіть тут, що міська рада робить із темами. Без цього повідомлення не вийде.</i>
timeline-text-kept = Збережено.
timeline-entry-gone = Це повідомлення вже не можна змінити: воно вийшло або хтось його змінив.
timeline-kind-announcement = повідомлення від організаторів

# Одержувачі
audience-everyone = усі, хто знає бота
audience-participants = учасники
audience-registered = записані
audience-waiting = у списку очікування
audience-checked-in = присутні на воркшопі
audience-not-registered = не записані
audience-in-room = записані до зали
audience-online = записані онлайн
audience-told = повідомлені раніше
audience-knows = знають час
audience-agreed-later = погодилися на пізніші запитання
audience-answered =
    { $kind ->
        [before] відповіли перед воркшопом
        [after] відповіли після воркшопу
       *[follow_up] відповіли через місяці
    }
audience-not-answered =
    { $kind ->
        [before] не відповіли перед воркшопом
        [after] не відповіли після воркшопу
       *[follow_up] не відповіли через місяці
    }
audience-language =
    { $language ->
        [pl] читають польською
        [uk] читають українською
       *[en] читають англійською
    }
audience-group = група: { $value }
audience-district = район: { $value }
audience-age-band = вік: { $value }
audience-follows = стежать за циклом: { $value }
audience-choose-answered = Відповіли…
audience-choose-not-answered = Не відповіли…
audience-choose-language = Мова…
audience-choose-group = Група…
audience-choose-district = Район…
audience-choose-age-band = Вік…

# Повідомлення багатьом людям
announce-choose = <b>Про який воркшоп пишете?</b>
announce-begin = Напишіть нове повідомлення або подивіться, що сталося з попередніми.
announce-new = Нове повідомлення
announce-earlier =
    { $state ->
        [draft] Чекає на підтвердження
        [preparing] Готується
        [sending] Надсилається
        [paused] Призупинено
        [cancelled] Скасовано
       *[done] Надіслано
    } · { $kind } № { $number }
announce-resumed = Ви повернулися до початого повідомлення.
announce-kept-for-later = Повідомлення чекає. Повернутися до нього можна командою /oholoshennia.
announce-ask-audience = <b>Кому?</b> Почніть із того, хто має це отримати.
announce-ask-more = <b>Кому?</b> Можна звузити: залишаться ті, для кого справджується все.
announce-first-part = { $part }: { $people }
announce-part = → і { $part }: { $people }
announce-undo = Скасувати останнє
announce-ask-text =
    { $language ->
        [pl] <b>Текст польською</b>
        [uk] <b>Текст українською</b>
       *[en] <b>Текст англійською</b>
    }
    Жирний шрифт і посилання з Telegram залишаться. Можна надіслати й фото або файл із підписом.
announce-text-now = Зараз:
announce-text-missing =
    { $language ->
        [pl] Бракує тексту польською: ці люди прочитають інший.
        [uk] Бракує тексту українською: ці люди прочитають інший.
       *[en] Бракує тексту англійською: ці люди прочитають інший.
    }
announce-too-long = Уміститься щонайбільше { NUMBER($most, useGrouping: 0) } знаків, а тут { NUMBER($is, useGrouping: 0) }. Під фото чи файлом уміщується менше.
announce-file-kinds = Додати можна фото або файл.
announce-file-kept = Додано. Тепер напишіть текст.
announce-file-now =
    { $kind ->
        [photo] Додано фото.
       *[document] Додано файл.
    }
announce-ask-file = <b>Фото або файл?</b> Надішліть його сюди.
announce-no-file = Без вкладення
announce-ask-button = <b>Кнопка під повідомленням?</b> Виберіть або напишіть назву (до { $most } знаків) і адресу, наприклад: Програма https://pryklad.ua/programa
announce-button-survey = Відповісти на запитання
announce-button-reg = Участь у воркшопі
announce-button-results = Результати
announce-no-button = Без кнопки
announce-not-a-button = Напишіть назву кнопки, а після неї адресу, що починається з https://
announce-ask-when = <b>Коли надіслати?</b> Зараз, або напишіть, наприклад: сьогодні о 18.
announce-now = Зараз
announce-last = <b>До надсилання · { $people }</b>
announce-to = Кому: { $audience }
announce-languages = { $counts }
announce-gone = { $count } заблокували бота й нічого не отримають
announce-waits = { $count } отримають уранці (власні тихі години)
announce-leaves-at = Вийде: { $when }
announce-leaves-now = Вийде одразу.
announce-lasts =
    { $seconds ->
        [0] Триватиме мить.
       *[other] Триватиме близько { $seconds } с.
    }
announce-second-needed = Стільки людей: перед надсиланням підтвердить інша людина з організаторів.
announce-previewed =
    { $count ->
        [one] <i>Перегляд надійшов до вас.</i>
        [few] <i>Перегляд надійшов до вас { $count } мовами.</i>
       *[other] <i>Перегляд надійшов до вас { $count } мовами.</i>
    }
announce-previews-end = Це весь перегляд. Нічого ще не надіслано.
announce-to-last = Далі: надіслати чи виправити
announce-send = Надіслати зараз
announce-send-at = Надіслати: { $when }
announce-change-when = Змінити час
announce-change-audience = Змінити одержувачів
announce-change-text = Змінити текст
announce-change-button = Змінити кнопку
announce-test = Перегляд ще раз
announce-test-sent = Перегляд надіслано вам.
announce-not-there = Такого повідомлення немає: його не надіслано.
announce-state =
    { $state ->
        [preparing] <b>Підготовка</b>
        [sending] <b>Надсилання · { $sent } з { $of }</b>
        [paused] <b>Призупинено · { $sent } з { $of }</b>
        [cancelled] <b>Скасовано · надіслано { $sent } з { $of }</b>
       *[done] <b>Надіслано · { $sent } з { $of }</b>
    }
announce-left = Залишилося близько { $seconds } с.
announce-line-sent = надіслано: { $number }
announce-line-waiting = чекають: { $number }
announce-line-quiet = – з них до ранку (тихі години): { $number }
announce-line-cap = – з них до завтра (денне обмеження): { $number }
announce-line-retried = повторюються: { $number }
announce-line-blocked = заблокували бота: { $number }
announce-line-failed = не вдалося: { $number }
announce-line-expired = застаріли: { $number }
announce-line-cancelled = скасовано: { $number }
announce-line-answered = тим часом відповіли: { $number }
announce-line-unknown = невідомо, чи дійшли: { $number }
announce-why = – { $why }: { $number }
announce-refresh = Оновити
announce-pause = Призупинити
announce-resume = Продовжити
announce-cancel = Скасувати решту
announce-cancel-ask = <b>Скасувати решту?</b> Хто ще не отримав цього повідомлення, вже не отримає.
announce-cancel-yes = Так, скасувати
announce-cancel-no = Ні
announce-repeat = Надіслати ще раз там, де невідомо
announce-waits-for-second = Чекає на підтвердження іншої людини · { $people }
announce-second-ask = <b>Чи надіслати це?</b>
announce-second-wanted = Інша людина з організаторів просить підтвердити повідомлення: { $title }
announce-second-look = Подивитися
announce-second-confirmed = Ваше повідомлення підтверджено, воно виходить.
announce-second-refused = Ваше повідомлення не підтверджено. Нічого не вийшло.
announce-confirm = Підтверджую, надіслати
announce-refuse = Не надсилати
announce-take-back = Відкликати
