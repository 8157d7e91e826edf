"""What the papers of a dossier's later acts say, in the shipped wording."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from reception.domain import later_papers
from reception.domain.apology import Proposal
from reception.domain.delay import Cause, Ground
from reception.domain.dossier import Dossier
from reception.domain.dossier_events import (
    Corrected,
    FeeSettled,
    HandedOver,
    PaidBy,
    PaperIssued,
    Rejected,
    Stopped,
    SupplementRequested,
    Suspended,
    TimeCorrected,
)
from reception.domain.dossier_events import Moment as Moved
from reception.domain.dossier_frame import Issue
from reception.domain.errors import RuleViolation
from reception.domain.life import evolve
from reception.domain.paper import Items, Line, Paper, Sentence, Table
from reception.domain.paper_forms import own_moment
from reception.domain.procedure import Fee, SupplementRule
from reception.services import forms, sample_dossiers
from reception.services.sample_dossiers import sample_dossier, sample_office

RECEIVED = sample_dossier(forms.RECEIPT, "2025")
AT = RECEIVED.opened_at


def paper(form: str, dossier: Dossier, regime: str = "2025", **more: object) -> Paper:
    at = own_moment(form, dossier, dossier.opened_at)
    wording = forms.wording(form, regime)
    issue = Issue(sample_office(regime), wording, at, sample_dossiers.CLERK, **more)
    return forms.paper(form, dossier, issue)


def facts(made: Paper) -> dict[str, str]:
    lines = (block for block in made.blocks if isinstance(block, Line))
    return {part.label: part.value for line in lines for part in line.parts}


def sentences(made: Paper) -> str:
    return " ".join(block.text for block in made.blocks if isinstance(block, Sentence))


def after(*events: object, dossier: Dossier = RECEIVED) -> Dossier:
    for event in events:
        dossier = evolve(dossier, dossier.dossier_id, event)
    return dossier


def test_the_apology_of_2025_says_everything_in_its_order():
    made = paper(forms.APOLOGY_LETTER, sample_dossier(forms.APOLOGY_LETTER, "2025"))

    assert made.title == "PHIẾU XIN LỖI VÀ ĐỀ NGHỊ GIA\u00a0HẠN THỜI GIAN GIẢI QUYẾT"
    assert made.number == "Số: 0004/PXL"
    assert made.place_and_date == "Ước Lễ, ngày 11 tháng 03 năm 2026"
    assert next(iter(facts(made).items())) == ("Kính gửi:", "H’Hen Niê Đỗ Thị Ưởng")
    assert (
        "Ngày 09 tháng 03 năm 2026, Ủy ban nhân dân xã Ước Lễ tiếp nhận giải quyết hồ sơ đề nghị"
        " giải quyết thủ tục hành chính “Thủ tục đăng ký khai sinh” của Ông/Bà/Tổ chức"
        " H’Hen Niê Đỗ Thị Ưởng; số định danh: 040300000017; mã số hồ sơ: H40.16-260309-0001."
    ) in sentences(made)
    assert facts(made)["Thời gian hẹn trả kết quả giải quyết hồ sơ:"] == (
        "17 giờ 30 phút, ngày 12 tháng 03 năm 2026"
    )
    assert facts(made)["Lý do:"].startswith("Phải xác minh")
    assert "sẽ trả kết quả giải quyết hồ sơ nói trên vào ngày 17 tháng 03 năm 2026." in sentences(
        made
    )
    assert sentences(made).endswith("./.")
    assert [(s.title, s.name) for s in made.signatures] == [
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN", "Lò Thị Mây")
    ]
    assert not made.qr


def test_the_apology_of_2018_asks_for_no_identity_and_tells_who_gets_it():
    made = paper(forms.APOLOGY_LETTER, sample_dossier(forms.APOLOGY_LETTER, "2018"), "2018")

    assert made.title == "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ"
    assert "số định danh" not in sentences(made)
    assert made.sent_to == ("Như trên", "Bộ phận Tiếp nhận và Trả kết quả xã Ước Lễ", "Lưu: VT")


def test_a_draft_apology_is_marked_and_has_no_number_yet():
    draft = Proposal(
        Cause.STAFF,
        "",
        "Công chức nghỉ ốm.",
        AT + timedelta(days=8),
        "",
        date(2026, 3, 11),
        explained=True,
    )
    wording = forms.wording(forms.APOLOGY_LETTER, "2025")
    issue = Issue(sample_office("2025"), wording, AT, "")

    made = later_papers.apology_letter(RECEIVED, issue, draft)

    assert made.reprint == "DỰ THẢO"
    assert made.number == "Số: ....../PXL"
    assert facts(made)["Lý do:"] == "Công chức nghỉ ốm"
    assert made.signatures[0].title == "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ"
    with pytest.raises(RuleViolation) as refusal:
        later_papers.apology_letter(RECEIVED, issue)
    assert refusal.value.code == "no-apology-letter"


def test_the_stop_notice_tells_how_it_stood_and_what_goes_back():
    made = paper(forms.STOP_NOTICE, sample_dossier(forms.STOP_NOTICE, "2025"))

    said = facts(made)
    assert made.number == "Số: 0002/TBD"
    assert said["Hình thức đề nghị dừng:"] == "đơn nộp tại quầy"
    assert said["Ngày đề nghị:"] == "10/03/2026"
    assert said["Tình trạng giải quyết khi dừng:"].startswith("đang giải quyết")
    assert (
        said["Phí, lệ phí đã nộp và cách xử lý:"]
        == "chưa ghi thu; mức thu: Miễn lệ phí (đăng ký đúng hạn)"
    )
    (returned,) = (block for block in made.blocks if isinstance(block, Items))
    assert returned.items == ("Giấy chứng sinh do cơ sở y tế nơi trẻ em sinh ra cấp",)
    assert "tạm dùng" not in sentences(made)


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (Suspended(AT, Ground.COURT), "đang tạm dừng"),
        (SupplementRequested(AT, "0001/2026/PBS", ("Tờ khai",), "thiếu"), "đang chờ bổ sung"),
    ],
)
def test_a_stop_out_of_a_pause_says_so(before, said):
    stopped = after(before, Stopped(AT, "0001/2026/TBD", "đơn", "đổi ý", (), "hoàn 15.000 đồng"))

    told = facts(paper(forms.STOP_NOTICE, stopped))

    assert told["Tình trạng giải quyết khi dừng:"].startswith(said)
    assert told["Giấy tờ hoàn trả cho người nộp hồ sơ:"] == "không có"
    assert told["Phí, lệ phí đã nộp và cách xử lý:"] == "hoàn 15.000 đồng"


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (SupplementRule.RESTART, "được tính lại từ đầu sau khi nhận đủ hồ sơ"),
        (SupplementRule.PAUSE, "tạm dừng từ ngày ra phiếu này và được tính tiếp"),
    ],
)
@pytest.mark.parametrize("regime", ["2018", "2025"])
def test_a_supplement_request_during_settlement_tells_code_number_and_clock(rule, said, regime):
    event = SupplementRequested(AT, "0009/2026/PBS", ("Giấy chứng sinh",), "chưa có", rule)

    made = paper(forms.SUPPLEMENT_REQUEST, after(event), regime, complete_by=date(2026, 3, 30))

    told = facts(made)
    assert told["Mã hồ sơ:"] == RECEIVED.code
    assert told["Yêu cầu bổ sung:"] == "lần 1"
    assert told["Hoàn thiện hồ sơ chậm nhất:"] == "30/03/2026"
    assert said in sentences(made)
    assert made.number.startswith("Số: 0009/")
    assert any("chỉ yêu cầu bổ sung một lần" in note for note in made.notes)


def test_a_supplement_request_at_the_desk_promises_nothing_about_a_clock():
    guided = sample_dossier(forms.SUPPLEMENT_REQUEST, "2018")

    made = paper(forms.SUPPLEMENT_REQUEST, guided, "2018")

    assert "Mã hồ sơ:" not in facts(made)
    assert "Yêu cầu bổ sung:" not in facts(made)
    (table,) = (block for block in made.blocks if isinstance(block, Table))
    assert [row[2] for row in table.rows] == ["01", "02", "01"]


def test_a_refusal_after_appraisal_is_no_refusal_to_receive():
    rejected = after(Rejected(AT, "0005/2026/PTC", "không đủ điều kiện"))

    made = paper(forms.REFUSAL_NOTICE, rejected)

    assert facts(made)["Mã hồ sơ (nếu có):"] == RECEIVED.code
    assert "Qua thẩm định, Ủy ban nhân dân xã Ước Lễ thông báo không giải quyết" in sentences(made)
    assert "không tiếp nhận" not in sentences(made)
    assert made.number.startswith("Số: 0005/PTC")


def test_the_result_slip_names_recipient_right_originals_and_fee():
    made = paper(forms.RESULT_SLIP, sample_dossier(forms.RESULT_SLIP, "2025"))

    told = facts(made)
    assert told["Người nhận kết quả:"] == "Y Ka Ly Mlô"
    assert told["Số định danh cá nhân:"] == "040099000018"
    assert told["Nhận thay theo giấy ủy quyền:"].startswith("Giấy ủy quyền")
    assert (told["Kết quả đã trả:"], told["Số:"]) == ("Giấy khai sinh", "15/2026")
    assert told["Phí, lệ phí:"] == "đã nộp 15.000 đồng (biên lai điện tử 1C26TLP 00000127)"
    (originals,) = (block for block in made.blocks if isinstance(block, Items))
    assert len(originals.items) == 2
    assert [s.title for s in made.signatures] == ["NGƯỜI TRẢ KẾT QUẢ", "NGƯỜI NHẬN KẾT QUẢ"]


@pytest.mark.parametrize(
    ("amount", "tariff", "said"),
    [
        (0, "", "không thu phí"),
        (0, "2.000 đồng/trang", "không thu phí"),
        (None, "", "không thu phí"),
        (None, "2.000 đồng/trang", "chưa ghi thu; mức thu: 2.000 đồng/trang"),
        (4000, "2.000 đồng/trang", "4.000 đồng, chưa thu"),
    ],
)
def test_a_fee_that_nobody_took_down_is_not_denied(amount, tariff, said):
    handed = sample_dossier(forms.RESULT_SLIP, "2025")
    procedure = replace(handed.intake.procedure, fee=Fee(None, tariff))
    intake = replace(handed.intake, procedure=procedure, fee_vnd=amount)
    handed = replace(handed, intake=intake, fees=())

    assert facts(paper(forms.RESULT_SLIP, handed))["Phí, lệ phí:"] == said


def test_a_refusal_is_handed_over_as_the_result():
    handed = after(
        Rejected(AT, "0005/2026/PTC", "không đủ"), HandedOver(AT, "Y Ka Ly", waybill="EA1VN")
    )

    told = facts(paper(forms.RESULT_SLIP, handed))

    assert told["Kết quả đã trả:"] == "Phiếu từ chối giải quyết hồ sơ"
    assert told["Số:"] == "0005/2026/PTC"
    assert told["Gửi qua dịch vụ bưu chính, vận đơn số:"] == "EA1VN"


def test_the_fee_notice_is_no_receipt_for_money_and_says_so():
    owing = replace(RECEIVED, intake=replace(RECEIVED.intake, fee_vnd=1_015_000))
    paid = after(FeeSettled(AT, 15_000, PaidBy.TRANSFER, "1C26TLP", "0000123"), dossier=owing)

    made = paper(forms.FEE_NOTICE, paid)

    told = facts(made)
    assert "không phải là biên lai" in sentences(made)
    assert "BIÊN LAI" not in made.title
    assert told["Nội dung thu:"] == f"Phí, lệ phí: {owing.intake.procedure.name}"
    assert told["Số tiền:"] == "1.015.000 đồng"
    assert told["Bằng chữ:"] == "Một triệu không trăm mười lăm nghìn đồng"
    assert told["Còn phải nộp:"] == "1.000.000 đồng"
    (table,) = (block for block in made.blocks if isinstance(block, Table))
    assert table.rows == (("1", "09/03/2026", "chuyển khoản", "15.000", "1C26TLP", "0000123"),)


@pytest.mark.parametrize(
    ("form", "code"),
    [
        (forms.STOP_NOTICE, "no-stop-notice"),
        (forms.RESULT_SLIP, "no-result-slip"),
        (forms.FEE_NOTICE, "no-fee-notice"),
        (forms.APOLOGY_LETTER, "no-apology-letter"),
        (forms.CERTIFICATION_SLIP, "no-certification"),
    ],
)
def test_a_dossier_has_no_paper_of_what_did_not_happen(form, code):
    with pytest.raises(RuleViolation) as refusal:
        paper(form, RECEIVED)
    assert refusal.value.code == code


def test_a_receipt_prints_the_promise_that_holds_beside_the_first_one():
    later = replace(RECEIVED.promise, due_at=RECEIVED.due_at + timedelta(days=4))
    moved = after(
        PaperIssued("receipt", 1, AT),
        TimeCorrected(AT, Moved.RECEIVED, AT, AT + timedelta(days=1), "ghi nhầm", later),
    )

    told = facts(paper(forms.RECEIPT, moved, replaces=True))

    assert "Hạn đã hẹn lần đầu:" not in facts(paper(forms.RECEIPT, RECEIVED))
    assert told["Hạn đã hẹn lần đầu:"].endswith("12 tháng 03 năm 2026")
    assert told["Thời gian trả kết quả giải quyết hồ sơ:"].endswith("16 tháng 03 năm 2026")


def test_a_paper_in_the_place_of_a_voided_one_says_so():
    mended = after(PaperIssued("receipt", 1, AT), Corrected(AT, RECEIVED.intake, (), "gõ sai"))

    made = paper(forms.RECEIPT, mended, times=2, replaces="receipt" in mended.voided)

    assert made.reprint == "Thay thế giấy đã cấp trước đó, giấy cũ không còn giá trị"
