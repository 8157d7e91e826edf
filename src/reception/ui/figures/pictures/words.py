"""What the pictures say, in the language of the window; their papers say it in Vietnamese."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from reception.domain.moments import WEEKDAYS
from reception.ui.known_words import known

# Here for the collector of texts, which cannot look into the other rooms; a test compares them.
CHART_WORDS = (
    QT_TRANSLATE_NOOP("pictures", "Kết quả giải quyết theo lĩnh vực, {period}"),
    QT_TRANSLATE_NOOP("pictures", "Hồ sơ quá hạn theo người, cơ quan đang giữ, lúc {moment}"),
    QT_TRANSLATE_NOOP("pictures", "Hồ sơ tiếp nhận và giải quyết từng tháng"),
    QT_TRANSLATE_NOOP("pictures", "Tháng"),
    QT_TRANSLATE_NOOP(
        "pictures",
        "Tiếp nhận: hồ sơ nhận trong tháng, không kể từ kỳ trước. Đã giải quyết: hồ"
        " sơ có kết quả, từ chối hoặc dừng trong tháng.",
    ),
    QT_TRANSLATE_NOOP("pictures", "hồ sơ"),
    QT_TRANSLATE_NOOP("pictures", "Tỷ lệ giải quyết quá hạn từng tháng (%)"),
    QT_TRANSLATE_NOOP("pictures", "hồ sơ đã giải quyết"),
    QT_TRANSLATE_NOOP("pictures", "Lĩnh vực"),
    QT_TRANSLATE_NOOP("pictures", "Người, cơ quan"),
    QT_TRANSLATE_NOOP(
        "pictures",
        "Hồ sơ đang giải quyết mà hạn trả theo quy định đã qua, kể cả đã xin lỗi và"
        " hẹn lại; không kể hồ sơ chờ bổ sung, tạm dừng.",
    ),
    QT_TRANSLATE_NOOP("pictures", "Giờ"),
    QT_TRANSLATE_NOOP(
        "pictures",
        "Số hồ sơ tiếp nhận trong cả kỳ theo thứ và giờ (8h là từ 8 giờ đến trước 9"
        " giờ); gồm cả hồ sơ nộp trực tuyến, không kể hồ sơ nhập từ sổ cũ.",
    ),
    QT_TRANSLATE_NOOP(
        "pictures",
        "Hồ sơ đang giải quyết, theo ngày hẹn trả (ngày hẹn lại nếu đã xin lỗi), chưa"
        " tính hồ sơ đã quá hạn; {days} ngày làm việc kể từ hôm nay.",
    ),
    QT_TRANSLATE_NOOP("pictures", "Số hồ sơ đến hạn từng ngày"),
    QT_TRANSLATE_NOOP("pictures", "Ngày"),
    QT_TRANSLATE_NOOP("pictures", "Hồ sơ sắp đến hạn đang ở đâu"),
    QT_TRANSLATE_NOOP("pictures", "từ ngày {first} đến hết ngày {last}"),
    QT_TRANSLATE_NOOP("pictures", "Không vẽ {count} lĩnh vực ít hồ sơ hơn."),
    QT_TRANSLATE_NOOP("pictures", "ngày {day}"),
    QT_TRANSLATE_NOOP("pictures", "Tiếp nhận"),
    QT_TRANSLATE_NOOP("pictures", "Đã giải quyết"),
    QT_TRANSLATE_NOOP("pictures", "Quá hạn (%)"),
    QT_TRANSLATE_NOOP("pictures", "Số quá hạn trên số đã giải quyết trong tháng."),
    QT_TRANSLATE_NOOP("pictures", "Trước và đúng hạn"),
    QT_TRANSLATE_NOOP("pictures", "Giải quyết quá hạn"),
    QT_TRANSLATE_NOOP("pictures", "Đang làm, đã quá hạn"),
    QT_TRANSLATE_NOOP("pictures", "Đang giữ, đã quá hạn"),
    QT_TRANSLATE_NOOP("pictures", "Giờ tiếp nhận trong tuần, {period}"),
    QT_TRANSLATE_NOOP("pictures", "Đến hạn"),
    QT_TRANSLATE_NOOP(
        "pictures",
        "Trước hạn: xong vào một ngày trước ngày hẹn trả. Đúng hạn: xong trong ngày"
        " hẹn trả, giờ nào cũng vậy. Quá hạn: xong vào một ngày sau ngày hẹn trả."
        " “Xong” và “hẹn trả” như khi tính đến từng phút.",
    ),
)


def said(words: str) -> str:
    """What a picture calls something, or says of itself, as :data:`CHART_WORDS` holds it."""
    if words in WEEKDAYS:
        return known(words)
    return QCoreApplication.translate("pictures", words)
