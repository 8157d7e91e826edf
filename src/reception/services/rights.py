"""Whoever acts must be allowed to: asked by every service that writes down what somebody did."""

from __future__ import annotations

from reception.domain.accounts import Right
from reception.domain.life import ACT_WORDS, Act
from reception.domain.rights import RIGHT_OF
from reception.services.desk import Desk
from reception.storage import reference


def check_act(desk: Desk, act: Act, *, by: str) -> None:
    """Allow whoever has the login an act on a dossier, or refuse it.

    Raises:
        RuleViolation: ``not-allowed`` or ``account-ended``.
    """
    check(desk, RIGHT_OF[act], ACT_WORDS[act], by=by)


def check(desk: Desk, right: Right, what: str, *, by: str) -> None:
    """Allow whoever has the login what a right covers, ``what`` telling it in words, or refuse it.

    A login without an account is nobody's: the command line's own, or that of a register in which
    nobody has an account yet. It may do everything; whoever can start a command can open the file.

    Raises:
        RuleViolation: ``not-allowed`` or ``account-ended``.
    """
    account = reference.account(desk.database, by)
    if account is not None:
        account.require(right, what)
