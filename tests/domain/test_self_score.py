"""Points add up exactly, in hundredths, and a sheet that could not is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invented_dossier import RECEIVED_AT
from reception.domain.errors import RuleViolation
from reception.domain.self_score import (
    Criterion,
    SelfScoreGiven,
    band_of,
    by_figure,
    check_sheet,
    checked_points,
    parse_points,
    points_words,
    totals,
)
from reception.services.quality_rules import score_rules_on

RULES = score_rules_on(date(2026, 12, 31))
SHEET = tuple(
    Criterion(f"{part}{n}", part, "Tiêu chí", most)
    for part, lines in {"A": (2000, 2000, 2000), "B": (1000,), "C": (1500, 1500)}.items()
    for n, most in enumerate(lines, 1)
)


def scored(**points: str) -> dict[str, SelfScoreGiven]:
    return {
        code: SelfScoreGiven(RECEIVED_AT, 2026, code, parse_points(text))
        for code, text in points.items()
    }


@pytest.mark.parametrize(
    ("points", "parts", "whole"),
    [
        # A district's reports of 2022 and 2021.
        (
            {"A1": "18,96", "A2": "18,5", "A3": "18", "B1": "6,67", "C1": "13,14", "C2": "13.14"},
            ["55,46", "6,67", "26,28"],
            "88,41",
        ),
        (
            {"A1": "17,82", "A2": "17,82", "A3": "17,82", "B1": "8", "C1": "11,91", "C2": "11,91"},
            ["53,46", "8,00", "23,82"],
            "85,28",
        ),
    ],
)
def test_the_parts_of_a_reported_score_add_up_to_the_hundredth(points, parts, whole):
    told = totals(RULES.parts, SHEET, scored(**points))

    assert [one.part.points for one in told] == [60, 10, 30]
    assert [points_words(one.points) for one in told] == parts
    assert points_words(sum(one.points for one in told)) == whole
    assert [one.open for one in told] == [0, 0, 0]
    assert band_of(sum(one.points for one in told), RULES.bands).name == "Tốt"


def test_a_criterion_without_points_is_open_and_not_nought():
    told = totals(RULES.parts, SHEET, scored(A1="20"))
    assert [(one.points, one.open) for one in told] == [(2000, 2), (0, 1), (0, 2)]


@given(st.lists(st.integers(0, 400), min_size=1, max_size=30))
def test_sums_are_exact_whatever_the_points(points):
    sheet = [Criterion(f"A{n}", "A", "Tiêu chí", 400) for n in range(len(points))]
    given_points = {f"A{n}": points_words(value) for n, value in enumerate(points)}
    told = totals(RULES.parts, sheet, scored(**given_points))
    assert told[0].points == sum(points)


@pytest.mark.parametrize("text", ["", "hai", "2,755", "-1", "101", "NaN", "1e9", "Infinity"])
def test_what_are_no_points_is_told_in_one_sentence(text):
    with pytest.raises(RuleViolation) as refused:
        parse_points(text)
    assert refused.value.code == "points-unreadable"


def test_no_criterion_has_more_points_than_it_can():
    with pytest.raises(RuleViolation, match="tối đa 20,00 điểm"):
        checked_points(SHEET[0], 2001)


@pytest.mark.parametrize(
    ("rate", "points"), [("98", 800), ("100", 800), ("49", 400), ("0", 0), ("97.99", 799)]
)
def test_a_figure_gives_points_in_proportion_and_never_rounds_up(rate, points):
    line = Criterion("A7", "A", "Đúng hạn", 800, "2.1", 98)
    assert by_figure(line, Decimal(rate)) == points


@pytest.mark.parametrize(
    ("sheet", "words"),
    [
        ((), "có 0 tiêu chí"),
        (SHEET[1:], r"phần A \(.*\) tối đa 40,00 điểm, phải đúng 60 điểm"),
        ((*SHEET, Criterion("D1", "D", "Khác", 100)), "thuộc phần “D”"),
        ((*SHEET, SHEET[0]), "hai tiêu chí cùng mã “A1”"),
    ],
)
def test_a_sheet_that_cannot_add_up_is_refused(sheet, words):
    with pytest.raises(RuleViolation, match=words):
        check_sheet(sheet, RULES.parts)


def test_a_whole_sheet_is_taken():
    check_sheet(SHEET, RULES.parts)
