"""A locked register: what a thief reads of it, who opens it, and that nobody is locked out."""

from __future__ import annotations

import hashlib
import shutil
import unicodedata
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from keyring.backends.null import Keyring as NoStore
from PIL import Image

import pc_store
from at_the_counter import BY, asking, clock_at
from pc_store import PcStore
from reception.domain.applicant import Party
from reception.domain.errors import RuleViolation, Trouble
from reception.services import drafting, intake, locking, lookup, safekeeping, scans
from reception.services.desk import Desk, open_desk
from reception.services.locking import Lock
from reception.services.set_up import office_named, set_up
from reception.storage import key_file
from reception.storage.scan_pieces import ScanPieces

PASSPHRASE = "mùa lúa chín vàng"
OFFICE = office_named("Xã Mường Lay", "H40.16")
CITIZEN = Party("Quàng Thị Hương Nhu", identity="066199055123", phone="0912345678")
TRACES = (CITIZEN.name, CITIZEN.identity, CITIZEN.phone, "Hương Nhu", "huong nhu", "giay-to.png")


def picture() -> bytes:
    target = BytesIO()
    Image.effect_noise((40, 40), 90).save(target, "PNG")
    return target.getvalue()


def receive(desk: Desk) -> str:
    """A dossier of the citizen's, with a scan and a half-typed draft."""
    dossier = intake.register(desk, replace(asking(), owner=CITIZEN), by=BY)
    scans.attach(desk, dossier.dossier_id, picture(), "giay-to.png", by=BY)
    drafting.save(desk, drafting.new_draft_id(), BY, CITIZEN.name, CITIZEN.name.encode())
    return dossier.code


def traces_in(folder: Path) -> set[str]:
    """What a thief finds of the citizen in the bytes and names of all files."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    stolen = b"".join(str(path).encode() + path.read_bytes() for path in files)
    found = {word for word in TRACES if word.encode() in stolen}
    found |= {f"{word} (UTF-16)" for word in TRACES if word.encode("utf-16-le") in stolen}
    return found | {mark.decode("latin-1") for mark in (b"\x89PNG", b"SQLite") if mark in stolen}


@pytest.fixture
def store():
    store = PcStore()
    pc_store.use(store)
    yield store
    pc_store.use(NoStore())


@pytest.fixture(scope="module")
def lock() -> Lock:
    return locking.new_lock(PASSPHRASE)


@pytest.fixture(scope="module")
def new_locked(tmp_path_factory, lock) -> Path:
    folder = tmp_path_factory.mktemp("locked") / "so"
    set_up(folder, OFFICE, clock_at("2026-01-05T07:30"), lock=lock).close()
    return folder


@pytest.fixture
def where(tmp_path) -> Path:
    return tmp_path / "so"


@pytest.fixture
def locked(new_locked, where, clock):
    desk = open_desk(Path(shutil.copytree(new_locked, where)), clock, PASSPHRASE)
    yield desk
    desk.close()


@pytest.fixture
def lying_open(new_register, where, clock):
    desk = open_desk(Path(shutil.copytree(new_register, where)), clock)
    yield desk
    desk.close()


# --- what a thief reads ---------------------------------------------------------------------------


def test_a_stolen_folder_tells_nothing_of_a_citizen_while_at_work_or_after(locked, where):
    receive(locked)
    assert (where / "reception.db-wal").stat().st_size, "the log is stolen, too"
    assert traces_in(where) == set()
    locked.close()
    assert traces_in(where) == set()


def test_without_a_lock_the_same_folder_tells_all_of_it(lying_open, where):
    receive(lying_open)
    lying_open.close()
    assert traces_in(where) >= {*TRACES, "SQLite", "\x89PNG"}


def test_a_stolen_copy_and_its_scans_tell_nothing(locked, tmp_path):
    receive(locked)
    safekeeping.backup(locked, tmp_path / "usb" / "sao.db")
    assert traces_in(tmp_path / "usb") == set()


def test_a_scan_that_is_still_on_its_way_lies_sealed(locked, where):
    data = picture() * 3
    name = hashlib.sha256(data).hexdigest()
    pieces = ScanPieces(where / "scans", locked.database.key)
    half = len(data) // 2
    pieces.append(name, "server", 0, data[:half], len(data))
    assert pieces.progress(name, "server").offset == half
    assert traces_in(where) == set()
    assert pieces.append(name, "server", half, data[half:], len(data)).complete
    assert pieces.files.read(name) == data
    assert traces_in(where) == set()


# --- who opens it ---------------------------------------------------------------------------------


def test_the_passphrase_and_the_printed_key_open_and_nothing_else_does(locked, where, clock, lock):
    code = receive(locked)
    locked.close()
    for secret in (PASSPHRASE, lock.recovery_key, lock.recovery_key.lower().replace("-", " ")):
        desk = open_desk(where, clock, secret)
        assert lookup.show(desk, code).dossier.code == code
        assert safekeeping.verify(desk).whole
        desk.close()
    for wrong in ("mùa lúa chín vang", locking.new_recovery_key()):
        with pytest.raises(RuleViolation, match="không đúng với sổ này"):
            open_desk(where, clock, wrong)
    with pytest.raises(Trouble, match="hãy mở bằng mật khẩu") as trouble:
        open_desk(where, clock)
    assert trouble.value.code == "locked"


def test_a_decomposed_passphrase_is_the_same_one(locked, where, clock):
    locked.close()
    open_desk(where, clock, unicodedata.normalize("NFD", PASSPHRASE)).close()


def test_this_pc_opens_by_itself_until_windows_is_installed_anew(where, clock, store):
    lock = locking.new_lock(on_this_pc=True)
    desk = set_up(where, OFFICE, clock, lock=lock)
    code = receive(desk)
    desk.close()
    desk = open_desk(where, clock)
    assert locking.state(desk).on_this_pc
    desk.close()

    store.reinstall()
    with pytest.raises(Trouble, match="khoá"):
        open_desk(where, clock)
    desk = open_desk(where, clock, lock.recovery_key)
    assert lookup.show(desk, code).dossier.code == code
    locking.trust_this_pc(desk)
    desk.close()
    open_desk(where, clock).close()


def test_a_folder_carried_to_another_pc_does_not_open_by_itself(where, clock, store):
    set_up(where, OFFICE, clock, lock=locking.new_lock(on_this_pc=True)).close()
    pc_store.use(PcStore())
    with pytest.raises(Trouble, match="khoá"):
        open_desk(where, clock)


def test_a_pc_without_a_store_is_not_trusted(where, clock):
    assert not locking.pc_keeps_secrets()
    with pytest.raises(Trouble, match="hãy đặt mật khẩu mở sổ"):
        set_up(where, OFFICE, clock, lock=locking.new_lock(on_this_pc=True))
    assert not (where / "reception.db").exists()


def test_a_lock_that_only_paper_opens_is_refused():
    with pytest.raises(RuleViolation, match="hãy đặt mật khẩu"):
        locking.new_lock()


def test_trust_in_this_pc_ends_only_while_there_is_a_passphrase(where, clock, store):
    desk = set_up(where, OFFICE, clock, lock=locking.new_lock(on_this_pc=True))
    with pytest.raises(RuleViolation, match="hãy đặt mật khẩu trước"):
        locking.distrust_this_pc(desk)
    locking.change_passphrase(desk, PASSPHRASE)
    locking.distrust_this_pc(desk)
    desk.close()
    assert not store.kept
    with pytest.raises(Trouble, match="khoá"):
        open_desk(where, clock)
    open_desk(where, clock, PASSPHRASE).close()


def test_a_changed_passphrase_and_a_renewed_key_end_the_old_ones(locked, where, clock, lock):
    locking.change_passphrase(locked, "nắng lên trên bản")
    renewed = locking.renew_recovery_key(locked)
    locking.check_recovery_key(locked, renewed)
    with pytest.raises(RuleViolation, match="hãy dùng tờ in mới nhất"):
        locking.check_recovery_key(locked, lock.recovery_key)
    locked.close()
    for old in (PASSPHRASE, lock.recovery_key):
        with pytest.raises(RuleViolation, match="không đúng"):
            open_desk(where, clock, old)
    for new in ("nắng lên trên bản", renewed):
        open_desk(where, clock, new).close()


# --- nobody is locked out -------------------------------------------------------------------------


def test_a_damaged_key_file_says_where_another_one_is(locked, where, clock):
    locked.close()
    key_file.path_for(where / "reception.db").write_bytes(b"{")
    with pytest.raises(Trouble, match="chép lại tệp ấy từ cạnh một bản sao lưu"):
        open_desk(where, clock, PASSPHRASE)


def test_a_copy_brings_its_lock_along_and_goes_on_elsewhere(locked, tmp_path, clock, lock):
    code, copy = receive(locked), tmp_path / "usb" / "sao.db"
    safekeeping.backup(locked, copy)
    with pytest.raises(Trouble, match="khoá"):
        safekeeping.restore(copy, tmp_path / "moi", clock)
    desk = safekeeping.restore(copy, tmp_path / "moi", clock, lock.recovery_key)
    assert safekeeping.verify(desk).whole
    [scan] = lookup.show(desk, code).dossier.scans
    assert scans.read(desk, scan).data
    desk.close()
    open_desk(tmp_path / "moi", clock, PASSPHRASE).close()
    assert traces_in(tmp_path / "moi") == set()


def test_a_copy_of_another_lock_keeps_the_present_register_openable(locked, where, tmp_path, clock):
    other = set_up(tmp_path / "khac", OFFICE, clock, lock=locking.new_lock("rừng xanh núi đỏ"))
    safekeeping.backup(other, tmp_path / "usb" / "sao.db")
    other.close()
    code = receive(locked)
    locked.close()
    safekeeping.restore(tmp_path / "usb" / "sao.db", where, clock, "rừng xanh núi đỏ").close()
    [kept] = where.glob("reception-truoc-phuc-hoi-*.db")
    again = safekeeping.restore(kept, tmp_path / "lai", clock, PASSPHRASE)
    assert lookup.show(again, code).dossier.code == code
    again.close()


# --- a register that lay open ---------------------------------------------------------------------


def test_an_open_register_is_locked_whole(lying_open, where, clock, lock):
    code = receive(lying_open)
    events = locking.lock_open_register(lying_open, lock)
    assert traces_in(where) == set()
    desk = open_desk(where, clock, PASSPHRASE)
    assert desk.store.journal.count() == events
    assert safekeeping.verify(desk).whole
    assert lookup.search(desk, "huong nhu"), "the search index came along"
    [scan] = lookup.show(desk, code).dossier.scans
    assert scans.read(desk, scan).data
    with pytest.raises(Trouble, match="đã được khoá rồi"):
        locking.lock_open_register(desk, lock)
    desk.close()


def test_a_register_that_another_program_has_open_stays_as_it_is(lying_open, where, clock, lock):
    code = receive(lying_open)
    other = open_desk(where, clock)
    other.database.rows("PRAGMA busy_timeout=1")
    try:
        with other.store.writing(), pytest.raises(Trouble, match=r"đang (bận|mở)"):
            locking.lock_open_register(lying_open, lock)
    finally:
        other.close()
    desk = open_desk(where, clock)
    assert lookup.show(desk, code).dossier.code == code
    desk.close()


def test_ended_between_key_file_and_register_it_still_opens(lying_open, where, clock, lock):
    lying_open.close()
    locking.put_lock(where / "reception.db", lock)
    desk = open_desk(where, clock)
    locking.lock_open_register(desk, lock)
    open_desk(where, clock, PASSPHRASE).close()


def test_scans_left_open_by_a_break_are_read_and_sealed_afterwards(locked, where, lock):
    receive(locked)
    [name] = locked.store.journal.scans()
    sealed = scans.files_of(locked)
    data, path = sealed.read(name), sealed.path_of(name)
    path.write_bytes(data)
    assert sealed.read(name) == data
    assert sealed.seal_all([name]) == 1
    assert sealed.read(name) == data
    assert traces_in(where) == set()


def test_copies_that_lie_open_beside_a_locked_register_are_named(locked, where, desk):
    safekeeping.backup(desk, where / "reception-truoc-nang-cap-0003.db")
    left = [path.name for path in locking.open_copies(where)]
    assert left == ["reception-truoc-nang-cap-0003.db"]
