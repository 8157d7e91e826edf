"""A throw-away office full of invented people and dossiers, to look around in."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from reception.domain.accounts import Account, Role
from reception.domain.moments import Clock
from reception.services.desk import Desk, desk_on
from reception.services.generate import generate
from reception.services.invented_office import keep_office
from reception.services.invented_samples import work_samples
from reception.services.set_up import office_named, set_up
from reception.services.sign_in import FirstAccount, put_account

PIN = "1234"
CLERK = Account("lan", "Lò Thị Lan", Role.CLERK)
LEADER = Account("duc", "Vàng A Đức", Role.LEADER)
SPECIALISTS = (
    Account("pom", "Quàng Văn Pọm", Role.SPECIALIST),
    Account("mai", "Cà Thị Mai", Role.SPECIALIST),
)
ADMINISTRATOR = Account("hoa", "Nguyễn Thị Hoa", Role.ADMINISTRATOR)

_DOSSIERS = 400
_SEED = 7
_OPEN_FOR = timedelta(days=90)


def set_up_demo(folder: Path, clock: Clock) -> Desk:
    """Make an invented commune's register in an empty folder, busy up to the present moment.

    At any hour of any day some dossiers stand in each state, some overdue ones among them.

    Everybody signs in with the PIN 1234.

    Raises:
        Trouble: ``already-there``, or the folder cannot be written.
    """
    desk = set_up_office(folder, clock)
    generate(desk, _DOSSIERS, seed=_SEED, until=desk.now(), standing=work_samples().standing)
    keep_office(desk, CLERK, LEADER, SPECIALISTS)
    return desk_on(desk.database, clock)


def set_up_office(folder: Path, clock: Clock) -> Desk:
    """Make the demo's office with its people, opened some months ago, without a dossier yet.

    Raises:
        Trouble: ``already-there``, or the folder cannot be written.
    """
    office = office_named(
        "Xã Mường Thanh",
        "H99.36",
        phone="0215 3800 036",
        address="Bản Ten, xã Mường Thanh, tỉnh Điện Biên",
    )
    first = FirstAccount(ADMINISTRATOR.login, ADMINISTRATOR.name, PIN)
    opened_at = clock() - _OPEN_FOR
    new = set_up(folder, office, lambda: opened_at, account=first)
    for account in (CLERK, LEADER, *SPECIALISTS):
        put_account(new, account, PIN, by=ADMINISTRATOR)
    return Desk(new.store, clock)
