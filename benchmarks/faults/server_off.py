"""``reception server run`` with a clock that is off: ``python server_off.py DAYS server run …``."""

from __future__ import annotations

import sys
from datetime import timedelta

from reception import cli
from reception.cli import frame
from reception.cli import server as of_server


def main() -> None:
    off, now = timedelta(days=float(sys.argv[1])), frame.now
    of_server.now = lambda: now() + off
    sys.exit(cli.main(sys.argv[2:]))


if __name__ == "__main__":
    main()
