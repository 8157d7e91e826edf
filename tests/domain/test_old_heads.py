"""The heads of real registers, and what of an entry each column tells."""

from __future__ import annotations

import pytest

from reception.domain.old_columns import Column, find_head, guess
from reception.services.old_registers import book_rules

HEADS = book_rules().heads
TELLS = {
    Column.NUMBER: ("Số hồ sơ", "MÃ HỒ SƠ", "Số biên nhận", "Số giấy tiếp nhận"),
    Column.OWNER: (
        "Họ và tên", "HỌ TÊN NGƯỜI NỘP", "Người nộp", "Tên tổ chức, cá nhân", "Chủ hộ",
        "Tổ chức, cá nhân nộp hồ sơ", "Người yêu cầu chứng thực", "Tên doanh nghiệp",
    ),
    Column.IDENTITY: ("Số CMND/CCCD", "Số CCCD/CMND/Hộ chiếu", "Số định danh cá nhân"),
    Column.PHONE: ("SĐT", "Điện thoại người nộp", "Người nộp hồ sơ Số điện thoại"),
    Column.ADDRESS: (
        "Địa chỉ", "Địa chỉ/SĐT", "Địa chỉ người nộp", "Thôn (bản)", "Bản", "Xóm", "Tổ dân phố",
        "Hộ khẩu thường trú",
    ),
    Column.PROCEDURE_CODE: ("Mã TTHC",),
    Column.PROCEDURE: ("Tên TTHC", "Nội dung công việc", "Trích yếu", "Thủ tục hành chính"),
    Column.FIELD: ("Lĩnh vực",),
    Column.RECEIVED: (
        "Ngày nhận", "Ngày tiếp nhận hồ sơ", "Thời gian nhận", "Ngày giờ tiếp nhận", "Ngày vào sổ",
    ),
    Column.DUE: (
        "Ngày hẹn trả", "Hẹn trả KQ", "Ngày giờ hẹn trả", "Thời gian hẹn trả", "Hạn giải quyết",
    ),
    Column.RESULT_ON: ("Ngày có kết quả", "Ngày ký", "Nhận kết quả từ cơ quan giải quyết"),
    Column.RETURNED: (
        "Ngày trả", "Trả kết quả", "Ngày nhận KQ", "Thời gian trả", "Ngày trả (ký nhận)",
    ),
    Column.STATE: ("Kết quả", "Tình trạng hồ sơ", "Trạng thái xử lý", "Kết quả giải quyết"),
    Column.NOTE: ("Ghi chú",),
}  # fmt: skip
TELLS_NOTHING = (
    "STT", "Người nhận kết quả", "Tên người nhận", "Ký nhận", "Chữ ký người nhận", "Bản sao",
    "Số bản sao", "Số văn bản", "Số trang", "Hình thức nhận kết quả", "Phương thức nhận kết quả",
    "Hình thức tiếp nhận", "Kênh tiếp nhận", "Nơi tiếp nhận", "Cán bộ tiếp nhận",
    "Họ tên cán bộ tiếp nhận", "Người nhận hồ sơ", "Người trả kết quả", "Địa chỉ nhận kết quả",
    "Cơ quan chủ trì giải quyết", "Thời hạn giải quyết", "Ngày sinh", "Ngày cấp CCCD", "Họ tên cha",
    "Người được ủy quyền", "Mã số thuế", "Ngày nhận bổ sung", "Ngày hẹn trả lần 2", "Lệ phí",
    "Số lượng hồ sơ (bộ)", "Lý do trễ hạn", "SĐT người nhận",
)  # fmt: skip
OF_2018 = [
    ["TT", "Mã hồ sơ", "Tên TTHC", "Số lượng hồ sơ (bộ)", "Tên cá nhân, tổ chức",
     "Địa chỉ, số điện thoại", "Cơ quan chủ trì giải quyết", "Ngày, tháng, năm", None, None, None,
     "Trả kết quả", None, None, "Ghi chú"],
    [None, None, None, None, None, None, None, "Nhận hồ sơ", "Hẹn trả kết quả",
     "Chuyển hồ sơ đến cơ quan giải quyết", "Nhận kết quả từ cơ quan giải quyết",
     "Ngày, tháng, năm", "Phương thức nhận kết quả", "Ký nhận"],
]  # fmt: skip
OF_2025 = [
    ["STT", "Mã hồ sơ", "Tên TTHC", "Tên tổ chức, cá nhân", "Địa chỉ/SĐT",
     "Cơ quan chủ trì giải quyết", "Nhận và trả kết quả", None, None, None, None],
    [None, None, None, None, None, None, "Nhận hồ sơ", "Hẹn trả kết quả", "Trả kết quả",
     "Phương thức nhận kết quả", "Ký nhận"],
]  # fmt: skip
OF_A_PROVINCE = [
    ["STT", "Mã hồ sơ", "Trích yếu", "Số bộ", "Chủ hồ sơ", "Địa chỉ", "SĐT", "Ngày tiếp nhận",
     "Ngày hẹn trả", "Ngày trả", "Người nhận"],
]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "column"), [(head, column) for column, heads in TELLS.items() for head in heads]
)
def test_columns_are_known_by_what_offices_call_them(head, column):
    assert guess([head], HEADS) == {column: 0}


@pytest.mark.parametrize("head", TELLS_NOTHING)
def test_what_an_entry_has_no_place_for_is_taken_for_nothing_else(head):
    assert guess([head], HEADS) == {}


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        (OF_2018, {
            Column.NUMBER: 1, Column.PROCEDURE: 2, Column.OWNER: 4, Column.ADDRESS: 5,
            Column.RECEIVED: 7, Column.DUE: 8, Column.RESULT_ON: 10, Column.RETURNED: 11,
            Column.NOTE: 14,
        }),
        (OF_2025, {
            Column.NUMBER: 1, Column.PROCEDURE: 2, Column.OWNER: 3, Column.ADDRESS: 4,
            Column.RECEIVED: 6, Column.DUE: 7, Column.RETURNED: 8,
        }),
        (OF_A_PROVINCE, {
            Column.NUMBER: 1, Column.PROCEDURE: 2, Column.OWNER: 4, Column.ADDRESS: 5,
            Column.PHONE: 6, Column.RECEIVED: 7, Column.DUE: 8, Column.RETURNED: 9,
        }),
    ],
    ids=["Mẫu 06 of 2018", "Mẫu 07 of 2025", "a province's export"],
)  # fmt: skip
def test_the_heads_of_whole_registers_are_read(rows, places):
    head = find_head([["SỔ THEO DÕI HỒ SƠ"], *rows, ["(1)", "(2)", "(3)", "(4)"]], HEADS)
    assert (head.row, head.first_entry) == (1, len(rows) + 2)
    assert guess(head.names, HEADS) == places
