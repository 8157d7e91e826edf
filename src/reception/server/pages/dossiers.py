"""The dossiers behind a figure of the board, page by page, and as a table to take out."""

from __future__ import annotations

from starlette.responses import Response

from reception.domain.dossier import State
from reception.domain.errors import RuleViolation
from reception.domain.life import STATE_WORDS
from reception.domain.server_users import Sight
from reception.domain.timeliness import TIMELINESS_WORDS, Timeliness
from reception.server.pages.asked import Asked
from reception.server.pages.board import months_asked
from reception.server.pages.csv_out import csv_answer
from reception.server.pages.house import House, Route
from reception.server.pages.rendering import moment
from reception.services import inspection, public_lists
from reception.services.definitions import words_in_use
from reception.services.inspection import Listed
from reception.storage.ledger.dossier_rows import Pile, PileQuery

AT_ONCE = 100
PILE_WORDS = {
    Pile.RECEIVED: "Tiếp nhận",
    Pile.EARLY: "Giải quyết trước hạn",
    Pile.ON_TIME: "Giải quyết đúng hạn",
    Pile.OVERDUE: "Giải quyết quá hạn",
    Pile.NO_LIMIT: "Giải quyết, không đặt hạn",
    Pile.OPEN: "Đang giải quyết",
    Pile.OPEN_OVERDUE: "Đang quá hạn",
    Pile.NOT_APOLOGISED: "Quá hạn chưa xin lỗi",
    Pile.PAUSED: "Chờ bổ sung, tạm dừng",
    Pile.ASIDE: "Có sự kiện giữ riêng",
}
HEAD = (
    "Mã hồ sơ", "Trạng thái", "Mã thủ tục", "Thủ tục", "Lĩnh vực", "Tiếp nhận", "Hẹn trả",
    "Hẹn lại", "Có kết quả", "Trả kết quả", "Thời hạn", "Đang ở", "Xin lỗi lúc", "Số phiếu xin lỗi",
)  # fmt: skip


def the_list(house: House, asked: Asked) -> Response:
    """One page of a list."""
    wanted, months = _wanted(house, asked)
    page = _number(asked.query.get("trang", ""))
    user = asked.known_user()
    rows, size = inspection.pile(house.ledger, user, wanted, AT_ONCE, (page - 1) * AT_ONCE)
    with house.ledger.reading() as work:
        agency = public_lists.known_agency(work.agency(wanted.agency))
    return house.page(
        "dossiers.html",
        asked,
        agency=agency,
        wanted=wanted,
        months=months,
        piles=PILE_WORDS,
        rows=rows,
        size=size,
        page=page,
        pages=max(1, -(-size // AT_ONCE)),
        first=(page - 1) * AT_ONCE + 1,
        with_names=user.may(Sight.NAMES),
        with_history=user.may(Sight.HISTORY),
        state_words=STATE_WORDS,
        timeliness_words=TIMELINESS_WORDS,
        definition=words_in_use(house.clock),
    )


def as_csv(house: House, asked: Asked) -> Response:
    """The whole list as a table to take out; it holds no names."""
    wanted, _months = _wanted(house, asked)
    rows = inspection.export(house.ledger, asked.known_user(), wanted)
    return csv_answer(f"ho-so-{wanted.pile}.csv", HEAD, [_cells(each) for each in rows])


def _cells(listed: Listed) -> list[object]:
    row = listed.row
    return [
        row.reference, STATE_WORDS[State(row.state)], row.procedure, row.procedure_name,
        row.field, moment(row.opened_at), moment(row.due_at), moment(row.new_due_at),
        moment(row.result_at), moment(row.handed_over_at),
        TIMELINESS_WORDS[Timeliness(row.timeliness)] if row.timeliness else "",
        row.holder, moment(row.apologised_at), row.apology_number,
    ]  # fmt: skip


def _wanted(house: House, asked: Asked) -> tuple[PileQuery, str]:
    (first, last), fault = months_asked(house, asked)
    if fault:
        raise fault
    name = asked.query.get("loai", Pile.OPEN_OVERDUE.value)
    if name not in list(Pile):
        raise RuleViolation("unknown-list", "Không có danh sách này; hãy chọn trong bảng.")
    wanted = PileQuery(
        asked.places["agency"],
        Pile(name),
        first.first,
        last.last,
        house.clock(),
        asked.query.get("linh-vuc", ""),
        asked.query.get("o", ""),
    )
    return wanted, f"tu={first.text}&den={last.text}"


def _number(text: str) -> int:
    return (
        int(text) if text.isascii() and text.isdigit() and 0 < len(text) <= 5 and int(text) else 1
    )


ROUTES = (
    Route("/bang/{agency}/ho-so", the_list, Sight.BOARD),
    Route("/bang/{agency}/ho-so.csv", as_csv, Sight.BOARD),
)
