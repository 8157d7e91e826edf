"""What the whole window tells, in sight or not: nothing of somebody who was blanked may be left."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

_TOLD = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.EditRole)


def told(widget: QWidget) -> Iterator[str]:
    """What a widget shows or tells aloud, its rows included."""
    for name in ("text", "toPlainText", "toolTip", "accessibleName", "windowTitle"):
        read = getattr(widget, name, None)
        if read and isinstance(words := read(), str):
            yield words
    if isinstance(widget, QAbstractItemView) and (model := widget.model()):
        for row in range(model.rowCount()):
            column, index = 0, model.index(row, 0)
            while index.isValid():
                yield from (str(index.data(role) or "") for role in _TOLD)
                column += 1
                index = model.index(row, column)


def telling(text: str) -> list[str]:
    """The widgets that tell of a person, in sight or not."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return sorted(
        {
            type(widget).__name__
            for widget in QApplication.allWidgets()
            if any(text in words for words in told(widget))
        }
    )
