"""From the card to the receipt by keyboard alone; slips for what cannot be received."""

from __future__ import annotations

from dataclasses import replace

import pytest
from intake_counter import ALT, CARD, OTHER_CARD, Counter, open_counter
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from reception.domain.dossier import State
from reception.services.forms import RECEIPT, REFUSAL_NOTICE, SUPPLEMENT_REQUEST
from reception.ui.dossiers.preview_dialog import PreviewDialog
from reception.ui.intake.page import IntakePage


@pytest.fixture
def counter(app, folder, clock, qtbot):
    with open_counter(folder, clock, qtbot) as opened:
        yield opened


def receive_one(counter: Counter, card: str = CARD, letters: str = "ks") -> None:
    counter.scan(card)
    counter.choose(letters)
    counter.commit()
    counter.settle()


def ask_to_refuse(counter: Counter):
    counter.key(Qt.Key.Key_C, ALT)
    counter.qtbot.waitUntil(lambda: counter.page.submission.dialog is not None)
    dialog = counter.page.submission.dialog
    counter.qtbot.waitUntil(lambda: counter.focus() is dialog.reason)
    return dialog


def test_an_ordinary_dossier_takes_a_scan_and_a_handful_of_keys(counter):
    told, changed = [], []
    counter.page.received.connect(told.append)
    counter.workplace.changes.dossiers_changed.connect(changed.append)
    counter.scan()
    counter.type("ks")
    counter.enter()  # takes the procedure; the keyboard goes to the papers
    counter.enter()  # the papers are as they should be; on to the telephone
    counter.type("0912345678")
    counter.commit()
    counter.settle()
    (dossier,) = counter.received()
    assert told == [dossier.dossier_id]
    assert changed == [frozenset({dossier.dossier_id})]
    assert (counter.typed, counter.commands) == (12, 3)
    assert dossier.state is State.RECEIVED
    assert dossier.intake.owner.name == "Lò Thị Mẫu"
    assert dossier.intake.owner.phone == "0912345678"
    assert dossier.intake.owner.card == CARD
    assert dossier.intake.procedure.code == "1.001193"
    assert [paper.missing for paper in dossier.intake.papers] == [False] * 3
    assert counter.printed == [(dossier.dossier_id, RECEIPT)]
    assert dossier.code in counter.told[-1]
    assert counter.form.state().is_empty
    assert counter.focus() is counter.form.owner.identity


def test_a_scan_goes_straight_on_to_the_procedure(counter):
    counter.scan()
    assert counter.focus() is counter.form.procedure
    assert counter.form.owner.identity.text() == "012190001234"
    assert counter.form.owner.value().born == "05/06/1990"


def test_without_a_card_enter_walks_through_the_form(counter):
    counter.type("012190001234")
    counter.settle()
    counter.enter()
    counter.type("Y Ka Ly")
    counter.enter()
    counter.type("0912 345 678")
    counter.enter()
    counter.type("gks")
    counter.enter()
    counter.enter()
    assert counter.focus() is counter.page.panel.act
    counter.enter()
    counter.settle()
    (dossier,) = counter.received()
    assert dossier.intake.owner.name == "Y Ka Ly"
    assert dossier.intake.procedure.code == "2.000635"


def test_the_due_date_stands_there_as_soon_as_the_procedure_does(counter):
    assert "Chọn thủ tục" in counter.page.panel.reason.text()
    counter.choose("ks")
    assert counter.page.panel.due.text() == "Hẹn trả: 17 giờ 30 thứ Ba 10/03/2026"
    assert "trong ngày làm việc" in counter.page.panel.reason.text()
    assert "1.001193 · Hộ tịch" in counter.form.procedure_facts.text()


def test_the_due_date_moves_with_the_clock_and_with_the_receipt(counter, clock):
    counter.choose("ks")
    clock.set_to("2026-03-10T15:30")
    counter.page.watch.refresh()
    assert "thứ Tư 11/03/2026" in counter.page.panel.due.text()
    counter.form.others.received.set_moment(clock().replace(hour=8))
    assert "thứ Ba 10/03/2026" in counter.page.panel.due.text()


def test_a_linked_procedure_shows_its_total_and_each_stages_date(counter):
    counter.choose("2.000986")
    panel = counter.page.panel
    shown = [panel.stages.itemAt(place).widget().text() for place in range(panel.stages.count())]
    assert panel.due.text() == "Hẹn trả: 17 giờ 30 thứ Ba 07/04/2026"
    assert len(shown) == 3
    assert "UBND xã" in shown[0]
    assert "phần của xã" in shown[0]


def test_a_non_territorial_dossier_waits_for_the_competent_authority(counter, clock):
    counter.choose("ks")
    counter.form.others.non_territorial.setChecked(True)
    assert counter.page.panel.provisional.isVisibleTo(counter.page)
    assert "dự kiến" in counter.page.panel.provisional.text()
    counter.form.others.competent.set_moment(clock().replace(day=12))
    assert "thứ Năm 12/03/2026" in counter.page.panel.due.text()
    assert not counter.page.panel.provisional.isVisibleTo(counter.page)


def test_digits_set_counts_in_the_row_and_column_of_the_keyboard(counter):
    counter.choose("ks")
    counter.type("2")
    counter.key(Qt.Key.Key_Down)
    counter.key(Qt.Key.Key_Right)
    counter.type("12")
    first, second, *_ = counter.form.papers.model.lines()
    assert (first.originals, first.copies) == (2, 0)
    assert (second.originals, second.copies) == (1, 12)
    assert "4 bản chính, 12 bản sao" in counter.page.panel.papers.text()


def test_a_missing_paper_turns_the_act_into_guidance(counter):
    counter.scan()
    counter.choose("ks")
    counter.key(Qt.Key.Key_Down)
    counter.key(Qt.Key.Key_Space)
    table = counter.form.papers.model
    assert table.index(1, 3).data() == "THIẾU"
    assert "Hướng dẫn bổ sung" in counter.page.panel.act.text()
    assert counter.page.panel.due.text() == "Chưa tiếp nhận: còn thiếu giấy tờ"
    assert "Nếu đủ giấy tờ ngay bây giờ" in counter.page.panel.reason.text()
    counter.commit()
    dialog = counter.page.submission.dialog
    assert dialog.lines() == ["Giấy chứng sinh"]
    counter.qtbot.waitUntil(lambda: counter.focus() is dialog.reason)
    counter.commit()
    counter.settle()
    (dossier,) = counter.received()
    assert dossier.state is State.GUIDED
    assert dossier.wanted == ("Giấy chứng sinh",)
    assert dossier.reason
    assert counter.printed == [(dossier.dossier_id, SUPPLEMENT_REQUEST)]
    assert counter.page.submission.dialog is None
    assert counter.form.state().is_empty


def test_an_impatient_second_ctrl_enter_does_not_receive_twice(counter):
    counter.scan()
    counter.choose("ks")
    counter.commit()
    counter.commit()
    counter.settle()
    assert len(counter.received()) == 1


def test_an_optional_paper_is_left_out_until_it_is_counted(counter):
    counter.choose("ks")
    row = next(row for row, line in enumerate(counter.form.papers.model.lines()) if line.optional)
    assert counter.form.papers.model.index(row, 3).data() == "không nộp"
    counter.form.papers.table.setCurrentIndex(counter.form.papers.model.index(row, 1))
    counter.type("1")
    assert counter.form.papers.model.index(row, 3).data() == "đủ"
    counter.key(Qt.Key.Key_Backspace)
    assert counter.form.papers.model.index(row, 3).data() == "không nộp"


def test_a_required_paper_of_which_there_is_none_is_missing(counter):
    counter.choose("ks")
    counter.type("0")
    assert counter.form.papers.model.index(0, 3).data() == "THIẾU"


def test_space_again_takes_the_mark_away(counter):
    counter.choose("ks")
    counter.key(Qt.Key.Key_Space)
    counter.key(Qt.Key.Key_Space)
    assert "Tiếp nhận" in counter.page.panel.act.text()


def test_a_refusal_needs_its_reason(counter):
    counter.scan()
    counter.choose("ks")
    dialog = ask_to_refuse(counter)
    counter.commit()
    counter.settle()
    assert "Chưa ghi lý do" in dialog._fields["reason"].problem.text()
    assert counter.received() == []
    counter.type("Không thuộc thẩm quyền của xã")
    counter.commit()
    counter.settle()
    (dossier,) = counter.received()
    assert dossier.state is State.REFUSED
    assert dossier.reason == "Không thuộc thẩm quyền của xã"
    assert counter.printed == [(dossier.dossier_id, REFUSAL_NOTICE)]


def test_a_slip_that_is_not_wanted_after_all_changes_nothing(counter):
    counter.scan()
    counter.choose("ks")
    before = counter.form.state()
    ask_to_refuse(counter)
    counter.key(Qt.Key.Key_Escape)
    assert counter.page.submission.dialog is None
    assert counter.form.state().owner == before.owner
    assert counter.received() == []


def test_f8_takes_the_same_person_to_the_next_procedure(counter):
    receive_one(counter)
    counter.key(Qt.Key.Key_F8)
    assert counter.form.owner.name.text() == "Lò Thị Mẫu"
    assert counter.focus() is counter.form.procedure
    counter.type("gks")
    counter.enter()
    counter.commit()
    counter.settle()
    second, first = counter.received()
    assert second.intake.owner == first.intake.owner
    assert second.intake.procedure.code != first.intake.procedure.code


def test_f8_before_anybody_came_says_so(counter):
    counter.key(Qt.Key.Key_F8)
    assert "Chưa có người nào" in counter.told[-1]


def test_f9_prints_the_last_slip_again(counter):
    counter.key(Qt.Key.Key_F9)
    assert "Chưa in phiếu nào" in counter.told[-1]
    receive_one(counter)
    counter.key(Qt.Key.Key_F9)
    assert counter.printed[0] == counter.printed[1]


def test_a_window_with_the_same_keys_in_its_menu_does_not_get_in_the_way(counter):
    clicked = []
    for keys in ("F2", "F8"):
        action = QAction(keys, counter.window)
        action.setShortcut(keys)
        action.triggered.connect(clicked.append)
        counter.window.addAction(action)
    counter.scan()
    counter.key(Qt.Key.Key_F2)
    assert counter.form.state().is_empty
    assert clicked == []


def test_an_open_dossier_of_the_same_procedure_is_pointed_out(counter):
    receive_one(counter)
    (first,) = counter.received()
    counter.scan()
    counter.choose("gks")
    assert counter.page.panel.twice.text() == ""
    counter.form.procedure.selectAll()
    counter.choose("ks")
    assert first.code in counter.page.panel.twice.text()
    counter.scan(OTHER_CARD)
    counter.enter()
    counter.settle()
    assert counter.page.panel.twice.text() == ""


def test_a_paper_outside_the_catalogue_needs_a_reason(counter):
    counter.choose("ks")
    counter.key(Qt.Key.Key_Insert)
    counter.type("Giấy xác nhận")
    counter.enter()
    counter.enter()
    counter.qtbot.waitUntil(lambda: bool(counter.form.papers.because.problem()))
    counter.form.papers.because.setFocus()
    counter.type("Luật Cư trú Điều 19")
    counter.enter()
    counter.qtbot.waitUntil(lambda: counter.focus() is counter.form.papers.table)
    added = counter.form.papers.model.lines()[-1]
    assert (added.name, added.demanded_because) == ("Giấy xác nhận", "Luật Cư trú Điều 19")
    counter.key(Qt.Key.Key_Delete)
    assert added not in counter.form.papers.model.lines()


def test_the_receipt_is_shown_before_printing_where_the_settings_say_so(counter):
    place = counter.workplace
    place.keep_settings(replace(place.settings, print_at_once=False))
    counter.page = IntakePage(place)
    counter.window.setCentralWidget(counter.page)
    counter.page.start()
    receive_one(counter)
    counter.qtbot.waitUntil(
        lambda: any(isinstance(w, PreviewDialog) for w in QApplication.topLevelWidgets())
    )
    (preview,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, PreviewDialog)]
    preview.close()
    assert len(counter.received()) == 1


def test_everything_else_in_the_form_reaches_the_register(counter, clock):
    counter.scan()
    counter.choose("ks")
    others = counter.form.others
    counter.form.submitter.name.set_value("Lò Văn Nộp")
    others.authorisation.set_value("Giấy ủy quyền 12/2026")
    others.sets.set_value("2")
    others.fee.set_value("8.000")
    others.return_by.set_value("post")
    others.return_to.set_value("Bản Mẫu")
    others.notes.set_value("Người già")
    others.received.set_moment(clock().replace(hour=8))
    others.late_because.set_value("mất điện")
    counter.commit()
    counter.settle()
    intake = counter.received()[0].intake
    assert intake.submitter.name == "Lò Văn Nộp"
    assert intake.authorisation == "Giấy ủy quyền 12/2026"
    assert (intake.sets, intake.fee_vnd) == (2, 8000)
    assert (intake.return_by, intake.return_to) == ("post", "Bản Mẫu")
    assert intake.notes == "Người già. Nhập sau: mất điện"
    assert counter.received()[0].opened_at == clock().replace(hour=8)
