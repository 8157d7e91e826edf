"""Messages that wait for a gateway: how they stand, in words, and sending them now."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton, QWidget

from reception.services import notices
from reception.services.desk import Desk
from reception.services.gateways import gateways_in
from reception.services.notices import ChannelQueue, Sending
from reception.ui.notes import Note
from reception.ui.tasks import Progress
from reception.ui.workplace import Workplace


class MessageSending(QObject):
    """A button that hands over what may leave, and a note on what waits and why."""

    def __init__(self, workplace: Workplace, owner: QWidget) -> None:
        super().__init__(owner)
        self._workplace = workplace
        self._owner = owner
        self.note = Note()
        self.note.hide()
        self.button = QPushButton(self.tr("&Gửi tin chờ"))
        self.button.clicked.connect(self.send)

    def refresh(self) -> None:
        """Say anew what waits."""
        work = partial(_queues, folder=self._workplace.settings.notices_folder)
        self._workplace.in_lane(work, self._show, owner=self)

    def send(self) -> None:
        """Hand over what may leave, and fetch what the gateways learnt."""
        work = partial(
            _exchange,
            self._workplace.desk,
            folder=self._workplace.settings.notices_folder,
            by=self._workplace.account.login,
        )
        self.button.setEnabled(False)
        self._workplace.tasks.run_long(
            work, self._sent, on_ended=lambda: self.button.setEnabled(True), owner=self
        )

    def _sent(self, sending: Sending) -> None:
        words = self.tr("Đã giao {sent} tin cho cổng gửi, nhận {answered} trả lời.").format(
            sent=sending.sent, answered=sending.answered
        )
        self._workplace.messages.toast(" ".join((words, *sending.troubles)))
        if sending.sent or sending.failed or sending.answered:
            self._workplace.changes.dossiers_changed.emit(frozenset())
        else:
            self.refresh()

    def _show(self, queues: Sequence[ChannelQueue]) -> None:
        told = notices.waiting_words(queues)
        self.note.setText("\n".join(told))
        self.note.setVisible(bool(told))
        self.button.setVisible(any(queue.served for queue in queues))


def _queues(desk: Desk, *, folder: str) -> list[ChannelQueue]:
    return notices.queues(desk, gateways_in(folder))


def _exchange(desk: Desk, progress: Progress, *, folder: str, by: str) -> Sending:
    return notices.exchange(desk, gateways_in(folder), by=by, tell=progress)
