"""Practice: its papers say that they are worth nothing, nothing leaves, it stays until thrown away.

What is not there to be sent to, such as a line, is never asked: the refusal comes first.
"""

from __future__ import annotations

import shutil
from datetime import date
from functools import partial
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from at_the_counter import asking, clock_at
from pdf_reading import text_of
from reception import paths
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.handling_report import Choices
from reception.domain.list_frame import Period
from reception.domain.office import FOR_PRACTICE
from reception.printing.web_page import web_page
from reception.services import (
    apology_lists,
    blanks,
    book_out,
    books,
    closed_papers,
    demo,
    exchange,
    feedback_papers,
    forms,
    indicators,
    national,
    notices,
    paperwork,
    reports,
    set_up,
    sticks,
    survey_results,
    training,
)
from reception.services.desk import open_desk
from reception.services.drawing_up import BookQuery
from reception.services.intake import register

BY = demo.CLERK.login


@pytest.fixture(scope="session")
def new_practice(tmp_path_factory) -> Path:
    """A practice register without dossiers, made once."""
    folder = tmp_path_factory.mktemp("practice")
    demo.set_up_office(folder, clock_at()).close()
    return folder


@pytest.fixture
def practice(new_practice, tmp_path, clock):
    """A practice desk of the test's own."""
    folder = Path(shutil.copytree(new_practice, tmp_path / "so-tap-lam"))
    desk = open_desk(folder, clock)
    yield desk
    desk.close()


def pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        texts = [document[n].get_textpage().get_text_range() for n in range(len(document))]
    finally:
        document.close()
    return texts


def assert_marked(pdf: bytes) -> None:
    assert pdf
    for page in pages(pdf):
        assert page.count(FOR_PRACTICE) == 3


def test_every_paper_of_practice_is_marked_on_every_page(practice):
    dossier = register(practice, asking(), by=BY)
    today = practice.now().date()
    for form in paperwork.papers_of(dossier):
        assert_marked(paperwork.issue(practice, dossier.dossier_id, form, by=BY))
    assert_marked(paperwork.preview(practice, dossier.dossier_id, forms.RECEIPT, copies=2))
    assert_marked(paperwork.issue_receipt_list(practice, [dossier.dossier_id], by=BY))
    assert_marked(paperwork.guidance(practice, dossier.intake.procedure.code, by=BY))
    numbers = blanks.reserve(practice, 2, by=BY)
    assert_marked(paperwork.blank_slips(practice, numbers))
    for name in books.BOOK_WORDS.keys() - {forms.RECONCILIATION}:  # that one is of an exchange
        asked = BookQuery(name, Period(today, today))
        assert_marked(books.pdf(books.volumes(practice, asked, by=BY)))


def test_a_real_paper_carries_no_mark(desk):
    dossier = register(desk, asking(), by="maylt")
    assert FOR_PRACTICE not in text_of(
        paperwork.issue(desk, dossier.dossier_id, forms.RECEIPT, by="maylt")
    )


def test_a_web_page_of_practice_is_marked(practice):
    today = practice.now().date()
    assert FOR_PRACTICE in web_page(apology_lists.public_list(practice, today, today))


def test_nothing_leaves_a_practice_register(practice, tmp_path):
    out = tmp_path / "di"
    for leave in (
        partial(exchange.enrol, practice, None, "https://x", "7KQ2M-XW9PA", "Quầy"),
        partial(exchange.exchange, practice, None, None),
        partial(sticks.write, practice, out),
        partial(sticks.accept_invitation, practice, out),
        partial(national.export, practice, out, None),
        partial(notices.exchange, practice, {}, by=BY),
    ):
        with pytest.raises(RuleViolation) as refusal:
            leave()
        assert refusal.value.code == "only-practice", leave
        assert "sổ tập" in refusal.value.text
    assert not out.exists()


def test_practice_never_becomes_real_nor_real_practice(practice, desk):
    real = desk.office.agency_code
    for where, code, by in (
        (practice, real, demo.ADMINISTRATOR),
        (desk, practice.office.agency_code, demo.ADMINISTRATOR),
    ):
        office = set_up.office_named("Xã Khác", code)
        with pytest.raises(RuleViolation) as refusal:
            set_up.change_office(where, office, by=by)
        assert refusal.value.code == "practice-mixed"
    renamed = set_up.office_named("Xã Khác", practice.office.agency_code)
    set_up.change_office(practice, renamed, by=demo.ADMINISTRATOR)
    assert practice.office.is_invented


def test_what_was_practised_is_there_again_until_it_is_thrown_away(new_practice, tmp_path, clock):
    folder = Path(shutil.copytree(new_practice, tmp_path / "so-tap-lam"))
    desk = training.open_training(folder, clock)
    kept = register(desk, asking(), by=BY)
    desk.close()
    desk = training.open_training(folder, clock)
    assert desk.store.dossier(kept.dossier_id)
    desk.close()

    training.throw_away(folder)
    desk = training.open_training(folder, clock)
    assert desk.store.dossier(kept.dossier_id) is None
    assert desk.office.is_invented
    desk.close()


def test_what_cannot_be_thrown_away_is_said(new_practice, tmp_path, clock, monkeypatch):
    folder = Path(shutil.copytree(new_practice, tmp_path / "so-tap-lam"))
    training.throw_away(folder)

    def held(_path):
        raise PermissionError(13, "in use")

    monkeypatch.setattr(shutil, "rmtree", held)  # as Windows does while a file is open
    with pytest.raises(Trouble) as trouble:
        training.open_training(folder, clock)
    assert trouble.value.code == "practice-open"


def test_practice_lies_beside_the_data_never_within():
    data = Path("/so/Reception")
    practice = paths.training_dir(data)
    assert practice.parent == data.parent
    assert practice != data


def _spreadsheets(desk, by):
    period = Period(date(2026, 3, 1), date(2026, 3, 31))
    report = reports.make(desk, "ii06a", period, Choices())
    query = BookQuery("register", period)
    feedback = feedback_papers.report(desk, period)
    survey = survey_results.of_period(desk, period)
    return {
        "report": partial(closed_papers.save_today, desk, report, "ii06a"),
        "indices": partial(indicators.save_workbook, desk, indicators.indicators(desk, period)),
        "feedback": partial(closed_papers.save_today, desk, feedback, "ii05"),
        "survey": partial(survey_results.save_workbook, desk, survey),
        "book": partial(book_out.save_book, books.volumes(desk, query, by=by)),
    }


def test_a_spreadsheet_of_practice_says_so_above_its_table(practice, tmp_path):
    for name, save in _spreadsheets(practice, BY).items():
        file = tmp_path / f"{name}.xlsx"
        save(file)
        for sheet in openpyxl.load_workbook(file):
            assert sheet["A1"].value == FOR_PRACTICE, name
