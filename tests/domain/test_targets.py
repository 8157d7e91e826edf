"""How far it is to a target, and how much room there is."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reception.domain.errors import RuleViolation
from reception.domain.indicators import Share
from reception.domain.target_words import parse_percent, room_words, target_percent
from reception.domain.targets import Progress, TargetKind, needed, spare

KIND = TargetKind("on-time", "Đúng hạn", "2.1", 9800, date(2020, 1, 1))
SHARES = st.integers(1, 50_000).flatmap(
    lambda whole: st.integers(0, whole).map(lambda part: Share(part, whole))
)
PERCENT = st.integers(1, 9_999)


def meets(share: Share, percent: int) -> bool:
    return share.part * 10_000 >= percent * share.whole


@pytest.mark.parametrize(
    ("share", "percent", "more", "room"),
    [
        # A district's report: 1.335 of 1.391 settled were early or on time.
        (Share(1335, 1391), 9800, 1409, 0),
        (Share(1335, 1391), 9500, 0, 14),
        (Share(98, 100), 9800, 0, 0),
        (Share(0, 0), 9800, None, None),
        (Share(9, 10), 10_000, None, 0),
    ],
)
def test_how_many_more_are_needed_and_may_still_fail(share, percent, more, room):
    assert needed(share, percent, fixed=False) == more
    assert spare(share, percent, fixed=False) == room


@given(SHARES, PERCENT)
def test_just_so_many_more_reach_the_target(share, percent):
    more = needed(share, percent, fixed=False)
    assert meets(Share(share.part + more, share.whole + more), percent)
    assume(more > 0)
    assert not meets(Share(share.part + more - 1, share.whole + more - 1), percent)


@given(SHARES, PERCENT)
def test_just_so_many_may_fail(share, percent):
    assume(meets(share, percent))
    room = spare(share, percent, fixed=False)
    assert meets(Share(share.part, share.whole + room), percent)
    assert not meets(Share(share.part, share.whole + room + 1), percent)


def test_of_a_fixed_whole_so_many_are_lacking():
    # 46 of 67 procedures are 68,7 %; 80 % are 54.
    assert needed(Share(46, 67, "thủ tục"), 8000, fixed=True) == 8
    assert spare(Share(60, 67, "thủ tục"), 8000, fixed=True) is None


@pytest.mark.parametrize(
    ("text", "hundredths"), [("98", 9800), ("98,5", 9850), (" 98.55 % ", 9855), ("100", 10_000)]
)
def test_a_target_is_read_as_people_write_it(text, hundredths):
    assert parse_percent(text) == hundredths


@pytest.mark.parametrize("text", ["", "0", "101", "98,555", "chín", "-5", "NaN", "Infinity"])
def test_what_is_no_target_is_told_in_one_sentence(text):
    with pytest.raises(RuleViolation) as refused:
        parse_percent(text)
    assert refused.value.code == "target-impossible"


def test_a_target_is_told_in_words():
    assert [target_percent(one) for one in (9800, 9850, 10_000)] == ["98 %", "98,5 %", "100 %"]
    short = Progress(KIND, 9800, "", Share(1335, 1391), needed=1409, spare=0)
    assert room_words(short) == "Chưa đạt; phải có 1.409 hồ sơ tiếp theo đều đạt."
    met = Progress(KIND, 9500, "", Share(1335, 1391), needed=0, spare=14)
    assert "còn được 14 hồ sơ" in room_words(met)
    assert room_words(Progress(KIND, 9500, "", Share(0, 0))) == ""
