"""A picture within a web page: drawn in place, named for screen readers, its table under it."""

from __future__ import annotations

from html import escape

from reception.domain.chart import Chart
from reception.domain.chart_drawing import Area, Mark, Stroke, Words, draw, narrowest
from reception.domain.chart_palette import ON_PAPER

_WIDTH, _SIZE = 400.0, 13.0
_SMALLEST, _LARGEST = 0.8, 1.5
_LETTER = 0.56
"""How wide a letter is as a share of its size, on the average of the fonts that browsers have."""
_TABLE_WORDS = "Bảng số liệu của biểu đồ"


def figure(chart: Chart) -> str:
    """The chart as a part of a page that needs nothing from elsewhere."""
    return "\n".join(
        [
            f"<h2>{escape(chart.title)}</h2>",
            "<figure>",
            f'<div class="wide">{svg(chart)}</div>',
            f"<figcaption>{escape(chart.foot)}</figcaption>",
            "</figure>",
            f"<details><summary>{_TABLE_WORDS}</summary>",
            _table(chart),
            "</details>",
        ]
    )


def svg(chart: Chart) -> str:
    """The drawing alone."""
    width = max(_WIDTH, narrowest(chart, _SIZE, _width))
    drawn = draw(chart, width, _SIZE, _width)
    box = f"0 0 {drawn.width:.0f} {drawn.height:.0f}"
    # On a phone what is wide is scrolled, not shrunk until nobody can read it.
    style = f"min-width:{_SMALLEST * width:.0f}px;max-width:{_LARGEST * width:.0f}px"
    opening = f'<svg role="img" viewBox="{box}" style="{style}" aria-label="{escape(chart.title)}">'
    return "\n".join([opening, *map(_mark, drawn.marks), "</svg>"])


def _width(text: str, size: float) -> float:
    return len(text) * size * _LETTER


def _mark(mark: Mark) -> str:
    match mark:
        case Words(x, y, text, size, anchor, ink):
            return (
                f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:.0f}" text-anchor="{anchor}"'
                f' fill="{ON_PAPER[ink]}">{escape(text)}</text>'
            )
        case Area(points, ink):
            return f'<polygon points="{_points(points)}" fill="{ON_PAPER[ink]}"/>'
        case Stroke(points, ink, width):
            return (
                f'<polyline points="{_points(points)}" fill="none" stroke="{ON_PAPER[ink]}"'
                f' stroke-width="{width:.1f}"/>'
            )


def _points(points: tuple[tuple[float, float], ...]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _table(chart: Chart) -> str:
    head, *rows = chart.table()
    titles = "".join(f'<th scope="col">{escape(title)}</th>' for title in head)
    lines = (
        f'<tr><th scope="row">{escape(label)}</th>'
        + "".join(f'<td class="figure">{escape(value)}</td>' for value in values)
        + "</tr>"
        for label, *values in rows
    )
    return (
        f'<div class="wide"><table><thead><tr>{titles}</tr></thead>'
        f"<tbody>{''.join(lines)}</tbody></table></div>"
    )
