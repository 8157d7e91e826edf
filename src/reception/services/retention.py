"""Whose retention is over: a list for a leader to decide about. Nothing happens by itself."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from reception.domain.certification import CertificationKind
from reception.domain.dossier import Dossier
from reception.domain.errors import RuleViolation
from reception.domain.retention import OFFICE, Retention, RetentionRule, over_on, retention_of
from reception.paths import resource
from reception.services.desk import Desk
from reception.storage import book_rows, redacting
from reception.storage.store import fold

OWN_FILE = "retention.toml"
_MATTERS = frozenset({"rule", "feedback"})


@dataclass(frozen=True, slots=True)
class Due:
    """A dossier whose particulars may go; ``retention`` tells since when and by which rule."""

    dossier_id: str
    reference: str
    procedure: str
    ended_on: date
    retention: Retention


def rules(desk: Desk) -> list[RetentionRule]:
    """The rules for dossiers that came with the program, and the office's own.

    Raises:
        RuleViolation: ``retention-unreadable``.
    """
    return rules_for(desk, "rule")


def rules_for(desk: Desk, matter: str) -> list[RetentionRule]:
    """The rules of one table of the files, the office's own last.

    Raises:
        RuleViolation: ``retention-unreadable``.
    """
    found = _read(resource("rules") / OWN_FILE, matter)
    own = own_file(desk)
    if own.exists():
        found += [replace(rule, confidence=OFFICE) for rule in _read(own, matter)]
    return found


def own_file(desk: Desk) -> Path:
    """Where the office's own rules lie, if it has any."""
    return desk.database.path.parent / OWN_FILE


def due(desk: Desk, on: date) -> Iterator[Due]:
    """The dossiers whose retention is over on a day and that are not redacted yet, oldest first."""
    known, database = rules(desk), desk.database
    shortest = min((rule.years for rule in known if rule.years is not None), default=None)
    if shortest is None:
        return
    ids = redacting.over_before(database, on.replace(year=on.year - shortest, day=min(on.day, 28)))
    for dossier_id, history in book_rows.histories(database, ids):
        dossier = fold(dossier_id, history)
        if dossier is None or dossier.redactions:
            continue
        kept, ended_on = retention_of(known, dossier), over_on(dossier)
        if kept and ended_on and kept.is_over(on):
            yield Due(dossier_id, dossier.reference, dossier.intake.procedure.name, ended_on, kept)


def require_over(desk: Desk, dossier: Dossier) -> None:
    """Refuse to redact a dossier whose retention is not over.

    Raises:
        RuleViolation: ``retention-not-over``.
    """
    kept = retention_of(rules(desk), dossier)
    if kept and kept.is_over(desk.now().date()):
        return
    until = f"đến {kept.until_on:%d/%m/%Y}" if kept and kept.until_on else "không thời hạn"
    raise RuleViolation(
        "retention-not-over",
        f"Hồ sơ {dossier.reference} còn phải lưu {until}"
        f" ({kept.rule.source if kept else 'hồ sơ chưa xong'});"
        " muốn xoá sớm thì phải có quyết định bằng văn bản.",
    )


def _read(path: Path, matter: str) -> list[RetentionRule]:
    try:
        told = tomllib.loads(path.read_text("utf-8"))
        found = [_rule(one) for one in told.get(matter, [])]
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as fault:
        raise _unreadable(path) from fault
    if told.keys() - _MATTERS:
        raise _unreadable(path)
    return found


def _unreadable(path: Path) -> RuleViolation:
    return RuleViolation(
        "retention-unreadable",
        f"Không đọc được thời hạn lưu trong {path}; hãy sửa lại theo mẫu của chương trình.",
    )


def _rule(told: dict[str, Any]) -> RetentionRule:
    certified = told.pop("certified", None)
    return RetentionRule(**told, certified=CertificationKind(certified) if certified else None)
