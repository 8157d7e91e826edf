"""Which version of a procedure rules a day, and what a dossier keeps of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reception.domain.errors import RuleViolation
from reception.domain.intake import of_day
from reception.domain.procedure import Procedure, catalogue_on, in_force
from reception.domain.time_limit import Stage, TimeLimit, Unit

WORKING_DAYS_5 = TimeLimit(Decimal(5), Unit.WORKING_DAY)
WORKING_DAYS_3 = TimeLimit(Decimal(3), Unit.WORKING_DAY)

FIRST = Procedure(
    code="1.004873",
    version=1,
    name="Thủ tục cấp Giấy xác nhận tình trạng hôn nhân",
    field="Hộ tịch",
    level="xã",
    limit=WORKING_DAYS_5,
    valid_from=date(2025, 7, 1),
    valid_until=date(2026, 3, 1),
)
SECOND = replace(
    FIRST, version=2, limit=WORKING_DAYS_3, valid_from=date(2026, 3, 1), valid_until=None
)
OTHER = replace(FIRST, code="2.000815", name="Chứng thực bản sao", valid_until=None)


def test_the_version_of_the_day_rules() -> None:
    catalogue = [SECOND, FIRST, OTHER]
    assert in_force(catalogue, "1.004873", date(2026, 2, 28)) is FIRST
    assert in_force(catalogue, "1.004873", date(2026, 3, 1)) is SECOND


def test_of_overlapping_versions_the_later_rules() -> None:
    unending = replace(FIRST, valid_until=None)
    assert in_force([SECOND, unending], "1.004873", date(2026, 4, 1)) is SECOND
    assert in_force([unending, SECOND], "1.004873", date(2026, 4, 1)) is SECOND


def test_an_unknown_code_is_told_from_a_day_without_a_version() -> None:
    with pytest.raises(RuleViolation) as unknown:
        in_force([FIRST], "9.999999", date(2026, 1, 1))
    assert unknown.value.code == "procedure-unknown"
    with pytest.raises(RuleViolation) as too_early:
        in_force([FIRST], "1.004873", date(2025, 6, 30))
    assert too_early.value.code == "procedure-not-in-force"
    assert "30/06/2025" in too_early.value.text


def test_a_day_has_one_version_of_each_code() -> None:
    assert catalogue_on([OTHER, FIRST, SECOND], date(2026, 5, 1)) == [OTHER, SECOND]
    assert catalogue_on([OTHER, FIRST, SECOND], date(2020, 5, 1)) == []


def test_stages_add_up_only_in_the_limits_own_unit() -> None:
    halves = (
        Stage("Một cửa", TimeLimit(Decimal("0.5"), Unit.WORKING_DAY)),
        Stage("Công chức", TimeLimit(Decimal("4.5"), Unit.WORKING_DAY)),
    )
    mixed = (*halves, Stage("Sở Nội vụ", TimeLimit(Decimal(12), Unit.DAY)))
    assert replace(FIRST, stages=halves).stages_total() == 5
    assert replace(FIRST, stages=mixed).stages_total() is None
    assert replace(FIRST, stages=halves, parallel=True).stages_total() is None
    assert replace(FIRST, stages=halves, limit=None).stages_total() is None
    assert FIRST.stages_total() is None


def test_a_dossier_keeps_the_version_of_its_day() -> None:
    kept = of_day(SECOND)
    assert (kept.code, kept.version, kept.limit) == ("1.004873", 2, WORKING_DAYS_3)
    assert (kept.name, kept.field) == (SECOND.name, "Hộ tịch")
