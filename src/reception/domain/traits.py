"""What figures know of a single dossier besides its due date: facts as letters, trips, its time."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from reception.domain.dossier import Dossier, State
from reception.domain.dossier_events import PaidBy
from reception.domain.intake import Channel, ReturnBy

SAME_VISIT_MINUTES = 60
"""Who comes again within so many minutes has waited, and did not come twice."""

_NEVER_RECEIVED = {State.GUIDED, State.REFUSED, State.UNDONE}
_OVER = {State.HANDED_OVER, State.STOPPED}
_MINUTE = timedelta(minutes=1)


class Trait(StrEnum):
    """A fact that some index counts; a dossier has each or has it not."""

    FEE = "f"
    PAID_ONLINE = "o"
    PAPERS_SCANNED = "p"
    RESULT_SCANNED = "r"
    SUPPLEMENTED = "s"
    OLD_BOOK = "b"


def traits(dossier: Dossier) -> str:
    """The letters of what is so, in their order; none for what was never received."""
    if dossier.state in _NEVER_RECEIVED:
        return ""
    scanned = {scan.about for scan in dossier.scans}
    facts = {
        Trait.FEE: bool(dossier.intake.fee_vnd or dossier.fees),
        Trait.PAID_ONLINE: any(fee.paid_by is PaidBy.ONLINE for fee in dossier.fees),
        Trait.PAPERS_SCANNED: "paper" in scanned,
        Trait.RESULT_SCANNED: "result" in scanned,
        Trait.SUPPLEMENTED: dossier.supplement is not None,
        Trait.OLD_BOOK: dossier.origin is not None,
    }
    return "".join(trait for trait, is_so in facts.items() if is_so)


def trips(dossier: Dossier) -> int | None:
    """How often somebody came to the desk for it; ``None`` until it is over, or of an old register.

    They came to hand it in at the counter, to bring what was missing, and to fetch the result where
    it went neither by post nor over the network.
    """
    if dossier.state not in _OVER or dossier.origin:
        return None
    came = [at for at in _visits(dossier) if at is not None]
    number, last = 0, None
    for at in sorted(came):
        if last is None or at - last > SAME_VISIT_MINUTES * _MINUTE:
            number += 1
        last = at
    return number


def spent_minutes(dossier: Dossier) -> int | None:
    """From receipt to the end, without the time for which the office waited for a supplement."""
    ended_at, asked, supplied = dossier.ended_at, dossier.supplement, dossier.supplied
    if ended_at is None or dossier.state in _NEVER_RECEIVED:
        return None
    waited = timedelta()
    if asked and asked.at < ended_at:
        waited = min(supplied.at if supplied else ended_at, ended_at) - asked.at
    return max(0, (ended_at - dossier.opened_at - waited) // _MINUTE)


def term_minutes(dossier: Dossier) -> int | None:
    """How long the first promise gave; ``None`` where no date was promised."""
    promise = dossier.first_promise
    if promise is None or promise.due_at is None:
        return None
    return max(0, (promise.due_at - dossier.opened_at) // _MINUTE)


def _visits(dossier: Dossier) -> tuple[datetime | None, ...]:
    at_counter = dossier.intake.channel in {Channel.COUNTER, Channel.OTHER}
    brought = dossier.supplied.at if dossier.supplied and at_counter else None
    return (dossier.opened_at if at_counter else None, brought, _fetched_at(dossier))


def _fetched_at(dossier: Dossier) -> datetime | None:
    posted = dossier.handover is not None and bool(dossier.handover.waybill)
    if posted or dossier.intake.return_by is ReturnBy.ONLINE:
        return None
    return dossier.handed_over_at
