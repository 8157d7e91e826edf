"""Signing in to the server's pages: accounts, passwords, sessions that the ledger keeps."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from reception.domain.errors import RuleViolation
from reception.domain.moments import Clock
from reception.domain.server_users import (
    SHORTEST_PASSWORD,
    ServerRole,
    ServerUser,
    check_password,
    checked_server_user,
)
from reception.services.patience import ADDRESS, KEPT_FOR, LOGIN, take_try
from reception.storage.ledger import passwords
from reception.storage.ledger.audit import AuditEntry, Tried
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.users import Session
from reception.storage.ledger.work import Work

__all__ = ["SHORTEST_PASSWORD", "SignedIn", "sign_in"]

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=10)
_NOTED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody at a browser; ``token`` is what the browser holds."""

    user: ServerUser
    token: str


def sign_in(ledger: Ledger, clock: Clock, login: str, password: str, address: str) -> SignedIn:
    """Begin a session for a login and its password.

    Raises:
        RuleViolation: ``sign-in-failed``; it does not tell which of the two was wrong.
        HaveToWait: Too many tries failed, of this login or from this address.
    """
    called, now = login.strip().lower()[:64], clock()
    tried = _tries(called, address)
    with ledger.writing() as work:
        take_try(work, tried, now)
        known = work.server_user(called)
    # Hashing takes long on purpose: no row is held meanwhile.
    if not passwords.matches(known[1] if known else None, password) or known is None:
        _note_failure(ledger, called if known else "", now)
        raise _failed()
    user, kept = known
    if not user.active:
        raise _failed()
    return _begin(ledger, user, tried, now, password if passwords.needs_rehash(kept) else "")


def _begin(
    ledger: Ledger, user: ServerUser, tried: list[Tried], now: datetime, rehash: str
) -> SignedIn:
    new_hash = passwords.hash_of(rehash) if rehash else ""
    with ledger.writing() as work:
        _give_back(work, tried, now)
        if new_hash:
            work.change_password(user.login, new_hash)
        work.forget_sessions(now - LONGEST)
        work.forget_tries(now - KEPT_FOR)
        work.note(AuditEntry(now, user.login, "sign-in"))
        return _new_session(work, user, now)


def _new_session(work: Work, user: ServerUser, now: datetime) -> SignedIn:
    token = secrets.token_urlsafe(32)
    work.begin_session(Session(_hashed(token), user.login, now, now))
    return SignedIn(user, token)


def _give_back(work: Work, tried: list[Tried], now: datetime) -> None:
    for each in sorted(tried, key=lambda each: each.what):
        work.give_try_back(each.what, now)


def _note_failure(ledger: Ledger, login: str, now: datetime) -> None:
    """A failure of somebody known is worth knowing; what others typed may be a password."""
    if login:
        with ledger.writing() as work:
            work.note(AuditEntry(now, login, "sign-in-failed"))


def _tries(login: str, address: str) -> list[Tried]:
    return [Tried(_tried(login), LOGIN), Tried(f"sign-in address {address}", ADDRESS)]


def _tried(login: str) -> str:
    return f"sign-in {login}"


def _failed() -> RuleViolation:
    return RuleViolation(
        "sign-in-failed",
        "Tên đăng nhập hoặc mật khẩu không đúng; hãy nhập lại, hoặc nhờ người quản trị.",
        field="password",
    )


def who_is(ledger: Ledger, clock: Clock, token: str) -> SignedIn | None:
    """Who holds a session's token; nobody once it was idle or open for too long, or was ended."""
    if not token:
        return None
    now, key = clock(), _hashed(token)
    with ledger.reading() as work:
        session = work.session(key)
        known = work.server_user(session.login) if session else None
    if session is None or known is None or not known[0].active:
        return None
    if now - session.used_at > IDLE or now - session.began_at > LONGEST:
        return None
    if now - session.used_at >= _NOTED_EVERY:
        with ledger.writing() as work:
            work.use_session(key, now)
    return SignedIn(known[0], token)


def sign_out(ledger: Ledger, clock: Clock, signed_in: SignedIn) -> None:
    """End a session."""
    with ledger.writing() as work:
        work.end_session(_hashed(signed_in.token))
        work.note(AuditEntry(clock(), signed_in.user.login, "sign-out"))


def note(ledger: Ledger, clock: Clock, login: str, act: str) -> None:
    """Write down that somebody did something."""
    with ledger.writing() as work:
        work.note(AuditEntry(clock(), login, act))


def users(ledger: Ledger) -> list[ServerUser]:
    """All accounts."""
    with ledger.reading() as work:
        return work.server_users()


def add_user(ledger: Ledger, clock: Clock, user: ServerUser, password: str, by: str) -> ServerUser:
    """Give somebody an account.

    Raises:
        RuleViolation: A field is at fault, ``login-taken`` or ``unknown-agency``.
    """
    new = checked_server_user(user)
    check_password(password)
    kept = passwords.hash_of(password)
    with ledger.writing() as work:
        if new.agency and work.agency(new.agency) is None:
            raise RuleViolation(
                "unknown-agency",
                f"Chưa có xã, phường mã {new.agency} trên máy chủ; hãy xem bằng “reception server"
                " commune list”.",
                field="agency",
            )
        if not work.add_server_user(new, kept, clock()):
            raise RuleViolation(
                "login-taken",
                f"Tên đăng nhập {new.login} đã có người dùng; hãy chọn tên khác.",
                field="login",
            )
        work.note(AuditEntry(clock(), by, "user-added", new.agency, f"{new.login} {new.role}"))
    return new


def disable_user(ledger: Ledger, clock: Clock, login: str, by: str) -> ServerUser:
    """Shut somebody out at once.

    Raises:
        RuleViolation: ``unknown-login``.
    """
    return _enable(ledger, clock, login, by, active=False)


def enable_user(ledger: Ledger, clock: Clock, login: str, by: str) -> ServerUser:
    """Let somebody in again, at once, however often they typed a wrong password.

    Raises:
        RuleViolation: ``unknown-login``.
    """
    return _enable(ledger, clock, login, by, active=True)


def change_password(ledger: Ledger, clock: Clock, login: str, password: str, by: str) -> None:
    """Give an account another password; whoever is signed in with the old one is not any more.

    It can be used at once, however often the old one was typed wrong.

    Raises:
        RuleViolation: ``unknown-login``, ``secret-too-short`` or ``secret-too-long``.
    """
    check_password(password)
    called, kept = login.strip().lower(), passwords.hash_of(password)
    with ledger.writing() as work:
        if not work.change_password(called, kept):
            raise _unknown(called)
        work.end_sessions_of(called)
        work.forget_try(_tried(called))
        work.note(AuditEntry(clock(), by, "password-changed", about=called))


def change_own_password(
    ledger: Ledger, clock: Clock, signed_in: SignedIn, old: str, new: str, address: str
) -> SignedIn:
    """Give oneself another password; every other browser is signed out, this one goes on.

    Raises:
        RuleViolation: ``password-wrong`` where the old one is not it, ``secret-too-short`` or
            ``secret-too-long``.
        HaveToWait: Too many tries failed, of this login or from this address.
    """
    check_password(new)
    login, now = signed_in.user.login, clock()
    tried = _tries(login, address)
    with ledger.writing() as work:
        take_try(work, tried, now)
        known = work.server_user(login)
    if known is None or not passwords.matches(known[1], old):
        _note_failure(ledger, login, now)
        raise RuleViolation(
            "password-wrong", "Mật khẩu hiện tại không đúng; hãy nhập lại.", field="old"
        )
    kept = passwords.hash_of(new)
    with ledger.writing() as work:
        _give_back(work, tried, now)
        work.change_password(login, kept)
        work.end_sessions_of(login)
        work.note(AuditEntry(now, login, "password-changed", about=login))
        return _new_session(work, known[0], now)


def _enable(ledger: Ledger, clock: Clock, login: str, by: str, *, active: bool) -> ServerUser:
    called = login.strip().lower()
    with ledger.writing() as work:
        if not work.enable_server_user(called, active=active):
            raise _unknown(called)
        if active:
            work.forget_try(_tried(called))
        else:
            work.end_sessions_of(called)
        act = "user-enabled" if active else "user-disabled"
        work.note(AuditEntry(clock(), by, act, about=called))
        known = work.server_user(called)
    return known[0] if known else ServerUser(called, called, ServerRole.LEADER, active=active)


def _unknown(login: str) -> RuleViolation:
    return RuleViolation(
        "unknown-login",
        f"Không có người dùng {login}; hãy xem bằng “reception server user list”.",
        field="login",
    )


def _hashed(token: str) -> bytes:
    """The ledger keeps no token that would let its reader in."""
    return hashlib.sha256(token.encode()).digest()
