"""Copies that are made by themselves: once a day, in a calm moment, on a lane of their own."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reception.services.desk import Desk
from reception.settings import Settings, load_settings, save_settings
from reception.ui.messages import Messages
from reception.ui.standing_notes import StandingNote, StandingNotes
from reception.ui.tasks import Failure, Lane, Progress, Tasks

if TYPE_CHECKING:
    from reception.services.dated_copies import Made

_LOOK_EVERY_MS = 60_000
_CALM_S = 20.0
# A stick that was not there is looked for again after so many looks.
_LOOKS_BETWEEN = 10
_ABOUT = "copies"
# A fresh copy that does not hold tells of the register itself.
_DAMAGED = frozenset({"copy-damaged", "not-a-register"})


class Copying(QObject):
    """Copies when it is due and nobody is at the keys; what goes wrong is said quietly at first.

    Args:
        folder: The data folder, for this PC's settings.
        desk: The register; it is copied over a connection of its own.
        rules: The window's own desk, for the time.
        tasks: The lanes.
        messages: Where it is said.
        notes: Where it is said once it has gone on for days.
        idle_s: For how long nobody has touched the PC.
    """

    made = Signal()
    """A copy was made, or could not be: the settings tell how it stands."""

    salvage_wanted = Signal(str)
    """Carries what is wrong with the register; whoever is here wants to save what is left of it."""

    def __init__(
        self,
        folder: Path,
        desk: Desk,
        rules: Desk,
        tasks: Tasks,
        messages: Messages,
        notes: StandingNotes,
        idle_s: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder, self._desk, self._rules = folder, desk, rules
        self._tasks, self._messages, self._notes, self._idle_s = tasks, messages, notes, idle_s
        self._under_way = False
        self._looks_to_wait = 0
        self.trouble = ""
        """Why the last one could not be made, in words."""
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Look every minute whether a copy is due."""
        self._timer.start()

    def end(self) -> None:
        """Begin no further copy."""
        self._timer.stop()

    def look(self) -> None:
        """Make today's copy if it is due and nobody is at the keys."""
        from reception.services import dated_copies  # not before the first paint

        if self._looks_to_wait:
            self._looks_to_wait -= 1
        elif self._idle_s() >= _CALM_S and dated_copies.is_due(self._settings, self._rules.now()):
            self.go()

    def go(self) -> bool:
        """Make today's copy now; whether it begins."""
        place = self._settings.copies_folder
        if self._under_way or not place:
            return False
        self._under_way = True
        self._tasks.run_long(
            partial(_copy, self._desk, Path(place), self._settings),
            self._done,
            self._failed,
            on_ended=self._ended,
            lane=Lane.COPIES,
            owner=self,
        )
        return True

    @property
    def _settings(self) -> Settings:
        return load_settings(self._folder)

    def _ended(self) -> None:
        self._under_way = False
        self.made.emit()

    def _done(self, made: Made) -> None:
        from reception.services import dated_copies  # the copy has loaded it

        self.trouble = ""
        self._notes.take_away(_ABOUT)
        try:
            save_settings(self._folder, dated_copies.remembered(self._settings, made))
        except OSError:
            self._looks_to_wait = _LOOKS_BETWEEN  # a full disk is told of when it matters
        words = self.tr("Đã sao lưu vào {file}; bản sao nguyên vẹn.").format(file=made.file)
        if made.on_one_disk:
            words += " " + self.tr("Bản sao nằm cùng ổ đĩa với sổ; nên chọn USB hoặc ổ khác.")
        self._messages.tell(words)

    def _failed(self, failure: Failure) -> None:
        from reception.services import dated_copies  # the copy has loaded it

        self._looks_to_wait = _LOOKS_BETWEEN
        if failure.text != self.trouble:
            self._messages.tell(failure.text)
        self.trouble = failure.text
        days = dated_copies.days_without(self._settings, self._rules.now().date())
        if failure.code in _DAMAGED:
            self._tell_damage(failure.text)
            return
        if days is None:
            words = self.tr("Sổ hồ sơ chưa có bản sao nào.")
        elif days >= dated_copies.PATIENCE_DAYS:
            words = self.tr("Đã {days} ngày sổ hồ sơ không được sao lưu.").format(days=days)
        else:
            return
        self._notes.say(StandingNote(_ABOUT, f"{words} {failure.text}"))

    def _tell_damage(self, damage: str) -> None:
        words = self.tr(
            "Sổ hồ sơ có chỗ hỏng nên chưa sao lưu được; hãy báo người phụ trách, rồi bấm “Cứu sổ”"
            " khi vắng khách."
        )
        save = partial(self._save_register, damage)
        self._notes.say(StandingNote(_ABOUT, f"{words} {damage}", self.tr("Cứu sổ…"), save))

    def _save_register(self, damage: str) -> None:
        self._notes.take_away(_ABOUT)
        self.salvage_wanted.emit(damage)


def _copy(desk: Desk, place: Path, settings: Settings, progress: Progress) -> Made:
    from reception.services import dated_copies  # cryptography is slow to load

    with closing(desk.another()) as own:
        return dated_copies.make(own, place, dated_copies.keep_of(settings), progress)
