"""What a window remembers on this PC: looks, language, places and widths, in a file of its own.

An INI file beside the data can be copied and deleted; the registry cannot.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QHeaderView, QWidget

from reception.ui.theme import ThemeName, text_percent
from reception.ui.translation import Language


class WindowMemory:
    """Reads and writes ``window.ini``; anything unreadable in it counts as not remembered."""

    def __init__(self, path: Path) -> None:
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def theme(self) -> ThemeName:
        """The look last chosen."""
        name = self._text("look/theme")
        return ThemeName(name) if name in set(ThemeName) else ThemeName.LIGHT

    @theme.setter
    def theme(self, name: ThemeName) -> None:
        self._settings.setValue("look/theme", name.value)

    @property
    def percent(self) -> int:
        """The text size last chosen, 90 to 200."""
        written = self._text("look/text_percent")
        return text_percent(int(written)) if written.isdecimal() else 100

    @percent.setter
    def percent(self, percent: int) -> None:
        self._settings.setValue("look/text_percent", text_percent(percent))

    @property
    def language(self) -> Language:
        """The language last chosen."""
        code = self._text("look/language")
        return Language(code) if code in set(Language) else Language.VIETNAMESE

    @language.setter
    def language(self, language: Language) -> None:
        self._settings.setValue("look/language", language.value)

    def keep_place(self, name: str, window: QWidget) -> None:
        """Remember a window's size and place under ``name``."""
        self._settings.setValue(f"place/{name}", window.saveGeometry())

    def put_back(self, name: str, window: QWidget) -> bool:
        """Give a window its remembered size and place; ``False`` when there is none."""
        kept = self._settings.value(f"place/{name}")
        return isinstance(kept, QByteArray) and window.restoreGeometry(kept)

    def keep_columns(self, name: str, header: QHeaderView) -> None:
        """Remember a table's column widths and order under ``name``."""
        self._settings.setValue(f"columns/{name}", header.saveState())

    def put_back_columns(self, name: str, header: QHeaderView) -> bool:
        """Give a table its remembered columns; ``False`` when there are none."""
        kept = self._settings.value(f"columns/{name}")
        return isinstance(kept, QByteArray) and header.restoreState(kept)

    def get(self, name: str, default: str = "") -> str:
        """Another small thing this PC remembers, such as the printer of a kind of paper."""
        return self._text(f"kept/{name}") or default

    def keep(self, name: str, value: str) -> None:
        """Remember another small thing under ``name``."""
        self._settings.setValue(f"kept/{name}", value)

    def save(self) -> None:
        """Write the file now."""
        self._settings.sync()

    def _text(self, key: str) -> str:
        value = self._settings.value(key, "")
        return value if isinstance(value, str) else str(value)
