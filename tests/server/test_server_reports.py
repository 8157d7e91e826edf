"""07a/BTP and the reasons of delay at the server are the desk's, of any period."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from at_the_counter import BY, SINGLE_STATUS, asking
from ends import AGENCY, Commune
from ledger_pen import Pen, received
from old_entries import take_over
from reception.domain.delay import Cause, Ground
from reception.domain.dossier_events import DelayExplained, PaidBy
from reception.domain.handling_report import STRICT, Choices
from reception.domain.intake import Channel
from reception.domain.lateness_report import SOMEBODY
from reception.domain.list_frame import Period
from reception.domain.moments import OFFICE_ZONE, parse_moment
from reception.domain.report_lines import Line
from reception.domain.report_periods import parse_period
from reception.domain.timeliness import Rule
from reception.services import (
    apologies,
    clock,
    finishing,
    folding,
    generate,
    intake,
    reports,
    server_reports,
)
from reception.services.server_reports import COUNTED
from reception.storage.ledger.ledger import Ledger
from sent_down import submitted

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=OFFICE_ZONE)
OTHER = "H40.17"
NOVEMBER = parse_period("2026-11")
CHOICES = (Choices(), replace(STRICT, rule=Rule.MINUTE), Choices(Rule.NATIONAL))


def now() -> datetime:
    return NOW


@pytest.fixture(scope="module", params=("sqlite", "postgresql"))
def worked(request, tmp_path_factory):
    """A desk's invented year and a fortnight by hand at its server, beside another commune."""
    folder = tmp_path_factory.mktemp("server-reports")
    on_postgres = request.param == "postgresql"
    server = request.getfixturevalue("postgres") if on_postgres else None
    ledger = Ledger.open(server.create("reports") if server else str(folder / "ledger.db"))
    commune = Commune(ledger, folder)
    commune.clock.set_to("2026-11-10T09:00")
    desk = commune.desk(0)
    generate.generate(desk, 100, seed=5, until=commune.clock())
    take_over(desk, folder)
    _fortnight(commune, desk)
    commune.clock.set_to(f"{NOW:%Y-%m-%dT%H:%M}")
    commune.exchange(desk)
    _other(ledger)
    folding.fold_all(ledger, now)
    yield ledger, desk
    commune.close()
    if server:
        server.drop("reports")


def _fortnight(commune: Commune, desk) -> None:
    """Every road in, every way to stand at the end."""

    def take(name: str, **more: object) -> str:
        return intake.register(desk, asking(name, SINGLE_STATUS, **more), by=BY).dossier_id

    take("An", channel=Channel.ONLINE_FULL, non_territorial=True, competent_authority="Xã Nưa")
    paused, again, stopped, late = (take(name) for name in ("Bình", "Chi", "Dung", "Giang"))
    other = take("Hà", channel=Channel.OTHER)
    intake.refuse(desk, asking("Kim", SINGLE_STATUS), reason="sai nơi", by=BY)
    submitted(commune, desk, submission="nop-late", submitted_at=commune.clock())
    commune.clock.set_to("2026-11-11T09:00")
    for one in (paused, again):
        clock.suspend(desk, one, Ground.COURT, by=BY)
    finishing.stop(desk, stopped, requested_by="đơn", reason="đổi ý", by=BY)
    commune.clock.set_to("2026-11-12T09:00")
    clock.resume(desk, again, by=BY)
    apologies.explain_delay(desk, late, Cause.STAFF, owner="Phòng Kinh tế", by=BY)
    commune.clock.set_to("2026-11-19T16:00")
    finishing.settle_fee(desk, other, amount_vnd=5000, paid_by=PaidBy.ONLINE, by=BY)
    finishing.record_result(desk, other, by=BY)
    submitted(commune, desk, submission="nop-new", submitted_at=commune.clock())


def _other(ledger: Ledger) -> None:
    with ledger.writing() as work:
        work.add_agency(OTHER, "Xã Khác", NOW)
    pen, at = Pen(ledger, OTHER, slot=1).enrol(NOW), parse_moment("2026-11-02T08:00")
    pen.write("d1", received(1, "2026-11-02T08:00", "2026-11-05T17:30", agency=OTHER), at)
    why = DelayExplained(at, Cause.OTHER_AGENCY, "Bà Lò Thị Ngoan", "ốm")
    pen.write("d1", why, at)


def lines(report) -> list[tuple[str, Line]]:
    return [(by, line) for by, told in report.sections.items() for line in told]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.tuples(*2 * [st.dates(date(2026, 6, 1), NOW.date())]).map(sorted), st.sampled_from(CHOICES)
)
def test_server_and_desk_tell_the_same_of_any_days(worked, days, choices):
    ledger, desk = worked
    for name in COUNTED:
        made = server_reports.make(ledger, now, name, Period(*days), choices, AGENCY)
        assert _with_known_holders(made.whole) == _with_known_holders(
            reports.make(desk, name, Period(*days), choices)
        )


def _with_known_holders(report):
    """The report without the one party that was typed by hand, which the server does not name."""
    told = lines(report)
    unnamed = ("Phòng Kinh tế", SOMEBODY)
    return report.total, [(by, line) for by, line in told if line.field not in unnamed]


def test_what_happened_by_hand_stands_in_its_columns(worked):
    ledger, _desk = worked
    made = server_reports.make(ledger, now, reports.JUSTICE, NOVEMBER, Choices(), AGENCY)
    told = made.whole.total.figures
    for column in ("c4", "c5", "c9", "c11", "c12", "c13", "c22", "c23", "c25"):
        assert told[column], column
    assert told["c24"] == told["c25"] + told["c26"]
    assert told["c8"] is None


def test_of_a_past_end_it_counts_whose_clock_stood_then(worked):
    ledger, _desk = worked
    stood = {}
    for day in (10, 11, 12):
        days = Period(date(2026, 11, 1), date(2026, 11, day))
        made = server_reports.make(ledger, now, reports.JUSTICE, days, Choices(), AGENCY)
        stood[day] = made.whole.total.figures["c22"]
    assert stood[11] == stood[10] + 2
    assert stood[12] == stood[10] + 1


@pytest.mark.parametrize("name", COUNTED)
def test_all_communes_add_up_to_the_whole(worked, name):
    ledger, _desk = worked
    made = server_reports.make(ledger, now, name, NOVEMBER, Choices())
    assert [agency.agency for agency, _one in made.communes] == [OTHER, AGENCY]
    for column, number in made.whole.total.figures.items():
        told = [one.total.figures[column] for _agency, one in made.communes]
        assert sum(filter(None, told)) == (number or 0), column


def test_a_commune_without_a_portal_leaves_blank_what_waits_to_be_taken_in(worked):
    ledger, _desk = worked
    made = server_reports.make(ledger, now, reports.JUSTICE, NOVEMBER, Choices())
    by_commune = {agency.agency: one.total.figures["c12"] for agency, one in made.communes}
    assert by_commune == {OTHER: None, AGENCY: made.whole.total.figures["c12"]}


def test_whoever_was_blamed_by_hand_is_counted_and_not_named(worked):
    ledger, _desk = worked
    made = server_reports.make(ledger, now, reports.LATENESS, NOVEMBER, Choices())
    holders = {line.field: line.figures["c3"] for line in made.whole.sections["holders"]}
    assert holders[SOMEBODY] == 2
    assert not any("Ngoan" in name for name in holders)
    with ledger.reading() as work:
        rows = work.connection.execute(text("SELECT late_holder FROM dossier")).scalars()
        assert not any("Ngoan" in name for name in rows)


def test_the_report_tells_how_many_came_from_old_registers(worked):
    ledger, desk = worked
    for days in (NOVEMBER, parse_period("2026-10")):
        made = server_reports.handling_report(ledger, now, days, Choices(), AGENCY)
        assert made.whole == reports.handling_report(desk, days, Choices())
    assert made.whole.from_old_books == 2
    told = server_reports.paper(made, "Tỉnh", now).blocks
    assert any("2 hồ sơ nhập từ sổ cũ" in str(block) for block in told)


@pytest.mark.parametrize("choices", CHOICES)
@pytest.mark.parametrize("name", [reports.JUSTICE, reports.LATENESS])
def test_every_figure_counts_the_dossiers_behind_it(worked, name, choices):
    ledger, _desk = worked
    opened = 0
    for days in (NOVEMBER, Period(date(2026, 11, 1), date(2026, 11, 11))):
        made = server_reports.make(ledger, now, name, days, choices)
        for by, line in (*lines(made.whole), ("", made.whole.total)):
            for column, number in line.figures.items():
                if not server_reports.opens(name, column):
                    continue
                figure = server_reports.figure(
                    ledger, now, days, choices, "", column, line.field, name, by
                )
                with ledger.reading() as work:
                    assert work.figure_size(figure) == number, (by, line.field, column)
                    opened += bool(number)
    assert opened > 20


def test_every_line_stands_in_the_table_to_take_out(worked):
    ledger, _desk = worked
    made = server_reports.make(ledger, now, reports.LATENESS, NOVEMBER, Choices())
    head, *rows = server_reports.table(made)
    assert head[:5] == ("Mã", "Xã, phường", "Chia theo", "Dòng", "(3) Tổng số")
    sums = [row for row in rows if row[2] == "Tổng số"]
    assert sum(row[4] for row in sums) == made.whole.total.figures["c3"]
    assert (OTHER, "Xã Khác", "Theo bên làm chậm", SOMEBODY, 1, 0, 1, 0, 1) in rows


def test_a_log_that_is_folded_anew_tells_the_same(worked):
    ledger, _desk = worked
    days = Period(NOVEMBER.from_on, NOW.date() - timedelta(days=3))
    before = [server_reports.make(ledger, now, name, days, Choices()) for name in COUNTED]
    folding.fold_anew(ledger, now)
    after = [server_reports.make(ledger, now, name, days, Choices()) for name in COUNTED]
    assert after == before
