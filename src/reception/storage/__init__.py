"""Keeping it: the only room that knows SQL and SQLAlchemy."""
