"""II.06a of a month at a desk of up to millions, against SQL by hand and one pass over all.

The statement by hand asks the same covering ranges for every cell that the report may print, and
hands out bare rows; the pass counts every dossier with one ``sum`` for each column of the form. All
three must tell the same figures. More than 300,000 dossiers are rows alone (``many_rows.py``). The
machine's other work is in all figures, so the best round of each is told beside its median.

    python benchmarks/reports.py [--dossiers 3000000] [--rounds 20] [--data FOLDER]
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import date
from itertools import product

import many_rows
import measure
from reception.domain.counting import span
from reception.domain.handling_report import Choices
from reception.domain.list_frame import Period
from reception.domain.moments import to_utc_text
from reception.domain.timeliness import Rule
from reception.services import reports
from reception.services.desk import Desk
from reception.storage import counting_rows

MONTH = Period(date(2026, 6, 1), date(2026, 6, 30))
_LATE = "due_at IS NOT NULL AND due_at < :late"
RECEIVED = (
    "SELECT field, count(*), sum(channel IN ('online-full', 'online-part')),"
    " sum(channel = 'online-full'), sum(channel = 'post'), sum(channel = 'counter') FROM dossier"
    " WHERE received_at >= :first AND received_at < :until GROUP BY field"
)
# Early, on time, late and without a limit by the day, of results, refusals and stops.
_CELLS = ", ".join(f"sum(kept GLOB '?{kept}?{ending}')" for kept, ending in product("eoln", "rfs"))
SETTLED = (
    f"SELECT field, count(*), sum(received_at < :first), {_CELLS},"
    " sum(kept GLOB '?l*' AND apologised_at IS NOT NULL) FROM dossier"
    " WHERE ended_at >= :first AND ended_at < :until AND received_at < :until GROUP BY field"
)
STILL_OPEN = (
    f"SELECT field, count(*), sum(received_at < :first), sum({_LATE}),"
    f" sum({_LATE} AND apologised_at IS NOT NULL) FROM dossier"
)
SETTLED_SINCE = (
    f"{STILL_OPEN} INDEXED BY ix_dossier_settled"
    " WHERE ended_at >= :until AND received_at < :until GROUP BY field"
)
NEVER_SETTLED = (
    f"{STILL_OPEN} INDEXED BY ix_dossier_unsettled"
    " WHERE ended_at IS NULL AND received_at IS NOT NULL AND received_at < :until GROUP BY field"
)
_STANDS = "state IN ('awaiting-supplement', 'suspended')"
# Whose clock stands is not late; the first condition is that of the index.
PAUSED = (
    "SELECT field, count(*), count(apologised_at) FROM dossier WHERE state IN ('guided', 'refused',"
    f" 'awaiting-supplement', 'suspended', 'stopped', 'undone') AND {_STANDS}"
    f" AND received_at < :until AND {_LATE} GROUP BY field"
)
_OPEN = "(ended_at IS NULL OR ended_at >= :until)"
ONE_PASS = (
    "SELECT field, sum(received_at >= :first),"
    " sum(received_at >= :first AND channel IN ('online-full', 'online-part')),"
    " sum(received_at < :first), sum(ended_at >= :first AND ended_at < :until),"
    f" sum({_OPEN}), sum({_OPEN} AND {_LATE} AND NOT {_STANDS})"
    " FROM dossier NOT INDEXED WHERE received_at IS NOT NULL AND received_at < :until"
    " AND (ended_at IS NULL OR ended_at >= :first) GROUP BY field"
)


def main() -> None:
    options = measure.parser(__doc__)
    options.add_argument("--rounds", type=int, default=20)
    asked = options.parse_args()
    desk = measure.desk_on(many_rows.register(asked.data, asked.dossiers))
    over = span(MONTH, desk.now(), Rule.DAY)
    moments = {
        "first": to_utc_text(over.from_at),
        "until": to_utc_text(over.until_at),
        "late": to_utc_text(over.late_before),
    }
    _check(desk, moments)
    ways: dict[str, Callable[[int], object]] = {
        "ours, one basis": lambda _n: counting_rows.counts(desk.database, over, Rule.DAY),
        "the whole report, both bases": lambda _n: reports.handling_report(desk, MONTH, Choices()),
        "SQL by hand, one basis": lambda _n: _by_hand(desk, moments),
        "one pass over the table": lambda _n: desk.database.rows(ONE_PASS, **moments),
    }
    taken = measure.in_turn(ways, asked.rounds, warm_up=2)
    measure.machine()
    measure.table(f"II.06a of a month, {asked.dossiers:,} dossiers", taken)
    for said, share in (("median", 50), ("best round", 0)):
        ours, _both, hand, scan = (measure.percentile(one.cpu_ms, share) for one in taken.values())
        print()
        measure.goal(f"ours against SQL by hand, {said}", ours / hand, 1.2)
        measure.goal_at_least(f"one pass against ours, {said}", scan / ours, 15)


def _by_hand(desk: Desk, moments: Mapping[str, str]) -> list[list[tuple[object, ...]]]:
    days = {name: moments[name] for name in ("first", "until")}
    return [
        desk.database.rows(RECEIVED, **days),
        desk.database.rows(SETTLED, **days),
        desk.database.rows(SETTLED_SINCE, **moments),
        desk.database.rows(NEVER_SETTLED, **moments),
        desk.database.rows(PAUSED, **{name: moments[name] for name in ("until", "late")}),
    ]


def _check(desk: Desk, moments: Mapping[str, str]) -> None:
    """All ways tell the same of the whole month."""
    row = reports.handling_report(desk, MONTH, Choices()).told.total
    received, settled, since, never, paused = _by_hand(desk, moments)
    by_hand = (
        sum(line[1] for line in received),
        sum(line[2] for line in received),
        sum(line[2] for line in (*settled, *since, *never)),
        sum(line[1] for line in settled),
        sum(line[1] for line in (*since, *never)),
        sum(line[3] for line in (*since, *never)) - sum(line[1] for line in paused),
    )
    scan = desk.database.rows(ONE_PASS, **moments)
    one_pass = tuple(sum(line[n] for line in scan) for n in range(1, 7))
    ours = (
        row.online + row.in_person, row.online, row.carried_over, row.settled, row.open,
        row.open_overdue,
    )  # fmt: skip
    if not ours == by_hand == one_pass:
        sys.exit(f"The ways differ: {ours}, {by_hand}, {one_pass}")


if __name__ == "__main__":
    main()
