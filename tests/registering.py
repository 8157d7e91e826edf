"""A desk in a process of its own: registers one dossier after another and tells each code at once.

``python registering.py FOLDER HOW_MANY`` until it is done, or until it is killed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from at_the_counter import BIRTH, BY, SINGLE_STATUS, asking, clock_at
from reception.services import intake
from reception.services.desk import open_desk


def register(folder: Path, how_many: int) -> None:
    desk = open_desk(folder, clock_at())
    for place in range(how_many):
        procedure = SINGLE_STATUS if place % 2 else BIRTH
        dossier = intake.register(desk, asking(procedure=procedure), by=BY)
        print(dossier.code, flush=True)  # noqa: T201 - the codes are what it is run for
    desk.close()


if __name__ == "__main__":
    register(Path(sys.argv[1]), int(sys.argv[2]))
