"""Handing over by scanning: both sides, code after code, then all at once with the slip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reception.domain.accounts import Account, Right
from reception.domain.custody import DESK, Holder
from reception.domain.errors import RuleViolation, Trouble
from reception.services import bulk, handing, passing_on
from reception.services.bulk import Outcome
from reception.services.desk import Desk
from reception.services.handing import Handover, Line, Way
from reception.ui.acts.receivers import receiver_choices
from reception.ui.books.handing_table import HandingTable
from reception.ui.books.list_print import PrintedList, print_list
from reception.ui.completer import Choice, ChoiceField, finder
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.dossiers.words import grouped
from reception.ui.exporting import ExportButton, Make, shown_rows
from reception.ui.intake.inputs import Pick
from reception.ui.labels import DataLabel, FormField, Heading
from reception.ui.progress import ProgressDialog
from reception.ui.tasks import Cancelled, Failure, Progress
from reception.ui.text_fields import TextField, is_plain_enter
from reception.ui.workplace import Workplace

_FIELD_LETTERS = 26


@dataclass(frozen=True, slots=True)
class Handed:
    """What became of each dossier, and the slip of those that went over."""

    outcomes: list[Outcome]
    pdf: bytes = b""
    problem: str = ""


class _CodeLine(TextField):
    """A typed code is taken with Enter; the keyboard stays for the next."""

    def __init__(self, panel: HandingPanel) -> None:
        super().__init__(panel)
        self._panel = panel

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds the code."""
        if is_plain_enter(event) and self.text().strip():
            code = self.value()
            self.clear()
            self._panel.take_code(code)
        elif not is_plain_enter(event):
            super().keyPressEvent(event)


class HandingPanel(QWidget):
    """The list grows with each scan; a refused code says why and leaves the list as it was."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._busy = False
        self._me: Holder | None = None
        self.way = Pick(
            (
                (Way.OUT, self.tr("Quét ra: giao hồ sơ đi")),
                (Way.IN, self.tr("Quét vào: nhận hồ sơ về")),
            )
        )
        self._find = finder(())
        self.giver, self.taker = ChoiceField(self._find_holders), ChoiceField(self._find_holders)
        self.code = _CodeLine(self)
        self.code.setPlaceholderText(self.tr("quét mã trên giấy hẹn, hoặc gõ mã rồi Enter"))
        self.said = DataLabel()
        self.said.setWordWrap(True)
        self.table = HandingTable(workplace.memory)
        self.hand_button = QPushButton(self.tr("Bàn giao và in phiếu (Ctrl+Enter)"))
        self.hand_button.setProperty("kind", "main")
        self.hand_button.clicked.connect(self.hand_over)
        self.clear_button = QPushButton(self.tr("Bỏ cả danh sách"))
        self.clear_button.clicked.connect(self._clear)
        self.export_button = ExportButton(workplace, self, "ban-giao", self._out)
        self._lay_out()
        self._offer()
        self.way.currentIndexChanged.connect(self._propose)
        self.table.changed.connect(self._offer)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.hand_over)

    def begin(self) -> None:
        """Read who there is; what was scanned stays."""
        account = self._workplace.account
        self._workplace.in_lane(partial(_people, account=account), self._fill, owner=self)

    def take_code(self, code: str) -> None:
        """Add the dossier of a scanned or typed code, or say why not."""
        handover = self._handover()
        if handover is None or self._busy:
            return
        self._workplace.in_lane(
            partial(_scan, handover=handover, code=code, already=self.table.ids()),
            self._add,
            self._refuse,
            owner=self,
        )

    def hand_over(self) -> None:
        """Hand all of them over and print the slip."""
        handover = self._handover()
        lines = self.table.lines()
        if handover is None or not lines or self._busy:
            return
        self._set_busy(busy=True)
        workplace = self._workplace
        task = workplace.tasks.run_long(
            partial(_hand, workplace.desk, handover, lines, workplace.account.login),
            self._done,
            on_ended=lambda: self._set_busy(busy=False),
            owner=self,
        )
        ProgressDialog(self.window(), self.tr("Đang ghi bàn giao…")).follow(task)

    def _handover(self) -> Handover | None:
        for field in (self.giver, self.taker):
            field.commit()
        giver, taker = _holder(self.giver), _holder(self.taker)
        if giver is None or taker is None:
            missing = self.giver if giver is None else self.taker
            self._say(self.tr("Hãy chọn bên giao và bên nhận trước khi quét."), good=False)
            missing.setFocus()
            return None
        try:
            return handing.begin(giver, taker, Way(self.way.value()))
        except RuleViolation as violation:
            self._say(violation.text, good=False)
            return None

    def _add(self, line: Line) -> None:
        if line.dossier_id in self.table.ids():
            return  # the same code was scanned again before the first answer
        self.table.add(line)
        self._say(
            self.tr("Đã thêm {code} – {name}. Cộng {count} hồ sơ.").format(
                code=line.reference, name=line.applicant, count=grouped(len(self.table.lines()))
            )
        )
        self.code.setFocus()

    def _refuse(self, failure: Failure) -> None:
        self._say(bulk.brief(failure.text), good=False)
        self.code.setFocus()

    def _done(self, handed: Handed) -> None:
        done = [outcome for outcome in handed.outcomes if outcome.done]
        refused = {o.row.dossier_id: o.text for o in handed.outcomes if not o.done}
        self.table.keep_refused({o.row.dossier_id for o in done}, refused)
        told = self.tr("Đã bàn giao {count} hồ sơ.").format(count=grouped(len(done)))
        if left := len(self.table.lines()):
            told += self.tr(" Còn lại {count} hồ sơ trong danh sách.").format(count=grouped(left))
        if refused:
            told += f" {bulk.brief(next(iter(refused.values())))}"
        self._say(f"{told} {handed.problem}".strip(), good=not left and not handed.problem)
        if done:
            ids = frozenset(outcome.row.dossier_id for outcome in done)
            self._workplace.changes.dossiers_changed.emit(ids)
        if handed.pdf:
            now = self._workplace.rules.now()
            printed = PrintedList(handed.pdf, f"ban-giao-{now:%Y%m%d-%H%M%S}.pdf")
            print_list(self._workplace, self.window(), printed)

    def _fill(self, people: tuple[Holder, list[Holder]]) -> None:
        first_time = self._me is None
        self._me, holders = people
        self._find = finder(receiver_choices(dict.fromkeys((*holders, self._me))))
        if first_time:
            self._propose()

    def _find_holders(self, typed: str) -> Sequence[Choice]:
        return self._find(typed)

    def _propose(self) -> None:
        """Whoever scans is one of the sides, as a rule; the other is to be chosen."""
        if self._me is None or self.table.lines():
            return
        mine, other = (
            (self.giver, self.taker) if self.way.value() == Way.OUT else (self.taker, self.giver)
        )
        [mine_alone] = receiver_choices([self._me])
        mine.choose(mine_alone)
        other.choose(None)

    def clear(self) -> None:
        """Begin anew."""
        self.table.clear_lines()
        self.said.clear()

    def _clear(self) -> None:
        self.clear()
        self.code.setFocus()

    def _out(self) -> Make:
        return shown_rows(self.table, self.tr("Hồ sơ bàn giao đã quét"))

    def _offer(self) -> None:
        """The sides stay what they are as long as there is a list between them."""
        lines = bool(self.table.lines())
        for part in (self.way, self.giver, self.taker):
            part.setEnabled(not lines and not self._busy)
        for part in (self.hand_button, self.clear_button):
            part.setEnabled(lines and not self._busy)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._offer()

    def _say(self, sentence: str, *, good: bool = True) -> None:
        self.said.setObjectName("" if good else "problem")
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)
        self.said.setText(sentence)

    def _lay_out(self) -> None:
        sides = FlowLayout(spacing=12)
        for label, editor in (
            (self.tr("&Việc"), self.way),
            (self.tr("Bên &giao"), self.giver),
            (self.tr("Bên &nhận"), self.taker),
        ):
            sides.addWidget(FormField(label, editor))
        buttons = FlowLayout()
        for button in (self.hand_button, self.clear_button):
            buttons.addWidget(button)
        # Here it takes no line from the table, which is low enough with large letters.
        top = FlowLayout(spacing=16)
        top.addWidget(Heading(self.tr("Bàn giao bằng quét mã"), level=2))
        top.addWidget(self.export_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addLayout(sides)
        column.addWidget(FormField(self.tr("&Mã hồ sơ"), self.code))
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        letter = self.fontMetrics().averageCharWidth()
        for field in (self.giver, self.taker):
            field.setMinimumWidth(letter * _FIELD_LETTERS)
        self.setFocusProxy(self.code)


def _holder(field: ChoiceField) -> Holder | None:
    choice = field.choice()
    return choice.data if choice and isinstance(choice.data, Holder) else None


def _people(desk: Desk, *, account: Account) -> tuple[Holder, list[Holder]]:
    """Whoever receives dossiers stands for the desk here, everybody else for themselves."""
    me = DESK if account.may(Right.RECEIVE) else passing_on.holder_of(desk, account.login)
    return me, passing_on.known_holders(desk)


def _scan(desk: Desk, *, handover: Handover, code: str, already: frozenset[str]) -> Line:
    return handing.scan(desk, handover, code, already)


def _hand(
    desk: Desk, handover: Handover, lines: Sequence[Line], by: str, progress: Progress
) -> Handed:
    """Hand over up to where it was stopped, and draw the slip of what went over."""
    from reception.services import books  # not before the first paint

    outcomes: list[Outcome] = []
    try:
        for outcome in handing.hand(desk, handover, lines, by=by):
            outcomes.append(outcome)
            progress(len(outcomes), len(lines))
    except Cancelled:
        pass  # what is done is on disk, and goes on the slip
    done = [outcome.row.dossier_id for outcome in outcomes if outcome.done]
    if not done:
        return Handed(outcomes)
    try:
        return Handed(outcomes, books.pdf(handing.slips(desk, handover, done, by=by)))
    except (RuleViolation, Trouble) as unprinted:
        return Handed(outcomes, problem=unprinted.text)
