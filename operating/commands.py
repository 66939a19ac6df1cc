"""The commands, each a few lines. What takes long to import is imported where it is used, so that `--help` is quick."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Final

import typer

from errors import OperatorError
from operating import commands_ballots, commands_operating
from operating.commands_operating import inbox, workshop

LUBLIN: Final = Path(__file__).resolve().parent.parent / "surveys" / "lublin.toml"

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Wspólnie: a town asks its residents before and after a workshop. Start with: ./wspolnie demo",
    epilog="Example: ./wspolnie demo --headless",
)
app.add_typer(commands_operating.app)
app.add_typer(workshop, name="workshop")
app.add_typer(inbox, name="inbox")
app.add_typer(commands_ballots.app, name="ballots")


@app.command(epilog="Example: ./wspolnie demo --port 9000")
def demo(
    port: Annotated[int, typer.Option(min=1, max=65535, help="Where the page with the phones is served.")] = 8088,
    headless: Annotated[
        bool, typer.Option("--headless", help="Play the whole story with simulated residents.")
    ] = False,
    residents: Annotated[int, typer.Option(min=1, max=2000, help="How many simulated residents.")] = 150,
    seed: Annotated[int, typer.Option(help="The same seed plays the same story.")] = 1,
    out: Annotated[Path, typer.Option(help="Where --headless writes pictures and exports.")] = Path("demo-out"),
) -> None:
    """Try everything without a token and without internet, on phones in the browser."""
    from operating.demo import play, serve

    raise typer.Exit(play(port, residents, seed, out) if headless else serve(port))


@app.command(epilog="Example: ./wspolnie run --workers 4")
def run(
    workers: Annotated[int | None, typer.Option(min=1, max=64, help="How many processes (PostgreSQL only).")] = None,
) -> None:
    """Serve residents for real: settings come from .env or the environment."""
    from app import serve

    serve(workers=workers)


@app.command(hidden=True, epilog="Example: ./wspolnie rehearsed --port 9001 --now 2022-11-14T08:00:00+01:00")
def rehearsed(
    port: Annotated[int, typer.Option(help="Where the rehearsal moves this service's civil time, on loopback.")],
    now: Annotated[str, typer.Option(help="Civil time at the start, ISO 8601 with an offset.")],
    fast: Annotated[float, typer.Option(help="By how much the local Telegram's limits are raised.")] = 1.0,
    load: Annotated[Path, typer.Option(help="The workshop to rehearse.")] = LUBLIN,
) -> None:
    """Serve as `run` does, with civil time that the local Telegram moves. Started by `demo` and by tests."""
    from app import Rehearsal, serve
    from domain.instants import parse_instant
    from operating.operations import load_workshop

    try:
        start = parse_instant(now)
    except ValueError:
        raise OperatorError("--now: expected a time with an offset, such as 2022-11-14T08:00:00+01:00.") from None
    load_workshop(load, announce=True, now=start)
    serve(rehearsal=Rehearsal(f"127.0.0.1:{port}", start, fast))


@app.command(epilog="Example: ./wspolnie doctor")
def doctor() -> None:
    """Say in plain words what is missing or wrong, and what to do about it."""
    from operating.doctor import examine

    raise typer.Exit(examine())


@app.command(epilog="Example: ./wspolnie migrate")
def migrate() -> None:
    """Bring the database to this version's tables. Make a backup first: ./wspolnie backup FILE."""
    from operating.operations import migrate as bring_up_to_date

    typer.echo(bring_up_to_date())


@workshop.command(epilog="Example: ./wspolnie workshop load surveys/lublin.toml")
def load(
    file: Annotated[Path, typer.Argument(help="A workshop as TOML; see surveys/lublin.toml.")],
    announce: Annotated[
        bool, typer.Option("--announce", help="Announce it at once instead of leaving a draft.")
    ] = False,
) -> None:
    """Create a workshop from FILE, or update it. Refuses a change that would orphan answers, and says which.

    Known totals of the town, [[totals]], may be given or changed until results are released (docs/results.md, "Weights").
    """
    from operating.operations import load_workshop

    typer.echo(load_workshop(file, announce=announce))


@app.command(epilog="Example: ./wspolnie export lublin-ramy-strategii --wave before --format csv > before.csv")
def export(
    workshop: Annotated[str, typer.Argument(help="The workshop's short name.")],
    wave: Annotated[str, typer.Option(help="before, after or follow_up.")] = "before",
    format: Annotated[str, typer.Option(help="csv, csv-pl, json, xlsx, html or pdf (needs Chromium).")] = "csv",
    table: Annotated[
        str | None,
        typer.Option(
            help="Which table a CSV holds: themes (unset), summary, change, once, groups, questions, scales, weights or method."
        ),
    ] = None,
    output: Annotated[Path | None, typer.Option(help="A file instead of standard output.")] = None,
    language: Annotated[str, typer.Option(help="pl, uk or en.")] = "pl",
    everything: Annotated[Path | None, typer.Option("--all", help="A folder for every format at once.")] = None,
    research: Annotated[
        Path | None, typer.Option(help="Make the research file of a workshop that announced one: --format csv or sav.")
    ] = None,
) -> None:
    """Write the released results of a closed wave, or its research file: --wave after --research answers.sav --format sav"""
    from operating.operations import export_everything, export_results, write_file

    if research is not None:
        from operating.research_files import export_research

        typer.echo(export_research(workshop, wave, format, language, research))
        return
    if everything is not None:
        for path in export_everything(workshop, wave, everything, language):
            typer.echo(path)
        return
    content = export_results(workshop, wave, format, language, table)
    if output is not None:
        write_file(output, content)
    else:
        sys.stdout.buffer.write(content)


@app.command(
    epilog="Example: ./wspolnie statement lublin-ramy-strategii --wave after --comments uwagi.csv --output s.html"
)
def statement(
    workshop: Annotated[str, typer.Argument(help="The workshop's short name.")],
    output: Annotated[Path, typer.Option(help="Where the HTML page is written.")],
    wave: Annotated[str, typer.Option(help="before, after or follow_up.")] = "after",
    comments: Annotated[
        Path | None, typer.Option(help="CSV with the columns channel,comment,position,reasons, in UTF-8.")
    ] = None,
    draft: Annotated[str, typer.Option(help="What was consulted.")] = "",
    announced: Annotated[str, typer.Option(help="When the consultation was announced, in words.")] = "",
    deadline: Annotated[str, typer.Option(help="Until when one could comment, in words.")] = "",
    language: Annotated[str, typer.Option(help="pl, uk or en.")] = "pl",
) -> None:
    """Write the consultation statement (sprawozdanie) of a workshop that consults a draft. Channels: telegram, e-mail,
    paper, meeting, other. What is not given is left to be filled in."""
    from operating.consultations import write_statement
    from operating.operations import write_file

    write_file(output, write_statement(workshop, wave, comments, draft, announced, deadline, language))
    typer.echo(output)


@app.command(
    "test",
    epilog="Example: ./wspolnie test -k hiding",
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
)
def run_the_tests(
    context: typer.Context,
    long: Annotated[bool, typer.Option("--long", help="Run the soaks instead.")] = False,
) -> None:
    """Run the tests on SQLite and on a real PostgreSQL. Further arguments go to pytest."""
    from operating.checks import run_tests

    raise typer.Exit(run_tests(context.args, long=long))


@app.command(epilog="Example: ./wspolnie check")
def check() -> None:
    """Run ruff, mypy --strict, the import rules and the catalogues' check."""
    from operating.checks import run_checks

    raise typer.Exit(run_checks())
