"""Finding: one dossier with its history, dossiers by anything typed, and the day's work lists."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reception.domain import chain
from reception.domain.dossier import Dossier, State
from reception.domain.errors import RuleViolation
from reception.domain.listing import DossierRow, ListQuery, Order, Shelf, TodayCounts
from reception.domain.moments import short_moment
from reception.domain.numbering import find_code
from reception.domain.text import clean
from reception.services.desk import Desk
from reception.storage import lists
from reception.storage.store import HistoryEntry

STATE_WORDS = {
    State.GUIDED: "đã hướng dẫn bổ sung",
    State.REFUSED: "đã từ chối tiếp nhận",
    State.RECEIVED: "đang giải quyết",
    State.RESULT_READY: "có kết quả, chờ trả",
    State.HANDED_OVER: "đã trả kết quả",
}
EVENT_WORDS = {
    "dossier.received": "Tiếp nhận hồ sơ",
    "dossier.guided": "Hướng dẫn bổ sung hồ sơ",
    "dossier.refused": "Từ chối tiếp nhận",
    "dossier.paper-issued": "In giấy tờ",
    "dossier.result-recorded": "Có kết quả",
    "dossier.handed-over": "Trả kết quả",
}
SHELF_WORDS = {
    Shelf.ALL: "Tất cả hồ sơ",
    Shelf.RECEIVED_TODAY: "Nhận hôm nay",
    Shelf.DUE_TODAY: "Đến hạn hôm nay",
    Shelf.DUE_SOON: "Sắp đến hạn",
    Shelf.OVERDUE: "Quá hạn",
    Shelf.TO_COLLECT: "Chờ trả kết quả",
    Shelf.NOT_RECEIVED: "Chưa tiếp nhận (bổ sung, từ chối)",
}
WORK_SHELVES = (Shelf.OVERDUE, Shelf.DUE_TODAY, Shelf.DUE_SOON, Shelf.TO_COLLECT)


@dataclass(frozen=True, slots=True)
class Found:
    """A dossier with all that happened to it, oldest first."""

    dossier: Dossier
    history: tuple[HistoryEntry, ...]


def show(desk: Desk, reference: str) -> Found:
    """The dossier of a code or slip number; a scanned receipt's text serves as well.

    Raises:
        RuleViolation: ``unknown-dossier``.
    """
    wanted = find_code(reference) or clean(reference)
    row = lists.by_reference(desk.database, wanted)
    if row is None:
        raise RuleViolation(
            "unknown-dossier",
            f"Không có hồ sơ mã “{wanted}” trong máy này;"
            " hãy kiểm tra lại mã, hoặc tìm theo tên người nộp.",
            field="reference",
        )
    return open_dossier(desk, row.dossier_id)


def open_dossier(desk: Desk, dossier_id: str) -> Found:
    """A dossier by its identity.

    Raises:
        RuleViolation: ``unknown-dossier``.
    """
    dossier = desk.store.dossier(dossier_id)
    if dossier is None:
        raise RuleViolation("unknown-dossier", "Không tìm thấy hồ sơ này; hãy tìm lại theo mã.")
    return Found(dossier, tuple(desk.store.history(dossier_id)))


def search(desk: Desk, text: str, most: int = 50) -> list[DossierRow]:
    """The newest dossiers whose names, code or numbers begin with the typed words."""
    return lists.search(desk.database, find_code(text) or text, most)


def today(desk: Desk) -> TodayCounts:
    """The home page's figures."""
    return lists.today_counts(desk.database, desk.now(), desk.soon_until())


def shelf(desk: Desk, name: Shelf, most: int = 200) -> list[DossierRow]:
    """The first dossiers of a work list, the most pressing first."""
    order = Order.NEWEST if name in {Shelf.ALL, Shelf.RECEIVED_TODAY} else Order.DUE
    query = ListQuery(name, order=order)
    numbers = lists.first_numbers(desk.database, query, desk.now(), desk.soon_until(), most)
    return lists.page(desk.database, numbers)


def registered_as_json(dossier: Dossier, receipt: Path | None) -> dict[str, Any]:
    """A dossier just received, as ``register`` prints it."""
    return {
        "code": dossier.code,
        "dossier_id": dossier.dossier_id,
        "due_at": dossier.due_at.isoformat() if dossier.due_at else None,
        "receipt": str(receipt) if receipt else None,
    }


def row_as_json(desk: Desk, row: DossierRow) -> dict[str, Any]:
    """A list row as ``search`` and ``worklist`` print it."""
    return {
        "code": row.reference,
        "dossier_id": row.dossier_id,
        "state": row.state.value,
        "owner": row.owner,
        "identity": row.identity,
        "phone": row.phone,
        "procedure": {"code": row.procedure_code, "name": row.procedure_name, "field": row.field},
        "channel": row.channel,
        "received_at": row.opened_at.isoformat(),
        "due_at": row.due_at.isoformat() if row.due_at else None,
        "provisional": row.provisional,
        "result_at": row.result_at.isoformat() if row.result_at else None,
        "handed_over_at": row.handed_over_at.isoformat() if row.handed_over_at else None,
        "urgency": row.urgency(desk.now(), desk.soon_until()).value,
    }


def found_as_json(found: Found) -> dict[str, Any]:
    """A dossier and its history as ``show`` prints them."""
    dossier = found.dossier
    return {
        "code": dossier.reference,
        "dossier_id": dossier.dossier_id,
        "state": dossier.state.value,
        "received_at": dossier.opened_at.isoformat(),
        "due_at": dossier.due_at.isoformat() if dossier.due_at else None,
        "regime": dossier.regime,
        "reason": dossier.reason,
        "wanted": list(dossier.wanted),
        "intake": _plain(dossier.intake),
        "promise": _plain(dossier.promise),
        "papers_issued": dossier.papers_issued,
        "history": [
            {
                "at": entry.at.isoformat(),
                "by": entry.by,
                "kind": entry.kind,
                "device": entry.device,
                "seq": entry.seq,
            }
            for entry in found.history
        ],
    }


def found_as_text(found: Found) -> str:
    """A dossier and its history, for people."""
    dossier, intake = found.dossier, found.dossier.intake
    lines = [
        f"Hồ sơ {dossier.reference}: {STATE_WORDS[dossier.state]}",
        f"  Người nộp: {intake.owner.name}  {intake.owner.identity}".rstrip(),
        f"  Thủ tục: {intake.procedure.name} ({intake.procedure.code})",
        f"  Nhận lúc: {short_moment(dossier.opened_at)}",
    ]
    if dossier.due_at:
        expected = " (dự kiến)" if dossier.promise and dossier.promise.provisional else ""
        lines.append(f"  Hẹn trả: {short_moment(dossier.due_at)}{expected}")
    if dossier.reason:
        lines.append(f"  Lý do: {dossier.reason}")
    lines += [f"  Cần bổ sung: {wanted}" for wanted in dossier.wanted]
    lines += [
        f"  {short_moment(entry.at)}  {EVENT_WORDS.get(entry.kind, entry.kind)}  ({entry.by})"
        for entry in found.history
    ]
    return "\n".join(lines)


def _plain(value: object) -> Any:  # noqa: ANN401 -- JSON
    return chain.read(chain.write(value), object)
