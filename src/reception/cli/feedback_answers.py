"""How the command line tells feedback: to people, and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from reception.cli.feedback_words import event_words
from reception.cli.frame import print_json, tell_files
from reception.domain import due_words
from reception.domain.feedback import CHANNEL_WORDS, KIND_WORDS, STATE_WORDS, FeedbackState
from reception.domain.feedback_papers import ANONYMOUS
from reception.domain.moments import short_moment
from reception.services import feedback, feedback_about
from reception.services.desk import Desk
from reception.services.feedback import OpenFeedback
from reception.storage.feedback_rows import FeedbackRow


def print_one(desk: Desk, feedback_id: str, *, as_json: bool, out: Path | None = None) -> None:
    """Tell one with its history and how its time is counted."""
    told = feedback.opened(desk, feedback_id)
    explained = due_words.summary(feedback.explained(desk, told.feedback))
    if as_json:
        known = feedback_about.is_in_register(desk, told.feedback.received.dossier)
        print_json(
            _as_json(told, explained, dossier_known=known) | {"out": str(out) if out else None}
        )
        return
    one, received = told.feedback, told.feedback.received
    sender = received.sender.name if received.sender else ANONYMOUS
    click.echo(f"{received.code}  {STATE_WORDS[one.state]}  ({KIND_WORDS[received.kind].lower()})")
    click.echo(f"{sender}, {CHANNEL_WORDS[received.channel].lower()}: {received.text}")
    if about := feedback_about.dossier_words(desk, received.dossier):
        click.echo(f"Hồ sơ: {about}")
    if one.due_at:
        click.echo(f"Hạn: {short_moment(one.due_at)}. {explained}.")
    for entry in told.history:
        click.echo(f"{short_moment(entry.at)}  {event_words(entry.event)}  ({entry.by})")
    if one.passed_over:
        click.echo(f"Có {one.passed_over} việc máy khác ghi cùng lúc nên không áp dụng.")
    if received.sender is None and one.handled_at is None:
        click.echo(feedback.words_on_anonymous(received.received_at.date()))
    tell_files(out)


def print_list(rows: Sequence[FeedbackRow], now: datetime, *, as_json: bool) -> None:
    """Tell a list."""
    if as_json:
        print_json([_row_as_json(row, now) for row in rows])
        return
    for row in rows:
        due = short_moment(row.due_at) if row.due_at else ""
        late = " QUÁ HẠN" if _is_late(row, now) else ""
        click.echo(
            f"{row.code}  {STATE_WORDS[row.state]}  hạn {due}{late}"
            f"  {row.sender or ANONYMOUS}: {row.subject}"
        )
    if not rows:
        click.echo("(không có phản ánh, kiến nghị nào)")


def _as_json(told: OpenFeedback, explained: str, *, dossier_known: bool) -> dict[str, object]:
    one, received = told.feedback, told.feedback.received
    published = one.published
    return {
        "code": received.code,
        "state": one.state.value,
        "kind": received.kind.value,
        "channel": received.channel.value,
        "received_at": received.received_at.isoformat(),
        "due_at": _moment(one.due_at),
        "answer_by": _moment(one.promise.due_at),
        "refuse_by": received.refuse_by.isoformat(),
        "provisional": one.promise.provisional,
        "basis": list(one.promise.basis),
        "summary": explained,
        "sender": received.sender.name if received.sender else None,
        "text": received.text,
        "field": received.field,
        "procedure": received.procedure,
        "dossier": received.dossier or None,
        "dossier_known": dossier_known,
        "holder": one.routed.office if one.routed else None,
        "handled_at": _moment(one.handled_at),
        "in_time": one.in_time,
        "published": {"subject": published.subject, "answer": published.answer}
        if published
        else None,
        "allowed": [act.value for act in one.allowed()],
        "history": [
            {"at": entry.at.isoformat(), "by": entry.by, "kind": entry.kind}
            for entry in told.history
        ],
    }


def _row_as_json(row: FeedbackRow, now: datetime) -> dict[str, object]:
    return {
        "code": row.code,
        "state": row.state.value,
        "kind": row.kind.value,
        "sender": row.sender or None,
        "subject": row.subject,
        "holder": row.holder or None,
        "received_at": row.received_at.isoformat(),
        "due_at": _moment(row.due_at),
        "overdue": _is_late(row, now),
        "handled_at": _moment(row.handled_at),
        "published_at": _moment(row.published_at),
    }


def _is_late(row: FeedbackRow, now: datetime) -> bool:
    at_work = row.state in {FeedbackState.RECEIVED, FeedbackState.ROUTED}
    return at_work and row.due_at is not None and row.due_at < now


def _moment(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
