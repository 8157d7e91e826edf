"""The door to the server's rows: one ledger for each process, one work for each request."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from threading import Lock

from sqlalchemy import Engine

from reception.storage.ledger.engines import BUSY_SECONDS, engine_for, for_reading
from reception.storage.ledger.schema import bring_up_to_date
from reception.storage.ledger.troubles import trouble, troubles
from reception.storage.ledger.work import Work

SERVER_NAME = "Máy chủ cấp trên"


class Ledger:
    """The server's rows. Threads may share it; each piece of work belongs to one of them."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._read = for_reading(engine)
        # SQLite has one writer's place. Waiting here is in turn, waiting there is by chance.
        self._turn = Lock() if engine.dialect.name == "sqlite" else None

    @classmethod
    def open(cls, url: str, *, server_name: str = SERVER_NAME) -> Ledger:
        """Open the ledger at a ``postgresql://`` address or in a file; made where there is none.

        Args:
            url: ``postgresql://…``, ``sqlite:///…`` or a file's path.
            server_name: What a ledger that is made now calls the server.

        Raises:
            Trouble: ``database-away``, ``cannot-open``, ``not-a-ledger``, ``newer-schema``,
                ``disk-full``, ``read-only`` or ``busy``.
        """
        engine = engine_for(url)
        try:
            with troubles():
                bring_up_to_date(engine, server_name)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine)

    @contextmanager
    def writing(self) -> Generator[Work]:
        """A transaction; on disk when it ends, and an exception leaves nothing behind.

        Raises:
            Trouble: The database is away, full, read-only or busy.
        """
        with troubles(), self._my_turn(), self._engine.begin() as connection:
            yield Work(connection)

    @contextmanager
    def reading(self) -> Generator[Work]:
        """A transaction that sees one moment, and that nobody has to wait for.

        Raises:
            Trouble: The database is away or busy.
        """
        with troubles(), self._read.begin() as connection:
            yield Work(connection)

    def new_incarnation(self) -> None:
        """Say that this ledger came back from a copy; once after each restore."""
        with self.writing() as work:
            work.change_incarnation()

    def close(self) -> None:
        """Close all connections that are not at work."""
        self._engine.dispose()

    @contextmanager
    def _my_turn(self) -> Generator[None]:
        if self._turn is None:
            yield
        elif self._turn.acquire(timeout=BUSY_SECONDS):
            try:
                yield
            finally:
                self._turn.release()
        else:
            raise trouble("busy")
