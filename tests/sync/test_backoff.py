"""How long a desk waits: as the line bears it, longer after failures, and never for ever."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.sync.backoff import Waiting

RULE = Waiting()
QUARTER = 15 * 60


def most(number: float) -> float:
    return number


def least(_number: float) -> float:
    return 0.0


@pytest.mark.parametrize(
    ("answer", "wait"),
    [(0.0, 15), (0.02, 15), (0.075, 15), (0.3, 60), (1.5, 300), (4.5, QUARTER), (90, QUARTER)],
)
def test_a_quick_line_is_asked_often_and_a_thin_one_seldom(answer, wait):
    assert RULE.after_success(answer) == pytest.approx(wait)


@pytest.mark.parametrize(
    ("failures", "wait"), [(1, 2), (2, 4), (3, 8), (9, 512), (10, QUARTER), (100_000, QUARTER)]
)
def test_the_longest_wait_doubles_with_each_failure(failures, wait):
    assert RULE.after_failure(failures, most) == wait
    assert RULE.after_failure(failures, least) == 0


@given(
    failures=st.integers(1, 10**9),
    asked=st.floats(0, 10**9),
    chance=st.floats(0, 1),
)
def test_no_failure_makes_a_desk_give_up_or_hurry_a_server_that_asked_for_time(
    failures, asked, chance
):
    wait = RULE.after_failure(failures, lambda highest: highest * chance, asked=asked)

    assert min(asked, RULE.most_asked) <= wait
    assert wait <= min(asked, RULE.most_asked) + min(QUARTER, 2.0 ** min(failures, 60))


@given(answer=st.floats(0, 10**6), slower=st.floats(0, 10**6))
def test_a_slower_line_is_never_asked_more_often(answer, slower):
    assert RULE.after_success(answer) <= RULE.after_success(answer + slower)
    assert RULE.shortest <= RULE.after_success(answer) <= RULE.longest
