"""A real register with invented dossiers, and a workplace upon it, for the screens of dossiers."""

from __future__ import annotations

import atexit
import shutil
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtWidgets import QMainWindow

from reception.domain.accounts import Account, Role
from reception.domain.applicant import Address, Party
from reception.domain.dossier_events import HandedOver, ResultRecorded
from reception.domain.moments import OFFICE_ZONE, Clock
from reception.services import intake
from reception.services.desk import open_desk
from reception.services.intake_request import IntakeRequest
from reception.services.set_up import office_named, set_up
from reception.services.sign_in import FirstAccount
from reception.ui.changes import Changes
from reception.ui.messages import Messages
from reception.ui.tasks import Tasks
from reception.ui.window_memory import WindowMemory
from reception.ui.workplace import Ways, Workplace

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=OFFICE_ZONE)
LEADER = Account("yen", "Hoàng Thị Yến", Role.ADMINISTRATOR)
CLERK = Account("lan", "Trần Thị Lan", Role.CLERK)
BIRTH, BUSINESS, MARRIAGE = "1.001193", "1.001612", "1.000894"
NAMES = ("Nguyễn Văn An", "Đỗ Thị Ưởng", "H'Hen Niê", "Trần Quốc Ấn", "Lê Thị Ánh", "Y Ka Ly")


def clock() -> datetime:
    return NOW


@cache
def _pattern() -> Path:
    """An office without dossiers; made once, copied for each test."""
    folder = Path(mkdtemp(prefix="reception-pattern-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    account = FirstAccount(LEADER.login, LEADER.name, "2468")
    set_up(folder, office_named("Xã Mường Lay", "H40.16"), clock, account=account).close()
    return folder


def new_register(folder: Path) -> Path:
    shutil.copytree(_pattern(), folder, dirs_exist_ok=True)
    return folder


def person(name: str, number: int = 0) -> Party:
    return Party(
        name,
        identity=f"0112{number:08d}",
        born="02/09/1990",
        sex="Nữ",
        phone=f"0912{number:06d}",
        address=Address(line="Bản Nậm Cản", commune="Xã Mường Lay", province="Tỉnh Điện Biên"),
    )


def request(name: str, number: int = 0, procedure: str = BIRTH, **more) -> IntakeRequest:
    return IntakeRequest(procedure, person(name, number), **more)


def receive(desk, name: str, number: int = 0, *, days_ago: float = 0, **more):
    received_at = NOW - timedelta(days=days_ago)
    asked = request(name, number, received_at=received_at, **more)
    return intake.register(desk, asked, by=LEADER.login)


def receive_many(desk, count: int):
    """Dossiers of the last hundred days in one commit, the oldest first; a part is finished."""
    codes = (BIRTH, BUSINESS, MARRIAGE)
    prepared = [
        intake.prepare(
            desk,
            request(
                NAMES[number % len(NAMES)],
                number,
                codes[number % len(codes)],
                received_at=NOW - timedelta(days=100 * (count - number) / count),
            ),
        )
        for number in range(count)
    ]
    dossiers = intake.register_all(desk, prepared, by=LEADER.login)
    with desk.store.writing():
        for dossier in dossiers[: count * 3 // 5]:
            done = ResultRecorded(NOW, "Giấy khai sinh")
            desk.store.record(dossier.dossier_id, done, at=NOW, by=LEADER.login)
        for dossier in dossiers[: count // 2]:
            given = HandedOver(NOW, dossier.intake.owner.name)
            desk.store.record(dossier.dossier_id, given, at=NOW, by=LEADER.login)
    return dossiers


@contextmanager
def open_workplace(
    folder: Path,
    account: Account = LEADER,
    now: Clock = clock,
    window: QMainWindow | None = None,
):
    """A workplace on the register in a folder, within a window or a plain one of its own."""
    window = window or QMainWindow()
    desk = open_desk(folder, now)
    rules = desk.another()
    tasks = Tasks()
    workplace = Workplace(
        folder=folder,
        desk=desk,
        rules=rules,
        account=account,
        tasks=tasks,
        changes=Changes(),
        messages=Messages(window),
        memory=WindowMemory(folder / "window.ini"),
        ways=Ways(),
    )
    try:
        yield workplace
    finally:
        tasks.close()
        rules.close()
        desk.close()
