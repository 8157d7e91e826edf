"""Holding this desk's register against the server's ledger: is anything missing at either end?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from reception.services.desk import Desk
from reception.services.exchange import as_trouble, grouped, waiting
from reception.storage import foreign
from reception.storage.device import own_key
from reception.sync.exchanging import enrolled
from reception.sync.line import Caller, Line
from reception.sync.messages import DevicesAnswer, PlaceAnswer, StateAnswer


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whether both ends hold the same, as of one moment; ``position`` is this desk's place.

    ``differing`` names, by device and epoch, chains whose hashes differ. ``server_position`` is
    where the server's log stands, ``compared`` how many chains were held against each other.
    """

    position: int
    server_position: int
    log_equal: bool
    compared: int
    differing: tuple[str, ...]
    waiting: int
    at: datetime

    @property
    def equal(self) -> bool:
        """Whether nothing differs, and nothing is still to be sent or fetched."""
        return (
            self.log_equal
            and not self.differing
            and not self.waiting
            and self.position == self.server_position
        )

    @property
    def words(self) -> str:
        """What came of it, and what to do about it."""
        if self.equal:
            return (
                f"Hai đầu khớp hoàn toàn: {grouped(self.position)} sự kiện,"
                f" {grouped(self.compared)} chuỗi, không còn gì chờ gửi."
            )
        if self.differing or not self.log_equal:
            return (
                "Sổ của máy này KHÁC sổ của máy chủ; hãy trao đổi một lần rồi so lại, nếu vẫn khác"
                " thì gọi người quản trị máy chủ."
            )
        return (
            f"Phần chung khớp, nhưng chưa đủ: máy này ở số {grouped(self.position)}, máy chủ ở số"
            f" {grouped(self.server_position)}, còn {grouped(self.waiting)} chờ gửi; hãy trao đổi"
            " một lần rồi so lại."
        )


def compare(desk: Desk, line: Line) -> Comparison:
    """Compare the commune's log and every chain, hash by hash at their ends.

    Hashes are chained, so equal ends mean equal from the beginning. The log's hash is worked out
    anew from those of its events; that these fit what they name, ``reception verify`` checks.

    Raises:
        Trouble: ``not-enrolled``, or the server was not reached or refuses.
    """
    row = enrolled(desk.store)
    caller = Caller(line, desk.store.journal.device.device, own_key(desk.database))
    with as_trouble():
        device = desk.store.journal.device.device
        state = caller.json("GET", f"/v1/devices/{device}/state", StateAnswer)
        chains = caller.json("GET", f"/v1/communes/{quote(row.agency)}/devices", DevicesAnswer)
        common = min(row.position, state.position)
        at = f"/v1/communes/{quote(row.agency)}/chain?at={common}"
        there = caller.json("GET", at, PlaceAnswer).chain
    ours = foreign.log_chain(desk.database, row.agency)
    differing, compared = _differing(desk, chains)
    return Comparison(
        position=row.position,
        server_position=state.position,
        log_equal=len(ours) > common and ours[common].hex() == there,
        compared=compared,
        differing=differing,
        waiting=waiting(desk),
        at=desk.now(),
    )


def _differing(desk: Desk, chains: DevicesAnswer) -> tuple[tuple[str, ...], int]:
    """The chains of which this desk's part is not the server's, and how many were compared."""
    names: list[str] = []
    compared = 0
    for device, epochs in chains.devices.items():
        for epoch, there in epochs.items():
            here = foreign.hash_at(desk.database, device, epoch, there.acked)
            if not here:
                continue  # not fetched yet: the positions tell
            compared += 1
            if here.hex() != there.head:
                names.append(f"{device}/{epoch}")
    return tuple(names), compared
