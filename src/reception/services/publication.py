"""Making months' results public: what is to be done, the figures, the head's word for it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import msgspec
from msgspec import UNSET

from reception.domain.accounts import Right
from reception.domain.dated import ruling_on
from reception.domain.errors import RuleViolation, Trouble, disk_words
from reception.domain.list_frame import Period
from reception.domain.moments import date_words, in_office_zone
from reception.domain.month_figures import ClosedMonth, MonthFigures
from reception.domain.month_results import MonthResults
from reception.domain.publication import (
    MonthPublished,
    PublicationDays,
    PublicationRule,
    PublishedFile,
    Standing,
    days_of,
    difference_words,
    digest,
    month_before,
    month_text,
    month_words,
    parse_month,
    standing_on,
    standing_words,
)
from reception.services import month_figures, rights, shipped_rules
from reception.services.desk import Desk
from reception.services.month_figures import Closed
from reception.storage import counting_rows, published_months
from reception.storage.published_months import Published

FIGURES_FILE = "so-lieu.json"


@dataclass(frozen=True, slots=True)
class Told:
    """How a month's publication stands, in words, and what changed since; when it was closed."""

    month: Period
    standing: Standing
    days: PublicationDays
    words: str
    published: Published | None = None
    changed: str = ""
    closed: ClosedMonth | None = None


@dataclass(frozen=True, slots=True)
class Overview:
    """The month that is due, and the last one that was made public."""

    due: Told
    last: Told | None

    @property
    def words(self) -> str:
        """Both in one or two sentences."""
        if self.due.changed:
            return f"{self.due.words} Số liệu đã đổi từ khi công bố: {self.due.changed}."
        if self.due.published or self.last is None:
            return self.due.words
        return f"{self.due.words} Lần trước: {self.last.words}"


@dataclass(frozen=True, slots=True)
class _Rules:
    rule: tuple[PublicationRule, ...]


def due(desk: Desk) -> Told | None:
    """How the month before stands; nothing for a register that knows no dossier of its time."""
    month = month_before(desk.now().date())
    if not counting_rows.any_received_until(desk.database, month.until_on):
        return None
    return told(desk, month, published_months.published(desk.store).get(month_text(month)))


def overview(desk: Desk) -> Overview | None:
    """What home tells; nothing where nothing is to be made public yet."""
    now = due(desk)
    if now is None:
        return None
    known = [] if now.published else all_published(desk)
    return Overview(now, known[0] if known else None)


def all_published(desk: Desk) -> list[Told]:
    """Every month that was published, the latest first."""
    found = published_months.published(desk.store).items()
    closed = month_figures.closed(desk)
    return [_told(desk, parse_month(month), known, closed) for month, known in found]


def told(desk: Desk, month: Period, known: Published | None) -> Told:
    """How a month stands whose publication, if there was one, is ``known``."""
    return _told(desk, month, known, month_figures.closed(desk))


def _told(desk: Desk, month: Period, known: Published | None, closed: Closed) -> Told:
    days = _days(desk, month)
    standing = standing_on(desk.now().date(), days, published=known is not None)
    on = in_office_zone(known.event.at).date() if known else None
    words = standing_words(month, standing, days, on)
    changed = _changed(known.event, month_figures.of_month(desk, month, closed)) if known else ""
    closed_at = month_figures.closed_month(month, closed)
    return Told(month, standing, days, words, known, changed, closed_at)


def _changed(event: MonthPublished, now: MonthFigures) -> str:
    """What is another than was made public: a figure that was, or one that stood beside it."""
    latest = now.corrected_since or now.rows
    return difference_words(event.rows, now.rows) or difference_words(event.latest, latest)


def figures(desk: Desk, month: Period) -> MonthFigures:
    """A month's figures as they are made public."""
    return month_figures.of_month(desk, month, month_figures.closed(desk))


def results(desk: Desk, month: Period) -> MonthResults:
    """Everything that is made public of a month.

    Raises:
        RuleViolation: ``month-not-over``.
        Trouble: ``figures-do-not-add-up``.
    """
    from reception.services import apology_lists, pictures  # home asks without drawing any up

    _check_over(desk, month)
    closed = month_figures.closed(desk)
    told = month_figures.of_month(desk, month, closed)
    known = month_figures.closed_totals(closed)
    return MonthResults(
        month=month,
        figures=told,
        apologies=tuple(apology_lists.public_rows(desk, month.from_on, month.until_on)),
        charts=(
            *pictures.fields_of(told.told, month, told.definition.words),
            *pictures.trend(desk, month, closed=known),
        ),
    )


def confirm(desk: Desk, month: Period, folder: Path, *, by: str) -> MonthPublished:
    """Take down that the files of a draft's folder were signed and made public.

    Raises:
        RuleViolation: ``not-allowed``, ``month-not-over``, ``no-draft``, or ``draft-outdated``
            where the figures are no longer those of the draft.
        Trouble: ``cannot-read``.
    """
    rights.check(desk, Right.APPROVE, "xác nhận công bố", by=by)
    _check_over(desk, month)
    now = figures(desk, month)
    _check_draft(folder, month, now)
    event = MonthPublished(
        month_text(month),
        now.rows,
        digest(now.rows),
        tuple(_files(folder)),
        in_office_zone(desk.now()),
        now.closed.sha256 if now.closed else UNSET,
        now.corrected_since or UNSET,
    )
    with desk.store.writing():
        desk.store.record_publication(event, at=desk.now(), by=by)
    return event


def figures_text(month: Period, told: MonthFigures) -> str:
    """The figures for programs, with the hashes by which a draft is known again."""
    document = _marks(month, told) | {
        "fields": [msgspec.to_builtins(row) for row in told.rows],
        "corrected": [msgspec.to_builtins(row) for row in told.corrected_since],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _marks(month: Period, told: MonthFigures) -> dict[str, object]:
    """By what a draft is known to be of these figures."""
    since = told.corrected_since
    return {
        "month": month_text(month),
        "figures_sha256": digest(told.rows),
        "closed_sha256": told.closed.sha256 if told.closed else "",
        "corrected_sha256": digest(since) if since else "",
    }


def _check_over(desk: Desk, month: Period) -> None:
    if desk.now().date() <= month.until_on:
        raise RuleViolation(
            "month-not-over",
            f"{month_words(month).capitalize()} chưa hết nên chưa công bố được; hãy chờ đến sau"
            f" ngày {date_words(month.until_on)}.",
            field="month",
        )


def _check_draft(folder: Path, month: Period, now: MonthFigures) -> None:
    wanted = _marks(month, now)
    try:
        document = json.loads((folder / FIGURES_FILE).read_text("utf-8"))
        drafted = {name: document[name] for name in wanted}
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise RuleViolation(
            "no-draft",
            f"Chưa có bản nháp {month_words(month)} trong {folder}; hãy lập bản nháp, trình ký rồi"
            " xác nhận.",
            field="month",
        ) from fault
    if drafted != wanted:
        raise RuleViolation(
            "draft-outdated",
            f"Số liệu {month_words(month)} đã đổi hoặc đã chốt sau khi lập bản nháp trong {folder};"
            " hãy lập lại bản nháp, trình ký rồi xác nhận.",
            field="month",
        )


def _files(folder: Path) -> list[PublishedFile]:
    try:
        return [
            PublishedFile(path.name, hashlib.sha256(path.read_bytes()).hexdigest())
            for path in sorted(folder.iterdir())
            if path.is_file()
        ]
    except OSError as fault:
        raise Trouble(
            "cannot-read",
            f"Không đọc được các tệp trong {folder} ({disk_words(fault)}); hãy lập lại bản nháp.",
        ) from fault


def _days(desk: Desk, month: Period) -> PublicationDays:
    return days_of(month, _rule_on(month.until_on + timedelta(days=1)), desk.calendar)


@cache
def _rules() -> tuple[PublicationRule, ...]:
    return shipped_rules.read("publication", _Rules).rule


def _rule_on(day: date) -> PublicationRule:
    return ruling_on(_rules(), day)
