"""A printed paper as content, and a form's fixed wording: what stands on it, not where.

A wording is dated data of the law. Its lines name, by key, the facts that they show; which facts a
paper has is said in :mod:`reception.domain.documents` and its neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reception.domain.chart import Picture
from reception.domain.dated import Dated

HEADING = "heading"


class Tone(StrEnum):
    """How a sentence is set."""

    PLAIN = "plain"
    STRONG = "strong"
    NOTE = "note"
    HEADING = "heading"


class Layout(StrEnum):
    """Which sheet a form takes: the office's choice, or one of its own.

    ``LARGE`` is the office's choice with letters for weak eyes; ``BOOK`` lies and is set close, for
    the long rows of a bound book.
    """

    CHOSEN = "chosen"
    LARGE = "large-letters"
    A4 = "A4"
    A4_LANDSCAPE = "A4-landscape"
    BOOK = "A4-book"


# --- content --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Part:
    """A label and what was filled in; an empty ``value`` is left open to be written by hand."""

    label: str
    value: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Labelled facts that share one line."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the form."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Items:
    """A numbered or dashed list."""

    items: tuple[str, ...]
    numbered: bool = True


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column: its title, its share of the width, whether its cells are centred.

    ``figures`` sets the cells from the right, as amounts are. Neighbours with the same ``group``
    have it as a common heading above their titles; ``▸`` parts headings of several rows.
    """

    title: str
    share: float
    centred: bool = False
    figures: bool = False
    group: str = ""

    @property
    def groups(self) -> tuple[str, ...]:
        """The headings above its title, from the top down."""
        return tuple(part.strip() for part in self.group.split("▸")) if self.group else ()


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table; a row of a single cell is a heading across all columns.

    So many rows stand ``together`` on one sheet.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    totals: tuple[str, ...] = ()
    together: int = 1


Block = Line | Sentence | Items | Table | Picture


@dataclass(frozen=True, slots=True)
class Signature:
    """A place to sign: who signs, how, and the name printed under it."""

    title: str
    hint: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """Everything that one statutory paper says.

    ``copy_marks`` tells the copies apart where the form does (2018: for the office, for the
    applicant). ``qr`` and ``code128`` are the texts of its two codes. ``reference`` names the paper
    on each page of a long one. ``reprint`` is a framed word below the title; ``sent_to`` are those
    who get the paper, told beside the signature. ``watermark`` is written across every sheet.
    """

    form: str
    reference: str
    governing_body: str
    unit_name: str
    number: str
    place_and_date: str
    title: str
    blocks: tuple[Block, ...]
    signatures: tuple[Signature, ...]
    notes: tuple[str, ...] = ()
    copy_marks: tuple[str, ...] = ()
    reprint: str = ""
    qr: str = ""
    code128: str = ""
    layout: Layout = Layout.CHOSEN
    sent_to: tuple[str, ...] = ()
    watermark: str = ""


# --- wording --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PartWording:
    """A label and the key of the fact that follows it."""

    label: str
    says: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class ColumnWording:
    """A column's title and the key of a row's fact in it, or a ``text`` with several of them.

    ``total`` is what stands in this column of the last row, which is left out where no column has
    any.
    """

    title: str
    share: float
    says: str = ""
    text: str = ""
    centred: bool = False
    figures: bool = False
    group: str = ""
    total: str = ""

    def cell(self, row: Mapping[str, str]) -> str:
        """What stands in this column of a row."""
        return self.text.format_map(row) if self.text else row[self.says]


@dataclass(frozen=True, slots=True)
class LineWording:
    """One line of a form: labelled parts, a sentence, or the rows of a list or table.

    ``when`` names a fact without which the line is left out. ``rows`` names a series of facts,
    shown as a table if ``columns`` are given and otherwise as a list of ``item``. Of the table's
    rows, one with the fact ``HEADING`` is a heading across all columns; ``under`` are the cells of
    a row set under each other one, to sign in.
    """

    parts: tuple[PartWording, ...] = ()
    text: str = ""
    tone: Tone = Tone.PLAIN
    rows: str = ""
    item: str = ""
    numbered: bool = True
    columns: tuple[ColumnWording, ...] = ()
    under: tuple[str, ...] = ()
    when: str = ""


@dataclass(frozen=True, slots=True)
class SignatureWording:
    """A signature's title, which may hold a fact, its hint, and the key of the name under it."""

    title: str
    hint: str
    says: str = ""


@dataclass(frozen=True, slots=True)
class FormWording(Dated):
    """The fixed wording of a form, in force from ``valid_from`` until before ``valid_until``.

    ``decree`` is the legal text that sets the form, ``source`` where its wording was read, and
    ``confidence`` how sure that is. ``qr`` says whether the form carries the QR of published
    papers.
    """

    form: str
    regime: str
    valid_from: date
    decree: str
    source: str
    confidence: str
    title: str
    number: str
    system: str
    lines: tuple[LineWording, ...] = ()
    signatures: tuple[SignatureWording, ...] = ()
    valid_until: date | None = None
    notes: tuple[LineWording, ...] = ()
    copy_marks: tuple[str, ...] = ()
    layout: Layout = Layout.CHOSEN
    qr: bool = True
    sent_to: tuple[str, ...] = ()


# --- filling in -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Facts:
    """What a paper may say: words by key, and series of words by key."""

    words: Mapping[str, str]
    series: Mapping[str, tuple[Mapping[str, str], ...]]

    def has(self, key: str) -> bool:
        """Whether there is anything to say under ``key``, which the paper must know."""
        return bool(self.series[key] if key in self.series else self.words[key])


def filled_in(lines: tuple[LineWording, ...], facts: Facts) -> tuple[Block, ...]:
    """The form's lines with the facts in them; lines whose fact is missing are left out."""
    return tuple(_block(line, facts) for line in lines if not line.when or facts.has(line.when))


def _block(line: LineWording, facts: Facts) -> Block:
    if line.parts:
        return Line(tuple(Part(p.label, facts.words[p.says], p.strong) for p in line.parts))
    if line.text:
        return Sentence(line.text.format_map(facts.words), line.tone)
    rows = facts.series[line.rows]
    if line.columns:
        return _table(line, rows, facts.words)
    return Items(tuple(line.item.format_map(row) for row in rows), line.numbered)


def _table(
    line: LineWording, rows: tuple[Mapping[str, str], ...], words: Mapping[str, str]
) -> Table:
    columns = line.columns
    totals = tuple(c.total.format_map(words) for c in columns)
    return Table(
        tuple(Column(c.title, c.share, c.centred, c.figures, c.group) for c in columns),
        tuple(cells for row in rows for cells in _cells(line, row)),
        totals if any(totals) else (),
        together=2 if line.under else 1,
    )


def _cells(line: LineWording, row: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    if HEADING in row:
        yield (row[HEADING],)
        return
    yield tuple(column.cell(row) for column in line.columns)
    if line.under:
        yield tuple(text.format_map(row) for text in line.under)
