"""What the stories of a dossier's life begin with, and what can be seen of it in the end."""

from __future__ import annotations

import pytest
from pytest_bdd import given, parsers, step, then

from at_the_counter import BY
from reception.domain.applicant import Party
from reception.domain.custody import late_holders, time_by_holder
from reception.domain.life import STATE_WORDS
from reception.domain.moments import short_moment
from reception.services import apologies, finishing, intake, lookup, paperwork, safekeeping
from reception.services.intake_request import IntakeRequest
from told_lives import Life, moment_told


@pytest.fixture
def life(desk) -> Life:
    """The dossier of a story."""
    lived = Life(desk)
    yield lived
    assert not lived.refusal, f"the story does not tell this refusal: {lived.refusal}"


@given("một xã có danh mục thủ tục và lịch làm việc năm 2026")
def _(desk):
    assert len(desk.procedures) >= 250
    assert desk.calendar.announced_until
    assert desk.calendar.announced_until.year == 2026


@given(parsers.parse('lúc "{moment}" bà "{name}" nộp hồ sơ thủ tục "{code}"'))
def _(clock, desk, life, moment, name, code):
    clock.at = moment_told(moment)
    life.dossier = intake.register(desk, IntakeRequest(code, Party(name)), by=BY)


@given(parsers.parse('lúc "{moment}" ông "{other}" nộp thay bà "{name}" hồ sơ thủ tục "{code}"'))
def _(clock, desk, life, moment, other, name, code):
    clock.at = moment_told(moment)
    request = IntakeRequest(
        code, Party(name), submitter=Party(other), authorisation="giấy uỷ quyền ngày 01/10/2026"
    )
    life.dossier = intake.register(desk, request, by=BY)


@step(parsers.parse('đến "{moment}"'))
def _(clock, moment):
    clock.at = moment_told(moment)


@step(parsers.parse('hẹn trả lúc "{moment}"'))
def _(life, moment):
    assert short_moment(life.now.due_at) == moment


@then("hồ sơ không có hạn trả")
def _(life):
    assert life.now.due_at is None


@then(parsers.parse('hạn ghi trên giấy hẹn đầu tiên vẫn là "{moment}"'))
def _(life, moment):
    assert short_moment(life.now.first_promise.due_at) == moment


@then(parsers.parse('nếu tính theo cách kia thì hạn là "{moment}"'))
def _(life, moment):
    assert short_moment(life.now.supplied.other_due_at) == moment


@then(parsers.parse('ngày phải làm xong trước là "{moment}"'))
def _(life, moment):
    assert short_moment(life.now.target_at) == moment


@then(parsers.parse('hồ sơ đang ở bước "{words}"'))
def _(life, words):
    assert STATE_WORDS[life.now.state] == words


@then(parsers.parse('hồ sơ đang ở "{name}"'))
def _(life, name):
    assert life.now.holder
    assert life.now.holder.name == name


@then("không ai còn giữ hồ sơ")
def _(life):
    assert life.now.holder is None


@then(parsers.parse('"{name}" chưa ký nhận'))
def _(life, name):
    assert life.now.custody[-1].holder.name == name
    assert life.now.custody[-1].taken_at is None


@then(parsers.parse('"{name}" đã ký nhận lúc "{moment}"'))
def _(life, name, moment):
    assert life.now.custody[-1].holder.name == name
    assert short_moment(life.now.custody[-1].taken_at) == moment


@then(parsers.parse('"{name}" phải xong bước của mình trước "{moment}"'))
def _(life, name, moment):
    assert life.now.custody[-1].holder.name == name
    assert short_moment(life.now.custody[-1].due_at) == moment


@then(parsers.parse('đến nay "{name}" giữ hồ sơ {hours} giờ làm việc'))
def _(desk, life, name, hours):
    times = time_by_holder(desk.calendar, life.now.custody, desk.now())
    spent = {holder.name: time.total_seconds() / 3600 for holder, time in times.items()}
    assert f"{spent[name]:.2f}" == f"{float(hours.replace(',', '.')):.2f}"


@then(parsers.parse('chậm ở "{name}"'))
def _(desk, life, name):
    assert [holder.name for holder in late_holders(life.now.custody, desk.now())] == [name]


@then("chưa ai làm chậm")
def _(desk, life):
    assert late_holders(life.now.custody, desk.now()) == ()


@then(parsers.parse('chương trình nhắc "{sentence}"'))
def _(life, sentence):
    told, life.refusal = life.refusal, ""
    assert sentence in told


@then(parsers.parse('lịch sử ghi thêm "{words}"'))
def _(desk, life, words):
    last = lookup.open_dossier(desk, life.id).history[-1]
    assert lookup.EVENT_WORDS[last.kind] == words


@then("sổ gốc kiểm tra không có lỗi")
def _(desk):
    assert safekeeping.verify(desk).faults == ()


@then("không còn lý do từ chối")
def _(life):
    assert life.now.reason == ""


@then(parsers.parse('hồ sơ có thêm "{paper}"'))
def _(life, paper):
    assert life.now.intake.papers[-1].name == paper


@then(parsers.parse('tìm "{text}" thấy hồ sơ ấy'))
def _(desk, life, text):
    assert [row.dossier_id for row in lookup.search(desk, text)] == [life.id]


@then(parsers.parse('tìm "{text}" không thấy hồ sơ nào'))
def _(desk, text):
    assert lookup.search(desk, text) == []


@step("giấy hẹn đã in")
def _(desk, life):
    assert paperwork.issue(desk, life.id, "receipt", by=BY).startswith(b"%PDF")


@then("giấy hẹn đã in không còn giá trị")
def _(life):
    assert "receipt" in life.now.voided


@then("giấy hẹn đã in vẫn còn giá trị")
def _(life):
    assert "receipt" not in life.now.voided


@then("có sẵn thư xin lỗi dự thảo")
def _(desk, life):
    assert [draft.row.dossier_id for draft in apologies.drafts(desk)] == [life.id]


@then("chưa có thư xin lỗi dự thảo nào")
def _(desk):
    assert apologies.drafts(desk) == []


@then(parsers.parse("còn phải thu {amount:d} đồng"))
def _(life, amount):
    assert finishing.owed_vnd(life.now) == amount
