"""Choosing a printer without waiting for the system to name them."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from reception.ui.dossiers.printer import printer_names
from reception.ui.tasks import Lane, Tasks


class PrinterBox(QComboBox):
    """The system's own choice, the chosen printer, and once they are known all the others.

    A print server that does not answer can keep the system silent for many seconds; so
    :meth:`fill` asks beside the UI thread.

    Args:
        chosen: The printer to begin with; empty for the system's own choice.
    """

    def __init__(self, chosen: str) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Máy in"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(18)
        self.addItem(self.tr("Máy in mặc định"), "")
        if chosen:
            self.addItem(chosen, chosen)
            self.setCurrentIndex(1)

    def fill(self, tasks: Tasks) -> None:
        """Ask for the printers and add them; the choice stays."""
        tasks.run(printer_names, self._add, lane=Lane.OUTSIDE, owner=self)

    def _add(self, names: list[str]) -> None:
        for place in range(1, self.count()):
            if self.itemData(place) not in names:
                missing = self.tr("{name} (đang không có)").format(name=self.itemData(place))
                self.setItemText(place, missing)
        for name in names:
            if self.findData(name) < 0:
                self.addItem(name, name)
