"""What is half typed is on disk within a second, and nothing but it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from intake_counter import open_counter
from PySide6.QtCore import Qt

from reception.services import drafting
from reception.ui.intake import form_state
from reception.ui.intake.draft_keeper import SAVED_AFTER_MS


@pytest.fixture
def counter(app, folder, clock, qtbot):
    with open_counter(folder, clock, qtbot) as opened:
        yield opened


def fill_in(counter):
    counter.scan()
    counter.choose("ks")
    counter.type("2")
    counter.key(Qt.Key.Key_Down)
    counter.key(Qt.Key.Key_Space)
    counter.form.others.notes.set_value("Người già")
    counter.form.owner.phone.setFocus()


def test_a_form_survives_the_program(counter):
    fill_in(counter)
    counter.qtbot.waitUntil(lambda: bool(counter.drafts()), timeout=5 * SAVED_AFTER_MS)
    counter.settle()
    typed = counter.form.state()
    counter.open_page()
    assert counter.form.state().is_empty
    counter.page.resume(counter.drafts()[0])
    assert replace(counter.form.state(), at="") == replace(typed, at="")
    assert counter.focus() is counter.form.owner.phone
    assert "Hướng dẫn bổ sung" in counter.page.panel.act.text()


def test_a_draft_is_named_after_person_and_procedure(counter):
    fill_in(counter)
    counter.page.drafts.save()
    counter.settle()
    assert counter.drafts()[0].title == "Lò Thị Mẫu · Thủ tục đăng ký khai sinh"


def test_a_new_form_keeps_the_old_one_as_a_draft(counter):
    fill_in(counter)
    counter.key(Qt.Key.Key_F2)
    counter.settle()
    assert counter.form.state().is_empty
    assert counter.focus() is counter.form.owner.identity
    assert len(counter.drafts()) == 1


def test_leaving_the_page_keeps_the_draft(counter):
    counter.scan()
    counter.page.hide()
    counter.settle()
    assert len(counter.drafts()) == 1
    counter.page.show()


def test_a_received_dossier_leaves_no_draft(counter):
    counter.scan()
    counter.choose("ks")
    counter.page.drafts.save()
    counter.settle()
    assert len(counter.drafts()) == 1
    counter.commit()
    counter.settle()
    assert len(counter.received()) == 1
    assert counter.drafts() == []


def test_a_resumed_draft_goes_with_its_receipt(counter):
    fill_in(counter)
    counter.key(Qt.Key.Key_F2)
    counter.settle()
    counter.page.resume(counter.drafts()[0])
    counter.form.papers.model.toggle(1)
    counter.commit()
    counter.settle()
    assert len(counter.received()) == 1
    assert counter.drafts() == []


def test_an_emptied_form_leaves_no_draft(counter):
    counter.form.owner.name.setFocus()
    counter.type("Lò")
    counter.page.drafts.save()
    counter.settle()
    counter.form.owner.name.selectAll()
    counter.key(Qt.Key.Key_Delete)
    counter.page.drafts.save()
    counter.settle()
    assert counter.drafts() == []


def test_an_untouched_form_is_no_draft(counter):
    counter.key(Qt.Key.Key_F2)
    counter.settle()
    assert counter.drafts() == []


def test_a_draft_of_a_procedure_that_is_gone_says_so_and_keeps_the_rest(counter):
    fill_in(counter)
    gone = replace(counter.form.state(), procedure_code="9.999999")
    counter.page.start()
    counter.page.resume(
        drafting.Draft("d", "maylt", "", form_state.written(gone), counter.workplace.rules.now())
    )
    assert counter.form.owner.name.text() == "Lò Thị Mẫu"
    assert "9.999999" in counter.form.procedure.problem()
