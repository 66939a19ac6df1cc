"""The commands about paper ballots; `commands.py` puts them beside its own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    no_args_is_help=True,
    help="Print, bring in and forget paper ballots.",
    epilog="Example: ./wspolnie ballots print lublin-ramy-strategii --count 50 --out ballots.pdf",
)

Workshop = Annotated[str, typer.Argument(help="The workshop's short name.")]
Wave = Annotated[str, typer.Option(help="before, after or follow_up.")]


@app.command("import", epilog="Example: ./wspolnie ballots import lublin-ramy-strategii --wave before ballots.csv")
def bring_in(
    workshop: Workshop,
    file: Annotated[Path, typer.Argument(help="A CSV file with the columns of `ballots template`, in UTF-8.")],
    wave: Wave = "before",
    late: Annotated[
        bool, typer.Option("--late", help="Also into a closed wave: marked late, counted in the next release.")
    ] = False,
    encoding: Annotated[
        str, typer.Option(help="How the file is written: utf-8, or cp1250 as by a Polish Excel.")
    ] = "utf-8",
) -> None:
    """Bring paper ballots in from FILE: all of them, or none and every mistake with its line.

    One line is one ballot; an empty cell is no answer. Columns are parted by commas, semicolons or tabs, as the first line is.

    code: what stands on the ballot. Themes in their order, parted by |, each by its name or the number printed beside it:
    Sport|Edukacja|12. A person's own words begin with own: as in own:kino w parku. Other answers: the printed words, or the
    number of the scale; several parted by |. came: yes or nothing. language: pl, uk or en, of own words.
    """
    from operating.paper_ballots import import_sheet

    typer.echo(import_sheet(workshop, wave, file, late=late, encoding=encoding))


@app.command(epilog="Example: ./wspolnie ballots template lublin-ramy-strategii --wave before > ballots.csv")
def template(
    workshop: Workshop,
    wave: Wave = "before",
    excel: Annotated[
        bool, typer.Option("--excel", help="With semicolons, as a Polish or Ukrainian Excel opens it.")
    ] = False,
) -> None:
    """Write an empty CSV file with the columns that `ballots import` reads."""
    from operating.paper_ballots import template as empty_sheet

    typer.echo(empty_sheet(workshop, wave, excel=excel), nl=False)


@app.command("print", epilog="Example: ./wspolnie ballots print lublin-ramy-strategii --count 50 --out ballots.pdf")
def print_ballots(
    workshop: Workshop,
    out: Annotated[Path, typer.Option(help="Where the PDF is written.")],
    count: Annotated[int, typer.Option(min=1, max=2000, help="How many ballots.")] = 50,
    language: Annotated[str, typer.Option(help="pl, uk or en.")] = "pl",
    large: Annotated[bool, typer.Option("--large", help="In letters of 18 points.")] = False,
    wave: Wave = "before",
) -> None:
    """Write ballots to print. Those before the workshop have a code each, and a slip with it to tear off."""
    from operating.paper_ballots import print_ballots as draw

    typer.echo(draw(workshop, wave, count, language, out, large=large))


@app.command(epilog="Example: ./wspolnie ballots forget lublin-ramy-strategii ACD-E34")
def forget(
    workshop: Workshop, code: Annotated[str, typer.Argument(help="The code on the ballot's tear-off slip.")]
) -> None:
    """Delete the ballots of a code, of closed waves too. Published figures stay; a later release counts without them."""
    from operating.paper_ballots import forget as forget_code

    typer.echo(forget_code(workshop, code))
