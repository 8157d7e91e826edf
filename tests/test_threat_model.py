"""The threat model names modules and tests that are there, and each control can be switched off."""

from __future__ import annotations

import ast
import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROW = re.compile(r"^\| .+ \| .+ \| `(?P<module>\S+)` \| `(?P<test>\S+)` \|$", re.MULTILINE)


def rows() -> list[tuple[str, str]]:
    page = (ROOT / "docs" / "threat-model.md").read_text("utf-8")
    return [(row["module"], row["test"]) for row in ROW.finditer(page)]


def controls():
    return runpy.run_path(str(ROOT / "benchmarks" / "controls.py"))["CONTROLS"]


def test_every_row_of_the_page_is_read():
    page = (ROOT / "docs" / "threat-model.md").read_text("utf-8")

    assert len(rows()) == page.count("::test_") >= 40


@pytest.mark.parametrize(("module", "test"), rows())
def test_the_module_and_the_test_of_a_control_are_there(module, test):
    file, name = test.split("::")
    written = ast.parse((ROOT / file).read_text("utf-8"))

    assert (ROOT / "src" / "reception" / module).is_file()
    assert name in {each.name for each in written.body if isinstance(each, ast.FunctionDef)}


def test_each_control_can_be_switched_off_and_no_other():
    assert sorted((one.module, one.test) for one in controls()) == sorted(rows())


def test_each_control_is_on_the_line_where_it_is_switched_off():
    elsewhere = [
        one.test
        for one in controls()
        if (ROOT / "src" / "reception" / one.module).read_text("utf-8").count(one.line) != 1
        or one.line == one.without
    ]

    assert elsewhere == []
