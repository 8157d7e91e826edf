"""Exchanging events with the server above, by line or by file."""
