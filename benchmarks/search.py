"""Searching while typing: every keystroke from the first to the eighth, against the raw FTS5 query.

Typed are names without accents (whole, from the middle, the given name, family and given name),
codes with and without the agency, identity and phone numbers and their last four digits, all taken
from the register, and a few combinations that hardly ever meet. Our service folds the text, builds
the query and makes rows of the answer; the raw query gets its words ready made and returns the same
columns as plain tuples. A second raw one returns row numbers only, for scale.

    python benchmarks/search.py [--dossiers 300000] [--strings 90] [--data FOLDER]
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

import measure
from reception.domain.text import fold
from reception.services import lookup
from reception.services.desk import Desk
from reception.storage.lists import _COLUMNS

KEYSTROKES = 8
TRIES = 3
MOST = 50
RAREST = ("nguyen thi cuong", "tran van lan", "le thi hung", "vang thi ha", "ksor nguyen", "0 1 2")

NUMBERS_ONLY = (
    "SELECT rowid FROM dossier_search WHERE dossier_search MATCH ?"
    f" ORDER BY rowid DESC LIMIT {MOST}"
)
WITH_COLUMNS = f"SELECT {_COLUMNS} FROM dossier WHERE n IN ({NUMBERS_ONLY}) ORDER BY n DESC"


def main() -> None:
    options = measure.parser(__doc__)
    options.add_argument("--strings", type=int, default=90, help="how many texts are typed")
    asked = options.parse_args()
    desk = measure.desk_on(measure.filled_register(asked.data, asked.dossiers))
    raw = desk.database.another()._connection
    typed = _keystrokes(desk, asked.strings)
    contenders: dict[str, Callable[[str], object]] = {
        "our service": lambda text: lookup.search(desk, text, MOST),
        "raw FTS5, same columns": lambda text: raw.execute(
            WITH_COLUMNS, (_match(text),)
        ).fetchall(),
        "raw FTS5, row numbers only": lambda t: raw.execute(NUMBERS_ONLY, (_match(t),)).fetchall(),
    }
    taken = _best_of_tries(contenders, typed)
    measure.machine()
    measure.table(f"a keystroke, {asked.dossiers:,} dossiers, {len(typed)} of them", taken)
    ours, columns, numbers = (measure.percentile(t.cpu_ms, 99) for t in taken.values())
    print()
    measure.goal("CPU p99 against raw FTS5 with the same columns", ours / columns, 2.0)
    measure.goal("CPU p99", ours, 10.0, " ms")
    print(f"  (against row numbers only: {ours / numbers:.2f}x)")
    rare = _best_of_tries(contenders, list(RAREST))
    measure.table("words that hardly ever meet, typed whole", rare)


def _match(text: str) -> str:
    return " AND ".join(f'"{word}"*' for word in fold(text).split())


def _keystrokes(desk: Desk, strings: int) -> list[str]:
    """The texts as they grow letter by letter; a space alone asks for nothing new."""
    typed = [
        text[:length]
        for text in _typed(desk, strings)
        for length in range(1, min(len(text), KEYSTROKES) + 1)
        if text[length - 1] != " "
    ]
    Random(measure.SEED).shuffle(typed)
    return typed


def _typed(desk: Desk, strings: int) -> Iterator[str]:
    chance = Random(measure.SEED)
    row = desk.database.row("SELECT max(n) FROM dossier")
    most = row[0] if row else 1
    while strings > 0:
        found = desk.database.row(
            "SELECT owner, identity, phone, reference FROM dossier WHERE n = :n",
            n=chance.randint(1, most),
        )
        if found is None:
            continue
        owner, identity, phone, reference = found
        names = fold(owner).split()
        texts = (
            " ".join(names),
            " ".join(names[1:]) or names[0],
            names[-1],
            f"{names[0]} {names[-1]}",
            reference,
            reference.partition("-")[2] or reference,
            identity,
            phone or identity,
            identity[-4:],
            phone[-4:] or identity[-4:],
        )
        yield texts[strings % len(texts)]
        strings -= 1


def _best_of_tries(
    contenders: dict[str, Callable[[str], object]], typed: list[str]
) -> dict[str, measure.Taken]:
    """The quickest of a few tries of each keystroke: what a neighbour's work adds is left out."""
    tries = [
        measure.in_turn(
            {
                name: (lambda n, search=search: search(typed[n % len(typed)]))
                for name, search in contenders.items()
            },
            len(typed),
            warm_up=len(typed),
        )
        for _ in range(TRIES)
    ]
    return {
        name: measure.Taken(
            [min(ms) for ms in zip(*(one[name].wall_ms for one in tries), strict=True)],
            [min(ms) for ms in zip(*(one[name].cpu_ms for one in tries), strict=True)],
        )
        for name in contenders
    }


if __name__ == "__main__":
    main()
