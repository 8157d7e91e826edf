"""The inspection's view: the whole history, proven, and every look at it written down."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from at_the_counter import clock_at
from ledger_pen import AGENCY, PASSWORD, Browser, Pen, received
from reception.domain.applicant import Party
from reception.domain.dossier_events import ResultRecorded
from reception.domain.moments import parse_moment
from reception.domain.server_users import ServerRole, ServerUser
from reception.services import folding, inspection, server_sign_in
from serving import serving

CLOCK = clock_at("2026-03-10T09:00")
NOW = CLOCK()
CODE = "H40.16-260302-0001"
INSPECTOR = ServerUser("thanhtra", "Lê Văn Tra", ServerRole.INSPECTOR)


def at(text: str):
    return parse_moment(f"2026-03-{text}")


@pytest.fixture
def inspected(communes):
    pen = Pen(communes).enrol(NOW)
    pen.write("d1", received(owner=Party("Lò Thị Ngoan", identity="011199004321")), at("02T08:00"))
    pen.write("d2", received(2), at("02T08:30"))
    pen.write("d1", ResultRecorded(at("05T08:00"), number="<i>12"), at("05T08:00"))
    server_sign_in.add_user(communes, CLOCK, INSPECTOR, PASSWORD, "test")
    folding.fold_all(communes, CLOCK)
    return communes


@pytest.fixture
def browser(inspected):
    with serving(inspected, clock=CLOCK) as served:
        made = Browser(served.line)
        made.sign_in("thanhtra")
        yield made


def steps(ledger):
    return inspection.history(ledger, CLOCK, INSPECTOR, CODE)[0].steps


def tamper(ledger, sql: str) -> None:
    with ledger.writing() as work:
        assert work.connection.execute(text(sql)).rowcount == 1


def test_a_dossier_s_history_is_shown_with_its_proof(browser, inspected):
    page = browser.get(f"/thanh-tra/ho-so?ma={CODE}")

    assert page.status == 200
    for told in ("Lò Thị Ngoan", "Tiếp nhận hồ sơ", "Có kết quả: <i>12", "hoa", "Quầy 0, 1/3"):
        assert told in page.words
    assert "Cả 2 sự kiện: nội dung, chuỗi của máy, sổ của xã và chữ ký đều đúng" in page.words
    assert "011199004321" not in page.text
    hashes = {step.hash for step in steps(inspected)}
    assert all(each in page.text for each in hashes)


def test_every_event_is_proven_by_all_four(inspected):
    assert [step.position for step in steps(inspected)] == [1, 3]
    assert all(step.proof.whole for step in steps(inspected))


@pytest.mark.parametrize(
    ("sql", "whole"),
    [
        ("UPDATE event SET body = header WHERE position = 3", (True, False)),
        ("UPDATE event SET hash = body WHERE position = 3", (True, False)),
        ("UPDATE event SET chain = hash WHERE position = 2", (True, False)),
        ("UPDATE head SET signature = hash WHERE seq = 3", (True, False)),
        ("UPDATE event SET header = body WHERE position = 2", (True, True)),
        ("UPDATE event SET device = 'x' WHERE position = 3", (True, False)),
    ],
)
def test_what_was_altered_is_not_whole(inspected, sql, whole):
    tamper(inspected, sql)

    assert tuple(step.proof.whole for step in steps(inspected)) == whole


def test_an_event_that_nobody_signed_yet_is_told(inspected):
    tamper(inspected, "DELETE FROM head WHERE seq = 3")

    first, last = steps(inspected)

    assert first.proof.whole
    assert (last.proof.signed, last.proof.whole) == (None, False)


def test_an_unreadable_event_is_shown_all_the_same(browser, inspected):
    pen = Pen(inspected, slot=1).enrol(NOW)
    pen.write("d1", {"at": 1}, NOW, kind="dossier.handed-over")
    folding.fold_all(inspected, CLOCK)

    page = browser.get(f"/thanh-tra/ho-so?ma={CODE}")

    assert "giữ riêng: nội dung không đọc được" in page.words


def test_two_dossiers_of_one_code_are_both_shown(browser, inspected):
    pen = Pen(inspected, slot=1).enrol(NOW)
    pen.write("d9", received(1, owner=Party("Người khác")), at("03T08:00"))
    folding.fold_all(inspected, CLOCK)

    page = browser.get(f"/thanh-tra/ho-so?ma={CODE}&xa={AGENCY}")

    assert "Có 2 hồ sơ mang cùng mã" in page.words
    assert "Lò Thị Ngoan" in page.words
    assert "Người khác" in page.words


@pytest.mark.parametrize(("code", "status"), [(CODE, 200), ("H40.16-260302-9999", 404)])
def test_every_look_is_written_down(browser, inspected, code, status):
    assert browser.get(f"/thanh-tra/ho-so?ma={code}").status == status

    with inspected.reading() as work:
        latest = work.audit_entries(1)[0]
    assert (latest.login, latest.act, latest.about) == ("thanhtra", "history-seen", code)


def test_the_form_leads_to_lists_of_every_commune(browser):
    page = browser.get("/thanh-tra")

    assert "Xã H40.16" in page.words
    assert "Xã H40.17" in page.words
    assert browser.get("/nhat-ky").status == 200


def test_the_inspection_s_lists_lead_to_histories(browser):
    page = browser.get(f"/bang/{AGENCY}/ho-so?loai=received&tu=2026-03")

    assert f'href="/thanh-tra/ho-so?xa={AGENCY}&amp;ma={CODE}"' in page.text
