"""What feedback is about: the dossier it names, the procedure of the catalogue."""

from __future__ import annotations

from dataclasses import replace

import pytest

from at_the_counter import BY, asking
from reception.domain.errors import RuleViolation
from reception.services import feedback, feedback_about, intake
from reception.services.feedback import FeedbackRequest

SAID = FeedbackRequest("Hẹn lại ba lần")


@pytest.fixture
def dossier(desk):
    return intake.register(desk, asking("Vàng A Lử"), by=BY)


@pytest.mark.parametrize("typed", ["{}", " {} ", "{}|2026-03-10"])
def test_the_dossier_it_names_tells_procedure_and_field(desk, dossier, typed):
    said = replace(SAID, dossier=typed.format(dossier.code.lower()))

    received = feedback.receive(desk, said, by=BY).received

    procedure = dossier.intake.procedure
    assert received.dossier == dossier.code
    assert (received.procedure, received.field) == (procedure.name, procedure.field)


def test_what_was_typed_of_procedure_and_field_comes_before_the_dossiers(desk, dossier):
    said = replace(SAID, dossier=dossier.code, procedure="cấp lại giấy tờ", field="Đất đai")

    received = feedback.receive(desk, said, by=BY).received

    assert (received.procedure, received.field) == ("cấp lại giấy tờ", "Đất đai")


@pytest.mark.parametrize("of", ["name", "code"])
def test_a_procedure_of_the_catalogue_tells_its_field(desk, of):
    known = desk.find_procedures("khai sinh")[0]

    said = replace(SAID, procedure=getattr(known, of).upper())
    received = feedback.receive(desk, said, by=BY).received

    assert (received.procedure, received.field) == (known.name, known.field)


def test_a_code_that_nobody_knows_is_told_and_takes_no_number(desk):
    with pytest.raises(RuleViolation) as refusal:
        feedback.receive(desk, replace(SAID, dossier="h40.16-260301-0001"), by=BY)

    assert (refusal.value.code, refusal.value.field) == ("dossier-unknown", "dossier")
    assert "H40.16-260301-0001" in refusal.value.text
    assert feedback.find(desk) == []


def test_it_is_kept_all_the_same_where_that_is_said_and_known_once_the_dossier_came(desk):
    said = replace(SAID, dossier="h40.16-260301-0001", dossier_unknown=True)

    received = feedback.receive(desk, said, by=BY).received

    assert received.dossier == "H40.16-260301-0001"
    words = feedback_about.dossier_words(desk, received.dossier)
    assert words == "H40.16-260301-0001 (không rõ hồ sơ)"
    came = intake.register(desk, asking("Vàng A Lử"), by=BY)
    assert feedback_about.dossier_words(desk, came.code) == came.code
