"""Figures at the server are those of the desk that sent its events, and of the definition."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta

import pytest
from alembic import command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from ends import AGENCY, Commune
from reception.domain.counting import Counted, count, counted, span
from reception.domain.dossier import Dossier, State
from reception.domain.dossier_events import Moment
from reception.domain.list_frame import Period
from reception.domain.moments import OFFICE_ZONE
from reception.domain.timeliness import Rule, Timeliness
from reception.services import finishing, folding, generate, mending
from reception.services.desk import Desk
from reception.storage import counting_rows
from reception.storage.ledger.board_rows import Sums
from reception.storage.ledger.counted_rows import RANGES, spelled
from reception.storage.ledger.folding import fold_next
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.page_tables import recorded
from reception.storage.ledger.schema import STEPS
from reception.storage.schema import configuration

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=OFFICE_ZONE)
BY = "lan"
OTHER = "H40.17"
LAST_DAYS = [Period(day, day) for day in (NOW.date() - timedelta(days=n) for n in range(120))]
DAYS = st.dates(date(2025, 12, 1), date(2026, 12, 31))


@pytest.fixture(scope="module", params=("sqlite", "postgresql"))
def worked(request, tmp_path_factory):
    """A hundred dossiers of a desk at its server, some corrected in ways that move a figure."""
    folder = tmp_path_factory.mktemp("counted")
    on_postgres = request.param == "postgresql"
    server = request.getfixturevalue("postgres") if on_postgres else None
    ledger = Ledger.open(server.create("counted") if server else str(folder / "ledger.db"))
    commune = Commune(ledger, folder)
    commune.clock.set_to(f"{NOW:%Y-%m-%dT%H:%M}")
    with ledger.writing() as work:
        work.add_agency(OTHER, "Xã Khác", NOW)
    desk = commune.desk(0)
    generate.generate(desk, 100, seed=7, until=NOW)
    _correct_some(desk)
    commune.exchange(desk)
    folding.fold(ledger, AGENCY, commune.clock, most=97)
    yield ledger, desk
    commune.close()
    if server:
        server.drop("counted")


def _correct_some(desk: Desk) -> None:
    dossiers = all_of(desk)
    done = [one for one in dossiers if one.state is State.HANDED_OVER and one.due_at]
    for one in done[:4]:
        earlier = max(one.ended_at - timedelta(days=2), one.opened_at)
        mending.correct_time(desk, one.dossier_id, Moment.RESULT, earlier, reason="sai", by=BY)
    still_open = [one for one in dossiers if one.state is State.RECEIVED]
    for one in still_open[:3]:
        moved = one.opened_at - timedelta(minutes=50)
        mending.correct_time(desk, one.dossier_id, Moment.RECEIVED, moved, reason="sai", by=BY)
    for one in still_open[:2]:
        finishing.record_result(desk, one.dossier_id, by=BY)


def all_of(desk: Desk) -> list[Dossier]:
    found = desk.database.rows("SELECT dossier FROM dossier ORDER BY n")
    return [one for (key,) in found if (one := desk.store.dossier(key))]


def told(dossiers: list[Dossier]) -> list[Counted]:
    return [one for dossier in dossiers if (one := counted(dossier))]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.tuples(DAYS, DAYS).map(sorted), st.sampled_from(Rule))
def test_server_desk_and_definition_count_the_same(worked, days, rule):
    ledger, desk = worked
    over = span(Period(*days), NOW, rule)
    dossiers = all_of(desk)

    with ledger.reading() as work:
        sums = work.counts([AGENCY, OTHER], over, rule)
        before = work.counts_as_recorded(sums, over, rule)

    at_desk = counting_rows.counts(desk.database, over, rule)
    assert sums == {AGENCY: at_desk, OTHER: {}}
    assert at_desk == count(told(dossiers), over, rule)
    assert before[AGENCY] == counting_rows.counts_as_recorded(desk.database, at_desk, over, rule)
    assert before[AGENCY] == count(told([one.uncorrected or one for one in dossiers]), over, rule)


def test_corrections_move_figures_at_the_server(worked):
    ledger, _desk = worked
    moved = 0
    with ledger.reading() as work:
        assert len(work.connection.execute(recorded.select()).all()) >= 5
        for over in (span(day, NOW, Rule.DAY) for day in LAST_DAYS):
            sums = work.counts([AGENCY], over, Rule.DAY)
            moved += work.counts_as_recorded(sums, over, Rule.DAY) != sums
    assert moved


def test_the_days_kept_beside_are_what_the_definition_counts(worked):
    ledger, _desk = worked
    for days in LAST_DAYS:
        over = span(days, NOW, Rule.MINUTE)
        with ledger.reading() as work:
            kept = work.sums(days.from_on, days.until_on, AGENCY).get(AGENCY, Sums())
            by_field = work.counts([AGENCY], over, Rule.MINUTE)[AGENCY].values()
        for how, number in (
            (Timeliness.EARLY, kept.early), (Timeliness.ON_TIME, kept.on_time),
            (Timeliness.OVERDUE, kept.overdue), (Timeliness.NO_LIMIT, kept.no_limit),
        ):  # fmt: skip
            assert sum(one.settled_as(how) for one in by_field) == number
        assert sum(one.received.total() for one in by_field) == kept.received
        assert sum(one.overdue_apologised for one in by_field) == kept.apologised


def test_no_row_is_looked_at(worked):
    ledger, _desk = worked
    values = {
        "agencies": [AGENCY, OTHER],
        "from_at": "2026-10-01", "until_at": "2026-11-01", "late_before": "2026-11-01",
    }  # fmt: skip
    with ledger._engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            # It does so by itself, but not at once.
            connection.execution_options(isolation_level="AUTOCOMMIT")
            connection.exec_driver_sql("VACUUM (ANALYZE) dossier")
    with ledger.writing() as work:
        on_sqlite = work.connection.dialect.name == "sqlite"
        if on_sqlite:
            values["agencies"] = json.dumps(values["agencies"])
        else:
            # So few rows would be read through; what is asked is whether the ranges would do.
            for off in ("enable_seqscan", "enable_bitmapscan"):
                work.connection.execute(text(f"SET LOCAL {off} = off"))
        explain = "EXPLAIN QUERY PLAN " if on_sqlite else "EXPLAIN "
        asked = explain + spelled(RANGES, on_sqlite=on_sqlite)
        plan = " ".join(map(str, work.connection.exec_driver_sql(asked, values)))
        covered = "USING COVERING INDEX ix_" if on_sqlite else "Index Only Scan using ix_"
        assert plan.count(covered) == 4, plan
        work.connection.rollback()


def test_an_older_program_s_ledger_is_counted_after_it_is_folded_once_more(worked):
    ledger, desk = worked
    over = span(Period(date(2026, 10, 1), NOW.date()), NOW, Rule.DAY)
    with ledger.reading() as work:
        before = work.counts([AGENCY], over, Rule.DAY)
    with ledger._engine.begin() as connection:
        command.downgrade(configuration(connection, STEPS), "0005")
    with ledger._engine.begin() as connection:
        command.upgrade(configuration(connection, STEPS), "head")

    with ledger.reading() as work:
        assert work.behind() == [AGENCY]
        assert len(work.folded_of(AGENCY, [one.dossier_id for one in all_of(desk)])) > 0
    folding.fold(ledger, AGENCY, lambda: NOW)

    with ledger.reading() as work:
        after = work.counts([AGENCY], over, Rule.DAY)
        assert after == before
        assert work.counts_as_recorded(after, over, Rule.DAY)[AGENCY] == (
            counting_rows.counts_as_recorded(desk.database, after[AGENCY], over, Rule.DAY)
        )


def test_what_is_folded_anew_over_an_older_program_s_rows_never_goes_back(worked):
    ledger, desk = worked
    with ledger.reading() as work:
        ids = [one.dossier_id for one in all_of(desk)]
        before = work.folded_of(AGENCY, ids)
    with ledger.writing() as work:
        work.connection.execute(text("UPDATE dossier SET received_at = NULL, kept = ''"))
        work.connection.execute(recorded.delete())
        work.move_listed(AGENCY, 0)

    steps = 1
    while steps:
        with ledger.writing() as work:
            steps = fold_next(work, AGENCY, NOW, most=60)
        with ledger.reading() as work:
            for dossier, row in work.folded_of(AGENCY, ids).items():
                assert row.position == before[dossier].position

    with ledger.reading() as work:
        assert work.folded_of(AGENCY, ids) == before
        assert work.connection.execute(recorded.select()).all()
