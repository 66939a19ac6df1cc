"""Where every command begins: runs it, and says what an operator can mend in one sentence."""

from __future__ import annotations

import sys


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
    """A package that was installed and is gone, wholly or in part: a new environment mends it."""
    missing = f" ({error.name} cannot be loaded)" if error.name else ""
    return (
        f"the environment is incomplete{missing}. Delete the folder .venv and call ./wspolnie again: "
        "that makes it anew and mends this."
    )


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
        _load()
        from app import serve

        serve()
        return
    from commands import app

    app(prog_name="./wspolnie")


if __name__ == "__main__":
    main()
