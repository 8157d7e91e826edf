"""What was half typed of feedback: kept on disk a second after the last key, taken up again.

The sender stands under the name by which drafts are searched when a person is blanked.
"""

from __future__ import annotations

import msgspec

from reception.domain.applicant import Party
from reception.services import drafting
from reception.services.desk import Desk
from reception.services.drafting import FEEDBACK_DRAFT, Draft


class _Body(msgspec.Struct):
    values: dict[str, str]
    owner: Party = Party("")


def draft_id(login: str, about: str, act: str) -> str:
    """Under what a person's half-typed act is kept; ``about`` is the feedback's id."""
    return f"{FEEDBACK_DRAFT}{login}:{about}:{act}"


def about_of(draft: Draft) -> tuple[str, str]:
    """The feedback that a draft is about, empty for a new one, and its act."""
    _prefix, _login, about, act = draft.draft_id.split(":", 3)
    return about, act


def read(desk: Desk, login: str, name: str) -> dict[str, str]:
    """What stands in a draft; nothing where there is none."""
    for draft in drafting.of_login(desk, login):
        if draft.draft_id == name:
            return values_of(draft)
    return {}


def values_of(draft: Draft) -> dict[str, str]:
    """What stands in a draft that another version of the program may have written."""
    try:
        return msgspec.json.decode(draft.body, type=_Body).values
    except msgspec.DecodeError:
        return {}


def save(desk: Desk, name: str, login: str, title: str, values: dict[str, str]) -> None:
    """Keep what is typed, or throw the draft of an emptied form away."""
    if not any(values.values()):
        drafting.discard(desk, name)
        return
    owner = Party(values.get("sender.name", ""), phone=values.get("sender.phone", ""))
    body = msgspec.json.encode(_Body(values, owner))
    drafting.save(desk, name, login, title, body)
