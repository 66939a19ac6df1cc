"""How somebody comes in, and taps that no honest phone would send, through the whole bot over HTTP."""

from __future__ import annotations

import asyncio
from typing import Any

from real_town import RealTown
from street import Street, message, private, tap, user, way_on

FIRST = 9_100_000_000
LANGUAGES = ["Polski", "Українська", "English"]
HELLO = {"pl": "Dzień dobry", "uk": "Добрий день", "en": "Hello", None: "Wybierz język"}
FROM_THE_PHONE = {
    "pl": "pl",
    "pl-PL": "pl",
    "uk": "uk",
    "uk-UA": "uk",
    "en-GB": "en",
    "EN": "en",
    "en_US": "en",
    "be": None,
    "ru": None,
    "zh-hans": None,
    "": None,
    "p" * 500: None,
    None: None,
}
"""The phone's language, and the one that the first screen is in; None: the row of languages."""

FIRST_WORDS: dict[str, dict[str, Any]] = {
    "a greeting": {"text": "dzień dobry"},
    "words that mean yes": {"text": "tak"},
    "a theme": {"text": "edukacja"},
    "a photo": {"photo": [{"file_id": "x"}]},
    "a sticker": {"sticker": {"file_id": "x"}},
    "a command": {"text": "/ankieta"},
    "an unknown command": {"text": "/unknown"},
    "a command in Cyrillic": {"text": "/анкета"},
    "a link to a workshop": {"text": "/start w-lublin-ramy-strategii"},
    "a link to one that is gone": {"text": "/start w-gone"},
    "a link that was tampered with": {"text": "/start w-lublin'; DROP TABLE participants; --"},
    "a link cut in the middle": {"text": "/start w-lublin-ramy-str"},
    "an invitation of staff": {"text": "/start i-" + "A" * 62},
    "nothing visible": {"text": "\u200b"},
}


async def hand_over(street: Street, updates: dict[int, dict[str, Any]]) -> None:
    for phone, update in updates.items():
        await asyncio.to_thread(street.telegram.raw, phone, update)
    await street.arrive()


async def test_each_phone_is_spoken_to_in_its_language_or_asked_for_one(real: RealTown) -> None:
    street, phones = Street(real), range(FIRST, FIRST + len(FROM_THE_PHONE))
    await street.open_phones(phones)
    wanted = dict(zip(phones, FROM_THE_PHONE.items(), strict=True))
    await hand_over(street, {phone: message(phone, code, text="/start") for phone, (code, _) in wanted.items()})
    said = await street.said()
    for phone, (code, language) in wanted.items():
        [shown] = said[phone]
        assert HELLO[language] in shown["text"], code
        assert (way_on(shown) == LANGUAGES) == (language is None), code


async def test_whatever_somebody_says_first_they_read_the_notice_and_nothing_else_is_done(real: RealTown) -> None:
    street, phones = Street(real), range(FIRST, FIRST + 2 * len(FIRST_WORDS))
    await street.open_phones(phones)
    wanted = dict(zip(phones, [*FIRST_WORDS.items()] * 2, strict=True))
    languages = {phone: "pl" if at < len(FIRST_WORDS) else "de" for at, phone in enumerate(phones)}
    await hand_over(
        street, {phone: message(phone, languages[phone], **content) for phone, (_, content) in wanted.items()}
    )
    said = await street.said()
    for phone, (name, _) in wanted.items():
        [shown] = said[phone]
        if name == "an invitation of staff":
            assert "To zaproszenie jest nieaktualne" in shown["text"]
            assert way_on(shown)
        elif languages[phone] == "pl":
            assert "Przeczytane, zaczynamy" in way_on(shown), name
        else:
            assert way_on(shown) == LANGUAGES, name
            assert shown["text"].strip() == "Wybierz język · Оберіть мову · Choose a language", name
        assert not real.told(phone), name
        assert real.stored(phone) is None, name
    assert (real.dead(), real.bot.counts["steps_failed"]) == (0, 0)


def odd_taps(phone: int, own: str, others: str, shown: int) -> dict[str, dict[str, Any]]:
    """Taps of somebody at the first question, whose session is `own`, in the message `shown`."""
    put = f"1|{own}|sv.q0.10|put|t1"
    return {
        "the message is too old to be told": tap(phone, put, shown),
        "without a message": tap(phone, put, message=None),
        "under an inline message": tap(phone, put, message=None, inline_message_id="x"),
        "a game": tap(phone, None, game_short_name="x"),
        "in a group": tap(phone, put, message={"message_id": 1, "date": 0, "chat": {"id": -7, "type": "supergroup"}}),
        "somebody else's session": tap(phone, f"1|{others}|sv.q0.10|put|t1"),
        "a session that never was": tap(phone, "1|99999999999999999999|sv.q0.10|put|t1"),
        "a theme that is none": tap(phone, f"1|{own}|sv.q0.10|put|t999999999999999999999999"),
        "a screen of last month": tap(phone, f"1|{own}|sv.review.10|send|"),
        "a flow of staff": tap(phone, "1|0|manage|open|1"),
        "an act of staff": tap(phone, f"1|{own}|rl.menu|give|owner"),
        "an older format": tap(phone, "vote_3"),
        "nothing": tap(phone, ""),
        "far too much": tap(phone, "1|" + "9" * 5000),
        "not text": tap(phone, "\u0000\u202e<b>|||||"),
        "numbers of another alphabet": tap(phone, "1|٣|sv.q0.10|put|t٣"),
        "a language that we lack": tap(phone, f"1|{own}|sv.q0.10|lang|xx"),
        "no sender": tap(phone, put, **{"from": None}),
        "a name with markup": tap(
            phone, f"1|0|reg|going|{own}", **{"from": user(phone, first_name="<b>\u202e", last_name="&amp;")}
        ),
        "no id": tap(phone, put, id=None),
    }


SILENT = {"without a message", "under an inline message", "a game", "in a group", "no sender", "no id"}


async def test_an_odd_tap_does_nothing_and_leads_to_the_present_or_nowhere(real: RealTown) -> None:
    names = list(odd_taps(0, "", "", 0))
    street, phones = Street(real), range(FIRST, FIRST + len(names))
    await street.until_the_themes(phones)
    shown = {phone: replies[-1] for phone, replies in (await street.said()).items()}
    session = {phone: one["keyboard"][0][0]["data"].split("|")[1] for phone, one in shown.items()}
    await street.listen()
    await hand_over(
        street,
        {
            phone: odd_taps(phone, session[phone], session[phones[number - 1]], shown[phone]["message_id"])[name]
            for number, (phone, name) in enumerate(zip(phones, names, strict=True))
        },
    )
    said = await street.said()
    for phone, name in zip(phones, names, strict=True):
        assert real.stored(phone) is None, name
        assert real.frame(phone) is not None, name
        if name in SILENT:
            assert said[phone] == [], name
        else:
            assert all(way_on(one) for one in said[phone]), name
    assert (real.dead(), real.bot.counts["steps_failed"]) == (0, 0)


async def test_whoever_blocked_the_bot_and_lets_it_in_again_goes_on_where_they_were(real: RealTown) -> None:
    street, phone = Street(real), FIRST
    await street.until_the_themes(range(phone, phone + 1))
    themes = (await street.said())[phone][-1]
    member = {"user": user(1, is_bot=True), "status": "member"}
    kicked = {"user": user(1, is_bot=True), "status": "kicked", "until_date": 0}
    head = {"chat": private(phone), "from": user(phone), "date": 0}
    for old, new in ((member, kicked), (kicked, member)):
        await hand_over(street, {phone: {"my_chat_member": {**head, "old_chat_member": old, "new_chat_member": new}}})
    await street.listen()
    await hand_over(street, {phone: message(phone, text="/start")})
    [again] = (await street.said())[phone]
    assert again["text"] == themes["text"]
