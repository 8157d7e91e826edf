"""A picture of figures as a value: what it shows, by which definition, and of how many.

It is drawn once, in :mod:`.chart_drawing`; paper, web page and window only put its marks down. So
the three cannot say different things.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from reception.domain.listing import ListQuery
from reception.domain.money import figures

Value = int | Decimal | None


class Shape(StrEnum):
    """How a chart is drawn."""

    BARS = "bars"
    LINES = "lines"
    HEAT = "heat"


@dataclass(frozen=True, slots=True)
class Series:
    """Values under one name, one for each of the chart's labels; ``ink`` is a place of the palette.

    In a heat map a series is a row.
    """

    name: str
    values: tuple[Value, ...]
    ink: int = 0


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture's content; under it stand its ``definition`` and the ``n`` it was made of.

    ``lists`` are the lists that stand behind the labels, where there are such lists.
    """

    name: str
    title: str
    shape: Shape
    about: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    definition: str
    n: int
    unit: str = "hồ sơ"
    lists: tuple[ListQuery | None, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to be seen."""
        return self.n == 0

    @property
    def foot(self) -> str:
        """What stands under the picture."""
        return f"{self.definition} (n = {figures(self.n)} {self.unit})"

    def told(self, place: int) -> str:
        """What a label's values say in a sentence, for those who do not see the picture."""
        values = (f"{one.name} {value_words(one.values[place])}" for one in self.series)
        return f"{self.labels[place]}: {'; '.join(values)}"

    def table(self) -> tuple[tuple[str, ...], ...]:
        """The same figures as a table, its head first."""
        head = (self.about, *(one.name for one in self.series))
        rows = (
            (label, *(value_words(one.values[place]) for one in self.series))
            for place, label in enumerate(self.labels)
        )
        return (head, *rows)


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as a part of a paper."""

    chart: Chart


def value_words(value: Value) -> str:
    """A value as it is written beside its mark; a dash where there is none."""
    if value is None:
        return "–"
    return figures(value) if isinstance(value, int) else f"{value}".replace(".", ",")
