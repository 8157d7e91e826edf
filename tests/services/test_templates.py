"""An office's own wording of a form: exported, edited, checked, and in force from its day on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from at_the_counter import BY, asking
from pdf_reading import text_of
from reception.domain.errors import RuleViolation
from reception.services import (
    apologies,
    forms,
    intake,
    paperwork,
    safekeeping,
    samples,
    template_file,
    templates,
)

LONG = "1.010801"
APOLOGY = forms.wording(forms.APOLOGY_LETTER, "2025")
SHIPPED = [
    (form, wording.regime)
    for form in (*samples.SAMPLES, *forms.LIST_FORMS)
    if form != samples.RECEIPT_TABLE
    for wording in forms.shipped_wordings(form)
]
TODAY = "valid_from = 2026-03-10"
OUR_APOLOGY = "Lãnh đạo xã thành thật xin lỗi {applicant} và hẹn lại vào ngày {new_due_on}."


@pytest.fixture
def file(tmp_path):
    return tmp_path / "thu-xin-loi.toml"


@pytest.fixture
def own(desk, file):
    """The apology exported, changed and ready to be imported."""

    def write(*changes: tuple[str, str]):
        text = templates.export(desk, forms.APOLOGY_LETTER)
        for before, after in changes:
            assert before in text
            text = text.replace(before, after, 1)
        file.write_text(text, encoding="utf-8")
        return file

    return write


@pytest.mark.parametrize(("form", "regime"), SHIPPED)
def test_every_shipped_wording_survives_export_and_check(form, regime, file):
    wording = forms.wording(form, regime if regime != "office" else "2025")
    file.write_text(template_file.written(wording), encoding="utf-8")

    assert template_file.read(file) == wording
    templates.check(wording)


def test_the_office_s_own_apology_rules_from_its_day_on(desk, clock, own):
    early, late = [intake.register(desk, asking(procedure=LONG), by=BY) for _ in range(2)]
    clock.at = early.due_at - timedelta(days=4)
    apologies.apologise(desk, early.dossier_id, by=BY)
    sentence = next(line.text for line in APOLOGY.lines if "xin lỗi Ông/Bà" in line.text)
    day = (clock.at + timedelta(days=1)).date()
    valid = (f"valid_from = {clock.at:%Y-%m-%d}", f"valid_from = {day.isoformat()}")

    wording = templates.import_file(desk, own((sentence, OUR_APOLOGY), valid), by="quantri")
    clock.at += timedelta(days=1)
    apologies.apologise(desk, late.dossier_id, by=BY)

    assert wording.valid_from == day
    said = [
        text_of(paperwork.preview(desk, dossier.dossier_id, forms.APOLOGY_LETTER))
        for dossier in (early, late)
    ]
    assert "Lãnh đạo xã thành thật" not in said[0]
    assert "Lãnh đạo xã thành thật xin lỗi Đỗ Thị Ưởng" in said[1]
    assert safekeeping.verify(desk).faults == ()
    safekeeping.rebuild(desk)
    assert forms.wordings_of(desk).ruling(forms.APOLOGY_LETTER, "2025", day) == wording
    assert "Lãnh đạo xã thành thật" in templates.export(desk, forms.APOLOGY_LETTER)


def test_an_own_wording_that_ended_makes_room_for_the_law_s(desk, own):
    ends = (TODAY, "valid_from = 2026-04-01\nvalid_until = 2026-05-01")
    templates.import_file(desk, own(("PHIẾU XIN LỖI", "THƯ XIN LỖI"), ends), by=BY)
    wordings = forms.wordings_of(desk)

    titles = [
        wordings.ruling(forms.APOLOGY_LETTER, "2025", day).title[:4]
        for day in (date(2026, 3, 31), date(2026, 4, 1), date(2026, 4, 30), date(2026, 5, 1))
    ]

    assert titles == ["PHIẾ", "THƯ ", "THƯ ", "PHIẾ"]
    assert wordings.ruling(forms.APOLOGY_LETTER, "2018", date(2026, 4, 1)).title.startswith("PHIẾU")


@pytest.mark.parametrize(
    ("before", "after", "code", "said"),
    [
        ('title = "', "title = ", "template-unreadable", "sai cú pháp TOML ở dòng"),
        ('form = "', 'farm = "', "template-unreadable", "thiếu mục “form”"),
        ("qr = false", 'qr = false\ncolour = "đỏ"', "template-unreadable", "“colour”"),
        ('label = "Lý do:"', 'lable = "Lý do:"', "template-unreadable", "“lines.parts.label”"),
        (TODAY, 'valid_from = "mai"', "template-unreadable", "“valid_from”"),
        (TODAY, "valid_from = 2026-03-09", "template-faulty", "09/03/2026 là ngày đã qua"),
        (
            "qr = false",
            'sent_to = ["Như trên"]\n[[signatures]]\ntitle = "A"\nhint = "B"',
            "template-faulty",
            "nơi nhận",
        ),
        ("qr = false", 'layout = "A3"', "template-unreadable", "“layout”"),
        ("{applicant}", "{nguoi_nop}", "template-faulty", "dùng “nguoi_nop”"),
        ('says = "reason"', 'says = "ly_do"', "template-faulty", "dùng “ly_do”"),
        ('when = "address"', 'when = "adress"', "template-faulty", "dùng “adress”"),
        ("{applicant}", "{applicant", "template-faulty", "dấu ngoặc nhọn"),
        ("{applicant}", "{applicant.__class__}", "template-faulty", "dấu ngoặc nhọn"),
        ("{applicant}", "{applicant:>99999999}", "template-faulty", "dấu ngoặc nhọn"),
        ("{applicant}", "{}", "template-faulty", "dấu ngoặc nhọn"),
        ("{number}/PXL", "{code}/PXL", "template-faulty", "chứa {code}"),
        ("[[signatures]]", "[[notes]]", "template-unreadable", "“notes.title”"),
        ('regime = "2025"', 'regime = "1995"', "template-faulty", "bộ mẫu “1995”"),
        ('form = "apology-letter"', 'form = "thư"', "no-such-form", "“thư”"),
        ("Rất mong", "字 Rất mong", "no-glyph", "“字”"),
    ],
)
def test_a_faulty_file_is_refused_in_one_sentence_and_nothing_changes(
    desk, own, before, after, code, said
):
    events = desk.store.journal.count()

    with pytest.raises(RuleViolation) as refusal:
        templates.import_file(desk, own((before, after)), by=BY)

    assert refusal.value.code == code
    assert said in refusal.value.text
    assert desk.store.journal.count() == events


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"signatures": ()}, "thiếu chỗ ký"),
        ({"lines": ()}, "chưa có dòng nào"),
        ({"title": " "}, "chưa có tiêu đề"),
        ({"valid_until": date(2020, 1, 1)}, "hết hiệu lực"),
    ],
)
def test_what_a_form_cannot_do_without(changes, said):
    with pytest.raises(RuleViolation, match=said):
        templates.check(replace(APOLOGY, **changes))


def test_a_table_that_cannot_be_set_is_refused():
    wording = forms.wording(forms.CONTROL_SHEET, "2025")
    table = next(line for line in wording.lines if line.columns)
    wide = replace(table, columns=tuple(replace(column, share=0.5) for column in table.columns))
    both = replace(table, columns=tuple(replace(c, says="note", text="x") for c in table.columns))
    unsigned = replace(table, under=("Người giao",))
    for line, said in ((wide, "tổng độ rộng"), (both, "says, text"), (unsigned, "hàng ký")):
        with pytest.raises(RuleViolation, match=said):
            templates.check(replace(wording, lines=(line,)))


def test_a_fact_of_a_series_is_checked_although_the_usual_receipt_has_none_of_it():
    wording = forms.wording(forms.RECEIPT, "2025")
    lines = tuple(
        replace(line, item="{office} {hạn}") if line.rows == "stages" else line
        for line in wording.lines
    )
    with pytest.raises(RuleViolation, match="dùng “hạn”"):
        templates.check(replace(wording, lines=lines))


def test_a_file_that_is_not_there_or_not_text_is_refused(desk, tmp_path):
    (tmp_path / "a.toml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "b.toml").write_bytes(b"#" * 2_000_000)
    for name in ("a.toml", "b.toml", "không-có.toml"):
        with pytest.raises(RuleViolation, match="Không dùng được tệp mẫu"):
            templates.import_file(desk, tmp_path / name, by=BY)
