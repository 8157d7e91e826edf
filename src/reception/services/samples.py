"""Papers on invented data: to try a form, a printer or a paper size before the first dossier."""

from __future__ import annotations

from reception.domain import slips
from reception.domain.dossier_frame import Issue
from reception.domain.list_frame import Drawing
from reception.domain.paper import FormWording, Paper
from reception.domain.paper_forms import own_moment
from reception.services import forms, sample_lists
from reception.services.sample_dossiers import (
    CLERK,
    day_of,
    sample_dossier,
    sample_office,
    sample_procedure,
    several_dossiers,
)

RECEIPT_TABLE = "receipt-table"
SAMPLES = (*forms.FORMS, *forms.OTHER_FORMS, RECEIPT_TABLE)
_BLANKS = 2


def sample_paper(form: str, regime: str) -> Paper:
    """The first of :func:`sample_papers`."""
    return sample_papers(form, regime)[0]


def sample_papers(form: str, regime: str, *, template: str = "") -> list[Paper]:
    """One of ``SAMPLES`` or a list, as the regime ``2018`` or ``2025`` has it, on invented data.

    ``template`` chooses another edition of the form, as ``table`` does of the receipt.

    Raises:
        RuleViolation: ``no-such-form``.
    """
    if form == RECEIPT_TABLE and not template:
        form, template = forms.RECEIPT, "table"
    if form not in SAMPLES and form not in forms.LIST_FORMS:
        raise forms.no_such_form(form)
    return papers_in(forms.wording(form, f"{regime}-{template}" if template else regime), regime)


def papers_in(wording: FormWording, regime: str) -> list[Paper]:
    """A wording filled in with invented data of a regime's time."""
    form, office, at = wording.form, sample_office(regime), day_of(regime)
    if form in forms.LIST_FORMS:
        return [sample_lists.sample_list(form, _drawing(wording, regime))]
    if form == forms.GUIDANCE_SLIP:
        procedure = sample_procedure()
        lacking = [procedure.papers[0].name]
        return [slips.guidance_slip(procedure, _drawing(wording, regime), lacking)]
    if form == forms.BLANK_SLIP:
        receipt = forms.wording(forms.RECEIPT, regime)
        return [_blank(receipt, wording, regime, n) for n in range(1, _BLANKS + 1)]
    dossier = sample_dossier(form, regime)
    issue = Issue(office, wording, own_moment(form, dossier, dossier.touched_at or at), CLERK)
    if form == forms.RECEIPT_LIST:
        return [slips.receipt_list(several_dossiers(regime), issue)]
    return [forms.paper(form, dossier, issue)]


def trial_papers(wording: FormWording) -> list[Paper]:
    """Papers that together need every fact that a wording of a form may ask for."""
    number = wording.regime.partition("-")[0]
    regime = number if number.isdigit() else forms.regime_on(wording.valid_from)
    papers = papers_in(wording, regime)
    if wording.form == forms.RECEIPT:
        linked = sample_dossier(forms.CONTROL_SHEET, regime)
        papers.append(
            forms.paper(
                forms.RECEIPT, linked, Issue(sample_office(regime), wording, linked.opened_at)
            )
        )
        papers.append(_blank(wording, forms.wording(forms.BLANK_SLIP, regime), regime, 1))
    return papers


def _blank(receipt: FormWording, wording: FormWording, regime: str, n: int) -> Paper:
    year = day_of(regime).year
    return slips.blank_slip(sample_office(regime), receipt, wording, f"{n:04d}/{year}/PTG", year)


def _drawing(wording: FormWording, regime: str) -> Drawing:
    return Drawing(
        sample_office(regime),
        wording,
        day_of(regime),
        number="07",
        clerk=CLERK,
        in_charge=sample_lists.IN_CHARGE,
    )
