"""A month's results as the commune's loudspeakers tell them: plain words, numbers spelt, no names.

Rates are rounded down: nothing sounds better than it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from reception.domain.handling_report import HandlingRow
from reception.domain.moments import in_office_zone
from reception.domain.money import number_words
from reception.domain.month_figures import MonthFigures
from reception.domain.month_results import MonthResults

LONGEST_SYLLABLES = 300
"""What an announcer reads within two minutes."""

_SUBJECT = "kết quả giải quyết hồ sơ, thủ tục hành chính"
_ASKING = (
    "Bà con muốn biết hồ sơ của mình đến đâu, xin mang giấy hẹn đến nơi tiếp nhận để được trả lời."
    " Bảng công bố đầy đủ được niêm yết tại nơi tiếp nhận hồ sơ."
)
_FIELDS_TOLD = 3
_EARLY_DAYS = 10  # of a month, said with “mùng”
_FULL_WORDS = {
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "TTHC": "thủ tục hành chính",
    "PVHCC": "Phục vụ hành chính công",
    "TTPVHCC": "Trung tâm Phục vụ hành chính công",
    "BHXH": "bảo hiểm xã hội",
    "BHYT": "bảo hiểm y tế",
    "TNMT": "tài nguyên và môi trường",
}
_ABBREVIATION = re.compile(r"\b[A-ZĐ]{2,}\b")
_ASIDE = re.compile(r"\s*\([^)]*\)")


def spoken_text(unit: str, results: MonthResults) -> str:
    """The announcement; it takes less than two minutes to read."""
    told, office = results.figures, in_full(unit)
    whole, month = told.told.total, _month_of(results.month.from_on)
    paragraphs = (
        f"Kính thưa bà con! {office} xin thông báo {_SUBJECT} trong {month}.",
        _received(whole),
        _settled(whole, told.strict.total),
        _fields(told.told.rows),
        _open(whole),
        _apologies(office, len(results.apologies)),
        _closed(told),
        _ASKING,
        "Xin cảm ơn bà con đã lắng nghe.",
    )
    return "\n\n".join(filter(None, paragraphs)) + "\n"


def in_full(name: str) -> str:
    """A name with its abbreviations spoken in full."""
    return _ABBREVIATION.sub(lambda found: _FULL_WORDS.get(found[0], found[0]), name)


def _month_of(day: date) -> str:
    name = "tư" if day.month == 4 else number_words(day.month)
    return f"tháng {name} năm {number_words(day.year)}"


def _received(whole: HandlingRow) -> str:
    text = f"Trong tháng, nơi tiếp nhận đã nhận {_of(whole.online + whole.in_person)}"
    if whole.carried_over:
        return f"{text}, và làm tiếp {_of(whole.carried_over)} từ các tháng trước chuyển sang."
    return f"{text}."


def _settled(whole: HandlingRow, strict: HandlingRow) -> str:
    if not whole.settled:
        return "Trong tháng chưa có hồ sơ nào giải quyết xong."
    kept = whole.early + whole.on_time
    text = f"Đã giải quyết xong {_of(whole.settled)}"
    if not whole.overdue and strict.overdue:
        return f"{text}."  # the form counts what was refused late as on time; nobody may say so
    if not whole.overdue:
        return f"{text}; không có hồ sơ nào bị chậm so với ngày hẹn."
    rate = 100 * kept // (kept + whole.overdue)
    return (
        f"{text}, trong đó {_of(kept)} xong trước hoặc đúng ngày hẹn, {_of(whole.overdue)} bị"
        f" chậm. Tính ra, cứ một trăm hồ sơ thì được {number_words(rate)} hồ sơ đúng hẹn."
    )


def _fields(rows: Iterable[HandlingRow]) -> str:
    most = sorted(rows, key=lambda row: -row.settled)
    told = [
        f"{name}, {_of(row.settled)}"
        for row in most
        if row.settled and not _ABBREVIATION.search(name := _field(row.field))
    ]
    if len(told) < _FIELDS_TOLD:
        return ""
    return f"Nhiều nhất là các lĩnh vực: {'; '.join(told[:_FIELDS_TOLD])}."


def _field(name: str) -> str:
    spoken = in_full(_ASIDE.sub("", name)).replace(" - ", ", ")
    return spoken[:1].lower() + spoken[1:]


def _open(whole: HandlingRow) -> str:
    if not whole.open:
        return "Hết tháng, không còn hồ sơ nào đang chờ giải quyết."
    text = f"Hết tháng, còn {_of(whole.open)} đang giải quyết"
    if whole.open_overdue:
        return f"{text}, trong đó {_of(whole.open_overdue)} đã quá ngày hẹn."
    return f"{text}, đều chưa đến hạn trả."


def _closed(told: MonthFigures) -> str:
    """On which day the figures were closed, and that something was corrected since."""
    if told.closed is None:
        return ""
    on = in_office_zone(told.closed.at).date()
    since = (
        " Sau ngày ấy có đính chính; bảng niêm yết ghi cả số trước và sau đính chính."
        if told.corrected_since
        else ""
    )
    return f"Số liệu trên chốt {_day(on)}.{since}"


def _day(on: date) -> str:
    early = "mùng " if on.day <= _EARLY_DAYS else ""
    return f"ngày {early}{number_words(on.day)} {_month_of(on)}"


def _apologies(office: str, number: int) -> str:
    if not number:
        return ""
    return (
        f"{office} xin lỗi bà con vì {_of(number)} trả kết quả chậm. Danh sách các hồ sơ này được"
        " niêm yết theo mã hồ sơ, không ghi tên."
    )


def _of(number: int) -> str:
    return f"{number_words(number)} hồ sơ"
