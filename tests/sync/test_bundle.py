"""A bundle carries parts from its sender to its receiver, on a stick, whole or not at all."""

from __future__ import annotations

import os
import threading
from contextlib import contextmanager
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bundle_by_hand import DESK_KEY, HEAD, PARTS, SEAL_TO, SERVER_SEAL, honest, read_by_hand
from reception.domain.errors import Trouble
from reception.domain.moments import parse_moment
from reception.sync.bundle import open_bundle, write_bundle
from reception.sync.bundle_form import MAX_PART_BYTES
from reception.sync.bundle_head import BundleHead

HEAD_SAID = BundleHead(
    sender_kind="device",
    sender=HEAD["sender"],
    agency="H40.16",
    bundle_id=HEAD["bundle"],
    number=7,
    answers="",
    incarnation=HEAD["incarnation"],
    created_at=parse_moment("2026-03-10T09:00"),
)

names = st.from_regex(r"[a-z]{2,12}(-[0-9a-z]{1,20}){1,5}", fullmatch=True)
contents = st.binary(max_size=3000) | st.builds(
    lambda piece, times: piece * times, st.binary(max_size=9), st.integers(0, 5000)
)


def write(path, parts=PARTS, head=HEAD_SAID, **more) -> None:
    signing_key = DESK_KEY.private_bytes_raw()
    write_bundle(path, head, parts, signing_key=signing_key, seal_to=SEAL_TO, **more)


def opened(path):
    key = DESK_KEY.public_key().public_bytes_raw()
    return open_bundle(path, seal_key=SERVER_SEAL.private_bytes_raw(), sender_key=lambda _: key)


@settings(max_examples=40)
@given(st.dictionaries(names, contents, max_size=6))
def test_what_is_written_is_read_back(tmp_path_factory, parts):
    path = tmp_path_factory.mktemp("usb") / "goi.rcpb"
    write(path, parts.items())
    bundle = opened(path)
    assert bundle.head == HEAD_SAID
    assert list(bundle.parts()) == list(parts.items())
    assert [entry.name for entry in bundle.manifest] == list(parts)
    assert [entry.size for entry in bundle.manifest] == [len(part) for part in parts.values()]


def test_somebody_elses_reader_reads_it(tmp_path):
    write(tmp_path / "goi.rcpb")
    head, parts = read_by_hand((tmp_path / "goi.rcpb").read_bytes())
    assert parts == dict(PARTS)
    assert {**head, "ephemeral": HEAD["ephemeral"]} == HEAD


def test_somebody_elses_bundle_is_read(tmp_path):
    (tmp_path / "goi.rcpb").write_bytes(honest().file())
    bundle = opened(tmp_path / "goi.rcpb")
    assert bundle.head == HEAD_SAID
    assert list(bundle.parts()) == list(PARTS)


def test_fields_that_a_later_program_adds_are_passed_over(tmp_path):
    (tmp_path / "goi.rcpb").write_bytes(honest(greeting={"x": [1, 2]}).file())
    assert list(opened(tmp_path / "goi.rcpb").parts()) == list(PARTS)


def test_parts_can_be_read_again(tmp_path):
    write(tmp_path / "goi.rcpb")
    bundle = opened(tmp_path / "goi.rcpb")
    assert next(bundle.parts()) == PARTS[0]
    assert list(bundle.parts()) == list(bundle.parts()) == list(PARTS)


def test_the_largest_part_goes_through_even_if_nothing_compresses(tmp_path):
    part = ("scan-1", os.urandom(MAX_PART_BYTES))
    write(tmp_path / "goi.rcpb", [part])
    assert list(opened(tmp_path / "goi.rcpb").parts()) == [part]


def test_the_same_bundle_never_looks_the_same_twice(tmp_path):
    for name in ("mot", "hai"):
        write(tmp_path / name)
    assert (tmp_path / "mot").read_bytes() != (tmp_path / "hai").read_bytes()


def test_nothing_of_the_content_can_be_read_without_the_key(tmp_path):
    write(tmp_path / "goi.rcpb", [("events-1", os.urandom(64) + b"Lo Van Hac" * 3)])
    data = (tmp_path / "goi.rcpb").read_bytes()
    assert b"Lo Van" not in data
    assert b"events-1" not in data


@pytest.mark.parametrize(
    "name",
    [
        "../x", "..", "/etc/passwd-1", "C:\\x-1", "a/b-1", "scan-1/..", "", "con", "scan", "Scan-1",
        "scan-A", "scan-1.txt", "scan-1\n", "scan-1\0", "scan-", "-1", "scan--1", "scan-ă",
        "1-scan", "scan-" + "a" * 65, "scan" + "-a" * 9, "scan" + ("-" + "a" * 64) * 2,
    ],
)  # fmt: skip
def test_a_part_with_a_name_that_could_lead_somewhere_is_not_written(tmp_path, name):
    with pytest.raises(ValueError, match="No part"):
        write(tmp_path / "goi.rcpb", [(name, b"x")])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "parts",
    [
        [("scan-1", b"x"), ("scan-1", b"x")],
        [("scan-1", bytes(MAX_PART_BYTES + 1))],
    ],
    ids=["twice", "too large"],
)
def test_neither_a_part_twice_nor_one_too_large_is_written(tmp_path, parts):
    with pytest.raises(ValueError, match="No part"):
        write(tmp_path / "goi.rcpb", parts)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "change",
    [
        {"sender": "a|b"}, {"sender": ""}, {"sender": "x\n"}, {"agency": "../H40"}, {"number": 0},
        {"bundle_id": ""}, {"answers": "yes"}, {"sender_kind": "clerk"}, {"incarnation": "1"},
    ],
)  # fmt: skip
def test_a_head_that_nobody_would_read_is_not_written(tmp_path, change):
    with pytest.raises(ValueError, match=r"Invalid|Expected"):
        write(tmp_path / "goi.rcpb", head=replace(HEAD_SAID, **change))
    assert list(tmp_path.iterdir()) == []


def test_more_than_one_file_may_hold_is_refused_and_leaves_nothing(tmp_path):
    parts = [(f"scan-{number}", os.urandom(1000)) for number in range(10)]
    with pytest.raises(Trouble, match="chia ra") as refused:
        write(tmp_path / "goi.rcpb", parts, limit=9000)
    assert refused.value.code == "bundle-too-large"
    assert list(tmp_path.iterdir()) == []


def test_the_limit_counts_the_whole_file(tmp_path):
    part = ("scan-1", os.urandom(1000))
    write(tmp_path / "goi.rcpb", [part])
    size = (tmp_path / "goi.rcpb").stat().st_size
    write(tmp_path / "vua.rcpb", [part], limit=size)
    with pytest.raises(Trouble):
        write(tmp_path / "chat.rcpb", [part], limit=size - 1)


def test_what_would_unpack_to_too_much_is_not_written(tmp_path):
    parts = [(f"scan-{number}", bytes(50_000)) for number in range(3)]
    write(tmp_path / "goi.rcpb", parts, limit=150_000)
    (tmp_path / "goi.rcpb").unlink()
    with pytest.raises(Trouble) as refused:
        write(tmp_path / "goi.rcpb", parts, limit=149_999)
    assert refused.value.code == "bundle-too-large"
    assert list(tmp_path.iterdir()) == []


@contextmanager
def room_for(size: int):
    """A disk that takes no more than this of one file."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.skipif(os.name != "posix", reason="Windows limits no file's size")
@pytest.mark.parametrize("size", [0, 5, 200, 20_000, 65_536])
def test_a_full_disk_leaves_nothing_behind_and_the_earlier_file_as_it_was(tmp_path, size):
    path = tmp_path / "goi.rcpb"
    write(path)
    before = path.read_bytes()
    with room_for(size), pytest.raises(Trouble, match="ổ đĩa đầy") as refused:
        write(path, [("scan-1", os.urandom(100_000))])
    assert refused.value.code == "bundle-unwritable"
    assert [file.name for file in tmp_path.iterdir()] == ["goi.rcpb"]
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["no-such-folder/goi.rcpb", "folder", "file/goi.rcpb", ""])
def test_a_place_that_cannot_be_written_is_told(tmp_path, name):
    (tmp_path / "folder" / "in-it").mkdir(parents=True)
    (tmp_path / "file").touch()
    with pytest.raises(Trouble) as refused:
        write(tmp_path / name)
    assert refused.value.code == "bundle-unwritable"
    assert {path.name for path in tmp_path.iterdir()} == {"folder", "file"}


def test_trouble_with_a_part_is_passed_on_and_leaves_nothing(tmp_path):
    def parts():
        yield PARTS[0]
        raise Trouble("scan-lost", "Mất bản quét.")

    with pytest.raises(Trouble, match="Mất bản quét"):
        write(tmp_path / "goi.rcpb", parts())
    assert list(tmp_path.iterdir()) == []


def test_until_it_is_whole_there_is_no_bundle(tmp_path):
    path = tmp_path / "goi.rcpb"

    def parts():
        yield PARTS[0]
        assert not path.exists()
        [unfinished] = tmp_path.iterdir()
        assert unfinished.suffix == ".dang-ghi"
        with pytest.raises(Trouble) as refused:
            opened(unfinished)
        assert refused.value.code == "bundle-truncated"
        yield PARTS[1]

    write(path, parts())
    assert list(opened(path).parts()) == list(PARTS)


def test_two_that_write_the_same_file_do_not_mix(tmp_path):
    path = tmp_path / "goi.rcpb"
    both_in_the_middle = threading.Barrier(2)

    def slow(letter: bytes):
        yield "events-1", letter * 100_000
        both_in_the_middle.wait(30)
        yield "events-2", letter * 100_000

    writers = [threading.Thread(target=write, args=(path, slow(letter))) for letter in (b"a", b"b")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    letters = {content[:1] for _, content in opened(path).parts()}
    assert letters in ({b"a"}, {b"b"})
    assert list(tmp_path.iterdir()) == [path]
