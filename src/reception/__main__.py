"""``python -m reception``: the desktop, or a command of the command line."""

from __future__ import annotations

import sys
from io import TextIOWrapper


def main() -> None:
    """Open the desktop without arguments or for ``demo``; run the command line otherwise."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console may be set to a code page without Vietnamese letters.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    arguments = sys.argv[1:]
    if arguments[:1] == ["--data"] and arguments[2:3] and not arguments[2].startswith("-"):
        # The folder may be named before the command, too.
        arguments = [*arguments[2:], *arguments[:2]]
    # Imported here: a command must not wait for Qt, nor the window for the command line.
    if not arguments or arguments[0] in {"demo", "--data"}:
        from reception import app

        sys.exit(app.main(arguments))
    from reception import cli

    sys.exit(cli.main(arguments))


if __name__ == "__main__":
    main()
