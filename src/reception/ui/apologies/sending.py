"""Messages that wait for a gateway: how they stand, in words, and sending them now."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton, QWidget

from reception.services import notices
from reception.services.desk import Desk
from reception.services.gateways import gateways_in
from reception.services.notices import ChannelQueue
from reception.ui.apologies.courier import Courier, Round
from reception.ui.notes import Note
from reception.ui.workplace import Workplace


class MessageSending(QObject):
    """A button that hands over what may leave, and a note on what waits and why."""

    def __init__(self, workplace: Workplace, owner: QWidget, courier: Courier) -> None:
        super().__init__(owner)
        self._workplace = workplace
        self._owner = owner
        self._courier = courier
        self.note = Note()
        self.note.hide()
        self.button = QPushButton(self.tr("&Gửi tin chờ"))
        self.button.clicked.connect(self.send)
        courier.idle.connect(self._may_send_again)
        courier.done.connect(self._came_back)

    def refresh(self) -> None:
        """Say anew what waits."""
        work = partial(_queues, folder=self._workplace.settings.notices_folder)
        self._workplace.in_lane(work, self._show, owner=self)

    def send(self) -> None:
        """Hand over what may leave, and fetch what the gateways learnt."""
        begun = self._courier.go_for(self._workplace.account.login)
        self.button.setEnabled(not begun)

    def _may_send_again(self) -> None:
        self.button.setEnabled(True)

    def _came_back(self, made: Round) -> None:
        if not made.moved:  # otherwise the page is read anew
            self.refresh()

    def _show(self, queues: Sequence[ChannelQueue]) -> None:
        told = [*self._last_troubles(), *notices.waiting_words(queues)]
        self.note.setText("\n".join(told))
        self.note.setVisible(bool(told))
        self.button.setVisible(any(queue.served for queue in queues))

    def _last_troubles(self) -> list[str]:
        last = self._courier.last
        words = self.tr("Gửi lúc {time} chưa được: {trouble}")
        troubles = last.troubles if last else ()
        return [words.format(time=f"{last.at:%H:%M}", trouble=t) for t in troubles if last]


def _queues(desk: Desk, *, folder: str) -> list[ChannelQueue]:
    return notices.queues(desk, gateways_in(folder))
