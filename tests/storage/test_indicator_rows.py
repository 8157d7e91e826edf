"""Indices out of covering ranges are those of the dossiers themselves, in sums and in lists."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reception.domain.counting import counted, is_late, span, total
from reception.domain.demanded import demanded
from reception.domain.dossier import Dossier, State
from reception.domain.dossier_events import PaidBy
from reception.domain.indicators import MEASURES, Base
from reception.domain.list_frame import Period
from reception.domain.moments import OFFICE_ZONE
from reception.domain.timeliness import Rule, timeliness
from reception.domain.traits import spent_minutes, term_minutes, traits, trips
from reception.services import finishing, generate, indicators
from reception.services.desk import Desk
from reception.services.set_up import office_named, set_up
from reception.storage import counting_rows, demanded_rows, indicator_rows
from reception.storage.integrity import rebuild, verify

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=OFFICE_ZONE)
DAYS = st.tuples(*[st.dates(date(2025, 12, 1), date(2026, 11, 20))] * 2).map(sorted)
ALONE = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def worked(tmp_path_factory) -> Desk:
    """A hundred dossiers, some paid for online."""
    folder: Path = tmp_path_factory.mktemp("judged") / "so-ho-so"
    desk = set_up(folder, office_named("Xã Mường Lay", "H40.16"), lambda: NOW)
    generate.generate(desk, 100, seed=11, until=NOW)
    for one in [one for one in all_of(desk) if one.state is State.RECEIVED][:3]:
        finishing.settle_fee(desk, one.dossier_id, amount_vnd=5000, paid_by=PaidBy.ONLINE, by="lan")
    yield desk
    desk.close()


def all_of(desk: Desk) -> list[Dossier]:
    found = desk.database.rows("SELECT dossier FROM dossier ORDER BY n")
    return [one for (key,) in found if (one := desk.store.dossier(key))]


def over(days):
    return span(Period(*days), NOW, Rule.NATIONAL)


def told_by_hand(one: Dossier, base: Base, within) -> str | None:
    """How a dossier is of a base: its letters and how it kept its date; ``None`` if it is not."""
    seen = counted(one)
    if seen is None or seen.received_at >= within.until_at:
        return None
    ended = seen.ended_at if seen.ended_at and seen.ended_at < within.until_at else None
    kept = timeliness(seen.due_at, ended, Rule.NATIONAL).value if ended else ""
    late = not ended and is_late(seen, within)
    if base is Base.RECEIVED:
        return traits(one) if seen.received_at >= within.from_at else None
    if ended:
        return f"{traits(one)} {kept}" if ended >= within.from_at else None
    return f"{traits(one)} overdue" if base is Base.DUE and late else None


@ALONE
@given(DAYS, st.sampled_from(Base))
def test_the_ranges_find_the_dossiers_that_a_base_is_of(worked, days, base):
    within = over(days)
    by_hand = Counter(
        (one.intake.procedure.code, told)
        for one in all_of(worked)
        if (told := told_by_hand(one, base, within)) is not None
    )
    found: Counter[tuple[str, str]] = Counter()
    for tally in indicator_rows.tallies(worked.database, within, base):
        fact = tally.fact
        kept = f" {fact.kept.value}" if fact.kept else ""
        found[fact.procedure, f"{fact.traits}{kept}"] += tally.number
    assert found == by_hand


@ALONE
@given(DAYS)
def test_what_is_overdue_for_an_index_is_overdue_in_the_reports(worked, days):
    within = over(days)
    late = sum(tally.number for tally in indicator_rows.overdue(worked.database, within))
    reported = total(counting_rows.counts(worked.database, within, Rule.NATIONAL).values())
    assert late == reported.open_overdue


@ALONE
@given(DAYS)
def test_an_index_opens_just_as_many_as_it_counts(worked, days):
    made = indicators.indicators(worked, Period(*days))
    for told in made.told:
        if told.share is None or told.index.measure not in MEASURES:
            continue
        part = indicators.opened(worked, made.period, told.index.code)
        rest = indicators.opened(worked, made.period, told.index.code, rest=True)
        assert len(part) == told.share.part <= told.share.whole
        assert len(part) + len(rest) == told.share.whole
        assert not {one.code for one in part} & {one.code for one in rest}
        assert told.share.rate is None or 0 <= told.share.rate <= 100


@ALONE
@given(DAYS)
def test_trips_and_times_are_those_of_the_dossiers(worked, days):
    within = over(days)
    ended = [(one, counted(one).ended_at) for one in all_of(worked) if counted(one)]
    settled = [one for one, at in ended if at and within.from_at <= at < within.until_at]
    came = Counter(
        {(one.intake.procedure.code, trips(one)): 0 for one in settled if trips(one) is not None}
    )
    came.update(
        (one.intake.procedure.code, trips(one)) for one in settled if trips(one) is not None
    )
    found: Counter[tuple[str, int]] = Counter()
    for row in indicator_rows.trips_of(worked.database, within):
        found[row.procedure, row.trips] += row.dossiers
    assert found == came
    promised = [one for one in settled if term_minutes(one) is not None]
    times = indicator_rows.tallies(worked.database, within, Base.SETTLED)
    assert sum(one.spent_minutes for one in times) == sum(map(spent_minutes, promised))
    assert sum(one.term_minutes for one in times) == sum(map(term_minutes, promised))


def test_every_paper_asked_for_has_its_row(worked):
    asked = demanded_rows.asked_for(worked.database, over((date(2018, 1, 1), date(2026, 12, 31))))
    by_hand = [told.paper for one in all_of(worked) for told in demanded(one)]
    assert by_hand
    assert Counter(row.paper for row in asked) == Counter(by_hand)


@pytest.mark.parametrize("base", [Base.RECEIVED, Base.SETTLED])
def test_sums_look_at_no_row(worked, base):
    rows = {Base.RECEIVED: indicator_rows._RECEIVED, Base.SETTLED: indicator_rows._SETTLED}[base]
    told = "kept, sum(spent_min), sum(term_min)" if base is Base.SETTLED else "''"
    plan = worked.database.rows(
        f"EXPLAIN QUERY PLAN SELECT procedure, channel, traits, {told}, count(*) {rows}"
        " GROUP BY 1, 2, 3, 4",
        from_at="2026-01",
        until_at="2026-02",
    )
    used = [line[3] for line in plan if "dossier" in line[3]]
    assert used
    assert all("USING COVERING INDEX" in line for line in used), plan


def test_the_columns_are_proved_and_written_anew(worked):
    assert verify(worked.store).whole
    with worked.database.writing():
        worked.database.run("UPDATE dossier SET traits = 'x', trips = 9")
        worked.database.run("DELETE FROM demanded")
    assert not verify(worked.store).whole
    rebuild(worked.store)
    assert verify(worked.store).whole
