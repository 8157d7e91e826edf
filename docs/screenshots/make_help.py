# ruff: noqa: INP001 -- a script, not a package
"""Make the pictures of the help anew; call it with ``QT_QPA_PLATFORM=offscreen``.

Each shows a page of the demo, with numbered marks at the things that the page's ``parts`` in
``resources/help/topics`` tell of. Names on the command line make only those.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QKeyEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget
from shiboken6 import isValid
from studio import CARD, Studio, opened_studio

from reception.domain.accounts import Role
from reception.services.desk_sheets import TRIAL_LETTERS
from reception.ui.acts.dialog import ActDialog
from reception.ui.figures.handling.panel import HandlingPanel
from reception.ui.figures.page import FiguresPage
from reception.ui.figures.publication.panel import PublicationPanel
from reception.ui.figures.quality.indicators_panel import IndicatorsPanel
from reception.ui.figures.survey.panel import SurveyPanel
from reception.ui.help_pages.topics import picture_file, topics
from reception.ui.rail import Place
from reception.ui.scanner_test.dialog import ScannerTest
from reception.ui.scans import read_scan
from reception.ui.sign_in.page import SignInPage
from reception.ui.training.band import PracticeBand

SIZE = (1040, 700)
_COLOURS = 48
_MARK_PX = 24
_INK, _PAPER = "#ffffff", "#c2185b"

Marks = Sequence[QWidget]
P = TypeVar("P", bound=QWidget)


def main(names: Sequence[str]) -> None:
    """Make the named pictures, or all."""
    with opened_studio(SIZE) as studio:
        for name, pose in POSES.items():
            if names and name not in names:
                continue
            shown, marks = pose(studio)
            studio.settle()
            expected = len(topics()[name].parts)
            if len(marks) != expected:
                raise RuntimeError(f"{name}: {len(marks)} marks, but {expected} parts are told of")
            _keep(_marked(shown, marks), name)
            _put_away()


# --- what is shown, and what of it is marked ------------------------------------------------------


def _start(studio: Studio) -> tuple[QWidget, Marks]:
    workspace = studio.workspace
    workspace.go_home()
    marks = (
        workspace.rail.buttons[Place.INTAKE],
        workspace.pages.search_box,
        workspace.home.receive,
        workspace.top_bar.help,
        studio.window.status.state,
    )
    return studio.window, marks


def _home(studio: Studio) -> tuple[QWidget, Marks]:
    home = studio.workspace.home
    studio.workspace.go_home()
    return home, (home.kind, home.receive, home.figures, home.pressing)


def _intake(studio: Studio) -> tuple[QWidget, Marks]:
    studio.receive()
    page = studio.workspace.pages.intake
    form, panel = page.form, page.panel
    return page, (form.owner.identity, form.procedure, form.papers.table, panel.due, panel.act)


def _due_date(studio: Studio) -> tuple[QWidget, Marks]:
    intake = studio.workspace.pages.intake
    field = intake.form.procedure
    intake.form.go_to(field)
    QTest.keyClicks(field, "ho kinh doanh")
    QTest.keyClick(field, Qt.Key.Key_Return)
    studio.settle()
    intake.watch.explain()
    dialog = intake.watch.explanation
    if dialog is None:
        raise RuntimeError("nothing is explained")
    dialog.resize(900, 600)
    return dialog, (dialog.real, dialog.strip, dialog.tabs)


def _second_screen(studio: Studio) -> tuple[QWidget, Marks]:
    studio.workspace.go(Place.INTAKE)
    studio.workspace.toggle_second_screen()
    second = studio.workspace.companions.second_screen
    if second is None:
        raise RuntimeError("there is no second screen")
    second.view.mark.hide()  # the citizens of a real office see none
    second.view.resize(760, 470)
    return second.view, ()


def _certification(studio: Studio) -> tuple[QWidget, Marks]:
    studio.workspace.go(Place.CERTIFICATION)
    page = studio.workspace.pages.certification
    studio.settle()
    page.take_card(read_scan(CARD).card)
    studio.settle()
    line = page.form.items.lines[0]
    line.paper.set_value("Bằng tốt nghiệp đại học")
    line.copies.set_value("3")
    return page, (page.form.person.identity, line.paper, page.bill, page.recent)


def _dossiers(studio: Studio) -> tuple[QWidget, Marks]:
    studio.workspace.go(Place.DOSSIERS)
    page = studio.workspace.pages.dossiers
    studio.settle()
    return page, (page.filters, page.table, page.work_button)


def _dossier(studio: Studio) -> tuple[QWidget, Marks]:
    studio.open_overdue()
    page = studio.workspace.pages.dossier
    return page, (page.chip, page.line, page.bar, page.body)


def _acts(studio: Studio) -> tuple[QWidget, Marks]:
    studio.open_overdue()
    page = studio.workspace.pages.dossier
    page.bar.next_buttons[1].click()
    studio.settle()
    dialog = studio.window.findChild(ActDialog)
    if dialog is None:
        raise RuntimeError("no act was begun")
    return dialog, (dialog.body, dialog.act_button)


def _apologies(studio: Studio) -> tuple[QWidget, Marks]:
    studio.workspace.go(Place.APOLOGIES)
    page = studio.workspace.pages.apologies
    return page, (_tab_bar(page.tabs), page.drafts, page.sign_button)


def _books(studio: Studio) -> tuple[QWidget, Marks]:
    studio.workspace.go(Place.BOOKS)
    page = studio.workspace.pages.books
    return page, (page.list, page.book.options, page.book.look_button)


def _figures(studio: Studio) -> tuple[QWidget, Marks]:
    page, panel = _panel(studio, "handling", HandlingPanel)
    return page, (page.list, panel.choice, panel.rates, panel.table)


def _survey(studio: Studio) -> tuple[QWidget, Marks]:
    page, panel = _panel(studio, "survey", SurveyPanel)
    return page, (_tab_bar(panel.tabs), panel.results.period, panel.results.sheet)


def _publication(studio: Studio) -> tuple[QWidget, Marks]:
    page, panel = _panel(studio, "publication", PublicationPanel)
    return page, (panel.month, panel.chip, panel.draft_button, panel.spoken)


def _judging(studio: Studio) -> tuple[QWidget, Marks]:
    page, panel = _panel(studio, "indicators", IndicatorsPanel)
    return page, (panel.period, panel.table, panel.open_button)


def _panel(studio: Studio, name: str, kind: type[P]) -> tuple[FiguresPage, P]:
    studio.workspace.go(Place.FIGURES)
    page = studio.workspace.pages.figures
    panel = page.choose(name)
    if not isinstance(panel, kind):
        raise TypeError(f"{name} is another panel")
    studio.settle()
    return page, panel


def _feedback(studio: Studio) -> tuple[QWidget, Marks]:
    studio.workspace.go(Place.FEEDBACK)
    page = studio.workspace.pages.feedback
    studio.settle()
    return page, (page.search, page.list, page.facts, page.new_button)


def _catalogue(studio: Studio) -> tuple[QWidget, Marks]:
    studio.workspace.go(Place.CATALOGUE)
    page = studio.workspace.pages.catalogue
    return page, (page.search, page.table, page.new_button)


def _settings(studio: Studio) -> tuple[QWidget, Marks]:
    studio.workspace.go(Place.SETTINGS)
    page = studio.workspace.pages.settings
    page.contents.setCurrentRow(0)
    return page, (page.contents, page.stack)


def _audit(studio: Studio) -> tuple[QWidget, Marks]:
    studio.sign_in_as(Role.LEADER)
    studio.workspace.go(Place.SETTINGS)
    page = studio.workspace.pages.settings
    page.choose("retention")  # the list goes down to it
    page.choose("audit")
    audit = page.sections.audit
    audit.look()
    return page, (page.contents, audit.period, audit.table)


def _no_power(studio: Studio) -> tuple[QWidget, Marks]:
    studio.workspace.go(Place.SETTINGS)
    page = studio.workspace.pages.settings
    page.choose("blanks")
    blanks = page.sections.blanks
    return page, (blanks.count, blanks.start)


def _scanning(studio: Studio) -> tuple[QWidget, Marks]:
    studio.workspace.go(Place.SETTINGS)
    dialog = ScannerTest(studio.workspace.pages.settings)
    dialog.open()
    dialog.resize(820, 560)
    _scan_through_a_typing_tool(dialog)
    return dialog, (dialog.catcher, dialog.strip, dialog.understood)


def _scan_through_a_typing_tool(dialog: ScannerTest) -> None:
    typed = TRIAL_LETTERS.replace("DD", "D\bĐ").replace("A1", "A\bÁ")
    nothing = Qt.KeyboardModifier.NoModifier
    for n, letter in enumerate(f"{typed}\r"):
        keys = {"\b": Qt.Key.Key_Backspace, "\r": Qt.Key.Key_Return}
        text = "" if letter in keys else letter
        event = QKeyEvent(QEvent.Type.KeyPress, keys.get(letter, 0), nothing, text)
        event.setTimestamp(1_000 + 6 * n)
        QApplication.sendEvent(dialog.catcher, event)
    QTest.qWait(700)


def _exchange(studio: Studio) -> tuple[QWidget, Marks]:
    studio.workspace.go(Place.EXCHANGE)
    return studio.workspace.pages.exchange, ()


def _training(studio: Studio) -> tuple[QWidget, Marks]:
    studio.workspace.go_home()
    studio.workspace.pages.search_box.edit.clear()
    band = PracticeBand(studio.program.folder, studio.program.messages)
    studio.window.setMenuWidget(band)
    return studio.window, (band.words, band.begin_anew)


def _sign_in(studio: Studio) -> tuple[QWidget, Marks]:
    studio.program.lock()
    cover = studio.program.curtain.page
    if not isinstance(cover, SignInPage):
        raise TypeError("the desk is not locked")
    cover.offer_training()
    return cover, (cover.people, cover.secret, cover.button, cover.training)


POSES: dict[str, Callable[[Studio], tuple[QWidget, Marks]]] = {
    "start": _start,
    "home": _home,
    "intake": _intake,
    "second-screen": _second_screen,
    "due-date": _due_date,
    "certification": _certification,
    "dossiers": _dossiers,
    "dossier": _dossier,
    "acts": _acts,
    "apologies": _apologies,
    "books": _books,
    "figures": _figures,
    "survey": _survey,
    "publication": _publication,
    "judging": _judging,
    "feedback": _feedback,
    "catalogue": _catalogue,
    "exchange": _exchange,
    "settings": _settings,
    "no-power": _no_power,
    "scanning": _scanning,
    "training": _training,
    "sign-in": _sign_in,
    "audit": _audit,
}


# --- from the screen to the file ------------------------------------------------------------------


def _tab_bar(tabs: QTabWidget) -> QWidget:
    return tabs.tabBar()


def _put_away() -> None:
    for widget in QApplication.topLevelWidgets():
        # What is closed may take others with it.
        if isValid(widget) and widget.isVisible() and widget.parentWidget() is not None:
            widget.close()
    QTest.qWait(50)


def _marked(shown: QWidget, marks: Marks) -> QImage:
    picture = shown.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = QFont(painter.font())
    font.setPixelSize(15)
    font.setBold(True)
    painter.setFont(font)
    for number, thing in enumerate(marks, 1):
        corner = thing.mapTo(shown, QPoint(0, 0))
        x = min(max(corner.x() - _MARK_PX // 2, 1), picture.width() - _MARK_PX - 1)
        y = min(max(corner.y() - _MARK_PX // 2, 1), picture.height() - _MARK_PX - 1)
        circle = QRectF(x, y, _MARK_PX, _MARK_PX)
        painter.setBrush(QColor(_PAPER))
        painter.setPen(QColor(_INK))
        painter.drawEllipse(circle)
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(number))
    painter.end()
    return picture


def _keep(picture: QImage, name: str) -> None:
    """A palette of few colours is enough for letters on plain grounds, and small."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    image = Image.open(io.BytesIO(data.data()))
    few = image.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(picture_file(f"{name}.png"), optimize=True)


if __name__ == "__main__":
    main(sys.argv[1:])
