"""A stand-in for the portal: it checks what it is sent field by field, and answers as it would."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import urllib3

from reception.domain.errors import Trouble
from reception.domain.national_message import NationalMessage
from reception.services.national_gateways import NationalAnswer, answer_of, written

RECORD = {
    "MaHoSo", "MaTTHC", "TenTTHC", "MaLinhVuc", "TenLinhVuc", "KenhThucHien", "ChuHoSo",
    "LoaiDoiTuong", "MaDoiTuong", "DinhDanhCHS", "Email", "Fax", "SoDienThoai", "TrichYeuHoSo",
    "ThongTinKhac", "GhiChu", "NgayNopHoSo", "NgayTiepNhan", "NgayHenTra", "NgayTra",
    "NgayKetThucXuLy", "NgayTuChoi", "TrangThaiHoSo", "ThongTinTra", "HinhThuc", "DonViXuLy",
    "NoiNopHoSo", "HoSoCoThanhPhanSoHoa", "TaiKhoanDuocXacThucVoiVNeID",
    "DuocThanhToanTrucTuyen", "TaiLieuNop", "DanhSachLePhi", "DanhSachTepDinhKemKhac",
    "DanhSachHoSoBoSung", "DanhSachGiayToKetQua", "DSKetNoiCSDL",
}  # fmt: skip
STEP = {
    "MaHoSo", "NguoiXuLy", "ChucDanh", "ThoiDiemXuLy", "PhongBanXuLy", "NoiDungXuLy", "TrangThai",
    "NgayBatDau", "NgayKetThucTheoQuyDinh",
}  # fmt: skip
PARTS = {
    "DinhDanhCHS": {"LoaiDinhDanh", "SoDinhDanh"},
    "TaiLieuNop": {
        "TepDinhKemId", "TenTepDinhKem", "IsDeleted", "MaThanhPhanHoSo", "DuongDanTaiTepTin",
        "DuocSoHoa", "DuocTaiSuDung", "DuocLayTuKhoDMQG", "MaKetQuaThayThe",
    },
    "DanhSachLePhi": {"TenPhiLePhi", "MaPhiLePhi", "HinhThucThu", "Gia", "LoaiPhiLePhi"},
    "DanhSachTepDinhKemKhac": {"TenGiayTo", "SoLuong", "LoaiGiayTo"},
    "DanhSachHoSoBoSung": {
        "HoSoBoSungId", "NguoiYeuCauBoSung", "NoiDungBoSung", "NgayBoSung", "NguoiTiepNhanBoSung",
        "ThongTinTiepNhan", "NgayTiepNhanBoSung", "TrangThaiBoSung", "DanhSachGiayToBoSung",
        "DanhSachLePhiBoSung", "NgayHenTraTruoc", "NgayHenTraMoi",
    },
    "DanhSachGiayToKetQua": {
        "TenGiayTo", "MaThanhPhanHoSo", "GiayToId", "DuongDanTepTinKetQua", "MaGiayToKetQua",
    },
    "DSKetNoiCSDL": {"MaCSDL"},
}  # fmt: skip
NEEDED = {
    "MaHoSo", "MaTTHC", "TenTTHC", "ChuHoSo", "LoaiDoiTuong", "NgayTiepNhan", "TrangThaiHoSo",
    "DonViXuLy", "NguoiXuLy", "ThoiDiemXuLy", "NoiDungXuLy", "TrangThai",
}  # fmt: skip
LONGEST = {"MaHoSo": 50, "TrichYeuHoSo": 1000, "NguoiXuLy": 50}
ALLOWED = {
    "": {"2"}, "2": {"2", "3", "4", "5", "6", "7", "9"}, "4": {"3", "4", "5", "6", "7", "9"},
    "5": {"4", "7", "9"}, "6": {"4", "7"}, "9": {"4", "9", "10"},
}  # fmt: skip
MOMENT = re.compile(r"|20\d\d(0[1-9]|1[0-2])([0-2]\d|3[01])([01]\d|2[0-3])([0-5]\d){2}")
MOMENTS = {"ThoiDiemXuLy"}
SERVICES = {"DongBoHoSoMC": RECORD, "CapNhatTienDoHoSoMC": STEP}
TAKEN = {"error_code": "0", "message": "Thành công", "result": ""}


@dataclass
class Portal:
    """What the portal knows; ``refusing`` are codes that it will not have, whatever is sent."""

    records: dict[str, dict[str, Any]] = field(default_factory=dict)
    steps: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    refusing: set[str] = field(default_factory=set)

    def answer(self, body: dict[str, Any]) -> dict[str, str]:
        """Take a message, or say why not."""
        entries = body["data"]
        faults = self.faults(body)
        code = entries[0]["MaHoSo"] if entries else ""
        if faults:
            return {"error_code": "-1", "message": "; ".join(faults), "result": ""}
        if code in self.refusing:
            return {"error_code": "-9", "message": "TTHC không thuộc đơn vị", "result": ""}
        if body["service"] == "DongBoHoSoMC":
            return self._record(entries[0], updating=body["isUpdating"] == "True")
        return self._progress(code, entries)

    def faults(self, body: dict[str, Any]) -> list[str]:
        """Everything about a message that is not as the format has it."""
        service = body["service"]
        envelope = {"service", "madonvi", "data"}
        if service == "DongBoHoSoMC":
            envelope.add("isUpdating")
        found = [f"phong bì: {key}" for key in body.keys() ^ envelope]
        if service not in SERVICES or not 1 <= len(body["data"]) <= 10:
            found.append("dịch vụ hoặc số phần tử")
        for entry in body["data"]:
            found += entry_faults(entry, SERVICES[service])
        return found

    def _record(self, record: dict[str, Any], *, updating: bool) -> dict[str, str]:
        code = record["MaHoSo"]
        if code in self.records and not updating:
            return {"error_code": "3", "message": f"Hồ sơ {code} đã tồn tại", "result": ""}
        if code not in self.records and updating:
            return {"error_code": "-1", "message": f"Không có hồ sơ {code}", "result": ""}
        self.records[code] = record
        return TAKEN

    def _progress(self, code: str, entries: list[dict[str, Any]]) -> dict[str, str]:
        known = self.steps.get(code, [])
        if code not in self.records:
            return {"error_code": "-1", "message": f"Không có hồ sơ {code}", "result": ""}
        if all(entry in known for entry in entries):
            return {"error_code": "-3", "message": "Tiến độ đã tồn tại", "result": ""}
        status = known[-1]["TrangThai"] if known else ""
        for entry in entries:
            if entry["TrangThai"] not in ALLOWED.get(status, set()):
                said = f"Không chuyển từ {status} sang {entry['TrangThai']}"
                return {"error_code": "-1", "message": said, "result": ""}
            status = entry["TrangThai"]
        self.steps[code] = [*known, *entries]
        return TAKEN

    def take_files(self, folder: Path) -> list[dict[str, Any]]:
        """Take every file that lies in a folder, in order; answers what was in them."""
        bodies = []
        for path in sorted(folder.glob("*.json")):
            body = json.loads(path.read_text("utf-8"))
            assert self.answer(body) == TAKEN, (path.name, self.answer(body))
            bodies.append(body)
            path.unlink()
        return bodies


def entry_faults(entry: dict[str, Any], fields: set[str]) -> list[str]:
    """What of one dossier or step is not as the format has it."""
    found = [f"trường {name}" for name in entry.keys() ^ fields]
    for name, value in entry.items():
        if isinstance(value, list):
            found += [fault for part in value for fault in entry_faults(part, PARTS[name])]
        elif not isinstance(value, str) or len(value) > LONGEST.get(name, 4000):
            found.append(f"giá trị {name}")
        elif name.startswith("Ngay") or name in MOMENTS:
            found += [] if MOMENT.fullmatch(value) else [f"thời điểm {name}"]
        elif name in NEEDED and not value:
            found.append(f"thiếu {name}")
    return found


@dataclass
class PortalGateway:
    """A gateway that gives messages to a portal over a real connection."""

    url: str

    def send(self, message: NationalMessage) -> NationalAnswer:
        body = written(message.body())
        try:
            answered = urllib3.request("POST", self.url, body=body, retries=False, timeout=10)
        except urllib3.exceptions.HTTPError as error:
            raise Trouble("portal-away", "Không nối được Cổng; hãy thử lại sau.") from error
        if answered.status != 200:
            raise Trouble("portal-away", "Cổng báo bận; hãy thử lại sau.")
        return answer_of(answered.json())


@contextmanager
def listening(portal: Portal, *, busy_after: int | None = None) -> Iterator[PortalGateway]:
    """The portal on a port of this machine; after so many messages it says that it is busy."""
    heard = 0

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            nonlocal heard
            heard += 1
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            busy = busy_after is not None and heard > busy_after
            said = b"" if busy else json.dumps(portal.answer(body)).encode()
            self.send_response(503 if busy else 200)
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *_words: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield PortalGateway(f"http://127.0.0.1:{server.server_port}/")
        finally:
            server.shutdown()
            thread.join()
