"""Whatever answers at the server's address: no crash, no loss, no end of memory, one sentence."""

from __future__ import annotations

import gzip
import shutil
import tracemalloc
from itertools import count
from threading import Event

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from ends import AGENCY, Commune, exchanger, lists_of, received
from hostile import HARMS, Harm, HostileLine, http, raw_server
from reception.domain.errors import Trouble
from reception.services import exchange, safekeeping
from reception.services.desk import open_desk
from reception.services.exchange import as_trouble
from reception.storage.ledger.ledger import Ledger
from reception.sync import http_line, joining, messages
from reception.sync.asking import Answer, Request
from reception.sync.http_line import HttpLine
from reception.sync.line import Later, LineDown, RefusedBy, checked, read_or_down
from reception.sync.messages import StateAnswer
from reception.sync.watched_line import WatchedLine

ASKED = Request("GET", "/v1/hello")

# --- bytes ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def server():
    with raw_server() as made:
        yield made


@pytest.fixture(scope="module")
def elsewhere():
    """Another host, to which an answer may point."""
    with raw_server() as made:
        made.says = http(200, b"{}")
        yield made


def asked(server, says: bytes) -> Answer | None:
    """What the line makes of an answer: one, or that it is down."""
    server.says = says
    line = HttpLine(server.url)
    try:
        return line.ask(ASKED)
    except LineDown:
        return None
    finally:
        line.close()


STATUSES = st.integers(100, 999)
HEADERS = st.dictionaries(
    st.sampled_from(("Content-Length", "Transfer-Encoding", "Content-Encoding", "Retry-After",
                     "Location", "Connection", "Content-Type", "X")),
    st.sampled_from(("-1", "0", "5", "99999999999999999999", "chunked", "gzip", "zstd", "close",
                     "x" * 9000, "\xff\xfe", "9" * 5000, "http://127.0.0.1:1/", "//", "\t"))
    | st.text(st.characters(max_codepoint=255, exclude_characters="\r\n"), max_size=30),
    max_size=4,
)  # fmt: skip


@given(STATUSES, HEADERS, st.binary(max_size=200), st.binary(max_size=60), st.booleans())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_an_answer_or_none(server, status, headers, body, garbage, is_garbage):
    whole = http(status, body, **headers)
    answer = asked(server, garbage if is_garbage else whole)

    if answer is not None:
        try:
            kept = checked(answer)
        except (LineDown, Later, RefusedBy):
            return
        assert kept == answer.body


@pytest.mark.parametrize(
    "says",
    [
        b"",
        b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: y\r\n" % n for n in range(5000)),
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 200_000,
        b"HTTP/1.1 100 Continue\r\n\r\n" * 5000,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\nx",
        b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n{}",
        b"220 smtp.example.vn ESMTP\r\n",
        b"\x16\x03\x01\x02\x00\x01" * 100,
        b"SSH-2.0-OpenSSH_9.9\r\n",
    ],
    ids=["nothing", "headers", "header", "continue", "chunk", "short", "mail", "tls", "ssh"],
)
def test_what_is_no_answer_counts_as_none(server, says):
    assert asked(server, says) is None


def test_no_more_is_read_than_the_largest_answer_has(server):
    mebibyte = b"x" * (1 << 20)
    server.says = b"HTTP/1.1 200 OK\r\n\r\n" + mebibyte * 64
    line = HttpLine(server.url)
    tracemalloc.start()
    with pytest.raises(LineDown, match="larger"):
        line.ask(ASKED)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    line.close()

    assert peak < 32 << 20


def test_packed_answers_are_not_unpacked(server):
    """A bomb stays the few bytes that it is."""
    bomb = gzip.compress(b"0" * (64 << 20))
    answer = asked(server, http(200, bomb, Content_Encoding="gzip"))

    assert answer is not None
    assert answer.body == bomb
    with pytest.raises(LineDown):
        read_or_down(lambda: messages.read(answer.body, StateAnswer))


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_nobody_is_followed_to_another_host(server, elsewhere, status):
    before = elsewhere.asked
    answer = asked(server, http(status, b"", Location=f"{elsewhere.url}/v1/hello"))

    assert answer is not None
    with pytest.raises(LineDown):
        checked(answer)
    assert elsewhere.asked == before


def test_a_server_that_falls_silent_is_left(server, monkeypatch):
    monkeypatch.setattr(http_line, "_READ_SECONDS", 0.2)
    server.hangs = True
    try:
        assert asked(server, b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{") is None
    finally:
        server.hangs = False


def test_a_server_that_never_comes_to_an_end_is_left():
    ended = Event()

    class Dripping:
        def ask(self, request: Request) -> Answer:
            ended.wait(30)
            return Answer(200)

    seconds = count(step=301)
    try:
        with pytest.raises(LineDown):
            WatchedLine(Dripping(), lambda: float(next(seconds)), lambda: False).ask(ASKED)
    finally:
        ended.set()


@pytest.mark.parametrize(
    ("status", "retry_after", "seconds"),
    [(429, "7", 7), (503, "7", 7), (429, "", 30), (429, "9" * 5000, 30), (503, "-3", 30),
     (503, "٣", 30), (429, "Wed, 21 Oct 2026 07:28:00 GMT", 30)],
)  # fmt: skip
def test_a_busy_server_is_left_alone_for_as_long_as_it_says_in_figures(
    status, retry_after, seconds
):
    with pytest.raises(Later) as later:
        checked(Answer(status, b"", headers={"Retry-After": retry_after}))

    assert later.value.seconds == seconds


DEEP = b"[" * 100_000 + b"]" * 100_000


@pytest.mark.parametrize(
    "body",
    [DEEP, b'{"incarnation":' + DEEP + b"}", b"null", b"[]", b'"\\ud800"', b"\xff\xfe", b"1e999",
     b"9" * 100_000, b"{" * 50_000],
)  # fmt: skip
def test_deep_and_odd_json_is_no_message(body):
    with pytest.raises(LineDown):
        read_or_down(lambda: messages.read(body, StateAnswer))
    with pytest.raises(LineDown):
        checked(Answer(404, body))


# --- values ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def ready(tmp_path_factory):
    """A server and two desks that have exchanged; one has since received another dossier."""
    folder = tmp_path_factory.mktemp("hostile")
    commune = Commune(Ledger.open(str(folder / "ledger.db")), folder)
    one, other = commune.desk(0), commune.desk(1)
    for desk in (one, other, one, other):
        received(desk)
        commune.exchange(desk)
    received(other, "Lò Văn Ín")
    commune.exchange(other)
    received(one, "H'Hen Niê")
    commune.close()
    return folder


numbers = count()


@given(HARMS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_answers_with_any_value_in_any_place_do_no_harm(ready, tmp_path, harm):
    folder = shutil.copytree(ready, tmp_path / f"w{next(numbers)}")
    commune = Commune(Ledger.open(str(folder / "ledger.db")), folder, new=False)
    desk, other = commune.opened(folder / "quay-0"), commune.opened(folder / "quay-1")
    try:
        endure(commune, desk, harm)
        for each in (desk, other, desk):
            commune.exchange(each)
        assert lists_of(desk) == lists_of(other)
        assert exchange.waiting(desk) == 0
    finally:
        commune.close()
        shutil.rmtree(folder)


def endure(commune: Commune, desk, harm: Harm) -> None:
    """Exchange while harm is done: it ends, it is told in one sentence, and nothing is lost."""
    own = desk.database.rows("SELECT entity, kind, body FROM event ORDER BY entity, kind, body")
    with commune.ledger.reading() as work:
        key = work.authority().private_key
    done = exchange.exchange(desk, HostileLine(commune.gate, key, harm), exchanger(commune.clock))
    note(f"{harm} -> {done.row.outcome or 'whole'}: {done.row.words}")

    assert_one_sentence(done.row.words)
    now = desk.database.rows("SELECT entity, kind, body FROM event ORDER BY entity, kind, body")
    assert [each for each in own if each not in now] == []
    verdict = safekeeping.verify(desk)
    assert verdict.whole, verdict.faults


def assert_one_sentence(words: str) -> None:
    assert 10 < len(words) < 400
    assert words.isprintable()
    assert words.rstrip().endswith(".")


@given(HARMS.map(lambda harm: Harm(0, harm.what, harm.place, harm.value, harm.status)))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_enrolling_at_an_odd_server_leaves_the_desk_as_it_was(ready, tmp_path, harm):
    folder = shutil.copytree(ready, tmp_path / f"w{next(numbers)}")
    commune = Commune(Ledger.open(str(folder / "ledger.db")), folder, new=False)
    desk = open_desk(folder / "quay-0", commune.clock)
    before = desk.database.rows("SELECT * FROM line")
    wish = joining.Wish("near", AGENCY, "no-such-code", "Quầy")
    try:
        with pytest.raises(Trouble) as trouble, as_trouble():
            joining.join(desk.store, HostileLine(commune.gate, b"", harm), wish, commune.clock)
        assert_one_sentence(trouble.value.text)
        assert desk.database.rows("SELECT * FROM line") == before
    finally:
        desk.close()
        commune.close()
        shutil.rmtree(folder)
