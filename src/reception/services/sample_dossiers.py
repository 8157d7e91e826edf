"""Invented dossiers, each with the life that its paper tells of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from reception.domain.applicant import Address, Party
from reception.domain.certification import Certification, CertificationKind, CertifiedItem
from reception.domain.custody import DESK, Holder, HolderKind
from reception.domain.delay import Cause
from reception.domain.dossier import Dossier
from reception.domain.dossier_events import (
    Apologised,
    DossierEvent,
    FeeSettled,
    Forwarded,
    HandedOver,
    ResultRecorded,
    Stopped,
    TakenOver,
)
from reception.domain.intake import Intake, ProcedureOfDay, SubmittedPaper
from reception.domain.intake_events import Certified, Guided, Received, Refused
from reception.domain.life import evolve
from reception.domain.moments import OFFICE_ZONE
from reception.domain.office import Office
from reception.domain.procedure import Fee, Procedure, RequiredPaper
from reception.domain.promise import Promise, StageDue
from reception.domain.time_limit import TimeLimit, Unit
from reception.services import forms

CLERK = "Hoàng Thị Yến"

_SPECIALIST = Holder(HolderKind.SPECIALIST, "Lương Thị Phé")
_INSURANCE = Holder(HolderKind.OFFICE, "Bảo hiểm xã hội cơ sở")
_THREE_DAYS = TimeLimit(Decimal(3), Unit.WORKING_DAY)
_PAPERS = (
    RequiredPaper("Tờ khai đăng ký khai sinh theo mẫu quy định"),
    RequiredPaper("Giấy chứng sinh do cơ sở y tế nơi trẻ em sinh ra cấp"),
    RequiredPaper("Giấy chứng nhận kết hôn của cha, mẹ", originals=0, copies=1),
    RequiredPaper("Văn bản ủy quyền được chứng thực theo quy định", copies=1, optional=True),
)


def sample_office(regime: str) -> Office:
    """An invented commune, under its regime's name for the desk."""
    desk = (
        "Bộ phận Tiếp nhận và Trả kết quả"
        if regime == "2018"
        else "Trung tâm Phục vụ hành chính công"
    )
    return Office(
        name=f"{desk} xã Ước Lễ",
        agency_code="H40.16",
        governing_body="Ủy ban nhân dân xã Ước Lễ",
        unit_name=desk,
        place="Ước Lễ",
        address="Thôn Đông, xã Ước Lễ, tỉnh Nghệ An",
        phone="0238 3123 456",
    )


def sample_dossier(form: str, regime: str) -> Dossier:
    """An invented dossier that the form can be printed of."""
    return lived(f"sample-{form}", _EVENTS.get(form, _just_received)(day_of(regime), regime))


def several_dossiers(regime: str) -> list[Dossier]:
    """Invented dossiers of one person, received one after the other."""
    first = sample_dossier(forms.RECEIPT, regime)
    others = ("Đăng ký hộ kinh doanh", "Cấp Giấy xác nhận tình trạng hôn nhân")
    return [first] + [
        replace(
            first,
            code=f"{first.code[:-1]}{n}",
            opened_at=first.opened_at + timedelta(minutes=4 * n),
            intake=replace(first.intake, procedure=replace(first.intake.procedure, name=name)),
        )
        for n, name in enumerate(others, 2)
    ]


def sample_procedure() -> Procedure:
    """An invented version of a procedure that every commune knows."""
    return Procedure(
        code="1.001193",
        version=1,
        name="Thủ tục đăng ký khai sinh",
        field="Hộ tịch",
        level="xã",
        limit=_THREE_DAYS,
        valid_from=date(2020, 1, 1),
        papers=_PAPERS,
        fee=Fee(0),
        result="Giấy khai sinh",
        legal_basis="Luật Hộ tịch 60/2014/QH13; Nghị định 123/2015/NĐ-CP",
    )


def day_of(regime: str) -> datetime:
    """A Monday of the regime's time, so that three working days end on the Thursday."""
    at = datetime(2024, 3, 11, 14, 5, tzinfo=OFFICE_ZONE)
    return at if regime == "2018" else at.replace(year=2026, day=9)


def lived(dossier_id: str, events: Sequence[DossierEvent]) -> Dossier:
    """The dossier that events add up to, of which the first one opens it."""
    dossier = evolve(None, dossier_id, events[0])
    for event in events[1:]:
        dossier = evolve(dossier, dossier_id, event)
    return dossier


# --- lives ----------------------------------------------------------------------------------------


def _guided(at: datetime, regime: str) -> list[DossierEvent]:
    return [
        Guided(
            slip_number=f"0007/{at.year}/PBS",
            intake=_intake(),
            wanted=(
                "Giấy chứng sinh do cơ sở y tế nơi trẻ em sinh ra cấp (bản chính)",
                "Giấy tờ chứng minh nơi cư trú của cha hoặc mẹ (02 bản sao)",
                "Văn bản ủy quyền được chứng thực theo quy định",
            ),
            reason="Hồ sơ nộp ngày hôm nay chưa có các giấy tờ nêu trên.",
            at=at,
            regime=regime,
        )
    ]


def _refused(at: datetime, regime: str) -> list[DossierEvent]:
    return [
        Refused(
            slip_number=f"0003/{at.year}/PTC",
            intake=_intake(),
            reason="Trẻ em đã được đăng ký khai sinh tại Ủy ban nhân dân xã Đông Lĩnh ngày"
            " 02 tháng 3; việc cấp lại bản chính không thuộc trường hợp pháp luật cho phép.",
            at=at,
            regime=regime,
        )
    ]


def _just_received(at: datetime, regime: str) -> list[DossierEvent]:
    return [_received(at, regime, _intake())]


def _apologised(at: datetime, regime: str) -> list[DossierEvent]:
    due_at = _due(at)
    return [
        _received(at, regime, _intake()),
        Apologised(
            at=at + timedelta(days=2),
            number=f"0004/{at.year}/PXL",
            cause=Cause.VERIFICATION,
            owner=_SPECIALIST.name,
            reason="Phải xác minh tại nơi cư trú cũ của người mẹ, đến nay chưa có văn bản trả lời.",
            new_due_at=due_at + timedelta(days=5),
            signer="Lò Thị Mây",
            signer_title="Chủ tịch Ủy ban nhân dân",
        ),
    ]


def _stopped(at: datetime, regime: str) -> list[DossierEvent]:
    return [
        _received(at, regime, _intake()),
        Stopped(
            at=at + timedelta(days=1),
            number=f"0002/{at.year}/TBD",
            requested_by="đơn nộp tại quầy",
            reason="gia đình chuyển nơi cư trú, sẽ đăng ký tại nơi ở mới",
            returned=("Giấy chứng sinh do cơ sở y tế nơi trẻ em sinh ra cấp",),
        ),
    ]


def _handed_on(at: datetime, regime: str) -> list[DossierEvent]:
    """A linked procedure whose second stage runs over."""
    one, two = TimeLimit(Decimal(1), Unit.WORKING_DAY), TimeLimit(Decimal(2), Unit.WORKING_DAY)
    first_due = (at + timedelta(days=1)).replace(hour=17, minute=30)
    stages = (
        StageDue(sample_office(regime).governing_body, one, at, first_due),
        StageDue(_INSURANCE.name, two, first_due, _due(at)),
    )
    received = _received(at, regime, _intake())
    late = _due(at) + timedelta(hours=17)
    return [
        replace(received, promise=replace(received.promise, stages=stages)),
        Forwarded(at + timedelta(hours=1), _SPECIALIST, stage=0),
        TakenOver(at + timedelta(hours=1, minutes=20), _SPECIALIST),
        Forwarded(at + timedelta(hours=20), _INSURANCE, stage=1, note="kèm 01 tờ khai"),
        TakenOver(at + timedelta(hours=22), _INSURANCE),
        ResultRecorded(late, "Giấy khai sinh", "15/2026"),
        Forwarded(late, DESK),
        TakenOver(late + timedelta(minutes=10), DESK),
    ]


def _collected(at: datetime, regime: str) -> list[DossierEvent]:
    intake = replace(_intake(), fee_vnd=15_000)
    ready_at = at + timedelta(days=2)
    return [
        _received(at, regime, intake),
        FeeSettled(at, 15_000, symbol="1C26TLP", number="00000127"),
        ResultRecorded(ready_at, "Giấy khai sinh", f"15/{at.year}"),
        HandedOver(
            at=ready_at + timedelta(hours=1),
            recipient="Y Ka Ly Mlô",
            identity="040099000018",
            authorisation="Giấy ủy quyền ngày 08/3 có chứng thực chữ ký",
            originals=("Giấy chứng sinh do cơ sở y tế nơi trẻ em sinh ra cấp", "Sổ hộ tịch"),
        ),
    ]


def _certified(at: datetime, regime: str) -> list[DossierEvent]:
    items = (
        CertifiedItem(
            118, "Bằng tốt nghiệp trung học phổ thông", pages=2, copies=5, fee_vnd=20_000
        ),
        CertifiedItem(119, "Giấy khai sinh", pages=1, copies=3, fee_vnd=6_000),
    )
    book = Certification(CertificationKind.COPY, f"01/{at.year}-SCT/BS", items, "Lò Thị Mây")
    return [Certified(f"H40.16-{at:%y%m%d}-0001", _intake(), at, regime, book)]


_EVENTS: dict[str, Callable[[datetime, str], list[DossierEvent]]] = {
    forms.SUPPLEMENT_REQUEST: _guided,
    forms.REFUSAL_NOTICE: _refused,
    forms.APOLOGY_LETTER: _apologised,
    forms.STOP_NOTICE: _stopped,
    forms.CONTROL_SHEET: _handed_on,
    forms.RESULT_SLIP: _collected,
    forms.FEE_NOTICE: _collected,
    forms.CERTIFICATION_SLIP: _certified,
}


def _received(at: datetime, regime: str, intake: Intake) -> Received:
    return Received(
        code=f"H40.16-{at:%y%m%d}-0001",
        intake=intake,
        received_at=at,
        promise=Promise(due_at=_due(at), starts_at=at),
        regime=regime,
    )


def _due(at: datetime) -> datetime:
    return at.replace(day=at.day + 3, hour=17, minute=30)


def _intake() -> Intake:
    return Intake(
        procedure=ProcedureOfDay(
            code="1.001193",
            version=1,
            name="Thủ tục đăng ký khai sinh",
            field="Hộ tịch",
            limit=_THREE_DAYS,
            fee=Fee(None, "Miễn lệ phí (đăng ký đúng hạn)"),
            result="Giấy khai sinh",
        ),
        owner=Party(
            name="H’Hen Niê Đỗ Thị Ưởng",
            identity="040300000017",
            phone="0912345678",
            email="h.nie@example.vn",
            address=Address(
                line="Buôn Ƀă, thôn Đông", commune="xã Ước Lễ", province="tỉnh Nghệ An"
            ),
        ),
        papers=(
            SubmittedPaper("Tờ khai đăng ký khai sinh theo mẫu quy định"),
            SubmittedPaper("Giấy chứng sinh do cơ sở y tế nơi trẻ em sinh ra cấp"),
            SubmittedPaper("Giấy chứng nhận kết hôn của cha, mẹ", originals=0, copies=1),
            SubmittedPaper("Thẻ căn cước của người đi đăng ký khai sinh (xuất trình)"),
            SubmittedPaper("Giấy tờ chứng minh nơi cư trú", originals=0, copies=1),
            SubmittedPaper("Văn bản ủy quyền được chứng thực theo quy định", copies=1),
        ),
        request="Khai sinh cho con: Y Ka Ly",
    )
