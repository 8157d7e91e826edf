"""What stands beside the dossier list, held against the journal: the office's tables, the counters.

An altered role would let somebody in, and a counter set back would give a number out twice.
"""

from __future__ import annotations

from collections.abc import Iterator

from reception.domain.numbering import count_behind
from reception.storage import feedback_rows, reference_fold, submission_rows
from reception.storage.database import Database
from reception.storage.pack_rows import server_devices, verdicts
from reception.storage.store import Store

_TABLES = (*reference_fold.TABLES, *submission_rows.TABLES, *feedback_rows.TABLES)


def altered_tables(store: Store) -> Iterator[str]:
    """The names of the office's tables that are not what the journal's events add up to."""
    database = store.database.another()
    try:
        for table in _TABLES:
            _shadow(database, table)
        events, servers = store.journal.beside_dossiers(), server_devices(store.database)
        reference_fold.fold(database, events, servers, verdicts(store.database))
        submission_rows.relist_all(database, events, servers)
        feedback_rows.relist_all(database, events)
        for table in _TABLES:
            if database.row(
                f"SELECT 1 FROM (SELECT * FROM temp.{table} EXCEPT SELECT * FROM main.{table})"
                " UNION ALL"
                f" SELECT 1 FROM (SELECT * FROM main.{table} EXCEPT SELECT * FROM temp.{table})"
            ):
                yield table
    finally:
        database.close()


def altered_counters(store: Store) -> Iterator[str]:
    """The scopes whose counter does not fit the numbers that this desk gave out.

    A register that came back from a copy leaves numbers out, and so does one that exchanges: an act
    of its own that another desk was before with is on paper, and in no list. Others leave out none.
    """
    device = store.journal.device
    alone = device.epoch == 1 and store.database.row("SELECT 1 FROM line") is None
    for scope, counted, used in _counters(store):
        if counted < used or (alone and counted > used):
            yield scope


def raise_counters(store: Store) -> None:
    """Bring counters up to the numbers given out, inside the present transaction.

    One that is ahead stays: it may know of numbers that stand only on paper.
    """
    for scope, counted, used in _counters(store):
        if counted < used:
            store.database.run(
                "INSERT INTO counter (scope, last) VALUES (:scope, :used)"
                " ON CONFLICT (scope) DO UPDATE SET last = :used",
                scope=scope,
                used=used,
            )


def _counters(store: Store) -> list[tuple[str, int, int]]:
    """Each scope, how far it has counted, and the highest of its numbers that this desk gave."""
    device = store.journal.device
    given: dict[str, int] = {}
    for (number,) in store.database.rows(
        "SELECT reference FROM dossier UNION ALL SELECT number FROM slip"
        " UNION ALL SELECT number FROM blank UNION ALL SELECT code FROM feedback"
    ):
        scope, count = count_behind(number, device.slot)
        given[scope] = max(count, given.get(scope, 0))
    given |= store.database.rows("SELECT book, max(number) FROM certified GROUP BY book")
    last = dict(store.database.rows("SELECT scope, last FROM counter"))
    scopes = sorted(given.keys() | last.keys())
    return [(scope, last.get(scope, 0), given.get(scope, 0)) for scope in scopes]


def _shadow(database: Database, table: str) -> None:
    """Put an empty temporary table before a real one: by its name, the temporary one is meant."""
    made = database.row("SELECT sql FROM main.sqlite_master WHERE name = :table", table=table)
    if made is not None:
        database.run(made[0].replace("CREATE TABLE", "CREATE TEMP TABLE", 1))
