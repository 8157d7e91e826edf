"""The dossier as its first event makes it."""

from __future__ import annotations

from reception.domain import intake_events
from reception.domain.custody import DESK, Custody, closed
from reception.domain.dossier import Dossier, State
from reception.domain.dossier_events import Rejected, Stopped
from reception.domain.intake_events import OpeningEvent
from reception.domain.old_book import OldState
from reception.domain.runs import UNADJUSTED, Adjustments


def opened(dossier_id: str, event: OpeningEvent) -> Dossier:
    """The dossier after its first event."""
    match event:
        case intake_events.Received():
            return Dossier(
                dossier_id=dossier_id,
                state=State.RECEIVED,
                intake=event.intake,
                opened_at=event.received_at,
                regime=event.regime,
                code=event.code,
                promise=event.promise,
                first_promise=event.promise,
                submitted_at=event.submitted_at,
                adjustments=_accepted(event),
                custody=(Custody(DESK, event.received_at, taken_at=event.received_at),),
                touched_at=event.received_at,
            )
        case intake_events.Certified():
            at = event.received_at
            return Dossier(
                dossier_id=dossier_id,
                state=State.HANDED_OVER,
                intake=event.intake,
                opened_at=at,
                regime=event.regime,
                code=event.code,
                result_at=at,
                handed_over_at=at,
                certification=event.certification,
                touched_at=at,
            )
        case intake_events.Guided():
            return Dossier(
                dossier_id=dossier_id,
                state=State.GUIDED,
                intake=event.intake,
                opened_at=event.at,
                regime=event.regime,
                slip_number=event.slip_number,
                reason=event.reason,
                wanted=event.wanted,
                touched_at=event.at,
            )
        case intake_events.Refused():
            return Dossier(
                dossier_id=dossier_id,
                state=State.REFUSED,
                intake=event.intake,
                opened_at=event.at,
                regime=event.regime,
                slip_number=event.slip_number,
                reason=event.reason,
                touched_at=event.at,
            )
        case intake_events.Imported():
            return _taken_over(dossier_id, event)


_STATES = {
    OldState.OPEN: State.RECEIVED,
    OldState.READY: State.RESULT_READY,
    OldState.HANDED_OVER: State.HANDED_OVER,
    OldState.REFUSED: State.HANDED_OVER,
    OldState.STOPPED: State.STOPPED,
}


def _taken_over(dossier_id: str, event: intake_events.Imported) -> Dossier:
    """The dossier as its old register tells it: no slip of its refusal or stop is known."""
    at, standing = event.ended_at, event.standing
    custody = (Custody(DESK, event.received_at, taken_at=event.received_at),)
    stop = Stopped(at, "", "", event.reason) if at and standing is OldState.STOPPED else None
    refused = Rejected(at, "", event.reason) if at and standing is OldState.REFUSED else None
    gone_at = at if stop else event.handed_over_at
    return Dossier(
        dossier_id=dossier_id,
        state=_STATES[standing],
        intake=event.intake,
        opened_at=event.received_at,
        regime=event.regime,
        code=event.code,
        reason=event.reason,
        promise=event.promise,
        first_promise=event.promise,
        custody=closed(custody, gone_at) if gone_at else custody,
        rejection=refused,
        stop=stop,
        result=event.result,
        result_at=None if stop else at,
        handed_over_at=event.handed_over_at,
        touched_at=event.at,
        origin=event.origin,
        imported_at=event.at,
    )


def _accepted(event: intake_events.Received) -> Adjustments:
    """A non-territorial dossier's clock started when the competent authority had it."""
    if not event.intake.non_territorial:
        return UNADJUSTED
    return Adjustments(accepted_at=max(event.promise.starts_at, event.received_at))
