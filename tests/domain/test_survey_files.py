"""Workshops, instruments, catalogues and offices as files: what is right is read, what is wrong is named."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from lublin import SURVEYS, lublin

from domain.instrument_files import parse_instrument
from domain.instrument_json import from_json, to_json
from domain.languages import LANGUAGES
from domain.office_files import parse_office, placeholders
from domain.survey_files import SurveyError, WorkshopFile, parse_catalogue, parse_workshop
from domain.toml_reading import parse
from domain.workshop_drafts import from_file, to_file
from service.workshops import read_office

LUBLIN = (SURVEYS / "lublin.toml").read_text(encoding="utf-8")
INSTRUMENT = (SURVEYS / "instruments" / "priorities.toml").read_text(encoding="utf-8")
THEMES = (SURVEYS / "catalogues" / "lublin.toml").read_text(encoding="utf-8")
OFFICE = (SURVEYS / "office.example.toml").read_text(encoding="utf-8")


def beside(name: str) -> str:
    return (SURVEYS / name).read_text(encoding="utf-8")


def workshop(text: str) -> WorkshopFile:
    return parse_workshop(text, "w.toml", beside)


def test_the_lublin_workshop_says_what_its_facts_say() -> None:
    file = lublin()
    assert file.starts_at == datetime(2022, 11, 21, 8, tzinfo=UTC)
    assert file.ends_at == datetime(2022, 11, 21, 11, tzinfo=UTC)
    before, after = file.waves
    assert (before.closes_at, after.opens_at) == (datetime(2022, 11, 20, 17, tzinfo=UTC), file.ends_at)
    assert [theme.names["pl"] for theme in file.themes] == [
        "Akademickość",
        "Dobre sąsiedztwo",
        "Edukacja",
        "Inteligentna i zrównoważona gospodarka",
        "Kultura i przemysły kreatywne",
        "Metropolia",
        "Miasto społecznie wrażliwe",
        "Miasto zielone",
        "Partycypacja i współrządzenie",
        "Sport",
        "Turystyka",
        "Urbanistyka i mobilność miejska",
    ]
    assert file.place["pl"] == "Ratusz (sala obrad)"
    assert file.example
    assert file.room_capacity == 120
    assert file.online_capacity
    assert file.funding
    assert file.funding.keys() == set(LANGUAGES)
    assert file.profile_values["age_band"][0][0] == "16-24"
    assert len(file.profile_values["district"]) == 28


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ('zone = "Europe/Warsaw"', 'zone = "Europe"', "w.toml, zone: there is no time zone 'Europe'."),
        ("starts = 2022", "starts = 0001", "w.toml, starts: the year 1 is not between 2000 and 2199."),
        ("ends = 2022-11-21", "ends = 9999-12-31", "w.toml, ends: the year 9999 is not between 2000 and 2199."),
        (
            'pl = "Jak',
            'pl = "Ja\\u0000k',
            "w.toml, title.pl: there is a control character in it, which nobody can see.",
        ),
        ("instruments/pri", "instruments\\u0000/pri", "w.toml, instrument: there is a control character in it, "),
        ('["pl", "uk", "en"]', '["pl", "uk", "en", "pl"]', "w.toml, languages: each is named once."),
        (
            'slug = "lublin',
            "deep = " + "[" * 3000 + '\nslug = "',
            "w.toml holds lists or tables too deep in each other.",
        ),
        ('name = "Abramowice"', 'name = "Abra\\nmowice"', "w.toml, profile.district[1].name: it stands on one line."),
    ],
)
def test_what_no_database_and_no_button_can_hold_is_refused_by_key(was: str, becomes: str, said: str) -> None:
    assert was in LUBLIN
    with pytest.raises(SurveyError) as refused:
        workshop(LUBLIN.replace(was, becomes, 1))
    assert str(refused.value).startswith(said)


def test_a_file_with_a_mark_before_its_first_line_is_read() -> None:
    assert workshop("\ufeff" + LUBLIN) == lublin()


def test_an_instrument_is_the_same_after_json() -> None:
    instrument = lublin().instrument
    assert from_json(to_json(instrument)) == instrument


def test_the_example_office_is_full_of_placeholders_and_a_towns_own_has_none() -> None:
    assert {"example", "name.pl", "controller.uk", "contact"} <= set(
        placeholders(read_office(SURVEYS / "office.example.toml"))
    )
    own = re.sub("przykład[a-z]*|приклад|example[a-z]*", "Lublin", OFFICE, flags=re.IGNORECASE)
    office = parse_office(own.replace("Lublin = true\n", ""), "office.toml")
    assert placeholders(office) == []


BROKEN = {
    "no TOML": (LUBLIN.replace('slug = "', "slug = "), "line 2"),
    "a misspelt key": (LUBLIN.replace("asks_needs", "ask_needs"), "ask_needs"),
    "a missing language": (LUBLIN.replace('uk = "Ратуша', 'xx = "Ратуша'), "room.place.uk"),
    "an unknown zone": (LUBLIN.replace("Europe/Warsaw", "Europe/Lublin"), "zone"),
    "an end before the start": (LUBLIN.replace("2022-11-21T12:00:00\ninstr", "2022-11-21T08:00:00\ninstr"), "ends"),
    "a wave that closes first": (LUBLIN.replace("2022-11-20T18", "2022-11-10T18"), "wave.before.closes"),
    "waves that overlap": (LUBLIN.replace("opens = 2022-11-21", "opens = 2022-11-19"), "wave.after.opens"),
    "a date that is none": (LUBLIN.replace("2022-11-11T10:00:00", '"friday"'), "wave.before.opens"),
    "a file elsewhere": (LUBLIN.replace("instruments/", "../"), "instrument"),
    "a file that is not there": (LUBLIN.replace("priorities.toml", "nothing.toml"), "instrument"),
    "no room at all": (LUBLIN.replace("capacity = 120", "capacity = 0"), "room.capacity"),
    "a link to no port": (LUBLIN.replace('"https://spotkanie', '"https://x.pl:sala/'), "online.link"),
    "a link of the wrong kind": (LUBLIN.replace('"https://spotkanie', '"ftp://spotkanie'), "online.link"),
    "a code without need": (LUBLIN.replace('"everybody"', '"everybody"\naccess_code = "ABCD"'), "access_code"),
    "a code that is missing": (LUBLIN.replace('"everybody"', '"code"'), "access_code"),
    "a key too long for a button": (
        LUBLIN.replace('key = "elsewhere"', f'key = "{"e" * 25}"'),
        "profile.district[28].key",
    ),
    "the same value twice": (LUBLIN.replace('key = "rury"', 'key = "felin"'), "profile.district[15].key"),
    "a flag that is a text": (LUBLIN.replace("example = true", 'example = "yes"'), "example"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_workshop_names_the_file_and_the_place(what: str) -> None:
    text, where = BROKEN[what]
    assert text != LUBLIN
    with pytest.raises(SurveyError) as caught:
        workshop(text)
    assert (caught.value.file, caught.value.where) == ("w.toml", where)
    assert str(caught.value).startswith(f"w.toml, {where}: ")


BROKEN_INSTRUMENT = {
    "the same question twice": (INSTRUMENT.replace('key = "knows"', 'key = "reason"'), "question[4].key"),
    "a kind that is none": (INSTRUMENT.replace('"scale"', '"slider"'), "question[3].kind"),
    "a reason about nothing": (INSTRUMENT.replace('about = "themes"', 'about = "topics"'), "question[2].about"),
    "a scale without steps": (INSTRUMENT.replace("high = 5", "high = 1"), "question[3].high"),
    "a scale with too many steps": (INSTRUMENT.replace("high = 5", "high = 50"), "question[3].high"),
    "the same option twice": (INSTRUMENT.replace('key = "no"', 'key = "yes"'), "question[4].option[3].key"),
    "an unknown profile": (INSTRUMENT.replace('"age_band"', '"age"'), "profile"),
    "a setting of another kind": (INSTRUMENT.replace("low = 1\n", "low = 1\nplaces = 3\n"), "question[3].places"),
    "a title misspelt": (INSTRUMENT.replace("[title]", "[question_title]"), "question_title"),
    "a title without a language": (INSTRUMENT.replace('uk = "Найважливіші теми й чому"\n', ""), "title.uk"),
    "a title too long for a button": (INSTRUMENT.replace("and why", "and why, in many words"), "title.en"),
    "a condition on a later question": (
        INSTRUMENT.replace('about = "themes"', 'about = "themes"\nonly_if = { question = "knows", any_of = ["no"] }'),
        "question[2].only_if.question",
    ),
}


@pytest.mark.parametrize("what", BROKEN_INSTRUMENT)
def test_a_broken_instrument_names_the_file_and_the_place(what: str) -> None:
    text, where = BROKEN_INSTRUMENT[what]
    assert text != INSTRUMENT
    with pytest.raises(SurveyError) as caught:
        parse_instrument(text, "i.toml")
    assert (caught.value.file, caught.value.where) == ("i.toml", where)


def test_an_error_in_the_instrument_names_its_own_file() -> None:
    def broken(name: str) -> str:
        return INSTRUMENT.replace('"scale"', '"slider"') if "instruments" in name else beside(name)

    with pytest.raises(SurveyError) as caught:
        parse_workshop(LUBLIN, "w.toml", broken)
    assert caught.value.file == "instruments/priorities.toml"


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [("[title]", "[titles]", "titles"), ('pl = "Tematy strategii Lublina"', 'pl = " "', "title.pl")],
)
def test_a_catalogue_with_a_spoilt_title_names_the_file_and_the_place(old: str, new: str, where: str) -> None:
    text = THEMES.replace(old, new)
    assert text != THEMES
    with pytest.raises(SurveyError) as caught:
        parse_catalogue(text, "t.toml")
    assert (caught.value.file, caught.value.where) == ("t.toml", where)


def test_two_themes_of_one_name_are_refused() -> None:
    text = THEMES.replace('name.en = "Tourism"', 'name.en = "sport"')
    with pytest.raises(SurveyError, match=r"theme\[11\].name.en: theme 'sport' is called 'sport' too"):
        parse_catalogue(text, "t.toml")


def test_a_condition_is_read() -> None:
    text = (
        INSTRUMENT + '\n[[question]]\nkey = "why"\nkind = "text"\nonly_if = { question = "knows", any_of = ["no"] }\n'
    )
    text += "".join(f'text.{language} = "?"\n' for language in LANGUAGES)
    question = parse_instrument(text, "i.toml").question("why")
    assert question.condition is not None
    assert (question.condition.question, question.condition.any_of) == ("knows", ("no",))


def test_a_local_time_that_the_clocks_skip_is_moved_on() -> None:
    from zoneinfo import ZoneInfo

    table = parse("a = 2022-03-27T02:30:00", "f")
    assert table.moment("a", ZoneInfo("Europe/Warsaw")) == datetime(2022, 3, 27, 1, 30, tzinfo=UTC)


TOTALS = """
[[totals]]
key = "young-centre"
name = "do 34 lat, Śródmieście"
age_band = ["16-24", "25-34"]
district = ["srodmiescie", "stare-miasto"]
people = 12000

[[totals]]
key = "old-centre"
name = "od 35 lat, Śródmieście"
age_band = ["35-44", "45-54"]
district = ["srodmiescie", "stare-miasto"]
people = 30000
"""


def test_known_totals_are_read_as_the_office_joined_them() -> None:
    assert lublin().totals == ()
    young, old = workshop(LUBLIN + TOTALS).totals
    assert young.of == {"age_band": ("16-24", "25-34"), "district": ("srodmiescie", "stare-miasto")}
    assert (young.people, old.people) == (12_000, 30_000)
    assert to_file(from_file(workshop(LUBLIN + TOTALS)), "w").totals == (young, old)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"16-24", "25-34"', '"16-24", "20-34"', r"totals\[1\].age_band: '20-34' is not a key"),
        ("people = 12000", "people = 0", r"totals\[1\].people: 0 is not between"),
        ('"old-centre"', '"young-centre"', r"totals\[2\].key: there is already"),
        ('age_band = ["35-44", "45-54"]\n', "", r"totals\[2\]: all classes name the same"),
        ('"35-44", "45-54"', '"25-34", "45-54"', r"totals\[2\].age_band: 25-34 stands in class"),
        ('"35-44", "45-54"', '"25-34", "16-24"', r"totals\[2\].key: class 'young-centre' is about the same people"),
        ("people = 30000", "persons = 30000", r"totals\[2\].people: a whole number is missing"),
    ],
)
def test_a_wrong_total_is_named(old: str, new: str, said: str) -> None:
    with pytest.raises(SurveyError, match=said):
        workshop(LUBLIN + TOTALS.replace(old, new))
