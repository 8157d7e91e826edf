"""A sheet of pictures, to be looked at together: no law prescribes it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reception.domain.chart import Chart, Picture
from reception.domain.list_frame import Drawing, Period
from reception.domain.paper import Paper, Sentence


def picture_sheet(drawing: Drawing, period: Period, charts: Iterable[Chart]) -> Paper:
    """The pictures under each other; one that shows nothing says so."""
    paper = drawing.paper(period.words(), {"period": period.words()}, {})
    return replace(paper, blocks=(*paper.blocks, *(block_of(chart) for chart in charts)))


def block_of(chart: Chart) -> Picture | Sentence:
    """The picture, or a sentence where there is nothing to be seen."""
    if chart.is_empty:
        return Sentence(f"{chart.title}: không có {chart.unit} nào.")
    return Picture(chart)
