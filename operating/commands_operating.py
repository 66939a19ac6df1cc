"""The commands that look after a running installation; `commands.py` puts them beside its own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

PassphraseFile = Annotated[
    Path | None, typer.Option("--passphrase-file", help="A file whose content is the passphrase (mode 0600).")
]

app = typer.Typer(rich_markup_mode=None)
workshop = typer.Typer(
    no_args_is_help=True,
    help="Create or update workshops from files, and list them.",
    epilog="Example: ./wspolnie workshop load surveys/lublin.toml",
)
inbox = typer.Typer(
    no_args_is_help=True,
    help="Look after what came in and could not be handled.",
    epilog="Example: ./wspolnie inbox retry",
)


@app.command(epilog="Example: ./wspolnie backup backups/today.backup --passphrase-file /etc/wspolnie/passphrase")
def backup(
    file: Annotated[Path, typer.Argument(help="Where the backup is written; replaced when the copy is whole.")],
    passphrase_file: PassphraseFile = None,
) -> None:
    """Write a consistent copy of the database while it is in use. With a passphrase it is encrypted."""
    from operating.upkeep import backup as write_backup

    typer.echo(write_backup(file, passphrase_file))


@app.command(epilog="Example: ./wspolnie restore backups/today.backup --erasures data/erasures.list")
def restore(
    file: Annotated[Path, typer.Argument(help="A backup that `backup` wrote, of SQLite or PostgreSQL.")],
    erasures: Annotated[
        Path | None, typer.Option(help="The list of erasures; unset: erasures.list beside the database, if there.")
    ] = None,
    passphrase_file: PassphraseFile = None,
    moved: Annotated[
        bool, typer.Option("--moved", help="The backup is the newest state: nothing was sent since it was made.")
    ] = False,
) -> None:
    """Fill the empty database of DATABASE_URL from FILE. Who was forgotten since the backup is forgotten again."""
    from operating.upkeep import restore as fill

    typer.echo(fill(file, passphrase_file, erasures, moved=moved))


@app.command(epilog="Example: ./wspolnie retention --dry-run")
def retention(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what goes when, and change nothing.")] = False,
) -> None:
    """Delete what the office file promised to delete by now. The running service does the same by itself."""
    from operating.upkeep import retention_now, retention_plan

    for line in retention_plan() if dry_run else [retention_now()]:
        typer.echo(line)


@app.command(epilog="Example: ./wspolnie announcement 12 --follow")
def announcement(
    number: Annotated[int, typer.Argument(help="The announcement's number.")],
    follow: Annotated[bool, typer.Option("--follow", help="Show progress until it is done.")] = False,
) -> None:
    """Show an announcement's recipients and deliveries by final state."""
    from operating import upkeep

    if follow:
        upkeep.follow(number, typer.echo)
        return
    for line in upkeep.report_lines(number):
        typer.echo(line)


@app.command(epilog="Example: ./wspolnie results lublin-ramy-strategii --wave before --release 1")
def results(
    workshop: Annotated[str, typer.Argument(help="The workshop's short name.")],
    wave: Annotated[str, typer.Option(help="before, after or follow_up.")],
    release: Annotated[
        int | None, typer.Option(help="The release's number, as published figures state it; unset: the newest.")
    ] = None,
    again: Annotated[
        bool, typer.Option("--release-again", help="Release the figures once more, as they are by now.")
    ] = False,
    reason: Annotated[str, typer.Option(help="With --release-again: why, for everybody to read.")] = "",
) -> None:
    """Print a release as JSON, to the digit as it was published; or release a closed wave again."""
    from operating.operations import release_again, show_release

    if again:
        typer.echo(release_again(workshop, wave, reason))
        return
    typer.echo(show_release(workshop, wave, release).decode())


@app.command(epilog="Example: ./wspolnie wheels")
def wheels(
    folder: Annotated[Path, typer.Argument(help="The launcher looks into wheels/ beside itself.")] = Path("wheels"),
    developer: Annotated[bool, typer.Option("--developer", help="Also what `test` and `check` need.")] = False,
) -> None:
    """Fetch every package for installing on a machine without internet."""
    from operating.upkeep import fetch_wheels

    typer.echo(fetch_wheels(folder, developer=developer))


@workshop.command("list", epilog="Example: ./wspolnie workshop list")
def list_workshops() -> None:
    """List every workshop: short name, state, start in its own zone, title."""
    from operating.upkeep import workshop_list

    for line in workshop_list():
        typer.echo(line)


@inbox.command(epilog="Example: ./wspolnie inbox retry")
def retry() -> None:
    """Take up again what failed five times, after its cause is mended."""
    from operating.operations import retry_dead

    typer.echo(retry_dead())
