"""Half-typed intakes: this desk's own, saved while typing, never events."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

import msgspec

from reception.domain.applicant import Party
from reception.domain.moments import from_utc_text, to_utc_text
from reception.domain.text import fold
from reception.storage.database import Database


@dataclass(frozen=True, slots=True)
class Draft:
    """A half-typed form. ``body`` is whatever the form wrote; ``title`` tells it in a list."""

    draft_id: str
    login: str
    title: str
    body: bytes
    saved_at: datetime


class _Told(msgspec.Struct):
    """Of all that a form keeps, for whom it is."""

    owner: Party = Party("")


def save(database: Database, draft: Draft) -> None:
    """Keep a draft, in place of its earlier self."""
    with database.writing():
        database.run(
            "INSERT INTO draft (draft, login, title, body, saved_at)"
            " VALUES (:draft, :login, :title, :body, :saved_at)"
            " ON CONFLICT (draft) DO UPDATE SET title = excluded.title, body = excluded.body,"
            " saved_at = excluded.saved_at",
            draft=draft.draft_id,
            login=draft.login,
            title=draft.title,
            body=draft.body,
            saved_at=to_utc_text(draft.saved_at),
        )


def discard(database: Database, draft_id: str) -> None:
    """Throw a draft away."""
    with database.writing():
        discard_inside(database, draft_id)


def discard_inside(database: Database, draft_id: str) -> None:
    """Throw a draft away inside the present transaction, with the receipt that replaces it."""
    database.run("DELETE FROM draft WHERE draft = :draft", draft=draft_id)


def discard_of(database: Database, party: Party) -> None:
    """Throw away every form for one person, whoever types it, inside the present transaction."""
    for draft in _drafts(database, "SELECT draft, login, title, body, saved_at FROM draft"):
        try:
            told = msgspec.json.decode(draft.body, type=_Told)
        except msgspec.DecodeError:
            continue  # of another version of the program; nobody can open it either
        if told.owner.is_same_as(party) or _is_reached_as(told.owner, party):
            discard_inside(database, draft.draft_id)


def _is_reached_as(told: Party, party: Party) -> bool:
    """Whether both have one name and one phone: feedback asks nobody for a number of identity."""
    if told.identity and party.identity:
        return False
    phones = [re.sub(r"\D", "", one.phone) for one in (told, party)]
    return bool(phones[0]) and phones[0] == phones[1] and fold(told.name) == fold(party.name)


def discard_about(database: Database, what: str) -> None:
    """Throw away every form about something, told by its id, inside the present transaction."""
    database.run("DELETE FROM draft WHERE instr(draft, :what) > 0", what=what)


def of_login(database: Database, login: str) -> list[Draft]:
    """A person's drafts, newest first."""
    return _drafts(
        database,
        "SELECT draft, login, title, body, saved_at FROM draft WHERE login = :login"
        " ORDER BY saved_at DESC, draft DESC",
        login=login,
    )


def _drafts(database: Database, query: str, **values: str) -> list[Draft]:
    return [
        Draft(draft, owner, title, body, from_utc_text(saved_at))
        for draft, owner, title, body, saved_at in database.rows(query, **values)
    ]
