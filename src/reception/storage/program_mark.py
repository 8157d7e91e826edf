"""Which program made the lists of a register: one look tells whether this one knows more."""

from __future__ import annotations

from reception import __version__
from reception.domain.events import known_kinds
from reception.storage.database import Database


def is_this_program(database: Database) -> bool:
    """Whether this very program made the lists."""
    return _read(database) == (__version__, known_kinds())


def kinds_before(database: Database) -> frozenset[str]:
    """The kinds of events that the program knew which made the lists."""
    return _read(database)[1]


def note(database: Database) -> None:
    """Note that the lists are this program's, inside the present transaction."""
    database.run(
        "INSERT OR REPLACE INTO program (one, version, kinds) VALUES (1, :version, :kinds)",
        version=__version__,
        kinds=" ".join(sorted(known_kinds())),
    )


def _read(database: Database) -> tuple[str, frozenset[str]]:
    row = database.row("SELECT version, kinds FROM program")
    return (row[0], frozenset(row[1].split())) if row else ("", frozenset())


def nothing_unscrubbed(database: Database) -> bool:
    """Whether nothing that was blanked is left to scrub off; see :mod:`.redacting`."""
    return database.row("SELECT 1 FROM unscrubbed") is None
