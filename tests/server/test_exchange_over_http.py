"""The exchange over real connections: what one desk brings, the other gets, and nobody else."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
import zstandard

from at_the_counter import clock_at
from desk_client import DeskClient, page, refusal, said, told_in
from reception.domain import chain
from reception.services import server_keeping
from reception.sync import wire
from reception.sync.asking import Request
from reception.sync.messages import (
    DevicesAnswer,
    EnrolAnswer,
    HashAnswer,
    Hello,
    PlaceAnswer,
    PushAnswer,
    ScanAnswer,
    StateAnswer,
)
from reception.sync.signatures import from_text, holds, page_statement
from serving import serving

OTHER = "H40.17"


def test_a_desk_is_let_in_once_for_each_code(served, invited):
    code = invited(slot=3)
    desk, thief = DeskClient(served.line, "H40.16"), DeskClient(served.line, "H40.16")

    answer = said(desk.enrol(code), EnrolAnswer)
    assert (answer.slot, answer.agency_name) == (3, "Xã H40.16")
    assert answer.server_key == said(served.line.get("/v1/hello"), Hello).server_key
    # The answer may have been lost; the code may be typed in another way.
    assert desk.enrol(code.lower().replace("-", " ")).status == 200
    assert refusal(thief.enrol(code)).error == "code-used"
    assert refusal(thief.enrol("AAAAA-AAAAA")).error == "code-unknown"


@pytest.mark.parametrize("device", ["", "a" * 65, "a/b", "a\0b", "a|b", "máy"])
def test_no_device_is_called_what_no_path_could_name(served, invited, device):
    answer = DeskClient(served.line, "H40.16", device).enrol(invited())

    assert (answer.status, refusal(answer).error) == (422, "not-an-enrolment")


def test_a_desk_that_was_invited_without_a_name_brings_its_own(served, communes):
    code = server_keeping.invite(communes, "H40.16", 1, "", clock_at()).code
    desk = DeskClient(served.line, "H40.16")

    assert desk.enrol(code, name="Quầy\0 số  1" + "x" * 200).status == 200
    [known] = server_keeping.devices(communes)
    assert known.name == ("Quầy số 1" + "x" * 200)[:100]


def test_what_a_desk_brings_comes_down_to_the_other_whole_and_signed(served, desk, enrolled):
    other = enrolled(served.line, slot=2)
    desk.write(7)
    hello = said(served.line.get("/v1/hello"), Hello)

    pushed = said(desk.push(), PushAnswer)
    receipt = pushed.receipt.receipt("H40.16", desk.device)
    assert (pushed.acked, pushed.head) == (7, desk.head(7).hex())
    assert holds(from_text(hello.server_key), pushed.receipt.signed, receipt.statement)

    answer = other.pull()
    found = page(answer)
    statement = page_statement("H40.16", 0, 7, found.chain, hello.incarnation)
    assert answer.media_type == wire.MEDIA_TYPE
    assert told_in(found) == [(link.header, link.body) for link in desk.links]
    assert holds(from_text(hello.server_key), found.signature, statement)
    assert page(other.pull(7, found.chain)).events == []


def test_a_push_may_be_repeated_cut_and_go_on(desk):
    desk.write(3)
    first = said(desk.push(), PushAnswer)
    assert said(desk.push(), PushAnswer).receipt == first.receipt

    desk.write(2)
    assert said(desk.push(2), PushAnswer).acked == 5
    assert said(desk.push(5), PushAnswer).acked == 5
    gap = desk.ask("POST", desk.target(7), desk.batch(5))
    assert (gap.status, refusal(gap).error, refusal(gap).acked) == (409, "gap", 5)


def test_a_desk_can_ask_how_far_it_is_held(desk):
    desk.write(4)
    desk.push()
    of = f"/v1/devices/{desk.device}"
    log = "/v1/communes/H40.16"

    state = said(desk.ask("GET", f"{of}/state"), StateAnswer)
    assert (state.epochs[1].acked, state.epochs[1].head) == (4, desk.head(4).hex())
    assert said(desk.ask("GET", f"{of}/epochs/1/hash?seq=2"), HashAnswer).hash == (
        desk.head(2).hex()
    )
    assert desk.ask("GET", f"{of}/epochs/1/hash?seq=5").status == 404
    assert said(desk.ask("GET", f"{log}/chain?at=4"), PlaceAnswer).chain == state.chain
    assert said(desk.ask("GET", f"{log}/devices"), DevicesAnswer).devices == {
        desk.device: state.epochs
    }


def test_a_revoked_desk_is_shut_out_and_what_it_brought_stays(served, communes, desk, enrolled):
    other = enrolled(served.line, slot=2)
    desk.write(3)
    desk.push()

    server_keeping.revoke(communes, desk.device, clock_at())

    desk.write(1)
    answers = [desk.push(4), desk.pull(), desk.ask("GET", f"/v1/devices/{desk.device}/state")]
    assert {(answer.status, refusal(answer).error) for answer in answers} == {(401, "revoked")}
    assert len(page(other.pull()).events) == 3


def test_nothing_is_believed_without_its_signature(served, desk):
    desk.write(2)
    forger = replace(desk, key=DeskClient(served.line, "H40.16").key)
    batch, target = desk.batch(), desk.target()

    refused = [
        served.line.ask(Request("POST", target, batch)),
        served.line.ask(replace(desk.signed("POST", target, batch), body=desk.batch(2))),
        served.line.ask(replace(desk.signed("POST", target, batch), target=desk.target(2))),
        forger.push(),
        DeskClient(served.line, "H40.16").pull(),
        desk.ask("POST", target, desk.batch(key=forger.key)),
    ]

    assert [answer.status for answer in refused] == [401] * 6
    assert [refusal(answer).error for answer in refused] == [
        "not-signed",
        "request-signature",
        "request-signature",
        "request-signature",
        "unknown-device",
        "head-signature",
    ]
    assert page(desk.pull()).last == 0


def test_a_commune_sees_and_changes_nothing_of_another(served, desk, enrolled):
    theirs = enrolled(served.line, OTHER)
    theirs.write(3)
    theirs.push()
    log, device = f"/v1/communes/{OTHER}", f"/v1/devices/{theirs.device}"

    asked = [desk.pull(agency=OTHER), desk.ask("GET", f"{log}/devices")]
    asked += [desk.ask("GET", f"{log}/chain?at=0"), desk.ask("GET", f"{log}/chain?at=3")]
    assert [refusal(answer).error for answer in asked] == ["other-agency"] * 4
    assert said(desk.ask("GET", f"{device}/state"), StateAnswer).epochs == {}
    assert desk.ask("GET", f"{device}/epochs/1/hash?seq=3").status == 404
    handed = desk.ask("POST", theirs.target(), theirs.batch())
    assert (handed.status, refusal(handed).error) == (404, "unknown-device")
    assert page(desk.pull()).last == 0


def test_a_scan_is_brought_in_pieces_and_fetched_by_the_other(communes, enrolled, tmp_path):
    content = bytes(range(256)) * 3000
    name, size = hashlib.sha256(content).hexdigest(), len(content)
    target = f"/v1/scans/{name}"
    with serving(communes, scans=tmp_path / "scans") as served:
        desk, other = enrolled(served.line, slot=1), enrolled(served.line, slot=2)
        stranger = enrolled(served.line, OTHER)

        asked = f"{target}?offset=0&size={size}"
        assert said(desk.ask("POST", asked, content[:500_000]), ScanAnswer).offset == 500_000
        wrong = desk.ask("POST", asked, content[:9])
        assert (wrong.status, refusal(wrong).acked) == (409, 500_000)
        assert other.ask("GET", f"{target}?offset=0&limit=9").status == 404
        rest = desk.ask("POST", f"{target}?offset=500000&size={size}", content[500_000:])
        assert said(rest, ScanAnswer).complete
        pieces = [other.ask("GET", f"{target}?offset={n}&limit=700000") for n in (0, 700_000)]
        assert b"".join(piece.body for piece in pieces) == content
        assert stranger.ask("GET", f"{target}?offset=0&limit=9").status == 404
        assert served.line.get(f"{target}?offset=0&limit=9").status == 401


def nested(opening: bytes, depth: int = 1_000_000) -> bytes:
    return opening * depth


def bomb(size: int) -> bytes:
    return zstandard.ZstdCompressor(level=19).compress(bytes(size))


def unnamed_size() -> bytes:
    packer = zstandard.ZstdCompressor(write_content_size=False)
    return packer.compress(bytes(64 << 20))


NO_BATCHES = {
    "nothing": b"",
    "no zstd": b"not a frame at all",
    "half a frame": bomb(1000)[:-3],
    "two frames": bomb(10) * 2,
    "a bomb": bomb(1 << 30),
    "a bomb that does not say its size": unnamed_size(),
    "zeros": bomb(8 << 20),
    "deep arrays": zstandard.compress(nested(b"\x91")),
    "a map": zstandard.compress(b"\x80"),
    "an array that claims 4 billion": zstandard.compress(b"\x93\xc4\x00\xdd\xff\xff\xff\xff"),
    "no events": wire.pack(wire.Batch(bytes(32), [], bytes(64))),
}


@pytest.mark.parametrize("name", NO_BATCHES)
def test_what_is_no_batch_is_refused_and_the_next_one_taken(desk, name):
    answer = desk.push(1, NO_BATCHES[name])

    assert (answer.status, refusal(answer).error) == (422, "not-a-batch")
    desk.write(1)
    assert desk.push().status == 200


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff\xfe",
        nested(b"["),
        nested(b'{"code":', 100_000),
        b'{"unknown":' + nested(b"[", 500_000),
        b'{"code":"\\ud800"}',
    ],
    ids=range(8),
)
def test_what_is_no_enrolment_is_refused(served, body):
    answer = served.line.ask(Request("POST", "/v1/enrol", body))

    assert (answer.status, refusal(answer).error) == (422, "not-an-enrolment")


def test_numbers_hashes_and_lists_that_are_none_are_refused(desk):
    log, of = "/v1/communes/H40.16/events", f"/v1/devices/{desk.device}/epochs"
    start = chain.log_genesis("H40.16").hex()
    asked = [
        f"{log}?after=-1&chain={start}&limit=1",
        f"{log}?after=0&chain={start}&limit={10**19}",
        f"{log}?after=0&chain=no&limit=1",
        f"{log}?after=0&chain={start}&limit=1&held=1:1,",
        f"{of}/1/hash?seq=٣",
        f"{of}/{'9' * 30}/hash?seq=1",
        f"{of}/1/hash",
    ]
    for target in asked:
        answer = desk.ask("GET", target.replace("٣", "%D9%A3"))
        assert answer.status == 422, (target, answer.body)


def test_paths_that_lead_nowhere_answer_like_everything_else(served):
    for target in ("/v1", "/v2/hello", "/docs", "/v1/scans", "/v1/hello/", "/..%2f"):
        answer = served.line.get(target)
        assert (answer.status, refusal(answer).error) == (404, "no-such-page"), target
    wrong = served.line.ask(Request("DELETE", "/v1/hello"))
    assert (wrong.status, refusal(wrong).error) == (405, "no-such-method")
    assert wrong.headers["allow"] == "GET"
