### Результати: повідомлення, зображення, файли, звіт. Перечитано носієм мови: ще ні.

results-limits = Це відповіді людей, які взяли участь. Вони не показують, що думає все місто.
results-before = до майстерні
results-after = після майстерні
results-follow-up = згодом після майстерні
results-order-share = Порядок: частка людей, які обрали тему; за однакової частки вирішують бали.
results-order-points = Порядок: бали; за однакових балів вирішує частка людей.
results-clear-more = більше людей, ніж до майстерні
results-clear-fewer = менше людей, ніж до майстерні
results-clear-unclear = без виразної зміни
results-hidden = замало людей, щоб це показати
results-hidden-short = приховано
results-few = Відповідей менше ніж 10, тому показуємо лише порядок перших тем, без чисел.
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
results-picture-change = Що змінилося після майстерні
results-picture-change-people = { $count ->
    [one] { $count } людина відповіла до майстерні й після неї.
    [few] { $count } людини відповіли до майстерні й після неї.
   *[other] { $count } людей відповіли до майстерні й після неї.
}
results-picture-ranking = { $wave ->
    [before] Найважливіші теми до майстерні
    [after] Найважливіші теми після майстерні
   *[other] Найважливіші теми згодом після майстерні
}
results-picture-ranking-people = { $count ->
    [one] Відповіла { $count } людина. Смуга – довірчий інтервал 95 %.
    [few] Відповіли { $count } людини. Смуга – довірчий інтервал 95 %.
   *[other] Відповіли { $count } людей. Смуга – довірчий інтервал 95 %.
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
results-picture-card = Ваші теми до майстерні й після неї
results-picture-card-people = Лише ваші відповіді. Ніхто інший цієї картки не отримує.
