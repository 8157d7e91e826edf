"""The survey's sheet, printed with the papers that people take along, where the office wants it."""

from __future__ import annotations

from reception.domain.accounts import Right
from reception.domain.dossier import Dossier
from reception.domain.events import OfficeChanged
from reception.services import rights
from reception.services.desk import Desk
from reception.services.survey_editions import edition_on


def goes_with(desk: Desk, dossier: Dossier, form: str) -> bool:
    """Whether a sheet goes out with a paper: not once the dossier's survey is answered."""
    if not desk.office.encloses_survey or dossier.survey is not None:
        return False
    return form in edition_on(desk.now().date()).goes_with


def enclose(desk: Desk, *, wanted: bool, by: str) -> None:
    """Print a sheet with those papers from now on, or no more.

    Raises:
        RuleViolation: ``not-allowed``.
    """
    rights.check(desk, Right.MANAGE_OFFICE, "đổi thiết lập của cơ quan", by=by)
    office = desk.office.enclosing_survey(wanted=wanted)
    with desk.store.writing():
        desk.store.record_reference(OfficeChanged(office), at=desk.now(), by=by)
    desk.reload()
