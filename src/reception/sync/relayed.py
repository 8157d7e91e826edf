"""What came of relaying between a hub and the server above it."""

from __future__ import annotations

from dataclasses import dataclass, field

ChainName = tuple[str, int]
"""Device and epoch."""

FORK, OTHER_KEY, NOT_SIGNED = "fork", "device-other", "head-signature"
SLOT_TAKEN = "slot-taken"
APART = frozenset({FORK, OTHER_KEY, NOT_SIGNED})
"""Why a chain is not the same one here and above; nothing of it comes down then."""


@dataclass(slots=True)
class RelayOutcome:
    """What relaying once brought; events are counted, also when it broke off.

    ``held_up`` names the chains that could not be handed on, and why; ``names`` what their devices
    are called, ``in_the_way`` the desk that has a device's slot at the server above. ``position``
    is how far the log of that server was brought down; ``restored`` says that it came back from a
    copy. ``shut_out`` names the hub's desks that were shut out since that server had done so.
    """

    sent: int = 0
    received: int = 0
    introduced: int = 0
    position: int = 0
    restored: bool = False
    scans_sent: int = 0
    scans_fetched: int = 0
    held_up: dict[ChainName, str] = field(default_factory=dict[ChainName, str])
    names: dict[str, str] = field(default_factory=dict[str, str])
    in_the_way: dict[str, str] = field(default_factory=dict[str, str])
    shut_out: list[str] = field(default_factory=list[str])

    def hold_up(self, chain: ChainName, code: str, name: str) -> None:
        """Note that a chain cannot be handed on."""
        self.held_up[chain] = code
        self.names[chain[0]] = name
