"""A handover by scanning: codes one after the other, then all of them, and a slip in two copies."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from textwrap import shorten

from reception.domain import list_papers
from reception.domain.custody import Holder
from reception.domain.dossier import Dossier, State
from reception.domain.errors import RuleViolation
from reception.domain.intake import SubmittedPaper
from reception.domain.life import STATE_WORDS, Act
from reception.domain.list_frame import Drawing
from reception.domain.list_papers import HandoverRow, Hands
from reception.services import bulk, forms, lookup, outgoing
from reception.services.acting import require
from reception.services.bulk import Outcome
from reception.services.desk import Desk
from reception.services.drawing_up import Volume, drawing
from reception.storage import book_rows, lists

_LONGEST_PAPER = 48


class Way(StrEnum):
    """Which side scans: whoever gives the dossiers away, or whoever takes them over."""

    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Handover:
    """Who hands to whom, and which side scans."""

    giver: Holder
    taker: Holder
    way: Way = Way.OUT


@dataclass(frozen=True, slots=True)
class Line:
    """A scanned dossier that may go over."""

    dossier_id: str
    reference: str
    applicant: str
    procedure: str
    due_at: datetime | None
    state: str


def begin(giver: Holder, taker: Holder, way: Way = Way.OUT) -> Handover:
    """Begin a handover.

    Raises:
        RuleViolation: ``same-hands``.
    """
    if giver == taker:
        raise RuleViolation(
            "same-hands",
            f"Bên giao và bên nhận đều là {giver.name}; hãy chọn hai bên khác nhau.",
            field="taker",
        )
    return Handover(giver, taker, way)


def scan(desk: Desk, handover: Handover, code: str, already: Collection[str]) -> Line:
    """The dossier of a scanned code, if it may go over now; ``already`` are the ids in the list.

    Raises:
        RuleViolation: ``unknown-dossier``, ``scanned-twice``, ``not-in-hand``, ``already-taken`` or
            the act is not allowed now.
    """
    dossier = lookup.show(desk, code).dossier
    if dossier.dossier_id in already:
        raise RuleViolation(
            "scanned-twice",
            f"Hồ sơ {dossier.reference} đã có trong danh sách; hãy quét hồ sơ khác.",
        )
    require(desk, dossier, Act.FORWARD if handover.way is Way.OUT else Act.TAKE_OVER)
    _check_hands(dossier, handover)
    return Line(
        dossier_id=dossier.dossier_id,
        reference=dossier.reference,
        applicant=dossier.intake.owner.name,
        procedure=dossier.intake.procedure.name,
        due_at=dossier.due_at,
        state=STATE_WORDS[dossier.state],
    )


def hand(
    desk: Desk, handover: Handover, lines: Sequence[Line], *, by: str, note: str = ""
) -> Iterator[Outcome]:
    """Do the handover, a commit and an outcome for each dossier in the order of the list."""
    found = [lists.by_reference(desk.database, line.reference) for line in lines]
    rows = [row for row in found if row is not None]
    if handover.way is Way.OUT:
        return bulk.each(desk, rows, bulk.forward(handover.taker, by=by, note=note))
    return bulk.each(desk, rows, bulk.take_over(handover.taker, by=by))


def slips(desk: Desk, handover: Handover, ids: Sequence[str], *, by: str) -> list[Volume]:
    """The slips of a handover: of dossiers, and apart from them of results that are ready."""
    dossiers = list(book_rows.folded(desk.database, ids))
    results = [dossier for dossier in dossiers if dossier.state is State.RESULT_READY]
    others = [dossier for dossier in dossiers if dossier.state is not State.RESULT_READY]
    made: list[Volume] = []
    if others:
        frame = drawing(desk, forms.HANDOVER_LIST, desk.now().date(), by)
        entries = tuple(map(_handover_row, others))
        paper = list_papers.handover_list(frame, entries, _hands(frame, handover))
        made.append(Volume(paper, entries))
    if results:
        frame = drawing(desk, forms.RESULT_HANDOVER_LIST, desk.now().date(), by)
        rows = tuple(map(outgoing.result_row, results))
        paper = list_papers.result_handover_list(frame, rows, _hands(frame, handover))
        made.append(Volume(paper, rows))
    return made


def _check_hands(dossier: Dossier, handover: Handover) -> None:
    holder, code = dossier.holder, dossier.reference
    if handover.way is Way.IN and holder == handover.taker:
        # Given already; who takes it over only confirms it.
        if dossier.custody[-1].taken_at:
            raise RuleViolation(
                "already-taken",
                f"{handover.taker.name} đã nhận hồ sơ {code} rồi; không cần nhận lại.",
            )
    elif holder != handover.giver:
        where = f"đang ở {holder.within}" if holder else "không còn ở ai"
        raise RuleViolation(
            "not-in-hand",
            f"Hồ sơ {code} {where}, không ở {handover.giver.name};"
            " hãy để riêng và kiểm tra lại ai đang giữ.",
        )


def _hands(frame: Drawing, handover: Handover) -> Hands:
    return Hands(*outgoing.named(frame, handover.giver), *outgoing.named(frame, handover.taker))


def _handover_row(dossier: Dossier) -> HandoverRow:
    intake = dossier.intake
    return HandoverRow(
        code=dossier.reference,
        applicant=intake.owner.name,
        procedure=intake.procedure.name,
        received_at=dossier.opened_at,
        due_at=dossier.due_at,
        papers=tuple(_paper_words(paper) for paper in intake.papers if not paper.missing),
    )


def _paper_words(paper: SubmittedPaper) -> str:
    counts = ((paper.originals, "bản chính"), (paper.copies, "bản sao"))
    told = ", ".join(f"{count:02d} {words}" for count, words in counts if count)
    # The catalogue's names can take a paragraph; the receipt in the dossier has them whole.
    name = shorten(paper.name, _LONGEST_PAPER, placeholder="…")
    return f"{name} ({told})" if told else name
