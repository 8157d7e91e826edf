"""An inspection pack proves itself without the program, and names the row that was touched."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import chromium
from at_the_counter import BY, asking
from reception.domain.access import Look
from reception.domain.applicant import Party
from reception.domain.closing_events import RedactionGround
from reception.domain.errors import RuleViolation
from reception.domain.list_frame import Period
from reception.services import finishing, inspection_pack, intake, redaction
from reception.services.inspection_pack import JOURNAL, LIST, MANIFEST
from reception.storage import access_rows

NAMES = ("Y Ka Ly", "H'Hen Niê", "Đỗ Thị Ưởng", "Vàng A Lử", "=2+5 Lò")


@pytest.fixture
def pack(desk, tmp_path):
    for name in NAMES:
        dossier = intake.register(desk, asking(name), by=BY)
    finishing.record_result(desk, dossier.dossier_id, by=BY)
    return made(desk, tmp_path / "bo")


def made(desk, target) -> Path:
    today = desk.now().date()
    inspection_pack.make(desk, target, Period(today, today), by="quantri")
    return target


def verified(folder) -> tuple[int, list[str]]:
    """What Python alone says of a pack: no site, no packages of ours."""
    ran = subprocess.run(
        [sys.executable, "-I", "-S", "-X", "utf8", str(folder / "kiem_tra.py")],
        capture_output=True, text=True, check=False, encoding="utf-8",
    )  # fmt: skip
    assert not ran.stderr
    return ran.returncode, [line for line in ran.stdout.splitlines() if line.startswith("SAI")]


def rewrite(path, change):
    """Change a file of the pack as somebody would who may write there after all."""
    path.chmod(0o644)
    path.write_bytes(change(path.read_bytes()))


def swapped(content, end, one, other):
    lines = content.split(end)
    lines[one], lines[other] = lines[other], lines[one]
    return end.join(lines)


def without(content, end, place):
    lines = content.split(end)
    del lines[place]
    return end.join(lines)


def test_a_good_pack_is_whole_and_read_only(pack, desk):
    assert verified(pack) == (0, [])
    assert all(path.stat().st_mode & 0o222 == 0 for path in pack.iterdir())
    listed = (pack / LIST).read_text("utf-8-sig")
    assert all(name in listed for name in NAMES)
    assert '"\'=2+5 Lò"' in listed
    assert "Đỗ Thị Ưởng" in (pack / "xem.html").read_text("utf-8")
    today = desk.now().date()
    [line] = access_rows.lines(desk.database, Period(today, today))
    assert line.look is Look.INSPECTED


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda c: c.replace("Niê".encode(), b"Nie"), "Dòng 2 của danh sách đã bị sửa"),
        (lambda c: without(c, b"\r\n", 3), "Thiếu dòng 3 của danh sách."),
        (lambda c: swapped(c, b"\r\n", 2, 3), "Dòng 2 và dòng 3 của danh sách đã bị đổi chỗ."),
        (lambda c: without(c, b"\r\n", 5), "Thiếu dòng 5 của danh sách."),
    ],
)
def test_the_row_of_the_list_that_was_touched_is_named(pack, change, said):
    rewrite(pack / LIST, change)
    status, faults = verified(pack)
    assert status == 1
    assert any(said in fault for fault in faults), faults
    assert f"SAI: Tệp {LIST} đã bị sửa." in faults


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda c: c.replace(b"dossier.received", b"dossier.receivee", 1), "Đã bị sửa: dòng 1 "),
        (lambda c: without(c, b"\n", 2), "trước dòng 3 của sổ gốc"),
        (lambda c: swapped(c, b"\n", 2, 3), "trước dòng 3 của sổ gốc"),
        (lambda c: without(c, b"\n", -2), "không kết thúc ở số"),
    ],
)
def test_the_row_of_the_journal_that_was_touched_is_named(pack, change, said):
    rewrite(pack / JOURNAL, change)
    status, faults = verified(pack)
    assert status == 1
    assert any(said in fault for fault in faults), faults


def test_a_manifest_that_was_made_to_fit_is_not_signed(pack):
    rewrite(pack / MANIFEST, lambda c: c.replace(b'"made_by": "quantri"', b'"made_by": "quantra"'))
    assert verified(pack) == (1, ["SAI: Chữ ký của cả bộ không đúng."])


def test_a_pack_tells_no_numbers_and_holds_after_a_redaction(desk, tmp_path):
    owner = Party("Giàng Thị Mỷ", identity="011190004321", phone="0987123456")
    dossier = intake.register(desk, replace(asking(), owner=owner), by=BY)
    finishing.record_result(desk, dossier.dossier_id, by=BY)
    finishing.hand_over(desk, dossier.dossier_id, by=BY)
    redaction.redact(
        desk, dossier.dossier_id, RedactionGround.DECISION,
        decision="QĐ 1", decided_by="Lò A", by="quantri",
    )  # fmt: skip
    folder = made(desk, tmp_path / "bo")
    assert verified(folder) == (0, [])
    content = b"".join(path.read_bytes() for path in folder.iterdir())
    assert not any(text.encode() in content for text in (owner.name, owner.identity, owner.phone))


def test_only_leaders_into_a_new_folder(desk, tmp_path):
    today = desk.now().date()
    with pytest.raises(RuleViolation) as taken:
        inspection_pack.make(desk, tmp_path, Period(today, today), by="quantri")
    assert taken.value.code == "folder-taken"


def test_a_browser_verifies_it_from_the_disk(pack):
    with chromium.running() as browser:
        page = browser.new_page()
        page.goto((pack / "kiem-tra.html").as_uri())
        files = sorted(str(path) for path in pack.iterdir())
        page.set_input_files("#files", files)
        page.wait_for_selector("#verdict.good, #verdict.bad")
        assert page.inner_text("#verdict").startswith("Bộ hồ sơ nguyên vẹn: 5 hồ sơ"), (
            page.inner_text("#faults")
        )
        rewrite(pack / LIST, lambda c: swapped(c, b"\r\n", 2, 3))
        rewrite(pack / JOURNAL, lambda c: c.replace(b"dossier.received", b"dossier.receivee", 1))
        page.set_input_files("#files", files)
        page.wait_for_selector("#verdict.bad")
        faults = page.inner_text("#faults")
        assert "Dòng 2 và dòng 3 của danh sách đã bị đổi chỗ." in faults
        assert "Đã bị sửa: dòng 1 của sổ gốc" in faults


class Stopped(Exception):
    """Whoever waits has had enough."""


def test_a_pack_that_is_stopped_half_way_leaves_nothing(desk, tmp_path):
    for name in NAMES:
        intake.register(desk, asking(name), by=BY)
    today = desk.now().date()
    told = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if done > len(NAMES):  # the list is written, the journal begun
            raise Stopped

    with pytest.raises(Stopped):
        inspection_pack.make(
            desk, tmp_path / "bo", Period(today, today), by="quantri", progress=stop
        )
    assert not [path for path in tmp_path.iterdir() if path.name.startswith("bo")]
    assert told[-1][0] < told[-1][1]


def test_a_pack_is_of_one_moment_while_others_write(desk, tmp_path, monkeypatch):
    monkeypatch.setattr(inspection_pack, "_READ_AT_ONCE", 1)
    for name in NAMES:
        dossier = intake.register(desk, asking(name), by=BY)
    other, today = desk.another(), desk.now().date()

    def write(done: int, _total: int) -> None:
        if done == 1:
            finishing.record_result(other, dossier.dossier_id, by=BY)

    inspection_pack.make(desk, tmp_path / "bo", Period(today, today), by="quantri", progress=write)
    other.close()
    assert "có kết quả" not in (tmp_path / "bo" / LIST).read_text("utf-8-sig")
    assert verified(tmp_path / "bo") == (0, [])
    assert desk.store.dossier(dossier.dossier_id).result_at
