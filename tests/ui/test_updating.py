"""At the start the waiting version tries itself out, in a process of its own."""

from __future__ import annotations

import sys

import pytest

from program_versions import RELEASE_KEYS, install, pack_for, put_tester
from reception.services import program_update
from reception.ui.updating import LAUNCHER, Updating

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a script stands for the version")


@pytest.fixture
def here(tmp_path):
    installed = install(tmp_path / "home")
    program_update.take(installed, pack_for(installed, tmp_path, "1.3.0"), RELEASE_KEYS)
    return installed


def test_a_version_that_passes_takes_over_and_is_started(here, qtbot, qapp, tmp_path):
    put_tester(here.folder_of("1.3.0"), 0)
    started = tmp_path / "started"
    launcher = here.home / LAUNCHER
    launcher.write_text(f"#!/bin/sh\ntouch {started}\n", encoding="utf-8")
    launcher.chmod(0o755)
    updating = Updating(here, qapp)

    with qtbot.waitSignal(updating.taken_over, timeout=20_000):
        updating.begin()
    assert (here.home / "current.txt").read_text("ascii").strip() == "1.3.0"
    qtbot.waitUntil(started.exists)


def test_a_version_that_fails_goes_and_the_old_one_says_so(here, qtbot, qapp):
    put_tester(here.folder_of("1.3.0"), 1, "KHÔNG đạt ở bước “in giấy”")
    updating = Updating(here, qapp)

    with qtbot.waitSignal(updating.refused, timeout=20_000) as told:
        updating.begin()
    assert "1.3.0" in told.args[0]
    assert "vẫn dùng phiên bản cũ" in told.args[0]
    assert (here.home / "current.txt").read_text("ascii").strip() == "1.2.0"
    assert "in giấy" in here.refused
    assert not here.folder_of("1.3.0").exists()


def test_a_version_that_cannot_even_start_goes_too(here, qtbot, qapp):
    updating = Updating(here, qapp)

    with qtbot.waitSignal(updating.refused, timeout=20_000):
        updating.begin()
    assert not here.folder_of("1.3.0").exists()


def test_a_version_that_is_killed_in_its_self_test_goes_too(here, qtbot, qapp):
    put_tester(here.folder_of("1.3.0"), 0)
    tester = here.folder_of("1.3.0") / "runtime" / "pythonw.exe"
    tester.write_text("#!/bin/sh\nkill -9 $$\n", encoding="utf-8")
    updating = Updating(here, qapp)

    with qtbot.waitSignal(updating.refused, timeout=20_000):
        updating.begin()
    assert not here.folder_of("1.3.0").exists()
