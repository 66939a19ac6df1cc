"""Spellings of dates and times that are written out as plainer ones before they are read: '21 XI', 'wpół do szóstej', '3h'.

All of it works on folded text (`date_vocabulary.fold`).
"""

from __future__ import annotations

import re
from typing import Final

from domain.date_vocabulary import COUNTS, HOURS, WEEKDAYS, alternatives

_ROMAN: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ROMAN_MONTH: Final = re.compile(
    r"(?<![\w.:])(?P<d>\d{1,2})\.?[ .](?:(?P<m>xii|xi|x|ix|viii|vii|vi|v|iv|iii|ii)(?![\w'])"
    r"|i(?= \d{4}))(?:(?:\. ?| )(?P<y>\d{4}))?"
)
"""'I' is "and" in Polish: January only with its year."""
_TO_HOUR: Final = {
    "першу": 1,
    "другу": 2,
    "третю": 3,
    "четверту": 4,
    "п'яту": 5,
    "шосту": 6,
    "сьому": 7,
    "восьму": 8,
    "дев'яту": 9,
    "десяту": 10,
    "одинадцяту": 11,
    "дванадцяту": 12,
}
_HALF: Final = re.compile(
    rf"(?<!\w)(?:w ?pol do (?P<pl>{alternatives(HOURS)})|пів на (?P<uk>{alternatives(_TO_HOUR)})"
    r"|half past (?P<en>one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}))(?!\w)"
)
_ORDINAL_HOUR: Final = re.compile(r"(?<![\w.:])(\d{1,2})-?(?:stej|tej|szej|giej|mej|ej|ta|sta)(?!\w)")
_SHORT_LENGTH: Final = re.compile(r"[,;(] *(\d{1,2}(?:[.,]5)?) ?(?:h|godz\.?|год\.?)\)?$")
_DAYS_OF_MONTH: Final = re.compile(r"(?<![\w.:])(\d{1,2}) ?- ?(\d{1,2})[./](\d{1,2})(?=\.?(?:,| |\d{4}).*\d)")
_NEXT_WEEK: Final = re.compile(
    r"(?:w )?(?:przyszlym|nastepnym|nast\.) tygodniu|next week|(?:на )?наступн(?:ого|ому) тижн(?:я|і)"
)
_DAY_NAME: Final = re.compile(rf"(?<!\w)(?:{alternatives(WEEKDAYS)})(?!\w)")
_PART_FIRST: Final = re.compile(
    r"(?<!\w)(?:(?P<am>rano|(?:in the )?morning|вранці|зранку)|wieczorem|po poludniu|(?:in the )?(?:evening|afternoon)"
    r"|[ву]вечері)"
    r",? (?:o |at |о |об )?(?P<h>\d{1,2})(?![\w:./]| ?-)"
)
_MONTH_AWAY: Final = re.compile(r"(?<!\w)(?:za|за|через) (?:miesiac|місяць)(?!\w)")
_MONTHS: Final = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_SOON: Final = re.compile(
    rf"(?:za|in|за|через) (?:(?P<half>pol|half an|пів) ?|(?:(?P<n>\d{{1,3}}|{alternatives(COUNTS)}) )?)"
    r"(?P<unit>godzin[ey]?|hours?|годин[уи]?|minut[ey]?|min|minutes?|хвилин[уи]?|хв)\.?"
)


def plainer(text: str) -> str:
    """Folded `text` in the spellings that the readers of days and times know. What it does not know stays as it is."""
    text = _ROMAN_MONTH.sub(_numbered, text)
    text = _DAYS_OF_MONTH.sub(_named, text)
    text = _HALF.sub(_half, text)
    text = _PART_FIRST.sub(lambda part: f"at {part['h']} {'am' if part['am'] else 'pm'}", text)
    text = _ORDINAL_HOUR.sub(r"\1", text)
    text = _SHORT_LENGTH.sub(r" na \1 godziny", text)
    text = _MONTH_AWAY.sub("in a month", text)
    if _NEXT_WEEK.search(text) and _DAY_NAME.search(text):
        text = _DAY_NAME.sub(lambda day: f"next {day[0]}", _NEXT_WEEK.sub(" ", text), count=1)
    return text


def minutes_from_now(text: str) -> int | None:
    """'za godzinę', 'in 20 minutes', 'через пів години' as minutes; None when folded `text` is no such thing."""
    found = _SOON.fullmatch(text)
    if found is None:
        return None
    said = found["n"]
    number = 1 if said is None else COUNTS[said] if said in COUNTS else int(said)
    if not found["unit"].startswith(("g", "h", "год")):
        return None if found["half"] else number
    return 30 if found["half"] else number * 60


def _numbered(found: re.Match[str]) -> str:
    month = _ROMAN.index(found["m"] or "i") + 1
    return f"{found['d']}.{month:02}" + (f".{found['y']}" if found["y"] else "")


def _named(found: re.Match[str]) -> str:
    """'21-22.11' as '21-22 nov', which is read as two days."""
    first, last, month = (int(part) for part in found.groups())
    return f"{first}-{last} {_MONTHS[month - 1]}" if first < last <= 31 and 1 <= month <= 12 else found[0]


def _half(found: re.Match[str]) -> str:
    """'wpół do szóstej' is half an hour before six, 'half past five' after five; small hours are of the afternoon."""
    if found["en"]:
        hour = int(found["en"]) if found["en"].isdigit() else COUNTS[found["en"]]
    else:
        hour = (HOURS[found["pl"]] if found["pl"] else _TO_HOUR[found["uk"]]) - 1 or 12
    return f"{hour + 12 if 1 <= hour <= 6 else hour}:30"
