"""The colours of pictures, told apart by colour-blind eyes and by a black-and-white printer.

Okabe and Ito's, as far as they differ in lightness too; besides, each has a pattern of its own
(:mod:`.chart_drawing`), and every number is written out.
"""

from __future__ import annotations

from collections.abc import Mapping

SERIES = 3
SHADES = 5

_LIGHT_SHADES = ("#eef4fa", "#c6dcef", "#8fbfe3", "#2a78b4", "#0b4a7a")
_DARK_SHADES = ("#22303c", "#24475f", "#2c678c", "#7fbdec", "#cfe6fa")

ON_PAPER: Mapping[str, str] = {
    "text": "#111111",
    "muted": "#4a4a4a",
    "line": "#9a9a9a",
    "ground": "#ffffff",
    "c0": "#0072b2",
    "c1": "#e69f00",
    "c2": "#b03a00",
    **{f"h{n}": shade for n, shade in enumerate(_LIGHT_SHADES)},
    **{f"on{n}": "#111111" if n < 3 else "#ffffff" for n in range(SHADES)},
}
"""On white: paper, the web page, the light window."""

ON_DARK: Mapping[str, str] = {
    "text": "#e7edf2",
    "muted": "#aab7c3",
    "line": "#5a6874",
    "ground": "#1f262d",
    "c0": "#56b4e9",
    "c1": "#f5d36b",
    "c2": "#d55e00",
    **{f"h{n}": shade for n, shade in enumerate(_DARK_SHADES)},
    **{f"on{n}": "#ffffff" if n < 3 else "#0b1927" for n in range(SHADES)},
}
"""On the grounds of the dark windows."""
