"""The written form of an event, byte for byte, and the chain that hangs together by it."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invented_dossier import RECEIVED, RECEIVED_AT
from reception.domain import chain
from reception.domain.intake_events import Received

# As the first version wrote them. They lie in registers and on paper: whatever changes in the
# program or in the libraries it uses, these bytes stay.
HEADER = (
    b'{"app":"0.1.0","at":"2026-02-13T07:00:00Z","base":"","body_sha256":"69e9e086fe9eb91ce6ef'
    b'1e6dc107010f458586d837845151336741ab90163c28","by":"maylt","ent":"d1","ent_type":"dossie'
    b'r","id":"e1","kind":"dossier.received","tz":"+07:00","v":1}'
)
BODY = (
    '{"code":"H40.16-260213-0001","intake":{"authorisation":"","channel":"counter","competent'
    '_authority":"","fee_vnd":5000,"non_territorial":false,"notes":"","owner":{"address":{"as'
    '_written":"","commune":"Phường Thành Nhất","district":"","line":"Buôn Ky","province":"Đắ'
    'k Lắk"},"born":"","card":"","email":"","identity":"066199012345","kind":"person","name":'
    '"H\'Hen Niê","phone":"0912345678","sex":""},"papers":[{"copies":0,"demanded_because":"","'
    'missing":false,"name":"Tờ khai","originals":1},{"copies":1,"demanded_because":"","missin'
    'g":false,"name":"Bản sao căn cước","originals":0}],"procedure":{"code":"1.004873","fee":'
    '{"amount_vnd":5000,"words":""},"field":"Hộ tịch","legal_basis":"","limit":{"cutoff":null'
    ',"month_as_30_days":false,"unit":"working-day","value":"3"},"name":"Thủ tục cấp Giấy xác'
    ' nhận tình trạng hôn nhân","open_stages":"","parallel":false,"result":"","stages":[],"sup'
    'plement_rule":"restart","version":1},"request":"","return_by":"counter","return_to":"","sets":1,"submitt'
    'er":null},"promise":{"basis":["BLDS Đ147"],"calendar":"2026-01","due_at":"2026-02-25T17:'
    '30:00+07:00","provisional":false,"stages":[],"starts_at":"2026-02-13T14:00:00+07:00"},"r'
    'eceived_at":"2026-02-13T14:00:00+07:00","regime":"2025","submitted_at":null}'
).encode()
GENESIS = "f8a721af2233bedb0dfddc34538b9c44ce12c90c374048eeeda8a48323afc431"
HASH = "3e431239a5b9816c04c325b741d82af598a85864897566b04d473d3b39e4b70a"


def written(at=RECEIVED_AT, by="maylt") -> chain.Link:
    return chain.link(
        chain.genesis("desk", 1),
        RECEIVED,
        kind="dossier.received",
        event_id="e1",
        entity="d1",
        entity_type="dossier",
        base=b"",
        at=at,
        by=by,
        app="0.1.0",
    )


def test_an_event_is_written_as_it_always_was():
    link = written()

    assert link.body == BODY
    assert link.header == HEADER
    assert link.hash.hex() == HASH


def test_the_hash_can_be_checked_with_nothing_but_sha256():
    genesis = hashlib.sha256(b"v1|desk|1").digest()

    assert genesis.hex() == chain.genesis("desk", 1).hex() == GENESIS
    assert hashlib.sha256(genesis + HEADER).hexdigest() == HASH
    assert hashlib.sha256(BODY).hexdigest() in HEADER.decode()


def test_what_was_written_then_is_read_now():
    header = chain.read(HEADER, chain.Header)

    assert chain.read(BODY, Received) == RECEIVED
    assert (header.kind, header.ent, header.by, header.at) == (
        "dossier.received",
        "d1",
        "maylt",
        "2026-02-13T07:00:00Z",
    )
    assert chain.body_matches(header, BODY)
    assert not chain.body_matches(header, BODY + b" ")


def test_a_field_of_a_later_version_is_passed_over():
    later = BODY.replace(b'"code"', b'"added_in_2030":[1],"code"', 1)

    assert chain.read(later, Received) == RECEIVED


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"\xff", BODY[:-1], BODY.replace(b'"sets":1', b'"sets":"x"')]
)
def test_what_is_no_such_event_is_not_read(data):
    with pytest.raises(ValueError, match=r"."):
        chain.read(data, Received)


@given(st.integers(0, len(HEADER) - 1), st.integers(1, 255))
def test_any_altered_byte_of_a_header_changes_the_hash(place, change):
    altered = bytearray(HEADER)
    altered[place] ^= change

    assert chain.next_hash(chain.genesis("desk", 1), bytes(altered)).hex() != HASH


def test_devices_and_epochs_begin_apart():
    starts = {chain.genesis(device, epoch) for device in ("a", "b") for epoch in (1, 2, 11)}

    assert len(starts) == 6
