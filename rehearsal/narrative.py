"""The readable account of a story that was played, for the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from .comparison import Comparison

EXAMPLE = (
    "This is an example, and no service of the City of Lublin (Przykład. To nie jest usługa Urzędu Miasta Lublin.)."
)
MOST_DIFFERENCES = 40
LISTED_THEMES = 12


def tell(console: Console, tally: Mapping[str, Any], found: Comparison, days: int, seconds: float) -> None:
    """What happened, the themes before and after, and whether every number agrees."""
    before, after, matched = tally["waves"]["before"], tally["waves"]["after"], tally["matched"]
    languages = ", ".join(f"{code} {count}" for code, count in sorted(tally["languages"].items()))
    coming = tally["coming"].get("going", 0)
    console.print()
    console.print(f"[bold]{days} days in {seconds:.0f} s:[/bold] {tally['residents']} residents ({languages})")
    console.print(f"  before the workshop {before['n']} answered, {coming} said they would come")
    console.print(
        f"  after it {after['n']} answered; {matched['n']} did both times, {matched['before_only']} only before"
    )
    console.print(
        f"  {tally['changed_mind']} changed their mind after sending, {tally['stopped']} stopped half-way, "
        f"{tally['blocked']} blocked the bot, {before['own_people']} wrote a theme of their own"
    )
    console.print(_themes(before["themes"], after["themes"]))
    console.print(verdict(found))


def _themes(before: Mapping[str, Any], after: Mapping[str, Any]) -> Table:
    table = Table("theme", box=None, padding=(0, 2))
    table.add_column("chosen before", justify="right")
    table.add_column("after", justify="right")
    count = {name: after.get(name, {"count": 0})["count"] for name in {*before, *after}}
    for name in sorted(count, key=lambda name: (-count[name], name))[:LISTED_THEMES]:
        table.add_row(Text(name), str(before.get(name, {"count": 0})["count"]), str(count[name]))
    return table


def verdict(found: Comparison) -> Text:
    """One sentence, and the numbers that differ."""
    if found.agrees:
        hidden = f"; {found.hidden} small ones are hidden in the release" if found.hidden else ""
        return Text(f"The service and the residents agree in all {found.compared} numbers{hidden}.", "green")
    lines = [f"The service and the residents differ in {len(found.differences)} numbers:"]
    lines += [f"  {difference}" for difference in found.differences[:MOST_DIFFERENCES]]
    return Text("\n".join(lines), "red")
