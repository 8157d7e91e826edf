"""The project's own frame: versions, locks, commands, the size and cleanliness of its files."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import unicodedata
from pathlib import Path

import pytest

import reception

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-audit.lock")
GUIDES = ("README.md", "CONTRIBUTING.md")

TEXT_FOLDERS = ("src", "tests", "benchmarks", "docs", "installer", "resources")
TEXT_SUFFIXES = {".csv", ".feature", ".json", ".md", ".py", ".pyi", ".qss", ".svg", ".toml", ".ts"}
# Format, control, private and separator characters: what a reader of a change would not see.
UNSEEN = {"Cc", "Cf", "Co", "Zl", "Zp"}

QT_WEAR = """
import sys
from PySide6.QtCore import QObject
thing = QObject()
before = sys.getrefcount(None)
for _ in range(20_000):
    thing.setObjectName("a")
print(before - sys.getrefcount(None))
"""


def written_files() -> list[Path]:
    inside = (path for folder in TEXT_FOLDERS for path in (ROOT / folder).rglob("*"))
    return [path for path in [*ROOT.iterdir(), *inside] if path.suffix in TEXT_SUFFIXES]


def encoding(path: Path) -> str:
    """A table may begin with the mark by which spreadsheet programs know UTF-8; code may not."""
    return "utf-8-sig" if path.suffix == ".csv" else "utf-8"


def pinned(lock: str) -> dict[str, str]:
    """Each requirement of a lock file with the lines that belong to it."""
    entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text(encoding="utf-8").strip())
    return {entry.split("==")[0]: entry for entry in entries}


def test_the_program_tells_the_version_that_is_packaged():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert reception.__version__ == project["version"]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_requirement_has_one_version_and_its_hashes(lock):
    entries = pinned(lock)

    assert len(entries) > 10
    loose = [
        name
        for name, entry in entries.items()
        if not re.match(r"[a-z0-9-]+==\S+[^\n]* \\\n +--hash=sha256:[0-9a-f]{64}", entry)
    ]
    assert loose == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_place_to_fetch_from(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")

    assert re.findall(r"\S*(?:://|index-url|find-links)\S*", text) == []


def test_development_runs_on_the_versions_that_are_shipped():
    shipped, development = pinned("requirements.lock"), pinned("requirements-dev.lock")

    assert {name: development.get(name) for name in shipped} == shipped


@pytest.mark.parametrize("guide", GUIDES)
def test_every_command_that_a_guide_gives_exists(guide):
    given = set(
        re.findall(r"(?:python3|py) dev\.py (\w+)", (ROOT / guide).read_text(encoding="utf-8"))
    )
    known = subprocess.run(
        [sys.executable, "dev.py", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout

    assert {"demo", "test"} <= given
    assert given <= set(re.findall(r"dev\.py (\w+)", known))


def test_no_file_holds_characters_that_a_reader_cannot_see():
    found = [
        f"{path.relative_to(ROOT)}:{number} U+{ord(char):04X}"
        for path in written_files()
        for number, line in enumerate(path.read_text(encoding=encoding(path)).split("\n"), start=1)
        for char in line
        if char != "\t" and unicodedata.category(char) in UNSEEN
    ]

    assert found == []


def test_every_source_file_can_be_read_in_one_sitting():
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in (ROOT / "src").rglob("*.py")
    }

    assert {name: lines for name, lines in lengths.items() if lines > 400} == {}


@pytest.mark.parametrize("room", ["domain", "storage", "printing", "services"])
def test_the_architecture_names_every_module(room):
    told = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    modules = {path.stem for path in (ROOT / "src" / "reception" / room).glob("[!_]*.py")}

    assert {module for module in modules if f"`{module}`" not in told} == set()


def test_qt_does_not_wear_out_none():
    """PySide6 6.12.0 on Python 3.11 loses a reference to None at every call that returns nothing.

    Its own process, because the fault ends in a crash of the interpreter.
    """
    worn = subprocess.run(
        [sys.executable, "-c", QT_WEAR], capture_output=True, text=True, check=False
    )

    assert worn.returncode == 0, worn.stderr
    assert abs(int(worn.stdout)) < 100
