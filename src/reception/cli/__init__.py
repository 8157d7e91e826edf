"""The command line: for the office's IT person, for scripts and for checks.

Each command prints for people, or one JSON document with ``--json``. It ends with 0 on success, 2
on wrong usage, and 1 on a refusal, which is one plain sentence on the error stream.
"""

from __future__ import annotations

from reception.cli import (
    acts_clock,
    acts_finishing,
    acts_mending,
    acts_passing_on,
    blanks,
    books,
    certification,
    dossiers,
    due,
    inbox,
    keeping,
    national,
    notices,
    office,
    papers,
    print_log,
    reviews,
    scans,
    server,
    server_hub,
    server_keeping,
    server_packs,
    server_stick,
    server_users,
    sync,
    templates,
    worklist,
)
from reception.cli.frame import commands, main

__all__ = [
    "acts_clock",
    "acts_finishing",
    "acts_mending",
    "acts_passing_on",
    "blanks",
    "books",
    "certification",
    "commands",
    "dossiers",
    "due",
    "inbox",
    "keeping",
    "main",
    "national",
    "notices",
    "office",
    "papers",
    "print_log",
    "reviews",
    "scans",
    "server",
    "server_hub",
    "server_keeping",
    "server_packs",
    "server_stick",
    "server_users",
    "sync",
    "templates",
    "worklist",
]
