"""Opening a register, or saying in one sentence why it cannot be opened."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from reception.domain.errors import Trouble
from reception.storage.database import Database, create_database, open_database, publish
from reception.storage.troubles import read_only
from register_contents import alter


def refusal_of(path) -> Trouble:
    with pytest.raises(Trouble) as trouble:
        open_database(path).close()
    assert re.search(r"[àáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]", trouble.value.text)
    assert "hãy" in trouble.value.text
    return trouble.value


def foreign_database(path) -> None:
    connection = sqlite.connect(str(path))
    connection.execute("CREATE TABLE notes (text)")
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda path: None, "no-register"),
        (lambda path: path.mkdir(), "no-register"),
        (lambda path: path.write_bytes(b""), "not-a-register"),
        (lambda path: path.write_bytes("đây là một bức thư\n".encode() * 500), "not-a-register"),
        (lambda path: path.write_bytes(os.urandom(8192)), "not-a-register"),
        (foreign_database, "not-a-register"),
    ],
    ids=["nothing", "a folder", "empty", "a letter", "noise", "another program's"],
)
def test_what_is_no_register_is_refused_and_left_alone(tmp_path, make, code):
    path = tmp_path / "reception.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None

    assert refusal_of(path).code == code

    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_register_of_a_newer_program_is_left_alone(register):
    register.close()
    alter(register.path, "UPDATE alembic_version SET version_num = '9999'")
    before = register.path.read_bytes()

    trouble = refusal_of(register.path)

    assert trouble.code == "newer-schema"
    assert "cập nhật chương trình" in trouble.text
    assert register.path.read_bytes() == before


def test_a_register_damaged_in_its_middle_is_refused(register):
    register.close()
    data = bytearray(register.path.read_bytes())
    data[100:4096] = b"\xff" * 3996
    register.path.write_bytes(data)

    assert refusal_of(register.path).code == "not-a-register"


def test_every_commit_is_on_disk_before_it_is_promised(register):
    assert register.row("PRAGMA journal_mode") == ("wal",)
    assert register.row("PRAGMA synchronous") == (2,)
    assert register.row("PRAGMA foreign_keys") == (1,)


def test_a_broken_off_transaction_leaves_nothing(register):
    def break_off() -> None:
        with register.writing():
            register.run("UPDATE counter SET last = 99")
            raise RuntimeError("mất điện")

    with pytest.raises(RuntimeError, match="mất điện"):
        break_off()

    assert register.row("SELECT max(last) FROM counter") == (3,)
    with register.writing():
        register.run("UPDATE counter SET last = 4")
    assert register.row("SELECT max(last) FROM counter") == (4,)


def test_a_full_disk_is_told_as_such_and_the_next_writing_works(register):
    (pages,) = register.row("PRAGMA page_count")
    register.rows(f"PRAGMA max_page_count={pages + 2}")

    with pytest.raises(Trouble) as trouble, register.writing():
        register.run("UPDATE office SET body = zeroblob(100000)")

    assert trouble.value.code == "disk-full"
    register.rows("PRAGMA max_page_count=1000000")
    with register.writing():
        register.run("UPDATE counter SET last = 4")
    assert register.row("SELECT max(last) FROM counter") == (4,)


def test_a_register_that_may_not_be_written_says_so(register):
    register.rows("PRAGMA query_only=1")

    with pytest.raises(Trouble) as trouble, register.writing():
        register.run("UPDATE counter SET last = 99")

    assert trouble.value.code == "read-only"


def test_a_register_on_a_disk_that_may_only_be_read_is_read(register, monkeypatch):
    register.close()
    before = register.path.read_bytes()
    monkeypatch.setattr(os, "access", lambda *_asked: False)

    reading = open_database(register.path)
    other = reading.another()

    for one in (reading, other):
        assert one.row("SELECT max(last) FROM counter") == (3,)
        with pytest.raises(Trouble) as trouble, one.writing():
            pass
        assert trouble.value.code == "read-only"
        one.close()
    assert register.path.read_bytes() == before
    assert [entry.name for entry in register.path.parent.iterdir()] == [register.path.name]


def test_the_disk_is_named_where_it_is_what_forbids_writing(register, monkeypatch):
    def forbid(_path, _mode):
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(Path, "open", forbid)

    assert "Ổ đĩa" in read_only(register.path).text
    assert "quyền của thư mục" in read_only().text


def test_what_only_the_log_holds_is_not_passed_over(register, monkeypatch):
    with register.writing():
        register.run("UPDATE counter SET last = 99")
    monkeypatch.setattr(os, "access", lambda *_asked: False)

    assert refusal_of(register.path).code == "read-only"


def test_another_connection_sees_what_is_committed_and_waits_for_its_turn(register):
    other = register.another()
    with register.writing():
        register.run("UPDATE counter SET last = 99")
        assert other.row("SELECT max(last) FROM counter") == (3,)
        other.rows("PRAGMA busy_timeout=1")
        with pytest.raises(Trouble) as trouble, other.writing():
            pass
    assert trouble.value.code == "busy"
    assert other.row("SELECT max(last) FROM counter") == (99,)
    other.close()


def test_a_checkpoint_brings_the_log_home(register):
    with register.writing():
        register.run("UPDATE counter SET last = 99")
    register.checkpoint()

    home = sqlite.connect(f"file:{register.path}?immutable=1", uri=True)
    assert home.execute("SELECT max(last) FROM counter").fetchone() == (99,)
    home.close()


def test_a_register_is_not_made_over_another(register):
    with pytest.raises(Trouble) as trouble:
        create_database(register.path)

    assert trouble.value.code == "already-there"


def test_a_register_exists_only_when_it_is_finished(tmp_path):
    path = tmp_path / "new" / "reception.db"
    database: Database = create_database(path)
    assert not path.exists()
    publish(database, path)

    assert path.exists()
    assert os.name != "posix" or path.stat().st_mode & 0o077 == 0
    assert [entry.name for entry in path.parent.iterdir()] == ["reception.db"]
