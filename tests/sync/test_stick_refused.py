"""Bundles that are not taken, each with one sentence that says what to do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from ends import AGENCY, Commune, log_of, received
from reception.domain.errors import RuleViolation, Trouble
from reception.services.desk import Desk
from reception.services.set_up import office_named, set_up
from reception.storage import line_rows
from reception.storage.device import own_key, public_key
from reception.storage.ledger.ledger import Ledger
from reception.sync import joining, messages
from reception.sync.bundle import write_bundle
from reception.sync.enrolling import invite
from reception.sync.joining import pending_enrolment
from reception.sync.signatures import to_text
from reception.sync.stick import holdings, write_stick
from reception.sync.stick_answering import take_bundle
from reception.sync.stick_parts import ENROLMENT, HOLDINGS, Brought, server_id, write
from reception.sync.stick_taking import take_stick
from refusing import VIETNAMESE
from sticks import BUNDLE, answered, by_hand, head_of, opened_parts, written


def refused_at_server(commune: Commune, bundle: Path) -> str:
    answer = commune.folder / "tra-loi"
    with commune.ledger.reading() as work:
        before = work.agency(AGENCY).position
    with pytest.raises((RuleViolation, Trouble)) as refused:
        take_bundle(commune.ledger, bundle, answer, commune.clock)
    with commune.ledger.reading() as work:
        assert work.agency(AGENCY).position == before
    assert not answer.exists()
    return checked(refused.value)


def refused_at_desk(commune: Commune, desk: Desk, answer: Path) -> str:
    before = list(log_of(desk)), line_rows.line(desk.database)
    with pytest.raises((RuleViolation, Trouble)) as refused:
        take_stick(desk.store, answer, commune.clock)
    assert (list(log_of(desk)), line_rows.line(desk.database)) == before
    return checked(refused.value)


def checked(refusal: RuleViolation | Trouble) -> str:
    assert VIETNAMESE.search(refusal.text)
    assert refusal.text.endswith(".")
    assert ". " not in refusal.text
    return refusal.code


def test_a_revoked_device(commune):
    desk = commune.desk(0)
    received(desk)
    bundle = written(commune, desk)
    with commune.ledger.writing() as work:
        work.revoke(desk.store.journal.device.device, commune.clock())

    assert refused_at_server(commune, bundle) == "bundle-unknown-sender"


def test_a_device_that_no_code_let_in(commune):
    """Also if it names its own key, as one does that is to be let in."""
    stranger = a_stranger(commune)
    for key in (b"", public_key(stranger.database)):
        for parts in ([], [(HOLDINGS, b"")], [(ENROLMENT, b"{}")]):
            bundle = by_hand(commune, stranger, parts, key=key)
            assert refused_at_server(commune, bundle) == "bundle-unknown-sender"


def a_stranger(commune: Commune, code: str = "7KQ2M-XW9PA") -> Desk:
    """A desk that has an invitation with a code that the server does not know."""
    desk = set_up(commune.folder / "la", office_named("Xã", AGENCY), commune.clock)
    commune.desks.append(desk)
    with commune.ledger.reading() as work:
        authority = work.authority()
    invitation = joining.Invitation(
        server_name="Máy chủ",
        url="",
        server_key=to_text(authority.public_key),
        seal_key=to_text(authority.seal_key),
        agency=AGENCY,
        agency_name="Xã",
        code=code,
        incarnation=authority.incarnation,
    )
    joining.join_by_invitation(desk.store, invitation, commune.clock)
    return desk


def test_a_code_that_the_server_does_not_know(commune):
    assert refused_at_server(commune, written(commune, a_stranger(commune))) == "code-unknown"


def test_a_code_that_came_too_late(commune):
    desk = a_stranger(commune, invite(commune.ledger, AGENCY, 3, "", commune.clock()))
    bundle = written(commune, desk)
    commune.clock.set_to("2027-01-01T08:00")

    assert refused_at_server(commune, bundle) == "code-expired"


def test_a_code_that_another_desk_has_used(commune):
    code = invite(commune.ledger, AGENCY, 3, "", commune.clock())
    desk = a_stranger(commune, code)
    quicker = set_up(commune.folder / "khac", office_named("Xã", AGENCY), commune.clock)
    commune.desks.append(quicker)
    joining.join(quicker.store, commune.line(), joining.Wish("", AGENCY, code, ""), commune.clock)

    assert refused_at_server(commune, written(commune, desk)) == "code-used"


def test_an_enrolment_of_another_device_than_the_sender(commune):
    """A code overheard: the thief's key signs the bundle, the enrolment is somebody else's."""
    thief = a_stranger(commune, invite(commune.ledger, AGENCY, 3, "", commune.clock()))
    line = line_rows.line(thief.database)
    asked = pending_enrolment(thief.store, line)
    key = public_key(thief.database)
    for other in ({"device": BUNDLE}, {"public_key": to_text(b"k" * 32)}, {"agency": "H40.17"}):
        wrong = messages.write(msgspec.structs.replace(asked, **other))
        bundle = by_hand(commune, thief, [(ENROLMENT, wrong)], key=key)
        assert refused_at_server(commune, bundle) == "bundle-unknown-sender"


def test_a_bundle_of_another_commune(commune):
    desk = commune.desk(0)
    bundle = by_hand(commune, desk, [], agency="H40.17")

    assert refused_at_server(commune, bundle) == "bundle-unknown-sender"


def test_a_bundle_that_another_desk_signed(commune):
    desk, other = commune.desk(0), commune.desk(1)
    bundle = by_hand(commune, desk, [], signer=other)

    assert refused_at_server(commune, bundle) == "bundle-forged"


def test_a_bundle_that_says_it_is_the_server_s(commune):
    desk = commune.desk(0)
    bundle = by_hand(commune, desk, [], sender_kind="server")

    assert refused_at_server(commune, bundle) == "bundle-unknown-sender"


def test_a_bundle_for_another_server(commune, tmp_path):
    desk = commune.desk(0)
    bundle = written(commune, desk)
    other = Ledger.open(str(tmp_path / "khac.db"))
    with pytest.raises(RuleViolation) as refused:
        take_bundle(other, bundle, tmp_path / "x", commune.clock)
    other.close()

    assert checked(refused.value) == "bundle-foreign"


@pytest.mark.parametrize("place", range(0, 100, 7))
def test_a_bundle_in_which_one_bit_is_another(commune, place):
    desk = commune.desk(0)
    received(desk)
    bundle = written(commune, desk)
    answer = answered(commune, bundle)
    for file, refused in (
        (bundle, lambda path: refused_at_server(commune, path)),
        (answer, lambda path: refused_at_desk(commune, desk, path)),
    ):
        data = bytearray(file.read_bytes())
        data[len(data) * place // 100] ^= 4
        file.write_bytes(data)
        assert refused(file) in {
            "not-a-bundle", "bundle-damaged", "bundle-truncated", "bundle-newer",
        }  # fmt: skip


@pytest.mark.parametrize("percent", [0, 1, 50, 99])
def test_a_bundle_that_was_copied_in_part(commune, percent):
    desk = commune.desk(0)
    received(desk)
    bundle = written(commune, desk)
    answer = answered(commune, bundle)
    for file in (bundle, answer):
        data = file.read_bytes()
        file.write_bytes(data[: len(data) * percent // 100])

    assert refused_at_server(commune, bundle) == "bundle-truncated"
    assert refused_at_desk(commune, desk, answer) == "bundle-truncated"


def test_a_register_that_is_not_enrolled(commune):
    desk = set_up(commune.folder / "moi", office_named("Xã", AGENCY), commune.clock)
    commune.desks.append(desk)
    for act in (write_stick, take_stick):
        with pytest.raises(Trouble) as refused:
            act(desk.store, commune.folder / "goi", commune.clock)
        assert refused.value.code == "not-enrolled"


def test_an_answer_for_another_desk(commune):
    desk, other = commune.desk(0), commune.desk(1)
    answer = answered(commune, written(commune, other))

    assert refused_at_desk(commune, desk, answer) == "bundle-foreign"


def test_the_desk_s_own_bundle_is_no_answer(commune):
    desk = commune.desk(0)
    bundle = written(commune, desk)
    answer = answered(commune, bundle)

    assert refused_at_desk(commune, desk, bundle) == "bundle-foreign"
    assert refused_at_server(commune, answer) == "bundle-foreign"


def test_an_answer_that_the_server_did_not_sign(commune):
    desk, other = commune.desk(0), commune.desk(1)
    line = line_rows.line(desk.database)
    seal_to = X25519PrivateKey.from_private_bytes(line.own_seal_key).public_key()
    head = head_of(desk, sender_kind="server", sender=server_id(line.server_key))
    path = commune.folder / "gia"
    for said, code in (
        (head, "bundle-forged"),
        (replace(head, sender="x"), "bundle-unknown-sender"),
        (replace(head, sender_kind="device"), "bundle-unknown-sender"),
        (replace(head, agency="H40.17"), "bundle-unknown-sender"),
    ):
        write_bundle(
            path,
            said,
            [],
            signing_key=own_key(other.database),
            seal_to=seal_to.public_bytes_raw(),
        )
        assert refused_at_desk(commune, desk, path) == code


def test_one_bad_part_blocks_no_other(commune):
    desk = commune.desk(0)
    device = desk.store.journal.device.device
    received(desk)
    line = line_rows.line(desk.database)
    good = [
        (name, content)
        for name, content in opened_parts(commune, written(commune, desk))
        if name.startswith("events-")
    ]
    parts = [
        (HOLDINGS, write(holdings(desk.store, line))),
        ("events-90", b"\xc1"),
        ("events-91", write(Brought(device, 1, 1, 0, b"no batch"))),
        ("events-92", write(Brought("somebody", 1, 1, 0, b""))),
        ("events-93", write(Brought(device, 1, 500, 0, b""))),
        ("events-94", write(Brought(device, -1, 1, 0, b""))),
        ("poem-1", "Thuyền về có nhớ bến chăng".encode()),
        *good,
    ]
    bundle = by_hand(commune, desk, parts)

    done = take_bundle(commune.ledger, bundle, commune.folder / "ve", commune.clock)
    brought = take_stick(desk.store, commune.folder / "ve", commune.clock)

    assert done.received == brought.sent > 0
    assert [(one.part, one.error) for one in done.refused] == [
        ("events-90", "not-a-part"),
        ("events-91", "not-a-batch"),
        ("events-92", "unknown-device"),
        ("events-93", "gap"),
        ("events-94", "not-a-batch"),
    ]
    assert brought.refused == done.refused
    assert "không nhận 4 phần" in brought.words
    assert commune.exchange(desk).sent == 0


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"[]", b"\xff", b'{"code": 1}', b"{" * 100_000],
    ids=["empty", "nothing", "list", "bytes", "number", "deep"],
)
def test_what_is_no_invitation(data):
    with pytest.raises(RuleViolation) as refused:
        joining.read_invitation(data)
    assert checked(refused.value) == "not-an-invitation"
