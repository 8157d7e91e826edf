"""The periods that communes closed: listed, each beside today's figures, and as it was signed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from urllib.parse import urlencode

from starlette.responses import Response

from reception.domain.errors import RuleViolation
from reception.domain.lateness_report import SECTION_WORDS
from reception.domain.list_frame import Period
from reception.domain.moments import date_words
from reception.domain.report_lines import Figure, Line
from reception.domain.server_users import Sight
from reception.server.pages.asked import Asked
from reception.server.pages.csv_out import csv_answer
from reception.server.pages.house import House, Route
from reception.server.pages.rendering import moment
from reception.server.pages.reports import file_answer, parts_of
from reception.server.pages.wanted import FAULTS_OF_PERIOD, Wanted, wanted_of
from reception.server.pages.words import CLOSED_PARTS, REPORT_WORDS
from reception.services import books, inspection, public_lists, server_closings
from reception.services.definitions import definition_on
from reception.services.server_closings import BesideToday, CommuneClosing

_Row = tuple[str, Mapping[str, Figure], Mapping[str, int]]
"""A line: what it is of, its figures as closed, and those that are others today."""
HEAD = (
    "Mã", "Xã, phường", "Báo cáo", "Từ ngày", "Đến ngày", "Người chốt", "Máy", "Chốt lúc",
    "Máy chủ nhận lúc", "SHA-256",
)  # fmt: skip


def the_list(house: House, asked: Asked) -> Response:
    """What one commune has closed; of all of them, what they have closed of a period."""
    wanted, fault = _wanted(house, asked)
    found = _found(house, asked, wanted, "closings-seen")
    communes = public_lists.communes(house.ledger)
    closed = {one.agency.agency for one in found}
    return house.page(
        "closings.html",
        asked,
        wanted=wanted,
        found=[(one, report_words(one), compared_at(one)) for one in found],
        communes=communes,
        place=next((one.name for one in communes if one.agency == wanted.agency), ""),
        missing=[one.name for one in communes if one.agency not in closed],
        unfolded=server_closings.unfolded(house.ledger, wanted.agency),
        fault=fault,
    )


def as_csv(house: House, asked: Asked) -> Response:
    """The same as a table to take out."""
    wanted, fault = _wanted(house, asked)
    if fault:
        raise fault
    found = _found(house, asked, wanted, "closings-exported")
    return csv_answer("ky-da-chot.csv", HEAD, [_cells(one) for one in found])


def one_closing(house: House, asked: Asked) -> Response:
    """A closed report; what is another today stands beside it."""
    told = server_closings.beside_today(house.ledger, house.clock, *_one(house, asked))
    closing = told.closing
    closed = closing.closed
    made = told.today or server_closings.as_report(closing, house.clock)
    total = {one.column: one.today for one in told.differences if not one.field}
    return house.page(
        "closing.html",
        asked,
        wanted=replace(wanted_of(house, asked, {}), agency=closing.agency.agency),
        told=told,
        closing=closing,
        report=report_words(closing),
        parts_of=parts_of(made, CLOSED_PARTS[closed.report]),
        sections=SECTION_WORDS | {"kinds": "Theo loại"},
        rows={name: _rows(told, name, lines) for name, lines in told.frozen.sections.items()},
        total=("Tổng số", told.frozen.total.figures, total),
        definition=definition_on(closed.rule, closed.until_on),
        paper=compared_at(closing).replace("/so?", "/so.pdf?"),
    )


def as_pdf(house: House, asked: Asked) -> Response:
    """The form as it was closed, with what proves it and what is another today."""
    told = server_closings.beside_today(house.ledger, house.clock, *_one(house, asked))
    form = server_closings.paper(told, house.server_name(), house.clock)
    name = f"da-chot-{told.closing.closed.report}.pdf"
    return file_answer(name, books.pdf_of(form), "application/pdf")


def report_words(closing: CommuneClosing) -> str:
    """What the report is called; one of a newer program by the name that it was given there."""
    return REPORT_WORDS.get(closing.closed.report, closing.closed.report)


def compared_at(closing: CommuneClosing) -> str:
    """Where a closing stands beside today's figures."""
    closed = closing.closed
    asked = {
        "xa": closing.agency.agency, "bao-cao": closed.report,
        "tu": closed.from_on.isoformat(), "den": closed.until_on.isoformat(),
    }  # fmt: skip
    return f"/bao-cao/da-chot/so?{urlencode(asked)}"


def _found(house: House, asked: Asked, wanted: Wanted, act: str) -> list[CommuneClosing]:
    user = asked.known_user()
    inspection.check_may_see(user, wanted.agency)
    period = wanted.period if asked.query.get("ky", "").strip() or not wanted.agency else None
    found = server_closings.closings(house.ledger, wanted.agency, period)
    days = f"{period.from_on}..{period.until_on}" if period else "-"
    inspection.note_seen(house.ledger, house.clock, user, act, f"{wanted.agency} {days}")
    return found


def _wanted(house: House, asked: Asked) -> tuple[Wanted, RuleViolation | None]:
    """What is asked for: where no period is written, the month before this one."""
    last = public_lists.month_of("", house.clock).before().text
    written = asked.query.get("ky", "").strip()
    try:
        return wanted_of(house, asked, asked.query | {"ky": written or last}), None
    except RuleViolation as fault:
        if fault.code not in FAULTS_OF_PERIOD:
            raise
        return wanted_of(house, asked, asked.query | {"ky": last, "chot": ""}), fault


def _one(house: House, asked: Asked) -> tuple[str, str, Period]:
    """Which closing is asked for; being seen is written down.

    Raises:
        RuleViolation: ``not-allowed``, or ``not-closed`` where the address is of none.
    """
    user = asked.known_user()
    agency, report = user.agency or asked.query.get("xa", ""), asked.query.get("bao-cao", "")
    inspection.check_may_see(user, agency)
    try:
        ends = [date.fromisoformat(asked.query.get(name, "")) for name in ("tu", "den")]
    except ValueError:
        raise RuleViolation(
            "not-closed", "Địa chỉ này không nói đúng kỳ nào; hãy chọn trong danh sách."
        ) from None
    about = f"{report} {agency} {ends[0]}..{ends[1]}"
    inspection.note_seen(house.ledger, house.clock, user, "closings-seen", about)
    return agency, report, Period(*ends)


def _rows(told: BesideToday, section: str, lines: Iterable[Line]) -> list[_Row]:
    """Lines as they were closed, and what is another today; those that are new today, too."""
    of_it = [one for one in told.differences if one.section == section]
    now: dict[str, dict[str, int]] = {}
    for one in of_it:
        now.setdefault(one.field, {})[one.column] = one.today
    rows: list[_Row] = [(line.field, line.figures, now.pop(line.field, {})) for line in lines]
    now.pop("", None)  # the sum's
    none = dict.fromkeys(told.frozen.total.figures, 0)
    return rows + [(field, none, columns) for field, columns in now.items()]


def _cells(one: CommuneClosing) -> list[object]:
    closed = one.closed
    return [
        one.agency.agency, one.agency.name, report_words(one), date_words(closed.from_on),
        date_words(closed.until_on), one.by, one.device, moment(closed.at),
        moment(one.received_at), closed.sha256,
    ]  # fmt: skip


ROUTES = (
    Route("/bao-cao/da-chot", the_list, Sight.BOARD),
    Route("/bao-cao/da-chot.csv", as_csv, Sight.BOARD),
    Route("/bao-cao/da-chot/so", one_closing, Sight.BOARD),
    Route("/bao-cao/da-chot/so.pdf", as_pdf, Sight.BOARD),
)
