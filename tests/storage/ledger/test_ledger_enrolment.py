"""Who is let in: communes, codes that work once, devices with a slot each."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from device_chains import AGENCY, NOW, a_desk, log_chain
from reception.storage.ledger.rows import Agency, DeviceKind, Invitation

LATER = NOW + timedelta(hours=5)
CODE = Invitation(b"h" * 32, AGENCY, 2, "Quầy 2", NOW, NOW + timedelta(days=1))


@pytest.fixture
def commune(ledger):
    with ledger.writing() as work:
        work.add_agency(AGENCY, "Xã Mường Lay", NOW)
    return ledger


def test_a_commune_begins_with_an_empty_log(commune):
    with commune.reading() as work:
        assert work.agency(AGENCY) == Agency(AGENCY, "Xã Mường Lay", 0, log_chain(AGENCY, []), NOW)
        assert work.agency("H40.99") is None


def test_communes_come_by_their_codes(commune):
    with commune.writing() as work:
        work.add_agency("H40.02", "Xã Sín Thầu", NOW)
        work.name_agency(AGENCY, "Phường Mường Lay")

    with commune.reading() as work:
        assert [(each.agency, each.name) for each in work.agencies()] == [
            ("H40.02", "Xã Sín Thầu"), (AGENCY, "Phường Mường Lay"),
        ]  # fmt: skip


def test_a_commune_is_added_once(commune):
    with pytest.raises(IntegrityError), commune.writing() as work:
        work.add_agency(AGENCY, "Xã khác", NOW)


def test_a_code_works_once(commune):
    with commune.writing() as work:
        work.invite(CODE)
        assert work.invitation(CODE.code_hash) == CODE
        assert work.use_invitation(CODE.code_hash, "a", LATER)

    with commune.writing() as work:
        assert not work.use_invitation(CODE.code_hash, "b", LATER)
        assert work.invitation(CODE.code_hash) == replace(CODE, used_at=LATER, used_by="a")
        assert work.invitation(b"x" * 32) is None


def test_a_code_that_two_use_at_once_works_for_one(commune):
    with commune.writing() as work:
        work.invite(CODE)

    def use(device: str) -> bool:
        with commune.writing() as work:
            return work.use_invitation(CODE.code_hash, device, LATER)

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(use, "abcd")) == [False, False, False, True]


def test_a_slot_belongs_to_one_desk_until_it_is_revoked(commune):
    with commune.writing() as work:
        assert work.enrol_device(a_desk("a", 1))
        assert not work.enrol_device(a_desk("b", 1))
        assert work.enrol_device(a_desk("c", 1, "H40.17"))
        assert work.enrol_device(replace(a_desk("s", 1), kind=DeviceKind.SERVER))
        assert work.revoke("a", LATER)
        assert not work.revoke("a", LATER + timedelta(days=1))
        assert work.enrol_device(a_desk("b", 1))

    with commune.reading() as work:
        assert [each.device for each in work.devices(AGENCY)] == ["a", "b", "s"]
        assert work.device("a") == replace(a_desk("a", 1), revoked_at=LATER)
        assert work.device("s").kind is DeviceKind.SERVER
        assert work.device("nobody") is None


def test_a_device_is_let_in_once(commune):
    with commune.writing() as work:
        assert work.enrol_device(a_desk("a", 1))
        assert not work.enrol_device(replace(a_desk("a", 2), public_key=b"q" * 32))
        assert work.device("a") == a_desk("a", 1)


def test_when_a_device_was_last_heard_of(commune):
    with commune.writing() as work:
        work.enrol_device(a_desk("a"))
        work.saw("a", LATER)
        assert work.lock_device("a").last_seen_at == LATER
        assert work.lock_device("nobody") is None
