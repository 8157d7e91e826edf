"""Practice: an invented office in a folder of its own, from which nothing ever leaves.

What marks it is the office's own code (:data:`~reception.domain.office.INVENTED_AGENCY`), so that a
copy of it stays marked wherever it is put back.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from reception.domain.errors import RuleViolation, Trouble
from reception.domain.moments import Clock
from reception.paths import DATABASE_NAME
from reception.services.desk import Desk, open_desk

_THROWN_AWAY = "bo-so-tap.txt"


def open_training(folder: Path, clock: Clock) -> Desk:
    """Open the practice register, or make it where there is none or it was thrown away.

    Raises:
        Trouble: It is still open in another window, or the folder cannot be used.
    """
    if (folder / _THROWN_AWAY).exists():
        _take_away(folder)
    if (folder / DATABASE_NAME).exists():
        return open_desk(folder, clock)
    from reception.services.demo import set_up_demo  # only to make one

    folder.mkdir(parents=True, exist_ok=True)
    return set_up_demo(folder, clock)


def throw_away(folder: Path) -> None:
    """Let the next practice begin anew; what is here goes then, since it is open now.

    Raises:
        OSError: The folder cannot be written.
    """
    (folder / _THROWN_AWAY).touch()


def stay_here(desk: Desk) -> None:
    """Refuse whatever would leave the house, in an invented office.

    Raises:
        RuleViolation: ``only-practice``.
    """
    if desk.office.is_invented:
        raise RuleViolation(
            "only-practice",
            "Đây là sổ tập nên không gửi gì ra ngoài và không nhận gì về; hãy đóng sổ tập rồi làm"
            " việc này ở sổ thật.",
        )


def _take_away(folder: Path) -> None:
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise Trouble(
            "practice-open",
            "Chưa bỏ được sổ tập cũ vì nó còn mở ở một cửa sổ khác; hãy đóng cửa sổ ấy rồi mở lại.",
        ) from error
