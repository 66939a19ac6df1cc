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
timeline-declined = Не хочуть таких повідомлень і не отримають його: { $people }
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
timeline-edge =
    { $edge ->
        [opens] Відкрити опитування зараз
       *[closes] Закрити опитування зараз
    }
timeline-edge-ask =
    { $edge ->
        [opens] <b>Відкрити опитування зараз?</b> Цього не можна повернути.
       *[closes] <b>Закрити опитування зараз?</b> Ми більше не прийматимемо відповідей і підрахуємо результати. Цього не можна повернути.
    }
timeline-edge-yes =
    { $edge ->
        [opens] Так, відкрити зараз
       *[closes] Так, закрити зараз
    }
timeline-edge-done =
    { $edge ->
        [opens] Опитування відкрито.
       *[closes] Опитування закрито.
    }
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
timeline-over-head =
    { $count ->
        [0] Ще нічого не минуло.
       *[other] Що вже було. Виберіть, щоб побачити більше.
    }
timeline-to-over = Що вже було
timeline-to-coming = Що ще вийде
timeline-over-listed =
    { $state ->
        [fired] <b>{ $when }</b> · { $entry }
        [off] <s>{ $when }</s> · { $entry } (вимкнено)
        [cancelled] <s>{ $when }</s> · { $entry } (скасовано)
        [overtaken] <s>{ $when }</s> · { $entry } (це сказало інше повідомлення)
       *[expired] <s>{ $when }</s> · { $entry } (не вийшло)
    }
timeline-over-sent = надіслано: { $sent } з { $of }
timeline-over-state =
    { $state ->
        [fired] Вийшло: { $when }
        [off] <b>Вимкнено.</b> Час минув: { $when }
        [cancelled] Скасовано. Час: { $when }
        [overtaken] <b>Окремо не вийшло.</b> Час: { $when }. Тієї ж миті виходило повідомлення, яке каже те саме, тож ніхто не отримав двох.
       *[expired] <b>Не вийшло.</b> Час: { $when }
    }
timeline-to-report = Звіт
timeline-not-now-fired = Цього вже не можна надіслати: воно вийшло або його скасовано.
timeline-not-now-over = Воркшоп не оголошено або скасовано, тож нічого не вийде.
timeline-not-now-too-late = Зараз уже запізно: це повідомлення нікому не допомогло б.
timeline-not-now-too-late-since = Зараз уже запізно: воно мало сенс лише раніше ({ $when }).
timeline-not-now-no-wave = Зараз на ці запитання не можна відповідати, тож нема про що просити.
timeline-not-now-nothing = Ще нема чого надсилати.
timeline-follows = Відлік від: { $anchor } · { $offset }. Перенесеться разом із цією датою.
timeline-fixed-date = Стала дата: не перенесеться разом із воркшопом.
timeline-anchor =
    { $anchor ->
        [start] початок воркшопу
        [end] кінець воркшопу
        [before-opens] початок запитань перед воркшопом
        [before-closes] кінець запитань перед воркшопом
        [after-opens] початок запитань після воркшопу
        [after-closes] кінець запитань після воркшопу
        [follow-up-opens] початок запитань через кілька місяців
       *[follow-up-closes] кінець запитань через кілька місяців
    }
timeline-offset-none = саме тоді
timeline-offset-days =
    { $way ->
        [same] того самого дня
        [before] { $days ->
            [one] { $days } день раніше
            [few] { $days } дні раніше
           *[other] { $days } днів раніше
        }
       *[after] { $days ->
            [one] { $days } день пізніше
            [few] { $days } дні пізніше
           *[other] { $days } днів пізніше
        }
    }
timeline-offset-at = о { $clock }
timeline-offset-passes =
    { $told ->
        [hours] { $hours } год
        [minutes] { $minutes } хв
       *[both] { $hours } год { $minutes } хв
    } { $way ->
        [before] раніше
       *[after] пізніше
    }
timeline-move-along = Так, переносити разом із воркшопом
timeline-move-fixed = Так, стала дата
timeline-move-nowhere = У цей час повідомлення не допомогло б: через тихі години (21:00–8:00) воно вийшло б, коли вже не має сенсу. Виберіть інший час.
timeline-move-out-of-night = У тихі години (21:00–8:00) нічого не виходить, тому такий час.
timeline-send-to = Змінити одержувачів: { $audience }
timeline-whom-chosen = Змінено.
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
announce-readers =
    { $language ->
        [pl] польською
        [uk] українською
       *[en] англійською
    }: { $count }
announce-gone = { $count } заблокували бота й нічого не отримають
announce-declined =
    { $count ->
        [one] { $count } людина не хоче повідомлень і цього не отримає
        [few] { $count } людини не хочуть повідомлень і цього не отримають
       *[other] { $count } людей не хочуть повідомлень і цього не отримають
    }
announce-own-day = Це день воркшопу: тим, хто приходить, повідомлення вийде попри тихі години.
announce-night-first = Ще до тихих годин: { $people }
announce-night-after = Після тихих годин ({ $when }): { $people }
announce-night-rest = Ще пізніше: { $people }
announce-night-never = Зовсім ні, бо після тихих годин буде вже запізно: { $people }
announce-night-capped = З них через денний ліміт, бо сьогодні своє вже отримали: { $people }
announce-night-ends = Останні вийдуть приблизно: { $when }
announce-leaves-at = Вийде: { $when }
announce-leaves-now = Вийде одразу.
announce-lasts =
    { $seconds ->
        [0] Триватиме мить.
       *[other] Триватиме близько { $seconds } с.
    }
announce-lasts-minutes = Триватиме близько { $minutes } хв.
announce-beside-others = Тим самим часом виходять інші повідомлення. Це вже враховано.
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
announce-change-file = Змінити вкладення
announce-change-button = Змінити кнопку
announce-test = Перегляд ще раз
announce-test-sent = Перегляд надіслано вам.
announce-not-there = Такого повідомлення немає: його не надіслано.
announce-state =
    { $state ->
        [preparing] <b>Підготовка</b>
        [sending] <b>Надсилання · { $sent } з { $of }</b>
        [paused-early] <b>Призупинено до початку</b>
        [cancelled-early] <b>Скасовано до початку</b>
        [paused] <b>Призупинено · { $sent } з { $of }</b>
        [cancelled] <b>Скасовано · надіслано { $sent } з { $of }</b>
       *[done] <b>Надіслано · { $sent } з { $of }</b>
    }
announce-left = Залишилося близько { $seconds } с.
announce-paused-itself = Розсилка призупинилася сама, бо Telegram відхиляє повідомлення: { $why }
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
announce-why =
    – { $why ->
        [markup] Telegram не розуміє форматування
        [empty] немає що надсилати
        [too_long] задовге для Telegram
        [keyboard] Telegram не приймає кнопку
        [file_too_big] файл завеликий
        [file_lost] Telegram уже не має цього файлу
        [picture] Telegram не приймає зображення
        [file] не вдалося підготувати файл
        [own_error] наша помилка
        [bad_request] Telegram його не приймає
        [blocked] бота заблоковано
        [deactivated] обліковий запис видалено
        [never_wrote] із цього запису не писали боту
        [chat_not_found] такого облікового запису вже немає
        [unreachable] написати не вдавалося вже раніше
        [no_answer] Telegram не відповів вчасно
        [broken_connection] з’єднання обірвалося
        [server_error] негаразди в Telegram
        [garbage] надійшла нечитна відповідь
        [too_late] надійшло б запізно
        [quiet] після тихих годин було б запізно
        [cap] денне обмеження повідомлень
        [stopped] повідомлення вимкнено
        [no_reminders] нагадування вимкнено
        [cancelled] скасовано
        [overtaken] про це вже каже запрошення
        [not_eligible] уже не належать до одержувачів
        [registered] тим часом записалися
       *[other] Telegram відмовив ({ $why })
    }: { $number }
announce-refusal =
    { $why ->
        [markup] він не розуміє форматування тексту (жирний шрифт, посилання).
        [empty] у ньому немає що надсилати.
        [too_long] текст задовгий.
        [keyboard] він не приймає кнопку, наприклад через її адресу.
        [file_too_big] файл завеликий.
        [file_lost] він уже не має цього файлу. Додайте його до нового повідомлення або надішліть лише текст.
        [picture] він не приймає зображення.
        [file] не вдалося підготувати наше зображення чи файл.
       *[other] він не приймає повідомлення в такому вигляді.
    }
announce-preview-refused = <b>Цей перегляд не надійшов: Telegram відхиляє повідомлення.</b> Причина: { $why } Виправте його перед надсиланням: ніхто інший його теж не отримав би.
announce-reworded = Збережено. Перегляд зараз надійде вам. Коли він прийде, продовжте розсилку.
announce-ask-reword =
    { $language ->
        [pl] <b>Новий текст польською</b>
        [uk] <b>Новий текст українською</b>
       *[en] <b>Новий текст англійською</b>
    }
    Хто ще не отримав цього повідомлення, отримає його в новому вигляді.
announce-unlink = Без кнопки
announce-unfile = Без файлу
announce-refresh = Оновити
announce-pause = Призупинити
announce-resume = Продовжити
announce-cancel = Скасувати решту
announce-cancel-ask = <b>Скасувати решту?</b> Хто ще не отримав цього повідомлення, вже не отримає.
announce-cancel-yes = Так, скасувати
announce-cancel-no = Ні
announce-repeat = Надіслати ще раз там, де невідомо
announce-unreached = Кого не сповіщено
announce-unreached-head =
    { $count ->
        [0] Усі записані знають.
       *[other] { $kind ->
            [cancelled] <b>Не знають, що воркшоп скасовано</b>
           *[changed] <b>Не знають про зміну часу або місця</b>
        }
            Цих записаних людей треба сповістити інакше, наприклад телефоном або біля входу:
    }
announce-unreached-line = { $name } · { $state }
announce-unreached-others = Повідомлення не дійшло й до людей без запису: { $people }.
announce-unreached-told =
    { $kind ->
        [cancelled] Не всі записані знають, що воркшоп { $title } скасовано.
       *[changed] Не всі записані знають про зміну часу або місця воркшопу { $title }.
    } { $count ->
        [one] Повідомлення не дійшло до { $count } людини.
        [few] Повідомлення не дійшло до { $count } людей.
       *[other] Повідомлення не дійшло до { $count } людей.
    } Подивіться, кому зателефонувати або кого зустріти біля входу.
announce-unreached-refused = Частину повідомлень відхилив Telegram. Це не провина цих людей; подробиці у звіті.
announce-waits-for-second = Чекає на підтвердження іншої людини · { $people }
announce-second-ask = <b>Чи надіслати це?</b>
announce-second-wanted = Інша людина з організаторів просить підтвердити повідомлення: { $title }
announce-second-look = Подивитися
announce-second-confirmed = Ваше повідомлення підтверджено, воно виходить.
announce-second-refused = Ваше повідомлення не підтверджено. Нічого не вийшло.
announce-confirm = Підтверджую, надіслати
announce-refuse = Не надсилати
announce-take-back = Відкликати
