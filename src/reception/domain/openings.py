"""The dossier as its first event makes it."""

from __future__ import annotations

from reception.domain import intake_events
from reception.domain.custody import DESK, Custody
from reception.domain.dossier import Dossier, State
from reception.domain.intake_events import OpeningEvent
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


def _accepted(event: intake_events.Received) -> Adjustments:
    """A non-territorial dossier's clock started when the competent authority had it."""
    if not event.intake.non_territorial:
        return UNADJUSTED
    return Adjustments(accepted_at=max(event.promise.starts_at, event.received_at))
