"""A paper as one plain web page: to be read on any device or printed, without scripts."""

from __future__ import annotations

from html import escape
from itertools import groupby

from reception.domain.chart import Picture
from reception.domain.paper import Block, Column, Items, Line, Paper, Sentence, Table, Tone
from reception.printing.chart_svg import figure

_STYLE = """
body { font-family: "Noto Sans", "Segoe UI", Arial, sans-serif; line-height: 1.5; color: #111;
  background: #fff; max-width: 75rem; margin: 1.5rem auto; padding: 0 1rem; }
header p { margin: 0; } header p:first-child { text-transform: uppercase; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; margin-top: 1.6rem; }
figure { margin: 0; max-width: 48rem; } svg { width: 100%; height: auto; }
figcaption { color: #444; font-size: .9rem; } summary { cursor: pointer; padding: .4rem 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #767676; padding: .35rem .5rem; text-align: left; vertical-align: top; }
th { background: #eef2f6; } td.middle { text-align: center; } td.figure { text-align: right; }
.note { color: #444; font-size: .9rem; }
header p.mark { border: 3px solid #a3170f; color: #a3170f; font-weight: bold; font-size: 1.4rem;
  text-align: center; padding: .4rem; margin: 1rem 0; }
@media print { body { max-width: none; margin: 0; padding: 0; font-size: 10pt; }
  .wide { overflow: visible; } tr { break-inside: avoid; } thead { display: table-header-group; }
  @page { size: A4 landscape; margin: 12mm; } }
"""


_COLUMN_REM = 5
"""A table is scrolled on a phone rather than have columns of a few letters."""


def web_page(paper: Paper) -> str:
    """The paper as an HTML document that needs nothing from elsewhere."""
    head = [paper.governing_body, paper.unit_name, paper.place_and_date]
    body = [
        "<header>",
        *(f"<p>{escape(line)}</p>" for line in head if line),
        *([f'<p class="mark">{escape(paper.watermark)}</p>'] if paper.watermark else []),
        "</header>",
        "<main>",
        f"<h1>{escape(paper.title)}</h1>",
        *map(_block, paper.blocks),
        *(f'<p class="note">{escape(note)}</p>' for note in paper.notes),
        "</main>",
    ]
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="vi">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(paper.title)}</title>",
            f"<style>{_STYLE}</style>",
            "</head>",
            "<body>",
            *body,
            "</body>",
            "</html>",
            "",
        ]
    )


def _block(block: Block) -> str:
    match block:
        case Sentence(text, Tone.PLAIN):
            return f"<p>{escape(text)}</p>"
        case Sentence(text, Tone.STRONG):
            return f"<p><strong>{escape(text)}</strong></p>"
        case Sentence(text, Tone.HEADING):
            return f"<h2>{escape(text)}</h2>"
        case Sentence(text):
            return f'<p class="note">{escape(text)}</p>'
        case Line(parts):
            told = (f"{escape(part.label)} {escape(part.value)}" for part in parts)
            return f"<p>{' '.join(told)}</p>"
        case Items(items, numbered):
            tag = "ol" if numbered else "ul"
            return f"<{tag}>{''.join(f'<li>{escape(item)}</li>' for item in items)}</{tag}>"
        case Table():
            return _table(block)
        case Picture(chart):
            return figure(chart)


def _table(table: Table) -> str:
    rows = [*table.rows, *([table.totals] if table.totals else [])]
    return "\n".join(
        [
            f'<div class="wide"><table style="min-width:{_COLUMN_REM * len(table.columns)}rem">',
            f"<thead>{_headings(table.columns)}</thead>",
            "<tbody>",
            *(f"<tr>{_cells(row, table.columns)}</tr>" for row in rows),
            "</tbody>",
            "</table></div>",
        ]
    )


def _headings(columns: tuple[Column, ...]) -> str:
    if not any(column.group for column in columns):
        titles = "".join(f'<th scope="col">{escape(column.title)}</th>' for column in columns)
        return f"<tr>{titles}</tr>"
    upper: list[str] = []
    lower: list[str] = []
    for group, members in groupby(columns, key=lambda column: column.group):
        for place, column in enumerate(some := list(members)):
            title = escape(column.title)
            if not group:
                upper.append(f'<th scope="col" rowspan="2">{title}</th>')
                continue
            if place == 0:
                upper.append(f'<th scope="colgroup" colspan="{len(some)}">{escape(group)}</th>')
            lower.append(f'<th scope="col">{title}</th>')
    return f"<tr>{''.join(upper)}</tr><tr>{''.join(lower)}</tr>"


def _cells(row: tuple[str, ...], columns: tuple[Column, ...]) -> str:
    if len(row) == 1 and len(columns) > 1:
        return f'<td colspan="{len(columns)}"><strong>{escape(row[0])}</strong></td>'
    kinds = (
        ' class="figure"' if c.figures else ' class="middle"' if c.centred else "" for c in columns
    )
    return "".join(f"<td{kind}>{escape(cell)}</td>" for kind, cell in zip(kinds, row, strict=True))
