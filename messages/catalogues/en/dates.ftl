# Read by a native speaker of English: not yet.

date-long = { $weekday } { $day } { $month }, { $time }
date-day = { $weekday } { $day } { $month }
date-short = { $day } { $month }
date-span = { $from }–{ $until }
    .simple = from { $from } to { $until }
date-days = { $from } – { $until }
    .simple = { $from }. End: { $until }
# After the word "until": until Sunday 20 November, 18:00.
date-deadline = { $weekday } { $day } { $month }, { $time }

weekday-mon = Monday
weekday-tue = Tuesday
weekday-wed = Wednesday
weekday-thu = Thursday
weekday-fri = Friday
weekday-sat = Saturday
weekday-sun = Sunday
weekday-until-mon = Monday
weekday-until-tue = Tuesday
weekday-until-wed = Wednesday
weekday-until-thu = Thursday
weekday-until-fri = Friday
weekday-until-sat = Saturday
weekday-until-sun = Sunday
month-jan = January
month-feb = February
month-mar = March
month-apr = April
month-may = May
month-jun = June
month-jul = July
month-aug = August
month-sep = September
month-oct = October
month-nov = November
month-dec = December
