"""Whatever is changed behind the program's back is found, and named where it lies."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reception.domain.errors import Trouble
from reception.storage import lists
from reception.storage.database import open_database
from reception.storage.integrity import Verdict, rebuild, verify
from reception.storage.store import Store
from reception.storage.tables import dossier
from register_contents import JOURNAL, LISTS, alter, contents

EVENTS = 11


def verdict_on(path: Path) -> Verdict:
    database = open_database(path)
    try:
        return verify(Store(database))
    finally:
        database.close()


def rebuilt(path: Path) -> int:
    database = open_database(path)
    try:
        return rebuild(Store(database))
    finally:
        database.close()


@pytest.fixture
def file(small_register, tmp_path) -> Path:
    return Path(shutil.copy(small_register, tmp_path / "reception.db"))


@pytest.fixture(scope="module")
def spare(tmp_path_factory) -> Path:
    """Room for the copies of a property's examples."""
    return tmp_path_factory.mktemp("altered") / "reception.db"


def test_an_honest_register_is_whole(file):
    verdict = verdict_on(file)

    assert verdict.whole
    assert (verdict.events, verdict.dossiers, verdict.chains) == (EVENTS, 4, 1)
    assert (verdict.signed_heads, verdict.unsigned_events) == (1, 5)


@settings(max_examples=60, deadline=None)
@given(
    seq=st.integers(1, EVENTS),
    column=st.sampled_from(["header", "body", "hash"]),
    place=st.integers(0, 10_000),
    change=st.integers(1, 255),
)
@example(seq=1, column="body", place=173, change=1)  # the office would close before it opens
def test_any_altered_byte_of_an_event_is_found_at_its_event(
    small_register, spare, seq, column, place, change
):
    shutil.copy(small_register, spare)
    database = open_database(spare)
    (data,) = database.row(f"SELECT {column} FROM event WHERE seq = :seq", seq=seq) or (b"",)
    database.close()
    altered = bytearray(data)
    altered[place % len(altered)] ^= change
    alter(spare, f"UPDATE event SET {column} = :altered WHERE seq = :seq", altered=bytes(altered),
          seq=seq)  # fmt: skip

    verdict = verdict_on(spare)

    assert any(f"số {seq} " in fault.text for fault in verdict.faults)


@pytest.mark.parametrize(
    ("statement", "code", "named"),
    [
        (
            "UPDATE event SET body = replace(body, 'Ka Ly', 'Ka Lô') WHERE seq = 5",
            "altered",
            "số 5",
        ),
        ("UPDATE event SET kind = 'dossier.refused' WHERE seq = 3", "altered", "số 3"),
        ("UPDATE event SET entity = 'd2' WHERE seq = 3", "altered", "số 3"),
        ("UPDATE event SET header = 'x' WHERE seq = 4", "unreadable", "số 4"),
        ("DELETE FROM event WHERE seq = 4", "missing", "số 5"),
        ("DELETE FROM event WHERE seq = 1", "missing", "số 2"),
        ("UPDATE event SET epoch = 2 WHERE seq >= 9", "missing", "số 9"),
        ("DELETE FROM event WHERE seq >= 6", "cut", "số 6"),
        ("DELETE FROM event", "cut", "số 6"),
        ("DELETE FROM event WHERE seq = 11", "list", "d4"),
        ("UPDATE head SET signature = zeroblob(64)", "signature", "số 6"),
        ("UPDATE head SET hash = 'x'", "signature", "số 6"),
        ("UPDATE head SET device = 'x'", "signature", "số 6"),
        ("UPDATE device SET public_key = zeroblob(32)", "signature", "số 6"),
        ("DELETE FROM dossier WHERE dossier = 'd2'", "list", "d2"),
        ("UPDATE counter SET last = last - 1 WHERE scope LIKE 'code:%'", "counter", "2026-02-13"),
        ("UPDATE counter SET last = last + 1 WHERE scope LIKE 'code:%'", "counter", "2026-02-13"),
        ("UPDATE counter SET last = 0 WHERE scope LIKE 'PBS:%'", "counter", "PBS:2026"),
        ("DELETE FROM counter", "counter", "2026-02-13"),
        ("UPDATE account SET role = 'administrator'", "table", "account"),
        ("DELETE FROM account", "table", "account"),
        ("UPDATE office SET body = replace(body, 'Mường', 'Muông')", "table", "office"),
    ],
)
def test_what_was_changed_is_named(file, statement, code, named):
    assert alter(file, statement) > 0

    faults = verdict_on(file).faults

    assert any(fault.code == code and named in fault.text for fault in faults), faults


def test_two_events_that_changed_places_are_found(file):
    alter(
        file,
        "UPDATE event SET seq = 100 WHERE seq = 3",
        "UPDATE event SET seq = 3 WHERE seq = 5",
        "UPDATE event SET seq = 5 WHERE seq = 100",
    )

    assert {fault.code for fault in verdict_on(file).faults} >= {"altered"}


def test_an_event_pushed_in_between_is_found(file):
    alter(
        file,
        *(f"UPDATE event SET seq = {seq + 1} WHERE seq = {seq}" for seq in range(EVENTS, 3, -1)),
        "INSERT INTO event (device, epoch, seq, entity, kind, header, body, hash)"
        " SELECT device, epoch, 4, entity, kind, header, body, hash FROM event WHERE seq = 3",
    )

    faults = verdict_on(file).faults

    assert any(fault.code == "altered" and "số 4" in fault.text for fault in faults)


@pytest.mark.parametrize(
    "column", [column.name for column in dossier.columns if column.name not in {"n", "dossier"}]
)
def test_an_altered_list_row_is_found_and_rebuilt(file, column):
    before = contents(file, LISTS | JOURNAL)
    assert alter(file, f"UPDATE dossier SET {column} = 'x' WHERE dossier = 'd2'") == 1

    faults = verdict_on(file).faults
    assert [fault.code for fault in faults if "d2" in fault.text] != []
    assert all("rebuild" in fault.text for fault in faults if fault.code == "list")

    assert rebuilt(file) == 4
    assert contents(file, LISTS | JOURNAL) == before
    assert verdict_on(file).whole


def test_a_dossier_that_search_has_forgotten_is_missed(file):
    alter(file, "INSERT INTO dossier_search (dossier_search) VALUES ('delete-all')")

    assert [fault.code for fault in verdict_on(file).faults] == ["search"]

    assert rebuilt(file) == 4
    assert verdict_on(file).whole


def test_lists_are_written_anew_from_nothing(file):
    before = contents(file, LISTS | JOURNAL)
    alter(
        file,
        *(f"DELETE FROM {table}" for table in LISTS),
        "INSERT INTO dossier_search (dossier_search) VALUES ('delete-all')",
    )

    assert rebuilt(file) == 4

    assert contents(file, LISTS | JOURNAL) == before
    database = open_database(file)
    assert [row.dossier_id for row in lists.search(database, "ka ly")] == ["d2"]
    database.close()


def test_a_register_whose_journal_cannot_be_read_is_not_rebuilt_by_halves(file):
    alter(file, "UPDATE event SET body = '{}' WHERE seq = 5")
    before = contents(file)

    with pytest.raises(Trouble, match="restore") as trouble:
        rebuilt(file)

    assert trouble.value.code == "event-unreadable"
    assert contents(file) == before


def test_verify_changes_nothing_and_tells_how_far_it_is(file):
    before = file.read_bytes()
    told: list[tuple[int, int]] = []
    database = open_database(file)

    verify(Store(database), lambda done, total: told.append((done, total)))

    database.close()
    assert told[-1] == (EVENTS, EVENTS)
    assert file.read_bytes() == before
