"""A damaged register is saved from what its file and its copies still tell; nothing is invented."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from at_the_counter import BY, asking, clock_at
from reception.domain.copies import Keep
from reception.domain.errors import Trouble
from reception.services import dated_copies, intake, locking, safekeeping, salvaging, sign_in
from reception.services.desk import Desk, open_desk
from reception.services.set_up import office_named, set_up
from reception.services.sign_in import FirstAccount
from reception.storage import key_file

PAGE = 4096
LOCK = locking.new_lock("bốn từ dễ nhớ lắm")
RECEIVED = 24


def receive(desk: Desk, how_many: int) -> list[str]:
    return [intake.register(desk, asking(f"Lò Văn {n}"), by=BY).code for n in range(how_many)]


def codes(desk: Desk) -> set[str]:
    return {code for (code,) in desk.database.rows("SELECT reference FROM dossier")}


def bodies(desk: Desk) -> set[bytes]:
    return {bytes(body) for (body,) in desk.database.rows("SELECT body FROM event")}


@pytest.fixture(scope="module", params=["open", "locked"])
def worked_on(request, tmp_path_factory) -> Path:
    """A register of some days, with a copy of the first one on a stick."""
    folder, clock = tmp_path_factory.mktemp(request.param) / "so", clock_at()
    lock = LOCK if request.param == "locked" else None
    first = FirstAccount("quantri", "Lò Văn Hặc", "2468")
    desk = set_up(folder, office_named("Xã Mường Lay", "H40.16"), clock, account=first, lock=lock)
    stick = folder.parent / "usb"
    stick.mkdir()
    receive(desk, RECEIVED // 2)
    dated_copies.make(desk, stick, Keep())
    clock.at += timedelta(days=1)
    receive(desk, RECEIVED // 2)
    desk.close()
    return folder.parent


@pytest.fixture
def place(worked_on, tmp_path) -> Path:
    return Path(shutil.copytree(worked_on, tmp_path / "nơi này"))


def opened(place: Path) -> Desk:
    return open_desk(place / "so", clock_at("2026-03-11T15:00"), secret_of(place))


@dataclass(frozen=True)
class Before:
    """What a register held while it was whole."""

    bodies: set[bytes]
    codes: set[str]


def look(place: Path) -> Before:
    desk = opened(place)
    before = Before(bodies(desk), codes(desk))
    desk.close()
    return before


def secret_of(place: Path) -> str:
    return LOCK.passphrase if key_file.load(place / "so" / "reception.db") else ""


def salvage(place: Path, *, copies: bool = True):
    return salvaging.salvage(
        place / "so",
        clock_at("2026-03-11T15:00"),
        copies=[place / "usb"] if copies else [],
        secret=secret_of(place),
    )


def zero(data: bytearray, pages: list[int]) -> None:
    for page in pages:
        data[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)


def tear(data: bytearray, pages: list[int]) -> None:
    """Half of each page is of another time."""
    for page in pages:
        start = page * PAGE + PAGE // 2
        data[start : start + PAGE // 2] = random.Random(page).randbytes(PAGE // 2)  # noqa: S311 - seeded, the same each run


def prick(data: bytearray, pages: list[int]) -> None:
    chance = random.Random(len(pages))  # noqa: S311 - seeded, the same each run
    for page in pages:
        for _ in range(3):
            data[page * PAGE + chance.randrange(PAGE)] = chance.randrange(256)


def cut(data: bytearray, pages: list[int]) -> None:
    """The end is missing, as after a disk that was full or pulled out."""
    del data[-PAGE * (1 + min(pages) % 40) + 100 :]


def damage(place: Path, how: Callable[[bytearray, list[int]], None], pages: list[int]) -> bytes:
    file = place / "so" / "reception.db"
    data = bytearray(file.read_bytes())
    how(data, [page % (len(data) // PAGE) for page in pages])
    file.write_bytes(data)
    return bytes(data)


def assert_sound(desk: Desk, before: Before, *, saved: int) -> None:
    """Whole, of nothing but what was written, and ready for work."""
    verdict = safekeeping.verify(desk)
    assert verdict.whole, verdict.faults[:3]
    renewed = {
        bytes(body)
        for (body,) in desk.database.rows(
            'SELECT body FROM event WHERE CAST(header AS TEXT) LIKE \'%"by":"cứu sổ"%\''
        )
    }
    assert bodies(desk) - renewed <= before.bodies
    assert len(codes(desk) & before.codes) >= saved
    assert set(receive(desk, 2)).isdisjoint(before.codes)
    assert safekeeping.verify(desk).whole


@pytest.mark.parametrize("how", [zero, tear, prick, cut], ids=lambda how: how.__name__)
@pytest.mark.parametrize("seed", range(2))
def test_a_damaged_register_is_saved_and_nothing_invented(place, how, seed):
    before = look(place)
    chance = random.Random(seed)  # noqa: S311 - seeded, the same each run
    left = damage(place, how, [chance.randrange(1, 10_000) for _ in range(6)])

    desk, told = salvage(place)

    assert told.kept.read_bytes() == left
    assert_sound(desk, before, saved=RECEIVED // 2)
    assert set(told.missing) <= before.codes - codes(desk)
    assert sign_in.sign_in(desk, "quantri", "2468").name == "Lò Văn Hặc"
    desk.close()
    again = opened(place)
    assert safekeeping.verify(again).whole
    again.close()


@pytest.mark.parametrize("pages", [[0], [1], [0, 1, 2, 3, 4, 5]])
def test_without_its_first_pages_and_without_any_copy(place, pages):
    before = look(place)
    damage(place, zero, pages)

    desk, _told = salvage(place, copies=False)

    assert_sound(desk, before, saved=RECEIVED - 4)
    desk.close()


def test_what_the_file_lost_comes_from_the_copy_of_the_day_before(place):
    before = look(place)
    (place / "so" / "reception.db").write_bytes(b"")

    desk, told = salvage(place)

    assert set(told.filled.events) == {
        f"bản sao {copy.path.name}" for copy in dated_copies.found(place / "usb")
    }
    assert_sound(desk, before, saved=RECEIVED // 2)
    desk.close()


def test_a_register_that_is_whole_is_made_anew_without_loss(place):
    before = look(place)

    desk, told = salvage(place)

    assert bodies(desk) == before.bodies
    assert codes(desk) == before.codes
    assert (told.filled.lost, told.missing, told.filled.new_device) == (0, (), False)
    assert_sound(desk, before, saved=RECEIVED)
    desk.close()


def test_a_desk_whose_key_is_lost_is_a_new_one_with_the_slot_it_had(tmp_path):
    clock = clock_at()
    desk = set_up(tmp_path, office_named("Xã Mường Lay", "H40.16"), clock, slot=3)
    before = receive(desk, 5)
    (key,) = desk.database.row("SELECT public_key FROM device") or (b"",)
    old = desk.store.journal.device.device
    desk.close()
    file = tmp_path / "reception.db"
    data = bytearray(file.read_bytes())
    zero(data, [page for page in range(len(data) // PAGE) if key in data[page * PAGE :][:PAGE]])
    file.write_bytes(data)

    saved, told = salvaging.salvage(tmp_path, clock)

    assert told.filled.new_device
    assert "ghi danh lại" in " ".join(salvaging.salvaged_words(told))
    assert saved.store.journal.device.device != old
    assert codes(saved) == set(before)
    again = receive(saved, 2)
    assert set(again).isdisjoint(before)
    assert all(code.split("-")[-1][-4] == "3" for code in again)
    assert safekeeping.verify(saved).whole
    saved.close()


def test_what_stood_only_in_the_log_is_saved_too(place, tmp_path):
    desk = opened(place)
    given = receive(desk, 3)
    file, dead = place / "so" / "reception.db", tmp_path / "sau mất điện"
    dead.mkdir()
    for ending in ("", "-wal", ".khoa"):
        source = file.with_name(file.name + ending)
        if source.exists():
            shutil.copy(source, dead)
    desk.close()
    shutil.rmtree(place / "so")
    shutil.move(dead, place / "so")
    damage(place, zero, [1, 2])

    saved, _told = salvage(place)

    assert set(given) <= codes(saved)
    saved.close()


def test_a_register_in_use_is_left_alone(place):
    desk = opened(place)
    receive(desk, 1)

    with pytest.raises(Trouble) as trouble:
        salvage(place)

    assert trouble.value.code == "busy"
    assert len(codes(desk)) == RECEIVED + 1
    assert not list((place / "so").glob("reception-hong*"))
    desk.close()


def test_where_nothing_is_left_the_file_stays(place):
    (place / "so" / "reception.db").write_bytes(b"\0" * 100_000)
    shutil.rmtree(place / "usb")

    with pytest.raises(Trouble) as trouble:
        salvage(place, copies=False)

    assert trouble.value.code in {"nothing-left", "locked"}
    assert (place / "so" / "reception.db").read_bytes() == b"\0" * 100_000


def test_the_copy_of_another_desk_gives_nothing(place, tmp_path):
    other = set_up(tmp_path / "quầy hai", office_named("Xã Nậm Pồ", "H40.17"), clock_at(), slot=2)
    theirs = receive(other, 3)
    for copy in dated_copies.found(place / "usb"):
        copy.path.unlink()
    dated_copies.make(other, place / "usb", Keep())
    other.close()
    damage(place, zero, [7, 8, 9])

    desk, _told = salvage(place)

    assert codes(desk).isdisjoint(theirs) or "H40.17" not in str(codes(desk))
    desk.close()


def test_the_words_name_what_is_missing(place):
    damage(place, cut, [30])
    for copy in dated_copies.found(place / "usb"):
        copy.path.unlink()
    desk, told = salvage(place, copies=False)
    words = " ".join(salvaging.salvaged_words(told))

    assert "sổ hỏng" in words
    assert told.kept.name in words
    assert ("nhập lại theo giấy" in words) is bool(told.missing)
    desk.close()


@settings(max_examples=5, deadline=None)
@given(
    st.lists(st.integers(1, 5000), min_size=1, max_size=40), st.sampled_from([zero, tear, prick])
)
def test_whatever_is_damaged_what_comes_of_it_is_whole(worked_on, tmp_path_factory, pages, how):
    place = Path(shutil.copytree(worked_on, tmp_path_factory.mktemp("hỏng") / "x"))
    damage(place, how, pages)

    desk, _told = salvage(place)

    assert safekeeping.verify(desk).whole
    assert len(codes(desk)) >= RECEIVED // 2
    desk.close()
