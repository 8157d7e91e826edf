"""Draft apologies case by case: since when, until when to send, and which new date (Đ19 k9)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from counting import CALENDAR, at

from invented_dossier import INTAKE
from reception.domain.apology import extra_days, needs_draft_from, propose, send_by
from reception.domain.custody import DESK, Custody, Holder, HolderKind, passed_on
from reception.domain.deadlines import compute, promise_without_limit
from reception.domain.delay import Cause
from reception.domain.dossier import Dossier
from reception.domain.dossier_events import DelayExplained, Forwarded
from reception.domain.errors import RuleViolation
from reception.domain.intake_events import Received
from reception.domain.life import evolve
from reception.domain.moments import short_moment
from reception.domain.time_limit import TimeLimit, Unit

SAME_DAY = "1 same-day"


def received(text: str, limit: str) -> Dossier:
    value, unit = limit.split()
    received_at = at(text)
    promise = compute(CALENDAR, TimeLimit(Decimal(value), Unit(unit)), received_at).to_promise()
    return evolve(None, "d1", Received("H40.16-1", INTAKE, received_at, promise, "2025"))


@pytest.mark.parametrize(
    ("received_at", "limit", "due", "since", "send_by_on"),
    [
        # Half of the 7,5 office hours of that day.
        ("2026-10-05T08:00", SAME_DAY, "17:30 05/10/2026", "13:45 05/10/2026", "05/10/2026"),
        # After 15:00: two hours that day, eight the next.
        ("2026-10-05T15:30", SAME_DAY, "17:30 06/10/2026", "10:30 06/10/2026", "05/10/2026"),
        # Before Tết, after 15:00: two hours on Friday, eight on the Monday after.
        ("2026-02-13T15:30", SAME_DAY, "17:30 23/02/2026", "10:30 23/02/2026", "13/02/2026"),
        ("2026-10-05T09:00", "2 working-day", "17:30 07/10/2026", "14:15 06/10/2026", "06/10/2026"),
        ("2026-10-05T09:00", "3 working-day", "17:30 08/10/2026", "08:15 07/10/2026", "07/10/2026"),
        # Over Tết: 2 + 8 hours before it, then three hours of the sixteen after it.
        ("2026-02-12T15:30", "3 working-day", "17:30 24/02/2026", "10:30 23/02/2026", "23/02/2026"),
        # From ten working days on: from the third working day before the due day.
        (
            "2026-10-05T09:00", "10 working-day",
            "17:30 19/10/2026", "00:00 14/10/2026", "16/10/2026",
        ),
        ("2026-10-05T09:00", "30 day", "17:30 04/11/2026", "00:00 30/10/2026", "03/11/2026"),
        # 24 November is a holiday and is not one of the three.
        ("2026-10-26T09:00", "30 day", "17:30 25/11/2026", "00:00 19/11/2026", "23/11/2026"),
        (
            "2026-10-05T09:00", "8 working-hour",
            "09:00 06/10/2026", "15:00 05/10/2026", "05/10/2026",
        ),
        ("2026-10-05T09:15", "12 hour", "21:15 05/10/2026", "14:22 05/10/2026", "05/10/2026"),
        # By the clock over a night: half of the office hours that are left on Friday.
        ("2026-10-09T16:00", "24 hour", "16:00 10/10/2026", "16:45 09/10/2026", "09/10/2026"),
        # No office hour is left at all.
        ("2026-10-09T20:00", "12 hour", "08:00 10/10/2026", "20:00 09/10/2026", "09/10/2026"),
    ],
)  # fmt: skip
def test_since_when_a_draft_stands_ready_and_until_when_it_goes_out(
    received_at, limit, due, since, send_by_on
):
    dossier = received(received_at, limit)
    stands_from = needs_draft_from(CALENDAR, dossier)

    assert dossier.due_at
    assert short_moment(dossier.due_at) == due
    assert stands_from
    # Found by halving, so to the minute.
    assert short_moment(stands_from + timedelta(seconds=5)) == since
    assert f"{send_by(CALENDAR, dossier):%d/%m/%Y}" == send_by_on


def test_without_a_limit_there_is_nothing_to_apologise_for():
    promise = promise_without_limit(at("2026-10-05T09:00"))
    dossier = replace(received("2026-10-05T09:00", SAME_DAY), promise=promise)

    assert needs_draft_from(CALENDAR, dossier) is None
    with pytest.raises(RuleViolation, match="không có hạn trả nên không cần xin lỗi"):
        propose(CALENDAR, dossier, at("2026-10-05T09:00"))


@pytest.mark.parametrize(
    ("received_at", "limit", "now", "extra", "new_due"),
    [
        ("2026-10-05T08:00", SAME_DAY, "2026-10-05T14:00", 1, "17:30 06/10/2026"),
        ("2026-10-05T09:00", "3 working-day", "2026-10-07T09:00", 2, "17:30 12/10/2026"),
        ("2026-10-05T09:00", "10 working-day", "2026-10-14T09:00", 5, "17:30 26/10/2026"),
        ("2026-10-05T09:00", "30 day", "2026-10-30T09:00", 5, "17:30 11/11/2026"),
        # Due on the last Friday before Tết.
        ("2026-02-10T09:00", "3 working-day", "2026-02-12T09:00", 2, "17:30 24/02/2026"),
        # Overdue already: counted from now.
        ("2026-10-05T09:00", "3 working-day", "2026-10-14T09:00", 2, "17:30 16/10/2026"),
        # A make-up Saturday is a working day: 21 and 22 August.
        ("2026-08-17T09:00", "3 working-day", "2026-08-19T09:00", 2, "17:30 22/08/2026"),
    ],
)
def test_the_new_date_is_half_of_the_promised_time_later(received_at, limit, now, extra, new_due):
    dossier = received(received_at, limit)
    proposal = propose(CALENDAR, dossier, at(now))

    assert extra_days(CALENDAR, dossier) == extra
    assert short_moment(proposal.new_due_at) == new_due


def test_the_new_date_is_explained():
    proposal = propose(
        CALENDAR, received("2026-10-05T09:00", "3 working-day"), at("2026-10-07T09:00")
    )

    assert proposal.because == (
        "thêm 02 ngày làm việc sau ngày 08/10/2026 (một nửa thời hạn đã hẹn, từ 01 đến 05 ngày);"
        " hạn gốc 17:30 08/10/2026 giữ nguyên"
    )
    assert (proposal.cause, proposal.owner, proposal.explained) == (
        Cause.UNFINISHED, "Bộ phận Một cửa", False,
    )  # fmt: skip
    assert proposal.reason == "Cơ quan chưa giải quyết xong trong thời hạn"


def test_what_somebody_said_of_the_delay_is_what_the_letter_says():
    told = DelayExplained(at("2026-10-06T09:00"), Cause.STAFF, "Phòng Kinh tế", "Đi tập huấn")
    dossier = evolve(received("2026-10-05T09:00", "3 working-day"), "d1", told)
    proposal = propose(CALENDAR, dossier, at("2026-10-07T09:00"))

    assert (proposal.cause, proposal.owner, proposal.reason, proposal.explained) == (
        Cause.STAFF, "Phòng Kinh tế", "Đi tập huấn", True,
    )  # fmt: skip


def test_a_dossier_that_lies_elsewhere_waits_for_that_office():
    elsewhere = Holder(HolderKind.ABOVE, "Cơ quan cấp trên")
    dossier = received("2026-10-05T09:00", "3 working-day")
    dossier = evolve(dossier, "d1", Forwarded(at("2026-10-05T10:00"), elsewhere))
    proposal = propose(CALENDAR, dossier, at("2026-10-07T09:00"))

    assert (proposal.cause, proposal.owner) == (Cause.OTHER_AGENCY, "Cơ quan cấp trên")


def test_the_delay_is_whose_stage_ran_over_whoever_has_it_now():
    commune = Holder(HolderKind.OFFICE, "UBND xã")
    late = Custody(commune, at("2026-10-05T10:00"), 0, at("2026-10-06T17:30"))
    dossier = received("2026-10-05T09:00", "10 working-day")
    custody = passed_on(passed_on(dossier.custody, late), Custody(DESK, at("2026-10-08T10:00")))
    proposal = propose(CALENDAR, replace(dossier, custody=custody), at("2026-10-14T09:00"))

    assert proposal.owner == "UBND xã"
