"""Dossiers as lists and acts tell them: one line for people, plain values for JSON."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from reception.domain.access import masked
from reception.domain.dossier import Dossier
from reception.domain.life import ACT_WORDS, STATE_WORDS, Act
from reception.domain.listing import DossierRow, Pile
from reception.domain.moments import short_moment
from reception.services.apologies import Draft
from reception.services.desk import Desk


def iso(moment: datetime | None) -> str | None:
    """A moment as JSON has it."""
    return moment.isoformat() if moment else None


def registered_as_json(dossier: Dossier, receipt: Path | None) -> dict[str, Any]:
    """A dossier just received, as ``register`` prints it."""
    return {
        "code": dossier.code,
        "dossier_id": dossier.dossier_id,
        "due_at": iso(dossier.due_at),
        "receipt": str(receipt) if receipt else None,
    }


def row_as_json(desk: Desk, row: DossierRow, *, bare: bool = False) -> dict[str, Any]:
    """A list row as ``search`` and ``worklist`` print it; numbers are hidden, unless ``bare``."""
    identity, phone = row.identity, row.phone
    if not bare:
        identity, phone = masked(identity), masked(phone)
    return {
        "code": row.reference,
        "dossier_id": row.dossier_id,
        "state": row.state.value,
        "owner": row.owner,
        "identity": identity,
        "phone": phone,
        "procedure": {"code": row.procedure_code, "name": row.procedure_name, "field": row.field},
        "channel": row.channel,
        "received_at": iso(row.opened_at),
        "due_at": iso(row.due_at),
        "provisional": row.provisional,
        "target_at": iso(row.target_at),
        "holder": row.holder or None,
        "held_since": iso(row.held_since),
        "touched_at": iso(row.touched_at),
        "apologised_at": iso(row.apologised_at),
        "result_at": iso(row.result_at),
        "handed_over_at": iso(row.handed_over_at),
        "urgency": row.urgency(desk.now(), desk.soon_until()).value,
    }


def draft_as_json(draft: Draft) -> dict[str, Any]:
    """A draft apology, as ``worklist apologies`` prints it."""
    row, proposal = draft.row, draft.proposal
    return {
        "code": row.reference,
        "dossier_id": row.dossier_id,
        "due_at": iso(row.due_at),
        "cause": proposal.cause.value,
        "owner": proposal.owner,
        "reason": proposal.reason,
        "new_due_at": iso(proposal.new_due_at),
        "because": proposal.because,
        "send_by": proposal.send_by_on.isoformat(),
        "since": iso(draft.since),
        "explained": proposal.explained,
    }


def pile_as_json(pile: Pile) -> dict[str, Any]:
    """What a field or a holder has open, as ``worklist fields`` and ``holders`` print it."""
    return {
        "name": pile.name,
        "open": pile.open,
        "overdue": pile.overdue,
        "oldest_due_at": iso(pile.oldest_due_at),
    }


def acted_as_json(act: Act, dossier: Dossier, allowed: Iterable[Act]) -> dict[str, Any]:
    """A dossier after an act, and what may be done with it then, as ``act`` prints it."""
    document = {
        "code": dossier.reference,
        "dossier_id": dossier.dossier_id,
        "state": dossier.state.value,
        "act": act.value,
        "at": iso(dossier.touched_at),
        "due_at": iso(dossier.due_at),
        "first_due_at": iso(dossier.first_promise and dossier.first_promise.due_at),
        "target_at": iso(dossier.target_at),
        "holder": dossier.holder.name if dossier.holder else None,
        "allowed": [one.value for one in allowed],
    }
    return document | _own_number(act, dossier)


def acted_as_text(act: Act, dossier: Dossier) -> str:
    """What became of a dossier with an act, for people."""
    numbers = [f" số {number}" for number in _own_number(act, dossier).values() if number]
    done = f"đã {ACT_WORDS[act]}{''.join(numbers)}"
    parts = [f"Hồ sơ {dossier.reference}: {done}; nay {STATE_WORDS[dossier.state]}"]
    if dossier.holder:
        parts.append(f"ở {dossier.holder.within}")
    if dossier.state.is_open and dossier.target_at:
        parts.append(f"hẹn trả {short_moment(dossier.target_at)}")
    return ", ".join(parts) + "."


def _own_number(act: Act, dossier: Dossier) -> dict[str, str]:
    """The number that an act gave, under the name of its event's field; most acts give none."""
    match act:
        case Act.REQUEST_SUPPLEMENT if dossier.supplement:
            return {"slip_number": dossier.supplement.slip_number}
        case Act.REFUSE if dossier.rejection:
            return {"slip_number": dossier.rejection.slip_number}
        case Act.APOLOGISE if dossier.apology:
            return {"number": dossier.apology.number}
        case Act.STOP if dossier.stop:
            return {"number": dossier.stop.number}
        case Act.RECORD_RESULT:
            return {"number": dossier.result_number}
        case Act.SETTLE_FEE:
            return {"number": dossier.fees[-1].number}
        case _:
            return {}
