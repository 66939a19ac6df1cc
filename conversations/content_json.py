"""`Content` as JSON and back: what a delivery or an announcement says waits in the database in no language yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from conversations.screens import As, Button, Content, FileRef, In, Joined, Marked, Own, Say, When, Words
from domain.instants import parse_instant


def to_json(content: Content) -> dict[str, Any]:
    """Raises TypeError for arguments that are neither words nor plain JSON."""
    kept: dict[str, Any] = {
        "place": content.place,
        "lines": [words_to_json(line) for line in content.lines],
        "buttons": [[_button_to_json(button) for button in row] for row in content.buttons],
    }
    if content.file is not None:
        kept["file"] = _file_to_json(content.file)
    if content.silent:
        kept["silent"] = True
    return kept


def from_json(kept: Mapping[str, Any]) -> Content:
    """Raises KeyError or ValueError when `kept` was not written by `to_json`."""
    file = kept.get("file")
    return Content(
        place=kept["place"],
        lines=tuple(words_from_json(line) for line in kept["lines"]),
        buttons=tuple(tuple(_button_from_json(button) for button in row) for row in kept["buttons"]),
        file=None if file is None else _file_from_json(file),
        silent=bool(kept.get("silent", False)),
    )


def words_to_json(words: Words) -> dict[str, Any]:
    match words:
        case Say(name, args):
            return {"say": name, "args": {key: argument_to_json(value) for key, value in args.items()}}
        case Own(text):
            return {"own": text}
        case In(texts):
            return {"in": dict(texts)}
        case When(moment, zone, style, until):
            kept = {"when": moment.isoformat(), "zone": zone, "style": style}
            return kept if until is None else {**kept, "until": until.isoformat()}
        case Joined(parts, separator):
            return {"joined": [words_to_json(part) for part in parts], "separator": separator}
        case Marked(texts):
            return {"marked": dict(texts)}
        case As(language, said):
            return {"as": language, "words": words_to_json(said)}


def words_from_json(kept: Mapping[str, Any]) -> Words:
    if "say" in kept:
        return Say(kept["say"], {key: argument_from_json(value) for key, value in kept["args"].items()})
    if "own" in kept:
        return Own(kept["own"])
    if "in" in kept:
        return In(kept["in"])
    if "when" in kept:
        until = kept.get("until")
        return When(
            parse_instant(kept["when"]), kept["zone"], kept["style"], None if until is None else parse_instant(until)
        )
    if "joined" in kept:
        return Joined(tuple(words_from_json(part) for part in kept["joined"]), kept["separator"])
    if "marked" in kept:
        return Marked(kept["marked"])
    if "as" in kept:
        return As(kept["as"], words_from_json(kept["words"]))
    raise ValueError(f"no words have the keys {sorted(kept)}")


def argument_to_json(value: object) -> Any:
    """An argument of words. Raises TypeError for what is neither words nor plain JSON."""
    if isinstance(value, Words):
        return {"words": words_to_json(value)}
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"an argument is words, a text or a number, not {type(value).__name__}")


def argument_from_json(value: Any) -> object:
    return words_from_json(value["words"]) if isinstance(value, Mapping) else value


def _button_to_json(button: Button) -> dict[str, Any]:
    kept: dict[str, Any] = {"label": words_to_json(button.label)}
    for key in ("verb", "argument", "url", "place"):
        if getattr(button, key):
            kept[key] = getattr(button, key)
    if button.style != "plain":
        kept["style"] = button.style
    return kept


def _button_from_json(kept: Mapping[str, Any]) -> Button:
    return Button(
        label=words_from_json(kept["label"]),
        verb=kept.get("verb", ""),
        argument=kept.get("argument", ""),
        url=kept.get("url"),
        style=kept.get("style", "plain"),
        place=kept.get("place"),
    )


def _file_to_json(file: FileRef) -> dict[str, Any]:
    return {
        "kind": file.kind,
        "about": dict(file.about),
        "key": file.key,
        "file_id": file.file_id,
        "as_photo": file.as_photo,
    }


def _file_from_json(kept: Mapping[str, Any]) -> FileRef:
    return FileRef(kept["kind"], kept["about"], kept["key"], kept["file_id"], kept["as_photo"])
