"""The papers to certify, line by line: name, pages, copies, and the fee as it is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QToolButton, QWidget

from reception.domain.errors import RuleViolation
from reception.domain.money import figures
from reception.domain.text import fold
from reception.services.certification import WantedItem
from reception.ui.certification.item_fields import CountField, PaperField
from reception.ui.completer import Choice, Finder, finder
from reception.ui.icons import icon
from reception.ui.labels import DataLabel
from reception.ui.notes import Problem
from reception.ui.text_fields import TextField

Price = Callable[[WantedItem], int]


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """The widgets of one paper."""

    paper: PaperField
    pages: CountField
    copies: CountField
    fee: DataLabel
    remove: QToolButton

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in: a line left over is no paper."""
        return not self.paper.value() and {self.pages.text(), self.copies.text()} <= {"1", ""}

    def item(self) -> WantedItem:
        """What stands in the line; a count that cannot be read counts as none."""
        return WantedItem(self.paper.value(), self.pages.number() or 0, self.copies.number() or 0)

    def fields(self) -> dict[str, TextField]:
        """The inputs as violations name them."""
        return {"paper": self.paper, "pages": self.pages, "copies": self.copies}

    def widgets(self) -> tuple[QWidget, ...]:
        """All, in the order of their columns."""
        return (self.paper, self.pages, self.copies, self.fee, self.remove)


class Items(QWidget):
    """Lines to fill in; Enter walks through them and begins a new one after the last.

    ``changed`` tells of every keystroke; ``left`` that Enter was pressed on an empty last line.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []
        self._sent: list[Line] = []
        self._find: Finder = finder(())
        self._names: Sequence[Choice] = ()
        self._general = ""
        self.problem = Problem()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        heads = (
            self.tr("Giấy tờ, văn bản"),
            self.tr("Số trang"),
            self.tr("Số bản"),
            self.tr("Phí (đồng)"),
        )
        for column, words in enumerate(heads):
            head = DataLabel(words)
            right = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            head.setAlignment(right | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(head, 0, column)
        self._next_row = 1
        self.clear()

    def suggest(self, names: Sequence[Choice]) -> None:
        """Offer these names of papers."""
        self._names, self._find = names, finder(names)

    def wanted(self) -> tuple[WantedItem, ...]:
        """The papers as they stand; empty lines are left out."""
        self._sent = [line for line in self.lines if not line.is_empty]
        return tuple(line.item() for line in self._sent)

    def show_fees(self, price: Price) -> int:
        """Show what each line costs; answers the sum."""
        total = 0
        for line in self.lines:
            item = line.item()
            known = not line.is_empty and item.pages > 0 and item.copies > 0
            fee = price(item) if known else 0
            line.fee.setText(figures(fee) if known else "")
            total += fee
        return total

    def clear(self) -> None:
        """One empty line."""
        for line in list(self.lines):
            self._drop(line)
        self.add()

    def add(self) -> Line:
        """One more empty line, at the end."""
        line = Line(
            PaperField(self._offered),
            CountField(),
            CountField(),
            DataLabel(),
            QToolButton(),
        )
        self._name(line)
        self._listen(line)
        before = self.lines[-1].remove if self.lines else None
        for column, widget in enumerate(line.widgets()):
            self._grid.addWidget(widget, self._next_row, column)
            widget.show()  # now, not when the layout gets to it: it is to take the keyboard
            if before is not None and widget is not line.fee:
                QWidget.setTabOrder(before, widget)
            before = before if widget is line.fee else widget
        self._next_row += 1
        self._grid.addWidget(self.problem, self._next_row, 0, 1, len(line.widgets()))
        self.lines.append(line)
        self.changed.emit()
        return line

    def begin(self) -> None:
        """Put the keyboard into the first empty line, a new one if there is none."""
        empty = next((line for line in self.lines if line.is_empty), None)
        _go_to((empty or self.add()).paper)

    def go_to_problem(self) -> bool:
        """Go to the first input that holds something impossible; ``False`` if there is none."""
        for line in self.lines:
            for field in line.fields().values():
                if field.problem() and not line.is_empty:
                    _go_to(field)
                    return True
        return False

    def show_violation(self, violation: RuleViolation) -> bool:
        """Show a rule's sentence at its input; ``False`` when it is about something else."""
        whole, *place = (violation.field or "").split(".")
        if whole != "items":
            return False
        if not place:
            self._general = violation.text
            self._tell_problem()
            self.begin()
            return True
        field = self._sent[int(place[0])].fields()[place[1]]
        field.set_problem(violation.text)
        _go_to(field)
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons anew in another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for line in self.lines:
                line.remove.setIcon(icon("close"))

    def _offered(self, typed: str) -> Sequence[Choice]:
        """What a whole keyword stands for comes before all that merely has the letters."""
        wanted = fold(typed)
        meant = [name for name in self._names if wanted in name.keywords.split()]
        return [*meant, *(name for name in self._find(typed) if name not in meant)]

    def _name(self, line: Line) -> None:
        line.paper.setAccessibleName(self.tr("Giấy tờ, văn bản"))
        line.paper.setPlaceholderText(self.tr("vài chữ không dấu: btn, gks, cc"))
        line.pages.setAccessibleName(self.tr("Số trang"))
        line.copies.setAccessibleName(self.tr("Số bản"))
        line.fee.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.fee.setMinimumWidth(line.fee.fontMetrics().horizontalAdvance("000.000.000"))
        line.remove.setIcon(icon("close"))
        line.remove.setToolTip(self.tr("Bỏ dòng này"))
        line.remove.setAccessibleName(self.tr("Bỏ dòng này"))

    def _listen(self, line: Line) -> None:
        line.paper.moved_on.connect(lambda: self._after_paper(line))
        line.pages.moved_on.connect(lambda: _go_to(line.copies))
        line.copies.moved_on.connect(lambda: self._after_line(line))
        line.remove.clicked.connect(lambda: self.remove(line))
        for field in line.fields().values():
            field.textChanged.connect(self._typed)
            field.problem_changed.connect(self._tell_problem)

    def _after_paper(self, line: Line) -> None:
        if line.is_empty and len(self.lines) > 1 and line is self.lines[-1]:
            self.left.emit()
        else:
            _go_to(line.pages)

    def _after_line(self, line: Line) -> None:
        place = self.lines.index(line) + 1
        following = self.lines[place] if place < len(self.lines) else self.add()
        _go_to(following.paper)

    def remove(self, line: Line) -> None:
        """Take a line away; the last one is emptied."""
        place = self.lines.index(line)
        self._drop(line)
        if not self.lines:
            self.add()
        _go_to(self.lines[min(place, len(self.lines) - 1)].paper)
        self.changed.emit()

    def _drop(self, line: Line) -> None:
        self.lines.remove(line)
        for widget in line.widgets():
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._tell_problem()

    def _typed(self) -> None:
        self._general = ""
        self._tell_problem()
        self.changed.emit()

    def _tell_problem(self) -> None:
        problems = (field.problem() for line in self.lines for field in line.fields().values())
        self.problem.say(next(filter(None, problems), self._general))


def _go_to(field: QLineEdit) -> None:
    field.setFocus(Qt.FocusReason.TabFocusReason)
    field.selectAll()
