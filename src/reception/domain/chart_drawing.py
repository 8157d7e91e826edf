"""A chart as marks at places: areas, strokes and words, in the units of whoever measures text.

Series differ in pattern and in the form of their points, not in colour alone, and each value stands
beside its mark.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reception.domain.chart import Chart, Series, Shape, Value, value_words
from reception.domain.chart_palette import SHADES

Measure = Callable[[str, float], float]
"""How wide a text of a size is."""

Point = tuple[float, float]

_LABEL_SHARE = 0.36
_LABEL_LINES = 2
_LINES_HEIGHT = 11.0  # in text sizes
_LINE_OF_TEXT = 1.3
_NARROWEST_BARS = 20.0  # in text sizes


@dataclass(frozen=True, slots=True)
class Area:
    """A polygon filled with an ink."""

    points: tuple[Point, ...]
    ink: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points."""

    points: tuple[Point, ...]
    ink: str
    width: float


@dataclass(frozen=True, slots=True)
class Words:
    """A text on its baseline; ``anchor`` is ``start``, ``middle`` or ``end``."""

    x: float
    y: float
    text: str
    size: float
    anchor: str = "start"
    ink: str = "text"


Mark = Area | Stroke | Words


@dataclass(frozen=True, slots=True)
class Spot:
    """Where what belongs to one label stands: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float


@dataclass(slots=True)
class Drawn:
    """A drawn chart; ``spots`` are the places of its labels."""

    width: float
    height: float = 0
    marks: list[Mark] = field(default_factory=list[Mark])
    spots: list[Spot] = field(default_factory=list[Spot])


def draw(chart: Chart, width: float, size: float, measure: Measure) -> Drawn:
    """The chart's marks within a width, with text of a size."""
    drawn = Drawn(width)
    pen = _Pen(drawn, size, measure)
    if len(chart.series) > 1 and chart.shape is not Shape.HEAT:
        _draw_legend(pen, chart.series)
    match chart.shape:
        case Shape.BARS:
            _draw_bars(pen, chart)
        case Shape.LINES:
            _draw_lines(pen, chart)
        case Shape.HEAT:
            _draw_heat(pen, chart)
    return drawn


def narrowest(chart: Chart, size: float, measure: Measure) -> float:
    """The width below which labels or values of neighbours would run into each other."""
    if chart.shape is Shape.BARS:
        return _NARROWEST_BARS * size
    texts = (*chart.labels, *(value_words(v) for one in chart.series for v in one.values if v))
    column = max((measure(text, size) for text in texts), default=0) + size * 0.5
    rows = (one.name for one in chart.series if chart.shape is Shape.HEAT)
    left = max((measure(name, size) for name in rows), default=0) + size * 0.6
    return left + column * len(chart.labels)


@dataclass(slots=True)
class _Pen:
    """What all shapes draw with; ``drawn.height`` is how far down they have come."""

    drawn: Drawn
    size: float
    measure: Measure

    def words(
        self, x: float, y: float, text: str, anchor: str = "start", ink: str = "text"
    ) -> None:
        self.drawn.marks.append(Words(x, y, text, self.size, anchor, ink))

    def stroke(self, *points: Point, ink: str = "text", width: float = 0.6) -> None:
        self.drawn.marks.append(Stroke(points, ink, width * self.size / 10))

    def box(self, x: float, y: float, width: float, height: float, ink: str) -> None:
        corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
        self.drawn.marks.append(Area(corners, ink))
        self.stroke(*corners, (x, y))

    def bar(self, x: float, y: float, width: float, height: float, place: int) -> None:
        """A box in a series' colour and pattern."""
        self.box(x, y, width, height, f"c{place}")
        for start, end in _pattern(width, height, place, self.size * 0.45):
            self.stroke(
                (x + start[0], y + start[1]), (x + end[0], y + end[1]), ink="ground", width=1.1
            )

    def lines_of(self, text: str, width: float) -> list[str]:
        """A text broken into few lines; what has no room is left out with an ellipsis."""
        lines = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and self.measure(longer, self.size) > width:
                lines.append(word)
            else:
                lines[-1] = longer
        if len(lines) > _LABEL_LINES:
            lines = [*lines[: _LABEL_LINES - 1], f"{lines[_LABEL_LINES - 1]} …"]
        return [self._cut(line, width) for line in lines]

    def _cut(self, line: str, width: float) -> str:
        if self.measure(line, self.size) <= width:
            return line
        while line and self.measure(f"{line}…", self.size) > width:
            line = line[:-1]
        return f"{line}…"


def _pattern(width: float, height: float, place: int, step: float) -> Iterator[tuple[Point, Point]]:
    """The strokes that tell a series apart without colour: none, slanting, or lying ones."""
    if place == 1:
        reach = step
        while reach < width + height:
            yield (
                (max(0, reach - height), min(reach, height)),
                (min(reach, width), max(0, reach - width)),
            )
            reach += step
    elif place == 2 and width > 0:
        for part in (0.33, 0.67):
            yield (0, height * part), (width, height * part)


def _draw_legend(pen: _Pen, series: Sequence[Series]) -> None:
    size, drawn = pen.size, pen.drawn
    x, swatch = 0.0, pen.size * 1.6
    line = size * _LINE_OF_TEXT
    for one in series:
        wide = swatch + size * 0.5 + pen.measure(one.name, size) + size * 1.6
        if x and x + wide > drawn.width:
            x, drawn.height = 0.0, drawn.height + line
        pen.bar(x, drawn.height + size * 0.2, swatch, size * 0.85, one.ink)
        _point(pen, x + swatch / 2, drawn.height + size * 0.62, one.ink)
        pen.words(x + swatch + size * 0.5, drawn.height + size, one.name)
        x += wide
    drawn.height += line + size * 0.5


def _draw_bars(pen: _Pen, chart: Chart) -> None:
    size, drawn = pen.size, pen.drawn
    most = max((float(v or 0) for one in chart.series for v in one.values), default=0) or 1
    widest = max((pen.measure(label, size) for label in chart.labels), default=0)
    left = min(drawn.width * _LABEL_SHARE, widest) + size * 0.6
    room = drawn.width - left - max(
        pen.measure(value_words(v), size) for one in chart.series for v in (*one.values, 0)
    ) - size  # fmt: skip
    top = drawn.height
    for place, label in enumerate(chart.labels):
        lines = pen.lines_of(label, left - size * 0.6)
        bars = len(chart.series) * size * 1.15
        tall = max(bars, len(lines) * size * _LINE_OF_TEXT) + size * 0.5
        drawn.spots.append(Spot(0, drawn.height, drawn.width, tall))
        text_top = drawn.height + (tall - len(lines) * size * _LINE_OF_TEXT) / 2
        for n, line in enumerate(lines):
            baseline = text_top + size * (1 + n * _LINE_OF_TEXT)
            pen.words(left - size * 0.6, baseline, line, "end")
        y = drawn.height + (tall - bars) / 2
        for one in chart.series:
            _draw_bar(pen, left, y, one.values[place], one.ink, room / most)
            y += size * 1.15
        drawn.height += tall
    pen.stroke((left, top), (left, drawn.height))
    drawn.height += size * 0.3


def _draw_bar(pen: _Pen, x: float, y: float, value: Value, ink: int, scale: float) -> None:
    size, width = pen.size, float(value or 0) * scale
    if width:
        pen.bar(x, y + size * 0.1, width, size * 0.95, ink)
    pen.words(x + width + size * 0.4, y + size * 0.93, value_words(value))


def _draw_lines(pen: _Pen, chart: Chart) -> None:
    size, drawn = pen.size, pen.drawn
    most = max((float(v or 0) for one in chart.series for v in one.values), default=0) or 1
    step = drawn.width / max(1, len(chart.labels))
    top, tall = drawn.height + size * 1.6, size * _LINES_HEIGHT
    bottom = top + tall
    pen.stroke((0, bottom), (drawn.width, bottom), ink="line")
    curves = [
        [
            None if v is None else (step * (place + 0.5), bottom - tall * float(v) / most)
            for place, v in enumerate(one.values)
        ]
        for one in chart.series
    ]
    for one, curve in zip(chart.series, curves, strict=True):
        for start, end in pairwise(curve):
            if start and end:
                pen.stroke(start, end, ink=f"c{one.ink}", width=2)
        for point in filter(None, curve):
            _point(pen, *point, one.ink)
    for place, label in enumerate(chart.labels):
        drawn.spots.append(Spot(step * place, drawn.height, step, bottom + size * 3 - drawn.height))
        _write_values(pen, chart, [curve[place] for curve in curves], place)
        pen.words(step * (place + 0.5), bottom + size * 2.7, label, "middle")
    drawn.height = bottom + size * 3.1


def _write_values(pen: _Pen, chart: Chart, points: Sequence[Point | None], place: int) -> None:
    """The highest value above its point, the others below theirs."""
    size = pen.size
    told = [(point, one) for point, one in zip(points, chart.series, strict=True) if point]
    for n, (point, one) in enumerate(sorted(told, key=lambda each: each[0][1])):
        y = point[1] - size * 0.6 if n == 0 else point[1] + size * 1.35
        pen.words(point[0], y, value_words(one.values[place]), "middle")


def _point(pen: _Pen, x: float, y: float, place: int) -> None:
    """A series' point: a diamond, a square or a triangle."""
    r = pen.size * 0.38
    forms = (
        ((x, y - r * 1.2), (x + r * 1.2, y), (x, y + r * 1.2), (x - r * 1.2, y)),
        ((x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)),
        ((x, y - r * 1.2), (x + r * 1.2, y + r), (x - r * 1.2, y + r)),
    )
    form = forms[place]
    pen.drawn.marks.append(Area(form, f"c{place}"))
    pen.stroke(*form, form[0])


def _draw_heat(pen: _Pen, chart: Chart) -> None:
    size, drawn = pen.size, pen.drawn
    most = max((float(v or 0) for one in chart.series for v in one.values), default=0) or 1
    left = max((pen.measure(one.name, size) for one in chart.series), default=0) + size * 0.6
    wide, tall = (drawn.width - left) / max(1, len(chart.labels)), size * 1.9
    for place, label in enumerate(chart.labels):
        pen.words(left + wide * (place + 0.5), drawn.height + size, label, "middle")
    top = drawn.height + size * 1.5
    for row, one in enumerate(chart.series):
        y = top + row * tall
        pen.words(left - size * 0.6, y + size * 1.3, one.name, "end")
        for place, value in enumerate(one.values):
            shade = min(SHADES - 1, int(SHADES * float(value or 0) / most)) if value else 0
            pen.box(left + wide * place, y, wide, tall, f"h{shade}" if value else "ground")
            if value:
                x = left + wide * (place + 0.5)
                pen.words(x, y + size * 1.3, value_words(value), "middle", f"on{shade}")
    drawn.height = top + len(chart.series) * tall + size * 0.4
    drawn.spots += [
        Spot(left + wide * place, top, wide, len(chart.series) * tall)
        for place in range(len(chart.labels))
    ]
