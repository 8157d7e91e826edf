"""A commune's hub and the server above it: chains go up, and what that server has comes down.

The hub's log and the one above number events each for itself; desks' batches keep their order. A
chain that cannot be handed on is named, and holds up no other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import quote

from reception.domain.errors import Trouble
from reception.domain.moments import Clock
from reception.storage.ledger.above import Above
from reception.storage.ledger.ledger import Ledger
from reception.storage.scan_pieces import of_agency
from reception.sync.batch_size import BatchSize
from reception.sync.line import Caller, Line, RefusedBy
from reception.sync.messages import (
    DevicesAnswer,
    HashAnswer,
    HeldLine,
    PlaceAnswer,
    StateAnswer,
)
from reception.sync.pushing import Diverged
from reception.sync.recovering import last_true
from reception.sync.relayed import FORK, ChainName, RelayOutcome
from reception.sync.relaying_down import Downward, Stretch, bring_down
from reception.sync.relaying_revoked import shut_out
from reception.sync.relaying_scans import relay_scans
from reception.sync.relaying_seen import Told, tell_seen
from reception.sync.relaying_up import Upward, hand_on
from reception.sync.scan_exchange import PieceSize, ScanRoad

_TIMES = 5  # how often both ends may find that they do not agree before this is given up


class Relay:
    """Relays between a hub's ledger and the server above; kept for as long as the hub runs.

    Args:
        ledger: The hub's.
        line: The road to the server above.
        clock: The wall's.
        seconds: A clock that only runs forward.
        scans: The folder of the hub's scans of all communes; without it, none are relayed.
    """

    def __init__(
        self,
        ledger: Ledger,
        line: Line,
        clock: Clock,
        seconds: Callable[[], float],
        scans: Path | None = None,
    ) -> None:
        self._ledger, self._line, self._scans = ledger, line, scans
        self._clock, self._seconds = clock, seconds
        self._up, self._down = BatchSize(), BatchSize()
        self._pieces = PieceSize()
        self._came = Stretch()
        self._seen: Told = {}

    def relay(self, outcome: RelayOutcome) -> None:
        """Relay once, up and then down; what was done stands in ``outcome`` if it breaks off.

        Raises:
            LineDown, Later: Try again after a while; what was receipted and stored is safe.
            RefusedBy: The server above does not let this hub in.
            Trouble: ``no-server-above``, or something does not hold together.
        """
        for _time in range(_TIMES):
            outcome.held_up.clear()
            try:
                self._agree_and_relay(outcome)
            except Diverged:
                self._came = Stretch()
                continue
            self._relay_scans(outcome)
            return
        raise _no_agreement()

    def _agree_and_relay(self, outcome: RelayOutcome) -> None:
        above, caller = self._caller()
        state = caller.json("GET", f"/v1/devices/{above.device}/state", StateAnswer)
        if state.incarnation != above.incarnation:
            outcome.restored = True
            above = self._follow(caller, above, state)
        outcome.position = above.position
        target = f"/v1/communes/{quote(above.agency)}/devices"
        answer = caller.json("GET", target, DevicesAnswer)
        shut_out(self._ledger, answer.revoked, self._clock(), outcome)
        there = answer.devices
        for chain in self._forks(caller, above, there):
            outcome.held_up[chain] = FORK
        upward = Upward(self._ledger, caller, above, self._up, self._seconds)
        hand_on(upward, there, outcome)
        tell_seen(upward, there, self._seen, self._clock())
        if not self._came.begins_at(above):
            self._came = Stretch(above.incarnation, above.position, above.chain)
        bring_down(
            Downward(self._ledger, caller, above, self._down, self._clock, self._seconds),
            self._came,
            outcome,
        )

    def _relay_scans(self, outcome: RelayOutcome) -> None:
        if self._scans is None:
            return
        above, caller = self._caller()
        pieces = of_agency(self._scans, above.agency)
        relay_scans(self._ledger, ScanRoad(pieces, caller, self._pieces, self._seconds), outcome)

    def _caller(self) -> tuple[Above, Caller]:
        with self._ledger.reading() as work:
            above, authority = work.above(), work.authority()
        if above is None:
            raise no_server_above()
        return above, Caller(self._line, above.device, authority.private_key)

    def _follow(self, caller: Caller, above: Above, state: StateAnswer) -> Above:
        """Go back to the last place known at which the log above is still the one it was."""
        with self._ledger.reading() as work:
            places = work.places_above(above.agency)

        def agree(which: int) -> bool:
            position, chain = places[which]
            target = f"/v1/communes/{quote(above.agency)}/chain?at={position}"
            try:
                return caller.json("GET", target, PlaceAnswer).chain == chain.hex()
            except RefusedBy as refusal:
                if refusal.code == "no-such-position":
                    return False
                raise

        position, chain = places[last_true(agree, len(places) - 1)]
        with self._ledger.writing() as work:
            work.go_back_above(state.incarnation, position, chain)
        self._came = Stretch()
        return self._caller()[0]

    def _forks(
        self, caller: Caller, above: Above, there: Mapping[str, Mapping[int, HeldLine]]
    ) -> list[ChainName]:
        """The chains that go on here and above in different ways."""
        with self._ledger.reading() as work:
            here = work.held_all(above.agency)
            short = {
                (device, epoch): work.hashes(above.agency, device, epoch, one.acked, 1)
                for device, epochs in there.items()
                for epoch, one in epochs.items()
            }
        forks: list[ChainName] = []
        for (device, epoch), hashes in short.items():
            told, held = there[device][epoch], here.get(device, {}).get(epoch)
            if held is None or [one.hex() for one in hashes] == [told.head]:
                continue
            if told.acked > held.acked:
                target = f"/v1/devices/{device}/epochs/{epoch}/hash?seq={held.acked}"
                if caller.json("GET", target, HashAnswer).hash == held.head.hex():
                    continue
            forks.append((device, epoch))
        return forks


def no_server_above() -> Trouble:
    """A server that is nobody's hub has nowhere to relay to."""
    return Trouble(
        "no-server-above",
        "Máy chủ này chưa ghi danh với máy chủ cấp trên nào; hãy chạy “reception server above” với"
        " mã do máy chủ cấp trên cấp.",
    )


def _no_agreement() -> Trouble:
    return Trouble(
        "no-agreement",
        "Máy chủ này và máy chủ cấp trên chưa thống nhất được sổ gốc; hãy thử lại sau, nếu vẫn vậy"
        " thì gọi người quản trị máy chủ cấp trên. Hồ sơ ở cả hai nơi vẫn nguyên vẹn.",
    )
