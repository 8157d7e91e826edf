"""Scans travel after the events, in pieces, and are there only when they are whole."""

from __future__ import annotations

import hashlib
import os
from io import BytesIO

import pytest
from PIL import Image

from at_the_counter import BY
from ends import received
from reception.services import safekeeping, scans
from reception.storage.scan_pieces import PieceRefused, ScanPieces
from reception.sync.line import LineDown


def a_scan() -> bytes:
    """A picture that takes more than one piece to send."""
    side = 700
    target = BytesIO()
    Image.frombytes("RGB", (side, side), os.urandom(side * side * 3)).save(target, "JPEG")
    return target.getvalue()


@pytest.fixture
def shared(commune):
    """A dossier with a scan at one desk, and another desk."""
    first, second = commune.desk(0), commune.desk(1)
    dossier = received(first)
    dossier = scans.attach(first, dossier.dossier_id, a_scan(), "to-khai.jpg", by=BY)
    return first, second, dossier.scans[0].sha256


def test_a_scan_reaches_the_other_desk(commune, shared):
    first, second, name = shared

    sent = commune.exchange(first)
    fetched = commune.exchange(second)

    assert (sent.scans.sent, fetched.scans.fetched) == (1, 1)
    assert scans.files_of(second).read(name) == scans.files_of(first).read(name)


def test_a_scan_is_sent_once(commune, shared):
    first, _second, _name = shared
    commune.exchange(first)

    assert commune.exchange(first).scans.sent == 0


def test_a_scan_that_is_not_there_yet_is_no_fault(commune, shared):
    first, second, _name = shared
    commune.exchange(first)
    (commune.folder / "server-scans").rename(commune.folder / "weg")

    outcome = commune.exchange(second)

    assert outcome.scans.fetched == 0
    assert safekeeping.verify(second).faults == ()


def test_a_scan_goes_on_where_the_line_broke(commune, shared):
    first, _second, name = shared
    pieces: list[int] = []

    def weather(way, request):
        if request.method == "POST" and request.target.startswith("/v1/scans/"):
            pieces.append(len(request.body))
            if way == "down" and len(pieces) == 2:
                raise LineDown  # the piece arrived, its answer did not

    commune.exchange(first, commune.line(weather))

    (whole,) = [path for path in (commune.folder / "server-scans").rglob("*") if path.is_file()]
    assert hashlib.sha256(whole.read_bytes()).hexdigest() == name


def test_a_piece_at_the_wrong_place_is_told_where_to_go_on(tmp_path):
    scan = b"0123456789"
    name = hashlib.sha256(scan).hexdigest()
    pieces = ScanPieces(tmp_path)
    pieces.append(name, "a", 0, scan[:4], len(scan))

    with pytest.raises(PieceRefused) as refusal:
        pieces.append(name, "a", 0, scan[:4], len(scan))

    assert (refusal.value.code, refusal.value.offset) == ("wrong-offset", 4)
    assert pieces.append(name, "a", 4, scan[4:], len(scan)).complete


def test_bytes_that_are_not_the_scan_are_dropped(tmp_path):
    name = hashlib.sha256(b"0123456789").hexdigest()
    pieces = ScanPieces(tmp_path)

    with pytest.raises(PieceRefused) as refusal:
        pieces.append(name, "a", 0, b"9876543210", 10)

    assert refusal.value.code == "scan-altered"
    assert not pieces.progress(name, "a").complete
    assert not pieces.files.path_of(name).exists()


@pytest.mark.parametrize("name", ["", "../../x", "A" * 64, "0" * 63])
def test_only_a_hash_names_a_scan(tmp_path, name):
    with pytest.raises(PieceRefused):
        ScanPieces(tmp_path).progress(name, "a")
