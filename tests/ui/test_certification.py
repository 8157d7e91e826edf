"""Certifying by keyboard alone: a scan, a few letters, two figures; the next person, please."""

from __future__ import annotations

from dataclasses import replace

import pytest
from certification_counter import KeyRecorder, open_certification
from intake_counter import ALT, CARD, CTRL, OTHER_CARD
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from whole_program import CLERK, add_people, sitting_down

from reception.domain.certification import CertificationKind, Matter
from reception.services import drafting, safekeeping
from reception.ui.certification.printing import print_slip
from reception.ui.dossiers.preview_dialog import PreviewDialog
from reception.ui.intake import form_state
from reception.ui.rail import Place

MOST_KEYS = 40


@pytest.fixture
def desk(app, folder, clock, qtbot):
    with open_certification(folder, clock, qtbot) as opened:
        yield opened


@pytest.fixture
def recorder(desk):
    recording = KeyRecorder(desk)
    yield recording
    recording.stop()


def fill_in(desk, paper: str, pages: str, copies: str) -> None:
    desk.type(paper)
    desk.enter()
    desk.type(pages)
    desk.enter()
    desk.type(copies)
    desk.enter()


def certify_one(desk, card: str = CARD, paper: str = "gks", copies: str = "2") -> None:
    desk.scan(card)
    fill_in(desk, paper, "1", copies)
    desk.commit()
    desk.settle()


def test_sixty_copies_take_one_scan_and_a_handful_of_keys(desk, recorder):
    recorder.scan(CARD)
    desk.type("btn")
    desk.enter()
    desk.type("2")
    desk.enter()
    desk.type("60")
    desk.commit()
    desk.settle()

    (dossier,) = desk.certified()
    done = dossier.certification
    assert recorder.scans == 1
    assert len(recorder.keys) == 10  # three letters, three figures, two Enters, Ctrl and Enter
    assert dossier.intake.owner.name == "Lò Thị Mẫu"
    assert dossier.intake.owner.card == CARD
    assert (done.book, done.numbers()) == ("01/2026-SCT/BS", "01")
    assert [(item.paper, item.pages, item.copies) for item in done.items] == [
        ("Bằng tốt nghiệp trung học phổ thông", 2, 60)
    ]
    assert done.fee_vnd == dossier.intake.fee_vnd == 240_000
    assert desk.printed == [dossier.dossier_id]
    assert "240.000 đồng" in desk.told[-1]


def test_sixty_copies_of_four_papers_stay_within_forty_keys(desk, recorder):
    recorder.scan(CARD)
    for paper in ("cc", "gks", "hb", "qd"):
        fill_in(desk, paper, "2", "15")
    desk.commit()
    desk.settle()

    (dossier,) = desk.certified()
    assert dossier.certification.copies == 60
    assert dossier.certification.numbers() == "01–04"
    assert [item.paper for item in dossier.certification.items] == [
        "Thẻ căn cước",
        "Giấy khai sinh",
        "Học bạ trung học phổ thông",
        "Quyết định",
    ]
    assert len(recorder.keys) <= MOST_KEYS
    assert recorder.scans == 1


def test_a_scan_goes_straight_on_to_the_first_paper(desk):
    desk.scan()
    assert desk.focus() is desk.line().paper
    assert desk.form.person.identity.text() == "012190001234"


def test_without_a_card_the_name_is_enough(desk):
    desk.enter()
    desk.type("Y Ka Ly")
    desk.enter()
    desk.enter()
    desk.form.items.begin()
    fill_in(desk, "gks", "1", "3")
    desk.enter()  # nothing more to certify
    assert desk.focus() is desk.page.bill.act
    desk.enter()
    desk.settle()
    (dossier,) = desk.certified()
    assert dossier.intake.owner.name == "Y Ka Ly"
    assert dossier.certification.fee_vnd == 6_000


def test_the_fee_is_told_as_it_is_typed(desk):
    desk.scan()
    fill_in(desk, "hb", "5", "3")
    assert desk.line(0).fee.text() == "21.000"
    fill_in(desk, "gks", "1", "4")
    assert desk.page.bill.fee.text() == "29.000 đồng"
    assert desk.page.bill.counts.text() == "2 giấy tờ · 6 trang · 7 bản"
    assert "226/2016/TT-BTC" in desk.page.bill.why.text()


def test_letters_without_marks_search_and_a_name_with_its_marks_stands_as_written(desk):
    desk.scan()
    desk.type("Giấy")
    desk.enter()
    assert desk.line(0).paper.text() == "Giấy"
    desk.line(0).paper.clear()
    desk.line(0).paper.setFocus()
    desk.type("so do")
    desk.enter()
    assert desk.line(0).paper.text() == "Giấy chứng nhận quyền sử dụng đất"


def test_what_this_desk_certified_of_late_is_offered_first(desk):
    certify_one(desk, paper="Giấy báo trúng tuyển")
    desk.scan(OTHER_CARD)
    desk.type("gbtt")
    desk.enter()
    assert desk.line(0).paper.text() == "Giấy báo trúng tuyển"


def test_the_days_totals_and_the_last_persons_are_always_in_sight(desk):
    assert "0 lượt · 0 bản · 0 đồng" in desk.page.today.text()
    certify_one(desk, CARD, copies="60")
    certify_one(desk, OTHER_CARD, copies="3")
    assert "2 lượt · 63 bản · 126.000 đồng" in desk.page.today.text()
    rows = [desk.page.recent.list.item(n).text() for n in range(2)]
    assert "Quàng Văn Thử" in rows[0]
    assert "Số 01 · 60 bản · 120.000 đồng · 01/2026-SCT/BS" in rows[1]


def test_a_refusal_keeps_all_that_was_typed(desk):
    desk.scan()
    fill_in(desk, "gks", "1", "2")
    fill_in(desk, "Giấy chứng nhận của ông Ké", "10000", "60")
    desk.commit()
    desk.settle()
    assert desk.certified() == []
    assert "phải từ 1 đến 2.000" in desk.form.items.problem.text()
    assert desk.focus() is desk.line(1).pages
    assert desk.line(0).paper.text() == "Giấy khai sinh"
    assert desk.line(1).paper.text() == "Giấy chứng nhận của ông Ké"
    assert desk.form.person.name.text() == "Lò Thị Mẫu"
    desk.type("10")
    desk.commit()
    desk.settle()
    assert desk.certified()[0].certification.copies == 62


@pytest.mark.parametrize(
    ("fill", "said"),
    [
        (("gks", "0", "1"), "Số trang của “Giấy khai sinh” phải từ 1"),
        (("gks", "1", "0"), "Số bản của “Giấy khai sinh” phải từ 1"),
        (("gks", "x", "1"), "Hãy ghi bằng chữ số"),
        (("", "5", "1"), "Dòng 1 chưa ghi tên giấy tờ"),
    ],
)
def test_what_cannot_be_is_told_at_the_line(desk, fill, said):
    desk.scan()
    paper, pages, copies = fill
    desk.type(paper)
    desk.enter()
    desk.line().pages.setFocus()
    desk.line().pages.selectAll()
    desk.type(pages)
    desk.line().copies.setFocus()
    desk.line().copies.selectAll()
    desk.type(copies)
    desk.commit()
    desk.settle()
    assert said in desk.form.items.problem.text()
    assert desk.certified() == []


def test_nobody_and_nothing_are_told_apart(desk):
    desk.commit()
    desk.settle()
    assert "Chưa có giấy tờ nào" in desk.form.items.problem.text()
    fill_in(desk, "gks", "1", "1")
    desk.commit()
    desk.settle()
    assert "Chưa có họ tên" in desk.form.person.name.problem()
    assert desk.focus() is desk.form.person.name
    assert desk.line(0).paper.text() == "Giấy khai sinh"


def test_an_impatient_second_ctrl_enter_does_not_certify_twice(desk):
    desk.scan()
    fill_in(desk, "gks", "1", "1")
    desk.commit()
    desk.commit()
    desk.settle()
    assert len(desk.certified()) == 1


def test_the_next_card_scanned_too_early_waits_its_turn(desk):
    desk.scan()
    fill_in(desk, "gks", "1", "1")
    desk.commit()
    desk.scan(OTHER_CARD)
    desk.settle()
    assert desk.certified()[0].intake.owner.name == "Lò Thị Mẫu"
    assert desk.form.person.name.text() == "Quàng Văn Thử"
    assert not desk.form.has_papers


def test_f8_takes_the_same_person_to_the_next_matter(desk):
    desk.key(Qt.Key.Key_F8)
    assert "Chưa có người nào" in desk.told[-1]
    certify_one(desk)
    desk.key(Qt.Key.Key_F8)
    assert desk.form.person.name.text() == "Lò Thị Mẫu"
    assert desk.focus() is desk.line().paper
    desk.form.matter.set_value(Matter.SIGNATURE.value)
    fill_in(desk, "guq", "1", "1")
    desk.key(Qt.Key.Key_F8)
    assert "chưa chứng thực" in desk.told[-1]
    desk.commit()
    desk.settle()
    second, first = desk.certified()
    assert second.intake.owner == first.intake.owner
    assert second.certification.kind is CertificationKind.SIGNATURE
    assert (second.certification.book, second.certification.fee_vnd) == (
        "01/2026-SCT/CK,ĐC",
        10_000,
    )
    assert desk.form.chosen_matter() is Matter.COPY


def test_f9_prints_the_last_slip_again_or_the_one_that_was_chosen(desk):
    desk.key(Qt.Key.Key_F9)
    assert "chưa có phiếu" in desk.told[-1]
    certify_one(desk, CARD)
    certify_one(desk, OTHER_CARD)
    second, first = desk.certified()
    desk.key(Qt.Key.Key_F9)
    assert desk.printed[-1] == second.dossier_id
    desk.page.recent.list.setFocus()
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_F9)
    assert desk.printed[-1] == first.dossier_id


def test_no_slip_is_printed_where_none_is_wanted_and_the_pc_remembers(desk):
    desk.page.bill.print_slip.setChecked(False)
    certify_one(desk)
    assert desk.printed == []
    assert not desk.open_page().bill.print_slip.isChecked()


def test_insert_adds_a_line_and_the_cross_takes_it_away(desk):
    desk.scan()
    fill_in(desk, "gks", "1", "1")
    desk.form.person.name.setFocus()
    desk.key(Qt.Key.Key_Insert)
    assert desk.focus() is desk.line(1).paper
    desk.line(0).remove.click()
    assert len(desk.form.items.lines) == 1
    assert desk.page.bill.fee.text() == "0 đồng"
    desk.line(0).remove.click()
    assert len(desk.form.items.lines) == 1


def test_tab_walks_through_the_lines_in_their_order(desk):
    desk.scan()
    fill_in(desk, "gks", "1", "1")
    desk.line(0).copies.setFocus()
    desk.key(Qt.Key.Key_Tab)
    desk.key(Qt.Key.Key_Tab)
    assert desk.focus() is desk.line(1).paper


def test_who_signs_is_remembered_and_a_reason_takes_no_fee(desk):
    desk.form.signer.set_value("Vi Văn Thoong")
    desk.form.signer_title.set_value("Phó Chủ tịch")
    desk.form.free.set_value("người có công")
    desk.scan()
    fill_in(desk, "gks", "1", "5")
    assert desk.page.bill.fee.text() == "Miễn phí"
    desk.commit()
    desk.settle()
    (dossier,) = desk.certified()
    assert dossier.certification.fee_vnd == 0
    assert dossier.certification.free_because == "người có công"
    assert dossier.certification.signer == "Vi Văn Thoong"
    assert desk.form.free.text() == ""
    desk.open_page()
    desk.qtbot.waitUntil(lambda: desk.form.signer.text() == "Vi Văn Thoong")
    assert desk.form.signer_title.text() == "Phó Chủ tịch"


def test_a_card_of_somebody_else_replaces_nothing_by_itself(desk):
    desk.scan(CARD)
    desk.scan(OTHER_CARD)
    assert desk.form.offer.isVisible()
    desk.key(Qt.Key.Key_Escape)
    assert desk.form.person.name.text() == "Lò Thị Mẫu"
    desk.scan(OTHER_CARD)
    desk.enter()
    assert desk.form.person.name.text() == "Quàng Văn Thử"
    assert desk.focus() is desk.line().paper


def test_a_number_that_the_register_knows_brings_its_name(desk):
    certify_one(desk)
    desk.type("012190001234")
    desk.settle()
    assert desk.form.person.name.text() == "Lò Thị Mẫu"
    assert "lần trước" in desk.told[-1]
    assert desk.focus() is desk.line().paper


def test_receiving_for_later_goes_to_the_intake_with_everything(desk, clock):
    clock.set_to("2026-03-10T15:20")
    desk.page.refresh()
    desk.settle()
    assert "17:30 11/03/2026" in desk.page.bill.promise.text()
    wanted = []
    desk.workplace.ways.draft_wanted.connect(wanted.append)
    desk.scan()
    fill_in(desk, "gks", "2", "60")
    desk.key(Qt.Key.Key_T, ALT)
    desk.qtbot.waitUntil(lambda: bool(wanted))
    [draft] = wanted
    state = form_state.read(draft.body)
    assert state.owner.name == "Lò Thị Mẫu"
    assert state.procedure_code == "2.000815"
    assert state.request == "Giấy khai sinh (2 trang, 60 bản)"
    assert state.fee == "240000"
    assert [kept.draft_id for kept in drafting.of_login(desk.workplace.rules, "maylt")] == [
        draft.draft_id
    ]
    assert desk.certified() == []
    assert not desk.form.has_papers


def test_the_register_is_whole_afterwards(desk):
    for card in (CARD, OTHER_CARD, CARD):
        certify_one(desk, card)
    assert safekeeping.verify(desk.workplace.rules).faults == ()


def test_a_slip_without_a_printer_is_kept_and_issued_once(desk):
    certify_one(desk)
    (dossier,) = desk.certified()
    print_slip(desk.workplace, dossier.dossier_id)
    desk.settle()
    [kept] = (desk.workplace.folder / "papers").glob("*.pdf")
    assert kept.read_bytes().startswith(b"%PDF")
    assert desk.certified()[0].papers_issued == {"certification-slip": 1}


def test_a_slip_is_shown_first_where_the_settings_say_so(desk):
    place = desk.workplace
    place.keep_settings(replace(place.settings, print_at_once=False))
    certify_one(desk)
    (dossier,) = desk.certified()
    print_slip(place, dossier.dossier_id)
    desk.qtbot.waitUntil(
        lambda: any(isinstance(w, PreviewDialog) for w in QApplication.topLevelWidgets())
    )
    [preview] = [w for w in QApplication.topLevelWidgets() if isinstance(w, PreviewDialog)]
    preview.close()
    assert desk.certified()[0].papers_issued == {}


def test_in_the_whole_window_a_card_fills_the_page_in_front(app, folder, clock, qtbot):
    add_people(folder, clock)
    with sitting_down(app, folder, clock, qtbot) as sitting:
        workspace = sitting.sign_in(CLERK)
        sitting.key(Qt.Key.Key_F7)
        sitting.settle()
        assert workspace.rail.buttons[Place.CERTIFICATION].isChecked()
        assert sitting.program._scanner.take(CARD)
        sitting.settle()
        page = workspace.pages.certification
        assert workspace.stack.currentWidget() is page
        assert page.form.person.name.text() == "Lò Thị Mẫu"
        sitting.key(Qt.Key.Key_1, CTRL)
        assert sitting.program._scanner.take(OTHER_CARD)
        sitting.settle()
        assert workspace.stack.currentWidget() is workspace.pages.intake
        assert page.form.person.name.text() == "Lò Thị Mẫu"
