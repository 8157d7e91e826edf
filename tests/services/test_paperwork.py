"""First it is on disk that a paper goes out, then it is handed over."""

from __future__ import annotations

import pytest

from at_the_counter import BY, asking
from reception.domain.errors import RuleViolation, Trouble
from reception.printing.page import PaperSize
from reception.services import intake, lookup, paperwork


def issued(desk, dossier) -> dict[str, int]:
    return lookup.open_dossier(desk, dossier.dossier_id).dossier.papers_issued


def test_reprints_count_up_and_previews_do_not(desk):
    dossier = intake.register(desk, asking(), by=BY)
    paperwork.preview(desk, dossier.dossier_id, "receipt")
    assert issued(desk, dossier) == {}

    pdfs = [paperwork.issue(desk, dossier.dossier_id, "receipt", by=BY) for _ in range(3)]

    assert issued(desk, dossier) == {"receipt": 3}
    assert all(pdf.startswith(b"%PDF") for pdf in pdfs)
    assert len(set(pdfs)) > 1


@pytest.mark.parametrize(
    ("form", "name"),
    [("không có", "Lò Thị Mây"), ("refusal-notice", "Lò Thị Mây"), ("receipt", "李")],
)
def test_a_paper_that_cannot_be_drawn_is_not_issued(desk, form, name):
    dossier = intake.register(desk, asking(name), by=BY)
    events = desk.store.journal.count()

    with pytest.raises(RuleViolation):
        paperwork.issue(desk, dossier.dossier_id, form, by=BY)

    assert issued(desk, dossier) == {}
    assert desk.store.journal.count() == events


def test_each_intake_has_its_paper(desk, tmp_path):
    received = intake.register(desk, asking(), by=BY)
    guided = intake.guide(desk, asking(), wanted=["Tờ khai"], reason="thiếu", by=BY)
    refused = intake.refuse(desk, asking(), reason="không thuộc thẩm quyền", by=BY)

    names = [
        paperwork.issue_to(desk, dossier, tmp_path / "giấy", by=BY, size=PaperSize.A4).name
        for dossier in (received, guided, refused)
    ]

    assert names == ["H40.16-260310-0001.pdf", "0001-2026-PBS.pdf", "0001-2026-PTC.pdf"]
    assert [paperwork.form_for(dossier) for dossier in (received, guided, refused)] == [
        "receipt",
        "supplement-request",
        "refusal-notice",
    ]


def test_no_paper_for_a_dossier_that_is_not_there(desk):
    with pytest.raises(RuleViolation) as refusal:
        paperwork.issue(desk, "không có", "receipt", by=BY)

    assert refusal.value.code == "unknown-dossier"


def test_a_paper_that_cannot_be_saved_says_that_the_dossier_is(tmp_path):
    with pytest.raises(Trouble, match="Hồ sơ đã lưu") as trouble:
        paperwork.save(b"%PDF", tmp_path)

    assert trouble.value.code == "cannot-save"
