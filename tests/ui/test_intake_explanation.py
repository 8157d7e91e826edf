"""F4 explains the due date day by day, and shows where it would move."""

from __future__ import annotations

import pytest
from intake_counter import ALT, open_counter
from PySide6.QtCore import Qt


@pytest.fixture
def counter(app, folder, clock, qtbot):
    clock.set_to("2026-02-13T14:00")
    with open_counter(folder, clock, qtbot) as opened:
        yield opened


def explain(counter, code="1.004884"):
    counter.choose(code)
    counter.key(Qt.Key.Key_F4)
    dialog = counter.page.watch.explanation
    counter.qtbot.waitUntil(lambda: counter.focus().window() is dialog)
    return dialog


def rows(dialog):
    days = dialog.days
    return [
        [days.index(row, column).data() for column in range(days.columnCount())]
        for row in range(days.rowCount())
    ]


def test_every_day_is_told_with_its_reason_and_its_article(counter):
    dialog = explain(counter)
    assert dialog.real.text() == "Hẹn trả: 17 giờ 30 thứ Sáu 27/02/2026"
    told = rows(dialog)
    assert [row[0] for row in told][:2] == ["Thứ Sáu 13/02/2026", "Thứ Bảy 14/02/2026"]
    assert told[-1][0] == "Thứ Sáu 27/02/2026"
    assert sum(row[1] == "+  tính" for row in told) == 5
    assert any("Tết Nguyên đán" in row[2] for row in told)
    assert all(row[2] and row[3] for row in told)
    assert "118/2025" in dialog.basis.text()


def test_f4_in_the_chosen_procedure_explains_too(counter):
    counter.choose("ks")
    counter.form.procedure.setFocus()
    counter.key(Qt.Key.Key_F4)
    assert counter.page.watch.explanation is not None
    counter.page.watch.explanation.reject()


def test_the_letter_of_a_moment_leads_into_it(counter):
    dialog = explain(counter)
    dialog.strip.channel.setFocus()
    counter.key(Qt.Key.Key_U, ALT)
    assert counter.focus() is dialog.strip.received.day
    dialog.reject()


def test_an_assumed_receipt_moves_the_date_beside_the_real_one(counter):
    dialog = explain(counter)
    dialog.strip.received.day.setFocus()
    dialog.strip.received.day.selectAll()
    counter.type("23022026")
    assert "thứ Hai 02/03/2026" in dialog.strip.outcome.text()
    assert "muộn hơn 3 ngày" in dialog.strip.outcome.text()
    assert "27/02/2026" in dialog.real.text()
    assert rows(dialog)[0][0] == "Thứ Hai 23/02/2026"


def test_a_supplement_restarts_or_pauses_the_clock(counter, clock):
    dialog = explain(counter)
    strip = dialog.strip
    strip.supplement.set_value("restart")
    assert "Hãy ghi ngày, giờ nhận đủ" in strip.outcome.text()
    strip.complete.set_moment(clock().replace(month=3, day=2))
    assert "thứ Hai 09/03/2026" in strip.outcome.text()
    strip.supplement.set_value("pause")
    strip.asked.set_moment(clock().replace(day=24))
    assert "thứ Năm 05/03/2026" in strip.outcome.text()
    strip.supplement.set_value("none")
    assert "Chưa đổi gì" in strip.outcome.text()
    assert rows(dialog)[-1][0] == "Thứ Sáu 27/02/2026"


def test_what_cannot_be_is_said_in_words(counter, clock):
    strip = explain(counter).strip
    strip.supplement.set_value("pause")
    strip.asked.set_moment(clock().replace(day=24))
    strip.complete.set_moment(clock().replace(day=23))
    assert "kết thúc trước khi bắt đầu" in strip.outcome.text()


def test_esc_closes_and_the_form_is_as_it_was(counter):
    explain(counter)
    counter.key(Qt.Key.Key_Escape)
    counter.qtbot.waitUntil(lambda: counter.page.watch.explanation is None)
    assert counter.form.procedure.procedure().code == "1.004884"


def test_without_a_procedure_there_is_nothing_to_explain(counter):
    counter.key(Qt.Key.Key_F4)
    assert counter.page.watch.explanation is None
    assert "hãy chọn thủ tục" in counter.told[-1]
