"""Copies are proven before they are trusted, and a register goes on from one without a double."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from at_the_counter import BY, asking
from reception.domain.errors import Trouble
from reception.domain.moments import parse_moment
from reception.services import intake, lookup, safekeeping
from reception.services.desk import open_desk
from register_contents import LISTS, alter, contents


def receive(desk, how_many: int, **more: object) -> list[str]:
    return [intake.register(desk, asking(**more), by=BY).code for _ in range(how_many)]


def slip(desk) -> str:
    return intake.guide(desk, asking(), wanted=["Tờ khai"], reason="thiếu", by=BY).reference


def codes(desk) -> set[str]:
    return {row[0] for row in desk.database.rows("SELECT reference FROM dossier")}


@pytest.fixture
def copy(tmp_path) -> Path:
    return tmp_path / "USB" / "sao lưu [1].db"


def test_a_copy_holds_everything_and_is_signed(desk, copy):
    given = receive(desk, 3)

    events = safekeeping.backup(desk, copy)

    assert events == desk.store.journal.count()
    assert [entry.name for entry in copy.parent.iterdir()] == [copy.name]
    assert contents(copy, LISTS) == contents(desk.database.path, LISTS)
    assert safekeeping.verify(desk).unsigned_events == 0
    assert given == sorted(codes(desk))


def test_a_register_goes_on_from_a_copy(desk, copy, clock, tmp_path):
    given = receive(desk, 3)
    safekeeping.backup(desk, copy)
    before = copy.read_bytes()

    restored = safekeeping.restore(copy, tmp_path / "máy mới", clock)

    assert codes(restored) == set(given)
    assert [lookup.show(restored, code).dossier.code for code in given] == given
    receive(restored, 2)
    verdict = safekeeping.verify(restored)
    assert verdict.whole, verdict.faults
    assert verdict.chains == 2
    assert restored.store.journal.device.epoch == 2
    assert restored.store.journal.device.device == desk.store.journal.device.device
    assert copy.read_bytes() == before
    restored.close()


def test_no_number_is_given_twice_although_the_lost_register_went_on(desk, copy, clock, tmp_path):
    receive(desk, 2)
    slip(desk)
    earlier = parse_moment("2026-02-02T08:00")
    safekeeping.backup(desk, copy)
    # The lost register worked on for four months, and keyed in some receipts of earlier days.
    on_paper = set[str]()
    for month in range(4):
        clock.at += timedelta(days=30 * (month > 0))
        on_paper |= {*receive(desk, 5), *receive(desk, 2, received_at=earlier), slip(desk)}
    days = [clock.at - timedelta(days=30 * month) for month in range(4)]

    restored = safekeeping.restore(copy, tmp_path / "máy mới", clock)
    given = {slip(restored)}
    for day in [*days, earlier]:
        given |= set(receive(restored, 9, received_at=day))

    assert len(given) == 46
    assert given & on_paper == set()
    assert safekeeping.verify(restored).whole
    # Once more from the same copy, as somebody does who is not sure.
    again = safekeeping.restore(copy, tmp_path / "máy thứ ba", clock)
    assert set(receive(again, 1, received_at=days[-1])) & on_paper == set()
    restored.close()
    again.close()


def test_the_same_copy_restored_again_gives_other_numbers(desk, folder, copy, clock):
    safekeeping.backup(desk, copy)
    desk.close()
    given: list[str] = []
    epochs: list[int] = []

    for _restore in range(3):
        restored = safekeeping.restore(copy, folder, clock)
        given += [*receive(restored, 2), slip(restored)]
        epochs.append(restored.store.journal.device.epoch)
        assert safekeeping.verify(restored).whole
        restored.close()
        clock.at += timedelta(minutes=1)

    assert len(set(given)) == 9
    assert epochs == [2, 3, 4]


def test_numbers_begin_plainly_again_the_day_after(desk, copy, clock, tmp_path):
    safekeeping.backup(desk, copy)
    restored = safekeeping.restore(copy, tmp_path / "máy mới", clock)

    assert receive(restored, 1) == ["H40.16-260310-10001"]
    clock.set_to("2026-03-11T08:00")
    assert receive(restored, 1) == ["H40.16-260311-0001"]
    restored.close()


def test_the_present_register_is_kept_beside(desk, folder, copy, clock):
    receive(desk, 1)
    safekeeping.backup(desk, copy)
    late = receive(desk, 1)
    desk.close()

    restored = safekeeping.restore(copy, folder, clock)

    assert late[0] not in codes(restored)
    restored.close()
    [kept] = folder.glob("*truoc-phuc-hoi*.db")
    kept.rename(folder / "reception.db")
    lost = open_desk(folder, clock)
    assert late[0] in codes(lost)
    assert safekeeping.verify(lost).whole
    lost.close()


def test_a_register_in_use_is_not_replaced(desk, folder, copy, clock):
    safekeeping.backup(desk, copy)
    receive(desk, 1)

    with pytest.raises(Trouble) as trouble:
        safekeeping.restore(copy, folder, clock)

    assert trouble.value.code == "busy"
    receive(desk, 1)
    assert len(codes(desk)) == 2
    assert safekeeping.verify(desk).whole


def test_a_damaged_register_can_be_replaced_and_is_kept_too(desk, folder, copy, clock):
    given = receive(desk, 2)
    safekeeping.backup(desk, copy)
    desk.close()
    (folder / "reception.db").write_bytes(b"x" * 10_000)

    restored = safekeeping.restore(copy, folder, clock)

    assert codes(restored) == set(given)
    restored.close()
    [kept] = folder.glob("*truoc-phuc-hoi*.db")
    assert kept.read_bytes() == b"x" * 10_000


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda copy: copy.unlink(), "disk"),
        (lambda copy: copy.write_bytes(b""), "not-a-register"),
        (lambda copy: copy.write_bytes(b"la thu" * 5000), "not-a-register"),
        (lambda copy: copy.write_bytes(copy.read_bytes()[:200_000]), None),
        (lambda copy: alter(copy, "UPDATE event SET body = x'00' WHERE seq = 4"), "copy-damaged"),
        (lambda copy: alter(copy, "DELETE FROM event WHERE seq = 5"), "copy-damaged"),
        (lambda copy: alter(copy, "UPDATE alembic_version SET version_num = '9'"), "newer-schema"),
    ],
    ids=["gone", "empty", "foreign", "cut short", "body", "event", "newer"],
)
def test_a_copy_that_is_not_whole_is_refused_and_the_register_stays(
    desk, folder, copy, clock, spoil, code
):
    given = receive(desk, 2)
    safekeeping.backup(desk, copy)
    spoil(copy)
    before = sorted(entry.name for entry in folder.iterdir())

    with pytest.raises(Trouble) as trouble:
        safekeeping.restore(copy, folder, clock)

    assert code in {trouble.value.code, None}
    assert "hãy" in trouble.value.text.casefold()
    assert sorted(entry.name for entry in folder.iterdir()) == before
    assert codes(desk) == set(given)
    assert safekeeping.verify(desk).whole


@pytest.mark.parametrize(
    "statement",
    ["UPDATE dossier SET owner = 'X'", "UPDATE account SET role = 'clerk'", "DELETE FROM counter"],
)
def test_lists_of_a_copy_that_differ_from_its_events_are_written_anew(
    desk, copy, clock, tmp_path, statement
):
    given = receive(desk, 2)
    safekeeping.backup(desk, copy)
    alter(copy, statement)

    restored = safekeeping.restore(copy, tmp_path / "máy mới", clock)

    assert codes(restored) == set(given)
    assert safekeeping.verify(restored).whole
    assert codes(restored).isdisjoint(receive(restored, 1))
    restored.close()


def test_where_events_are_at_fault_nothing_is_mended(desk):
    receive(desk, 1)
    alter(desk.database.path, "UPDATE dossier SET owner = 'X'", "DELETE FROM event WHERE seq = 3")

    found = safekeeping.verify(desk)

    assert safekeeping.mend(desk, found) is found
    assert desk.database.row("SELECT owner FROM dossier") == ("X",)


def test_a_copy_takes_the_place_of_an_earlier_one_whole_or_not_at_all(desk, copy):
    safekeeping.backup(desk, copy)
    earlier = copy.read_bytes()
    receive(desk, 1)
    alter(desk.database.path, "UPDATE dossier SET owner = 'X'")

    with pytest.raises(Trouble) as trouble:
        safekeeping.backup(desk, copy)
    assert trouble.value.code == "copy-damaged"
    assert copy.read_bytes() == earlier
    assert [entry.name for entry in copy.parent.iterdir()] == [copy.name]

    safekeeping.rebuild(desk)
    assert safekeeping.backup(desk, copy) == desk.store.journal.count()
    assert copy.read_bytes() != earlier


def test_a_register_is_not_copied_onto_itself(desk, folder):
    receive(desk, 1)

    with pytest.raises(Trouble) as trouble:
        safekeeping.backup(desk, folder / "reception.db")

    assert trouble.value.code == "copy-onto-itself"
    assert safekeeping.verify(desk).whole


def test_a_copy_onto_nowhere(desk, folder):
    with pytest.raises(Trouble) as trouble:
        safekeeping.backup(desk, folder / "reception.db" / "copy.db")

    assert trouble.value.code == "disk"


def test_each_head_is_signed_once(desk):
    receive(desk, 1)
    for _ in range(3):
        safekeeping.sign(desk, "cuối ngày")

    verdict = safekeeping.verify(desk)
    assert (verdict.signed_heads, verdict.unsigned_events) == (2, 0)
