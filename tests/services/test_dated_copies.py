"""Copies day by day in a second place: proved before they count, and thinned only then."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from at_the_counter import BY, asking
from reception.domain.copies import Keep
from reception.domain.errors import Trouble
from reception.domain.moments import parse_moment, to_utc_text
from reception.services import dated_copies, intake, locking, safekeeping, scans
from reception.services.desk import open_desk
from reception.settings import Settings
from register_contents import alter

FEW = Keep(days=2, weeks=1, months=1)


@pytest.fixture
def stick(tmp_path) -> Path:
    """A stick that is plugged in."""
    place = tmp_path / "USB của xã"
    place.mkdir()
    return place


def receive(desk) -> str:
    return intake.register(desk, asking(), by=BY).dossier_id


def picture() -> bytes:
    file = BytesIO()
    Image.new("RGB", (300, 400)).save(file, "PNG")
    return file.getvalue()


def days(place: Path) -> list[str]:
    return [f"{copy.made_on:%d/%m}" for copy in dated_copies.found(place)]


def test_each_day_has_its_copy_and_old_ones_go(desk, clock, stick):
    removed = 0
    for _day in range(4):
        receive(desk)
        removed += dated_copies.make(desk, stick, FEW).removed
        clock.at += timedelta(days=1)

    assert days(stick) == ["13/03", "12/03"]
    assert removed == 2
    assert [path.name for path in stick.iterdir() if path.suffix != ".db"] == []


def test_a_second_copy_of_the_day_takes_the_place_of_the_first(desk, stick, clock, tmp_path):
    dated_copies.make(desk, stick, FEW)
    receive(desk)
    made = dated_copies.make(desk, stick, FEW)

    assert days(stick) == ["10/03"]
    restored = safekeeping.restore(made.file, tmp_path / "máy mới", clock)
    assert restored.database.row("SELECT count(*) FROM dossier") == (1,)
    restored.close()


def test_a_copy_that_does_not_hold_replaces_and_thins_nothing(desk, stick, clock):
    for _day in range(2):
        dated_copies.make(desk, stick, FEW)
        clock.at += timedelta(days=1)
    receive(desk)
    before = {path: path.read_bytes() for path in stick.iterdir()}
    alter(desk.database.path, "UPDATE event SET body = x'00' WHERE seq = 4")

    with pytest.raises(Trouble) as trouble:
        dated_copies.make(desk, stick, Keep(1, 0, 0))

    assert trouble.value.code == "copy-damaged"
    assert {path: path.read_bytes() for path in stick.iterdir()} == before


def test_a_list_at_fault_keeps_no_copy_from_being_made_and_is_mended_on_return(
    desk, stick, clock, tmp_path
):
    receive(desk)
    alter(desk.database.path, "UPDATE dossier SET owner = 'X'")
    made = dated_copies.make(desk, stick, FEW)

    restored = safekeeping.restore(made.file, tmp_path / "máy mới", clock)

    assert restored.database.row("SELECT owner FROM dossier") == ("Đỗ Thị Ưởng",)
    assert safekeeping.verify(restored).whole
    restored.close()


def test_a_stick_that_is_not_there_is_said_and_no_folder_made(desk, tmp_path):
    with pytest.raises(Trouble) as trouble:
        dated_copies.make(desk, tmp_path / "E", FEW)

    assert trouble.value.code == "no-second-place"
    assert "cắm USB" in trouble.value.text
    assert not (tmp_path / "E").exists()


def test_two_desks_copy_to_one_folder_without_touching_each_others(
    desk, stick, clock, tmp_path, new_register
):
    from reception.services.set_up import office_named, set_up

    other = set_up(tmp_path / "quầy hai", office_named("Xã Nậm Pồ", "H40.17"), clock, slot=2)
    for _day in range(3):
        dated_copies.make(desk, stick, Keep(1, 0, 0))
        dated_copies.make(other, stick, Keep(1, 0, 0))
        clock.at += timedelta(days=1)

    assert days(stick) == ["12/03", "12/03"]
    other.close()


def test_scans_are_copied_once_for_all_days_and_come_back(desk, stick, clock, tmp_path):
    dossier = receive(desk)
    scans.attach(desk, dossier, picture(), "don.png", by=BY)
    for _day in range(2):
        made = dated_copies.make(desk, stick, FEW)
        clock.at += timedelta(days=1)

    [folder] = [path for path in stick.iterdir() if path.is_dir()]
    assert len([path for path in folder.rglob("*") if path.is_file()]) == 1
    restored = safekeeping.restore(made.file, tmp_path / "máy mới", clock)
    assert safekeeping.verify(restored).whole
    restored.close()


def test_a_locked_register_is_copied_locked_with_what_opens_it(folder, clock, stick, tmp_path):
    lock = locking.new_lock("bốn từ dễ nhớ lắm")
    locking.lock_open_register(open_desk(folder, clock), lock)
    desk = open_desk(folder, clock, lock.passphrase)
    receive(desk)
    made = dated_copies.make(desk, stick, FEW)

    [copy] = dated_copies.found(stick)
    assert copy.is_locked
    restored = safekeeping.restore(made.file, tmp_path / "máy mới", clock, lock.recovery_key)
    assert safekeeping.verify(restored).whole
    restored.close()
    # When it goes, its key file goes with it.
    clock.at += timedelta(days=40)
    dated_copies.make(desk, stick, Keep(1, 0, 0))
    assert len(list(stick.iterdir())) == 2
    desk.close()


@pytest.mark.parametrize(
    ("last", "due"),
    [
        ("", True),
        ("2026-03-10T07:31", False),
        ("2026-03-09T23:59", True),
        ("2036-03-10T08:00", True),  # made while the clock was wrong
        ("hôm qua", True),
    ],
)
def test_a_copy_is_due_once_a_day(last, due):
    at = to_utc_text(parse_moment(last)) if last.startswith("2") else last
    settings = Settings(copies_folder="E:/", last_copy_at=at)

    assert dated_copies.is_due(settings, parse_moment("2026-03-10T09:00")) is due


def test_no_folder_no_copies():
    assert not dated_copies.is_due(Settings(), parse_moment("2026-03-10T09:00"))


def test_how_long_there_was_none():
    settings = Settings(last_copy_at=to_utc_text(parse_moment("2026-03-07T16:30")))
    today = parse_moment("2026-03-10T09:00").date()

    assert dated_copies.days_without(settings, today) == 3
    assert dated_copies.days_without(Settings(), today) is None
