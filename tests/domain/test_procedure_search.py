"""A procedure found from a few typed letters."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from reception.domain.procedure import catalogue_on
from reception.domain.procedure_search import ProcedureIndex
from reception.paths import resource
from reception.services.catalogue_file import read_abbreviations, read_catalogue

BIRTH = "1.001193"
BIRTH_AGAIN = "1.004884"
DEATH = "1.000656"
MARRIAGE = "1.000894"
MARRIAGE_AGAIN = "1.004746"
COPY_OF_BIRTH = "2.000635"
CERTIFIED_COPY = "2.000815"
CERTIFIED_SIGNATURE = "2.000884"
SINGLE_STATUS = "1.004873"


@pytest.fixture(scope="module")
def index() -> ProcedureIndex:
    reading = read_catalogue(resource("procedures/catalogue.csv"))
    abbreviations = read_abbreviations(resource("procedures/abbreviations.toml"))
    return ProcedureIndex(catalogue_on(reading.procedures, date(2026, 11, 22)), abbreviations)


def found(index: ProcedureIndex, text: str, recent: dict[str, int] | None = None) -> list[str]:
    return [procedure.code for procedure in index.find(text, recent or {})]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("ks", BIRTH),
        ("KS", BIRTH),
        ("khai sinh", BIRTH),
        ("khai sinh lai", BIRTH_AGAIN),
        ("ks lai", BIRTH_AGAIN),
        ("dkks", BIRTH),
        ("kt", DEATH),
        ("kh", MARRIAGE),
        ("ket hon", MARRIAGE),
        ("Kết Hôn", MARRIAGE),
        ("hon ket lai", MARRIAGE_AGAIN),
        ("dkkh", MARRIAGE),
        ("gks", COPY_OF_BIRTH),
        ("cts", CERTIFIED_COPY),
        ("ctbs", CERTIFIED_COPY),
        ("ctck", CERTIFIED_SIGNATURE),
        ("xnhn", SINGLE_STATUS),
        ("kscs", "1.004772"),
        ("1.001193", BIRTH),
        ("1193", BIRTH),
    ],
)
def test_a_few_letters_bring_the_procedure_to_the_top(
    index: ProcedureIndex, typed: str, first: str
) -> None:
    assert found(index, typed)[0] == first


def test_decomposed_typing_finds_the_same(index: ProcedureIndex) -> None:
    typed = "đăng ký kết hôn"
    assert found(index, unicodedata.normalize("NFD", typed)) == found(index, typed)
    assert found(index, typed) == found(index, "dang ky ket hon")


def test_this_desks_use_ranks_good_answers(index: ProcedureIndex) -> None:
    assert found(index, "kh", {MARRIAGE_AGAIN: 9, MARRIAGE: 8})[:2] == [MARRIAGE_AGAIN, MARRIAGE]
    assert found(index, "chung thuc", {CERTIFIED_SIGNATURE: 3})[0] == CERTIFIED_SIGNATURE


def test_use_does_not_lift_a_weak_answer_over_a_good_one(index: ProcedureIndex) -> None:
    weak = found(index, "ctbs")[-1]
    assert found(index, "ctbs", {weak: 1000})[0] == CERTIFIED_COPY


def test_without_text_the_most_used_come_first(index: ProcedureIndex) -> None:
    recent = {CERTIFIED_COPY: 40, DEATH: 2}
    assert found(index, "  ", recent)[:3] == [CERTIFIED_COPY, DEATH, BIRTH]


def test_every_typed_word_must_be_answered(index: ProcedureIndex) -> None:
    assert found(index, "khai sinh zzz") == []
    assert found(index, "zzz") == []


def test_no_more_is_returned_than_asked(index: ProcedureIndex) -> None:
    assert len(index.find("dang ky", {}, limit=5)) == 5


def test_a_pasted_page_is_no_trouble(index: ProcedureIndex) -> None:
    assert found(index, "khai sinh " * 5000)[0] == BIRTH


def test_the_same_question_has_the_same_answer(index: ProcedureIndex) -> None:
    assert found(index, "dat") == found(index, "dat")
    assert len(set(found(index, "dat"))) == len(found(index, "dat"))


def test_a_word_deep_in_a_long_name_does_not_outrank_a_name_that_begins_with_it(index):
    """“Không thể ký” far back in a name says less than “khai sinh” at its beginning."""
    recent = {"2.000884": 200, "1.001193": 5}
    found = [procedure.code for procedure in index.find("kh", recent, limit=100)]
    assert found[0] == "1.001193"
    assert found.index("1.000894") < found.index("2.000884")
