"""Scans travel on sticks as well: after the events, as many as there is room for, and proved."""

from __future__ import annotations

import hashlib
import os
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from PIL import Image

from at_the_counter import BY
from ends import AGENCY, Commune, received
from hubs import Hub, another_ledger, copy_of
from reception.domain.errors import Trouble
from reception.services import safekeeping, scans
from reception.services.desk import Desk
from reception.storage import line_rows
from reception.storage.scan_pieces import ScanPieces, of_agency
from reception.sync.bundle import write_bundle
from reception.sync.line import LineDown
from reception.sync.stick import StickOut, write_stick
from reception.sync.stick_answering import StickTaken, take_bundle
from reception.sync.stick_parts import ANSWER, HASHES, PAGE, Told, kind_of, server_id, write
from reception.sync.stick_scans import PIECE, SCANS, Piece, ScansAsked, keep, room_beside
from sticks import answered, by_hand, carried, head_of, opened_parts, taken, written
from strange_events import write as write_event

OTHER_BYTES = b"not what the name says"


def picture(side: int = 60) -> bytes:
    """A small scan that no other is like."""
    target = BytesIO()
    Image.frombytes("RGB", (side, side), os.urandom(side * side * 3)).save(target, "JPEG")
    return target.getvalue()


def attached(desk: Desk, *pictures: bytes) -> list[str]:
    """The names of scans that hang at a new dossier."""
    dossier = received(desk)
    for number, data in enumerate(pictures or (picture(),)):
        dossier = scans.attach(desk, dossier.dossier_id, data, f"to-{number}.jpg", by=BY)
    return [scan.sha256 for scan in dossier.scans]


def holds(desk: Desk, name: str) -> bool:
    return scans.files_of(desk).size_of(name) is not None


def at_server(commune: Commune, name: str) -> bool:
    return of_agency(commune.scans, AGENCY).files.size_of(name) is not None


def out(commune: Commune, desk: Desk, **limits: int) -> tuple[Path, StickOut]:
    path = commune.folder / "goi"
    return path, write_stick(desk.store, path, commune.clock, **limits)


def back(commune: Commune, bundle: Path, **limits: int) -> tuple[Path, StickTaken]:
    path = commune.folder / "ve"
    done = take_bundle(commune.ledger, bundle, path, commune.clock, scans=commune.scans, **limits)
    return path, done


def test_a_scan_reaches_the_other_desk_by_sticks_alone(commune):
    first, second = commune.desk(0), commune.desk(1)
    (name,) = attached(first)

    sent = carried(commune, first)
    came = carried(commune, second)

    assert (sent.scans_sent, sent.scans_received) == (1, 0)
    assert (came.scans_sent, came.scans_received) == (0, 1)
    assert scans.files_of(second).read(name) == scans.files_of(first).read(name)
    assert "1 bản quét đã tới" in sent.words
    assert "1 bản quét về" in came.words
    for desk in (first, second):
        assert safekeeping.verify(desk).faults == ()


def test_after_a_stick_no_scan_is_left_for_line_or_stick(commune):
    first, second = commune.desk(0), commune.desk(1)
    attached(first)
    carried(commune, first)
    carried(commune, second)

    for desk in (first, second):
        bundle, wrote = out(commune, desk)
        _answer, done = back(commune, bundle)
        by_line = commune.exchange(desk).scans
        assert (wrote.scans, done.scans_received, done.scans_sent) == (0, 0, 0)
        assert (by_line.sent, by_line.fetched) == (0, 0)


def test_what_does_not_fit_goes_with_the_next_stick(commune):
    first, second = commune.desk(0), commune.desk(1)
    names = attached(first, picture(), picture(), picture())
    size = max(scans.files_of(first).size_of(name) for name in names)

    went: list[int] = []
    for _ in names:
        bundle, wrote = out(commune, first, room=size)
        answer, _done = back(commune, bundle)
        went.append(wrote.scans)
        brought = taken(commune, first, answer)
    assert went == [1, 1, 1]
    assert "bản quét chưa chứa hết" not in wrote.words
    assert (brought.scans_sent, brought.scans_waiting) == (1, 0)
    assert all(at_server(commune, name) for name in names)

    came: list[tuple[int, int]] = []
    for _ in names:
        answer, done = back(commune, written(commune, second), room=size)
        came.append((done.scans_sent, done.scans_left))
        taken(commune, second, answer)
    assert came == [(1, 2), (1, 1), (1, 0)]
    assert all(holds(second, name) for name in names)


def test_how_many_scans_wait_is_told_at_every_step(commune):
    first, second = commune.desk(0), commune.desk(1)
    names = attached(first, picture(), picture())
    size = max(scans.files_of(first).size_of(name) for name in names)

    bundle, wrote = out(commune, first, room=size)
    answer, done = back(commune, bundle)
    brought = taken(commune, first, answer)

    assert (wrote.scans, wrote.scans_waiting, wrote.whole) == (1, 1, False)
    assert "1 bản quét; hãy mang" in wrote.words
    assert "Còn 1 bản quét chưa chứa hết" in wrote.words
    assert "sự kiện mới, 1 bản quét" in done.words
    assert brought.scans_waiting == 1
    assert "còn 1 bản quét chờ gửi" in brought.words
    assert "Hãy xuất thêm một gói nữa" in brought.words

    carried(commune, first)
    answer, done = back(commune, written(commune, second), room=size)
    brought = taken(commune, second, answer)
    assert "Còn 1 bản quét chưa chứa hết" in done.words
    assert (brought.scans_left, "1 chờ nhận" in brought.words) == (1, True)


def test_a_large_scan_that_waits_lets_a_small_one_go(commune):
    desk = commune.desk(0)
    large, small = attached(desk, picture(200), picture())

    bundle, _wrote = out(commune, desk, room=scans.files_of(desk).size_of(small))
    back(commune, bundle)

    assert (at_server(commune, large), at_server(commune, small)) == (False, True)


def test_events_have_the_first_right_to_the_room(commune):
    desk = commune.desk(0)
    attached(desk)

    bundle, wrote = out(commune, desk, most=1)

    assert (wrote.scans, wrote.scans_waiting, wrote.whole) == (0, 1, False)
    assert back(commune, bundle)[1].received > 0


def test_a_scan_on_a_lost_stick_goes_again(commune):
    desk = commune.desk(0)
    (name,) = attached(desk)
    written(commune, desk)

    assert carried(commune, desk).scans_sent == 1
    assert at_server(commune, name)


def test_the_same_sticks_again_change_nothing(commune):
    first, second = commune.desk(0), commune.desk(1)
    attached(first)
    bundle = written(commune, first)
    answers = [answered(commune, bundle), answered(commune, bundle)]
    carried(commune, second)

    assert [taken(commune, first, answer).scans_sent for answer in answers] == [1, 0]
    assert back(commune, bundle)[1].scans_received == 0


def test_a_stick_goes_on_where_the_line_broke_and_the_other_way_round(commune):
    first, second = commune.desk(0), commune.desk(1)
    (name,) = attached(first, picture(700))

    def one_piece(way, request):
        if "/v1/scans/" in request.target and "progress" not in request.target and way == "down":
            raise LineDown

    with pytest.raises(LineDown):
        commune.exchange(first, commune.line(one_piece))
    assert carried(commune, first).scans_sent == 1

    def half(way, request):
        if (
            way == "down"
            and request.target.startswith("/v1/scans/")
            and "offset=0" not in request.target
        ):
            raise LineDown

    with pytest.raises(LineDown):
        commune.exchange(second, commune.line(half))
    begun = ScanPieces(scans.folder_of(second)).progress(name, "line")
    assert begun.offset > 0
    assert not begun.complete
    answer, _done = back(commune, written(commune, second))
    assert taken(commune, second, answer).scans_received == 1
    assert holds(second, name)


def test_an_older_program_at_either_end_passes_scans_over(commune):
    first, second = commune.desk(0), commune.desk(1)
    (name,) = attached(first)
    bundle, answer = written(commune, first), commune.folder / "tra-loi-cu"
    take_bundle(commune.ledger, bundle, answer, commune.clock)  # it keeps nothing of scans

    brought = taken(commune, first, answer)
    assert (brought.outcome, brought.scans_sent, brought.scans_waiting) == ("", 0, 1)
    carried(commune, first)

    older = [part for part in opened_parts(commune, written(commune, second)) if part[0] != SCANS]
    answer, done = back(commune, by_hand(commune, second, older))
    assert (done.refused, done.scans_sent) == ((), 0)
    assert taken(commune, second, answer).received > 0
    assert not holds(second, name)


def test_a_damaged_scan_is_told_and_holds_up_no_other(commune):
    desk = commune.desk(0)
    damaged, sound = attached(desk, picture(), picture())
    scans.files_of(desk).path_of(damaged).write_bytes(OTHER_BYTES)

    bundle, wrote = out(commune, desk)
    answer, _done = back(commune, bundle)

    assert (wrote.scans, wrote.scans_broken) == (1, 1)
    assert "1 bản quét trên máy này bị hỏng" in wrote.words
    assert taken(commune, desk, answer).scans_sent == 1
    assert (at_server(commune, damaged), at_server(commune, sound)) == (False, True)


def test_by_line_a_damaged_scan_holds_up_no_other_either(commune):
    desk = commune.desk(0)
    damaged, sound = attached(desk, picture(), picture())
    scans.files_of(desk).path_of(damaged).write_bytes(OTHER_BYTES)

    with pytest.raises(Trouble) as told:
        commune.exchange(desk)

    assert told.value.code == "scan-altered"
    assert at_server(commune, sound)


def test_a_server_that_lost_its_scans_with_a_copy_gets_them_back(commune, tmp_path):
    """Also from a desk that only looked at them: the one that scanned may be broken by then."""
    first, second, third = commune.desk(0), commune.desk(1), commune.desk(2)
    by_stick, by_line = attached(first, picture(), picture())
    for desk in (first, second, third):
        carried(commune, desk)
    copy_of(tmp_path / "ledger.db", tmp_path / "ledger-copy.db")

    for lost, bring in ((by_stick, lambda: carried(commune, second)),
                        (by_line, lambda: commune.exchange(third))):  # fmt: skip
        copy = shutil.copy(tmp_path / "ledger-copy.db", tmp_path / f"ledger-{lost[:6]}.db")
        shutil.rmtree(commune.scans)
        commune.restore_server(copy)
        bring()
        bring()  # the stick that learns of the loss cannot yet mend it
        assert at_server(commune, lost)


@pytest.mark.parametrize("piece", [
    Piece(b"\x01" * 32, 0, 22, OTHER_BYTES),
    Piece(b"\x02" * 32, 7, 29, OTHER_BYTES),
    Piece(b"\x03" * 32, 0, 21, OTHER_BYTES),
])  # fmt: skip
def test_bytes_that_are_not_the_scan_are_not_kept(commune, piece):
    desk = commune.desk(0)
    parts = [
        (SCANS, write(ScansAsked([piece.scan], []))),
        (f"{PIECE}-1", write(piece)),
        (f"{PIECE}-2", write(piece)),
    ]

    answer, done = back(commune, by_hand(commune, desk, parts))

    assert done.scans_received == 0
    assert taken(commune, desk, answer).scans_sent == 0
    assert not [path for path in commune.scans.rglob("*") if path.is_file()]


@pytest.mark.parametrize("content", [
    b"\xc1",
    write(("../../x", 0, 4, b"data")),
    write((b"../../x", 0, 4, b"data")),
    write((b"\x01" * 32, -1, 4, b"data")),
    write((b"\x01" * 32, 0, 1 << 60, b"data")),
    write((b"\x01" * 32, 0, 0, b"")),
])  # fmt: skip
def test_what_is_no_piece_is_refused_and_blocks_no_other(commune, content):
    desk, scan = commune.desk(0), picture()
    name = hashlib.sha256(scan)
    parts = [
        (f"{PIECE}-1", content),
        (f"{PIECE}-2", write(Piece(name.digest(), 0, len(scan), scan))),
    ]

    _answer, done = back(commune, by_hand(commune, desk, parts))

    assert [(one.part, one.error) for one in done.refused] == [(f"{PIECE}-1", "not-a-part")]
    assert [path for path in commune.folder.rglob("x") if path.is_file()] == []
    assert at_server(commune, name.hexdigest())


def from_server(commune: Commune, desk: Desk, parts: list[tuple[str, bytes]]) -> Path:
    """An answer that the server would not write, signed and sealed all the same."""
    with commune.ledger.reading() as work:
        authority = work.authority()
    line, path = line_rows.line(desk.database), commune.folder / "tra-loi-bang-tay"
    seal = X25519PrivateKey.from_private_bytes(line.own_seal_key).public_key()
    head = head_of(desk, sender_kind="server", sender=server_id(authority.public_key))
    write_bundle(
        path, head, parts, signing_key=authority.private_key, seal_to=seal.public_bytes_raw()
    )
    return path


def told(desk: Desk) -> tuple[str, bytes]:
    line = line_rows.line(desk.database)
    asked = (line.incarnation, line.position, line.chain)
    return ANSWER, write(Told(line.incarnation, asked, line.position, line.position, [], {}, []))


def test_a_desk_keeps_only_scans_that_its_register_names(commune):
    desk, scan = commune.desk(0), picture()
    piece = Piece(hashlib.sha256(scan).digest(), 0, len(scan), scan)

    brought = taken(
        commune, desk, from_server(commune, desk, [told(desk), (f"{PIECE}-1", write(piece))])
    )

    assert (brought.outcome, brought.scans_received) == ("", 0)
    assert not holds(desk, piece.scan.hex())


@pytest.mark.parametrize("data", [OTHER_BYTES, b""], ids=["other bytes", "none"])
def test_a_desk_keeps_no_scan_that_is_not_what_its_name_says(commune, data):
    first, second = commune.desk(0), commune.desk(1)
    (name,) = attached(first)
    commune.exchange(first)
    commune.exchange(second)
    shutil.rmtree(scans.folder_of(second))
    piece = Piece(bytes.fromhex(name), 0, len(data) or 5, data)
    answer = from_server(commune, second, [told(second), (f"{PIECE}-1", write(piece))])

    assert taken(commune, second, answer).scans_received == 0
    assert not holds(second, name)
    assert carried(commune, second).scans_received == 1


def test_of_an_answer_that_breaks_off_in_a_scan_the_events_count(commune):
    desk = commune.desk(0)
    attached(desk)
    bundle = written(commune, desk)
    kinds = {ANSWER, HASHES, PAGE}
    sound = answered(commune, bundle)
    parts = [part for part in parts_for(commune, desk, sound)
             if part[0] in kinds or kind_of(part[0]) in kinds]  # fmt: skip

    with pytest.raises(Trouble):
        taken(commune, desk, from_server(commune, desk, [*parts, (f"{PIECE}-1", b"\xc1")]))

    assert commune.exchange(desk).sent == 0
    assert taken(commune, desk, sound).outcome == ""


def parts_for(commune: Commune, desk: Desk, answer: Path) -> list[tuple[str, bytes]]:
    from reception.sync.bundle import open_bundle

    line = line_rows.line(desk.database)
    opened = open_bundle(
        answer, seal_key=line.own_seal_key, sender_key=lambda _head: line.server_key
    )
    return list(opened.parts())


def test_an_answer_to_a_server_that_is_no_more_says_nothing_of_scans(commune, tmp_path):
    desk = commune.desk(0)
    (name,) = attached(desk)
    commune.exchange(desk)
    bundle = written(commune, desk)
    late = answered(commune, bundle)
    commune.restore_server(copy_of(tmp_path / "ledger.db", tmp_path / "ledger-copy.db"))
    shutil.rmtree(commune.scans)

    def before_scans(way, request):
        if "/v1/scans/" in request.target:
            raise LineDown

    with pytest.raises(LineDown):
        commune.exchange(desk, commune.line(before_scans))
    taken(commune, desk, late)
    commune.exchange(desk)

    assert at_server(commune, name)


def test_the_last_step_is_made_up_for_after_a_power_cut(tmp_path):
    """All bytes had arrived, and the scan had not been given its name yet."""
    scan = picture()
    name = hashlib.sha256(scan)
    pieces = ScanPieces(tmp_path)
    pieces.append(name.hexdigest(), "quay", 0, scan[:-1], len(scan) + 1)
    pieces.append(name.hexdigest(), "quay", len(scan) - 1, scan[-1:], len(scan) + 1)

    assert keep(pieces, "quay", Piece(name.digest(), len(scan), len(scan), b""))
    assert pieces.files.read(name.hexdigest()) == scan


def test_a_faulty_scan_s_name_leads_nowhere(commune):
    desk, other = commune.desk(0), commune.desk(1)
    dossier = received(desk)
    for name in ("", "..", "../../ledger.db", "A" * 64):
        body = {"at": "2026-03-10T02:00:00Z", "sha256": name, "name": "x", "media": "image/png",
                "size": 3, "about": "paper"}  # fmt: skip
        write_event(desk, "dossier.scan-attached", dossier.dossier_id, body)

    for _ in range(2):
        assert commune.exchange(desk).scans.sent == 0
        assert carried(commune, desk).scans_waiting == 0
        assert commune.exchange(other).scans.fetched == 0
        assert carried(commune, other).scans_received == 0


def test_scans_that_the_server_lacks_do_not_keep_others_waiting(commune):
    """More of them than one exchange asks for: their desk is on its way with a stick."""
    first, second = commune.desk(0), commune.desk(1)
    (name,) = attached(first)
    dossier = received(first)
    for number in range(60):
        body = {"at": "2026-03-10T02:00:00Z", "sha256": f"{number:064x}", "name": "x",
                "media": "image/png", "size": 20_000_000, "about": "paper"}  # fmt: skip
        write_event(first, "dossier.scan-attached", dossier.dossier_id, body)
    commune.exchange(first)

    from ends import exchanger
    from reception.sync.exchanging import Outcome

    kept = exchanger(commune.clock)
    for _ in range(2):
        kept.exchange(second.store, commune.line(), Outcome(), ScanPieces(scans.folder_of(second)))

    assert holds(second, name)


def test_a_full_stick_takes_fewer_scans(tmp_path):
    assert room_beside(tmp_path / "goi", 1000) == 1000
    assert 0 <= room_beside(tmp_path / "goi", 1 << 60) < shutil.disk_usage(tmp_path).free
    assert room_beside(tmp_path / "rut" / "goi", 1000) == 1000


def test_what_a_stick_brings_to_a_hub_goes_up(commune, ready_file):
    """And what another desk brings by line above comes down with the answer at the hub."""
    hub = Hub(another_ledger(ready_file, commune.folder / "hub.db"), commune.folder / "hub",
              commune)  # fmt: skip
    desk, other = hub.desk(0), commune.desk(1)
    (going,), (coming,) = attached(desk), attached(other)
    try:
        commune.exchange(other)
        carried(hub, desk)
        hub.relay()
        assert at_server(commune, going)
        carried(hub, desk)
        assert holds(desk, coming)
    finally:
        hub.close()
