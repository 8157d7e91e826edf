"""What a screen reader, a keyboard and large letters find in a window."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QTableView,
    QTextEdit,
    QWidget,
)

from reception.ui import exporting
from reception.ui.labels import ElidedLabel

NOT_LISTS = {
    "PapersTable": "a part of the intake form, to be filled in",
    "ExplanationDialog": "the reasons for one due date, day by day",
    "ImportDialog": "what a file would change in the catalogue; that file is the list",
    "FileStep": "the first rows of a file that is there already",
    "ColumnsStep": "a choice for each column of that file",
    "OutcomeDialog": "what became of letters that stand in the list behind it",
}
"""What holds a table that does not leave as a spreadsheet, and why; every other one does."""

_MOST_CELLS = 40
_ROUNDING_PX = 1
_CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QTabBar, QTextEdit,
)  # fmt: skip
_ROLE = QAccessible.Role
# What scrolls is the client area of its window; all others must be something.
_NO_ROLES = {_ROLE.NoRole, _ROLE.Pane, _ROLE.Grouping, _ROLE.Window}
# Their rows and cells speak for themselves.
_TABLES = {_ROLE.Table, _ROLE.Tree, _ROLE.List}
# What Qt calls its own buttons where nobody translated them.
_QTS_OWN = {"ok", "cancel", "close", "yes", "no", "save", "open", "apply", "clear", "help", "tab"}


def words_of(interface: QAccessibleInterface) -> str:
    """What a screen reader says."""
    return interface.text(QAccessible.Text.Name).replace("&", "").strip()


def spoken(root: QWidget) -> Iterator[QAccessibleInterface]:
    """All that a screen reader finds in sight below a widget."""
    yield from _below(QAccessible.queryAccessibleInterface(root))


def _below(interface: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if interface is None or not interface.isValid() or interface.state().invisible:
        return
    yield interface
    if interface.role() not in _TABLES:
        for place in range(interface.childCount()):
            yield from _below(interface.child(place))


def kept_in(root: QWidget) -> list[str]:
    """Tables in sight that do not leave by Ctrl+E, unless it is said why not."""
    every = root.window().findChildren(QShortcut)
    keys = [one for one in every if one.key() == QKeySequence(exporting.KEYS)]
    found = list[str]()
    for table in root.findChildren(QTableView):
        within = list(_with_ancestors(table))
        excused = any(type(one).__name__ in NOT_LISTS for one in within)
        reached = sum(_reaches(one, within) for one in keys)
        if table.isVisible() and not excused and reached != 1:
            found.append(f"{table.accessibleName()}: {reached} × {exporting.KEYS}")
    return found


def _with_ancestors(widget: QWidget) -> Iterator[QWidget]:
    above: QWidget | None = widget
    while above is not None:
        yield above
        above = above.parentWidget()


def _reaches(keys: QShortcut, within: list[QWidget]) -> bool:
    """Whether keys that belong to a widget are heard where the table is."""
    owner = keys.parent()
    if keys.context() == Qt.ShortcutContext.WindowShortcut:
        return isinstance(owner, QWidget) and owner.isVisible() and owner.window() in within
    return owner in within


def unnamed(root: QWidget) -> list[str]:
    """Controls that a screen reader has no Vietnamese name or no role for."""
    return [
        _description(interface)
        for interface in spoken(root)
        if _takes_keys(interface)
        and (
            not words_of(interface)
            or words_of(interface).casefold().strip("….") in _QTS_OWN
            or interface.role() in _NO_ROLES
        )
    ]


def _takes_keys(interface: QAccessibleInterface) -> bool:
    widget = interface.object()
    return (
        isinstance(widget, QWidget)
        and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.focusProxy() is None
    )


def _description(interface: QAccessibleInterface) -> str:
    widget = interface.object()
    kind = type(widget).__name__
    inside = type(widget.parent()).__name__ if widget else ""
    return f"{kind} in {inside}: {interface.role().name} “{words_of(interface)}”"


def out_of_reach(root: QWidget) -> list[str]:
    """Controls in sight that Tab does not come to."""
    reached = _reached_by_tab(root)
    return [
        f"{type(control).__name__} in {type(control.parent()).__name__}: “{_text(control)}”"
        for control in _controls(root)
        if not _is_reached(control, reached)
    ]


def _controls(root: QWidget) -> list[QWidget]:
    return [
        one
        for one in root.findChildren(QWidget)
        if isinstance(one, _CONTROLS)
        and one.isVisible()
        and one.isEnabled()
        and not _is_part_of_another(one)
    ]


def _is_part_of_another(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, (QComboBox, QAbstractSpinBox, QLineEdit, QAbstractItemView, QTabBar)):
            return True
        parent = parent.parentWidget()
    return False


def _reached_by_tab(root: QWidget) -> set[QWidget]:
    """Where Tab and Shift+Tab lead from where the keyboard is, until they lead nowhere new."""
    focus = QApplication.focusWidget()
    if focus is None or focus.window() is not root.window():
        root.setFocus()
        focus = QApplication.focusWidget()
    reached: set[QWidget] = set()
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        idle = 0
        while idle < _MOST_CELLS:
            assert focus is not None, "the keyboard is nowhere"
            # A table may lead through its cells first.
            idle = idle + 1 if focus in reached else 0
            reached.add(focus)
            QTest.keyClick(focus, key)
            focus = QApplication.focusWidget()
    return reached


def _is_reached(control: QWidget, reached: set[QWidget]) -> bool:
    if control in reached or control.focusProxy() in reached:
        return True
    if any(control.isAncestorOf(one) for one in reached):
        return True
    if isinstance(control, QTabBar):
        # Alt and a letter, or Ctrl+Tab from within.
        return all("&" in control.tabText(place) for place in range(control.count()))
    if isinstance(control, QAbstractButton):
        group = control.group()
        # Of buttons that exclude each other the arrows find the others.
        others = set(group.buttons()) if group else set()
        if control.autoExclusive() and control.parentWidget():
            others |= set(control.parentWidget().findChildren(type(control)))
        return bool(others & reached) or (
            not control.shortcut().isEmpty() and "&" not in _text(control)
        )
    return False


def _text(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return (str(text()) if callable(text) else "") or widget.accessibleName()


def clipped(window: QWidget) -> list[str]:
    """Texts in sight that have less room than they take, or that stick out of what holds them."""
    return [
        f"{type(one).__name__} in {type(one.parent()).__name__}: “{_text(one)}”, needs"
        f" {needed.width()}×{needed.height()} of {one.width()}×{one.height()}"
        for one in window.findChildren(QWidget)
        if one.isVisible()
        and (needed := _needed(one)) is not None
        and (_is_larger(needed, one.size()) or _sticks_out(one, window))
    ]


def _needed(widget: QWidget) -> QSize | None:
    """The room that a widget's text takes; ``None`` for what shows none, or gives way in “…”."""
    if isinstance(widget.parentWidget(), QLineEdit) or isinstance(widget, ElidedLabel):
        return None
    if isinstance(widget, QLabel):
        if not widget.text():
            return None
        if widget.wordWrap():
            # The longest word must fit, and all lines.
            narrowest = widget.minimumSizeHint().width()
            return QSize(narrowest, widget.heightForWidth(widget.width()))
        return widget.sizeHint()
    if isinstance(widget, (QAbstractButton, QComboBox)):
        height = widget.fontMetrics().height()
        return QSize(widget.sizeHint().width(), height)
    if isinstance(widget, QLineEdit):
        return QSize(0, widget.fontMetrics().height())
    return None


def _is_larger(needed: QSize, given: QSize) -> bool:
    return (
        needed.width() > given.width() + _ROUNDING_PX
        or needed.height() > given.height() + _ROUNDING_PX
    )


def _sticks_out(widget: QWidget, window: QWidget) -> bool:
    """Whether a part can be seen in no way; what lies in a scrolled area is come by scrolling."""
    place, inner = widget.rect(), widget
    while inner is not window and (outer := inner.parentWidget()) is not None:
        place = place.translated(inner.pos())
        area = outer.parentWidget()
        if isinstance(area, QAbstractScrollArea) and outer is area.viewport():
            return _is_out_of_scroll(place, area)
        if not outer.rect().contains(place):
            return True
        inner = outer
    return False


def _is_out_of_scroll(place: QRect, area: QAbstractScrollArea) -> bool:
    never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    across = area.horizontalScrollBarPolicy() == never and (
        place.left() < 0 or place.right() > area.viewport().width()
    )
    down = area.verticalScrollBarPolicy() == never and (
        place.top() < 0 or place.bottom() > area.viewport().height()
    )
    return across or down
