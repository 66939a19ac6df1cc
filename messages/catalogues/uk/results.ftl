### Результати: повідомлення, зображення, файли, звіт. Перечитано носієм мови: ще ні.

results-limits = Це відповіді людей, які взяли участь. Вони не показують, що думає все місто.
results-order-share = Порядок: частка людей, які обрали тему; за однакової частки вирішують бали.
results-order-points = Порядок: бали; за однакових балів вирішує частка людей.
results-clear-more = { $compared ->
    [after] більше людей, ніж після воркшопу
   *[other] більше людей, ніж до воркшопу
}
results-clear-fewer = { $compared ->
    [after] менше людей, ніж після воркшопу
   *[other] менше людей, ніж до воркшопу
}
results-clear-unclear = без виразної зміни
results-hidden = замало людей, щоб це показати
results-hidden-short = приховано
results-few = Відповідей менше ніж 10, тому показуємо лише порядок перших тем, без чисел.
results-very-few = Відповіли щонайбільше чотири людини. Щоб не показати нічиїх відповідей, ми не показуємо результатів.
results-nothing-chosen = Ніхто не обрав жодної теми.
results-percent = { $value } %
results-percentage-points = { $value } в. п.
results-place-range = місце за балами: {"{place}"} (діапазон {"{span}"})
results-not-told = не вказано
results-card-new = нова у списку
results-flow-dropped = відмовилися від теми
results-flow-kept = обрали її двічі
results-flow-gained = приєдналися
results-covered = Людей, які обрали якусь тему: {"{n}"}. Без жодної своєї теми в цьому списку лишаються: {"{without}"}.
results-plain-list = У простому списку найчастіше обраних без своєї теми лишилися б: {"{without}"}.

## Зображення
results-picture-change = Що змінилося після воркшопу
results-picture-change-people = { $count ->
    [one] { $count } людина відповіла до воркшопу й після нього.
    [few] { $count } людини відповіли до воркшопу й після нього.
   *[other] { $count } людей відповіли до воркшопу й після нього.
}
results-picture-change-everybody = Усі відповіді: { $before ->
    [one] { $before } людина
    [few] { $before } людини
   *[other] { $before } людей
} до воркшопу, { $after ->
    [one] { $after } людина
    [few] { $after } людини
   *[other] { $after } людей
} після нього.
results-picture-change-twice = { $count ->
    [one] «Більше» і «менше» кажемо лише про { $count } людину, яка відповіла двічі.
    [few] «Більше» і «менше» кажемо лише про { $count } людей, які відповіли двічі.
   *[other] «Більше» і «менше» кажемо лише про { $count } людей, які відповіли двічі.
}
results-picture-ranking = { $wave ->
    [before] Найважливіші теми до воркшопу
    [after] Найважливіші теми після воркшопу
   *[other] Найважливіші теми згодом після воркшопу
}
results-picture-ranking-people = { $count ->
    [one] Відповіла { $count } людина. Смуга – довірчий інтервал 95 %.
    [few] Відповіли { $count } людини. Смуга – довірчий інтервал 95 %.
   *[other] Відповіли { $count } людей. Смуга – довірчий інтервал 95 %.
}
results-picture-few-people = { $count ->
    [one] Відповіла { $count } людина.
    [few] Відповіли { $count } людини.
   *[other] Відповіли { $count } людей.
}
results-picture-flow = Хто змінив думку
results-picture-flow-people = { results-picture-change-people }
results-picture-groups = Теми за групами
results-picture-groups-people = { $count ->
    [one] Відповіла { $count } людина. У дужках: скільки людей зі скількох.
    [few] Відповіли { $count } людини. У дужках: скільки людей зі скількох.
   *[other] Відповіли { $count } людей. У дужках: скільки людей зі скількох.
}
results-picture-shortlist = Короткий список, у якому багато людей має свою тему
results-picture-shortlist-people = { $count ->
    [one] Відповіла { $count } людина. Смужка: частка людей, які вже мають хоча б одну свою тему.
    [few] Відповіли { $count } людини. Смужка: частка людей, які вже мають хоча б одну свою тему.
   *[other] Відповіли { $count } людей. Смужка: частка людей, які вже мають хоча б одну свою тему.
}
results-picture-card = Ваші теми до воркшопу й після нього
results-picture-card-people = Лише ваші відповіді. Ніхто інший цієї картки не отримує.

## Хвилі й люди
results-wave = { $wave ->
    [before] до воркшопу
    [after] після воркшопу
   *[other] згодом після воркшопу
}
results-way = { $key ->
    [phone] у телефоні
    [paper] на папері
   *[other] з допомогою іншої людини
}
results-attendance = { $key ->
    [came] люди, які були на воркшопі
   *[other] люди, яких не було на воркшопі
}
results-breakdown = { $key ->
    [way] спосіб відповіді
    [attendance] присутність на воркшопі
    [group] ким ви є за столом
    [district] район
    [language] мова
    [age_band] вік
    [classes] класи, за якими зважено відповіді
   *[other] { $key }
}
results-access = { $access ->
    [registered] люди, записані на воркшоп
    [code] люди, які мали код
   *[other] усі охочі
}
results-who = { $who ->
    [came] люди, які були на воркшопі
    [stayed_away] люди, яких не було на воркшопі
   *[other] усі, хто відповів двічі
}
results-no-opinion = важко сказати
results-skipped = без відповіді
results-no-winner = жодна тема не перемагає кожну іншу

## Чому чогось немає
results-why-no-ballots = ніхто не відповів
results-why-one-ballot = відповіла лише одна людина
results-why-one-theme = є лише одна тема
results-why-nobody-matched = ніхто не відповів в обох хвилях
results-why-no-answers = ніхто не відповів на це питання
results-why-no-differences = ніхто не змінив відповіді
results-why-few-values = шкала має менше ніж три ступені
results-why-all-same = усі відповіді однакові
results-why-weights-zero = усі ваги дорівнюють нулю
results-why-nothing-chosen = ніхто не обрав жодної теми

## Ваги
results-no-weights = Без зважених часток.
results-weighting = { $why ->
    [no-totals] Уряд міста не подав кількості мешканців за віком чи районами.
    [class-empty] Щонайменше з одного класу відомих чисел не відповів ніхто, тож відповіді не можна зважити.
    [class-few] Щонайменше в одному класі відомих чисел замало людей, щоб це показати, або їх показала б різниця з попередніми результатами.
    [classes-changed] Попередній результат цього воркшопу зважено за іншими класами, а обидва разом сказали б забагато.
   *[other] Поруч із кожною часткою стоїть зважена: кожен вік і кожен район важить стільки, яку частку має серед мешканців. Ваги виправляють лише вік і район, наскільки уряд міста знає ці числа, і більше нічого.
}
results-weighting-class = { $answers } % відповідей, { $part } % мешканців ({ $people })
results-weighting-cut = { $people ->
    [one] Вагу { $people } людини обрізано до меж 0,2–5; через це жоден клас не відхиляється від своєї частки мешканців більше ніж на { $points } в. п.
    [few] Ваги { $people } людей обрізано до меж 0,2–5; через це жоден клас не відхиляється від своєї частки мешканців більше ніж на { $points } в. п.
   *[many] Ваги { $people } людей обрізано до меж 0,2–5; через це жоден клас не відхиляється від своєї частки мешканців більше ніж на { $points } в. п.
}
results-no-class = у жодному класі

## Аркуші й стовпці
results-sheet-summary = Підсумок
results-sheet-areas = Напрями
results-sheet-themes = Теми
results-sheet-change = Зміна
results-sheet-groups = Групи
results-sheet-questions = Питання
results-sheet-once = Лише раз
results-sheet-scales = Шкали
results-sheet-method = Метод
results-column-theme = Тема
results-column-area-place = №
results-column-area = Напрям
results-column-area-sentence = Про що він
results-column-area-own = Власні теми, які рахуються тут
results-column-key = Ключ
results-column-order = Порядок
results-column-n = Кількість людей
results-column-count = Обрали, людей
results-column-share = Частка
results-column-low = Частка від (95 %)
results-column-high = Частка до (95 %)
results-column-points = Бали
results-column-place = Місце за балами
results-column-place-low = Місце від (95 %)
results-column-place-high = Місце до (95 %)
results-column-pairwise-place = Місце за порівнянням пар
results-column-weighted-share = Зважена частка
results-column-weighted-low = Зважена частка від
results-column-weighted-high = Зважена частка до
results-column-town = Мешканці
results-column-answers-part = Частка відповідей
results-column-town-part = Частка мешканців
results-column-who = Чиї відповіді
results-column-before = Обрали до
results-column-after = Обрали після
results-column-kept = Обрали двічі
results-column-gained = Приєдналися
results-column-dropped = Відмовилися
results-column-change = Зміна
results-column-change-low = Зміна від (95 %)
results-column-change-high = Зміна до (95 %)
results-column-p = p (Мак-Немар)
results-column-p-holm = p з поправкою Голма
results-column-clear = Висновок
results-column-places-mean = Середня зміна місця
results-column-places-low = Зміна місця від (95 %)
results-column-places-high = Зміна місця до (95 %)
results-column-places-p = p (Вілкоксон)
results-column-mean = Середнє
results-column-deviation = Стандартне відхилення
results-column-scale-agreement = Згода (A, від −1 до 1)
results-column-twice = Відповіли двічі
results-column-mean-change = Середня зміна
results-column-mean-change-low = Зміна від (95 %)
results-column-mean-change-high = Зміна до (95 %)
results-column-once-before = Обрали з тих, хто відповів лише раніше
results-column-once-after = Обрали з тих, хто відповів лише пізніше
results-column-difference = Різниця
results-column-difference-low = Різниця від (95 %)
results-column-difference-high = Різниця до (95 %)
results-column-breakdown = Розподіл
results-column-group = Група
results-column-question = Питання
results-column-answer = Відповідь
results-column-figure = Показник
results-column-value = Значення
results-column-method = Метод
results-column-version = Версія методу
results-row-workshop = Воркшоп
results-row-wave = Коли відповідали
results-row-people = Люди, які відповіли
results-row-access = Хто міг відповісти
results-row-blank = Люди без жодної теми
results-row-own-themes = Люди з власною темою, яку ще ніхто не переглянув
results-row-way = Відповіді: { $way }
results-row-matched = Люди, які відповіли двічі
results-row-lost = Люди, які відповіли лише раніше
results-row-new = Люди, які відповіли лише пізніше
results-row-w = Узгодженість порядку (W Кендалла, 0–1)
results-row-entropy = Розпорошення перших місць (ентропія, 0–1)
results-row-winner = Тема, що перемагає кожну іншу
results-row-instrument = Опитувальник і версія
results-row-release = Номер публікації
results-row-reason = Причина повторної публікації
results-row-at = Опубліковано
results-row-limits = Важливо
results-row-order = Порядок
results-row-few = Мало відповідей
results-row-weights = Ваги
results-row-effective-n = Ефективна кількість людей (з вагами)
results-row-funding = Фінансування

## Методи простими словами
results-figure-share = Частка людей
results-method-share = Скільки людей обрали тему з усіх, хто відповів; інтервал Вілсона 95 %.
results-figure-points = Бали
results-method-points = Метод Борда: за трьох місць перше дає 3 бали, друге 2, третє 1, без вибору 0.
results-figure-place-range = Діапазон місць
results-method-place-range = Місця в 1000 випадкових повторень того самого набору відповідей (бутстреп); діапазон охоплює 95 % із них.
results-figure-agreement = Узгодженість порядку
results-method-agreement = W Кендалла з поправкою на однакові ранги: 0 – згоди немає, 1 – однаковий порядок у всіх.
results-figure-entropy = Розпорошення перших місць
results-method-entropy = Ентропія, поділена на найбільшу можливу: 0, коли всі ставлять ту саму тему першою, 1, коли кожну однаково часто.
results-figure-scale-agreement = Узгодженість на шкалі
results-method-scale-agreement = A ван дер Ейка: 1 – повна згода, 0 – рівномірний розподіл, −1 – два табори на кінцях шкали.
results-figure-pairwise = Порівняння парами
results-method-pairwise = Метод Шульце; теми поза списком людини стоять нижче за обрані.
results-figure-shortlist = Короткий список
results-method-shortlist = Послідовний метод Фрагмена: кожна більша група людей має у списку якусь свою тему.
results-figure-change = Зміна частки
results-method-change = Лише люди, які відповіли двічі; інтервал Ньюкомба для пар (метод 10), точний тест Мак-Немара.
results-figure-mean-change = Зміна місця й оцінки
results-method-mean-change = Середня різниця (необрана тема має місце після останнього), бутстреп-інтервал, тест Вілкоксона з нулями Пратта.
results-figure-many-themes = Багато тем одразу
results-method-many-themes = Поправка Голма: про зміну пишемо лише тоді, коли p після поправки менше за 0,05.
results-figure-unmatched = Люди, які відповіли один раз
results-method-unmatched = Дві окремі групи, інтервал Ньюкомба для незалежних часток; ніколи не поєднуємо їх із парами.
results-figure-lineage = Об'єднані й поділені теми
results-method-lineage = Тема рахується там, де вирішив уряд міста; якщо дві теми з одного списку стали однією, лишається краще місце.
results-figure-weights = Зважені частки
results-method-weights = Зважування до відомої кількості мешканців (raking), кожну вагу обмежено до 0,2–5; замість n ефективна кількість людей (Σw)²/Σw² (Kish). Виправляє лише вік і район.

## Повідомлення
results-text-people = { $wave ->
    [before] До воркшопу
    [after] Після воркшопу
   *[other] Згодом після воркшопу
} · { $count ->
    [one] { $count } людина
    [few] { $count } людини
   *[other] { $count } людей
}
results-text-matched = { $matched ->
    [one] з них { $matched } відповіла й раніше
    [few] з них { $matched } відповіли й раніше
   *[other] з них { $matched } відповіли й раніше
}; { $lost ->
    [one] { $lost } відповіла лише раніше
    [few] { $lost } відповіли лише раніше
   *[other] { $lost } відповіли лише раніше
}
results-text-ways = Відповіді:
results-text-share = { $share } % ({ $low }–{ $high })
results-text-more = ▲ { results-clear-more } ({ $change } в. п.)
    .simple = { results-clear-more } ({ $change } в. п.)
results-text-fewer = ▼ { results-clear-fewer } ({ $change } в. п.)
    .simple = { results-clear-fewer } ({ $change } в. п.)
results-text-unclear = без виразної зміни
results-text-change-hidden = зміна: замало людей
results-text-rest = { $count ->
    [one] і ще { $count } тема
    [few] і ще { $count } теми
   *[other] і ще { $count } тем
}
results-text-areas = <b>Узгоджені напрями</b>
results-text-open = { $count ->
    [0] Опитування триває. Відповідей: менше ніж 5.
   *[other] Опитування триває. Відповідей: щонайменше { $count }.
}
results-text-nobody = Ще ніхто не відповів, тож немає що показати.
results-text-most-gained = { $count ->
    [one] Серед { $count } людини, яка відповіла двічі, найбільше додала тема:
    [few] Серед { $count } людей, які відповіли двічі, найбільше додала тема:
   *[other] Серед { $count } людей, які відповіли двічі, найбільше додала тема:
}
results-text-points-of-percent = { $count ->
    [one] +{ $count } відсотковий пункт
    [few] +{ $count } відсоткові пункти
   *[other] +{ $count } відсоткових пунктів
}
results-text-no-change = Жодна тема не змінилася настільки, щоб можна було говорити про зміну.
results-text-change-left-out = Зміни не показуємо: за таких малих чисел можна було б упізнати відповіді окремих людей.
results-text-range = Числа в дужках – це довірчий інтервал 95 %: вони показують, наскільки непевна частка за такої кількості людей.
results-text-merged = Теми, об'єднані міським урядом, рахуються разом.

## Звіт
results-report-title = Звіт про воркшоп
results-report-skip = Перейти до змісту
results-report-example = Приклад. Це не послуга жодної установи.
results-report-when = Коли
results-report-where = Де
results-report-asked = Про що ми питали
results-report-question = Які теми найважливіші?
results-report-places = { $count ->
    [one] Можна було обрати { $count } тему.
    [few] Можна було обрати до { $count } тем, починаючи з найважливішої.
   *[other] Можна було обрати до { $count } тем, починаючи з найважливішої.
}
results-report-who = Хто відповів, а хто ні
results-report-invited = Запрошені люди
results-report-silent = Запрошені люди, які не відповіли
results-report-date = { $when } ({ $year } р.)
results-report-registered = Люди, записані на воркшоп
results-report-came = Люди, присутні на воркшопі
results-report-not-known = невідомо
results-report-fewer-than-five = менше ніж 5
results-report-results = Результати
results-report-share = Частка людей та інтервал 95 %
results-report-place = Місце за балами (діапазон)
results-report-chart = Графік: { $title }. Ті самі числа є в таблиці під графіком.
results-report-change = Що змінилося
results-report-change-how = Порівнюємо лише людей, які відповіли двічі. Про зміну пишемо лише тоді, коли її важко пояснити випадком, навіть за багатьох тем одразу. Це спостереження, а не доказ, що зміну спричинив воркшоп.
results-report-attendance = Хто був на воркшопі, а хто ні
results-report-attendance-how = Ті самі порівняння окремо для людей, які були на воркшопі, і людей, яких не було. Це спостереження: ці групи можуть різнитися не лише участю у воркшопі.
results-report-change-interval = Зміна та інтервал 95 %
results-report-difference-interval = Різниця й інтервал 95 %
results-report-shortlist = Короткий список
results-report-covered = Люди, які вже мають свою тему
results-report-plain = Простий список (найчастіше обрані)
results-report-questions = Інші питання
results-report-groups = Групи
results-report-groups-how = Числа про малі групи приховано, а разом із ними й ті, з яких їх можна було б обчислити.
results-report-own = Власні теми
results-report-own-accepted = Теми, запропоновані учасниками й прийняті:
results-report-own-merged = Теми, які рахуються разом з іншими:
results-report-own-words = { $count ->
    [one] { $count } тема, записана власними словами
    [few] { $count } теми, записані власними словами
   *[other] { $count } тем, записаних власними словами
}
results-report-own-none = Жодну власну тему ще не прийнято й не об'єднано з іншою.
results-report-areas = Узгоджені напрями
results-report-ways = Звідки взялися напрями: від власних тем до напряму
results-report-covers = Теми:
results-report-town = Відповіді та мешканці за класами
results-report-method = Метод і обмеження
results-report-method-how = Люди відповідали з власної волі, їх не обирали випадково. Інтервали показують, наскільки сталий результат серед подібних людей, а не в усьому місті.
results-report-further = Інші показники
results-report-contact = Контакт
results-statement-title = Звіт про консультації
results-statement-draft = Проєкт, що обговорювався
results-statement-announced = Оголошення консультацій
results-statement-deadline = Термін подання зауважень
results-statement-count = Кількість зауважень
results-statement-how = Шаблон, який заповнює міський уряд: позиція й обґрунтування до кожного зауваження.
results-statement-comments = Зауваження з усіх каналів
results-statement-number = №
results-statement-channel = Канал
results-statement-from = { $channel ->
    [telegram] Telegram
    [e-mail] електронна пошта
    [paper] папір
    [meeting] зустріч
   *[other] інший
}
results-statement-comment = Зміст зауваження
results-statement-position = Позиція міського уряду
results-statement-reasons = Обґрунтування
results-statement-fill = заповнити
results-statement-none = Зауважень не надійшло.
results-statement-workshop = Воркшоп у межах консультацій

## Файл для досліджень
results-research-label = Файл для досліджень: відповіді про теми
results-research-code = Код людини, новий у кожному файлі
results-research-wave = Хвиля
results-research-place = Місце у списку
results-research-theme = Тема
results-research-group = Група
results-research-district = Район
results-research-age-band = Вік
results-research-own = власна тема
results-research-wave-value = { $wave ->
    [earlier] раніше
   *[other] пізніше
}
