"""At the counter: receive a dossier, or send it home with a slip that says what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from reception.domain.accounts import Right
from reception.domain.deadlines import Deadline, compute, promise_without_limit
from reception.domain.dossier import Dossier
from reception.domain.intake import Intake
from reception.domain.intake_events import Guided, Received, Refused
from reception.domain.numbering import SlipMark, code_scope, dossier_code, slip_number, slip_scope
from reception.domain.procedure import Procedure
from reception.domain.promise import Promise
from reception.domain.runs import UNADJUSTED, Adjustments
from reception.services import rights
from reception.services.desk import Desk
from reception.services.forms import regime_on
from reception.services.intake_request import (
    IntakeRequest,
    check_submission,
    checked_intake,
    checked_reason,
    checked_receipt,
    checked_wanted,
    refuse_missing,
)
from reception.storage import drafts
from reception.storage.journal import new_id


@dataclass(frozen=True, slots=True)
class Prepared:
    """A checked request: all that will be written down, except the number."""

    intake: Intake
    received_at: datetime
    promise: Promise
    regime: str
    submitted_at: datetime | None


def prepare(desk: Desk, request: IntakeRequest, procedure: Procedure | None = None) -> Prepared:
    """Check a request and compute its promise; nothing is written.

    Args:
        desk: The desk.
        request: What was filled in.
        procedure: What to take in place of the catalogue's entry.

    Raises:
        RuleViolation: The sentence says which field is at fault and what to do.
    """
    desk.require_clock()
    received_at = checked_receipt(request.received_at, desk.now())
    check_submission(request.submitted_at, received_at)
    procedure = procedure or desk.procedure(request.procedure_code, received_at.date())
    intake = checked_intake(request, procedure, today=desk.now().date())
    return Prepared(
        intake=intake,
        received_at=received_at,
        promise=promise_for(desk, procedure, request, received_at),
        regime=regime_on(received_at.date()),
        submitted_at=request.submitted_at,
    )


def deadline_for(
    desk: Desk,
    procedure: Procedure,
    request: IntakeRequest,
    received_at: datetime,
    adjustments: Adjustments = UNADJUSTED,
) -> Deadline | None:
    """The due moment with its reasons, or ``None`` where the law sets no limit.

    A non-territorial dossier's clock starts when the competent authority has it (118/2025 Đ17 k3).
    """
    if procedure.limit is None and not procedure.stages:
        return None
    starts_at = request.competent_at if request.non_territorial else None
    if starts_at is not None:
        adjustments = replace(adjustments, accepted_at=starts_at)
    return compute(
        desk.calendar,
        procedure.limit,
        received_at,
        channel=request.channel,
        stages=procedure.stages,
        parallel=procedure.parallel,
        adjustments=adjustments,
    )


def promise_for(
    desk: Desk, procedure: Procedure, request: IntakeRequest, received_at: datetime
) -> Promise:
    """The promise that a receipt will carry."""
    deadline = deadline_for(desk, procedure, request, received_at)
    if deadline is None:
        return promise_without_limit(received_at)
    return with_open_ends(
        desk,
        deadline.to_promise(),
        received_at,
        awaited=request.non_territorial and request.competent_at is None,
        open_stages=procedure.open_stages,
    )


def with_open_ends(
    desk: Desk, promise: Promise, received_at: datetime, *, awaited: bool, open_stages: str
) -> Promise:
    """The promise marked provisional where no due moment can hold all of the way.

    ``awaited`` says that the competent authority does not have the dossier yet; ``open_stages``
    names the stages whose length the law leaves open.
    """
    open_ended = [
        code
        for code, holds in (
            ("not-yet-at-authority", awaited),
            ("stage-left-open", bool(open_stages)),
        )
        if holds
    ]
    rules = [desk.calendar.rules.rule(code, received_at.date()) for code in open_ended]
    return replace(
        promise,
        provisional=promise.provisional or bool(rules),
        basis=(*promise.basis, *(rule.words() for rule in rules)),
    )


def register(desk: Desk, request: IntakeRequest, *, by: str, draft_id: str = "") -> Dossier:
    """Receive a dossier: number, event and lists in one durable commit; its draft goes with it.

    Raises:
        RuleViolation: The request cannot be received as it stands, or not by this person; nothing
            was written.
        Trouble: The disk or another program prevented it; nothing was written.
    """
    prepared = prepare(desk, request)
    with desk.store.writing():
        end_draft(desk, draft_id)
        return write_receipt(desk, prepared, by=by)


def register_all(desk: Desk, prepared: Sequence[Prepared], *, by: str) -> list[Dossier]:
    """Receive many dossiers in one commit: all of them or none.

    Raises:
        RuleViolation: As for :func:`register`.
    """
    with desk.store.writing():
        return [write_receipt(desk, one, by=by) for one in prepared]


def write_receipt(desk: Desk, prepared: Prepared, *, by: str) -> Dossier:
    """Number and record a checked request, inside the present transaction."""
    rights.check(desk, Right.RECEIVE, "tiếp nhận hồ sơ", by=by)
    refuse_missing(prepared.intake)
    day = prepared.received_at.date()
    code = dossier_code(
        desk.code_rules,
        agency_code=desk.office.agency_code,
        day=day,
        counter=desk.store.next_number(code_scope(day.isoformat())),
        slot=desk.store.journal.device.slot,
    )
    event = Received(
        code=code,
        intake=prepared.intake,
        received_at=prepared.received_at,
        promise=prepared.promise,
        regime=prepared.regime,
        submitted_at=prepared.submitted_at,
    )
    return desk.store.open_dossier(new_id(), event, at=desk.now(), by=by)


def guide(
    desk: Desk,
    request: IntakeRequest,
    *,
    wanted: Sequence[str],
    reason: str,
    by: str,
    draft_id: str = "",
) -> Dossier:
    """Send an incomplete dossier home with one full list of what to bring (61/2018 Đ17 k1 a).

    Raises:
        RuleViolation: ``nothing-wanted`` or ``reason-missing``, besides those of :func:`prepare`.
    """
    prepared = prepare(desk, request)
    listed, why = checked_wanted(wanted), checked_reason(reason)
    with desk.store.writing():
        end_draft(desk, draft_id)
        return write_guidance(desk, prepared, listed, why, by=by)


def write_guidance(
    desk: Desk, prepared: Prepared, wanted: Sequence[str], reason: str, *, by: str
) -> Dossier:
    """Number and record a guidance, inside the present transaction."""
    desk.require_clock()
    rights.check(desk, Right.RECEIVE, "hướng dẫn bổ sung hồ sơ", by=by)
    event = Guided(
        slip_number=next_slip(desk, SlipMark.SUPPLEMENT, prepared.received_at),
        intake=prepared.intake,
        wanted=tuple(wanted),
        reason=reason,
        at=prepared.received_at,
        regime=prepared.regime,
    )
    return desk.store.open_dossier(new_id(), event, at=desk.now(), by=by)


def refuse(
    desk: Desk, request: IntakeRequest, *, reason: str, by: str, draft_id: str = ""
) -> Dossier:
    """Refuse a dossier that cannot be received, with the reason (61/2018 Đ17 k1 b).

    Raises:
        RuleViolation: ``reason-missing``, besides those of :func:`prepare`.
    """
    prepared = prepare(desk, request)
    why = checked_reason(reason)
    with desk.store.writing():
        end_draft(desk, draft_id)
        return write_refusal(desk, prepared, why, by=by)


def write_refusal(desk: Desk, prepared: Prepared, reason: str, *, by: str) -> Dossier:
    """Number and record a refusal, inside the present transaction."""
    desk.require_clock()
    rights.check(desk, Right.RECEIVE, "từ chối tiếp nhận hồ sơ", by=by)
    event = Refused(
        slip_number=next_slip(desk, SlipMark.REFUSAL, prepared.received_at),
        intake=prepared.intake,
        reason=reason,
        at=prepared.received_at,
        regime=prepared.regime,
    )
    return desk.store.open_dossier(new_id(), event, at=desk.now(), by=by)


def next_slip(desk: Desk, mark: SlipMark, at: datetime) -> str:
    """The next number of a slip, inside the present transaction."""
    return slip_number(
        mark,
        year=at.year,
        counter=desk.store.next_number(slip_scope(mark, at.year)),
        slot=desk.store.journal.device.slot,
    )


def end_draft(desk: Desk, draft_id: str) -> None:
    """Throw the half-typed form away, in the transaction that writes what became of it."""
    if draft_id:
        drafts.discard_inside(desk.database, draft_id)
