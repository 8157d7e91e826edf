"""What the window knows of a dossier when somebody is about to act on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reception.domain.accounts import Account
from reception.domain.allowed import Limits, in_turn
from reception.domain.custody import Holder
from reception.domain.dossier import Dossier
from reception.domain.feedback import Feedback
from reception.domain.life import Act
from reception.domain.rights import RIGHT_OF
from reception.services import lookup, passing_on
from reception.services.desk import Desk
from reception.services.lookup import Found
from reception.storage import reference


@dataclass(frozen=True, slots=True)
class Known:
    """A dossier with its history, until when what may be done, and the people it can go to.

    ``me`` is the holder that the signed-in account stands for; ``names`` tells whose login an event
    carries; ``leader`` is the name of whoever signs for the office. ``named_by`` is feedback that
    blanking the dossier does not reach by itself, where this person may blank it.
    """

    found: Found
    limits: Limits
    account: Account
    me: Holder
    holders: tuple[Holder, ...]
    names: Mapping[str, str]
    leader: str
    named_by: tuple[Feedback, ...] = ()

    @property
    def dossier(self) -> Dossier:
        """The dossier."""
        return self.found.dossier


def look(desk: Desk, *, dossier_id: str, account: Account) -> Known:
    """Read all that in the register's lane."""
    from reception.services import acting, apologies  # not before the first paint

    found = lookup.open_dossier(desk, dossier_id)
    return Known(
        found=found,
        limits=acting.limits_of(desk, found.dossier, found.history),
        account=account,
        me=passing_on.holder_of(desk, account.login),
        holders=tuple(passing_on.known_holders(desk)),
        names={one.login: one.name for one in reference.accounts(desk.database)},
        leader=apologies.leader_name(desk, account.login),
        named_by=_named_by(desk, found.dossier, account),
    )


def _named_by(desk: Desk, dossier: Dossier, account: Account) -> tuple[Feedback, ...]:
    if not (in_turn(dossier, Act.REDACT) and account.may(RIGHT_OF[Act.REDACT])):
        return ()
    from reception.services import feedback_redaction  # only where a dossier is over

    return tuple(feedback_redaction.naming(desk, dossier.reference))
