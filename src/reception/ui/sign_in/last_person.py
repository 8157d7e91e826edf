"""Who sat at this PC last: the name that is offered first."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from reception.domain.accounts import Account
from reception.settings import load_settings, save_settings


def remember(folder: Path, account: Account) -> None:
    """Offer this person's name first from now on."""
    settings = load_settings(folder)
    # Whose name is offered next time is a comfort; a full disk is told of when it matters.
    with suppress(OSError):
        save_settings(folder, replace(settings, last_login=account.login))


def likeliest(folder: Path, people: list[Account]) -> Account:
    """The person who was here last, or the first of all."""
    last = load_settings(folder).last_login
    return next((one for one in people if one.login == last), people[0])
