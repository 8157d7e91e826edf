"""Slips for weak eyes, for several dossiers, without a dossier, and to fill in by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reception.domain import slips
from reception.domain.dossier_frame import Issue
from reception.domain.errors import RuleViolation
from reception.domain.list_frame import Drawing
from reception.domain.paper import Items, Layout, Line, Paper, Sentence, Table
from reception.services import forms, samples
from reception.services.sample_dossiers import (
    CLERK,
    sample_dossier,
    sample_office,
    sample_procedure,
    several_dossiers,
)

OFFICE = sample_office("2025")
RECEIVED = sample_dossier(forms.RECEIPT, "2025")
AT = RECEIVED.opened_at


def facts(paper: Paper) -> dict[str, str]:
    lines = (block for block in paper.blocks if isinstance(block, Line))
    return {part.label: part.value for line in lines for part in line.parts}


def issue(form: str) -> Issue:
    return Issue(OFFICE, forms.wording(form, "2025"), AT, CLERK)


def test_the_slip_in_large_letters_says_what_matters_and_no_more():
    paper = slips.large_letter_slip(RECEIVED, issue(forms.LARGE_LETTER_SLIP))

    assert paper.layout is Layout.LARGE
    assert facts(paper) == {
        "Mã:": RECEIVED.code,
        "Tên:": "H’Hen Niê Đỗ Thị Ưởng",
        "Việc:": "Thủ tục đăng ký khai sinh",
        "Đến lấy:": "trước 17 giờ 30, ngày 12/03/2026",
        "Tại:": "Trung tâm Phục vụ hành chính công xã Ước Lễ",
        "Hỏi:": "0238 3123 456",
    }


def test_it_tells_the_new_appointment_once_there_is_one():
    apologised = sample_dossier(forms.APOLOGY_LETTER, "2025")
    paper = slips.large_letter_slip(apologised, issue(forms.LARGE_LETTER_SLIP))
    assert facts(paper)["Đến lấy:"] == "trước 17 giờ 30, ngày 17/03/2026"


def test_several_dossiers_of_one_person_have_one_receipt():
    paper = slips.receipt_list(several_dossiers("2025"), issue(forms.RECEIPT_LIST))

    (table,) = (block for block in paper.blocks if isinstance(block, Table))
    assert [column.title for column in table.columns] == [
        "STT", "Mã hồ sơ", "Nội dung", "Đơn vị", "Ngày nhận", "Ngày hẹn trả", "Thời hạn xử lý",
        "Số lượng hồ sơ", "Họ và tên",
    ]  # fmt: skip
    assert [row[1] for row in table.rows] == [f"H40.16-260309-000{n}" for n in (1, 2, 3)]
    said = [block.text for block in paper.blocks if isinstance(block, Sentence)]
    assert "Số lượng hồ sơ: 03 hồ sơ, 03 bộ (kèm theo danh sách)" in said
    assert "BIÊN BẢN GIAO NHẬN HỒ SƠ" in said
    assert paper.layout is Layout.A4_LANDSCAPE


def test_dossiers_of_two_people_do_not_share_a_receipt():
    stranger = replace(
        RECEIVED, intake=replace(RECEIVED.intake, owner=replace(RECEIVED.intake.owner, name="An"))
    )
    with pytest.raises(RuleViolation) as refusal:
        slips.receipt_list([RECEIVED, stranger], issue(forms.RECEIPT_LIST))
    assert refusal.value.code == "several-applicants"


def test_a_dossier_that_was_not_received_is_on_no_receipt():
    guided = sample_dossier(forms.SUPPLEMENT_REQUEST, "2025")
    with pytest.raises(RuleViolation) as refusal:
        slips.receipt_list([RECEIVED, guided], issue(forms.RECEIPT_LIST))
    assert refusal.value.code == "no-receipt"
    with pytest.raises(RuleViolation) as refusal:
        slips.large_letter_slip(guided, issue(forms.LARGE_LETTER_SLIP))
    assert refusal.value.code == "no-large-letter-slip"


def test_guidance_needs_no_dossier():
    drawing = Drawing(OFFICE, forms.wording(forms.GUIDANCE_SLIP, "2025"), AT, clerk=CLERK)

    paper = slips.guidance_slip(sample_procedure(), drawing)

    (table,) = (block for block in paper.blocks if isinstance(block, Table))
    assert table.rows[2] == ("3", "Giấy chứng nhận kết hôn của cha, mẹ", "", "01")
    assert table.rows[3][1].endswith("(nếu có)")
    told = facts(paper)
    assert told["Thời hạn giải quyết:"] == "03 ngày làm việc"
    assert told["Phí, lệ phí:"] == "không thu phí"
    assert told["Mã thủ tục:"] == "1.001193"


@pytest.mark.parametrize("regime", ["2018", "2025"])
def test_a_blank_receipt_has_every_line_and_its_number_and_nothing_else(regime):
    blank = samples.sample_paper(forms.BLANK_SLIP, regime)
    receipt = samples.sample_paper(forms.RECEIPT, regime)

    year = "2024" if regime == "2018" else "2026"
    assert blank.number == f"Số: 0001/{year}/PTG"
    assert blank.code128 == f"0001/{year}/PTG"
    assert not blank.qr
    assert blank.title == receipt.title
    unit = next(label for label in facts(blank) if "Trả kết quả:" in label)
    assert {label for label, value in facts(blank).items() if value} == {unit}
    assert facts(blank).keys() == facts(receipt).keys()
    (listed,) = (block for block in blank.blocks if isinstance(block, Items))
    assert len(listed.items) == 5
    assert all(not signature.name for signature in blank.signatures)
