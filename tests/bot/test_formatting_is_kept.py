"""What somebody made bold in Telegram is kept with their words; words without formatting are kept as they are."""

from __future__ import annotations

from typing import Any

from bot.updates import read


def message(**content: Any) -> dict[str, Any]:
    person = {"id": 5, "is_bot": False, "first_name": "A", "language_code": "pl"}
    return {
        "update_id": 1,
        "message": {"message_id": 2, "from": person, "chat": {"id": 5, "type": "private"}, **content},
    }


def event(**content: Any) -> dict[str, Any]:
    incoming = read(message(**content), 1, "bot").incoming
    assert incoming is not None
    return incoming.event


def test_formatting_of_a_text_is_kept() -> None:
    kept = event(text="Sala <2>", entities=[{"type": "bold", "offset": 0, "length": 4}])
    assert (kept["text"], kept["html"]) == ("Sala <2>", "<b>Sala</b> &lt;2&gt;")


def test_formatting_of_a_caption_is_kept() -> None:
    photo = [{"file_id": "small"}, {"file_id": "large"}]
    kept = event(photo=photo, caption="Sala", caption_entities=[{"type": "italic", "offset": 0, "length": 4}])
    assert (kept["file_id"], kept["caption"], kept["html"]) == ("large", "Sala", "<i>Sala</i>")


def test_a_text_without_formatting_is_kept_once() -> None:
    assert "html" not in event(text="Sala", entities=[{"type": "mention", "offset": 0, "length": 4}])
    assert "html" not in event(text="Sala")


def test_entities_that_make_no_sense_do_no_harm() -> None:
    for entities in ("x", [None, 3, {"type": "bold"}], [{"type": "bold", "offset": -1, "length": 99}]):
        assert event(text="Sala", entities=entities)["text"] == "Sala"
