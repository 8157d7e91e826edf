"""Events on the road: without the digest that a body tells itself, and whole again at its end."""

from __future__ import annotations

import hashlib

from hypothesis import example, given
from hypothesis import strategies as st

from reception.sync import wire

BODY = b'{"at":"2026-03-10T02:00:00Z"}'
DIGEST = hashlib.sha256(BODY).hexdigest().encode()
PIECES = st.sampled_from(
    (b"{", b'"body_sha256":"', b'"body_sha256":""', DIGEST, DIGEST[:9], b'"', b",", b"\0as-it-is\0")
)


@given(st.lists(PIECES, max_size=6).map(b"".join))
@example(b'{"app":"1","body_sha256":"","by":"maylt"}')
@example(b'{"a":{"body_sha256":"x"},"body_sha256":"%s"}' % DIGEST)
@example(b"\0as-it-is\0")
def test_every_header_arrives_as_it_was_written(header):
    assert wire.whole(wire.slim((header, BODY))) == (header, BODY)


def test_the_digest_that_a_body_tells_does_not_travel():
    header = b'{"app":"1","body_sha256":"%s","by":"maylt"}' % DIGEST

    assert wire.slim((header, BODY)) == (header.replace(DIGEST, b""), BODY)
