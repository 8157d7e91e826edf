"""A bundle that is not wholly its sender's word, for this machine, gives nothing at all."""

from __future__ import annotations

import re
import tracemalloc

import msgspec
import pytest
import zstandard

from bundle_by_hand import (
    DESK_KEY,
    HEAD,
    OTHER_KEY,
    OTHER_SEAL,
    PARTS,
    SERVER_SEAL,
    Bundle,
    honest,
    line,
    packed,
    sealed,
    sealed_under,
)
from reception.domain.errors import RuleViolation, Trouble
from reception.sync.bundle import open_bundle
from reception.sync.bundle_form import MAX_FILE_BYTES, MAX_PART_BYTES
from refusing import VIETNAMESE

DESK = DESK_KEY.public_key().public_bytes_raw()
MIB = 1024 * 1024
HONEST = honest()
FILE = HONEST.file()
FRAMES = HONEST.frames


def taken(path, seal=SERVER_SEAL, key: bytes | None = DESK) -> list[tuple[str, bytes]]:
    seal_key = seal.private_bytes_raw()
    return list(open_bundle(path, seal_key=seal_key, sender_key=lambda _: key).parts())


def refusal(path, **more) -> str:
    """The code by which the file is refused; the sentence is one for a clerk."""
    with pytest.raises((RuleViolation, Trouble)) as refused:
        taken(path, **more)
    assert VIETNAMESE.search(refused.value.text)
    assert re.fullmatch(r"[^\n]*; hãy [^\n]*\.", refused.value.text)
    return refused.value.code


@pytest.fixture
def path(tmp_path):
    return tmp_path / "goi.rcpb"


@pytest.fixture
def refused(path):
    path.touch()

    def code_for(bundle: Bundle | bytes, **more) -> str:
        # Written over, not anew: a test does this thousands of times.
        with path.open("r+b") as file:
            file.write(bundle if isinstance(bundle, bytes) else bundle.file())
            file.truncate()
        return refusal(path, **more)

    return code_for


def test_nothing_is_wrong_with_the_one_that_the_others_differ_from(path):
    path.write_bytes(FILE)
    assert taken(path) == list(PARTS)


def test_a_single_bit_changed_anywhere_is_noticed_and_blames_nobody(refused):
    small = honest([("events-1", b"x")]).file()
    codes = {
        refused(small[:at] + bytes([small[at] ^ (1 << bit)]) + small[at + 1 :])
        for at in range(len(small))
        for bit in range(8)
    }
    assert codes == {"bundle-damaged", "bundle-truncated", "not-a-bundle", "bundle-newer"}


def test_a_file_copied_half_is_told_as_such_wherever_it_ends(refused):
    assert {refused(FILE[:length]) for length in range(len(FILE))} == {"bundle-truncated"}


@pytest.mark.parametrize("more", [b"\0", b"RCPB1\n", FILE])
def test_more_than_the_bundle_is_damage(refused, more):
    assert refused(FILE + more) == "bundle-damaged"


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04 a spreadsheet", b"RCPB", b"rcpb1\n" + FILE[6:], b"\xff" * 500]
)
def test_another_file_is_told_to_be_none(refused, data):
    assert refused(data) == ("bundle-truncated" if data == b"RCPB" else "not-a-bundle")


def test_a_stick_without_the_file_is_told(tmp_path):
    assert refusal(tmp_path / "goi.rcpb") == "bundle-unreadable"
    assert refusal(tmp_path) == "bundle-unreadable"


@pytest.mark.parametrize(
    "frames",
    [
        (FRAMES[1], FRAMES[0], FRAMES[2]),
        (FRAMES[0], FRAMES[0], FRAMES[2]),
        (FRAMES[0], FRAMES[1], FRAMES[1], FRAMES[2]),
        (FRAMES[0], FRAMES[2]),
        (FRAMES[2],),
        (FRAMES[0], (FRAMES[1][0], True)),
        ((FRAMES[0][0], True),),
        ((b"", True),),
        (*FRAMES[:2], honest([("events-1", b"y"), PARTS[1]]).frames[2]),
        (honest([("events-1", b"y")]).frames[0], *FRAMES[1:]),
    ],
    ids=[
        "exchanged", "in another's place", "doubled", "left out", "only the last",
        "cut after the second", "cut after the first", "empty", "another's manifest",
        "another's part",
    ],
)  # fmt: skip
def test_frames_in_another_order_are_refused_even_if_the_sender_signed_them(refused, frames):
    changed = HONEST.with_frames(*frames)
    assert refused(changed.signed_by(OTHER_KEY)) == "bundle-forged"
    assert refused(changed) == "bundle-damaged"


def test_frames_cannot_be_moved_under_another_head(refused):
    moved = Bundle(honest(number=8).head, FRAMES)
    assert refused(moved) == "bundle-damaged"


def test_what_somebody_else_signed_is_told_as_forged(refused):
    assert refused(HONEST.signed_by(OTHER_KEY)) == "bundle-forged"
    assert refused(HONEST, key=OTHER_KEY.public_key().public_bytes_raw()) == "bundle-forged"
    assert refused(HONEST, key=b"no key") == "bundle-forged"


def test_a_sender_that_nobody_knows_is_told(refused):
    assert refused(HONEST, key=None) == "bundle-unknown-sender"


def test_the_key_is_asked_for_by_the_head(path):
    path.write_bytes(FILE)
    asked = []
    open_bundle(
        path,
        seal_key=SERVER_SEAL.private_bytes_raw(),
        sender_key=lambda head: asked.append(head) or DESK,
    )
    [head] = asked
    assert (head.sender_kind, head.sender, head.agency) == ("device", HEAD["sender"], "H40.16")


def test_what_is_sealed_for_another_machine_is_told(refused):
    assert refused(HONEST, seal=OTHER_SEAL) == "bundle-foreign"


def test_naming_this_machine_does_not_make_it_readable(refused):
    own = msgspec.msgpack.decode(HONEST.head)["recipient"]
    other = OTHER_SEAL.public_key().public_bytes_raw()
    assert refused(honest(ephemeral=other, recipient=own)) == "bundle-damaged"


def test_a_key_that_is_none_is_damage(refused):
    assert refused(honest(ephemeral=bytes(32))) == "bundle-damaged"


@pytest.mark.parametrize("file", [honest(v=2).file(), FILE.replace(b"RCPB1", b"RCPB2")])
def test_a_later_format_asks_for_a_later_program(refused, file):
    assert refused(file) == "bundle-newer"


@pytest.mark.parametrize(
    "change",
    [
        {"v": 0}, {"v": "1"}, {"kind": "clerk"}, {"sender": "x" * 65}, {"sender": "a|b"},
        {"agency": "a/b"}, {"agency": ""}, {"recipient": b"short"}, {"ephemeral": b""},
        {"bundle": "7"}, {"number": -1}, {"number": 2**63}, {"number": 1.5}, {"answers": "x"},
        {"created": "yesterday"}, {"created": "2026-02-30T00:00:00Z"},
        {"created": "9999-12-31T23:59:59Z"}, {"created": None}, {"incarnation": "../x"},
    ],
)  # fmt: skip
def test_a_head_with_a_wrong_field_is_refused(refused, change):
    assert refused(honest(**change)) == "bundle-damaged"


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"\xc1",
        b"\x91" * 4000,
        b"\x81\xa1z" + b"\x91" * 4000,
        b"\x81\xa1v" + b"\x81" * 4000,
        b"\xdf\xff\xff\xff\xff",
        b"\x81\xa6sender\xdb\xff\xff\xff\xff",
        b"\x81\xa1v\xa1\xff",
        HONEST.head + b"\0",
        HONEST.head + bytes(4096),
    ],
)
def test_a_head_that_is_no_such_map_is_refused(refused, head):
    assert refused(sealed_under(head, [b"\x90"])) == "bundle-damaged"


@pytest.mark.parametrize(
    "manifest",
    [
        b"",
        b"\x91" * 200_000,
        b"\x91\x94\xa8events-1\x01\xc4\x20" + line("", b"x")[2] + b"\x91" * 200_000,
        b"\xdd\xff\xff\xff\xff",
        b"\x90\0",
        {},
        [line("events-1", b"x"), line("events-2", b"x")],
        [],
        [["events-1", 1]],
        [["events-1", -1, bytes(32)]],
        [["events-1", 1, bytes(31)]],
        [["events-1", 1, bytes(32)]],
        [["events-1", 2, line("", b"x")[2]]],
        [["events-1", MAX_PART_BYTES + 1, bytes(32)]],
    ],
)
def test_a_manifest_that_does_not_tell_what_is_there_is_refused(refused, manifest):
    assert refused(sealed([packed(b"x")], manifest)) == "bundle-damaged"


def test_two_parts_of_one_name_are_refused(refused):
    twice = [line("events-1", b"x")] * 2
    assert refused(sealed([packed(b"x")] * 2, twice)) == "bundle-damaged"


def test_parts_that_add_up_to_too_much_are_refused_before_the_first(path):
    many = [[f"events-{number}", MAX_PART_BYTES, bytes(32)] for number in range(120)]
    path.write_bytes(sealed([packed(b"x")] * 120, many).file())
    with pytest.raises(Trouble) as refused:
        open_bundle(path, seal_key=SERVER_SEAL.private_bytes_raw(), sender_key=lambda _: DESK)
    assert refused.value.code == "bundle-damaged"


@pytest.mark.parametrize(
    "name", ["../x", "..", "/x-1", "C:\\x-1", "scan-1/../..", "con", "", "scan-1\n", b"scan-1", 7]
)
def test_a_part_whose_name_could_lead_somewhere_is_refused(refused, name):
    assert refused(sealed([packed(b"x")], [line(name, b"x")])) == "bundle-damaged"


def bomb(plain: int, *, told: int | None = None) -> bytes:
    """A zstd frame of zeros that unpacks to so much, whatever it tells of itself."""
    compressor = zstandard.ZstdCompressor(level=1).compressobj(size=plain)
    zeros = bytes(MIB)
    data = b"".join(compressor.compress(zeros) for _ in range(plain // MIB)) + compressor.flush()
    if told is None:
        return data
    assert zstandard.frame_content_size(data) == plain
    # The size stands after magic, descriptor and window, in four bytes.
    assert data[6:10] == plain.to_bytes(4, "little")
    return data[:6] + told.to_bytes(4, "little") + data[10:]


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (bomb(512 * MIB), 512 * MIB),
        (bomb(512 * MIB), 100),
        (bomb(512 * MIB), MAX_PART_BYTES),
        (bomb(512 * MIB, told=100_000), 100_000),
        (bomb(512 * MIB, told=MAX_PART_BYTES), MAX_PART_BYTES),
        (zstandard.ZstdCompressor(write_content_size=False).compress(bytes(99)), 99),
        (packed(bytes(99)) * 2, 99),
        (packed(bytes(99)) + b"\0", 99),
        (packed(bytes(99))[:-1], 99),
        (b"\x50\x2a\x4d\x18\x04\0\0\0abcd", 0),
        (bytes(99), 99),
        (b"", 0),
    ],
)
def test_a_part_that_unpacks_to_more_than_it_may_takes_no_memory(refused, content, size):
    bundle = sealed([content], [["events-1", size, line("", bytes(min(size, MIB)))[2]]])
    tracemalloc.start()
    try:
        assert refused(bundle) == "bundle-damaged"
        assert tracemalloc.get_traced_memory()[1] < MAX_PART_BYTES + 8 * MIB
    finally:
        tracemalloc.stop()


def test_a_frame_that_is_longer_than_any_part_is_not_read(refused):
    endless = HONEST.with_frames((bytes(17 * MIB), True))
    assert refused(endless) == "bundle-damaged"


def test_a_file_larger_than_any_bundle_is_not_read(path):
    path.write_bytes(FILE)
    with path.open("r+b") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    assert refusal(path) == "bundle-too-large"


def test_nothing_is_handed_out_before_the_last_byte_was_seen(path):
    path.write_bytes(FILE[:-1])
    with pytest.raises(Trouble):
        open_bundle(
            path,
            seal_key=SERVER_SEAL.private_bytes_raw(),
            sender_key=lambda _: pytest.fail("asked about half a bundle"),
        )


@pytest.mark.parametrize(
    ("later", "code"),
    [
        (honest([("events-1", b"exchanged"), PARTS[1]]).file(), "bundle-damaged"),
        (FILE[:350], "bundle-truncated"),
        (None, "bundle-unreadable"),
    ],
)
def test_a_stick_exchanged_or_pulled_out_in_between_gives_nothing_else(path, later, code):
    path.write_bytes(FILE)
    bundle = open_bundle(path, seal_key=SERVER_SEAL.private_bytes_raw(), sender_key=lambda _: DESK)
    if later is None:
        path.unlink()
    else:
        path.write_bytes(later)
    with pytest.raises(Trouble) as refused:
        next(bundle.parts())
    assert refused.value.code == code
