"""Which forms are in force on a day, and where their wording comes from."""

from __future__ import annotations

import re
from datetime import date

import pytest

from reception.domain.errors import RuleViolation
from reception.domain.paper import Table
from reception.services import forms, samples


@pytest.mark.parametrize(
    ("day", "regime"),
    [
        (date(2015, 1, 1), "2018"),
        (date(2019, 1, 6), "2018"),
        (date(2025, 9, 14), "2018"),
        (date(2025, 9, 15), "2025"),
        (date(2027, 1, 1), "2025"),
    ],
)
def test_the_forms_change_on_15_september_2025(day, regime):
    assert forms.regime_on(day) == regime


# Those of which either regime has a form of its own.
STATUTORY = (
    forms.RECEIPT,
    forms.SUPPLEMENT_REQUEST,
    forms.REFUSAL_NOTICE,
    forms.APOLOGY_LETTER,
    forms.CONTROL_SHEET,
)


@pytest.mark.parametrize("regime", ["2018", "2025"])
@pytest.mark.parametrize("form", [f for f in forms.FORMS + forms.OTHER_FORMS if f not in STATUTORY])
def test_a_paper_without_a_form_in_the_law_says_that_it_is_the_office_s_own(form, regime):
    wording = forms.wording(form, regime)

    assert wording.regime == "office"
    assert wording.decree
    assert wording.source
    assert wording.confidence


@pytest.mark.parametrize("regime", ["2018", "2025"])
@pytest.mark.parametrize("form", STATUTORY)
def test_every_wording_tells_where_it_comes_from_and_how_sure_it_is(form, regime):
    wording = forms.wording(form, regime)

    assert wording.decree.startswith("Thông tư 0")
    assert wording.source
    assert wording.confidence
    assert wording.in_force_on(date(2020, 1, 1)) == (regime == "2018")
    assert wording.in_force_on(date(2026, 1, 1)) == (regime == "2025")


@pytest.mark.parametrize("regime", ["2018", "2025"])
@pytest.mark.parametrize("form", forms.LIST_FORMS)
def test_every_list_has_a_wording_in_either_regime_with_its_source(form, regime):
    wording = forms.wording(form, regime)

    assert wording.regime == (regime if form == forms.REGISTER else "office")
    assert wording.decree
    assert wording.source
    assert wording.confidence


def test_a_list_of_a_regime_that_never_was_is_refused():
    with pytest.raises(RuleViolation) as refusal:
        forms.wording(forms.CALL_LIST, "1995")
    assert refusal.value.code == "no-such-form"


@pytest.mark.parametrize(
    ("form", "regime", "said"),
    [
        ("receipt", "1995", "Không có bộ mẫu “1995”; hãy chọn một trong: 2018, 2025."),
        ("receipt", "2025-lạ", "hãy chọn bản table hoặc bỏ tên bản."),
        ("receipt", "2018-table", "của bộ 2018 không có bản “table”; hãy bỏ tên bản."),
        ("recept", "2025", "có phải “receipt” không?"),
        ("vé", "2025", "hãy xem tên các mẫu bằng “reception print --help”."),
    ],
)
def test_a_wrong_form_regime_or_edition_is_refused_shortly(form, regime, said):
    with pytest.raises(RuleViolation) as refusal:
        forms.wording(form, regime)
    assert refusal.value.code == "no-such-form"
    assert said in refusal.value.text
    assert len(refusal.value.text) < 120


@pytest.mark.parametrize(("form", "regime"), [("ticket", "2025"), ("receipt-table", "2018")])
def test_an_unknown_sample_is_refused(form, regime):
    with pytest.raises(RuleViolation) as refusal:
        samples.sample_paper(form, regime)
    assert refusal.value.code == "no-such-form"


@pytest.mark.parametrize("regime", ["2018", "2025"])
def test_a_sample_list_names_no_day_of_a_weekend(regime):
    blocks = samples.sample_paper(forms.REGISTER, regime).blocks
    cells = [cell for table in blocks if isinstance(table, Table) for cell in table.rows]
    dates = re.findall(r"(\d\d)/(\d\d)/(\d{4})", str(cells))

    assert dates
    assert all(date(int(y), int(m), int(d)).weekday() < 5 for d, m, y in dates)
