"""One durable registration in an encrypted register, against the same in one that lies open.

Both go through the service, each on its own copy of the same filled register: one as it is, one
written anew by SQLCipher under a key. Each dossier is handed to both in turn; the log is moved into
the register between customers, which is measured as well, since pages are encrypted there again.

    python benchmarks/encrypted.py [--dossiers 300000] [--rounds 1000] [--data FOLDER]
"""

from __future__ import annotations

import os
import shutil
import statistics
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import measure
from reception.paths import DATABASE_NAME
from reception.services import intake
from reception.services.desk import Desk, desk_on
from reception.services.intake_request import IntakeRequest
from reception.services.invented import Population
from reception.storage import encrypting
from reception.storage.database import open_database
from reception.storage.register_key import RegisterKey

BY = "lan"
CUSTOMERS_TO_A_PAUSE = 20
WARM_UP = 50


def main() -> None:
    options = measure.parser(__doc__)
    options.add_argument("--rounds", type=int, default=1000)
    asked = options.parse_args()
    file = measure.filled_register(asked.data, asked.dossiers)
    with TemporaryDirectory(dir=asked.data) as scratch:
        desks = _plain_and_encrypted(file, Path(scratch))
        requests = _requests(asked.rounds + WARM_UP)
        taken = measure.in_turn(
            {name: _registering(desk, requests) for name, desk in desks.items()},
            asked.rounds,
            warm_up=WARM_UP,
        )
        for desk in desks.values():
            desk.close()
    measure.machine()
    measure.table(f"register one of {asked.dossiers:,} dossiers, durably", taken)
    print()
    encrypted, plain = taken["encrypted"], taken["plain"]
    for what, one, other in (
        ("wall", encrypted.wall_ms, plain.wall_ms),
        ("CPU", encrypted.cpu_ms, plain.cpu_ms),
    ):
        ratio = statistics.median(one) / statistics.median(other)
        measure.goal(f"p50 against the plain register, {what}", ratio, 1.3)


def _plain_and_encrypted(file: Path, scratch: Path) -> dict[str, Desk]:
    key = RegisterKey.new()
    for name in ("plain", "encrypted"):
        (scratch / name).mkdir()
    plain, encrypted = (scratch / name / DATABASE_NAME for name in ("plain", "encrypted"))
    shutil.copy(file, plain)
    source = open_database(plain)
    encrypting._export(source, encrypted, key)
    source.close()
    os.sync()  # or the first commits wait for the copies to reach the disk
    return {
        "plain": desk_on(open_database(plain), _clock()),
        "encrypted": desk_on(open_database(encrypted, key), _clock()),
    }


def _registering(desk: Desk, requests: list[IntakeRequest]) -> Callable[[int], object]:
    def register(n: int) -> None:
        intake.register(desk, requests[n], by=BY)
        if n % CUSTOMERS_TO_A_PAUSE == 0:
            desk.database.checkpoint()

    return register


def _requests(number: int) -> list[IntakeRequest]:
    chance = Random(measure.SEED)
    population = Population("Mường Thanh", 5000, measure.SEED)
    return [
        IntakeRequest("2.000815", population.person(chance, measure.UNTIL.date()))
        for _ in range(number)
    ]


def _clock() -> Callable[[], datetime]:
    seconds = count(1)
    return lambda: measure.UNTIL + timedelta(seconds=next(seconds))


if __name__ == "__main__":
    main()
