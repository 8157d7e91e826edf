"""An office's own wordings, text by text: checked at their place, dated, and seen before."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from at_the_counter import asking
from pdf_reading import text_of
from reception.domain.accounts import Account, Role
from reception.domain.errors import RuleViolation
from reception.domain.wording_pieces import PieceKind, facts_named, pieces, with_texts
from reception.printing.page import PaperSize
from reception.services import forms, intake, own_wordings, paperwork, safekeeping, samples
from reception.services.own_wordings import Revision

ADMINISTRATOR = Account("quantri", "Lò Văn Hặc", Role.ADMINISTRATOR)
RECEIPT = forms.wording(forms.RECEIPT, "2025")
TOMORROW = date(2026, 3, 11)
GROUND = "Quyết định 12/QĐ-UBND ngày 05/03/2026"
ALL = [
    wording
    for form in (*samples.SAMPLES, *forms.LIST_FORMS)
    if form != samples.RECEIPT_TABLE
    for wording in forms.shipped_wordings(form)
]


def said(texts: dict[str, str], day: date = TOMORROW, base=RECEIPT, source: str = GROUND):
    return Revision(base, texts, day, source)


def place_of(text: str, wording=RECEIPT) -> str:
    return next(piece.path for piece in pieces(wording) if piece.text == text)


def form_of(desk, wording=RECEIPT):
    found = {(f.shipped.form, f.shipped.regime): f for f in own_wordings.own_forms(desk)}
    return found[wording.form, wording.regime]


@pytest.mark.parametrize("wording", ALL, ids=lambda w: f"{w.form}-{w.regime}")
def test_every_text_of_a_form_can_be_said_otherwise_and_nothing_else_changes(wording):
    taken_apart = pieces(wording)
    louder = with_texts(wording, {piece.path: f"{piece.text}!" for piece in taken_apart})

    assert [piece.text for piece in pieces(louder)] == [f"{p.text}!" for p in taken_apart]
    assert with_texts(louder, {piece.path: piece.text for piece in taken_apart}) == wording


def test_columns_with_one_heading_are_one_text():
    register = forms.wording(forms.REGISTER, "2025")
    [group] = [piece for piece in pieces(register) if piece.kind is PieceKind.GROUP]
    renamed = with_texts(register, {group.path: "Trả"})

    columns = next(line.columns for line in renamed.lines if line.columns)
    assert [column.group for column in columns].count("Trả") == 5


def test_the_names_that_a_form_fills_in_are_told():
    assert {"applicant", "code", "due"} <= set(facts_named([RECEIPT]))


def test_a_wording_rules_from_its_day_on_and_earlier_papers_keep_theirs(desk, clock):
    early = intake.register(desk, asking(), by="quantri")
    title = place_of(RECEIPT.title)
    made = own_wordings.revise(desk, said({title: "GIẤY  HẸN "}), by=ADMINISTRATOR)
    clock.at += timedelta(days=1)
    late = intake.register(desk, asking(), by="quantri")

    assert (made.title, made.source, made.valid_until) == ("GIẤY HẸN", GROUND, None)
    told = [text_of(paperwork.preview(desk, d.dossier_id, "receipt")) for d in (early, late)]
    assert RECEIPT.title in told[0]
    assert "GIẤY HẸN" in told[1]
    assert RECEIPT.title not in told[1]
    form = form_of(desk)
    assert form.versions == (made,)
    assert form.ruling(TOMORROW - timedelta(days=1)) is form.shipped
    assert form.ruling(TOMORROW) is form.versions[0]
    assert safekeeping.verify(desk).whole


def test_a_coming_version_is_replaced_by_one_of_the_same_day(desk):
    title = place_of(RECEIPT.title)
    first = own_wordings.revise(desk, said({title: "GIẤY HẸN"}), by=ADMINISTRATOR)
    own_wordings.revise(desk, said({title: "GIẤY HẸN TRẢ"}, base=first), by=ADMINISTRATOR)

    assert [version.title for version in form_of(desk).versions] == ["GIẤY HẸN TRẢ"]


def test_the_form_s_own_words_can_come_back(desk):
    title = place_of(RECEIPT.title)
    own_wordings.revise(desk, said({title: "GIẤY HẸN"}), by=ADMINISTRATOR)
    later = TOMORROW + timedelta(days=30)
    own_wordings.revise(desk, said({}, day=later), by=ADMINISTRATOR)

    assert form_of(desk).ruling(later).title == RECEIPT.title


def test_forms_whose_days_are_over_are_not_offered_and_the_form_stands_before_its_editions(desk):
    offered = [(f.shipped.form, f.shipped.regime) for f in own_wordings.own_forms(desk)]

    assert not any(regime == "2018" for _form, regime in offered)
    assert offered[:2] == [("receipt", "2025"), ("receipt", "2025-table")]
    assert len(offered) == len(set(offered)) > 20


@pytest.mark.parametrize(
    ("kind", "text", "code", "words"),
    [
        (PieceKind.TITLE, "  ", "text-missing", "không được để trống"),
        (PieceKind.TITLE, "GIẤY 字", "no-glyph", "“字”"),
        (PieceKind.LABEL, "Mã\u0007:", "no-glyph", "U+0007"),
        (PieceKind.LABEL, "Mã {code}:", "wording-faulty", "chỗ máy không điền"),
        (PieceKind.SENTENCE, "Nộp {gi}:", "wording-faulty", "dùng “gi”"),
        (PieceKind.SENTENCE, "Nộp {applicant:", "wording-faulty", "dấu ngoặc nhọn"),
        (PieceKind.ITEM, "{name} {du}", "wording-faulty", "dùng “du”"),
        (PieceKind.SIGNATURE, "{ai}", "wording-faulty", "dùng “ai”"),
        (PieceKind.NUMBER, "Số: {code}", "wording-faulty", "{code}"),
    ],
)
def test_a_faulty_text_is_refused_at_its_place_in_one_sentence(desk, kind, text, code, words):
    first = next(piece for piece in pieces(RECEIPT) if piece.kind is kind)
    good = place_of("Email:")
    events = desk.store.journal.count()

    with pytest.raises(RuleViolation) as refusal:
        own_wordings.revise(desk, said({good: "Thư:", first.path: text}), by=ADMINISTRATOR)

    assert (refusal.value.code, refusal.value.field) == (code, first.path)
    assert words in refusal.value.text
    assert refusal.value.text.endswith(".")
    assert "tệp" not in refusal.value.text
    assert desk.store.journal.count() == events


@pytest.mark.parametrize(
    ("revision", "code", "field"),
    [
        (said({"title": "A B C"}, day=date(2026, 3, 9)), "day-past", "valid_from"),
        (said({"title": "A B C"}, source=" "), "source-missing", "source"),
        (said({"title": "A B C"}, source="x" * 301), "source-too-long", "source"),
        (said({}), "nothing-changed", None),
        (said({"title": f" {RECEIPT.title} "}), "nothing-changed", None),
    ],
)
def test_day_and_ground_are_asked_for_and_something_must_change(desk, revision, code, field):
    with pytest.raises(RuleViolation) as refusal:
        own_wordings.revise(desk, revision, by=ADMINISTRATOR)

    assert (refusal.value.code, refusal.value.field) == (code, field)


@pytest.mark.parametrize("role", [Role.CLERK, Role.SPECIALIST, Role.LEADER])
def test_only_who_manages_the_office_may(desk, role):
    with pytest.raises(RuleViolation) as refusal:
        own_wordings.revise(desk, said({"title": "GIẤY HẸN"}), by=Account("ai", "Ai Đó", role))

    assert refusal.value.code == "not-allowed"


@pytest.mark.parametrize("wording", ALL, ids=lambda w: f"{w.form}-{w.regime}")
def test_every_form_can_be_seen_in_its_new_words(wording):
    texts = own_wordings.texts_of(wording)
    revision = said({texts[0].path: "TÊN MỚI"}, base=wording)

    assert "TÊN MỚI" in text_of(own_wordings.preview(revision, PaperSize.A5))
