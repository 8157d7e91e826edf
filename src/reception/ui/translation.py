"""The languages of the window: Vietnamese is the source text, English its translation.

Qt has no Vietnamese of its own, so ``resources/i18n/qtbase_vi.ts`` holds what a clerk can meet in
its buttons, menus and dialogs. After a change of texts, from the root of the repository, collect
them, fill in what is ``unfinished``, and compile; the tests find what was forgotten::

    pyside6-lupdate -source-language vi_VN -target-language en_US -locations none -no-obsolete \
        -extensions py src/reception/ui src/reception/app.py -ts resources/i18n/reception_en.ts
    pyside6-lrelease resources/i18n/reception_en.ts resources/i18n/qtbase_vi.ts

Texts stand in ``self.tr("…")`` within a QObject, ``QCoreApplication.translate("Context", "…")``
elsewhere; never in an f-string: ``self.tr("Còn {count} hồ sơ").format(count=count)``.

Vietnamese in both languages: what is recorded, printed or read back (a reason, an example of how to
write a time limit), and what the rooms below say (names of states and roles, weekdays, the reason
of a due date, the sentence of a :class:`~reception.domain.errors.RuleViolation`).
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from reception import paths


class Language(StrEnum):
    """The languages to choose from."""

    VIETNAMESE = "vi"
    ENGLISH = "en"


_LOCALES = {
    Language.VIETNAMESE: QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam),
    # British, for the order of day and month.
    Language.ENGLISH: QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}
_FILES = {Language.VIETNAMESE: "qtbase_vi.qm", Language.ENGLISH: "reception_en.qm"}


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # what lupdate looks for
    """Mark a text for translation; Qt's own says it returns an object."""
    return text


def install_language(app: QApplication, language: Language) -> None:
    """Speak ``language`` in every text made from now on; windows already built keep theirs.

    Numbers follow the locale. Dates never do: they are written ``dd/mm/yyyy`` by
    :mod:`reception.domain.moments`, since Qt's Vietnamese short form is ``d/M/yy``.
    """
    for earlier in app.findChildren(QTranslator):
        app.removeTranslator(earlier)
        earlier.deleteLater()
    translator = QTranslator(app)
    file = paths.resource(f"i18n/{_FILES[language]}")
    if not translator.load(str(file)):
        raise FileNotFoundError(file)
    app.installTranslator(translator)
    QLocale.setDefault(_LOCALES[language])


def speaks_vietnamese() -> bool:
    """Whether texts made now are in the language of the sources."""
    return QLocale().language() == QLocale.Language.Vietnamese
