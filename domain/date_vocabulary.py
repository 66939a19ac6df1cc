"""The words of dates and times in Polish, Ukrainian and English, folded: lower case, Latin letters without diacritics."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_PLAIN: Final = str.maketrans("łŁ’ʼ`´‘–—−‑\u00a0\u202f\t\n", "lL'''''----    ")


def fold(text: str) -> str:
    """`text` for comparing. Cyrillic letters keep what makes them letters (й, ї); dashes and apostrophes become one kind."""
    letters: list[str] = []
    for letter in unicodedata.normalize("NFC", text).casefold().translate(_PLAIN):
        if "\u0400" <= letter <= "\u04ff":
            letters.append(letter)
        else:
            letters += [one for one in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(one)]
    return re.sub(r" +", " ", "".join(letters)).strip()


def _table(*entries: str) -> dict[str, int]:
    """'1 word word', '2 word' as word -> number."""
    table: dict[str, int] = {}
    for entry in entries:
        number, *words = entry.split()
        table.update(dict.fromkeys(words, int(number)))
    return table


MONTHS: Final = _table(
    "1 styczen stycznia stycz sty january jan січень січня січ",
    "2 luty lutego lut february feb лютий лютого лют",
    "3 marzec marca mar march березень березня бер",
    "4 kwiecien kwietnia kwi april apr квітень квітня квіт",
    "5 maj maja may травень травня трав",
    "6 czerwiec czerwca cze june jun червень червня черв",
    "7 lipiec lipca lip july jul липень липня лип",
    "8 sierpien sierpnia sie august aug серпень серпня серп",
    "9 wrzesien wrzesnia wrz september sept sep вересень вересня вер",
    "10 pazdziernik pazdziernika paz october oct жовтень жовтня жовт",
    "11 listopad listopada lis november nov листопад листопада лист",
    "12 grudzien grudnia gru december dec грудень грудня груд",
)
WEEKDAYS: Final = _table(
    "0 poniedzialek poniedzialku pon pn monday mon понеділок понеділка пн",
    "1 wtorek wtorku wt tuesday tue tues вівторок вівторка вт",
    "2 sroda srode srody sr wednesday wed середа середу середи ср",
    "3 czwartek czwartku czw thursday thu thur thurs четвер четверга чт",
    "4 piatek piatku pt friday fri п'ятниця п'ятницю п'ятниці пятниця пятницю пятниці пятницу пт",
    "5 sobota sobote soboty sob saturday sat субота суботу суботи сб",
    "6 niedziela niedziele niedzieli niedz nd ndz sunday sun неділя неділю неділі нд",
)
AWAY: Final = {
    "pojutrze": 2,
    "post-jutro": 2,
    "the day after tomorrow": 2,
    "day after tomorrow": 2,
    "післязавтра": 2,
    "dzisiaj": 0,
    "dzis": 0,
    "today": 0,
    "tonight": 0,
    "сьогодні": 0,
    "jutro": 1,
    "tomorrow": 1,
    "завтра": 1,
    "wczoraj": -1,
    "yesterday": -1,
    "вчора": -1,
    "учора": -1,
}
"""Days from today."""
COUNTS: Final = _table(
    "1 jeden jedna jednego one a an один одну одна",
    "2 dwa dwie two два дві",
    "3 trzy three три",
    "4 cztery four чотири",
    "5 piec five п'ять",
    "6 szesc six шість",
    "7 siedem seven сім",
    "8 osiem eight вісім",
    "9 dziewiec nine дев'ять",
    "10 dziesiec ten десять",
)
DAY_UNITS: Final = _table(
    "1 dzien dni day days день дні днів",
    "7 tydzien tygodnie tygodni week weeks тиждень тижні тижнів",
)
HOURS: Final = _table(
    "1 pierwszej першій першої",
    "2 drugiej другій другої",
    "3 trzeciej третій третьої",
    "4 czwartej четвертій четвертої",
    "5 piatej п'ятій п'ятої",
    "6 szostej шостій шостої",
    "7 siodmej сьомій сьомої",
    "8 osmej восьмій восьмої",
    "9 dziewiatej дев'ятій дев'ятої",
    "10 dziesiatej десятій десятої",
    "11 jedenastej одинадцятій одинадцятої",
    "12 dwunastej дванадцятій дванадцятої",
    "13 trzynastej тринадцятій тринадцятої",
    "14 czternastej чотирнадцятій чотирнадцятої",
    "15 pietnastej п'ятнадцятій п'ятнадцятої",
    "16 szesnastej шістнадцятій шістнадцятої",
    "17 siedemnastej сімнадцятій сімнадцятої",
    "18 osiemnastej вісімнадцятій вісімнадцятої",
    "19 dziewietnastej дев'ятнадцятій дев'ятнадцятої",
    "20 dwudziestej двадцятій двадцятої",
)
"""Hours as words, in the form that follows "at" or "to"."""
_FILLER: Final = (
    "w we o od do na dnia r roku rok godz godzina godzinie godziny g h dn "
    "on at the of from to in this a year clock o'clock date starts start by "
    "у в о об од з із до на року рік р годині годин година год час дня числа"
)
FILLER: Final = frozenset(_FILLER.split())
"""Words that may stay unread between a day and a time."""


def alternatives(words: dict[str, int] | frozenset[str]) -> str:
    """A regular expression of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
