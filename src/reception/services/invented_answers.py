"""What invented citizens answer when they have their result: most are content, some are not."""

from __future__ import annotations

from random import Random

from reception.domain.dossier import Dossier, State
from reception.domain.survey_events import SurveyWay
from reception.services import surveys
from reception.services.invented import Lot
from reception.services.invented_steps import Office

_ANSWERED = 0.2
_WAYS = Lot({SurveyWay.COUNTER: 45, SurveyWay.SECOND_SCREEN: 35, SurveyWay.PAPER: 20})
# Question by question: the digit of each answer, 0 for none.
_DIGITS = (
    Lot({"1": 78, "2": 16, "3": 4, "0": 2}),
    Lot({"1": 22, "2": 70, "3": 6, "0": 2}),
    Lot({"1": 94, "2": 3, "0": 3}),
    Lot({"1": 55, "2": 38, "3": 5, "0": 2}),
    Lot({"1": 48, "2": 42, "3": 8, "0": 2}),
)


def perhaps_answer(office: Office, dossier: Dossier) -> None:
    """Answer the sheet, if the dossier was handed over and they care to.

    The chance is the dossier's own, so that all else at the invented office stays as it was.
    """
    if dossier.state is not State.HANDED_OVER:
        return
    chance = Random(dossier.code)  # noqa: S311 - invented data is no secret
    if chance.random() >= _ANSWERED:
        return
    way = _WAYS.draw(chance)
    digits = [lot.draw(chance) for lot in _DIGITS]
    if set(digits) != {"0"}:
        by = office.asked_by(chance)
        surveys.answer(office.desk, dossier.dossier_id, digits, way, by=by)
