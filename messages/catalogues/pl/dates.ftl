# Przeczytane przez osobę, dla której polski jest językiem ojczystym: jeszcze nie.

date-long = { $weekday }, { $day } { $month }, { $time }
date-day = { $weekday }, { $day } { $month }
date-short = { $day } { $month }
date-span = { $from }–{ $until }
    .simple = od { $from } do { $until }
date-days = { $from } – { $until }
    .simple = { $from }. Koniec: { $until }
# Po słowie „do”: do niedzieli, 20 listopada, godz. 18:00.
date-deadline = { $weekday }, { $day } { $month }, godz. { $time }

weekday-mon = poniedziałek
weekday-tue = wtorek
weekday-wed = środa
weekday-thu = czwartek
weekday-fri = piątek
weekday-sat = sobota
weekday-sun = niedziela
weekday-until-mon = poniedziałku
weekday-until-tue = wtorku
weekday-until-wed = środy
weekday-until-thu = czwartku
weekday-until-fri = piątku
weekday-until-sat = soboty
weekday-until-sun = niedzieli
month-jan = stycznia
month-feb = lutego
month-mar = marca
month-apr = kwietnia
month-may = maja
month-jun = czerwca
month-jul = lipca
month-aug = sierpnia
month-sep = września
month-oct = października
month-nov = listopada
month-dec = grudnia
