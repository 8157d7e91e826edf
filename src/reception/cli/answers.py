"""Dossiers as the commands tell them: one line or page for people, plain values for JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reception.domain import chain
from reception.domain.dossier import Dossier
from reception.domain.life import STATE_WORDS
from reception.domain.listing import DossierRow
from reception.domain.moments import short_moment
from reception.services import lookup
from reception.services.desk import Desk


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


def found_as_json(found: lookup.Found) -> dict[str, Any]:
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


def found_as_text(found: lookup.Found) -> str:
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
    for entry in found.history:
        what = lookup.EVENT_WORDS.get(entry.kind, entry.kind)
        lines.append(f"  {short_moment(entry.at)}  {what}  ({entry.by})")
    return "\n".join(lines)


def _plain(value: object) -> object:
    return chain.read(chain.write(value), object)
