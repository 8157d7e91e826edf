"""What the clerk filled in, and what it must be before anything is written down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from reception.domain.applicant import Party, checked_party
from reception.domain.errors import RuleViolation
from reception.domain.intake import Channel, Intake, ReturnBy, SubmittedPaper, of_day
from reception.domain.procedure import Procedure
from reception.domain.text import checked_text, clean
from reception.services.printable import check_printable

EARLIEST = date(2015, 1, 1)
_CLOCK_SLACK = timedelta(minutes=5)
_MOST_PAPERS = 200
_MOST_OF_ONE = 999
_MOST_DONG = 10**12


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


def checked_receipt(received_at: datetime | None, now: datetime) -> datetime:
    """The moment of receipt: what the clerk keyed in, or ``now``.

    Raises:
        RuleViolation: ``received-in-future`` or ``received-too-early``.
    """
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


def check_submission(submitted_at: datetime | None, received_at: datetime) -> None:
    """Refuse a moment of sending that cannot have been before the receipt.

    Raises:
        RuleViolation: ``submission-impossible``.
    """
    if submitted_at is not None and not EARLIEST <= submitted_at.date() <= received_at.date():
        raise RuleViolation(
            "submission-impossible",
            f"Thời điểm nộp {submitted_at:%H:%M %d/%m/%Y} phải trước lúc tiếp nhận và từ năm"
            f" {EARLIEST.year}; hãy kiểm tra lại.",
            field="submitted_at",
        )


def check_figures(request: IntakeRequest) -> None:
    """Refuse numbers that no form and no table has room for.

    Raises:
        RuleViolation: ``sets-impossible`` or ``fee-impossible``.
    """
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


def checked_intake(request: IntakeRequest, procedure: Procedure, *, today: date) -> Intake:
    """What was brought to the desk, its texts cleaned and printable, its figures possible.

    ``today`` is the desk's civil date: nobody is born later.

    Raises:
        RuleViolation: The sentence says which field is at fault and what to do.
    """
    check_figures(request)
    owner = checked_party(request.owner, today=today)
    submitter = request.submitter and checked_party(
        request.submitter, today=today, field="submitter"
    )
    for field, text in _texts(request):
        check_printable(text, field)
    return Intake(
        procedure=of_day(procedure),
        owner=owner,
        papers=(
            _usual_papers(procedure) if request.papers is None else checked_papers(request.papers)
        ),
        submitter=submitter,
        authorisation=checked_text(request.authorisation, "authorisation"),
        request=checked_text(request.request, "request"),
        channel=request.channel,
        non_territorial=request.non_territorial,
        competent_authority=checked_text(request.competent_authority, "competent_authority"),
        sets=request.sets,
        fee_vnd=request.fee_vnd if request.fee_vnd is not None else procedure.fee.amount_vnd,
        return_by=request.return_by,
        return_to=checked_text(request.return_to, "return_to"),
        notes=checked_text(request.notes, "notes"),
    )


def _texts(request: IntakeRequest) -> Iterator[tuple[str, str]]:
    """What was written by hand and goes onto papers, each under its field's name."""
    for field, party in (("owner", request.owner), ("submitter", request.submitter)):
        if party:
            yield f"{field}.name", party.name
            yield f"{field}.identity", party.identity
            yield f"{field}.sex", party.sex
            yield f"{field}.email", party.email
            for name in ("line", "commune", "district", "province", "as_written"):
                yield f"{field}.address", getattr(party.address, name)
    for field in ("authorisation", "request", "competent_authority", "return_to", "notes"):
        yield field, getattr(request, field)
    for paper in request.papers or ():
        yield "papers", paper.name
        yield "papers", paper.demanded_because


def _usual_papers(procedure: Procedure) -> tuple[SubmittedPaper, ...]:
    return tuple(
        SubmittedPaper(paper.name, paper.originals, paper.copies)
        for paper in procedure.papers
        if not paper.optional
    )


def checked_papers(papers: tuple[SubmittedPaper, ...]) -> tuple[SubmittedPaper, ...]:
    """The papers of a dossier, their names cleaned, their counts possible.

    Raises:
        RuleViolation: ``papers-too-many``, ``paper-unnamed`` or ``paper-count-impossible``.
    """
    if len(papers) > _MOST_PAPERS:
        raise RuleViolation(
            "papers-too-many",
            f"Hồ sơ có hơn {_MOST_PAPERS} loại giấy tờ; hãy gộp bớt thành danh mục.",
            field="papers",
        )
    return tuple(_checked_paper(paper) for paper in papers)


def _checked_paper(paper: SubmittedPaper) -> SubmittedPaper:
    name = checked_text(paper.name, "papers")
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
    return replace(
        paper, name=name, demanded_because=checked_text(paper.demanded_because, "papers")
    )


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


def checked_wanted(lines: Iterable[str]) -> tuple[str, ...]:
    """What the applicant is to bring, empty lines left out.

    Raises:
        RuleViolation: ``nothing-wanted`` or ``no-glyph``.
    """
    lines = tuple(lines)
    for line in lines:
        check_printable(line, "wanted")
    wanted = tuple(line for line in map(clean, lines) if line)
    if not wanted:
        raise RuleViolation(
            "nothing-wanted",
            "Chưa ghi cần bổ sung gì; hãy ghi ít nhất một giấy tờ hoặc nội dung.",
            field="wanted",
        )
    return wanted


def checked_reason(reason: str) -> str:
    """The reason that a slip gives to the applicant.

    Raises:
        RuleViolation: ``reason-missing``, ``text-too-long`` or ``no-glyph``.
    """
    check_printable(reason, "reason")
    text = checked_text(reason, "reason")
    if not text:
        raise RuleViolation(
            "reason-missing", "Chưa ghi lý do; hãy ghi rõ lý do cho người dân biết.", field="reason"
        )
    return text
