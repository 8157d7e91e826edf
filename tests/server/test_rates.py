"""Buckets that fill by themselves, and who counts as one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reception.server.rates import Buckets, address_key
from reception.server.settings import Rate


@given(
    st.floats(0.01, 50),
    st.integers(1, 20),
    st.lists(st.floats(0, 30), min_size=1, max_size=60),
)
def test_nobody_gets_more_than_the_pause_and_the_rate_allow(per_second, at_once, pauses):
    now = [0.0]
    buckets = Buckets(Rate(per_second, at_once), lambda: now[0])
    taken = 0
    for pause in pauses:
        now[0] += pause
        wait = buckets.wait("a")
        if not wait:
            buckets.take("a")
            taken += 1
        else:
            now[0] += wait
            assert buckets.wait("a") == 0
    assert taken <= at_once + now[0] * per_second + 1e-6


def test_the_memory_is_bounded_and_those_at_work_are_remembered():
    buckets = Buckets(Rate(0.001, 1), lambda: 0.0, most_keys=3)
    for key in "abcabcd":
        buckets.take(key)
    assert [buckets.wait(key) > 0 for key in "abcd"] == [False, True, True, True]


def test_an_ipv6_network_counts_as_one_address():
    assert address_key("2001:db8:1:2:3::4") == address_key("2001:db8:1:2:ffff::1")
    assert address_key("2001:db8:1:3::4") != address_key("2001:db8:1:2::4")
    assert address_key("10.1.2.3") == "10.1.2.3"
    assert address_key("no address") == "no address"
