"""The periods that communes closed, at the server: listed, and held against today's figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from reception.domain.closed_figures import (
    Difference,
    Frozen,
    difference_words,
    differences,
    thawed,
)
from reception.domain.closed_periods import PeriodClosed, digest, standing
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.events import AccountChanged
from reception.domain.list_frame import Period
from reception.domain.moments import Clock, short_moment
from reception.domain.paper import Paper, Sentence
from reception.services import server_reports
from reception.services.closed_reports import frozen_of, report_of
from reception.services.closing_periods import can_be_read
from reception.services.lateness import LatenessReport
from reception.services.public_lists import known_agency
from reception.services.reports import LATENESS, Report
from reception.services.server_reports import COUNTED, ServerReport
from reception.storage.closed_rows import Closing
from reception.storage.journal import StoredEvent
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.rows import Agency
from reception.storage.ledger.work import Work

HOLDERS = "holders"


@dataclass(frozen=True, slots=True)
class CommuneClosing:
    """A commune's closing that stands: who wrote it, by name where the log tells it, and where."""

    agency: Agency
    closed: PeriodClosed
    by: str
    device: str
    received_at: datetime | None

    @property
    def is_readable(self) -> bool:
        """Whether this program knows the report and the form in which its figures are written."""
        return can_be_read(Closing(self.closed, self.by, self.device, self.closed.at))

    @property
    def is_whole(self) -> bool:
        """Whether the figures are those that the SHA-256 beside them was made of."""
        return digest(self.closed.figures) == self.closed.sha256


@dataclass(frozen=True, slots=True)
class BesideToday:
    """A closed report, and the same of today where the server counts such."""

    closing: CommuneClosing
    frozen: Frozen
    today: ServerReport[Report] | None
    differences: tuple[Difference, ...]


def closings(
    ledger: Ledger, agency: str = "", period: Period | None = None
) -> list[CommuneClosing]:
    """What stands closed, of one commune or of all, perhaps of one period: the latest first.

    Raises:
        RuleViolation: ``unknown-agency``.
    """
    with ledger.reading() as work:
        asked = [known_agency(work.agency(agency))] if agency else work.agencies()
        found = _standing(work, asked, period)
    found.sort(key=lambda one: (one.agency.name, one.closed.report))
    return sorted(found, key=lambda one: (one.closed.until_on, one.closed.from_on), reverse=True)


def unfolded(ledger: Ledger, agency: str = "") -> int:
    """How many events of a commune, or of all, are accepted and not looked through yet."""
    with ledger.reading() as work:
        asked = [known_agency(work.agency(agency))] if agency else work.agencies()
        return server_reports.unfolded(work, asked)


def beside_today(
    ledger: Ledger, clock: Clock, agency: str, report: str, period: Period
) -> BesideToday:
    """A commune's closing, and what its events of today add up to by the same rule.

    Raises:
        RuleViolation: ``unknown-agency``, ``not-closed``, or ``closed-by-newer``.
        Trouble: ``figures-do-not-add-up``: what was folded is not what the events say.
    """
    with ledger.reading() as work:
        known = known_agency(work.agency(agency))
        found = _standing(work, [known], period, report)
    if not found:
        raise RuleViolation(
            "not-closed",
            f"{known.name} chưa chốt số liệu {period.words()}, hoặc máy chủ chưa nhận được; hãy"
            " chọn kỳ khác trong danh sách.",
        )
    closing = found[0]
    if not closing.is_readable:
        raise RuleViolation(
            "closed-by-newer",
            "Số liệu này do bản chương trình mới hơn chốt; hãy cập nhật máy chủ rồi mở lại.",
        )
    frozen = _without_names(report, thawed(closing.closed.figures))
    if report not in COUNTED:
        return BesideToday(closing, frozen, None, ())
    choices = closing.closed.choices
    today = server_reports.make(ledger, clock, report, period, choices, agency)
    now = _without_names(report, frozen_of(today.whole))
    return BesideToday(closing, frozen, today, differences(frozen, now))


def paper(told: BesideToday, server_name: str, clock: Clock) -> Paper:
    """The form as it was closed, then who closed it when, its SHA-256, and what differs today."""
    closing = told.closing
    closed = closing.closed
    form = server_reports.paper(as_report(closing, clock), server_name, clock)
    proof = (
        f"Số liệu chốt lúc {short_moment(closed.at)}, người chốt: {closing.by or 'dòng lệnh'}"
        f" ({closing.device}). Mã kiểm SHA-256: {closed.sha256}."
    )
    said = [proof]
    if told.differences:
        words = difference_words(told.differences)
        said.append(f"Đính chính hoặc việc đến sau lúc chốt làm số hôm nay khác: {words}.")
    return replace(form, blocks=(*form.blocks, *map(Sentence, said)))


def as_report(closing: CommuneClosing, clock: Clock) -> ServerReport[Report]:
    """A closed report as it was signed, to be made a paper of; of the reasons of delay a part."""
    closed = closing.closed
    whole = report_of(closed)
    if isinstance(whole, LatenessReport):
        sections = _without_names(closed.report, thawed(closed.figures)).sections
        whole = replace(whole, told=replace(whole.told, sections=sections))
    over = server_reports.span_of(closed.period, clock, closed.choices)
    return ServerReport(
        closed.report, closing.agency.name, closing.agency.agency, whole,
        ((closing.agency, whole),), over, 0,
    )  # fmt: skip


def _standing(
    work: Work, asked: Sequence[Agency], period: Period | None, report: str = ""
) -> list[CommuneClosing]:
    events = work.closing_events([each.agency for each in asked], period, report)
    found: list[CommuneClosing] = []
    for agency in asked:
        every = list(_read(agency, events.get(agency.agency, ())))
        # As at a desk, what nobody can read gives way to what somebody can.
        every.sort(key=lambda pair: not pair[1].is_readable)
        stands = standing(one.closed for _event, one in every).values()
        kept = [pair for pair in every if any(pair[1].closed is closed for closed in stands)]
        found += _with_names(work, agency, kept)
    return found


def _read(
    agency: Agency, events: Sequence[StoredEvent]
) -> Iterator[tuple[StoredEvent, CommuneClosing]]:
    for stored in events:
        try:
            event, header = stored.event(), stored.envelope()
        except (Trouble, ValueError, RecursionError):
            continue  # held aside, and told there
        if isinstance(event, PeriodClosed):
            yield stored, CommuneClosing(agency, event, header.by, stored.device, None)


def _with_names(
    work: Work, agency: Agency, told: Sequence[tuple[StoredEvent, CommuneClosing]]
) -> Iterator[CommuneClosing]:
    if not told:
        return
    devices = {each.device: each.name for each in work.devices(agency.agency)}
    people = _names(work, agency, sorted({one.by for _stored, one in told if one.by}))
    received = work.received_at(agency.agency, [stored.n for stored, _one in told])
    for stored, one in told:
        yield replace(
            one,
            by=people.get(one.by, one.by),
            device=devices.get(one.device, one.device),
            received_at=received.get(stored.n),
        )


def _names(work: Work, agency: Agency, logins: Sequence[str]) -> dict[str, str]:
    """What the accounts of a commune are called, as its log said last."""
    found: dict[str, str] = {}
    entities = [f"account:{login}" for login in logins]
    for events in work.events_of(agency.agency, entities, agency.position).values():
        for stored in events:
            try:
                event = stored.event()
            except (Trouble, ValueError, RecursionError):
                continue
            if isinstance(event, AccountChanged):
                found[event.account.login] = event.account.name
    return found


def _without_names(report: str, frozen: Frozen) -> Frozen:
    """Reasons of delay without those who were late: a desk names there whom it likes."""
    if report != LATENESS:
        return frozen
    sections = {name: lines for name, lines in frozen.sections.items() if name != HOLDERS}
    return replace(frozen, sections=sections)
