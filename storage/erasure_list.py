"""The list of erasures, kept in a file outside the database: keyed hashes and times, no ids.

A restored backup forgets by it whoever was forgotten after the backup was made. It only ever grows: a database that
knows less than the file, as a freshly restored one may, takes nothing off it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from domain.instants import Instant, parse_instant


class NoErasureList(Exception):
    """The file is something else, or cannot be read. One sentence for the operator."""


def read(path: Path) -> dict[str, Instant]:
    """Keyed hash -> when; empty when there is no such file. Raises NoErasureList."""
    if not path.exists():
        return {}
    try:
        kept = [json.loads(line) for line in path.read_text().splitlines()]
        return {str(row["key_hash"]): parse_instant(row["at"]) for row in kept}
    except OSError as error:
        raise NoErasureList(f"{path} cannot be read: {error.strerror}.") from None
    except (ValueError, KeyError, TypeError):
        raise NoErasureList(f"{path} is no list of erasures.") from None


def keep(path: Path, listed: Iterable[tuple[str, Instant]]) -> None:
    """Add what is new to the file (0600): one JSON object a line, replaced as a whole, on disk when this returns.

    Raises NoErasureList when what stands there is something else, and OSError.
    """
    kept = read(path)
    merged = together(kept, listed)
    if merged == kept and path.exists():
        return
    lines = (json.dumps({"key_hash": key, "at": at.isoformat()}) for key, at in sorted(merged.items(), key=_by_time))
    fresh = path.with_name(path.name + ".new")
    with os.fdopen(os.open(fresh, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w") as file:
        file.write("".join(f"{line}\n" for line in lines))
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, path)


def together(known: Mapping[str, Instant], listed: Iterable[tuple[str, Instant]]) -> dict[str, Instant]:
    """Both lists as one: of two times of one person the later counts."""
    merged = dict(known)
    for key, at in listed:
        merged[key] = max(at, merged.get(key, at))
    return merged


def _by_time(entry: tuple[str, Instant]) -> tuple[Instant, str]:
    return entry[1], entry[0]
