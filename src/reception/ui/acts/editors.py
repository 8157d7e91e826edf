"""The inputs on the screen that a form's descriptions become."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reception.services.desk import Desk
from reception.ui.acts import fields
from reception.ui.acts.fields import Field
from reception.ui.completer import ChoiceField, finder
from reception.ui.date_field import DateField
from reception.ui.intake.form_state import moment_of
from reception.ui.intake.inputs import MomentField, Pick, moment_form_field
from reception.ui.intake.procedure_field import ProcedureField
from reception.ui.labels import FormField
from reception.ui.text_fields import CodeField, NotesField, TextField, is_plain_enter

_MOST_LINES = 6
Tell = Callable[..., object]


@dataclass(frozen=True, slots=True)
class Editor:
    """A field on the screen: its labelled row, where the keyboard goes, and how it is read.

    ``read`` raises a violation that names the field where its text cannot be read.
    """

    field: Field
    row: FormField
    keyboard: QWidget
    read: Callable[[], object]


def editor_of(field: Field, rules: Desk, tell: Tell) -> Editor:
    """The input of a field; ``tell`` is called at every change of it."""
    match field:
        case fields.Line():
            return _line(field, tell)
        case fields.Long():
            return _long(field, tell)
        case fields.Search() | fields.ProcedureSearch():
            return _search(field, rules, tell)
        case fields.OneOf():
            return _one_of(field, tell)
        case fields.Day():
            return _day(field, rules, tell)
        case fields.When():
            return _when(field, rules, tell)
        case fields.Whole():
            return _whole(field, tell)
        case fields.Ticks():
            return _ticks(field, tell)
        case fields.Tick():
            return _tick(field, tell)
        case _:
            raise TypeError(field)


def _line(field: fields.Line, tell: Tell) -> Editor:
    line = CodeField() if field.code else TextField()
    line.setPlaceholderText(field.hint)
    line.set_value(field.value)
    line.textChanged.connect(tell)
    return Editor(field, _row(field, line), line, line.value)


def _long(field: fields.Long, tell: Tell) -> Editor:
    notes = _Notes()
    notes.setPlaceholderText(field.hint)
    notes.set_value(field.value)
    notes.textChanged.connect(tell)
    return Editor(field, _row(field, notes), notes, notes.value)


def _search(field: fields.Search | fields.ProcedureSearch, rules: Desk, tell: Tell) -> Editor:
    if isinstance(field, fields.ProcedureSearch):
        line: ChoiceField = ProcedureField(rules.find_procedures, free=field.free)
        line.set_value(field.value)
    else:
        line = ChoiceField(finder(field.choices))
        line.setPlaceholderText(field.hint)
        line.choose(field.value)
    line.chosen.connect(tell)

    is_free = isinstance(field, fields.ProcedureSearch) and field.free

    def read() -> object:
        line.commit()
        return line.choice() or (line.value() if is_free else None)

    return Editor(field, _row(field, line), line, read)


def _one_of(field: fields.OneOf, tell: Tell) -> Editor:
    pick = Pick(field.options)
    if field.value:
        pick.set_value(field.value)
    pick.currentIndexChanged.connect(tell)
    return Editor(field, _row(field, pick), pick, pick.value)


def _day(field: fields.Day, rules: Desk, tell: Tell) -> Editor:
    line = DateField(lambda: rules.now().date(), rules.calendar.nth_working_day)
    line.set_day(field.value)
    line.textChanged.connect(tell)
    return Editor(field, _row(field, line), line, line.day)


def _when(field: fields.When, rules: Desk, tell: Tell) -> Editor:
    moment = MomentField(lambda: rules.now().date(), rules.calendar.nth_working_day)
    if field.value:
        moment.set_moment(field.value)
    moment.changed.connect(tell)
    row = moment_form_field(field.label, moment)
    return Editor(field, row, moment.day, lambda: moment_of(moment.value(), field.name))


def _whole(field: fields.Whole, tell: Tell) -> Editor:
    line = TextField()
    line.setPlaceholderText(field.hint)
    line.set_value("" if field.value is None else f"{field.value:,}".replace(",", "."))
    line.textChanged.connect(tell)
    return Editor(field, _row(field, line), line, lambda: fields.read_whole(line.value(), field))


def _ticks(field: fields.Ticks, tell: Tell) -> Editor:
    ticks = TickList(field.options)
    ticks.changed.connect(tell)
    return Editor(field, _row(field, ticks), ticks, ticks.ticked)


def _tick(field: fields.Tick, tell: Tell) -> Editor:
    box = QCheckBox(field.label)
    box.setChecked(field.value)
    box.toggled.connect(tell)
    row = FormField("", box)
    row.label.hide()
    return Editor(field, row, box, box.isChecked)


def _row(field: Field, editor: QWidget) -> FormField:
    return FormField(field.label, editor, required=field.required)


class _Notes(NotesField):
    """Some lines of text, higher than one and lower than the dialog."""

    def sizeHint(self) -> QSize:
        """Four lines."""
        return QSize(super().sizeHint().width(), round(self.fontMetrics().lineSpacing() * 4.6))

    def minimumSizeHint(self) -> QSize:
        """Two lines at least."""
        return QSize(0, round(self.fontMetrics().lineSpacing() * 3.2))


class TickList(QListWidget):
    """Lines with boxes: arrows go through them, Space ticks, Enter moves on."""

    changed = Signal()

    def __init__(self, options: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Wrapped(self))
        for option in options:
            item = QListWidgetItem(option)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.addItem(item)
        if options:
            self.setCurrentRow(0)
        self.itemChanged.connect(self.changed)

    def ticked(self) -> tuple[str, ...]:
        """The lines that are ticked, in their order."""
        items = map(self.item, range(self.count()))
        return tuple(i.text() for i in items if i.checkState() is Qt.CheckState.Checked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the dialog's, which moves on."""
        if is_plain_enter(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps the lines anew."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters take more room."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def line_height(self, text: str) -> int:
        """How high a line is in the present width, its frame included."""
        letters = self.fontMetrics()
        room = self.viewport().width() - letters.height() * 3
        wrap = Qt.TextFlag.TextWordWrap
        height = letters.boundingRect(QRect(0, 0, max(room, 1), 10_000), wrap, text).height()
        return height + round(letters.height() * 0.8)

    def _fit(self) -> None:
        texts = [self.item(row).text() for row in range(min(self.count(), _MOST_LINES))]
        height = sum(map(self.line_height, texts)) + round(self.fontMetrics().height() * 0.8)
        if height != self.height():
            self.setFixedHeight(height)
            self.scheduleDelayedItemsLayout()


class _Wrapped(QStyledItemDelegate):
    """Measures a line in the width it is drawn in."""

    def __init__(self, owner: TickList) -> None:
        super().__init__(owner)
        self._owner = owner

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's own signature
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        """The room for all of it."""
        return QSize(0, self._owner.line_height(str(index.data())))


def empty_others(editors: dict[str, Editor], field: fields.Line) -> None:
    """Empty the fields that told of the text that stood here before, unless they were edited."""
    for name in field.empties:
        other = editors.get(name)
        if other and isinstance(other.keyboard, TextField):
            began_with = other.field.value if isinstance(other.field, fields.Line) else ""
            if other.keyboard.value() == began_with:
                other.keyboard.set_value("")
