"""The supervisor's board, one commune's part of it, and both as a table to take out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from starlette.responses import Response

from reception.domain.errors import RuleViolation
from reception.domain.server_users import Sight
from reception.server.pages.asked import Asked
from reception.server.pages.csv_out import csv_answer
from reception.server.pages.house import House, Route
from reception.server.pages.rendering import moment
from reception.server.pages.words import ASIDE_WORDS, CLASH_WORDS, DEVICE_WORDS
from reception.services import board as figures
from reception.services import inspection, public_lists
from reception.services.board import Asked as Wanted
from reception.services.board import Board, Line
from reception.services.definitions import words_in_use

_MOST_SILENT_HOURS = 24 * 60
ORDERS: dict[str, tuple[str, Callable[[Line], Any]]] = {
    "qua-han": ("quá hạn nhiều nhất", lambda line: (-line.overdue, line.name)),
    "ten": ("tên xã, phường", lambda line: line.name),
    "xin-loi": (
        "thiếu lời xin lỗi nhiều nhất",
        lambda line: (line.given_apologies - line.owed_apologies, line.name),
    ),
    "im-lang": ("máy im lặng nhiều nhất", lambda line: (-line.desks.silent, line.name)),
}
HEAD = (
    "Mã", "Xã, phường", "Tiếp nhận", "Đã giải quyết", "Trước hạn", "Đúng hạn", "Quá hạn",
    "Không đặt hạn", "Đang giải quyết", "Tạm dừng", "Đang quá hạn", "Phải xin lỗi", "Đã xin lỗi",
    "Máy đang dùng", "Máy im lặng", "Nối lần cuối", "Sự kiện giữ riêng", "Việc chưa quyết quá hạn",
    "Sự kiện chưa xếp",
)  # fmt: skip


def the_board(house: House, asked: Asked) -> Response:
    """All communes."""
    user = asked.known_user()
    if user.agency:
        return commune(house, asked, user.agency)
    months, told, fault = _told(house, asked)
    inspection.note_seen(house.ledger, house.clock, user, "board-seen", _days(told.asked))
    order = asked.query.get("xep", "")
    order = order if order in ORDERS else "qua-han"
    return house.page(
        "board.html",
        asked,
        told=told,
        lines=sorted(told.lines, key=ORDERS[order][1]),
        orders={name: words for name, (words, _key) in ORDERS.items()},
        order=order,
        months=months,
        fault=fault,
        definition=words_in_use(house.clock),
    )


def one_commune(house: House, asked: Asked) -> Response:
    """One commune."""
    return commune(house, asked, asked.places["agency"])


def commune(house: House, asked: Asked, agency: str) -> Response:
    """One commune's figures, desks, and what waits for somebody."""
    user = asked.known_user()
    inspection.check_may_see(user, agency)
    months, told, fault = _told(house, asked, agency)
    if not told.lines:
        raise RuleViolation("unknown-agency", "Không có xã, phường này; hãy chọn trong bảng.")
    about = f"{agency} {_days(told.asked)}"
    inspection.note_seen(house.ledger, house.clock, user, "commune-seen", about)
    return house.page(
        "commune.html",
        asked,
        told=told,
        line=told.lines[0],
        waiting=figures.waiting(house.ledger, agency),
        clash_words=CLASH_WORDS,
        device_words=DEVICE_WORDS,
        aside_words=ASIDE_WORDS,
        old_before=figures.clash_is_old_before(told.asked.now),
        months=months,
        fault=fault,
        definition=words_in_use(house.clock),
    )


def as_csv(house: House, asked: Asked) -> Response:
    """The board as a table to take out."""
    user = asked.known_user()
    _months, told, _fault = _told(house, asked, user.agency)
    inspection.note_seen(house.ledger, house.clock, user, "board-exported", _days(told.asked))
    rows = [_cells(line) for line in told.lines]
    days = f"Từ {told.asked.first:%d/%m/%Y} đến {told.asked.last:%d/%m/%Y}"
    notes = [[days], [words_in_use(house.clock)]]
    return csv_answer("bang-theo-doi.csv", HEAD, [*rows, [], *notes])


def _cells(line: Line) -> list[object]:
    sums, desks = line.sums, line.desks
    return [
        line.agency, line.name, sums.received, sums.settled, sums.early, sums.on_time,
        sums.overdue, sums.no_limit, line.open, line.paused, line.overdue, line.owed_apologies,
        line.given_apologies, desks.in_use, desks.silent, moment(desks.last_seen_at), line.aside,
        line.old_clashes, line.unfolded,
    ]  # fmt: skip


Months = tuple[public_lists.Month, public_lists.Month]


def months_asked(house: House, asked: Asked) -> tuple[Months, RuleViolation | None]:
    """The months from and to which figures are told; the present one if these are none."""
    try:
        last = public_lists.month_of(asked.query.get("den", ""), house.clock)
        wanted = asked.query.get("tu", "")
        first = public_lists.month_of(wanted, house.clock) if wanted else last
        _check_in_order(first, last)
    except RuleViolation as fault:
        present = public_lists.month_of("", house.clock)
        return (present, present), fault
    return (first, last), None


def _check_in_order(first: public_lists.Month, last: public_lists.Month) -> None:
    if first.first > last.first:
        raise RuleViolation("days-reversed", "Tháng cuối trước tháng đầu; hãy chọn lại.")


def _told(
    house: House, asked: Asked, agency: str = ""
) -> tuple[Months, Board, RuleViolation | None]:
    months, fault = months_asked(house, asked)
    hours = asked.query.get("gio", "")
    silent = int(hours) if hours.isascii() and hours.isdigit() and len(hours) <= 4 else 0
    silent = min(silent or figures.SILENT_HOURS, _MOST_SILENT_HOURS)
    wanted = figures.asked_for(house.clock, months[0].first, months[1].last, silent)
    return months, figures.board(house.ledger, wanted, agency), fault


def _days(wanted: Wanted) -> str:
    return f"{wanted.first}..{wanted.last}"


ROUTES = (
    Route("/bang", the_board, Sight.BOARD),
    Route("/bang.csv", as_csv, Sight.BOARD),
    Route("/bang/{agency}", one_commune, Sight.BOARD),
)
