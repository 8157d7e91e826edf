"""Dossiers and results that go from hand to hand or by post.

Phiếu bàn giao hồ sơ, Phiếu bàn giao kết quả giải quyết TTHC, Danh sách giao bưu điện. Titles,
columns and their order come from the wording.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from reception.domain.list_frame import Drawing, counted, day_of, minute_of, numbered
from reception.domain.money import figures
from reception.domain.paper import Paper


@dataclass(frozen=True, slots=True)
class Hands:
    """Who hands something over and who takes it, with their units."""

    giver: str
    giver_unit: str
    taker: str
    taker_unit: str


@dataclass(frozen=True, slots=True)
class HandoverRow:
    """A dossier that goes to the unit that settles it, with its papers."""

    code: str
    applicant: str
    procedure: str
    received_at: datetime
    due_at: datetime | None
    papers: tuple[str, ...]
    notes: str = ""


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A result that comes back to the desk; ``fee_vnd`` is what remains to be taken for it."""

    code: str
    procedure: str
    result: str
    owner: str
    address: str
    fee_vnd: int = 0
    by_post: bool = False


@dataclass(frozen=True, slots=True)
class PostalRow:
    """A result that goes out by post; without an ``answer`` the post office writes it in."""

    waybill: str
    code: str
    recipient: str
    address: str
    phone: str
    contents: str
    posted_at: datetime | None = None
    answer: str = ""


def handover_list(drawing: Drawing, rows: Sequence[HandoverRow], hands: Hands) -> Paper:
    """Phiếu bàn giao hồ sơ, in two copies: from the desk to the unit that settles the dossiers."""
    entries = numbered(
        {
            "code": row.code,
            "applicant": row.applicant,
            "procedure": row.procedure,
            "received": minute_of(row.received_at),
            "due": minute_of(row.due_at),
            "papers": "; ".join(row.papers),
            "remarks": row.notes,
        }
        for row in rows
    )
    return drawing.paper(_between(hands), counted(rows) | _named(hands), {"dossiers": entries})


def result_handover_list(drawing: Drawing, rows: Sequence[ResultRow], hands: Hands) -> Paper:
    """Phiếu bàn giao kết quả giải quyết TTHC: from the unit that settled them to the desk."""
    entries = numbered(
        {
            "code": row.code,
            "procedure": row.procedure,
            "result": row.result,
            "owner": row.owner,
            "address": row.address,
            "fee": figures(row.fee_vnd) if row.fee_vnd else "",
            "by_post": "Có" if row.by_post else "",
        }
        for row in rows
    )
    words = (
        counted(rows)
        | _named(hands)
        | {
            "fee_total": figures(sum(row.fee_vnd for row in rows)),
            "by_post_total": figures(sum(row.by_post for row in rows)),
        }
    )
    return drawing.paper(_between(hands), words, {"results": entries})


def postal_list(drawing: Drawing, rows: Sequence[PostalRow], hands: Hands) -> Paper:
    """Danh sách giao bưu điện; the post office writes what became of each into its columns.

    In the wording of a reconciliation it asks the post office for what is still unanswered.
    """
    entries = numbered(
        {
            "waybill": row.waybill,
            "code": row.code,
            "recipient": row.recipient,
            "address": row.address,
            "phone": row.phone,
            "contents": row.contents,
            "posted": day_of(row.posted_at),
            "accepted": "Có" if row.answer else "",
            "delivered": row.answer,
        }
        for row in rows
    )
    return drawing.paper(_between(hands), counted(rows) | _named(hands), {"items": entries})


def _between(hands: Hands) -> str:
    return f"{hands.giver_unit} – {hands.taker_unit}"


def _named(hands: Hands) -> dict[str, str]:
    return {
        "giver": hands.giver,
        "giving": ", ".join(part for part in (hands.giver, hands.giver_unit) if part),
        "taker": hands.taker,
        "taking": ", ".join(part for part in (hands.taker, hands.taker_unit) if part),
    }
