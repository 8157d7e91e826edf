"""Everything in the intake form as plain values: what a draft keeps and a request is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum

import msgspec

from reception.domain.applicant import Party
from reception.domain.errors import RuleViolation
from reception.domain.intake import Channel, ReturnBy, SubmittedPaper
from reception.domain.moments import OFFICE_ZONE
from reception.domain.procedure import Procedure
from reception.domain.text import fold
from reception.services.intake_request import IntakeRequest

NOBODY = Party("")


class Standing(StrEnum):
    """Whether a paper of the list is there."""

    GIVEN = "given"
    MISSING = "missing"
    LEFT_OUT = "left-out"


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A row of the papers' table. ``demanded_because`` is empty for what the catalogue asks."""

    name: str
    originals: int = 1
    copies: int = 0
    standing: Standing = Standing.GIVEN
    optional: bool = False
    demanded_because: str = ""


@dataclass(frozen=True, slots=True)
class MomentText:
    """A day and an hour as they stand in their fields: ``13/02/2026`` and ``14:00`` once read."""

    day: str = ""
    hour: str = ""


@dataclass(frozen=True, slots=True)
class FormState:
    """What stands in the form, read or not; ``at`` names the field that had the keyboard.

    ``blank`` is the number of the pre-printed receipt that is being keyed in, ``online`` the id of
    the online submission that is being checked.
    """

    owner: Party = NOBODY
    submitter: Party = NOBODY
    authorisation: str = ""
    procedure_code: str = ""
    procedure_typed: str = ""
    papers: tuple[PaperLine, ...] = ()
    request: str = ""
    channel: Channel = Channel.COUNTER
    non_territorial: bool = False
    competent_authority: str = ""
    competent: MomentText = MomentText()
    sets: str = "1"
    fee: str = ""
    return_by: ReturnBy = ReturnBy.COUNTER
    return_to: str = ""
    notes: str = ""
    received: MomentText = MomentText()
    late_because: str = ""
    blank: str = ""
    online: str = ""
    at: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in; what it is of and the keyboard's place do not count."""
        return replace(self, at="", blank="", online="") == _EMPTY

    def says_as_much_as(self, other: FormState) -> bool:
        """Whether both are filled in alike, wherever the keyboard is."""
        return replace(self, at=other.at) == other


_EMPTY = FormState()


def papers_of(procedure: Procedure) -> tuple[PaperLine, ...]:
    """What the catalogue asks for, as given; what it leaves open, as left out."""
    return tuple(
        PaperLine(
            paper.name,
            paper.originals,
            paper.copies,
            Standing.LEFT_OUT if paper.optional else Standing.GIVEN,
            optional=paper.optional,
        )
        for paper in procedure.papers
    )


def missing(state: FormState) -> list[str]:
    """The names of the papers marked as missing."""
    return [line.name for line in state.papers if line.standing is Standing.MISSING]


def written(state: FormState) -> bytes:
    """The form as a draft keeps it."""
    return msgspec.json.encode(state)


def read(body: bytes) -> FormState:
    """A form from a draft.

    Raises:
        RuleViolation: ``draft-unreadable``: another version of the program wrote it.
    """
    try:
        return msgspec.json.decode(body, type=FormState)
    except msgspec.DecodeError as error:
        raise RuleViolation(
            "draft-unreadable",
            "Bản nháp này do phiên bản khác của chương trình ghi nên không mở lại được;"
            " hãy nhập lại hồ sơ rồi bỏ bản nháp này.",
        ) from error


def title_of(state: FormState, procedure: Procedure | None) -> str:
    """What a list of drafts calls the form."""
    name = state.owner.name or state.owner.identity or "Chưa có tên"
    whence = f" · giấy in sẵn {state.blank}" if state.blank else ""
    whence += " · nộp trực tuyến" if state.online else ""
    return f"{name} · {procedure.name if procedure else 'chưa chọn thủ tục'}{whence}"


def clock_of(state: FormState) -> IntakeRequest:
    """Only what decides the due moment, for reckoning it while the rest is still being typed.

    Raises:
        RuleViolation: A moment is only half there, or that of a blank is not there at all.
    """
    return IntakeRequest(
        procedure_code=state.procedure_code,
        owner=state.owner,
        channel=state.channel,
        non_territorial=state.non_territorial,
        competent_at=moment_of(state.competent, "competent_at") if state.non_territorial else None,
        received_at=_received_at(state),
    )


def request_of(state: FormState) -> IntakeRequest:
    """The whole form as the service takes it.

    Raises:
        RuleViolation: A field cannot be read; ``field`` names it.
    """
    clock = clock_of(state)
    if not state.procedure_code:
        raise RuleViolation(
            "procedure-missing",
            "Chưa chọn thủ tục; hãy gõ vài chữ không dấu, ví dụ “ks”, rồi nhấn Enter.",
            field="procedure",
        )
    return replace(
        clock,
        papers=_submitted(state),
        submitter=state.submitter if _is_someone(state.submitter) else None,
        authorisation=state.authorisation,
        request=state.request,
        competent_authority=state.competent_authority if state.non_territorial else "",
        sets=_whole_number(state.sets or "1", "sets", "Số bộ hồ sơ"),
        fee_vnd=_whole_number(state.fee, "fee_vnd", "Phí, lệ phí") if state.fee else None,
        return_by=state.return_by,
        return_to=state.return_to,
        notes=_notes(state),
    )


def of_submission(online: str, request: IntakeRequest, procedure: Procedure | None) -> FormState:
    """What somebody submitted online, as it stands in the form before anybody has checked it.

    ``procedure`` is ``None`` where the catalogue lacks it.
    """
    return FormState(
        owner=request.owner,
        submitter=request.submitter or NOBODY,
        authorisation=request.authorisation,
        procedure_code=request.procedure_code,
        papers=_brought(request.papers, papers_of(procedure) if procedure else ()),
        request=request.request,
        channel=request.channel,
        non_territorial=request.non_territorial,
        competent_authority=request.competent_authority,
        sets=str(request.sets),
        fee="" if request.fee_vnd is None else str(request.fee_vnd),
        return_by=request.return_by,
        return_to=request.return_to,
        notes=request.notes,
        online=online,
    )


def _brought(
    given: tuple[SubmittedPaper, ...] | None, asked: tuple[PaperLine, ...]
) -> tuple[PaperLine, ...]:
    """The papers that were submitted, then those asked for that none of them is called like."""
    if given is None:
        return asked
    brought = [
        PaperLine(
            paper.name,
            paper.originals,
            paper.copies,
            Standing.MISSING if paper.missing else Standing.GIVEN,
            demanded_because=paper.demanded_because,
        )
        for paper in given
    ]
    absent = [
        replace(line, standing=Standing.LEFT_OUT if line.optional else Standing.MISSING)
        for line in asked
        if not any(_alike(line.name, paper.name) for paper in given)
    ]
    return (*brought, *absent)


def _alike(one: str, other: str) -> bool:
    """Whether one name is the beginning, the end or a part of the other."""
    short, long = sorted((fold(one), fold(other)), key=len)
    return bool(short) and f" {short} " in f" {long} "


def moment_of(text: MomentText, field: str) -> datetime | None:
    """The moment of a day and an hour, or ``None`` when neither is there.

    Raises:
        RuleViolation: ``moment-incomplete``.
    """
    if text == MomentText():
        return None
    try:
        day = date(int(text.day[6:]), int(text.day[3:5]), int(text.day[:2]))
        hour = time.fromisoformat(text.hour)
    except ValueError:
        raise RuleViolation(
            "moment-incomplete",
            "Cần đủ cả ngày và giờ, ví dụ 13/02/2026 và 14:00; hãy ghi nốt hoặc xóa trống cả hai.",
            field=field,
        ) from None
    return datetime.combine(day, hour, OFFICE_ZONE)


def _received_at(state: FormState) -> datetime | None:
    if not state.blank:
        return moment_of(state.received, "received_at")
    try:
        received_at = moment_of(state.received, "received_at")
    except RuleViolation:
        received_at = None
    if received_at is None:
        raise RuleViolation(
            "received-missing",
            "Chưa đủ giờ, ngày nhận hồ sơ; hãy ghi đúng thời điểm viết trên giấy in sẵn.",
            field="received_at",
        )
    return received_at


def _is_someone(party: Party) -> bool:
    return party != NOBODY


def _submitted(state: FormState) -> tuple[SubmittedPaper, ...]:
    return tuple(
        SubmittedPaper(
            line.name,
            line.originals,
            line.copies,
            missing=line.standing is Standing.MISSING,
            demanded_because=line.demanded_because,
        )
        for line in state.papers
        if line.standing is not Standing.LEFT_OUT
    )


def _whole_number(text: str, field: str, what: str) -> int:
    bare = re.sub(r"[\s.,]|(đ|đồng)$", "", text)
    if not (bare.isascii() and bare.isdigit()):
        raise RuleViolation(
            "not-a-number", f"{what} “{text}” không phải là số; hãy ghi bằng chữ số.", field=field
        )
    return int(bare)


def _notes(state: FormState) -> str:
    """The notes, and why a receipt was keyed in later than it was given; a blank says so itself."""
    if state.blank or state.received == MomentText():
        return state.notes
    if not state.late_because:
        raise RuleViolation(
            "late-reason-missing",
            "Hồ sơ ghi lùi thời điểm nhận cần có lý do; hãy ghi, ví dụ “mất điện, đã nhận bằng"
            " phiếu viết tay”.",
            field="late_because",
        )
    late = f"Nhập sau: {state.late_because}"
    return f"{state.notes}. {late}" if state.notes else late
