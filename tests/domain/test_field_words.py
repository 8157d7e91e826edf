"""A correction is told in the words of the form, never by a field's own name."""

from __future__ import annotations

from dataclasses import fields

import pytest

from reception.domain.applicant import Address, Party
from reception.domain.field_words import OF_INTAKE_WORDS, field_words, value_words
from reception.domain.intake import Intake

OF_PARTY = [field.name for field in fields(Party) if field.name != "address"]
OF_PARTY += [f"address.{field.name}" for field in fields(Address)]


@pytest.mark.parametrize("part", OF_PARTY)
def test_every_field_of_a_person_has_a_name(part):
    assert field_words(f"owner.{part}").startswith("Chủ hồ sơ, ")
    assert part not in field_words(f"submitter.{part}")


def test_every_other_field_of_an_intake_has_a_name():
    others = {field.name for field in fields(Intake)} - {"procedure", "owner", "submitter"}
    assert others == set(OF_INTAKE_WORDS)
    assert field_words("submitter") == "Người đến nộp"


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("channel", "online-full", "trực tuyến toàn trình"),
        ("return_by", "post", "qua dịch vụ bưu chính"),
        ("owner.kind", "business", "doanh nghiệp"),
        ("non_territorial", "True", "có"),
        ("owner.name", "True", "True"),
        ("notes", "", "(trống)"),
    ],
)
def test_a_value_is_told_as_people_say_it(path, text, said):
    assert value_words(path, text) == said


def test_each_word_can_be_said_in_another_language():
    assert field_words("owner.name", str.upper) == "CHỦ HỒ SƠ, HỌ TÊN"
    assert value_words("channel", "post", str.upper) == "QUA DỊCH VỤ BƯU CHÍNH"
