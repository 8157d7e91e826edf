"""Settings: saved at once, for those who may, with faults told at their fields."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from whole_program import ADMINISTRATOR, CLERK, PIN, add_people, sitting_down

from reception.domain.errors import RuleViolation
from reception.services import sign_in
from reception.services.desk import open_desk
from reception.ui.rail import Place
from reception.ui.theme import ThemeName
from reception.ui.translation import Language


@pytest.fixture
def sitting(app, folder, clock, qtbot):
    add_people(folder, clock)
    with sitting_down(app, folder, clock, qtbot) as sitting:
        yield sitting


@pytest.fixture
def page(sitting):
    sitting.sign_in(ADMINISTRATOR)
    sitting.workspace.go(Place.SETTINGS)
    sitting.settle()
    return sitting.workspace.pages.settings


def choose(section, login):
    for row in range(section.list.count()):
        if login in section.list.item(row).data(0x0100).login:
            section.list.setCurrentRow(row)


def opened(sitting, page, name):
    """A section as somebody sees it who chose it: with what it had to read."""
    page.choose(name)
    sitting.settle()
    return getattr(page.sections, name)


def test_the_offices_names_are_saved_for_everybody(sitting, page, folder, clock):
    page.sections.office.inputs["phone"].setText("0215 3800 036")
    page.sections.office.save.click()
    sitting.settle()
    assert sitting.workspace.workplace.rules.office.phone == "0215 3800 036"
    again = open_desk(folder, clock)
    assert again.office.phone == "0215 3800 036"
    again.close()


def test_the_office_has_a_survey_sheet_go_out_with_its_papers(sitting, page, folder, clock):
    office = page.sections.office
    assert not office.encloses_survey.isChecked()
    office.encloses_survey.click()
    office.save.click()
    sitting.settle()
    again = open_desk(folder, clock)
    assert again.office.encloses_survey
    again.close()


def test_an_empty_name_is_told_at_its_field(sitting, page):
    page.sections.office.inputs["place"].setText("")
    page.sections.office.save.click()
    assert "không được để trống" in page.sections.office._fields["place"].problem.text()
    assert sitting.workspace.workplace.rules.office.place == "Mường Lay"


def test_new_hours_hold_from_their_day_on(sitting, page):
    page.sections.hours.form.times[0].setText("7h")
    page.sections.hours.form.times[0].commit()
    page.sections.hours.since.set_day(date(2026, 4, 1))
    page.sections.hours.save.click()
    sitting.settle()
    office = sitting.workspace.workplace.rules.office
    assert office.hours_on(date(2026, 3, 31)).sessions[0].opens.hour == 7
    assert office.hours_on(date(2026, 3, 31)).sessions[0].opens.minute == 30
    assert office.hours_on(date(2026, 4, 1)).sessions[0].opens.minute == 0


def test_impossible_hours_are_refused_in_words(sitting, page):
    page.sections.hours.form.times[1].setText("06:00")
    page.sections.hours.save.click()
    assert "đóng cửa trước khi mở cửa" in page.sections.hours.problem.text()


def test_a_new_person_can_sign_in(sitting, page, folder, clock):
    people = opened(sitting, page, "people")
    people.add.click()
    form = people.form
    form.name.setText("Vàng A Đức")
    form.secret.setText("1357")
    people.save.click()
    sitting.settle()
    desk = open_desk(folder, clock)
    assert sign_in.sign_in(desk, "duc.va", "1357").name == "Vàng A Đức"
    desk.close()


def test_a_login_in_use_is_not_taken_over(sitting, page):
    people = opened(sitting, page, "people")
    people.add.click()
    form = people.form
    form.name.setText("Lường Thị Khác")
    form.login.setText(CLERK.login)
    form.secret.setText("1357")
    people.save.click()
    sitting.settle()
    assert "Đã có người" in form.fields["login"].problem.text()


def test_the_last_administrator_stays_one(sitting, page):
    people = opened(sitting, page, "people")
    choose(people, ADMINISTRATOR.login)
    people.form.active.setChecked(False)
    people.save.click()
    sitting.settle()
    assert "ít nhất một người quản trị" in people.form.fields["role"].problem.text()


def test_whoever_has_to_wait_is_marked_and_let_in_again(sitting, page, folder, clock):
    people = opened(sitting, page, "people")
    desk = open_desk(folder, clock)
    for _ in range(4):
        with suppress(RuleViolation):
            sign_in.sign_in(desk, CLERK.login, "0000")
    people.save.click()  # reads the people anew
    sitting.settle()
    rows = [people.list.item(n).text() for n in range(people.list.count())]
    assert [row for row in rows if "(đang phải đợi)" in row] == [
        row for row in rows if CLERK.name in row
    ]
    assert not people.end_wait.isEnabled()  # the administrator, who is chosen, need not wait
    choose(people, CLERK.login)
    people.end_wait.click()
    sitting.settle()
    assert sign_in.sign_in(desk, CLERK.login, PIN) == CLERK
    desk.close()


def test_a_closed_account_is_listed_and_does_not_sign_in(sitting, page):
    people = opened(sitting, page, "people")
    choose(people, CLERK.login)
    people.form.active.setChecked(False)
    people.save.click()
    sitting.settle()
    rows = [people.list.item(n).text() for n in range(people.list.count())]
    assert any("(đã đóng)" in row for row in rows)
    sitting.program.lock()
    listed = [sitting.screen.people.item(n).text() for n in range(sitting.screen.people.count())]
    assert not any(CLERK.name in row for row in listed)


def test_ones_own_pin_changes_with_the_old_one(sitting, page, folder, clock):
    own = page.sections.own_secret
    own.old.setText(PIN)
    own.new.setText("8642")
    own.again.setText("8642")
    own.save.click()
    sitting.settle()
    desk = open_desk(folder, clock)
    assert sign_in.sign_in(desk, ADMINISTRATOR.login, "8642") == ADMINISTRATOR
    desk.close()


def test_a_backup_is_a_whole_register(sitting, page, tmp_path):
    target = tmp_path / "ban-sao.db"
    page.sections.backup.back_up(target)
    sitting.settle()
    assert target.is_file()
    assert "nguyên vẹn" in page.sections.backup.result.text()
    assert page.sections.backup.start.isEnabled()


def test_a_backup_that_cannot_be_written_says_so(sitting, page, tmp_path):
    (tmp_path / "tep").write_text("x")
    page.sections.backup.back_up(tmp_path / "tep" / "ban-sao.db")
    sitting.settle()
    assert page.sections.backup.problem.text()
    assert page.sections.backup.start.isEnabled()


def test_looks_change_at_once_and_the_language_with_the_next_start(sitting, page):
    page.sections.look.theme.setCurrentIndex(page.sections.look.theme.findData(ThemeName.CONTRAST))
    page.sections.look.theme.activated.emit(2)
    assert sitting.window.memory.theme is ThemeName.CONTRAST
    page.sections.look.language.setCurrentIndex(1)
    page.sections.look.language.activated.emit(1)
    assert sitting.window.memory.language is Language.ENGLISH
    assert "lần mở chương trình sau" in page.sections.look.later.text()


def test_printing_is_remembered_on_this_pc(sitting, page):
    page.sections.printing.form.paper.setCurrentIndex(1)
    page.sections.printing.save.click()
    assert sitting.workspace.workplace.settings.paper == "A4"
    assert sitting.workspace.workplace.settings.last_login == ADMINISTRATOR.login


def test_a_clerk_may_change_looks_and_printing_but_not_the_office(sitting):
    sitting.sign_in(CLERK)
    sitting.workspace.go(Place.SETTINGS)
    sitting.settle()
    page = sitting.workspace.pages.settings
    assert page.sections.look.body.isEnabled()
    assert page.sections.own_secret.body.isEnabled()
    for section in (
        page.sections.office,
        page.sections.hours,
        page.sections.people,
        page.sections.backup,
    ):
        assert not section.body.isEnabled()
