"""Every look is readable: contrast is measured, not judged."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette, QRawFont
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reception import paths
from reception.ui.icons import icon
from reception.ui.tables import dress_table
from reception.ui.theme import THEMES, ThemeName, Tone, apply_theme, palette, text_percent, theme_of
from reception.ui.translation import Language
from reception.ui.window_memory import WindowMemory

LETTERS = (
    "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
    "ĕĭŏŭčñôƀꞗ₫–—…“”’·×"
).replace("ꞗ", "")


def luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    c = QColor(colour)
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF())


def contrast(ink: str, ground: str) -> float:
    light, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
def test_all_text_can_be_read(theme):
    inks = (theme.text, theme.muted, theme.problem, theme.accent)
    grounds = (theme.window, theme.surface, theme.stripe, theme.hover, theme.resting)
    pairs = [(ink, ground) for ink in inks for ground in grounds]
    # Chosen rows, the toast, chips; figures of the day, and the band of the practice register.
    pairs += [(theme.on_accent, theme.accent), (theme.surface, theme.text)]
    pairs += [(ink, ground) for ground, ink in theme.tones.values()]
    figures = [theme.tones[tone][1] for tone in (Tone.GOOD, Tone.WARNING)]
    pairs += [(ink, ground) for ink in figures for ground in (theme.surface, theme.hover)]
    pairs += [(theme.surface, theme.tones[Tone.WARNING][1])]
    assert not [pair for pair in pairs if contrast(*pair) < 4.5]
    assert set(theme.tones) == set(Tone)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
def test_edges_and_focus_can_be_seen(theme):
    for ground in (theme.window, theme.surface):
        assert contrast(theme.border, ground) >= 3
        assert contrast(theme.accent, ground) >= 3
        assert contrast(theme.problem, ground) >= 3


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
def test_qts_own_dialogs_can_be_read_too(theme):
    colours = palette(theme)
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    for ink, ground in (
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.ButtonText, role.Button),
        (role.ToolTipText, role.ToolTipBase),
        (role.HighlightedText, role.Highlight),
        (role.PlaceholderText, role.Base),
        (role.Link, role.Base),
    ):
        for state in (group.Active, group.Inactive, group.Disabled):
            assert contrast(colours.color(state, ink), colours.color(state, ground)) >= 4.5


@pytest.mark.parametrize("name", ThemeName)
def test_a_look_is_put_on_whole(app, name):
    apply_theme(app, name, 120)
    assert theme_of(app).name == name
    assert app.palette().color(QPalette.ColorRole.Window) == QColor(THEMES[name].window)
    assert app.font().pointSizeF() == pytest.approx(13.2)
    assert "$" not in re.sub(r"/\*.*?\*/", "", app.styleSheet(), flags=re.DOTALL)


def test_the_text_grows_within_bounds_and_never_under_ten_points(app):
    assert [text_percent(p) for p in (50, 100, 500)] == [90, 100, 200]
    apply_theme(app, ThemeName.LIGHT, 90)
    sizes = [float(size) for size in re.findall(r"font-size: ([\d.]+)pt", app.styleSheet())]
    assert min([*sizes, app.font().pointSizeF() + 0.1]) >= 10


def test_the_bundled_font_is_used_and_has_every_letter(app):
    assert QFontInfo(app.font()).family() == "Noto Sans"
    for face in paths.resource("fonts/ui").glob("*.ttf"):
        font = QRawFont(str(face), 11)
        lacking = [c for c in LETTERS + LETTERS.upper() if not font.supportsCharacter(ord(c[0]))]
        assert not lacking, face.name


def test_every_icon_draws(app):
    for file in paths.resource("icons").glob("*.svg"):
        image = icon(file.stem, "#000000").pixmap(24).toImage()
        drawn = any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24))
        assert drawn, file.name


def test_rows_fit_the_text(app, qtbot):
    table = QTableWidget(1, 1)
    qtbot.addWidget(table)
    apply_theme(app, ThemeName.LIGHT, 160)
    dress_table(table)
    assert table.rowHeight(0) >= table.fontMetrics().height()


@pytest.mark.parametrize("name", ThemeName)
def test_a_chosen_row_rests_while_the_keyboard_is_elsewhere(app, shown, name):
    apply_theme(app, name)
    both = QWidget()
    column = QVBoxLayout(both)
    line, table = QLineEdit(), QTableWidget(2, 1)
    for part in (line, table):
        column.addWidget(part)
    dress_table(table)
    for row in range(2):
        table.setItem(row, 0, QTableWidgetItem())
    table.setCurrentCell(1, 0)
    shown(both)

    def ground() -> str:
        QApplication.processEvents()
        place = table.visualItemRect(table.item(1, 0)).center()
        return table.viewport().grab().toImage().pixelColor(place).name()

    line.setFocus()
    resting = ground()
    table.setFocus()
    at_work = ground()
    apply_theme(app, ThemeName.LIGHT)
    assert resting == THEMES[name].resting
    assert contrast(at_work, THEMES[name].surface) > contrast(resting, THEMES[name].surface) * 1.5


def test_this_pc_remembers_its_looks_in_a_file(app, tmp_path, qtbot):
    file = tmp_path / "window.ini"
    memory = WindowMemory(file)
    assert (memory.theme, memory.percent, memory.language) == (
        ThemeName.LIGHT,
        100,
        Language.VIETNAMESE,
    )
    memory.theme, memory.percent, memory.language = ThemeName.DARK, 130, Language.ENGLISH
    table = QTableWidget(1, 3)
    qtbot.addWidget(table)
    table.setColumnWidth(1, 77)
    memory.keep_columns("list", table.horizontalHeader())
    memory.keep("printer", "Máy in tầng 1")
    memory.save()

    again = WindowMemory(file)
    assert (again.theme, again.percent, again.language) == (
        ThemeName.DARK,
        130,
        Language.ENGLISH,
    )
    other = QTableWidget(1, 3)
    qtbot.addWidget(other)
    assert again.put_back_columns("list", other.horizontalHeader())
    assert other.columnWidth(1) == 77
    assert again.get("printer") == "Máy in tầng 1"
    assert not again.put_back("main", other)


def test_a_spoilt_memory_is_no_obstacle(app, tmp_path):
    file = tmp_path / "window.ini"
    file.write_text("[look]\ntheme=pink\ntext_percent=lots\nlanguage=xx\n")
    memory = WindowMemory(file)
    assert (memory.theme, memory.percent, memory.language) == (
        ThemeName.LIGHT,
        100,
        Language.VIETNAMESE,
    )
