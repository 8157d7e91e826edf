"""Two desks act on one dossier without knowing of each other: nothing is lost, a person decides."""

from __future__ import annotations

import pytest

from at_the_counter import BY
from ends import correct, lists_of, received
from reception.domain.dossier import State
from reception.domain.errors import RuleViolation
from reception.domain.list_frame import Period
from reception.domain.survey_events import SurveyWay
from reception.services import (
    exchange,
    finishing,
    reviews,
    safekeeping,
    survey_results,
    surveys,
)


@pytest.fixture
def shared(commune):
    """A dossier that both desks know."""
    first, second = commune.desk(0), commune.desk(1)
    dossier = received(first)
    commune.exchange(first)
    commune.exchange(second)
    return first, second, dossier.dossier_id


def settle(commune, *desks):
    for desk in desks * 2:
        commune.exchange(desk)


def agreed(first, second):
    assert lists_of(first) == lists_of(second)
    for desk in (first, second):
        assert safekeeping.verify(desk).faults == ()


def test_corrections_of_different_fields_are_both_kept(commune, shared):
    first, second, dossier_id = shared
    correct(first, dossier_id, phone="0912345678")
    correct(second, dossier_id, born="02/02/1990")

    settle(commune, first, second)

    owner = first.store.dossier(dossier_id).intake.owner
    assert (owner.phone, owner.born) == ("0912345678", "02/02/1990")
    assert reviews.waiting(first) == []
    agreed(first, second)


def test_one_field_corrected_to_two_values_is_for_a_person_to_decide(commune, shared):
    first, second, dossier_id = shared
    correct(first, dossier_id, phone="0912345678")
    correct(second, dossier_id, phone="0987654321")

    settle(commune, first, second)

    (open_one,) = reviews.waiting(second)
    assert first.store.dossier(dossier_id).intake.owner.phone == "0912345678"
    assert "0912345678" in open_one.words
    assert "0987654321" in open_one.words
    assert open_one.can_take
    agreed(first, second)


@pytest.mark.parametrize("which", [0, 1])
def test_the_other_value_can_be_taken_at_either_desk(commune, shared, which):
    first, second, dossier_id = shared
    correct(first, dossier_id, phone="0912345678")
    correct(second, dossier_id, phone="0987654321")
    settle(commune, first, second)
    desk = (first, second)[which]
    (open_one,) = reviews.waiting(desk)

    reviews.take(desk, dossier_id, open_one.about, open_one.field, by=BY)
    settle(commune, first, second)

    for one in (first, second):
        assert one.store.dossier(dossier_id).intake.owner.phone == "0987654321"
        assert reviews.waiting(one) == []
    agreed(first, second)


def test_an_act_overtaken_by_another_is_kept_and_shown(commune, shared):
    first, second, dossier_id = shared
    finishing.stop(first, dossier_id, requested_by="đơn tại quầy", reason="đổi ý", by=BY)
    finishing.record_result(second, dossier_id, by=BY)

    settle(commune, first, second)

    assert second.store.dossier(dossier_id).state is State.STOPPED
    (open_one,) = reviews.waiting(second)
    assert not open_one.can_take
    assert "Có kết quả" in open_one.other_act
    agreed(first, second)

    reviews.keep(second, dossier_id, open_one.about, open_one.field, by=BY)
    settle(commune, first, second)
    assert reviews.waiting(first) == reviews.waiting(second) == []


def test_what_is_decided_cannot_be_decided_again(commune, shared):
    first, second, dossier_id = shared
    correct(first, dossier_id, phone="0912345678")
    correct(second, dossier_id, phone="0987654321")
    settle(commune, first, second)
    (open_one,) = reviews.waiting(first)
    reviews.keep(first, dossier_id, open_one.about, open_one.field, by=BY)

    with pytest.raises(RuleViolation) as refusal:
        reviews.keep(first, dossier_id, open_one.about, open_one.field, by=BY)

    assert refusal.value.code == "no-such-review"


def test_an_act_made_with_the_others_in_sight_is_no_clash(commune, shared):
    first, second, dossier_id = shared
    correct(first, dossier_id, phone="0912345678")
    correct(second, dossier_id, born="02/02/1990")
    commune.exchange(first)
    commune.exchange(second)

    correct(second, dossier_id, phone="0987654321")
    settle(commune, first, second)

    assert first.store.dossier(dossier_id).intake.owner.phone == "0987654321"
    assert reviews.waiting(first) == []
    agreed(first, second)


def test_the_same_code_twice_is_settled_for_both_dossiers_at_once(commune):
    desk = commune.desk(0)
    commune.exchange(desk)
    folder = commune.folder / "ban-sao"
    folder.mkdir()
    desk.database.copy_to(folder / desk.database.path.name)
    clone = commune.opened(folder)
    received(desk)
    received(clone)
    settle(commune, desk, clone)
    one = reviews.waiting(desk)[0]

    reviews.keep(desk, one.dossier_id, one.about, one.field, by=BY)
    settle(commune, desk, clone)

    assert reviews.waiting(desk) == reviews.waiting(clone) == []
    assert exchange.waiting(desk) == 0
    agreed(desk, clone)


def test_of_two_sheets_about_one_dossier_the_first_in_the_log_counts(commune, shared):
    first, second, dossier_id = shared
    surveys.answer(second, dossier_id, "33233", SurveyWay.PAPER, by=BY)
    surveys.answer(first, dossier_id, "11111", SurveyWay.COUNTER, by=BY)
    surveys.correct(second, dossier_id, "22222", by=BY)

    settle(commune, first, second)

    for desk in (first, second):
        assert desk.store.dossier(dossier_id).survey.way is SurveyWay.COUNTER
        assert desk.store.dossier(dossier_id).survey.answers[0].choice == "none"
        assert reviews.waiting(desk) == []
    agreed(first, second)


def test_what_the_office_rated_itself_is_known_at_every_desk(commune, shared):
    first, second, _dossier_id = shared
    today = first.now().date()
    survey_results.rate(first, Period(today, today), 6, 2, "niêm yết", by=BY)

    settle(commune, first, second)

    told = survey_results.of_period(second, Period(today, today)).results
    assert [rating.points for _index, rating in told.rated if rating] == [2]
    agreed(first, second)
