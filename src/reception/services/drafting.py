"""Half-typed intakes: saved while typing, listed until received or discarded."""

from __future__ import annotations

from reception.services.desk import Desk
from reception.storage import drafts
from reception.storage.drafts import Draft
from reception.storage.journal import new_id

__all__ = ["FEEDBACK_DRAFT", "Draft", "discard", "new_draft_id", "of_login", "save"]

FEEDBACK_DRAFT = "feedback:"
"""How the id of a draft begins that is no intake's but feedback's."""


def new_draft_id() -> str:
    """An identity for a form that is being opened."""
    return new_id()


def save(desk: Desk, draft_id: str, login: str, title: str, body: bytes) -> None:
    """Keep a half-typed form durably, in place of its earlier self."""
    drafts.save(desk.database, Draft(draft_id, login, title, body, desk.now()))


def discard(desk: Desk, draft_id: str) -> None:
    """Throw a half-typed form away."""
    drafts.discard(desk.database, draft_id)


def of_login(desk: Desk, login: str) -> list[Draft]:
    """A person's half-typed forms, newest first."""
    return drafts.of_login(desk.database, login)
