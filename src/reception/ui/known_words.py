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
)


def known(words: str) -> str:
    """A name of a role or a list, as :data:`KNOWN` holds it."""
    return QCoreApplication.translate("known", words)


def weekday(day: date) -> str:
    """A weekday's name: ``Thứ Sáu``."""
    return known(weekday_words(day))


def weekday_date(day: date) -> str:
    """A day with its weekday, within a sentence: ``thứ Sáu 13/02/2026``."""
    return f"{known(lower(weekday_words(day)))} {date_words(day)}"
