"""Portals that submit dossiers online: each let in by a key, shown once and kept hashed."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass

from reception.domain.errors import RuleViolation
from reception.domain.moments import Clock
from reception.domain.numbering import checked_agency_code
from reception.domain.text import clean
from reception.storage.ledger.audit import AuditEntry
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.portals import Portal

_ID = re.compile(r"[a-z0-9][a-z0-9-]{1,31}")
_AUTHORIZATION = re.compile(rf"Bearer (({_ID.pattern})\.[A-Za-z0-9_-]{{20,100}})")
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Keyed:
    """A portal with its key, which nobody can read again."""

    portal: Portal
    key: str


def add(
    ledger: Ledger, portal_id: str, name: str, clock: Clock, *, by: str, agency: str = ""
) -> Keyed:
    """Let a portal in, for one commune or for all of them.

    Raises:
        RuleViolation: ``portal-impossible``, ``name-missing``, ``unknown-agency`` or
            ``portal-taken``.
    """
    called, shown = _checked_id(portal_id), clean(name)
    if not shown or len(shown) > _LONGEST_NAME:
        raise RuleViolation(
            "name-missing",
            f"Chưa có tên cổng hoặc tên dài quá {_LONGEST_NAME} ký tự; hãy ghi tên.",
            field="name",
        )
    only, key, now = checked_agency_code(agency) if agency else "", _new_key(called), clock()
    new = Portal(called, shown, only, _hashed(key), now)
    with ledger.writing() as work:
        if only and work.agency(only) is None:
            raise unknown_commune(only)
        if not work.add_portal(new):
            raise RuleViolation(
                "portal-taken",
                f"Cổng {called} đã có; hãy chọn mã khác, hoặc cấp khoá mới bằng “reception server"
                f" portal key {called}”.",
                field="portal",
            )
        work.note(AuditEntry(now, by, "portal-added", only, called))
    return Keyed(new, key)


def new_key(ledger: Ledger, portal_id: str, clock: Clock, *, by: str) -> Keyed:
    """Give a portal another key; the one before lets nobody in any more, a revoked one is in again.

    Raises:
        RuleViolation: ``unknown-portal``.
    """
    called = portal_id.strip().lower()
    key = _new_key(called)
    with ledger.writing() as work:
        found = work.portal(called) if work.give_key(called, _hashed(key)) else None
        if found is None:
            raise _unknown(called)
        work.note(AuditEntry(clock(), by, "portal-key-given", found.agency, called))
    return Keyed(found, key)


def revoke(ledger: Ledger, portal_id: str, clock: Clock, *, by: str) -> Portal:
    """Shut a portal out; what it brought stays. Once more changes nothing.

    Raises:
        RuleViolation: ``unknown-portal``.
    """
    called, now = portal_id.strip().lower(), clock()
    with ledger.writing() as work:
        if work.revoke_portal(called, now):
            work.note(AuditEntry(now, by, "portal-revoked", about=called))
        found = work.portal(called)
    if found is None:
        raise _unknown(called)
    return found


def listed(ledger: Ledger) -> list[Portal]:
    """All portals, the revoked ones, too."""
    with ledger.reading() as work:
        return work.portals()


def claimed(authorization: str) -> str:
    """Which portal a request says it comes from; empty where it names none."""
    found = _AUTHORIZATION.fullmatch(authorization)
    return found[2] if found else ""


def known(ledger: Ledger, authorization: str) -> Portal:
    """The portal whose key a request carries.

    Raises:
        RuleViolation: ``key-unknown``; it does not tell whether there is such a portal.
    """
    told = _AUTHORIZATION.fullmatch(authorization)
    if told:
        with ledger.reading() as work:
            found = work.portal(told[2])
        fits = found is not None and hmac.compare_digest(found.key_hash, _hashed(told[1]))
        if found is not None and fits and found.revoked_at is None:
            return found
    raise RuleViolation(
        "key-unknown",
        "Khoá của cổng không đúng hoặc đã bị thu hồi; hãy hỏi người quản trị máy chủ.",
    )


def unknown_commune(agency: str) -> RuleViolation:
    """There is no such commune at this server."""
    return RuleViolation(
        "unknown-agency",
        f"Chưa có xã, phường mã {agency} trên máy chủ; hãy kiểm tra lại mã định danh.",
        field="agency",
    )


def _checked_id(text: str) -> str:
    called = text.strip().lower()
    if not _ID.fullmatch(called):
        raise RuleViolation(
            "portal-impossible",
            "Mã cổng gồm 2 đến 32 chữ cái không dấu, chữ số hoặc dấu gạch nối; hãy đặt lại.",
            field="portal",
        )
    return called


def _new_key(portal_id: str) -> str:
    return f"{portal_id}.{secrets.token_urlsafe(32)}"


def _hashed(key: str) -> bytes:
    """The ledger keeps no key that would let its reader in; 256 random bits need no slow hash."""
    return hashlib.sha256(key.encode()).digest()


def _unknown(portal_id: str) -> RuleViolation:
    return RuleViolation(
        "unknown-portal",
        f"Không có cổng {portal_id}; hãy xem bằng “reception server portal list”.",
        field="portal",
    )
