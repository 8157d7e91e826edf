"""The lock from the command line: every command takes the passphrase, none tells it."""

from __future__ import annotations

import re

import pytest

from pdf_reading import text_of
from reception.domain.lock_secrets import read
from reception.services.locking import PASSPHRASE_VARIABLE

KEY = re.compile(r"([0-9A-Z]{4}-){6}[0-9A-Z]{4}")


@pytest.fixture
def passphrase(tmp_path):
    file = tmp_path / "mat-khau.txt"
    file.write_text("mùa lúa chín vàng\r\n", encoding="utf-8-sig")
    return file


@pytest.fixture
def where(tmp_path):
    return tmp_path / "so"


def init(run, where, *more):
    return run(
        "init", "--commune", "Xã Mường Lay", "--agency-code", "H40.16", "--data", where, *more
    )


def test_a_register_made_with_a_passphrase_is_locked_for_every_command(
    run, where, passphrase, monkeypatch
):
    made = init(run, where, "--passphrase-file", passphrase)
    assert made.status == 0, made.err
    assert read(KEY.search(made.out)[0])
    assert run("verify", "--data", where).err.startswith("Sổ hồ sơ này được khoá")
    assert run("verify", "--data", where, "--passphrase-file", passphrase).status == 0
    monkeypatch.setenv(PASSPHRASE_VARIABLE, str(passphrase))
    told = run("key", "show", "--data", where, "--json").json
    assert told == {"encrypted": True, "passphrase": True, "this_pc": False, "open_copies": []}


def test_an_open_register_is_told_in_one_line_and_locked_later(run, where, passphrase, tmp_path):
    assert "CHƯA được khoá" in init(run, where).out
    assert "CHƯA được khoá" in run("verify", "--data", where).out
    sheet = tmp_path / "khoa.pdf"
    locked = run(
        "key", "encrypt", "--new-passphrase-file", passphrase, "--sheet", sheet, "--data", where
    )
    assert locked.status == 0, locked.err
    key = KEY.search(locked.out)[0]
    assert key in text_of(sheet.read_bytes())
    by_key = tmp_path / "khoa.txt"
    by_key.write_text(key.lower(), encoding="utf-8")
    verified = run("verify", "--data", where, "--passphrase-file", by_key)
    assert verified.status == 0
    assert "CHƯA" not in verified.out


def test_passphrase_and_printed_key_are_changed(run, where, passphrase, tmp_path):
    init(run, where, "--passphrase-file", passphrase)
    new = tmp_path / "moi.txt"
    new.write_text("nắng lên trên bản", encoding="utf-8")
    opened = ("--data", where, "--passphrase-file", passphrase)
    assert run("key", "passphrase", "--new-passphrase-file", new, *opened).status == 0
    assert "không đúng với sổ này" in run("verify", *opened).err
    renewed = run("key", "recovery", "--data", where, "--passphrase-file", new)
    assert KEY.search(renewed.out)


@pytest.mark.parametrize("content", ["", "\n", "ngắn"])
def test_a_passphrase_file_without_a_fit_passphrase_makes_no_register(
    run, where, tmp_path, content
):
    file = tmp_path / "p.txt"
    file.write_text(content, encoding="utf-8")
    refused = init(run, where, "--passphrase-file", file)
    assert refused.status == 1
    assert refused.err.count("\n") == 1
    assert not (where / "reception.db").exists()
