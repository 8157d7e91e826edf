"""What happens at an invented desk: who comes for what, and how the dossiers fare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from heapq import heappop, heappush
from random import Random

from reception.domain.accounts import Right, Role
from reception.domain.certification import Matter
from reception.domain.custody import Holder, HolderKind
from reception.domain.dossier import Dossier
from reception.domain.errors import RuleViolation
from reception.domain.intake import Channel, ReturnBy, SubmittedPaper
from reception.domain.procedure import Procedure, catalogue_on
from reception.services import certification, intake, sign_in
from reception.services.certification import WantedItem
from reception.services.desk import Desk
from reception.services.intake import Prepared
from reception.services.intake_request import IntakeRequest
from reception.services.invented import Lot, Population
from reception.services.invented_endings import life
from reception.services.invented_samples import Course, Life, Opening, Standing, work_samples
from reception.services.invented_steps import Office, Step

CLERKS = ("lan", "hoa")
NOBODY = "mẫu"

_FORM = SubmittedPaper("Tờ khai theo mẫu của thủ tục")
_COUNTS = Lot({1: 45, 2: 30, 3: 12, 4: 6, 5: 4, 10: 3})  # of pages, and of copies
_OPENINGS = Lot({Opening.GUIDED: 12, Opening.REFUSED: 4, Opening.RECEIVED: 984})


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
        self._fees = Random(-2 - seed)  # noqa: S311 - invented as well
        # "Trung tâm Phục vụ hành chính công xã Mường Lay" stands in "xã Mường Lay".
        commune = desk.office.name.partition(" công ")[2] or desk.office.place
        self._population = Population(commune, people, seed)
        self._procedures = _ProcedureLots(desk.procedures)
        self._channels = Lot(work_samples().channels)
        self._return_by = Lot(work_samples().return_by)
        self._words = work_samples().words
        self._clerks = _clerks(desk)
        self._quick, self._lives = _lives(work_samples().quick), _lives(work_samples().lives)
        self._office = Office(
            desk, self._chance, self._words, _specialists(desk), self._clerk, self._other_procedure,
            lambda chance: chance.choice(self._clerks),
        )  # fmt: skip
        self._to_come: list[tuple[datetime, int, Step]] = []
        self._planned = 0

    def catch_up(self, until: datetime) -> None:
        """Do what has come by now, one step after the other, inside a transaction."""
        while self._to_come and self._to_come[0][0] <= until:
            self._clock.at, _, step = heappop(self._to_come)
            self._go_on(step)

    def receive(self, at: datetime, standing: Standing | None = None) -> None:
        """Receive a dossier, or send it home with a slip, inside a transaction.

        It fares as chance has it, or as one that is to be there.
        """
        self._clock.at = at
        request = self._request(self._desk.now())
        if standing:
            request = self._to_stand(request, standing)
        prepared = intake.prepare(self._desk, self._with_fee(request, at.date()))
        match standing.opening if standing else _OPENINGS.draw(self._chance):
            case Opening.GUIDED:
                self._guide(prepared)
            case Opening.REFUSED:
                reason = self._chance.choice(self._words.refusals)
                intake.write_refusal(self._desk, prepared, reason, by=self._clerk())
            case Opening.RECEIVED:
                dossier = intake.write_receipt(self._desk, prepared, by=self._clerk())
                course = standing.steps if standing else self._course(dossier)
                self._go_on(life(self._office, dossier, course))

    def _course(self, dossier: Dossier) -> list[Course]:
        is_quick = self._office.days_of(dossier) <= 1
        steps = (self._quick if is_quick else self._lives).draw(self._chance)
        return [*steps, Course.COLLECT]

    def _go_on(self, step: Step) -> None:
        """Let a life go on to its next moment, and wait for that."""
        next_at = next(step, None)
        if next_at is not None:
            self._planned += 1
            heappush(self._to_come, (next_at, self._planned, step))

    def _clerk(self) -> str:
        return self._chance.choice(self._clerks)

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

    def _to_stand(self, request: IntakeRequest, standing: Standing) -> IntakeRequest:
        """The request as one that is to be there; a procedure not yet in force leaves the other."""
        is_in_force = self._procedures.has(standing.procedure, self._desk.now().date())
        return replace(
            request,
            procedure_code=standing.procedure if is_in_force else request.procedure_code,
            channel=Channel.COUNTER,
            return_by=standing.return_by or ReturnBy.COUNTER,
            submitted_at=None,
        )

    def _with_fee(self, request: IntakeRequest, on: date) -> IntakeRequest:
        """What copies cost, by their number; all else costs what the catalogue says."""
        samples, code = work_samples(), request.procedure_code
        item = WantedItem("", *(_COUNTS.draw(self._fees) for _count in range(2)))
        if code in samples.by_page:
            return replace(request, fee_vnd=certification.price(Matter.COPY, item, on))
        if code in samples.each_vnd:
            return replace(request, fee_vnd=samples.each_vnd[code] * item.copies)
        return request

    def _guide(self, prepared: Prepared) -> None:
        first, *others = prepared.intake.papers or (_FORM,)
        papers = (replace(first, missing=True), *others)
        incomplete = replace(prepared, intake=replace(prepared.intake, papers=papers))
        reason = self._chance.choice(self._words.not_enough)
        intake.write_guidance(self._desk, incomplete, (first.name,), reason, by=self._clerk())

    def _other_procedure(self, dossier: Dossier) -> str:
        return self._procedures.beside(self._chance, dossier)


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

    def has(self, code: str, on: date) -> bool:
        """Whether a procedure is in force on a day."""
        return any(p.code == code and p.in_force_on(on) for p in self._procedures)

    def beside(self, chance: Random, dossier: Dossier) -> str:
        """Another procedure of the same field with a limit of its own; empty if there is none."""
        intake = dossier.intake
        others = [
            procedure.code
            for procedure in catalogue_on(self._procedures, dossier.opened_at.date())
            if procedure.field == intake.procedure.field
            and procedure.code != intake.procedure.code
            and procedure.limit
            and not procedure.stages
        ]
        return chance.choice(others) if others else ""


def _lives(lives: Iterable[Life]) -> Lot[tuple[Course, ...]]:
    return Lot({tuple(life.steps): life.weight for life in lives})


def _clerks(desk: Desk) -> tuple[str, ...]:
    """The logins of the invented clerks, without those that somebody else here has."""
    others = {a.login for a in sign_in.everyone(desk) if not a.may(Right.RECEIVE) or not a.active}
    return tuple(login for login in CLERKS if login not in others) or (NOBODY,)


def _specialists(desk: Desk) -> tuple[Holder, ...]:
    """Those who have accounts here; where nobody has, invented ones."""
    known = [a for a in sign_in.accounts(desk) if a.role is Role.SPECIALIST]
    if known:
        return tuple(Holder(HolderKind.SPECIALIST, a.name, a.login) for a in known)
    return tuple(Holder(HolderKind.SPECIALIST, name) for name in work_samples().specialists)


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
