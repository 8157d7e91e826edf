"""How often somebody may ask: buckets that fill by themselves, in bounded memory."""

from __future__ import annotations

import ipaddress
import math
from collections import OrderedDict
from collections.abc import Callable

from reception.server.settings import Rate

_MOST_KEYS = 20_000


class Buckets:
    """A bucket of tokens for each key; of too many, those are forgotten that wait the longest."""

    def __init__(
        self, rate: Rate, seconds: Callable[[], float], *, most_keys: int = _MOST_KEYS
    ) -> None:
        self._rate = rate
        self._seconds = seconds
        self._most_keys = most_keys
        self._levels: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, key: str) -> int:
        """Seconds until the next token, rounded up; 0 when there is one."""
        lacking = 1 - self._level(key)
        # Sums of fractions may lack the last bit.
        return 0 if lacking < 1e-9 else max(1, math.ceil(lacking / self._rate.per_second))

    def take(self, key: str) -> None:
        """Take a token; the bucket may owe up to one."""
        self._put(key, max(-1.0, self._level(key) - 1))

    def give_back(self, key: str) -> None:
        """Put a token back that was taken for nothing."""
        self._put(key, min(float(self._rate.at_once), self._level(key) + 1))

    def _level(self, key: str) -> float:
        level, at = self._levels.get(key, (float(self._rate.at_once), 0.0))
        grown = level + (self._seconds() - at) * self._rate.per_second
        return min(float(self._rate.at_once), grown)

    def _put(self, key: str, level: float) -> None:
        self._levels[key] = (level, self._seconds())
        self._levels.move_to_end(key)
        while len(self._levels) > self._most_keys:
            self._levels.popitem(last=False)


def address_key(host: str) -> str:
    """Who counts as one address: with IPv6, the network that one household or office has."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv4Address):
        return host
    return str(ipaddress.ip_network((address, 64), strict=False).network_address)
