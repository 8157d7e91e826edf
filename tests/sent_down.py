"""What a server sends down in tests: packs and online submissions, and desks that get them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from at_the_counter import BIRTH
from ends import AGENCY, Commune
from reception.domain.applicant import Party
from reception.domain.calendar import CalendarDay, DayKind
from reception.domain.pack import Pack, PackReleased, entity_of
from reception.domain.paper import FormWording
from reception.domain.submission import SubmissionArrived
from reception.services import forms, submissions
from reception.services.desk import Desk
from reception.sync.server_chain import say

BRIDGE_DAY = CalendarDay(date(2026, 5, 4), DayKind.SUBSTITUTE_OFF, "Nghỉ hoán đổi", "CV 1")
SUBMISSION = "nop-0001"


def pack(**more: object) -> Pack:
    """A pack with one day off, in force from the day after the tests' day."""
    whole = Pack("goi-1", "Nghỉ hoán đổi tháng 5", date(2026, 3, 11), days=(BRIDGE_DAY,))
    return replace(whole, **more)


def wording(**more: object) -> FormWording:
    """The shipped receipt, said anew from 16 March 2026 on."""
    return replace(forms.wording("receipt", "2025"), valid_from=date(2026, 3, 16), **more)


def settle(commune: Commune, *desks: Desk) -> None:
    """Everybody exchanges until everybody has everything."""
    for desk in desks * 2:
        commune.exchange(desk)
        desk.reload()


def forced(commune: Commune, wanted: Pack, *desks: Desk) -> None:
    """A pack that no server of this program would release, come down all the same."""
    with commune.ledger.writing() as work:
        now = commune.clock()
        say(work, AGENCY, PackReleased(7, wanted, now), entity_of(wanted.pack), now)
    settle(commune, *desks)


def submitted(commune: Commune, *desks: Desk, **more: object) -> SubmissionArrived:
    """A submission of an hour ago that has come down to the desks."""
    arrived = SubmissionArrived(
        submission=SUBMISSION,
        submitted_at=commune.clock() - timedelta(hours=1),
        procedure=BIRTH,
        owner=Party("H'Hen Niê", identity="066199012341"),
        portal_code="G22.99-260310-0001",
    )
    arrived = replace(arrived, **more)
    submissions.add(commune.ledger, AGENCY, [arrived], commune.clock)
    settle(commune, *desks)
    return arrived
