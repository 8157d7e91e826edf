"""Our desk's end, a process of its own: one exchange by HTTP, told step by step in seconds.

    our_client.py FOLDER URL

An exchange that the line broke off is begun again at once. ``sent`` is when the server had
receipted all, ``seconds`` when the commune's log was durable in this register, ``listed`` when all
lists were up to date.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reception.services import exchange as service
from reception.services.desk import open_desk
from reception.sync import exchanging
from reception.sync.asking import Request
from reception.sync.http_line import HttpLine


def _now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 -- here the clock is read


def main() -> None:
    folder, url = sys.argv[1:]
    desk = open_desk(Path(folder), _now)
    line, exchanger = HttpLine(url), service.make_exchanger(desk, time.monotonic)
    line.ask(Request("GET", "/v1/hello"))  # the line is open and the server awake, as the peers'
    began, again, at = time.perf_counter(), 0, dict[str, float]()

    def noting(name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        """A step of the exchange that notes when it begins."""

        def noted(*given: object) -> object:
            at.setdefault(name, time.perf_counter() - began)
            return step(*given)

        return noted

    exchanging.pull = noting("sent", exchanging.pull)
    exchanging.list_news = noting("stored", exchanging.list_news)
    while not (done := service.exchange(desk, line, exchanger)).whole:
        if done.row.outcome not in {"line-down", "busy"}:
            sys.exit(done.row.words)
        again += 1
        at.clear()
    listed = time.perf_counter() - began
    line.close()
    desk.close()
    told = {"seconds": at["stored"], "sent": at["sent"], "listed": listed, "again": again}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
