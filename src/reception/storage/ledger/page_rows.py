"""The rows of the server's pages as values, and what a folded dossier leaves in them."""

from __future__ import annotations

import hashlib
import hmac
from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from reception.domain.applicant import Party
from reception.domain.counting import counted
from reception.domain.custody import HolderKind
from reception.domain.dossier import Dossier, State
from reception.domain.lateness_report import Late
from reception.domain.moments import in_office_zone
from reception.domain.timeliness import Timeliness, timeliness
from reception.storage.counted_columns import kept_letters

NOT_RECEIVED = frozenset({State.GUIDED, State.REFUSED, State.UNDONE})
COUNTED = ("received", "early", "on_time", "overdue", "no_limit", "apologised")
_COUNTED_AS = {
    Timeliness.EARLY: "early",
    Timeliness.ON_TIME: "on_time",
    Timeliness.OVERDUE: "overdue",
    Timeliness.NO_LIMIT: "no_limit",
}
_OFFICES = {HolderKind.OFFICE, HolderKind.ABOVE}
_LONGEST = 200
_TAG_LENGTH = 16

Tally = Counter[tuple[str, str]]
"""How much each figure of a day changes: by day and figure."""


@dataclass(frozen=True, slots=True)
class FoldedDossier:
    """A dossier as board, look-up and lists know it; it names no applicant.

    ``received_at`` is empty where it never was received; ``kept`` has the letters of
    :mod:`.counted_columns`. ``late_holder`` is whose delay it is, if it is late.
    """

    agency: str
    dossier: str
    reference: str
    code: str
    state: str
    procedure: str
    procedure_name: str
    field: str
    channel: str
    factors: str
    opened_at: datetime
    due_at: datetime | None
    target_at: datetime | None
    ended_at: datetime | None
    result_at: datetime | None
    handed_over_at: datetime | None
    timeliness: str
    holder: str
    holder_kind: str
    held_since: datetime | None
    cause: str
    late_unit: str
    apology_number: str
    apologised_at: datetime | None
    new_due_at: datetime | None
    aside: int
    position: int
    received_at: datetime | None
    kept: str
    non_territorial: int
    old_book: int
    late_holder: str

    @property
    def is_received(self) -> bool:
        """Whether it counts as received: neither guided, refused nor undone."""
        return self.state not in NOT_RECEIVED

    def is_late(self, now: datetime) -> bool:
        """Whether its promise was broken: it ended late, or is open past its due moment."""
        if self.due_at is None:
            return False
        if self.ended_at is not None:
            return self.ended_at > self.due_at
        return self.state == State.RECEIVED and now > self.due_at


@dataclass(frozen=True, slots=True)
class RecordedRow:
    """How a corrected dossier would count if nobody had corrected it."""

    agency: str
    dossier: str
    field: str
    channel: str
    received_at: datetime
    due_at: datetime | None
    ended_at: datetime | None
    ending: str
    apologised: int


def look_up_key(private_key: bytes) -> bytes:
    """The key of the tags by which the public look-up knows digits without holding them."""
    return hmac.digest(private_key, b"reception look-up v1", "sha256")


def factor(key: bytes, code: str, digits: str) -> str:
    """The tag of four digits for one dossier code."""
    said = f"{code}|{digits}".encode()
    return hmac.new(key, said, hashlib.sha256).hexdigest()[:_TAG_LENGTH]


def last_four(number: str) -> str:
    """The last four digits of a number as it is written; empty where it has fewer."""
    digits = "".join(char for char in number if char.isascii() and char.isdigit())
    return digits[-4:] if len(digits) >= 4 else ""


def folded(
    agency: str, dossier: Dossier, key: bytes, position: int, *, aside: bool
) -> FoldedDossier:
    """What is kept of a dossier as its events up to ``position`` add up to it."""
    intake, holder, ended_at = dossier.intake, dossier.holder, dossier.ended_at
    told = dossier.apology or dossier.delay
    due_at, one = dossier.due_at, counted(dossier)
    return FoldedDossier(
        agency=agency,
        dossier=dossier.dossier_id,
        reference=short(dossier.reference),
        code=short(dossier.code),
        state=dossier.state.value,
        procedure=short(intake.procedure.code),
        procedure_name=short(intake.procedure.name),
        field=short(intake.procedure.field),
        channel=intake.channel.value,
        factors=_factors(dossier, key),
        opened_at=in_office_zone(dossier.opened_at),
        due_at=_moment(due_at),
        target_at=_moment(dossier.target_at),
        ended_at=_moment(ended_at),
        result_at=_moment(dossier.result_at),
        handed_over_at=_moment(dossier.handed_over_at),
        timeliness=timeliness(due_at, ended_at).value if ended_at else "",
        holder=short(holder.name) if holder else "",
        holder_kind=holder.kind.value if holder else "",
        held_since=_moment(dossier.custody[-1].from_at if holder else None),
        cause=told.cause.value if told else "",
        late_unit=_late_unit(dossier, told.owner if told else ""),
        apology_number=short(dossier.apology.number) if dossier.apology else "",
        apologised_at=_moment(dossier.apology.at if dossier.apology else None),
        new_due_at=_moment(dossier.apology.new_due_at if dossier.apology else None),
        aside=int(aside),
        position=position,
        received_at=in_office_zone(one.received_at) if one else None,
        kept=kept_letters(one) if one else "",
        non_territorial=int(intake.non_territorial),
        old_book=int(dossier.origin is not None and not dossier.import_undone),
        late_holder=_late_holder(dossier),
    )


def recorded(agency: str, dossier: Dossier) -> RecordedRow | None:
    """How a dossier of which a correction moved a figure would count without."""
    one = counted(dossier.uncorrected) if dossier.uncorrected else None
    if one is None:
        return None
    return RecordedRow(
        agency=agency,
        dossier=dossier.dossier_id,
        field=short(one.field),
        channel=one.channel.value,
        received_at=one.received_at,
        due_at=one.due_at,
        ended_at=one.ended_at,
        ending=one.ending.value if one.ending else "",
        apologised=int(one.apologised),
    )


def tally_of(row: FoldedDossier) -> Tally:
    """What a dossier adds to the figures of the days on which it was received and ended."""
    figures: Tally = Counter()
    if not row.is_received:
        return figures
    figures[_day(row.opened_at), "received"] += 1
    if row.ended_at is not None:
        figures[_day(row.ended_at), _COUNTED_AS[Timeliness(row.timeliness)]] += 1
        if row.timeliness == Timeliness.OVERDUE and row.apologised_at:
            figures[_day(row.ended_at), "apologised"] += 1
    return figures


def _factors(dossier: Dossier, key: bytes) -> str:
    """The tags of the last digits of whoever may ask after the dossier, in no telling order."""
    if not dossier.code:
        return ""
    people = [dossier.intake.owner, dossier.intake.submitter]
    digits = {last_four(number) for person in people if person for number in _numbers(person)}
    return " ".join(sorted(factor(key, dossier.code, each) for each in digits if each))


def _numbers(person: Party) -> tuple[str, str]:
    return person.identity, person.phone


def _late_holder(dossier: Dossier) -> str:
    """Whose delay it is, where a date was missed or still can be."""
    due_at, ended_at = dossier.due_at, dossier.ended_at
    if due_at is None or (ended_at and ended_at <= due_at):
        return ""
    return short(Late(dossier, is_open=ended_at is None).known_holder)


def _late_unit(dossier: Dossier, owner: str) -> str:
    """The office whose delay it is; empty for the commune itself, which a person's delay is."""
    offices = {part.holder.name for part in dossier.custody if part.holder.kind in _OFFICES}
    offices |= {stage.office for stage in dossier.intake.procedure.stages}
    return short(owner) if owner in offices else ""


def _moment(moment: datetime | None) -> datetime | None:
    return in_office_zone(moment) if moment else None


def _day(moment: datetime) -> str:
    return in_office_zone(moment).date().isoformat()


def short(text: str) -> str:
    """Somebody else's words, fit for a column and its index: the event's bytes stay."""
    return text.replace("\0", "")[:_LONGEST]
