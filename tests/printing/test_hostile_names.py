"""Names that look like markup, templates or commands stand on every paper letter by letter."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from reception.domain.applicant import Address
from reception.domain.dossier_frame import Issue
from reception.domain.intake import SubmittedPaper
from reception.domain.paper_forms import own_moment
from reception.printing.papers import render
from reception.printing.web_page import web_page
from reception.services import forms
from reception.services.sample_dossiers import day_of, sample_dossier, sample_office

NAME = "<img src='file:///etc/passwd'> {{7*7}} A & B <C>"
ADDRESS = "{owner} {0.__class__} %s ${HOME} &lt;b&gt; </para>"
PAPER = "<a href='http://x'>Tờ khai</a> '; DROP TABLE dossier; --"
# What a paper that anybody opens must never hold: nothing runs, nothing leads anywhere.
ACTIVE = {"/JS", "/JavaScript", "/OpenAction", "/AA", "/Launch", "/URI", "/EmbeddedFile", "/XFA"}


def hostile_paper(form: str, regime: str):
    dossier = sample_dossier(form, regime)
    person = replace(dossier.intake.owner, name=NAME, address=Address(as_written=ADDRESS))
    papers = (SubmittedPaper(PAPER), *dossier.intake.papers)
    intake = replace(dossier.intake, owner=person, submitter=None, papers=papers)
    dossier = replace(dossier, intake=intake)
    at = own_moment(form, dossier, dossier.touched_at or day_of(regime))
    issue = Issue(sample_office(regime), forms.wording(form, regime), at, NAME)
    return forms.paper(form, dossier, issue)


def bare(text: str) -> str:
    return "".join(text.split())


def keys_of(value: Any, seen: set[int]) -> set[str]:
    """Every key of every dictionary of a PDF."""
    if isinstance(value, IndirectObject):
        if value.idnum in seen:
            return set()
        seen.add(value.idnum)
        value = value.get_object()
    if isinstance(value, DictionaryObject):
        inner = [keys_of(value.raw_get(key), seen) for key in value]
        return set(value).union(*inner)
    if isinstance(value, ArrayObject):
        return set().union(*(keys_of(each, seen) for each in value))
    return set()


@pytest.mark.parametrize("regime", ["2018", "2025"])
@pytest.mark.parametrize("form", forms.FORMS)
def test_every_paper_shows_them_literally_and_holds_nothing_active(form, regime, text_of):
    try:
        paper = hostile_paper(form, regime)
    except LookupError:
        pytest.skip("this regime has no such paper")
    pdf = render([paper])
    text = bare(text_of(pdf))

    for words in (NAME, ADDRESS, PAPER):
        assert (bare(words) in text) == (words in repr(paper)), words
    names_nobody = {forms.CONTROL_SHEET, forms.SURVEY_SHEET}
    assert bare(NAME) in text or form in names_nobody
    assert keys_of(PdfReader(BytesIO(pdf)).trailer, set()) & ACTIVE == set()


@pytest.mark.parametrize("form", forms.FORMS)
def test_every_paper_as_a_web_page_holds_no_markup_of_theirs(form):
    page = web_page(hostile_paper(form, "2025"))

    assert "<img" not in page
    assert "<a href='http://x'" not in page
    assert "</para>" not in page
