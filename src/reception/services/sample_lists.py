"""Lists on invented data: the papers of many rows, each as it looks with a dozen of them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta

from reception.domain import books, call_lists, cash_count, list_papers, reconciliation
from reception.domain.books import CertificationRow, RegisterRow
from reception.domain.call_lists import ApologyCallRow, ApologyRow, CallRow
from reception.domain.cash_count import TakingRow
from reception.domain.list_frame import Drawing, Period
from reception.domain.list_papers import HandoverRow, Hands, PostalRow, ResultRow
from reception.domain.paper import Paper
from reception.domain.reconciliation import Ends, ExchangeLine, Place, Verdict
from reception.services import forms, sample_feedback, sample_reports, sample_roster
from reception.services.sample_survey import survey_results

UNIT = "Phòng Văn hóa - Xã hội"
IN_CHARGE = "Vi Văn Thoong"

# Name, hamlet, phone.
_PEOPLE = (
    ("H’Hen Niê Đỗ Thị Ưởng", "Buôn Ƀă", "0912345678"),
    ("Lò Văn Hặc", "Bản Ten", "0987000111"),
    ("Y Ka Ly Mlô", "Buôn Ƀă", "0966222333"),
    ("Nguyễn Thị Ánh Nguyệt", "Thôn Thanh Bình", "0355444666"),
    ("K’Să Hă Brông", "Buôn Čư Êbur", "0379888777"),
    ("Hợp tác xã Nông nghiệp và Dịch vụ Thanh Bình", "Thôn Thanh Bình", "02383123999"),
    ("Quàng Thị Ọi", "Bản Ten", ""),
    ("Trần Đức Thuận", "Thôn Thanh Bình", "0909555123"),
    ("Ama Ê̆ban Niê Kđăm", "Buôn Čư Êbur", "0868111222"),
    ("Giàng A Pháo", "Bản Huổi Hộc", "0398765432"),
    ("Vừ Thị Mỷ", "Bản Huổi Hộc", "0327999000"),
    ("Phạm Quốc Ước", "", "0944321321"),
)
# Name of the procedure, its result, its fee.
_PROCEDURES = (
    ("Thủ tục đăng ký khai sinh", "Giấy khai sinh", 0),
    ("Cấp Giấy xác nhận tình trạng hôn nhân", "Giấy xác nhận tình trạng hôn nhân", 15_000),
    ("Đăng ký hộ kinh doanh", "Giấy chứng nhận đăng ký hộ kinh doanh", 100_000),
    ("Cấp bản sao trích lục hộ tịch", "Bản sao trích lục khai tử", 8_000),
    (
        "Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội",
        "Quyết định hỗ trợ chi phí mai táng",
        0,
    ),
)
_WAYS = ("Trực tiếp", "Bưu chính", "Trực tuyến")
_PAPERS = (
    ("Tờ khai (01 bản chính)", "Giấy chứng sinh (01 bản chính)"),
    ("Tờ khai (01 bản chính)", "Trích lục ly hôn (01 bản sao)"),
    ("Giấy đề nghị đăng ký (01 bản chính)", "Thẻ căn cước (01 bản sao)"),
)
_REASONS = (
    "Phải xác minh tại nơi cư trú cũ, đến nay chưa có văn bản trả lời.",
    "Hệ thống thông tin hộ tịch điện tử gián đoạn hai ngày.",
    "Cán bộ thụ lý nghỉ ốm, đã giao người khác giải quyết.",
)
_KINDS = (
    ("Chứng thực bản sao từ bản chính: Bằng tốt nghiệp trung học phổ thông", 2, 5),
    ("Chứng thực bản sao từ bản chính: Giấy chứng nhận quyền sử dụng đất", 4, 2),
    ("Chứng thực chữ ký trong Giấy ủy quyền", 1, 3),
)


def sample_list(form: str, drawing: Drawing) -> Paper:
    """One of ``forms.LIST_FORMS`` on invented data."""
    return _MAKERS[form](drawing)


def _register(drawing: Drawing) -> Paper:
    rows = [
        RegisterRow(
            code=_code(drawing, n),
            procedure=_procedure(n)[0],
            applicant=name,
            address=f"{hamlet}, xã Ước Lễ" if hamlet else "xã Ước Lễ",
            phone=phone,
            authority="Ủy ban nhân dân xã Ước Lễ",
            received_at=_received(drawing, n),
            due_at=_due(drawing, n) if n % 5 else None,
            forwarded_at=_received(drawing, n),
            result_at=_due(drawing, n) if n < 9 else None,
            handed_over_at=_due(drawing, n) if n < 8 else None,
            return_by=_WAYS[n % len(_WAYS)],
        )
        for n, (name, hamlet, phone) in enumerate(_PEOPLE)
    ]
    return books.register(drawing, rows, _month(drawing))


def _certification_book(drawing: Drawing) -> Paper:
    rows = [
        CertificationRow(
            number=f"{n + 118:04d}",
            certified_on=_received(drawing, n).date(),
            applicant=name,
            kind=kind,
            pages=pages,
            copies=copies,
            fee_vnd=2_000 * pages * copies,
            signer=IN_CHARGE,
        )
        for n, (name, _hamlet, _phone) in enumerate(_PEOPLE)
        for kind, pages, copies in [_KINDS[n % len(_KINDS)]]
    ]
    return books.certification_book(drawing, rows, _month(drawing))


def _handover_list(drawing: Drawing) -> Paper:
    rows = [
        HandoverRow(
            code=_code(drawing, n),
            applicant=name,
            procedure=_procedure(n)[0],
            received_at=_received(drawing, n),
            due_at=_due(drawing, n),
            papers=_PAPERS[n % len(_PAPERS)],
        )
        for n, (name, _hamlet, _phone) in enumerate(_PEOPLE[:7])
    ]
    hands = Hands(drawing.clerk, drawing.office.name, "Lương Thị Phé", UNIT)
    return list_papers.handover_list(drawing, rows, hands)


def _result_handover_list(drawing: Drawing) -> Paper:
    rows = [
        ResultRow(
            code=_code(drawing, n),
            procedure=_procedure(n)[0],
            result=_procedure(n)[1],
            owner=name,
            address=f"{hamlet}, xã Ước Lễ" if hamlet else "xã Ước Lễ",
            fee_vnd=_procedure(n)[2],
            by_post=n % 3 == 1,
        )
        for n, (name, hamlet, _phone) in enumerate(_PEOPLE[:8])
    ]
    hands = Hands("Lương Thị Phé", UNIT, drawing.clerk, drawing.office.name)
    return list_papers.result_handover_list(drawing, rows, hands)


def _postal_list(drawing: Drawing) -> Paper:
    rows = [
        PostalRow(
            waybill=f"RH{n * 7 + 104_233_871}VN",
            code=_code(drawing, n),
            recipient=name,
            address=f"{hamlet}, xã Ước Lễ, tỉnh Nghệ An" if hamlet else "xã Ước Lễ, tỉnh Nghệ An",
            phone=phone,
            contents=_procedure(n)[1],
        )
        for n, (name, hamlet, phone) in enumerate(_PEOPLE[:6])
    ]
    hands = Hands(drawing.clerk, drawing.office.name, "", "Bưu cục Ước Lễ")
    return list_papers.postal_list(drawing, rows, hands)


def _call_list(drawing: Drawing) -> Paper:
    rows = [
        CallRow(name, phone, hamlet, _code(drawing, n), _procedure(n)[0], _due(drawing, n))
        for n, (name, hamlet, phone) in enumerate(_PEOPLE)
    ]
    return call_lists.call_list(drawing, rows)


def _apology_call_list(drawing: Drawing) -> Paper:
    rows = [
        ApologyCallRow(
            name=name,
            phone=phone,
            code=_code(drawing, n),
            due_at=_due(drawing, n),
            new_due_at=_due(drawing, n) + timedelta(days=7),
            reason=_REASONS[n % len(_REASONS)],
        )
        for n, (name, _hamlet, phone) in enumerate(_PEOPLE[:6])
    ]
    return call_lists.apology_call_list(drawing, rows)


def _apology_list(drawing: Drawing) -> Paper:
    rows = [
        ApologyRow(
            code=_code(drawing, n),
            procedure=_procedure(n)[0],
            received_at=_received(drawing, n),
            due_at=_due(drawing, n),
            new_due_at=_due(drawing, n) + timedelta(days=7),
            unit=UNIT,
            reason=_REASONS[n % len(_REASONS)],
        )
        for n in range(6)
    ]
    return call_lists.apology_list(drawing, rows)


def _cash_count(drawing: Drawing) -> Paper:
    rows = [
        TakingRow(name, number=n + 2, cash_vnd=fee * 2, transfer_vnd=fee * n)
        for n, (name, _result, fee) in enumerate(_PROCEDURES)
        if fee
    ]
    rows.append(TakingRow("Chứng thực bản sao từ bản chính", 31, 612_000, 157_000))
    return cash_count.cash_count(drawing, rows, drawing.at.date(), opening_vnd=200_000)


def _reconciliation(drawing: Drawing) -> Paper:
    rows = [
        ExchangeLine(drawing.at - timedelta(hours=6), "Mạng", 37, 12, _DONE),
        ExchangeLine(drawing.at - timedelta(hours=3), "Mạng", 0, 0, _NOT_REACHED),
        ExchangeLine(drawing.at - timedelta(minutes=20), "USB", 24, 3, _DONE),
    ]
    own, log = hashlib.sha256(b"own").digest(), hashlib.sha256(b"log").digest()
    ends = Ends(
        server_name="Máy chủ Một cửa tỉnh",
        desk="quầy số 1, đợt 1, máy 0190f3a2-7c41-7a55-9d0e-5b1f0c6a2e77",
        own=Place(8144, own),
        acked=Place(8144, own),
        log=Place(31_204, log),
        server=Place(31_204, log),
        signed_at=drawing.at - timedelta(minutes=20),
        waiting=0,
        own_verdict=Verdict.EQUAL,
        log_verdict=Verdict.EQUAL,
    )
    return reconciliation.reconciliation(drawing, rows, ends, drawing.at.date())


_DONE = "Đã khớp với máy chủ, không còn gì chờ gửi."
_NOT_REACHED = "Không tới được máy chủ cấp trên; hồ sơ vẫn được giữ trên máy này."

_MAKERS: dict[str, Callable[[Drawing], Paper]] = {
    forms.REGISTER: _register,
    forms.HANDOVER_LIST: _handover_list,
    forms.RESULT_HANDOVER_LIST: _result_handover_list,
    forms.POSTAL_LIST: _postal_list,
    forms.CALL_LIST: _call_list,
    forms.APOLOGY_CALL_LIST: _apology_call_list,
    forms.APOLOGY_LIST: _apology_list,
    forms.CERTIFICATION_BOOK: _certification_book,
    forms.CASH_COUNT: _cash_count,
    forms.RECONCILIATION: _reconciliation,
    **sample_reports.MAKERS,
    forms.SURVEY_RESULTS: survey_results,
    **sample_feedback.MAKERS,
    **sample_roster.MAKERS,
}


_THURSDAY = 3


def _code(drawing: Drawing, n: int) -> str:
    return f"H40.16-{_received(drawing, n):%y%m%d}-{n + 1:04d}"


def _procedure(n: int) -> tuple[str, str, int]:
    return _PROCEDURES[n % len(_PROCEDURES)]


def _received(drawing: Drawing, n: int) -> datetime:
    """Some on each day of the week before."""
    return drawing.at - timedelta(days=7 - n // 3, minutes=17 * n)


def _due(drawing: Drawing, n: int) -> datetime:
    """Two working days later, if no holiday comes in between."""
    received = _received(drawing, n)
    days = 4 if received.weekday() >= _THURSDAY else 2
    return (received + timedelta(days=days)).replace(hour=17, minute=30)


def _month(drawing: Drawing) -> Period:
    return Period(drawing.at.date().replace(day=1), drawing.at.date())
