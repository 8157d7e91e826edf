"""A report of a fault: enough to find it by, and nothing of any person."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from at_the_counter import clock_at
from reception.domain.dossier import Dossier
from reception.services import crash_report, intake
from reception.services.crash_report import Trail, causes, step_name

CITIZEN = "Đỗ Thị Ưởng 012190001234"
AT = clock_at()()


def caught() -> BaseException:
    """A fault whose message and frames quote a citizen, raised while another was handled."""
    typed = {"name": CITIZEN}
    try:
        try:
            int(typed["name"])
        except ValueError as fault:
            raise KeyError(CITIZEN) from fault
    except KeyError as fault:
        return fault
    raise AssertionError


def test_kind_place_versions_and_steps_are_told():
    text = crash_report.report(caught(), AT, ["services.intake.register"], {"Qt": "6.11"})

    assert re.search(r"^KeyError at test_crash_report\.py:\d+ caught$", text, re.MULTILINE)
    assert re.search(r"^ValueError at test_crash_report\.py:\d+ caught$", text, re.MULTILINE)
    for told in ("reception: ", "Python: ", "Qt: 6.11", "- services.intake.register", "ngày 10"):
        assert told in text


def test_nothing_that_an_exception_says_is_told():
    text = crash_report.report(caught(), AT, [], {})

    assert not any(part in text for part in CITIZEN.split())


def test_places_are_told_without_the_folders_of_this_pc():
    try:
        Dossier("x")  # type: ignore[call-arg]
    except TypeError as fault:
        told = causes(fault)
    try:
        intake.register(None, None, by="")  # type: ignore[arg-type]
    except AttributeError as fault:
        told += causes(fault)

    assert "services/intake.py:" in told[-1]
    assert not any(str(Path.home()) in each or str(Path.cwd()) in each for each in told)


def test_a_step_is_named_without_what_it_is_done_with():
    steps = Trail()
    for act in (partial(partial(intake.register, CITIZEN), by=CITIZEN), lambda: CITIZEN):
        steps.note(step_name(act))

    assert next(iter(steps)) == "services.intake.register"
    assert "<lambda>" in list(steps)[1]
    assert CITIZEN not in " ".join(steps)


def test_only_the_last_steps_are_remembered():
    steps = Trail()
    for n in range(1000):
        steps.note(str(n))

    assert list(steps) == [str(n) for n in range(960, 1000)]


def test_a_loop_of_causes_ends():
    one, other = ValueError(), KeyError()
    one.__cause__, other.__cause__ = other, one

    assert len(causes(one)) == 10


def test_reports_are_kept_and_old_ones_go(tmp_path):
    clock = clock_at()
    for n in range(25):
        clock.set_to(f"2026-03-10T09:{n:02d}")
        assert crash_report.keep(tmp_path, f"{n}", clock())

    kept = crash_report.kept(tmp_path)
    assert [file.read_text("utf-8") for file in kept] == [str(n) for n in range(5, 25)]


def test_a_disk_that_cannot_be_written_is_no_second_fault(tmp_path):
    assert crash_report.keep(tmp_path / "no" / "such", "x", AT) is None
