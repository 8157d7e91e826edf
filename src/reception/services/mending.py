"""Putting right what was taken down wrongly, always with a reason and always with a trace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from typing import Any, cast

from reception.domain.allowed import UNDO_WITHIN, has_left_the_desk
from reception.domain.dossier import Dossier
from reception.domain.dossier_events import (
    Apologised,
    Change,
    Corrected,
    DelayExplained,
    Extended,
    Forwarded,
    Moment,
    Reclassified,
    Resumed,
    SentBack,
    SupplementReceived,
    SupplementRequested,
    Suspended,
    TakenOver,
    TimeCorrected,
)
from reception.domain.errors import RuleViolation
from reception.domain.intake import Intake, SubmittedPaper, of_day
from reception.domain.intake_events import ReceiptUndone
from reception.domain.life import Act
from reception.domain.moments import in_office_zone, short_moment
from reception.domain.procedure import Procedure
from reception.domain.promise import Promise
from reception.services.acting import perform, promise_with
from reception.services.desk import Desk
from reception.services.intake_request import (
    IntakeRequest,
    checked_intake,
    checked_reason,
    refuse_missing,
)

# What is done between receipt and handover; fees, notices and post may come before or after.
_WORK_ON_IT = (
    Forwarded,
    TakenOver,
    SentBack,
    SupplementRequested,
    SupplementReceived,
    Suspended,
    Resumed,
    Extended,
    DelayExplained,
    Apologised,
)


def correct(
    desk: Desk, dossier_id: str, request: IntakeRequest, *, reason: str, by: str
) -> Dossier:
    """Put right any field of what was taken down; papers already printed become void.

    ``request`` is the whole intake as it should be. Another procedure takes :func:`reclassify`,
    other moments :func:`correct_time`.

    Raises:
        RuleViolation: ``reason-missing``, ``nothing-changed``, ``other-procedure``, or a field is
            not possible.
    """
    why = checked_reason(reason)

    def make(dossier: Dossier, moment: datetime) -> Corrected:
        if request.procedure_code != dossier.intake.procedure.code:
            raise RuleViolation(
                "other-procedure",
                "Sửa thông tin không đổi được thủ tục; hãy dùng việc “đổi thủ tục”.",
                field="procedure_code",
            )
        procedure = desk.procedure(request.procedure_code, dossier.opened_at.date())
        checked = checked_intake(request, procedure, today=moment.date())
        mended = replace(checked, procedure=dossier.intake.procedure)
        changes = tuple(_changes(dossier.intake, mended))
        if not changes:
            raise RuleViolation(
                "nothing-changed", "Chưa có gì thay đổi; hãy sửa ô cần sửa rồi lưu lại."
            )
        refuse_missing(mended)
        return Corrected(moment, mended, changes, why, _promise_after(desk, dossier, mended))

    return perform(desk, dossier_id, Act.CORRECT, make, by=by)


def _promise_after(desk: Desk, dossier: Dossier, mended: Intake) -> Promise | None:
    """The new promise, where the dossier came by another road than was taken down."""
    old = dossier.intake
    same_road = (old.channel, old.non_territorial) == (mended.channel, mended.non_territorial)
    if same_road or dossier.promise is None:
        return None
    return promise_with(desk, replace(dossier, intake=mended), dossier.adjustments)


def request_of(intake: Intake) -> IntakeRequest:
    """The intake as a form to be filled in again."""
    names = {field.name for field in fields(IntakeRequest)} & {f.name for f in fields(Intake)}
    known: dict[str, Any] = {name: getattr(intake, name) for name in names}
    return IntakeRequest(procedure_code=intake.procedure.code, **known)


def reclassify(desk: Desk, dossier_id: str, code: str, *, reason: str, by: str) -> Dossier:
    """Replace a wrongly chosen procedure; code, moment of receipt and history stay.

    The promise is made anew from the first moment, and the receipt that says otherwise is void.

    Raises:
        RuleViolation: ``reason-missing``, ``same-procedure`` or ``procedure-unknown``.
    """
    why = checked_reason(reason)

    def make(dossier: Dossier, moment: datetime) -> Reclassified:
        old = dossier.intake.procedure
        if code == old.code:
            raise RuleViolation(
                "same-procedure",
                f"Hồ sơ {dossier.reference} đã theo thủ tục này; hãy chọn thủ tục khác.",
                field="procedure_code",
            )
        procedure = desk.procedure(code, dossier.opened_at.date())
        intake = replace(
            dossier.intake,
            procedure=of_day(procedure),
            fee_vnd=_fee_after(dossier.intake, procedure),
        )
        promise = promise_with(desk, replace(dossier, intake=intake), dossier.adjustments)
        return Reclassified(moment, intake, promise, why)

    return perform(desk, dossier_id, Act.RECLASSIFY, make, by=by)


def correct_time(
    desk: Desk, dossier_id: str, what: Moment, to_at: datetime, *, reason: str, by: str
) -> Dossier:
    """Put right a moment; the figures are told with the correction and without it.

    Raises:
        RuleViolation: ``reason-missing``, ``no-such-moment`` or ``moment-out-of-order``.
    """
    why = checked_reason(reason)
    right_at = in_office_zone(to_at).replace(microsecond=0)

    def make(dossier: Dossier, moment: datetime) -> TimeCorrected:
        was = _moment_of(dossier, what)
        if was is None:
            raise RuleViolation(
                "no-such-moment",
                f"Hồ sơ {dossier.reference} chưa có thời điểm này; hãy chọn thời điểm khác để sửa.",
                field="what",
            )
        _check_order(desk, dossier, what, right_at)
        promise = None
        if what is Moment.RECEIVED and dossier.promise:
            moved = replace(dossier, opened_at=right_at)
            promise = promise_with(desk, moved, dossier.adjustments)
        return TimeCorrected(moment, what, was, right_at, why, promise)

    return perform(desk, dossier_id, Act.CORRECT_TIME, make, by=by)


def undo(
    desk: Desk, dossier_id: str, *, reason: str, by: str, paper_returned: bool = False
) -> Dossier:
    """Take a receipt back within ten minutes, if nothing has left the desk.

    A receipt that was printed must be back in the clerk's hand (``paper_returned``).

    Raises:
        RuleViolation: ``undo-too-late``, ``has-left-the-desk``, ``paper-outside`` or
            ``reason-missing``.
    """
    why = checked_reason(reason)

    def make(dossier: Dossier, moment: datetime) -> ReceiptUndone:
        history = desk.store.history(dossier_id)
        if moment - history[0].at > UNDO_WITHIN:
            raise RuleViolation(
                "undo-too-late",
                f"Hồ sơ {dossier.reference} tiếp nhận lúc {short_moment(history[0].at)}, đã quá 10"
                " phút; hãy sửa thông tin, đổi thủ tục, hoặc dừng theo yêu cầu của người nộp.",
            )
        if has_left_the_desk(entry.event for entry in history):
            raise RuleViolation(
                "has-left-the-desk",
                f"Hồ sơ {dossier.reference} đã được xử lý nên không huỷ được;"
                " hãy sửa thông tin hoặc đổi thủ tục.",
            )
        if dossier.papers_issued and not paper_returned:
            raise RuleViolation(
                "paper-outside",
                "Giấy hẹn của hồ sơ này đã in; hãy thu lại giấy rồi xác nhận đã thu.",
                field="paper_returned",
            )
        return ReceiptUndone(moment, why, paper_returned)

    return perform(desk, dossier_id, Act.UNDO, make, by=by)


def _fee_after(intake: Intake, procedure: Procedure) -> int | None:
    """The new procedure's fee, unless the clerk had set one that differs from the old tariff."""
    set_by_hand = intake.fee_vnd != intake.procedure.fee.amount_vnd
    return intake.fee_vnd if set_by_hand else procedure.fee.amount_vnd


def _moment_of(dossier: Dossier, what: Moment) -> datetime | None:
    return {
        Moment.RECEIVED: dossier.opened_at,
        Moment.RESULT: dossier.result_at,
        Moment.HANDED_OVER: dossier.handed_over_at,
    }[what]


def _check_order(desk: Desk, dossier: Dossier, what: Moment, to_at: datetime) -> None:
    """Receipt, result and handover must come in this order, and none in the future.

    What was done with the dossier lies between receipt and handover, too.
    """
    order = [Moment.RECEIVED, Moment.RESULT, Moment.HANDED_OVER]
    moments = [to_at if one is what else _moment_of(dossier, one) for one in order]
    known = [moment for moment in moments if moment is not None]
    entries = desk.store.history(dossier.dossier_id)[1:]
    done = [e.event.at for e in entries if isinstance(e.event, _WORK_ON_IT)]
    too_late = what is Moment.RECEIVED and any(to_at > at for at in done)
    too_early = what is Moment.HANDED_OVER and any(to_at < at for at in done)
    if to_at > desk.now() or known != sorted(known) or too_late or too_early:
        raise RuleViolation(
            "moment-out-of-order",
            f"Thời điểm {short_moment(to_at)} không đúng thứ tự nhận, có kết quả, trả;"
            " hãy kiểm tra lại ngày giờ.",
            field="to_at",
        )


def _changes(before: object, after: object, path: str = "") -> Iterator[Change]:
    """The fields in which two values differ, named by their way from the top."""
    for field in fields(before):  # pyright: ignore[reportArgumentType] - called on dataclasses only
        old, new = getattr(before, field.name), getattr(after, field.name)
        name = f"{path}{field.name}"
        if old == new:
            continue
        if is_dataclass(old) and type(old) is type(new):
            yield from _changes(old, new, f"{name}.")
        else:
            yield Change(name, _words(old), _words(new))


def _words(value: Any) -> str:  # noqa: ANN401 - any field of an intake
    if value is None:
        return ""
    if isinstance(value, tuple):
        parts = cast("tuple[Any, ...]", value)
        return "; ".join(map(_words, parts))
    if isinstance(value, SubmittedPaper):
        return f"{value.name} ({value.originals} bản chính, {value.copies} bản sao)"
    return str(getattr(value, "name", value)) if is_dataclass(value) else str(value)
