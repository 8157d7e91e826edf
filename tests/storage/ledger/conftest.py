"""Every test here runs on SQLite and on a real PostgreSQL."""

from ledgers import bare_url, database, ledger, ledger_url, postgres, ready_database, ready_file

__all__ = [
    "bare_url",
    "database",
    "ledger",
    "ledger_url",
    "postgres",
    "ready_database",
    "ready_file",
]
