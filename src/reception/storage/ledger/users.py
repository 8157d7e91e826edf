"""Who may sign in to the server, and who has: accounts and sessions, so that workers keep none."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select, update

from reception.domain.server_users import ServerRole, ServerUser
from reception.storage.ledger.page_tables import server_user, session
from reception.storage.ledger.part import Part, columns, insert_if_new

_U = server_user.c


@dataclass(frozen=True, slots=True)
class Session:
    """A browser that somebody signed in with, known by the hash of its token."""

    token_hash: bytes
    login: str
    began_at: datetime
    used_at: datetime


class ServerUsers(Part):
    """The accounts."""

    def server_user(self, login: str) -> tuple[ServerUser, str] | None:
        """An account and its password's hash, in use or not."""
        row = self.connection.execute(
            select(_U.login, _U.name, _U.role, _U.agency, _U.active, _U.hash).where(
                _U.login == login
            )
        ).first()
        return (_user(*row[:5]), row[5]) if row else None

    def server_users(self) -> list[ServerUser]:
        """All accounts by login, the disabled ones, too."""
        rows = self.connection.execute(
            select(_U.login, _U.name, _U.role, _U.agency, _U.active).order_by(_U.login)
        )
        return [_user(*row) for row in rows]

    def add_server_user(self, user: ServerUser, password_hash: str, at: datetime) -> bool:
        """Add an account; ``False`` when the login is taken."""
        values = {**asdict(user), "active": int(user.active), "hash": password_hash, "made_at": at}
        return insert_if_new(self.connection, server_user, values)

    def change_password(self, login: str, password_hash: str) -> bool:
        """Keep another password's hash; ``False`` when there is no such account."""
        done = self.connection.execute(
            update(server_user).where(_U.login == login).values(hash=password_hash)
        )
        return done.rowcount == 1

    def enable_server_user(self, login: str, *, active: bool) -> bool:
        """Let an account in or shut it out; ``False`` when there is none."""
        done = self.connection.execute(
            update(server_user).where(_U.login == login).values(active=int(active))
        )
        return done.rowcount == 1


class Sessions(Part):
    """Who is signed in."""

    def begin_session(self, new: Session) -> None:
        """Keep a new session."""
        self.connection.execute(insert(session).values(asdict(new)))

    def session(self, token_hash: bytes) -> Session | None:
        """A session by its token's hash, however old."""
        row = self.connection.execute(
            select(*columns(session, Session)).where(session.c.token_hash == token_hash)
        ).first()
        return Session(*row) if row else None

    def use_session(self, token_hash: bytes, at: datetime) -> None:
        """Note that a session was used."""
        self.connection.execute(
            update(session).where(session.c.token_hash == token_hash).values(used_at=at)
        )

    def end_session(self, token_hash: bytes) -> None:
        """End one session."""
        self.connection.execute(delete(session).where(session.c.token_hash == token_hash))

    def end_sessions_of(self, login: str) -> None:
        """End all sessions of a person."""
        self.connection.execute(delete(session).where(session.c.login == login))

    def forget_sessions(self, unused_since: datetime) -> None:
        """Forget sessions that nobody can use any more."""
        self.connection.execute(delete(session).where(session.c.used_at < unused_since))


def _user(login: str, name: str, role: str, agency: str, active: int) -> ServerUser:
    return ServerUser(login, name, ServerRole(role), agency, bool(active))
