"""Books and lists out of a real register, and their PDFs read back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from at_the_counter import BIRTH, BY, SINGLE_STATUS
from pdf_reading import text_of
from reception.domain.applicant import Address, Party
from reception.domain.certification import Matter
from reception.domain.custody import Holder, HolderKind
from reception.domain.dossier_events import PaidBy
from reception.domain.errors import RuleViolation
from reception.domain.hamlets import hamlet_of
from reception.domain.intake import ReturnBy
from reception.domain.list_frame import Period
from reception.domain.moments import parse_moment
from reception.services import (
    books,
    certification,
    finishing,
    forms,
    intake,
    mending,
    passing_on,
)
from reception.services.certification import CertificationRequest, WantedItem
from reception.services.drawing_up import BookQuery
from reception.services.intake_request import IntakeRequest

OFFICE = Holder(HolderKind.OFFICE, "Phòng Văn hóa - Xã hội")
TODAY = date(2026, 3, 10)
DAY = Period(TODAY, TODAY)


def come(desk, name: str, *, at: str = "2026-03-10T08:00", line: str = "", **more):
    """A dossier of a person who lives at an address line."""
    address = Address(line=line, commune="Xã Mường Lay", province="Tỉnh Điện Biên")
    owner = Party(name, phone="0912345678", address=address)
    procedure = more.pop("procedure", BIRTH)
    asked = IntakeRequest(procedure, owner, received_at=parse_moment(at), **more)
    return intake.register(desk, asked, by=BY)


def drawn(desk, name: str, period: Period = DAY, **more):
    return books.volumes(desk, BookQuery(name, period, **more), by="quantri")


# --- the register ---------------------------------------------------------------------------------


def test_the_register_holds_what_was_received_in_the_period_and_nothing_else(desk):
    come(desk, "H’Hen Niê", at="2026-03-06T09:00")
    first = come(desk, "Đỗ Thị Ưởng", at="2026-03-09T08:00", line="Bản Nậm Cản")
    second = come(desk, "Y Ka Ly", at="2026-03-10T08:00", return_by=ReturnBy.POST)
    intake.guide(
        desk, IntakeRequest(BIRTH, Party("Ai Khác")), wanted=["Tờ khai"], reason="thiếu", by=BY
    )

    [volume] = drawn(desk, forms.REGISTER, Period(date(2026, 3, 9), TODAY))

    assert [row.code for row in volume.rows] == [first.code, second.code]
    text = text_of(books.pdf([volume]))
    for words in ("SỔ THEO DÕI HỒ SƠ", "Bản Nậm Cản", "Đỗ Thị Ưởng", "Bưu chính", "17:30"):
        assert words in text
    assert "UBND xã Mường Lay" in text
    # The one before has number 1 of the year.
    assert "từ số thứ tự 2 đến số thứ tự 3" in text


def test_a_register_is_cut_where_the_year_ends_and_where_another_form_begins(desk):
    come(desk, "Trước Thông tư", at="2025-09-12T08:00")
    come(desk, "Sau Thông tư", at="2025-09-16T08:00")
    come(desk, "Năm mới", at="2026-01-05T08:00")

    old, new, next_year = drawn(desk, forms.REGISTER, Period(date(2025, 9, 1), date(2026, 1, 31)))

    assert [row.applicant for row in old.rows] == ["Trước Thông tư"]
    assert "Ghi chú" in text_of(books.pdf([old]))
    assert "/STD-TTPVHCC" in new.paper.number
    assert new.paper.blocks[1].rows[0][0] == "2"
    assert next_year.paper.blocks[1].rows[0][0] == "1"


def test_a_long_register_goes_on_in_another_volume(desk, monkeypatch):
    monkeypatch.setattr(books, "IN_ONE_VOLUME", 2)
    for n in range(5):
        come(desk, f"Người thứ {n}")

    made = drawn(desk, forms.REGISTER)

    assert [len(volume.rows) for volume in made] == [2, 2, 1]
    assert made[2].paper.blocks[1].rows[0][0] == "5"
    assert "từ số thứ tự 5 đến số thứ tự 5" in text_of(books.pdf(made))


def test_a_field_and_an_empty_period_and_what_was_undone(desk, clock):
    birth = come(desk, "Đỗ Thị Ưởng")
    clock.set_to("2026-03-10T09:02")
    undone = intake.register(desk, IntakeRequest(SINGLE_STATUS, Party("Nhầm")), by=BY)
    mending.undo(desk, undone.dossier_id, reason="nhập nhầm", by=BY, paper_returned=True)
    field = birth.intake.procedure.field

    [volume] = drawn(desk, forms.REGISTER, field=field)
    signed = {row.code: row.signed for row in volume.rows}
    assert signed[birth.code] == ""
    assert signed.get(undone.code, "Đã huỷ") == "Đã huỷ"
    [empty] = drawn(desk, forms.REGISTER, field="Không có lĩnh vực này")
    assert "(Không có)" in text_of(books.pdf([empty]))


@pytest.mark.parametrize(
    ("period", "code"),
    [
        (Period(TODAY, TODAY - timedelta(days=1)), "period-turned"),
        (Period(date(2020, 1, 1), TODAY), "period-too-long"),
    ],
)
def test_an_impossible_period_is_refused(desk, period, code):
    with pytest.raises(RuleViolation) as refused:
        drawn(desk, forms.REGISTER, period)
    assert refused.value.code == code


def test_reading_tells_how_far_it_is_and_stops_when_told(desk):
    for n in range(3):
        come(desk, f"Người thứ {n}")
    told: list[tuple[int, int]] = []
    query = BookQuery(forms.REGISTER, DAY)
    books.volumes(desk, query, by="", progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 3), (1, 3), (2, 3)]

    def enough(_done, _total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        books.volumes(desk, query, by="", progress=enough)


def test_writing_the_pages_tells_how_far_it_is_and_stops_when_told(desk):
    for n in range(30):
        come(desk, f"Người thứ {n}")
    made = drawn(desk, forms.REGISTER)
    told: list[tuple[int, int]] = []
    books.pdf(made, lambda done, total: told.append((done, total)))
    # Half of it sets rows, half of it writes sheets.
    assert [done for done, _total in told] == sorted(done for done, _total in told)
    assert {total for _done, total in told} == {60}
    assert told[29] == (30, 60)
    assert len(told) > 31
    assert told[-1] == (60, 60)

    def enough_when(place):
        def enough(done, _total):
            if done >= place:
                raise KeyboardInterrupt

        return enough

    for place in (10, 31):
        with pytest.raises(KeyboardInterrupt):
            books.pdf(made, enough_when(place))


# --- results on their way out ---------------------------------------------------------------------


def test_uncollected_results_stand_hamlet_by_hamlet(desk, clock):
    people = (
        ("Lò Văn Hặc", "Bản Ten"),
        ("Vừ Thị Mỷ", "số 4, tổ 2, bản ten"),
        ("Phạm Quốc Ước", ""),
        ("Giàng A Pháo", "Bản Huổi Hộc"),
    )
    for name, line in people:
        dossier = come(desk, name, line=line)
        finishing.record_result(desk, dossier.dossier_id, by=BY)
    come(desk, "Chưa Có Kết Quả", line="Bản Ten")

    [volume] = drawn(desk, forms.CALL_LIST)

    assert {row.name for row in volume.rows} == {name for name, _line in people}
    text = text_of(books.pdf([volume]))
    assert "Bản Ten (2 hồ sơ)" in text
    assert text.index("Giàng A Pháo") < text.index("Lò Văn Hặc") < text.index("Phạm Quốc Ước")
    assert "Chưa rõ" in text
    assert "0912345678" in text
    # Nothing waits for a working day yet; on the next one all does.
    assert drawn(desk, forms.CALL_LIST, days=1)[0].rows == ()
    clock.set_to("2026-03-11T09:00")
    assert len(drawn(desk, forms.CALL_LIST, days=1)[0].rows) == 4


def test_what_is_with_the_post_is_not_called_for_until_it_comes_back(desk):
    dossier = come(desk, "Lò Văn Hặc")
    finishing.record_result(desk, dossier.dossier_id, by=BY)
    finishing.post(desk, dossier.dossier_id, "RH1234VN", by=BY)
    assert drawn(desk, forms.CALL_LIST)[0].rows == ()
    finishing.reconcile_post(desk, dossier.dossier_id, "RH1234VN", delivered=False, by=BY)
    assert len(drawn(desk, forms.CALL_LIST)[0].rows) == 1


@pytest.mark.parametrize(
    ("line", "hamlet"),
    [
        ("Thôn 3", "Thôn 3"),
        ("số 12, tổ dân phố 5", "Tổ dân phố 5"),
        ("Số nhà 5 tổ 3 thôn Nà Lầu", "Thôn Nà Lầu"),
        ("buôn Ƀă", "Buôn Ƀă"),
        ("thon Na Lau", "Thon Na Lau"),
        ("làng Kon Klor", "Làng Kon Klor"),
        ("12 đường 2/9, khu phố 4", "Khu phố 4"),
        ("ấp 3", "Ấp 3"),
        ("Xã Bản Hồ", ""),
        ("Ban quản lý dự án", ""),
        ("", ""),
    ],
)
def test_the_hamlet_of_an_address(line, hamlet):
    assert hamlet_of(Address(line=line)) == hamlet


def test_a_postal_list_of_a_day_tells_what_the_post_answered(desk, clock):
    sent = [come(desk, name, line="Bản Ten") for name in ("Lò Văn Hặc", "Y Ka Ly")]
    for n, dossier in enumerate(sent):
        finishing.record_result(desk, dossier.dossier_id, by=BY, result="Giấy khai sinh")
        finishing.post(desk, dossier.dossier_id, f"RH{n}234VN", by=BY)
    clock.set_to("2026-03-12T09:00")
    finishing.reconcile_post(
        desk, sent[0].dossier_id, "RH0234VN", delivered=True, by=BY, note="vợ nhận"
    )

    [volume] = drawn(desk, forms.POSTAL_LIST)

    assert [row.answer for row in volume.rows] == ["Đã phát 12/03/2026: vợ nhận", ""]
    text = text_of(books.pdf([volume]))
    for words in ("RH0234VN", "RH1234VN", "Giấy khai sinh", "Liên 2", "Đã phát"):
        assert words in text


def test_what_the_post_never_answered_is_asked_for(desk, clock):
    dossier = come(desk, "Lò Văn Hặc")
    finishing.record_result(desk, dossier.dossier_id, by=BY)
    finishing.post(desk, dossier.dossier_id, "RH1234VN", by=BY)
    assert drawn(desk, forms.POSTAL_LIST, days=3)[0].rows == ()

    clock.set_to("2026-03-16T09:00")
    [volume] = drawn(desk, forms.POSTAL_LIST, days=3)
    text = text_of(books.pdf([volume]))
    assert "CHƯA CÓ TRẢ LỜI CỦA BƯU ĐIỆN" in text
    assert "RH1234VN" in text
    assert "10/03/2026" in text


def test_results_come_back_on_a_slip_for_each_giver(desk):
    away = come(desk, "Lò Văn Hặc", line="Bản Ten", fee_vnd=15_000)
    passing_on.forward(desk, away.dossier_id, OFFICE, by=BY)
    here = come(desk, "Y Ka Ly", return_by=ReturnBy.POST)
    for dossier in (away, here):
        finishing.record_result(desk, dossier.dossier_id, by=BY, result="Trích lục", number="7")

    of_office, of_desk = drawn(desk, forms.RESULT_HANDOVER_LIST)

    assert [row.owner for row in of_office.rows] == ["Lò Văn Hặc"]
    assert [row.by_post for row in of_desk.rows] == [True]
    text = text_of(books.pdf([of_office]))
    for words in ("Phòng Văn hóa - Xã hội", "Trích lục số 7", "15.000", "Lò Văn Hặc"):
        assert words in text
    [only] = drawn(desk, forms.RESULT_HANDOVER_LIST, holder=OFFICE.name)
    assert only.rows == of_office.rows


# --- the day's cash -------------------------------------------------------------------------------


def test_the_cash_of_a_day_by_procedure_and_by_clerk(desk, clock):
    for name, by, way in (("A", "lan", PaidBy.CASH), ("B", "hoa", PaidBy.TRANSFER)):
        dossier = come(desk, f"Người {name}", fee_vnd=15_000)
        finishing.settle_fee(desk, dossier.dossier_id, by=by, paid_by=way)
    other = come(desk, "Người C", procedure=SINGLE_STATUS, fee_vnd=8_000)
    finishing.settle_fee(desk, other.dossier_id, by="lan")

    [volume] = drawn(desk, forms.CASH_COUNT, opening_vnd=200_000)

    assert sorted((row.number, row.cash_vnd, row.transfer_vnd) for row in volume.rows) == [
        (1, 8_000, 0),
        (2, 15_000, 15_000),
    ]
    text = text_of(books.pdf([volume]))
    for words in ("38.000", "223.000", "Ba mươi tám nghìn đồng"):
        assert words in text
    [of_hoa] = drawn(desk, forms.CASH_COUNT, clerk="hoa")
    assert [(row.cash_vnd, row.transfer_vnd) for row in of_hoa.rows] == [(0, 15_000)]
    clock.set_to("2026-03-11T09:00")
    later = Period(date(2026, 3, 11), date(2026, 3, 11))
    assert drawn(desk, forms.CASH_COUNT, later)[0].rows == ()


def test_certification_fees_are_in_the_cash_and_in_their_book(desk):
    diploma = WantedItem("Bằng tốt nghiệp", 2, 60)
    asked = CertificationRequest(Matter.COPY, Party("Đỗ Thị Ưởng"), (diploma,))
    done = certification.certify(desk, asked, by="lan")
    [volume] = drawn(desk, forms.CASH_COUNT)
    assert sum(row.cash_vnd for row in volume.rows) == done.certification.fee_vnd > 0
    [book] = drawn(desk, forms.CERTIFICATION_BOOK)
    assert [row.applicant for row in book.rows] == ["Đỗ Thị Ưởng"]
    assert drawn(desk, forms.CASH_COUNT, clerk="quantri")[0].rows == ()
    with pytest.raises(RuleViolation) as refused:
        drawn(desk, forms.CASH_COUNT, clerk="nobody")
    assert refused.value.code == "unknown-taker"
    assert refused.value.text.endswith("đã thu: lan.")
    # It has a book of its own, so the register leaves it out.
    assert drawn(desk, forms.REGISTER)[0].rows == ()
