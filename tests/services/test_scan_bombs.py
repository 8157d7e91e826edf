"""Scans that are small and would fill this PC: refused in one sentence, wherever they come from."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from at_the_counter import BY, asking
from bombs import jpeg_of_many_scans, laughing_pdf, one_page, stream, swelling_pdf, wide_png
from reception.domain.dossier_events import ScanAttached
from reception.domain.errors import RuleViolation
from reception.domain.scan import LONGEST_SIDE_PX, MOST_PIXELS, Media
from reception.printing import apart
from reception.services import intake, scans

BOMBS = {
    "a PDF that swells": (swelling_pdf, "scan-too-large"),
    "a PDF that never ends": (laughing_pdf, "scan-too-large"),
    "a picture of 3.6 billion points": (lambda: wide_png(60_000), "scan-too-large"),
    "a JPEG drawn two hundred times": (lambda: jpeg_of_many_scans(200), "scan-broken"),
}


@pytest.fixture
def dossier(desk):
    return intake.register(desk, asking(), by=BY)


@pytest.mark.parametrize("bomb", BOMBS)
def test_it_is_not_attached(desk, dossier, bomb):
    make, code = BOMBS[bomb]
    data = make()
    assert len(data) < 100_000
    events = desk.store.journal.count()
    with pytest.raises(RuleViolation, match="hãy") as refusal:
        scans.attach(desk, dossier.dossier_id, data, "giay.pdf", by=BY)

    assert refusal.value.code == code
    assert desk.store.journal.count() == events
    assert not scans.folder_of(desk).exists()


@pytest.mark.parametrize("bomb", ["a PDF that swells", "a picture of 3.6 billion points"])
def test_one_that_another_desk_sent_is_not_opened_to_be_looked_at(desk, dossier, bomb):
    make, _code = BOMBS[bomb]
    data = make()
    sha256 = scans.files_of(desk).put(data)
    at = desk.now()
    sent = ScanAttached(at, sha256, "giay.pdf", Media.PDF.value, len(data), scans.ABOUT_PAPER)

    with pytest.raises(RuleViolation, match="hãy"):
        scans.look(desk, sent)
    with pytest.raises(RuleViolation, match="hãy"):
        scans.small_picture(desk, sent)


def test_the_count_of_points_is_read_before_any_of_them(desk, dossier):
    side = int(MOST_PIXELS**0.5) + 100
    with pytest.raises(RuleViolation) as refusal:
        scans.attach(desk, dossier.dossier_id, wide_png(side), "anh.png", by=BY)

    assert refusal.value.code == "scan-too-large"
    assert f"{side}x{side}" in refusal.value.text


def test_a_large_picture_that_packs_well_is_made_small_all_the_same(desk, dossier):
    target = BytesIO()
    Image.new("1", (6000, 4000), 1).save(target, "PNG")
    data = target.getvalue()
    assert len(data) < 20_000
    after = scans.attach(desk, dossier.dossier_id, data, "trang.png", by=BY)

    kept = scans.look(desk, after.scans[0])
    assert max(Image.open(BytesIO(kept.data)).size) == LONGEST_SIDE_PX


def test_what_takes_too_long_is_left(monkeypatch):
    monkeypatch.setattr(apart, "SECONDS", 0.001)
    with pytest.raises(RuleViolation, match="quá rắc rối"):
        apart.pages_of(one_page(stream(b"", b"")), "giay.pdf")


@pytest.mark.parametrize("box", [b"0 0 14400 14400", b"0 0 1 99999999", b"0 0 0 0"])
def test_a_page_of_any_size_is_drawn_within_bounds(box):
    odd = one_page(stream(b"", b"0 0 9 9 re f")).replace(b"0 0 595 842", box)
    picture = apart.page_of(odd, "giay.pdf", 0, dpi=300, side=500)

    assert 1 <= picture.width <= 501
    assert 1 <= picture.height <= 501
    assert len(picture.rgb) == picture.width * picture.height * 3
