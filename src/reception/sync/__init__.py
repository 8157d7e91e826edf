"""Exchanging events with the server above, by line or by file: docs/exchange.md is the protocol."""
