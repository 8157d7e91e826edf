"""What codes are called on the pages."""

from __future__ import annotations

from reception.storage.ledger.rows import DeviceKind

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
