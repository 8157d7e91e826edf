"""Guessing a PIN at the desk: longer and longer waits, for nobody else, and never for good."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta

import pytest

from reception.domain.accounts import Account, Role
from reception.domain.errors import RuleViolation
from reception.domain.lockout import wait_after_s
from reception.services import sign_in
from reception.services.desk import open_desk

ADMINISTRATOR = Account("quantri", "Lò Văn Hặc", Role.ADMINISTRATOR)
CLERK = Account("maylt", "Lò Thị Mây", Role.CLERK)
PIN, WRONG = "13579", "97531"


@dataclass
class Uptime:
    """The seconds since the PC was switched on."""

    s: float = 5_000.0

    def __call__(self) -> float:
        return self.s


@pytest.fixture
def uptime():
    return Uptime()


@pytest.fixture
def staffed(desk):
    sign_in.put_account(desk, CLERK, PIN, by=ADMINISTRATOR)
    return desk


def tried(desk, uptime, secret=WRONG, login=CLERK.login) -> str:
    """What becomes of a try: the refusal's code, or ``in``."""
    try:
        sign_in.sign_in(desk, login, secret, uptime)
    except RuleViolation as refusal:
        return refusal.code
    return "in"


def fail(desk, uptime, times: int) -> None:
    """Fail so often, patiently."""
    for n in range(times):
        uptime.s += wait_after_s(n)
        assert tried(desk, uptime) == "sign-in-failed"


@pytest.mark.parametrize(
    ("failures", "seconds"),
    [(0, 0), (1, 0), (3, 0), (4, 16), (5, 32), (6, 64), (9, 512), (10, 900), (11, 900),
     (1_000_000, 900)],
)  # fmt: skip
def test_how_long_a_person_waits(failures, seconds):
    assert wait_after_s(failures) == seconds


def test_from_the_fourth_failure_on_even_the_right_pin_waits(staffed, uptime):
    fail(staffed, uptime, 4)

    uptime.s += 15.9
    assert tried(staffed, uptime, PIN) == "sign-in-wait"
    uptime.s += 0.1
    assert tried(staffed, uptime, PIN) == "in"


def test_what_is_said_names_the_wait(staffed, uptime):
    fail(staffed, uptime, 3)

    with pytest.raises(RuleViolation, match="đợi 16 giây"):
        sign_in.sign_in(staffed, CLERK.login, WRONG, uptime)
    with pytest.raises(RuleViolation, match="đợi 16 giây"):
        sign_in.sign_in(staffed, CLERK.login, PIN, uptime)


def test_ten_failures_make_a_quarter_of_an_hour_and_no_more(staffed, uptime):
    fail(staffed, uptime, 15)

    assert sign_in.waiting(staffed, uptime) == {CLERK.login: 900}
    uptime.s += 900
    assert tried(staffed, uptime, PIN) == "in"
    assert tried(staffed, uptime) == "sign-in-failed"  # and all is forgotten
    assert sign_in.waiting(staffed, uptime) == {}


@pytest.mark.parametrize("years", [-3, 3])
def test_setting_the_clock_changes_nothing(staffed, uptime, clock, years):
    fail(staffed, uptime, 5)
    clock.at += timedelta(days=365 * years)

    assert sign_in.waiting(staffed, uptime) == {CLERK.login: 32}
    assert tried(staffed, uptime, PIN) == "sign-in-wait"


def test_starting_the_program_anew_changes_nothing(staffed, uptime, folder, clock):
    fail(staffed, uptime, 5)
    again = open_desk(folder, clock)

    assert tried(again, uptime, PIN) == "sign-in-wait"
    again.close()


def test_switching_the_pc_off_and_on_makes_the_wait_begin_anew_and_end(staffed, uptime):
    fail(staffed, uptime, 5)
    uptime.s = 10.0

    assert sign_in.waiting(staffed, uptime) == {CLERK.login: 22}
    uptime.s = 32.0
    assert tried(staffed, uptime, PIN) == "in"


def test_the_others_stay_free(staffed, uptime):
    fail(staffed, uptime, 10)

    assert tried(staffed, uptime, "2468", ADMINISTRATOR.login) == "in"
    assert tried(staffed, uptime, PIN) == "sign-in-wait"


def test_names_that_nobody_has_leave_nothing_behind(staffed, uptime):
    for n in range(8):
        assert tried(staffed, uptime, WRONG, f"ai-do-{n}") == "sign-in-failed"

    assert staffed.database.rows("SELECT * FROM sign_in_try") == []


def test_the_administrator_ends_a_wait_and_a_clerk_does_not(staffed, uptime):
    fail(staffed, uptime, 10)

    with pytest.raises(RuleViolation, match="không được"):
        sign_in.end_wait(staffed, CLERK.login, by=CLERK)
    assert tried(staffed, uptime, PIN) == "sign-in-wait"
    sign_in.end_wait(staffed, CLERK.login, by=ADMINISTRATOR)
    assert tried(staffed, uptime, PIN) == "in"


def test_a_new_pin_can_be_used_at_once(staffed, uptime):
    fail(staffed, uptime, 10)
    sign_in.put_account(staffed, CLERK, "86420", by=ADMINISTRATOR)

    assert tried(staffed, uptime, "86420") == "in"


def test_many_tries_at_once_are_no_more_than_four(staffed, uptime):
    desks = [staffed.another() for _ in range(8)]
    with ThreadPoolExecutor(8) as at_once:
        outcomes = sorted(at_once.map(lambda desk: tried(desk, uptime), desks))
    for desk in desks:
        desk.close()

    assert outcomes == ["sign-in-failed"] * 4 + ["sign-in-wait"] * 4


def test_guessing_ones_own_old_pin_waits_too(staffed, uptime):
    fail(staffed, uptime, 3)

    for code in ("sign-in-failed", "sign-in-wait"):
        with pytest.raises(RuleViolation) as refusal:
            sign_in.change_own_secret(staffed, CLERK, WRONG, "11111")
        assert refusal.value.code == code


def test_where_nothing_can_be_written_people_still_come_in_to_read(staffed, uptime):
    staffed.database.only_read = True

    assert tried(staffed, uptime, PIN) == "in"
    assert tried(staffed, uptime) == "sign-in-failed"


def test_tries_are_no_events(staffed, uptime):
    before = staffed.store.journal.count()
    fail(staffed, uptime, 5)

    assert staffed.store.journal.count() == before
