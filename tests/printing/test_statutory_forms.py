"""The statutory forms, field by field, read back from the PDF: labels in the order of the law.

Copied from the forms of Thông tư 01/2018/TT-VPCP and Thông tư 03/2025/TT-VPCP, as they were read in
the sources that each wording names; not from the wording itself.
"""

from __future__ import annotations

import pytest

from reception.printing.page import PaperSize
from reception.services import forms, paperwork

HEAD = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
)
UNIT = "Trung tâm Phục vụ hành chính công/Bộ phận Tiếp nhận và Trả kết quả:"
SIGN = "(Ký và ghi rõ họ tên"
FIELDS = {
    ("receipt", "2025"): (
        "Số: 260309-0001/2026-TTPVHCC (BPTNTKQ)",
        "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
        "Mã hồ sơ:",
        UNIT,
        "Tiếp nhận hồ sơ của Ông (Bà)/Tổ chức:",
        "Số định danh cá nhân/tổ chức:",
        "Địa chỉ:",
        "Số điện thoại:",
        "Email:",
        "Nội dung yêu cầu giải quyết:",
        "Thành phần hồ sơ nộp gồm:",
        "Số lượng hồ sơ (bộ):",
        "Thời gian giải quyết hồ sơ theo quy định là:",
        "Thời gian nhận hồ sơ: 14 giờ 05 phút, ngày 09 tháng 03 năm 2026",
        "Thời gian trả kết quả giải quyết hồ sơ: trước 17 giờ 30 phút, ngày 12 tháng 03 năm 2026",
        "Đăng ký nhận kết quả tại:",
        "Vào Sổ theo dõi hồ sơ, Quyển số:",
        "Số thứ tự (nếu có):",
        "NGƯỜI NỘP HỒ SƠ",
        "NGƯỜI TIẾP NHẬN HỒ SƠ",
    ),
    ("receipt", "2018"): (
        "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
        "(Liên: Giao khách hàng)",
        "Mã hồ sơ:",
        "Tiếp nhận hồ sơ của:",
        "Nội dung yêu cầu giải quyết:",
        "1. Thành phần hồ sơ nộp gồm:",
        "2. Số lượng hồ sơ (bộ):",
        "3. Thời gian giải quyết hồ sơ theo quy định là:",
        "4. Thời gian nhận hồ sơ:",
        "5. Thời gian trả kết quả giải quyết hồ sơ:",
        "6. Đăng ký nhận kết quả tại:",
        "Phí, lệ phí:",
        "Vào Sổ theo dõi hồ sơ, Quyển số:",
        "NGƯỜI NỘP HỒ SƠ",
        "NGƯỜI TIẾP NHẬN HỒ SƠ",
        "02 liên",
    ),
    ("supplement-request", "2025"): (
        "Số: 0007/PBS-TTPVHCC (BPTNTKQ)",
        "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
        "Hồ sơ của:",
        "Nội dung yêu cầu giải quyết:",
        "Địa chỉ:",
        "Số điện thoại:",
        "Email:",
        "Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:",
        "1. Giấy chứng sinh",
        "Lý do:",
        "để được hướng dẫn./.",
        "NGƯỜI HƯỚNG DẪN",
        SIGN,
    ),
    ("supplement-request", "2018"): (
        "Số: 0007/HDHS",
        "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
        "Tiếp nhận hồ sơ/yêu cầu của Ông/Bà:",
        "STT",
        "Thành phần hồ sơ",
        "Số lượng",
        "Lý do yêu cầu:",
        "NGƯỜI HƯỚNG DẪN",
    ),
    ("refusal-notice", "2025"): (
        "Số: 0003/PTC-TTPVHCC (BPTNTKQ)",
        "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ",
        UNIT,
        "Tiếp nhận hồ sơ của:",
        "Số định danh cá nhân/tổ chức:",
        "Địa chỉ:",
        "Số điện thoại:",
        "Email:",
        "Nội dung yêu cầu giải quyết:",
        (
            "Qua xem xét, Bộ phận Tiếp nhận và Trả kết quả thông báo không tiếp nhận, giải quyết"
            " hồ sơ này với lý do cụ thể như sau:"
        ),
        "Xin thông báo cho Ông/Bà được biết và thực hiện./.",
        "NGƯỜI NỘP HỒ SƠ",
        "NGƯỜI TIẾP NHẬN HỒ SƠ",
    ),
    ("apology-letter", "2025"): (
        "Số: 0004/PXL",
        "Ước Lễ, ngày 11 tháng 03 năm 2026",
        "PHIẾU XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT",
        "Kính gửi:",
        (
            "Ngày 09 tháng 03 năm 2026, Ủy ban nhân dân xã Ước Lễ tiếp nhận giải quyết hồ sơ"
            " đề nghị giải quyết thủ tục hành chính"
        ),
        "của Ông/Bà/Tổ chức",
        "số định danh: 040300000017; mã số hồ sơ: H40.16-260309-0001",
        "Thời gian hẹn trả kết quả giải quyết hồ sơ: 17 giờ 30 phút, ngày 12 tháng 03 năm 2026",
        "Tuy nhiên đến nay,",
        "đúng thời hạn quy định ghi trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả.",
        "Lý do:",
        "chi phí",
        "xin lỗi",
        "sẽ trả kết quả giải quyết hồ sơ nói trên vào ngày 17 tháng 03 năm 2026",
        "thông cảm",
        "./.",
        SIGN,
        "chữ ký số của Thủ trưởng cơ quan, đơn vị",
        "Lò Thị Mây",
    ),
    ("apology-letter", "2018"): (
        "Số: 0004/PXL",
        "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ",
        "Kính gửi:",
        "mã số hồ sơ: H40.16-240311-0001",
        "Thời gian hẹn trả kết quả giải quyết hồ sơ:",
        "Lý do:",
        "xin lỗi",
        "vào ngày 19 tháng 03 năm 2024",
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
    ),
    ("stop-notice", "2025"): (
        "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ",
        "Kính gửi:",
        "Mã hồ sơ:",
        "Thủ tục hành chính:",
        "Thời gian nhận hồ sơ:",
        "Thời gian hẹn trả kết quả:",
        "Hình thức đề nghị dừng:",
        "Ngày đề nghị:",
        "Tình trạng giải quyết khi dừng:",
        "Giấy tờ hoàn trả cho người nộp hồ sơ:",
        "Phí, lệ phí đã nộp và cách xử lý:",
        "dừng giải quyết hồ sơ nói trên kể từ 14 giờ 05 phút, ngày 10 tháng 03 năm 2026",
        "NGƯỜI ĐỨNG ĐẦU BỘ PHẬN MỘT CỬA",
    ),
    ("control-sheet", "2025"): (
        "Số: 260309-0001/PKS-TTPVHCC (BPTNTKQ)",
        "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ",
        "Mã số hồ sơ:",
        "Cơ quan (bộ phận) giải quyết hồ sơ:",
        "Cơ quan phối hợp giải quyết hồ sơ:",
        "Ngày nhận:",
        "Hẹn trả kết quả vào: 17 giờ 30 phút, ngày 12 tháng 03 năm 2026",
        "1. Giao:",
        "2. Nhận: Lương Thị Phé",
        "Người giao",
        "Người nhận",
        "Đúng hạn",
        "Quá hạn",
        "hệ thống tự động thực hiện và thể hiện trên biểu mẫu điện tử",
    ),
    ("control-sheet", "2018"): (
        "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ",
        "Mã số hồ sơ:",
        "Kèm theo hồ sơ của:",
        "Ngày, giờ hẹn trả kết quả:",
        "Quyển số:",
        "Số thứ tự:",
        "1. Giao:",
        "2. Nhận:",
    ),
}
HEADINGS = {
    ("control-sheet", "2025"): (
        "Tên đơn vị",
        "Thời gian giao nhận hồ sơ",
        "Kết quả giải quyết hồ sơ (trước hạn/đúng hạn/quá hạn)",
        "Ghi chú",
    ),
    ("control-sheet", "2018"): (
        "TÊN CƠ QUAN",
        "THỜI GIAN GIAO, NHẬN HỒ SƠ",
        "KẾT QUẢ GIẢI QUYẾT HỒ SƠ (Trước hạn/đúng hạn/quá hạn)",
        "GHI CHÚ",
    ),
}
NOT_IN_2018 = {
    "receipt": "định danh",
    "refusal-notice": "định danh",
    "apology-letter": "định danh",
}


@pytest.mark.parametrize("size", list(PaperSize))
@pytest.mark.parametrize(("form", "regime"), FIELDS)
def test_the_fields_stand_in_the_order_of_the_form(form, regime, size, text_of):
    text = text_of(paperwork.sample(form, regime, size=size))

    after = 0
    for words in (*HEAD, *FIELDS[form, regime]):
        found = text.find(words, after)
        assert found >= 0, f"{words} is missing, or stands before what it must follow: {text}"
        after = found + len(words)


@pytest.mark.parametrize(("form", "regime"), HEADINGS)
def test_the_columns_have_the_form_s_headings(form, regime):
    wording = forms.wording(form, regime)
    titles = [column.title for line in wording.lines for column in line.columns]
    assert tuple(titles) == HEADINGS[form, regime]


@pytest.mark.parametrize(("form", "words"), NOT_IN_2018.items())
def test_the_forms_of_2018_ask_for_no_identity(form, words, text_of):
    assert words not in text_of(paperwork.sample(form, "2018"))
    assert words in text_of(paperwork.sample(form, "2025"))


@pytest.mark.parametrize("form", forms.FORMS)
def test_no_paper_claims_to_be_a_receipt_for_money(form, text_of):
    text = text_of(paperwork.sample(form, "2025"))
    assert "BIÊN LAI" not in text
    if form == forms.FEE_NOTICE:
        assert "không phải là biên lai thu phí, lệ phí" in text
