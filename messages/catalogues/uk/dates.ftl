# Прочитано людиною, для якої українська рідна: ще ні.

date-long = { $weekday }, { $day } { $month }, { $time }
date-day = { $weekday }, { $day } { $month }
date-short = { $day } { $month }
date-span = { $from }–{ $until }
    .simple = з { $from } до { $until }
date-days = { $from } – { $until }
    .simple = { $from }. Кінець: { $until }
# Після слова «до»: до неділі, 20 листопада, 18:00.
date-deadline = { $weekday }, { $day } { $month }, { $time }

weekday-mon = понеділок
weekday-tue = вівторок
weekday-wed = середа
weekday-thu = четвер
weekday-fri = п’ятниця
weekday-sat = субота
weekday-sun = неділя
weekday-until-mon = понеділка
weekday-until-tue = вівторка
weekday-until-wed = середи
weekday-until-thu = четверга
weekday-until-fri = п’ятниці
weekday-until-sat = суботи
weekday-until-sun = неділі
month-jan = січня
month-feb = лютого
month-mar = березня
month-apr = квітня
month-may = травня
month-jun = червня
month-jul = липня
month-aug = серпня
month-sep = вересня
month-oct = жовтня
month-nov = листопада
month-dec = грудня
