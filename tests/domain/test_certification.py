"""The tariff as the circular's table has it, the books' names, and numbers as people say them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.certification import (
    KIND_WORDS,
    MATTER_WORDS,
    CertificationKind,
    Matter,
    book_of,
    number_range,
)
from reception.domain.tariff import tariff_on
from reception.services.certification import rules

TODAY = date(2026, 3, 10)
COPY = tariff_on(rules().tariff, Matter.COPY, TODAY)


@pytest.mark.parametrize(
    ("pages", "copies", "fee_vnd"),
    [
        # Thông tư 226/2016/TT-BTC Đ4: 2.000 đồng/trang; từ trang thứ ba 1.000 đồng/trang.
        (1, 1, 2_000),
        (2, 1, 4_000),
        (3, 1, 5_000),
        (4, 1, 6_000),
        (10, 1, 12_000),
        # Tối đa 200.000 đồng/bản.
        (197, 1, 199_000),
        (198, 1, 200_000),
        (199, 1, 200_000),
        (2_000, 1, 200_000),
        # Mỗi bản tính riêng.
        (1, 60, 120_000),
        (2, 60, 240_000),
        (3, 20, 100_000),
        (500, 3, 600_000),
    ],
)
def test_copies_cost_by_the_page_and_the_copy(pages, copies, fee_vnd):
    assert COPY.fee_vnd(pages, copies) == fee_vnd


@pytest.mark.parametrize(
    ("matter", "day", "fee_vnd"),
    [
        (Matter.SIGNATURE, date(2026, 3, 10), 10_000),
        (Matter.CONTRACT, date(2026, 3, 10), 50_000),
        (Matter.AMENDMENT, date(2026, 3, 10), 30_000),
        (Matter.MISTAKE, date(2026, 3, 10), 25_000),
        # Thông tư liên tịch 158/2015/TTLT-BTC-BTP, đến hết 31/12/2016.
        (Matter.SIGNATURE, date(2016, 12, 31), 10_000),
        (Matter.CONTRACT, date(2016, 12, 31), 30_000),
        (Matter.CONTRACT, date(2017, 1, 1), 50_000),
        (Matter.AMENDMENT, date(2016, 12, 31), 20_000),
        (Matter.MISTAKE, date(2016, 12, 31), 10_000),
    ],
)
def test_the_other_matters_cost_by_the_case_whatever_the_copies(matter, day, fee_vnd):
    tariff = tariff_on(rules().tariff, matter, day)

    assert tariff.fee_vnd(7, 1) == tariff.fee_vnd(1, 5) == fee_vnd


@given(st.integers(1, 2_000), st.integers(1, 999))
def test_a_page_more_never_costs_less_and_no_copy_costs_more_than_the_most(pages, copies):
    fee_vnd = COPY.fee_vnd(pages, copies)

    assert fee_vnd <= COPY.fee_vnd(pages + 1, copies)
    assert fee_vnd == copies * COPY.fee_vnd(pages, 1) <= copies * 200_000


def test_the_tariff_tells_itself_with_its_source():
    assert COPY.words() == (
        "2.000 đồng/trang; từ trang thứ 3: 1.000 đồng/trang; tối đa 200.000 đồng/bản"
    )
    assert tariff_on(rules().tariff, Matter.SIGNATURE, TODAY).words() == "10.000 đồng/trường hợp"
    for rule in (*rules().tariff, *rules().book):
        assert rule.source
        assert rule.confidence
    for tariff in rules().tariff:
        assert tariff.decree


def test_every_matter_has_its_words_its_procedure_and_exactly_one_tariff_a_day():
    assert set(rules().procedures) == set(Matter) == set(MATTER_WORDS)
    assert set(KIND_WORDS) == set(CertificationKind)
    for matter in Matter:
        for day in (date(2016, 6, 1), date(2016, 12, 31), date(2017, 1, 1), TODAY):
            [_one] = [t for t in rules().tariff if t.matter is matter and t.in_force_on(day)]


@pytest.mark.parametrize(
    ("kind", "slot", "book"),
    [
        (CertificationKind.COPY, 0, "01/2026-SCT/BS"),
        (CertificationKind.COPY, 3, "04/2026-SCT/BS"),
        (CertificationKind.SIGNATURE, 0, "01/2026-SCT/CK,ĐC"),
        (CertificationKind.CONTRACT, 9, "10/2026-SCT/HĐ,GD"),
    ],
)
def test_a_book_is_named_by_volume_year_and_kind(kind, slot, book):
    assert book_of(rules().book, kind, TODAY, slot) == book


def test_no_two_desks_kinds_or_years_share_a_book():
    books = [
        book_of(rules().book, kind, date(year, 6, 1), slot)
        for kind in CertificationKind
        for year in (2025, 2026, 2027)
        for slot in range(10)
    ]

    assert len(set(books)) == len(books)


@pytest.mark.parametrize(
    ("numbers", "words"),
    [([], ""), ([7], "07"), ([1, 2], "01–02"), ([14, 3, 13, 12], "03, 12–14"), ([118], "118")],
)
def test_numbers_in_a_row_are_said_as_a_range(numbers, words):
    assert number_range(numbers) == words
