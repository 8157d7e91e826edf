"""What was certified in a period, by kind: persons, papers, copies, pages, and the fees taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reception.domain.certification import KIND_WORDS, CertificationKind
from reception.domain.list_frame import Drawing, Period
from reception.domain.money import amount_words
from reception.domain.paper import Paper
from reception.domain.report_lines import Line, cells, numbered_lines

COLUMNS = ("c3", "c4", "c5", "c6", "c7", "c8")
CASES, PAPERS, COPIES, PAGES, FREE, FEE_VND = COLUMNS
Case = tuple[CertificationKind, str]
"""A person served: the kind of book, and the dossier."""

_NUMBERS = {"ordinal": "(1)", "field": "(2)"} | {c: f"({c[1:]})" for c in COLUMNS}


@dataclass(frozen=True, slots=True)
class CertifiedPaper:
    """One line of a certification book, as figures see it."""

    dossier_id: str
    kind: CertificationKind
    copies: int
    pages: int
    fee_vnd: int

    @property
    def case(self) -> Case:
        """For whom it was certified, and in which kind of book."""
        return self.kind, self.dossier_id


def fees_of_cases(papers: Iterable[CertifiedPaper]) -> Mapping[Case, int]:
    """What each person paid for all that was certified for them in a kind of book."""
    paid = Counter[Case]()
    for one in papers:
        paid[one.case] += one.fee_vnd
    return paid


def columns_of(one: CertifiedPaper, paid: Mapping[Case, int]) -> frozenset[str]:
    """The columns in which a line of a book is counted; ``paid`` is what each person paid.

    Persons are told by their lines: several of one person are one in the columns of persons.
    """
    columns = {CASES, PAPERS, COPIES, PAGES}
    if one.fee_vnd:
        columns.add(FEE_VND)
    if not paid[one.case]:
        columns.add(FREE)
    return frozenset(columns)


def certified_lines(papers: Iterable[CertifiedPaper]) -> tuple[tuple[Line, ...], Line]:
    """A line for each kind, also where nothing was certified, and their sum.

    Who came for several papers of a kind is one person served; one who paid nothing for any of
    them was served free.
    """
    sums = {kind: Counter[str]() for kind in CertificationKind}
    told = list(papers)
    for one in told:
        sums[one.kind].update(
            {PAPERS: 1, COPIES: one.copies, PAGES: one.pages, FEE_VND: one.fee_vnd}
        )
    for (kind, _dossier), fee_vnd in fees_of_cases(told).items():
        sums[kind].update({CASES: 1, FREE: int(not fee_vnd)})
    lines = tuple(
        Line(line_words(kind), {c: counted[c] for c in COLUMNS}) for kind, counted in sums.items()
    )
    total = {c: sum(line.figures[c] or 0 for line in lines) for c in COLUMNS}
    return lines, Line("", total)


def certified_paper(
    drawing: Drawing, period: Period, lines: Iterable[Line], total: Line, receiver: str = ""
) -> Paper:
    """The report, to be printed and signed."""
    words = cells(total) | {
        "receiver": receiver,
        "period": period.words(),
        "fee_words": amount_words(total.figures[FEE_VND] or 0),
    }
    return drawing.paper(period.words(), words, {"kinds": (_NUMBERS, *numbered_lines(lines))})


def line_words(kind: CertificationKind) -> str:
    """What the line of a kind is called."""
    words = KIND_WORDS[kind]
    return words[:1].upper() + words[1:]
