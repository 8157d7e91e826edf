"""A dossier's whole life as plain values, as ``show`` prints it with ``--json``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, cast

import msgspec

from reception.cli.answers import iso
from reception.domain.custody import Custody, time_by_holder
from reception.domain.dossier import Dossier
from reception.domain.dossier_events import Corrected, Reclassified, TimeCorrected
from reception.services import acting, lookup
from reception.services.desk import Desk


def found_as_json(desk: Desk, found: lookup.Found) -> dict[str, Any]:
    """A dossier, all that it adds up to, and its history."""
    dossier, first = found.dossier, found.dossier.first_promise
    return {
        "code": dossier.reference,
        "dossier_id": dossier.dossier_id,
        "state": dossier.state.value,
        "received_at": iso(dossier.opened_at),
        "submitted_at": iso(dossier.submitted_at),
        "due_at": iso(dossier.due_at),
        "first_due_at": iso(first.due_at if first else None),
        "target_at": iso(dossier.target_at),
        "regime": dossier.regime,
        "blank": dossier.blank,
        "reason": dossier.reason,
        "wanted": list(dossier.wanted),
        "intake": plain(dossier.intake),
        "promise": plain(dossier.promise),
        **_custody(desk, dossier),
        **_events(dossier),
        "corrections": _corrections(found),
        "papers_issued": dossier.papers_issued,
        "voided": sorted(dossier.voided),
        "allowed": [act.value for act in acting.allowed_now(desk, dossier)],
        "history": [
            {
                "at": iso(entry.at),
                "by": entry.by,
                "kind": entry.kind,
                "device": entry.device,
                "seq": entry.seq,
            }
            for entry in found.history
        ],
    }


def _custody(desk: Desk, dossier: Dossier) -> dict[str, Any]:
    now = desk.now()
    times = time_by_holder(desk.calendar, dossier.custody, now)
    holder = dossier.holder
    return {
        "holder": holder.name if holder else None,
        "held_since": iso(dossier.custody[-1].from_at) if holder else None,
        "custody": [_part(part, now) for part in dossier.custody],
        "time_by_holder": [
            {
                "name": held_by.name,
                "kind": held_by.kind.value,
                "office_minutes": round(spent.total_seconds() / 60),
            }
            for held_by, spent in times.items()
        ],
    }


def _part(part: Custody, now: datetime) -> dict[str, Any]:
    return {
        "name": part.holder.name,
        "kind": part.holder.kind.value,
        "login": part.holder.login,
        "from_at": iso(part.from_at),
        "taken_at": iso(part.taken_at),
        "until_at": iso(part.until_at),
        # From 1, as people count.
        "stage": None if part.stage is None else part.stage + 1,
        "due_at": iso(part.due_at),
        "late": part.is_late(now),
        "note": part.note,
    }


def _events(dossier: Dossier) -> dict[str, Any]:
    """What happened once or several times, with the entries of its event."""
    result = {
        "at": iso(dossier.result_at),
        "result": dossier.result,
        "number": dossier.result_number,
    }
    return {
        "supplement": plain(dossier.supplement),
        "supplied": plain(dossier.supplied),
        "suspension": plain(dossier.suspension),
        "pauses": plain(dossier.adjustments.pauses),
        "extensions": plain(dossier.extensions),
        "delay": plain(dossier.delay),
        "apology": plain(dossier.apology),
        "result": result if dossier.result_at else None,
        "rejection": plain(dossier.rejection),
        "stop": plain(dossier.stop),
        "handover": plain(dossier.handover),
        "fees": plain(dossier.fees),
        "posted": plain(dossier.posted),
        "post_answers": plain(dossier.post_answers),
        "notices": plain(dossier.notices),
        "scans": plain(dossier.scans),
        "certification": plain(dossier.certification),
    }


def _corrections(found: lookup.Found) -> list[dict[str, Any]]:
    """Every correction as field, before and after, the oldest first."""
    told: list[dict[str, Any]] = []
    replaced = iter(lookup.replaced_procedures(found))
    for correction in found.dossier.corrections:
        about = {"at": iso(correction.at), "reason": correction.reason}
        match correction:
            case Corrected():
                changes = cast("list[dict[str, Any]]", plain(correction.changes))
            case Reclassified():
                before, after = next(replaced).code, correction.intake.procedure.code
                changes = [{"field": "procedure", "before": before, "after": after}]
            case TimeCorrected():
                before, after = iso(correction.before_at), iso(correction.after_at)
                changes = [{"field": correction.what.value, "before": before, "after": after}]
        told += [about | change for change in changes]
    return told


def plain(value: object) -> object:
    """A value of the domain as JSON has it: moments keep the office's offset."""
    return _told(msgspec.to_builtins(value, builtin_types=(datetime, date)))


def _told(value: object) -> object:
    match value:
        case datetime() | date():
            return value.isoformat()
        case dict():
            entries = cast("dict[str, object]", value)
            return {name: _told(entry) for name, entry in entries.items()}
        case list() | tuple():
            return [_told(entry) for entry in cast("Sequence[object]", value)]
        case _:
            return value
