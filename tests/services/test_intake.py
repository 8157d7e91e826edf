"""At the counter: receive, send home, refuse; and what a promise is worth afterwards."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from at_the_counter import BIRTH, BY, SINGLE_STATUS, asking
from reception.domain.accounts import Account, Role
from reception.domain.applicant import Party
from reception.domain.calendar import CalendarDay, DayKind
from reception.domain.dossier import State
from reception.domain.errors import RuleViolation
from reception.domain.intake import Channel, SubmittedPaper
from reception.domain.moments import parse_moment
from reception.domain.office import OfficeHours, Session
from reception.domain.time_limit import TimeLimit, Unit
from reception.services import catalogue, drafting, intake, lookup, paperwork, safekeeping, set_up
from register_contents import JOURNAL, LISTS, contents

ADMINISTRATOR = Account("quantri", "Lò Văn Hặc", Role.ADMINISTRATOR)


def everything(desk):
    return contents(desk.database.path, LISTS | JOURNAL | {"draft"})


def test_a_dossier_is_received_with_code_promise_and_papers(desk):
    dossier = intake.register(desk, asking(procedure=SINGLE_STATUS), by=BY)

    assert dossier.code == "H40.16-260310-0001"
    assert dossier.due_at == parse_moment("2026-03-13T17:30")
    assert dossier.promise is not None
    assert dossier.promise.basis != ()
    assert dossier.regime == "2025"
    assert [paper.name for paper in dossier.intake.papers] == [
        paper.name
        for paper in desk.procedure(SINGLE_STATUS, date(2026, 3, 10)).papers
        if not paper.optional
    ]
    assert lookup.show(desk, dossier.code).dossier == dossier


def test_numbers_run_by_the_day_of_receipt(desk, clock):
    codes = [intake.register(desk, asking(), by=BY).code for _ in range(2)]
    earlier = asking(received_at=parse_moment("2026-03-09T16:00"))
    codes.append(intake.register(desk, earlier, by=BY).code)
    clock.set_to("2026-03-11T08:00")
    codes.append(intake.register(desk, asking(), by=BY).code)

    assert codes == [
        "H40.16-260310-0001",
        "H40.16-260310-0002",
        "H40.16-260309-0001",
        "H40.16-260311-0001",
    ]


def test_beyond_999_a_day_the_number_grows_by_a_digit(desk):
    with desk.store.writing():
        desk.database.run("INSERT INTO counter (scope, last) VALUES ('code:2026-03-10', 998)")

    codes = [intake.register(desk, asking(), by=BY).code for _ in range(3)]

    assert [code.rpartition("-")[2] for code in codes] == ["0999", "10000", "10001"]


def test_the_desk_of_another_slot_has_its_own_numbers(tmp_path, clock):
    office = set_up.office_named("Xã Mường Lay", "H40.16")
    other = set_up.set_up(tmp_path / "quay-3", office, clock, slot=3)

    assert intake.register(other, asking(), by=BY).code == "H40.16-260310-3001"
    assert intake.guide(
        other, asking(), wanted=["Giấy chứng sinh"], reason="thiếu", by=BY
    ).reference == ("3001/2026/PBS")
    assert safekeeping.verify(other).whole
    other.close()


def test_an_incomplete_dossier_goes_home_with_a_list(desk):
    dossier = intake.guide(
        desk,
        asking(papers=(SubmittedPaper("Tờ khai"), SubmittedPaper("Giấy chứng sinh", missing=True))),
        wanted=[" Giấy chứng sinh  bản chính ", ""],
        reason="Chưa có giấy chứng sinh",
        by=BY,
    )

    kept = lookup.show(desk, "0001/2026/PBS").dossier
    assert kept == dossier
    assert (kept.state, kept.wanted) == (State.GUIDED, ("Giấy chứng sinh bản chính",))
    assert (kept.reason, kept.due_at, kept.code) == ("Chưa có giấy chứng sinh", None, "")


def test_an_unacceptable_dossier_is_refused_with_the_reason_and_kept(desk):
    intake.refuse(desk, asking(), reason="Không thuộc thẩm quyền của xã", by=BY)

    kept = lookup.show(desk, "0001/2026/PTC").dossier
    assert (kept.state, kept.reason) == (State.REFUSED, "Không thuộc thẩm quyền của xã")
    assert intake.register(desk, asking(), by=BY).code.endswith("-0001")


@pytest.mark.parametrize(
    ("request_", "code", "field"),
    [
        (asking(procedure="9.999999"), "procedure-unknown", "procedure"),
        (asking(""), "name-missing", "owner.name"),
        (asking("a" * 10_000), "name-too-long", "owner.name"),
        (asking(submitter=Party("")), "name-missing", "submitter.name"),
        (asking(sets=0), "sets-impossible", "sets"),
        (asking(sets=10**30), "sets-impossible", "sets"),
        (asking(fee_vnd=-1), "fee-impossible", "fee_vnd"),
        (asking(fee_vnd=10**30), "fee-impossible", "fee_vnd"),
        (asking(notes="x" * 1001), "text-too-long", "notes"),
        (asking(papers=(SubmittedPaper(" "),)), "paper-unnamed", "papers"),
        (asking(papers=(SubmittedPaper("A", copies=-1),)), "paper-count-impossible", "papers"),
        (asking(papers=(SubmittedPaper("A"),) * 201), "papers-too-many", "papers"),
        (asking(papers=(SubmittedPaper("A", missing=True),)), "paper-missing", "papers"),
        (asking(received_at=parse_moment("2026-03-10T09:06")), "received-in-future", "received_at"),
        (asking(received_at=parse_moment("2014-12-31")), "received-too-early", "received_at"),
        (asking(submitted_at=parse_moment("2026-03-11")), "submission-impossible", "submitted_at"),
        (asking(submitted_at=parse_moment("1990-01-01")), "submission-impossible", "submitted_at"),
    ],
)
def test_what_cannot_be_received_leaves_no_trace(desk, request_, code, field):
    before = everything(desk)

    with pytest.raises(RuleViolation) as refusal:
        intake.register(desk, request_, by=BY)

    assert (refusal.value.code, refusal.value.field) == (code, field)
    assert everything(desk) == before


@pytest.mark.parametrize(
    ("wanted", "reason", "code"),
    [([], "thiếu", "nothing-wanted"), ([" "], "thiếu", "nothing-wanted"),
     (["Giấy chứng sinh"], " ", "reason-missing")],
)  # fmt: skip
def test_a_slip_says_what_and_why(desk, wanted, reason, code):
    with pytest.raises(RuleViolation) as refusal:
        intake.guide(desk, asking(), wanted=wanted, reason=reason, by=BY)
    assert refusal.value.code == code
    with pytest.raises(RuleViolation) as refusal:
        intake.refuse(desk, asking(), reason="", by=BY)
    assert refusal.value.code == "reason-missing"


def test_many_are_received_in_one_commit_or_not_at_all(desk):
    good = intake.prepare(desk, asking())
    missing = replace(good.intake, papers=(SubmittedPaper("A", missing=True),))
    before = everything(desk)

    with pytest.raises(RuleViolation):
        intake.register_all(desk, [good, replace(good, intake=missing)], by=BY)
    assert everything(desk) == before

    assert [d.code[-4:] for d in intake.register_all(desk, [good] * 3, by=BY)] == [
        "0001",
        "0002",
        "0003",
    ]


def test_a_non_territorial_dossier_runs_from_the_competent_authority(desk):
    away = asking(procedure=SINGLE_STATUS, non_territorial=True, channel=Channel.POST)
    later = replace(away, competent_at=parse_moment("2026-03-12T08:00"))

    expected, known = (intake.register(desk, one, by=BY).promise for one in (away, later))

    assert expected is not None
    assert known is not None
    assert expected.provisional
    assert any("118/2025" in rule for rule in expected.basis)
    assert (known.provisional, known.due_at) == (False, parse_moment("2026-03-17T17:30"))


def test_a_stage_without_a_length_makes_the_date_provisional(desk):
    dossier = intake.register(desk, asking(procedure="2.001396"), by=BY)

    assert dossier.promise is not None
    assert dossier.promise.provisional
    assert "chưa gồm" in dossier.promise.basis[-1]


def test_a_name_is_kept_in_one_spelling(desk):
    request = asking(unicodedata.normalize("NFD", "Đỗ Thị Ưởng"))

    dossier = intake.register(desk, request, by=BY)

    assert dossier.intake.owner.name == unicodedata.normalize("NFC", "Đỗ Thị Ưởng")


# --- a promise, once given ------------------------------------------------------------------------


def test_nothing_that_changes_later_moves_a_promise(desk):
    given = intake.register(desk, asking(procedure=SINGLE_STATUS), by=BY)
    printed = paperwork.preview(desk, given.dossier_id, "receipt")
    procedure = desk.procedure(SINGLE_STATUS, date(2026, 3, 10))

    day_off = CalendarDay(date(2026, 3, 12), DayKind.HOLIDAY, "Nghỉ đột xuất", "QĐ của UBND tỉnh")
    set_up.revise_calendar(desk, (day_off,), "QĐ", by=ADMINISTRATOR)
    slower = replace(procedure, limit=TimeLimit(Decimal(10), Unit.WORKING_DAY), name="Tên mới")
    catalogue.revise(desk, [slower], "tay", by=ADMINISTRATOR)
    hours = OfficeHours(date(2015, 1, 1), (Session(*_hours("08:00", "16:00")),))
    set_up.change_office(desk, replace(desk.office, hours=(hours,)), by=ADMINISTRATOR)
    safekeeping.rebuild(desk)

    kept = lookup.show(desk, given.code).dossier
    assert kept == given
    assert kept.intake.procedure.version == procedure.version
    [row] = lookup.search(desk, given.code)
    assert row.due_at == given.due_at
    assert paperwork.preview(desk, given.dossier_id, "receipt") == printed
    # The next one is promised by what holds now.
    after = intake.register(desk, asking(procedure=SINGLE_STATUS), by=BY)
    assert after.due_at == parse_moment("2026-03-25T16:00")
    assert (after.intake.procedure.name, after.intake.procedure.version) == (
        "Tên mới",
        procedure.version + 1,
    )
    assert safekeeping.verify(desk).whole


def _hours(*texts):
    return (parse_moment(f"2026-01-01T{text}").time() for text in texts)


def test_a_receipt_takes_its_draft_along(desk):
    for draft in ("một", "hai"):
        drafting.save(desk, draft, BY, "Đỗ Thị Ưởng", b"{}")
    intake.register(desk, asking(), by=BY, draft_id="một")
    with pytest.raises(RuleViolation):
        intake.register(desk, asking(""), by=BY, draft_id="hai")

    assert [draft.draft_id for draft in drafting.of_login(desk, BY)] == ["hai"]
    intake.refuse(desk, asking(procedure=BIRTH), reason="x", by=BY, draft_id="hai")
    assert drafting.of_login(desk, BY) == []
