"""The first run by keyboard: from an empty folder to a person at work."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from whole_program import sitting_down

from at_the_counter import clock_at
from reception.domain.errors import Trouble
from reception.services import locking, sign_in
from reception.services.desk import open_desk
from reception.services.set_up import office_named, set_up
from reception.ui.set_up.account_step import suggested_login
from reception.ui.set_up.hours_form import HoursForm
from reception.ui.set_up.lock_step import LockStep
from reception.ui.set_up.office_step import OfficeStep
from reception.ui.set_up.wizard import FirstAccountPage, SetUpWizard

PASSPHRASE = "mua lua chin vang"


@pytest.fixture
def sitting(app, tmp_path, qtbot):
    with sitting_down(app, tmp_path / "moi", clock_at(), qtbot) as sitting:
        yield sitting


def answer_all(sitting):
    """The whole wizard without the mouse."""
    sitting.enter()
    sitting.write("Xã Mường Lay")
    sitting.enter()
    sitting.write("h40.16")
    sitting.enter()
    sitting.enter()
    for _ in range(4):
        sitting.enter()
    sitting.key(Qt.Key.Key_Space)
    sitting.enter()
    sitting.write("Lò Thị Hoa")
    sitting.enter()
    sitting.enter()
    sitting.write("2468")
    sitting.enter()
    sitting.write("2468")
    sitting.enter()
    sitting.enter()
    onward(sitting)
    sitting.write(PASSPHRASE)
    sitting.enter()
    sitting.write(PASSPHRASE)
    onward(sitting)
    copy_key(sitting)
    onward(sitting)


def onward(sitting):
    sitting.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def copy_key(sitting):
    """Whoever sits here has copied the key by hand, and types its last letters."""
    recovery = sitting.screen.recovery
    assert sitting.screen.step is recovery
    recovery.last.setFocus()
    sitting.write(recovery.key.text()[-4:].lower())
    return recovery.key.text()


def test_keys_alone_make_the_register_and_let_its_first_person_in(sitting):
    assert isinstance(sitting.screen, SetUpWizard)
    answer_all(sitting)
    sitting.qtbot.waitUntil(lambda: sitting.program.workspace is not None, timeout=20_000)
    sitting.settle()
    workplace = sitting.workspace.workplace
    assert workplace.account.name == "Lò Thị Hoa"
    assert workplace.account.login == "hoa.lt"
    assert workplace.rules.office.agency_code == "H40.16"
    assert workplace.rules.office.hours[0].saturday_reception is not None
    assert workplace.settings.paper == "A5"
    assert sitting.workspace.home.title.text() == "Thứ Ba, ngày 10 tháng 03 năm 2026"


def test_on_its_first_day_too_a_clock_set_back_dates_nothing_before_the_set_up(sitting):
    answer_all(sitting)
    sitting.qtbot.waitUntil(lambda: sitting.program.workspace is not None, timeout=20_000)
    sitting.settle()
    workplace, clock = sitting.workspace.workplace, sitting.program._clock
    began = clock.at
    clock.at -= timedelta(hours=2)
    for desk in (workplace.desk, workplace.rules):
        assert desk.now() == began


def test_the_new_register_is_locked_and_asks_for_its_passphrase(sitting, tmp_path, app, qtbot):
    answer_all(sitting)
    sitting.qtbot.waitUntil(lambda: sitting.program.workspace is not None, timeout=20_000)
    sitting.settle()
    assert locking.state(sitting.workspace.workplace.rules).by_passphrase
    with pytest.raises(Trouble, match="khoá bằng mật khẩu"):
        open_desk(tmp_path / "moi", clock_at())


def test_nobody_goes_on_without_the_recovery_key_in_hand(sitting):
    wizard = sitting.screen
    wizard.lock.passphrase.setText(PASSPHRASE)
    wizard.lock.again.setText(PASSPHRASE)
    wizard.office.commune.setText("Xã Mường Lay")
    wizard.pages.setCurrentWidget(wizard.pages.widget(wizard.steps.index(wizard.recovery)))
    wizard.recovery.show_key(wizard.lock.lock().recovery_key)
    wizard.recovery.last.setText("0000")
    wizard.go_on()
    assert wizard.step is wizard.recovery
    assert "bốn ký tự cuối" in wizard.recovery._field.problem.text()


def test_a_pc_that_keeps_secrets_asks_for_no_passphrase(shown):
    step = shown(LockStep(pc_keeps_secrets=True))
    assert step.by_pc.isChecked()
    assert not step.passphrase.isVisible()
    assert step.lock().on_this_pc
    assert step.lock() is step.lock(), "going back and forth keeps the printed key"
    step.by_passphrase.setChecked(True)
    assert step.passphrase.isVisible()
    assert not step.ready()


def test_two_different_passphrases_are_told_at_the_second(shown):
    step = shown(LockStep(pc_keeps_secrets=False))
    step.passphrase.setText(PASSPHRASE)
    step.again.setText("mùa lúa chín")
    assert not step.ready()


def test_nothing_is_written_before_the_last_step(sitting, tmp_path):
    sitting.enter()
    sitting.write("Xã Mường Lay")
    assert not (tmp_path / "moi" / "reception.db").exists()


def test_a_step_with_a_fault_stays_and_says_where(sitting):
    wizard = sitting.screen
    sitting.enter()
    wizard.go_on()
    assert wizard.step is wizard.office
    assert "Xã Mường Lay" in wizard.office.commune.problem()
    assert sitting.focus() is wizard.office.commune


def test_an_agency_code_is_judged_while_typing(shown):
    step = shown(OfficeStep())
    step.agency_code.setText("H40.16!")
    assert "H40.16" in step.agency_code.problem()
    step.agency_code.setText("H40.16")
    assert step.agency_code.problem() == ""


def test_two_different_pins_are_told_at_the_second(sitting):
    wizard = sitting.screen
    wizard.account.name.setText("Lò Thị Hoa")
    wizard.account.secret.setText("2468")
    wizard.account.again.setText("2469")
    assert not wizard.account.ready()
    assert "không giống nhau" in wizard.account._fields["again"].problem.text()


def test_going_back_keeps_the_answers(sitting):
    sitting.enter()
    sitting.write("Xã Mường Lay")
    sitting.key(Qt.Key.Key_Escape)
    assert sitting.screen.step is sitting.screen.begin
    sitting.screen.go_on()
    assert sitting.screen.office.commune.value() == "Xã Mường Lay"


def test_the_trial_makes_invented_data_and_says_so(app, tmp_path, qtbot):
    with sitting_down(app, tmp_path / "moi", clock_at(), qtbot) as sitting:
        sitting.screen.begin.trial.setChecked(True)
        sitting.enter()
        qtbot.waitUntil(lambda: sitting.program.workspace is not None, timeout=60_000)
        sitting.settle()
        workplace = sitting.workspace.workplace
        assert workplace.demo
        assert "DỮ LIỆU THỬ" in sitting.window.windowTitle()
        assert workplace.folder.exists()
    assert not workplace.folder.exists()
    assert not (tmp_path / "moi" / "reception.db").exists()


def test_a_register_without_people_asks_only_for_the_first(app, tmp_path, qtbot):
    folder = tmp_path / "init"
    set_up(folder, office_named("Xã Mường Lay", "H40.16"), clock_at()).close()
    with sitting_down(app, folder, clock_at(), qtbot) as sitting:
        assert isinstance(sitting.screen, FirstAccountPage)
        sitting.write("Lò Thị Hoa")
        sitting.enter()
        sitting.enter()
        sitting.write("2468")
        sitting.enter()
        sitting.write("2468")
        sitting.enter()
        sitting.enter()
        qtbot.waitUntil(lambda: sitting.program.workspace is not None)
        sitting.settle()
    desk = open_desk(folder, clock_at())
    assert [account.login for account in sign_in.accounts(desk)] == ["hoa.lt"]
    desk.close()


def test_hours_are_read_loosely_and_an_afternoon_may_be_missing(shown):
    form = shown(HoursForm())
    for field, text in zip(form.times, ("7h", "1130", "", ""), strict=False):
        field.setText(text)
        field.commit()
    assert [f"{s.opens:%H:%M}-{s.closes:%H:%M}" for s in form.sessions()] == ["07:00-11:30"]


@pytest.mark.parametrize(
    ("name", "login"),
    [("Lò Thị Hoa", "hoa.lt"), ("H'Hen Niê", "nie.h"), ("Đức", "duc"), ("", "")],
)
def test_a_login_is_suggested_from_the_name(name, login):
    assert suggested_login(name) == login
