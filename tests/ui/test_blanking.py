"""Blanking a person by keyboard: the code typed again, and nothing of them left in the window."""

from __future__ import annotations

import pytest
from dossier_desk import CLERK, LEADER, clock, new_register, person, receive
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from whole_program import sitting_down
from window_words import telling

from reception.domain.listing import ListQuery
from reception.domain.redaction import GONE
from reception.paths import PAPERS_FOLDER
from reception.services import drafting, finishing
from reception.services.desk import open_desk
from reception.services.sign_in import put_account
from reception.storage.program_mark import nothing_unscrubbed
from reception.ui.rail import Place

NAME, NUMBER = "Giàng Thị Mỷ Pó", 41
IDENTITY = person(NAME, NUMBER).identity
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def folder(tmp_path):
    return new_register(tmp_path / "desk")


@pytest.fixture
def dossier(folder):
    """Handed over, with a paper that no printer took; another person's beside it."""
    desk = open_desk(folder, clock)
    receive(desk, "Vàng A Lử", 7)
    dossier = receive(desk, NAME, NUMBER)
    finishing.record_result(desk, dossier.dossier_id, by=LEADER.login)
    done = finishing.hand_over(desk, dossier.dossier_id, by=LEADER.login)
    desk.close()
    (folder / PAPERS_FOLDER).mkdir()
    for name in (done.reference, "H40.16-251101-0009"):
        (folder / PAPERS_FOLDER / f"{name}-giay-hen.pdf").write_bytes(b"%PDF")
    return done


@pytest.fixture
def sitting(app, folder, dossier, qtbot):
    with sitting_down(app, folder, clock, qtbot) as sitting:
        sitting.sign_in(LEADER)
        yield sitting


def look_everywhere(sitting, dossier) -> None:
    """A leader who has seen the person on every page, and began another dossier of theirs."""
    workspace = sitting.workspace
    workspace.go(Place.BOOKS)
    workspace.pages.books.choose("print-log")
    workspace.show_list(ListQuery())
    workspace.toggle_second_screen()
    workspace.receive(person(NAME, NUMBER))
    sitting.settle()
    workspace.pages.intake.drafts.save()
    sitting.settle()
    assert NAME in workspace.companions.second_screen.view.words()
    workspace.go_home()
    sitting.window.activateWindow()
    sitting.qtbot.waitUntil(lambda: QApplication.activeWindow() is sitting.window)
    workspace.pages.search_box.focus_search()
    sitting.write(NAME)
    sitting.settle()
    workspace.open_dossier(dossier.dossier_id)
    sitting.settle()


def begin(sitting):
    page = sitting.workspace.pages.dossier
    sitting.key(Qt.Key.Key_X, ALT)
    sitting.qtbot.waitUntil(lambda: QApplication.activeWindow() is page.acts.dialog)
    return page.acts.dialog


def fill_in(dialog, sitting, **answers) -> None:
    for name, text in answers.items():
        dialog.body.editors[name].keyboard.setFocus()
        sitting.write(text)


def do(sitting) -> None:
    sitting.key(Qt.Key.Key_Return, CTRL)
    sitting.settle()


def test_nothing_of_the_person_is_left_in_the_window(sitting, dossier, folder):
    look_everywhere(sitting, dossier)
    assert {"QLineEdit", "ResultsList", "DossierTable", "ElidedLabel"} <= set(telling(NAME))
    dialog = begin(sitting)
    dialog.body.editors["ground"].keyboard.set_value("decision")
    fill_in(
        dialog, sitting,
        decision="QĐ 12/2026", decided_by="Chủ tịch Lò Văn A", confirm=dossier.reference.lower(),
    )  # fmt: skip
    do(sitting)
    sitting.settle()
    workspace, desk = sitting.workspace, sitting.workspace.workplace.rules
    assert telling(NAME) == []
    assert telling(IDENTITY) == []
    page = workspace.pages.dossier
    assert GONE in page.line.text()
    assert not any(button.isEnabled() for button in (page.bar.print_button, page.bar.same_button))
    sitting.window.activateWindow()  # as the system does when a dialog has closed
    sitting.qtbot.waitUntil(lambda: QApplication.focusWidget() is page.body)
    sitting.key(Qt.Key.Key_F8)
    assert workspace.stack.currentWidget() is page
    assert NAME not in "\n".join(workspace.workplace.messages.heard)
    note = workspace.workplace.notes.first
    assert note is not None
    assert "huỷ các bản sao" in note.text
    assert drafting.of_login(desk, LEADER.login) == []
    assert [file.name for file in (folder / PAPERS_FOLDER).iterdir()] == [
        "H40.16-251101-0009-giay-hen.pdf"
    ]
    assert nothing_unscrubbed(desk.database)


def test_while_somebody_reads_the_disk_is_left_for_later_and_it_is_said(sitting, dossier):
    sitting.workspace.open_dossier(dossier.dossier_id)
    sitting.settle()
    dialog = begin(sitting)
    dialog.body.editors["ground"].keyboard.set_value("decision")
    fill_in(dialog, sitting, decision="QĐ 12", decided_by="Chủ tịch", confirm=dossier.reference)
    with sitting.workspace.workplace.rules.database.reading():
        assert sitting.workspace.workplace.rules.store.dossier(dossier.dossier_id)
        do(sitting)
    assert "phải dọn đĩa" in sitting.workspace.workplace.notes.first.text


def test_a_code_that_is_not_typed_again_changes_nothing(sitting, dossier):
    sitting.workspace.open_dossier(dossier.dossier_id)
    sitting.settle()
    dialog = begin(sitting)
    fill_in(dialog, sitting, decision="QĐ 12/2026", decided_by="Chủ tịch", confirm="H40.16-1")
    do(sitting)
    assert dossier.reference in dialog.body.editors["confirm"].row.problem.text()
    assert sitting.workspace.workplace.rules.store.dossier(dossier.dossier_id).redactions == ()
    dialog.reject()


def test_a_retention_that_is_not_over_is_told_on_top(sitting, dossier):
    sitting.workspace.open_dossier(dossier.dossier_id)
    sitting.settle()
    dialog = begin(sitting)
    fill_in(dialog, sitting, decision="DS 1/2026", decided_by="Chủ tịch", confirm=dossier.reference)
    do(sitting)
    assert "còn phải lưu" in dialog.problem.text()
    dialog.reject()


@pytest.mark.parametrize("over", [True, False])
def test_it_is_offered_to_whoever_may_and_once_a_dossier_is_over(sitting, dossier, over):
    desk = sitting.workspace.workplace.desk
    put_account(desk, CLERK, "2468", by=LEADER)
    shown = dossier if over else receive(desk, "Lê Thị Ánh", 3)
    sitting.workspace.open_dossier(shown.dossier_id)
    sitting.settle()
    assert ("redact" in offered(sitting)) is over
    sitting.program.lock()
    sitting.sign_in(CLERK)
    sitting.workspace.open_dossier(shown.dossier_id)
    sitting.settle()
    assert "redact" not in offered(sitting)


def offered(sitting) -> list[str]:
    return [act.value for act in sitting.workspace.pages.dossier.bar._acts]
