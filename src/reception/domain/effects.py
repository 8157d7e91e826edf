"""What each event leaves behind in the dossier; whether it may happen is told elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from reception.domain import dossier_events as events
from reception.domain import intake_events
from reception.domain.custody import APPLICANT, DESK, Custody, closed, passed_on
from reception.domain.dossier import Dossier, State, changed
from reception.domain.dossier_events import LaterEvent
from reception.domain.procedure import SupplementRule
from reception.domain.promise import Promise

_RECEIPT = "receipt"
# What a result that is sent back was told by.
_OF_RESULTS = frozenset({"refusal-notice"})


# --- from hand to hand ----------------------------------------------------------------------------


def _forwarded(dossier: Dossier, state: State, event: events.Forwarded) -> Dossier:
    to = Custody(event.to, event.at, event.stage, _stage_due(dossier, event.stage), note=event.note)
    return changed(dossier, state=state, custody=passed_on(dossier.custody, to))


def _taken_over(dossier: Dossier, state: State, event: events.TakenOver) -> Dossier:
    last = dossier.custody[-1] if dossier.custody else None
    if last and last.holder == event.by and last.until_at is None:
        taken = (*dossier.custody[:-1], replace(last, taken_at=event.at))
        return changed(dossier, state=state, custody=taken)
    # They took it from where it lay; the stage it is in stays.
    stage, due_at = (last.stage, last.due_at) if last else (None, None)
    to = Custody(event.by, event.at, stage, due_at, taken_at=event.at)
    return changed(dossier, state=state, custody=passed_on(dossier.custody, to))


def _sent_back(dossier: Dossier, state: State, event: events.SentBack) -> Dossier:
    earlier = next((c for c in reversed(dossier.custody) if c.holder == event.to), None)
    stage = earlier.stage if earlier else None
    to = Custody(event.to, event.at, stage, _stage_due(dossier, stage), note=event.reason)
    refused = dossier.rejection
    return replace(
        dossier,
        state=state,
        custody=passed_on(dossier.custody, to),
        reason="",
        result="",
        result_number="",
        result_at=None,
        rejection=None,
        withdrawn=(*dossier.withdrawn, refused) if refused else dossier.withdrawn,
        voided=dossier.voided | (_OF_RESULTS & dossier.papers_issued.keys()),
    )


def _stage_due(dossier: Dossier, stage: int | None) -> datetime | None:
    stages = dossier.promise.stages if dossier.promise else ()
    return stages[stage].due_at if stage is not None and stage < len(stages) else None


def _with_stage_as_promised(dossier: Dossier) -> Dossier:
    """The dossier with its present holder's stage due when the present promise says."""
    last = dossier.custody[-1] if dossier.custody else None
    if last is None or last.until_at is not None or last.stage is None:
        return dossier
    due_at = _stage_due(dossier, last.stage)
    return changed(dossier, custody=(*dossier.custody[:-1], replace(last, due_at=due_at)))


def _without_stage(part: Custody) -> Custody:
    """A holder's time once the stages turn out to be another procedure's; lateness past stays."""
    return replace(part, stage=None, due_at=part.due_at if part.until_at else None)


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
    if asked and asked.rule is SupplementRule.PAUSE:
        adjustments = adjustments.paused(asked.at, event.at)
    else:
        adjustments = adjustments.restarted(event.at)
    back = Custody(DESK, event.at, taken_at=event.at)
    return replace(
        dossier,
        state=state,
        supplied=event,
        intake=replace(dossier.intake, papers=event.papers),
        promise=event.promise,
        adjustments=adjustments,
        custody=passed_on(dossier.custody, back),
        voided=_void_if_moved(dossier, event.promise),
    )


def _suspended(dossier: Dossier, state: State, event: events.Suspended) -> Dossier:
    return changed(dossier, state=state, suspension=event)


def _resumed(dossier: Dossier, state: State, event: events.Resumed) -> Dossier:
    adjustments, stopped = dossier.adjustments, dossier.suspension
    if stopped:
        adjustments = adjustments.paused(stopped.at, event.at)
    resumed = replace(
        dossier,
        state=state,
        promise=event.promise,
        adjustments=adjustments,
        suspension=None,
        voided=_void_if_moved(dossier, event.promise),
    )
    return _with_stage_as_promised(resumed)


def _extended(dossier: Dossier, state: State, event: events.Extended) -> Dossier:
    extra = dossier.adjustments.extra_working_days + event.working_days
    return replace(
        dossier,
        state=state,
        promise=event.promise,
        adjustments=replace(dossier.adjustments, extra_working_days=extra),
        extensions=(*dossier.extensions, event),
        voided=_void_if_moved(dossier, event.promise),
    )


def _void_if_moved(dossier: Dossier, promise: Promise) -> frozenset[str]:
    """The void papers, with a printed receipt among them if it promises another moment."""
    if promise.due_at == dossier.due_at:
        return dossier.voided
    return dossier.voided | ({_RECEIPT} & dossier.papers_issued.keys())


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
    return changed(dossier, state=state, blank=event.blank)


def _undone(dossier: Dossier, state: State, event: intake_events.ReceiptUndone) -> Dossier:
    return replace(
        dossier,
        state=state,
        reason=event.reason,
        custody=closed(dossier.custody, event.at),
        voided=dossier.voided | dossier.papers_issued.keys(),
    )


def _import_undone(dossier: Dossier, state: State, event: intake_events.ImportUndone) -> Dossier:
    return replace(
        dossier,
        state=state,
        reason=event.reason,
        import_undone=True,
        custody=closed(dossier.custody, event.at),
        voided=dossier.voided | dossier.papers_issued.keys(),
    )


# --- beside the clock -----------------------------------------------------------------------------


def _delay_explained(dossier: Dossier, state: State, event: events.DelayExplained) -> Dossier:
    return changed(dossier, state=state, delay=event)


def _apologised(dossier: Dossier, state: State, event: events.Apologised) -> Dossier:
    return changed(dossier, state=state, apology=event)


def _notified(dossier: Dossier, state: State, event: events.Notified) -> Dossier:
    return changed(dossier, state=state, notices=(*dossier.notices, event))


def _fee_settled(dossier: Dossier, state: State, event: events.FeeSettled) -> Dossier:
    return changed(dossier, state=state, fees=(*dossier.fees, event))


def _scan_attached(dossier: Dossier, state: State, event: events.ScanAttached) -> Dossier:
    return changed(dossier, state=state, scans=(*dossier.scans, event))


def _posted(dossier: Dossier, state: State, event: events.Posted) -> Dossier:
    return changed(dossier, state=state, posted=(*dossier.posted, event))


def _post_reconciled(dossier: Dossier, state: State, event: events.PostReconciled) -> Dossier:
    return changed(dossier, state=state, post_answers=(*dossier.post_answers, event))


def _paper_issued(dossier: Dossier, state: State, event: events.PaperIssued) -> Dossier:
    return replace(
        dossier,
        state=state,
        papers_issued=dossier.papers_issued | {event.form: event.times},
        voided=dossier.voided - {event.form},
    )


def _survey_answered(dossier: Dossier, state: State, event: events.SurveyAnswered) -> Dossier:
    return changed(dossier, state=state, survey=dossier.survey or event)


def _survey_corrected(dossier: Dossier, state: State, event: events.SurveyCorrected) -> Dossier:
    kept = dossier.survey
    if kept is None or (kept.at, kept.answers) != (event.answered_at, event.before):
        return changed(dossier, state=state)  # of a sheet that another desk's came before
    return changed(dossier, state=state, survey=replace(kept, answers=event.answers))


# --- mended ---------------------------------------------------------------------------------------


def _corrected(dossier: Dossier, state: State, event: events.Corrected) -> Dossier:
    return replace(
        dossier,
        state=state,
        intake=event.intake,
        promise=event.promise or dossier.promise,
        corrections=(*dossier.corrections, event),
        voided=dossier.voided | dossier.papers_issued.keys(),
    )


def _reclassified(dossier: Dossier, state: State, event: events.Reclassified) -> Dossier:
    return replace(
        dossier,
        state=state,
        intake=event.intake,
        promise=event.promise,
        custody=tuple(map(_without_stage, dossier.custody)),
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
            first = tuple(replace(part, from_at=event.after_at) for part in dossier.custody[:1])
            moved = replace(
                mended,
                opened_at=event.after_at,
                promise=promise,
                custody=(*first, *dossier.custody[1:]),
            )
            return _with_stage_as_promised(moved)
        case events.Moment.RESULT:
            return changed(mended, result_at=event.after_at)
        case events.Moment.HANDED_OVER:
            custody = dossier.custody
            last = tuple(replace(part, until_at=event.after_at) for part in custody[-1:])
            return changed(mended, handed_over_at=event.after_at, custody=(*custody[:-1], *last))


def _review_settled(dossier: Dossier, state: State, event: events.ReviewSettled) -> Dossier:
    return changed(dossier, state=state, reviews=(*dossier.reviews, event))


def _redacted(dossier: Dossier, state: State, event: events.Redacted) -> Dossier:
    redactions = (*dossier.redactions, event)
    return changed(dossier, state=state, redactions=redactions, scans=())


# --- all of them ----------------------------------------------------------------------------------


def _touching(
    effect: Callable[[Dossier, State, Any], Dossier],
) -> Callable[[Dossier, State, Any], Dossier]:
    """The effect, with the moment of the act noted; a moment never goes backwards."""

    def applied(dossier: Dossier, state: State, event: LaterEvent) -> Dossier:
        touched_at = max(dossier.touched_at or event.at, event.at)
        return changed(effect(dossier, state, event), touched_at=touched_at)

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
        events.SurveyAnswered: _survey_answered,
        events.SurveyCorrected: _survey_corrected,
        events.Corrected: _corrected,
        events.Reclassified: _reclassified,
        events.TimeCorrected: _time_corrected,
        events.ReviewSettled: _review_settled,
        events.Redacted: _redacted,
        intake_events.KeyedIn: _keyed_in,
        intake_events.ReceiptUndone: _undone,
        intake_events.ImportUndone: _import_undone,
    }.items()
}
