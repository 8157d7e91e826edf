"""A sheet of instructions on A4: no letterhead, roomy lines, codes large enough for any scanner."""

from __future__ import annotations

from reception.domain.instruction import CodeKind, Instruction, Section, TrialCode
from reception.printing.code_patches import bars_patch, qr_patch
from reception.printing.codes import code128_widths
from reception.printing.fonts import Face
from reception.printing.page import FORMATS, MM, Flow, PaperSize
from reception.printing.pdf import to_pdf
from reception.printing.sheet import Rule, wrap

_TITLE, _HEADING, _BODY = 19.0, 14.0, 11.5
_INDENT, _GAP = 16.0, 7.0
_NAME_SHARE = 0.36
# Half a millimetre: the coarsest laser of an old hand scanner still tells such bars apart.
_BAR, _BAR_HEIGHT, _QUIET = 0.5 * MM, 12 * MM, 6 * MM
_QR_SIDE = 36 * MM


def instructions_pdf(sheet: Instruction) -> bytes:
    """The sheet as PDF.

    Raises:
        RuleViolation: ``no-glyph`` when a character cannot be printed.
    """
    flow = Flow(FORMATS[PaperSize.A4][1])
    flow.text(wrap([(sheet.title, Face.BOLD)], _TITLE, flow.format.measure), _TITLE)
    flow.y += 2
    flow.text(wrap([(sheet.lead, Face.ITALIC)], _BODY, flow.format.measure), _BODY)
    for section in sheet.sections:
        _set_section(flow, section)
    return to_pdf(flow.sheets, title=sheet.title, author="")


def _set_section(flow: Flow, section: Section) -> None:
    flow.y += _GAP
    # Its first lines stay with it.
    flow.keep(flow.format.leading(_HEADING) + 3 * flow.format.leading(_BODY))
    flow.text(wrap([(section.heading, Face.BOLD)], _HEADING, flow.format.measure), _HEADING)
    flow.y += 2
    for n, item in enumerate(section.items, 1):
        _set_item(flow, f"{n}." if section.numbered else "–", item)
    for name, words in section.keys:
        _set_pair(flow, name, words)
    for code in section.codes:
        _set_code(flow, code)


def _set_item(flow: Flow, mark: str, text: str) -> None:
    lines = wrap([(text, Face.REGULAR)], _BODY, flow.format.measure - _INDENT)
    flow.keep(len(lines) * flow.format.leading(_BODY))
    flow.put(wrap([(mark, Face.REGULAR)], _BODY, _INDENT)[0], flow.format.left, _BODY)
    flow.text(lines, _BODY, indent=_INDENT)


def _set_pair(flow: Flow, name: str, words: str) -> None:
    """Two columns over a fine rule."""
    page = flow.format
    left = page.measure * _NAME_SHARE
    names = wrap([(name, Face.BOLD)], _BODY, left - _GAP)
    told = wrap([(words, Face.REGULAR)], _BODY, page.measure - left)
    height = page.leading(_BODY) * max(len(names), len(told)) + 3
    flow.keep(height)
    top = flow.y
    flow.text(names, _BODY)
    flow.y = top
    flow.text(told, _BODY, indent=left)
    flow.y = top + height
    flow.sheet.rules.append(Rule(page.left, flow.y - 1, page.right, flow.y - 1, 0.3))


def _set_code(flow: Flow, code: TrialCode) -> None:
    """The caption above, its code below with room around it, bars with their text under them."""
    page = flow.format
    is_qr = code.kind is CodeKind.QR
    height = _QR_SIDE if is_qr else _BAR_HEIGHT + page.leading(_BODY)
    caption = wrap([(code.caption, Face.REGULAR)], _BODY, page.measure)
    flow.keep(len(caption) * page.leading(_BODY) + 4 + height)
    flow.text(caption, _BODY)
    flow.y += 4
    left = page.left + _QUIET
    if is_qr:
        flow.sheet.patches.append(qr_patch(code.text, left, flow.y, _QR_SIDE))
        flow.y += _QR_SIDE
    else:
        unit = min(_BAR, (page.measure - 2 * _QUIET) / sum(code128_widths(code.text)))
        flow.sheet.patches.append(bars_patch(code.text, left, flow.y, unit, _BAR_HEIGHT))
        flow.y += _BAR_HEIGHT
        flow.put(wrap([(code.text, Face.REGULAR)], _BODY, page.measure)[0], left, _BODY)
        flow.y += page.leading(_BODY)
    flow.y += _GAP
