"""The desk's exchange with the server above, and what of it is said to the clerk."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from reception.domain.clock_jump import SERVER_APART
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.moments import in_office_zone, short_moment
from reception.domain.text import clean
from reception.services import received_packs
from reception.services.desk import Desk
from reception.services.scans import folder_of
from reception.services.training import stay_here
from reception.storage import (
    closed_rows,
    foreign,
    line_rows,
    pack_rows,
    submission_rows,
)
from reception.storage.line_rows import ExchangeRow, LineRow
from reception.storage.listing_foreign import list_news
from reception.storage.scan_pieces import ScanPieces
from reception.sync import joining
from reception.sync.exchanging import Exchanger, Outcome, enrolled
from reception.sync.line import Later, Line, LineDown, RefusedBy

BY_LINE = "line"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where this desk stands with the server; ``waiting`` counts its events not yet receipted.

    ``reviews`` counts what two desks' acts left to decide, ``submissions`` what was submitted
    online and nobody has answered, ``broken_packs`` what the server sent and cannot be used.
    """

    line: LineRow | None
    waiting: int
    reviews: int
    last: ExchangeRow | None
    submissions: int = 0
    broken_packs: int = 0

    @property
    def words(self) -> str:
        """One sentence for the status line."""
        if self.line is None:
            return "Chưa ghi danh với máy chủ cấp trên; hồ sơ được giữ trên máy này"
        place = f"Đã khớp đến số {grouped(self.line.position)}"
        if not self.waiting:
            return f"{place}, không còn gì chờ gửi"
        return f"{place}, còn {grouped(self.waiting)} chờ gửi"


def grouped(number: int) -> str:
    """A number in groups of three, as Vietnamese writes it: ``1 204``, unbreakable."""
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")


@dataclass(frozen=True, slots=True)
class Exchanged:
    """How one exchange went. ``retry_after`` is in seconds, 0 for the usual time."""

    outcome: Outcome
    row: ExchangeRow
    retry_after: int = 0

    @property
    def whole(self) -> bool:
        """Whether it went through to its end."""
        return not self.row.outcome


def make_exchanger(desk: Desk, seconds: Callable[[], float]) -> Exchanger:
    """An exchanger to keep while the program runs; ``seconds`` is a clock that never goes back."""
    return Exchanger(desk.now, seconds)


def enrol(desk: Desk, line: Line, url: str, code: str, name: str, *, move: bool = False) -> LineRow:
    """Enrol this desk at the server above with a one-time code.

    One that belongs to a server already goes over to this one if it is to ``move``, as from a
    commune's hub to the server above it; nothing on either is lost.

    Raises:
        RuleViolation: ``code-missing``, ``already-enrolled`` or ``only-practice``.
        Trouble: The server was not reached, or does not let this desk in.
    """
    stay_here(desk)
    typed = clean(code)
    if not typed:
        raise RuleViolation(
            "code-missing", "Hãy gõ mã ghi danh do người quản trị máy chủ cấp.", field="code"
        )
    present = line_rows.line(desk.database)
    if present is not None and not present.code and not move:
        raise RuleViolation(
            "already-enrolled",
            f"Máy này đã ghi danh với {present.server_name}; không cần ghi danh nữa.",
        )
    wish = joining.Wish(url, desk.office.agency_code, typed, clean(name) or "Quầy")
    with as_trouble():
        return joining.join(desk.store, line, wish, desk.now)


@contextmanager
def as_trouble() -> Generator[None]:
    """Tell every failure of the line as one plain sentence."""
    try:
        yield
    except LineDown as down:
        raise _not_reached() from down
    except Later as later:
        raise _busy() from later
    except RefusedBy as refusal:
        raise refusal.trouble() from refusal


def exchange(desk: Desk, line: Line, exchanger: Exchanger) -> Exchanged:
    """Exchange once by line, and write down how it went; nothing done is lost if it breaks off.

    Raises:
        RuleViolation: ``only-practice``.
        Trouble: ``not-enrolled``, or the register cannot be written.
    """
    stay_here(desk)
    enrolled(desk.store)
    outcome, began = Outcome(), desk.now()
    code, words, retry_after = "", "", 0
    try:
        exchanger.exchange(
            desk.store, line, outcome, ScanPieces(folder_of(desk), desk.database.key)
        )
    except LineDown:
        code, words = "line-down", _not_reached().text
    except Later as later:
        code, words, retry_after = "busy", _busy().text, later.seconds
    except RefusedBy as refusal:
        code, words = refusal.code, refusal.trouble().text
    except Trouble as trouble:
        code, words = trouble.code, trouble.text
    row = ExchangeRow(
        road=BY_LINE,
        started_at=began,
        ended_at=desk.now(),
        sent=outcome.sent + outcome.handed_back,
        received=outcome.received,
        bytes_up=outcome.bytes_up,
        bytes_down=outcome.bytes_down,
        outcome=code,
        words=words or _done_words(outcome) + _clock_words(outcome, desk.shown_at()),
    )
    note(desk, row)
    received_packs.judge_again(desk)
    desk.reload()
    return Exchanged(outcome, row, retry_after)


def note(desk: Desk, row: ExchangeRow) -> None:
    """Write an exchange down; a silent one that follows a silent one adds nothing to read."""
    last = line_rows.last_exchanges(desk.database, 1)
    silent = not (row.sent or row.received)
    alike = bool(last) and last[0].outcome == row.outcome and last[0].road == row.road
    with desk.store.writing():
        if silent and alike and not (last[0].sent or last[0].received):
            line_rows.forget_last_exchange(desk.database)
        line_rows.note_exchange(desk.database, row)


def standing(desk: Desk) -> Standing:
    """Where this desk stands with the server."""
    last = line_rows.last_exchanges(desk.database, 1)
    return Standing(
        line=line_rows.line(desk.database),
        waiting=waiting(desk),
        reviews=closed_rows.count_to_decide(desk.store),
        last=last[0] if last else None,
        submissions=submission_rows.count_waiting(desk.database),
        broken_packs=pack_rows.count_broken(desk.database),
    )


def waiting(desk: Desk) -> int:
    """How many events of this device the server has not receipted yet."""
    device = desk.store.journal.device.device
    total = 0
    for epoch, seq in foreign.held(desk.database, device).items():
        receipt = line_rows.receipt(desk.database, device, epoch)
        # What came down from the server needs no receipt: it is there.
        placed = foreign.last_placed(desk.database, device, epoch)
        total += max(0, seq - max(placed, receipt.acked if receipt else 0))
    return total


def finish_listing(desk: Desk) -> None:
    """List what came down and is not listed yet, as after a power cut between the two."""
    while list_news(desk.store):
        pass
    received_packs.judge_again(desk)


def last_exchanges(desk: Desk, most: int = 50) -> list[ExchangeRow]:
    """The last exchanges, the latest first."""
    return line_rows.last_exchanges(desk.database, most)


def _done_words(outcome: Outcome) -> str:
    parts = [f"gửi {grouped(outcome.sent)}, nhận {grouped(outcome.received)} sự kiện"]
    if outcome.scans.sent or outcome.scans.fetched:
        parts.append(
            f"gửi {grouped(outcome.scans.sent)}, nhận {grouped(outcome.scans.fetched)} bản quét"
        )
    if outcome.new_epoch:
        parts.append(
            "phát hiện sổ này có bản sao khác đã làm việc: phần riêng của máy này được ghi tiếp"
            f" thành đợt mới ({grouped(outcome.renewed)} sự kiện), không mất gì"
        )
    if outcome.handed_back:
        parts.append(
            f"trả lại máy chủ {grouped(outcome.handed_back)} sự kiện của máy khác mà máy chủ đã mất"
        )
    return "Đã khớp với máy chủ: " + "; ".join(parts) + "."


def _clock_words(outcome: Outcome, now: datetime) -> str:
    """A warning where this PC's clock is far from the server's; no decision hangs on either."""
    if outcome.server_at is None or abs(now - outcome.server_at) <= SERVER_APART:
        return ""
    return (
        f" Đồng hồ máy này ghi {short_moment(now)}, máy chủ ghi"
        f" {short_moment(in_office_zone(outcome.server_at))}; hãy xem lại ngày giờ của máy."
    )


def exchange_words(row: ExchangeRow) -> str:
    """One exchange as one line to read."""
    road = "đường truyền" if row.road == BY_LINE else "USB"
    return f"{short_moment(row.ended_at)} · {road} · {row.words}"


def _not_reached() -> Trouble:
    return Trouble(
        "line-down",
        "Không tới được máy chủ cấp trên; hồ sơ vẫn được giữ trên máy này và sẽ tự gửi khi có"
        " mạng.",
    )


def _busy() -> Trouble:
    return Trouble(
        "server-busy", "Máy chủ cấp trên đang bận; chương trình sẽ tự thử lại sau ít phút."
    )
