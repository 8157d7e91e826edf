"""Which papers a dossier has, and which of them is the one to print now."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from reception.domain.delay import Ground
from reception.domain.dossier_events import (
    Corrected,
    FeeSettled,
    PaperIssued,
    Rejected,
    SupplementRequested,
    Suspended,
)
from reception.domain.dossier_frame import Issue
from reception.domain.errors import RuleViolation
from reception.domain.intake_events import ReceiptUndone
from reception.domain.life import evolve
from reception.domain.paper_forms import own_moment, papers_of
from reception.services import forms
from reception.services.sample_dossiers import sample_dossier, sample_office

RECEIVED = sample_dossier(forms.RECEIPT, "2025")
AT = RECEIVED.opened_at
ALL = [sample_dossier(form, "2025") for form in forms.FORMS]


def after(*events: object):
    dossier = RECEIVED
    for event in events:
        dossier = evolve(dossier, dossier.dossier_id, event)
    return dossier


@pytest.mark.parametrize("form", forms.FORMS)
def test_the_paper_of_the_latest_act_comes_first(form):
    beside = {forms.CONTROL_SHEET, forms.FEE_NOTICE, forms.LARGE_LETTER_SLIP, forms.SURVEY_SHEET}
    if form in beside:
        return
    assert papers_of(sample_dossier(form, "2025"))[0] == form


def test_what_is_offered_can_be_made_and_what_is_not_cannot():
    asked = SupplementRequested(AT, "0001/2026/PBS", ("Tờ khai",), "thiếu")
    lives = [
        *ALL,
        after(asked),
        after(Rejected(AT, "1/2026/PTC", "không đủ")),
        after(Suspended(AT, Ground.COURT)),
        after(FeeSettled(AT, 5000)),
    ]
    for dossier in lives:
        for form in forms.FORMS:
            at = own_moment(form, dossier, AT)
            issue = Issue(sample_office("2025"), forms.ruling_for(form, dossier, at), at)
            if form in papers_of(dossier):
                assert forms.paper(form, dossier, issue).blocks
            else:
                with pytest.raises(RuleViolation):
                    forms.paper(form, dossier, issue)


def test_a_receipt_that_was_undone_leaves_no_paper():
    assert papers_of(after(ReceiptUndone(AT, "nhầm"))) == ()


def test_a_voided_paper_comes_before_all_others():
    asked = SupplementRequested(AT, "0001/2026/PBS", ("Tờ khai",), "thiếu")
    mended = after(
        PaperIssued("receipt", 1, AT), asked, Corrected(AT, RECEIVED.intake, (), "gõ sai")
    )
    assert papers_of(mended)[:2] == (forms.RECEIPT, forms.SUPPLEMENT_REQUEST)


def test_a_letter_that_went_out_makes_room_for_the_receipt():
    apologised = sample_dossier(forms.APOLOGY_LETTER, "2025")
    assert papers_of(apologised)[0] == forms.APOLOGY_LETTER
    sent = replace(apologised, papers_issued={forms.APOLOGY_LETTER: 1})
    assert papers_of(sent)[0] == forms.RECEIPT


def test_a_paper_is_of_the_day_of_its_act():
    later = AT + timedelta(days=400)
    apologised = sample_dossier(forms.APOLOGY_LETTER, "2025")
    assert own_moment(forms.RECEIPT, apologised, later) == apologised.opened_at
    assert own_moment(forms.APOLOGY_LETTER, apologised, later) == apologised.apology.at
    assert own_moment(forms.CONTROL_SHEET, apologised, later) == later


def test_an_apology_of_today_for_a_dossier_of_2024_takes_the_form_of_today():
    old = sample_dossier(forms.APOLOGY_LETTER, "2018")
    late = replace(old, apology=replace(old.apology, at=AT))
    at = own_moment(forms.APOLOGY_LETTER, late, AT)

    assert forms.ruling_for(forms.APOLOGY_LETTER, late, at).regime == "2025"
    assert forms.ruling_for(forms.RECEIPT, late, late.opened_at).regime == "2018"
