"""The desktop's call: help, wrong usage, unusable folders, a quick first painting."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from reception import app as desktop
from reception.domain.errors import RuleViolation
from reception.storage.database import open_database

LAZY = (
    "sqlalchemy", "alembic", "reportlab", "openpyxl", "jsonschema", "cryptography", "argon2",
    "pypdfium2", "asyncio", "sqlcipher3", "msgspec", "platformdirs", "reception.services",
    "reception.storage", "reception.printing", "reception.ui.intake", "reception.ui.dossiers",
)  # fmt: skip


OPEN = "import sys; from reception import app; sys.exit(app.main(sys.argv[1:]))"


def call(*arguments, code=OPEN, **environment):
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"} | environment,
    )


def test_help_is_in_vietnamese_and_opens_nothing(tmp_path):
    done = call("--data", tmp_path / "moi", "--help")
    assert done.returncode == 0
    assert "Mở cửa sổ làm việc" in done.stdout
    assert not (tmp_path / "moi").exists()


def test_a_slip_in_the_call_is_one_sentence():
    done = call("--dta", "x")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "“--dta”" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="Qt ends the process only there")
def test_without_a_screen_it_is_one_sentence(tmp_path):
    bare = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    for arguments in (("--data", tmp_path), ("demo",)):
        done = call(*arguments, **bare)
        assert done.returncode == 1
        assert done.stderr.count("\n") == 1
        assert "không có màn hình" in done.stderr
    assert list(tmp_path.iterdir()) == []


def screen_of(tmp_path, width, height):
    """A screen of a size, as Qt's offscreen platform reads it."""
    screen = {"name": "s", "x": 0, "y": 0, "width": width, "height": height, "dpr": 1}
    file = tmp_path / "screen.json"
    file.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    return f"offscreen:configfile={file}"


@pytest.mark.parametrize(
    ("screen", "maximised"),
    [((1920, 1080), False), ((1280, 720), True), ((1366, 740), True), ((1024, 560), True)],
)
def test_the_first_window_is_no_larger_than_its_screen(tmp_path, screen, maximised):
    code = (
        "import sys; from pathlib import Path; from reception.app import _application, MainWindow;"
        "app = _application(); window = MainWindow(app, Path(sys.argv[1])); window.show();"
        "app.processEvents(); frame = window.frameGeometry();"
        "print(frame.width(), frame.height(), window.isMaximized())"
    )
    done = call(tmp_path, code=code, QT_QPA_PLATFORM=screen_of(tmp_path, *screen))
    assert done.returncode == 0, done.stderr
    width, height, is_maximised = done.stdout.split()
    assert int(width) <= screen[0]
    assert int(height) <= screen[1]
    assert is_maximised == str(maximised)


def test_options_are_read_in_any_order(tmp_path):
    one = desktop.read_options(["demo", "--data", str(tmp_path)])
    other = desktop.read_options([f"--data={tmp_path}", "demo"])
    assert one == other
    assert one.folder == tmp_path
    with pytest.raises(RuleViolation):
        desktop.read_options(["--data"])


def test_the_first_painting_waits_for_nothing_heavy(folder):
    code = (
        "import sys; from reception import app; status = app.main(sys.argv[1:]);"
        "print(' '.join(sys.modules)); sys.exit(status)"
    )
    done = call("--data", folder, "--exit-after-paint", code=code)
    assert done.returncode == 0, done.stderr
    loaded = done.stdout.split()
    assert [name for name in LAZY if name in loaded] == []


def test_it_goes_straight_to_the_figures_when_measured(folder):
    done = call("--data", folder, "--exit-when-ready")
    assert done.returncode == 0, done.stderr


def test_it_leaves_when_measured_on_an_empty_folder_too(tmp_path):
    done = call("--data", tmp_path / "moi", "--exit-when-ready")
    assert done.returncode == 0, done.stderr


def test_the_demo_leaves_nothing_behind(tmp_path):
    places = {name: str(tmp_path) for name in ("HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "TMPDIR")}
    done = call("demo", "--exit-when-ready", **places)
    assert done.returncode == 0, done.stderr
    left = [path.name for path in tmp_path.iterdir() if "reception" in path.name.lower()]
    assert left == []


@pytest.fixture
def start_demo(tmp_path):
    """Starts demos whose folders are made in ``tmp_path``; none outlives the test."""
    started = []

    def start():
        places = {"QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(tmp_path)}
        started.append(
            subprocess.Popen([sys.executable, "-c", OPEN, "demo"], env=os.environ | places)
        )
        return started[-1]

    yield start
    for demo in started:
        demo.kill()
        demo.wait()


def test_a_shut_down_demo_cleans_up_and_a_killed_one_is_swept_by_the_next(
    tmp_path, start_demo, qtbot
):
    def made():
        return {path.parent for path in tmp_path.glob("reception-demo-*/reception.db")}

    killed = start_demo()
    qtbot.waitUntil(lambda: bool(made()), timeout=30_000)
    killed.kill()
    killed.wait()
    left = made()
    shut_down = start_demo()
    qtbot.waitUntil(lambda: bool(made() - left), timeout=30_000)
    shut_down.terminate()
    assert shut_down.wait(30) == 0
    assert not list(tmp_path.glob("reception-demo-*"))


def a_file_in_place_of_the_folder(folder):
    place = folder / "tep"
    place.write_text("x")
    return place


def a_newer_schema(folder):
    database = open_database(folder / "reception.db")
    with database.writing():
        database.run("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    return folder


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (a_file_in_place_of_the_folder, "Không dùng được thư mục dữ liệu"),
        (a_newer_schema, "phiên bản mới hơn"),
    ],
)
def test_what_cannot_be_opened_is_said_in_one_sentence(folder, spoil, words):
    done = call("--data", spoil(folder))
    assert done.returncode == 1
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.strip().count("\n") == 0


def test_the_log_tells_where_a_bug_was_and_no_citizens_name(tmp_path, caplog):
    with pytest.raises(ValueError, match="base 10") as caught:
        int("Đỗ Thị Ưởng 012190001234")
    with caplog.at_level("ERROR", "reception"):
        desktop.log_bug(caught.value)
    assert "ValueError at test_app.py" in caplog.text
    assert "Ưởng" not in caplog.text
