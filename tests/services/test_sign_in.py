"""Signing in without a network, and who may change whom."""

from __future__ import annotations

import unicodedata

import pytest

from reception.domain.accounts import Account, Role
from reception.domain.errors import RuleViolation
from reception.services import safekeeping, sign_in
from reception.services.set_up import office_named, set_up
from reception.services.sign_in import FirstAccount, accounts, change_own_secret, put_account

ADMINISTRATOR = Account("quantri", "Lò Văn Hặc", Role.ADMINISTRATOR)
CLERK = Account("maylt", "Lò Thị Mây", Role.CLERK)


def refused(action, *args, **kwargs) -> str:
    with pytest.raises(RuleViolation) as refusal:
        action(*args, **kwargs)
    return refusal.value.code


@pytest.fixture
def staffed(desk):
    """The desk with a clerk beside the administrator."""
    put_account(desk, CLERK, "Mật khẩu dài", by=ADMINISTRATOR)
    return desk


def test_signing_in(staffed):
    assert sign_in.sign_in(staffed, " QuanTri ", "2468") == ADMINISTRATOR
    for typed in ("Mật khẩu dài", unicodedata.normalize("NFD", "Mật khẩu dài")):
        assert sign_in.sign_in(staffed, "maylt", typed) == CLERK


@pytest.mark.parametrize(
    ("login", "secret"),
    [("quantri", "2469"), ("quantri", ""), ("maylt", "2468"), ("nobody", "2468"), ("", ""),
     ("quantri' --", "2468"), ("maylt", "Mật khẩu dài "), ("maylt", "x" * 100_000)],
)  # fmt: skip
def test_a_wrong_name_and_a_wrong_secret_are_told_alike(staffed, login, secret):
    assert refused(sign_in.sign_in, staffed, login, secret) == "sign-in-failed"


def test_secrets_are_kept_as_argon2_hashes_beside_the_journal(staffed):
    kept = dict(staffed.database.rows("SELECT login, hash FROM account_secret"))
    written = b"".join(row[0] for row in staffed.database.rows("SELECT body FROM event"))

    assert kept.keys() == {"quantri", "maylt"}
    assert all(value.startswith("$argon2id$v=19$m=19456,t=2,p=1$") for value in kept.values())
    assert kept["quantri"].encode() not in written
    assert "Mật khẩu dài".encode() not in staffed.database.path.read_bytes() + written


def test_whoever_is_shut_out_cannot_sign_in(staffed):
    put_account(staffed, Account("maylt", "Lò Thị Mây", Role.CLERK, active=False), None,
                by=ADMINISTRATOR)  # fmt: skip

    assert accounts(staffed) == [ADMINISTRATOR]
    assert refused(sign_in.sign_in, staffed, "maylt", "Mật khẩu dài") == "sign-in-failed"


def test_the_last_administrator_stays(staffed):
    for changed in (
        Account("quantri", "Lò Văn Hặc", Role.CLERK),
        Account("quantri", "Lò Văn Hặc", Role.ADMINISTRATOR, active=False),
    ):
        assert refused(put_account, staffed, changed, None, by=ADMINISTRATOR) == (
            "last-administrator"
        )
    put_account(staffed, Account("maylt", "Lò Thị Mây", Role.ADMINISTRATOR), None, by=ADMINISTRATOR)
    put_account(staffed, Account("quantri", "Lò Văn Hặc", Role.CLERK), None, by=ADMINISTRATOR)

    assert sign_in.sign_in(staffed, "quantri", "2468").role is Role.CLERK


@pytest.mark.parametrize("role", [Role.CLERK, Role.SPECIALIST, Role.LEADER])
def test_only_an_administrator_changes_accounts(staffed, role):
    by = Account("maylt", "Lò Thị Mây", role)

    assert refused(put_account, staffed, CLERK, "13579", by=by) == "not-allowed"


def test_an_unfit_account_leaves_no_trace(staffed):
    events = staffed.store.journal.count()

    for account, secret in ((CLERK, "123"), (Account("â", "A", Role.CLERK), "12345")):
        refused(put_account, staffed, account, secret, by=ADMINISTRATOR)

    assert staffed.store.journal.count() == events
    assert sign_in.sign_in(staffed, "maylt", "Mật khẩu dài") == CLERK


def test_changing_ones_own_secret(staffed):
    assert refused(change_own_secret, staffed, CLERK, "sai", "13579") == "sign-in-failed"
    assert refused(change_own_secret, staffed, CLERK, "Mật khẩu dài", "1") == "secret-too-short"
    change_own_secret(staffed, CLERK, "Mật khẩu dài", "13579")

    assert sign_in.sign_in(staffed, "maylt", "13579") == CLERK
    assert refused(sign_in.sign_in, staffed, "maylt", "Mật khẩu dài") == "sign-in-failed"


def test_the_first_account_of_a_register_made_without_one(tmp_path, clock):
    desk = set_up(tmp_path / "so", office_named("Xã Mường Lay", "H40.16"), clock)
    first = FirstAccount("quantri", "Lò Văn Hặc", "2468")
    assert accounts(desk) == []

    assert sign_in.add_first_account(desk, first) == ADMINISTRATOR
    assert refused(sign_in.add_first_account, desk, first) == "not-first"
    assert safekeeping.verify(desk).whole
    safekeeping.rebuild(desk)
    assert sign_in.sign_in(desk, "quantri", "2468") == ADMINISTRATOR
    desk.close()
