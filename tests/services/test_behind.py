"""Every figure opens to the dossiers that it counts: as many as it says, for any period."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reception.domain.dossier import State
from reception.domain.dossier_events import Moment
from reception.domain.errors import RuleViolation
from reception.domain.handling_report import Choices
from reception.domain.list_frame import Period
from reception.domain.moments import OFFICE_ZONE
from reception.domain.timeliness import Rule
from reception.services import behind, finishing, generate, mending, reports
from reception.services.behind import Figure
from reception.services.desk import Desk
from reception.services.set_up import office_named, set_up
from reception.storage import lists

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=OFFICE_ZONE)
BY = "lan"
DAYS = st.tuples(
    st.dates(date(2026, 10, 20), date(2026, 11, 20)),
    st.dates(date(2026, 10, 20), date(2026, 12, 5)),
).map(sorted)
CHOICES = st.builds(Choices, st.sampled_from(Rule), st.booleans(), st.booleans())


@pytest.fixture(scope="module")
def worked(tmp_path_factory) -> Desk:
    """Three hundred dossiers, some of which were corrected in ways that move a figure."""
    folder: Path = tmp_path_factory.mktemp("behind") / "so-ho-so"
    desk = set_up(folder, office_named("Xã Mường Lay", "H40.16"), lambda: NOW)
    generate.generate(desk, 300, seed=11, until=NOW)
    found = desk.database.rows("SELECT dossier FROM dossier ORDER BY n")
    dossiers = [one for (key,) in found if (one := desk.store.dossier(key))]
    done = [one for one in dossiers if one.state is State.HANDED_OVER and one.due_at]
    for one in done[:4]:
        earlier = max(one.ended_at - timedelta(days=2), one.opened_at)
        mending.correct_time(desk, one.dossier_id, Moment.RESULT, earlier, reason="sai", by=BY)
    for one in [each for each in dossiers if each.state is State.RECEIVED][:3]:
        finishing.record_result(desk, one.dossier_id, by=BY)
    yield desk
    desk.close()


def cells(desk: Desk, name: str, period: Period, choices: Choices):
    made = reports.make(desk, name, period, choices)
    lines = [line for of_section in made.sections.values() for line in of_section]
    for line in (*lines, made.total):
        for column, number in line.figures.items():
            if behind.opens(name, column):
                yield Figure(name, column, line.field), number


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DAYS, CHOICES, st.sampled_from((reports.HANDLING, reports.JUSTICE, reports.LATENESS)))
def test_every_cell_opens_to_as_many_dossiers_as_it_says(worked, days, choices, name):
    period = Period(*days)
    if period.from_on > NOW.date():
        return
    for figure, number in cells(worked, name, period, choices):
        if number is None:
            continue
        found = behind.opened(worked, figure, period, choices, by=BY).numbers
        assert len(found) == len(set(found)) == number, figure


def test_some_days_have_dossiers_in_every_column(worked):
    some_days = Period(date(2026, 11, 10), date(2026, 11, 16))
    told = reports.make(worked, reports.HANDLING, some_days, Choices()).total.figures
    assert all(told.values()), told


def test_a_field_s_figure_lists_that_field_alone(worked):
    year = Period(date(2026, 1, 1), date(2026, 12, 31))
    made = reports.make(worked, reports.HANDLING, year, Choices())
    line = made.sections["fields"][-1]
    figure = Figure(reports.HANDLING, "c3", line.field)
    found = behind.dossiers_behind(worked, figure, year, Choices())
    assert {row.field for row in lists.page(worked.database, found)} == {line.field}


@pytest.mark.parametrize(
    ("report", "column"),
    [(reports.HANDLING, "c14"), (reports.JUSTICE, "c12"), (reports.CERTIFIED, "c3")],
)
def test_a_figure_that_counts_no_dossiers_is_told_so(worked, report, column):
    year = Period(date(2026, 1, 1), date(2026, 12, 31))
    with pytest.raises(RuleViolation, match="hãy chọn") as refused:
        behind.dossiers_behind(worked, Figure(report, column), year, Choices())
    assert refused.value.code == "no-such-figure"
