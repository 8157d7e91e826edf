"""II.06a of a month at the server's PostgreSQL, against SQL by hand and one pass over the table.

Once for all communes and once for one of them. The statements by hand ask the same covering ranges
over psycopg and hand out bare rows; the pass counts every dossier. All must tell the same figures.
The ledger holds rows alone, made from a desk's 300,000 invented dossiers (``many_rows.py``), each
commune having 50,000. Times are of the process that asks and of its PostgreSQL backend together,
without parallel workers; the best round is told beside the median.

    python benchmarks/reports_server.py [--dossiers 3000000] [--rounds 20] [--data FOLDER]
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import psycopg

import many_rows
import measure
from measure import Taken
from reception.domain.counting import Counts, Span, span, total
from reception.domain.moments import to_utc_text
from reception.domain.timeliness import Rule
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.work import Work

sys.path.append(str(Path(__file__).parent.parent / "tests"))
import postgres
from reports import MONTH

SETTINGS = (
    "-c listen_addresses= -c fsync=off -c shared_buffers=1GB -c max_wal_size=8GB"
    " -c maintenance_work_mem=512MB -c max_parallel_workers_per_gather=0 -c jit=off"
)
_BY = "GROUP BY agency, field"
_RECEIVED = (
    "SELECT agency, field, channel, count(*) FROM dossier WHERE agency = ANY(%(of)s)"
    f" AND received_at >= %(first)s AND received_at < %(until)s {_BY}, channel"
)
_SETTLED = (
    "SELECT agency, field, kept, count(*), sum((received_at < %(first)s)::int),"
    " count(apologised_at) FROM dossier WHERE agency = ANY(%(of)s) AND kept <> ''"
    " AND ended_at >= %(first)s AND ended_at < %(until)s AND received_at < %(until)s"
    f" {_BY}, kept"
)
_LATE = "due_at IS NOT NULL AND due_at < %(late)s"
_OPEN = (
    "SELECT agency, field, count(*), sum((received_at < %(first)s)::int),"
    f" sum(({_LATE})::int), sum(({_LATE} AND apologised_at IS NOT NULL)::int) FROM dossier"
    " WHERE agency = ANY(%(of)s) AND received_at < %(until)s"
)
_STANDS = "state IN ('awaiting-supplement', 'suspended')"
# Whose clock stands is not late.
_PAUSED = (
    "SELECT agency, field, count(*), count(apologised_at) FROM dossier WHERE agency = ANY(%(of)s)"
    f" AND {_STANDS} AND received_at < %(until)s AND {_LATE} {_BY}"
)
BY_HAND = (
    _RECEIVED,
    _SETTLED,
    f"{_OPEN} AND kept <> '' AND ended_at >= %(until)s {_BY}",
    f"{_OPEN} AND kept = '' AND received_at IS NOT NULL {_BY}",
    _PAUSED,
)
_STILL_OPEN = "(ended_at IS NULL OR ended_at >= %(until)s)"
ONE_PASS = (
    "SELECT agency, field, sum((received_at >= %(first)s)::int), sum((received_at >= %(first)s"
    " AND channel IN ('online-full', 'online-part'))::int), sum((received_at < %(first)s)::int),"
    " sum((ended_at >= %(first)s AND ended_at < %(until)s)::int),"
    f" sum(({_STILL_OPEN})::int), sum(({_STILL_OPEN} AND {_LATE} AND NOT {_STANDS})::int)"
    " FROM dossier"
    " WHERE agency = ANY(%(of)s) AND received_at IS NOT NULL AND received_at < %(until)s"
    f" AND (ended_at IS NULL OR ended_at >= %(first)s) {_BY}"
)
# A pass is one: without this the planner would go by an index, too.
_NO_INDEX = "; ".join(
    f"SET enable_{way} = off" for way in ("indexscan", "indexonlyscan", "bitmapscan")
)


def main() -> None:
    options = measure.parser(__doc__)
    options.add_argument("--rounds", type=int, default=20)
    asked = options.parse_args()
    source = measure.filled_register(asked.data, many_rows.FEW)
    with postgres.running(SETTINGS) as server:
        url = server.create("ledger")
        ledger = Ledger.open(url)
        many_rows.fill_ledger(url, source, asked.dossiers)
        measure.machine()
        print(server.execute("SELECT version()")[0][0])
        known = many_rows.communes(asked.dossiers)
        for of in (known, known[:1]):
            _compare(ledger, url, of, asked.dossiers, asked.rounds)
        ledger.close()


def _compare(ledger: Ledger, url: str, of: list[str], dossiers: int, rounds: int) -> None:
    over = span(MONTH, measure.UNTIL, Rule.DAY)
    values = {
        "of": of,
        "first": to_utc_text(over.from_at),
        "until": to_utc_text(over.until_at),
        "late": to_utc_text(over.late_before),
    }
    with (
        ledger.reading() as work,
        psycopg.connect(url, autocommit=True) as hand,
        psycopg.connect(url, autocommit=True) as scan,
    ):
        scan.execute(_NO_INDEX)
        own = work.connection.connection.dbapi_connection
        ways: dict[str, tuple[Callable[[], object], int]] = {
            "ours, one basis": (lambda: _ours(work, of, over), own.info.backend_pid),
            "ours, both bases": (lambda: _both(work, of, over), own.info.backend_pid),
            "SQL by hand, one basis": (lambda: _by_hand(hand, values), hand.info.backend_pid),
            "one pass over the table": (lambda: _pass(scan, values), scan.info.backend_pid),
        }
        _check(work, of, over, _by_hand(hand, values), _pass(scan, values))
        taken = _in_turn(ways, rounds)
    measure.table(f"{dossiers:,} dossiers, a month of {len(of)} of their communes", taken)
    for said, share in (("median", 50), ("best round", 0)):
        ours, _two, by_hand, one_pass = (
            measure.percentile(one.cpu_ms, share) for one in taken.values()
        )
        print()
        measure.goal(f"ours against SQL by hand, {said}", ours / by_hand, 1.2)
        measure.goal_at_least(f"one pass against ours, {said}", one_pass / ours, 15)


def _in_turn(ways: Mapping[str, tuple[Callable[[], object], int]], rounds: int) -> dict[str, Taken]:
    """Like :func:`measure.in_turn`, counting what PostgreSQL's process took for it, too.

    Each turn is as many calls as take a fifth of a second.
    """
    taken = {name: Taken() for name in ways}
    calls = {name: _calls(way) for name, (way, _pid) in ways.items()}
    names = list(ways)
    gc.collect()
    gc.freeze()
    for _round in range(rounds):
        names.append(names.pop(0))
        for name in names:
            way, pid = ways[name]
            wall, cpu, backend = time.perf_counter(), time.process_time(), _backend_ms(pid)
            for _call in range(calls[name]):
                way()
            spent = (time.process_time() - cpu) * 1000 + _backend_ms(pid) - backend
            taken[name].wall_ms.append((time.perf_counter() - wall) * 1000 / calls[name])
            taken[name].cpu_ms.append(spent / calls[name])
    return taken


def _calls(way: Callable[[], object]) -> int:
    for _warm in range(6):  # psycopg prepares what it was asked five times
        way()
    began = time.perf_counter()
    way()
    return max(1, round(0.2 / (time.perf_counter() - began)))


def _backend_ms(pid: int) -> float:
    """The processor's time that a process took."""
    told = Path(f"/proc/{pid}/schedstat").read_text(encoding="ascii")
    return int(told.split()[0]) / 1e6


def _ours(work: Work, of: Sequence[str], over: Span) -> Mapping[str, Mapping[str, Counts]]:
    return work.counts(of, over, Rule.DAY)


def _both(work: Work, of: Sequence[str], over: Span) -> object:
    return work.counts_as_recorded(_ours(work, of, over), over, Rule.DAY)


def _by_hand(
    connection: psycopg.Connection, values: Mapping[str, object]
) -> list[list[tuple[Any, ...]]]:
    return [connection.execute(query, values).fetchall() for query in BY_HAND]


def _pass(connection: psycopg.Connection, values: Mapping[str, object]) -> list[tuple[Any, ...]]:
    return connection.execute(ONE_PASS, values).fetchall()


def _check(
    work: Work,
    of: Sequence[str],
    over: Span,
    by_hand: list[list[tuple[Any, ...]]],
    one_pass: list[tuple[Any, ...]],
) -> None:
    """All ways tell the same of the whole month."""
    sums = _ours(work, of, over).values()
    row = total(one for by_field in sums for one in by_field.values())
    received, settled, since, never, paused = by_hand
    still_open = [*since, *never]
    hand = (
        sum(line[3] for line in received),
        sum(line[4] for line in settled) + sum(line[3] for line in still_open),
        sum(line[3] for line in settled),
        sum(line[2] for line in still_open),
        sum(line[4] for line in still_open) - sum(line[2] for line in paused),
    )
    scan = tuple(sum(line[n] or 0 for line in one_pass) for n in (2, 4, 5, 6, 7))
    ours = (
        row.received.total(), row.carried_over, row.settled.total(), row.open, row.open_overdue,
    )  # fmt: skip
    if not ours == hand == scan:
        sys.exit(f"The ways differ: {ours}, {hand}, {scan}")


if __name__ == "__main__":
    main()
