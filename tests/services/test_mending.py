"""Acts that meet one another: what one of them leaves must not get in the next one's way."""

from __future__ import annotations

from datetime import timedelta

import pytest

from at_the_counter import BY, SINGLE_STATUS, asking
from invented_dossier import INTAKE
from reception.domain.certification import Certification, CertificationKind
from reception.domain.dossier_events import Moment
from reception.domain.errors import RuleViolation
from reception.domain.intake_events import Certified
from reception.services import clock as clock_service
from reception.services import finishing, intake, mending, passing_on, safekeeping
from reception.storage.journal import new_id


def test_a_certification_put_right_is_still_promised_nothing(desk, clock):
    nothing = Certification(CertificationKind.COPY, "01/2026-SCT/BS", ())
    certified = Certified("H40.16-260310-0001", INTAKE, desk.now(), "2025", nothing)
    with desk.store.writing():
        one = desk.store.open_dossier(new_id(), certified, at=desk.now(), by=BY).dossier_id
    clock.set_to("2026-03-10T10:00")
    right_at = certified.received_at - timedelta(minutes=30)
    after = mending.correct_time(desk, one, Moment.RECEIVED, right_at, reason="nhầm", by=BY)

    assert (after.opened_at, after.promise) == (right_at, None)


def test_a_refusal_sent_back_leaves_its_number_used(desk):
    one = intake.register(desk, asking(procedure=SINGLE_STATUS), by=BY).dossier_id
    finishing.reject(desk, one, reason="không đủ điều kiện", by=BY)
    passing_on.send_back(desk, one, reason="đã chứng minh được", by=BY)

    assert safekeeping.verify(desk).faults == ()


def test_what_comes_in_before_opening_restarts_with_the_competent_authority(desk, clock):
    clock.set_to("2026-03-10T06:30")
    request = asking(procedure=SINGLE_STATUS, non_territorial=True)
    dossier = intake.register(desk, request, by=BY)
    clock_service.request_supplement(
        desk, dossier.dossier_id, wanted=["Tờ khai"], reason="thiếu", by=BY
    )
    clock.set_to("2026-03-10T06:45")
    after = clock_service.receive_supplement(desk, dossier.dossier_id, by=BY)

    assert after.due_at == dossier.due_at


def test_a_receipt_is_not_moved_behind_what_was_done_since(desk, clock):
    one = intake.register(desk, asking(procedure=SINGLE_STATUS), by=BY).dossier_id
    clock.set_to("2026-03-10T09:30")
    clock_service.request_supplement(desk, one, wanted=["Tờ khai"], reason="thiếu", by=BY)
    clock.set_to("2026-03-10T11:00")
    with pytest.raises(RuleViolation, match="không đúng thứ tự"):
        mending.correct_time(
            desk, one, Moment.RECEIVED, desk.now() - timedelta(hours=1), reason="nhầm", by=BY
        )
    assert clock_service.receive_supplement(desk, one, by=BY).adjustments.restarted_at
