"""What the papers say; the wording itself is the shipped one of ``resources/forms``."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from reception.domain import documents
from reception.domain.applicant import Address, Party
from reception.domain.dossier import Dossier
from reception.domain.dossier_frame import Issue
from reception.domain.errors import RuleViolation
from reception.domain.intake import ReturnBy, SubmittedPaper
from reception.domain.numbering import find_code
from reception.domain.office import Office
from reception.domain.paper import Items, Line, Paper, Sentence, Table
from reception.domain.paper_forms import own_moment
from reception.domain.procedure import Fee
from reception.domain.promise import Promise, StageDue
from reception.domain.time_limit import TimeLimit, Unit
from reception.services import forms, sample_dossiers

OFFICE = sample_dossiers.sample_office("2025")
CLERK = "Hoàng Thị Yến"
RECEIVED = sample_dossiers.sample_dossier(forms.RECEIPT, "2025")
GUIDED = sample_dossiers.sample_dossier(forms.SUPPLEMENT_REQUEST, "2025")
REFUSED = sample_dossiers.sample_dossier(forms.REFUSAL_NOTICE, "2025")


def paper_of(
    form: str, dossier: Dossier, regime: str = "2025", office: Office = OFFICE, clerk: str = CLERK
) -> Paper:
    at = own_moment(form, dossier, dossier.opened_at)
    return forms.paper(form, dossier, Issue(office, forms.wording(form, regime), at, clerk))


def receipt(dossier: Dossier, regime: str = "2025", **options: object) -> Paper:
    wording = forms.wording(forms.RECEIPT, regime)
    return documents.receipt(dossier, Issue(OFFICE, wording, dossier.opened_at, CLERK, **options))


def facts(paper: Paper) -> dict[str, str]:
    """What follows each label; the later line where a label comes twice."""
    lines = (block for block in paper.blocks if isinstance(block, Line))
    return {part.label: part.value for line in lines for part in line.parts}


def sentences(paper: Paper) -> list[str]:
    return [block.text for block in paper.blocks if isinstance(block, Sentence)]


def promised(**changes: object) -> Dossier:
    return replace(RECEIVED, promise=replace(RECEIVED.promise, **changes))


def brought(**changes: object) -> Dossier:
    return replace(RECEIVED, intake=replace(RECEIVED.intake, **changes))


def test_the_receipt_of_2025_says_everything_in_its_order():
    paper = receipt(RECEIVED)

    assert list(facts(paper).items()) == [
        ("Mã hồ sơ:", "H40.16-260309-0001"),
        (
            "Trung tâm Phục vụ hành chính công/Bộ phận Tiếp nhận và Trả kết quả:",
            "Trung tâm Phục vụ hành chính công xã Ước Lễ",
        ),
        ("Tiếp nhận hồ sơ của Ông (Bà)/Tổ chức:", "H’Hen Niê Đỗ Thị Ưởng"),
        ("Số định danh cá nhân/tổ chức:", "040300000017"),
        ("Địa chỉ:", "Buôn Ƀă, thôn Đông, xã Ước Lễ, tỉnh Nghệ An"),
        ("Số điện thoại:", "0912345678"),
        ("Email:", "h.nie@example.vn"),
        (
            "Nội dung yêu cầu giải quyết:",
            "Thủ tục đăng ký khai sinh. Khai sinh cho con: Y Ka Ly",
        ),
        ("Số lượng hồ sơ (bộ):", "01"),
        ("Thời gian giải quyết hồ sơ theo quy định là:", "03 ngày làm việc"),
        ("Thời gian nhận hồ sơ:", "14 giờ 05 phút, ngày 09 tháng 03 năm 2026"),
        (
            "Thời gian trả kết quả giải quyết hồ sơ:",
            "trước 17 giờ 30 phút, ngày 12 tháng 03 năm 2026",
        ),
        ("Phí, lệ phí:", "Miễn lệ phí (đăng ký đúng hạn)"),
        ("Đăng ký nhận kết quả tại:", "Trung tâm Phục vụ hành chính công xã Ước Lễ"),
        ("Vào Sổ theo dõi hồ sơ, Quyển số:", ""),
        ("Số thứ tự (nếu có):", ""),
    ]
    assert paper.number == "Số: 260309-0001/2026-TTPVHCC (BPTNTKQ)"
    assert paper.place_and_date == "Ước Lễ, ngày 09 tháng 03 năm 2026"
    assert [(s.title, s.name) for s in paper.signatures] == [
        ("NGƯỜI NỘP HỒ SƠ", "H’Hen Niê Đỗ Thị Ưởng"),
        ("NGƯỜI TIẾP NHẬN HỒ SƠ", CLERK),
    ]


def test_the_receipt_of_2018_numbers_its_lines_and_asks_for_no_identity():
    paper = receipt(RECEIVED, "2018")

    labels = list(facts(paper))
    assert not any("định danh" in label for label in labels)
    assert [label[:2] for label in labels if label[0].isdigit()] == ["2.", "3.", "4.", "5.", "6."]
    assert "1. Thành phần hồ sơ nộp gồm:" in sentences(paper)
    assert paper.number == "Số: 260309-0001/TNHS"
    assert "02 liên" in paper.notes[0]


def test_papers_are_listed_with_their_counts_and_missing_ones_left_out():
    dossier = brought(
        papers=(
            SubmittedPaper("Tờ khai"),
            SubmittedPaper("Giấy chứng sinh", missing=True),
            SubmittedPaper("Sổ hộ tịch", originals=0, copies=2, demanded_because="tên khác nhau"),
        )
    )

    (listed,) = (block for block in receipt(dossier).blocks if isinstance(block, Items))
    (ruled,) = (b for b in receipt(dossier, "2025-table").blocks if isinstance(b, Table))

    assert listed.items == (
        "Tờ khai (01 bản chính)",
        "Sổ hộ tịch – nộp thêm vì: tên khác nhau (02 bản sao)",
    )
    assert ruled.rows == (
        ("1", "Tờ khai", "Bản chính", "01"),
        ("2", "Sổ hộ tịch – nộp thêm vì: tên khác nhau", "Bản sao", "02"),
    )


def test_an_authorised_submitter_is_at_the_desk_and_the_owner_in_a_block_of_their_own():
    submitter = Party("Nguyễn Văn An", identity="001099000001", phone="0987654321")
    paper = receipt(brought(submitter=submitter, authorisation="Giấy ủy quyền ngày 05/3/2026"))

    said = facts(paper)
    assert said["Tiếp nhận hồ sơ của Ông (Bà)/Tổ chức:"] == "Nguyễn Văn An"
    assert said["Số định danh cá nhân/tổ chức:"] == "001099000001"
    assert said["Người ủy quyền:"] == "H’Hen Niê Đỗ Thị Ưởng"
    assert said["Số định danh cá nhân:"] == "040300000017"
    assert said["Giấy tờ ủy quyền:"] == "Giấy ủy quyền ngày 05/3/2026"
    assert paper.signatures[0].name == "Nguyễn Văn An"


def test_no_due_moment_where_the_law_sets_none():
    dossier = brought(procedure=replace(RECEIVED.intake.procedure, limit=None))
    paper = receipt(replace(dossier, promise=replace(RECEIVED.promise, due_at=None)))

    assert "Thời gian trả kết quả giải quyết hồ sơ:" not in facts(paper)
    assert (
        facts(paper)["Thời gian giải quyết hồ sơ theo quy định là:"] == "pháp luật không quy định"
    )
    assert paper.qr.endswith("|")


def test_a_linked_procedure_shows_the_total_and_each_stage():
    at = RECEIVED.opened_at
    stages = (
        StageDue("Xã Ước Lễ", TimeLimit(Decimal(1), Unit.WORKING_DAY), at, at + timedelta(days=1)),
        StageDue("Bảo hiểm xã hội", TimeLimit(Decimal(2), Unit.WORKING_DAY), at, RECEIVED.due_at),
    )
    dossier = promised(stages=stages)
    procedure = replace(dossier.intake.procedure, limit=None)
    paper = receipt(replace(dossier, intake=replace(dossier.intake, procedure=procedure)))

    _papers, shown = (block for block in paper.blocks if isinstance(block, Items))
    assert shown.items == (
        "Xã Ước Lễ: 01 ngày làm việc, trước 14 giờ 05 phút, ngày 10 tháng 03 năm 2026",
        "Bảo hiểm xã hội: 02 ngày làm việc, trước 17 giờ 30 phút, ngày 12 tháng 03 năm 2026",
    )
    said = facts(paper)
    assert said["Thời gian trả kết quả giải quyết hồ sơ:"].endswith("12 tháng 03 năm 2026")
    assert said["Thời gian giải quyết hồ sơ theo quy định là:"] == (
        "01 ngày làm việc + 02 ngày làm việc"
    )


def test_a_provisional_promise_warns():
    warned = [s for s in sentences(receipt(promised(provisional=True))) if "có thể thay đổi" in s]

    assert len(warned) == 1
    assert not any("có thể thay đổi" in s for s in sentences(receipt(RECEIVED)))


def test_a_date_that_waits_for_another_authority_does_not_blame_the_calendar():
    dossier = promised(provisional=True)
    elsewhere = replace(dossier, intake=replace(dossier.intake, non_territorial=True))

    (warned,) = (s for s in sentences(receipt(elsewhere)) if "tạm tính" in s)
    assert "cơ quan có thẩm quyền nhận được hồ sơ" in warned
    assert not any("lịch nghỉ" in s for s in sentences(receipt(elsewhere)))


def test_a_date_without_a_stage_left_open_says_so():
    dossier = promised(provisional=True)
    procedure = replace(dossier.intake.procedure, open_stages="Sở Nội vụ")
    dossier = replace(dossier, intake=replace(dossier.intake, procedure=procedure))

    said = facts(receipt(dossier))
    assert said["Ngày hẹn trên chưa gồm thời gian giải quyết tại:"] == "Sở Nội vụ"
    assert not any("lịch nghỉ" in s for s in sentences(receipt(dossier)))


def test_a_clock_that_starts_elsewhere_is_told():
    later = RECEIVED.opened_at + timedelta(days=1)
    dossier = promised(starts_at=later)
    dossier = replace(
        dossier,
        intake=replace(
            dossier.intake, non_territorial=True, competent_authority="UBND xã Đông Lĩnh"
        ),
    )

    said = facts(receipt(dossier))
    assert said["Cơ quan có thẩm quyền giải quyết:"] == "UBND xã Đông Lĩnh"
    assert said["Thời hạn được tính từ:"] == "14 giờ 05 phút, ngày 10 tháng 03 năm 2026"
    assert "Thời hạn được tính từ:" not in facts(receipt(RECEIVED))


@pytest.mark.parametrize(
    ("fee_vnd", "fee", "said"),
    [
        (12_000, Fee(8_000), "12.000 đồng"),
        (None, Fee(8_000), "8.000 đồng"),
        (0, Fee(8_000), "không thu phí"),
        (None, Fee(None, "theo quyết định của tỉnh"), "theo quyết định của tỉnh"),
    ],
)
def test_the_fee_is_what_was_asked_at_the_desk(fee_vnd, fee, said):
    procedure = replace(RECEIVED.intake.procedure, fee=fee)
    assert facts(receipt(brought(procedure=procedure, fee_vnd=fee_vnd)))["Phí, lệ phí:"] == said


@pytest.mark.parametrize(
    ("return_by", "return_to", "said"),
    [
        (ReturnBy.COUNTER, "", "Trung tâm Phục vụ hành chính công xã Ước Lễ"),
        (ReturnBy.COUNTER, "Điểm tiếp nhận số 2", "Điểm tiếp nhận số 2"),
        (ReturnBy.POST, "12 Lê Lợi", "địa chỉ 12 Lê Lợi (qua dịch vụ bưu chính)"),
        (ReturnBy.POST, "", "địa chỉ thôn Đông, xã Ước Lễ (qua dịch vụ bưu chính)"),
        (ReturnBy.ONLINE, "", "Cổng Dịch vụ công quốc gia (bản điện tử)"),
    ],
)
def test_where_the_result_is_returned(return_by, return_to, said):
    owner = replace(RECEIVED.intake.owner, address=Address(line="thôn Đông", commune="xã Ước Lễ"))
    paper = receipt(brought(owner=owner, return_by=return_by, return_to=return_to))
    assert facts(paper)["Đăng ký nhận kết quả tại:"] == said


def test_the_qr_holds_what_the_circular_asks_and_is_no_web_address():
    paper = receipt(brought(owner=replace(RECEIVED.intake.owner, identity="04|03")))

    assert paper.qr.split("|") == [
        "H40.16-260309-0001",
        "1.001193",
        "04/03",
        "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
        "Hệ thống tiếp nhận hồ sơ Một cửa",
        "14:05 09/03/2026",
        "17:30 12/03/2026",
    ]
    assert "http" not in paper.qr
    assert paper.code128 == "H40.16-260309-0001"


ADDRESS = "https://mot-cua.dienbien.gov.vn"


def test_where_the_dossier_is_looked_up_stands_last_in_the_qr_and_tells_nobody_s_identity():
    plain = receipt(RECEIVED).qr

    paper = receipt(RECEIVED, look_up=ADDRESS)

    assert paper.qr == f"{plain}|{ADDRESS}/tra-cuu?ma=H40.16-260309-0001"
    assert find_code(paper.qr) == "H40.16-260309-0001"
    assert RECEIVED.intake.owner.identity not in paper.qr.rpartition("|")[2]


def test_a_paper_without_a_code_leads_nowhere():
    wording = forms.wording(forms.SUPPLEMENT_REQUEST, "2025")
    issue = Issue(OFFICE, wording, GUIDED.opened_at, CLERK, look_up=ADDRESS)

    assert "http" not in forms.paper(forms.SUPPLEMENT_REQUEST, GUIDED, issue).qr


def test_an_address_for_which_the_qr_has_no_room_is_left_out():
    long = replace(RECEIVED.intake.owner, identity="ẵ" * 60)
    plain = forms.wording(forms.RECEIPT, "2025")
    wording = replace(plain, title="Ẵ" * 60, system="ẵ" * 60)
    address = f"https://{'a' * 60}.vn"
    issue = Issue(OFFICE, wording, RECEIVED.opened_at, CLERK, look_up=address)

    assert "http" not in forms.paper(forms.RECEIPT, brought(owner=long), issue).qr


@pytest.mark.parametrize(("times", "said"), [(1, ""), (2, "IN LẠI LẦN 1"), (3, "IN LẠI LẦN 2")])
def test_a_reprint_counts_itself(times, said):
    assert receipt(RECEIVED, times=times).reprint == said


def test_the_supplement_request_lists_what_is_wanted_and_whom_to_ask():
    paper = paper_of(forms.SUPPLEMENT_REQUEST, GUIDED)

    (wanted,) = (block for block in paper.blocks if isinstance(block, Items))
    assert wanted.items == GUIDED.wanted
    assert facts(paper)["Lý do:"] == GUIDED.reason
    assert facts(paper)["Hồ sơ của:"] == GUIDED.intake.owner.name
    assert sentences(paper)[-1].endswith(
        "liên hệ với Hoàng Thị Yến, số điện thoại 0238 3123 456 để được hướng dẫn./."
    )
    assert paper.number == "Số: 0007/PBS-TTPVHCC (BPTNTKQ)"
    assert [s.title for s in paper.signatures] == ["NGƯỜI HƯỚNG DẪN"]
    assert paper.qr.startswith("0007/2026/PBS|1.001193|")


def test_a_supplement_request_without_clerk_or_phone_names_the_office():
    office = replace(OFFICE, phone="")
    paper = paper_of(forms.SUPPLEMENT_REQUEST, GUIDED, office=office, clerk="")
    assert f"liên hệ với {office.name} để được hướng dẫn" in sentences(paper)[-1]


def test_the_refusal_notice_gives_its_reason():
    paper = paper_of(forms.REFUSAL_NOTICE, REFUSED)

    assert REFUSED.reason in sentences(paper)
    assert sentences(paper)[-1] == "Xin thông báo cho Ông/Bà được biết và thực hiện./."
    assert facts(paper)["Số định danh cá nhân/tổ chức:"] == REFUSED.intake.owner.identity
    assert "Mã hồ sơ (nếu có):" not in facts(paper)
    assert paper.number == "Số: 0003/PTC-TTPVHCC (BPTNTKQ)"


@pytest.mark.parametrize(
    ("form", "dossier", "code"),
    [
        (forms.RECEIPT, GUIDED, "no-receipt"),
        (forms.SUPPLEMENT_REQUEST, RECEIVED, "no-supplement-request"),
        (forms.REFUSAL_NOTICE, RECEIVED, "no-refusal-notice"),
    ],
)
def test_a_dossier_has_only_its_own_papers(form, dossier, code):
    with pytest.raises(RuleViolation) as refusal:
        paper_of(form, dossier)
    assert refusal.value.code == code


def test_a_promise_without_a_limit_or_stage_still_prints():
    bare = replace(RECEIVED, promise=Promise(due_at=None, starts_at=RECEIVED.opened_at))
    assert facts(receipt(bare))["Thời gian nhận hồ sơ:"]
