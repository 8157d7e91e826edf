"""One act on many dossiers, each in its own commit, with an outcome for every one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reception.domain.custody import Holder
from reception.domain.dossier_events import PaidBy
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.listing import DossierRow
from reception.printing.page import PaperSize
from reception.services import finishing, passing_on
from reception.services.desk import Desk

_LONGEST_SHOWN = 140


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one dossier: done, or the sentence that says why not.

    ``pdf`` is the paper that was issued, where that was the act.
    """

    row: DossierRow
    done: bool
    text: str = ""
    pdf: bytes = b""


@dataclass(frozen=True, slots=True)
class Doing:
    """An act ready to be done: what it does to one dossier, answering a paper or nothing."""

    words: str
    do: Callable[[Desk, str], bytes]


@dataclass(frozen=True, slots=True)
class Joint:
    """An act ready to be done on all dossiers at once or on none; it answers one paper of all."""

    words: str
    do: Callable[[Desk, Sequence[str]], bytes]


def brief(sentence: str) -> str:
    """A refusal as a table shows it: of a long one the part before what could be done instead."""
    fault, _semicolon, _advice = sentence.partition(";")
    return sentence if len(sentence) <= _LONGEST_SHOWN else f"{fault}."


def each(desk: Desk, rows: Sequence[DossierRow], doing: Doing) -> Iterator[Outcome]:
    """Do an act on one dossier after the other, answering each outcome after its commit.

    Whoever stops asking stops the work between two dossiers: what was done stays, and nothing else
    was begun. A refusal keeps none of the others back; a trouble of the machine ends it, since the
    next dossier would meet the same.
    """
    for row in rows:
        try:
            yield Outcome(row, done=True, text=doing.words, pdf=doing.do(desk, row.dossier_id))
        except RuleViolation as violation:
            yield Outcome(row, done=False, text=violation.text)
        except Trouble as trouble:
            yield Outcome(row, done=False, text=trouble.text)
            return


def together(desk: Desk, rows: Sequence[DossierRow], joint: Joint) -> bytes:
    """Do an act on all dossiers at once, in the order of their codes, however a list stood.

    Raises:
        RuleViolation: One of them does not allow it; none was changed.
        Trouble: The register cannot be written; none was changed.
    """
    in_order = sorted(rows, key=lambda row: row.reference)
    return joint.do(desk, [row.dossier_id for row in in_order])


def forward(to: Holder, *, by: str, note: str = "") -> Doing:
    """Give each dossier to the same holder."""

    def do(desk: Desk, dossier_id: str) -> bytes:
        passing_on.forward(desk, dossier_id, to, by=by, note=note)
        return b""

    return Doing(f"Đã chuyển cho {to.name}.", do)


def take_over(holder: Holder, *, by: str) -> Doing:
    """Take each dossier over."""

    def do(desk: Desk, dossier_id: str) -> bytes:
        passing_on.take_over(desk, dossier_id, holder, by=by)
        return b""

    return Doing(f"{holder.name} đã nhận bàn giao.", do)


def record_result(*, by: str, result: str = "") -> Doing:
    """Record each dossier's result; without words the one that the catalogue names."""

    def do(desk: Desk, dossier_id: str) -> bytes:
        finishing.record_result(desk, dossier_id, by=by, result=result)
        return b""

    return Doing("Đã ghi kết quả.", do)


def hand_over(*, by: str, pays_by: PaidBy | None = None) -> Doing:
    """Hand each result to whoever brought the dossier; what is owed is paid with it, or refuses."""

    def do(desk: Desk, dossier_id: str) -> bytes:
        finishing.hand_over(desk, dossier_id, by=by, pays_by=pays_by)
        return b""

    return Doing("Đã trả kết quả.", do)


def issue(form: str = "", *, by: str, size: PaperSize, copies: int = 1) -> Doing:
    """Issue a paper of each dossier; by default the one that is to be printed now."""

    def do(desk: Desk, dossier_id: str) -> bytes:
        # reportlab takes a tenth of a second to load; only the first print pays it.
        from reception.services import forms, lookup, paperwork

        dossier = lookup.open_dossier(desk, dossier_id).dossier
        wanted = form or next(iter(paperwork.papers_of(dossier)), forms.RECEIPT)
        return paperwork.issue(desk, dossier_id, wanted, by=by, size=size, copies=copies)

    return Doing("Đã phát hành giấy.", do)


def receipt_list(*, by: str, copies: int = 1) -> Joint:
    """Issue one receipt for several dossiers that the same person brought."""

    def do(desk: Desk, dossier_ids: Sequence[str]) -> bytes:
        from reception.services import paperwork  # see issue()

        return paperwork.issue_receipt_list(desk, dossier_ids, by=by, copies=copies)

    return Joint("Đã có trong giấy tiếp nhận chung.", do)
