"""Which acts stand open now: what the dossier's state allows, what the role may, what is left."""

from __future__ import annotations

from datetime import datetime, timedelta

from reception.domain.accounts import Right
from reception.domain.dossier import Dossier, State
from reception.domain.intake import ReturnBy
from reception.domain.life import Act, allowed_acts
from reception.services.mending import UNDO_WITHIN
from reception.ui.acts.known import Known

RIGHT_OF = {
    Act.FORWARD: Right.WORK,
    Act.TAKE_OVER: Right.WORK,
    Act.SEND_BACK: Right.WORK,
    Act.REQUEST_SUPPLEMENT: Right.WORK,
    Act.RECEIVE_SUPPLEMENT: Right.RECEIVE,
    Act.SUSPEND: Right.WORK,
    Act.RESUME: Right.WORK,
    Act.EXTEND: Right.WORK,
    Act.EXPLAIN_DELAY: Right.WORK,
    Act.APOLOGISE: Right.APPROVE,
    Act.RECORD_RESULT: Right.WORK,
    Act.REFUSE: Right.WORK,
    Act.STOP: Right.RECEIVE,
    Act.HAND_OVER: Right.RECEIVE,
    Act.SETTLE_FEE: Right.RECEIVE,
    Act.POST: Right.RECEIVE,
    Act.RECONCILE_POST: Right.RECEIVE,
    Act.NOTIFY: Right.WORK,
    Act.CORRECT: Right.CORRECT,
    Act.RECLASSIFY: Right.CORRECT,
    Act.CORRECT_TIME: Right.CORRECT,
    Act.UNDO: Right.RECEIVE,
}
"""The acts of the window, and the right that each needs."""

_MOST_NEXT = 3
_USUALLY_NEXT = {
    State.RECEIVED: (Act.TAKE_OVER, Act.FORWARD, Act.RECORD_RESULT, Act.REQUEST_SUPPLEMENT),
    State.AWAITING_SUPPLEMENT: (Act.RECEIVE_SUPPLEMENT, Act.NOTIFY),
    State.SUSPENDED: (Act.RESUME, Act.NOTIFY),
    State.RESULT_READY: (Act.HAND_OVER, Act.POST, Act.NOTIFY),
}
# Without a due moment there is nothing to move or to be sorry for.
_NEED_A_LIMIT = {Act.EXTEND, Act.EXPLAIN_DELAY, Act.APOLOGISE}


def acts_now(known: Known, now: datetime) -> tuple[Act, ...]:
    """What this person may do with the dossier now, in the order of the table of acts."""
    return tuple(
        act
        for act in allowed_acts(known.dossier)
        if act in RIGHT_OF and known.account.may(RIGHT_OF[act]) and _has_sense(act, known, now)
    )


def next_acts(known: Known, now: datetime) -> tuple[Act, ...]:
    """The two or three of them that usually come next, the likeliest first."""
    open_now = acts_now(known, now)
    usual = _USUALLY_NEXT.get(known.dossier.state, ())
    likely = (act for act in usual if act in open_now and _is_likely(act, known))
    return tuple(likely)[:_MOST_NEXT]


def undo_left(known: Known, now: datetime) -> timedelta:
    """How long the receipt can still be taken back; nothing or less once it cannot."""
    return known.written_at + UNDO_WITHIN - now


def _has_sense(act: Act, known: Known, now: datetime) -> bool:
    dossier = known.dossier
    if act in _NEED_A_LIMIT:
        return dossier.due_at is not None
    match act:
        case Act.UNDO:
            return undo_left(known, now) >= timedelta()
        case Act.TAKE_OVER:
            return dossier.holder != known.me or not _is_taken(dossier)
        case Act.SEND_BACK:
            return len(dossier.custody) > 1 or dossier.state is State.RESULT_READY
        case Act.RECONCILE_POST:
            return bool(dossier.posted)
        case _:
            return True


def _is_likely(act: Act, known: Known) -> bool:
    dossier = known.dossier
    match act:
        case Act.TAKE_OVER:
            return dossier.holder == known.me
        case Act.POST:
            return dossier.intake.return_by is ReturnBy.POST and not dossier.posted
        case _:
            return True


def _is_taken(dossier: Dossier) -> bool:
    return bool(dossier.custody and dossier.custody[-1].taken_at)
