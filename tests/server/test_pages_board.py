"""The board: its figures are those of a fold by hand, and lead to the dossiers behind them."""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from at_the_counter import clock_at
from ends import Commune
from ledger_pen import AGENCY, PASSWORD, Browser, Pen, received
from reception.domain.applicant import Party
from reception.domain.custody import DESK, Holder, HolderKind
from reception.domain.delay import Cause
from reception.domain.dossier import State
from reception.domain.dossier_events import Apologised, Forwarded, ResultRecorded
from reception.domain.moments import in_office_zone, parse_moment
from reception.domain.server_users import ServerRole, ServerUser
from reception.services import board, folding, generate, server_sign_in
from reception.storage.ledger.board_rows import Sums
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.rows import DeviceKind, DeviceRow
from reception.storage.store import fold_all
from serving import serving

CLOCK = clock_at("2026-03-16T10:00")
NOW = CLOCK()
MARCH = board.asked_for(CLOCK, date(2026, 3, 1), date(2026, 3, 31))
SPECIALIST = Holder(HolderKind.SPECIALIST, "Quàng Văn Pọm")
USERS = (
    ServerUser("giamsat", "Trần Thị Sát", ServerRole.SUPERVISOR),
    ServerUser("chutich", "Lò Văn Chủ", ServerRole.LEADER, AGENCY),
)


def at(text: str):
    return parse_moment(f"2026-03-{text}")


def apologise(pen: Pen, entity: str) -> None:
    apology = Apologised(
        at("04T10:00"), "0001/2026/PXL", Cause.COMPLEX, "", "x", at("12T17:30"), "A", "B"
    )
    pen.write(entity, apology, at("04T10:00"))


@pytest.fixture
def worked(communes):
    """Some dossiers of each kind in one commune."""
    pen = Pen(communes).enrol(NOW)
    for n, (area, holder, ended, apologised) in enumerate(
        (
            ("Hộ tịch", DESK, "04T08:00", False),
            ("Hộ tịch", DESK, "05T08:00", False),
            ("Hộ tịch", DESK, "06T08:00", True),
            ("Hộ tịch", SPECIALIST, "", True),
            ("Hộ tịch", SPECIALIST, "", False),
            ("Hộ tịch", DESK, "", False),
            ("Đất đai", SPECIALIST, "", False),
        ),
        start=1,
    ):
        entity = f"d{n}"
        pen.write(entity, received(n, area=area, owner=Party("Lò Thị Ngoan")), at("02T08:00"))
        if holder is not DESK:
            pen.write(entity, Forwarded(at("02T09:00"), holder), at("02T09:00"))
        if apologised:
            apologise(pen, entity)
        if ended:
            pen.write(entity, ResultRecorded(at(ended)), at(ended))
    for user in USERS:
        server_sign_in.add_user(communes, CLOCK, user, PASSWORD, "test")
    folding.fold_all(communes, CLOCK)
    return communes


@pytest.fixture
def browser(worked):
    with serving(worked, clock=CLOCK) as served:
        made = Browser(served.line)
        made.sign_in("giamsat")
        yield made


def test_the_figures_of_a_commune(worked):
    told = board.board(worked, MARCH)
    line = next(each for each in told.lines if each.agency == AGENCY)

    assert line.sums == Sums(received=7, early=1, on_time=1, overdue=1, apologised=1)
    assert (line.open, line.overdue, line.apologised) == (4, 4, 1)
    assert (line.owed_apologies, line.given_apologies, line.is_covered) == (5, 2, False)
    assert [(pile.name, pile.overdue) for pile in told.fields] == [("Đất đai", 1), ("Hộ tịch", 3)]
    assert [(pile.name, pile.overdue) for pile in told.holders] == [
        (SPECIALIST.name, 3), (DESK.name, 1)
    ]  # fmt: skip
    assert replace(told.total, agency=AGENCY, name=line.name) == line


def test_the_board_is_the_fold_of_every_event_by_hand(tmp_path, ledger):
    commune = Commune(ledger, tmp_path)
    desk = commune.desk(0)
    generate.generate(desk, 150, seed=3, until=parse_moment("2026-03-10T08:50"))
    commune.exchange(desk)
    folding.fold(ledger, AGENCY, CLOCK, most=97)
    ids = [row[0] for row in desk.database.rows("SELECT dossier FROM dossier")]
    lives = [fold_all(each, desk.store.journal.of_entity(each)).dossier for each in ids]
    desk.close()

    expected, late = Counter(), Counter()
    for life in lives:
        if life.state in {State.GUIDED, State.REFUSED, State.UNDONE}:
            continue
        expected["received"] += 1
        if life.ended_at:
            expected[_by_hand(life.ended_at, life.due_at)] += 1
        elif life.state is State.RECEIVED and life.due_at and life.due_at < NOW:
            late[life.intake.procedure.field] += 1

    asked = replace(MARCH, first=date(2015, 1, 1))
    told = board.board(ledger, asked)
    found = {name: getattr(told.total.sums, name) for name in expected}
    assert found == dict(expected)
    assert told.total.sums.settled == sum(expected.values()) - expected["received"]
    assert {pile.name: pile.overdue for pile in told.fields} == dict(late)
    assert told.total.overdue == sum(late.values())


def _by_hand(ended_at, due_at) -> str:
    if due_at is None:
        return "no_limit"
    if ended_at > due_at:
        return "overdue"
    ended, due = (in_office_zone(each).date() for each in (ended_at, due_at))
    return "early" if ended < due else "on_time"


def test_silent_desks_and_old_clashes_are_counted(worked):
    with worked.writing() as work:
        device = next(each for each in work.devices(AGENCY))
        work.saw(device.device, NOW - timedelta(hours=25))
    Pen(worked, slot=2).enrol(NOW)
    Pen(worked, slot=3).enrol(NOW)
    with worked.writing() as work:
        other = work.devices(AGENCY)[1]
        work.saw(other.device, NOW - timedelta(hours=23))

    line = next(each for each in board.board(worked, MARCH).lines if each.agency == AGENCY)

    assert (line.desks.in_use, line.desks.silent) == (3, 2)
    assert line.desks.last_seen_at == NOW - timedelta(hours=23)


def test_desks_behind_a_hub_are_counted_and_shown_with_their_last_exchange(worked, browser):
    for slot, kind, name in (
        (5, DeviceKind.ELSEWHERE, "Quầy xa"),
        (-1, DeviceKind.ELSEWHERE, "Quầy cũ"),
        (-1, DeviceKind.HUB, "Máy chủ xã"),
    ):
        row = DeviceRow(name, AGENCY, slot, name, kind, b"k" * 32, b"s" * 32, NOW)
        with worked.writing() as work:
            assert work.enrol_device(row)
            work.saw(name, NOW - timedelta(hours=3))

    line = next(each for each in board.board(worked, MARCH).lines if each.agency == AGENCY)
    page = browser.get(f"/bang/{AGENCY}?tu=2026-03")

    assert (line.desks.in_use, line.desks.last_seen_at) == (2, NOW - timedelta(hours=3))
    assert "Quầy xa (qua máy chủ tại xã) 5 07:00 16/03/2026 đang nối" in page.words
    assert "Máy chủ xã (máy chủ tại xã) – 07:00 16/03/2026 đang nối" in page.words
    assert "Quầy cũ" not in page.words


def test_a_code_given_twice_is_on_the_commune_s_page(worked, browser):
    copy = Pen(worked, slot=6).enrol(NOW)
    copy.write("d9", received(1), at("02T08:00"))
    folding.fold_all(worked, CLOCK)

    page = browser.get(f"/bang/{AGENCY}?tu=2026-03")

    assert page.words.count("H40.16-260302-0001 hai hồ sơ mang cùng một mã") == 2


@pytest.mark.parametrize(
    ("now", "before"),
    [
        ("2026-03-16T10:00", "2026-03-11T10:00"),
        ("2026-03-13T10:00", "2026-03-10T10:00"),
        ("2026-02-23T10:00", "2026-02-11T10:00"),
    ],
)
def test_a_clash_is_old_after_three_working_days(now, before):
    assert board.clash_is_old_before(parse_moment(now)) == parse_moment(before)


def test_the_board_says_what_it_counts(browser):
    page = browser.get("/bang?tu=2026-03&den=2026-03")

    for told in (
        "2/5 (40,0 %, thiếu 3)", "66,6 %", "n = 3", "tính đến từng phút", "Đang quá hạn 4",
        "từ 01/03/2026 đến 31/03/2026",
    ):  # fmt: skip
        assert told in page.words
    assert 'class="bad">2/5' in page.text
    assert page.words.index("Đất đai 1") < page.words.index("Hộ tịch 3")
    assert "Ngoan" not in page.text


@pytest.mark.parametrize(
    ("pile", "codes"),
    [
        ("received", {1, 2, 3, 4, 5, 6, 7}), ("early", {1}), ("on-time", {2}), ("overdue", {3}),
        ("no-limit", set()), ("open", {4, 5, 6, 7}), ("open-overdue", {4, 5, 6, 7}),
        ("not-apologised", {5, 6, 7}), ("paused", set()), ("aside", set()),
    ],
)  # fmt: skip
def test_every_figure_leads_to_its_dossiers(browser, pile, codes):
    page = browser.get(f"/bang/{AGENCY}/ho-so?loai={pile}&tu=2026-03&den=2026-03")

    assert page.status == 200
    assert {n for n in range(1, 8) if f"H40.16-260302-{n:04}" in page.text} == codes
    assert "Ngoan" not in page.text


def test_a_list_can_be_of_one_field_and_holder(browser):
    of_land = browser.get(
        f"/bang/{AGENCY}/ho-so?loai=open-overdue&linh-vuc=%C4%90%E1%BA%A5t+%C4%91ai"
    )
    of_desk = browser.get(
        f"/bang/{AGENCY}/ho-so?loai=open-overdue&o=B%E1%BB%99+ph%E1%BA%ADn+M%E1%BB%99t+c%E1%BB%ADa"
    )

    assert ("0007" in of_land.text, "0006" in of_land.text) == (True, False)
    assert ("0006" in of_desk.text, "0007" in of_desk.text) == (True, False)


def test_only_a_role_that_may_sees_names(worked):
    with serving(worked, clock=CLOCK) as served:
        leader = Browser(served.line)
        leader.sign_in("chutich")
        page = leader.get(f"/bang/{AGENCY}/ho-so?loai=open-overdue&tu=2026-03")
        taken = leader.get(f"/bang/{AGENCY}/ho-so.csv?loai=open-overdue&tu=2026-03")

    assert "Lò Thị Ngoan" in page.words
    assert "Ngoan" not in taken.text


@pytest.mark.parametrize(
    ("query", "told"),
    [("tu=2026-05&den=2026-03", "Tháng cuối trước"), ("tu=x", "Tháng phải ghi"), ("gio=-1", "24")],
)
def test_what_cannot_be_asked_is_told_and_the_present_month_shown(browser, query, told):
    page = browser.get(f"/bang?{query}")

    assert page.status == 200
    assert told in page.words
    assert "từ 01/03/2026 đến 31/03/2026" in page.words


@pytest.mark.parametrize(
    "path", ["/bang/H40.99", "/bang/H40.99/ho-so", f"/bang/{AGENCY}/ho-so?loai=x"]
)
def test_what_is_not_there_is_a_page_too(browser, path):
    page = browser.get(path)

    assert page.status in {400, 404}
    assert "Chưa làm được" in page.words


def test_the_board_can_be_taken_out(browser):
    answer = browser.get("/bang.csv?tu=2026-03&den=2026-03")
    rows = list(csv.reader(io.StringIO(answer.text.lstrip("\ufeff"))))

    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.text.startswith("\ufeff")
    line = dict(zip(rows[0], next(row for row in rows if row[:1] == [AGENCY]), strict=True))
    assert (line["Tiếp nhận"], line["Quá hạn"], line["Đang quá hạn"]) == ("7", "1", "4")
    assert any("tính đến từng phút" in cell for row in rows for cell in row)


def test_a_commune_s_page_shows_what_waits_for_somebody(worked, browser):
    pen = Pen(worked, slot=4).enrol(NOW)
    pen.write("d1", {"at": 1}, NOW, kind="dossier.handed-over")
    folding.fold_all(worked, CLOCK)

    page = browser.get(f"/bang/{AGENCY}")

    assert "nội dung không đọc được" in page.words
    assert "Quầy 4" in page.words
    assert "sự kiện giữ riêng" in page.words


def test_a_commune_s_name_is_text(communes, ledger: Ledger, tmp_path: Path):
    with ledger.writing() as work:
        work.name_agency(AGENCY, "<b>Xã</b>")
    with serving(communes, clock=CLOCK) as served:
        page = Browser(served.line).get("/ket-qua")

    assert "<b>" not in page.text
