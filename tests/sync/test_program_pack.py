"""An update pack is the builder's own word, or nothing of it is believed."""

from __future__ import annotations

import json
import zipfile

import pytest

from program_versions import OTHER_KEY, RELEASE_KEY, RELEASE_KEYS, install, make_version, pack_for
from reception.domain.errors import RuleViolation, Trouble
from reception.sync import program_files, signatures
from reception.sync.program_pack import opened_pack


@pytest.fixture
def here(tmp_path):
    return install(tmp_path / "home")


def code_of(failing) -> str:
    with pytest.raises((RuleViolation, Trouble)) as failure:
        failing()
    return failure.value.code


def read_all(path):
    with opened_pack(path, RELEASE_KEYS) as pack:
        return {name: pack.content(name) for name in pack.manifest.files}


def altered(path, name, data):
    """The pack with another content under a name."""
    with zipfile.ZipFile(path) as archive:
        entries = {entry: archive.read(entry) for entry in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for entry, content in (entries | {name: data}).items():
            archive.writestr(entry, content)
    return path


def test_it_holds_what_changed_and_nothing_else(here, tmp_path):
    path = pack_for(here, tmp_path, "1.3.0")

    with zipfile.ZipFile(path) as archive:
        assert set(archive.namelist()) == {"program.json", "signature", "files/app/own.py"}
    with opened_pack(path, RELEASE_KEYS) as pack:
        assert pack.manifest.version == "1.3.0"
        assert pack.content("app/own.py") == b"1.3.0"


def test_what_it_leaves_out_cannot_be_had_from_it(here, tmp_path):
    assert code_of(lambda: read_all(pack_for(here, tmp_path, "1.3.0"))) == "pack-lacks-file"


@pytest.mark.parametrize("keys", [[], [b"x" * 32], [b"short"]])
def test_a_key_that_is_not_trusted_opens_nothing(here, tmp_path, keys):
    path = pack_for(here, tmp_path, "1.3.0")

    def open_it():
        with opened_pack(path, keys):
            pass

    assert code_of(open_it) == "pack-forged"


def test_somebody_elses_signature_is_refused(here, tmp_path):
    path = pack_for(here, tmp_path, "1.3.0", key=OTHER_KEY)

    assert code_of(lambda: read_all(path)) == "pack-forged"


def test_one_other_letter_in_the_manifest_breaks_the_signature(here, tmp_path):
    path = pack_for(here, tmp_path, "1.3.0")
    with zipfile.ZipFile(path) as archive:
        manifest = archive.read("program.json")
    altered(path, "program.json", manifest.replace(b"1.3.0", b"1.4.0"))

    assert code_of(lambda: read_all(path)) == "pack-forged"


def test_another_content_than_the_signed_one_is_refused(here, tmp_path):
    path = altered(pack_for(here, tmp_path, "1.3.0"), "files/app/own.py", b"something else")

    def read_it():
        with opened_pack(path, RELEASE_KEYS) as pack:
            pack.content("app/own.py")

    assert code_of(read_it) == "pack-damaged"


@pytest.mark.parametrize("content", [b"", b"PK", b"a register, perhaps" * 100])
def test_any_other_file_is_told_to_be_none(tmp_path, content):
    path = tmp_path / "x.rcu"
    path.write_bytes(content)

    assert code_of(lambda: read_all(path)) == "not-a-pack"


def test_a_stick_that_was_pulled_out_is_told(tmp_path):
    assert code_of(lambda: read_all(tmp_path / "gone.rcu")) == "pack-unreadable"


@pytest.mark.parametrize(
    "name",
    [
        "../evil.py", "/etc/passwd", "C:/x", "a/../../b", "a\\b", "a//b", ".hidden", "con",
        "a/nul.py", "a/b.", "a/b ", "x\u0000", "a:stream", "đ.py", "", "x" * 201,
    ],
)  # fmt: skip
def test_no_name_leads_out_of_the_versions_folder(tmp_path, name):
    assert not program_files.is_file_name(name)
    written = json.dumps({"version": "1.3.0", "files": {name: "0" * 64}}).encode()
    path = tmp_path / "x.rcu"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("program.json", written)
        statement = signatures.program_statement(written)
        archive.writestr("signature", signatures.sign(RELEASE_KEY, statement))

    # Not even the builder's own signature helps it.
    assert code_of(lambda: read_all(path)) == "pack-damaged"


@pytest.mark.parametrize(
    "name", ["runtime/python311.dll", "lib/PIL/x.cp311-win_amd64.pyd", "lib/script (dev).tmpl"]
)
def test_names_as_they_are_shipped_are_names(name):
    assert program_files.is_file_name(name)


def test_an_altered_or_missing_file_of_a_version_is_named(tmp_path):
    folder = make_version(tmp_path / "1.2.0", "1.2.0")
    assert program_files.check(folder).version == "1.2.0"

    (folder / "app" / "own.py").write_text("altered", encoding="utf-8")
    with pytest.raises(Trouble, match=r"app/own\.py"):
        program_files.check(folder)
    (folder / "app" / "own.py").unlink()
    with pytest.raises(Trouble, match=r"app/own\.py"):
        program_files.check(folder)


def test_versions_are_ordered_as_numbers():
    assert program_files.ordered("0.10.0") > program_files.ordered("0.9.9")
