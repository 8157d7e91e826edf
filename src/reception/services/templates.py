"""An office's own wording of a form: exported, edited, checked, and in force from its day on."""

from __future__ import annotations

import math
import string
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from reception.domain.accounts import Right
from reception.domain.errors import RuleViolation
from reception.domain.events import WordingRevised
from reception.domain.moments import date_words
from reception.domain.paper import FormWording, LineWording
from reception.printing.papers import render
from reception.services import forms, rights, samples, template_file
from reception.services.desk import Desk

# A form numbers its papers; nothing else may stand in its number.
_IN_NUMBER = {"number", "year"}
_FEWEST_LETTERS = 3


def export(desk: Desk, form: str, regime: str = "") -> str:
    """The wording that rules a form now, as the text of a file to edit, in force from today.

    Raises:
        RuleViolation: ``no-such-form``.
    """
    today = desk.now().date()
    wordings = forms.wordings_of(desk)
    ruling = wordings.ruling(form, regime or forms.regime_on(today), today)
    return template_file.written(replace(ruling, valid_from=max(today, ruling.valid_from)))


def import_file(desk: Desk, path: Path, *, by: str) -> FormWording:
    """Take an office's own wording from a file; nothing of a faulty one is taken.

    From its ``valid_from`` on it stands before the shipped wording of the same form and regime. It
    may not begin in the past: papers that went out must stay what they were.

    Raises:
        RuleViolation: ``template-unreadable`` or ``template-faulty``, telling one fault;
            ``not-allowed``.
    """
    rights.check(desk, Right.MANAGE_OFFICE, "đổi lời văn mẫu giấy", by=by)
    wording = template_file.read(path)
    check(wording)
    if wording.valid_from < desk.now().date():
        raise RuleViolation(
            "template-faulty",
            f"Mẫu giấy “{wording.form}” có hiệu lực từ {date_words(wording.valid_from)} là ngày đã"
            " qua, mà giấy đã in phải giữ nguyên lời văn; hãy ghi valid_from từ hôm nay trở đi.",
        )
    record(desk, wording, by=by)
    return wording


def record(desk: Desk, wording: FormWording, *, by: str) -> None:
    """Write a wording down that was checked; one of the same form, regime and day is replaced."""
    with desk.store.writing():
        desk.store.record_reference(WordingRevised(wording), at=desk.now(), by=by)


def check(wording: FormWording) -> None:
    """Make sure that every paper of the form can be made with a wording.

    Raises:
        RuleViolation: ``template-faulty``, telling one fault; ``no-glyph`` for a character that
            cannot be printed; ``no-such-form``.
    """
    if fault := fault_of(wording):
        raise RuleViolation(
            "template-faulty", f"Mẫu giấy “{wording.form}” {fault}; hãy sửa tệp rồi nhập lại."
        )


def fault_of(wording: FormWording) -> str:
    """What keeps papers from being made with a wording, as the end of a sentence; mostly nothing.

    Raises:
        RuleViolation: ``no-glyph`` for a character that cannot be printed; ``no-such-form``.
    """
    found = forms.shipped_wordings(wording.form)
    shipped = next((one for one in found if one.regime == wording.regime), None)
    if shipped is None:
        regimes = ", ".join(one.regime for one in found)
        return f"không có bộ mẫu “{wording.regime}”, chỉ có: {regimes}"
    try:
        return next(_faults(wording, shipped), "") or _unknown_fact(wording)
    except _StrangeBracesError as strange:
        return (
            f"có câu “{strange.text[:60]}” với dấu ngoặc nhọn không đúng"
            " (trong ngoặc chỉ ghi một tên, như {applicant})"
        )


class _StrangeBracesError(Exception):
    """Something else than one plain name stands in a text's braces."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


def _faults(wording: FormWording, shipped: FormWording) -> Iterator[str]:
    """What is wrong with a wording whatever a paper says, as ends of a sentence."""
    if len(wording.title.strip()) < _FEWEST_LETTERS:
        yield "chưa có tiêu đề (title)"
    if shipped.lines and not wording.lines:
        yield "chưa có dòng nào (lines)"
    if len(wording.signatures) < len(shipped.signatures):
        missing = shipped.signatures[len(wording.signatures)].title
        yield f"thiếu chỗ ký “{missing}” (signatures)"
    if wording.valid_until and wording.valid_until <= wording.valid_from:
        yield "hết hiệu lực (valid_until) trước khi có hiệu lực (valid_from)"
    if wording.sent_to and len(wording.signatures) != 1:
        yield "có nơi nhận (sent_to) mà không có đúng một chỗ ký"
    if strange := set(_names(wording.number)) - _IN_NUMBER:
        yield f"có số (number) chứa {{{min(strange)}}}; chỉ dùng được {{number}} và {{year}}"
    if braced := next((text for text in _plain_texts(wording) if "{" in text or "}" in text), ""):
        yield (
            f"có “{braced[:60]}” với dấu ngoặc nhọn ở chỗ máy không điền"
            " (tên giấy, chữ trước chỗ điền, tên cột, chữ dưới chỗ ký)"
        )
    for line in (*wording.lines, *wording.notes):
        yield from _line_faults(line)


def _plain_texts(wording: FormWording) -> Iterator[str]:
    """Every text of a wording that stands on the paper as it is."""
    yield wording.title
    yield from wording.copy_marks
    yield from (signature.hint for signature in wording.signatures)
    for line in (*wording.lines, *wording.notes):
        yield from (part.label for part in line.parts)
        for column in line.columns:
            yield from (column.title, column.group)


def _line_faults(line: LineWording) -> Iterator[str]:
    kinds = [bool(line.parts), bool(line.text), bool(line.rows)]
    if sum(kinds) != 1:
        yield "có dòng không phải đúng một trong ba loại: parts, text, rows"
    if line.rows and not line.columns and not line.item:
        yield f"có bảng “{line.rows}” không có cột (columns) và không có item"
    shares = sum(column.share for column in line.columns)
    if line.columns and not math.isclose(shares, 1, abs_tol=0.01):
        yield f"có bảng “{line.rows}” mà tổng độ rộng các cột (share) là {shares:.2f}, không phải 1"
    if any(column.share <= 0 for column in line.columns):
        yield f"có bảng “{line.rows}” với cột không có độ rộng (share)"
    if line.under and len(line.under) != len(line.columns):
        yield f"có bảng “{line.rows}” mà hàng ký (under) không đủ {len(line.columns)} ô"
    if any(bool(column.says) == bool(column.text) for column in line.columns):
        yield f"có bảng “{line.rows}” với cột không có đúng một trong hai: says, text"


def _unknown_fact(wording: FormWording) -> str:
    """Fill the wording in twice: as it stands, and with all that is left out where unsaid."""
    said = replace(
        wording,
        lines=tuple(replace(line, when="") for line in wording.lines),
        notes=tuple(replace(note, when="") for note in wording.notes),
    )
    for text in _texts(wording):
        list(_names(text))
    try:
        for tried in (wording, said):
            render(samples.trial_papers(tried))
    except KeyError as error:
        return (
            f"dùng “{error.args[0]}” mà giấy này không có"
            " (tên dùng được đều có trong các câu của mẫu)"
        )
    return ""


def _texts(wording: FormWording) -> Iterator[str]:
    """Every text of a wording that facts are put into."""
    yield wording.number
    yield from wording.sent_to
    yield from (signature.title for signature in wording.signatures)
    for line in (*wording.lines, *wording.notes):
        yield from (line.text, line.item, *line.under)
        for column in line.columns:
            yield from (column.text, column.total)


def _names(text: str) -> Iterator[str]:
    """The names in braces; nothing but a plain name may stand there."""
    try:
        parsed = list(string.Formatter().parse(text))
    except ValueError:
        raise _StrangeBracesError(text) from None
    for _literal, name, spec, conversion in parsed:
        if name is None:
            continue
        if spec or conversion or not name.isidentifier():
            raise _StrangeBracesError(text)
        yield name
