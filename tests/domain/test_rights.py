"""Who may do which act, and what somebody who may not is told."""

from __future__ import annotations

import pytest

from reception.domain.accounts import Account, Right, Role
from reception.domain.errors import RuleViolation
from reception.domain.life import Act
from reception.domain.rights import RIGHT_OF


def test_every_act_takes_a_right():
    assert set(RIGHT_OF) == set(Act)


def test_only_who_leads_signs_an_apology():
    may = {role for role in Role if Account("x", "X", role).may(RIGHT_OF[Act.APOLOGISE])}
    assert may == {Role.LEADER, Role.ADMINISTRATOR}


def test_a_specialist_neither_hands_over_nor_takes_money():
    specialist = Account("lu", "Vàng A Lử", Role.SPECIALIST)
    barred = {act for act in Act if not specialist.may(RIGHT_OF[act])}
    assert barred >= {Act.HAND_OVER, Act.SETTLE_FEE, Act.STOP, Act.UNDO, Act.CORRECT}
    assert not barred & {Act.FORWARD, Act.SUSPEND, Act.RECORD_RESULT, Act.ATTACH, Act.PRINT}


@pytest.mark.parametrize(
    ("role", "right", "said"),
    [
        (Role.CLERK, Right.APPROVE, "hãy nhờ Lãnh đạo hoặc Quản trị."),
        (Role.SPECIALIST, Right.RECEIVE, "hãy nhờ Cán bộ tiếp nhận, Lãnh đạo hoặc Quản trị."),
        (Role.LEADER, Right.MANAGE_OFFICE, "hãy nhờ Quản trị."),
    ],
)
def test_a_refusal_names_who_may(role, right, said):
    with pytest.raises(RuleViolation) as refused:
        Account("may", "Lò Thị Mây", role).require(right, "xin lỗi và hẹn lại")

    assert refused.value.code == "not-allowed"
    assert "Lò Thị Mây" in refused.value.text
    assert f"không được xin lỗi và hẹn lại; {said}" in refused.value.text


def test_whose_account_has_ended_does_nothing_more():
    gone = Account("cu", "Người Đã Nghỉ", Role.ADMINISTRATOR, active=False)
    with pytest.raises(RuleViolation, match="đã ngừng dùng") as refused:
        gone.require(Right.WORK, "chuyển hồ sơ")
    assert refused.value.code == "account-ended"
