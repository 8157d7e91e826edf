"""No apology forgotten: drafts, their count, who is told, and what the public may read."""

from __future__ import annotations

from datetime import timedelta

import pytest

from at_the_counter import BY, asking
from reception.domain.applicant import Address, Party
from reception.domain.custody import Holder, HolderKind
from reception.domain.delay import Cause
from reception.domain.dossier_events import NoticeChannel, NoticeOutcome
from reception.domain.errors import RuleViolation
from reception.domain.paper import Table
from reception.printing.web_page import web_page
from reception.services import apologies, apology_lists, finishing, intake, letters, passing_on
from reception.services.intake_request import IntakeRequest

LONG = "1.010801"


def owner(number: int) -> Party:
    return Party(
        f"Lò Văn Păn {number}",
        identity=f"0112000000{number:02d}",
        phone=f"09123456{number:02d}" if number % 2 else "",
        address=Address(line="Bản Nậm Cản", commune="Xã Mường Lay", province="Tỉnh Điện Biên"),
    )


@pytest.fixture
def many(desk, clock):
    """Four dossiers of ten working days, an hour after they were due."""
    found = [
        intake.register(desk, IntakeRequest(LONG, owner(number)), by=BY) for number in range(4)
    ]
    clock.at = found[0].due_at + timedelta(hours=1)
    return found


def sign(desk, dossier, **more):
    return apologies.apologise(desk, dossier.dossier_id, by=BY, late_because="mất điện", **more)


def test_every_overdue_dossier_has_its_draft_and_the_count_is_their_number(desk, clock, many):
    intake.register(desk, asking(procedure=LONG), by=BY)
    assert len(apologies.drafts(desk)) == 4
    assert apologies.draft_count(desk) == apologies.DraftCount(4)
    assert len(apologies.drafts(desk, 3)) == 3

    sign(desk, many[0])
    assert apologies.draft_count(desk) == apologies.DraftCount(3)
    assert apologies.coverage(desk) == apologies.Coverage(4, 1)
    assert not apologies.coverage(desk).whole


def test_the_count_before_the_due_day_is_that_of_the_drafts_that_stand(desk, clock, many):
    for days in (20, 4, 3, 2, 1):
        clock.at = many[0].due_at - timedelta(days=days)
        assert apologies.draft_count(desk).number == len(apologies.drafts(desk))


def test_what_ended_late_stays_in_the_month_apologised_or_not(desk, many):
    sign(desk, many[0])
    for dossier in many[:3]:
        finishing.record_result(desk, dossier.dossier_id, by=BY)

    assert apologies.coverage(desk) == apologies.Coverage(1, 0)
    assert apologies.ended_late(desk) == apologies.Coverage(3, 1)


def test_a_letter_in_time_keeps_no_reason_for_lateness(desk, clock, many):
    clock.at = many[0].due_at - timedelta(days=3)
    assert sign(desk, many[0]).apology.late_because == ""
    clock.at = many[0].due_at
    assert sign(desk, many[1]).apology.late_because == "mất điện"


def test_the_draft_of_one_dossier_is_there_until_it_is_signed(desk, many):
    draft = apologies.draft(desk, many[0].dossier_id)
    assert draft.row.dossier_id == many[0].dossier_id
    sign(desk, many[0])
    assert apologies.draft(desk, many[0].dossier_id) is None
    assert apologies.draft(desk, "không-có") is None


def test_the_public_list_names_no_person_in_any_column(desk, clock, many):
    specialist = Holder(HolderKind.SPECIALIST, "Vàng A Lử", "lu")
    passing_on.forward(desk, many[0].dossier_id, specialist, by=BY)
    office = Holder(HolderKind.OFFICE, "Phòng Kinh tế")
    passing_on.forward(desk, many[1].dossier_id, office, by=BY)
    sign(
        desk, many[0], cause=Cause.OTHER, owner="Vàng A Lử",
        reason="ông Lò Văn Păn, bản Nậm Cản, 0912345601 chưa ký",
    )  # fmt: skip
    sign(desk, many[1], cause=Cause.OTHER_AGENCY, owner="Phòng Kinh tế", reason="chờ bà Păn")

    today = desk.now().date()
    paper = apology_lists.public_list(desk, today, today)
    table = next(block for block in paper.blocks if isinstance(block, Table))
    told = [row[6] for row in table.rows]
    assert told == [desk.office.name, "Phòng Kinh tế"]
    page = web_page(paper)
    for personal in ("Păn", "Vàng", "Nậm Cản", "0912345601", "0112000000"):
        assert personal not in page
        assert personal not in str(paper)
    assert many[0].code in page


def test_the_public_list_is_that_of_its_days(desk, clock, many):
    sign(desk, many[0])
    signed_on = desk.now().date()
    clock.at += timedelta(days=1)
    sign(desk, many[1])

    assert many[1].code not in web_page(apology_lists.public_list(desk, signed_on, signed_on))
    assert many[1].code in web_page(
        apology_lists.public_list(desk, signed_on, signed_on + timedelta(days=1))
    )
    with pytest.raises(RuleViolation, match="hãy ghi lại hai ngày") as reversed_days:
        apology_lists.public_list(desk, signed_on, signed_on - timedelta(days=1))
    assert reversed_days.value.code == "days-reversed"


def test_the_web_page_is_plain_vietnamese_without_scripts(desk, many):
    sign(desk, many[0])
    today = desk.now().date()
    page = web_page(apology_lists.public_list(desk, today, today))

    assert page.startswith('<!DOCTYPE html>\n<html lang="vi">')
    for foreign in ("<script", "http:", "https:", "javascript", "<img", "<link"):
        assert foreign not in page
    assert "Thủ tục hành chính</th>" in page


def test_those_whom_nobody_reached_are_called_and_the_others_left_in_peace(desk, many):
    for dossier in many:
        sign(desk, dossier)
    letters.mark(desk, many[1].dossier_id, NoticeChannel.PHONE, NoticeOutcome.REACHED, by=BY)
    finishing.record_result(desk, many[2].dossier_id, by=BY)
    said = str(apology_lists.call_list(desk))

    assert many[0].code in said  # without a telephone: somebody has to go
    assert many[1].code not in said
    assert many[2].code not in said
    assert many[3].code in said
