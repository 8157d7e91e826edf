"""Events held aside: the administrator sees why, tries one again or lets its dossier go on."""

from __future__ import annotations

import pytest

from at_the_counter import clock_at
from ledger_pen import AGENCY, PASSWORD, Browser, Pen, received
from reception.domain import events
from reception.domain.applicant import Party
from reception.domain.dossier_events import ResultRecorded
from reception.domain.moments import parse_moment
from reception.domain.server_users import ServerRole, ServerUser
from reception.services import folding, held_aside, server_sign_in
from serving import serving

CLOCK = clock_at("2026-03-10T09:00")
ADMINISTRATOR = ServerUser("quantri", "Vũ Quản Trị", ServerRole.ADMINISTRATOR)
PLACE = f"/giu-rieng/{AGENCY}/2"
ON_SQLITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def at(text: str):
    return parse_moment(f"2026-03-{text}")


def unreadable(pen: Pen) -> None:
    pen.write("d1", {"at": "không phải lúc nào"}, at("03T08:00"), kind="dossier.handed-over")


@pytest.fixture
def pen(communes):
    """A desk whose dossier waits behind an event that nobody understands."""
    made = Pen(communes).enrol(CLOCK())
    made.write("d1", received(owner=Party("Lò Thị Ngoan")), at("02T08:00"))
    unreadable(made)
    made.write("d1", ResultRecorded(at("04T08:00")), at("04T08:00"))
    folding.fold_all(communes, CLOCK)
    server_sign_in.add_user(communes, CLOCK, ADMINISTRATOR, PASSWORD, "test")
    return made


@pytest.fixture
def browser(communes, pen):
    with serving(communes, clock=CLOCK) as served:
        made = Browser(served.line)
        made.sign_in("quantri")
        yield made


def state(ledger) -> tuple[str, int]:
    with ledger.reading() as work:
        row = work.folded_of(AGENCY, ["d1"])["d1"]
    return row.state, row.aside


def audited(ledger) -> list[tuple[str, str]]:
    with ledger.reading() as work:
        entries = work.audit_entries(9)
    return [(each.act, each.about) for each in entries if each.act.startswith("aside-")]


def test_an_event_is_listed_and_looked_at_and_that_is_written_down(browser, communes):
    listed, page = browser.get("/giu-rieng"), browser.get(PLACE)

    assert f'href="{PLACE}"' in listed.text
    assert "nội dung không đọc được" in listed.words
    for told in ("nội dung không đọc được", "dossier.handed-over", "$.at", "Quầy 0, 1/2"):
        assert told in page.words
    assert "Ngoan" not in page.text
    assert "không phải lúc nào" not in page.text
    assert audited(communes) == [("aside-looked-at", "2 event-unreadable")]


def test_once_seen_it_lets_its_dossier_go_on(browser, communes):
    assert state(communes) == ("received", 1)

    done = browser.send(browser.get(PLACE), PLACE, {"viec": "da-xem"})

    assert (done.status, done.headers["location"]) == (303, "/giu-rieng")
    assert state(communes) == ("result-ready", 0)
    assert "Không có sự kiện nào" in browser.get("/giu-rieng").words
    assert audited(communes)[0] == ("aside-let-go", "2 event-unreadable")
    assert browser.get(PLACE).status == 404


@ON_SQLITE
def test_tried_again_it_stays_aside_while_nobody_understands_it(browser, communes):
    page = browser.send(browser.get(PLACE), PLACE, {"viec": "thu-lai"})

    assert (page.status, "vẫn phải giữ riêng" in page.words) == (200, True)
    assert state(communes) == ("received", 1)
    assert ("aside-tried-again", "2 event-unreadable") in audited(communes)


@ON_SQLITE
def test_tried_again_with_a_program_that_knows_more_it_counts(browser, communes, pen, monkeypatch):
    pen.write("d2", received(2), at("02T08:00"))
    with monkeypatch.context() as older:
        older.delitem(events._KINDS, "dossier.result-recorded")
        pen.write("d2", {"at": "2026-03-04T01:00:00Z", "result": "", "number": ""}, at("04T08:00"),
                  kind="dossier.result-recorded")  # fmt: skip
        folding.fold_all(communes, CLOCK)
    assert [one.event.code for one in held_aside.listed(communes)][1:] == ["kind-unknown"]

    place = f"/giu-rieng/{AGENCY}/5"
    assert browser.send(browser.get(place), place, {"viec": "thu-lai"}).status == 303

    with communes.reading() as work:
        assert work.folded_of(AGENCY, ["d2"])["d2"].state == "result-ready"


@ON_SQLITE
def test_a_body_that_is_not_the_one_hashed_stays_out_of_its_dossier(communes, pen):
    with communes.writing() as work:
        work.quarantine(AGENCY, 3, code="body-altered", detail="", noted_at=CLOCK())
    held_aside.let_go(communes, CLOCK, "quantri", AGENCY, 2)
    held_aside.let_go(communes, CLOCK, "quantri", AGENCY, 3)

    assert state(communes) == ("received", 0)


@ON_SQLITE
@pytest.mark.parametrize("place", ["/giu-rieng/H40.99/1", f"/giu-rieng/{AGENCY}/x", PLACE + "9"])
def test_what_is_not_held_aside_is_a_page_too(browser, place):
    page = browser.get(place)

    assert (page.status, "Không có sự kiện nào giữ riêng" in page.words) == (404, True)


@ON_SQLITE
def test_a_form_without_a_choice_changes_nothing(browser, communes):
    assert browser.send(browser.get(PLACE), PLACE, {"viec": "x"}).status == 400
    assert browser.post(PLACE, {"viec": "da-xem"}).status == 403
    assert state(communes) == ("received", 1)
