"""This machine's settings survive a power cut, and never keep a clerk from her desk."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.settings import SETTINGS_NAME, Settings, load_settings, save_settings


@pytest.fixture(scope="module")
def machine(tmp_path_factory):
    return tmp_path_factory.mktemp("machine")


@given(
    printer=st.text(st.characters(codec="utf-8", exclude_characters="\x7f")),
    copies=st.integers(1, 2),
    print_at_once=st.booleans(),
)
def test_what_was_saved_is_loaded(machine, printer, copies, print_at_once):
    settings = Settings(printer=printer, copies=copies, print_at_once=print_at_once, paper="A4")
    save_settings(machine, settings)

    assert load_settings(machine) == settings
    assert [entry.name for entry in machine.iterdir()] == [SETTINGS_NAME]


@pytest.mark.parametrize(
    "lost", [None, b"", b"\xff\xfe", b"printer = ", b"copies = 'hai'", b"printer = 5", b"lost = 1"]
)
def test_lost_settings_are_the_defaults(tmp_path, lost):
    if lost is not None:
        (tmp_path / SETTINGS_NAME).write_bytes(lost)

    assert load_settings(tmp_path) == Settings()
