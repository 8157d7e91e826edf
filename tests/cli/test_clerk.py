"""In whose name a command works: ``--clerk``, and what that person may do."""

from __future__ import annotations

import pytest

from at_the_counter import clock_at
from reception.domain.accounts import Account, Role
from reception.services.desk import open_desk
from reception.services.sign_in import put_account
from refusing import assert_refused
from register_contents import contents

LONG = "1.001776"
ADMINISTRATOR = Account("quantri", "Lò Văn Hặc", Role.ADMINISTRATOR)
SPECIALIST = Account("lu", "Vàng A Lử", Role.SPECIALIST)
GONE = Account("cu", "Người Đã Nghỉ", Role.CLERK, active=False)
OWNER = {"name": "Đỗ Thị Ưởng"}


@pytest.fixture
def peopled(folder):
    """A register in which a specialist has an account, and somebody had one."""
    desk = open_desk(folder, clock_at())
    for account in (SPECIALIST, GONE):
        put_account(desk, account, "2468", by=ADMINISTRATOR)
    desk.close()
    return folder


def test_a_specialist_neither_registers_nor_certifies(run, peopled, written):
    file = written({"procedure": LONG, "owner": OWNER})
    before = contents(peopled / "reception.db")
    ends = ("--clerk", "lu", "--data", peopled)

    ran = run("register", "--from", file, *ends)
    assert_refused(ran, "không được tiếp nhận hồ sơ", status=1)
    ran = run("certify", "--name", "Đỗ Thị Ưởng", "--item", "Bằng", *ends)
    assert_refused(ran, "không được chứng thực", status=1)

    assert contents(peopled / "reception.db") == before


def test_where_nobody_has_an_account_a_clerk_is_told_to_make_one(run, tmp_path, written):
    place = ("--data", tmp_path / "so")
    run("init", "--commune", "Xã Mường Lay", "--agency-code", "H40.16", *place)
    file = written({"procedure": LONG, "owner": OWNER})

    assert_refused(
        run("register", "--from", file, "--clerk", "nobody", *place),
        "chưa lập tài khoản nào", "bỏ --clerk", status=1,
    )  # fmt: skip
    assert run("register", "--from", file, *place).status == 0


@pytest.mark.parametrize("clerk", ["ai", "cu"])
def test_whoever_registers_must_have_an_account(run, peopled, written, clerk):
    file = written({"procedure": LONG, "owner": OWNER})
    before = contents(peopled / "reception.db")

    assert_refused(run("register", "--from", file, "--clerk", clerk, "--data", peopled), clerk)

    assert contents(peopled / "reception.db") == before
