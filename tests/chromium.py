"""A real browser for tests: the one that ``RECEPTION_CHROMIUM`` names, or one on the path.

Where checks decide about a change (``CI`` is set), a missing browser is a failure; on a developer's
PC without one, its tests are left out.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, sync_playwright

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
)
MISSING = (
    "There is no Chromium: install it (on Debian: apt-get install chromium), or name one in"
    " RECEPTION_CHROMIUM."
)


def found() -> str | None:
    """The browser's program."""
    named = os.environ.get("RECEPTION_CHROMIUM")
    return shutil.which(named) if named else next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def running() -> Generator[Browser]:
    """The browser without a window."""
    program = found()
    if program is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
    # As root, which containers run as, Chromium refuses its own sandbox.
    sandbox = [] if getattr(os, "geteuid", lambda: 1)() else ["--no-sandbox"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=sandbox)
        try:
            yield browser
        finally:
            browser.close()
