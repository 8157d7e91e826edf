"""An old register: tried, taken over, gone on with, told once only, taken back as a whole."""

from __future__ import annotations

import zipfile
from datetime import date

import openpyxl
import openpyxl.chart
import pytest

import ods_by_hand
import xls_by_hand
from at_the_counter import BY, asking
from reception.domain.accounts import Account, Role
from reception.domain.closing_events import RedactionGround
from reception.domain.dossier import State
from reception.domain.errors import RuleViolation
from reception.domain.handling_report import Choices
from reception.domain.lateness_report import NOBODY
from reception.domain.list_frame import Period
from reception.domain.old_columns import Column
from reception.domain.paper import Sentence
from reception.domain.redaction import GONE
from reception.domain.traits import Trait
from reception.services import (
    finishing,
    intake,
    lookup,
    old_check,
    old_faults,
    old_import,
    old_registers,
    old_twice,
    old_undo,
    paperwork,
    pictures,
    procedure_review,
    redaction,
    reports,
    safekeeping,
    sign_in,
)
from reception.services.desk import open_desk
from reception.storage import integrity, lists

HEAD = ("Số hồ sơ", "Họ và tên", "Tên thủ tục", "Ngày nhận", "Ngày hẹn trả", "Ngày trả", "Ghi chú")
DONE = ("125", "LÒ THỊ MÂY", "Đăng ký khai sinh", "05/03/2019", "06/03/2019", "06/03/2019", "")
LATE = ("126", "Vàng A Lử", "Đăng ký khai sinh", "05/03/2019", "06/03/2019", "09/03/2019", "")
OPEN = ("127", "Giàng A Tủa", "Đăng ký khai sinh", "09/03/2026", "12/03/2026", None, "")
BAD = ("128", "", "Đăng ký khai sinh", "31/02/2019", None, None, "")
TWO_THOUSAND_NINETEEN = Period(date(2019, 1, 1), date(2019, 12, 31))


@pytest.fixture
def written(tmp_path):
    """A register's file of these rows."""

    def write(*rows, name="so-2019.xlsx", head=HEAD):
        book = openpyxl.Workbook()
        for row in (head, *rows):
            book.active.append(row)
        book.save(tmp_path / name)
        return tmp_path / name

    return write


def take(desk, file, **more):
    return old_import.import_register(
        desk, old_registers.open_register(desk, file), by="dòng lệnh", **more
    )


def test_hours_and_trips_that_no_old_register_tells_are_not_made_up(desk, written):
    take(desk, written(DONE, LATE))
    (chart,) = pictures.hours(desk, TWO_THOUSAND_NINETEEN)
    assert chart.is_empty
    (row,) = procedure_review.review(desk, TWO_THOUSAND_NINETEEN).rows
    assert (row.received, row.trips) == (2, {})


def test_a_delay_that_an_old_register_tells_is_blamed_on_nobody(desk, written):
    take(desk, written(LATE))
    told = reports.make(desk, reports.LATENESS, TWO_THOUSAND_NINETEEN, Choices())
    assert [line.field for line in told.sections["holders"]] == [NOBODY]


def dossier_of(desk, number):
    row = lists.by_reference(desk.database, number)
    return lookup.open_dossier(desk, row.dossier_id).dossier


def test_good_rows_come_in_with_their_own_dates_and_faulty_ones_stay_out(desk, written):
    result = take(desk, written(DONE, LATE, OPEN, BAD))
    assert (result.imported, result.known, result.faulty) == (3, 0, 1)
    done, left = dossier_of(desk, "125"), dossier_of(desk, "127")
    assert done.code == "0001/2026/NSC"
    assert done.state is State.HANDED_OVER
    assert done.opened_at.date() == date(2019, 3, 5)
    assert done.promise.basis == ("theo sổ cũ",)
    assert done.intake.procedure.code == "1.001193"
    assert left.state is State.RECEIVED
    assert [row.owner for row in lists.search(desk.database, "lo thi may")] == ["Lò Thị Mây"]
    assert integrity.verify(desk.store).faults == ()


def test_a_dry_run_writes_nothing(desk, written):
    before = desk.store.journal.count()
    checked = old_check.check(desk, old_registers.open_register(desk, written(DONE, OPEN, BAD)))
    assert (checked.ready, checked.open, len(checked.faulty)) == (2, 1, 1)
    assert desk.store.journal.count() == before
    assert checked.faults[0].words() == (
        "Dòng 4, cột Họ và tên: chưa có họ tên; hãy ghi tên, hoặc xoá dòng này."
    )


def test_the_same_rows_come_in_once(desk, written):
    take(desk, written(DONE, LATE))
    again = take(desk, written(DONE, LATE, OPEN, name="so-khac.xlsx"))
    assert (again.imported, again.known) == (1, 2)


def test_two_rows_that_say_the_same_are_two(desk, written):
    assert take(desk, written(DONE, DONE)).imported == 2
    assert take(desk, written(DONE, DONE)).known == 2
    assert lists.by_reference(desk.database, "125") is None  # which of them nobody can say


def test_what_is_open_goes_on_like_any_other(desk, written):
    take(desk, written(OPEN))
    dossier = dossier_of(desk, "127")
    finishing.record_result(desk, dossier.dossier_id, by=BY)
    finishing.hand_over(desk, dossier.dossier_id, by=BY)
    assert dossier_of(desk, "127").state is State.HANDED_OVER


def test_no_receipt_is_printed_for_what_had_its_papers_long_ago(desk, written):
    take(desk, written(DONE, OPEN))
    for number in ("125", "127"):
        assert "receipt" not in paperwork.papers_of(dossier_of(desk, number))


def test_it_counts_in_the_year_of_its_own_dates(desk, written):
    take(desk, written(DONE, LATE))
    told = reports.handling_report(desk, TWO_THOUSAND_NINETEEN, Choices()).told.total
    assert (told.received, told.settled, told.on_time, told.overdue) == (2, 2, 1, 1)
    form = reports.paper(desk, reports.handling_report(desk, TWO_THOUSAND_NINETEEN, Choices()))
    told = [block.text for block in form.blocks if isinstance(block, Sentence)]
    assert any("có 2 hồ sơ nhập từ sổ cũ" in text for text in told)


def test_an_import_is_taken_back_as_a_whole_and_may_come_again(desk, written):
    file = written(DONE, LATE, OPEN)
    run = take(desk, file).run
    undone = old_undo.undo_import(desk, run, "nhầm sổ", by="dòng lệnh")
    assert (undone.undone, undone.kept) == (3, ())
    assert old_import.imports(desk) == []
    row = lists.by_reference(desk.database, "0001/2026/NSC")
    assert row.state is State.UNDONE
    assert integrity.verify(desk.store).faults == ()
    assert take(desk, file).imported == 3


def test_what_somebody_went_on_with_is_not_taken_back(desk, written):
    run = take(desk, written(DONE, OPEN)).run
    finishing.record_result(desk, dossier_of(desk, "127").dossier_id, by=BY)
    undone = old_undo.undo_import(desk, run, "nhầm sổ", by="dòng lệnh")
    assert (undone.undone, undone.kept) == (1, (3,))
    assert "1 hồ sơ đã có việc làm tiếp sau khi nhập nên giữ lại (dòng 3)" in undone.words()
    with pytest.raises(RuleViolation, match="không huỷ được nữa"):
        old_undo.undo_import(desk, run, "nhầm sổ", by="dòng lệnh")


def test_the_faulty_rows_are_mended_in_their_own_file_and_imported(desk, written, tmp_path):
    register = old_registers.open_register(desk, written(DONE, BAD))
    take(desk, written(DONE, BAD))
    file = tmp_path / "loi.xlsx"
    old_faults.save_faults(register, old_check.check(desk, register), file)
    book = openpyxl.load_workbook(file)
    to_mend, findings = book.worksheets
    assert to_mend["H2"].value.startswith("Họ và tên: chưa có họ tên")
    assert [cell.value for cell in findings[2]][:3] == [3, "lỗi", "Họ và tên"]
    to_mend["B2"], to_mend["D2"] = "Sùng A Páo", "28/02/2019"
    book.save(file)
    assert take(desk, file).imported == 1
    assert dossier_of(desk, "128").intake.owner.name == "Sùng A Páo"


def test_columns_set_by_a_person_are_kept_for_the_next_register_like_it(desk, written):
    head = ("Số", "Ai", "Việc", "Hôm nào")
    file = written(("1", "Lò A", "Khai sinh", "05/03/2019"), head=head)
    register = old_registers.open_register(desk, file)
    with pytest.raises(RuleViolation, match="Chưa biết cột nào là “Họ và tên” và “Ngày nhận”"):
        old_check.check(desk, register)
    told = {"owner": "Ai", "received": "hôm nào", "procedure": "Việc", "number": "Số"}
    old_import.import_register(desk, old_registers.with_columns(register, told), by=BY)
    again = old_registers.open_register(desk, file)
    assert again.remembered
    assert again.columns[Column.OWNER] == 1


@pytest.mark.parametrize(
    ("told", "code"),
    [({"tên": "Họ và tên"}, "no-such-column"), ({"owner": "Không có"}, "no-such-head")],
)
def test_a_column_that_is_not_there_is_told(desk, written, told, code):
    register = old_registers.open_register(desk, written(DONE))
    with pytest.raises(RuleViolation) as refused:
        old_registers.with_columns(register, told)
    assert refused.value.code == code


def test_a_register_that_was_written_on_since_stands_twice_until_somebody_decides(desk, written):
    kept = take(desk, written(DONE, LATE))
    noted = (*DONE[:-1], "ghi thêm sau")
    later = take(desk, written(noted, OPEN, name="so-2020.xlsx"))
    assert [one.entries for one in old_twice.waiting(desk)] == [1]
    gone_on = old_undo.undo_import(desk, later.run, "trùng", by=BY, only_twice=True)
    assert (gone_on.undone, gone_on.kept) == (1, ())
    assert old_twice.waiting(desk) == []
    assert {run.run: run.entries for run in old_import.imports(desk)} == {later.run: 1, kept.run: 2}
    with pytest.raises(RuleViolation) as refused:
        old_undo.undo_import(desk, later.run, "trùng", by=BY, only_twice=True)
    assert refused.value.code == "nothing-twice"


def overlapping(desk, written):
    """Three imports: what stands in the first two, and something else in the last two."""
    first = take(desk, written(DONE))
    middle = take(desk, written((*DONE[:-1], "ghi thêm"), LATE, name="so-2020.xlsx"))
    last = take(desk, written((*LATE[:-1], "ghi thêm"), name="so-2021.xlsx"))
    return first, middle, last


def test_what_stands_in_one_of_two_others_is_taken_back_without_the_rest(desk, written):
    first, middle, last = overlapping(desk, written)
    undone = old_undo.undo_import(
        desk, middle.run, "trùng", by=BY, only_twice=True, other=first.run
    )
    assert undone.undone == 1
    [left] = old_twice.waiting(desk)
    assert {left.first.run, left.second.run} == {middle.run, last.run}


def test_what_somebody_decided_to_keep_stays_when_the_rest_is_taken_back(desk, written):
    _first, middle, last = overlapping(desk, written)
    kept = next(
        one for one in old_twice.waiting(desk) if last.run in (one.first.run, one.second.run)
    )
    old_twice.keep(desk, kept, by=BY)
    assert old_undo.undo_import(desk, middle.run, "trùng", by=BY, only_twice=True).undone == 1
    entries = {run.run: run.entries for run in old_import.imports(desk)}
    assert entries[middle.run] == entries[last.run] == 1


def test_a_register_from_before_is_found_to_stand_twice_once_it_is_opened(desk, written, clock):
    take(desk, written(DONE))
    take(desk, written((*DONE[:-1], "ghi thêm"), name="so-khac.xlsx"))
    with desk.database.writing():
        desk.database.run("DELETE FROM review")
        desk.database.run("UPDATE dossier SET traits = ''")
        desk.database.run("UPDATE program SET version = '', kinds = ''")  # as its migration does
    newer = open_desk(desk.database.path.parent, clock)
    try:
        assert [one.entries for one in old_twice.waiting(newer)] == [1]
        assert newer.database.rows("SELECT DISTINCT traits FROM dossier") == [(Trait.OLD_BOOK,)]
    finally:
        newer.close()


def test_of_two_that_are_one_the_one_goes_that_nobody_worked_on(desk, written):
    take(desk, written(OPEN))
    later = take(desk, written((*OPEN[:-1], "ghi thêm"), name="so-khac.xlsx"))
    [twice] = old_twice.waiting(desk)
    finishing.record_result(desk, twice.dossier, by=BY)
    with pytest.raises(RuleViolation, match="hãy huỷ phần trùng ở lần nhập kia"):
        old_undo.undo_import(desk, later.run, "trùng", by=BY, only_twice=True)
    assert old_undo.undo_import(desk, twice.first.run, "trùng", by=BY, only_twice=True).undone == 1
    assert old_twice.waiting(desk) == []


@pytest.mark.parametrize(
    ("place", "cell"), [(0, "999"), (1, "Lò Thị May"), (2, "Chứng thực"), (3, "04/03/2019")]
)
def test_entries_that_differ_are_two(desk, written, place, cell):
    take(desk, written(DONE))
    take(desk, written((*DONE[:place], cell, *DONE[place + 1 :]), name="so-khac.xlsx"))
    assert old_twice.waiting(desk) == []


def test_an_import_that_was_stopped_goes_on_with_the_rest(desk, written, monkeypatch):
    monkeypatch.setattr(old_import, "_IN_ONE_COMMIT", 1)
    file = written(DONE, LATE, OPEN)

    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        take(desk, file, progress=stop)
    rest = take(desk, file)
    assert (rest.imported, rest.known) == (1, 2)


def test_a_register_in_old_letters_is_read_in_unicode(desk, tmp_path):
    rows = ["Hä vµ tªn,Ngµy nhËn", *(f"NguyÔn V¨n {n},05/03/2019" for n in ("An", "B×nh", "Chi"))]
    file = tmp_path / "so.csv"
    file.write_bytes("\n".join(rows).encode("cp1252"))
    assert take(desk, file).imported == 3
    assert [row.owner for row in lists.search(desk.database, "binh")] == ["Nguyễn Văn Bình"]


def test_a_row_in_old_letters_that_was_mended_comes_in_in_unicode(desk, tmp_path):
    rows = ["Hä vµ tªn,Ngµy nhËn", *(f"NguyÔn V¨n {n},05/03/2019" for n in ("An", "B×nh", "Chi"))]
    rows[2] = rows[2].replace("05/03", "31/02")
    (tmp_path / "so.csv").write_bytes("\n".join(rows).encode("cp1252"))
    register = old_registers.open_register(desk, tmp_path / "so.csv")
    file = tmp_path / "loi.xlsx"
    old_faults.save_faults(register, old_check.check(desk, register), file)
    book = openpyxl.load_workbook(file)
    assert book.worksheets[0]["A2"].value == "Nguyễn Văn Bình"
    book.worksheets[0]["B2"] = "28/02/2019"
    book.save(file)
    assert take(desk, file).imported == 1
    assert [row.owner for row in lists.search(desk.database, "binh")] == ["Nguyễn Văn Bình"]


def test_what_no_paper_could_show_stays_out(desk, written):
    strange = ("129", "Lò \u4e2d Mây", *DONE[2:])
    register = old_registers.open_register(desk, written(strange, DONE))
    [fault] = old_check.check(desk, register).faults
    assert (fault.row, fault.finding.column) == (2, Column.OWNER)
    assert "không in được lên giấy" in fault.words()


def test_a_file_made_to_burst_is_not_unpacked(desk, tmp_path):
    with zipfile.ZipFile(tmp_path / "so.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 50_000_000)
    with pytest.raises(RuleViolation, match="quá lớn khi mở ra"):
        old_registers.open_register(desk, tmp_path / "so.xlsx")


def test_clerks_ask_their_leader(desk, written):
    leader = next(one for one in sign_in.accounts(desk) if one.login == "quantri")
    sign_in.put_account(desk, Account(BY, "Lò Thị Mây", Role.CLERK), "2468", by=leader)
    register = old_registers.open_register(desk, written(DONE))
    with pytest.raises(RuleViolation, match="không được nhập sổ cũ"):
        old_import.import_register(desk, register, by=BY)


def test_new_dossiers_keep_their_codes(desk, written):
    take(desk, written(DONE))
    assert intake.register(desk, asking(), by=BY).code == "H40.16-260310-0001"


def test_who_is_blanked_is_not_told_by_the_words_that_the_book_had_for_a_procedure(desk, written):
    told = ("125", "Hoàng Thị Zim", "Khai sinh cho cháu Hoàng Zem, mẹ Hoàng Thị Zim", *DONE[3:])
    take(desk, written(told, name="ho so Hoàng Thị Zim.xlsx"))
    dossier = lookup.show(desk, "125").dossier.dossier_id

    blanked = redaction.redact(
        desk, dossier, RedactionGround.DECISION, decision="QĐ 1", decided_by="A", by="dòng lệnh"
    )

    assert blanked.intake.procedure.name == GONE
    kept = desk.database.path.read_bytes()
    assert not [word for word in ("Zim", "Zem") if word.encode() in kept]
    assert not safekeeping.verify(desk).faults


def test_the_first_sheet_with_entries_is_read_and_a_chart_is_none(desk, tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Bìa"
    sheet = book.create_sheet("2019")
    for row in (HEAD, DONE):
        sheet.append(row)
    chart = openpyxl.chart.BarChart()
    chart.add_data(openpyxl.chart.Reference(sheet, min_col=1, min_row=1, max_row=2))
    book.create_chartsheet("Biểu đồ", 0).add_chart(chart)
    book.save(tmp_path / "so.xlsx")

    cells = old_registers.open_register(desk, tmp_path / "so.xlsx").cells

    assert (cells.name, cells.names) == ("2019", ("Bìa", "2019"))
    with pytest.raises(RuleViolation) as refusal:
        old_registers.open_register(desk, tmp_path / "so.xlsx", "Bìa")
    assert refusal.value.code == "sheet-empty"


def test_a_register_of_excel_97_is_read_like_any_other(desk, tmp_path):
    file = tmp_path / "so.xls"
    file.write_bytes(
        xls_by_hand.workbook(
            [
                ["SỔ THEO DÕI HỒ SƠ NĂM 2019"],
                ["STT", "Họ và tên", "Số CMND", "Ngày nhận", "Ngày hẹn trả"],
                [1.0, "H’Hen Niê", 40123456.0, 43529.0, "08/03/2019"],
            ]
        )
    )
    assert take(desk, file).imported == 1
    (row,) = lists.search(desk.database, "hen nie")
    dossier = lookup.open_dossier(desk, row.dossier_id).dossier
    assert dossier.opened_at.date() == date(2019, 3, 5)
    assert dossier.intake.owner.identity == "040123456"


def test_a_register_of_libreoffice_is_read_like_any_other(desk, tmp_path):
    file = tmp_path / "so.ods"
    file.write_bytes(
        ods_by_hand.workbook(
            [
                ["SỔ THEO DÕI HỒ SƠ NĂM 2019"],
                ["STT", "Họ và tên", "Số CMND", "Ngày nhận", "Ngày hẹn trả"],
                [1, "H’Hen Niê", 40123456, date(2019, 3, 5), "08/03/2019"],
            ],
            tail=ods_by_hand.repeated("", rows=1_048_573, columns=16_384),
        )
    )
    assert take(desk, file).imported == 1
    (row,) = lists.search(desk.database, "hen nie")
    dossier = lookup.open_dossier(desk, row.dossier_id).dossier
    assert dossier.opened_at.date() == date(2019, 3, 5)
    assert dossier.intake.owner.identity == "040123456"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file-broken"),
        (b"PK\x03\x04 no archive", "file-broken"),
        (ods_by_hand.workbook([["Họ và tên"]])[:-30], "file-broken"),
        (ods_by_hand.packed("<office:document-content"), "file-broken"),
        (ods_by_hand.packed("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "file-broken"),
        (
            ods_by_hand.workbook([["Họ và tên"]], tail=ods_by_hand.repeated("a", 1_000, 16_000)),
            "file-too-large",
        ),
        (
            ods_by_hand.workbook(
                [["Họ và tên"]],
                tail=ods_by_hand.repeated("", 1_000_000) + ods_by_hand.repeated("a", 1, 40),
            ),
            "file-too-large",
        ),
    ],
    ids=["empty", "no archive", "cut", "no XML", "entities", "vast", "far down"],
)
def test_a_register_of_libreoffice_that_cannot_be_is_told(desk, tmp_path, content, code):
    file = tmp_path / "so.ods"
    file.write_bytes(content)
    with pytest.raises(RuleViolation) as refusal:
        old_registers.open_register(desk, file)
    assert refusal.value.code == code


@pytest.mark.parametrize("place", [600, 1100, 1500])
def test_a_damaged_register_of_excel_97_is_told_as_broken(desk, tmp_path, place):
    whole = xls_by_hand.workbook([["Họ và tên", "Ngày nhận"], ["Lò Thị Lan", "05/03/2019"]])
    file = tmp_path / "so.xls"
    file.write_bytes(whole[:place])
    with pytest.raises(RuleViolation) as refusal:
        old_registers.open_register(desk, file)
    assert refusal.value.code == "file-broken"


def test_a_workbook_in_which_the_reader_loses_its_way_is_told_as_broken(desk, tmp_path):
    whole = bytearray(xls_by_hand.workbook([["Họ và tên"]]))
    # The globals say that the sheet begins far behind the end of the file.
    at = whole.index(b"\x85\x00")
    whole[at + 4 : at + 8] = b"\x00\x00\x40\x00"
    file = tmp_path / "so.xls"
    file.write_bytes(whole)
    with pytest.raises(RuleViolation) as refusal:
        old_registers.open_register(desk, file)
    assert refusal.value.code == "file-broken"
