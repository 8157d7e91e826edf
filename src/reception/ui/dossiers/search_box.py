"""The search box of the top bar: results while typing, opened by Enter or by a scanned code."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from reception.domain.listing import DossierRow, ListQuery
from reception.domain.numbering import find_code
from reception.domain.procedure import Procedure
from reception.services import lookup
from reception.ui.dossiers.search_results import Hit, ResultsList, dossier_hit, procedure_hit
from reception.ui.dossiers.words import standing
from reception.ui.icons import icon
from reception.ui.tasks import Failure
from reception.ui.workplace import Workplace

MOST_DOSSIERS = 20
MOST_PROCEDURES = 5
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 5,
    Qt.Key.Key_PageUp: -5,
}


class SearchBox(QWidget):
    """Finds dossiers by anything typed, and procedures; the keyboard never leaves the line."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._asked = 0
        self._answered = 0
        self._enter_waits = False
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(self.tr("Tìm tên, mã hồ sơ, số định danh, điện thoại (F3)"))
        self.edit.setAccessibleName(self.tr("Tìm hồ sơ và thủ tục"))
        self.edit.setClearButtonEnabled(True)
        self._sign = self.edit.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.edit.textChanged.connect(self._typed)
        self.edit.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.edit)
        self.setFocusProxy(self.edit)
        # It belongs to the window, so that it may lie over whatever is below the top bar.
        self.results = ResultsList(self)
        self.results.clicked.connect(self._take_marked)

    def focus_search(self) -> None:
        """Put the keyboard here, with what was typed last ready to be replaced."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def close_results(self) -> None:
        """Put the results away; what was typed stays."""
        self._enter_waits = False
        self.results.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Open results keep their place below the line."""
        super().resizeEvent(event)
        if self.results.isVisible():
            self._open_results()

    def changeEvent(self, event: QEvent) -> None:
        """The sign keeps to the colours of the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_sign"):
            self._sign.setIcon(icon("search"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The line's own keys for the list below it."""
        if watched is self.edit:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._pressed(event)
            if isinstance(event, QFocusEvent) and not self.edit.hasFocus():
                self.close_results()
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        open_now = self.results.isVisible()
        if event.key() in _ENTER:
            self._enter()
        elif event.key() == Qt.Key.Key_Escape and open_now:
            self.close_results()
        elif event.key() == Qt.Key.Key_Escape and self.edit.text():
            self.edit.clear()
        elif event.key() == Qt.Key.Key_Down and not open_now and self.results.marked():
            self._open_results()
        elif open_now and event.key() in _STEPS:
            step = _STEPS[Qt.Key(event.key())]
            for _ in range(abs(step)):
                self.results.step(1 if step > 0 else -1)
        else:
            return False
        return True

    def _typed(self, text: str) -> None:
        self._asked += 1
        self._enter_waits = False
        if not text.strip():
            self._answered = self._asked
            self.results.show_hits(())
            self.close_results()
            return
        self._workplace.in_lane(
            partial(lookup.search, text=text, most=MOST_DOSSIERS),
            partial(self._show, self._asked, text),
            owner=self,
        )

    def _show(self, asked: int, text: str, rows: list[DossierRow]) -> None:
        if asked != self._asked:
            return  # a later keystroke is on its way
        self._answered = asked
        rules = self._workplace.rules
        now, soon_until = rules.now(), rules.soon_until()
        hits: list[Hit] = []
        if rows:
            hits.append(Hit(self.tr("Hồ sơ")))
            hits += [dossier_hit(row, standing(row, now, soon_until)) for row in rows]
        procedures = rules.find_procedures(text, MOST_PROCEDURES)
        if procedures:
            hits.append(Hit(self.tr("Thủ tục (Enter: hồ sơ của thủ tục)")))
            hits += [procedure_hit(procedure) for procedure in procedures]
        if not hits:
            hits.append(Hit(self.tr("Không tìm thấy. Hãy gõ ít chữ hơn hoặc kiểm tra lại mã.")))
        self.results.show_hits(hits)
        if self._enter_waits:
            self._enter()
        elif self.edit.hasFocus():
            self._open_results()

    def _enter(self) -> None:
        text = self.edit.text().strip()
        if text and find_code(text):
            self._open_code(text)
        elif self._answered != self._asked:
            self._enter_waits = True  # the answer to the last keystroke is still to come
        else:
            self._take_marked()

    def _take_marked(self) -> None:
        hit = self.results.marked()
        target = hit.target if hit else None
        if target is None:
            return
        self.close_results()
        if isinstance(target, Procedure):
            self._workplace.ways.show_list(ListQuery(procedure_code=target.code))
        else:
            self._workplace.ways.dossier_wanted.emit(target.dossier_id)

    def _open_code(self, text: str) -> None:
        self._workplace.in_lane(
            partial(lookup.show, reference=text),
            self._found_code,
            self._no_such_code,
            owner=self,
        )

    def _found_code(self, found: lookup.Found) -> None:
        self.close_results()
        self._workplace.ways.dossier_wanted.emit(found.dossier.dossier_id)

    def _no_such_code(self, failure: Failure) -> None:
        self.results.show_hits([Hit(failure.text)])
        self._open_results()

    def _open_results(self) -> None:
        window = self.window()
        if self.results.parent() is not window:
            self.results.setParent(window)
        corner = self.mapTo(window, QPoint(0, self.height() + 4))
        letters = self.fontMetrics().averageCharWidth()
        width = min(max(self.width(), letters * 80), window.width() - 16)
        left = max(8, min(corner.x(), window.width() - width - 8))
        height = min(self.results.wanted_height(), window.height() - corner.y() - 16)
        self.results.setGeometry(QRect(left, corner.y(), width, height))
        self.results.show()
        self.results.raise_()
