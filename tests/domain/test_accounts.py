"""Who may do what at the office."""

from __future__ import annotations

import pytest

from reception.domain.accounts import Account, Right, Role, check_secret, checked_account
from reception.domain.errors import RuleViolation

ALL = set(Right)
MAY = {
    Role.CLERK: {Right.RECEIVE, Right.PRINT, Right.LOOK_UP, Right.WORK, Right.CORRECT},
    Role.SPECIALIST: {Right.PRINT, Right.LOOK_UP, Right.WORK},
    Role.LEADER: ALL - {Right.MANAGE_OFFICE},
    Role.ADMINISTRATOR: ALL,
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("act", Right)
def test_each_role_may_do_its_acts_and_no_others(role, act):
    account = Account("maylt", "Lò Thị Mây", role)

    assert account.may(act) is (act in MAY[role])
    if act in MAY[role]:
        account.require(act)
    else:
        with pytest.raises(RuleViolation, match="Lò Thị Mây") as refusal:
            account.require(act)
        assert refusal.value.code == "not-allowed"


def test_an_account_is_cleaned():
    account = checked_account(Account(" MayLT ", " Lò  Thị Mây ", Role.CLERK, active=False))

    assert account == Account("maylt", "Lò Thị Mây", Role.CLERK, active=False)


@pytest.mark.parametrize(
    ("login", "name", "code"),
    [("", "A", "login-impossible"), ("mây", "A", "login-impossible"),
     ("a b", "A", "login-impossible"), ("a" * 33, "A", "login-impossible"),
     ("maylt", " ", "name-missing"),
     ("maylt", "a" * 201, "name-missing")],
)  # fmt: skip
def test_an_impossible_account_is_refused(login, name, code):
    with pytest.raises(RuleViolation) as refusal:
        checked_account(Account(login, name, Role.CLERK))

    assert refusal.value.code == code


def test_the_length_of_secrets():
    check_secret("2468")
    check_secret("x" * 128)
    for secret, code in (("246", "secret-too-short"), ("x" * 129, "secret-too-long")):
        with pytest.raises(RuleViolation) as refusal:
            check_secret(secret)
        assert refusal.value.code == code
