"""What each event leaves behind in the dossier; whether it may happen is told elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from reception.domain import dossier_events as events
from reception.domain import intake_events
from reception.domain.custody import APPLICANT, DESK, Custody, closed, passed_on
from reception.domain.dossier import Dossier, State
from reception.domain.dossier_events import LaterEvent
from reception.domain.intake_events import OpeningEvent
from reception.domain.procedure import SupplementRule
from reception.domain.runs import UNADJUSTED, Adjustments, Pause

_RECEIPT = "receipt"


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


# --- from hand to hand ----------------------------------------------------------------------------


def _forwarded(dossier: Dossier, state: State, event: events.Forwarded) -> Dossier:
    to = Custody(event.to, event.at, event.stage, _stage_due(dossier, event.stage), note=event.note)
    return replace(dossier, state=state, custody=passed_on(dossier.custody, to))


def _taken_over(dossier: Dossier, state: State, event: events.TakenOver) -> Dossier:
    last = dossier.custody[-1] if dossier.custody else None
    if last and last.holder == event.by and last.until_at is None:
        taken = (*dossier.custody[:-1], replace(last, taken_at=event.at))
        return replace(dossier, state=state, custody=taken)
    # They took it from where it lay; the stage it is in stays.
    stage, due_at = (last.stage, last.due_at) if last else (None, None)
    to = Custody(event.by, event.at, stage, due_at, taken_at=event.at)
    return replace(dossier, state=state, custody=passed_on(dossier.custody, to))


def _sent_back(dossier: Dossier, state: State, event: events.SentBack) -> Dossier:
    earlier = next((c for c in reversed(dossier.custody) if c.holder == event.to), None)
    stage, due_at = (earlier.stage, earlier.due_at) if earlier else (None, None)
    to = Custody(event.to, event.at, stage, due_at, note=event.reason)
    return replace(
        dossier,
        state=state,
        custody=passed_on(dossier.custody, to),
        result="",
        result_number="",
        result_at=None,
        rejection=None,
    )


def _stage_due(dossier: Dossier, stage: int | None) -> datetime | None:
    stages = dossier.promise.stages if dossier.promise else ()
    return stages[stage].due_at if stage is not None and stage < len(stages) else None


# --- the clock ------------------------------------------------------------------------------------


def _supplement_requested(
    dossier: Dossier, state: State, event: events.SupplementRequested
) -> Dossier:
    return replace(
        dossier,
        state=state,
        supplement=event,
        custody=passed_on(dossier.custody, Custody(APPLICANT, event.at, taken_at=event.at)),
    )


def _supplement_received(
    dossier: Dossier, state: State, event: events.SupplementReceived
) -> Dossier:
    asked, adjustments = dossier.supplement, dossier.adjustments
    if asked and asked.rule is SupplementRule.PAUSE and event.at > asked.at:
        pause = Pause(asked.at, event.at)
        adjustments = replace(adjustments, pauses=(*adjustments.pauses, pause))
    else:
        adjustments = replace(adjustments, restarted_at=event.at, pauses=(), extra_working_days=0)
    back = Custody(DESK, event.at, taken_at=event.at)
    return replace(
        dossier,
        state=state,
        supplied=event,
        intake=replace(dossier.intake, papers=event.papers),
        promise=event.promise,
        adjustments=adjustments,
        custody=passed_on(dossier.custody, back),
    )


def _suspended(dossier: Dossier, state: State, event: events.Suspended) -> Dossier:
    return replace(dossier, state=state, suspension=event)


def _resumed(dossier: Dossier, state: State, event: events.Resumed) -> Dossier:
    adjustments, stopped = dossier.adjustments, dossier.suspension
    if stopped and event.at > stopped.at:
        pause = Pause(stopped.at, event.at)
        adjustments = replace(adjustments, pauses=(*adjustments.pauses, pause))
    return replace(
        dossier, state=state, promise=event.promise, adjustments=adjustments, suspension=None
    )


def _extended(dossier: Dossier, state: State, event: events.Extended) -> Dossier:
    extra = dossier.adjustments.extra_working_days + event.working_days
    return replace(
        dossier,
        state=state,
        promise=event.promise,
        adjustments=replace(dossier.adjustments, extra_working_days=extra),
        extensions=(*dossier.extensions, event),
    )


# --- the end --------------------------------------------------------------------------------------


def _result_recorded(dossier: Dossier, state: State, event: events.ResultRecorded) -> Dossier:
    return replace(
        dossier,
        state=state,
        result=event.result,
        result_number=event.number,
        result_at=event.at,
    )


def _rejected(dossier: Dossier, state: State, event: events.Rejected) -> Dossier:
    custody = dossier.custody
    if dossier.state is State.AWAITING_SUPPLEMENT:
        custody = passed_on(custody, Custody(DESK, event.at, taken_at=event.at))
    return replace(
        dossier,
        state=state,
        rejection=event,
        reason=event.reason,
        result_at=event.at,
        custody=custody,
    )


def _stopped(dossier: Dossier, state: State, event: events.Stopped) -> Dossier:
    return replace(
        dossier,
        state=state,
        stop=event,
        reason=event.reason,
        custody=closed(dossier.custody, event.at),
    )


def _handed_over(dossier: Dossier, state: State, event: events.HandedOver) -> Dossier:
    return replace(
        dossier,
        state=state,
        handover=event,
        handed_over_at=event.at,
        custody=closed(dossier.custody, event.at),
    )


def _keyed_in(dossier: Dossier, state: State, event: intake_events.KeyedIn) -> Dossier:
    return replace(dossier, state=state, blank=event.blank)


def _undone(dossier: Dossier, state: State, event: intake_events.ReceiptUndone) -> Dossier:
    return replace(
        dossier,
        state=state,
        reason=event.reason,
        custody=closed(dossier.custody, event.at),
        voided=dossier.voided | dossier.papers_issued.keys(),
    )


# --- beside the clock -----------------------------------------------------------------------------


def _delay_explained(dossier: Dossier, state: State, event: events.DelayExplained) -> Dossier:
    return replace(dossier, state=state, delay=event)


def _apologised(dossier: Dossier, state: State, event: events.Apologised) -> Dossier:
    return replace(dossier, state=state, apology=event)


def _notified(dossier: Dossier, state: State, event: events.Notified) -> Dossier:
    return replace(dossier, state=state, notices=(*dossier.notices, event))


def _fee_settled(dossier: Dossier, state: State, event: events.FeeSettled) -> Dossier:
    return replace(dossier, state=state, fees=(*dossier.fees, event))


def _scan_attached(dossier: Dossier, state: State, event: events.ScanAttached) -> Dossier:
    return replace(dossier, state=state, scans=(*dossier.scans, event))


def _posted(dossier: Dossier, state: State, event: events.Posted) -> Dossier:
    return replace(dossier, state=state, posted=(*dossier.posted, event))


def _post_reconciled(dossier: Dossier, state: State, event: events.PostReconciled) -> Dossier:
    return replace(dossier, state=state, post_answers=(*dossier.post_answers, event))


def _paper_issued(dossier: Dossier, state: State, event: events.PaperIssued) -> Dossier:
    return replace(
        dossier,
        state=state,
        papers_issued=dossier.papers_issued | {event.form: event.times},
        voided=dossier.voided - {event.form},
    )


# --- mended ---------------------------------------------------------------------------------------


def _corrected(dossier: Dossier, state: State, event: events.Corrected) -> Dossier:
    return replace(
        dossier,
        state=state,
        intake=event.intake,
        corrections=(*dossier.corrections, event),
        voided=dossier.voided | dossier.papers_issued.keys(),
    )


def _reclassified(dossier: Dossier, state: State, event: events.Reclassified) -> Dossier:
    return replace(
        dossier,
        state=state,
        intake=event.intake,
        promise=event.promise,
        corrections=(*dossier.corrections, event),
        voided=dossier.voided | dossier.papers_issued.keys(),
    )


def _time_corrected(dossier: Dossier, state: State, event: events.TimeCorrected) -> Dossier:
    mended = replace(
        dossier,
        state=state,
        corrections=(*dossier.corrections, event),
        voided=dossier.voided | ({_RECEIPT} & dossier.papers_issued.keys()),
    )
    match event.what:
        case events.Moment.RECEIVED:
            promise = event.promise or dossier.promise
            return replace(mended, opened_at=event.after_at, promise=promise)
        case events.Moment.RESULT:
            return replace(mended, result_at=event.after_at)
        case events.Moment.HANDED_OVER:
            return replace(mended, handed_over_at=event.after_at)


# --- all of them ----------------------------------------------------------------------------------


def _touching(
    effect: Callable[[Dossier, State, Any], Dossier],
) -> Callable[[Dossier, State, Any], Dossier]:
    """The effect, with the moment of the act noted; a moment never goes backwards."""

    def applied(dossier: Dossier, state: State, event: LaterEvent) -> Dossier:
        touched_at = max(dossier.touched_at or event.at, event.at)
        return replace(effect(dossier, state, event), touched_at=touched_at)

    return applied


EFFECTS: Mapping[type[Any], Callable[[Dossier, State, Any], Dossier]] = {
    event: _touching(effect)
    for event, effect in {
        events.Forwarded: _forwarded,
        events.TakenOver: _taken_over,
        events.SentBack: _sent_back,
        events.SupplementRequested: _supplement_requested,
        events.SupplementReceived: _supplement_received,
        events.Suspended: _suspended,
        events.Resumed: _resumed,
        events.Extended: _extended,
        events.DelayExplained: _delay_explained,
        events.Apologised: _apologised,
        events.Notified: _notified,
        events.ResultRecorded: _result_recorded,
        events.Rejected: _rejected,
        events.Stopped: _stopped,
        events.HandedOver: _handed_over,
        events.FeeSettled: _fee_settled,
        events.ScanAttached: _scan_attached,
        events.Posted: _posted,
        events.PostReconciled: _post_reconciled,
        events.PaperIssued: _paper_issued,
        events.Corrected: _corrected,
        events.Reclassified: _reclassified,
        events.TimeCorrected: _time_corrected,
        intake_events.KeyedIn: _keyed_in,
        intake_events.ReceiptUndone: _undone,
    }.items()
}
