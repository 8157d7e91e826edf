"""The dossier lists: search while typing, pages, and the home page's figures."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from reception.domain.dossier import State
from reception.domain.listing import DossierRow, Horizon, ListQuery, Order, Pile, Shelf, TodayCounts
from reception.domain.moments import OFFICE_ZONE, from_utc_text, midnight, to_utc_text
from reception.domain.text import fold
from reception.storage.database import Database, Row

_COLUMNS = (
    "n, dossier, reference, state, procedure, procedure_name, field, owner, identity, phone,"
    " channel, opened_at, due_at, provisional, result_at, handed_over_at, target_at, holder,"
    " held_since, stage_due_at, touched_at, apologised_at"
)
_SEARCH = (
    f"SELECT {_COLUMNS} FROM dossier WHERE n IN ("
    "SELECT rowid FROM dossier_search WHERE dossier_search MATCH :words"
    " ORDER BY rowid DESC LIMIT :most) ORDER BY n DESC"
)


def search(database: Database, text: str, most: int = 50) -> list[DossierRow]:
    """The newest dossiers in which every typed word begins some word; empty text finds none."""
    words = fold(_without_agency(text)).split()
    if not words:
        return []
    match = " AND ".join(f'"{word}"*' for word in words[:8])
    return [_row(row) for row in database.rows(_SEARCH, words=match, most=most)]


def _without_agency(text: str) -> str:
    head, dash, tail = text.strip().partition("-")
    agency = "." in head or (head[:1].isalpha() and head[1:].isdigit())
    return tail if dash and agency else text


def by_reference(database: Database, reference: str) -> DossierRow | None:
    """The dossier of a code or slip number, or of the blank it was keyed in from, or ``None``."""
    row = database.row(
        f"SELECT {_COLUMNS} FROM dossier WHERE reference = :reference",
        reference=reference,
    ) or database.row(
        f"SELECT {_COLUMNS} FROM dossier WHERE blank = :reference AND blank <> ''",
        reference=reference,
    )
    return _row(row) if row else _by_old_number(database, reference)


def _by_old_number(database: Database, number: str) -> DossierRow | None:
    """The dossier that had a number in an old register, if no other had the same."""
    rows = database.rows(
        f"SELECT {_COLUMNS} FROM dossier WHERE dossier IN"
        " (SELECT dossier FROM imported WHERE number = :number AND number <> '') LIMIT 2",
        number=number,
    )
    return _row(rows[0]) if len(rows) == 1 else None


def latest_of_identity(database: Database, identity: str, most: int = 5) -> list[DossierRow]:
    """The newest dossiers of a person or organisation."""
    rows = database.rows(
        f"SELECT {_COLUMNS} FROM dossier WHERE identity = :identity AND identity <> ''"
        " ORDER BY n DESC LIMIT :most",
        identity=identity,
        most=most,
    )
    return [_row(row) for row in rows]


def numbers(
    database: Database, query: ListQuery, horizon: Horizon, most: int | None = None
) -> array[int]:
    """The row numbers of what a list shows, in its order; 8 bytes a row.

    A screen that must not wait for the rest asks for its first ``most`` rows alone.
    """
    where, values = _conditions(query, horizon)
    order = _ORDERS[query.order]
    if query.shelf is not Shelf.ALL and query.order is Order.NEWEST:
        # With the plus, SQLite takes the shelf's index and sorts its few rows, instead of walking
        # through the whole table backwards.
        order = f"+{order}"
    sql = f"SELECT n FROM dossier WHERE {where} ORDER BY {order} LIMIT :most"
    # Below zero there is no limit.
    return database.numbers(sql, most=-1 if most is None else most, **values)


def page(database: Database, wanted: Sequence[int]) -> list[DossierRow]:
    """The rows with these numbers, in the order asked for."""
    marks = ",".join(str(int(n)) for n in wanted)
    rows = database.rows(f"SELECT {_COLUMNS} FROM dossier WHERE n IN ({marks})")
    found = {row[0]: _row(row) for row in rows}
    return [found[n] for n in wanted if n in found]


def today_counts(database: Database, horizon: Horizon) -> TodayCounts:
    """The figures of the home page."""

    def count(shelf: Shelf, more: str = "1") -> int:
        where, values = _conditions(ListQuery(shelf), horizon)
        row = database.row(f"SELECT count(*) FROM dossier WHERE {where} AND {more}", **values)
        return int(row[0]) if row else 0

    return TodayCounts(
        received_today=count(Shelf.RECEIVED_TODAY),
        due_today=count(Shelf.DUE_TODAY),
        due_soon=count(Shelf.DUE_SOON),
        overdue=count(Shelf.OVERDUE),
        to_collect=count(Shelf.TO_COLLECT),
        waiting=count(Shelf.AWAITING_SUPPLEMENT) + count(Shelf.SUSPENDED),
        overdue_apologised=count(Shelf.OVERDUE, "apologised_at IS NOT NULL"),
    )


def piles_by_field(database: Database, now: datetime) -> list[Pile]:
    """The fields with open dossiers, the one with most late ones first."""
    return _piles(database, "field", now)


def piles_by_holder(database: Database, now: datetime) -> list[Pile]:
    """Who has open dossiers in hand, the one with most late ones first."""
    return _piles(database, "holder", now)


def _piles(database: Database, by: str, now: datetime) -> list[Pile]:
    rows = database.rows(
        f"SELECT {by}, count(*), sum(due_at < :now), min(due_at) FROM dossier"
        f" WHERE state = 'received' GROUP BY {by} ORDER BY 3 DESC, 2 DESC, 1",
        now=to_utc_text(now),
    )
    return [Pile(name, open_, late or 0, _moment(oldest)) for name, open_, late, oldest in rows]


def apology_candidates(database: Database, until: date) -> list[DossierRow]:
    """The open dossiers due up to a day for which nobody has apologised yet, the latest first."""
    rows = database.rows(
        f"SELECT {_COLUMNS} FROM dossier WHERE state = 'received' AND due_at < :end"
        " AND apologised_at IS NULL ORDER BY due_at, n",
        end=to_utc_text(midnight(until + timedelta(days=1))),
    )
    return [_row(row) for row in rows]


def open_spanning(database: Database, days: Sequence[date]) -> list[DossierRow]:
    """The open dossiers received before the last of the days ended and due from the first on.

    Only these can a change of the days touch. The most pressing come first.
    """
    rows = database.rows(
        f"SELECT {_COLUMNS} FROM dossier WHERE state = 'received' AND due_at >= :first"
        " AND opened_at < :after ORDER BY due_at, n",
        first=to_utc_text(midnight(min(days))),
        after=to_utc_text(midnight(max(days) + timedelta(days=1))),
    )
    return [_row(row) for row in rows]


def blanks_used(database: Database) -> dict[str, str]:
    """The blank receipts that were keyed in, each with the dossier it became."""
    return dict(database.rows("SELECT blank, reference FROM dossier WHERE blank <> ''"))


def procedure_uses(database: Database, since: datetime) -> dict[str, int]:
    """How often each procedure was received since a moment."""
    rows = database.rows(
        "SELECT procedure, count(*) FROM dossier WHERE opened_at >= :since GROUP BY procedure",
        since=to_utc_text(since),
    )
    return dict(rows)


_ORDERS = {
    Order.NEWEST: "n DESC",
    Order.DUE: "due_at IS NULL, due_at, n",
    Order.TOUCHED: "touched_at, n",
    Order.OWNER: "owner_order, n DESC",
}
# The few dossiers that neither run nor are done; named as their index names them.
_ASIDE = "state IN ('guided', 'refused', 'awaiting-supplement', 'suspended', 'stopped', 'undone')"
_SHELVES = {
    Shelf.ALL: "1",
    Shelf.RECEIVED_TODAY: "opened_at >= :midnight AND state NOT IN ('guided', 'refused', 'undone')",
    Shelf.DUE_TODAY: (
        "state = 'received' AND target_at >= :midnight AND target_at < :tomorrow AND due_at >= :now"
    ),
    Shelf.DUE_SOON: (
        "state = 'received' AND target_at >= :tomorrow AND target_at < :soon AND due_at >= :now"
    ),
    Shelf.OVERDUE: "state = 'received' AND due_at < :now",
    Shelf.TO_COLLECT: "state = 'result-ready'",
    Shelf.AWAITING_SUPPLEMENT: f"{_ASIDE} AND state = 'awaiting-supplement'",
    Shelf.SUSPENDED: f"{_ASIDE} AND state = 'suspended'",
    Shelf.UNTOUCHED: "state = 'received' AND touched_at < :untouched",
    Shelf.STAGE_OVERDUE: "state = 'received' AND stage_due_at < :now",
    Shelf.NOT_RECEIVED: f"{_ASIDE} AND state IN ('guided', 'refused')",
    Shelf.STOPPED: f"{_ASIDE} AND state IN ('stopped', 'undone')",
}


def _conditions(query: ListQuery, horizon: Horizon) -> tuple[str, dict[str, object]]:
    today = horizon.now.astimezone(OFFICE_ZONE).date()
    values: dict[str, object] = {
        "now": to_utc_text(horizon.now),
        "midnight": to_utc_text(midnight(today)),
        "tomorrow": to_utc_text(midnight(today + timedelta(days=1))),
        "soon": to_utc_text(midnight(horizon.soon_until + timedelta(days=1))),
        "untouched": to_utc_text(horizon.untouched_since),
    }
    parts = [_SHELVES[query.shelf]]
    if query.procedure_code:
        parts.append("procedure = :procedure")
        values["procedure"] = query.procedure_code
    if query.field:
        parts.append("field = :field")
        values["field"] = query.field
    if query.holder:
        parts.append("holder = :holder AND state = 'received'")
        values["holder"] = query.holder
    if query.opened_from:
        parts.append("opened_at >= :opened_from")
        values["opened_from"] = to_utc_text(midnight(query.opened_from))
    if query.opened_to:
        parts.append("opened_at < :opened_to")
        values["opened_to"] = to_utc_text(midnight(query.opened_to + timedelta(days=1)))
    if query.only is not None:
        parts.append("n IN (SELECT value FROM json_each(:only))")
        values["only"] = json.dumps(query.only)
    where = " AND ".join(parts)
    return where, {name: value for name, value in values.items() if f":{name}" in where}


def _moment(text: str | None) -> datetime | None:
    return from_utc_text(text) if text else None


def _row(row: Row) -> DossierRow:
    return DossierRow(
        n=row[0],
        dossier_id=row[1],
        reference=row[2],
        state=State(row[3]),
        procedure_code=row[4],
        procedure_name=row[5],
        field=row[6],
        owner=row[7],
        identity=row[8],
        phone=row[9],
        channel=row[10],
        opened_at=from_utc_text(row[11]),
        due_at=_moment(row[12]),
        provisional=bool(row[13]),
        result_at=_moment(row[14]),
        handed_over_at=_moment(row[15]),
        target_at=_moment(row[16]),
        holder=row[17],
        held_since=_moment(row[18]),
        stage_due_at=_moment(row[19]),
        touched_at=_moment(row[20]),
        apologised_at=_moment(row[21]),
    )
