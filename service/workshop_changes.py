"""What a changed workshop file would orphan: each refusal is one sentence that names what it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from domain.ballot_rules import allows
from domain.instants import Instant
from domain.instrument import Instrument, Question
from domain.instrument_json import from_json
from domain.survey_files import WorkshopFile
from service.work import Tx
from storage import workshop_files as stored
from storage.workshop_files import StoredWave

_WAYS: Final = ((False, "room", "the room"), (True, "online", "online"))


def refusals(
    tx: Tx, kept: Mapping[str, Any], file: WorkshopFile, now: Instant, *, held: bool = True
) -> tuple[str, ...]:
    """Why `file` may not replace the workshop `kept`; empty when it may. `held` False: only asking, nothing is changed."""
    workshop = int(kept["id"])
    waves = stored.waves_of(tx, workshop, held=held)
    return (
        *_themes(tx, workshop, file),
        *_waves(waves, file),
        *_questions(tx, workshop, from_json(kept["instrument"]), file.instrument, waves),
        *_profile(tx, workshop, file),
        *_places(tx, workshop, kept, file),
        *_promises(kept, file, waves, now),
        *_printed(tx, workshop, kept, file),
    )


def _themes(tx: Tx, workshop: int, file: WorkshopFile) -> Iterator[str]:
    keys = {theme.key for theme in file.themes}
    missing = [theme for theme in stored.catalogue(tx, workshop) if theme.key not in keys]
    used = stored.used_themes(tx, [theme.id for theme in missing])
    for theme in missing:
        if theme.id in used:
            yield f"theme {theme.key}: it was chosen in ballots or decided on, and the file no longer has it."


def _waves(waves: list[StoredWave], file: WorkshopFile) -> Iterator[str]:
    by_kind = {wave.kind: wave for wave in file.waves}
    for old in waves:
        new = by_kind.get(str(old.kind))  # type: ignore[call-overload]  # the kinds are those of the CHECK
        if new is None:
            if old.ballots or old.state != "planned":
                yield f"wave {old.kind}: it has begun ({old.ballots} ballots), and the file no longer has it."
            continue
        if old.state != "planned" and new.opens_at != old.opens_at:
            yield f"wave {old.kind}: it has opened, and the file moves its opening."
        if old.state == "closed" and (new.closes_at, new.late_until) != (old.closes_at, old.late_until):
            yield f"wave {old.kind}: it has closed, and the file moves its closing."


def _questions(tx: Tx, workshop: int, old: Instrument, new: Instrument, waves: list[StoredWave]) -> Iterator[str]:
    if not any(wave.ballots for wave in waves) or old == replace(new, title=old.title):
        return  # the title is the organisers' own: nobody who answered has read it
    if new.key != old.key:
        yield f"instrument {new.key}: there are ballots with answers to the instrument {old.key}."
        return
    if new.version <= old.version:
        yield f"instrument {new.key}: it was changed after answers came in, and needs a version above {old.version}."
    questions = {question.key: question for question in new.questions}
    for key, last in stored.ranked(tx, workshop).items():
        yield from _rank(questions.get(key), key, last)
    for key, values in stored.answered(tx, workshop).items():
        yield from _answers(questions.get(key), key, values)


def _rank(question: Question | None, key: str, last: int) -> Iterator[str]:
    if question is None or question.kind != "rank":
        yield f"question {key}: it was answered by ranking, and the file no longer asks so."
    elif question.places < last:
        yield f"question {key}: ballots have {last} places, and the file allows {question.places}."


def _answers(question: Question | None, key: str, values: list[Any]) -> Iterator[str]:
    if question is None:
        yield f"question {key}: it was answered, and the file no longer has it."
        return
    lost = [value for value in values if not allows(question, value)]
    if lost and question.kind in ("text", "reason"):
        yield f"question {key}: there are longer answers than {question.longest} characters."
    elif lost:
        listed = ", ".join(sorted(str(value) for value in lost)[:5])
        yield f"question {key}: it was answered with {listed}, which the file no longer allows."


def _profile(tx: Tx, workshop: int, file: WorkshopFile) -> Iterator[str]:
    for kind, used in sorted(stored.told_profiles(tx, workshop).items()):
        allowed = {key for key, _ in file.profile_values.get(kind, ())}
        lost = sorted(used - allowed)
        if lost:
            yield f"profile {kind}: ballots say {', '.join(lost)}, which the file no longer has."


def _places(tx: Tx, workshop: int, kept: Mapping[str, Any], file: WorkshopFile) -> Iterator[str]:
    for online, name, words in _WAYS:
        taken, capacity = kept[f"{name}_taken"], getattr(file, f"{name}_capacity")
        if capacity is not None and capacity < taken:
            yield f"{name}.capacity: {taken} places in {words} are taken, and the file has {capacity}."
        elif capacity == 0 and stored.holds_places(tx, workshop, online=online):
            yield f"{name}: people wait for a place there, and the file no longer offers it."


def _promises(kept: Mapping[str, Any], file: WorkshopFile, waves: list[StoredWave], now: Instant) -> Iterator[str]:
    """What people were told when the first wave opened holds until the end."""
    if all(wave.state == "planned" and wave.opens_at > now for wave in waves):
        return
    if file.research_file and not kept["research_file"]:
        yield "research_file: people answered without having been told of it; it can only be switched on before opening."
    if from_json(kept["instrument"]).published_order != file.instrument.published_order:
        yield "published_order: by what themes are ordered is fixed before the first wave opens."


def _printed(tx: Tx, workshop: int, kept: Mapping[str, Any], file: WorkshopFile) -> Iterator[str]:
    """What stands on paper that was handed out cannot be changed any more."""
    if file.research_file and not kept["research_file"] and stored.ballots_were_printed(tx, workshop):
        yield "research_file: ballots were printed with a notice that does not speak of it; it can only be switched on before."
