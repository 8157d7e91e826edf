"""The codes of :mod:`reception.printing.codes` as black rectangles at their place on a sheet."""

from __future__ import annotations

import re
from itertools import accumulate

from reception.printing.codes import code128_widths, qr_rows
from reception.printing.sheet import Patch

_DARK = re.compile("1+")


def qr_patch(text: str, x: float, y: float, side: float) -> Patch:
    """A QR code in a square with its upper left corner at ``x, y``.

    Raises:
        RuleViolation: ``qr-too-long``.
    """
    rows = qr_rows(text)
    rectangles = [run for n, row in enumerate(rows) for run in _dark_runs(row, n)]
    unit = side / len(rows)
    return Patch(x, y, unit, unit, rectangles)


def bars_patch(text: str, x: float, y: float, unit: float, height: float) -> Patch:
    """Code 128 from the upper left corner ``x, y``, its thinnest bar ``unit`` points wide."""
    widths = code128_widths(text)
    starts = accumulate(widths, initial=0)
    bars = [(start, 0, wide) for start, wide in zip(starts, widths, strict=False)][::2]
    return Patch(x, y, unit, height, bars)


def _dark_runs(row: str, y: int) -> list[tuple[int, int, int]]:
    return [(run.start(), y, len(run[0])) for run in _DARK.finditer(row)]
