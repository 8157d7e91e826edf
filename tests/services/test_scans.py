"""Scans: only what is truly a PDF or picture, light, kept by content, and proved ever after."""

from __future__ import annotations

import os
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfWriter

from at_the_counter import BY, asking, clock_at
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.scan import LONGEST_SIDE_PX, MOST_BYTES, Media
from reception.services import intake, safekeeping, scans
from reception.services.desk import open_desk


@pytest.fixture
def dossier(desk):
    return intake.register(desk, asking(), by=BY)


def picture(width=300, height=400, kind="PNG", *, noise=False) -> bytes:
    image = Image.new("RGB", (width, height), "white")
    if noise:
        image = Image.frombytes("RGB", (width, height), os.urandom(width * height * 3))
    target = BytesIO()
    image.save(target, kind)
    return target.getvalue()


def document(pages=2, *, locked=False) -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    if locked:
        writer.encrypt("x")
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "media"),
    [
        (picture(), Media.PNG),
        (picture(kind="JPEG"), Media.JPEG),
        (document(), Media.PDF),
    ],
    ids=["png", "jpeg", "pdf"],
)
def test_a_scan_is_kept_and_read_back(desk, dossier, data, media):
    after = scans.attach(desk, dossier.dossier_id, data, "to-khai.bin", by=BY)

    (kept,) = after.scans
    assert (kept.media, kept.name, kept.size) == (media.value, "to-khai.bin", len(data))
    assert scans.read(desk, kept).data == data
    small = Image.open(BytesIO(scans.small_picture(desk, kept)))
    assert max(small.size) <= 220
    assert safekeeping.verify(desk).whole


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"MZ\x90\x00 a program", "scan-kind"),
        (b"", "scan-kind"),
        (b"<svg onload='x()'/>", "scan-kind"),
        (picture()[:60], "scan-broken"),
        (b"\xff\xd8\xff" + b"0" * 500, "scan-broken"),
        (b"%PDF-1.7 nothing more", "scan-broken"),
        (document(locked=True), "scan-locked"),
        (document(pages=301), "scan-pages"),
        (b"\x89PNG" + b"0" * MOST_BYTES, "scan-too-large"),
    ],
    ids=["exe", "empty", "svg", "cut", "jpeg", "pdf", "locked", "pages", "large"],
)
def test_what_is_no_scan_leaves_no_trace(desk, dossier, data, code):
    events = desk.store.journal.count()
    with pytest.raises(RuleViolation, match="hãy") as refusal:
        scans.attach(desk, dossier.dossier_id, data, "giấy.pdf", by=BY)

    assert refusal.value.code == code
    assert desk.store.journal.count() == events


def test_a_picture_bomb_is_refused_before_it_is_unpacked(desk, dossier):
    bomb = bytearray(picture(1, 1))
    bomb[16:24] = (60_000).to_bytes(4, "big") * 2
    with pytest.raises(RuleViolation) as refusal:
        scans.attach(desk, dossier.dossier_id, bytes(bomb), "anh.png", by=BY)
    assert refusal.value.code in {"scan-too-large", "scan-broken"}


def test_a_heavy_picture_is_made_light(desk, dossier):
    heavy = picture(1500, 3700, noise=True)
    after = scans.attach(desk, dossier.dossier_id, heavy, "anh.png", by=BY)

    (kept,) = after.scans
    assert kept.media == Media.JPEG
    assert kept.size < len(heavy) / 2
    assert max(Image.open(BytesIO(scans.read(desk, kept).data)).size) == LONGEST_SIDE_PX


def test_the_same_scan_is_not_attached_twice(desk, dossier):
    scans.attach(desk, dossier.dossier_id, picture(), "a.png", by=BY)
    with pytest.raises(RuleViolation, match="không cần đính kèm lại"):
        scans.attach(desk, dossier.dossier_id, picture(), "b.png", by=BY)


def test_a_scan_that_was_altered_or_lost_is_noticed(desk, dossier):
    after = scans.attach(desk, dossier.dossier_id, picture(), "a.png", by=BY)
    path = scans.files_of(desk).path_of(after.scans[0].sha256)
    path.write_bytes(picture(200))
    with pytest.raises(Trouble, match="đã bị sửa"):
        scans.read(desk, after.scans[0])
    path.unlink()
    assert [fault.code for fault in safekeeping.verify(desk).faults] == ["scan-lost"]


def test_scans_go_into_the_copy_and_come_back_with_it(desk, dossier, tmp_path):
    after = scans.attach(desk, dossier.dossier_id, picture(), "a.png", by=BY)
    safekeeping.backup(desk, tmp_path / "ban-sao.backup")

    back = safekeeping.restore(tmp_path / "ban-sao.backup", tmp_path / "noi-khac", clock_at())
    try:
        assert scans.read(back, after.scans[0]).data == picture()
        assert safekeeping.verify(back).whole
    finally:
        back.close()


def test_the_watched_folder_offers_what_is_written_to_the_end(desk, dossier, tmp_path):
    folder = tmp_path / "may-quet"
    folder.mkdir()
    for name, age_s in (("cu.pdf", 60), ("moi.png", 10), ("dang-ghi.jpg", 0), ("ghi-chu.txt", 60)):
        (folder / name).write_bytes(picture())
        os.utime(folder / name, (1_000_000 - age_s,) * 2)

    waiting = scans.waiting_files(folder, 1_000_000)
    assert [file.path.name for file in waiting] == ["cu.pdf", "moi.png"]

    scans.attach_file(desk, dossier.dossier_id, waiting[1].path, by=BY)
    scans.put_aside(waiting[1].path)
    assert [file.path.name for file in scans.waiting_files(folder, 1_000_000)] == ["cu.pdf"]
    assert (folder / scans.DONE_FOLDER / "moi.png").exists()
    assert scans.waiting_files(folder / "khong-co", 1_000_000) == []


def test_a_dossier_opened_elsewhere_shows_its_scans(desk, folder, dossier):
    scans.attach(desk, dossier.dossier_id, picture(), "a.png", by=BY)
    other = open_desk(folder, clock_at())
    try:
        again = other.store.dossier(dossier.dossier_id)
        assert again is not None
        assert scans.read(other, again.scans[0]).data == picture()
    finally:
        other.close()
