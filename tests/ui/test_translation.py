"""The window speaks Vietnamese to its last button, and English when asked."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET  # our own files

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFileDialog,
    QGroupBox,
    QInputDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
    QSpinBox,
    QTabWidget,
    QTextEdit,
    QWidget,
    QWizard,
    QWizardPage,
)
from whole_program import ADMINISTRATOR, CLERK, SPECIALIST, add_people, sitting_down

from reception import app as desktop
from reception import paths, ui
from reception.domain import feedback, field_words, roster
from reception.domain.accounts import ROLE_WORDS
from reception.domain.due_words import lower
from reception.domain.moments import WEEKDAYS
from reception.domain.paper_forms import FORM_WORDS
from reception.services.lookup import SHELF_WORDS
from reception.ui.date_field import BirthField
from reception.ui.known_words import KNOWN, known, weekday_date
from reception.ui.messages import Messages
from reception.ui.rail import Place
from reception.ui.translation import Language, install_language
from reception.ui.window_memory import WindowMemory

TRANSLATIONS = paths.resource("i18n")
SOURCES = Path(ui.__file__).parent
COLLECT = (
    "lupdate -source-language vi_VN -target-language en_US -locations none -no-obsolete"
    " -extensions py"
)

ENGLISH = re.compile(
    r"\b(?:the|of|to|and|ok|yes|no|all|cancel|close|save|open|apply|reset|help|retry|abort|ignore|"
    r"discard|restore|default|defaults|back|next|finish|done|continue|commit|print|printer|page|"
    r"pages|file|files|folder|directory|directories|name|type|size|date|look|in|copy|copies|paste|"
    r"cut|undo|redo|delete|select|show|hide|details|new|parent|list|view|portrait|landscape|paper|"
    r"margins|options|color|grayscale|range|collate|reverse|width|height|from|location|preview|"
    r"properties|computer|zoom|first|last|fit|step|up|down|enter|value|orientation|form)\b",
    re.IGNORECASE,
)
# Names of keys, units and paper sizes; Vietnamese words that look English.
ALSO_VIETNAMESE = re.compile(
    r"ctrl\+\S+|shift\+\S+|alt\+\S+|\bf\d+\b|\(in\)|/ ANSI \w|\bin ra\b|\bphần in\b|\bmáy in\b"
    r"|\btự in\b|\bcách in\b|\bin\b(?= (?:tất|hai|ngược|các))|^in$|\btrước khi in\b|\bto\b"
    r"|\([\d.]+ x [\d.]+ in\)|\d+ x \d+ in|\bin\b$",
    re.IGNORECASE,
)


def dialogs():
    standard = QMessageBox.StandardButton
    box = QMessageBox()
    for button in standard:
        if button.value & (button.value - 1) == 0 and 0x400 <= button.value <= 0x8000000:
            box.addButton(button)
    box.setDetailedText("chi tiết")
    yield box
    for mode in QFileDialog.AcceptMode:
        files = QFileDialog(options=QFileDialog.Option.DontUseNativeDialog)
        files.setAcceptMode(mode)
        files.setNameFilters([])
        yield files
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    yield QPrintDialog(printer)
    yield QPrintPreviewDialog(printer)
    wizard = QWizard()
    wizard.setOption(QWizard.WizardOption.HaveHelpButton)
    for _ in range(3):
        wizard.addPage(QWizardPage())
    yield wizard
    yield QProgressDialog()
    yield QInputDialog()


def menus():
    for editor in (QLineEdit("a"), QTextEdit("a"), QPlainTextEdit("a")):
        menu = editor.createStandardContextMenu()
        yield editor, menu
    spin = QSpinBox()
    yield spin, spin.lineEdit().createStandardContextMenu()


def said_by(widget: QWidget) -> set[str]:
    texts = {widget.windowTitle()}
    for part in [widget, *widget.findChildren(QWidget)]:
        texts.add(part.toolTip())
        texts.add(part.accessibleName())
        if isinstance(part, QLineEdit):
            texts.add(part.placeholderText())
        if isinstance(part, (QAbstractButton, QLabel)):
            texts.add(part.text())
        if isinstance(part, QGroupBox):
            texts.add(part.title())
        if isinstance(part, QComboBox) and not isinstance(part.parent(), QFileDialog):
            texts.update(part.itemText(place) for place in range(part.count()))
        if isinstance(part, QListWidget):
            texts.update(part.item(place).text() for place in range(part.count()))
        if isinstance(part, QTabWidget):
            texts.update(part.tabText(place) for place in range(part.count()))
    texts.update(action.text() for action in widget.findChildren(QAction))
    return texts


def leftover(texts: set[str]) -> list[str]:
    bare = {text: ALSO_VIETNAMESE.sub("", text.replace("&", "")) for text in texts}
    return sorted(text for text, rest in bare.items() if ENGLISH.search(rest))


def test_the_check_itself_finds_english():
    assert leftover({"&Cancel", "Go to page", "Không", "&In", "Trang sau"}) == [
        "&Cancel",
        "Go to page",
    ]


def test_qts_own_dialogs_speak_vietnamese(app, qtbot):
    english = {}
    for dialog in dialogs():
        qtbot.addWidget(dialog)
        dialog.show()
        app.processEvents()
        if left := leftover(said_by(dialog)):
            english[type(dialog).__name__] = left
        dialog.close()
    assert english == {}


def test_context_menus_speak_vietnamese(app, qtbot):
    for editor, menu in menus():
        qtbot.addWidget(editor)
        words = {action.text().split("\t")[0] for action in menu.actions()}
        assert leftover(words) == []
        menu.deleteLater()


def test_months_and_weekdays_are_vietnamese_while_dates_stay_explicit(app):
    locale = QLocale()
    assert locale.dayName(1) == "Thứ Hai"
    assert locale.toString(1_234_567) == "1.234.567"
    assert date(2026, 2, 13).strftime("%d/%m/%Y") == "13/02/2026"


def test_english_can_be_chosen_and_left_again(app, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    install_language(app, Language.ENGLISH)
    assert Messages(window).tr("Hoàn tác") == "Undo"
    inherited = BirthField(lambda: date(2026, 11, 22))
    qtbot.addWidget(inherited)
    assert inherited.tr("ngày/tháng/năm") == "day/month/year"
    install_language(app, Language.VIETNAMESE)
    assert Messages(window).tr("Hoàn tác") == "Hoàn tác"
    box = QMessageBox(QMessageBox.Icon.NoIcon, "", "", QMessageBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text() == "Huỷ"


def messages_of(name: str) -> list[tuple[str, str, str]]:
    tree = ET.parse(TRANSLATIONS / name)  # noqa: S314 - our own file
    found = []
    for message in tree.iter("message"):
        translation = message.find("translation")
        assert translation is not None
        kind = translation.get("type", "finished")
        found.append((message.findtext("source", ""), translation.text or "", kind))
    return found


# --- the window in English ------------------------------------------------------------------------

VIETNAMESE = re.compile(r"[À-ÖØ-öø-ɏ\u0300-\u036fẠ-ỹ]")
# Vietnamese in both languages: names, what a card says, and the words of the rooms below.
NAMES = [account.name for account in (ADMINISTRATOR, CLERK, SPECIALIST)]
NAMES += ["Trung tâm Phục vụ hành chính công xã Mường Lay", "Tiếng Việt"]
KEPT = re.compile("|".join([*NAMES, "Nữ", *WEEKDAYS]))


@pytest.fixture
def english(app, folder, clock, qtbot):
    """The program on a register of three people, in a window that remembers English."""
    add_people(folder, clock)
    memory = WindowMemory(folder / "window.ini")
    memory.language = Language.ENGLISH
    memory.save()
    with sitting_down(app, folder, clock, qtbot) as sitting:
        yield sitting
    install_language(app, Language.VIETNAMESE)


def test_every_name_that_the_rooms_below_give_is_known():
    within = [lower(day) for day in WEEKDAYS]
    lists = {*SHELF_WORDS.values(), *ROLE_WORDS.values(), *WEEKDAYS, *within}
    papers_and_fields = {
        words
        for names in (
            FORM_WORDS,
            field_words.PARTY_WORDS,
            field_words.OF_PARTY_WORDS,
            field_words.OF_INTAKE_WORDS,
            field_words.KIND_WORDS,
            field_words.CHANNEL_WORDS,
            field_words.RETURN_WORDS,
            field_words.TRUTH_WORDS,
            feedback.KIND_WORDS,
            feedback.CHANNEL_WORDS,
            feedback.STATE_WORDS,
            roster.HALF_WORDS,
        )
        for words in names.values()
    }
    assert lists | papers_and_fields | {field_words.NOTHING_WORDS} == set(KNOWN)


def test_what_the_rooms_below_call_things_is_said_in_english(app):
    install_language(app, Language.ENGLISH)
    try:
        assert [text for text in KNOWN if VIETNAMESE.search(known(text))] == []
        assert weekday_date(date(2026, 2, 13)) == "Friday 13/02/2026"
    finally:
        install_language(app, Language.VIETNAMESE)


def vietnamese_on(screen: QWidget) -> list[str]:
    return sorted(text for text in said_by(screen) if VIETNAMESE.search(KEPT.sub("", text)))


def test_the_check_itself_finds_vietnamese(app, qtbot):
    label = QLabel("Chủ nhật, hẹn trả")
    qtbot.addWidget(label)
    assert vietnamese_on(label) == ["Chủ nhật, hẹn trả"]
    label.setText("Chủ nhật, 2 × A4 – “due”")
    assert vietnamese_on(label) == []


def test_sign_in_is_english(english):
    assert "Who is working?" in said_by(english.screen)
    assert vietnamese_on(english.screen) == []


def test_home_is_english(english):
    workspace = english.sign_in(ADMINISTRATOR)
    assert "Due today" in said_by(workspace.home)
    assert vietnamese_on(workspace) == []


def test_intake_is_english(english):
    intake = english.sign_in(CLERK).pages.intake
    assert "&Why? (F4)" in said_by(intake)
    assert vietnamese_on(intake) == []


def test_settings_are_english(english):
    workspace = english.sign_in(ADMINISTRATOR)
    workspace.go(Place.SETTINGS)
    english.settle()
    settings = workspace.pages.settings
    assert "Working hours" in said_by(settings)
    assert vietnamese_on(settings) == []


# --- the files ------------------------------------------------------------------------------------


def qt_tool(arguments: list[str]) -> None:
    """Run one of Qt's translation tools as its ``pyside6-`` command does."""
    tool, *rest = arguments
    program = f"from PySide6.scripts.pyside_tool import {tool}; {tool}()"
    subprocess.run([sys.executable, "-c", program, *rest], capture_output=True, check=True)


def test_every_text_of_the_sources_is_in_the_file_and_no_other(tmp_path):
    collected = tmp_path / "reception_en.ts"
    qt_tool([*COLLECT.split(), str(SOURCES), desktop.__file__, "-ts", str(collected)])
    assert texts_of(TRANSLATIONS / collected.name) == texts_of(collected)


@pytest.mark.parametrize("name", ["reception_en", "qtbase_vi"])
def test_what_the_program_loads_was_compiled_from_the_file(name, tmp_path):
    compiled = tmp_path / f"{name}.qm"
    qt_tool(["lrelease", str(TRANSLATIONS / f"{name}.ts"), "-qm", str(compiled)])
    assert compiled.read_bytes() == (TRANSLATIONS / compiled.name).read_bytes()


def texts_of(file: Path) -> set[tuple[str, str]]:
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ET.parse(file).iter("context")  # noqa: S314 - our own file
        for message in context.iter("message")
    }


@pytest.mark.parametrize("name", ["reception_en.ts", "qtbase_vi.ts"])
def test_nothing_is_left_untranslated_and_no_blank_is_lost(name):
    for source, translated, kind in messages_of(name):
        if kind in {"vanished", "obsolete"}:
            continue
        assert translated, source
        assert kind == "finished", source
        places = re.compile(r"\{\w*\}|%\d|%p")
        assert sorted(places.findall(source)) == sorted(places.findall(translated)), source


def test_mnemonics_can_be_typed():
    """Qt would make Alt+Đ of ``&Đóng``; nobody can press that."""
    texts = [text for _s, text, _k in messages_of("qtbase_vi.ts")]
    texts += [text for both in messages_of("reception_en.ts") for text in both[:2]]
    for file in SOURCES.glob("**/*.py"):
        texts += re.findall(r'"([^"\n]*&[^"\n]*)"', file.read_text("utf-8"))
    assert [text for text in texts if re.search(r"&[^\x00-\x7f]", text)] == []


def test_no_shortcut_collides_with_the_switch_of_a_typing_tool():
    for file in SOURCES.glob("**/*.py"):
        assert not re.search(r"Ctrl\+Shift|Alt\+Z\b", file.read_text("utf-8")), file.name


def test_the_window_starts_without_what_it_does_not_need():
    modules = sorted(file.stem for file in SOURCES.glob("*.py"))
    lazy = ("sqlalchemy", "reportlab", "alembic", "openpyxl", "cryptography", "asyncio")
    program = "\n".join(
        [
            "import importlib, sys",
            f"for name in {modules}: importlib.import_module('reception.ui.' + name)",
            f"print([name for name in {lazy} if name in sys.modules])",
        ]
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
