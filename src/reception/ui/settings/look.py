"""How the window looks and which language it speaks, on this PC."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from reception.ui.labels import FormField
from reception.ui.looks import Looks
from reception.ui.notes import Note
from reception.ui.settings.section import Section
from reception.ui.theme import LARGEST_PERCENT, SMALLEST_PERCENT, STEP_PERCENT, ThemeName
from reception.ui.translation import Language
from reception.ui.window_memory import WindowMemory


class LookSection(Section):
    """Theme and text size change at once; the language with the next start."""

    def __init__(self, looks: Looks, memory: WindowMemory) -> None:
        super().__init__(
            "look",
            QCoreApplication.translate("LookSection", "Chỉ cho máy này; đổi là thấy ngay."),
        )
        self._looks = looks
        self._memory = memory
        self.theme = QComboBox()
        self.theme.addItem(self.tr("Sáng"), ThemeName.LIGHT)
        self.theme.addItem(self.tr("Tối"), ThemeName.DARK)
        self.theme.addItem(self.tr("Tương phản cao"), ThemeName.CONTRAST)
        self.percent = QComboBox()
        for percent in range(SMALLEST_PERCENT, LARGEST_PERCENT + 1, STEP_PERCENT):
            self.percent.addItem(f"{percent} %", percent)
        self.language = QComboBox()
        self.language.addItem("Tiếng Việt", Language.VIETNAMESE)
        self.language.addItem("English", Language.ENGLISH)
        self.language.setCurrentIndex(self.language.findData(memory.language))
        self.later = Note()
        self.column.addWidget(FormField(self.tr("&Màu"), self.theme))
        self.column.addWidget(FormField(self.tr("&Cỡ chữ"), self.percent))
        self.column.addWidget(FormField(self.tr("&Ngôn ngữ"), self.language))
        self.column.addWidget(self.later)
        self._show()
        looks.changed.connect(self._show)
        self.theme.activated.connect(lambda: looks.set_theme(ThemeName(self.theme.currentData())))
        self.percent.activated.connect(lambda: looks.set_percent(self.percent.currentData()))
        self.language.activated.connect(self._set_language)
        self.setFocusProxy(self.theme)

    def _show(self) -> None:
        self.theme.setCurrentIndex(self.theme.findData(self._looks.theme))
        self.percent.setCurrentIndex(max(0, self.percent.findData(self._looks.percent)))

    def _set_language(self) -> None:
        self._memory.language = Language(self.language.currentData())
        self.later.setText(self.tr("Ngôn ngữ mới dùng từ lần mở chương trình sau."))
