"""The buttons above a dossier: what usually comes next, everything else, and its papers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reception.domain.life import ACT_WORDS, STATE_WORDS, Act
from reception.domain.paper_forms import papers_of
from reception.domain.survey_paper import survey_answered
from reception.ui.acts.allowed import acts_now, may_be_asked, next_acts
from reception.ui.acts.keys import (
    LETTERS,
    MENU_LETTER,
    PAPERS_LETTER,
    SURVEY_LETTER,
    act_words,
    button_words,
    sequence,
)
from reception.ui.acts.known import Known
from reception.ui.acts.menu import LetterMenu
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.dossiers.words import form_words

_MOST_NEXT = 3


class DossierBar(QWidget):
    """Two rows of buttons; their keys work wherever in the window the keyboard is.

    ``back_button`` stands wherever the page puts it. ``act_wanted`` carries an act;
    ``not_now`` why the act of a pressed key cannot begin; ``paper_wanted`` a form, empty for the
    one that is needed most.
    """

    act_wanted = Signal(object)
    not_now = Signal(str)
    paper_wanted = Signal(str)
    reprint_wanted = Signal()
    preview_wanted = Signal()
    explain_wanted = Signal()
    same_wanted = Signal()
    survey_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: Known | None = None
        self._acts: tuple[Act, ...] = ()
        self.next_buttons = [QPushButton() for _place in range(_MOST_NEXT)]
        self._next: tuple[Act, ...] = ()
        for place, button in enumerate(self.next_buttons):
            button.clicked.connect(partial(self._press_next, place))
        self.more_button = _button(self.tr("Việc khác (F10)"), self.open_menu)
        self.print_button = _button(self.tr("In giấy (Ctrl+P)"), self._print)
        self.papers_button = _button(
            self.tr("Giấy tờ khác (Alt+{letter})").format(letter=PAPERS_LETTER), self.open_papers
        )
        self.explain_button = _button(self.tr("Giải thích hạn (F4)"), self.explain_wanted.emit)
        self.same_button = _button(self.tr("Người này – thủ tục khác (F8)"), self.same_wanted.emit)
        self.survey_button = _button(
            self.tr("Khảo sát (Alt+{letter})").format(letter=SURVEY_LETTER), self._survey
        )
        self.back_button = _button(self.tr("Quay lại (Esc)"), self.back_wanted.emit)
        self.menu = LetterMenu(self)
        self.papers_menu = LetterMenu(self)
        self._lay_out()
        self._add_keys()
        self.show_nothing()

    def follow(self, first: QWidget) -> None:
        """Let Tab go from a widget through these buttons, before it leaves the page."""
        for button in self._buttons():
            QWidget.setTabOrder(first, button)
            first = button

    def show_nothing(self) -> None:
        """As long as no dossier has been read."""
        self._known, self._acts, self._next = None, (), ()
        for button in self.next_buttons:
            button.hide()
        for button in (self.more_button, self.print_button, self.papers_button):
            button.setEnabled(False)
        self.explain_button.setEnabled(False)
        self.same_button.setEnabled(False)
        self.survey_button.setEnabled(False)

    def show_known(self, known: Known, now: datetime) -> None:
        """Offer what may be done with a dossier now."""
        self._known = known
        self._acts, self._next = acts_now(known, now), next_acts(known, now)
        for place, button in enumerate(self.next_buttons):
            act = self._next[place] if place < len(self._next) else None
            if act is None and button.hasFocus():
                self.more_button.setFocus()
            button.setVisible(act is not None)
            button.setText(button_words(act) if act else "")
        dossier = known.dossier
        is_blanked = bool(dossier.redactions)
        papers = () if is_blanked else papers_of(dossier)
        _make_main(self.next_buttons[0], main=bool(self._next))
        _make_main(self.print_button, main=bool(papers) and not self._next)
        self.more_button.setEnabled(True)
        self.print_button.setEnabled(bool(papers))
        self.papers_button.setEnabled(bool(papers))
        self.explain_button.setEnabled(dossier.promise is not None)
        self.same_button.setEnabled(not is_blanked)
        self.survey_button.setEnabled(may_be_asked(known))

    def open_menu(self) -> None:
        """All that may be done now, each with its letter; at the foot, why it is this."""
        if self._known is None:
            return
        menu = self.menu
        menu.start()
        for act in self._acts:
            menu.add(act_words(act), LETTERS[act], partial(self.act_wanted.emit, act))
        menu.say(*self._foot())
        _drop(menu, self.more_button)

    def open_papers(self) -> None:
        """All papers that the dossier has now."""
        if self._known is None:
            return
        menu, dossier = self.papers_menu, self._known.dossier
        menu.start()
        for number, form in enumerate(papers_of(dossier), 1):
            words = form_words(form)
            if form in dossier.voided:
                words = self.tr("{paper} (in lại, bản cũ không còn đúng)").format(paper=words)
            elif times := dossier.papers_issued.get(form):
                words = self.tr("{paper} (đã in {times} lần)").format(paper=words, times=times)
            menu.add(
                words[:1].upper() + words[1:], str(number), partial(self.paper_wanted.emit, form)
            )
        menu.addSeparator()
        menu.add(self.tr("Xem trước rồi in"), "X", self.preview_wanted.emit)
        _drop(menu, self.papers_button)

    def _foot(self) -> tuple[str, ...]:
        if self._known is None:
            return ()
        state = self.tr("Hồ sơ {state}.").format(state=STATE_WORDS[self._known.dossier.state])
        if not self._acts:
            return state, self.tr("Tài khoản này không có việc gì để làm.")
        return state, self.tr("Chỉ hiện việc làm được lúc này.")

    def _press_next(self, place: int) -> None:
        if place < len(self._next):
            self.act_wanted.emit(self._next[place])

    def _print(self) -> None:
        if self.print_button.isEnabled():
            self.paper_wanted.emit("")

    def _reprint(self) -> None:
        if self.print_button.isEnabled():
            self.reprint_wanted.emit()

    def _begin(self, *acts: Act) -> None:
        """The one of a letter's acts that may be done now; a key never does nothing silently."""
        if self._known is None:
            return
        for act in acts:
            if act in self._acts:
                self.act_wanted.emit(act)
                return
        said = self.tr("Lúc này không làm được: {act}. Hồ sơ {state}; F10 hiện các việc làm được.")
        self.not_now.emit(
            said.format(
                act=" / ".join(ACT_WORDS[act] for act in acts),
                state=STATE_WORDS[self._known.dossier.state],
            )
        )

    def _buttons(self) -> list[QPushButton]:
        return [
            *self.next_buttons,
            self.more_button,
            self.print_button,
            self.papers_button,
            self.explain_button,
            self.same_button,
            self.survey_button,
            self.back_button,
        ]

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        buttons = self._buttons()
        for row in (buttons[: _MOST_NEXT + 1], buttons[_MOST_NEXT + 1 : -1]):
            line = FlowLayout()
            for button in row:
                line.addWidget(button)
            rows.addLayout(line)

    def _add_keys(self) -> None:
        presses: dict[tuple[str, ...], Callable[[], object]] = {
            ("F10", f"Alt+{MENU_LETTER}"): self.open_menu,
            (f"Alt+{PAPERS_LETTER}",): self.open_papers,
            ("Ctrl+P",): self._print,
            ("F9",): self._reprint,
            ("F4",): self._explain,
            ("F8",): self.same_wanted.emit,
            (f"Alt+{SURVEY_LETTER}",): self._survey,
        }
        for keys in dict.fromkeys(sequence(act) for act in LETTERS):
            presses[keys,] = partial(
                self._begin, *(act for act in LETTERS if sequence(act) == keys)
            )
        for keys, press in presses.items():
            action = QAction(self)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.triggered.connect(partial(_press, press))
            self.addAction(action)

    def _survey(self) -> None:
        if self.survey_button.isEnabled():
            self.survey_wanted.emit()
        elif self._known and self._known.dossier.survey:
            self.not_now.emit(survey_answered(self._known.dossier).text)

    def _explain(self) -> None:
        if self.explain_button.isEnabled():
            self.explain_wanted.emit()


def _press(act: Callable[[], object]) -> None:
    # A triggered action hands its checked state over; none of these wants it.
    act()


def _button(words: str, act: Callable[[], object]) -> QPushButton:
    button = QPushButton(words)
    button.clicked.connect(partial(_press, act))
    return button


def _make_main(button: QPushButton, *, main: bool) -> None:
    button.setProperty("kind", "main" if main else "")
    button.style().unpolish(button)
    button.style().polish(button)


def _drop(menu: LetterMenu, button: QPushButton) -> None:
    menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))
