"""At the counter: receive a dossier, or send it home with a slip that says what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from reception.domain.applicant import LONGEST_TEXT, Party, checked_party
from reception.domain.deadlines import Deadline, compute, promise_without_limit
from reception.domain.dossier import (
    Channel,
    Dossier,
    Guided,
    Intake,
    Promise,
    Received,
    Refused,
    ReturnBy,
    SubmittedPaper,
    of_day,
)
from reception.domain.errors import RuleViolation
from reception.domain.numbering import dossier_code, slip_number
from reception.domain.procedure import Procedure
from reception.domain.runs import UNADJUSTED, Adjustments
from reception.domain.text import clean
from reception.services.desk import Desk
from reception.services.forms import regime_on
from reception.storage import drafts
from reception.storage.journal import new_id

EARLIEST = date(2015, 1, 1)
_CLOCK_SLACK = timedelta(minutes=5)
_MOST_PAPERS = 200
_MOST_OF_ONE = 999
_MOST_DONG = 10**12
_NOT_YET_AT_AUTHORITY = (
    "Hồ sơ không phụ thuộc địa giới: thời hạn tính từ khi cơ quan có thẩm quyền nhận được hồ sơ"
    " (NĐ 118/2025/NĐ-CP Đ17 k3); ngày hẹn này là dự kiến."
)


@dataclass(frozen=True, slots=True)
class IntakeRequest:
    """What the clerk filled in; ``received_at`` is set only for a receipt keyed in later.

    ``papers`` is ``None`` for just what the catalogue asks. ``competent_at`` is when the competent
    authority had a non-territorial dossier, once known; ``submitted_at`` when an online one was
    sent.
    """

    procedure_code: str
    owner: Party
    papers: tuple[SubmittedPaper, ...] | None = None
    submitter: Party | None = None
    authorisation: str = ""
    request: str = ""
    channel: Channel = Channel.COUNTER
    non_territorial: bool = False
    competent_authority: str = ""
    competent_at: datetime | None = None
    sets: int = 1
    fee_vnd: int | None = None
    return_by: ReturnBy = ReturnBy.COUNTER
    return_to: str = ""
    notes: str = ""
    received_at: datetime | None = None
    submitted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A checked request: all that will be written down, except the number."""

    intake: Intake
    received_at: datetime
    promise: Promise
    regime: str
    submitted_at: datetime | None


def prepare(desk: Desk, request: IntakeRequest) -> Prepared:
    """Check a request and compute its promise; nothing is written.

    Raises:
        RuleViolation: The sentence says which field is at fault and what to do.
    """
    received_at = _checked_receipt(request.received_at, desk.now())
    _check_submission(request.submitted_at, received_at)
    procedure = desk.procedure(request.procedure_code, received_at.date())
    intake = _checked_intake(request, procedure)
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
    promise = deadline.to_promise()
    if request.non_territorial and request.competent_at is None:
        return replace(promise, provisional=True, basis=(*promise.basis, _NOT_YET_AT_AUTHORITY))
    return promise


def register(desk: Desk, request: IntakeRequest, *, by: str, draft_id: str = "") -> Dossier:
    """Receive a dossier: number, event and lists in one durable commit; its draft goes with it.

    Raises:
        RuleViolation: The request cannot be received as it stands; nothing was written.
        Trouble: The disk or another program prevented it; nothing was written.
    """
    prepared = prepare(desk, request)
    with desk.store.writing():
        dossier = write_receipt(desk, prepared, by=by)
        if draft_id:
            drafts.discard_inside(desk.database, draft_id)
    return dossier


def register_all(desk: Desk, prepared: Sequence[Prepared], *, by: str) -> list[Dossier]:
    """Receive many dossiers in one commit: all of them or none."""
    with desk.store.writing():
        return [write_receipt(desk, one, by=by) for one in prepared]


def write_receipt(desk: Desk, prepared: Prepared, *, by: str) -> Dossier:
    """Number and record a checked request, inside the present transaction."""
    refuse_missing(prepared.intake)
    day = prepared.received_at.date()
    code = dossier_code(
        desk.code_rules,
        agency_code=desk.office.agency_code,
        day=day,
        counter=desk.store.next_number(f"code:{day}"),
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
    listed = tuple(line for line in map(clean, wanted) if line)
    if not listed:
        raise RuleViolation(
            "nothing-wanted",
            "Chưa ghi cần bổ sung gì; hãy ghi ít nhất một giấy tờ hoặc nội dung.",
            field="wanted",
        )
    event = Guided(
        slip_number="",
        intake=prepared.intake,
        wanted=listed,
        reason=_checked_reason(reason),
        at=prepared.received_at,
        regime=prepared.regime,
    )
    return _open_with_slip(desk, event, by=by, draft_id=draft_id)


def refuse(
    desk: Desk, request: IntakeRequest, *, reason: str, by: str, draft_id: str = ""
) -> Dossier:
    """Refuse a dossier that cannot be received, with the reason (61/2018 Đ17 k1 b).

    Raises:
        RuleViolation: ``reason-missing``, besides those of :func:`prepare`.
    """
    prepared = prepare(desk, request)
    event = Refused(
        slip_number="",
        intake=prepared.intake,
        reason=_checked_reason(reason),
        at=prepared.received_at,
        regime=prepared.regime,
    )
    return _open_with_slip(desk, event, by=by, draft_id=draft_id)


_SLIP_MARKS = {"guided": "PBS", "refused": "PTC"}


def _open_with_slip(desk: Desk, event: Guided | Refused, *, by: str, draft_id: str) -> Dossier:
    with desk.store.writing():
        dossier = write_slip(desk, event, by=by)
        if draft_id:
            drafts.discard_inside(desk.database, draft_id)
    return dossier


def write_slip(desk: Desk, event: Guided | Refused, *, by: str) -> Dossier:
    """Number and record a guidance or a refusal, inside the present transaction."""
    form = "guided" if isinstance(event, Guided) else "refused"
    number = slip_number(
        year=event.at.year,
        counter=desk.store.next_number(f"{form}:{event.at.year}"),
        slot=desk.store.journal.device.slot,
    )
    numbered = replace(event, slip_number=f"{number}/{_SLIP_MARKS[form]}")
    return desk.store.open_dossier(new_id(), numbered, at=desk.now(), by=by)


def _checked_receipt(received_at: datetime | None, now: datetime) -> datetime:
    if received_at is None:
        return now
    if received_at > now + _CLOCK_SLACK:
        raise RuleViolation(
            "received-in-future",
            f"Thời điểm nhận {received_at:%H:%M %d/%m/%Y} ở tương lai;"
            " hãy ghi lúc hồ sơ thực sự đến, hoặc chỉnh đồng hồ máy.",
            field="received_at",
        )
    if received_at.date() < EARLIEST:
        raise RuleViolation(
            "received-too-early",
            f"Thời điểm nhận {received_at:%d/%m/%Y} trước năm {EARLIEST.year}; hãy kiểm tra lại.",
            field="received_at",
        )
    return received_at.replace(microsecond=0)


def _check_submission(submitted_at: datetime | None, received_at: datetime) -> None:
    if submitted_at is not None and not EARLIEST <= submitted_at.date() <= received_at.date():
        raise RuleViolation(
            "submission-impossible",
            f"Thời điểm nộp {submitted_at:%H:%M %d/%m/%Y} phải trước lúc tiếp nhận và từ năm"
            f" {EARLIEST.year}; hãy kiểm tra lại.",
            field="submitted_at",
        )


def _checked_intake(request: IntakeRequest, procedure: Procedure) -> Intake:
    if not 1 <= request.sets <= _MOST_OF_ONE:
        raise RuleViolation(
            "sets-impossible",
            f"Số bộ hồ sơ phải từ 1 đến {_MOST_OF_ONE}; hãy ghi lại.",
            field="sets",
        )
    if request.fee_vnd is not None and not 0 <= request.fee_vnd <= _MOST_DONG:
        raise RuleViolation(
            "fee-impossible", "Số tiền phí, lệ phí không đúng; hãy ghi lại.", field="fee_vnd"
        )
    owner = checked_party(request.owner)
    submitter = request.submitter and checked_party(request.submitter, field="submitter")
    return Intake(
        procedure=of_day(procedure),
        owner=owner,
        papers=_checked_papers(request, procedure),
        submitter=submitter,
        authorisation=_text(request.authorisation, "authorisation"),
        request=_text(request.request, "request"),
        channel=request.channel,
        non_territorial=request.non_territorial,
        competent_authority=_text(request.competent_authority, "competent_authority"),
        sets=request.sets,
        fee_vnd=request.fee_vnd if request.fee_vnd is not None else procedure.fee.amount_vnd,
        return_by=request.return_by,
        return_to=_text(request.return_to, "return_to"),
        notes=_text(request.notes, "notes"),
    )


def _checked_papers(request: IntakeRequest, procedure: Procedure) -> tuple[SubmittedPaper, ...]:
    if request.papers is None:
        return tuple(
            SubmittedPaper(paper.name, paper.originals, paper.copies)
            for paper in procedure.papers
            if not paper.optional
        )
    if len(request.papers) > _MOST_PAPERS:
        raise RuleViolation(
            "papers-too-many",
            f"Hồ sơ có hơn {_MOST_PAPERS} loại giấy tờ; hãy gộp bớt thành danh mục.",
            field="papers",
        )
    return tuple(_checked_paper(paper) for paper in request.papers)


def _checked_paper(paper: SubmittedPaper) -> SubmittedPaper:
    name = _text(paper.name, "papers")
    if not name:
        raise RuleViolation(
            "paper-unnamed", "Có giấy tờ chưa ghi tên; hãy ghi tên hoặc bỏ dòng ấy.", field="papers"
        )
    if not (0 <= paper.originals <= _MOST_OF_ONE and 0 <= paper.copies <= _MOST_OF_ONE):
        raise RuleViolation(
            "paper-count-impossible",
            f"Số bản của “{name}” phải từ 0 đến {_MOST_OF_ONE}; hãy ghi lại.",
            field="papers",
        )
    return replace(paper, name=name, demanded_because=_text(paper.demanded_because, "papers"))


def refuse_missing(intake: Intake) -> None:
    """Refuse to receive a dossier with a paper marked missing.

    Raises:
        RuleViolation: ``paper-missing``.
    """
    missing = [paper.name for paper in intake.papers if paper.missing]
    if missing:
        raise RuleViolation(
            "paper-missing",
            f"Hồ sơ còn thiếu “{missing[0]}” nên chưa tiếp nhận được;"
            " hãy lập phiếu yêu cầu bổ sung, hoặc bỏ đánh dấu thiếu nếu đã có.",
            field="papers",
        )


def _checked_reason(reason: str) -> str:
    text = _text(reason, "reason")
    if not text:
        raise RuleViolation(
            "reason-missing", "Chưa ghi lý do; hãy ghi rõ lý do cho người dân biết.", field="reason"
        )
    return text


def _text(text: str, field: str) -> str:
    cleaned = clean(text)
    if len(cleaned) > LONGEST_TEXT:
        raise RuleViolation(
            "text-too-long",
            f"Nội dung dài {len(cleaned)} ký tự, quá {LONGEST_TEXT} ký tự cho phép; hãy rút ngắn.",
            field=field,
        )
    return cleaned
