"""The work lists at 300,000 dossiers: what a clerk or leader waits for when opening one.

Each shelf's first screen, the home page's figures, the piles by field and by holder, and the drafts
of apologies, as the window asks for them.

    python benchmarks/worklists.py [--dossiers 300000] [--rounds 30] [--data FOLDER]
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import measure
from reception.domain.listing import Shelf
from reception.services import apologies, lookup
from reception.storage import lists

MOST_MS = 50.0
A_SCREEN = 200


def main() -> None:
    options = measure.parser(__doc__)
    options.add_argument("--rounds", type=int, default=30)
    asked = options.parse_args()
    file = measure.filled_register(asked.data, asked.dossiers)
    desk = measure.desk_on(file, lambda: measure.UNTIL)
    now = desk.now()
    asked_for: dict[str, Callable[[], object]] = {
        f"shelf {shelf}": partial(lookup.shelf, desk, shelf, A_SCREEN) for shelf in Shelf
    }
    asked_for |= {
        "home page's figures": partial(lookup.today, desk),
        "piles by field": partial(lists.piles_by_field, desk.database, now),
        "piles by holder": partial(lists.piles_by_holder, desk.database, now),
        "drafts of apologies": partial(apologies.drafts, desk),
    }
    contenders = {name: lambda _n, ask=ask: ask() for name, ask in asked_for.items()}
    taken = measure.in_turn(contenders, asked.rounds, warm_up=2)
    measure.machine()
    measure.table(f"work lists of {asked.dossiers:,} dossiers", taken)
    print()
    for name, times in taken.items():
        measure.goal(f"{name}, CPU p99", measure.percentile(times.cpu_ms, 99), MOST_MS, " ms")


if __name__ == "__main__":
    main()
