"""A picture on a sheet: its title, its marks in colours that print, its definition under it."""

from __future__ import annotations

from reception.domain.chart import Picture
from reception.domain.chart_drawing import Area, Drawn, Stroke, Words, draw
from reception.domain.chart_palette import ON_PAPER
from reception.printing.fonts import Face
from reception.printing.page import Flow, Format
from reception.printing.sheet import Run, Tint, text_width, wrap


def set_picture(flow: Flow, picture: Picture) -> None:
    """Set a picture at the present height, all of it on one sheet."""
    page, chart = flow.format, picture.chart
    size = page.note
    drawn = draw(chart, page.measure, size, _width)
    title = wrap([(chart.title, Face.BOLD)], page.body, page.measure)
    foot = wrap([(chart.foot, Face.ITALIC)], size, page.measure)
    flow.y += size * 0.8
    flow.keep(picture_height(page, picture) - size * 0.8)
    flow.text(title, page.body)
    flow.y += size * 0.4
    _put_marks(flow, drawn)
    flow.y += drawn.height
    flow.text(foot, size)


def picture_height(page: Format, picture: Picture) -> float:
    """The height that a picture takes, in points; at most a sheet."""
    size, chart = page.note, picture.chart
    title = wrap([(chart.title, Face.BOLD)], page.body, page.measure)
    foot = wrap([(chart.foot, Face.ITALIC)], size, page.measure)
    text = len(title) * page.leading(page.body) + len(foot) * page.leading(size)
    marks = draw(chart, page.measure, size, _width).height
    return min(text + marks + size * 1.8, page.bottom - page.top)


def _put_marks(flow: Flow, drawn: Drawn) -> None:
    left, top, sheet = flow.format.left, flow.y, flow.sheet
    for mark in drawn.marks:
        match mark:
            case Words(x, y, text, size, anchor):
                wide = _width(text, size)
                shift = {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
                run = Run(left + x - shift, top + y, Face.REGULAR, size, text)
                sheet.runs.append(run)
                if ON_PAPER[mark.ink] == ON_PAPER["ground"]:
                    sheet.pale.add(run)
            case Area(points, ink):
                sheet.tints.append(Tint(_moved(points, left, top), ON_PAPER[ink], 0))
            case Stroke(points, ink, width):
                sheet.tints.append(Tint(_moved(points, left, top), ON_PAPER[ink], width))


def _moved(
    points: tuple[tuple[float, float], ...], x: float, y: float
) -> list[tuple[float, float]]:
    return [(left + x, top + y) for left, top in points]


def _width(text: str, size: float) -> float:
    return text_width(text, Face.REGULAR, size)
