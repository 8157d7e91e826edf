"""Limits, stages and papers in the words of a cell, and back."""

from __future__ import annotations

import unicodedata
from datetime import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.errors import RuleViolation
from reception.domain.procedure import RequiredPaper
from reception.domain.procedure_words import (
    limit_words,
    papers_words,
    parse_limit,
    parse_papers,
    parse_stages,
    stages_words,
)
from reception.domain.time_limit import CutOff, Stage, TimeLimit, Unit


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("5 ngày làm việc", TimeLimit(Decimal(5), Unit.WORKING_DAY)),
        ("05 Ngày Làm Việc", TimeLimit(Decimal(5), Unit.WORKING_DAY)),
        ("0,5 ngày làm việc", TimeLimit(Decimal("0.5"), Unit.WORKING_DAY)),
        ("12 ngày", TimeLimit(Decimal(12), Unit.DAY)),
        ("10 ngày (không tính ngày lễ)", TimeLimit(Decimal(10), Unit.DAY_EXCLUDING_HOLIDAYS)),
        ("3 tháng", TimeLimit(Decimal(3), Unit.MONTH)),
        ("3 tháng (30 ngày)", TimeLimit(Decimal(3), Unit.MONTH, month_as_30_days=True)),
        ("8 giờ làm việc", TimeLimit(Decimal(8), Unit.WORKING_HOUR)),
        ("24 giờ", TimeLimit(Decimal(24), Unit.HOUR)),
        ("24 giờ, chốt 15:00", TimeLimit(Decimal(24), Unit.HOUR, CutOff(time(15)))),
        ("trong ngày làm việc", TimeLimit(Decimal(1), Unit.SAME_DAY)),
        ("trong ngày chốt 15h30", TimeLimit(Decimal(1), Unit.SAME_DAY, CutOff(time(15, 30)))),
        ("3 working-day", TimeLimit(Decimal(3), Unit.WORKING_DAY)),
        ("3 working_day", TimeLimit(Decimal(3), Unit.WORKING_DAY)),
    ],
)
def test_limits_are_read(text: str, limit: TimeLimit) -> None:
    assert parse_limit(text) == limit
    assert parse_limit(unicodedata.normalize("NFD", text)) == limit


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ngày làm việc", "unreadable-limit"),
        ("5", "unreadable-limit"),
        ("5 tuần", "unreadable-limit"),
        ("-5 ngày", "unreadable-limit"),
        ("trong ngày, chốt 25:00", "unreadable-limit"),
        ("0 ngày", "impossible-limit"),
        ("1000000 ngày", "impossible-limit"),
        ("1,5 tháng", "impossible-limit"),
    ],
)
def test_a_limit_that_cannot_be_is_refused(text: str, code: str) -> None:
    with pytest.raises(RuleViolation) as refusal:
        parse_limit(text)
    assert refusal.value.code == code


limits = st.builds(
    TimeLimit,
    value=st.integers(1, 60).map(Decimal),
    unit=st.sampled_from([unit for unit in Unit if unit is not Unit.SAME_DAY]),
    cutoff=st.none() | st.times().map(lambda t: CutOff(time(t.hour, t.minute))),
) | st.builds(TimeLimit, value=st.just(Decimal(1)), unit=st.just(Unit.SAME_DAY))


@given(limits)
def test_what_is_written_is_read_back(limit: TimeLimit) -> None:
    assert parse_limit(limit_words(limit)) == limit
    stages = (Stage("UBND xã: bộ phận 2", limit), Stage("Sở Nội vụ", limit))
    assert parse_stages(stages_words(stages)) == stages


def test_stages_are_read_from_a_line_or_from_several() -> None:
    five = TimeLimit(Decimal(5), Unit.WORKING_DAY)
    twelve = TimeLimit(Decimal(12), Unit.DAY)
    expected = (Stage("UBND xã", five), Stage("Sở Nội vụ", twelve))
    assert parse_stages("UBND xã:5 ngày làm việc;Sở Nội vụ : 12 ngày;") == expected
    assert parse_stages("UBND xã: 5 ngày làm việc\nSở Nội vụ: 12 ngày") == expected


def test_a_stage_without_a_limit_is_refused() -> None:
    with pytest.raises(RuleViolation) as refusal:
        parse_stages("UBND xã: 5 ngày; Sở Nội vụ")
    assert refusal.value.code == "unreadable-stage"
    assert "Sở Nội vụ" in refusal.value.text


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        ("Giấy chứng sinh", RequiredPaper("Giấy chứng sinh")),
        ("Bản sao hộ chiếu", RequiredPaper("Bản sao hộ chiếu", 0, 1)),
        ("Hợp đồng (bản photo)", RequiredPaper("Hợp đồng (bản photo)", 0, 1)),
        ("Đơn xin cấp bản sao", RequiredPaper("Đơn xin cấp bản sao", 1, 0)),
        ("02 ảnh 4x6", RequiredPaper("02 ảnh 4x6", 2, 0)),
        ("Bản đồ (nếu có)", RequiredPaper("Bản đồ (nếu có)", optional=True)),
        ("Tờ khai [2 bản chính, 1 bản sao]", RequiredPaper("Tờ khai", 2, 1)),
        ("Ủy quyền [nếu có]", RequiredPaper("Ủy quyền", optional=True)),
        ("Bản sao sổ hộ khẩu [nếu có]", RequiredPaper("Bản sao sổ hộ khẩu", 0, 1, optional=True)),
        ("Thẻ để đối chiếu [0 bản chính]", RequiredPaper("Thẻ để đối chiếu", 0, 0)),
        ("Ủy quyền [1 bản chính, nếu có]", RequiredPaper("Ủy quyền", optional=True)),
    ],
)
def test_papers_are_read_with_their_counts(text: str, paper: RequiredPaper) -> None:
    assert parse_papers(text) == (paper,)
    assert parse_papers(papers_words([paper])) == (paper,)


@pytest.mark.parametrize("text", ["Tờ khai [hai bản]", "Tờ khai []", "[1 bản chính]"])
def test_unreadable_counts_are_refused(text: str) -> None:
    with pytest.raises(RuleViolation) as refusal:
        parse_papers(text)
    assert refusal.value.code == "unreadable-paper"


def test_a_semicolon_in_a_name_does_not_split_it_on_the_way_back() -> None:
    paper = RequiredPaper("Tờ khai; mẫu 01")
    assert parse_papers(papers_words([paper])) == (RequiredPaper("Tờ khai, mẫu 01"),)
