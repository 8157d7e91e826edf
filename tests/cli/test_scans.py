"""Scans from the command line: attached, taken out again unaltered, and refused."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from at_the_counter import BIRTH
from reception.paths import DATABASE_NAME
from refusing import assert_refused
from register_contents import contents


@pytest.fixture
def code(run, folder, written) -> str:
    source = written({"procedure": BIRTH, "owner": {"name": "Đỗ Thị Ưởng"}})
    return run("register", "--from", source, "--data", folder, "--json").json[0]["code"]


def picture(path: Path, ink: str = "white") -> Path:
    target = BytesIO()
    Image.new("RGB", (300, 400), ink).save(target, "PNG")
    path.write_bytes(target.getvalue())
    return path


def test_a_scan_comes_out_as_it_went_in(run, folder, tmp_path, code):
    paper, result = picture(tmp_path / "to-khai.png"), picture(tmp_path / "ket-qua.png", "grey")
    out = tmp_path / "ra.png"

    attached = run("attach", code, paper, "--data", folder, "--clerk", "quantri", "--json").json
    listed = run("attach", code, result, "--result", "--data", folder)
    taken = run("scan", code, 2, "--out", out, "--data", folder, "--json").json

    assert (attached["code"], attached["act"]) == (code, "attach")
    assert [line.split()[1] for line in listed.out.splitlines()] == ["to-khai.png", "ket-qua.png"]
    assert out.read_bytes() == result.read_bytes()
    assert taken.keys() == {"code", "file", "sha256"}
    shown = run("show", code, "--data", folder, "--json").json["scans"]
    assert [(scan["name"], scan["about"]) for scan in shown] == [
        ("to-khai.png", "paper"),
        ("ket-qua.png", "result"),
    ]
    assert shown[1]["sha256"] == taken["sha256"]


def test_for_people_a_scan_is_named(run, folder, tmp_path, code):
    run("attach", code, picture(tmp_path / "to-khai.png"), "--data", folder)

    ran = run("scan", code, 1, "--out", tmp_path / "ra.png", "--data", folder)

    assert (ran.status, ran.err) == (0, "")
    assert "to-khai.png (PNG)" in ran.out


@pytest.mark.parametrize("content", [b"", b"MZ\x90\x00", b"%PDF-1.7 broken", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_scan_is_refused(run, folder, tmp_path, code, content):
    wrong = tmp_path / "la.pdf"
    wrong.write_bytes(content)
    before = contents(folder / DATABASE_NAME)

    assert_refused(run("attach", code, wrong, "--data", folder), "la.pdf", status=1)

    assert contents(folder / DATABASE_NAME) == before


def test_a_scan_is_attached_once(run, folder, tmp_path, code):
    paper = picture(tmp_path / "to-khai.png")
    run("attach", code, paper, "--data", folder)
    before = contents(folder / DATABASE_NAME)

    assert_refused(run("attach", code, paper, "--data", folder), "đã có", status=1)

    assert contents(folder / DATABASE_NAME) == before


def test_what_is_not_there_is_refused(run, folder, tmp_path, code):
    paper, out = picture(tmp_path / "to-khai.png"), tmp_path / "ra.png"
    before = contents(folder / DATABASE_NAME)

    for arguments, said, status in (
        (("attach", code, tmp_path / "khong.png"), "khong.png", 1),
        (("attach", code, tmp_path), tmp_path.name, 1),
        (("attach", "H40.16-260302-9999", paper), "H40.16-260302-9999", 1),
        (("attach", code, paper, "--clerk", "ai"), "“ai”", 1),
        (("attach", code), "FILES", 2),
        (("scan", code, 1, "--out", out), "0 bản quét", 1),
        (("scan", code, 0, "--out", out), "hãy", 2),
        (("scan", code, "x", "--out", out), "hãy", 2),
        (("scan", code, 1), "--out", 2),
    ):
        assert_refused(run(*arguments, "--data", folder), said, status=status)

    assert contents(folder / DATABASE_NAME) == before
    assert not out.exists()


def test_a_scan_that_cannot_be_saved_says_so(run, folder, tmp_path, code):
    run("attach", code, picture(tmp_path / "to-khai.png"), "--data", folder)

    assert_refused(run("scan", code, 1, "--out", tmp_path, "--data", folder), "hãy", status=1)
