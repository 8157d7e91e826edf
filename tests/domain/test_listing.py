"""How pressing a dossier is, by the day."""

from __future__ import annotations

from datetime import date

import pytest

from reception.domain.dossier import State
from reception.domain.listing import DossierRow, Urgency
from reception.domain.moments import parse_moment

NOW = parse_moment("2026-03-10T16:00")
SOON_UNTIL = date(2026, 3, 13)


def row(due: str | None, state: State = State.RECEIVED) -> DossierRow:
    return DossierRow(
        n=1,
        dossier_id="d1",
        reference="H40.16-260213-0001",
        state=state,
        procedure_code="1.004873",
        procedure_name="Thủ tục cấp Giấy xác nhận tình trạng hôn nhân",
        field="Hộ tịch",
        owner="H'Hen Niê",
        identity="",
        phone="",
        channel="counter",
        opened_at=parse_moment("2026-02-13T14:00"),
        due_at=parse_moment(due) if due else None,
        provisional=False,
        result_at=None,
        handed_over_at=None,
    )


@pytest.mark.parametrize(
    ("due", "urgency"),
    [
        ("2026-03-09T17:30", Urgency.OVERDUE),
        ("2026-03-10T15:59", Urgency.OVERDUE),
        ("2026-03-10T16:00", Urgency.DUE_TODAY),
        ("2026-03-10T17:30", Urgency.DUE_TODAY),
        ("2026-03-11T07:30", Urgency.DUE_SOON),
        ("2026-03-13T17:30", Urgency.DUE_SOON),
        ("2026-03-16T17:30", Urgency.OPEN),
        (None, Urgency.NONE),
    ],
)
def test_an_open_dossier_against_its_due_moment(due, urgency):
    assert row(due).urgency(NOW, SOON_UNTIL) is urgency


@pytest.mark.parametrize("state", [state for state in State if state is not State.RECEIVED])
def test_nothing_presses_where_no_clock_runs(state):
    assert row("2026-03-09T17:30", state).urgency(NOW, SOON_UNTIL) is Urgency.NONE
