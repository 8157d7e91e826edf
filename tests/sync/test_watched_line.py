"""A request that hangs in a dead network keeps nobody from leaving."""

from __future__ import annotations

from threading import Event

import pytest

from reception.sync.asking import Answer, Request
from reception.sync.line import LineDown
from reception.sync.watched_line import Dropped, WatchedLine

ASKED = Request("GET", "/v1/hello")


class Hanging:
    """A line that answers only once it is told to."""

    def __init__(self) -> None:
        self.begun, self.released = Event(), Event()

    def ask(self, request: Request) -> Answer:
        self.begun.set()
        self.released.wait(30)
        return Answer(200)


class Broken:
    def ask(self, request: Request) -> Answer:
        raise LineDown("broken")


class Quick:
    def ask(self, request: Request) -> Answer:
        return Answer(200, request.target.encode())


def test_a_hanging_request_is_left_behind():
    line = Hanging()
    watched = WatchedLine(line, lambda: 0.0, line.begun.is_set)
    try:
        with pytest.raises(Dropped):
            watched.ask(ASKED)
    finally:
        line.released.set()


def test_nothing_is_asked_once_it_is_to_end():
    line = Hanging()
    with pytest.raises(Dropped):
        WatchedLine(line, lambda: 0.0, lambda: True).ask(ASKED)
    assert not line.begun.is_set()


def test_answers_and_failures_come_through_as_they_are():
    assert WatchedLine(Quick(), lambda: 0.0, lambda: False).ask(ASKED).body == b"/v1/hello"
    with pytest.raises(LineDown):
        WatchedLine(Broken(), lambda: 0.0, lambda: False).ask(ASKED)


def test_the_quickest_answer_tells_how_good_the_line_is():
    times = iter([0.0, 9.0, 10.0, 10.5, 20.0, 27.0])
    watched = WatchedLine(Quick(), lambda: next(times), lambda: False)
    for _ in range(3):
        watched.ask(ASKED)
    assert watched.quickest == 0.5
