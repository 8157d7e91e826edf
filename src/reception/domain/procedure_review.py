"""The review of procedures: which were used, how often people came, what else was asked of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from reception.domain.demanded import OCCASION_WORDS, Occasion
from reception.domain.field_words import CHANNEL_WORDS
from reception.domain.indicators import Share
from reception.domain.intake import Channel

_CENT = Decimal("0.01")
_MANY_TRIPS = 3
_NO_TIME = Share(0, 0, "giờ")


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A procedure in a period. ``trips`` tells how many of its finished dossiers took how many.

    ``time`` are the hours taken of those promised; ``in_vain`` counts visits on which nothing could
    be received, ``extra`` how often a paper was asked for that the catalogue does not name.
    """

    code: str
    name: str
    received: int = 0
    online: int = 0
    supplemented: int = 0
    time: Share = _NO_TIME
    trips: Mapping[int, int] = field(default_factory=dict[int, int])
    in_vain: int = 0
    extra: int = 0

    @property
    def mean_trips(self) -> Decimal | None:
        """How often people came for a dossier, to the hundredth."""
        return mean(self.trips)

    @property
    def mean_trips_words(self) -> str:
        """The mean as it is written; empty where no dossier is over."""
        return mean_words(self.trips)

    @property
    def spread_words(self) -> str:
        """How many dossiers took no trip, one, two, three and more: ``0 / 12 / 30 / 1``."""
        if not self.trips:
            return ""
        few = [self.trips.get(number, 0) for number in range(_MANY_TRIPS)]
        many = sum(dossiers for number, dossiers in self.trips.items() if number >= _MANY_TRIPS)
        return " / ".join(map(str, (*few, many)))


@dataclass(frozen=True, slots=True)
class ExtraPaper:
    """A paper beyond the catalogue's, how often it was asked for on an occasion, and why."""

    procedure: str
    procedure_name: str
    paper: str
    occasion: Occasion
    times: int
    reasons: tuple[str, ...] = ()
    references: tuple[str, ...] = ()

    @property
    def occasion_words(self) -> str:
        """On which occasion, in words."""
        return OCCASION_WORDS[self.occasion]


@dataclass(frozen=True, slots=True)
class RoadTrips:
    """The trips of the dossiers that came by one road."""

    channel: Channel
    trips: Mapping[int, int]

    @property
    def words(self) -> str:
        """The mean in words: ``trực tiếp tại quầy 1,87``."""
        return f"{CHANNEL_WORDS[self.channel]} {mean_words(self.trips)}"


@dataclass(frozen=True, slots=True)
class Review:
    """The procedures of a period: all with dossiers, the sum, those without, the extra papers.

    ``roads`` tells the trips by the road on which dossiers came. ``used`` are those of the
    catalogue that had a dossier, of all that are open at the office.
    """

    rows: tuple[ReviewRow, ...]
    total: ReviewRow
    used: Share
    unused: tuple[tuple[str, str], ...]
    extra: tuple[ExtraPaper, ...]
    roads: tuple[RoadTrips, ...] = ()


def mean(trips: Mapping[int, int]) -> Decimal | None:
    """The mean number of trips, to the hundredth."""
    dossiers = sum(trips.values())
    if not dossiers:
        return None
    came = sum(number * times for number, times in trips.items())
    return (Decimal(came) / dossiers).quantize(_CENT, ROUND_HALF_UP)


def mean_words(trips: Mapping[int, int]) -> str:
    """The mean as it is written: ``1,87``; empty where no dossier is over."""
    found = mean(trips)
    return "" if found is None else f"{found}".replace(".", ",")


def summed(rows: tuple[ReviewRow, ...]) -> ReviewRow:
    """All procedures together."""
    trips: Counter[int] = Counter()
    for row in rows:
        trips.update(row.trips)
    return ReviewRow(
        code="",
        name="",
        received=sum(row.received for row in rows),
        online=sum(row.online for row in rows),
        supplemented=sum(row.supplemented for row in rows),
        time=Share(sum(r.time.part for r in rows), sum(r.time.whole for r in rows), "giờ"),
        trips=dict(trips),
        in_vain=sum(row.in_vain for row in rows),
        extra=sum(row.extra for row in rows),
    )
