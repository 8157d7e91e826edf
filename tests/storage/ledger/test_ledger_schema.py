"""The ledger's making: one history for both databases, one ledger however many start at once."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from reception.domain.errors import Trouble
from reception.storage.ledger.engines import engine_for
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.schema import SCHEMA, STEPS
from reception.storage.ledger.tables import metadata
from reception.storage.schema import configuration

OPEN = """import sys
from reception.storage.ledger.ledger import Ledger
Ledger.open(sys.argv[1]).close()"""
PARTITIONS = 16


@contextmanager
def connected(url):
    engine = engine_for(url)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def incarnation(ledger) -> str:
    with ledger.reading() as work:
        return work.authority().incarnation


def test_the_steps_make_the_declared_tables(ledger_url):
    def is_no_partition(name, kind, _):
        return kind != "table" or not str(name).startswith("event_p")

    with connected(ledger_url) as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_name": is_no_partition}
        )
        differences = compare_metadata(context, metadata)

    assert differences == []


def test_the_program_knows_the_last_step():
    assert ScriptDirectory(str(STEPS)).get_heads() == [SCHEMA]


def test_from_nothing_up_and_back_to_nothing(ledger_url):
    with connected(ledger_url) as connection:
        assert set(metadata.tables) <= set(inspect(connection).get_table_names())

        command.downgrade(configuration(connection, STEPS), "base")

        assert inspect(connection).get_table_names() == ["alembic_version"]


def test_postgresql_keeps_the_logs_in_partitions_by_commune(ledger_url, postgres, database):
    if database != "postgresql":
        return
    with connected(ledger_url) as connection:
        for n in range(100):
            connection.execute(
                text(
                    "INSERT INTO event VALUES (:agency, 1, 'd', 1, 1, 'e', 'k', '', '', '', '', '')"
                ),
                {"agency": f"H40.{n}"},
            )
    name = ledger_url.partition("?")[0].rpartition("/")[2]

    found = postgres.execute(
        "SELECT tableoid::regclass::text, count(*) FROM event GROUP BY 1", name
    )

    assert len(found) == PARTITIONS
    assert sum(count for _, count in found) == 100


def test_opening_again_changes_nothing(ledger_url):
    first, second = Ledger.open(ledger_url), Ledger.open(ledger_url, server_name="Sở Nội vụ")
    with first.reading() as before, second.reading() as after:
        assert before.authority() == after.authority()
        assert len(after.authority().public_key) == len(after.authority().seal_key) == 32
    first.close()
    second.close()


def test_workers_that_start_at_once_make_one_ledger(bare_url):
    def in_a_process() -> int:
        return subprocess.run([sys.executable, "-c", OPEN, bare_url], check=False).returncode

    def in_a_thread() -> str:
        opened = Ledger.open(bare_url)
        try:
            return incarnation(opened)
        finally:
            opened.close()

    with ThreadPoolExecutor(8) as pool:
        processes = [pool.submit(in_a_process) for _ in range(2)]
        threads = [pool.submit(in_a_thread) for _ in range(6)]

    assert [each.result() for each in processes] == [0, 0]
    assert len({each.result() for each in threads}) == 1
    with connected(bare_url) as connection:
        assert connection.execute(text("SELECT count(*) FROM authority")).scalar() == 1


def test_a_ledger_that_comes_back_from_a_copy_says_so(ledger):
    with ledger.reading() as work:
        before = work.authority()

    ledger.new_incarnation()

    with ledger.reading() as work:
        after = work.authority()
    assert after.incarnation != before.incarnation
    assert (after.private_key, after.seal_key) == (before.private_key, before.seal_key)


def test_the_server_has_the_name_it_was_given(bare_url):
    ledger = Ledger.open(bare_url, server_name="Sở Nội vụ")
    with ledger.writing() as work:
        assert work.authority().server_name == "Sở Nội vụ"
        work.name_server("Tỉnh Đắk Lắk")
    with ledger.reading() as work:
        assert work.authority().server_name == "Tỉnh Đắk Lắk"
        assert repr(work.authority().private_key) not in repr(work.authority())
    ledger.close()


def test_a_newer_program_s_ledger_is_left_alone(ledger_url):
    with connected(ledger_url) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(Trouble) as refused:
        Ledger.open(ledger_url)

    assert refused.value.code == "newer-schema"
