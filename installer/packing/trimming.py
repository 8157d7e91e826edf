"""What of the packages the program loads; the rest would triple the setup file."""

from __future__ import annotations

import re
import shutil
from fnmatch import fnmatch
from pathlib import Path

# The modules that our own code imports, and those that these need.
_QT_MODULES = ("QtCore", "QtGui", "QtWidgets", "QtPrintSupport", "QtSvg", "QtNetwork")
# Without opengl32sw.dll (20 MB): widgets do not draw with OpenGL.
_QT_FILES = (
    "__init__.py",
    "_*.py",
    *(f"{module}.pyd" for module in _QT_MODULES),
    *(f"Qt6{module.removeprefix('Qt')}.dll" for module in _QT_MODULES),
    "pyside6*.dll",
    "msvcp140*.dll",
    "vcruntime140*.dll",
)
_QT_PLUGINS = (
    "platforms/qwindows.dll",
    "platforms/qoffscreen.dll",
    "styles/*.dll",
    "imageformats/qjpeg.dll",
    "imageformats/qico.dll",
    "imageformats/qsvg.dll",
    "iconengines/qsvgicon.dll",
)
# Qt is put by hand; the others are programs, documents and tests that some wheels bring along.
_PASSED_OVER = re.compile(r"PySide6|bin|docs|share|tests|__pycache__|pypdfium2_cli")
_INSIDE = shutil.ignore_patterns(
    "__pycache__", "tests", "test", "testing", "*.pyi", "*.pyx", "*.pxd", "*.c", "*.h", "*.lib",
    "include", ".*", "_avif*", "RECORD", "INSTALLER", "REQUESTED", "WHEEL", "direct_url.json",
)  # fmt: skip


def put_packages(site: Path, lib: Path) -> None:
    """Copy what is needed of the unpacked wheels."""
    for entry in sorted(site.iterdir()):
        if _PASSED_OVER.fullmatch(entry.name):
            continue
        if entry.is_dir():
            shutil.copytree(entry, lib / entry.name, ignore=_INSIDE)
        else:
            shutil.copy2(entry, lib)
    _put_qt(site / "PySide6", lib / "PySide6")


def _put_qt(source: Path, target: Path) -> None:
    target.mkdir()
    for entry in sorted(source.iterdir()):
        if entry.is_file() and is_wanted_of_qt(entry.name):
            shutil.copy2(entry, target)
    for pattern in _QT_PLUGINS:
        for plugin in sorted((source / "plugins").glob(pattern)):
            place = target / plugin.relative_to(source)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(plugin, place)


def is_wanted_of_qt(name: str) -> bool:
    """Whether a file of PySide6's own folder is shipped."""
    return any(fnmatch(name, pattern) for pattern in _QT_FILES)
