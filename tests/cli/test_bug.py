"""A fault of the program at the command line: one line that can be sent, naming nobody."""

from __future__ import annotations

import pytest

from reception.cli.frame import commands

CITIZEN = "Vừ Mí Chứ 012190009876"


@pytest.fixture
def broken():
    """A command with a fault in it."""

    @commands.command(name="broken")
    def command() -> None:
        typed = {"name": CITIZEN}
        raise LookupError(typed["name"])

    yield
    commands.commands.pop("broken")


def test_a_fault_is_one_line_with_its_place_and_without_what_it_quotes(broken, run):
    ran = run("broken")

    assert (ran.status, ran.out) == (1, "")
    [line] = ran.err.splitlines()
    assert "LookupError at test_bug.py:" in line
    assert "gửi dòng này" in line
    assert not any(part in ran.err for part in CITIZEN.split())
