"""The three looks of the window and the size of its text: Fusion, own palettes, one style sheet.

Windows' own styles have faults in dark mode and at odd scale factors, and Fusion's own selection
has too little contrast; so the palettes here set every colour, and tests measure each pair.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from reception import paths

BASE_POINTS = 11.0
SMALLEST_PERCENT, LARGEST_PERCENT, STEP_PERCENT = 90, 200, 10
UI_FONT = "Noto Sans"
PAGE_MARGINS_PX = (20, 16, 20, 12)
"""Left, top, right, bottom: every page of the workspace stands at the same place."""


class ThemeName(StrEnum):
    """The looks to choose from."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Tone(StrEnum):
    """What a tint means; words always say it too."""

    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"
    INFO = "info"
    IDLE = "idle"


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by what they are for; ``tones`` pairs a ground with the ink upon it.

    ``check`` is the icon of a tick upon the accent, since style sheets cannot recolour one.
    ``resting`` is the ground of the chosen row while the keyboard is elsewhere.
    """

    name: ThemeName
    window: str
    surface: str
    stripe: str
    text: str
    muted: str
    line: str
    border: str
    accent: str
    on_accent: str
    hover: str
    resting: str
    check: str
    problem: str
    chip_line: str
    tones: dict[Tone, tuple[str, str]]


THEMES = {
    theme.name: theme
    for theme in (
        Theme(
            name=ThemeName.LIGHT,
            window="#f3f6f9",
            surface="#ffffff",
            stripe="#f7f9fb",
            text="#1a2530",
            muted="#536270",
            line="#d9e0e7",
            border="#7f8d9a",
            accent="#0b5cad",
            on_accent="#ffffff",
            hover="#e4eef8",
            resting="#d2dde9",
            check="check-white.svg",
            problem="#a3170f",
            chip_line="transparent",
            tones={
                Tone.GOOD: ("#dff3e5", "#12582b"),
                Tone.WARNING: ("#ffefcf", "#6f4400"),
                Tone.BAD: ("#fce2df", "#941910"),
                Tone.INFO: ("#e0edfb", "#0a4a8c"),
                Tone.IDLE: ("#e6ebf0", "#43515d"),
            },
        ),
        Theme(
            name=ThemeName.DARK,
            window="#161b20",
            surface="#1f262d",
            stripe="#232b33",
            text="#e7edf2",
            muted="#aab7c3",
            line="#343f49",
            border="#7b8a98",
            accent="#83bbf3",
            on_accent="#0b1927",
            hover="#2a3947",
            resting="#394857",
            check="check-black.svg",
            problem="#ffa79e",
            chip_line="transparent",
            tones={
                Tone.GOOD: ("#173d26", "#a5e6bb"),
                Tone.WARNING: ("#47340c", "#ffd98a"),
                Tone.BAD: ("#4c1f1b", "#ffb9b2"),
                Tone.INFO: ("#173656", "#b3d8ff"),
                Tone.IDLE: ("#323c46", "#c9d4de"),
            },
        ),
        Theme(
            name=ThemeName.CONTRAST,
            window="#000000",
            surface="#000000",
            stripe="#000000",
            text="#ffffff",
            muted="#c2c2c2",
            line="#9a9a9a",
            border="#ffffff",
            accent="#ffe100",
            on_accent="#000000",
            hover="#3a3a00",
            resting="#4a4a00",
            check="check-black.svg",
            problem="#ff9d94",
            chip_line="#ffffff",
            tones={
                Tone.GOOD: ("#000000", "#7dff9e"),
                Tone.WARNING: ("#000000", "#ffe100"),
                Tone.BAD: ("#000000", "#ff9d94"),
                Tone.INFO: ("#000000", "#8fd0ff"),
                Tone.IDLE: ("#000000", "#ffffff"),
            },
        ),
    )
}


def apply_theme(app: QApplication, name: ThemeName, percent: int = 100) -> None:
    """Dress the whole program; ``percent`` scales all text and spacing, kept within 90 to 200."""
    theme = THEMES[name]
    scale = text_percent(percent) / 100
    looks = f"{name} {scale}"
    # Dressing takes a while in a full window, for Qt lays every widget out anew.
    if app.property("looks") == looks:
        return
    font = _ui_font(app)
    font.setPointSizeF(BASE_POINTS * scale)
    app.setStyle("Fusion")
    # The window's frame belongs to the system; this tells it which way to go.
    dark = name is not ThemeName.LIGHT
    app.styleHints().setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
    app.setPalette(palette(theme))
    app.setFont(font)
    app.setStyleSheet(style_sheet(theme, scale))
    app.setProperty("theme", name.value)
    app.setProperty("looks", looks)


def theme_of(app: QApplication) -> Theme:
    """The theme in use, for delegates that paint by themselves."""
    return THEMES[ThemeName(app.property("theme") or ThemeName.LIGHT)]


def text_percent(percent: int) -> int:
    """The nearest text size that is offered: A- and A+ move by ``STEP_PERCENT``."""
    return max(SMALLEST_PERCENT, min(LARGEST_PERCENT, percent))


def palette(theme: Theme) -> QPalette:
    """Every role a widget or Qt's own dialogs may paint with."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.surface,
        role.AlternateBase: theme.stripe,
        role.Text: theme.text,
        role.PlaceholderText: theme.muted,
        role.Button: theme.surface,
        role.ButtonText: theme.text,
        role.BrightText: theme.problem,
        role.ToolTipBase: theme.surface,
        role.ToolTipText: theme.text,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Light: theme.surface,
        role.Midlight: theme.line,
        role.Mid: theme.border,
        role.Dark: theme.border,
        role.Shadow: theme.border,
    }
    made = QPalette()
    for which, colour in colours.items():
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.muted))
    return made


def style_sheet(theme: Theme, scale: float) -> str:
    """The style sheet of ``resources/style`` with the theme's colours and scaled lengths."""
    sheet = Template(paths.resource("style/window.qss").read_text("utf-8"))
    lengths = {f"px{px}": f"{round(px * scale)}px" for px in (4, 6, 8, 10, 12, 16, 20, 28)}
    # The focus frame is one pixel thicker; the padding gives it back so that nothing jumps.
    lengths |= {
        "pad_focus_y": f"{round(6 * scale) - 1}px",
        "pad_focus_x": f"{round(8 * scale) - 1}px",
        "pad_list_focus": f"{round(4 * scale) - 1}px",
        # A scroll bar is no text; it need not take as much from a narrow page.
        "bar": f"{round(8 + 4 * scale)}px",
        "radio_round": f"{round(16 * scale) // 2 + 1}px",
    }
    points = {
        "small": f"{max(10.0, 10 * scale):.1f}pt",
        "large": f"{14 * scale:.1f}pt",
        "huge": f"{19 * scale:.1f}pt",
    }
    tones = {
        f"{tone}_{part}": colour
        for tone, pair in theme.tones.items()
        for part, colour in zip(("ground", "ink"), pair, strict=True)
    }
    icons = {"icons": paths.resource("icons").as_posix()}
    colours = {
        field: getattr(theme, field)
        for field in Theme.__dataclass_fields__
        if field not in {"name", "tones"}
    }
    return sheet.substitute(colours | tones | lengths | points | icons)


def _ui_font(app: QApplication) -> QFont:
    if not app.property("has_ui_font"):
        for face in sorted(paths.resource("fonts/ui").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(face))
        app.setProperty("has_ui_font", True)  # noqa: FBT003 - Qt's own signature
    font = QFont(UI_FONT)
    font.setStyleHint(QFont.StyleHint.SansSerif)
    return font
