"""Opening the register: one SQLite build, WAL, every commit on disk before it is promised.

A register with a key is encrypted by SQLCipher, page by page, its write-ahead log too.

``synchronous=FULL`` keeps what a citizen holds a paper for through a power cut. The write-ahead log
is checkpointed between customers (:meth:`Database.checkpoint`), not inside somebody's commit.
"""

from __future__ import annotations

import os
import shutil
from array import array
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlcipher3.dbapi2 as sqlite

from reception.domain.errors import Trouble
from reception.storage import key_file
from reception.storage.register_key import RegisterKey
from reception.storage.troubles import not_a_register, read_only, troubles

SCHEMA = "0014"
_BUSY_MS = 15_000
_SCRUB_MS = 500
# Every lane and page has a connection; the system keeps what is read often anyway.
_CACHE_KIB = 1024
# A safety net only: the idle checkpoint keeps the log far below this many pages (4 KiB each).
_CHECKPOINT_PAGES = 20_000

Row = tuple[Any, ...]


class Database:
    """A connection to the register. One per thread; transactions by :meth:`writing`.

    ``key`` is what it is encrypted with, ``None`` for one that lies open; ``only_read`` says that
    the disk or the folder lets nothing be written.
    """

    def __init__(
        self,
        path: Path,
        connection: sqlite.Connection,
        key: RegisterKey | None,
        *,
        only_read: bool = False,
    ) -> None:
        self.path = path
        self.key = key
        self.only_read = only_read
        self._connection = connection

    def rows(self, sql: str, **values: object) -> list[Row]:
        """All rows of a query."""
        with troubles():
            return self._connection.execute(sql, values).fetchall()

    def numbers(self, sql: str, **values: object) -> array[int]:
        """The whole number that each row of a query is: 8 bytes a row, also while it is read."""
        with troubles():
            return array("q", (number for (number,) in self._connection.execute(sql, values)))

    def row(self, sql: str, **values: object) -> Row | None:
        """The first row of a query, or ``None``."""
        with troubles():
            return self._connection.execute(sql, values).fetchone()

    def run(self, sql: str, **values: object) -> int:
        """Run a statement inside the present transaction; an insert answers its row's number."""
        return self._connection.execute(sql, values).lastrowid

    def run_many(self, sql: str, rows: Iterable[Mapping[str, object] | Sequence[object]]) -> None:
        """Run a statement once for each row of values, inside the present transaction."""
        self._connection.executemany(sql, rows)

    @contextmanager
    def writing(self) -> Generator[None]:
        """A transaction that holds the only writer's place; an exception leaves nothing behind.

        Raises:
            Trouble: The disk is full, read-only or damaged, or another program holds the register.
        """
        if self.only_read:
            raise read_only(self.path)
        with troubles():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                # On a full disk SQLite has rolled back by itself.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def reading(self) -> Generator[None]:
        """What is read within is of one moment, while others go on writing."""
        with troubles():
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._connection.execute("ROLLBACK")

    def another(self) -> Database:
        """A second connection to the same register, for another thread."""
        return _connect(self.path, self.key, only_read=self.only_read)

    def scrub(self) -> None:
        """Write the whole database anew, so that nothing deleted lies in it or in its log any more.

        Raises:
            Trouble: ``busy`` while somebody else reads or writes; it has to be done again.
        """
        with troubles():
            # It can be done later, so nobody waits for it.
            self._connection.execute(f"PRAGMA busy_timeout={_SCRUB_MS}").fetchall()
            try:
                self._connection.execute("VACUUM")
                told = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            finally:
                self._connection.execute(f"PRAGMA busy_timeout={_BUSY_MS}").fetchall()
        blocked = told[0][0]
        if blocked:
            raise Trouble(
                "busy", "Sổ hồ sơ đang được dùng nên chưa dọn hết được; chương trình sẽ làm lại."
            )

    def checkpoint(self) -> None:
        """Move the write-ahead log into the database without making anyone wait."""
        with troubles():
            self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def copy_to(self, target: Path) -> None:
        """Copy the register into a new file as of one moment, while others go on working.

        The copy is encrypted with the same key.
        """
        with troubles():
            copy = sqlite.connect(str(target))
            try:
                use_key(copy, self.key)
                self._connection.backup(copy)
            finally:
                copy.close()

    def interrupt(self) -> None:
        """Stop the query that another thread is running on this connection."""
        self._connection.interrupt()

    def close(self) -> None:
        """Close the connection, leaving the write-ahead log as small as it can be."""
        self._connection.close()


def _choose_seal() -> None:
    """Seal pages with HMAC-SHA-256, for every connection of this process.

    Processors have instructions for it; with SQLCipher's own choice, SHA-512, what encryption adds
    to registering a dossier is twice as much.
    """
    connection = sqlite.connect(":memory:")
    connection.execute("PRAGMA cipher_default_hmac_algorithm = HMAC_SHA256").fetchall()
    connection.close()


_choose_seal()


def use_key(connection: sqlite.Connection, key: RegisterKey | None) -> None:
    """Tell a new connection its key, before it does anything else."""
    if key:
        connection.execute(f"PRAGMA key = {key.for_sqlcipher()}").fetchall()


def create_database(path: Path, key: RegisterKey | None = None) -> Database:
    """Make a new, empty register beside ``path``; :func:`publish` puts it there once it is filled.

    With a key it is encrypted from its first page on.

    Raises:
        Trouble: ``already-there`` when a register exists, or the folder cannot be written.
    """
    unfinished = path.with_suffix(".dang-lap")
    refuse_a_second(path)
    with troubles():
        for leftover in path.parent.glob(f"{unfinished.name}*"):
            leftover.unlink()
        unfinished.touch(mode=0o600)
    _upgrade(unfinished, key)
    return _with_log(_connect(unfinished, key))


def refuse_a_second(path: Path) -> None:
    """Make the folder of a register that does not exist yet.

    Raises:
        Trouble: ``already-there`` when it does, or the folder cannot be written.
    """
    with troubles():
        if path.exists():
            raise Trouble(
                "already-there",
                f"Thư mục {path.parent} đã có sổ hồ sơ; hãy chọn thư mục khác, sổ cũ vẫn được giữ.",
            )
        path.parent.mkdir(parents=True, exist_ok=True)


def publish(
    database: Database, path: Path, *, keep_as: str = "", keys_of: Path | None = None
) -> None:
    """Close a finished register and give it its name: from then on it exists, whole.

    A register that already has the name is first kept beside it as ``keep_as``. Its key file is
    that of the register ``keys_of``, or lies there already.

    Raises:
        Trouble: ``busy`` while another program has that register open, or the folder cannot be
            written.
    """
    database.close()
    with troubles():
        if keep_as and path.exists():
            _set_aside(path, path.with_name(keep_as), database.key)
        if keys_of:
            key_file.copy(keys_of, path)
        database.path.replace(path)


def _set_aside(path: Path, kept: Path, key: RegisterKey | None) -> None:
    try:
        refuse_in_use(path, None if key_file.lies_open(path) else key)
    except Trouble as trouble:
        if trouble.code != "not-a-register":
            raise
        # Too damaged to be opened, it is kept byte for byte.
    key_file.copy(path, kept)
    keep_bytes(path, kept)
    for companion in ("-wal", "-shm"):
        path.with_name(path.name + companion).unlink(missing_ok=True)


def refuse_in_use(path: Path, key: RegisterKey | None) -> None:
    """Bring a register's write-ahead log home, which only works while nobody else has it open.

    Raises:
        Trouble: ``busy``: what another program wrote from now on would be lost. Or it is damaged.
    """
    present = _connect(path, key)
    try:
        present.rows("PRAGMA busy_timeout=1000")
        present.rows("PRAGMA journal_mode=DELETE")
    finally:
        present.close()


def keep_bytes(path: Path, kept: Path) -> None:
    """Copy a register's file and its log as they lie, in whatever state they are."""
    with troubles():
        for companion in ("", "-wal"):
            if (source := path.with_name(path.name + companion)).exists():
                shutil.copyfile(source, kept.with_name(kept.name + companion))


def open_database(path: Path, key: RegisterKey | None = None) -> Database:
    """Open the register, brought up to this program's schema.

    Where nothing can be written it is opened all the same, to be read. ``key`` is the one that
    :func:`reception.storage.key_file.unlock` gave.

    Raises:
        Trouble: ``no-register``, ``newer-schema``, ``not-a-register``, ``read-only``, ``disk-full``
            or ``busy``.
    """
    with troubles():
        if not path.is_file():
            raise Trouble(
                "no-register",
                f"Chưa có sổ hồ sơ trong {path.parent}; hãy chạy “reception init” để lập sổ trước.",
            )
    database = _connect_as_may_be(path, key)
    found = _schema_of(database)
    if found == SCHEMA:
        return database if database.only_read else _with_log(database)
    if found > SCHEMA:
        database.close()
        raise Trouble(
            "newer-schema",
            "Sổ hồ sơ này do phiên bản mới hơn của chương trình lập;"
            " hãy cập nhật chương trình rồi mở lại, dữ liệu vẫn nguyên vẹn.",
        )
    if database.only_read:
        database.close()
        raise read_only(path)
    before = path.with_name(f"{path.stem}-truoc-nang-cap-{found}{path.suffix}")
    database.copy_to(before)
    key_file.copy(path, before)
    database.close()
    _upgrade(path, key)
    return _with_log(_connect(path, key))


def open_to_read(path: Path, key: RegisterKey | None = None) -> Database:
    """Open a copy to be looked into: nothing is written, and it is not brought up to any schema.

    Raises:
        Trouble: ``no-register``, ``not-a-register``, or ``read-only`` while a write-ahead log lies
            beside it that would have to be played in.
    """
    with troubles():
        path.stat()
    database = _connect_to_read(path, key)
    try:
        _schema_of(database)
    except Trouble:
        database.close()
        raise
    return database


def _connect_as_may_be(path: Path, key: RegisterKey | None) -> Database:
    """A connection to write by or, where that is refused, one to read by."""
    if not os.access(path, os.W_OK):
        return _connect_to_read(path, key)
    try:
        database = _connect(path, key)
        database.row("SELECT 1 FROM sqlite_master")
    except Trouble as trouble:
        if trouble.code != "read-only":
            raise
        # SQLite cannot lay its log beside the register.
        return _connect_to_read(path, key)
    return database


def _connect_to_read(path: Path, key: RegisterKey | None) -> Database:
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size:
        raise read_only(path)  # what stands in the log would be passed over
    return _connect(path, key, only_read=True)


def _connect(path: Path, key: RegisterKey | None, *, only_read: bool = False) -> Database:
    with troubles():
        connection = sqlite.connect(
            _address_to_read(path) if only_read else str(path),
            uri=only_read,
            timeout=_BUSY_MS / 1000,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=256,
        )
        try:
            use_key(connection, key)
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute(f"PRAGMA cache_size=-{_CACHE_KIB}")
            connection.execute("PRAGMA foreign_keys=ON")
            connection.execute(f"PRAGMA wal_autocheckpoint={_CHECKPOINT_PAGES}").fetchall()
        except (sqlite.Error, UnicodeDecodeError):
            connection.close()
            raise
        return Database(path, connection, key, only_read=only_read)


def _address_to_read(path: Path) -> str:
    # Of a file that cannot change SQLite wants no log beside it. Three slashes also before the two
    # of a network share.
    return f"file:///{quote(path.absolute().as_posix())}?immutable=1"


def _with_log(database: Database) -> Database:
    # Written into the file, so only once it is known to be ours.
    database.rows("PRAGMA journal_mode=WAL")
    return database


def _schema_of(database: Database) -> str:
    if database.row("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'") is None:
        database.close()
        raise not_a_register()
    found = database.row("SELECT version_num FROM alembic_version")
    return str(found[0]) if found else ""


def _upgrade(path: Path, key: RegisterKey | None) -> None:
    # Alembic and SQLAlchemy take most of a second to load; only a new or old database needs them.
    from reception.storage.schema import upgrade

    with troubles():
        upgrade(path, key=key)
