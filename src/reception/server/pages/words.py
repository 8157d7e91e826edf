"""What codes are called on the pages."""

from __future__ import annotations

from reception.domain import certified_report, feedback_report, lateness_report
from reception.services.reports import CERTIFIED, FEEDBACK, HANDLING, JUSTICE, LATENESS
from reception.storage.ledger.rows import DeviceKind

REPORT_WORDS = {
    HANDLING: "II.06a",
    JUSTICE: "07a/BTP",
    LATENESS: "Nguyên nhân quá hạn",
    CERTIFIED: "Chứng thực",
    FEEDBACK: "II.05, phản ánh, kiến nghị",
}
COLUMNS = {
    "c3": "Tiếp nhận", "c4": "Trực tuyến", "c5": "Trực tiếp, bưu chính", "c6": "Kỳ trước chuyển",
    "c7": "Đã giải quyết", "c8": "Trước hạn", "c9": "Đúng hạn", "c10": "Quá hạn",
    "c11": "Đang giải quyết", "c12": "Trong hạn", "c13": "Đang quá hạn",
}  # fmt: skip
Parts = tuple[tuple[str, tuple[str, ...]], ...]
PARTS: dict[str, Parts] = {
    JUSTICE: (
        ("tiếp nhận", tuple(f"c{n}" for n in range(3, 14))),
        ("giải quyết và thanh toán", tuple(f"c{n}" for n in range(14, 27))),
    ),
    LATENESS: (("số hồ sơ quá hạn", lateness_report.COLUMNS),),
}
"""Of each form the columns that stand in one table: all of 07a in one would fit no screen."""
BY_WORDS = {"causes": "nguyên nhân", "fields": "lĩnh vực", "holders": "bên làm chậm"}
CLOSED_PARTS = PARTS | {
    HANDLING: (("giải quyết hồ sơ", tuple(COLUMNS)),),
    CERTIFIED: (("chứng thực", certified_report.COLUMNS),),
    FEEDBACK: (("phản ánh, kiến nghị", feedback_report.COLUMNS),),
}
CLASH_WORDS = {
    "not-applied": "việc làm sau không còn áp dụng được",
    "field": "hai máy sửa cùng một mục khác nhau",
    "fee-twice": "hai máy cùng thu phí",
    "opened-twice": "hồ sơ được mở hai lần",
    "same-code": "hai hồ sơ mang cùng một mã",
}
DEVICE_WORDS = {
    DeviceKind.HUB: "máy chủ tại xã",
    DeviceKind.ELSEWHERE: "qua máy chủ tại xã",
}
ASIDE_WORDS = {
    "header-unreadable": "phần đầu không đọc được",
    "body-altered": "nội dung khác với mã băm",
    "event-unreadable": "nội dung không đọc được",
    "event-impossible": "nội dung không thể có thật",
    "kind-unknown": "do bản mới hơn ghi, máy chủ cần cập nhật",
}
AUDIT_WORDS = {
    "sign-in": "Đăng nhập",
    "sign-in-failed": "Đăng nhập sai",
    "sign-out": "Đăng xuất",
    "board-seen": "Xem bảng theo dõi",
    "board-exported": "Tải bảng theo dõi",
    "commune-seen": "Xem một xã",
    "report-seen": "Xem báo cáo",
    "report-exported": "Tải báo cáo",
    "closings-seen": "Xem kỳ đã chốt",
    "closings-exported": "Tải danh sách kỳ đã chốt",
    "list-seen": "Xem danh sách hồ sơ",
    "list-exported": "Tải danh sách hồ sơ",
    "history-seen": "Xem lịch sử hồ sơ",
    "audit-seen": "Xem nhật ký",
    "user-added": "Thêm người dùng",
    "user-enabled": "Mở lại người dùng",
    "user-disabled": "Khoá người dùng",
    "password-changed": "Đổi mật khẩu",
    "aside-looked-at": "Xem sự kiện giữ riêng",
    "aside-tried-again": "Xét lại sự kiện giữ riêng",
    "aside-let-go": "Cho qua sự kiện giữ riêng",
    "portal-added": "Thêm cổng nộp hồ sơ",
    "portal-key-given": "Cấp khoá cho cổng nộp hồ sơ",
    "portal-revoked": "Thu hồi cổng nộp hồ sơ",
    "submission-brought": "Gửi hồ sơ trực tuyến",
}
