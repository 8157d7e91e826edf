"""A locked register at the start of the day: one question, and the printed key when it is lost."""

from __future__ import annotations

import pytest
from whole_program import sitting_down

from at_the_counter import clock_at
from reception.services import locking
from reception.services.set_up import office_named, set_up
from reception.services.sign_in import FirstAccount
from reception.ui.settings.lock import LockSection
from reception.ui.sign_in.page import SignInPage
from reception.ui.sign_in.unlock_page import UnlockPage

PASSPHRASE = "mua lua chin vang"


@pytest.fixture
def lock():
    return locking.new_lock(PASSPHRASE)


@pytest.fixture
def sitting(app, tmp_path, lock, qtbot):
    office, first = office_named("Xã Mường Lay", "H40.16"), FirstAccount("hoa", "Lò Hoa", "2468")
    set_up(tmp_path / "so", office, clock_at(), account=first, lock=lock).close()
    with sitting_down(app, tmp_path / "so", clock_at(), qtbot) as sitting:
        yield sitting


def unlock(sitting, secret):
    assert isinstance(sitting.screen, UnlockPage)
    sitting.write(secret)
    sitting.enter()
    sitting.settle()


def test_the_passphrase_leads_to_who_is_at_the_desk(sitting):
    unlock(sitting, PASSPHRASE)
    assert isinstance(sitting.screen, SignInPage)


def test_the_printed_key_opens_as_well(sitting, lock):
    unlock(sitting, lock.recovery_key.lower())
    assert isinstance(sitting.screen, SignInPage)


def test_a_wrong_one_is_told_and_typed_over(sitting):
    unlock(sitting, "mua lua chin")
    assert "không đúng với sổ này" in sitting.screen.field.problem.text()
    unlock(sitting, PASSPHRASE)
    assert isinstance(sitting.screen, SignInPage)


def test_the_administrator_changes_the_passphrase_and_prints_a_new_key(sitting, lock, tmp_path):
    unlock(sitting, PASSPHRASE)
    sitting.write("2468")
    sitting.enter()
    sitting.settle()
    workplace = sitting.workspace.workplace
    section = LockSection(workplace, allowed=True)
    sitting.qtbot.addWidget(section)
    sitting.settle()
    section.passphrase.setText("nang len tren ban")
    section.again.setText("nang len tren")
    section.save.click()
    assert "không giống nhau" in section.problem.text()
    section.again.setText("nang len tren ban")
    section.save.click()
    sitting.settle()
    key_file = tmp_path / "so" / "reception.db.khoa"
    before = key_file.read_bytes()
    section.renew.click()
    sitting.settle()
    assert key_file.read_bytes() != before
    desk = workplace.rules
    with pytest.raises(Exception, match="hãy dùng tờ in mới nhất"):
        locking.check_recovery_key(desk, lock.recovery_key)
