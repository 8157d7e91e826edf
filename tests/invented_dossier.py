"""One dossier and its events, the same for every test and every version of the program."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from reception.domain.applicant import Address, Party
from reception.domain.intake import Intake, ProcedureOfDay, SubmittedPaper
from reception.domain.intake_events import Received
from reception.domain.moments import parse_moment
from reception.domain.procedure import Fee
from reception.domain.promise import Promise
from reception.domain.time_limit import TimeLimit, Unit

RECEIVED_AT: datetime = parse_moment("2026-02-13T14:00")
DUE_AT: datetime = parse_moment("2026-02-25T17:30")

INTAKE = Intake(
    procedure=ProcedureOfDay(
        code="1.004873",
        version=1,
        name="Thủ tục cấp Giấy xác nhận tình trạng hôn nhân",
        field="Hộ tịch",
        limit=TimeLimit(Decimal(3), Unit.WORKING_DAY),
        fee=Fee(5000),
    ),
    owner=Party(
        "H'Hen Niê",
        identity="066199012345",
        phone="0912345678",
        address=Address("Buôn Ky", "Phường Thành Nhất", "", "Đắk Lắk"),
    ),
    papers=(SubmittedPaper("Tờ khai"), SubmittedPaper("Bản sao căn cước", 0, 1)),
    fee_vnd=5000,
)
RECEIVED = Received(
    code="H40.16-260213-0001",
    intake=INTAKE,
    received_at=RECEIVED_AT,
    promise=Promise(DUE_AT, RECEIVED_AT, basis=("BLDS Đ147",), calendar="2026-01"),
    regime="2025",
)
