# Read by a native speaker of Ukrainian: not yet.

command-today = Сьогоднішній воркшоп: зала й анкета
command-checkin = Список присутніх

day-choose =
    { $count ->
        [0] Немає воркшопу, який ви ведете.
       *[other] Який воркшоп?
    }
day-when = { $when }
day-not-today = Цей воркшоп не сьогодні.
day-wave =
    { $kind ->
        [before] Питання перед воркшопом
       *[after] Питання після воркшопу
    }: { day-wave-state }{ day-ballots }
day-wave-state =
    { $state ->
        [open] відкриті до { $when }
        [late] відкриті в залі до { $when }
        [planned] з { $when }
       *[closed] закриті
    }
day-ballots =
    { $state ->
        [planned] { "" }
       *[begun] { $ballots ->
            [0] ; менше ніж 5 відповідей
           *[other] ; щонайменше { $ballots } відповідей
        }
    }
day-next = Далі у графіку:
day-entry = { $when } · { $entry }
day-room = Відкрити в залі питання перед воркшопом
day-room-done = Питання відкриті в залі. Присутні отримують повідомлення.
day-room-message = Починаємо. Скажіть, які теми для вас найважливіші – це близько 2 хвилин. Якщо ви вже надіслали відповідь, нічого робити не треба.
day-longer = Питання на 10 хвилин довше
day-longer-done = Додано 10 хвилин.
day-close = Закрити питання перед воркшопом
day-close-ask = Закрити питання перед воркшопом? На них більше ніхто не відповість.
day-close-done = Питання перед воркшопом закриті.
day-after = Відкрити питання після воркшопу
day-after-ask = Відкрити питання після воркшопу? Питання перед воркшопом буде закрито.
day-after-done = Питання після воркшопу відкриті. Присутні отримують повідомлення.
day-after-message = Скажіть ще раз, уже після розмови, які теми для вас найважливіші. Це близько 2 хвилин.
day-overrun = Закінчуємо на 15 хвилин пізніше
day-overrun-done = Кінець і все, що після нього, перенесено на 15 хвилин.
day-moved-meanwhile = Хтось щойно вже це зробив. Нижче – як є тепер.
day-screen = Зображення на екран
day-link = Живий екран
day-link-how = Живий екран: відкрийте його на комп’ютері з проєктором. Він оновлюється сам. Хто знає цю адресу, бачить те саме, що й зала, тому не передавайте її далі:
day-link-open = Відкрити
day-renew = Нова адреса
day-renew-ask = Змінити адресу живого екрана? Стара одразу перестане працювати, навіть на комп’ютері, де вона відкрита.
day-renew-done = Адреса нова. Стара вже не працює.
day-live-on = Показувати теми наживо
day-live-off = Не показувати тем наживо
day-live-ask = Показувати на екрані перші теми, поки опитування ще відкрите? Вони з’являться, коли відповість щонайменше 20 людей, і змінюватимуться кожні кілька відповідей. Рахуємо лише частину відповідей, щоразу обрану жеребом, щоб ніхто не дізнався чужих. Те, що видно, може впливати на тих, хто ще не відповів.
day-live-state =
    { $on ->
        [on] Екран показує перші теми й тоді, коли опитування відкрите.
       *[off] Поки опитування відкрите, екран показує лише, скільки людей відповіло.
    }
day-live-done =
    { $on ->
        [on] Увімкнено. Перші теми з’являться, коли відповість щонайменше 20 людей.
       *[off] Вимкнено.
    }
screen-live-now =
    Поки що, серед { $count ->
        [one] { $count } людини, обраної жеребом
        [few] { $count } людей, обраних жеребом
       *[other] { $count } людей, обраних жеребом
    }
screen-live-open = Опитування ще відкрите. Рахуються відповіді, обрані жеребом; повні результати покажемо після закриття.
screen-live-code = QR-код: { $link }
screen-live-counting = Анкету закрито. Рахуємо результати…
screen-live-themes = Теми
screen-live-legend = ▲ ▼ виразно більше або менше людей, ніж перед воркшопом
screen-live-areas = Напрями
screen-live-draft = чернетка
screen-live-lost = Немає зв’язку. З’єднуємося знову…
screen-live-languages = Мова
screen-live-language = Українська
day-to-areas = Напрями
screen-answered =
    Відповіли: { $people ->
        [0] менше 5 людей
       *[other] щонайменше { $people } людей
    }
screen-people =
    Відповіді { $wave ->
        [before] перед воркшопом
        [after] після воркшопу
       *[other] через деякий час після воркшопу
    }: { $count ->
        [one] { $count } людина
        [few] { $count } людини
       *[many] { $count } людей
    }
day-again = Оновити
day-to-checkin = Список присутніх
day-to-today = ‹ Сьогодні

checkin-numbers = Присутні: { $present }. З місцем: { $expected }.
checkin-unregistered = З них без телефону: { $count }.
checkin-how = Виберіть людину, яка прийшла. Напишіть перші літери, щоб її знайти.
checkin-found =
    { $count ->
        [0] Нікого на «{ $letters }».
       *[other] На «{ $letters }»: { $count }.
    }
checkin-line =
    { $in ->
        [yes] ✓
       *[no] ○
    } { $name }{ $state ->
        [going] { "" }
       *[other] { " " }(без місця)
    }
checkin-nameless = особа № { $number }
checkin-who = <b>{ $name }</b>
checkin-state =
    { $state ->
        [going] { $way ->
            [online] Має місце онлайн.
           *[room] Має місце в залі.
        }
        [waiting] У списку очікування.
        [offered] Має запропоноване місце.
       *[other] Не має місця.
    }
checkin-since = На місці з { $when }.
checkin-in = Позначити присутність
checkin-undo = Скасувати присутність
checkin-done = Присутність позначено.
checkin-undone = Присутність скасовано.
checkin-already = Цю людину вже позначено.
checkin-no-place = Ця людина не має місця. Її все ж можна впустити.
checkin-other-day = Присутність позначають у день воркшопу.
checkin-gone = Цього запису вже немає.
checkin-to-list = ‹ Список
checkin-everybody = Показати всіх
checkin-add = + людина без телефону
checkin-add-done = Додано людину без телефону.
checkin-remove = − людина без телефону
checkin-remove-done = Відняно людину без телефону.

command-poster = Плакат воркшопу
poster-ask = Який плакат?
poster-a4-pdf = A4, PDF
poster-a4-png = A4, зображення
poster-phone-png = Телефон, зображення
poster-phone-pdf = Телефон, PDF
poster-comes = Плакат: { $title }
poster-when = { $when }
poster-where = { $where }
poster-call = Відскануйте код і скажіть, які теми для вас найважливіші.

guests-comes = Список записаних, для друку. Особливих потреб у ньому немає.
guests-note = Записані: { $count }. Лише для організаторів; після воркшопу знищіть цей список.
guests-state =
    { $state ->
        [going] { $way ->
            [online] онлайн
           *[room] зала
        }
        [waiting] резервний список
        [offered] місце запропоновано
       *[other] без місця
    }
