"""What a dossier has several of: paper numbers, certified papers, fees, notices, waybills."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter, is_
from typing import Any

from reception.domain.dossier import Dossier
from reception.domain.moments import to_utc_text
from reception.storage import counting_rows, demanded_rows, imported_rows, printed
from reception.storage.database import Database

TABLES = {
    "slip": ("number", "dossier"),
    "certified": (
        "book", "number", "dossier", "certified_at", "owner", "paper", "pages", "copies",
        "fee_vnd", "signer",
    ),
    "fee": ("dossier", "place", "paid_at", "amount_vnd", "paid_by", "symbol", "number"),
    "notice": ("dossier", "about", "channel", "outcome", "told_at", "sent_to", "note"),
    "waybill": (
        "number", "dossier", "what", "posted_at", "answered_at", "delivered", "note",
    ),
    "recorded": counting_rows.RECORDED,
    "imported": imported_rows.COLUMNS,
    "survey": ("dossier", "taken_on", "way"),
    "demanded": demanded_rows.COLUMNS,
    # Who printed stands in the event's header, not in the dossier: see :mod:`.printed`.
    "printed": printed.COLUMNS,
}  # fmt: skip

_Rows = Sequence[tuple[Any, ...]]
_told_of = attrgetter(
    "supplement", "rejection", "apology", "stop", "withdrawn", "certification", "opened_at",
    "intake", "wanted", "state", "fees", "notices", "posted", "post_answers", "uncorrected",
    "survey", "import_undone",
)  # fmt: skip
"""All that the tables tell of: most acts change none of it."""


def put(database: Database, dossier: Dossier, before: Dossier | None = None) -> None:
    """Write the rows that a dossier has now, inside the present transaction.

    ``before`` is the dossier that the tables tell of; tables in which nothing changed are left.
    """
    if before and all(map(is_, _told_of(before), _told_of(dossier))):
        return
    now, was = rows_of(dossier), rows_of(before)
    for table, columns in TABLES.items():
        rows = now.get(table, ())
        if rows == was.get(table, ()):
            continue
        if was.get(table):
            database.run(
                f"DELETE FROM {table} WHERE dossier = :dossier", dossier=dossier.dossier_id
            )
        marks = ", ".join(f":{column}" for column in columns)
        insert = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"
        for row in rows:
            database.run(insert, **dict(zip(columns, row, strict=True)))


def put_anew(database: Database, dossier: Dossier) -> None:
    """Write a dossier's rows in the place of whatever the tables have of it."""
    for table in TABLES:
        if table != "printed":
            database.run(
                f"DELETE FROM {table} WHERE dossier = :dossier", dossier=dossier.dossier_id
            )
    put(database, dossier)


def rows_of(dossier: Dossier | None) -> Mapping[str, _Rows]:
    """The rows of each table that a dossier adds up to."""
    if dossier is None:
        return {}
    return {
        table: rows
        for table, rows in (
            ("slip", slips(dossier)),
            ("recorded", counting_rows.recorded_row(dossier)),
            ("demanded", demanded_rows.rows(dossier)),
            ("imported", imported_rows.row_of(dossier)),
            ("certified", _certified(dossier)),
            ("fee", _fees(dossier)),
            ("notice", _notices(dossier)),
            ("waybill", _waybills(dossier)),
            ("survey", _survey(dossier)),
        )
        if rows
    }


def clear(database: Database) -> None:
    """Empty the tables, inside the present transaction, before they are written anew."""
    for table in TABLES:
        database.run(f"DELETE FROM {table}")


def altered(database: Database, expected: Mapping[str, _Rows]) -> Iterator[str]:
    """The tables that do not hold exactly the rows that all dossiers add up to."""
    for table, columns in TABLES.items():
        held = database.rows(f"SELECT {', '.join(columns)} FROM {table}")
        if sorted(held, key=repr) != sorted(expected.get(table, ()), key=repr):
            yield table


def slips(dossier: Dossier) -> _Rows:
    """The numbers that a dossier's papers have besides its reference."""
    numbers = (
        dossier.supplement.slip_number if dossier.supplement else "",
        dossier.rejection.slip_number if dossier.rejection else "",
        dossier.apology.number if dossier.apology else "",
        dossier.stop.number if dossier.stop else "",
        *(refused.slip_number for refused in dossier.withdrawn),
    )
    return [(number, dossier.dossier_id) for number in numbers if number]


def _certified(dossier: Dossier) -> _Rows:
    certification = dossier.certification
    if certification is None:
        return ()
    at, owner = to_utc_text(dossier.opened_at), dossier.intake.owner.name
    return [
        (
            certification.book, item.number, dossier.dossier_id, at, owner, item.paper,
            item.pages, item.copies, item.fee_vnd, certification.signer,
        )
        for item in certification.items
    ]  # fmt: skip


def _fees(dossier: Dossier) -> _Rows:
    return [
        (
            dossier.dossier_id, place, to_utc_text(fee.at), fee.amount_vnd, fee.paid_by.value,
            fee.symbol, fee.number,
        )
        for place, fee in enumerate(dossier.fees)
    ]  # fmt: skip


def _notices(dossier: Dossier) -> _Rows:
    latest = {(notice.about, notice.channel): notice for notice in dossier.notices}
    return [
        (
            dossier.dossier_id, about, channel.value, notice.outcome.value,
            to_utc_text(notice.at), notice.to, notice.note,
        )
        for (about, channel), notice in latest.items()
    ]  # fmt: skip


def _waybills(dossier: Dossier) -> _Rows:
    answers = {answer.waybill: answer for answer in dossier.post_answers}
    rows: list[tuple[Any, ...]] = []
    for posted in {posted.waybill: posted for posted in dossier.posted}.values():
        answer = answers.get(posted.waybill)
        rows.append(
            (
                posted.waybill, dossier.dossier_id, posted.what, to_utc_text(posted.at),
                to_utc_text(answer.at) if answer else None,
                int(answer.delivered) if answer else None,
                answer.note if answer else "",
            )
        )  # fmt: skip
    return rows


def _survey(dossier: Dossier) -> _Rows:
    sheet = dossier.survey
    if sheet is None:
        return ()
    return [(dossier.dossier_id, sheet.taken_on.isoformat(), sheet.way.value)]
