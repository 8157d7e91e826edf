"""The indices: shares between nought and all, full marks, and what is not known is not nought."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.counting import Ending
from reception.domain.handling_report import percent_words
from reception.domain.indicators import (
    MEASURES,
    Fact,
    Share,
    Tally,
    Told,
    group_score,
    share,
)
from reception.domain.intake import Channel
from reception.domain.quality_papers import estimate_words, group_words, rate_words
from reception.domain.timeliness import Timeliness
from reception.services.indicators import SOURCES
from reception.services.quality_rules import quality_on, targets_on

RULES = quality_on(date(2026, 12, 31))
FACTS = st.builds(
    Fact,
    procedure=st.sampled_from(["1.001193", "1.004873"]),
    channel=st.sampled_from(Channel),
    traits=st.sets(st.sampled_from("foprsb")).map("".join),
    kept=st.none() | st.sampled_from(Timeliness),
    ending=st.none() | st.sampled_from(Ending),
)
TALLIES = st.lists(st.builds(Tally, FACTS, st.integers(0, 500)))


def index(code: str):
    return next(one for one in RULES.indices if one.code == code)


@given(TALLIES, st.sampled_from(sorted(MEASURES)))
def test_every_share_lies_between_nought_and_all(tallies, name):
    told = share(MEASURES[name], tallies)
    assert 0 <= told.part <= told.whole
    assert told.rate is None or 0 <= told.rate <= 100


def test_half_online_has_full_marks_and_a_quarter_half_of_them():
    online = index("3.3")
    assert Told(online, Share(60, 100)).level == 1
    assert Told(online, Share(25, 100)).level == Decimal("0.5")
    assert Told(online, Share(0, 0)).level is None
    assert Told(index("4.1"), Share(60, 100)).level is None  # no threshold is known


def test_a_group_tells_on_how_many_of_its_indices_it_rests():
    group = next(one for one in RULES.groups if one.code == "progress")
    score = group_score(group, [Told(index("2.1"), Share(1335, 1391)), Told(index("2.2"))])
    assert (score.points, score.known, score.all) == (Decimal("19.19"), 1, 2)
    assert "ước tính 19,19 điểm, theo 1 trên 2 chỉ số" in group_words(score)
    nothing = group_score(group, [Told(index("2.1"), unknown="chưa có")])
    assert nothing.points is None
    assert estimate_words([nothing]) == ""
    assert estimate_words([nothing, score]) == "19,19 trên 20 điểm của 1 nhóm"


def test_what_has_no_figures_says_so_and_is_not_nought():
    assert rate_words(Told(index("5.4"), unknown="chưa khảo sát")) == "chưa có số liệu"
    assert rate_words(Told(index("3.6"), Share(0, 0))) == "không phát sinh"
    assert rate_words(Told(index("3.6"), Share(0, 5))) == "0,00 %"


def test_the_share_of_procedures_with_dossiers_that_was_reported():
    # The report tells 68,7 % without its numbers; the fewest procedures that give it are 46 of 67.
    fewest = next(
        (part, whole)
        for whole in range(1, 500)
        for part in range(whole)
        if (Decimal(100 * part) / whole).quantize(Decimal("0.1")) == Decimal("68.7")
    )
    assert fewest == (46, 67)
    assert percent_words(Share(*fewest, "thủ tục").rate) == "68,66 %"


def test_before_and_on_time_of_the_reported_district():
    settled = [
        Tally(Fact("1", Channel.COUNTER, "", Timeliness.EARLY, Ending.RESULT), 1332),
        Tally(Fact("1", Channel.COUNTER, "", Timeliness.ON_TIME, Ending.RESULT), 3),
        Tally(Fact("1", Channel.COUNTER, "", Timeliness.OVERDUE, Ending.RESULT), 56),
    ]
    told = share(MEASURES["on-time"], settled)
    assert (told.part, told.whole, told.rate) == (1335, 1391, Decimal("95.97"))


def test_the_rules_are_whole():
    assert sum(one.points for one in RULES.groups) == 100
    groups = {one.code for one in RULES.groups} | {""}
    codes = [one.code for one in RULES.indices]
    assert len(codes) == len(set(codes))
    for one in RULES.indices:
        assert one.group in groups
        assert one.source
        assert one.confidence
        assert one.unknown or one.measure in MEASURES or one.measure in SOURCES
    for kind in targets_on(date(2026, 1, 1)):
        assert kind.index in codes


@pytest.mark.parametrize("day", [date(2018, 1, 1), date(2026, 1, 1)])
def test_the_rules_answer_for_every_day(day):
    assert quality_on(day).indices
