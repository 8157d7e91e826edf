"""Pictures in the window: counted beside the lane, walked through by keys, opened by Enter."""

from __future__ import annotations

import ast
import inspect

import pytest
from dossier_desk import LEADER, new_register, open_workplace, receive
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from test_theme import contrast
from test_translation import VIETNAMESE

from reception.domain.chart import Chart, Series, Shape
from reception.domain.chart_palette import SHADES
from reception.domain.handling_report import Choices
from reception.domain.listing import ListQuery, Shelf
from reception.services import finishing, pictures
from reception.services.definitions import definitions
from reception.services.pictures import PictureKind
from reception.ui.figures.pictures.chart_view import ChartView, inks_of
from reception.ui.figures.pictures.panel import PicturesPanel
from reception.ui.figures.pictures.words import CHART_WORDS
from reception.ui.theme import THEMES, ThemeName, apply_theme
from reception.ui.translation import Language, install_language

SOURCE = inspect.getsource(pictures)


@pytest.fixture
def workplace(app, tmp_path):
    with open_workplace(new_register(tmp_path / "desk")) as workplace:
        desk = workplace.desk
        for number in range(3):
            receive(desk, f"Người {number}", number, days_ago=12)
        done = receive(desk, "Lò Văn Păn", 9, days_ago=8)
        finishing.record_result(desk, done.dossier_id, by=LEADER.login)
        yield workplace


@pytest.fixture
def panel(workplace, shown, qtbot):
    panel = shown(PicturesPanel(workplace))
    qtbot.waitUntil(lambda: not workplace.tasks.busy and bool(panel.cards))
    return panel


def choose(panel, qtbot, kind: PictureKind):
    panel.kind.set_value(kind.value)
    qtbot.waitUntil(lambda: bool(panel._charts) and panel._charts[0].name == kind.value)
    return panel.cards[0]


def test_enter_on_a_bar_opens_what_it_counts(panel, qtbot, workplace):
    card = choose(panel, qtbot, PictureKind.HOLDERS)
    wanted = []
    workplace.ways.list_wanted.connect(wanted.append)
    card.view.setFocus()
    QTest.keyClick(card.view, Qt.Key.Key_Return)
    assert wanted == [card.view.chart.lists[0]]
    assert wanted[0].shelf is Shelf.OVERDUE
    assert card.view.chart.n == 3


def test_what_is_told_as_of_now_asks_for_no_days_and_the_way_back_is_open(panel, qtbot):
    choose(panel, qtbot, PictureKind.AHEAD)
    assert not panel.period.from_on.isEnabled()
    assert panel.kind.isEnabled()
    choose(panel, qtbot, PictureKind.HOURS)
    assert panel.period.from_on.isEnabled()


def test_pictures_are_seen_as_a_paper(panel, qtbot, workplace):
    choose(panel, qtbot, PictureKind.FIELDS)
    panel.look()
    qtbot.waitUntil(lambda: not workplace.tasks.busy)
    assert panel.problem.text() == ""


# --- in the window's language ---------------------------------------------------------------------


def test_every_text_of_a_picture_is_known_to_the_window():
    calls = [node for node in ast.walk(ast.parse(SOURCE)) if isinstance(node, ast.Call)]
    said_there = {
        call.args[0].value
        for call in calls
        if getattr(call.func, "id", "") == "say" and isinstance(call.args[0], ast.Constant)
    }
    defined = {one.words for one in definitions() if one.rule is Choices().rule}
    assert said_there | defined == set(CHART_WORDS)


@pytest.mark.parametrize("kind", PictureKind)
def test_in_an_english_window_pictures_are_english_and_their_papers_vietnamese(
    app, panel, qtbot, workplace, kind
):
    receive(workplace.desk, "Lò Thị Mây", 20)
    install_language(app, Language.ENGLISH)
    try:
        panel.kind.set_value(kind.value)
        panel.refresh()
        qtbot.waitUntil(lambda: not workplace.tasks.busy)
        data = {label for card in panel.cards for label in shown_on(card).labels}
        for card in panel.cards:
            chart = shown_on(card)
            texts = {chart.title, chart.about, chart.foot, *(one.name for one in chart.series)}
            assert [text for text in texts - data if VIETNAMESE.search(text)] == []
        assert all(VIETNAMESE.search(chart.title) for chart in panel._charts)
    finally:
        install_language(app, Language.VIETNAMESE)


def shown_on(card) -> Chart:
    assert card.view, "every picture has something to show"
    return card.view.chart


CHART = Chart(
    "x", "Hồ sơ theo lĩnh vực", Shape.BARS, "Lĩnh vực", ("Đất đai", "Hộ tịch"),
    (Series("Đúng hạn", (7, 4)), Series("Quá hạn", (2, 0), 2)), "Cách tính.", 13,
    lists=(ListQuery(field="Đất đai"), None),
)  # fmt: skip


@pytest.fixture
def view(shown):
    view = ChartView(CHART)
    view.resize(600, 300)
    return shown(view)


def test_arrow_keys_go_from_bar_to_bar_and_the_name_tells_each(view):
    assert view.accessibleName() == "Hồ sơ theo lĩnh vực. Đất đai: Đúng hạn 7; Quá hạn 2"
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.accessibleName().endswith("Hộ tịch: Đúng hạn 4; Quá hạn 0")
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.place == 1
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.place == 0
    assert view.accessibleDescription() == "Cách tính. (n = 13 hồ sơ)"


def test_a_bar_without_a_list_opens_none(view, qtbot):
    QTest.keyClick(view, Qt.Key.Key_End)
    with qtbot.assertNotEmitted(view.wanted):
        QTest.keyClick(view, Qt.Key.Key_Return)


def test_a_click_points_at_a_bar(view):
    spot = view._drawn.spots[1]
    middle = view.rect().topLeft()
    middle.setX(int(spot.x + spot.width / 2))
    middle.setY(int(spot.y + spot.height / 2))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle)
    assert view.place == 1


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
def test_text_on_every_ground_of_a_picture_can_be_read(theme):
    inks = inks_of(theme)
    pairs = [("text", "ground"), ("muted", "ground")]
    pairs += [(f"on{n}", f"h{n}") for n in range(SHADES)]
    assert [pair for pair in pairs if contrast(inks[pair[0]], inks[pair[1]]) < 4.5] == []


@pytest.mark.parametrize("theme", ThemeName)
def test_every_look_paints_on_its_own_ground(app, view, theme):
    apply_theme(app, theme)
    try:
        picture = view.grab().toImage()
        assert picture.pixelColor(picture.width() - 1, 1).name() == THEMES[theme].surface
        inks = inks_of(THEMES[theme])
        colours = {
            picture.pixelColor(x, y).name()
            for x in range(picture.width() // 3, picture.width(), 2)
            for y in range(0, picture.height(), 2)
        }
        assert inks["c0"] in colours
    finally:
        apply_theme(app, ThemeName.LIGHT)
