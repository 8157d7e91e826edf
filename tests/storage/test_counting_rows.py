"""Figures out of the register's ranges are those of the definition, corrected or as taken down."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reception.domain.counting import Counted, count, counted, span
from reception.domain.dossier import Dossier, State
from reception.domain.dossier_events import Moment
from reception.domain.list_frame import Period
from reception.domain.moments import OFFICE_ZONE
from reception.domain.timeliness import Rule
from reception.services import finishing, generate, mending
from reception.services.desk import Desk
from reception.services.set_up import office_named, set_up
from reception.storage import counting_rows

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=OFFICE_ZONE)
BY = "lan"
DAYS = st.dates(date(2025, 12, 1), date(2026, 12, 31))


@pytest.fixture(scope="module")
def worked(tmp_path_factory) -> Desk:
    """A hundred dossiers, some of which were corrected in ways that move a figure."""
    folder: Path = tmp_path_factory.mktemp("counted") / "so-ho-so"
    desk = set_up(folder, office_named("Xã Mường Lay", "H40.16"), lambda: NOW)
    generate.generate(desk, 100, seed=7, until=NOW)
    dossiers = all_of(desk)
    done = [one for one in dossiers if one.state is State.HANDED_OVER and one.due_at]
    for one in done[:4]:
        earlier = one.ended_at - timedelta(days=2)
        mending.correct_time(
            desk, one.dossier_id, Moment.RESULT, max(earlier, one.opened_at), reason="sai", by=BY
        )
    still_open = [one for one in dossiers if one.state is State.RECEIVED]
    for one in still_open[:3]:
        moved = one.opened_at - timedelta(minutes=50)
        mending.correct_time(desk, one.dossier_id, Moment.RECEIVED, moved, reason="sai", by=BY)
    for one in still_open[:2]:
        finishing.record_result(desk, one.dossier_id, by=BY)
    yield desk
    desk.close()


def all_of(desk: Desk) -> list[Dossier]:
    found = desk.database.rows("SELECT dossier FROM dossier ORDER BY n")
    return [one for (key,) in found if (one := desk.store.dossier(key))]


def told(dossiers: list[Dossier]) -> list[Counted]:
    return [one for dossier in dossiers if (one := counted(dossier))]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.tuples(DAYS, DAYS).map(sorted), st.sampled_from(Rule))
def test_the_ranges_count_what_the_definition_counts(worked, days, rule):
    over = span(Period(*days), NOW, rule)
    dossiers = all_of(worked)
    without = [one.uncorrected or one for one in dossiers]

    sums = counting_rows.counts(worked.database, over, rule)
    recorded = counting_rows.counts_as_recorded(worked.database, sums, over, rule)
    assert sums == count(told(dossiers), over, rule)
    assert recorded == count(told(without), over, rule)


def test_a_correction_shows_in_one_and_not_in_the_other(worked):
    (corrected,) = worked.database.row("SELECT count(*) FROM recorded")
    assert corrected >= 5
    days = [NOW.date() - timedelta(days=n) for n in range(300)]
    spans = [span(Period(day, day), NOW, Rule.DAY) for day in days]
    corrected = [counting_rows.counts(worked.database, one, Rule.DAY) for one in spans]
    recorded = [
        counting_rows.counts_as_recorded(worked.database, sums, over, Rule.DAY)
        for sums, over in zip(corrected, spans, strict=True)
    ]
    assert corrected != recorded


def test_no_row_is_looked_at(worked):
    for query in counting_rows.QUERIES:
        plan = worked.database.rows(
            f"EXPLAIN QUERY PLAN {query}", from_at="2026-01", until_at="2026-02", late_before="2026"
        )
        used = [line[3] for line in plan if "dossier" in line[3]]
        assert used
        assert all("USING COVERING INDEX" in line for line in used), plan
