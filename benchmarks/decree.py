"""A decree adds a day off while 300,000 dossiers are open: which promises would it move?

Our service reads only the dossiers whose span holds the day; the other way reads and counts every
open dossier anew with the same code. Both list, none changes a promise. To have that many open
dossiers, every one of the register that was received is taken as open again, in a copy.

    python benchmarks/decree.py [--dossiers 300000] [--data FOLDER]
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import measure
from reception.domain.calendar import CalendarDay, DayKind
from reception.domain.calendar_change import moved_due_dates
from reception.services import decree
from reception.services.desk import Desk

DECREED = CalendarDay(date(2022, 6, 1), DayKind.SUBSTITUTE_OFF, "Nghỉ theo quyết định mới")


def main() -> None:
    asked = measure.parser(__doc__).parse_args()
    file = measure.filled_register(asked.data, asked.dossiers)
    with TemporaryDirectory(dir=asked.data) as scratch:
        desk = measure.desk_on(Path(shutil.copy(file, scratch)))
        with desk.store.writing():
            desk.database.run("UPDATE dossier SET state = 'received' WHERE due_at IS NOT NULL")
        touched_s, touched = _spent(lambda: _moved_of_touched(desk))
        all_s, found = _spent(lambda: _moved_of_all(desk))
        again_s, _ = _spent(lambda: _moved_of_touched(desk))
    if touched != found:
        raise SystemExit("the two ways disagree")
    measure.machine()
    print(f"\na decree adds {DECREED.on}: {len(found)} of {asked.dossiers:,} promises would move")
    print(f"  only dossiers whose span holds the day   {touched_s:.3f} and {again_s:.3f} s CPU")
    print(f"  every open dossier                       {all_s:.3f} s CPU\n")
    measure.goal_at_least("quicker than recomputing all", all_s / max(touched_s, again_s), 50)


def _spent(work: Callable[[], set[str]]) -> tuple[float, set[str]]:
    began = time.process_time()
    found = work()
    return time.process_time() - began, found


def _moved_of_touched(desk: Desk) -> set[str]:
    return {one.row.dossier_id for one in decree.affected(desk, [DECREED])}


def _moved_of_all(desk: Desk) -> set[str]:
    calendar = desk.calendar.with_days([*desk.calendar.days, DECREED])
    open_ids = desk.database.rows("SELECT dossier FROM dossier WHERE state = 'received'")
    promises = decree._promises(desk, (row[0] for row in open_ids))
    moved = set[str]()
    for promise in promises:
        # One at a time with every day as changed: none is passed over.
        span = (promise.received_at.date(), promise.due_at.date())
        moved.update(one.dossier_id for one in moved_due_dates(calendar, span, [promise]))
    return moved


if __name__ == "__main__":
    main()
