"""Who is at the desk: cards, people the register knows, and what was typed before either."""

from __future__ import annotations

import pytest
from intake_counter import CARD, OTHER_CARD, Counter, open_counter
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication


@pytest.fixture
def counter(app, folder, clock, qtbot):
    with open_counter(folder, clock, qtbot) as opened:
        yield opened


def receive_one(counter: Counter) -> None:
    counter.scan()
    counter.choose("ks")
    counter.form.owner.phone.set_value("0912345678")
    counter.commit()
    counter.settle()


def type_a_name(counter: Counter, name: str) -> None:
    counter.form.owner.name.setFocus()
    counter.type(name)


def test_a_card_fills_only_what_is_empty(counter):
    type_a_name(counter, "lò thị mẫu")
    counter.scan()
    assert not counter.form.offer.isVisible()
    assert counter.form.owner.name.text() == "lò thị mẫu"
    assert counter.form.owner.identity.text() == "012190001234"


def test_esc_keeps_what_was_typed_before_the_scan(counter):
    type_a_name(counter, "Lò Thị Khác")
    before = counter.form.owner.value()
    counter.scan()
    assert counter.focus() is counter.form.offer.accept
    counter.key(Qt.Key.Key_Escape)
    assert counter.form.owner.value() == before
    assert not counter.form.offer.isVisible()


def test_enter_takes_the_cards_values_and_keeps_the_telephone(counter):
    type_a_name(counter, "Lò Thị Khác")
    counter.form.owner.phone.set_value("0912345678")
    counter.scan()
    counter.enter()
    owner = counter.form.owner.value()
    assert (owner.name, owner.phone, owner.card) == ("Lò Thị Mẫu", "0912345678", CARD)
    assert counter.focus() is counter.form.procedure


def test_a_number_that_does_not_fit_the_person_is_doubted_but_not_blocked(counter):
    counter.scan("012091001234||Lò Thị Mẫu|05061990|Nữ|Bản Mẫu|02102024")
    warning = counter.form.owner._warning
    assert warning.isVisible()
    assert "giới tính Nam" in warning.text()
    assert "sinh năm 1991" in warning.text()
    counter.choose("ks")
    counter.commit()
    counter.settle()
    assert len(counter.received()) == 1


def test_letters_spoilt_by_a_typing_tool_are_pointed_out_until_corrected(counter):
    counter.scan("012190001234||Lo2 Thi5 Ma64u|05061990|Nữ|Bản Mẫu|02102024")
    assert "ký tự lạ" in counter.form.owner._warning.text()
    counter.key(Qt.Key.Key_F8)
    assert "ký tự lạ" in counter.form.owner._warning.text()
    counter.form.owner.name.selectAll()
    type_a_name(counter, "Lò Thị Mẫu")
    assert not counter.form.owner._warning.isVisible()


def test_digits_in_a_name_that_was_typed_are_no_doubt(counter):
    type_a_name(counter, "Công ty 68")
    assert not counter.form.owner._warning.isVisible()


def test_a_problem_of_one_field_leaves_its_neighbour_in_place(counter):
    counter.form.unfold.setChecked(True)
    owner = counter.form.owner
    owner.born.set_problem("Ngày sinh này không có thật; hãy kiểm tra lại.")
    row = owner.born.parentWidget()
    counter.qtbot.waitUntil(lambda: row.height() > 2 * owner.born.height())
    QApplication.processEvents()
    places = [field.mapTo(counter.form, QPoint(0, 0)).y() for field in (owner.kind, owner.born)]
    assert places[0] == places[1]


def test_a_card_scanned_in_the_submitters_fields_is_the_submitters(counter):
    counter.scan()
    counter.form.go_to(counter.form.submitter.identity)
    counter.scan(OTHER_CARD)
    assert counter.form.owner.name.text() == "Lò Thị Mẫu"
    assert counter.form.submitter.value().name == "Quàng Văn Thử"
    assert counter.focus() is counter.form.others.authorisation


def test_a_number_that_the_register_knows_offers_the_persons_data(counter):
    receive_one(counter)
    counter.type("012190001234")
    counter.settle()
    assert counter.form.offer.isVisible()
    assert counter.form.owner.name.text() == ""
    counter.enter()
    owner = counter.form.owner.value()
    assert (owner.name, owner.phone, owner.born) == ("Lò Thị Mẫu", "0912345678", "05/06/1990")
    assert owner.card == ""
    assert counter.focus() is counter.form.procedure


def test_the_registers_data_may_be_declined(counter):
    receive_one(counter)
    counter.type("012190001234")
    counter.settle()
    counter.key(Qt.Key.Key_Escape)
    assert counter.form.owner.value().name == ""


def test_whoever_types_on_is_not_interrupted_by_the_offer(counter):
    receive_one(counter)
    counter.form.owner.name.setFocus()
    counter.form.owner.identity.set_value("012190001234")
    counter.form.owner.identified.emit("012190001234")
    counter.type("Lò")
    counter.settle()
    assert counter.form.offer.isVisible()
    assert counter.focus() is counter.form.owner.name
    assert counter.form.owner.name.text() == "Lò"


def test_a_stranger_is_offered_nothing(counter):
    counter.type("012190009999")
    counter.settle()
    assert not counter.form.offer.isVisible()


def test_a_scan_brings_the_telephone_of_the_last_dossier(counter):
    receive_one(counter)
    counter.scan()
    assert counter.form.owner.phone.text() == "0912345678"
    assert "hồ sơ trước" in counter.told[-1]


def test_a_changed_number_forgets_the_person_before(counter):
    receive_one(counter)
    counter.scan()
    counter.choose("ks")
    assert counter.page.panel.twice.isVisible()
    counter.form.owner.identity.setFocus()
    counter.form.owner.identity.selectAll()
    counter.key(Qt.Key.Key_Delete)
    counter.enter()
    assert not counter.page.panel.twice.isVisible()
