"""Beside the logs: events held aside."""

from __future__ import annotations

from datetime import timedelta

from device_chains import AGENCY, NOW, SIGNATURE, device_chain
from reception.storage.ledger.rows import Quarantined

LATER = NOW + timedelta(days=1)


def test_events_are_held_aside_until_they_are_settled(ledger):
    with ledger.writing() as work:
        work.add_agency(AGENCY, "Xã Mường Lay", NOW)
        work.append(AGENCY, device_chain("a", 5), NOW, SIGNATURE)
        work.append(AGENCY, device_chain("b", 2), NOW, SIGNATURE)
        for position, code in ((7, "base-unknown"), (2, "unreadable")):
            assert work.quarantine(AGENCY, position, code=code, detail="vì thế", noted_at=NOW)
        assert not work.quarantine(AGENCY, 2, code="other", detail="", noted_at=LATER)

    with ledger.writing() as work:
        second = Quarantined(2, "a", 1, 2, "a-0", "unreadable", "vì thế", NOW)
        assert work.quarantined(AGENCY, "a") == [second]
        assert [each.position for each in work.quarantined(AGENCY)] == [2, 7]
        assert work.settle(AGENCY, 2, LATER)
        assert not work.settle(AGENCY, 2, LATER)
        assert [each.device for each in work.quarantined(AGENCY)] == ["b"]
