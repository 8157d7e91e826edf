"""Forms, their versions and the places of their texts, in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from reception.domain.moments import date_words
from reception.domain.paper import FormWording
from reception.domain.wording_pieces import PieceKind
from reception.services.own_wordings import OwnForm

translate = QCoreApplication.translate

_TABLE = "table"


def title_words(wording: FormWording) -> str:
    """A form by its title, and by its year where a law sets it."""
    year, _dash, edition = wording.regime.partition("-")
    # A hard blank keeps words together on paper; here it would only widen the row.
    title = wording.title.replace("\u00a0", " ").capitalize()
    if not year.isdecimal():
        return title
    told = translate("wordings", "{title} · mẫu {year}").format(title=title, year=year)
    if not edition:
        return told
    kind = translate("wordings", "giấy tờ thành bảng") if edition == _TABLE else edition
    return f"{told}, {kind}"


def form_line(form: OwnForm, today: date) -> str:
    """A form, and whether the office has its own wording now or soon."""
    title, ruling = title_words(form.shipped), form.ruling(today)
    coming = [version for version in form.versions if version.valid_from > today]
    if ruling is not form.shipped:
        return translate("wordings", "{title} · lời văn riêng").format(title=title)
    if coming:
        return translate("wordings", "{title} · lời văn riêng từ {day}").format(
            title=title, day=date_words(coming[0].valid_from)
        )
    return title


def version_line(form: OwnForm, version: FormWording, today: date) -> str:
    """A version with its first day, whether it rules, and on what ground."""
    if version is form.shipped:
        name = translate("wordings", "Lời văn của mẫu")
        return _joined(name, _state(form, version, today), version.decree)
    name = translate("wordings", "Từ {day}").format(day=date_words(version.valid_from))
    return _joined(name, _state(form, version, today), version.source)


def place_words(kind: PieceKind) -> str:
    """What a text is on its paper."""
    words = {
        PieceKind.TITLE: translate("wordings", "Tên giấy"),
        PieceKind.NUMBER: translate("wordings", "Số của giấy"),
        PieceKind.COPY_MARK: translate("wordings", "Chữ đánh dấu liên"),
        PieceKind.LABEL: translate("wordings", "Chữ trước chỗ điền"),
        PieceKind.SENTENCE: translate("wordings", "Câu"),
        PieceKind.ITEM: translate("wordings", "Mỗi dòng của danh sách"),
        PieceKind.COLUMN: translate("wordings", "Tên cột"),
        PieceKind.GROUP: translate("wordings", "Tên chung của các cột"),
        PieceKind.CELL: translate("wordings", "Ô của bảng"),
        PieceKind.SIGNATURE: translate("wordings", "Chỗ ký"),
        PieceKind.HINT: translate("wordings", "Chữ dưới chỗ ký"),
        PieceKind.NOTE: translate("wordings", "Ghi chú cuối giấy"),
        PieceKind.SENT_TO: translate("wordings", "Nơi nhận"),
    }
    return words[kind]


def _state(form: OwnForm, version: FormWording, today: date) -> str:
    if form.ruling(today) is version:
        return translate("wordings", "đang áp dụng")
    if version.valid_from > today:
        return translate("wordings", "sắp áp dụng")
    # The form's own wording never ends; it steps back where the office has one.
    return "" if version is form.shipped else translate("wordings", "đã thôi áp dụng")


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
