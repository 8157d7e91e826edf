"""A book or list as a workbook: a sheet for each of its papers, with the paper's own heads."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reception.domain.errors import RuleViolation
from reception.domain.paper import Paper, Table
from reception.services import form_workbook, workbook
from reception.services.drawing_up import Volume
from reception.services.workbook import Sheet

_LONGEST_SHEET_NAME = 31


def save_book(made: Sequence[Volume], file: Path) -> None:
    """Write what was drawn up; ``books.note_drawn`` notes that it goes out.

    Raises:
        RuleViolation: ``nothing-to-write`` for papers without a table.
        Trouble: ``file-unwritable``.
    """
    papers = [volume.paper for volume in made]
    sheets = [_sheet(paper, table, name) for name, paper, table in _tables(papers)]
    if not sheets:
        raise RuleViolation(
            "nothing-to-write", "Danh sách này không có dòng nào để ghi ra bảng tính."
        )
    first, *further = sheets
    workbook.save(first, file, *further)


def _tables(papers: Sequence[Paper]) -> list[tuple[str, Paper, Table]]:
    found: list[tuple[str, Paper, Table]] = []
    for paper in papers:
        for block in paper.blocks:
            if isinstance(block, Table):
                found.append((f"Bảng {len(found) + 1}"[:_LONGEST_SHEET_NAME], paper, block))
    return found


def _sheet(paper: Paper, table: Table, name: str) -> Sheet:
    above = workbook.heading(paper, paper.unit_name, paper.title, paper.reference)
    notes = form_workbook.sentences(paper.blocks)
    return form_workbook.sheet_of(table, name, above, notes, counted=False)
