"""What a dossier list is narrowed to: a shelf, a procedure, a field, a holder, days; its order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSpinBox, QWidget

from reception.domain.listing import ListQuery, Order, Shelf
from reception.domain.text import fold
from reception.services.desk import SOON_WORKING_DAYS, UNTOUCHED_WORKING_DAYS, Desk
from reception.services.lookup import SHELF_WORDS
from reception.ui.completer import Choice, ChoiceField
from reception.ui.date_field import DateField
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.known_words import known
from reception.ui.labels import DataLabel

_MOST_DAYS = 60
# How many working days ahead, or back, these shelves look unless somebody says otherwise.
_USUAL_DAYS = {Shelf.DUE_SOON: SOON_WORKING_DAYS, Shelf.UNTOUCHED: UNTOUCHED_WORKING_DAYS}


class ListFilters(QWidget):
    """The inputs above a dossier list; ``changed`` carries the :class:`ListQuery` they make."""

    changed = Signal(object)

    def __init__(self, rules: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rules = rules
        self._showing = False
        self._holders: list[str] = []
        self.shelf = _combo(self.tr("Danh sách"))
        for shelf, words in SHELF_WORDS.items():
            self.shelf.addItem(known(words), shelf)
        self.procedure = ChoiceField(self._find_procedures)
        self.procedure.setPlaceholderText(self.tr("Mọi thủ tục"))
        self.procedure.setAccessibleName(self.tr("Thủ tục"))
        self.field = _combo(self.tr("Lĩnh vực"))
        self.holder = _combo(self.tr("Đang ở"))
        self.holder.addItem(self.tr("Đang ở mọi nơi"), "")
        self.days = QSpinBox()
        self.days.setAccessibleName(self.tr("Số ngày làm việc"))
        self.days.setRange(1, _MOST_DAYS)
        self.days.setKeyboardTracking(False)
        self.opened_from = self._day_field(self.tr("Nhận từ ngày"))
        self.opened_to = self._day_field(self.tr("Nhận đến ngày"))
        self.order = _combo(self.tr("Thứ tự"))
        self.order.addItem(self.tr("Mới nhận trước"), Order.NEWEST)
        self.order.addItem(self.tr("Đến hạn trước"), Order.DUE)
        self.order.addItem(self.tr("Lâu chưa xử lý trước"), Order.TOUCHED)
        self.order.addItem(self.tr("Theo tên người nộp"), Order.OWNER)
        self._only: tuple[int, ...] | None = None
        self.about = DataLabel()
        self.about.setObjectName("muted")
        self.about.hide()
        self.clear_button = QPushButton(self.tr("Bỏ lọc"))
        self.fill_fields()
        self._line = layout = FlowLayout(self)
        for part in (
            self.shelf,
            self.days,
            self.procedure,
            self.field,
            self.holder,
            _beside(self.tr("Nhận từ"), self.opened_from),
            _beside(self.tr("đến"), self.opened_to),
            self.order,
            self.about,
            self.clear_button,
        ):
            layout.addWidget(part)
        self._fit_text()
        for combo in (self.shelf, self.field, self.holder, self.order):
            combo.currentIndexChanged.connect(self._tell)
        self.shelf.currentIndexChanged.connect(self._offer_days)
        self.days.valueChanged.connect(self._tell)
        self.procedure.chosen.connect(self._tell)
        self.opened_from.day_changed.connect(self._tell)
        self.opened_to.day_changed.connect(self._tell)
        self.clear_button.clicked.connect(self._clear)
        self._offer_days()

    def add(self, button: QPushButton) -> None:
        """Put something else behind them that says how the list is shown."""
        self._line.addWidget(button)

    def fill_fields(self) -> None:
        """Offer the catalogue's fields, keeping the chosen one."""
        kept = self.field.currentData()
        self.field.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.field.clear()
        self.field.addItem(self.tr("Mọi lĩnh vực"), "")
        for name in sorted({p.field for p in self._rules.procedures if p.field}, key=fold):
            self.field.addItem(name, name)
        self.field.setCurrentIndex(max(self.field.findData(kept), 0))
        self.field.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def fill_holders(self, names: Sequence[str]) -> None:
        """Offer whoever has dossiers in hand, keeping the chosen one."""
        self._holders = list(names)
        self._show_holder(self.holder.currentData())

    def query(self) -> ListQuery:
        """What the inputs ask for."""
        procedure = self.procedure.choice()
        shelf = Shelf(self.shelf.currentData())
        return ListQuery(
            shelf=shelf,
            procedure_code=str(procedure.data) if procedure else "",
            field=self.field.currentData(),
            holder=self.holder.currentData(),
            days=self._days(shelf),
            opened_from=self.opened_from.day(),
            opened_to=self.opened_to.day(),
            order=Order(self.order.currentData()),
            only=self._only,
            about=self.about.text() if self._only is not None else "",
        )

    def show_query(self, query: ListQuery) -> None:
        """Set the inputs to a query without announcing it."""
        self._showing = True
        self.shelf.setCurrentIndex(self.shelf.findData(query.shelf))
        self.procedure.choose(self._procedure_choice(query.procedure_code))
        self.field.setCurrentIndex(max(self.field.findData(query.field), 0))
        self._set_days(query.days or _USUAL_DAYS.get(query.shelf, 1))
        self._show_holder(query.holder)
        self.opened_from.set_day(query.opened_from)
        self.opened_to.set_day(query.opened_to)
        self.order.setCurrentIndex(self.order.findData(query.order))
        self._only = query.only
        self.about.setText(query.about)
        self.about.setVisible(query.only is not None)
        self._showing = False

    def changeEvent(self, event: QEvent) -> None:
        """Widths follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_text()

    def _fit_text(self) -> None:
        if not hasattr(self, "clear_button"):
            return  # Qt tells of the font while the parts are still being made
        letter = self.fontMetrics().averageCharWidth()
        self.procedure.setMinimumWidth(letter * 22)
        for field in (self.opened_from, self.opened_to):
            field.setMinimumWidth(letter * 20)

    def _clear(self) -> None:
        self.show_query(ListQuery())
        self._tell()

    def _offer_days(self) -> None:
        """Only some shelves look so many days ahead, or back."""
        shelf = Shelf(self.shelf.currentData())
        usual = _USUAL_DAYS.get(shelf)
        self.days.setVisible(usual is not None)
        if usual is not None:
            ahead = shelf is Shelf.DUE_SOON
            self.days.setPrefix(self.tr("trong ") if ahead else self.tr("đã "))
            self.days.setSuffix(self.tr(" ngày làm việc"))
            self._set_days(usual)

    def _days(self, shelf: Shelf) -> int:
        days = self.days.value()
        return 0 if days == _USUAL_DAYS.get(shelf, days) else days

    def _set_days(self, days: int) -> None:
        self.days.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.days.setValue(days)
        self.days.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def _show_holder(self, chosen: str) -> None:
        known = not chosen or chosen in self._holders
        names = self._holders if known else [*self._holders, chosen]
        self.holder.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.holder.clear()
        self.holder.addItem(self.tr("Đang ở mọi nơi"), "")
        for name in names:
            self.holder.addItem(name, name)
        self.holder.setCurrentIndex(max(self.holder.findData(chosen), 0))
        self.holder.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def _tell(self) -> None:
        if not self._showing:
            self.changed.emit(self.query())

    def _day_field(self, name: str) -> DateField:
        field = DateField(lambda: self._rules.now().date())
        field.setAccessibleName(name)
        return field

    def _find_procedures(self, typed: str) -> list[Choice]:
        found = self._rules.find_procedures(typed)
        return [Choice(procedure.name, procedure.code, procedure.code) for procedure in found]

    def _procedure_choice(self, code: str) -> Choice | None:
        if not code:
            return None
        names = [p.name for p in self._rules.procedures if p.code == code]
        return Choice(names[-1] if names else code, code, code)


def _combo(name: str) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(13)
    return combo


def _beside(words: str, field: QWidget) -> QWidget:
    pair = QWidget()
    layout = QHBoxLayout(pair)
    layout.setContentsMargins(0, 0, 0, 0)
    label = DataLabel(words)
    label.setObjectName("muted")
    layout.addWidget(label)
    layout.addWidget(field)
    return pair
