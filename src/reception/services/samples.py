"""Papers on invented data: to try a form, a printer or a paper size before the first dossier."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from reception.domain.applicant import Address, Party
from reception.domain.dossier import Dossier
from reception.domain.dossier_events import DossierEvent
from reception.domain.errors import RuleViolation
from reception.domain.intake import Intake, ProcedureOfDay, SubmittedPaper
from reception.domain.intake_events import Guided, Received, Refused
from reception.domain.life import evolve
from reception.domain.list_frame import Drawing
from reception.domain.moments import OFFICE_ZONE
from reception.domain.office import Office
from reception.domain.paper import Paper
from reception.domain.procedure import Fee
from reception.domain.promise import Promise
from reception.domain.time_limit import TimeLimit, Unit
from reception.services import forms, sample_lists

CLERK = "Hoàng Thị Yến"
RECEIPT_TABLE = "receipt-table"
SAMPLES = (forms.RECEIPT, forms.SUPPLEMENT_REQUEST, forms.REFUSAL_NOTICE, RECEIPT_TABLE)


def sample_paper(form: str, regime: str) -> Paper:
    """One of ``SAMPLES`` or a list, as the regime ``2018`` or ``2025`` has it, on invented data.

    Raises:
        RuleViolation: ``no-such-form``.
    """
    if form in forms.LIST_FORMS:
        return sample_lists.sample_list(form, _drawing(form, regime))
    if form not in SAMPLES:
        known = ", ".join((*SAMPLES, *forms.LIST_FORMS))
        raise RuleViolation(
            "no-such-form", f"Không có mẫu giấy “{form}”; hãy chọn một trong: {known}."
        )
    kind, template = (forms.RECEIPT, "table") if form == RECEIPT_TABLE else (form, "")
    return forms.paper(
        kind, sample_dossier(kind, regime), sample_office(regime), CLERK, template=template
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
        phone="0238 3123 456",
    )


def sample_dossier(form: str, regime: str) -> Dossier:
    """An invented dossier that the form can be printed of."""
    return evolve(None, f"sample-{form}", _event(form, regime))


def _drawing(form: str, regime: str) -> Drawing:
    return Drawing(
        sample_office(regime),
        forms.wording(form, regime),
        _day_of(regime),
        number="07",
        clerk=CLERK,
        in_charge=sample_lists.IN_CHARGE,
    )


def _day_of(regime: str) -> datetime:
    """A Monday of the regime's time, so that three working days end on the Thursday."""
    at = datetime(2024, 3, 11, 14, 5, tzinfo=OFFICE_ZONE)
    return at if regime == "2018" else at.replace(year=2026, day=9)


def _event(form: str, regime: str) -> DossierEvent:
    at = _day_of(regime)
    year = at.year
    if form == forms.SUPPLEMENT_REQUEST:
        return Guided(
            slip_number=f"0007/{year}",
            intake=_intake(),
            wanted=(
                "Giấy chứng sinh do cơ sở y tế nơi trẻ em sinh ra cấp (bản chính)",
                "Giấy tờ chứng minh nơi cư trú của cha hoặc mẹ",
                "Văn bản ủy quyền được chứng thực theo quy định",
            ),
            reason="Hồ sơ nộp ngày hôm nay chưa có các giấy tờ nêu trên.",
            at=at,
            regime=regime,
        )
    if form == forms.REFUSAL_NOTICE:
        return Refused(
            slip_number=f"0003/{year}",
            intake=_intake(),
            reason="Trẻ em đã được đăng ký khai sinh tại Ủy ban nhân dân xã Đông Lĩnh ngày"
            " 02 tháng 3; việc cấp lại bản chính không thuộc trường hợp pháp luật cho phép.",
            at=at,
            regime=regime,
        )
    return Received(
        code=f"H40.16-{at:%y%m%d}-0001",
        intake=_intake(),
        received_at=at,
        promise=Promise(
            due_at=at.replace(day=at.day + 3, hour=17, minute=30),
            starts_at=at,
        ),
        regime=regime,
    )


def _intake() -> Intake:
    papers = (
        SubmittedPaper("Tờ khai đăng ký khai sinh theo mẫu quy định"),
        SubmittedPaper("Giấy chứng sinh do cơ sở y tế nơi trẻ em sinh ra cấp"),
        SubmittedPaper("Giấy chứng nhận kết hôn của cha, mẹ", originals=0, copies=1),
        SubmittedPaper("Thẻ căn cước của người đi đăng ký khai sinh (xuất trình)"),
        SubmittedPaper("Giấy tờ chứng minh nơi cư trú", originals=0, copies=1),
        SubmittedPaper("Văn bản ủy quyền được chứng thực theo quy định", copies=1),
    )
    return Intake(
        procedure=ProcedureOfDay(
            code="1.001193",
            version=1,
            name="Thủ tục đăng ký khai sinh",
            field="Hộ tịch",
            limit=TimeLimit(Decimal(3), Unit.WORKING_DAY),
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
        papers=papers,
        request="Khai sinh cho con: Y Ka Ly",
    )
