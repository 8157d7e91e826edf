"""A database that is away, full or wrong is told in one sentence; a mistake of ours is not."""

from __future__ import annotations

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

import postgres as postgresql
from device_chains import AGENCY, NOW, SIGNATURE, device_chain
from reception.domain.errors import Trouble
from reception.storage.ledger import tables
from reception.storage.ledger.ledger import Ledger


def code_of(act) -> str:
    with pytest.raises(Trouble) as told:
        act()
    assert told.value.text.endswith(".")
    return told.value.code


def test_a_server_whose_database_went_away_works_on_when_it_is_back():
    with postgresql.running() as server:
        ledger = Ledger.open(server.create("ours"))
        with ledger.writing() as work:
            work.add_agency(AGENCY, "Xã Mường Lay", NOW)

        def append(count):
            with ledger.writing() as work:
                return work.append(AGENCY, device_chain("a", count), NOW, SIGNATURE)

        def append_while_it_crashes():
            with ledger.writing() as work:
                server.stop()
                work.append(AGENCY, device_chain("b", 900, size=9000), NOW, SIGNATURE)

        server.stop()
        assert code_of(lambda: append(2)) == "database-away"
        assert code_of(lambda: Ledger.open(server.url("ours"))) == "database-away"

        server.start()
        assert append(2).last == 2
        assert code_of(append_while_it_crashes) == "database-away"

        server.start()
        with ledger.reading() as work:
            assert work.agency(AGENCY).position == 2
        ledger.close()


def test_no_such_database(postgres):
    assert code_of(lambda: Ledger.open(postgres.url("nowhere"))) == "database-away"


def test_a_file_that_is_no_ledger(tmp_path):
    file = tmp_path / "letter.txt"
    file.write_bytes(b"Kinh gui Uy ban nhan dan xa" * 500)

    assert code_of(lambda: Ledger.open(str(file))) == "not-a-ledger"
    assert file.read_bytes().startswith(b"Kinh gui")


def test_a_disk_that_is_full(ready_file, tmp_path):
    file = tmp_path / "ledger.db"
    file.write_bytes(ready_file.read_bytes())
    ledger = Ledger.open(f"sqlite:///{file}")

    def append():
        with ledger.writing() as work:
            work.add_agency(AGENCY, "Xã Mường Lay", NOW)
            work.connection.exec_driver_sql("PRAGMA max_page_count = 60")
            work.append(AGENCY, device_chain("a", 500, size=2000), NOW, SIGNATURE)

    assert code_of(append) == "disk-full"
    with ledger.reading() as work:
        assert work.agency(AGENCY) is None
    ledger.close()


def test_a_row_that_another_holds_is_waited_for_only_so_long(ready_database, postgres):
    url = postgres.create("waiting", ready_database)
    ledger = Ledger.open(f"{url}&options=-c%20lock_timeout%3D50ms")
    other = Ledger.open(url)
    with ledger.writing() as work:
        work.add_agency(AGENCY, "Xã Mường Lay", NOW)

    def append():
        with ledger.writing() as work:
            work.append(AGENCY, device_chain("a", 1), NOW, SIGNATURE)

    with other.writing() as work:
        work.append(AGENCY, device_chain("b", 1), NOW, SIGNATURE)
        assert code_of(append) == "busy"
    append()
    ledger.close()
    other.close()
    postgres.drop("waiting")


def test_an_event_stored_twice_is_refused_by_the_database_itself(ledger):
    with ledger.writing() as work:
        work.add_agency(AGENCY, "Xã Mường Lay", NOW)
        work.append(AGENCY, device_chain("a", 2), NOW, SIGNATURE)

    def append_without_its_mark():
        with ledger.writing() as work:
            work.connection.execute(tables.chain.delete())
            work.append(AGENCY, device_chain("a", 2), NOW, SIGNATURE)

    with pytest.raises((IntegrityError, psycopg.errors.UniqueViolation)):
        append_without_its_mark()

    with ledger.reading() as work:
        assert work.held(AGENCY, "a", 1).acked == 2


def test_who_reads_writes_nothing(ledger, database):
    if database != "postgresql":
        return
    with pytest.raises(Trouble) as refused, ledger.reading() as work:
        work.connection.execute(text("DELETE FROM agency"))
    assert refused.value.code == "read-only"
