"""Taking the survey, and what a period's sheets come to in a register."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest

from at_the_counter import BY, asking
from pdf_reading import pages_of, text_of
from reception.domain import chain
from reception.domain.accounts import Account, Role
from reception.domain.errors import RuleViolation
from reception.domain.events import AccountChanged
from reception.domain.list_frame import Period
from reception.domain.moments import OFFICE_ZONE
from reception.domain.survey_events import SurveyWay
from reception.services import (
    books,
    finishing,
    intake,
    mending,
    paperwork,
    safekeeping,
    survey_enclosing,
    survey_results,
    surveys,
)
from reception.services.drawing_up import Volume
from reception.storage.store import Store
from reception.storage.upgrading import catch_up

THREE_DAYS = "1.004873"
FIRST_QUARTER = Period(date(2026, 1, 1), date(2026, 3, 31))
PAPER, COUNTER = SurveyWay.PAPER, SurveyWay.COUNTER


def received(desk, name: str = "An", by: str = BY) -> str:
    return intake.register(desk, asking(name, THREE_DAYS), by=by).dossier_id


def settled(desk, clock, number: int, by: str = BY) -> list[str]:
    """So many received on the 10th by one clerk and done the day after, before the due day."""
    clock.set_to("2026-03-10T09:00")
    ids = [received(desk, f"Lò Văn {n}", by) for n in range(number)]
    clock.set_to("2026-03-11T09:00")
    for one in ids:
        finishing.record_result(desk, one, by=BY)
    return ids


def with_accounts(desk, *accounts: Account) -> None:
    with desk.store.writing():
        for account in accounts:
            desk.store.record_reference(AccountChanged(account), at=desk.now(), by=BY)


def refused(code: str, act, *args, **more) -> str:
    with pytest.raises(RuleViolation) as refusal:
        act(*args, **more)
    assert refusal.value.code == code
    return refusal.value.text


# --- taking ---------------------------------------------------------------------------------------


def test_an_answer_says_nothing_of_who_answered(desk):
    one = received(desk, "Đỗ Thị Ưởng")
    surveys.answer(desk, one, "12111", COUNTER, by=BY)
    body = desk.store.journal.of_entity(one)[-1].body.decode()
    assert "Ưởng" not in body
    assert desk.store.dossier(one).survey.way is COUNTER


def test_a_second_sheet_is_refused_with_one_sentence(desk):
    one = received(desk)
    surveys.answer(desk, one, "11111", PAPER, by=BY)
    text = refused("survey-answered", surveys.answer, desk, one, "11111", PAPER, by=BY)
    assert "mỗi hồ sơ chỉ tính một phiếu" in text
    assert len(desk.store.history(one)) == 2


def test_a_sheet_can_be_keyed_in_for_the_day_it_was_answered(desk, clock):
    one = received(desk)
    clock.set_to("2026-04-02T09:00")
    surveys.answer(desk, one, "11111", PAPER, by=BY, taken_on=date(2026, 3, 12))
    assert survey_results.of_period(desk, FIRST_QUARTER).results.sheets == 1


@pytest.mark.parametrize("day", [date(2026, 3, 9), date(2026, 3, 11)])
def test_an_impossible_day_is_refused(desk, day):
    one = received(desk)
    refused("survey-day", surveys.answer, desk, one, "11111", PAPER, by=BY, taken_on=day)


def test_a_receipt_that_was_undone_is_asked_about_by_nobody(desk):
    one = received(desk)
    mending.undo(desk, one, reason="nhầm người", by=BY)
    refused("act-not-allowed", surveys.answer, desk, one, "11111", PAPER, by=BY)


def test_a_mis_keyed_sheet_is_put_right_by_an_event_of_its_own(desk):
    one = received(desk)
    surveys.answer(desk, one, "11111", PAPER, by=BY)
    surveys.correct(desk, one, "21111", by=BY)
    surveys.correct(desk, one, "31111", by=BY)
    assert desk.store.dossier(one).survey.answers[0].choice == "more"
    assert [entry.kind for entry in desk.store.history(one)][1:] == [
        "dossier.survey-answered", *2 * ["dossier.survey-corrected"],
    ]  # fmt: skip


def test_nobody_else_puts_a_sheet_right_and_not_tomorrow(desk, clock):
    one, other = received(desk), received(desk)
    surveys.answer(desk, one, "11111", PAPER, by=BY)
    surveys.answer(desk, other, "11111", COUNTER, by=BY)
    refused("survey-of-another", surveys.correct, desk, one, "21111", by="hoa")
    refused("survey-not-paper", surveys.correct, desk, other, "21111", by=BY)
    refused("survey-missing", surveys.correct, desk, received(desk), "21111", by=BY)
    clock.set_to("2026-03-11T09:00")
    refused("survey-too-late", surveys.correct, desk, one, "21111", by=BY)


def test_a_specialist_takes_no_survey(desk):
    one = received(desk)
    with_accounts(desk, Account("lu", "Vàng A Lử", Role.SPECIALIST))
    refused("not-allowed", surveys.answer, desk, one, "11111", PAPER, by="lu")


# --- results --------------------------------------------------------------------------------------


def test_a_quarter_of_sheets_from_the_register(desk, clock):
    with_accounts(desk, Account("lan", "Lò Thị Lan", Role.CLERK))
    for one in settled(desk, clock, 5, by="lan"):
        surveys.answer(desk, one, "12112", COUNTER, by=BY)
    told = survey_results.of_period(desk, FIRST_QUARTER).results
    assert told.sheets == 5
    assert [str(one.score) for one in told.whole.scores] == ["2.0", "2.0", "2.0", "1.0", "2.0"]
    ((lan, step),) = told.officials
    assert (lan.name, lan.sheets, lan.total) == ("Lò Thị Lan", 5, Decimal("9.0"))
    assert step == "hoàn thành 100% nhiệm vụ"
    assert told.ways == {"counter": 5}


def test_figures_of_a_past_period_do_not_change(desk, clock):
    ids = settled(desk, clock, 3)
    late = received(desk, "Chậm")
    for one in (*ids, late):
        surveys.answer(desk, one, "11111", COUNTER, by=BY)
    clock.set_to("2026-04-01T09:00")
    before = survey_results.of_period(desk, FIRST_QUARTER).results
    clock.set_to("2026-06-01T09:00")
    assert survey_results.of_period(desk, FIRST_QUARTER).results == before


def test_the_lists_are_made_anew_from_the_events(desk, clock):
    for one in settled(desk, clock, 5):
        surveys.answer(desk, one, "12112", COUNTER, by=BY)
    with_accounts(desk, Account("vy", "Vi Thị Vy", Role.LEADER))
    survey_results.rate(desk, FIRST_QUARTER, 6, 2, "niêm yết", by="vy")
    before = survey_results.of_period(desk, FIRST_QUARTER).results
    desk.database.run("DELETE FROM survey")
    desk.database.run("DELETE FROM office_rating")
    assert not safekeeping.verify(desk).whole
    safekeeping.rebuild(desk)
    assert safekeeping.verify(desk).whole
    assert survey_results.of_period(desk, FIRST_QUARTER).results == before


def test_what_no_dossier_tells_is_rated_with_its_evidence(desk, clock):
    for one in settled(desk, clock, 5):
        surveys.answer(desk, one, "11111", COUNTER, by=BY)
    for index, points in {5: 2, 6: 1, 8: 2, 9: 0}.items():
        survey_results.rate(desk, FIRST_QUARTER, index, points, f"căn cứ {index}", by=BY)
    survey_results.rate(desk, FIRST_QUARTER, 6, 2, "đã đăng cả trên trang của xã", by=BY)
    found = survey_results.of_period(desk, FIRST_QUARTER)
    assert (found.results.total, found.results.grade) == (Decimal("16.0"), "xuất sắc")
    text = text_of(books.pdf([Volume(survey_results.paper(desk, found), ())]))
    for words in ("16,0 điểm, xếp loại: xuất sắc", "đã đăng cả trên", "Số phiếu: 5", "tại quầy 5"):
        assert words in text, words


def test_a_rating_wants_a_leader_an_index_points_and_evidence(desk):
    with_accounts(desk, Account("lan", "Lò Thị Lan", Role.CLERK))

    def rate(index: int = 6, points: int = 2, evidence: str = "căn cứ", by: str = BY):
        survey_results.rate(desk, FIRST_QUARTER, index, points, evidence, by=by)

    refused("not-allowed", rate, by="lan")
    refused("no-such-index", rate, index=3)
    refused("points-impossible", rate, points=3)
    refused("evidence-missing", rate, evidence="  ")
    refused("no-glyph", rate, evidence="đã đăng \N{WHITE HEAVY CHECK MARK}")


def test_without_sheets_the_form_says_so(desk):
    found = survey_results.of_period(desk, FIRST_QUARTER)
    text = text_of(books.pdf([Volume(survey_results.paper(desk, found), ())]))
    assert "chưa đủ phiếu: chưa có phiếu nào" in text


def test_few_sheets_carry_a_caution(desk, clock):
    for one in settled(desk, clock, 2):
        surveys.answer(desk, one, "11111", COUNTER, by=BY)
    found = survey_results.of_period(desk, FIRST_QUARTER)
    text = text_of(books.pdf([Volume(survey_results.paper(desk, found), ())]))
    assert "Mới có 2 phiếu: ít phiếu, chỉ để tham khảo" in text


def test_the_spreadsheet_has_figures_with_their_number_of_sheets(desk, clock, tmp_path):
    for one in settled(desk, clock, 5):
        surveys.answer(desk, one, "12111", COUNTER, by=BY)
    found = survey_results.of_period(desk, FIRST_QUARTER)
    survey_results.save_workbook(desk, found, tmp_path / "khao-sat.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "khao-sat.xlsx").active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    fourth = next(row for row in rows if row[1] == "4. Số cơ quan phải liên hệ")
    assert fourth[2:4] == [5, 1.0]


def test_a_period_to_come_is_refused(desk):
    to_come = Period(date(2027, 1, 1), date(2027, 3, 31))
    refused("period-to-come", survey_results.of_period, desk, to_come)


# --- the sheet ------------------------------------------------------------------------------------


def test_the_sheet_has_the_code_and_nobodys_name(desk):
    dossier = intake.register(desk, asking("Đỗ Thị Ưởng", THREE_DAYS), by=BY)
    text = text_of(paperwork.issue(desk, dossier.dossier_id, "survey-sheet", by=BY))
    assert dossier.code in text
    assert "Ưởng" not in text
    assert "1. Rất hài lòng" in text


def test_after_an_answer_no_sheet_is_printed(desk):
    one = received(desk)
    surveys.answer(desk, one, "11111", COUNTER, by=BY)
    refused("survey-answered", paperwork.issue, desk, one, "survey-sheet", by=BY)


def test_a_sheet_goes_out_with_the_papers_people_take_along(desk):
    dossier = intake.register(desk, asking("Đỗ Thị Ưởng", THREE_DAYS), by=BY)
    one = dossier.dossier_id
    assert pages_of(paperwork.issue(desk, one, "receipt", by=BY)) == 1
    survey_enclosing.enclose(desk, wanted=True, by=BY)
    assert pages_of(paperwork.preview(desk, one, "receipt")) == 2
    # A paper that went out without one is shown as it went out.
    assert pages_of(paperwork.preview(desk, one, "receipt", times=1)) == 1

    pair = paperwork.issue(desk, one, "receipt", by=BY, copies=2)
    assert pages_of(pair) == 3
    assert text_of(pair).count("PHIẾU KHẢO SÁT") == 1
    assert text_of(pair).index("PHIẾU KHẢO SÁT") > text_of(pair).rindex("GIẤY TIẾP NHẬN")
    assert desk.store.dossier(one).papers_issued == {"receipt": 2, "survey-sheet": 1}
    assert pages_of(paperwork.issue(desk, one, "control-sheet", by=BY)) == 1

    finishing.record_result(desk, one, by=BY)
    finishing.hand_over(desk, one, by=BY)
    slip = text_of(paperwork.issue(desk, one, "result-slip", by=BY))
    assert "PHIẾU KHẢO SÁT" in slip
    assert "IN LẠI" not in slip

    batch = paperwork.issue_many(desk, [(one, "receipt"), (received(desk), "receipt")], by=BY)
    assert pages_of(batch.pdf) == 4
    assert [outcome.times for outcome in batch.outcomes] == [3, 1]


def test_an_answered_survey_is_not_asked_for_again(desk):
    one = received(desk)
    survey_enclosing.enclose(desk, wanted=True, by=BY)
    surveys.answer(desk, one, "11111", COUNTER, by=BY)
    assert pages_of(paperwork.issue(desk, one, "receipt", by=BY)) == 1
    two = received(desk)
    survey_enclosing.enclose(desk, wanted=False, by=BY)
    assert pages_of(paperwork.issue(desk, two, "receipt", by=BY)) == 1


def test_who_manages_the_office_says_whether_a_sheet_goes_out(desk):
    with_accounts(desk, Account("may", "Lò Thị Mây", Role.CLERK))
    refused("not-allowed", survey_enclosing.enclose, desk, wanted=True, by="may")
    assert not desk.office.encloses_survey


def test_an_older_program_keeps_what_the_office_wants_for_the_newer_one(desk):
    """It took the office in from a newer desk, and knew no such setting."""
    survey_enclosing.enclose(desk, wanted=True, by=BY)
    known = chain.write(desk.office.enclosing_survey(wanted=False))
    with desk.store.writing():
        desk.database.run("UPDATE office SET body = :body", body=known)
        desk.database.run("UPDATE program SET version = '0.0.1'")
    desk.reload()
    assert not desk.office.encloses_survey
    catch_up(desk.store)
    desk.reload()
    assert desk.office.encloses_survey


def test_an_older_register_lists_its_sheets_when_it_is_opened(desk):
    """As after an exchange with a newer desk: the events lay there, in no list."""
    one = received(desk)
    surveys.answer(desk, one, "11111", COUNTER, by=BY)
    with desk.store.writing():
        desk.database.run("DELETE FROM survey")
        desk.database.run(
            "UPDATE program SET kinds = replace(kinds, 'dossier.survey-answered ', '')"
        )
    catch_up(Store(desk.database))
    assert desk.database.rows("SELECT dossier FROM survey") == [(one,)]
    assert datetime(2026, 3, 10, 9, tzinfo=OFFICE_ZONE) == desk.store.dossier(one).survey.at
