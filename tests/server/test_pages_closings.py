"""Periods that communes closed: who, when, which bytes, and what is another today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from html import unescape
from re import findall

import pytest

from at_the_counter import BY, SINGLE_STATUS, asking
from ends import AGENCY, Commune
from ledger_pen import PASSWORD, Browser, Pen
from pdf_reading import text_of
from reception.domain.accounts import Account, Role
from reception.domain.closed_periods import PeriodClosed
from reception.domain.delay import Cause
from reception.domain.handling_report import Choices
from reception.domain.list_frame import Period
from reception.domain.server_users import ServerRole, ServerUser
from reception.services import (
    apologies,
    closing_periods,
    finishing,
    folding,
    intake,
    mending,
    server_closings,
    server_sign_in,
    sign_in,
)
from reception.services.closed_reports import CLOSABLE
from reception.storage.ledger.ledger import Ledger
from serving import serving

MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))
FEBRUARY = Period(date(2026, 2, 1), date(2026, 2, 28))
OTHER = "H40.17"
HEAD = Account("hac", "Lò Văn Hặc", Role.ADMINISTRATOR)
SO = f"/bao-cao/da-chot/so?xa={AGENCY}&tu=2026-03-01&den=2026-03-31&bao-cao="
USERS = (
    ServerUser("giamsat", "Trần Thị Sát", ServerRole.SUPERVISOR),
    ServerUser("chutich", "Lò Văn Chủ", ServerRole.LEADER, OTHER),
    ServerUser("quantri", "Vũ Quản Trị", ServerRole.ADMINISTRATOR),
)


@pytest.fixture(scope="module", params=("sqlite", "postgresql"))
def closed(request, tmp_path_factory):
    """A commune closed March in April and put a result of it right since; another closed none."""
    folder = tmp_path_factory.mktemp("closed")
    on_postgres = request.param == "postgresql"
    server = request.getfixturevalue("postgres") if on_postgres else None
    ledger = Ledger.open(server.create("closings") if server else str(folder / "ledger.db"))
    commune = Commune(ledger, folder)
    desk = commune.desk(0)
    sign_in.put_account(desk, HEAD, "2468", by=HEAD)
    three = [intake.register(desk, asking(name, SINGLE_STATUS), by=BY) for name in "ABC"]
    commune.clock.set_to("2026-03-20T09:00")
    late = finishing.record_result(desk, three[1].dossier_id, by=BY)
    owner = "Bà Lò Thị Ngoan"
    apologies.explain_delay(desk, three[2].dossier_id, Cause.STAFF, owner=owner, by=BY)
    commune.clock.set_to("2026-04-02T09:00")
    closing_periods.close(desk, MARCH, Choices(), by=HEAD.login)
    earlier = three[1].opened_at.replace(day=11)
    moment = mending.Moment.RESULT
    mending.correct_time(desk, late.dossier_id, moment, earlier, reason="ghi muộn", by=BY)
    commune.exchange(desk)
    with ledger.writing() as work:
        work.add_agency(OTHER, "Xã Khác", commune.clock())
    for user in USERS:
        server_sign_in.add_user(ledger, commune.clock, user, PASSWORD, "test")
    folding.fold_all(ledger, commune.clock)
    yield ledger, desk, commune.clock
    commune.close()
    if server:
        server.drop("closings")


@pytest.fixture(scope="module")
def browse(closed):
    """Sign somebody in, once."""
    ledger, _desk, clock = closed
    with serving(ledger, clock=clock) as served:
        browsers: dict[str, Browser] = {}

        def signed_in(login: str) -> Browser:
            if login not in browsers:
                browsers[login] = Browser(served.line)
                browsers[login].sign_in(login)
            return browsers[login]

        yield signed_in


def test_who_closed_which_report_when_is_what_the_desk_says(closed):
    ledger, desk, _clock = closed
    at_desk = {one.closed.report: one.closed for one in closing_periods.closings(desk)}

    found = server_closings.closings(ledger, AGENCY)

    assert {one.closed.report: one.closed for one in found} == at_desk
    assert set(at_desk) == set(CLOSABLE)
    assert {(one.by, one.device) for one in found} == {("Lò Văn Hặc", "Quầy 0")}
    assert all(one.is_whole and one.is_readable for one in found)


@pytest.mark.parametrize("report", ["ii06a", "07a"])
def test_what_differs_today_is_what_the_desk_says(closed, report):
    ledger, desk, clock = closed
    told = server_closings.beside_today(ledger, clock, AGENCY, report, MARCH)
    assert told.differences == closing_periods.compared(desk, MARCH, report=report).differences
    assert told.differences


def test_the_list_names_who_closed_and_who_did_not(browse):
    page = browse("giamsat").get("/bao-cao/da-chot?ky=2026-03")
    for words in (
        "Xã Mường Lay 01/03/2026 đến 31/03/2026 07a/BTP Lò Văn Hặc Quầy 0 09:00 02/04/2026",
        "Chưa chốt kỳ này: 1 xã, phường Xã Khác.",
    ):
        assert words in page.words, page.words
    assert "Xã Mường Lay" in browse("giamsat").get("/bao-cao/da-chot").words  # last month's


def test_each_line_of_the_list_opens_its_figures(browse, closed):
    ledger, _desk, _clock = closed
    hashes = {one.closed.sha256 for one in server_closings.closings(ledger, AGENCY)}
    supervisor = browse("giamsat")
    listed = supervisor.get(f"/bao-cao/da-chot?xa={AGENCY}")
    links = [
        unescape(link) for link in findall(r'href="(/bao-cao/da-chot/so\?[^"]+)"', listed.text)
    ]
    assert len(links) == len(CLOSABLE)
    for link in links:
        page = supervisor.get(link)
        assert page.status == 200
        assert any(sha256 in page.text for sha256 in hashes)
        assert "Lò Văn Hặc (Quầy 0), lúc 09:00 02/04/2026" in page.words


def test_the_closed_figures_stand_beside_today_s(browse):
    page = browse("giamsat").get(SO + "ii06a")
    assert "Hôm nay khác 4 con số" in page.words
    assert "Tổng số 3 0 3 0 1 0 nay 1 0 1 nay 0 2 0 2" in page.words


def test_what_the_server_does_not_count_is_shown_as_it_was_closed(browse):
    page = browse("giamsat").get(SO + "certification")
    assert "Máy chủ không tự tính báo cáo này, nên chỉ có số đã chốt." in page.words


def test_nobody_named_by_hand_is_shown(browse):
    supervisor = browse("giamsat")
    for path in (SO + "overdue-reasons", "/bao-cao?bao-cao=overdue-reasons&ky=2026-03"):
        page = supervisor.get(path)
        assert page.status == 200
        assert "Ngoan" not in page.text


def test_the_form_as_it_was_closed_keeps_the_old_figures(closed, browse):
    supervisor = browse("giamsat")
    cookie = "; ".join(f"{name}={value}" for name, value in supervisor.cookies.items())
    answer = supervisor.line.pool.urlopen(
        "GET", SO.replace("/so?", "/so.pdf?") + "ii06a", headers={"Cookie": cookie}
    )
    assert answer.status == 200
    text = text_of(answer.data)
    assert "Xã Mường Lay" in text
    assert "0,00 %" in text
    assert "100,00 %" not in text
    assert "người chốt: Lò Văn Hặc (Quầy 0). Mã kiểm SHA-256: " in text
    assert "làm số hôm nay khác: Tổng số, cột 8: chốt 0, nay 1" in text


def test_the_list_is_taken_out(browse):
    table = browse("giamsat").get(f"/bao-cao/da-chot.csv?xa={AGENCY}").text
    assert '"Xã Mường Lay","II.06a","01/03/2026","31/03/2026","Lò Văn Hặc","Quầy 0"' in table


def of_february(desk, **more) -> PeriodClosed:
    """A closing as the other commune's desks write it."""
    first = closing_periods.found(desk, MARCH).closed
    return replace(first, from_on=FEBRUARY.from_on, until_on=FEBRUARY.until_on, **more)


def test_of_two_closings_the_first_in_the_log_holds(closed):
    ledger, desk, clock = closed
    first = of_february(desk)
    for event in (first, of_february(desk, figures="{}", sha256="0" * 64)):
        pen = Pen(ledger, OTHER, slot=int(event.sha256 == "0" * 64)).enrol(clock())
        pen.write("closed-periods", event, clock())
    folding.fold_all(ledger, clock)
    found = server_closings.closings(ledger, OTHER, FEBRUARY)
    assert [one.closed for one in found if one.closed.report == "ii06a"] == [first]


def test_what_nobody_can_read_gives_way_to_what_somebody_can(closed):
    ledger, desk, clock = closed
    days = {"from_on": date(2026, 1, 1), "until_on": date(2026, 1, 31)}
    told = replace(of_february(desk), **days)
    for slot, event in ((5, replace(told, figures="[]")), (6, told)):
        pen = Pen(ledger, OTHER, slot=slot).enrol(clock())
        pen.write("closed-periods", event, clock())
    folding.fold_all(ledger, clock)
    [found] = server_closings.closings(ledger, OTHER, told.period)
    assert found.closed == told


def test_a_report_of_a_newer_program_is_listed_and_not_opened(closed, browse):
    ledger, desk, clock = closed
    pen = Pen(ledger, OTHER, slot=8).enrol(clock())
    pen.write("closed-periods", of_february(desk, report="09b", figures="?"), clock())
    folding.fold_all(ledger, clock)
    supervisor = browse("giamsat")
    listed = supervisor.get(f"/bao-cao/da-chot?xa={OTHER}").words
    assert "09b do bản mới hơn chốt" in listed
    assert "KHÔNG KHỚP" in listed
    page = supervisor.get(
        f"/bao-cao/da-chot/so?xa={OTHER}&bao-cao=09b&tu=2026-02-01&den=2026-02-28"
    )
    assert "hãy cập nhật máy chủ" in page.words


def test_a_leader_sees_no_other_commune_s(browse):
    leader = browse("chutich")
    assert "Mường Lay" not in leader.get(f"/bao-cao/da-chot?xa={AGENCY}").words
    page = leader.get(SO + "ii06a")
    assert page.status == 404
    assert "Xã Khác chưa chốt" in page.words
    assert browse("quantri").get("/bao-cao/da-chot").status == 403


@pytest.mark.parametrize("query", ["tu=x&den=2026-03-31", "tu=2026-03-01", ""])
def test_an_address_of_no_period_is_told(browse, query):
    page = browse("giamsat").get(f"/bao-cao/da-chot/so?xa={AGENCY}&bao-cao=ii06a&{query}")
    assert page.status == 404
    assert "hãy chọn trong danh sách" in page.words


def test_a_period_that_is_none_is_told_above_last_month_s(browse):
    page = browse("giamsat").get("/bao-cao/da-chot?ky=thang-3")
    assert "không phải kỳ báo cáo" in page.words
    assert "Xã Mường Lay" in page.words


def test_a_log_that_is_folded_anew_tells_the_same(closed):
    ledger, _desk, clock = closed
    before = server_closings.closings(ledger)
    folding.fold_anew(ledger, clock)
    assert server_closings.closings(ledger) == before


def test_what_is_not_looked_through_yet_is_counted(ledger, closed):
    _ledger, desk, clock = closed
    with ledger.writing() as work:
        work.add_agency(OTHER, "Xã Khác", clock())
    pen = Pen(ledger, OTHER).enrol(clock())
    pen.write("closed-periods", of_february(desk), clock())

    assert server_closings.unfolded(ledger) == server_closings.unfolded(ledger, OTHER) == 1
    assert server_closings.closings(ledger) == []
    folding.fold_all(ledger, clock)

    assert server_closings.unfolded(ledger) == 0
    assert len(server_closings.closings(ledger)) == 1


def test_looking_is_written_down(closed, browse):
    ledger, _desk, _clock = closed
    browse("giamsat").get(SO + "07a")
    with ledger.reading() as work:
        seen = work.audit_entries(1)[0]
    assert (seen.act, seen.about) == ("closings-seen", f"07a {AGENCY} 2026-03-01..2026-03-31")
