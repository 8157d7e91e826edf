"""An office's own wording of a form: exported, edited, checked, and in force from its day on."""

from __future__ import annotations

import math
import string
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from reception.domain.errors import RuleViolation
from reception.domain.events import WordingRevised
from reception.domain.moments import date_words
from reception.domain.paper import FormWording, LineWording
from reception.printing.papers import render
from reception.services import forms, samples, template_file
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
        RuleViolation: ``template-unreadable`` or ``template-faulty``, telling one fault.
    """
    wording = template_file.read(path)
    check(wording)
    now = desk.now()
    if wording.valid_from < now.date():
        raise RuleViolation(
            "template-faulty",
            f"Mẫu giấy “{wording.form}” có hiệu lực từ {date_words(wording.valid_from)} là ngày đã"
            " qua, mà giấy đã in phải giữ nguyên lời văn; hãy ghi valid_from từ hôm nay trở đi.",
        )
    with desk.store.writing():
        desk.store.record_reference(WordingRevised(wording), at=now, by=by)
    return wording


def check(wording: FormWording) -> None:
    """Make sure that every paper of the form can be made with a wording.

    Raises:
        RuleViolation: ``template-faulty``, telling one fault; ``no-glyph`` for a character that
            cannot be printed.
    """
    shipped = _shipped(wording)
    for fault in _faults(wording, shipped):
        raise RuleViolation(
            "template-faulty",
            f"Mẫu giấy “{wording.form}” {fault}; hãy sửa tệp rồi nhập lại.",
        )
    _check_facts(wording)


def _shipped(wording: FormWording) -> FormWording:
    """The shipped wording that this one takes the place of."""
    regimes = [shipped.regime for shipped in forms.shipped_wordings(wording.form)]
    if wording.regime not in regimes:
        raise RuleViolation(
            "template-faulty",
            f"Mẫu giấy “{wording.form}” không có bộ mẫu “{wording.regime}”;"
            f" hãy ghi regime là một trong: {', '.join(regimes)}.",
        )
    found = forms.shipped_wordings(wording.form)
    return next(shipped for shipped in found if shipped.regime == wording.regime)


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
    for line in (*wording.lines, *wording.notes):
        yield from _line_faults(line)


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


def _check_facts(wording: FormWording) -> None:
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
        raise RuleViolation(
            "template-faulty",
            f"Mẫu giấy “{wording.form}” dùng “{error.args[0]}” mà giấy này không có;"
            " hãy xem các tên dùng được trong tệp mẫu xuất ra rồi sửa lại.",
        ) from None


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
        raise _strange_braces(text) from None
    for _literal, name, spec, conversion in parsed:
        if name is None:
            continue
        if spec or conversion or not name.isidentifier():
            raise _strange_braces(text)
        yield name


def _strange_braces(text: str) -> RuleViolation:
    return RuleViolation(
        "template-faulty",
        f"Câu “{text[:60]}” có dấu ngoặc nhọn không đúng; trong ngoặc chỉ ghi một tên,"
        " như {applicant}; hãy sửa tệp rồi nhập lại.",
    )
