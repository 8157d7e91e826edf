"""The server's rows, in PostgreSQL or SQLite: who may bring events, and the communes' logs."""
