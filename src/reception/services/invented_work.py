"""What happens at an invented desk: who comes for what, and how the dossiers fare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from heapq import heappop, heappush
from random import Random

from reception.domain.dossier import Dossier
from reception.domain.dossier_events import HandedOver, ResultRecorded
from reception.domain.errors import RuleViolation
from reception.domain.intake import Channel, ReturnBy, SubmittedPaper
from reception.domain.office_time import effective_receipt, session_moments
from reception.domain.procedure import Procedure, catalogue_on
from reception.services import intake
from reception.services.desk import Desk
from reception.services.intake import Prepared
from reception.services.intake_request import IntakeRequest
from reception.services.invented import Lot, Population, work_samples

CLERKS = ("lan", "hoa")

_FORM = SubmittedPaper("Tờ khai theo mẫu của thủ tục")
# Where the law sets no limit, the desk is done in about so many working days.
_USUAL_DAYS = 10


@dataclass(slots=True)
class MovingClock:
    """A clock that stands where it is put."""

    at: datetime

    def __call__(self) -> datetime:
        """The moment at which it stands."""
        return self.at


class InventedWork:
    """The desk at work, one moment after the other; its clock is moved along.

    Args:
        desk: A desk that tells the time by ``clock``.
        clock: The clock.
        people: How many people live in the commune.
        seed: The same seed makes the same work.
    """

    def __init__(self, desk: Desk, clock: MovingClock, people: int, seed: int) -> None:
        self._desk = desk
        self._clock = clock
        self._chance = Random(-1 - seed)  # noqa: S311 - invented data is no secret
        # "Trung tâm Phục vụ hành chính công xã Mường Lay" stands in "xã Mường Lay".
        commune = desk.office.name.partition(" công ")[2] or desk.office.place
        self._population = Population(commune, people, seed)
        self._procedures = _ProcedureLots(desk.procedures)
        self._channels = Lot(work_samples().channels)
        self._return_by = Lot(work_samples().return_by)
        self._words = work_samples().words
        self._to_come: list[tuple[datetime, int, str, ResultRecorded | HandedOver]] = []
        self._planned = 0

    def catch_up(self, until: datetime) -> None:
        """Record the results and handovers that have come by now, inside a transaction."""
        while self._to_come and self._to_come[0][0] <= until:
            self._clock.at, _, dossier_id, event = heappop(self._to_come)
            self._desk.store.record(dossier_id, event, at=self._desk.now(), by=self._clerk())

    def receive(self, at: datetime) -> None:
        """Receive a dossier, or send it home with a slip, inside a transaction."""
        self._clock.at = at
        prepared = intake.prepare(self._desk, self._request(self._desk.now()))
        luck = self._chance.random()
        if luck < 0.012:
            self._guide(prepared)
        elif luck < 0.016:
            reason = self._chance.choice(self._words.refusals)
            intake.write_refusal(self._desk, prepared, reason, by=self._clerk())
        else:
            self._plan(intake.write_receipt(self._desk, prepared, by=self._clerk()))

    def _clerk(self) -> str:
        return self._chance.choice(CLERKS)

    def _request(self, at: datetime) -> IntakeRequest:
        chance, on = self._chance, at.date()
        is_open = self._desk.calendar.is_working(on)
        channel = self._channels.draw(chance) if is_open else Channel.ONLINE_FULL
        person = self._population.person(chance, on)
        request = IntakeRequest(
            procedure_code=self._procedures.draw(chance, on),
            owner=person,
            channel=channel,
            sets=2 if chance.random() < 0.05 else 1,
            return_by=ReturnBy.ONLINE if channel.is_online else self._return_by.draw(chance),
            notes=chance.choice(self._words.notes) if chance.random() < 0.03 else "",
            submitted_at=at if channel.is_online else None,
        )
        luck = chance.random()
        if luck > 0.1:
            return request
        return replace(
            request,
            owner=self._population.organisation(chance, on) if luck < 0.03 else person,
            submitter=self._population.person(chance, on),
            authorisation=chance.choice(self._words.authorisations),
        )

    def _guide(self, prepared: Prepared) -> None:
        first, *others = prepared.intake.papers or (_FORM,)
        papers = (replace(first, missing=True), *others)
        incomplete = replace(prepared, intake=replace(prepared.intake, papers=papers))
        reason = self._chance.choice(self._words.not_enough)
        intake.write_guidance(self._desk, incomplete, (first.name,), reason, by=self._clerk())

    def _plan(self, dossier: Dossier) -> None:
        """Decide when the result will be there, and when it will be collected."""
        received_on, due_at = dossier.opened_at.date(), dossier.due_at
        days = _USUAL_DAYS
        if due_at:
            days = self._desk.calendar.count_working_days(received_on, due_at.date())
        is_quick = days <= 1
        if self._chance.random() < (0.003 if is_quick else 0.08):
            result_at = self._at_work(received_on, days + self._chance.randint(1, 10))
        elif is_quick:
            result_at = self._minutes_later(dossier.opened_at, 5, 60)
        else:
            share = self._chance.triangular(0.3, 1, 0.95)
            result_at = self._at_work(received_on, max(1, round(days * share)))
        self._expect(result_at, dossier, ResultRecorded(result_at))
        handed_at = self._handed_over_at(result_at, is_quick=is_quick)
        party = dossier.intake.submitter or dossier.intake.owner
        self._expect(handed_at, dossier, HandedOver(handed_at, party.name))

    def _handed_over_at(self, result_at: datetime, *, is_quick: bool) -> datetime:
        luck = self._chance.random()
        if luck < (0.9 if is_quick else 0.35):
            return self._minutes_later(result_at, 1, 30)
        most = 6 if luck < 0.97 else 40
        return self._at_work(result_at.date(), self._chance.randint(1, most))

    def _expect(self, at: datetime, dossier: Dossier, event: ResultRecorded | HandedOver) -> None:
        self._planned += 1
        heappush(self._to_come, (at, self._planned, dossier.dossier_id, event))

    def _minutes_later(self, at: datetime, fewest: int, most: int) -> datetime:
        later_at = at + timedelta(seconds=self._chance.randrange(fewest * 60, most * 60))
        return effective_receipt(self._desk.calendar, later_at, Channel.COUNTER)

    def _at_work(self, on: date, working_days: int) -> datetime:
        """Some moment at work, so many working days after a day."""
        day = self._desk.calendar.nth_working_day(on, working_days)
        session = self._chance.choice(self._desk.calendar.sessions_on(day))
        opens, closes = session_moments(day, session)
        return opens + timedelta(
            seconds=self._chance.randrange((closes - opens) // timedelta(seconds=1))
        )


class _ProcedureLots:
    """What people come for on a day, out of the catalogue then in force."""

    def __init__(self, procedures: Iterable[Procedure]) -> None:
        self._procedures = list(procedures)
        self._on: date | None = None
        self._lot = Lot[str]({})

    def draw(self, chance: Random, on: date) -> str:
        """The code of a procedure in force on a day."""
        if on != self._on:
            self._on, self._lot = on, Lot(_weights(catalogue_on(self._procedures, on)))
        return self._lot.draw(chance)


def _weights(procedures: list[Procedure]) -> dict[str, float]:
    """The weight of each procedure: its own, or its part of its field's."""
    if not procedures:
        raise RuleViolation(
            "catalogue-empty",
            "Danh mục không có thủ tục nào cho ngày cần tạo; hãy nạp danh mục trước.",
        )
    samples = work_samples()
    unnamed = [p for p in procedures if p.code not in samples.procedures]
    in_field = Counter(p.field if p.field in samples.fields else "" for p in unnamed)
    shares = {name: samples.fields.get(name, samples.elsewhere) / n for name, n in in_field.items()}
    return {
        p.code: samples.procedures.get(p.code)
        or shares[p.field if p.field in samples.fields else ""]
        for p in procedures
    }
