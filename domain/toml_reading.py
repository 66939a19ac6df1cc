"""Reading the town's TOML files: every value is asked for by key and kind, and what is wrong is said in one sentence.

Syntax errors name the line; everything else names the key, since TOML values carry no lines.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from domain.instants import Instant, at_wall_clock, instant
from domain.languages import LANGUAGES, Texts

_KEY: Final = re.compile(r"[a-z0-9][a-z0-9_-]*")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_YEARS: Final = range(2000, 2200)
ONE_LINE: Final = 60
"""Texts of at most so many characters stand on buttons and in lists: they are one line."""
BUTTON_KEY: Final = 24
"""Characters of a key that goes into a button: all of it has to fit into 64 bytes."""
_MISSING: Final = object()


class SurveyError(ValueError):
    """A file cannot be used. `sentence` says what is wrong.

    `where`: a line ('line 12') or a key ('wave.before.opens'); '' when it is the file as a whole.
    """

    def __init__(self, file: str, where: str, sentence: str) -> None:
        super().__init__(f"{file}, {where}: {sentence}" if where else f"{file} {sentence}")
        self.file = file
        self.where = where
        self.sentence = sentence


def parse(text: str, file: str) -> Table:
    """The file's top table. Raises SurveyError for what is not TOML. Some editors put a mark before the first line."""
    try:
        return Table(file, "", tomllib.loads(text.removeprefix("\ufeff")))
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        where = f"line {found.group(1)}" if found else "end of file"
        raise SurveyError(file, where, f"not valid TOML: {str(error).split(' (at')[0]}.") from error
    except RecursionError:
        raise SurveyError(file, "", "holds lists or tables too deep in each other.") from None


class Table:
    """One table of a file. Getters raise SurveyError; `done` refuses keys that nobody asked for, such as misspelt ones."""

    def __init__(self, file: str, key: str, values: Mapping[str, Any]) -> None:
        self.file = file
        self._key = key
        self._values = values
        self._asked: set[str] = set()

    def wrong(self, key: str, sentence: str) -> SurveyError:
        """The error to raise about `key` of this table ('' for the table itself)."""
        where = ".".join(part for part in (self._key, key) if part)
        return SurveyError(self.file, where or "top of the file", sentence)

    def __contains__(self, key: str) -> bool:
        self._asked.add(key)
        return key in self._values

    def keys(self) -> tuple[str, ...]:
        return tuple(self._values)

    def _get(self, key: str, kind: type | tuple[type, ...], name: str, default: Any) -> Any:
        self._asked.add(key)
        value = self._values.get(key, _MISSING)
        if value is _MISSING:
            if default is _MISSING:
                raise self.wrong(key, f"{name} is missing.")
            return default
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise self.wrong(key, f"{name} is expected here.")
        return value

    def text(self, key: str, default: Any = _MISSING, *, longest: int = 1000) -> str:
        value = self._get(key, str, "a text", default)
        if isinstance(value, str) and len(value) > longest:
            raise self.wrong(key, f"{len(value)} characters; {longest} are the most.")
        if isinstance(value, str) and _CONTROL.search(value):
            raise self.wrong(key, "there is a control character in it, which nobody can see.")
        if isinstance(value, str) and longest <= ONE_LINE and "\n" in value:
            raise self.wrong(key, "it stands on one line.")
        return value  # type: ignore[no-any-return]  # a str, or the caller's default

    def optional_text(self, key: str) -> str | None:
        return self.text(key) if key in self else None

    def identifier(self, key: str, *, longest: int = 40) -> str:
        """A key that is stored: lower-case letters, digits, - and _. BUTTON_KEY at most for a button."""
        value = self.text(key)
        if not _KEY.fullmatch(value) or len(value) > longest:
            raise self.wrong(key, f"{value!r} is no key: lower-case letters, digits, - and _, {longest} at most.")
        return value

    def choice(self, key: str, allowed: Sequence[str], default: Any = _MISSING) -> Any:
        value = self.text(key, default)
        if value not in allowed:
            raise self.wrong(key, f"{value!r} is not one of {', '.join(allowed)}.")
        return value

    def number(self, key: str, default: Any = _MISSING, *, low: int, high: int) -> int:
        value = self._get(key, int, "a whole number", default)
        if not low <= value <= high:
            raise self.wrong(key, f"{value} is not between {low} and {high}.")
        return value  # type: ignore[no-any-return]  # an int: checked above

    def flag(self, key: str, default: bool) -> bool:
        return bool(self._get(key, bool, "true or false", default))

    def list_of_texts(self, key: str, default: Sequence[str] = ()) -> tuple[str, ...]:
        value = self._get(key, list, "a list of texts", list(default))
        if not all(isinstance(one, str) for one in value):
            raise self.wrong(key, "a list of texts is expected here.")
        return tuple(value)

    def moment(self, key: str, zone: ZoneInfo) -> Instant:
        """A date and time; without an offset it is what a clock on the wall in `zone` shows."""
        value: datetime = self._get(key, datetime, "a date and time, such as 2022-11-21T09:00:00,", _MISSING)
        if value.year not in _YEARS:
            raise self.wrong(key, f"the year {value.year} is not between {_YEARS.start} and {_YEARS.stop - 1}.")
        return instant(value) if value.tzinfo is not None else at_wall_clock(value.date(), value.time(), zone)

    def texts(self, key: str, languages: Sequence[str] = LANGUAGES, *, longest: int = 1000) -> Texts:
        """One text in every one of `languages`."""
        table = self.table(key)
        found = {language: table.text(language, longest=longest).strip() for language in languages}
        table.done()
        for language, words in found.items():
            if not words:
                raise table.wrong(language, "the text is empty.")
        return found

    def optional_texts(self, key: str, languages: Sequence[str] = LANGUAGES, *, longest: int = 1000) -> Texts | None:
        return self.texts(key, languages, longest=longest) if key in self else None

    def label(self, languages: Sequence[str] = LANGUAGES) -> Texts:
        """A `label` in every language, or one `name` that is the same in all, as of a district."""
        if "name" in self:
            return dict.fromkeys(languages, self.text("name", longest=60))
        return self.texts("label", languages, longest=60)

    def table(self, key: str) -> Table:
        value = self._get(key, dict, "a table", _MISSING)
        return Table(self.file, ".".join(part for part in (self._key, key) if part), value)

    def tables(self, key: str, *, least: int = 0) -> Iterator[Table]:
        """The tables of a list, [[key]]. Their keys are counted from 1 in errors."""
        value = self._get(key, list, "a list of tables", [])
        if len(value) < least:
            raise self.wrong(key, f"at least {least} are expected.")
        for number, one in enumerate(value, 1):
            if not isinstance(one, dict):
                raise self.wrong(key, "a list of tables is expected here.")
            yield Table(self.file, ".".join(part for part in (self._key, f"{key}[{number}]") if part), one)

    def done(self) -> None:
        """Raises SurveyError when the table has a key that was not asked for."""
        for key in self._values:
            if key not in self._asked:
                raise self.wrong(key, "there is no such setting here.")
