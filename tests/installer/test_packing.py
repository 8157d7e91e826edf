"""How the files that offices install are put together; living with them is try_under_wine.py's."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring

from packing import licences, msi, payload, runtime, server, trimming
from packing.variant import following

ROOT = Path(__file__).resolve().parents[2]
WINDOWS = ROOT / "installer" / "windows"
WIX = "{http://schemas.microsoft.com/wix/2006/wi}"

SIGNED = """
Current message digest    : 7A5F
Calculated message digest : 7A5F
    Subject: /C=US/O=Python Software Foundation/CN=Python Software Foundation
"""


def pinned(lock: Path) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)==([^\s;]+)", lock.read_text("utf-8"), re.MULTILINE))


@pytest.fixture
def version(tmp_path):
    """A built version, as small as one can be."""
    folder = tmp_path / "version"
    for name in ("runtime/pythonw.exe", "app/reception/a & b.py", "lib/x.pyd", "lib/y.pyd"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="ascii")
    payload.seal(folder, "1.2.3")
    return folder


# --- what it is made of ---------------------------------------------------------------------------


def test_windows_gets_the_versions_that_are_tested():
    shipped = pinned(WINDOWS / "requirements-win.lock")
    tested = pinned(ROOT / "requirements.lock")

    assert len(shipped) > 30
    assert {name: tested.get(name) for name in shipped} == shipped


def test_windows_gets_all_that_the_program_asks_for_but_postgresql():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = {re.split(r"[\[<>=]", one)[0].lower() for one in project["dependencies"]}
    given = (WINDOWS / "requirements-win.in").read_text("utf-8").lower().split("\n")

    assert {line for line in given if line and not line.startswith("#")} == asked - {"psycopg"}


@pytest.mark.parametrize("lock", ["requirements-win.lock", "runtime.lock"])
def test_each_download_is_known_by_its_hash_and_from_nowhere_in_particular(lock):
    text = (WINDOWS / lock).read_text("utf-8")
    entries = re.split(r"\n(?=[a-z])", text.strip())

    assert all("--hash=sha256:" in entry for entry in entries if not entry.startswith("#"))
    assert re.findall(r"\S*(?:://|index-url|find-links)\S*", text) == []


@pytest.mark.parametrize(
    ("told", "signed"),
    [
        (SIGNED, True),
        (SIGNED.replace("digest : 7A5F", "digest : 0000"), False),
        (SIGNED.replace("Python Software Foundation", "Somebody"), False),
        ("No signature found", False),
    ],
)
def test_an_interpreter_must_be_as_its_makers_signed_it(told, signed):
    assert runtime.is_signed(told) is signed


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Qt6Widgets.dll", True),
        ("QtWidgets.pyd", True),
        ("pyside6.abi3.dll", True),
        ("Qt6Quick.dll", False),
        ("opengl32sw.dll", False),
        ("designer.exe", False),
        ("QtWidgets.pyi", False),
    ],
)
def test_of_qt_only_what_the_window_loads_is_shipped(name, wanted):
    assert trimming.is_wanted_of_qt(name) is wanted


def test_a_package_that_states_no_licence_is_not_shipped():
    stated = licences.told_by("Name: thing\nVersion: 1.0\nLicense-Expression: MIT\n\n")

    assert stated == "thing 1.0: MIT"
    with pytest.raises(SystemExit):
        licences.told_by("Name: thing\nVersion: 1.0\n\n")


def test_the_manifest_names_every_other_file_and_is_the_same_each_time(version):
    manifest = version / payload.MANIFEST
    first = manifest.read_bytes()
    payload.seal(version, "1.2.3")

    written = json.loads(first)
    assert manifest.read_bytes() == first
    assert written["version"] == "1.2.3"
    assert set(written["files"]) == {
        "runtime/pythonw.exe", "app/reception/a & b.py", "lib/x.pyd", "lib/y.pyd"
    }  # fmt: skip


def test_our_own_code_goes_in_with_its_resources_and_calls_itself_what_it_is_told(tmp_path):
    payload.put_app(tmp_path, "7.8.9", ["key"])
    package = tmp_path / "app" / "reception"

    assert '__version__ = "7.8.9"' in (package / "__init__.py").read_text("utf-8")
    assert (package / "_resources" / "fonts" / "Tinos-Regular.ttf").is_file()
    assert (tmp_path / payload.KEYS).read_text("ascii") == "key\n"


# --- the setup files ------------------------------------------------------------------------------


def test_the_msi_has_every_file_once_under_names_of_its_own(version):
    document = msi.files_document(version, "1.2.3")
    tree = fromstring(document)
    files = tree.findall(f".//{WIX}File")

    assert document.isascii()
    assert sorted(file.get("Source") for file in files) == sorted(
        f"version/{path.relative_to(version).as_posix()}"
        for path in version.rglob("*")
        if path.is_file()
    )
    assert len({file.get("Id") for file in files}) == len(files)
    for component in tree.findall(f".//{WIX}Component"):
        assert [one.get("KeyPath") for one in component.findall(f"{WIX}File")].count("yes") == 1


def test_two_versions_share_no_component_of_the_msi(version):
    def identities(of: str) -> set[str | None]:
        tree = fromstring(msi.files_document(version, of))
        return {component.get("Guid") for component in tree.findall(f".//{WIX}Component")}

    assert identities("1.2.3").isdisjoint(identities("1.3.0"))
    assert identities("1.2.3") == identities("1.2.3")


def test_every_text_that_the_setup_file_says_is_written_and_none_for_nothing():
    script = (WINDOWS / "reception.nsi").read_text("utf-8")
    texts = (WINDOWS / "texts.nsh").read_text("utf-8")
    written = set(re.findall(r"!define (TEXT_\w+)", texts))

    assert set(re.findall(r"\$\{(TEXT_\w+)\}", script)) == written


def test_a_server_gets_no_window_and_no_build_tools():
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    kept = server.server_lock(lock)

    assert "pyside6" not in kept
    assert "hatchling" not in kept
    assert {"fastapi==", "psycopg==", "sqlcipher3=="} <= set(
        re.findall(r"^[\w-]+==", kept, re.MULTILINE)
    )
    assert kept.count("--hash=sha256:") > 100


def test_the_next_version_is_one_minor_step_on():
    assert following("0.9.3", 1) == "0.10.0"
