"""A commune's hub and the server above it: belonging to it, relaying once, and how that went."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass

from reception.domain.errors import RuleViolation, Trouble
from reception.domain.moments import Clock, short_moment
from reception.domain.numbering import checked_agency_code
from reception.domain.text import clean
from reception.storage.ledger.above import Above
from reception.storage.ledger.ledger import Ledger
from reception.sync.joining_above import HubWish, join_above
from reception.sync.line import Later, Line, LineDown, RefusedBy
from reception.sync.relayed import FORK, SLOT_TAKEN, RelayOutcome
from reception.sync.relaying import Relay


@dataclass(frozen=True, slots=True)
class Relayed:
    """How relaying once went. ``code`` is empty when it went through to its end.

    ``retry_after`` is in seconds, 0 for the usual time.
    """

    outcome: RelayOutcome
    code: str
    words: str
    retry_after: int = 0


def server_above(ledger: Ledger) -> Above | None:
    """The server above, or ``None`` where this server is nobody's hub."""
    with ledger.reading() as work:
        return work.above()


def belong(ledger: Ledger, line: Line, wish: HubWish, clock: Clock) -> Above:
    """Make this server the hub of a commune at the server above it.

    The commune is the one that is kept here; where there are several, the wish must name it.

    Raises:
        RuleViolation: ``code-missing``, ``unknown-agency`` or ``agency-missing``.
        Trouble: The server above was not reached, or does not let this hub in.
    """
    code = clean(wish.code)
    if not code:
        raise RuleViolation(
            "code-missing",
            "Hãy gõ mã ghi danh do người quản trị máy chủ cấp trên cấp.",
            field="code",
        )
    agency = _commune(ledger, wish.agency)
    with _as_trouble():
        return join_above(ledger, line, HubWish(wish.url, agency, code, wish.ca_file), clock)


def _commune(ledger: Ledger, named: str) -> str:
    with ledger.reading() as work:
        known = [each.agency for each in work.agencies()]
    if named:
        wanted = checked_agency_code(named)
        if wanted not in known:
            raise RuleViolation(
                "unknown-agency",
                f"Chưa có xã, phường mã {wanted} trên máy chủ này; hãy thêm bằng “reception server"
                " commune add”.",
                field="agency",
            )
        return wanted
    if len(known) != 1:
        raise RuleViolation(
            "agency-missing",
            f"Máy chủ này giữ sổ của {len(known)} xã, phường; hãy thêm một bằng “reception server"
            " commune add”, hoặc ghi --agency.",
            field="agency",
        )
    return known[0]


def relay(ledger: Ledger, relaying: Relay, clock: Clock) -> Relayed:
    """Relay once, and write down how it went; nothing done is lost if it breaks off.

    Raises:
        Trouble: ``no-server-above``, or the ledger cannot be written.
    """
    outcome = RelayOutcome()
    code, words, retry_after = "", "", 0
    try:
        with _as_trouble():
            relaying.relay(outcome)
    except Trouble as trouble:
        code, words = trouble.code, trouble.text
        cause = trouble.__cause__
        retry_after = cause.seconds if isinstance(cause, Later) else 0
    done = Relayed(outcome, code, words or _done_words(outcome), retry_after)
    with ledger.writing() as work:
        work.note_relayed(clock(), done.code, done.words)
    return done


@contextmanager
def _as_trouble() -> Generator[None]:
    """Tell every failure of the line as one plain sentence."""
    try:
        yield
    except LineDown as down:
        raise Trouble(
            "line-down",
            "Không tới được máy chủ cấp trên; các quầy vẫn trao đổi với nhau, và phần còn lại sẽ tự"
            " chuyển khi có mạng.",
        ) from down
    except Later as later:
        raise Trouble(
            "server-busy", "Máy chủ cấp trên đang bận; chương trình sẽ tự thử lại sau ít phút."
        ) from later
    except RefusedBy as refusal:
        raise refusal.trouble() from refusal


def standing_words(above: Above) -> str:
    """Where this hub stands with the server above, in one sentence."""
    place = f"khớp với máy chủ cấp trên “{above.server_name}” đến số {above.position}"
    if above.relayed_at is None:
        return f"Máy chủ tại xã; {place}, chưa chuyển lần nào."
    return f"Máy chủ tại xã; {place}. {short_moment(above.relayed_at)} · {above.words}"


def _done_words(outcome: RelayOutcome) -> str:
    parts = [f"chuyển lên {outcome.sent}, đưa về {outcome.received} sự kiện"]
    if outcome.scans_sent or outcome.scans_fetched:
        parts.append(f"chuyển lên {outcome.scans_sent}, đưa về {outcome.scans_fetched} bản quét")
    if outcome.restored:
        parts.append("máy chủ cấp trên vừa phục hồi từ bản sao, đã gửi lại những gì nó thiếu")
    if outcome.shut_out:
        names = ", ".join(f"“{name}”" for name in outcome.shut_out)
        parts.append(f"đã thu hồi quyền của {names} theo máy chủ cấp trên")
    parts += [_held_up_words(outcome, device) for device in _stuck(outcome)]
    return "Đã khớp với máy chủ cấp trên: " + "; ".join(parts) + "."


def _stuck(outcome: RelayOutcome) -> list[str]:
    return list(dict.fromkeys(device for device, _epoch in outcome.held_up))


def _held_up_words(outcome: RelayOutcome, device: str) -> str:
    name = outcome.names.get(device) or device
    codes = {code for (of, _epoch), code in outcome.held_up.items() if of == device}
    if SLOT_TAKEN in codes:
        other = outcome.in_the_way.get(device, "")
        return (
            f"chưa chuyển được phần của “{name}” vì ở máy chủ cấp trên số quầy này đang thuộc"
            f" “{other}”: hãy ghi danh lại máy đó tại đây với số quầy khác"
        )
    if FORK in codes:
        return (
            f"chưa chuyển được phần của “{name}” vì sổ của máy đó có bản sao đang làm việc với máy"
            " chủ cấp trên: hãy gọi người quản trị máy chủ cấp trên"
        )
    return (
        f"chưa chuyển được phần của “{name}” ({', '.join(sorted(codes))}): hãy gọi người quản trị"
        " máy chủ cấp trên"
    )
