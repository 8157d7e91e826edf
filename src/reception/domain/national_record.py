"""What the national exchange is told of a dossier, field by field, under the fields' own names.

The format is that of the services ``DongBoHoSoMC`` and ``CapNhatTienDoHoSoMC`` as read in OpenCPS
and in a provincial system; ``docs/national-exchange.md`` tells where each field comes from. All
values are text. What we do not know is sent empty, never made up; what the format does not ask for
(address, birth, sex, who came, who collected, what a clerk typed) does not leave.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from reception.domain.accounts import ROLE_WORDS, Account
from reception.domain.applicant import Party, PartyKind
from reception.domain.dossier import Dossier
from reception.domain.dossier_events import PaidBy
from reception.domain.intake import Channel, Intake, ReturnBy, SubmittedPaper
from reception.domain.moments import in_office_zone
from reception.domain.national_course import Course, Step
from reception.domain.office import Office
from reception.domain.scan import Media

Fields: TypeAlias = "dict[str, str | list[Fields]]"

NO, YES = "0", "1"
LONGEST_OFFICIAL = 50  # NguoiXuLy
LONGEST_SUMMARY = 1000  # TrichYeuHoSo

# Fields whose meaning or values no source settled, and what is sent until one does.
UNSURE: Mapping[str, str] = {
    "MaLinhVuc": "danh mục ở đây chỉ có tên lĩnh vực nên gửi trống",
    "KenhThucHien": "đường khác (kiốt, …) gửi trống; 766 tính trống là trực tiếp",
    "HinhThuc": "trả trực tuyến không có mã riêng nên gửi 0",
    "DuocThanhToanTrucTuyen": "thu trực tuyến coi là qua Cổng (1); chuyển khoản là 0",
    "TaiKhoanDuocXacThucVoiVNeID": "không biết nên gửi 0",
    "DuongDanTaiTepTin": "bản quét nằm ở máy này, không có đường dẫn công khai",
    "DuongDanTepTinKetQua": "như trên",
    "MaThanhPhanHoSo": "danh mục ở đây không có mã thành phần hồ sơ",
    "MaGiayToKetQua": "danh mục ở đây không có mã kết quả",
    "LoaiGiayTo": "không rõ bảng mã, gửi bằng chữ",
    "HinhThucThu": "theo dạng REST 2026: 1 khi nhận, 4 khi trả; chưa thu thì trống",
    "LoaiPhiLePhi": "không rõ bảng mã, gửi trống",
    "MaPhiLePhi": "danh mục ở đây không có mã phí",
    "TrangThaiBoSung": "không rõ bảng mã, gửi 0 khi còn chờ và 1 khi đã nhận",
}

_KINDS = {
    PartyKind.PERSON: "1",
    PartyKind.BUSINESS: "2",
    PartyKind.AGENCY: "3",
    PartyKind.OTHER: "4",
}
_CHANNELS = {
    Channel.COUNTER: "1",
    Channel.ONLINE_FULL: "2",
    Channel.ONLINE_PART: "2",
    Channel.POST: "3",
    Channel.OTHER: "",
}
_IDENTITIES = ((re.compile(r"[0-9]{12}"), "1"), (re.compile(r"[0-9]{9}"), "2"))
_PORTAL, _LOCALITY = "1", "2"


@dataclass(frozen=True, slots=True)
class Sender:
    """Whose dossiers they are: the office, and its people by login."""

    office: Office
    people: Mapping[str, Account]

    def name(self, login: str) -> str:
        """What an official is called; a login without an account is told as it stands."""
        account = self.people.get(login)
        return (account.name if account else login)[:LONGEST_OFFICIAL]

    def title(self, login: str) -> str:
        """What an official is, as far as their account says."""
        account = self.people.get(login)
        return ROLE_WORDS[account.role] if account else ""


def stamp(moment: datetime | None) -> str:
    """A moment as the exchange writes it, in local time; empty where there is none."""
    return f"{in_office_zone(moment):%Y%m%d%H%M%S}" if moment else ""


def record_fields(course: Course, sender: Sender) -> Fields:
    """A dossier as it stands: one entry of ``DongBoHoSoMC``."""
    dossier = course.dossier
    return {
        **_what_and_who(dossier.intake),
        "MaHoSo": dossier.code,
        **_dates(dossier),
        "TrangThaiHoSo": course.status,
        "DonViXuLy": dossier.intake.competent_authority or sender.office.name,
        **_ways(dossier),
        "TaiLieuNop": _scans(dossier),
        "DanhSachLePhi": _fees(dossier),
        "DanhSachTepDinhKemKhac": _papers(dossier.intake),
        "DanhSachHoSoBoSung": _supplements(course, sender),
        "DanhSachGiayToKetQua": _results(dossier),
        "DSKetNoiCSDL": [],
        "ThongTinKhac": "",
        "GhiChu": "",
    }


def step_fields(code: str, step: Step, sender: Sender) -> Fields:
    """One step of progress: one entry of ``CapNhatTienDoHoSoMC``."""
    return {
        "MaHoSo": code,
        "NguoiXuLy": sender.name(step.by),
        "ChucDanh": sender.title(step.by),
        "ThoiDiemXuLy": stamp(step.at),
        "PhongBanXuLy": step.office or sender.office.name,
        "NoiDungXuLy": step.words,
        "TrangThai": step.status,
        "NgayBatDau": stamp(step.since_at),
        "NgayKetThucTheoQuyDinh": stamp(step.due_at),
    }


def _what_and_who(intake: Intake) -> Fields:
    procedure, owner = intake.procedure, intake.owner
    return {
        "MaTTHC": procedure.code,
        "TenTTHC": procedure.name,
        "MaLinhVuc": "",
        "TenLinhVuc": procedure.field,
        "ChuHoSo": owner.name,
        "LoaiDoiTuong": _KINDS[owner.kind],
        "MaDoiTuong": "",
        "DinhDanhCHS": _identities(owner),
        "Email": owner.email,
        "Fax": "",
        "SoDienThoai": owner.phone,
        # What the applicant asks in their own words may tell of others; the procedure says enough.
        "TrichYeuHoSo": procedure.name[:LONGEST_SUMMARY],
    }


def _identities(owner: Party) -> list[Fields]:
    """A personal number, or an older one; a passport or a tax code has no kind here."""
    return [
        {"LoaiDinhDanh": kind, "SoDinhDanh": owner.identity}
        for pattern, kind in _IDENTITIES
        if pattern.fullmatch(owner.identity) and owner.kind is PartyKind.PERSON
    ]


def _dates(dossier: Dossier) -> Fields:
    """The moments. The due one is that of the law: a new appointment repairs no lateness."""
    refused = dossier.rejection
    return {
        "NgayNopHoSo": stamp(dossier.submitted_at or dossier.opened_at),
        "NgayTiepNhan": stamp(dossier.opened_at),
        "NgayHenTra": stamp(dossier.due_at),
        "NgayTra": stamp(dossier.handed_over_at),
        "NgayKetThucXuLy": stamp(dossier.ended_at),
        "NgayTuChoi": stamp(refused.at if refused else None),
    }


def _ways(dossier: Dossier) -> Fields:
    intake = dossier.intake
    paid_online = any(fee.paid_by is PaidBy.ONLINE for fee in dossier.fees)
    scanned = any(scan.about == "paper" for scan in dossier.scans)
    return {
        "KenhThucHien": _CHANNELS[intake.channel],
        "NoiNopHoSo": _PORTAL if intake.channel.is_online else _LOCALITY,
        "HinhThuc": YES if intake.return_by is ReturnBy.POST else NO,
        "ThongTinTra": "",
        "HoSoCoThanhPhanSoHoa": YES if scanned else NO,
        "TaiKhoanDuocXacThucVoiVNeID": NO,
        "DuocThanhToanTrucTuyen": YES if paid_online else NO,
    }


def _scans(dossier: Dossier) -> list[Fields]:
    """The scanned papers. A file's own name may tell whose it is, so they are only counted."""
    papers = [scan for scan in dossier.scans if scan.about == "paper"]
    return [
        {
            "TepDinhKemId": scan.sha256,
            "TenTepDinhKem": f"giay-to-{place}{Media(scan.media).suffix}",
            "IsDeleted": NO,
            "MaThanhPhanHoSo": "",
            "DuongDanTaiTepTin": "",
            "DuocSoHoa": YES,
            "DuocTaiSuDung": NO,
            "DuocLayTuKhoDMQG": NO,
            "MaKetQuaThayThe": "",
        }
        for place, scan in enumerate(papers, start=1)
    ]


def _fees(dossier: Dossier) -> list[Fields]:
    """The fee that is owed; nothing where none is."""
    if not dossier.intake.fee_vnd:
        return []
    paid = dossier.fees[0] if dossier.fees else None
    at_receipt = paid is not None and paid.at.date() == dossier.opened_at.date()
    return [
        {
            "TenPhiLePhi": "Phí, lệ phí",
            "MaPhiLePhi": "",
            "HinhThucThu": ("1" if at_receipt else "4") if paid else "",
            "Gia": str(dossier.intake.fee_vnd),
            "LoaiPhiLePhi": "",
        }
    ]


def _papers(intake: Intake) -> list[Fields]:
    """The papers that were handed in, originals and copies apart."""
    return [entry for paper in intake.papers if not paper.missing for entry in _counted(paper)]


def _counted(paper: SubmittedPaper) -> list[Fields]:
    counts = (("Bản chính", paper.originals), ("Bản sao", paper.copies))
    return [
        {"TenGiayTo": paper.name, "SoLuong": str(count), "LoaiGiayTo": kind}
        for kind, count in counts
        if count
    ]


def _supplements(course: Course, sender: Sender) -> list[Fields]:
    """The request for supplement; there is at most one. Its reason stays on the paper slip."""
    asked, supplied = course.dossier.supplement, course.dossier.supplied
    if asked is None:
        return []
    return [
        {
            "HoSoBoSungId": asked.slip_number,
            "NguoiYeuCauBoSung": sender.name(course.asked_by),
            "NoiDungBoSung": "; ".join(asked.wanted),
            "NgayBoSung": stamp(asked.at),
            "NguoiTiepNhanBoSung": sender.name(course.supplied_by),
            "ThongTinTiepNhan": "",
            "NgayTiepNhanBoSung": stamp(supplied.at if supplied else None),
            "TrangThaiBoSung": YES if supplied else NO,
            "DanhSachGiayToBoSung": [],
            "DanhSachLePhiBoSung": [],
            "NgayHenTraTruoc": stamp(course.due_before),
            "NgayHenTraMoi": stamp(supplied.promise.due_at if supplied else None),
        }
    ]


def _results(dossier: Dossier) -> list[Fields]:
    """The result's papers once there is a result; what was handed in is never among them."""
    if dossier.result_at is None:
        return []
    refused = "Phiếu từ chối tiếp nhận giải quyết hồ sơ" if dossier.rejection else ""
    name = refused or dossier.result or dossier.intake.procedure.result
    scans = [scan.sha256 for scan in dossier.scans if scan.about == "result"]
    return [
        {
            "TenGiayTo": name,
            "MaThanhPhanHoSo": "",
            "GiayToId": scan,
            "DuongDanTepTinKetQua": "",
            "MaGiayToKetQua": "",
        }
        for scan in scans or [""]
    ]
