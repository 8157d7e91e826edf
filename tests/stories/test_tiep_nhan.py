"""The stories of the counter, told in ``tiep_nhan.feature``, played through the services."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from at_the_counter import BY
from reception.domain.applicant import Party
from reception.domain.citizen_card import CitizenCard, card_warnings, parse_card, to_party
from reception.domain.dossier import Dossier
from reception.domain.errors import RuleViolation
from reception.domain.intake import SubmittedPaper
from reception.domain.life import STATE_WORDS
from reception.domain.moments import short_moment
from reception.services import intake, lookup, paperwork
from reception.services.intake_request import IntakeRequest

scenarios("tiep_nhan.feature")


@dataclass
class Visit:
    """One citizen's turn at the desk."""

    request: IntakeRequest | None = None
    missing: list[str] = field(default_factory=list)
    card: CitizenCard | None = None
    dossier: Dossier | None = None
    reminder: str = ""

    def attempt(self, act) -> None:
        try:
            self.dossier = act()
        except RuleViolation as violation:
            self.reminder = violation.text


@pytest.fixture
def visit() -> Visit:
    return Visit()


@given("một xã có danh mục thủ tục và lịch làm việc năm 2026")
def _(desk):
    assert len(desk.procedures) >= 250


@given(parsers.parse('bây giờ là "{moment}"'))
def _(clock, moment):
    clock.set_to(moment)


@given(parsers.parse('bà "{name}" nộp hồ sơ thủ tục "{code}"'))
def _(visit, name, code):
    visit.request = IntakeRequest(code, Party(name))


@given(parsers.parse('hồ sơ còn thiếu "{paper}"'))
def _(desk, visit, paper):
    asked = desk.procedure(visit.request.procedure_code, desk.now().date()).papers
    papers = tuple(
        SubmittedPaper(one.name, missing=one.name == paper) for one in asked if not one.optional
    )
    assert any(one.missing for one in papers)
    visit.request = replace(visit.request, papers=papers)
    visit.missing.append(paper)


@when(parsers.parse('cán bộ quét thẻ "{text}"'))
def _(visit, text):
    visit.card = parse_card(text)


@when(parsers.parse('người có thẻ nộp hồ sơ thủ tục "{code}"'))
def _(visit, code):
    visit.request = IntakeRequest(code, to_party(visit.card))


@when("cán bộ tiếp nhận hồ sơ")
def _(desk, visit):
    visit.attempt(lambda: intake.register(desk, visit.request, by=BY))


@when(parsers.parse('cán bộ hướng dẫn bổ sung vì "{reason}"'))
def _(desk, visit, reason):
    visit.attempt(
        lambda: intake.guide(desk, visit.request, wanted=visit.missing, reason=reason, by=BY)
    )


@when(parsers.re(r'cán bộ từ chối vì "(?P<reason>.*)"'))
def _(desk, visit, reason):
    visit.attempt(lambda: intake.refuse(desk, visit.request, reason=reason, by=BY))


@then(parsers.parse('hồ sơ đang ở bước "{words}"'))
def _(desk, visit, words):
    kept = lookup.show(desk, visit.dossier.reference).dossier
    assert STATE_WORDS[kept.state] == words


@then(parsers.parse('mã hồ sơ là "{code}"'))
def _(visit, code):
    assert visit.dossier.code == code


@then(parsers.parse('hẹn trả lúc "{moment}"'))
def _(visit, moment):
    assert short_moment(visit.dossier.due_at) == moment


@then(parsers.parse('giấy in ra là "{form}"'))
def _(desk, visit, form):
    assert paperwork.form_for(visit.dossier) == form
    pdf = paperwork.issue(desk, visit.dossier.dossier_id, form, by=BY)
    assert pdf.startswith(b"%PDF")
    kept = lookup.open_dossier(desk, visit.dossier.dossier_id).dossier
    assert kept.papers_issued == {form: 1}


@then(parsers.parse('chương trình nhắc "{sentence}"'))
def _(visit, sentence):
    assert sentence in visit.reminder
    assert visit.dossier is None


@then("trong sổ chưa có hồ sơ nào")
def _(desk):
    assert lookup.search(desk, "uong") == []


@then(parsers.parse('phiếu ghi cần bổ sung "{paper}"'))
def _(visit, paper):
    assert visit.dossier.wanted == (paper,)


@then(parsers.parse('chương trình cảnh báo "{words}"'))
def _(visit, words):
    assert any(words in warning for warning in card_warnings(visit.card))


@then(parsers.parse('người nộp là "{name}", số định danh "{identity}", sinh "{born}"'))
def _(visit, name, identity, born):
    owner = visit.dossier.intake.owner
    assert (owner.name, owner.identity, owner.born) == (name, identity, born)


@then(parsers.parse('tìm "{text}" thấy hồ sơ ấy'))
def _(desk, visit, text):
    assert [row.dossier_id for row in lookup.search(desk, text)] == [visit.dossier.dossier_id]
