"""The record of access: cheap to append to, and a line that was touched is named."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from reception.domain.access import Look, Purpose, masked
from reception.domain.list_frame import Period
from reception.services import access, safekeeping
from reception.storage import access_rows

DAY = Period(date(2026, 3, 10), date(2026, 3, 10))


@pytest.fixture
def recorded(desk):
    for dossier in ("một", "hai", "ba", "bốn"):
        access.note_seen(desk, dossier, by="lan")
    access.note_unmasked(desk, "Quá hạn (4 hồ sơ)", Purpose.CALL, by="minh")
    return desk


def test_numbers_are_masked_but_for_their_end():
    assert masked("034190001234") == "•••• 1234"
    assert masked("1234") == "••••"
    assert masked("") == ""


def test_lines_are_told_the_newest_first(recorded):
    day = Period(recorded.now().date(), recorded.now().date())
    told = access_rows.lines(recorded.database, day)
    assert [line.n for line in told] == [5, 4, 3, 2, 1]
    assert (told[0].look, told[0].purpose, told[0].login) == (Look.UNMASKED, Purpose.CALL, "minh")
    assert [line.subject for line in access_rows.lines(recorded.database, day, login="lan")] == [
        "bốn", "ba", "hai", "một",
    ]  # fmt: skip
    assert len(access_rows.lines(recorded.database, day, subject="hai")) == 1


@pytest.mark.parametrize(
    ("damage", "named"),
    [
        ("UPDATE access SET login = 'hoa' WHERE n = 2", [2]),
        ("UPDATE access SET look = 'nothing' WHERE n = 3", [3]),
        ("DELETE FROM access WHERE n = 3", [4]),
        ("UPDATE access SET n = -n WHERE n IN (2, 3)", [-3, -2, 1, 4]),
        ("UPDATE access SET subject = CASE n WHEN 2 THEN 'ba' ELSE 'hai' END WHERE n IN (2, 3)",
         [2, 3]),
    ],
)  # fmt: skip
def test_a_line_that_was_touched_is_named(recorded, damage, named):
    assert list(access_rows.broken(recorded.database)) == []
    with recorded.store.writing():
        recorded.database.run(damage)
    assert list(access_rows.broken(recorded.database)) == named


def test_a_dossier_is_noted_once_in_a_sitting():
    sitting, today = access.Sitting(), datetime(2026, 3, 10, tzinfo=UTC).date()
    assert sitting.begins_with("một", today)
    assert not sitting.begins_with("một", today)
    assert sitting.begins_with("hai", today)
    assert sitting.begins_with("một", today + timedelta(days=1))


def test_the_check_of_the_register_names_it(recorded):
    assert safekeeping.verify(recorded).whole
    with recorded.store.writing():
        recorded.database.run("DELETE FROM access WHERE n = 2")
    [fault] = safekeeping.verify(recorded).faults
    assert fault.code == "access"
    assert "số 3" in fault.text
