"""`python -m rehearsal.residents`: simulated residents live through a workshop, leave their tally and what each of them chose."""

from __future__ import annotations

import argparse
import asyncio
import json
from datetime import datetime
from pathlib import Path

import aiohttp

from .choices import lines
from .crowd import FIRST_PHONE, Crowd, Story
from .labels import LABELS_FILE, read_labels
from .personas import personas
from .phones import Phones
from .tally import tally

CONNECTIONS = 64


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise argparse.ArgumentTypeError("a time needs its offset, such as 2022-11-21T09:00:00+01:00")
    return moment


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m rehearsal.residents", description=__doc__)
    parser.add_argument("--server", default="http://127.0.0.1:8088", help="the local Telegram")
    parser.add_argument("--count", type=int, default=150)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--payload", default="", help="what the poster's link carries: /start PAYLOAD")
    parser.add_argument("--workshop-at", type=_moment, required=True, help="ISO time with offset")
    parser.add_argument("--until", type=_moment, required=True, help="civil time at which all go home")
    parser.add_argument("--labels", type=Path, default=LABELS_FILE, help="the words by which buttons are known")
    parser.add_argument(
        "--out", type=Path, default=Path("demo-out"), help="folder for tally.json, residents.jsonl, transcript.txt"
    )
    return parser.parse_args()


async def _live(arguments: argparse.Namespace) -> None:
    story = Story(arguments.payload, arguments.workshop_at, arguments.until)
    people = personas(arguments.count, arguments.seed)
    connector = aiohttp.TCPConnector(limit=CONNECTIONS)
    async with aiohttp.ClientSession(connector=connector) as session:
        crowd = Crowd(Phones(session, arguments.server), read_labels(arguments.labels), story, people)
        await crowd.run()
    _write(crowd, arguments.out)


def _write(crowd: Crowd, out: Path) -> None:
    """The tally, the first resident's transcript, and one of each who wanted to answer and could not."""
    out.mkdir(parents=True, exist_ok=True)
    people = [(resident.persona, resident.memory) for resident in crowd.residents.values()]
    count = tally(people)
    text = json.dumps(count, ensure_ascii=False, indent=2)
    (out / "tally.json").write_text(text + "\n", encoding="utf-8")
    (out / "residents.jsonl").write_text(lines(people), encoding="utf-8")
    first = crowd.residents[FIRST_PHONE].transcript
    (out / "transcript.txt").write_text(first.text(), encoding="utf-8")
    for stuck in count["could_not"]:
        transcript = crowd.residents[FIRST_PHONE + stuck["number"]].transcript
        (out / f"could-not-{stuck['number']}.txt").write_text(transcript.text(), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(_live(_arguments()))
