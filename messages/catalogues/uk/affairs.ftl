# Прочитано людиною, для якої українська рідна: ще ні.

settings-head = <b>Налаштування</b>
settings-state =
    { $simple ->
        [on] Простий вигляд: увімкнено.
       *[off] Простий вигляд: вимкнено.
    } { $reminders ->
        [on] Нагадування: увімкнено.
       *[off] Нагадування: вимкнено.
    } Нічна тиша: від { $from }:00 до { $until }:00.
settings-stopped = Повідомлення зупинено. Пишемо лише те, про що ви просите, і про зміни воркшопу, на який ви зареєстровані.
settings-language = Мова
settings-language-ask = Оберіть мову:
settings-simple_view-on = Увімкнути простий вигляд (зчитувач екрана)
settings-simple_view-off = Вимкнути простий вигляд
settings-theme_news-on = Писати, що з моєю темою
settings-theme_news-off = Не писати, що з моєю темою
settings-digest-on = Увімкнути ранковий огляд роботи
settings-digest-off = Вимкнути ранковий огляд роботи
settings-reminders-on = Увімкнути нагадування
settings-reminders-off = Вимкнути нагадування
settings-quiet = Нічна тиша
settings-quiet-ask = Коли нам не писати? Оберіть або напишіть власні години, наприклад 22-7.
hours = { $from }:00–{ $until }:00
    .simple = від { $from }:00 до { $until }:00
quiet-saved = Збережено: тиша від { $from }:00 до { $until }:00.
settings-profile = Профіль
settings-profile-head = <b>Профіль</b>
settings-messages-off = Зупинити повідомлення
settings-messages-on = Надсилати повідомлення знову
stopped-note = Зупинено. Напишемо лише те, про що ви попросите. /start повертає повідомлення.

mydata-head = <b>Усе, що ми про вас знаємо</b>
mydata-language = Мова: { $language }
mydata-settings =
    { $simple ->
        [on] Простий вигляд: увімкнено.
       *[off] Простий вигляд: вимкнено.
    } { $reminders ->
        [on] Нагадування: увімкнено.
       *[off] Нагадування: вимкнено.
    } { $messages ->
        [on] Повідомлення: так.
       *[off] Повідомлення: зупинено.
    } Нічна тиша: від { $from }:00 до { $until }:00.
mydata-follows = Ви стежите за: { $series }
mydata-consents = Прочитана інформація та згоди:
mydata-consent =
    { $purpose ->
        [answering] відповіді на питання
        [series] стеження за циклом
        [later_waves] пізніші питання
        [needs] особливі потреби
        [access] код до воркшопу
        [theme_news] що сталося з моєю темою
       *[other] інше
    } (версія { $version }, { $when }, мова: { $language })
mydata-consent-withdrawn =
    { $purpose ->
        [answering] відповіді на питання
        [series] стеження за циклом
        [later_waves] пізніші питання
        [needs] особливі потреби
        [access] код до воркшопу
        [theme_news] що сталося з моєю темою
       *[other] інше
    } (версія { $version }, { $when }, мова: { $language }; відкликано { $until })
mydata-consents-earlier = Раніше, до нового «так»:
mydata-consents-rest =
    { $count ->
        [one] І ще { $count } давніший запис. Він є у файлі.
        [few] І ще { $count } давніші записи. Вони є у файлі.
       *[other] І ще { $count } давніших записів. Вони є у файлі.
    }
mydata-ballot =
    { $kind ->
        [after] Відповіді після воркшопу ({ $when }):
        [follow_up] Пізніші відповіді ({ $when }):
       *[before] Відповіді перед воркшопом ({ $when }):
    }
mydata-role-owner = Роль: відповідальність за бота
mydata-role-organiser = Роль: організація воркшопу
mydata-role-staff = Роль: команда мерії
mydata-role-facilitator = Роль: ведення воркшопу
mydata-role-researcher = Роль: ведення досліджень
mydata-more = У файлі є також: номер вашого облікового запису в Telegram, ненадіслані чернетки, особливі потреби, ваша думка про напрями та повідомлення, які ми вам надіслали.
mydata-get-file = Завантажити файлом
mydata-file = Ваші дані у файлі JSON.

forget-ask = <b>Видалити все, що ми про вас знаємо?</b> Відповіді (також на закриті питання), реєстрації, профіль, згоди й налаштування. Цього не можна скасувати. Місце на воркшопі отримає наступна людина.
forget-not = Опубліковані загальні результати лишаться; окремих людей у них не видно.
forget-yes = Так, видалити все
forget-no = Ні, лишити
forgotten = Видалено. Ми більше нічого про вас не знаємо.
forgotten-not = Ми не можемо повернути: цей чат у Telegram (його можна видалити в застосунку), уже завантажені файли та паперові анкети. Резервні копії зникають у свій строк. Питання: { $contact }.

object =
    { $basis ->
        [consent] Відкликаю згоду
       *[public_task] Заперечую
    }
object-ask =
    { $basis ->
        [consent] Відкликати згоду? Ми видалимо ваші відповіді й більше ні про що вас не питатимемо. Відкликання діє відтепер: те, що було раніше, лишається законним.
       *[public_task] Заперечити? Ми перестанемо користуватися вашими даними: видалимо ваші відповіді й більше ні про що вас не питатимемо.
    }
object-yes =
    { $basis ->
        [consent] Так, відкликаю згоду
       *[public_task] Так, заперечую
    }
object-no = Ні, хай лишається
objected =
    { $basis ->
        [consent] Згоду відкликано, ваші відповіді видалено.
       *[public_task] Заперечення прийнято, ваші відповіді видалено.
    } На питання відповість { $office }: { $contact }. Якщо захочете повернутися, досить /start.

help-what = <b>Що це?</b> Бот Wspólnie питає, що важливо для мешканок і мешканців, перед воркшопом і після нього. За ним стоїть { $office }.
help-data = <b>А дані?</b> Результати лише загальні. Докладно: /pryvatnist. Ваші дані: /moidani. Видалення: /vydalyty.
help-human = <b>Хочете запитати людину?</b> { $contact }
help-work = <b>У вашій ролі:</b>
help-command = /{ $name } – { $what }
help-commands = <b>Команди:</b> /anketa – питання, /vorkshopy – список, /uchast – реєстрація, /pidsumok – що вийшло, /kartka – мої теми до і після, /nalashtuvannia – налаштування, /mova – мова, /stop – без повідомлень, /start – повернутися.
help-page = Сторінка мерії

theme-news-ask = Хочете знати, що станеться з вашою темою? Ми напишемо, коли мерія її прийме, об’єднає з іншою або відхилить. Ніхто в мерії не бачить, кому ми пишемо.
theme-news-yes = Так, напишіть
theme-news-no = Не потрібно
theme-news-yes-note = Ми напишемо, коли щось вирішиться. Вимкнути можна в /nalashtuvannia.
theme-news-no-note = Добре, не напишемо. Змінити можна в /nalashtuvannia.
theme-news-accept = Вашу тему «{ $words }» прийнято: тепер усі можуть вибрати її як «{ $theme }».
theme-news-merge = Ваша тема «{ $words }» тепер рахується разом із темою «{ $theme }».
theme-news-split = Ваша тема «{ $words }» знову окрема: «{ $theme }».
theme-news-reject = Вашу тему «{ $words }» не прийнято. Причина: { $reason }
theme-news-stop = Ці повідомлення можна вимкнути в /nalashtuvannia.
