# Прочитано людиною, для якої українська рідна: ще ні.

timeline-title = <b>{ $title }</b>
timeline-when = Коли: { $when }
timeline-place = Де: { $place }
timeline-place-both = Де: { $place } або онлайн
timeline-place-online = Де: онлайн
timeline-place-later = Де: місце повідомимо пізніше
timeline-until = Чекаємо на відповіді до { $deadline }.

timeline-invitation = Запрошуємо на воркшоп. До нього і після нього ми питаємо, які теми для вас найважливіші. Чи прийдете ви?
timeline-name-told = Якщо ви зареєструєтеся, організатори побачать ваше ім’я та прізвище в Telegram.
timeline-invitation-asks = На запитання можна відповідати вже зараз: які теми для вас найважливіші? Це близько 2 хвилин.
timeline-wave-opens-before = Починаємо. Які теми для вас найважливіші? Відповідь займе близько 2 хвилин.
timeline-reminder-before = Ви ще можете сказати, які теми для вас найважливіші. Це близько 2 хвилин.
timeline-wave-closes-before = Опитування перед воркшопом уже закрите. Дякуємо за всі відповіді.
timeline-registration-reminder = Воркшоп уже близько. Скажіть, чи прийдете, – ми підготуємо місце.
timeline-day-before = У вас є місце на воркшопі. Нагадуємо, коли і де зустрічаємося; у вкладенні – запис для календаря.
timeline-cannot-come = Якщо не зможете прийти, звільніть місце. Ним скористається хтось інший.
timeline-starts-soon = Воркшоп скоро починається. До зустрічі.
timeline-wave-opens-after = Питаємо вдруге про те саме: які теми тепер для вас найважливіші?
timeline-thank-you = Воркшоп позаду. Дякуємо, що берете участь у цій розмові. Будь ласка, дайте відповідь на ті самі запитання ще раз – побачимо, що змінилося.
timeline-reminder-after = Ви ще можете відповісти після воркшопу. Запитання ті самі, це близько 2 хвилин.
timeline-wave-closes-after = Опитування після воркшопу вже закрите. Дякуємо. Незабаром покажемо результати.
timeline-summary = <b>Результати: { $title }</b>
timeline-decision = Що місто робить із темами воркшопу:
timeline-wave-opens-follow-up = Від воркшопу минув час. За вашою згодою питаємо ще раз: що тепер найважливіше?
timeline-reminder-follow-up = Ви ще можете відповісти на запитання через кілька місяців після воркшопу. Це близько 2 хвилин.
timeline-wave-closes-follow-up = Останнє опитування вже закрите. Дякуємо.

timeline-changed-time = Час воркшопу змінився. Ось новий:
timeline-changed-place = Місце воркшопу змінилося.
timeline-changed-link = Посилання на онлайн-зустріч змінилося.
timeline-cancelled = Воркшоп ({ $when }) скасовано. Вибачте. Надіслані вами відповіді залишаються збереженими.

timeline-button-answer = Відповідаю
timeline-button-going = Прийду
timeline-button-not-going = Не цього разу
timeline-button-maybe = Ще не знаю
timeline-button-come-anyway = Прийду попри зміну
timeline-button-leave = Не зможу прийти
timeline-button-results = Результати
timeline-button-map = Показати на мапі
timeline-button-online = Моя реєстрація і посилання

timeline-missed = Повідомлення «{ $entry }» (воркшоп: { $title }, термін: { $when }) не надіслано: служба тоді не працювала, а тепер уже пізно.
timeline-nothing-to-say = Повідомлення «{ $entry }» (воркшоп: { $title }) не надіслано, бо ще немає про що писати.
timeline-beside-invitation =
    Запрошення на воркшоп «{ $title }» виходить лише зараз. Щоб ніхто не отримав кілька повідомлень одразу, { $count ->
        [one] одне не вийде разом із ним:
        [few] { $count } не вийдуть разом із ним:
       *[other] { $count } не вийде разом із ним:
    }
timeline-beside-left-out = – { $entry }: пропущено, бо туди веде вже запрошення
timeline-beside-later = – { $entry }: перенесено на { $when }
timeline-sending-fails = Telegram відхиляє частину повідомлень розсилки № { $announcement }, бо вони неправильно побудовані. Це наша помилка. Подробиці покаже команда ./wspolnie announcement тому, хто веде службу.
timeline-sending-stopped =
    <b>Розсилку № { $announcement } призупинено: Telegram відхиляє повідомлення.</b> Причина: { $why } Більше нічого не виходить, а хто ще не отримав, той чекає.
    { $mend ->
        [words] Змініть текст і продовжте розсилку: її отримають і ті, кому її відхилили. Або скасуйте решту.
       *[ours] Це ми неправильно її побудували. Покажіть це тому, хто веде службу; після виправлення продовжте розсилку. Або скасуйте решту.
    }

timeline-kind-invitation = запрошення
timeline-kind-wave-opens-before = початок опитування перед воркшопом
timeline-kind-reminder-before = нагадування перед воркшопом
timeline-kind-wave-closes-before = кінець опитування перед воркшопом
timeline-kind-registration-reminder = нагадування про запис
timeline-kind-day-before = нагадування за день
timeline-kind-starts-soon = воркшоп скоро починається
timeline-kind-wave-opens-after = початок опитування після воркшопу
timeline-kind-thank-you = подяка із запитаннями після воркшопу
timeline-kind-reminder-after = нагадування після воркшопу
timeline-kind-wave-closes-after = кінець опитування після воркшопу
timeline-kind-summary = підсумок
timeline-kind-decision = рішення міста
timeline-kind-wave-opens-follow-up = початок опитування через місяці
timeline-kind-reminder-follow-up = нагадування через місяці
timeline-kind-wave-closes-follow-up = кінець опитування через місяці
timeline-kind-changed = зміна часу або місця
timeline-kind-cancelled = скасування воркшопу

audience-refused-answered-and-profile = Не можна поєднувати цих одержувачів: хто відповів і хто це. Інакше можна було б здогадатися, хто брав участь.
audience-refused-fewer-than-five = Цих одержувачів менше 5. Повідомлення такій малій групі могло б виказати, хто відповів.
