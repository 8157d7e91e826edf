"""The indices by which a desk's service is judged: of which dossiers each is, and which count.

Which indices there are, their full marks and the groups' points are data of the law
(``rules/service-quality.toml``). Here stands what each measure means. One for which the register
keeps no facts says why, and is never 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from reception.domain.counting import Ending
from reception.domain.dated import Dated
from reception.domain.handling_report import percent
from reception.domain.intake import Channel
from reception.domain.timeliness import Timeliness
from reception.domain.traits import Trait

_CENT = Decimal("0.01")
_HOUR_MINUTES = 60


class Base(StrEnum):
    """The dossiers that an index is of."""

    RECEIVED = "received"
    SETTLED = "settled"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class Fact:
    """What indices know of a dossier; ``kept`` and ``ending`` are empty while a result is owed."""

    procedure: str
    channel: Channel
    traits: str
    kept: Timeliness | None = None
    ending: Ending | None = None

    def has(self, trait: Trait) -> bool:
        """Whether something is so of the dossier."""
        return trait in self.traits


@dataclass(frozen=True, slots=True)
class Tally:
    """How many dossiers are alike, and what their times add up to."""

    fact: Fact
    number: int
    spent_minutes: int = 0
    term_minutes: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many; both are dossiers, procedures or hours, as ``unit`` says."""

    part: int
    whole: int
    unit: str = "hồ sơ"

    @property
    def rate(self) -> Decimal | None:
        """In percent; ``None`` where there is nothing to share."""
        return percent(self.part, self.whole)


@dataclass(frozen=True, slots=True)
class Measure:
    """Which dossiers an index is of, and which of them count."""

    base: Base
    counts: Callable[[Fact], bool]
    is_of: Callable[[Fact], bool] = lambda _fact: True


def _is_our_own(fact: Fact) -> bool:
    """An old register tells neither how a dossier came nor what was scanned of it."""
    return not fact.has(Trait.OLD_BOOK)


def _has_result(fact: Fact) -> bool:
    return fact.ending is Ending.RESULT and _is_our_own(fact)


MEASURES: dict[str, Measure] = {
    "on-time": Measure(
        Base.DUE, lambda fact: fact.kept is not None and fact.kept is not Timeliness.OVERDUE
    ),
    "online": Measure(Base.RECEIVED, lambda fact: fact.channel.is_online, _is_our_own),
    "online-with-result": Measure(
        Base.RECEIVED,
        lambda fact: fact.channel.is_online and fact.has(Trait.RESULT_SCANNED),
        _is_our_own,
    ),
    "paid-online": Measure(
        Base.RECEIVED, lambda fact: fact.has(Trait.PAID_ONLINE), lambda fact: fact.has(Trait.FEE)
    ),
    "electronic-result": Measure(
        Base.SETTLED, lambda fact: fact.has(Trait.RESULT_SCANNED), _has_result
    ),
    "digitised": Measure(
        Base.SETTLED,
        lambda fact: fact.has(Trait.PAPERS_SCANNED) and fact.has(Trait.RESULT_SCANNED),
        _has_result,
    ),
}
"""Those that are shares of dossiers, each told by its facts alone."""

TIME_SPENT = "time-spent"
PROCEDURES_USED = "procedures-used"
PROCEDURES_PAID_ONLINE = "procedures-paid-online"
EXCHANGED = "exchanged"
FEEDBACK = "feedback"
SATISFACTION = "satisfaction"


@dataclass(frozen=True, slots=True)
class IndexGroup(Dated):
    """A group of indices and the points that it is worth."""

    code: str
    name: str
    points: Decimal
    valid_from: date
    valid_until: date | None = None
    source: str = ""
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class Index(Dated):
    """An index as the law has it, in its own words, with what it is measured by.

    ``full_at`` is the percentage from which on it has full marks, where one is known. ``unknown``
    says why it cannot be measured, where no ``measure`` is named.
    """

    code: str
    group: str
    name: str
    words: str
    valid_from: date
    valid_until: date | None = None
    measure: str = ""
    full_at: Decimal | None = None
    unknown: str = ""
    source: str = ""
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """An index with its figures, or with the reason why it has none."""

    index: Index
    share: Share | None = None
    unknown: str = ""

    @property
    def level(self) -> Decimal | None:
        """How much of the full marks it has reached, 0 to 1; ``None`` where that is not known."""
        full_at = self.index.full_at
        rate = self.share.rate if self.share else None
        if full_at is None or rate is None:
            return None
        return min(Decimal(1), rate / full_at)


@dataclass(frozen=True, slots=True)
class GroupScore:
    """A group's points as far as its indices tell: of ``known`` out of ``all`` of them."""

    group: IndexGroup
    known: int
    all: int
    points: Decimal | None


def share(measure: Measure, tallies: Iterable[Tally]) -> Share:
    """The share that counts among the dossiers that a measure is of."""
    part, whole = 0, 0
    for one in tallies:
        if measure.is_of(one.fact):
            whole += one.number
            part += one.number if measure.counts(one.fact) else 0
    return Share(part, whole)


def time_spent(tallies: Iterable[Tally]) -> Share:
    """The hours that were taken of those that the promises gave."""
    spent, term = 0, 0
    for one in tallies:
        spent += one.spent_minutes
        term += one.term_minutes
    return Share(spent // _HOUR_MINUTES, term // _HOUR_MINUTES, "giờ")


def group_score(group: IndexGroup, told: Iterable[Told]) -> GroupScore:
    """What a group has reached: its points, shared equally among the indices that have a level.

    How the law weighs the indices of a group among themselves is not known here, so it is an
    estimate, told with how many indices it rests on.
    """
    mine = [one for one in told if one.index.group == group.code]
    levels = [one.level for one in mine if one.level is not None]
    points = None
    if levels:
        mean = sum(levels, Decimal(0)) / len(levels)
        points = (group.points * mean).quantize(_CENT, ROUND_HALF_UP)
    return GroupScore(group, len(levels), len(mine), points)
