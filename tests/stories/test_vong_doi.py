"""The acts of law of a dossier's life, one ``.feature`` file each, played through the services."""

from __future__ import annotations

from dataclasses import replace

from pytest_bdd import parsers, scenarios, step, then

from at_the_counter import BY
from reception.domain.applicant import Party
from reception.domain.delay import CAUSE_WORDS, GROUND_WORDS, Ground
from reception.domain.dossier_events import Moment, PaidBy
from reception.domain.moments import short_moment
from reception.services import apologies, finishing, mending, passing_on
from reception.services import clock as clock_service
from told_lives import holder_told, moment_told

MOMENTS = {
    "tiếp nhận": Moment.RECEIVED,
    "có kết quả": Moment.RESULT,
    "trả kết quả": Moment.HANDED_OVER,
}

scenarios(
    "chuyen_ho_so.feature",
    "nhan_ban_giao.feature",
    "tra_lai_buoc_truoc.feature",
    "yeu_cau_bo_sung.feature",
    "nhan_bo_sung.feature",
    "tam_dung.feature",
    "tiep_tuc.feature",
    "gia_han.feature",
    "xin_loi.feature",
    "co_ket_qua.feature",
    "tu_choi_giai_quyet.feature",
    "dung_theo_yeu_cau.feature",
    "tra_ket_qua.feature",
    "thu_phi.feature",
    "gui_buu_dien.feature",
    "sua_thong_tin.feature",
    "doi_thu_tuc.feature",
    "sua_thoi_diem.feature",
    "huy_tiep_nhan.feature",
)


# --- from hand to hand ----------------------------------------------------------------------------


@step(parsers.parse('cán bộ chuyển hồ sơ cho {kind} "{name}"'))
def _(desk, life, kind, name):
    life.attempt(lambda: passing_on.forward(desk, life.id, holder_told(name, kind), by=BY))


@step("cán bộ chuyển hồ sơ mà không ghi cho ai")
def _(desk, life):
    life.attempt(lambda: passing_on.forward(desk, life.id, holder_told(" ", "cơ quan"), by=BY))


@step(parsers.parse('cán bộ chuyển hồ sơ cho {kind} "{name}" để làm bước thứ {stage:d}'))
def _(desk, life, kind, name, stage):
    to = holder_told(name, kind)
    life.attempt(lambda: passing_on.forward(desk, life.id, to, stage=stage - 1, by=BY))


@step(parsers.parse('{kind} "{name}" ký nhận hồ sơ'))
def _(desk, life, kind, name):
    life.attempt(lambda: passing_on.take_over(desk, life.id, holder_told(name, kind), by=BY))


@step(parsers.re(r'hồ sơ bị trả lại bước trước vì "(?P<reason>.*)"'))
def _(desk, life, reason):
    life.attempt(lambda: passing_on.send_back(desk, life.id, reason=reason, by=BY))


@step(parsers.parse('hồ sơ bị trả lại cho {kind} "{name}" vì "{reason}"'))
def _(desk, life, kind, name, reason):
    to = holder_told(name, kind)
    life.attempt(lambda: passing_on.send_back(desk, life.id, reason=reason, to=to, by=BY))


# --- the clock ------------------------------------------------------------------------------------


@step(parsers.re(r'cán bộ yêu cầu bổ sung "(?P<paper>.*)" vì "(?P<reason>.*)"'))
def _(desk, life, paper, reason):
    life.attempt(
        lambda: clock_service.request_supplement(
            desk, life.id, wanted=[paper], reason=reason, by=BY
        )
    )


@step(parsers.parse('cán bộ yêu cầu bổ sung "{paper}" vì "{reason}" theo quy định riêng "{rule}"'))
def _(desk, life, paper, reason, rule):
    life.attempt(
        lambda: clock_service.request_supplement(
            desk, life.id, wanted=[paper], reason=reason, late_because=rule, by=BY
        )
    )


@step("người dân bổ sung đủ giấy tờ")
def _(desk, life):
    life.attempt(lambda: clock_service.receive_supplement(desk, life.id, by=BY))


@step(parsers.parse('cán bộ tạm dừng để "{ground}"'))
def _(desk, life, ground):
    found = next(one for one, words in GROUND_WORDS.items() if words == ground)
    life.attempt(lambda: clock_service.suspend(desk, life.id, found, by=BY))


@step(parsers.parse('cán bộ tạm dừng để "{ground}", dự kiến tiếp tục ngày "{day}"'))
def _(desk, life, ground, day):
    found = next(one for one, words in GROUND_WORDS.items() if words == ground)
    on = moment_told(f"00:00 {day}").date()
    life.attempt(lambda: clock_service.suspend(desk, life.id, found, expected_on=on, by=BY))


@step("cán bộ tạm dừng theo căn cứ khác mà không ghi điều khoản")
def _(desk, life):
    life.attempt(lambda: clock_service.suspend(desk, life.id, Ground.OTHER, by=BY))


@step("cán bộ cho tiếp tục giải quyết")
def _(desk, life):
    life.attempt(lambda: clock_service.resume(desk, life.id, by=BY))


@step(parsers.re(r'cán bộ gia hạn (?P<days>\d+) ngày làm việc theo "(?P<agreement>.*)"'))
def _(desk, life, days, agreement):
    life.attempt(
        lambda: clock_service.extend(
            desk, life.id, working_days=int(days), agreement=agreement, by=BY
        )
    )


@step(parsers.parse('chuyên viên ghi chậm vì "{cause}", do "{owner}"'))
def _(desk, life, cause, owner):
    found = next(one for one, words in CAUSE_WORDS.items() if words == cause)
    life.attempt(lambda: apologies.explain_delay(desk, life.id, found, owner=owner, by=BY))


@step("lãnh đạo ký thư xin lỗi")
def _(desk, life):
    life.attempt(lambda: apologies.apologise(desk, life.id, by=BY))


@step(parsers.parse('lãnh đạo ký thư xin lỗi, hẹn lại "{moment}"'))
def _(desk, life, moment):
    new_at = moment_told(moment)
    life.attempt(lambda: apologies.apologise(desk, life.id, new_due_at=new_at, by=BY))


@step(parsers.parse('lãnh đạo ký thư xin lỗi và ghi gửi muộn vì "{reason}"'))
def _(desk, life, reason):
    life.attempt(lambda: apologies.apologise(desk, life.id, late_because=reason, by=BY))


@then(parsers.parse('thư xin lỗi số "{number}", hẹn lại "{moment}", chậm do "{owner}"'))
def _(life, number, moment, owner):
    letter = life.now.apology
    assert (letter.number, short_moment(letter.new_due_at), letter.owner) == (
        number, moment, owner,
    )  # fmt: skip


@then(parsers.parse('thư xin lỗi ghi lý do "{reason}"'))
def _(life, reason):
    assert life.now.apology.reason == reason


# --- the end --------------------------------------------------------------------------------------


@step(parsers.parse('cán bộ ghi có kết quả số "{number}"'))
def _(desk, life, number):
    life.attempt(lambda: finishing.record_result(desk, life.id, number=number, by=BY))


@then(parsers.parse('kết quả là "{result}" số "{number}", có lúc "{moment}"'))
def _(life, result, number, moment):
    now = life.now
    assert (now.result, now.result_number, short_moment(now.result_at)) == (
        result, number, moment,
    )  # fmt: skip


@then("hồ sơ chưa có kết quả")
def _(life):
    now = life.now
    assert (now.result, now.result_number, now.result_at, now.rejection) == ("", "", None, None)


@step(parsers.re(r'cán bộ từ chối giải quyết vì "(?P<reason>.*)"'))
def _(desk, life, reason):
    life.attempt(lambda: finishing.reject(desk, life.id, reason=reason, by=BY))


@then(parsers.parse('phiếu từ chối số "{number}", lý do "{reason}"'))
def _(life, number, reason):
    assert (life.now.rejection.slip_number, life.now.reason) == (number, reason)


@then(parsers.parse('phiếu yêu cầu bổ sung số "{number}" ghi cần "{paper}"'))
def _(life, number, paper):
    assert (life.now.supplement.slip_number, life.now.supplement.wanted) == (number, (paper,))


@step(parsers.re(r'người nộp xin dừng bằng "(?P<way>.*)" vì "(?P<reason>.*)"'))
def _(desk, life, way, reason):
    life.attempt(lambda: finishing.stop(desk, life.id, requested_by=way, reason=reason, by=BY))


@then(parsers.parse('thông báo dừng số "{number}", trả lại "{papers}"'))
def _(life, number, papers):
    assert (life.now.stop.number, "; ".join(life.now.stop.returned)) == (number, papers)


@step("cán bộ trả kết quả")
def _(desk, life):
    life.attempt(lambda: finishing.hand_over(desk, life.id, by=BY))


@step(parsers.parse('cán bộ trả kết quả cho "{name}"'))
def _(desk, life, name):
    life.attempt(lambda: finishing.hand_over(desk, life.id, recipient=name, by=BY))


@step(parsers.parse('cán bộ trả kết quả cho "{name}", có "{paper}"'))
def _(desk, life, name, paper):
    life.attempt(
        lambda: finishing.hand_over(desk, life.id, recipient=name, authorisation=paper, by=BY)
    )


@step("cán bộ thu phí bằng tiền mặt và trả kết quả")
def _(desk, life):
    life.attempt(lambda: finishing.hand_over(desk, life.id, pays_by=PaidBy.CASH, by=BY))


@step(parsers.parse('cán bộ thu phí bằng tiền mặt và trả kết quả cho "{name}"'))
def _(desk, life, name):
    life.attempt(
        lambda: finishing.hand_over(desk, life.id, recipient=name, pays_by=PaidBy.CASH, by=BY)
    )


@then(parsers.parse('người nhận là "{name}"'))
def _(life, name):
    assert life.now.handover.recipient == name


@then(parsers.parse('người nhận là "{name}", theo "{paper}"'))
def _(life, name, paper):
    assert (life.now.handover.recipient, life.now.handover.authorisation) == (name, paper)


@then(parsers.parse('bản chính trả lại là "{papers}"'))
def _(life, papers):
    assert "; ".join(life.now.handover.originals) == papers


@step(parsers.parse('cán bộ thu {amount:d} đồng, biên lai ký hiệu "{symbol}" số "{number}"'))
def _(desk, life, amount, symbol, number):
    life.attempt(
        lambda: finishing.settle_fee(
            desk, life.id, amount_vnd=amount, symbol=symbol, number=number, by=BY
        )
    )


@step("cán bộ thu số còn thiếu")
def _(desk, life):
    life.attempt(lambda: finishing.settle_fee(desk, life.id, by=BY))


@then(parsers.parse("đã thu {amounts} đồng"))
def _(life, amounts):
    assert " và ".join(str(fee.amount_vnd) for fee in life.now.fees) == amounts


@step(parsers.re(r'cán bộ gửi kết quả qua bưu điện, vận đơn "(?P<waybill>.*)"'))
def _(desk, life, waybill):
    life.attempt(lambda: finishing.post(desk, life.id, waybill, by=BY))


@step(parsers.parse('bưu điện báo vận đơn "{waybill}" đã phát'))
def _(desk, life, waybill):
    life.attempt(lambda: finishing.reconcile_post(desk, life.id, waybill, delivered=True, by=BY))


@step(parsers.parse('bưu điện báo vận đơn "{waybill}" chuyển hoàn vì "{reason}"'))
def _(desk, life, waybill, reason):
    life.attempt(
        lambda: finishing.reconcile_post(
            desk, life.id, waybill, delivered=False, note=reason, by=BY
        )
    )


@then(parsers.parse('sổ gửi bưu điện ghi "{waybill}" {outcome}'))
def _(desk, life, waybill, outcome):
    rows = desk.database.rows(
        "SELECT number, delivered FROM waybill WHERE dossier = :one", one=life.id
    )
    words = {None: "đang đi đường", 1: "đã phát", 0: "bị chuyển hoàn"}
    assert (waybill, outcome) in [(number, words[delivered]) for number, delivered in rows]


# --- mended ---------------------------------------------------------------------------------------


@step(parsers.re(r'cán bộ sửa tên chủ hồ sơ thành "(?P<name>.*)" vì "(?P<reason>.*)"'))
def _(desk, life, name, reason):
    request = replace(mending.request_of(life.now.intake), owner=Party(name))
    life.attempt(lambda: mending.correct(desk, life.id, request, reason=reason, by=BY))


@step(parsers.parse('cán bộ sửa mã thủ tục thành "{code}" ở ô thông tin'))
def _(desk, life, code):
    request = replace(mending.request_of(life.now.intake), procedure_code=code)
    life.attempt(lambda: mending.correct(desk, life.id, request, reason="chọn nhầm", by=BY))


@then(parsers.parse('vết sửa ghi "{before}" thành "{after}", lý do "{reason}"'))
def _(life, before, after, reason):
    last = life.now.corrections[-1]
    assert [(change.before, change.after) for change in last.changes] == [(before, after)]
    assert last.reason == reason


@step(parsers.re(r'cán bộ đổi sang thủ tục "(?P<code>.*)" vì "(?P<reason>.*)"'))
def _(desk, life, code, reason):
    life.attempt(lambda: mending.reclassify(desk, life.id, code, reason=reason, by=BY))


@then(parsers.parse('hồ sơ theo thủ tục "{code}", mã hồ sơ vẫn là "{reference}"'))
def _(life, code, reference):
    assert (life.now.intake.procedure.code, life.now.code) == (code, reference)


@step(parsers.re(r'cán bộ sửa thời điểm (?P<what>.+) thành "(?P<moment>.+)" vì "(?P<reason>.*)"'))
def _(desk, life, what, moment, reason):
    life.attempt(
        lambda: mending.correct_time(
            desk, life.id, MOMENTS[what], moment_told(moment), reason=reason, by=BY
        )
    )


@then(parsers.parse('vết sửa ghi thời điểm "{before}" thành "{after}"'))
def _(life, before, after):
    last = life.now.corrections[-1]
    assert (short_moment(last.before_at), short_moment(last.after_at)) == (before, after)


@step(parsers.re(r'cán bộ huỷ tiếp nhận vì "(?P<reason>.*)"'))
def _(desk, life, reason):
    life.attempt(lambda: mending.undo(desk, life.id, reason=reason, by=BY))


@step(parsers.parse('cán bộ thu lại giấy hẹn rồi huỷ tiếp nhận, lý do "{reason}"'))
def _(desk, life, reason):
    life.attempt(lambda: mending.undo(desk, life.id, reason=reason, paper_returned=True, by=BY))


@then(parsers.parse('hồ sơ nhận tiếp theo mang mã "{code}"'))
def _(desk, life, code):
    from reception.services import intake
    from reception.services.intake_request import IntakeRequest

    following = intake.register(desk, IntakeRequest("1.004884", Party("Lò Thị Mẫu")), by=BY)
    assert following.code == code
