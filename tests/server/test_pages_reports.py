"""II.06a at the server: its figures are the desk's, and each opens the dossiers that it counts."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import datetime
from html import unescape
from re import findall
from urllib.parse import parse_qs, quote

import openpyxl
import pytest

from ends import AGENCY, Commune
from ledger_pen import PASSWORD, Browser, Pen, received
from old_entries import take_over
from pdf_reading import text_of
from reception.domain.applicant import Party
from reception.domain.handling_report import STRICT, Choices
from reception.domain.moments import OFFICE_ZONE, parse_moment
from reception.domain.report_periods import parse_period
from reception.domain.server_users import ServerRole, ServerUser
from reception.domain.timeliness import Rule
from reception.server.pages.reports import COLUMNS
from reception.services import folding, generate, reports, server_reports, server_sign_in
from reception.storage.ledger.ledger import Ledger
from serving import serving

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=OFFICE_ZONE)
OTHER = "H40.17"
ALL = (AGENCY, OTHER)
PERIODS = ("2026-11", "2026-10", "2026-Q4", "2026", "2026-W46")
USERS = (
    ServerUser("giamsat", "Trần Thị Sát", ServerRole.SUPERVISOR),
    ServerUser("chutich", "Lò Văn Chủ", ServerRole.LEADER, AGENCY),
    ServerUser("quantri", "Vũ Quản Trị", ServerRole.ADMINISTRATOR),
)


def clock() -> datetime:
    return NOW


@pytest.fixture(scope="module", params=("sqlite", "postgresql"))
def worked(request, tmp_path_factory):
    """A desk's invented year at its server, beside a commune that received two."""
    folder = tmp_path_factory.mktemp("reported")
    on_postgres = request.param == "postgresql"
    server = request.getfixturevalue("postgres") if on_postgres else None
    ledger = Ledger.open(server.create("reported") if server else str(folder / "ledger.db"))
    commune = Commune(ledger, folder)
    commune.clock.set_to(f"{NOW:%Y-%m-%dT%H:%M}")
    desk = commune.desk(0)
    take_over(desk, folder)
    generate.generate(desk, 120, seed=3, until=NOW)
    commune.exchange(desk)
    with ledger.writing() as work:
        work.add_agency(OTHER, "Xã Khác", NOW)
    pen = Pen(ledger, OTHER, slot=1).enrol(NOW)
    at = "2026-11-02T08:00"
    for n, due_at in enumerate((None, "2026-11-05T17:30"), start=1):
        owner = Party("Lò Thị Ngoan")
        pen.write(f"d{n}", received(n, at, due_at, agency=OTHER, owner=owner), parse_moment(at))
    for user in USERS:
        server_sign_in.add_user(ledger, clock, user, PASSWORD, "test")
    folding.fold_all(ledger, clock)
    yield ledger, desk
    commune.close()
    if server:
        server.drop("reported")


@pytest.fixture
def browse(worked):
    """Sign somebody in."""
    ledger, _desk = worked
    with serving(ledger, clock=clock) as served:

        def sign_in(login: str) -> Browser:
            made = Browser(served.line)
            made.sign_in(login)
            return made

        yield sign_in


@pytest.mark.parametrize("rule", list(Rule))
@pytest.mark.parametrize("text", PERIODS)
def test_a_commune_s_report_is_its_desk_s(worked, text, rule):
    ledger, desk = worked
    period = parse_period(text)

    made = server_reports.handling_report(ledger, clock, period, Choices(rule), AGENCY)

    at_desk = reports.handling_report(desk, period, Choices(rule))
    assert made.whole == at_desk
    assert [each.agency for each, _one in made.communes] == [AGENCY]
    assert made.unfolded == 0


def test_all_communes_add_up_to_the_whole(worked):
    ledger, _desk = worked
    made = server_reports.handling_report(ledger, clock, parse_period("2026"), Choices())
    by_commune = {each.agency: one.told.total for each, one in made.communes}
    assert by_commune[OTHER].open == 2
    for column, number in made.whole.told.total.columns().items():
        assert sum(row.columns()[column] for row in by_commune.values()) == number


@pytest.mark.parametrize("choices", [Choices(), replace(STRICT, rule=Rule.MINUTE)])
@pytest.mark.parametrize("text", ["2026-11", "2026-Q3"])
def test_every_figure_counts_the_dossiers_behind_it(worked, text, choices):
    ledger, _desk = worked
    period = parse_period(text)
    made = server_reports.handling_report(ledger, clock, period, choices)
    for row in (*made.whole.told.rows, made.whole.told.total):
        for column, number in row.columns().items():
            figure = server_reports.figure(ledger, clock, period, choices, "", column, row.field)
            with ledger.reading() as work:
                found = work.behind_figure(figure, 1000, 0)
                assert work.figure_size(figure) == len(found) == number, (row.field, column)


def test_the_page_tells_figures_rates_and_how_they_were_counted(worked, browse):
    ledger, _desk = worked
    page = browse("giamsat").get("/bao-cao?ky=2026-11")
    told = server_reports.handling_report(ledger, clock, parse_period("2026-11"), Choices())

    total = told.whole.told.total
    for words in (
        "Báo cáo II.06a: Tất cả xã, phường", "từ ngày 01/11/2026 đến hết ngày 30/11/2026",
        f"{total.rate_of_settled} %".replace(".", ","), "trên số tiếp nhận", "Tính theo ngày",
        f"{total.received} tiếp nhận và từ kỳ trước = {total.settled} đã giải quyết", "Xã Khác",
    ):  # fmt: skip
        assert words in page.words, words
    assert "Ngoan" not in page.text


def test_a_figure_on_the_page_leads_to_its_dossiers(browse):
    supervisor = browse("giamsat")
    page = supervisor.get(f"/bao-cao?ky=2026-11&xa={OTHER}")
    links = [unescape(link) for link in findall(r'href="(/bao-cao/ho-so\?[^"]+)"', page.text)]
    late = next(link for link in links if parse_qs(link)["cot"] == ["c13"])

    listed = supervisor.get(late)

    assert f"{COLUMNS['c13']} Xã Khác, từ ngày 01/11/2026" in listed.words
    assert "1 hồ sơ" in listed.words
    assert "H40.17-261102-0002" in listed.text
    assert "đang quá hạn" in listed.words
    assert "Ngoan" not in listed.text


def test_a_list_of_all_communes_says_whose_each_dossier_is(browse):
    listed = browse("giamsat").get("/bao-cao/ho-so?ky=2026-11&cot=c3")
    assert "Xã Khác" in listed.words
    assert "Xã Mường Lay" in listed.words


def test_files_hold_the_same_figures(worked, browse):
    ledger, _desk = worked
    period = parse_period("2026-11")
    told = server_reports.handling_report(ledger, clock, period, Choices(), AGENCY).whole.told
    with serving(ledger, clock=clock) as served:
        line = Browser(served.line)
        line.sign_in("giamsat")

        def taken(name: str) -> bytes:
            cookie = "; ".join(f"{k}={v}" for k, v in line.cookies.items())
            answer = line.line.pool.urlopen(
                "GET", f"/bao-cao.{name}?ky=2026-11&xa={AGENCY}", headers={"Cookie": cookie}
            )
            assert answer.status == 200
            return answer.data

        document = json.loads(taken("json"))
        sheet = openpyxl.load_workbook(io.BytesIO(taken("xlsx"))).active
        text = text_of(taken("pdf"))
    whole = {f"c{n}": number for n, number in enumerate(told.total.columns().values(), 3)}
    assert {name: document["total"][name] for name in whole} == whole
    assert document["communes"][AGENCY]["name"] == "Xã Mường Lay"
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert next(row for row in cells if row[1] == "Tổng số")[2:13] == list(whole.values())
    assert "Biểu số II.06a/VPCP/KSTT" in text
    assert "Xã Mường Lay" in text


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("07a", ("07a/BTP: Tất cả xã, phường", "(12) Chờ tiếp nhận ▸ Đúng hạn", "Cột 8 để trống")),
        (
            "overdue-reasons",
            ("Nguyên nhân quá hạn: Tất cả xã", "Theo nguyên nhân", "Tính theo ngày"),
        ),
    ],
)
def test_other_reports_have_a_page_of_their_own(worked, browse, name, words):
    ledger, _desk = worked
    page = browse("giamsat").get(f"/bao-cao?bao-cao={name}&ky=2026-11")
    for told in (*words, "từ ngày 01/11/2026 đến hết ngày 30/11/2026", "Xã Khác"):
        assert told in page.words, told
    made = server_reports.make(ledger, clock, name, parse_period("2026-11"), Choices())
    cells = (str(number) for number in made.whole.total.figures.values() if number is not None)
    row = page.words.replace("– ", "")
    assert all(f" {cell} " in row for cell in cells)


@pytest.mark.parametrize("name", server_reports.COUNTED)
def test_every_report_is_taken_out_in_every_form(worked, browse, name):
    ledger, _desk = worked
    made = server_reports.make(ledger, clock, name, parse_period("2026-11"), Choices())
    total, supervisor = made.whole.total.figures, browse("giamsat")
    query = f"?bao-cao={name}&ky=2026-11"

    def taken(kind: str) -> bytes:
        cookie = "; ".join(f"{k}={v}" for k, v in supervisor.cookies.items())
        answer = supervisor.line.pool.urlopen(
            "GET", f"/bao-cao.{kind}{query}", headers={"Cookie": cookie}
        )
        assert answer.status == 200
        return answer.data

    document = json.loads(taken("json"))
    assert {column: document["total"][column] for column in total} == total
    rows = list(csv.DictReader(io.StringIO(taken("csv").decode("utf-8-sig"))))
    sums = [row for row in rows if row["Chia theo"] == "Tổng số"]
    head = server_reports.heads(name, made.whole.period.until_on)["c3"]
    assert sum(int(row[head]) for row in sums) == total["c3"]
    assert {row["Xã, phường"] for row in sums} == {"Xã Khác", "Xã Mường Lay"}
    sheet = openpyxl.load_workbook(io.BytesIO(taken("xlsx"))).active
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    whole = next(row for row in cells if row[1] and str(row[1]).startswith("Tổng số"))
    assert [n or 0 for n in whole[2:]] == [n or 0 for n in total.values()]
    assert "30/11/2026" in text_of(taken("pdf"))


def test_a_line_of_the_reasons_of_delay_leads_to_its_dossiers(browse):
    supervisor = browse("giamsat")
    page = supervisor.get(f"/bao-cao?bao-cao=overdue-reasons&ky=2026-11&xa={OTHER}")
    links = [unescape(link) for link in findall(r'href="(/bao-cao/ho-so\?[^"]+)"', page.text)]
    holder = next(link for link in links if parse_qs(link).get("theo") == ["holders"])

    listed = supervisor.get(holder)

    assert "(3) Tổng số Xã Khác, từ ngày 01/11/2026" in listed.words
    assert ", bên làm chậm Bộ phận Một cửa: 1 hồ sơ." in listed.words
    assert "H40.17-261102-0002" in listed.text


@pytest.mark.parametrize("column", ["c8", "c12", "x"])
def test_what_is_no_dossier_does_not_open(browse, column):
    page = browse("giamsat").get(f"/bao-cao/ho-so?bao-cao=07a&ky=2026-11&cot={column}")
    assert page.status == 400
    assert "hãy chọn một số trong báo cáo" in page.words


def test_the_page_tells_what_came_from_old_registers(worked, browse):
    page = browse("giamsat").get("/bao-cao?ky=2026-10")
    assert "có 2 hồ sơ nhập từ sổ cũ, theo ngày ghi trong sổ ấy" in page.words
    assert "sổ cũ" not in browse("giamsat").get("/bao-cao?ky=2026-11").words


def test_the_record_tells_which_figure_was_opened(worked, browse):
    ledger, _desk = worked
    field = quote("Hộ tịch")
    browse("giamsat").get(f"/bao-cao/ho-so?ky=2026-10&xa={AGENCY}&cot=c10&linh-vuc={field}")
    with ledger.reading() as work:
        seen = work.audit_entries(1)[0]
    assert (seen.act, seen.agency) == ("list-seen", AGENCY)
    assert seen.about == "ii06a c10 2026-10-01..2026-10-31 0+100 Hộ tịch"


@pytest.mark.parametrize("path", ["/bao-cao", "/bao-cao.json", "/bao-cao/ho-so"])
def test_a_leader_sees_no_other_commune(browse, path):
    leader = browse("chutich")
    page = leader.get(f"{path}?xa={OTHER}&ky=2026-11&cot=c3")
    assert page.status == 200
    assert "H40.17" not in page.text
    assert "Xã Khác" not in page.text


def test_whoever_keeps_users_sees_no_figures(browse):
    assert browse("quantri").get("/bao-cao").status == 403


@pytest.mark.parametrize(
    ("query", "words"),
    [("ky=thang-3", "không phải kỳ báo cáo"), ("ky=2027-01", "chưa tới; hãy chọn kỳ khác")],
)
def test_a_period_that_is_none_is_told_above_the_present_month(browse, query, words):
    page = browse("giamsat").get(f"/bao-cao?{query}")
    assert page.status == 200
    assert words in page.words
    assert "từ ngày 01/11/2026" in page.words


@pytest.mark.parametrize("path", ["/bao-cao?xa=H99.9", "/bao-cao/ho-so?cot=c14"])
def test_what_is_not_there_is_a_page_too(browse, path):
    page = browse("giamsat").get(path)
    assert page.status in {400, 404}
    assert "Chưa làm được" in page.words


def test_what_does_not_add_up_is_no_report(worked, browse):
    ledger, _desk = worked
    with ledger.writing() as work:
        # Settled, but never: none that events can make.
        work.connection.exec_driver_sql(
            "UPDATE dossier SET ended_at = NULL WHERE kept <> '' AND received_at >= '2026-11-01'"
        )
    try:
        page = browse("giamsat").get("/bao-cao?ky=2026-11")
    finally:
        folding.fold_anew(ledger, clock)
    assert page.status == 503
    assert "Số tiếp nhận và số giải quyết không khớp nhau" in page.words
