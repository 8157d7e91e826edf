"""Certifying at the desk: one act for one person, a number in the book for each paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from reception.domain.accounts import Right
from reception.domain.applicant import Party, told_by_number
from reception.domain.certification import (
    BookRule,
    Certification,
    CertifiedItem,
    Matter,
    book_of,
)
from reception.domain.dossier import Dossier
from reception.domain.errors import RuleViolation
from reception.domain.intake import SubmittedPaper
from reception.domain.intake_events import Certified
from reception.domain.money import figures
from reception.domain.numbering import code_scope, dossier_code
from reception.domain.tariff import Tariff, tariff_on
from reception.domain.text import checked_text
from reception.services import rights, shipped_rules
from reception.services.desk import Desk
from reception.services.forms import regime_on
from reception.services.intake_request import IntakeRequest, checked_intake
from reception.services.printable import check_printable
from reception.storage.journal import new_id

MOST_PAPERS = 50
MOST_PAGES = 2_000
MOST_COPIES = 999


@dataclass(frozen=True, slots=True)
class WantedItem:
    """A paper to certify: its pages, and how many copies of it."""

    paper: str
    pages: int = 1
    copies: int = 1


@dataclass(frozen=True, slots=True)
class CertificationRequest:
    """What the clerk filled in; a reason in ``free_because`` takes no fee."""

    matter: Matter
    owner: Party
    items: tuple[WantedItem, ...]
    free_because: str = ""
    signer: str = ""
    signer_title: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class UsualPaper:
    """What a paper is usually called, and other words that find it."""

    matter: Matter
    name: str
    keywords: str = ""


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of certification: procedures, books and fees by date, usual papers."""

    procedures: dict[Matter, str]
    book: tuple[BookRule, ...]
    tariff: tuple[Tariff, ...]
    paper: tuple[UsualPaper, ...]


@cache
def rules() -> Rules:
    """The shipped rules."""
    return shipped_rules.read("certification", Rules)


def tariff_of(matter: Matter, day: date) -> Tariff:
    """What a matter costs on a day, with the decree that says so."""
    return tariff_on(rules().tariff, matter, day)


def price(matter: Matter, item: WantedItem, day: date) -> int:
    """The fee of one paper by the tariff of the day, in đồng."""
    return tariff_of(matter, day).fee_vnd(item.pages, item.copies)


def certify(desk: Desk, request: CertificationRequest, *, by: str) -> Dossier:
    """Certify for one person: numbers, event and lists in one durable commit (23/2015 Đ7).

    Raises:
        RuleViolation: The request is not possible as it stands, or not to this person; nothing was
            written.
        Trouble: The disk or another program prevented it; nothing was written.
    """
    desk.require_clock()
    rights.check(desk, Right.RECEIVE, "chứng thực", by=by)
    at = desk.now()
    day = at.date()
    wanted = _checked_items(request.items)
    free = _checked(request.free_because, "free_because")
    fees = [0 if free else price(request.matter, item, day) for item in wanted]
    procedure = desk.procedure(rules().procedures[request.matter], day)
    intake = checked_intake(_as_intake(request, wanted, sum(fees)), procedure, today=day)
    signer, title = (
        _checked(request.signer, "signer"),
        _checked(request.signer_title, "signer_title"),
    )
    slot = desk.store.journal.device.slot
    book = book_of(rules().book, request.matter.kind, day, slot)
    with desk.store.writing():
        items = tuple(
            CertifiedItem(desk.store.next_number(book), item.paper, item.pages, item.copies, fee)
            for item, fee in zip(wanted, fees, strict=True)
        )
        code = dossier_code(
            desk.code_rules,
            agency_code=desk.office.agency_code,
            day=day,
            counter=desk.store.next_number(code_scope(day.isoformat())),
            slot=slot,
        )
        certification = Certification(request.matter.kind, book, items, signer, title, free)
        event = Certified(code, intake, at, regime_on(day), certification)
        return desk.store.open_dossier(new_id(), event, at=at, by=by)


def _as_intake(
    request: CertificationRequest, wanted: tuple[WantedItem, ...], fee_vnd: int
) -> IntakeRequest:
    copied = request.matter is Matter.COPY
    return IntakeRequest(
        procedure_code=rules().procedures[request.matter],
        owner=told_by_number(request.owner),
        papers=tuple(
            SubmittedPaper(item.paper, 1, item.copies)
            if copied
            else SubmittedPaper(item.paper, item.copies)
            for item in wanted
        ),
        fee_vnd=fee_vnd,
        notes=request.notes,
    )


def _checked_items(items: tuple[WantedItem, ...]) -> tuple[WantedItem, ...]:
    """The papers, named and counted as they can be.

    Raises:
        RuleViolation: ``nothing-to-certify``, ``items-too-many``, ``paper-unnamed``,
            ``pages-impossible`` or ``copies-impossible``.
    """
    if not items:
        raise RuleViolation(
            "nothing-to-certify",
            "Chưa có giấy tờ nào để chứng thực; hãy ghi tên giấy tờ, số trang và số bản.",
            field="items",
        )
    if len(items) > MOST_PAPERS:
        raise RuleViolation(
            "items-too-many",
            f"Một lần chứng thực nhiều nhất {MOST_PAPERS} loại giấy tờ;"
            " hãy chứng thực làm nhiều lần.",
            field="items",
        )
    return tuple(_checked_item(place, item) for place, item in enumerate(items))


def _checked_item(place: int, item: WantedItem) -> WantedItem:
    name = _checked(item.paper, f"items.{place}.paper")
    if not name:
        raise RuleViolation(
            "paper-unnamed",
            f"Dòng {place + 1} chưa ghi tên giấy tờ; hãy ghi tên, hoặc bỏ dòng ấy.",
            field=f"items.{place}.paper",
        )
    for what, code, number, most in (
        ("trang", "pages", item.pages, MOST_PAGES),
        ("bản", "copies", item.copies, MOST_COPIES),
    ):
        if not 1 <= number <= most:
            raise RuleViolation(
                f"{code}-impossible",
                f"Số {what} của “{name[:60]}” phải từ 1 đến {figures(most)}; hãy ghi lại.",
                field=f"items.{place}.{code}",
            )
    return WantedItem(name, item.pages, item.copies)


def _checked(text: str, field: str) -> str:
    check_printable(text, field)
    return checked_text(text, field)
