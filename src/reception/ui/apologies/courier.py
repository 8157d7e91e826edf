"""Messages that leave by themselves: every few minutes what is due goes to its gateway."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reception.services.desk import Desk
from reception.ui.tasks import Failure, Lane, Progress
from reception.ui.workplace import Workplace

if TYPE_CHECKING:
    from reception.services.notices import Sending

EVERY_MS = 3 * 60_000
BY_ITSELF = "tự động"
"""Who did it, in the dossier's history: nobody's login."""


@dataclass(frozen=True, slots=True)
class Round:
    """What became of one round, and what could not be done, in words."""

    at: datetime
    sent: int = 0
    failed: int = 0
    answered: int = 0
    troubles: tuple[str, ...] = ()

    @property
    def moved(self) -> bool:
        """Whether any letter's road has changed by it."""
        return bool(self.sent or self.failed or self.answered)


class Courier(QObject):
    """Hands over what may leave, in the gateways' lane and over a connection of its own.

    A gateway that hangs keeps neither the register nor the printer waiting. What may leave is the
    service's to say; here is only when to ask.

    Args:
        workplace: Whose messages these are.
        parent: Ends with it.
        every_ms: How long to wait between two rounds.
    """

    done = Signal(object)
    """Carries the :class:`Round` that has ended."""

    idle = Signal()
    """Whatever has become of a round, another may begin."""

    def __init__(
        self, workplace: Workplace, parent: QObject | None = None, every_ms: int = EVERY_MS
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._under_way = False
        self.last: Round | None = None
        self._timer = QTimer(self, interval=every_ms)
        self._timer.timeout.connect(self.go)

    def start(self) -> None:
        """Go round after round."""
        self._timer.start()

    def stop(self) -> None:
        """Begin no further round by itself."""
        self._timer.stop()

    def go(self) -> None:
        """One round by itself; it is told on the status line, and only if there is news."""
        self._begin(BY_ITSELF, self._tell_quietly)

    def go_for(self, login: str) -> bool:
        """One round because somebody asked for it, who is told in any case; whether it begins."""
        return self._begin(login, self._tell)

    def _begin(self, by: str, tell: Callable[[Round], object]) -> bool:
        folder = self._workplace.settings.notices_folder
        if self._under_way or not folder:
            return False
        self._under_way = True
        self._workplace.tasks.run_long(
            partial(_exchange, desk=self._workplace.desk, folder=folder, by=by),
            partial(self._ended, tell),
            partial(self._failed, tell),
            on_ended=self._free,
            lane=Lane.GATEWAYS,
            owner=self,
        )
        return True

    def _free(self) -> None:
        if self._under_way:  # neither done nor failed: a fault in the program, told once is enough
            self._timer.stop()
        self._under_way = False
        self.idle.emit()

    def _ended(self, tell: Callable[[Round], object], sending: Sending) -> None:
        self._under_way = False
        now = self._workplace.rules.now()
        self._take(
            Round(now, sending.sent, sending.failed, sending.answered, sending.troubles), tell
        )

    def _failed(self, tell: Callable[[Round], object], failure: Failure) -> None:
        self._under_way = False
        self._take(Round(self._workplace.rules.now(), troubles=(failure.text,)), tell)

    def _take(self, made: Round, tell: Callable[[Round], object]) -> None:
        tell(made)
        self.last = made
        self.done.emit(made)
        if made.moved:
            self._workplace.changes.dossiers_changed.emit(frozenset())

    def _tell(self, made: Round) -> None:
        words = self.tr("Đã giao {sent} tin cho cổng gửi, nhận {answered} trả lời.").format(
            sent=made.sent, answered=made.answered
        )
        self._workplace.messages.toast(" ".join((words, *made.troubles)))

    def _tell_quietly(self, made: Round) -> None:
        """The same trouble again is no news."""
        before = self.last.troubles if self.last else ()
        told: list[str] = []
        if made.sent or made.answered:
            told.append(
                self.tr("Máy đã tự giao {sent} tin cho cổng gửi, nhận {answered} trả lời.").format(
                    sent=made.sent, answered=made.answered
                )
            )
        if made.failed or (made.troubles and made.troubles != before):
            told.append(self.tr("Có tin không gửi được; xem trang Xin lỗi (Ctrl+5)."))
        if told:
            self._workplace.messages.tell(" ".join(told))


def _exchange(progress: Progress, *, desk: Desk, folder: str, by: str) -> Sending:
    """One round, in the lane; the register is left alone where no gateway is connected."""
    from reception.services import notices  # not before the first paint
    from reception.services.gateways import gateways_in

    gateways = gateways_in(folder)
    if not gateways:
        return notices.Sending()
    with closing(desk.another()) as own:
        return notices.exchange(own, gateways, by=by, tell=progress)
