"""The stories of certification, told in ``chung_thuc.feature``, played through the services."""

from __future__ import annotations

import io
from dataclasses import dataclass, field

import pytest
from pypdf import PdfReader
from pytest_bdd import given, parsers, scenarios, then, when

from at_the_counter import BY
from reception.domain.applicant import Party
from reception.domain.certification import CertificationKind, Matter
from reception.domain.dossier import Dossier
from reception.domain.errors import RuleViolation
from reception.domain.life import STATE_WORDS
from reception.domain.moments import short_moment
from reception.services import (
    certification,
    certification_book,
    certification_slip,
    intake,
    lookup,
    safekeeping,
)
from reception.services.certification import CertificationRequest, WantedItem
from reception.services.intake_request import IntakeRequest

scenarios("chung_thuc.feature")

BROUGHT = 'mang đến "{paper}" {pages:d} trang, xin {copies:d} bản'
MATTERS = {"bản sao": Matter.COPY, "chữ ký": Matter.SIGNATURE, "hợp đồng": Matter.CONTRACT}


@dataclass
class Visit:
    """One citizen's turn at the desk."""

    name: str = ""
    items: list[WantedItem] = field(default_factory=list)
    dossier: Dossier | None = None
    reminder: str = ""

    def certify(self, desk, matter: Matter, free_because: str = "") -> None:
        request = CertificationRequest(matter, Party(self.name), tuple(self.items), free_because)
        self.attempt(lambda: certification.certify(desk, request, by=BY))

    def attempt(self, act) -> None:
        try:
            self.dossier = act()
        except RuleViolation as violation:
            self.reminder = violation.text

    @property
    def done(self):
        assert self.dossier is not None
        return self.dossier.certification


@pytest.fixture
def visit() -> Visit:
    return Visit()


@given("một xã có danh mục thủ tục và lịch làm việc năm 2026")
def _(desk):
    assert len(desk.procedures) >= 250


@given(parsers.parse('bây giờ là "{moment}"'))
@when(parsers.parse('bây giờ là "{moment}"'))
def _(clock, moment):
    clock.set_to(moment)


@given(parsers.parse('ông "{name}" ' + BROUGHT))
@when(parsers.parse('bà "{name}" ' + BROUGHT))
def _(visit, name, paper, pages, copies):
    visit.name, visit.items = name, [WantedItem(paper, pages, copies)]


@given(parsers.parse('mang thêm "{paper}" {pages:d} trang, xin {copies:d} bản'))
def _(visit, paper, pages, copies):
    visit.items.append(WantedItem(paper, pages, copies))


@when(parsers.re(r"cán bộ chứng thực (?P<matter>bản sao|chữ ký|hợp đồng)"))
def _(desk, visit, matter):
    visit.certify(desk, MATTERS[matter])


@when(parsers.parse('cán bộ chứng thực bản sao miễn phí vì "{reason}"'))
def _(desk, visit, reason):
    visit.certify(desk, Matter.COPY, reason)


@when("cán bộ nhận để trả sau")
def _(desk, visit):
    code = certification.rules().procedures[Matter.COPY]
    visit.attempt(lambda: intake.register(desk, IntakeRequest(code, Party(visit.name)), by=BY))


@then(parsers.parse('hồ sơ đang ở bước "{words}"'))
def _(desk, visit, words):
    kept = lookup.show(desk, visit.dossier.reference).dossier
    assert STATE_WORDS[kept.state] == words


@then(parsers.parse('mã hồ sơ là "{code}"'))
def _(visit, code):
    assert visit.dossier.code == code


@then(parsers.parse('số chứng thực là "{numbers}", quyển số "{book}"'))
def _(visit, numbers, book):
    assert (visit.done.numbers(), visit.done.book) == (numbers, book)


@then(parsers.parse("phí chứng thực là {fee_vnd:d} đồng"))
def _(visit, fee_vnd):
    assert visit.done.fee_vnd == visit.dossier.intake.fee_vnd == fee_vnd


@then(parsers.parse('phiếu chứng thực ghi "{words}"'))
def _(desk, visit, words):
    pdf = certification_slip.issue(desk, visit.dossier.dossier_id, by=BY)
    [page] = PdfReader(io.BytesIO(pdf)).pages
    assert words in page.extract_text()


@then(parsers.parse('hẹn trả lúc "{moment}"'))
def _(visit, moment):
    assert short_moment(visit.dossier.due_at) == moment


@then(parsers.parse('chương trình nhắc "{sentence}"'))
def _(visit, sentence):
    assert sentence in visit.reminder
    assert visit.dossier is None


def rows_of_today(desk):
    today = desk.now().date()
    return certification_book.book_rows(desk, CertificationKind.COPY, today, today)


@then(parsers.parse('sổ chứng thực bản sao ghi "{words}"'))
def _(desk, words):
    assert words in [row.notes for row in rows_of_today(desk)]


@then("sổ chứng thực bản sao chưa có gì")
def _(desk):
    assert rows_of_today(desk) == []


@then(parsers.parse("hôm nay có {cases:d} lượt, {copies:d} bản, {fee_vnd:d} đồng"))
def _(desk, cases, copies, fee_vnd):
    totals = certification_book.totals(desk, desk.now().date())
    assert (totals.cases, totals.copies, totals.fee_vnd) == (cases, copies, fee_vnd)


@then("sổ hồ sơ nguyên vẹn")
def _(desk):
    assert safekeeping.verify(desk).faults == ()
