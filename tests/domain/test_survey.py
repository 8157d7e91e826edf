"""The survey by hand-made examples: points, rounding, thresholds, what few sheets never tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from invented_dossier import RECEIVED, RECEIVED_AT
from reception.domain.custody import Holder, HolderKind
from reception.domain.dossier_events import Forwarded, ResultRecorded, SupplementRequested
from reception.domain.errors import RuleViolation
from reception.domain.life import evolve
from reception.domain.survey import answers_of, digits_of
from reception.domain.survey_events import (
    OfficeRated,
    SurveyAnswer,
    SurveyAnswered,
    SurveyCorrected,
    SurveyWay,
)
from reception.domain.survey_scoring import (
    OTHER_FIELDS,
    Sheet,
    SurveyResults,
    mean,
    points_of,
    results,
    sheet_of,
)
from reception.domain.timeliness import Rule
from reception.services.survey_editions import edition_on

EDITION = edition_on(date(2026, 2, 13))
PERIOD = (date(2026, 1, 1), date(2026, 3, 31))
LATER = RECEIVED_AT + timedelta(minutes=1)


def sheet(digits: str = "11111", settled: str = "early", field: str = "Hộ tịch", by: str = "lan"):
    history = {"supplements": "none", "settlement": settled, "units": settled}
    history = {name: told for name, told in history.items() if told}
    return Sheet(field, by, answers_of(EDITION, digits), history)


def rated(points: dict[int, int]) -> list[OfficeRated]:
    return [OfficeRated(RECEIVED_AT, *PERIOD, n, p, "văn bản") for n, p in points.items()]


def result(sheets: list[Sheet], points: dict[int, int] | None = None) -> SurveyResults:
    return results(EDITION, sheets, rated(points or {}), str.upper, {})


def score(found: SurveyResults, number: int) -> Decimal | None:
    return next(one.score for one in found.whole.scores if one.index.number == number)


def answered(*events: object):
    dossier = evolve(None, "d1", RECEIVED)
    for event in events:
        dossier = evolve(dossier, "d1", event)
    return dossier


def sheet_event(at=LATER, digits: str = "11111") -> SurveyAnswered:
    return SurveyAnswered(at, at.date(), SurveyWay.PAPER, answers_of(EDITION, digits))


# --- points ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("index", "settled", "digits", "points"),
    [
        (1, "early", "11111", 2),
        (1, "on-time", "11111", 1),
        (1, "no-limit", "11111", 1),
        (1, "overdue", "11111", 0),
        (1, "", "11111", None),
        (3, "early", "11111", 2),
        (3, "early", "21111", 1),
        (3, "early", "31111", 0),
        (4, "early", "11111", 2),
        (4, "early", "12111", 1),
        (4, "early", "13111", 0),
        (4, "early", "10111", None),
        (7, "early", "11111", 2),
        (7, "on-time", "11111", 1),
        (7, "overdue", "11111", 0),
        (7, "early", "11211", 0),
    ],
)
def test_the_decrees_points(index, settled, digits, points):
    one = EDITION.find_index(index)
    assert one is not None
    assert points_of(EDITION, one, sheet(digits, settled)) == points


def test_the_register_and_the_citizen_the_less_favourable_counts():
    index = EDITION.find_index(3)
    asked_once = replace(sheet("11111"), history={"supplements": "once"})
    assert index is not None
    assert points_of(EDITION, index, asked_once) == 1


# --- rounding and totals --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([2, 2, 1], "1.7"),
        ([2, 1, 1, 1], "1.3"),  # 1.25: halves go up, not to the even
        ([2] * 3 + [1] * 17, "1.2"),  # 1.15, which as a binary fraction would fall to 1.1
        ([1] + [0] * 19, "0.1"),  # 0.05
        ([1] + [0] * 20, "0.0"),
        ([2], "2.0"),
    ],
)
def test_an_index_is_rounded_to_one_decimal(points, expected):
    assert str(mean(points)) == expected


def test_the_total_adds_what_was_rounded():
    # Index 1, 2: (2+1+1)/3 = 1.33 → 1.3; 3: 2; 4: 1.33 → 1.3; 7: 1.3. Unrounded it would be 7.33.
    found = result([sheet("11111"), sheet("12111", "on-time"), sheet("12111", "on-time")])
    assert [score(found, n) for n in (1, 2, 3, 4, 7)] == [
        Decimal(text) for text in ("1.3", "1.3", "2.0", "1.3", "1.3")
    ]
    assert found.whole.total == Decimal("7.2")


@pytest.mark.parametrize(
    ("total", "step"),
    [
        ("10.0", "hoàn thành 100% nhiệm vụ"),
        ("5.0", "hoàn thành 100% nhiệm vụ"),
        ("4.9", "hoàn thành từ 70% đến dưới 100% nhiệm vụ"),
        ("3.5", "hoàn thành từ 70% đến dưới 100% nhiệm vụ"),
        ("3.4", "hoàn thành dưới 70% nhiệm vụ"),
        ("0.0", "hoàn thành dưới 70% nhiệm vụ"),
    ],
)
def test_an_officials_share_of_duty(total, step):
    reached = next(s for s in EDITION.official_step if Decimal(total) >= s.at_least)
    assert reached.words == step


@pytest.mark.parametrize(
    ("total", "grade"),
    [
        ("18.0", "xuất sắc"), ("15.0", "xuất sắc"), ("14.9", "tốt"), ("12.0", "tốt"),
        ("11.9", "khá"), ("9.0", "khá"), ("8.9", "trung bình"), ("6.0", "trung bình"),
        ("5.9", "yếu"), ("0.0", "yếu"),
    ],
)  # fmt: skip
def test_a_units_grade(total, grade):
    reached = next(s for s in EDITION.unit_step if Decimal(total) >= s.at_least)
    assert reached.words == grade


def test_the_office_has_a_grade_only_with_all_nine():
    sheets = [sheet() for _ in range(6)]
    missing = result(sheets, {5: 2, 6: 2, 8: 1})
    whole = result(sheets, {5: 2, 6: 2, 8: 1, 9: 0})
    assert (missing.total, missing.grade) == (None, "")
    assert (whole.total, whole.grade) == (Decimal("15.0"), "xuất sắc")


def test_an_official_is_scored_by_the_five_indices():
    found = result([sheet(settled="overdue", digits="32211") for _ in range(5)])
    ((scored, step),) = found.officials
    assert (scored.name, scored.sheets, scored.total) == ("LAN", 5, Decimal("1.0"))
    assert step == "hoàn thành dưới 70% nhiệm vụ"


# --- n --------------------------------------------------------------------------------------------


def test_without_sheets_there_is_no_score():
    found = result([], {5: 2, 6: 2, 8: 2, 9: 2})
    assert [one.sheets for one in found.whole.scores] == [0] * 5
    assert (found.whole.total, found.total, found.officials, found.fields) == (None, None, (), ())


def test_an_index_that_nobody_told_leaves_no_total():
    found = result([sheet("10111") for _ in range(6)])
    assert score(found, 4) is None
    assert found.whole.total is None


def test_of_few_sheets_no_officials_score_is_told():
    found = result([sheet(by="lan") for _ in range(4)] + [sheet(by="hoa") for _ in range(5)])
    told = {scored.name: scored for scored, _step in found.officials}
    assert (told["LAN"].sheets, told["LAN"].scores, told["LAN"].total) == (4, (), None)
    assert told["LAN"].withheld
    assert told["HOA"].total == Decimal("10.0")


def test_small_fields_are_told_together():
    sheets = [sheet(field=name) for name in ["Đất đai"] * 3 + ["Văn hóa"] * 2 + ["Hộ tịch"] * 9]
    assert [(one.name, one.sheets) for one in result(sheets).fields] == [
        ("Hộ tịch", 9), (OTHER_FIELDS, 5),
    ]  # fmt: skip


def test_a_single_small_field_takes_another_with_it():
    """Else what it said would be the whole less all others."""
    names = ["Đất đai"] + ["Hộ tịch"] * 6 + ["Chứng thực"] * 9
    found = result([sheet(field=name) for name in names])
    assert [(one.name, one.sheets) for one in found.fields] == [
        ("Chứng thực", 9), (OTHER_FIELDS, 7),
    ]  # fmt: skip


def test_how_many_are_satisfied():
    found = result([sheet("11111"), sheet("11121"), sheet("11130")])
    attitude, handling = found.satisfaction
    assert (dict(attitude.chosen), attitude.share) == (
        {"very": 1, "satisfied": 1, "dissatisfied": 1}, Decimal("66.7"),
    )  # fmt: skip
    assert (handling.sheets, handling.share) == (2, Decimal("100.0"))


# --- digits ---------------------------------------------------------------------------------------


def test_digits_and_answers_are_the_same():
    answers = answers_of(EDITION, "12031")
    assert answers[0] == SurveyAnswer("contacts", "none")
    assert len(answers) == 4
    assert digits_of(EDITION, answers) == "12031"


@pytest.mark.parametrize(
    ("digits", "code"),
    [("1111", "survey-digits"), ("111111", "survey-digits"), ("11311", "survey-digits"),
     ("1111x", "survey-digits"), ("1111²", "survey-digits"), ("00000", "survey-empty")],
)  # fmt: skip
def test_impossible_digits_are_told_in_a_sentence(digits, code):
    with pytest.raises(RuleViolation) as refusal:
        answers_of(EDITION, digits)
    assert refusal.value.code == code
    assert "hãy" in refusal.value.text


# --- the dossier ----------------------------------------------------------------------------------


def test_the_first_sheet_in_the_log_counts():
    first, second = sheet_event(), sheet_event(LATER + timedelta(hours=1), "33222")
    assert answered(first, second).survey == first


def test_a_correction_changes_its_own_sheet_alone():
    first, second = sheet_event(), sheet_event(LATER + timedelta(hours=1), "33222")
    other = answers_of(EDITION, "12111")
    of_first = SurveyCorrected(LATER + timedelta(hours=2), first.at, first.answers, other)
    of_second = SurveyCorrected(LATER + timedelta(hours=2), second.at, second.answers, other)
    assert answered(first, second, of_first).survey == replace(first, answers=other)
    assert answered(first, second, of_second).survey == first


def test_history_tells_time_units_and_supplements():
    day_after = RECEIVED.promise.due_at + timedelta(days=1)
    asked = answered(
        SupplementRequested(LATER, "0001/2026/PBS", ("Tờ khai",), "thiếu"), sheet_event()
    )
    open_late = sheet_of(answered(sheet_event()), "lan", Rule.DAY, day_after)
    open_in_time = sheet_of(answered(sheet_event()), "lan", Rule.DAY, LATER)
    early = sheet_of(answered(sheet_event(), ResultRecorded(LATER)), "lan", Rule.DAY, day_after)
    asked_sheet = sheet_of(asked, "lan", Rule.DAY, LATER)
    assert asked_sheet is not None
    assert asked_sheet.history["supplements"] == "once"
    assert open_late is not None
    assert open_late.history["settlement"] == "overdue"
    assert open_in_time is not None
    assert "settlement" not in open_in_time.history
    assert early is not None
    assert early.history == {"supplements": "none", "settlement": "early", "units": "early"}


def test_the_slowest_unit_counts():
    stage_due = LATER + timedelta(hours=1)
    office = Holder(HolderKind.OFFICE, "Phòng Kinh tế")
    dossier = answered(
        Forwarded(LATER, office), ResultRecorded(LATER + timedelta(days=1)), sheet_event()
    )
    late_stage = replace(
        dossier.custody[-1], stage=0, due_at=stage_due, until_at=LATER + timedelta(days=1)
    )
    dossier = replace(dossier, custody=(*dossier.custody[:-1], late_stage))
    scored = sheet_of(dossier, "lan", Rule.DAY, LATER + timedelta(days=2))
    assert scored is not None
    assert scored.history["units"] == "overdue"


def test_a_dossier_without_a_sheet_is_not_scored():
    assert sheet_of(answered(), "lan", Rule.DAY, LATER) is None
