"""Where every command begins: runs it, and says what an operator can mend in one sentence."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typer.exceptions import TyperException


def main() -> None:
    """Run a command; what an operator can mend is one sentence and exit code 1, whatever else is its kind and place."""
    from errors import OperatorError

    try:
        _run()
    except OperatorError as error:
        print(f"wspolnie: {error}", file=sys.stderr)
        sys.exit(1)
    except ImportError as error:
        print(f"wspolnie: {_incomplete(error)}", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:  # noqa: BLE001 - the last resort: no traceback with people's words on a terminal
        from logs import describe

        print(f"wspolnie: something unexpected happened ({describe(error)}). Please report it.", file=sys.stderr)
        sys.exit(1)


def _incomplete(error: ImportError) -> str:
    """A package that was installed and is gone, wholly or in part: without its stamp the launcher makes the environment anew."""
    from pathlib import Path

    root = Path(__file__).resolve().parent
    missing = f" ({error.name} cannot be loaded)" if error.name else ""
    stamp = Path(sys.prefix, "wspolnie-stamp")
    if stamp.parent == root / ".venv":
        stamp.unlink(missing_ok=True)
        return f"the environment is incomplete{missing}. Call ./wspolnie again: it makes it anew, which mends this."
    return f"the environment is incomplete{missing}. Install what requirements.lock names and try again."


def _end_at_once_when_told() -> None:
    """Until the service itself listens for signals nothing has been begun: to end is then no failure."""
    import os
    import signal

    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))


def _load() -> None:
    """Load the service without collecting garbage, and leave what was loaded out of later collections: nearly all of it stays
    for good, and looking through it once takes a tenth of a start."""
    import gc
    from importlib import import_module

    gc.disable()
    import_module("app")
    gc.freeze()
    gc.enable()


def _run() -> None:
    if sys.argv[1:] == ["run"]:  # the service itself starts without the library of the command line
        _end_at_once_when_told()
        _load()
        from app import serve

        serve()
        return
    from typer.exceptions import TyperException

    from operating.commands import app

    try:
        sys.exit(app(prog_name="./wspolnie", standalone_mode=False))
    except TyperException as error:
        sys.exit(_misspelt(error))


def _misspelt(error: TyperException) -> int:
    """Say what is wrong with a command line, and where its help is; a command that stands for several shows its help."""
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError":
        print(error.format_message(), file=sys.stderr)
    else:
        where = context.command_path if context is not None else "./wspolnie"
        sentence = error.format_message().rstrip(".")
        print(f"wspolnie: {sentence[:1].lower()}{sentence[1:]}. See {where} --help.", file=sys.stderr)
    return error.exit_code


if __name__ == "__main__":
    main()
