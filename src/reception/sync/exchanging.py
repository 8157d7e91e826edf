"""One exchange with the server: agree, send, bring down, list. It may break off anywhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from reception.domain.errors import Trouble
from reception.domain.moments import Clock, from_utc_text
from reception.storage import foreign, line_rows
from reception.storage.device import own_key
from reception.storage.epochs import drop_doubles
from reception.storage.line_rows import LineRow
from reception.storage.listing_foreign import list_news
from reception.storage.scan_pieces import ScanPieces
from reception.storage.store import Store
from reception.sync.batch_size import BatchSize
from reception.sync.joining import use_code
from reception.sync.line import Caller, Later, Line, LineDown, read_or_down
from reception.sync.messages import StateAnswer
from reception.sync.pulling import Puller, pull
from reception.sync.pushing import Chain, Diverged, Pusher, push
from reception.sync.recovering import follow_new_incarnation, hand_back, mend_own_chains
from reception.sync.scan_exchange import PieceSize, ScanExchanger, ScanOutcome
from reception.sync.signatures import head_statement, sign

_TIMES = 5  # how often both ends may find that they do not agree before this is given up


@dataclass(slots=True)
class Outcome:
    """What one exchange brought; events and bytes are counted, also when it broke off.

    ``renewed`` counts own events that went on in a new epoch, ``handed_back`` those of others that
    a restored server had lost. ``server_at`` is what the server's clock said, to be shown.
    """

    sent: int = 0
    received: int = 0
    renewed: int = 0
    new_epoch: bool = False
    handed_back: int = 0
    scans: ScanOutcome = field(default_factory=ScanOutcome)
    bytes_up: int = 0
    bytes_down: int = 0
    changed: tuple[str, ...] = ()
    server_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Exchanger:
    """What exchanging needs; it keeps what it learns of the line while the program runs.

    ``seconds`` is a clock that only runs forward.
    """

    clock: Clock
    seconds: Callable[[], float]
    up: BatchSize = field(default_factory=BatchSize)
    down: BatchSize = field(default_factory=BatchSize)
    pieces: PieceSize = field(default_factory=PieceSize)
    absent: set[str] = field(default_factory=set[str])

    def exchange(
        self, store: Store, line: Line, outcome: Outcome, scans: ScanPieces | None = None
    ) -> None:
        """Exchange once; what was done stands in ``outcome`` even if it breaks off.

        Scans, where their folder is given, travel after all events.

        Raises:
            LineDown, Later: Try again after a while; what was receipted and stored is safe.
            RefusedBy: The server does not let this device in.
            Trouble: Something does not hold together.
        """
        if (pending := enrolled(store)).code:
            use_code(store, line, pending)
        caller = Caller(line, store.journal.device.device, own_key(store.database))
        try:
            self._exchange_events(store, caller, outcome)
            if scans is not None:
                ScanExchanger(
                    store, scans, caller, self.clock, self.pieces, self.seconds, self.absent
                ).exchange(outcome.scans)
        finally:
            outcome.bytes_up += caller.traffic.up
            outcome.bytes_down += caller.traffic.down

    def _exchange_events(self, store: Store, caller: Caller, outcome: Outcome) -> None:
        for _time in range(_TIMES):
            try:
                self._agree_and_exchange(store, caller, outcome)
            except Diverged:
                continue
            return
        raise _no_agreement()

    def _agree_and_exchange(self, store: Store, caller: Caller, outcome: Outcome) -> None:
        line, state = self._agree(store, caller, outcome)
        puller = Puller(store, caller, self.clock, self.down, self.seconds)
        if store.journal.device.epoch > 1:
            # Another copy may have brought some of what this one has not sent.
            if line.position < state.position:
                self._pull(puller, line, outcome)
            _let_doubles_go(store)
            line = enrolled(store)
        pusher = Pusher(store.database, caller, line, self.clock, self.up, self.seconds)
        outcome.sent += self._push_own(pusher, store, state)
        if line.owes_others:
            outcome.handed_back += hand_back(pusher)
        self._pull(puller, enrolled(store), outcome)  # receipts may have moved its place

    def _pull(self, puller: Puller, line: LineRow, outcome: Outcome) -> None:
        try:
            outcome.received += pull(puller, line)
        except (LineDown, Later):
            self._list(puller.store, outcome)  # what came is looked at, though more is to come
            raise
        self._list(puller.store, outcome)

    def _list(self, store: Store, outcome: Outcome) -> None:
        _let_doubles_go(store)
        changed: dict[str, None] = dict.fromkeys(outcome.changed)
        while news := list_news(store):
            changed |= dict.fromkeys(news)
        outcome.changed = tuple(changed)

    def _agree(self, store: Store, caller: Caller, outcome: Outcome) -> tuple[LineRow, StateAnswer]:
        line = enrolled(store)
        target = f"/v1/devices/{store.journal.device.device}/state"
        state = caller.json("GET", target, StateAnswer)
        outcome.server_at = read_or_down(lambda: _moment(state.server_time))
        if state.incarnation != line.incarnation:
            line = follow_new_incarnation(store, caller, line, state)
        renewed = mend_own_chains(store, caller, state, self.clock)
        if renewed >= 0:
            outcome.renewed += renewed
            outcome.new_epoch = True
        return line, state

    def _push_own(self, pusher: Pusher, store: Store, state: StateAnswer) -> int:
        sent = 0
        for chain, upto in own_chains(store):
            sent += push(pusher, chain, state.epochs.get(chain.epoch), upto)
        return sent


def _moment(text: str) -> datetime:
    """A moment of our times, such as can be told in the office's zone.

    Raises:
        ValueError: It is none.
    """
    try:
        moment = from_utc_text(text)
    except OverflowError as fault:
        raise ValueError(text) from fault
    if not 2000 <= moment.year < 2200:
        raise ValueError(text)
    return moment


def _let_doubles_go(store: Store) -> None:
    with store.writing():
        drop_doubles(store)


def own_chains(store: Store) -> list[tuple[Chain, int]]:
    """This device's chains, each with its last event's place."""
    device, key = store.journal.device, own_key(store.database)

    def signer(epoch: int) -> Callable[[int, bytes], bytes]:
        return lambda seq, head: sign(key, head_statement(device.device, epoch, seq, head))

    held = foreign.held(store.database, device.device)
    return [(Chain(device.device, epoch, signer(epoch)), held[epoch]) for epoch in sorted(held)]


def enrolled(store: Store) -> LineRow:
    """The line of a register that is enrolled.

    Raises:
        Trouble: ``not-enrolled``.
    """
    line = line_rows.line(store.database)
    if line is None:
        raise Trouble(
            "not-enrolled",
            "Máy này chưa ghi danh với máy chủ cấp trên; hãy chạy “reception sync enrol” với mã"
            " do máy chủ cấp, hoặc mở Cài đặt, mục Trao đổi.",
        )
    return line


def _no_agreement() -> Trouble:
    return Trouble(
        "no-agreement",
        "Máy này và máy chủ chưa thống nhất được sổ gốc; hãy thử trao đổi lại sau, nếu vẫn vậy thì"
        " gọi người quản trị máy chủ. Hồ sơ trên máy này vẫn nguyên vẹn.",
    )
