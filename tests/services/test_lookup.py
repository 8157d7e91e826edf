"""Finding people by what a clerk types, and the day's work in its order."""

from __future__ import annotations

import unicodedata

import pytest

from at_the_counter import BY, SINGLE_STATUS, asking
from reception.domain.applicant import Party
from reception.domain.dossier_events import HandedOver, ResultRecorded
from reception.domain.errors import RuleViolation
from reception.domain.listing import ListQuery, Order, Shelf
from reception.domain.moments import parse_moment
from reception.services import intake, lookup, set_up
from reception.services.intake_request import IntakeRequest
from reception.storage import lists

NAMES = ("H'Hen Niê", "Y Ka Ly", "K’Dung", "Đỗ Thị Ưởng")
FORMS = ("NFC", "NFD")


def receive(desk, name="Đỗ Thị Ưởng", **more):
    return intake.register(desk, asking(name, **more), by=BY)


def found(desk, text: str) -> list[str]:
    return [row.owner for row in lookup.search(desk, text)]


@pytest.fixture(params=FORMS)
def people(request, desk):
    """The four people, as one typing tool or another writes them."""
    for name in NAMES:
        receive(desk, unicodedata.normalize(request.param, name))
    return desk


FINDABLE = [
    ("H'Hen Niê", "H'Hen Niê"), ("hhen", "H'Hen Niê"), ("hen nie", "H'Hen Niê"),
    ("h’hen", "H'Hen Niê"), ("nie", "H'Hen Niê"), ("HHEN N", "H'Hen Niê"),
    ("Y Ka Ly", "Y Ka Ly"), ("ka ly", "Y Ka Ly"), ("ly ka", "Y Ka Ly"), ("y ka l", "Y Ka Ly"),
    ("K’Dung", "K’Dung"), ("K'Dung", "K’Dung"), ("kdung", "K’Dung"), ("dung", "K’Dung"),
    ("k dung", "K’Dung"), ("Đỗ Thị Ưởng", "Đỗ Thị Ưởng"), ("do thi uong", "Đỗ Thị Ưởng"),
    ("uong", "Đỗ Thị Ưởng"), ("do thi", "Đỗ Thị Ưởng"), ("ưởng đỗ", "Đỗ Thị Ưởng"),
]  # fmt: skip


def test_people_are_found_without_marks_and_with_them(people):
    for typed, name in FINDABLE:
        for typing in FORMS:
            assert found(people, unicodedata.normalize(typing, typed)) == [name], typed


def test_a_list_by_name_goes_by_given_names(people):
    query = ListQuery(order=Order.OWNER)
    numbers = lists.numbers(people.database, query, people.horizon())

    assert [row.owner for row in lists.page(people.database, numbers)] == [
        "K’Dung",
        "Y Ka Ly",
        "H'Hen Niê",
        "Đỗ Thị Ưởng",
    ]


def test_dossiers_are_found_by_what_is_on_papers_and_cards(desk):
    owner = Party("Lò Văn Hặc", identity="011099012345", phone="0912 345 678")
    dossier = intake.register(desk, IntakeRequest(SINGLE_STATUS, owner), by=BY)
    receive(desk)

    for typed in (
        "H40.16-260310-0001", "h40.16-260310-0001", "260310-0001", "260310 0001", "011099012345",
        "01109", "2345", "0912345678", "5678", "lo van hac", "H40.16-260310-0001|Lò Văn Hặc",
    ):  # fmt: skip
        assert lookup.search(desk, typed)[-1].dossier_id == dossier.dossier_id, typed
    assert len(lookup.search(desk, "260310")) == 2
    assert lookup.search(desk, "lo", 0) == []


def test_odd_texts_find_nothing_and_harm_nothing(people):
    odd = ("", " ", "%", '"', "* OR 1", "'; DROP TABLE event; --", "NEAR(", "\ud800", "x" * 10_000)
    for typed in odd:
        assert found(people, typed) == [], typed
        with pytest.raises(RuleViolation) as refusal:
            lookup.show(people, typed)
        assert refusal.value.code == "unknown-dossier"


def test_a_code_of_an_agency_without_parts_is_found(tmp_path, clock):
    desk = set_up.set_up(tmp_path / "so", set_up.office_named("Xã Mường Lay", "H40"), clock)
    dossier = receive(desk)

    assert [row.reference for row in lookup.search(desk, "H40-260310-00")] == [dossier.code]
    desk.close()


def test_a_slip_is_found_by_its_number(desk):
    intake.guide(desk, asking(), wanted=["Tờ khai"], reason="thiếu", by=BY)

    assert [row.reference for row in lookup.search(desk, "0001/2026")] == ["0001/2026/PBS"]


def test_a_scanned_receipt_opens_its_dossier(desk):
    dossier = receive(desk)

    assert lookup.show(desk, f"{dossier.code.lower()}|ghi chú\r\n").dossier == dossier


def test_the_days_work(desk, clock):
    for received in (
        "2026-03-02T08:00",
        "2026-03-05T08:00",
        "2026-03-06T08:00",
        "2026-03-09T08:00",
    ):
        receive(desk, procedure=SINGLE_STATUS, received_at=parse_moment(received))
    ready = receive(desk, procedure=SINGLE_STATUS)
    gone = receive(desk, procedure=SINGLE_STATUS)
    for dossier in (ready, gone):
        with desk.store.writing():
            desk.store.record(dossier.dossier_id, ResultRecorded(clock.at), at=clock.at, by=BY)
    with desk.store.writing():
        desk.store.record(gone.dossier_id, HandedOver(clock.at), at=clock.at, by=BY)
    intake.refuse(desk, asking(), reason="x", by=BY)

    def shelf(name: Shelf) -> list[str]:
        return [row.reference.removeprefix("H40.16-") for row in lookup.shelf(desk, name)]

    assert shelf(Shelf.OVERDUE) == ["260302-0001"]
    assert shelf(Shelf.DUE_TODAY) == ["260305-0001"]
    assert shelf(Shelf.DUE_SOON) == ["260306-0001", "260309-0001"]
    assert shelf(Shelf.TO_COLLECT) == ["260310-0001"]
    assert shelf(Shelf.RECEIVED_TODAY) == ["260310-0002", "260310-0001"]
    assert shelf(Shelf.NOT_RECEIVED) == ["0001/2026/PTC"]
    assert len(shelf(Shelf.ALL)) == 7
    counts = lookup.today(desk)
    assert (counts.overdue, counts.due_today, counts.due_soon) == (1, 1, 2)
    assert (counts.to_collect, counts.received_today) == (1, 2)


def test_lists_can_be_narrowed(desk):
    receive(desk)
    receive(desk, procedure=SINGLE_STATUS, received_at=parse_moment("2026-03-05T08:00"))

    def numbers(**narrowed: object) -> int:
        query = ListQuery(**narrowed)
        return len(lists.numbers(desk.database, query, desk.horizon()))

    march = parse_moment("2026-03-06").date()
    assert numbers() == 2
    assert numbers(procedure_code=SINGLE_STATUS) == 1
    assert numbers(field="Hộ tịch") == 2
    assert numbers(field="Đất đai") == 0
    assert (numbers(opened_from=march), numbers(opened_to=march)) == (1, 1)


def test_the_same_person_again(desk):
    owner = Party("Lò Văn Hặc", identity="011099012345")
    for _ in range(3):
        intake.register(desk, IntakeRequest(SINGLE_STATUS, owner), by=BY)
    receive(desk)

    rows = lists.latest_of_identity(desk.database, "011099012345", most=2)

    assert [row.reference[-4:] for row in rows] == ["0003", "0002"]
    assert lists.latest_of_identity(desk.database, "") == []
