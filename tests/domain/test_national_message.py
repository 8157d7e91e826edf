"""What the portal is told of a dossier's life, field by field."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from invented_dossier import DUE_AT, INTAKE, RECEIVED, RECEIVED_AT
from national_portal import TAKEN, Portal
from reception.domain.accounts import Account, Role
from reception.domain.applicant import Party, PartyKind
from reception.domain.certification import Certification, CertificationKind, CertifiedItem
from reception.domain.custody import Holder, HolderKind
from reception.domain.delay import Cause, Ground
from reception.domain.dossier_events import (
    Apologised,
    Extended,
    FeeSettled,
    Forwarded,
    HandedOver,
    Moment,
    PaidBy,
    PaperIssued,
    Rejected,
    ResultRecorded,
    Resumed,
    ScanAttached,
    SentBack,
    Stopped,
    SupplementReceived,
    SupplementRequested,
    Suspended,
    TimeCorrected,
)
from reception.domain.errors import RuleViolation
from reception.domain.intake import Channel, ReturnBy, SubmittedPaper
from reception.domain.intake_events import Certified, Guided, ReceiptUndone, Refused
from reception.domain.life import evolve
from reception.domain.moments import parse_moment
from reception.domain.national_course import Happening, course_of
from reception.domain.national_message import Service, messages
from reception.domain.national_record import Sender
from reception.domain.national_status import table_on
from reception.domain.promise import Promise, StageDue
from reception.domain.time_limit import TimeLimit, Unit
from reception.services.set_up import office_named

OFFICE = "Trung tâm Phục vụ hành chính công xã Mường Lay"
PEOPLE = {"may": Account("may", "Lường Thị Mây", Role.CLERK, active=True)}
SENDER = Sender(office_named("Xã Mường Lay", "H40.16"), PEOPLE)
CODE, TABLE = RECEIVED.code, table_on(date(2026, 3, 10))
NEXT = RECEIVED_AT + timedelta(hours=1)
LATER_DUE = DUE_AT + timedelta(days=5)
LAND = Holder(HolderKind.ABOVE, "Chi nhánh Văn phòng đăng ký đất đai")
RECEIVED_RECORD = {
    "MaHoSo": "H40.16-260213-0001",
    "MaTTHC": "1.004873",
    "TenTTHC": "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân",
    "MaLinhVuc": "",
    "TenLinhVuc": "Hộ tịch",
    "KenhThucHien": "1",
    "ChuHoSo": "H'Hen Niê",
    "LoaiDoiTuong": "1",
    "MaDoiTuong": "",
    "DinhDanhCHS": [{"LoaiDinhDanh": "1", "SoDinhDanh": "066199012345"}],
    "Email": "",
    "Fax": "",
    "SoDienThoai": "0912345678",
    "TrichYeuHoSo": "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân",
    "ThongTinKhac": "",
    "GhiChu": "",
    "NgayNopHoSo": "20260213140000",
    "NgayTiepNhan": "20260213140000",
    "NgayHenTra": "20260225173000",
    "NgayTra": "",
    "NgayKetThucXuLy": "",
    "NgayTuChoi": "",
    "TrangThaiHoSo": "2",
    "ThongTinTra": "",
    "HinhThuc": "0",
    "DonViXuLy": OFFICE,
    "NoiNopHoSo": "2",
    "HoSoCoThanhPhanSoHoa": "0",
    "TaiKhoanDuocXacThucVoiVNeID": "0",
    "DuocThanhToanTrucTuyen": "0",
    "TaiLieuNop": [],
    "DanhSachLePhi": [
        {
            "TenPhiLePhi": "Phí, lệ phí",
            "MaPhiLePhi": "",
            "HinhThucThu": "",
            "Gia": "5000",
            "LoaiPhiLePhi": "",
        }
    ],
    "DanhSachTepDinhKemKhac": [
        {"TenGiayTo": "Tờ khai", "SoLuong": "1", "LoaiGiayTo": "Bản chính"},
        {"TenGiayTo": "Bản sao căn cước", "SoLuong": "1", "LoaiGiayTo": "Bản sao"},
    ],
    "DanhSachHoSoBoSung": [],
    "DanhSachGiayToKetQua": [],
    "DSKetNoiCSDL": [],
}
RECEIVED_STEP = {
    "MaHoSo": CODE,
    "NguoiXuLy": "Lường Thị Mây",
    "ChucDanh": "Cán bộ tiếp nhận",
    "ThoiDiemXuLy": "20260213140000",
    "PhongBanXuLy": OFFICE,
    "NoiDungXuLy": "Tiếp nhận hồ sơ",
    "TrangThai": "2",
    "NgayBatDau": "20260213140000",
    "NgayKetThucTheoQuyDinh": "20260225173000",
}


def course(*happened):
    return course_of(lived(happened, "may"), TABLE)


def lived(happened, by):
    """The events with the dossier after each; one that cannot follow leaves it as it was."""
    dossier = None
    for number, event in enumerate(happened):
        with suppress(RuleViolation):
            dossier = evolve(dossier, "d", event)
        if dossier:
            yield Happening(str(number), event, by, dossier)


def told(*happened, before=(), since=None):
    """The messages after events that were told up to some of them, checked by the stand-in."""
    portal = Portal()
    earlier = course(*before) if before else None
    if earlier:
        for message in messages(None, earlier, SENDER, since=since):
            portal.answer(message.body())
    found = messages(earlier, course(*before, *happened), SENDER, since=since)
    for message in found:
        assert portal.answer(message.body()) == TAKEN, message
    return [message.body() for message in found]


def only(*happened, before=(RECEIVED,)):
    """The one record and its one new step."""
    record, progress = told(*happened, before=before)
    [fields], [step] = record["data"], progress["data"]
    return fields, step


def assert_only_changed(fields, **changes):
    assert fields == {**RECEIVED_RECORD, **changes}


def test_a_received_dossier():
    record, progress = told(RECEIVED)

    assert record == {
        "service": "DongBoHoSoMC",
        "madonvi": "H40.16",
        "isUpdating": "False",
        "data": [RECEIVED_RECORD],
    }
    assert progress == {
        "service": "CapNhatTienDoHoSoMC",
        "madonvi": "H40.16",
        "data": [RECEIVED_STEP],
    }


def test_what_the_format_does_not_ask_for_does_not_leave():
    owner = replace(INTAKE.owner, born="29/03/1987", sex="nữ", card="066|…", email="hen@example.vn")
    helper = Party("Y Ka Ly", identity="066199099999", phone="0987000111")
    intake = replace(
        INTAKE, owner=owner, submitter=helper, authorisation="giấy uỷ quyền 5",
        request="xác nhận để kết hôn với ông Lò Văn Păn", notes="gọi sau 17 giờ",
        return_by=ReturnBy.POST, return_to="Buôn Ky, hẻm 7",
    )  # fmt: skip
    life = (
        replace(RECEIVED, intake=intake),
        Forwarded(NEXT, Holder(HolderKind.SPECIALIST, "Vàng A Lử", "lu"), note="nhờ xem kỹ"),
        SupplementRequested(NEXT, "0001/2026/PBS", ("Tờ khai",), "ông Păn chưa ly hôn"),
        SupplementReceived(NEXT, intake.papers, Promise(LATER_DUE, NEXT)),
        ScanAttached(NEXT, "ab" * 32, "CCCD của H'Hen.pdf", "application/pdf", 1234),
        Rejected(NEXT, "0001/2026/PTC", "bà Păn khiếu nại"),
        HandedOver(NEXT, "Y Ka Ly", "066199099999", "giấy uỷ quyền 6"),
    )
    text = json.dumps([body["data"] for body in told(*life)], ensure_ascii=False)

    for kept in ("Buôn Ky", "Thành Nhất", "1987", "nữ", "066|", "Y Ka Ly", "066199099999",
                 "0987000111", "uỷ quyền", "Păn", "17 giờ", "hẻm 7", "Lử", "xem kỹ",
                 "CCCD của"):  # fmt: skip
        assert kept not in text, kept
    assert "hen@example.vn" in text


def test_a_supplement_is_asked_for_and_comes_in():
    asked = SupplementRequested(NEXT, "0001/2026/PBS", ("Trích lục", "Ảnh"), "thiếu")
    fields, step = only(asked)
    [entry] = fields["DanhSachHoSoBoSung"]

    assert_only_changed(fields, TrangThaiHoSo="5", DanhSachHoSoBoSung=[entry])
    assert entry == {
        "HoSoBoSungId": "0001/2026/PBS",
        "NguoiYeuCauBoSung": "Lường Thị Mây",
        "NoiDungBoSung": "Trích lục; Ảnh",
        "NgayBoSung": "20260213150000",
        "NguoiTiepNhanBoSung": "",
        "ThongTinTiepNhan": "",
        "NgayTiepNhanBoSung": "",
        "TrangThaiBoSung": "0",
        "DanhSachGiayToBoSung": [],
        "DanhSachLePhiBoSung": [],
        "NgayHenTraTruoc": "20260225173000",
        "NgayHenTraMoi": "",
    }
    assert (step["TrangThai"], step["NoiDungXuLy"]) == ("5", "Yêu cầu bổ sung hồ sơ")
    assert (step["PhongBanXuLy"], step["NgayKetThucTheoQuyDinh"]) == (OFFICE, "")

    papers = (*INTAKE.papers, SubmittedPaper("Trích lục", 0, 2))
    supplied = SupplementReceived(NEXT + timedelta(days=2), papers, Promise(LATER_DUE, NEXT))
    fields, step = only(supplied, before=(RECEIVED, asked))
    assert fields["DanhSachHoSoBoSung"] == [
        {
            **entry,
            "NguoiTiepNhanBoSung": "Lường Thị Mây",
            "NgayTiepNhanBoSung": "20260215150000",
            "TrangThaiBoSung": "1",
            "NgayHenTraMoi": "20260302173000",
        }
    ]
    assert (fields["TrangThaiHoSo"], fields["NgayHenTra"]) == ("4", "20260302173000")
    assert fields["DanhSachTepDinhKemKhac"][-1]["SoLuong"] == "2"
    assert (step["TrangThai"], step["NgayKetThucTheoQuyDinh"]) == ("4", "20260302173000")


@pytest.mark.parametrize(
    ("ground", "status", "said"),
    [
        (Ground.FINANCIAL_OBLIGATION, "6", "chờ người nộp thực hiện nghĩa vụ tài chính"),
        (Ground.VERIFICATION, "4", "thẩm tra, xác minh tại thực địa"),
    ],
)
def test_a_suspended_dossier_is_not_at_its_end(ground, status, said):
    stopped = Suspended(NEXT, ground, note="bà Păn nợ thuế")
    fields, step = only(stopped)

    assert_only_changed(fields, TrangThaiHoSo=status)
    assert (step["TrangThai"], step["NoiDungXuLy"]) == (status, f"Tạm dừng tính thời hạn: {said}")
    assert step["NgayKetThucTheoQuyDinh"] == ""

    resumed = Resumed(NEXT + timedelta(days=1), Promise(LATER_DUE, NEXT))
    fields, step = only(resumed, before=(RECEIVED, stopped))
    assert_only_changed(fields, TrangThaiHoSo="4", NgayHenTra="20260302173000")
    assert step["NgayKetThucTheoQuyDinh"] == "20260302173000"


def test_an_apology_for_an_overdue_dossier_leaves_its_due_moment_as_it_was():
    signed = Apologised(
        DUE_AT + timedelta(hours=1), "0001/2026/PXL", Cause.STAFF, "Phòng Kinh tế", "ốm",
        LATER_DUE, "Lò A", "Chủ tịch", late_because="bão",
    )  # fmt: skip
    [progress] = told(signed, before=(RECEIVED,))
    [step] = progress["data"]

    assert step == {
        **RECEIVED_STEP,
        "ThoiDiemXuLy": "20260225183000",
        "NoiDungXuLy": "Xin lỗi và hẹn lại ngày trả kết quả: 17:30 02/03/2026",
    }

    done = ResultRecorded(DUE_AT + timedelta(days=2), "Giấy xác nhận", "12/GXN")
    fields, _ = only(done, before=(RECEIVED, signed))
    assert fields["NgayHenTra"] == "20260225173000"
    assert fields["NgayKetThucXuLy"] == "20260227173000"


def test_a_result_is_ready_and_handed_over():
    ready = ResultRecorded(NEXT, "Giấy xác nhận", "12/GXN")
    fields, step = only(ready)
    result = {
        "TenGiayTo": "Giấy xác nhận",
        "MaThanhPhanHoSo": "",
        "GiayToId": "",
        "DuongDanTepTinKetQua": "",
        "MaGiayToKetQua": "",
    }

    assert_only_changed(
        fields,
        TrangThaiHoSo="9",
        NgayKetThucXuLy="20260213150000",
        DanhSachGiayToKetQua=[result],
    )
    assert (step["TrangThai"], step["NoiDungXuLy"]) == ("9", "Có kết quả")

    fields, step = only(
        HandedOver(NEXT + timedelta(hours=1), "H'Hen Niê"), before=(RECEIVED, ready)
    )
    assert_only_changed(
        fields,
        TrangThaiHoSo="10",
        NgayKetThucXuLy="20260213150000",
        NgayTra="20260213160000",
        DanhSachGiayToKetQua=[result],
    )
    assert (step["TrangThai"], step["ThoiDiemXuLy"]) == ("10", "20260213160000")


def test_a_result_that_goes_back_is_no_result_any_more():
    ready = ResultRecorded(NEXT, "Giấy xác nhận")
    back = SentBack(NEXT, Holder(HolderKind.OFFICE, "Phòng Kinh tế"), "sai tên")
    forwarded = Forwarded(NEXT, Holder(HolderKind.OFFICE, "Phòng Kinh tế"))
    fields, step = only(back, before=(RECEIVED, forwarded, ready))

    assert_only_changed(fields, TrangThaiHoSo="4")
    assert (step["TrangThai"], step["NoiDungXuLy"]) == ("4", "Trả lại bước trước")


def test_a_refusal_after_appraisal_is_a_result_and_says_when():
    fields, step = only(Rejected(NEXT, "0001/2026/PTC", "không đủ điều kiện"))
    [result] = fields["DanhSachGiayToKetQua"]

    assert_only_changed(
        fields,
        TrangThaiHoSo="9",
        NgayKetThucXuLy="20260213150000",
        NgayTuChoi="20260213150000",
        DanhSachGiayToKetQua=[result],
    )
    assert result["TenGiayTo"] == "Phiếu từ chối tiếp nhận giải quyết hồ sơ"
    assert step["NoiDungXuLy"] == "Từ chối giải quyết"


def test_a_refusal_while_a_supplement_is_awaited():
    asked = SupplementRequested(NEXT, "0001/2026/PBS", ("Ảnh",), "thiếu")
    fields, step = only(Rejected(NEXT, "0001/2026/PTC", "quá hạn"), before=(RECEIVED, asked))

    assert (fields["TrangThaiHoSo"], step["TrangThai"]) == ("9", "9")


def test_a_withdrawn_dossier():
    fields, step = only(Stopped(NEXT, "0001/2026/TBD", "đơn tại quầy", "đổi ý"))

    assert_only_changed(fields, TrangThaiHoSo="7", NgayKetThucXuLy="20260213150000")
    assert (step["TrangThai"], step["NoiDungXuLy"]) == ("7", "Dừng giải quyết theo yêu cầu")


@pytest.mark.parametrize(
    "opening",
    [
        Guided("0001/2026/PBS", INTAKE, ("Ảnh",), "thiếu", RECEIVED_AT, "2025"),
        Refused("0001/2026/PTC", INTAKE, "không thuộc thẩm quyền", RECEIVED_AT, "2025"),
    ],
)
def test_what_was_never_received_has_no_code_and_is_not_sent(opening):
    assert told(opening) == []


def test_a_receipt_that_was_undone_is_told_only_where_it_had_been_told():
    undone = ReceiptUndone(NEXT, "nhầm người", paper_returned=True)
    assert told(RECEIVED, undone) == []

    fields, step = only(undone)
    assert_only_changed(fields, TrangThaiHoSo="3")
    assert (step["TrangThai"], step["NoiDungXuLy"]) == ("3", "Huỷ tiếp nhận do nhầm lẫn")


def test_a_linked_procedure_tells_whose_stage_it_is_and_by_when():
    limit = TimeLimit(Decimal(1), Unit.WORKING_DAY)
    stages = (
        StageDue("UBND xã", limit, RECEIVED_AT, RECEIVED_AT + timedelta(days=3)),
        StageDue(LAND.name, limit, NEXT, parse_moment("2026-02-20T17:30")),
    )
    received = replace(RECEIVED, promise=replace(RECEIVED.promise, stages=stages))
    record, progress = told(received, Forwarded(NEXT, LAND, stage=1))
    first, second = progress["data"]

    assert record["data"] == [{**RECEIVED_RECORD, "TrangThaiHoSo": "4"}]
    assert first["TrangThai"] == "2"
    assert second == {
        "MaHoSo": CODE,
        "NguoiXuLy": "Lường Thị Mây",
        "ChucDanh": "Cán bộ tiếp nhận",
        "ThoiDiemXuLy": "20260213150000",
        "PhongBanXuLy": LAND.name,
        "NoiDungXuLy": f"Chuyển hồ sơ: đến {LAND.name}",
        "TrangThai": "4",
        "NgayBatDau": "20260213150000",
        "NgayKetThucTheoQuyDinh": "20260220173000",
    }


def test_a_certification_is_sent_whole_with_three_steps_of_one_moment():
    item = CertifiedItem(12, "Bằng tốt nghiệp", 2, 3, 15000)
    event = Certified(
        CODE, replace(INTAKE, owner=Party("Đỗ Thị Ưởng"), fee_vnd=15000), RECEIVED_AT, "2025",
        Certification(CertificationKind.COPY, "01/2026-SCT/BS", (item,)),
    )  # fmt: skip
    record, progress = told(event)
    [fields] = record["data"]

    assert (fields["TrangThaiHoSo"], fields["NgayHenTra"]) == ("10", "")
    assert fields["NgayTiepNhan"] == fields["NgayKetThucXuLy"] == fields["NgayTra"]
    assert (fields["ChuHoSo"], fields["DinhDanhCHS"]) == ("Đỗ Thị Ưởng", [])
    assert [step["TrangThai"] for step in progress["data"]] == ["2", "9", "10"]
    assert {step["ThoiDiemXuLy"] for step in progress["data"]} == {"20260213140000"}


@pytest.mark.parametrize(
    ("kind", "identity", "told_as"),
    [
        (PartyKind.PERSON, "066199012345", [{"LoaiDinhDanh": "1", "SoDinhDanh": "066199012345"}]),
        (PartyKind.PERSON, "240123456", [{"LoaiDinhDanh": "2", "SoDinhDanh": "240123456"}]),
        (PartyKind.PERSON, "C1234567", []),
        (PartyKind.PERSON, "", []),
        (PartyKind.BUSINESS, "5900123456", []),
        (PartyKind.BUSINESS, "590012345", []),
    ],
)
def test_a_number_without_a_kind_is_not_sent_and_none_is_made_up(kind, identity, told_as):
    owner = replace(INTAKE.owner, kind=kind, identity=identity)
    record, _ = told(replace(RECEIVED, intake=replace(INTAKE, owner=owner)))

    assert record["data"][0]["DinhDanhCHS"] == told_as


@pytest.mark.parametrize(
    ("channel", "way", "place"),
    [
        (Channel.COUNTER, "1", "2"), (Channel.POST, "3", "2"), (Channel.ONLINE_FULL, "2", "1"),
        (Channel.ONLINE_PART, "2", "1"), (Channel.OTHER, "", "2"),
    ],
)  # fmt: skip
def test_the_road_by_which_it_came(channel, way, place):
    intake = replace(INTAKE, channel=channel, return_by=ReturnBy.POST)
    sent_at = RECEIVED_AT - timedelta(hours=5)
    record, _ = told(replace(RECEIVED, intake=intake, submitted_at=sent_at))
    [fields] = record["data"]

    assert (fields["KenhThucHien"], fields["NoiNopHoSo"], fields["HinhThuc"]) == (way, place, "1")
    assert (fields["NgayNopHoSo"], fields["NgayTiepNhan"]) == ("20260213090000", "20260213140000")


def test_scans_and_fees_update_the_record_without_a_step():
    [record] = told(
        ScanAttached(NEXT, "ab" * 32, "to khai.pdf", "application/pdf", 1234),
        FeeSettled(NEXT, 5000, PaidBy.ONLINE),
        before=(RECEIVED,),
    )
    [fields] = record["data"]

    assert record["isUpdating"] == "True"
    assert fields["TaiLieuNop"] == [
        {
            "TepDinhKemId": "ab" * 32,
            "TenTepDinhKem": "giay-to-1.pdf",
            "IsDeleted": "0",
            "MaThanhPhanHoSo": "",
            "DuongDanTaiTepTin": "",
            "DuocSoHoa": "1",
            "DuocTaiSuDung": "0",
            "DuocLayTuKhoDMQG": "0",
            "MaKetQuaThayThe": "",
        }
    ]
    assert (fields["HoSoCoThanhPhanSoHoa"], fields["DuocThanhToanTrucTuyen"]) == ("1", "1")
    assert fields["DanhSachLePhi"][0]["HinhThucThu"] == "1"


def test_a_scanned_result_is_a_result_and_no_submitted_paper():
    scan = ScanAttached(NEXT, "cd" * 32, "kq.pdf", "application/pdf", 9, about="result")
    [record] = told(scan, before=(RECEIVED, ResultRecorded(NEXT, "Giấy xác nhận")))
    [fields] = record["data"]

    assert [paper["GiayToId"] for paper in fields["DanhSachGiayToKetQua"]] == ["cd" * 32]
    assert (fields["TaiLieuNop"], fields["HoSoCoThanhPhanSoHoa"]) == ([], "0")


def test_what_changes_nothing_out_there_is_not_told():
    assert told(PaperIssued("receipt", 1, NEXT), before=(RECEIVED,)) == []
    assert told(before=(RECEIVED,)) == []


def test_a_corrected_moment_updates_the_record():
    moved = TimeCorrected(
        NEXT, Moment.RECEIVED, RECEIVED_AT, parse_moment("2026-02-13T13:30"), "sai"
    )
    [record] = told(moved, before=(RECEIVED,))

    assert record["data"] == [
        {**RECEIVED_RECORD, "NgayTiepNhan": "20260213133000", "NgayNopHoSo": "20260213133000"}
    ]


def test_progress_goes_ten_steps_at_a_time():
    extended = [Extended(NEXT, 1 + n, "", Promise(LATER_DUE, NEXT)) for n in range(22)]
    _, *progress = told(RECEIVED, *extended)

    assert [len(body["data"]) for body in progress] == [10, 10, 3]
    found = messages(None, course(RECEIVED, *extended), SENDER)
    assert [message.service for message in found] == [Service.RECORD] + 3 * [Service.PROGRESS]
    assert {message.events for message in found} == {23}


def test_what_was_received_before_the_first_day_is_left_out_for_good():
    assert told(RECEIVED, since=date(2026, 2, 14)) == []
    assert (
        told(Extended(NEXT, 1, "", RECEIVED.promise), before=(RECEIVED,), since=date(2026, 2, 14))
        == []
    )
    assert len(told(RECEIVED, since=date(2026, 2, 13))) == 2


def test_an_event_that_does_not_fit_is_no_step():
    early = HandedOver(NEXT, "H'Hen Niê")
    after = course(RECEIVED, early, Forwarded(NEXT, LAND))

    assert [step.status for step in after.steps] == ["2", "4"]
    assert after.events == 3
    assert course(early) is None


def test_a_login_without_an_account_is_told_as_it_stands():
    unknown = course_of(lived([RECEIVED], "dòng lệnh"), TABLE)
    _, progress = messages(None, unknown, SENDER)
    [step] = progress.data

    assert (step["NguoiXuLy"], step["ChucDanh"]) == ("dòng lệnh", "")


def test_an_event_learnt_late_is_told_though_the_log_has_it_before_others():
    forwarded = Forwarded(NEXT, LAND)
    received, late, done = lived((RECEIVED, forwarded, ResultRecorded(NEXT, "Giấy")), "may")
    before = course_of(
        [received, replace(done, dossier=evolve(received.dossier, "d", done.event))], TABLE
    )
    [progress] = messages(before, course_of([received, late, done], TABLE), SENDER)

    assert [step["TrangThai"] for step in progress.data] == ["4"]
