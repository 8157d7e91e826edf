"""A paper's content set out on sheets, and the sheets as PDF."""

from __future__ import annotations

from collections.abc import Sequence

from reception.domain.chart import Picture
from reception.domain.paper import (
    Items,
    Layout,
    Line,
    Paper,
    Part,
    Sentence,
    Table,
    Tone,
)
from reception.printing.charts import picture_height, set_picture
from reception.printing.fonts import Face
from reception.printing.letterhead import set_head
from reception.printing.page import Flow, Format, PaperSize, Step, formats_for, no_step
from reception.printing.pdf import to_pdf
from reception.printing.sheet import Rule, Sheet, TextLine, balanced, wrap
from reception.printing.tables import set_table

_TONES = {
    Tone.PLAIN: Face.REGULAR,
    Tone.STRONG: Face.BOLD,
    Tone.NOTE: Face.ITALIC,
    Tone.HEADING: Face.BOLD,
}
_PART_GAP = 10.0
_WITH_HEADING = 6  # a heading stands with some of what it heads
_SENT_TO = "Nơi nhận:"
_SHORTEST_LEADER = 24.0
_HARDLY_FEWER = 4  # sheets: to set more of them again, closer, is not worth its time


def render(papers: Sequence[Paper], size: PaperSize = PaperSize.A5, *, copies: int = 1) -> bytes:
    """The papers as one PDF, each as often as there are ``copies``.

    Fonts are embedded and cut to the characters in use; the text can be read back from the file,
    and the same papers give the same bytes.

    Raises:
        RuleViolation: ``no-glyph`` when a character cannot be printed.
    """
    pile = Pile(size, copies)
    for paper in papers:
        pile.add(paper)
    return pile.pdf()


class Pile:
    """Papers laid one upon the other, to become one PDF."""

    def __init__(self, size: PaperSize = PaperSize.A5, copies: int = 1) -> None:
        self._size = size
        self._copies = copies
        self._first: Paper | None = None
        self._sheets: list[Sheet] = []

    def add(self, paper: Paper, step: Step = no_step, *, once: bool = False) -> None:
        """Set out one more paper, as often as there are copies; ``step`` after each row of a table.

        ``once`` is for what is only handed out: the office keeps no copy of it.

        Raises:
            RuleViolation: ``no-glyph`` when a character cannot be printed; the pile is as before.
        """
        copies = 1 if once else self._copies
        sheets = [sheet for copy in range(copies) for sheet in _set(paper, self._size, copy, step)]
        self._first = self._first or paper
        self._sheets += sheets

    def __len__(self) -> int:
        """The number of sheets."""
        return len(self._sheets)

    def pdf(self, step: Step = no_step) -> bytes:
        """The papers as one document, empty when there are none; ``step`` after each sheet."""
        first = self._first
        if first is None:
            return b""
        return to_pdf(
            self._sheets,
            title=f"{first.title} {first.reference}".replace("\u00a0", " "),
            author=first.unit_name,
            step=step,
        )


def _set(paper: Paper, size: PaperSize, copy: int, step: Step = no_step) -> list[Sheet]:
    """The paper's sheets: on one if any spacing allows it, else few; a long paper stays airy."""
    fewest: list[Sheet] = []
    for page in formats_for(paper.layout, size):
        sheets = _set_in(page, paper, copy, step)
        if not fewest or len(sheets) < len(fewest):
            fewest = sheets
        if len(fewest) == 1 or len(fewest) > _HARDLY_FEWER:
            break
    return fewest


def _set_in(page: Format, paper: Paper, copy: int, step: Step) -> list[Sheet]:
    flow = Flow(page, step)
    mark = paper.copy_marks[copy % len(paper.copy_marks)] if paper.copy_marks else ""
    set_head(flow, paper, mark)
    for n, block in enumerate(paper.blocks):
        if isinstance(block, Table):
            set_table(flow, block, tail=_tail(page, paper, n))
        else:
            _keep_with_picture(flow, paper, n)
            _set_block(flow, block)
    _set_foot(flow, paper)
    if paper.layout in {Layout.A4, Layout.A4_LANDSCAPE, Layout.BOOK}:
        flow.number_sheets(paper.reference, paper.title.capitalize())
    elif len(flow.sheets) > 1:
        flow.number_sheets(paper.reference)
    for sheet in flow.sheets:
        sheet.watermark = paper.watermark
    return flow.sheets


def _tail(page: Format, paper: Paper, n: int) -> float:
    """The height of what ends the paper after its last table: never on a sheet without a row."""
    rest = [block for block in paper.blocks[n + 1 :] if not isinstance(block, Table)]
    if len(rest) < len(paper.blocks) - n - 1:
        return 0
    trial = Flow(page)
    for block in rest:
        _set_block(trial, block)
    _set_foot(trial, paper)
    return trial.y - page.top if len(trial.sheets) == 1 else 0


def _keep_with_picture(flow: Flow, paper: Paper, n: int) -> None:
    """Let no heading stay behind when the picture under it goes on to another sheet."""
    match paper.blocks[n : n + 2]:
        case (Sentence(tone=Tone.HEADING), Picture() as picture):
            page = flow.format
            room = _WITH_HEADING * page.body + picture_height(page, picture)
            flow.keep(min(room, page.bottom - page.top))
        case _:
            pass


def _set_foot(flow: Flow, paper: Paper) -> None:
    page = flow.format
    _set_signatures(flow, paper)
    flow.y += page.note * 0.6
    for note in paper.notes:
        flow.text(wrap([(note, Face.ITALIC)], page.note, page.measure), page.note)


def _set_block(flow: Flow, block: Line | Sentence | Items | Picture) -> None:
    match block:
        case Line(parts):
            _set_line(flow, parts)
        case Sentence(text, tone):
            body = flow.format.body
            if tone is Tone.HEADING:
                flow.y += body * 0.6
                flow.keep(_WITH_HEADING * body)
            flow.text(wrap([(text, _TONES[tone])], body, flow.format.measure), body)
        case Items():
            _set_items(flow, block)
        case Picture():
            set_picture(flow, block)


def _set_items(flow: Flow, block: Items) -> None:
    page, body = flow.format, flow.format.body
    indent = body * (1.8 if len(block.items) < 10 else 2.3)
    for n, item in enumerate(block.items, 1):
        lines = wrap([(item, Face.REGULAR)], body, page.measure - indent)
        mark = wrap([(f"{n}." if block.numbered else "–", Face.REGULAR)], body, indent)[0]
        flow.keep(page.leading(body))
        flow.put(mark, page.left + body * 0.5, body)
        flow.text(lines, body, indent=indent)


# --- labelled facts -------------------------------------------------------------------------------


def _set_line(flow: Flow, parts: tuple[Part, ...]) -> None:
    """The parts beside each other where they have room, otherwise one under the other."""
    page, body = flow.format, flow.format.body
    lines = [_part_lines(part, page) for part in parts]
    wanted = [
        part_lines[0].width + (0 if part.value else _SHORTEST_LEADER)
        for part, part_lines in zip(parts, lines, strict=True)
    ]
    slack = page.measure - sum(wanted) - _PART_GAP * (len(parts) - 1)
    if slack < 0 or any(len(part_lines) > 1 for part_lines in lines):
        for part, part_lines in zip(parts, lines, strict=True):
            flow.text(part_lines[:-1], body)
            flow.keep(page.leading(body))
            _set_part(flow, part, part_lines[-1], page.left, page.right)
            flow.y += page.leading(body)
        return
    flow.keep(page.leading(body))
    x = page.left
    for part, part_lines, wide in zip(parts, lines, wanted, strict=True):
        end = x + wide + slack / len(parts)
        _set_part(flow, part, part_lines[0], x, end)
        x = end + _PART_GAP
    flow.y += page.leading(body)


def _part_lines(part: Part, page: Format) -> list[TextLine]:
    """A strong value, a date say, goes to the next line rather than be broken."""
    face = Face.BOLD if part.strong else Face.REGULAR
    label, value = (part.label, Face.REGULAR), (part.value, face)
    lines = wrap([label, value], page.body, page.measure)
    if part.strong and len(lines) > 1:
        apart = [*wrap([label], page.body, page.measure), *wrap([value], page.body, page.measure)]
        return apart if len(apart) == len(lines) else lines
    return lines


def _set_part(flow: Flow, part: Part, line: TextLine, x: float, end: float) -> None:
    """One line at the present height; a label without a value gets dots to write upon."""
    flow.put(line, x, flow.format.body)
    if not part.value:
        y = flow.format.baseline(flow.y, flow.format.body)
        flow.sheet.rules.append(Rule(x + line.width + 3, y, end, y, 0.6, dotted=True))


# --- signatures -----------------------------------------------------------------------------------


def _set_signatures(flow: Flow, paper: Paper) -> None:
    """Side by side, or one at the right with those who get the paper at its left; kept together."""
    page, signatures = flow.format, paper.signatures
    if not signatures:
        return
    share = page.measure / max(2, len(signatures))
    width = share - _PART_GAP
    names = [wrap([(s.name, Face.BOLD)], page.body, width) for s in signatures]
    tallest = max((len(lines) for lines in names), default=0)
    height = page.leading(page.body) * (2 + tallest) + page.signing
    flow.keep(height + page.body * 0.6)
    flow.y += page.body * 0.6
    top = flow.y
    for n, (signature, name) in enumerate(zip(signatures, names, strict=True), -len(names)):
        middle = page.right + share * (n + 0.5)
        flow.y = top
        flow.centred(balanced(signature.title, Face.BOLD, page.body, width), page.body, middle)
        flow.centred(wrap([(signature.hint, Face.ITALIC)], page.note, width), page.note, middle)
        flow.y += page.signing
        flow.centred(name, page.body, middle)
    if paper.sent_to and len(signatures) == 1:
        flow.y = top
        _set_sent_to(flow, paper.sent_to, width)
    flow.y = top + height


def _set_sent_to(flow: Flow, sent_to: tuple[str, ...], width: float) -> None:
    """Nơi nhận, at the left margin in small letters (Nghị định 30/2020/NĐ-CP)."""
    page = flow.format
    flow.text(wrap([(_SENT_TO, Face.BOLD)], page.note, width), page.note)
    for n, whom in enumerate(sent_to, 1):
        end = "." if n == len(sent_to) else ";"
        flow.text(wrap([(f"- {whom}{end}", Face.REGULAR)], page.note, width), page.note)
