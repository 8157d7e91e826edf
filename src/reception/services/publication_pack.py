"""The files by which a month's results are made public: written together into one folder, or none.

To be posted (PDF), put on a web page (HTML), worked on (XLSX), and read out (a plain text).
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reception.domain.accounts import Right
from reception.domain.errors import Trouble, disk_words
from reception.domain.list_frame import Period, day_of
from reception.domain.moments import date_words
from reception.domain.month_results import MonthResults, results_paper
from reception.domain.paper import Paper
from reception.domain.publication import (
    PublishedRow,
    month_text,
    month_words,
    published_row,
)
from reception.domain.spoken_results import spoken_text
from reception.services import (
    books,
    form_workbook,
    forms,
    month_figures,
    old_twice,
    publication,
    rights,
    workbook,
)
from reception.services.desk import Desk
from reception.services.drawing_up import drawing
from reception.services.workbook import Sheet

FOLDER = "cong-bo"
_FIELD_HEADS = (
    ("Lĩnh vực",), ("Từ kỳ trước",), ("Nhận trong tháng",), ("Đã giải quyết", "Tổng số"),
    ("Đã giải quyết", "Trước hạn"), ("Đã giải quyết", "Đúng hạn"), ("Đã giải quyết", "Quá hạn"),
    ("Đang giải quyết", "Tổng số"), ("Đang giải quyết", "Quá hạn"),
)  # fmt: skip
_APOLOGY_HEADS = (
    ("Mã hồ sơ",), ("Thủ tục hành chính",), ("Ngày", "Tiếp nhận"), ("Ngày", "Hẹn trả"),
    ("Ngày", "Hẹn lại"), ("Đơn vị",),
)  # fmt: skip

_CHANGE_HEADS = (
    ("Lĩnh vực",), ("Con số",), ("Chưa đính chính",), ("Đã đính chính",), ("Chênh lệch",),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Draft:
    """The folder that was written, and the paper in it."""

    folder: Path
    files: tuple[str, ...]
    spoken: str


def folder_of(within: Path, month: Period) -> Path:
    """Where a month's files lie within a folder of somebody's choice."""
    return within / f"{FOLDER}-{month_text(month)}"


def draft(desk: Desk, month: Period, within: Path, *, by: str) -> Draft:
    """Write a month's files; those of an earlier draft go only when all new ones are there.

    Raises:
        RuleViolation: ``not-allowed`` or ``month-not-over``.
        Trouble: ``cannot-save``.
    """
    rights.check(desk, Right.PRINT, "lập bản công bố", by=by)
    made = publication.results(desk, month)
    paper = results_paper(drawing(desk, forms.MONTH_RESULTS, month.until_on, by), made)
    paper = old_twice.cautioned(paper, _caution(desk, month))
    spoken = _marked(desk.office.watermark, spoken_text(desk.office.name, made))
    folder = folder_of(within, month)
    unfinished = folder.with_name(f"{folder.name}.dang-ghi")
    try:
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        _write(unfinished, paper, made, spoken)
        _put_in_place(unfinished, folder)
    except OSError as fault:
        raise Trouble(
            "cannot-save",
            f"Không ghi được bản công bố vào {folder} ({disk_words(fault)}); nếu có tệp đang mở thì"
            " đóng lại, hoặc chọn nơi khác.",
        ) from fault
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)  # where it was stopped
    return Draft(folder, tuple(sorted(path.name for path in folder.iterdir())), spoken)


def _caution(desk: Desk, month: Period) -> str:
    """What its figures count twice, so that nobody signs and posts them before it is decided."""
    closing = month_figures.closed(desk).get(month)
    return old_twice.caution(desk, month, closing.closed.places if closing else None)


def _write(folder: Path, paper: Paper, made: MonthResults, spoken: str) -> None:
    from reception.printing.web_page import web_page  # with reportlab's fonts, as books.pdf

    name = f"{FOLDER}-{month_text(made.month)}"
    (folder / f"{name}.pdf").write_bytes(books.pdf_of(paper))
    (folder / f"{name}.html").write_bytes(web_page(paper).encode())
    first, *further = _sheets(paper, made)
    workbook.save(first, folder / f"{name}.xlsx", *further)
    (folder / f"loa-{month_text(made.month)}.txt").write_bytes(spoken.encode("utf-8-sig"))
    figures = publication.figures_text(made.month, made.figures)
    (folder / publication.FIGURES_FILE).write_bytes(figures.encode())


def _marked(watermark: str, spoken: str) -> str:
    """What is only practised must not be read out as if it were so."""
    return f"({watermark})\n\n{spoken}" if watermark else spoken


def _put_in_place(unfinished: Path, folder: Path) -> None:
    """Rename the new folder over the old one; a failure puts the old one back."""
    before = folder.with_name(f"{folder.name}.cu")
    shutil.rmtree(before, ignore_errors=True)
    had_one = folder.exists()
    if had_one:
        folder.rename(before)
    try:
        unfinished.rename(folder)
    except OSError:
        if had_one:
            with suppress(OSError):
                before.rename(folder)
        raise
    shutil.rmtree(before, ignore_errors=True)


def _sheets(paper: Paper, made: MonthResults) -> list[Sheet]:
    about = f"{month_words(made.month)}: {made.month.words()}"
    above = workbook.heading(paper, paper.unit_name, paper.title, about)
    rows = [_cells(row) for row in made.figures.rows]
    _field, *whole = _cells(published_row(made.figures.told.total))
    notes = form_workbook.sentences(paper.blocks)
    apologies = [
        [
            row.code, row.procedure, date_words(row.received_at), day_of(row.due_at),
            day_of(row.new_due_at), row.unit,
        ]
        for row in made.apologies
    ]  # fmt: skip
    changed = made.figures.corrections.changed()
    changes: list[list[str | int]] = [
        [one.field, one.words, one.before, one.after, one.after - one.before] for one in changed
    ]
    corrections = [Sheet("Đính chính", above, _CHANGE_HEADS, changes, ())] if changed else []
    return [
        Sheet("Theo lĩnh vực", above, _FIELD_HEADS, [*rows, ["Tổng số", *whole]], notes),
        *corrections,
        Sheet("Xin lỗi", above, _APOLOGY_HEADS, apologies, paper.notes),
    ]


def _cells(row: PublishedRow) -> list[str | int]:
    return [
        row.field, row.carried_over, row.received, row.settled, row.early, row.on_time,
        row.overdue, row.open, row.open_overdue,
    ]  # fmt: skip
