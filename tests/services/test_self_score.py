"""An office scores itself: its own sheet, points with proof, exact sums, the paper."""

from __future__ import annotations

import openpyxl
import pytest

from at_the_counter import BY, SINGLE_STATUS, asking
from pdf_reading import text_of
from reception.domain.accounts import Account, Role
from reception.domain.errors import RuleViolation
from reception.domain.self_score import Evidence, EvidenceKind, parse_points, points_words
from reception.services import books, finishing, intake, self_score, sign_in
from reception.services.drawing_up import Volume
from reception.storage.integrity import rebuild, verify

HEAD = "Mã;Phần;Tiêu chí;Điểm tối đa;Chỉ số tự điền;Đủ điểm từ (%)\n"
SHEET = f"{HEAD}A1;A;Kế hoạch;60;;\nB1;B;Khảo sát;10;;\nC1;C;Đúng hạn;30;2.1;100\n"


@pytest.fixture
def sheet(tmp_path):
    def write(text: str = SHEET):
        file = tmp_path / "tieu-chi.csv"
        file.write_text(text, encoding="utf-8")
        return file

    return write


@pytest.fixture
def scored(desk, sheet):
    self_score.set_sheet(desk, 2026, sheet(), by=BY)
    return desk


def give(desk, **points: str) -> self_score.SelfScore:
    for code, text in points.items():
        made = self_score.give(desk, 2026, code, parse_points(text), by=BY)
    return made


def test_the_reported_score_comes_out_to_the_hundredth(scored):
    made = give(scored, A1="55,46", B1="6,67", C1="26,28")
    assert [points_words(one.points) for one in made.totals] == ["55,46", "6,67", "26,28"]
    assert (points_words(made.points), made.lacking, made.band.name) == ("88,41", 0, "Tốt")


def test_points_are_taken_back_and_the_band_goes_with_them(scored):
    give(scored, A1="55,46", B1="6,67", C1="26,28")
    made = self_score.give(scored, 2026, "b1", None, by=BY)
    assert (made.lacking, made.band, points_words(made.points)) == (1, None, "81,74")


def test_a_figure_of_the_program_fills_itself_with_what_it_was_counted_from(scored, clock):
    two = [intake.register(scored, asking(name, SINGLE_STATUS), by=BY) for name in ("An", "Bé")]
    clock.set_to("2026-03-11T09:00")
    finishing.record_result(scored, two[0].dossier_id, by=BY)
    clock.set_to("2026-03-30T09:00")
    points, proof = self_score.proposed(scored, 2026, "C1")
    assert points_words(points) == "15,00"
    assert proof.kind is EvidenceKind.FIGURE
    assert "50,00 % (1/2 hồ sơ)" in proof.text


def test_what_the_program_does_not_count_is_left_to_a_person(scored):
    for code, words in (("A1", "không gắn với chỉ số nào"), ("C1", "chưa phát sinh")):
        with pytest.raises(RuleViolation, match=words):
            self_score.proposed(scored, 2026, code)


def test_a_year_to_come_has_no_figures_yet(scored):
    self_score.set_sheet(scored, 2027, None, by=BY)
    for criterion in self_score.self_score(scored, 2027).criteria:
        if criterion.figure:
            with pytest.raises(RuleViolation, match="bắt đầu ngày 01/01/2027, chưa tới"):
                self_score.proposed(scored, 2027, criterion.code)


def test_a_score_is_proved_by_texts_dossiers_and_files(scored, tmp_path):
    dossier = intake.register(scored, asking(), by=BY)
    decree = tmp_path / "QD-12.pdf"
    decree.write_bytes(b"%PDF")
    proofs = [
        Evidence(EvidenceKind.TEXT, "  KH 12/KH-UBND "),
        Evidence(EvidenceKind.DOSSIER, dossier.code.lower()),
        Evidence(EvidenceKind.FILE, str(decree)),
        Evidence(EvidenceKind.TEXT, ""),
    ]
    made = self_score.give(scored, 2026, "A1", 5000, evidence=proofs, note="đủ", by=BY)
    told = made.given["A1"].evidence
    assert [one.text for one in told[:2]] == ["KH 12/KH-UBND", dossier.code]
    assert told[2].text.startswith("QD-12.pdf (SHA-256 ")
    assert len(told) == 3


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        (EvidenceKind.DOSSIER, "H40.16-260101-9999", "evidence-dossier"),
        (EvidenceKind.FILE, "/khong/co.pdf", "evidence-file"),
        (EvidenceKind.TEXT, "x" * 9001, "text-too-long"),
        (EvidenceKind.TEXT, "đã đăng \N{WHITE HEAVY CHECK MARK}", "no-glyph"),
    ],
)
def test_a_proof_that_is_none_is_refused(scored, kind, text, code):
    with pytest.raises(RuleViolation) as refused:
        self_score.give(scored, 2026, "A1", 100, evidence=[Evidence(kind, text)], by=BY)
    assert refused.value.code == code


def test_a_leader_scores_and_a_clerk_does_not(scored):
    admin = Account("quantri", "Lò Văn Hặc", Role.ADMINISTRATOR)
    for login, role in (("lanh", Role.LEADER), ("maylt", Role.CLERK)):
        sign_in.put_account(scored, Account(login, "Vi Văn Thoong", role), "2468", by=admin)
    assert self_score.give(scored, 2026, "A1", 100, by="lanh").given
    with pytest.raises(RuleViolation, match="không được tự chấm điểm"):
        self_score.give(scored, 2026, "A1", 100, by="maylt")


def test_before_a_sheet_is_taken_it_says_what_to_do(desk):
    with pytest.raises(RuleViolation, match="hãy nhập bảng của cơ quan"):
        self_score.self_score(desk, 2026)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mã;Phần\n1;A\n", "không có dòng tiêu đề"),
        ("Mã;Phần;Tiêu chí\nA1;A;Kế hoạch\n", "thiếu cột “Điểm tối đa”"),
        (SHEET.replace("60", "sáu"), "dòng 2: “sáu” không phải số điểm"),
        (SHEET.replace("Khảo sát", ""), "dòng 3 chưa có tiêu chí"),
        (SHEET.replace("2.1;100", "2.1;1000"), "dòng 4 có “Đủ điểm từ"),
        (SHEET.replace("60", "59"), "phải đúng 60 điểm"),
    ],
)
def test_a_faulty_sheet_is_told_in_one_sentence_and_nothing_taken(desk, sheet, text, words):
    with pytest.raises(RuleViolation, match=words):
        self_score.set_sheet(desk, 2026, sheet(text), by=BY)
    with pytest.raises(RuleViolation, match="chưa có bảng tiêu chí"):
        self_score.self_score(desk, 2026)


def test_a_sheet_is_taken_from_excel_too(desk, tmp_path):
    book = openpyxl.Workbook()
    for line in SHEET.splitlines():
        book.active.append(line.split(";"))
    book.save(tmp_path / "bang.xlsx")
    made = self_score.set_sheet(desk, 2026, tmp_path / "bang.xlsx", by=BY)
    assert [one.code for one in made.criteria] == ["A1", "B1", "C1"]
    assert made.origin == "bang.xlsx"


def test_the_shipped_example_is_whole_and_marked_as_one(desk):
    made = self_score.set_sheet(desk, 2026, None, by=BY)
    assert made.origin == "bảng ví dụ kèm chương trình"
    assert all(one.name.startswith("[VÍ DỤ]") for one in made.criteria)
    assert [one.most for one in made.totals] == [6000, 1000, 3000]


def test_the_sheet_is_printed_and_written_as_figures(scored, tmp_path):
    made = give(scored, A1="55,46", B1="6,67", C1="26,28")
    text = text_of(books.pdf([Volume(self_score.paper(scored, made), ())]))
    for words in ("55,46/60 + 6,67/10 + 26,28/30 = 88,41/100,00", "Xếp loại: Tốt", "Năm 2026"):
        assert words in text, words
    file = tmp_path / "tu-cham.xlsx"
    self_score.save_workbook(scored, made, file)
    rows = list(openpyxl.load_workbook(file).active.iter_rows(values_only=True))
    assert next(row for row in rows if row[0] == "B1")[2:4] == (10, 6.67)


def test_sheet_and_points_are_proved_and_written_anew(scored):
    made = give(scored, A1="55,46")
    assert verify(scored.store).whole
    with scored.database.writing():
        scored.database.run("DELETE FROM self_score")
    assert not verify(scored.store).whole
    rebuild(scored.store)
    assert verify(scored.store).whole
    assert self_score.self_score(scored, 2026) == made
