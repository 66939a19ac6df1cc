# Прочитано людиною, для якої українська рідна: ще ні.

command-results = Результати опитувань

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
staff-view-method = <b>Метод</b>: без ваг і з вагами
staff-view-areas = <b>Узгоджені напрями</b>
staff-to-areas = Напрями
staff-to-summary = Підсумок
staff-to-themes = Тема за темою
staff-to-groups = Групи
staff-to-change = Зміна
staff-to-own = Власні теми
staff-to-method = Метод
staff-picture = Зображення
staff-file-xlsx = Excel
staff-file-csv = CSV
staff-file-csv-pl = CSV (Excel)
staff-file-json = JSON
staff-file-html = Звіт
staff-file-pdf = Звіт PDF
staff-file-statement = Звіт про консультації (шаблон)
staff-no-pdf = На цьому сервері немає браузера Chromium, який робить PDF. Візьміть «Звіт»: його можна надрукувати з браузера.
staff-file-comes = Надсилаємо окремим повідомленням.
staff-research = Файл для досліджень
staff-research-about = <b>Файл для досліджень</b>: рядок на кожну обрану тему, з групою, районом і віком людини. Без імен і без власних слів, із новими кодами людей у кожному файлі. Кожне поєднання групи, району й віку має в ньому щонайменше п’ять людей. Для рідкісніших ми вказуємо не все або нічого, але нікого не пропускаємо: відсутність однієї людини видала б її відповіді. Якщо відповіло менше ніж п’ять людей, файл порожній.
staff-research-care = Цей файл не захищає малі групи так, як опубліковані результати. Тримайте його там, де персональні дані, і не передавайте далі. Кожне завантаження записуємо в журнал.
staff-research-is = файл для досліджень
staff-research-too-many = Відповідей так багато, що файл не вміститься в Telegram. Його зробить людина, яка доглядає сервер: <code>./wspolnie export --research</code>.
staff-file-research-csv = CSV для досліджень
staff-file-research-sav = SPSS
staff-again = Опублікувати ще раз
staff-again-ask = Ми порахуємо й опублікуємо результати ще раз, наприклад після об’єднання тем або додавання відповідей з паперу. Попереднє видання залишається. Напишіть коротко чому (до { $most } знаків). Це зможе прочитати кожен, тому без імен і прізвищ.
staff-again-too-long = Напишіть причину коротше: не більше { $most } знаків.
staff-again-asked = Рахуємо. Напишемо, коли результати будуть готові.
staff-again-waits = Ці результати саме зараз рахуються ще раз.
staff-again-look = Результати
staff-again-outcome =
    { $outcome ->
        [done] Результати опубліковано ще раз. Це видання номер { $number }.
        [close] Ми не опублікували результати ще раз. Від попереднього видання змінилися відповіді менше ніж п’яти людей, і різниця між виданнями показала б, що вони відповіли. Спробуйте, коли їх буде більше.
        [themes] Ми не опублікували результати ще раз, бо одну з тем об’єднано з темою, яку саму об’єднано з іншою або якої вже немає. Скасуйте одне з цих об’єднань у /themes і спробуйте знову.
       *[refused] Ми не опублікували результати ще раз, бо ви вже не маєте ролі, яка це дозволяє.
    }
staff-not-released =
    { $why ->
        [ballots] Ми ще не публікуємо результатів: під час показу наживо кілька людей видалили свої відповіді, і різниця між результатами та показом видала б відповіді менше ніж п’яти людей. Ми спробуємо ще раз самі, коли відповідей стане більше або менше.
       *[themes] Результати неможливо порахувати, бо одну з тем об’єднано з темою, яку саму об’єднано з іншою або якої вже немає. Скасуйте одне з цих об’єднань у /themes. Далі ми спробуємо самі.
    }
staff-plain-share = без ваг: { $share }
staff-weighted-share = з вагами: { $share }
staff-effective-people = { $count ->
    [one] Відповіла { $count } людина; з вагами це стільки, як { $effective }.
    [few] Відповіли { $count } людини; з вагами це стільки, як { $effective }.
   *[many] Відповіли { $count } людей; з вагами це стільки, як { $effective }.
}
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

command-roles = Ролі: хто що може, запрошення
command-audit = Журнал: хто що зробив

your-id = Ваш номер у Telegram: <code>{ $id }</code>
your-id-what-for = Назвіть його адміністратору, якщо він має дати вам роль. Це не пароль: без цієї людини він нічого не дає.

staff-roles-head = <b>Хто що може</b>
staff-role-name = { $role ->
        [owner] відповідальність за бота
        [organiser] організація воркшопу
        [staff] команда мерії
        [researcher] ведення досліджень
       *[facilitator] ведення воркшопу
    }
staff-role-setting = { $who }: відповідальність за бота (з налаштувань OWNER_IDS)
staff-role-held = { $who }: { $role ->
        [owner] відповідальність за бота
        [organiser] організація воркшопу
        [staff] команда мерії
        [researcher] ведення досліджень
       *[facilitator] ведення воркшопу
    } · { $where }
staff-role-take = Забрати: { $who } · { $role ->
        [owner] відповідальність за бота
        [organiser] організація воркшопу
        [staff] команда мерії
        [researcher] ведення досліджень
       *[facilitator] ведення воркшопу
    }
staff-roles-invitations = <b>Запрошення, якими ще ніхто не скористався</b>
staff-role-open = { $role ->
        [owner] відповідальність за бота
        [organiser] організація воркшопу
        [staff] команда мерії
        [researcher] ведення досліджень
       *[facilitator] ведення воркшопу
    } · { $where } · до { $until }
staff-role-link = Посилання: { $role ->
        [owner] відповідальність за бота
        [organiser] організація воркшопу
        [staff] команда мерії
        [researcher] ведення досліджень
       *[facilitator] ведення воркшопу
    } · до { $until }
staff-role-new = Нове запрошення
staff-role-which = Яка роль?
staff-role-may-owner = Відповідальність за бота: усе, також надання ролей.
staff-role-may-organiser = Організація воркшопу: воркшопи, графік, повідомлення людям, результати.
staff-role-may-staff = Команда мерії: результати й теми, які запропонували мешканці.
staff-role-may-facilitator = Ведення воркшопу: зала й результати, нічого про окремих людей.
staff-role-may-researcher = Ведення досліджень: результати, а з воркшопів, які про це попередили, також файл для досліджень.
staff-role-where = { $role ->
        [owner] відповідальність за бота
        [organiser] організація воркшопу
        [staff] команда мерії
        [researcher] ведення досліджень
       *[facilitator] ведення воркшопу
    }: для якого воркшопу?
staff-role-everywhere = усі воркшопи
staff-role-invited = Запрошення готове.
staff-role-link-how = Передайте це посилання одній людині. Воно діє один раз, протягом тижня.
staff-role-link-elsewhere = Посилання ми показали один раз, коли воно створювалося. Його можна лише скасувати.
staff-role-invitation-gone = Цим запрошенням уже скористалися або воно втратило чинність.
staff-role-revoke = Скасувати запрошення
staff-role-revoked = Запрошення скасовано.
staff-role-gone = Цієї ролі вже немає.
staff-role-take-ask = Забрати цю роль? Подіє одразу, також у тому, що ця людина зараз має відкритим.
staff-role-take-yes = Так, забрати
staff-role-taken = Роль забрано.
staff-role-last-owner = Це остання людина, відповідальна за бота. Спершу запросіть наступну.
staff-role-was-taken = Ця роль вам більше не належить: { $role ->
        [owner] відповідальність за бота
        [organiser] організація воркшопу
        [staff] команда мерії
        [researcher] ведення досліджень
       *[facilitator] ведення воркшопу
    }.

staff-audit-head =
    { $count ->
        [0] Журнал порожній.
       *[other] <b>Журнал</b>: останні записи
    }
staff-audit-entry = { $when } · { $who }: { $act }
staff-audit-older =
    { $count ->
        [one] Ще { $count } старіший запис є у файлі.
        [few] Ще { $count } старіші записи є у файлі.
       *[other] Ще { $count } старіших записів є у файлі.
    }
staff-audit-by-command = командний рядок
staff-audit-by-person = людина { $mark }
staff-audit-by-timeline = графік
staff-audit-act =
    { $act ->
        [workshop-created] створює воркшоп
        [workshop-changed] змінює воркшоп
        [workshop-announced] публікує воркшоп
        [workshop-cancelled] скасовує воркшоп
        [workshop-done] завершує воркшоп
        [timeline-move] переносить повідомлення
        [timeline-switch] вмикає або вимикає повідомлення
        [timeline-whom] змінює одержувачів повідомлення
        [timeline-text] змінює текст повідомлення
        [timeline-reword] змінює текст призупиненого повідомлення
        [timeline-fire] надсилає повідомлення одразу
        [announcement-sent] доручає надіслати оголошення
        [announcement-confirm] підтверджує оголошення
        [announcement-refuse] відхиляє оголошення
        [announcement-pause] призупиняє оголошення
        [announcement-resume] відновлює оголошення
        [announcement-cancel] скасовує оголошення
        [announcement-unreached] переглядає, кого не сповіщено
        [announcement-reword] змінює текст оголошення
        [announcement-repeat] повторює надсилання оголошення
        [role-invited] запрошує на роль
        [role-accepted] приймає роль
        [role-invitation_revoked] скасовує запрошення
        [role-taken] забирає роль
        [results-sent] завантажує результати
        [research-made] завантажує файл для досліджень
        [audit-sent] завантажує журнал
        [audit-aged] видаляє найстаріші записи журналу
        [person-forgotten] дані особи видалено на її прохання
        [retention-kept] видаляє дані після строку
        [theme-accept] приймає тему
        [theme-rename] перейменовує тему
        [theme-translate] перекладає тему
        [theme-merge] об’єднує теми
        [theme-reject] відхиляє тему
        [theme-undo] скасовує рішення щодо теми
        [areas-begin] починає напрями зі списку найважливіших
        [areas-add] додає напрям
        [areas-name] змінює назву напряму
        [areas-sentence] змінює опис напряму
        [areas-put] додає тему до напряму
        [areas-take] забирає тему з напряму
        [areas-split] ділить напрям
        [areas-merge] об’єднує напрями
        [areas-move] змінює порядок напрямів
        [areas-remove] видаляє напрям
        [areas-agree] записує напрями як узгоджені
        [areas-reopen] повертається до чернетки напрямів
        [areas-tell] повідомляє про узгоджені напрями
        [areas-ask] питає залу про напрями
        [areas-end] завершує питання про напрями
        [theme-split] ділить тему
        [day-room] відкриває питання в залі
        [day-longer] продовжує питання в залі
        [day-close] закриває питання перед воркшопом
        [day-after] відкриває питання після воркшопу
        [day-overrun] пересуває кінець воркшопу
        [day-link] відкриває екран наживо
        [day-renew] змінює адресу екрана наживо
        [day-live] вмикає або вимикає теми наживо
        [needs-asked] змінює запитання про особливі потреби
        [needs-seen] читає особливі потреби
        [results-again_asked] просить опублікувати результати ще раз
        [checkin-put] позначає присутність
        [checkin-undo] скасовує присутність
        [checkin-add] додає особу без телефону
        [checkin-remove] прибирає особу без телефону
        [checkin-list] завантажує список записаних
        [theme-show] показує пропозицію в залі
        [theme-hide] ховає пропозицію в залі
        [paper-printed] друкує анкети
        [paper-imported] завантажує паперові анкети з файлу
        [paper-typed] вносить паперову анкету
        [paper-helped] допомагає комусь відповісти
        [paper-forgotten] видаляє паперову анкету на бажання людини
       *[other] { $act }
    }
staff-audit-file = Увесь журнал (CSV)
staff-audit-file-is = Журнал: хто що зробив. Люди під випадковими позначеннями.
staff-audit-column-at = Коли
staff-audit-column-actor = Хто
staff-audit-column-act = Що
staff-audit-column-workshop = Воркшоп
staff-audit-column-about = Подробиці

command-themes = Теми, які запропонували мешканці

staff-themes-choose =
    { $count ->
        [0] Воркшопу з пропозиціями ще немає.
       *[other] Теми якого воркшопу переглянути?
    }
staff-themes-head =
    { $count ->
        [0] Жодна запропонована тема не чекає.
        [one] Чекає { $count } запропонована тема.
        [few] Чекають { $count } запропоновані теми, спершу найбільш схожі на інші.
       *[other] Чекає { $count } запропонованих тем, спершу найбільш схожі на інші.
    }
staff-themes-accepted = Прийняті раніше – наприкінці списку: { $count }.
staff-theme-ballots =
    { $count ->
        [0] У списках: менше ніж 5 осіб.
       *[other] У списках: щонайменше { $count } осіб.
    }
staff-theme-in =
    { $language ->
        [pl] Польською
        [uk] Українською
       *[en] Англійською
    }: { $name }
staff-theme-accept = Прийняти як окрему тему
staff-theme-into = Об’єднати з: { $theme }
staff-theme-merge = Об’єднати з іншою…
staff-theme-merge-which = З якою темою рахувати разом?
staff-theme-name =
    Назва { $language ->
        [pl] польською
        [uk] українською
       *[en] англійською
    }
staff-theme-ask-name =
    Напишіть назву { $language ->
        [pl] польською
        [uk] українською
       *[en] англійською
    }, до { $most } знаків. У списках лишаються слова, якими це написали.
staff-theme-reject = Відхилити…
staff-theme-ask-reason = Чому? Напишіть одне речення. Воно залишиться в документації воркшопу, і його прочитає той, хто запропонував тему, якщо хоче знати, що з нею сталося.
staff-theme-show = Показати в залі
staff-theme-hide = Сховати в залі
staff-theme-show-done = Ведучі можуть тепер показати ці слова в залі. Ніхто не побачить, хто їх написав.
staff-theme-hide-done = Цих слів у залі більше не видно.
staff-theme-accepted = Прийнято: мешканці тепер можуть її обирати.
staff-theme-merged = Об’єднано.
staff-theme-rejected = Відхилено.
staff-theme-named = Назву збережено.
staff-theme-undone = Скасовано.
staff-theme-too-late = Тим часом хтось уже вирішив щодо цього. Список актуальний.
staff-theme-to-split = Роз’єднати об’єднані…
staff-theme-split = { $theme } ← рахується з: { $into }
staff-theme-split-head =
    { $count ->
        [0] Об’єднаних тем немає.
       *[other] Яка тема має знову рахуватися окремо?
    }
staff-theme-split-done = Роз’єднано: це знову окрема тема.
staff-theme-to-undo = Скасувати рішення…
staff-theme-undo-head =
    { $count ->
        [0] Скасовувати нічого.
       *[other] Яке рішення скасувати?
    }
staff-theme-undo =
    { $kind ->
        [accept] прийнята
        [rename] нова назва
        [translate] переклад
        [merge] об’єднана
        [split] роз’єднано
       *[reject] відхилена
    }: { $theme }

digest-head = <b>Огляд</b>: { $when }
digest-stop = Ранковий огляд можна вимкнути в /nalashtuvannia.
digest-answers =
    Нові відповіді: { $count ->
        [0] менше 5
       *[other] щонайменше { $count }
    }
digest-registrations =
    { $state ->
        [going] Нові записи
        [waiting] Нові люди в резервному списку
       *[cancelled] Відмови
    }: { $count }
digest-proposals = Пропозиції, що чекають: { $count }
digest-failed =
    Повідомлення, що не дійшли: { $count ->
        [0] менше 5
       *[other] щонайменше { $count }
    }
