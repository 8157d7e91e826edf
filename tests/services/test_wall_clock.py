"""No paper is dated before the last entry; a clock that jumps is noticed and recorded."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from at_the_counter import BY, asking
from reception.domain.clock_jump import ClockConfirmed, ClockJumped, told_time
from reception.domain.errors import RuleViolation
from reception.domain.moments import parse_moment
from reception.services import clock as dossier_clock
from reception.services import intake, safekeeping, wall_clock
from reception.services.demo import set_up_demo
from reception.services.desk import open_desk

NINE = parse_moment("2026-03-10T09:00")


def receive(desk):
    return intake.register(desk, asking(), by=BY)


def clock_events(desk):
    return [stored.event() for stored in desk.store.journal.of_entity("clock")]


@pytest.mark.parametrize("back", [timedelta(minutes=1), timedelta(hours=5), timedelta(hours=24)])
def test_a_clock_set_back_within_a_day_dates_nothing_before_the_last_entry(desk, clock, back):
    first = receive(desk)
    clock.at -= back

    second = receive(desk)

    assert second.opened_at == first.opened_at == NINE
    clock.at = NINE + timedelta(minutes=3)
    assert receive(desk).opened_at == NINE + timedelta(minutes=3)


def test_also_after_a_restart_and_on_another_connection(desk, folder, clock):
    receive(desk)
    clock.at -= timedelta(hours=2)
    again = open_desk(folder, clock)

    assert again.now() == NINE
    assert again.another().now() == NINE
    assert again.shown_at() == NINE - timedelta(hours=2)
    again.close()


def test_also_in_the_office_of_the_demo(tmp_path, clock):
    demo = set_up_demo(tmp_path / "demo", clock)
    last = demo.journal_at()
    clock.at -= timedelta(hours=2)

    assert receive(demo).opened_at == last
    clock.set_to("2015-01-01T00:03")
    with pytest.raises(RuleViolation, match="chỉnh ngày giờ"):
        receive(demo)


def test_days_behind_nothing_is_written_until_a_person_decides(desk, clock):
    dossier = receive(desk)
    clock.set_to("2015-01-01T00:03")

    with pytest.raises(RuleViolation) as refusal:
        receive(desk)
    assert refusal.value.code == "clock-behind"
    assert "chỉnh ngày giờ" in refusal.value.text
    with pytest.raises(RuleViolation, match="chỉnh ngày giờ"):
        dossier_clock.request_supplement(
            desk, dossier.dossier_id, wanted=["Tờ khai"], reason="thiếu", by=BY
        )
    clock.at = NINE + timedelta(minutes=1)
    assert receive(desk).opened_at == clock.at


def test_one_minute_in_2036_does_not_date_all_that_follows(desk, clock):
    clock.set_to("2036-03-10T09:00")
    receive(desk)
    clock.at = NINE
    assert wall_clock.look(desk).refused
    with pytest.raises(RuleViolation):
        receive(desk)

    wall_clock.confirm(desk, by="maylt")

    assert receive(desk).opened_at == NINE
    assert clock_events(desk) == [ClockConfirmed(NINE, parse_moment("2036-03-10T09:00"))]
    assert desk.store.history("clock")[0].by == "maylt"
    assert safekeeping.verify(desk).whole


def test_what_was_only_noticed_is_no_measure(desk, clock):
    receive(desk)
    clock.set_to("2036-03-10T09:00")
    jump = wall_clock.jump_at_start(desk)
    assert jump == ClockJumped(clock.at, NINE, "journal")
    wall_clock.note(desk, jump)
    clock.at = NINE + timedelta(hours=1)

    assert receive(desk).opened_at == clock.at
    assert clock_events(desk) == [jump]
    assert safekeeping.verify(desk).whole
    safekeeping.rebuild(desk)
    assert safekeeping.verify(desk).whole


@pytest.mark.parametrize(
    ("at", "odd"),
    [
        ("2026-03-10T09:00", False),
        ("2026-03-10T08:59", False),
        ("2026-03-10T08:30", True),
        ("2026-04-09T07:00", False),  # closed for a month
        ("2026-04-12T07:00", True),
        ("2015-01-01T00:00", True),
    ],
)
def test_what_is_odd_as_the_program_starts(desk, clock, at, odd):
    receive(desk)
    clock.set_to(at)

    assert (wall_clock.jump_at_start(desk) is not None) is odd


@pytest.mark.parametrize(
    ("off", "noticed"),
    [(0, False), (119, False), (-119, False), (121, True), (-121, True), (3600 * 24 * 400, True)],
)
def test_a_jump_while_running(off, noticed):
    jump = wall_clock.jump_while_running(NINE, NINE + timedelta(seconds=off))

    assert (jump is not None) is noticed
    if jump:
        assert wall_clock.jump_words(jump).endswith("hãy xem lại ngày giờ của máy.")


def test_five_minutes_from_the_server_are_said():
    assert wall_clock.apart_from_server(NINE, NINE + timedelta(minutes=5)) is None
    assert wall_clock.apart_from_server(NINE, None) is None
    jump = wall_clock.apart_from_server(NINE, NINE - timedelta(minutes=6))
    assert jump is not None
    assert "máy chủ chỉ 08:54 10/03/2026" in wall_clock.jump_words(jump)


@given(st.timedeltas(timedelta(days=-4000), timedelta(days=4000)))
def test_time_never_goes_more_than_a_day_beyond_the_clock(off):
    told = told_time(NINE, NINE + off)

    assert NINE <= told <= NINE + timedelta(days=1)


ASKED = """
import sys
sys.path.insert(0, "tests")
from pathlib import Path
from at_the_counter import asking, clock_at
from reception.domain.moments import parse_moment, short_moment
from reception.services import intake
from reception.services.demo import set_up_demo
from reception.services.desk import open_desk
desk = open_desk(Path(sys.argv[1]), lambda: parse_moment("2026-03-10T01:30:00+00:00"))
dossier = intake.register(desk, asking(), by="maylt")
print(dossier.code, short_moment(dossier.opened_at), short_moment(dossier.due_at), desk.now())
from reception.services import paperwork
print(paperwork.paper_of(desk, dossier.dossier_id, "receipt"))
"""


def test_the_zone_of_the_pc_is_read_nowhere(folder, tmp_path):
    said = set[str]()
    for zone in ("Asia/Ho_Chi_Minh", "America/New_York", "Pacific/Kiritimati"):
        copy = tmp_path / zone.replace("/", "-")
        copy.mkdir()
        (copy / "reception.db").write_bytes((folder / "reception.db").read_bytes())
        ran = subprocess.run(
            [sys.executable, "-c", ASKED, str(copy)],
            env={**os.environ, "TZ": zone},
            capture_output=True,
            text=True,
            check=False,
            cwd=Path(__file__).parents[2],
        )
        assert ran.returncode == 0, ran.stderr
        said.add(ran.stdout)

    [told] = said
    assert told.startswith("H40.16-260310-0001 08:30 10/03/2026")
