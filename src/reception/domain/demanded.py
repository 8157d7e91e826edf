"""Papers that a citizen was asked for, and which of them the procedure does not ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reception.domain.dossier import Dossier, State
from reception.domain.procedure import RequiredPaper
from reception.domain.text import fold

_FEWEST_LETTERS = 4


class Occasion(StrEnum):
    """On which occasion a paper was asked for."""

    INTAKE = "intake"
    SUPPLEMENT = "supplement"
    GUIDANCE = "guidance"


OCCASION_WORDS = {
    Occasion.INTAKE: "nộp thêm khi tiếp nhận",
    Occasion.SUPPLEMENT: "phiếu yêu cầu bổ sung",
    Occasion.GUIDANCE: "phiếu hướng dẫn",
}


@dataclass(frozen=True, slots=True)
class Demanded:
    """A paper that was asked for, when and why."""

    at: datetime
    occasion: Occasion
    paper: str
    because: str


def demanded(dossier: Dossier) -> Iterator[Demanded]:
    """What was asked for beyond what a citizen brings by themselves."""
    if dossier.state is State.UNDONE:
        return
    for paper in dossier.intake.papers:
        if paper.demanded_because:
            because = paper.demanded_because
            yield Demanded(dossier.opened_at, Occasion.INTAKE, paper.name, because)
    if asked := dossier.supplement:
        for name in asked.wanted:
            yield Demanded(asked.at, Occasion.SUPPLEMENT, name, asked.reason)
    if dossier.state is State.GUIDED:
        for name in dossier.wanted:
            yield Demanded(dossier.opened_at, Occasion.GUIDANCE, name, dossier.reason)


def is_listed(name: str, papers: Iterable[RequiredPaper]) -> bool:
    """Whether the procedure asks for a paper of this name.

    What stands around the name, such as how many copies, does not make another paper of it.
    """
    asked = fold(name)
    for paper in papers:
        listed = fold(paper.name)
        if asked == listed or (len(listed) >= _FEWEST_LETTERS and listed in asked):
            return True
    return False
