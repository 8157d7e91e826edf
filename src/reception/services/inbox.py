"""The desk's inbox: dossiers submitted online, accepted or answered within the statutory hours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from reception.domain.dossier import Dossier
from reception.domain.errors import RuleViolation
from reception.domain.moments import in_office_zone, short_moment
from reception.domain.procedure import unlisted
from reception.domain.submission import (
    Outcome,
    SubmissionArrived,
    SubmissionSettled,
    answer_by,
)
from reception.services import submitted_files
from reception.services.desk import Desk
from reception.services.intake import (
    Prepared,
    end_draft,
    prepare,
    write_guidance,
    write_receipt,
    write_refusal,
)
from reception.services.intake_request import (
    IntakeRequest,
    check_submission,
    checked_reason,
    checked_wanted,
)
from reception.services.submitted_files import SubmittedFile
from reception.storage import submission_rows
from reception.storage.submission_rows import SubmissionRow

_SHOWN = 100
_FEWEST_LETTERS = 4

STATE_WORDS = {
    submission_rows.WAITING: "chờ tiếp nhận",
    Outcome.ACCEPTED.value: "đã tiếp nhận",
    Outcome.GUIDED.value: "đã yêu cầu bổ sung",
    Outcome.REFUSED.value: "đã từ chối",
}


@dataclass(frozen=True, slots=True)
class Submission:
    """A submission as the inbox shows it.

    ``answer_by`` is until when it must be accepted or answered; ``reference`` is the code or slip
    number of what became of it. ``hindrance`` says why it cannot be accepted as it stands, and what
    to do; empty where it can.
    """

    submission: str
    state: str
    arrived: SubmissionArrived
    procedure_name: str
    submitted_at: datetime
    answer_by: datetime
    is_overdue: bool
    dossier_id: str
    reference: str
    settled_at: datetime | None
    files: tuple[SubmittedFile, ...] = ()
    hindrance: str = ""

    @property
    def name(self) -> str:
        """What people call it: by its code on the portal, or by its id here."""
        return self.arrived.portal_code or self.submission

    @property
    def is_waiting(self) -> bool:
        """Whether nobody has answered it."""
        return self.state == submission_rows.WAITING

    @property
    def state_words(self) -> str:
        """The state, in words."""
        return STATE_WORDS[self.state]


def waiting(desk: Desk) -> list[Submission]:
    """What nobody has answered, the most pressing first."""
    shown = [_shown(desk, row) for row in submission_rows.waiting(desk.database)]
    return sorted(shown, key=lambda one: (one.answer_by, one.submission))


def settled(desk: Desk, most: int = _SHOWN) -> list[Submission]:
    """What was answered last, the latest first."""
    return [_shown(desk, row) for row in submission_rows.settled(desk.database, most)]


def count_waiting(desk: Desk) -> int:
    """How many submissions nobody has answered."""
    return submission_rows.count_waiting(desk.database)


def found(desk: Desk, name: str) -> Submission:
    """A submission by its id, or by the beginning of it.

    Raises:
        RuleViolation: ``no-such-submission``.
    """
    return _shown(desk, _row(desk, name))


def open_waiting(desk: Desk, name: str) -> Submission:
    """A submission that nobody has answered, to be checked.

    Raises:
        RuleViolation: ``no-such-submission`` or ``submission-settled``.
    """
    row = _row(desk, name)
    _check_waiting(desk, row)
    return _shown(desk, row)


def request_of(arrived: SubmissionArrived) -> IntakeRequest:
    """What was submitted, as the intake form is filled in."""
    return IntakeRequest(
        procedure_code=arrived.procedure,
        owner=arrived.owner,
        papers=arrived.papers,
        submitter=arrived.submitter,
        authorisation=arrived.authorisation,
        request=arrived.request,
        channel=arrived.channel,
        non_territorial=arrived.non_territorial,
        competent_authority=arrived.competent_authority,
        sets=arrived.sets,
        fee_vnd=arrived.fee_vnd,
        return_by=arrived.return_by,
        return_to=arrived.return_to,
        notes=arrived.notes,
        submitted_at=in_office_zone(arrived.submitted_at),
    )


def accept(
    desk: Desk, name: str, *, by: str, request: IntakeRequest | None = None, draft_id: str = ""
) -> Dossier:
    """Receive a submission as a dossier, whose clock runs from now (118/2025 Đ17 k3).

    Args:
        desk: The desk.
        name: Its id, or the beginning of it.
        by: The login of whoever accepts it.
        request: What a clerk put right of it; as it was submitted by default.
        draft_id: The half-checked form, which goes with it.

    Raises:
        RuleViolation: ``no-such-submission``, ``submission-settled``, ``procedure-not-here``, or
            what :func:`~reception.services.intake.register` refuses.
    """

    def write(prepared: Prepared) -> Dossier:
        return write_receipt(desk, prepared, by=by)

    answer = _Answer(Outcome.ACCEPTED, write, by, request=request, draft_id=draft_id)
    return _settle(desk, name, answer)


def guide(
    desk: Desk,
    name: str,
    *,
    wanted: Sequence[str],
    reason: str,
    by: str,
    request: IntakeRequest | None = None,
    draft_id: str = "",
) -> Dossier:
    """Tell the applicant, once and in full, what is missing (118/2025 Đ17 k2 a).

    Its procedure need not be in the catalogue.

    Raises:
        RuleViolation: As for :func:`accept`, ``nothing-wanted`` or ``reason-missing``.
    """
    listed, why = checked_wanted(wanted), checked_reason(reason)

    def write(prepared: Prepared) -> Dossier:
        return write_guidance(desk, prepared, listed, why, by=by)

    answer = _Answer(Outcome.GUIDED, write, by, why, request, draft_id)
    return _settle(desk, name, answer)


def refuse(
    desk: Desk,
    name: str,
    *,
    reason: str,
    by: str,
    request: IntakeRequest | None = None,
    draft_id: str = "",
) -> Dossier:
    """Refuse a submission with the reason, on the refusal notice (118/2025 Đ17 k1 b, k2 a).

    Its procedure need not be in the catalogue.

    Raises:
        RuleViolation: As for :func:`accept`, or ``reason-missing``.
    """
    why = checked_reason(reason)

    def write(prepared: Prepared) -> Dossier:
        return write_refusal(desk, prepared, why, by=by)

    answer = _Answer(Outcome.REFUSED, write, by, why, request, draft_id)
    return _settle(desk, name, answer)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What is to become of a submission; ``write`` makes the dossier of it."""

    outcome: Outcome
    write: Callable[[Prepared], Dossier]
    by: str
    reason: str = ""
    request: IntakeRequest | None = None
    draft_id: str = ""


def _settle(desk: Desk, name: str, answer: _Answer) -> Dossier:
    """Make the dossier and write down what became of the submission, both or neither."""
    row = _row(desk, name)
    _check_waiting(desk, row)
    prepared = _prepared(desk, row, answer)
    with desk.store.writing():
        # Another window may have been quicker since.
        _check_waiting(desk, _row(desk, row.submission))
        end_draft(desk, answer.draft_id)
        dossier = answer.write(prepared)
        dossier = submitted_files.attach_all(desk, dossier, row.arrived, by=answer.by)
        said = SubmissionSettled(
            at=desk.now(),
            outcome=answer.outcome,
            dossier=dossier.dossier_id,
            answer_by=_answer_by(desk, row),
            reason=answer.reason,
        )
        submission_rows.record(desk.store, row.submission, said, at=desk.now(), by=answer.by)
    return dossier


def _prepared(desk: Desk, row: SubmissionRow, answer: _Answer) -> Prepared:
    request = replace(
        answer.request or request_of(row.arrived), submitted_at=_possible(desk, row.submitted_at)
    )
    hindrance = _hindrance(desk, request.procedure_code)
    if not hindrance:
        return prepare(desk, request)
    if answer.outcome is Outcome.ACCEPTED:
        raise RuleViolation("procedure-not-here", hindrance, field="procedure")
    return prepare(desk, request, unlisted(request.procedure_code, desk.now().date()))


def _possible(desk: Desk, submitted_at: datetime) -> datetime | None:
    """When it was sent, unless a faulty portal says what cannot be: it must be answered still."""
    told = in_office_zone(submitted_at)
    try:
        check_submission(told, desk.now())
    except RuleViolation:
        return None
    return told


def _hindrance(desk: Desk, code: str) -> str:
    """Why a submission for a procedure cannot be accepted here; empty where it can."""
    try:
        desk.procedure(code, desk.now().date())
    except RuleViolation:
        return (
            f"Thủ tục mã “{code}” không có trong danh mục đang áp dụng ở máy này nên chưa tiếp nhận"
            " được; hãy chọn đúng thủ tục khi kiểm tra, thêm thủ tục ấy vào danh mục, hoặc yêu cầu"
            " bổ sung, từ chối."
        )
    return ""


def _row(desk: Desk, name: str) -> SubmissionRow:
    typed = name.strip().lower()
    rows = (
        submission_rows.starting_with(desk.database, typed) if len(typed) >= _FEWEST_LETTERS else []
    )
    exact = [row for row in rows if row.submission == typed]
    if len(exact or rows) != 1:
        raise RuleViolation(
            "no-such-submission",
            f"Không có đúng một hồ sơ nộp trực tuyến mang mã “{name[:40]}”; hãy xem mã bằng"
            " “reception inbox”.",
        )
    return (exact or rows)[0]


def _check_waiting(desk: Desk, row: SubmissionRow) -> None:
    if row.state != submission_rows.WAITING:
        made = _reference(desk, row.dossier_id)
        raise RuleViolation(
            "submission-settled",
            f"Hồ sơ nộp trực tuyến này {STATE_WORDS[row.state]} lúc"
            f" {short_moment(row.settled_at or row.submitted_at)}{f' ({made})' if made else ''};"
            " không cần làm lại.",
        )


def _shown(desk: Desk, row: SubmissionRow) -> Submission:
    until = _answer_by(desk, row)
    return Submission(
        submission=row.submission,
        state=row.state,
        arrived=row.arrived,
        procedure_name=_procedure_name(desk, row),
        submitted_at=in_office_zone(row.submitted_at),
        answer_by=until,
        is_overdue=(in_office_zone(row.settled_at) if row.settled_at else desk.now()) > until,
        dossier_id=row.dossier_id,
        reference=_reference(desk, row.dossier_id),
        settled_at=in_office_zone(row.settled_at) if row.settled_at else None,
        files=submitted_files.listed(desk, row.arrived),
        hindrance=_hindrance(desk, row.arrived.procedure),
    )


def _answer_by(desk: Desk, row: SubmissionRow) -> datetime:
    # A moment that no calendar knows comes from a faulty portal; it is answered at once.
    with suppress(RuleViolation):
        return answer_by(desk.calendar, row.submitted_at)
    return in_office_zone(row.submitted_at)


def _procedure_name(desk: Desk, row: SubmissionRow) -> str:
    with suppress(RuleViolation):
        return desk.procedure(row.arrived.procedure, desk.now().date()).name
    return row.arrived.procedure


def _reference(desk: Desk, dossier_id: str) -> str:
    dossier = desk.store.dossier(dossier_id) if dossier_id else None
    return dossier.reference if dossier else ""
