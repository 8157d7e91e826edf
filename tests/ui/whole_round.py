"""A round through the whole window of an invented office: every page, every dialog, one by one."""

from __future__ import annotations

import atexit
import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from functools import cache, partial
from itertools import chain
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QTabWidget, QWidget
from whole_program import Sitting

from reception.domain.accounts import Account
from reception.domain.life import Act
from reception.domain.listing import ListQuery, Shelf
from reception.domain.moments import OFFICE_ZONE
from reception.services import lookup
from reception.services.demo import set_up_office
from reception.services.desk import Desk
from reception.services.generate import generate
from reception.services.invented_samples import work_samples
from reception.ui.acts.allowed import acts_now
from reception.ui.acts.dialog import ActDialog
from reception.ui.acts.forms import FORMS
from reception.ui.acts.known import Known, look
from reception.ui.apologies.late_reason import LateReason
from reception.ui.apologies.outcomes import OutcomeDialog, RowOutcome
from reception.ui.dossiers.words import Standing
from reception.ui.rail import Place
from reception.ui.scanner_test.dialog import ScannerTest
from reception.ui.scans import read_scan
from reception.ui.theme import Tone

MORNING = datetime(2026, 11, 18, 9, 12, tzinfo=OFFICE_ZONE)
CARD = (
    "011192004521||Lường Thị Ánh Hồng|14031992|Nữ|Bản Noong Chứn, Mường Thanh, Điện Biên|21052024"
)
Stop = tuple[str, QWidget]


def clock() -> datetime:
    return MORNING


@cache
def _pattern() -> Path:
    folder = Path(mkdtemp(prefix="reception-round-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    desk = set_up_office(folder / "office", clock)
    generate(desk, 60, seed=7, until=MORNING, standing=work_samples().standing)
    desk.close()
    return folder / "office"


def invented_office(folder: Path) -> Path:
    """An office whose dossiers stand in every state."""
    return Path(shutil.copytree(_pattern(), folder / "office"))


def pages(sitting: Sitting) -> Iterator[Stop]:
    """Every place of the rail as it comes, with each of its tabs and sections."""
    workspace = sitting.workspace
    for place in Place:
        workspace.go(place)
        sitting.settle()
        page = workspace.stack.currentWidget()
        yield place.value, page
        yield from _tabs(sitting, place.value, page)
    yield from _sections(sitting)
    yield from _filled_in(sitting)
    workspace.open_dossier(_overdue(sitting))
    sitting.settle()
    yield "dossier", workspace.stack.currentWidget()
    for name, area in (("top bar", workspace.top_bar), ("rail", workspace.rail)):
        workspace.stack.currentWidget().setFocus()
        for _ in range(3):
            if not area.isAncestorOf(sitting.focus()):
                sitting.key(Qt.Key.Key_F6)
        yield name, area


def main_screens(sitting: Sitting) -> Iterator[Stop]:
    """The whole window at each place where a day is spent."""
    workspace, window = sitting.workspace, sitting.window
    for place in Place:
        workspace.go(place)
        sitting.settle()
        yield place.value, window
        page = workspace.stack.currentWidget()
        yield from ((name, window) for name, _page in _tabs(sitting, place.value, page))
    for name, _page in chain(_sections(sitting), _filled_in(sitting)):
        yield name, window
    workspace.open_dossier(_overdue(sitting))
    sitting.settle()
    yield "dossier", window


def _tabs(sitting: Sitting, name: str, page: QWidget) -> Iterator[Stop]:
    for tabs in page.findChildren(QTabWidget):
        for place in range(1, tabs.count()):
            tabs.setCurrentIndex(place)
            sitting.settle()
            yield f"{name}: {tabs.tabText(place)}", page
        tabs.setCurrentIndex(0)


def _sections(sitting: Sitting) -> Iterator[Stop]:
    workspace = sitting.workspace
    for place, lists in (
        (Place.SETTINGS, lambda page: page.contents),
        (Place.BOOKS, lambda page: page.list),
        (Place.FIGURES, lambda page: page.list),
    ):
        workspace.go(place)
        sitting.settle()
        page = workspace.stack.currentWidget()
        chosen = lists(page)
        for row in range(1, chosen.count()):
            chosen.setCurrentRow(row)
            sitting.settle()
            yield f"{place.value}: {chosen.item(row).text()}", page


def _filled_in(sitting: Sitting) -> Iterator[Stop]:
    workspace = sitting.workspace
    workspace.go(Place.CERTIFICATION)
    workspace.take_scan(read_scan(CARD))
    sitting.settle()
    yield "certification of somebody", workspace.stack.currentWidget()
    workspace.go(Place.INTAKE)
    workspace.take_scan(read_scan(CARD))
    form = workspace.pages.intake.form
    _choose_procedure(sitting, "dang ky khai sinh")
    yield "intake of somebody", workspace.stack.currentWidget()
    form.unfold.setChecked(True)
    sitting.settle()
    yield "intake unfolded", workspace.stack.currentWidget()
    workspace.go(Place.CATALOGUE)
    sitting.settle()
    workspace.pages.catalogue.new_procedure()
    sitting.settle()
    yield "new procedure", workspace.stack.currentWidget()


def _choose_procedure(sitting: Sitting, typed: str) -> None:
    _in_front(sitting)
    field = sitting.workspace.pages.intake.form.procedure
    field.setFocus()
    QTest.keyClicks(field, typed)
    sitting.settle()
    QTest.keyClick(field, Qt.Key.Key_Return)
    sitting.settle()
    assert field.procedure() is not None
    # Without a window system the list that popped up stays the active window.
    _in_front(sitting)


def _in_front(sitting: Sitting) -> None:
    sitting.window.activateWindow()
    sitting.qtbot.waitUntil(lambda: QApplication.activeWindow() is sitting.window)


def dialogs(sitting: Sitting) -> Iterator[Stop]:
    """Every dialog; each is closed before the next."""
    for name, opening in _openings(sitting):
        before = set(_open_dialogs())
        opening()
        sitting.settle()
        opened = [one for one in _open_dialogs() if one not in before]
        assert opened, f"{name}: nothing was opened"
        yield name, opened[-1]
        for one in reversed(opened):
            with suppress(RuntimeError):  # one may have taken the other with it
                one.reject()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        sitting.settle()


def _open_dialogs() -> list[QDialog]:
    return [
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, QDialog) and one.isVisible()
    ]


def _openings(sitting: Sitting):
    workspace, window = sitting.workspace, sitting.window
    pages = workspace.pages
    for act, known in _acts(workspace.workplace.rules, workspace.workplace.account).items():
        yield f"act: {act.value}", partial(_open_act, sitting, act, known)
    yield from _at_the_dossier(sitting)
    workspace.show_list(ListQuery())
    sitting.settle()
    yield "many dossiers", pages.dossiers.work_on_marked
    workspace.go(Place.APOLOGIES)
    sitting.settle()
    yield "draft of an apology", partial(pages.apologies._edit, pages.apologies.drafts.current_id())
    pages.apologies.tabs.setCurrentIndex(1)
    letter = pages.apologies.letters.current_id()
    yield "roads of a letter", partial(pages.apologies._show_roads, letter)
    yield "late letters", LateReason(3, 5, window, lambda _reason: None).open
    rows = [RowOutcome("H99.36-261019-0001", Standing("Đã ký", Tone.GOOD), "")]
    yield "outcomes", OutcomeDialog("Ký thư xin lỗi", "Đã ký 1.", rows, window).open
    workspace.go(Place.SETTINGS)
    sitting.settle()
    settings = pages.settings
    settings.choose("wordings")
    sitting.settle()
    yield "wording", settings.sections.wordings.edit
    yield "scanner", ScannerTest(window).open
    exported = workspace.workplace.folder / "danh-muc.csv"
    workspace.go(Place.CATALOGUE)
    pages.catalogue.export_to(exported)
    sitting.settle()
    yield "import of a catalogue", partial(pages.catalogue.compare_file, exported)
    yield from _at_the_figures(sitting)
    yield from _at_the_intake(sitting)
    yield "locked", sitting.program.lock


def _at_the_dossier(sitting: Sitting):
    workspace = sitting.workspace
    page = workspace.pages.dossier
    workspace.open_dossier(_overdue(sitting))
    sitting.settle()
    yield "why this day", page.explain
    yield "paper", page.preview
    yield "help", workspace.show_help


def _at_the_figures(sitting: Sitting):
    workspace = sitting.workspace
    workspace.go(Place.FIGURES)
    indicators = workspace.pages.figures.choose("indicators")
    sitting.settle()
    indicators.table.choose("3.3a")
    yield "what an index is made of", indicators.open_index
    yield "old register", workspace.pages.figures.choose("old-registers").begin


def _at_the_intake(sitting: Sitting):
    workspace = sitting.workspace
    workspace.receive()
    workspace.take_scan(read_scan(CARD))
    sitting.settle()
    intake = workspace.pages.intake
    _choose_procedure(sitting, "dang ky khai sinh")
    yield "what if", intake.watch.explain
    yield "refusal", intake.panel.refuse.click


def _open_act(sitting: Sitting, act: Act, known: Known) -> None:
    workplace = sitting.workspace.workplace
    form = FORMS[act](known, workplace.rules)
    dialog = ActDialog(workplace, form, known.dossier, sitting.workspace.stack)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _acts(rules: Desk, account: Account) -> dict[Act, Known]:
    """For each act a dossier on which it may be done."""
    found: dict[Act, Known] = {}
    for (dossier_id,) in rules.database.rows("SELECT dossier FROM dossier ORDER BY n"):
        known = look(rules, dossier_id=dossier_id, account=account)
        for act in acts_now(known, MORNING):
            found.setdefault(act, known)
        if len(found) == len(FORMS):
            break
    return found


def _overdue(sitting: Sitting) -> str:
    (row, *_others) = lookup.shelf(sitting.workspace.workplace.rules, Shelf.OVERDUE, 1)
    return row.dossier_id
