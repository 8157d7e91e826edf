"""A double click on a bundle or an update pack opens the program with it."""

from __future__ import annotations

import pytest
from whole_program import ADMINISTRATOR, sitting_down

from reception import app as desktop
from reception.ui.given_file import take_file


@pytest.fixture
def sitting(app, folder, clock, qtbot):
    with sitting_down(app, folder, clock, qtbot) as sitting:
        sitting.sign_in(ADMINISTRATOR)
        yield sitting


@pytest.fixture
def given(tmp_path):
    """A file whose ending alone tells what it is to be."""

    def make(name):
        path = tmp_path / name
        path.write_bytes(b"whatever")
        return path

    return make


def test_the_call_names_the_file(given):
    path = given("tra-loi.rcb")

    assert desktop.read_options(["--open", str(path)]).given_file == path


def test_a_bundle_is_taken_where_the_exchange_is(sitting, given):
    take_file(sitting.workspace, given("tra-loi.RCB"))
    sitting.settle()

    page = sitting.workspace.pages.exchange
    assert sitting.workspace.stack.currentWidget() is page
    assert page.problem.text()


def test_an_update_is_taken_where_the_version_stands(sitting, given):
    take_file(sitting.workspace, given("9.0.0.rcu"))
    sitting.settle()

    page = sitting.workspace.pages.settings
    assert sitting.workspace.stack.currentWidget() is page
    assert page.contents.currentItem().text() == page.sections.version.title
    assert "không được cài bằng tệp cài đặt" in page.sections.version.problem.text()
    assert page.sections.version.start.isEnabled()
    assert page.sections.version.offered.isHidden()
