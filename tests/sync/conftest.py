"""Two ends of a line: a server's ledger, and desks of one commune on copies of a new register."""

from __future__ import annotations

import shutil

import pytest

from ends import Commune
from ledgers import bare_url, database, ledger, ledger_url, postgres, ready_database, ready_file
from reception.storage.ledger.ledger import Ledger

__all__ = [
    "bare_url", "database", "ledger", "ledger_url", "postgres", "ready_database", "ready_file",
]  # fmt: skip


@pytest.fixture
def near_ledger(ready_file, tmp_path):
    """A ledger on SQLite alone, where the database does not matter."""
    opened = Ledger.open(str(shutil.copy(ready_file, tmp_path / "ledger.db")))
    yield opened
    opened.close()


@pytest.fixture
def commune(near_ledger, tmp_path):
    """A commune with no desk yet; desks are made with ``commune.desk(slot)``."""
    made = Commune(near_ledger, tmp_path)
    yield made
    made.close()
