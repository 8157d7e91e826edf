"""The print log over all dossiers: who printed what, which time it was, what holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from at_the_counter import BY, asking
from reception.domain.errors import RuleViolation
from reception.domain.list_frame import Period
from reception.services import forms, intake, mending, paperwork, print_log, safekeeping
from reception.services.print_log import LogQuery

TODAY = date(2026, 3, 10)
ADMINISTRATOR = "quantri"


def days(first: date = TODAY, last: date = TODAY, **more: str) -> LogQuery:
    return LogQuery(Period(first, last), **more)


def told(page) -> list[tuple[str, str, int]]:
    return [(one.owner, one.form, one.times) for one in page.printings]


@pytest.fixture
def two(desk, clock):
    """Two dossiers, the receipt of the first printed twice, each paper a minute after another."""
    first, second = (intake.register(desk, asking(name), by=BY) for name in ("Y Ka Ly", "H'Hen"))
    for dossier, form, by in (
        (first, forms.RECEIPT, BY),
        (second, forms.RECEIPT, ADMINISTRATOR),
        (first, forms.RECEIPT, BY),
        (first, forms.CONTROL_SHEET, BY),
    ):
        clock.at += timedelta(minutes=1)
        paperwork.issue(desk, dossier.dossier_id, form, by=by)
    return first, second


def test_the_newest_printing_stands_first_with_its_reprint(desk, two):
    page = print_log.read(desk, days())

    assert told(page) == [
        ("Y Ka Ly", "control-sheet", 1),
        ("Y Ka Ly", "receipt", 2),
        ("H'Hen", "receipt", 1),
        ("Y Ka Ly", "receipt", 1),
    ]
    assert page.total == 4
    assert [one.name for one in page.printings] == [BY, BY, "Lò Văn Hặc", BY]
    assert page.printings[2].reference == two[1].code
    assert not any(one.void for one in page.printings)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        (days(login=BY), 3),
        (days(login="ai-do"), 0),
        (days(form=forms.RECEIPT), 3),
        (days(login=ADMINISTRATOR, form=forms.RECEIPT), 1),
        (days(TODAY - timedelta(1), TODAY - timedelta(1)), 0),
        (days(TODAY - timedelta(40), TODAY), 4),
    ],
)
def test_it_is_filtered_by_day_clerk_and_form(desk, two, query, count):
    page = print_log.read(desk, query)

    assert (page.total, len(page.printings)) == (count, count)


def test_pages_follow_one_another_without_a_gap_also_within_one_second(desk, two):
    for _ in range(3):
        paperwork.issue(desk, two[1].dossier_id, forms.RECEIPT, by=BY)
    whole = print_log.read(desk, days()).printings
    read = []
    while page := print_log.read(desk, days(), before=read[-1] if read else None, most=2).printings:
        read += page

    assert tuple(read) == whole
    assert len(whole) == 7


def test_a_correction_voids_what_was_printed_and_a_reprint_leaves_it_void(desk, two, clock):
    first, second = two
    request = mending.request_of(first.intake)
    right = replace(request, owner=replace(request.owner, name="Y Ka Lý"))
    mending.correct(desk, first.dossier_id, right, reason="sai dấu", by=BY)
    clock.at += timedelta(minutes=1)
    paperwork.issue(desk, first.dossier_id, forms.RECEIPT, by=BY)

    void = {(one.reference, one.form, one.times): one.void for one in
            print_log.read(desk, days()).printings}  # fmt: skip

    assert void == {
        (first.code, "receipt", 3): False,
        (first.code, "control-sheet", 1): True,
        (first.code, "receipt", 2): True,
        (first.code, "receipt", 1): True,
        (second.code, "receipt", 1): False,
    }


def test_a_receipt_for_several_dossiers_is_logged_for_each_and_found_together(desk, clock):
    dossiers = [intake.register(desk, asking("Y Ka Ly"), by=BY) for _ in range(3)]
    paperwork.issue_receipt_list(desk, [d.dossier_id for d in dossiers[:2]], by=BY)
    clock.at += timedelta(minutes=1)
    paperwork.issue_receipt_list(desk, [d.dossier_id for d in dossiers[1:]], by=BY)
    newest, *_rest = print_log.read(desk, days()).printings

    assert print_log.read(desk, days()).total == 4
    assert print_log.together(desk, newest) == [(d.dossier_id, d.code) for d in dossiers[1:]]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        (days(TODAY, TODAY - timedelta(1)), "period-turned"),
        (days(form="guidance-slip"), "no-such-form"),
    ],
)
def test_what_cannot_be_asked_is_refused(desk, query, code):
    with pytest.raises(RuleViolation) as refusal:
        print_log.read(desk, query)

    assert refusal.value.code == code


def test_the_log_can_be_written_anew_from_the_journal_and_an_altered_one_is_noticed(desk, two):
    before = print_log.read(desk, days())
    with desk.store.writing():
        desk.database.run("UPDATE printed SET login = 'khac' WHERE login = :by", by=BY)

    assert [fault.code for fault in safekeeping.verify(desk).faults] == ["table"]
    safekeeping.rebuild(desk)

    assert print_log.read(desk, days()) == before
    assert safekeeping.verify(desk).whole
