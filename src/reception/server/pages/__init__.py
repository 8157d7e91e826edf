"""The server's web pages: for the public, supervisors and inspection; plain HTML, no script."""

from __future__ import annotations

from reception.server.pages.including import include_pages

__all__ = ["include_pages"]
