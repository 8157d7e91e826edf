"""The indices of a year out of 300,000 dossiers, against one pass over the table.

The pass counts with one ``sum`` for each figure of the indices that a dossier's row can tell; both
must tell the same. Beside them: the year's targets, the review of procedures, the list of what was
late, and the indices of all years.

    python benchmarks/indicators.py [--dossiers 300000] [--rounds 10] [--data FOLDER]
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date

import measure
from reception.domain.counting import span
from reception.domain.list_frame import Period
from reception.domain.moments import to_utc_text
from reception.domain.timeliness import Rule
from reception.services import indicators, procedure_review, targets
from reception.services.desk import Desk

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
ALL = Period(date(2018, 1, 1), date(2026, 12, 31))
_IN = "received_at >= :first AND received_at < :until"
_OUT = "ended_at >= :first AND ended_at < :until"
_RESULT = f"{_OUT} AND kept GLOB '*r'"
ONE_PASS = (
    f"SELECT sum({_IN}), sum({_IN} AND channel IN ('online-full', 'online-part')),"
    f" sum({_IN} AND traits GLOB '*f*'), sum({_IN} AND traits GLOB '*f*' AND traits GLOB '*o*'),"
    f" sum({_RESULT}), sum({_RESULT} AND traits GLOB '*r*'),"
    f" sum({_RESULT} AND traits GLOB '*r*' AND traits GLOB '*p*')"
    " FROM dossier NOT INDEXED WHERE received_at IS NOT NULL AND received_at < :until"
)


def main() -> None:
    options = measure.parser(__doc__)
    options.add_argument("--rounds", type=int, default=10)
    asked = options.parse_args()
    desk = measure.desk_on(measure.filled_register(asked.data, asked.dossiers))
    over = span(YEAR, desk.now(), Rule.NATIONAL)
    moments = {"first": to_utc_text(over.from_at), "until": to_utc_text(over.until_at)}
    _check(desk, moments)
    ways: dict[str, Callable[[int], object]] = {
        "the indices of a year": lambda _n: indicators.indicators(desk, YEAR),
        "one pass over the table": lambda _n: desk.database.rows(ONE_PASS, **moments),
        "the year's targets": lambda _n: targets.targets(desk, YEAR.from_on.year),
        "the review of a year's procedures": lambda _n: procedure_review.review(desk, YEAR),
        "what was late in a year, by code": lambda _n: _late(desk),
        "the indices of all years": lambda _n: indicators.indicators(desk, ALL),
    }
    taken = measure.in_turn(ways, asked.rounds, warm_up=1)
    measure.machine()
    measure.table(f"Indices, {asked.dossiers:,} dossiers", taken)
    ours, scan, *others = (measure.percentile(one.cpu_ms, 50) for one in taken.values())
    print()
    measure.goal_at_least("one pass against ours", scan / ours, 4)
    measure.goal("the slowest of a year, seconds of CPU", max(ours, *others[:3]) / 1000, 1, " s")


def _late(desk: Desk) -> object:
    return indicators.opened(desk, YEAR, "2.1", rest=True)


def _check(desk: Desk, moments: dict[str, str]) -> None:
    """Both ways tell the same of the whole year."""
    made = indicators.indicators(desk, YEAR)
    shares = [made.of(code).share for code in ("3.3a", "3.6", "4.1", "4.2")]
    online, paid, electronic, digitised = (one for one in shares if one)
    ours = (
        online.whole, online.part, paid.whole, paid.part, electronic.whole, electronic.part,
        digitised.part,
    )  # fmt: skip
    [one_pass] = desk.database.rows(ONE_PASS, **moments)
    if ours != tuple(one_pass):
        sys.exit(f"The ways differ: {ours}, {one_pass}")


if __name__ == "__main__":
    main()
