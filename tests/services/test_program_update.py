"""A new version waits beside the old one, takes over whole, or goes without a trace."""

from __future__ import annotations

import pytest

from program_versions import RELEASE_KEYS, install, pack_for, seal
from reception.domain.errors import RuleViolation, Trouble
from reception.services import program_update


@pytest.fixture
def here(tmp_path):
    return install(tmp_path / "home")


def lies_there(here) -> dict[str, str]:
    """Every file of the installation with its content."""
    return {
        path.relative_to(here.home).as_posix(): path.read_text("utf-8").strip()
        for path in here.home.rglob("*")
        if path.is_file()
    }


def test_a_pack_waits_beside_the_version_in_use(here, tmp_path):
    assert program_update.take(here, pack_for(here, tmp_path, "1.3.0"), RELEASE_KEYS) == "1.3.0"

    lies = lies_there(here)
    assert lies["current.txt"] == "1.2.0"
    assert lies["waiting.txt"] == "1.3.0"
    assert lies["versions/1.3.0/app/own.py"] == "1.3.0"
    assert lies["versions/1.3.0/app/common.py"] == "the same"
    assert here.waiting == "1.3.0"


def test_unchanged_files_take_no_room_twice(here, tmp_path):
    program_update.take(here, pack_for(here, tmp_path, "1.3.0"), RELEASE_KEYS)

    old, new = (here.folder_of(version) / "app" / "common.py" for version in ("1.2.0", "1.3.0"))
    assert old.samefile(new)


def test_once_it_passed_its_self_test_it_is_in_use(here, tmp_path):
    program_update.take(here, pack_for(here, tmp_path, "1.3.0"), RELEASE_KEYS)

    assert program_update.settle(here, "1.3.0", "")
    lies = lies_there(here)
    assert lies["current.txt"] == "1.3.0"
    assert "waiting.txt" not in lies
    assert lies["versions/1.2.0/app/own.py"] == "1.2.0"  # for going back


def test_once_it_failed_everything_is_as_it_was_and_the_reason_is_kept(here, tmp_path):
    before = lies_there(here)
    program_update.take(here, pack_for(here, tmp_path, "1.3.0"), RELEASE_KEYS)

    assert not program_update.settle(here, "1.3.0", "in giấy tiếp nhận")
    assert lies_there(here) == before | {"refused.txt": "1.3.0: in giấy tiếp nhận"}
    assert here.waiting == ""
    assert "in giấy" in here.refused


def test_the_next_good_pack_forgets_the_refused_one(here, tmp_path):
    (here.home / "refused.txt").write_text("1.3.0: hỏng", encoding="utf-8")
    program_update.take(here, pack_for(here, tmp_path, "1.4.0"), RELEASE_KEYS)

    assert here.refused == ""


def test_going_back_puts_the_earlier_version_in_use_and_keeps_the_later(here, tmp_path):
    program_update.take(here, pack_for(here, tmp_path, "1.3.0"), RELEASE_KEYS)
    program_update.settle(here, "1.3.0", "")
    now = program_update.Installation(here.home, "1.3.0")

    assert program_update.go_back(now) == "1.2.0"
    lies = lies_there(here)
    assert lies["current.txt"] == "1.2.0"
    assert lies["versions/1.3.0/app/own.py"] == "1.3.0"


def test_only_the_version_before_is_kept(here, tmp_path):
    program_update.take(here, pack_for(here, tmp_path, "1.3.0"), RELEASE_KEYS)
    program_update.settle(here, "1.3.0", "")
    now = program_update.Installation(here.home, "1.3.0")
    program_update.take(now, pack_for(now, tmp_path, "1.4.0"), RELEASE_KEYS)
    program_update.settle(now, "1.4.0", "")

    assert {path.name for path in here.home.glob("versions/*")} == {"1.3.0", "1.4.0"}


def test_there_is_no_way_back_from_the_first_version(here):
    with pytest.raises(RuleViolation) as refused:
        program_update.go_back(here)
    assert refused.value.code == "no-earlier-version"


@pytest.mark.parametrize("version", ["1.2.0", "1.1.9", "0.99.0"])
def test_an_older_version_or_the_same_is_refused(here, tmp_path, version):
    before = lies_there(here)
    with pytest.raises(RuleViolation) as refused:
        program_update.take(here, pack_for(here, tmp_path, version), RELEASE_KEYS)

    assert refused.value.code == "pack-not-newer"
    assert lies_there(here) == before


def test_a_pack_for_another_version_leaves_nothing_waiting(here, tmp_path):
    other = install(tmp_path / "other", "1.2.5")
    (other.folder_of("1.2.5") / "app" / "more.py").write_text("x", encoding="utf-8")
    seal(other.folder_of("1.2.5"), "1.2.5")
    pack = pack_for(other, tmp_path, "1.3.0", more="x")

    with pytest.raises(Trouble) as trouble:
        program_update.take(here, pack, RELEASE_KEYS)
    assert trouble.value.code == "pack-lacks-file"
    assert here.waiting == ""
    assert not here.folder_of("1.3.0").exists()


def test_a_damaged_file_of_the_version_in_use_is_not_carried_on(here, tmp_path):
    pack = pack_for(here, tmp_path, "1.3.0")
    (here.folder_of("1.2.0") / "app" / "common.py").write_text("altered", encoding="utf-8")

    with pytest.raises(Trouble) as trouble:
        program_update.take(here, pack, RELEASE_KEYS)
    assert trouble.value.code == "pack-lacks-file"
    assert here.waiting == ""


def test_where_the_program_may_not_be_written_it_is_said(here, tmp_path):
    pack = pack_for(here, tmp_path, "1.3.0")
    # As read-only to root as to anybody: a file where the folder of versions should grow.
    here.folder_of("incoming").write_text("", encoding="utf-8")

    with pytest.raises(Trouble) as trouble:
        program_update.take(here, pack, RELEASE_KEYS)
    assert trouble.value.code == "update-unwritable"
    assert here.waiting == ""


def test_a_checkout_takes_no_packs():
    assert program_update.installation() is None
    assert program_update.trusted_keys() == []
    with pytest.raises(RuleViolation) as refused:
        program_update.require_installation()
    assert refused.value.code == "not-installed"
