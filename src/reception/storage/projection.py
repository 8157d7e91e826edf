"""What lists and search know of a dossier, written with each of its events."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from reception.domain.dossier import Dossier
from reception.domain.moments import to_utc_text
from reception.domain.text import fold, sort_key
from reception.storage import counting_rows, indicator_rows, side_rows
from reception.storage.database import Database

_GLOTTAL_STOPS = re.compile("['’‘`´ʼ-]")
_NAMES = (
    "reference", "state", "procedure", "procedure_name", "field", "owner", "owner_order",
    "identity", "phone", "channel", "opened_at", "due_at", "target_at", "provisional", "holder",
    "holder_kind", "held_since", "stage_due_at", "touched_at", "apologised_at", "result_at",
    "handed_over_at", "blank", "words", "received_at", "ended_at", "kept",
    "non_territorial",
    *indicator_rows.COLUMNS,
)  # fmt: skip
_CHANGING = (
    "state", "due_at", "target_at", "provisional", "holder", "holder_kind", "held_since",
    "stage_due_at", "touched_at", "apologised_at", "result_at", "handed_over_at", "blank",
    "received_at", "ended_at", "kept", *indicator_rows.COLUMNS,
)  # fmt: skip

CHECKED = ", ".join(_NAMES)

_INSERT = (
    f"INSERT INTO dossier (dossier, head, {CHECKED})"
    f" VALUES (:dossier, :head, {', '.join(f':{name}' for name in _NAMES)})"
)
_UPDATE = (
    f"UPDATE dossier SET head = :head, {', '.join(f'{name} = :{name}' for name in _CHANGING)}"
    " WHERE dossier = :dossier"
)
_UPDATE_ALL = (
    f"UPDATE dossier SET head = :head, {', '.join(f'{name} = :{name}' for name in _NAMES)}"
    " WHERE dossier = :dossier"
)
_INDEX = "INSERT INTO dossier_search (rowid, words) VALUES (:n, :words)"
_UNINDEX = "INSERT INTO dossier_search (dossier_search, rowid, words) VALUES ('delete', :n, :words)"


def insert(database: Database, dossier: Dossier, head: bytes) -> None:
    """Write a new dossier's row and its search words, inside the present transaction."""
    values = _values(dossier)
    n = database.run(_INSERT, dossier=dossier.dossier_id, head=head, **values)
    database.run(_INDEX, n=n, words=values["words"])
    side_rows.put(database, dossier)


def update(database: Database, before: Dossier | None, dossier: Dossier, head: bytes) -> None:
    """Bring a dossier's row up to date, inside the present transaction.

    ``before`` is the dossier as the row has it; who is in it, and for what, seldom changes.
    """
    if before and _listed_alike(before, dossier):
        values = _changing_values(dossier)
        database.run(_UPDATE, dossier=dossier.dossier_id, head=head, **values)
    else:
        _update_words(database, dossier, head)
    side_rows.put(database, dossier, before)


def update_anew(database: Database, dossier: Dossier, head: bytes) -> None:
    """Write a dossier's row anew, whatever it holds, inside the present transaction."""
    _update_words(database, dossier, head)
    side_rows.put_anew(database, dossier)


def _listed_alike(before: Dossier, after: Dossier) -> bool:
    """Whether who it is, and what for, is told as it was."""
    return (
        before.intake is after.intake
        and before.opened_at == after.opened_at
        and before.blank == after.blank
    )


def checked_values(dossier: Dossier) -> Iterator[object]:
    """What a dossier's row must hold, in the order of :data:`CHECKED`."""
    values = _values(dossier)
    return (values[name] for name in _NAMES)


def _update_words(database: Database, dossier: Dossier, head: bytes) -> None:
    values = _values(dossier)
    was = database.row(
        "SELECT n, words FROM dossier WHERE dossier = :dossier", dossier=dossier.dossier_id
    )
    database.run(_UPDATE_ALL, dossier=dossier.dossier_id, head=head, **values)
    if was and was[1] != values["words"]:
        # The index keeps no words of its own, so it must be told which to forget.
        database.run(_UNINDEX, n=was[0], words=was[1])
        database.run(_INDEX, n=was[0], words=values["words"])


def _values(dossier: Dossier) -> dict[str, object]:
    intake = dossier.intake
    return _changing_values(dossier) | {
        "reference": dossier.reference,
        "procedure": intake.procedure.code,
        "procedure_name": intake.procedure.name,
        "field": intake.procedure.field,
        "owner": intake.owner.name,
        "owner_order": sort_key(intake.owner.name),
        "identity": intake.owner.identity,
        "phone": intake.owner.phone or (intake.submitter.phone if intake.submitter else ""),
        "channel": intake.channel.value,
        "opened_at": to_utc_text(dossier.opened_at),
        "non_territorial": int(intake.non_territorial),
        "words": search_words(dossier),
    }


def _changing_values(dossier: Dossier) -> dict[str, object]:
    promise, holder = dossier.promise, dossier.holder
    held = dossier.custody[-1] if holder else None
    return {
        "state": dossier.state.value,
        "due_at": _utc(dossier.due_at),
        "target_at": _utc(dossier.target_at),
        "provisional": int(promise is not None and promise.provisional),
        "holder": holder.name if holder else "",
        "holder_kind": holder.kind.value if holder else "",
        "held_since": _utc(held.from_at if held else None),
        "stage_due_at": _utc(held.due_at if held else None),
        "touched_at": to_utc_text(dossier.touched_at or dossier.opened_at),
        "apologised_at": _utc(dossier.apology.at if dossier.apology else None),
        "result_at": _utc(dossier.result_at),
        "handed_over_at": _utc(dossier.handed_over_at),
        "blank": dossier.blank,
        **counting_rows.columns_of(dossier),
        **indicator_rows.columns_of(dossier),
    }


def search_words(dossier: Dossier) -> str:
    """What a dossier is found by: names, the code without its agency, numbers, their last four.

    The agency's part is left out: every dossier has it, so it would find them all.
    """
    parts: list[str] = []
    for party in (dossier.intake.owner, dossier.intake.submitter):
        if party is None:
            continue
        # "H'Hen" is found as "hhen" and as "hen".
        spellings = dict.fromkeys((party.name, _GLOTTAL_STOPS.sub(" ", party.name)))
        parts += [fold(name) for name in spellings]
        parts += [fold(party.identity), party.identity[-4:].lower(), fold(party.phone)]
        parts.append(party.phone[-4:])
    reference = dossier.reference
    parts.append(fold(reference.partition("-")[2] or reference))
    parts.append(fold(dossier.blank))
    if dossier.origin:
        parts.append(fold(dossier.origin.number))
    return " ".join(dict.fromkeys(" ".join(parts).split()))


def clear(database: Database) -> None:
    """Empty the lists, inside the present transaction, before they are written anew."""
    database.run("DELETE FROM dossier")
    database.run("INSERT INTO dossier_search (dossier_search) VALUES ('delete-all')")
    side_rows.clear(database)


def _utc(moment: datetime | None) -> str | None:
    return to_utc_text(moment) if moment else None
