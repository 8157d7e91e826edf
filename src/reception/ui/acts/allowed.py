"""Which acts stand open now: what the dossier's state allows, what the role may, what is left."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from reception.domain.allowed import allowed_acts, in_turn
from reception.domain.closing_events import Redacted
from reception.domain.dossier import Dossier, State
from reception.domain.intake import ReturnBy
from reception.domain.life import Act
from reception.domain.rights import RIGHT_OF
from reception.ui.acts.keys import LETTERS
from reception.ui.acts.known import Known

_MOST_NEXT = 3
_USUALLY_NEXT = {
    State.RECEIVED: (Act.TAKE_OVER, Act.FORWARD, Act.RECORD_RESULT, Act.REQUEST_SUPPLEMENT),
    State.AWAITING_SUPPLEMENT: (Act.RECEIVE_SUPPLEMENT, Act.NOTIFY),
    State.SUSPENDED: (Act.RESUME, Act.NOTIFY),
    State.RESULT_READY: (Act.HAND_OVER, Act.POST, Act.NOTIFY),
}


def acts_now(known: Known, now: datetime) -> tuple[Act, ...]:
    """What this person may do with the dossier now, in the order of the table of acts."""
    # After its last day the form of a supplement request asks for the rule that allows it still.
    limits = replace(known.limits, supplement_until=None)
    # Not offered where everyone looks, on the command line; here only to whoever may.
    acts = (*allowed_acts(known.dossier, limits, now), *_blanking(known))
    return tuple(
        act
        for act in acts
        if act in LETTERS and known.account.may(RIGHT_OF[act]) and _has_sense(act, known)
    )


def next_acts(known: Known, now: datetime) -> tuple[Act, ...]:
    """The two or three of them that usually come next, the likeliest first."""
    usual = _USUALLY_NEXT.get(known.dossier.state, ())
    # What takes a special rule is not what usually comes next.
    plain = allowed_acts(known.dossier, known.limits, now)
    open_now = [act for act in acts_now(known, now) if act in plain]
    likely = (act for act in usual if act in open_now and _is_likely(act, known))
    return tuple(likely)[:_MOST_NEXT]


def undo_left(known: Known, now: datetime) -> timedelta:
    """How long the receipt can still be taken back; nothing once it cannot."""
    until_at = known.limits.undo_until
    return max(until_at - now, timedelta()) if until_at else timedelta()


def may_be_asked(known: Known) -> bool:
    """Whether this person may take the survey about the dossier, of which one sheet counts."""
    dossier = known.dossier
    open_now = in_turn(dossier, Act.SURVEY) and dossier.survey is None
    return open_now and known.account.may(RIGHT_OF[Act.SURVEY])


def _blanking(known: Known) -> tuple[Act, ...]:
    """Blanking, once the dossier is over and as long as something has come that is not blanked."""
    if not in_turn(known.dossier, Act.REDACT):
        return ()
    last = known.found.history[-1].event if known.found.history else None
    return () if isinstance(last, Redacted) else (Act.REDACT,)


def _has_sense(act: Act, known: Known) -> bool:
    dossier = known.dossier
    match act:
        case Act.EXPLAIN_DELAY:
            # Without a due moment there is nothing to be sorry for.
            return dossier.due_at is not None
        case Act.TAKE_OVER:
            return dossier.holder != known.me or not _is_taken(dossier)
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
