"""What the rooms below call fixed things, said in the language of the window.

Those rooms speak Vietnamese only, for papers and for the command line.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from reception.domain.due_words import lower
from reception.domain.moments import date_words, weekday_words

# Here for the collector of texts, which cannot look into the other rooms; a test compares them.
KNOWN = (
    QT_TRANSLATE_NOOP("known", "Tất cả hồ sơ"),
    QT_TRANSLATE_NOOP("known", "Nhận hôm nay"),
    QT_TRANSLATE_NOOP("known", "Đến hạn hôm nay"),
    QT_TRANSLATE_NOOP("known", "Sắp đến hạn"),
    QT_TRANSLATE_NOOP("known", "Quá hạn"),
    QT_TRANSLATE_NOOP("known", "Chờ trả kết quả"),
    QT_TRANSLATE_NOOP("known", "Chờ bổ sung"),
    QT_TRANSLATE_NOOP("known", "Tạm dừng"),
    QT_TRANSLATE_NOOP("known", "Lâu không ai xử lý"),
    QT_TRANSLATE_NOOP("known", "Quá hạn ở một bước"),
    QT_TRANSLATE_NOOP("known", "Đã dừng, đã huỷ"),
    QT_TRANSLATE_NOOP("known", "Chưa tiếp nhận (bổ sung, từ chối)"),
    QT_TRANSLATE_NOOP("known", "Cán bộ tiếp nhận"),
    QT_TRANSLATE_NOOP("known", "Chuyên viên"),
    QT_TRANSLATE_NOOP("known", "Lãnh đạo"),
    QT_TRANSLATE_NOOP("known", "Quản trị"),
    QT_TRANSLATE_NOOP("known", "Thứ Hai"),
    QT_TRANSLATE_NOOP("known", "Thứ Ba"),
    QT_TRANSLATE_NOOP("known", "Thứ Tư"),
    QT_TRANSLATE_NOOP("known", "Thứ Năm"),
    QT_TRANSLATE_NOOP("known", "Thứ Sáu"),
    QT_TRANSLATE_NOOP("known", "Thứ Bảy"),
    QT_TRANSLATE_NOOP("known", "Chủ nhật"),
    QT_TRANSLATE_NOOP("known", "thứ Hai"),
    QT_TRANSLATE_NOOP("known", "thứ Ba"),
    QT_TRANSLATE_NOOP("known", "thứ Tư"),
    QT_TRANSLATE_NOOP("known", "thứ Năm"),
    QT_TRANSLATE_NOOP("known", "thứ Sáu"),
    QT_TRANSLATE_NOOP("known", "thứ Bảy"),
    QT_TRANSLATE_NOOP("known", "giấy tiếp nhận hồ sơ và hẹn trả kết quả"),
    QT_TRANSLATE_NOOP("known", "phiếu yêu cầu bổ sung, hoàn thiện hồ sơ"),
    QT_TRANSLATE_NOOP("known", "phiếu từ chối tiếp nhận giải quyết hồ sơ"),
    QT_TRANSLATE_NOOP("known", "thư xin lỗi và hẹn lại ngày trả"),
    QT_TRANSLATE_NOOP("known", "thông báo dừng giải quyết hồ sơ"),
    QT_TRANSLATE_NOOP("known", "phiếu kiểm soát quá trình giải quyết"),
    QT_TRANSLATE_NOOP("known", "giấy biên nhận trả kết quả"),
    QT_TRANSLATE_NOOP("known", "thông báo phí, lệ phí"),
    QT_TRANSLATE_NOOP("known", "giấy hẹn chữ to"),
    QT_TRANSLATE_NOOP("known", "phiếu chứng thực"),
    QT_TRANSLATE_NOOP("known", "phiếu khảo sát hài lòng"),
    QT_TRANSLATE_NOOP("known", "giấy hẹn cho nhiều hồ sơ"),
    QT_TRANSLATE_NOOP("known", "phiếu hướng dẫn"),
    QT_TRANSLATE_NOOP("known", "giấy hẹn in sẵn"),
    QT_TRANSLATE_NOOP("known", "Chủ hồ sơ"),
    QT_TRANSLATE_NOOP("known", "Người đến nộp"),
    QT_TRANSLATE_NOOP("known", "họ tên"),
    QT_TRANSLATE_NOOP("known", "loại người nộp"),
    QT_TRANSLATE_NOOP("known", "số định danh"),
    QT_TRANSLATE_NOOP("known", "ngày sinh"),
    QT_TRANSLATE_NOOP("known", "giới tính"),
    QT_TRANSLATE_NOOP("known", "điện thoại"),
    QT_TRANSLATE_NOOP("known", "thư điện tử"),
    QT_TRANSLATE_NOOP("known", "số nhà, thôn, bản"),
    QT_TRANSLATE_NOOP("known", "xã, phường"),
    QT_TRANSLATE_NOOP("known", "huyện"),
    QT_TRANSLATE_NOOP("known", "tỉnh, thành phố"),
    QT_TRANSLATE_NOOP("known", "địa chỉ trên thẻ"),
    QT_TRANSLATE_NOOP("known", "nội dung thẻ"),
    QT_TRANSLATE_NOOP("known", "Giấy tờ"),
    QT_TRANSLATE_NOOP("known", "Giấy uỷ quyền"),
    QT_TRANSLATE_NOOP("known", "Yêu cầu"),
    QT_TRANSLATE_NOOP("known", "Cách nộp"),
    QT_TRANSLATE_NOOP("known", "Phi địa giới"),
    QT_TRANSLATE_NOOP("known", "Cơ quan có thẩm quyền"),
    QT_TRANSLATE_NOOP("known", "Số bộ"),
    QT_TRANSLATE_NOOP("known", "Phí, lệ phí"),
    QT_TRANSLATE_NOOP("known", "Nhận kết quả"),
    QT_TRANSLATE_NOOP("known", "Nơi nhận kết quả"),
    QT_TRANSLATE_NOOP("known", "Ghi chú"),
    QT_TRANSLATE_NOOP("known", "cá nhân"),
    QT_TRANSLATE_NOOP("known", "doanh nghiệp"),
    QT_TRANSLATE_NOOP("known", "cơ quan nhà nước"),
    QT_TRANSLATE_NOOP("known", "tổ chức khác"),
    QT_TRANSLATE_NOOP("known", "trực tiếp tại quầy"),
    QT_TRANSLATE_NOOP("known", "qua dịch vụ bưu chính"),
    QT_TRANSLATE_NOOP("known", "trực tuyến toàn trình"),
    QT_TRANSLATE_NOOP("known", "trực tuyến một phần"),
    QT_TRANSLATE_NOOP("known", "cách khác"),
    QT_TRANSLATE_NOOP("known", "nhận tại quầy"),
    QT_TRANSLATE_NOOP("known", "bản điện tử trên cổng dịch vụ công"),
    QT_TRANSLATE_NOOP("known", "có"),
    QT_TRANSLATE_NOOP("known", "không"),
    QT_TRANSLATE_NOOP("known", "(trống)"),
    QT_TRANSLATE_NOOP("known", "Hành vi hành chính"),
    QT_TRANSLATE_NOOP("known", "Quy định hành chính"),
    QT_TRANSLATE_NOOP("known", "Việc khác"),
    QT_TRANSLATE_NOOP("known", "Tại quầy"),
    QT_TRANSLATE_NOOP("known", "Điện thoại"),
    QT_TRANSLATE_NOOP("known", "Văn bản, thư"),
    QT_TRANSLATE_NOOP("known", "Cổng thông tin"),
    QT_TRANSLATE_NOOP("known", "mới tiếp nhận"),
    QT_TRANSLATE_NOOP("known", "đang xử lý"),
    QT_TRANSLATE_NOOP("known", "chờ bổ sung thông tin"),
    QT_TRANSLATE_NOOP("known", "đã trả lời"),
    QT_TRANSLATE_NOOP("known", "đã từ chối"),
    QT_TRANSLATE_NOOP("known", "sáng"),
    QT_TRANSLATE_NOOP("known", "chiều"),
)


def known(words: str) -> str:
    """A name of a role, a list, a paper or a field, as :data:`KNOWN` holds it."""
    return QCoreApplication.translate("known", words)


def weekday(day: date) -> str:
    """A weekday's name: ``Thứ Sáu``."""
    return known(weekday_words(day))


def weekday_date(day: date) -> str:
    """A day with its weekday, within a sentence: ``thứ Sáu 13/02/2026``."""
    return f"{known(lower(weekday_words(day)))} {date_words(day)}"
