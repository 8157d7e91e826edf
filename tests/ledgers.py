"""Ledgers for tests, on SQLite and on a real PostgreSQL; a folder's conftest takes the fixtures in.

``ledger_url`` is that of a ledger which is ready and empty, ``bare_url`` leads to nothing yet; both
are the test's own, and every test that asks for one runs once for each database.
"""

from __future__ import annotations

import shutil
from itertools import count
from pathlib import Path

import pytest

import postgres as postgresql
from reception.storage.ledger.ledger import Ledger

DATABASES = ("sqlite", "postgresql")
_numbers = count(1)


@pytest.fixture(scope="session")
def postgres():
    """A PostgreSQL for this worker's run."""
    with postgresql.running() as server:
        yield server


@pytest.fixture(scope="session")
def ready_database(postgres) -> str:
    """The name of a database with a new ledger, to be copied."""
    Ledger.open(postgres.create("ready")).close()
    return "ready"


@pytest.fixture(scope="session")
def ready_file(tmp_path_factory) -> Path:
    """A file with a new ledger, to be copied."""
    file = tmp_path_factory.mktemp("ledger") / "ledger.db"
    Ledger.open(str(file)).close()
    return file


@pytest.fixture(params=DATABASES)
def database(request) -> str:
    """The kind of database that the test runs on."""
    return request.param


@pytest.fixture
def bare_url(database, request, tmp_path):
    if database == "sqlite":
        yield str(tmp_path / "ledger.db")
    else:
        yield from _a_database(request, "template1")


@pytest.fixture
def ledger_url(database, request, tmp_path):
    if database == "sqlite":
        yield str(shutil.copy(request.getfixturevalue("ready_file"), tmp_path / "ledger.db"))
    else:
        yield from _a_database(request, request.getfixturevalue("ready_database"))


def _a_database(request, template: str):
    server = request.getfixturevalue("postgres")
    name = f"ledger_{next(_numbers)}"
    yield server.create(name, template)
    server.drop(name)


@pytest.fixture
def ledger(ledger_url):
    opened = Ledger.open(ledger_url)
    yield opened
    opened.close()
