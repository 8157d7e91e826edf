"""The table of national status codes answers for every event, wherever it can lead."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from reception.domain import dossier_events as events
from reception.domain import intake_events
from reception.domain.delay import Ground
from reception.domain.dossier import State
from reception.domain.life import LIFE
from reception.domain.moments import parse_moment
from reception.domain.national_status import HAPPENED_WORDS, STATUS_WORDS, TABLES, Status, table_on

[TABLE] = TABLES
AT = parse_moment("2026-03-10T09:00")


@pytest.mark.parametrize("row", LIFE, ids=lambda row: row.act.value)
def test_every_act_is_a_step_wherever_it_leads_or_is_none_anywhere(row):
    told = {line.after for line in TABLE.lines if line.event is row.event}

    assert told == (set() if row.event in TABLE.no_step else set(row.leads.values()))


def test_every_beginning_is_told_or_says_why_not():
    told = {line.event for line in TABLE.lines}
    openings = set(get_args(intake_events.OpeningEvent))

    assert openings & told == {intake_events.Received, intake_events.Certified}
    assert openings - told == {
        intake_events.Guided,
        intake_events.Refused,
        intake_events.Imported,
    }
    assert openings - told <= TABLE.no_step.keys()
    assert not told & TABLE.no_step.keys()
    assert told | TABLE.no_step.keys() == HAPPENED_WORDS.keys()


@pytest.mark.parametrize("ground", Ground)
def test_only_a_payment_that_is_awaited_has_a_code_of_its_own(ground):
    [line] = TABLE.steps(events.Suspended(AT, ground), State.SUSPENDED)

    paying = ground is Ground.FINANCIAL_OBLIGATION
    assert line.status is (Status.AWAITING_PAYMENT if paying else Status.IN_WORK)


def test_a_certification_is_three_steps():
    lines = [line for line in TABLE.lines if line.event is intake_events.Certified]

    assert [line.status for line in lines] == ["2", "9", "10"]


def test_the_codes_are_ten_and_two_are_never_sent():
    assert list(STATUS_WORDS) == [str(number) for number in range(1, 11)]
    sent = {line.status for line in TABLE.lines if line.status}
    assert set(Status) - sent == {Status.REGISTERED, Status.STOPPED}


def test_each_day_has_its_table():
    assert table_on(date(2026, 3, 10)) is TABLE
    assert table_on(date(2018, 7, 1)) is TABLE
