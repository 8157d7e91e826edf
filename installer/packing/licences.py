"""Whose work is shipped, on which terms: the texts that must travel with it."""

from __future__ import annotations

import shutil
import sys
from email.message import Message
from email.parser import HeaderParser
from pathlib import Path

from packing.place import ROOT

_TEXTS = ROOT / "installer" / "licences"
_FONTS = ROOT / "resources" / "fonts"
_KIND = "License :: "
# It states none where programs look for it; its licence file is zlib's.
_LOOKED_UP = {"sqlcipher3": "Zlib; SQLCipher BSD-3-Clause; OpenSSL Apache-2.0"}


def put(folder: Path, site: Path) -> None:
    """Put the licences of everything in a version's folder beside it."""
    target = folder / "licences"
    shutil.copytree(_TEXTS, target)
    for source, name in (
        (ROOT / "LICENSE", "Reception.txt"),
        (folder / "runtime" / "LICENSE.txt", "Python.txt"),
        (_FONTS / "OFL.txt", "OFL-Tinos.txt"),
        (_FONTS / "ui" / "OFL.txt", "OFL-Noto-Sans.txt"),
    ):
        shutil.copy2(source, target / name)
    packages = [path.read_text(encoding="utf-8") for path in site.glob("*.dist-info/METADATA")]
    lines = sorted(map(told_by, packages), key=str.lower)
    (target / "PACKAGES.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def told_by(metadata: str) -> str:
    """Name, version and licence of a package, as one line."""
    head = HeaderParser().parsestr(metadata)
    name = head["Name"]
    stated = head["License-Expression"] or head["License"] or _classified(head)
    stated = stated or _LOOKED_UP.get(name, "")
    if not stated:
        sys.exit(f"{name} does not say its licence; look it up before shipping it.")
    return f"{name} {head['Version']}: {stated.splitlines()[0]}"


def _classified(head: Message) -> str:
    kinds = [one for one in head.get_all("Classifier", []) if one.startswith(_KIND)]
    return ", ".join(kind.rpartition(" :: ")[2] for kind in kinds)
