"""The ledger's history of schema steps, run by Alembic on PostgreSQL and SQLite alike."""
