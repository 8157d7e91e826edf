"""What may be done with a dossier at a moment, and the sentence that refuses the rest.

:mod:`reception.domain.life` says which act a state allows. Of those, some come once, some only for
a time, and some need something that is not there; what is left is what a clerk is offered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from reception.domain.dossier import Dossier, State
from reception.domain.dossier_events import PaperIssued, ScanAttached
from reception.domain.errors import RuleViolation
from reception.domain.intake_events import Received
from reception.domain.life import ACT_WORDS, LIFE, STATE_WORDS, Act

UNDO_WITHIN = timedelta(minutes=10)
_STAYS_AT_THE_DESK = (Received, PaperIssued, ScanAttached)
_ROWS = {row.act: row for row in LIFE}
# Nothing can be done for somebody of whom nothing is known; what another desk added may go, too.
_AFTER_REDACTION = frozenset({Act.REDACT, Act.SETTLE_REVIEW})


@dataclass(frozen=True, slots=True)
class Limits:
    """Until when the acts that have their time may be done.

    ``undo_until`` is ``None`` once something has left the desk; ``supplement_until`` is ``None``
    where any day will do.
    """

    undo_until: datetime | None
    supplement_until: date | None


def has_left_the_desk(events: Iterable[object]) -> bool:
    """Whether anything but papers and scans came of a receipt."""
    return not all(isinstance(event, _STAYS_AT_THE_DESK) for event in events)


def undo_until(written_at: datetime, events: Iterable[object]) -> datetime | None:
    """Until when a receipt written down at a moment can be taken back, after these events."""
    return None if has_left_the_desk(events) else written_at + UNDO_WITHIN


def in_turn(dossier: Dossier, act: Act) -> bool:
    """Whether the state allows an act that has not come as often as it may."""
    return (
        dossier.state in _ROWS[act].leads
        and not _used_up(dossier, act)
        and not (dossier.redactions and act not in _AFTER_REDACTION)
    )


def allowed_acts(dossier: Dossier, limits: Limits, now: datetime) -> tuple[Act, ...]:
    """What may be done with a dossier now, in the order of the table."""
    # A clock that was set back does not turn the history around.
    moment = max(now, dossier.touched_at or now)
    return tuple(
        row.act
        for row in LIFE
        if row.offered
        and in_turn(dossier, row.act)
        and not _in_vain(dossier, row.act, limits, moment)
    )


def require(dossier: Dossier, act: Act, allowed: Callable[[], tuple[Act, ...]]) -> None:
    """Allow an act that is in turn, or refuse it.

    Args:
        dossier: The dossier as it stands.
        act: What is to be done.
        allowed: Tells what may be done instead; asked only where the act is refused.

    Raises:
        RuleViolation: ``act-not-allowed``, ``redacted``, or ``once-only`` for a second supplement
            request (61/2018 Đ11 k2 c) or a second new appointment (Đ19 k9).
    """
    if in_turn(dossier, act):
        return
    if dossier.redactions and act not in _AFTER_REDACTION:
        raise RuleViolation(
            "redacted",
            f"Hồ sơ {dossier.reference} đã xoá thông tin cá nhân theo quy định nên không"
            f" {ACT_WORDS[act]} được; {_instead(())}",
        )
    if dossier.state in _ROWS[act].leads:
        raise RuleViolation(
            "once-only",
            f"Hồ sơ {dossier.reference} đã {ACT_WORDS[act]} một lần, luật chỉ cho một lần;"
            f" {_instead(allowed())}",
        )
    raise RuleViolation(
        "act-not-allowed",
        f"Hồ sơ {dossier.reference} {STATE_WORDS[dossier.state]} nên không {ACT_WORDS[act]} được;"
        f" {_instead(allowed())}",
    )


def _used_up(dossier: Dossier, act: Act) -> bool:
    if act is Act.REQUEST_SUPPLEMENT:
        return dossier.supplement is not None
    return act is Act.APOLOGISE and dossier.apology is not None


def _in_vain(dossier: Dossier, act: Act, limits: Limits, moment: datetime) -> bool:
    """Whether an act in turn would be refused for the time, or for want of what it is about."""
    match act:
        case Act.REQUEST_SUPPLEMENT:
            last_on = limits.supplement_until
            too_late = last_on is not None and moment.date() > last_on
            return too_late or dossier.is_past_due(moment)
        case Act.SUSPEND:
            return dossier.is_past_due(moment)
        case Act.EXTEND:
            return dossier.due_at is None or dossier.is_past_due(moment)
        case Act.APOLOGISE:
            return dossier.due_at is None
        case Act.SEND_BACK:
            return dossier.state is not State.RESULT_READY and not dossier.earlier_holders
        case Act.RECONCILE_POST:
            return not dossier.unanswered_waybills
        case Act.UNDO:
            return limits.undo_until is None or moment > limits.undo_until
        case _:
            return False


def _instead(acts: tuple[Act, ...]) -> str:
    return (
        f"bây giờ hãy chọn một trong các việc: {', '.join(ACT_WORDS[act] for act in acts)}."
        if acts
        else "hồ sơ này không còn việc gì để làm; hãy mở hồ sơ khác."
    )
