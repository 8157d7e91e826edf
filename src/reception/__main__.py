"""``python -m reception``: the desktop, or a command of the command line."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from pathlib import Path

_OF_THE_WINDOW = {"demo", "training", "--data", "--passphrase-file", "--open"}


def main() -> None:
    """Open the desktop without arguments, for a demo or training; else run the command line."""
    _prepare_streams()
    arguments = sys.argv[1:]
    if arguments[:1] == ["--self-test"]:
        arguments[0] = "self-test"
    if arguments[:1] == ["--data"] and arguments[2:3] and not arguments[2].startswith("-"):
        # The folder may be named before the command, too.
        arguments = [*arguments[2:], *arguments[:2]]
    # Imported here: a command must not wait for Qt, nor the window for the command line.
    if not arguments or arguments[0] in _OF_THE_WINDOW:
        from reception import app

        sys.exit(app.main(arguments))
    from reception import cli

    sys.exit(cli.main(arguments))


def _prepare_streams() -> None:
    """Let everything be said, in any letters, to nobody if need be."""
    if sys.stdout is None or sys.stderr is None:
        # A Windows program without a console has no streams at all.
        nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open to the end
        sys.stdout, sys.stderr = sys.stdout or nowhere, sys.stderr or nowhere
    for stream in (sys.stdout, sys.stderr):
        # A Windows console may be set to a code page without Vietnamese letters.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    main()
