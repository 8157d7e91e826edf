"""What those who keep the server see: probes, figures, logs; and how it ends."""

from __future__ import annotations

import json
import logging
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from urllib3.exceptions import HTTPError

from desk_client import DeskClient, refusal, said
from reception.server.logs import JsonLines
from reception.server.settings import network_of
from reception.storage.ledger.ledger import Ledger
from reception.sync.asking import Request
from reception.sync.messages import PushAnswer
from serving import serving

ON_SQLITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def test_it_lives_and_is_ready(served):
    assert json.loads(served.line.get("/health").body) == {"status": "live"}
    assert json.loads(served.line.get("/ready").body) == {"status": "ready"}


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_while_the_database_is_away_it_says_when_to_come_back(postgres, served, desk, ledger_url):
    desk.write(1)
    with away(postgres, urlsplit(ledger_url).path[1:]):
        pushed, ready = desk.push(), served.line.get("/ready")
        assert (pushed.status, refusal(pushed).error) == (503, "database-away")
        assert int(pushed.headers["retry-after"]) > 0
        assert "postgres" not in pushed.body.decode()
        assert ready.status == 503
        assert served.line.get("/health").status == 200
        assert b"reception_requests_total" in served.line.get("/metrics").body
    assert desk.push().status == 200


@contextmanager
def away(postgres, name: str):
    """Take a database away from whoever is at work on it."""
    postgres.execute(
        f"SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '{name}'"
    )
    postgres.execute(f"ALTER DATABASE {name} RENAME TO away_{name}")
    yield
    postgres.execute(f"ALTER DATABASE away_{name} RENAME TO {name}")


@ON_SQLITE
def test_figures_tell_requests_refusals_and_how_long_the_logs_are(served, desk):
    desk.write(5)
    desk.push()
    DeskClient(served.line, "H40.16").pull()
    served.line.ask(Request("BREW", "/" + "x" * 500))

    told = served.line.get("/metrics").body.decode()
    push = "/v1/devices/{device}/epochs/{epoch}/events"
    assert f'reception_requests_total{{method="POST",route="{push}",status="200"}} 1.0' in told
    assert f'reception_request_seconds_count{{route="{push}"}} 1.0' in told
    assert 'reception_refusals_total{code="unknown-device"} 1.0' in told
    assert 'reception_log_events{agency="H40.16"} 5.0' in told
    assert 'method="other",route="",status="404"' in told
    assert desk.device not in told


@ON_SQLITE
def test_figures_are_told_to_nobody_else(communes):
    elsewhere = (network_of("10.9.0.0/16"),)
    with serving(communes, metrics_from=elsewhere, behind=("127.0.0.1",)) as served:
        assert served.line.get("/metrics").status == 404
        from_there = served.line.get("/metrics", **{"X-Forwarded-For": "10.9.1.1"})
        assert from_there.status == 200


@pytest.fixture
def log():
    """What the server logs, as lines."""
    lines: list[dict] = []

    class Keeping(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(json.loads(self.format(record)))

    keeping, logger = Keeping(), logging.getLogger("reception.server")
    keeping.setFormatter(JsonLines())
    logger.addHandler(keeping)
    logger.setLevel(logging.INFO)
    yield lines
    logger.removeHandler(keeping)


@ON_SQLITE
def test_each_request_is_one_line_that_tells_nothing_of_what_was_said(served, invited, log):
    code = invited()
    desk = DeskClient(served.line, "H40.16")
    desk.enrol(code)
    desk.write(2)
    desk.push()
    desk.pull(9)

    enrolled, pushed, pulled = log
    assert pushed["event"] == "request"
    assert (pushed["device"], pushed["agency"]) == (desk.device, "H40.16")
    assert (pushed["method"], pushed["status"]) == ("POST", 200)
    assert pushed["route"] == "/v1/devices/{device}/epochs/{epoch}/events"
    assert pushed["bytes_in"] == len(desk.batch())
    assert pushed["bytes_out"] > 100
    assert pushed["ms"] > 0
    assert (pulled["status"], pulled["refusal"]) == (409, "diverged")
    assert len({line["request"] for line in log}) == 3
    text = json.dumps(log, ensure_ascii=False)
    told = desk.signed("GET", "/").authorization
    for secret in (code, "Ưởng", "Quầy", desk.links[0].hash.hex(), "Ed25519", told):
        assert secret not in text
    assert enrolled["bytes_out"] > 100


@ON_SQLITE
def test_a_fault_is_logged_with_the_number_that_the_outside_is_told(communes, log):
    class Broken(Ledger):
        @contextmanager
        def reading(self):
            raise ZeroDivisionError("Đỗ Thị Ưởng")
            yield

    broken = Broken(communes._engine)
    with serving(broken) as served:
        answer = served.line.get("/v1/hello")
        assert served.line.get("/health").status == 200

    assert (answer.status, refusal(answer).error) == (500, "internal")
    assert refusal(answer).detail == answer.headers["x-request-id"]
    assert b"Zero" not in answer.body
    [fault] = [line for line in log if line["event"] == "fault"]
    assert fault["request"] == refusal(answer).detail
    assert fault["faults"][0]["fault"] == "ZeroDivisionError"
    assert "Ưởng" not in json.dumps(log, ensure_ascii=False)


def test_what_was_pushed_is_not_lost_when_the_server_is_stopped(communes, ledger_url, enrolled):
    """Asked to stop in the middle of pushes: what was acknowledged is there."""
    with serving(communes) as served:
        desks = [enrolled(served.line, slot=slot) for slot in range(4)]
        for desk in desks:
            desk.write(300)
        with ThreadPoolExecutor(len(desks)) as at_once:
            pushes = [at_once.submit(push_all, desk, served) for desk in desks]
            acked = {desk.device: push.result() for desk, push in zip(desks, pushes, strict=True)}

    assert any(acked.values())
    with communes.reading() as work:
        held = work.held_all("H40.16")
    for device, seq in acked.items():
        # The last answer may have been lost on its way.
        assert held[device][1].acked in {seq, seq + 20}


def push_all(desk: DeskClient, served) -> int:
    """Push event by event until the server has gone; how far it acknowledged."""
    acked, everything = 0, list(desk.links)
    for upto in range(20, 301, 20):
        desk.links = everything[:upto]
        if upto == 100:
            served.stop()
        try:
            answer = desk.push(acked + 1)
        except (OSError, HTTPError):
            break
        acked = said(answer, PushAnswer).acked
    return acked


@ON_SQLITE
def test_a_request_under_way_is_answered_when_the_server_is_asked_to_stop(served, desk):
    desk.write(3)
    request = desk.signed("POST", desk.target(), desk.batch())
    head = (
        f"POST {request.target} HTTP/1.1\r\nHost: h\r\nAuthorization: {request.authorization}\r\n"
        f"Content-Length: {len(request.body)}\r\n\r\n"
    ).encode()
    with served.socket() as line:
        line.sendall(head + request.body[:50])
        assert served.line.get("/health").status == 200  # so the head has been read before
        served.stop()
        line.sendall(request.body[50:])
        answer = line.makefile("rb").read()
    assert answer.startswith(b"HTTP/1.1 200")
    assert b'"acked":3' in answer
