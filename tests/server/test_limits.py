"""Nobody gets more than their share: of size, of requests, of time; and others are served on."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from threading import Thread

import pytest

from desk_client import DeskClient, page, refusal
from reception.server.connections import HurriedConnection
from reception.server.settings import Limits, Rate
from reception.sync import wire
from reception.sync.asking import Request
from serving import HttpLine, serving

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
MANY = Rate(100_000, 100_000)
HEAD = b"POST /v1/enrol HTTP/1.1\r\nHost: h\r\n"


@dataclass
class Seconds:
    """A clock that only runs on when told."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


def chunks(size: int, piece: int = 64 << 10):
    for _ in range(size // piece):
        yield bytes(piece)


def test_a_body_is_counted_whatever_its_head_says(served, desk):
    longest = bytes(wire.MOST_PACKED)
    target = desk.target()

    assert desk.ask("POST", target, longest).status == 422
    too_long = [
        desk.ask("POST", target, longest + b"x"),
        served.line.ask(Request("POST", target, chunks(2 << 20))),
    ]
    assert [(one.status, refusal(one).error) for one in too_long] == [(413, "too-large")] * 2
    assert page(desk.pull()).last == 0


def test_a_body_without_end_is_cut_off(served):
    with served.socket() as line:
        line.sendall(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
        piece = b"10000\r\n" + bytes(1 << 16) + b"\r\n"
        with pytest.raises(OSError, match=r"reset|roken pipe"):
            send_for_ever(line, piece)
    assert served.line.get("/health").status == 200


def send_for_ever(line, piece: bytes) -> None:
    while True:
        line.sendall(piece)


def test_a_body_that_is_announced_as_huge_is_not_waited_for(served):
    with served.socket() as line:
        line.sendall(HEAD + b"Expect: 100-continue\r\nContent-Length: 99999999999999\r\n\r\n")
        answer = line.makefile("rb").read()
    assert answer.startswith(b"HTTP/1.1 413")
    assert b"too-large" in answer


@pytest.mark.parametrize(
    "length", [b"-1", b"1e3", b"0x10", b"", b"5\r\nContent-Length: 6", b"9" * 400]
)
def test_a_length_that_is_none_is_refused(served, length):
    with served.socket() as line:
        line.sendall(HEAD + b"Content-Length: " + length + b"\r\n\r\nhello")
        assert line.makefile("rb").read(12) == b"HTTP/1.1 400"
    assert served.line.get("/health").status == 200


def test_a_head_without_end_is_cut_off(served):
    with served.socket() as line:
        line.sendall(b"GET /v1/hello HTTP/1.1\r\nHost: h\r\n")
        for number in range(2000):
            try:
                line.sendall(b"X-%d: %s\r\n" % (number, b"x" * 100))
            except OSError:
                break
        assert line.makefile("rb").read(12) in {b"HTTP/1.1 400", b""}
    assert served.line.get("/health").status == 200


class InAHurry(HurriedConnection):
    head_seconds = 0.05


@pytest.mark.parametrize("begun", [b"", b"GET /v1/hel", HEAD])
def test_a_connection_on_which_no_request_comes_is_closed(communes, begun):
    with serving(communes, connection=InAHurry) as served, served.socket() as line:
        line.sendall(begun)
        assert closed(line)


def test_a_kept_connection_is_closed_when_its_next_request_does_not_come_to_its_end(communes):
    with serving(communes, connection=InAHurry) as served, served.socket() as line:
        line.sendall(b"GET /health HTTP/1.1\r\nHost: h\r\n\r\n")
        assert line.recv(12) == b"HTTP/1.1 200"
        line.sendall(b"GET /hea")
        assert closed(line)


def closed(line) -> bool:
    try:
        while line.recv(65536):
            pass
    except ConnectionResetError:
        pass
    return True


@pytest.mark.parametrize("wait", ["body_idle_seconds", "body_seconds"])
def test_a_body_that_does_not_come_is_not_waited_for(communes, wait):
    with serving(communes, Limits(**{wait: 0.05})) as served, served.socket() as line:
        line.sendall(HEAD + b"Content-Length: 10\r\n\r\nhell")
        answer = line.makefile("rb").read()
    assert answer.startswith(b"HTTP/1.1 408")
    assert b"too-slow" in answer


def test_each_device_has_its_share_and_nobody_else_can_use_it_up(communes, invited, enrolled):
    seconds = Seconds()
    limits = Limits(device=Rate(0.5, 3), address=MANY)
    with serving(communes, limits, seconds=seconds) as served:
        desk, other = enrolled(served.line, slot=1), enrolled(served.line, slot=2)
        thief = DeskClient(served.line, "H40.16", desk.device)
        for _ in range(20):
            # Claims to be the desk, in vain.
            assert thief.pull().status == 401
            signed = desk.signed("GET", "/v1/hello").authorization
            assert served.line.get("/v1/hello", Authorization=signed).status == 200

        assert [desk.pull().status for _ in range(4)] == [200, 200, 200, 429]
        refused = desk.pull()
        assert (refusal(refused).error, refused.headers["retry-after"]) == ("too-often", "2")
        assert other.pull().status == 200
        seconds.now += 2
        assert [desk.pull().status for _ in range(2)] == [200, 429]


def test_each_address_has_its_share(communes):
    seconds = Seconds()
    with serving(communes, Limits(address=Rate(1, 5)), seconds=seconds) as served:
        assert [served.line.get("/v1/hello").status for _ in range(6)] == [200] * 5 + [429]
        seconds.now += 1
        assert [served.line.get("/nowhere").status for _ in range(2)] == [404, 429]


def test_only_a_trusted_proxy_may_say_who_asks(communes):
    def of(served, address: str) -> int:
        return served.line.get("/v1/hello", **{"X-Forwarded-For": address}).status

    limits, seconds = Limits(address=Rate(0.001, 1)), Seconds()
    with serving(communes, limits, seconds=seconds, behind=("127.0.0.1",)) as served:
        assert [of(served, f"10.0.0.{n}") for n in (1, 2, 1)] == [200, 200, 429]
        # What a client itself claims stands further left.
        assert of(served, "10.0.0.9, 10.0.0.1") == 429
    with serving(communes, limits, seconds=seconds) as served:
        assert [of(served, f"10.0.0.{n}") for n in (1, 2)] == [200, 429]


def test_wrong_codes_are_tried_ten_times_an_hour_and_right_ones_are_not_counted(communes, invited):
    seconds = Seconds()
    with serving(communes, seconds=seconds) as served:
        desk = DeskClient(served.line, "H40.16")
        assert {desk.enrol(code).status for code in [invited()] * 30} == {200}

        guesser = DeskClient(served.line, "H40.16")
        guesses = [guesser.enrol(f"AAAAA-AAA{n:02}").status for n in range(11)]
        assert guesses == [403] * 10 + [429]
        seconds.now += 359
        assert guesser.enrol("AAAAA-AAAAA").headers["retry-after"] == "1"
        seconds.now += 1
        assert guesser.enrol("AAAAA-AAAAA").status == 403
        assert desk.pull().status == 200


def test_no_more_than_so_many_are_inside_at_once_and_probes_still_answer(communes):
    with serving(communes, Limits(at_once=2)) as served, slow(served), slow(served):
        refused = until(503, lambda: served.line.get("/v1/hello"))
        assert (refusal(refused).error, refused.headers["retry-after"]) == ("overloaded", "5")
        assert served.line.get("/health").status == 200
        assert served.line.get("/ready").status == 200
    with serving(communes, Limits(at_once=2)) as served:
        assert served.line.get("/v1/hello").status == 200


@contextmanager
def slow(served):
    """Somebody whose body takes its time."""
    with served.socket() as line:
        line.sendall(HEAD + b"Content-Length: 10\r\n\r\nhell")
        yield


def until(status: int, ask):
    """Ask until the server has seen what was sent before."""
    answer = ask()
    while answer.status != status:
        answer = ask()
    return answer


def test_many_at_once_are_all_served(served, enrolled):
    desks = [enrolled(served.line, slot=slot) for slot in range(8)]
    statuses = []

    def work(desk) -> None:
        desk.line = HttpLine("127.0.0.1", served.port)
        for _ in range(5):
            desk.write(4)
            statuses.append(desk.push(len(desk.links) - 3).status)
        desk.line.pool.close()

    threads = [Thread(target=work, args=(desk,)) for desk in desks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses == [200] * 40
    desks[0].line = served.line
    assert page(desks[0].pull()).last == 160
