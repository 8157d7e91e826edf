"""Sheets for the desk's devices, and the file for whoever helps, on the command line."""

from __future__ import annotations

import json
import zipfile

import pytest


@pytest.mark.parametrize("name", ["keyboard", "scanner"])
def test_a_sheet_is_written_without_a_register(run, tmp_path, name):
    told = run("sheet", name, "--out", tmp_path / "to.pdf", "--json").json

    assert (tmp_path / "to.pdf").stat().st_size == told["bytes"]
    assert told["sheet"] == name


def test_a_sheet_that_there_is_not_is_wrong_usage(run, tmp_path):
    ran = run("sheet", "mouse", "--out", tmp_path / "to.pdf")

    assert ran.status == 2
    assert ran.err.count("\n") == 1


def test_the_support_file_is_written_for_a_register(run, folder, tmp_path):
    told = run("support", "--data", folder, "--out", tmp_path / "x.zip", "--json").json

    with zipfile.ZipFile(tmp_path / "x.zip") as file:
        assert file.namelist() == told["parts"]
        assert json.loads(file.read("so-ho-so.json"))["read"]


def test_the_support_file_is_written_where_the_register_cannot_be_opened(run, tmp_path):
    broken = tmp_path / "hong"
    broken.mkdir()
    (broken / "reception.db").write_bytes(b"not a database at all" * 500)

    ran = run("support", "--data", broken, "--out", tmp_path / "x.zip")

    assert ran.status == 0, ran.err
    with zipfile.ZipFile(tmp_path / "x.zip") as file:
        assert json.loads(file.read("may.json"))["opening"]
        assert not json.loads(file.read("so-ho-so.json"))["read"]
