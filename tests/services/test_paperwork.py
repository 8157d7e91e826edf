"""First it is on disk that a paper goes out, then it is handed over."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from at_the_counter import BY, asking
from pdf_reading import pages_of, text_of
from reception.domain.dossier import Dossier
from reception.domain.dossier_events import Corrected
from reception.domain.dossier_frame import REPLACES
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.intake_events import Received
from reception.printing.page import PaperSize
from reception.services import apologies, blanks, intake, lookup, mending, paperwork
from reception.services import clock as clock_service
from reception.services.sample_dossiers import sample_dossier

LONG = "1.010801"


def named(desk, name: str) -> Dossier:
    """A dossier of somebody whose name the desk itself would have refused."""
    owner = replace(intake.register(desk, asking(), by=BY).intake.owner, name=name)
    received = sample_dossier("receipt", "2025")
    event = Received(
        code="H40.16-260310-0999",
        intake=replace(received.intake, owner=owner),
        received_at=desk.now(),
        promise=received.promise,
        regime="2025",
    )
    with desk.store.writing():
        return desk.store.open_dossier(f"đặt-{name}", event, at=desk.now(), by=BY)


def issued(desk, dossier) -> dict[str, int]:
    return lookup.open_dossier(desk, dossier.dossier_id).dossier.papers_issued


def test_reprints_count_up_and_previews_do_not(desk):
    dossier = intake.register(desk, asking(), by=BY)
    paperwork.preview(desk, dossier.dossier_id, "receipt")
    assert issued(desk, dossier) == {}

    pdfs = [paperwork.issue(desk, dossier.dossier_id, "receipt", by=BY) for _ in range(3)]

    assert issued(desk, dossier) == {"receipt": 3}
    assert all(pdf.startswith(b"%PDF") for pdf in pdfs)
    assert len(set(pdfs)) > 1


@pytest.mark.parametrize(
    ("form", "name"),
    [("không có", "Lò Thị Mây"), ("refusal-notice", "Lò Thị Mây"), ("receipt", "李")],
)
def test_a_paper_that_cannot_be_drawn_is_not_issued(desk, form, name):
    dossier = named(desk, name)
    events = desk.store.journal.count()

    with pytest.raises(RuleViolation):
        paperwork.issue(desk, dossier.dossier_id, form, by=BY)

    assert issued(desk, dossier) == {}
    assert desk.store.journal.count() == events


def test_the_receipt_after_a_correction_takes_the_place_of_the_first(desk):
    dossier = intake.register(desk, asking(), by=BY)
    paperwork.issue(desk, dossier.dossier_id, "receipt", by=BY)
    request = mending.request_of(dossier.intake)
    right = replace(request, owner=replace(request.owner, name="Đỗ Thị Ượng"))
    mending.correct(desk, dossier.dossier_id, right, reason="gõ sai", by=BY)

    previewed = text_of(paperwork.preview(desk, dossier.dossier_id, "receipt"))
    replaced = text_of(paperwork.issue(desk, dossier.dossier_id, "receipt", by=BY))
    once_more = text_of(paperwork.preview(desk, dossier.dossier_id, "receipt", times=2))
    reprinted = text_of(paperwork.issue(desk, dossier.dossier_id, "receipt", by=BY))

    assert REPLACES in replaced
    assert "IN LẠI" not in replaced
    assert replaced == once_more == previewed
    assert REPLACES not in reprinted
    assert "IN LẠI LẦN 2" in reprinted


def test_an_unsigned_apology_can_be_looked_at_but_not_issued(desk, clock):
    dossier = intake.register(desk, asking(procedure=LONG), by=BY)
    clock.at = dossier.due_at - timedelta(days=3)

    text = text_of(paperwork.preview(desk, dossier.dossier_id, "apology-letter"))

    assert "DỰ THẢO" in text
    assert issued(desk, dossier) == {}
    with pytest.raises(RuleViolation) as refusal:
        paperwork.issue(desk, dossier.dossier_id, "apology-letter", by=BY)
    assert refusal.value.code == "no-apology-letter"


def test_a_batch_tells_the_outcome_of_each_paper(desk, clock):
    apologised = [intake.register(desk, asking(procedure=LONG), by=BY) for _ in range(3)]
    clock.at = apologised[0].due_at - timedelta(days=3)
    for dossier in apologised:
        apologies.apologise(desk, dossier.dossier_id, by=BY)
    other = named(desk, "李")
    told = list[tuple[int, int]]()
    wanted = [(dossier.dossier_id, "apology-letter") for dossier in apologised]
    wanted[1:1] = [("không có", "receipt"), (other.dossier_id, "receipt")]

    batch = paperwork.issue_many(desk, wanted, by=BY, progress=lambda *n: told.append(n))

    assert [outcome.times for outcome in batch.outcomes] == [1, 0, 0, 1, 1]
    assert [o.fault.code for o in batch.outcomes if o.fault] == ["unknown-dossier", "no-glyph"]
    assert told == [(n, 5) for n in range(1, 6)]
    assert pages_of(batch.pdf) == 3
    assert all(dossier.code in text_of(batch.pdf) for dossier in apologised)
    assert all(issued(desk, dossier) == {"apology-letter": 1} for dossier in apologised)
    assert issued(desk, other) == {}


def test_a_batch_looks_like_its_papers_alone(desk, clock):
    dossiers = [intake.register(desk, asking(), by=BY) for _ in range(2)]
    alone = [text_of(paperwork.preview(desk, d.dossier_id, "receipt")) for d in dossiers]

    batch = paperwork.issue_many(desk, [(d.dossier_id, "receipt") for d in dossiers], by=BY)

    assert text_of(batch.pdf) == " ".join(alone)


def test_a_batch_of_nothing_is_no_document(desk):
    batch = paperwork.issue_many(desk, [("không có", "receipt")], by=BY)
    assert batch.pdf == b""


def test_several_dossiers_on_one_receipt_are_told_in_each_history(desk):
    dossiers = [intake.register(desk, asking(), by=BY) for _ in range(3)]
    ids = [dossier.dossier_id for dossier in dossiers]

    text = text_of(paperwork.issue_receipt_list(desk, [*ids, ids[0]], by=BY))

    assert all(dossier.code in text for dossier in dossiers)
    assert "03 hồ sơ" in text
    assert all(issued(desk, dossier) == {"receipt-list": 1} for dossier in dossiers)


def test_a_receipt_that_was_undone_is_not_printed(desk):
    dossier = intake.register(desk, asking(), by=BY)
    mending.undo(desk, dossier.dossier_id, reason="nhầm", by=BY)

    for act in (paperwork.issue, paperwork.issue_receipt_list):
        wanted = (["receipt"], {}) if act is paperwork.issue else ([], {})
        first = dossier.dossier_id if act is paperwork.issue else [dossier.dossier_id]
        with pytest.raises(RuleViolation, match="đã huỷ tiếp nhận"):
            act(desk, first, *wanted[0], by=BY)


def test_the_paper_names_who_did_what_it_tells_of(desk):
    dossier = intake.register(desk, asking(), by=BY)
    clock_service.request_supplement(
        desk, dossier.dossier_id, wanted=["Tờ khai"], reason="thiếu", by="quantri"
    )

    asked = text_of(paperwork.issue(desk, dossier.dossier_id, "supplement-request", by=BY))

    assert "liên hệ với Lò Văn Hặc" in asked
    assert "Hoàn thiện hồ sơ chậm nhất" not in asked


def test_a_decree_that_closes_incomplete_dossiers_sets_the_last_day(desk):
    dossier = intake.register(desk, asking(), by=BY)
    by_decree = replace(dossier.intake.procedure, legal_basis="Nghị định 297/2025/NĐ-CP")
    corrected = replace(dossier.intake, procedure=by_decree)
    with desk.store.writing():
        event = Corrected(desk.now(), corrected, (), "thử")
        desk.store.record(dossier.dossier_id, event, at=desk.now(), by=BY)
    clock_service.request_supplement(
        desk, dossier.dossier_id, wanted=["Tờ khai"], reason="thiếu", by=BY
    )

    text = text_of(paperwork.preview(desk, dossier.dossier_id, "supplement-request"))

    assert "Hoàn thiện hồ sơ chậm nhất: 31/03/2026" in text


def test_guidance_and_blank_receipts_need_no_dossier(desk):
    guidance = text_of(paperwork.guidance(desk, LONG, by=BY))
    slips = paperwork.blank_slips(desk, blanks.reserve(desk, 3, by=BY))

    assert LONG in guidance
    assert pages_of(slips) == 3
    assert "0003/2026/PTG" in text_of(slips)


def test_guidance_names_what_is_lacking_and_registers_nothing(desk):
    lacking = ["Tờ khai", "Giấy chứng sinh"]
    told = text_of(paperwork.guidance(desk, LONG, by=BY, lacking=lacking))

    assert "Còn thiếu, cần nộp thêm: (1) Tờ khai; (2) Giấy chứng sinh" in told
    assert "Còn thiếu" not in text_of(paperwork.guidance(desk, LONG, by=BY))
    assert desk.database.row("SELECT count(*) FROM dossier") == (0,)


def test_a_file_that_cannot_be_written_is_found_out_before_anything_is_issued(tmp_path):
    paperwork.check_target(tmp_path / "mới" / "a.pdf")
    assert not (tmp_path / "mới" / "a.pdf").exists()
    (tmp_path / "b.pdf").write_bytes(b"xong")
    paperwork.check_target(tmp_path / "b.pdf")
    assert (tmp_path / "b.pdf").read_bytes() == b"xong"
    with pytest.raises(Trouble, match="Giấy chưa được ghi là đã in"):
        paperwork.check_target(tmp_path)


def test_each_intake_has_its_paper(desk, tmp_path):
    received = intake.register(desk, asking(), by=BY)
    guided = intake.guide(desk, asking(), wanted=["Tờ khai"], reason="thiếu", by=BY)
    refused = intake.refuse(desk, asking(), reason="không thuộc thẩm quyền", by=BY)

    names = [
        paperwork.issue_to(desk, dossier, tmp_path / "giấy", by=BY, size=PaperSize.A4).name
        for dossier in (received, guided, refused)
    ]

    assert names == ["H40.16-260310-0001.pdf", "0001-2026-PBS.pdf", "0001-2026-PTC.pdf"]
    assert [paperwork.form_for(dossier) for dossier in (received, guided, refused)] == [
        "receipt",
        "supplement-request",
        "refusal-notice",
    ]


def test_no_paper_for_a_dossier_that_is_not_there(desk):
    with pytest.raises(RuleViolation) as refusal:
        paperwork.issue(desk, "không có", "receipt", by=BY)

    assert refusal.value.code == "unknown-dossier"


def test_a_paper_that_cannot_be_saved_says_that_the_dossier_is(tmp_path):
    with pytest.raises(Trouble, match="Hồ sơ đã lưu") as trouble:
        paperwork.save(b"%PDF", tmp_path)

    assert trouble.value.code == "cannot-save"
