"""The head of a paper: its QR at the upper left, the agency, the State, the bars, the title."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reception.domain.paper import Paper
from reception.printing.code_patches import bars_patch, qr_patch
from reception.printing.codes import can_be_bars, code128_widths
from reception.printing.fonts import Face
from reception.printing.page import Flow
from reception.printing.sheet import Rule, TextLine, balanced, text_width, wrap

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"

_COMMITTEE = "ỦY BAN NHÂN DÂN"
_GAP = 10.0
# Thinner bars than this, in points (0,19 mm), are lost on an office printer.
_THINNEST_BAR = 0.54
_THICKEST_BAR = 0.8


def set_head(flow: Flow, paper: Paper, copy_mark: str) -> None:
    """Everything above the first line of the form (Nghị định 30/2020/NĐ-CP for the title block).

    The QR stands at the upper left (Thông tư 01/2023/TT-VPCP), the bars of the code under the
    State's name, or on a line of their own when they are too long for it. A list has neither.
    """
    page = flow.format
    top = flow.y
    _set_qr(flow, paper.qr)
    right_width = text_width(STATE, Face.BOLD, page.head)
    room = page.qr + _GAP if paper.qr else 0
    agency_right = min(page.right - right_width - _GAP, page.left + room + right_width)
    _set_agency(flow, paper, page.left + room, agency_right)
    agency_end, flow.y = flow.y, top
    _set_state(flow, page.right - right_width / 2)
    fits = _bars_width(paper.code128) * _THINNEST_BAR <= right_width
    if fits:
        _set_bars(flow, paper.code128, right_width)
    flow.y = max(flow.y, agency_end, top + room - _GAP) + 3
    _set_number_and_date(flow, paper)
    if not fits:
        flow.y += 4
        _set_bars(flow, paper.code128, page.measure)
    _set_title(flow, paper, copy_mark)


def _set_qr(flow: Flow, text: str) -> None:
    if not text:
        return
    flow.sheet.patches.append(qr_patch(text, flow.format.left, flow.y, flow.format.qr))


def _set_agency(flow: Flow, paper: Paper, left: float, right: float) -> None:
    size, middle, width = flow.format.head, (left + right) / 2, right - left
    for name, face in ((paper.governing_body, Face.REGULAR), (paper.unit_name, Face.BOLD)):
        flow.centred(_name_lines(name.upper(), face, size, width), size, middle)
    _set_rule(flow, middle, width / 3)


def _name_lines(name: str, face: Face, size: float, width: float) -> list[TextLine]:
    """An agency's name, broken before the place rather than within the words "nhân dân"."""
    head, committee, place = name.partition(_COMMITTEE)
    if committee and not head and text_width(name, face, size) > width:
        first = balanced(committee, face, size, width)
        return first + balanced(place, face, size, width)
    return balanced(name, face, size, width)


def _set_state(flow: Flow, middle: float) -> None:
    size = flow.format.head
    flow.centred(_one(STATE, Face.BOLD, size), size, middle)
    motto = _one(MOTTO, Face.BOLD, size + 0.8)
    flow.centred(motto, size + 0.8, middle)
    _set_rule(flow, middle, motto[0].width)


def _set_rule(flow: Flow, middle: float, width: float) -> None:
    y = flow.y + 2
    flow.sheet.rules.append(Rule(middle - width / 2, y, middle + width / 2, y, 0.7))
    flow.y += 5


def _set_number_and_date(flow: Flow, paper: Paper) -> None:
    """On one line, or one under the other where a place has a long name."""
    page, size = flow.format, flow.format.head + 0.8
    (number,) = _one(paper.number, Face.REGULAR, size) or [TextLine((), 0)]
    (date,) = _one(paper.place_and_date, Face.ITALIC, size)
    flow.put(number, page.left, size)
    if number.width + _GAP + date.width > page.measure:
        flow.y += page.leading(size)
    flow.put(date, page.right - date.width, size)
    flow.y += page.leading(size)


def _bars_width(text: str) -> int:
    return sum(code128_widths(text)) if can_be_bars(text) else 0


def _set_bars(flow: Flow, text: str, width: float) -> None:
    """The bars at the right edge, with their text under them."""
    if not can_be_bars(text):
        return
    page, size = flow.format, flow.format.head - 0.6
    widths = code128_widths(text)
    unit = min(width / sum(widths), _THICKEST_BAR)
    wide = unit * sum(widths)
    left = page.right - (width + wide) / 2
    height = page.qr * 0.32
    flow.y += 3
    flow.sheet.patches.append(bars_patch(text, left, flow.y, unit, height))
    flow.y += height + 1
    flow.centred(_one(text, Face.REGULAR, size), size, left + wide / 2)


def _set_title(flow: Flow, paper: Paper, copy_mark: str) -> None:
    page = flow.format
    flow.y += page.title * 0.7
    title = balanced(paper.title, Face.BOLD, page.title, page.measure)
    flow.centred(title, page.title, page.middle)
    if copy_mark:
        flow.centred(_one(copy_mark, Face.ITALIC, page.body), page.body, page.middle)
    if paper.reprint:
        _set_stamp(flow, paper.reprint)
    flow.y += page.body * 0.5


def _set_stamp(flow: Flow, text: str) -> None:
    """A framed word that nobody overlooks, no wider than the page."""
    page, middle = flow.format, flow.format.middle
    usual = min(page.body, page.title)
    size = min(usual, usual * (page.measure - 14) / text_width(text, Face.BOLD, usual))
    line = _one(text, Face.BOLD, size)[0]
    flow.y += 3
    left, right = middle - line.width / 2 - 6, middle + line.width / 2 + 6
    top, bottom = flow.y - 1, flow.y + flow.format.leading(size) + 1
    corners = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
    flow.sheet.rules += [Rule(*start, *end, 1.0) for start, end in pairwise(corners)]
    flow.centred([line], size, middle)
    flow.y += 2


def _one(text: str, face: Face, size: float) -> Sequence[TextLine]:
    """A text that stays on one line, however long."""
    return wrap([(text, face)], size, float("inf"))
