"""The setup file for many PCs: an MSI, per machine, for group policy."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import quoteattr

from packing.place import WINDOWS, fresh, run

# Names and versions give every part the same identity each time it is built.
_FAMILY = uuid.UUID("7d0f7c52-4a0e-4a2d-9a5f-0c5a1c1b6f11")
_TESTER = "runtime/pythonw.exe"


def make_msi(target: Path, payload: Path, launchers: Path, version: str) -> Path:
    """Pack a version's folder and the launchers into one MSI."""
    work = fresh(target.with_suffix(".work"))
    # wixl takes no path that begins at the root.
    (work / "version").symlink_to(payload)
    (work / "launchers").symlink_to(launchers)
    (work / "current.txt").write_text(f"{version}\r\n", encoding="ascii", newline="")
    shutil.copy2(WINDOWS / "reception.wxs", work)
    (work / "files.wxs").write_text(files_document(payload, version), encoding="ascii")
    named = {
        "VERSION": version,
        "PRODUCT": identity(version),
        "PYTHON": file_id(_TESTER),
        "Win64": "yes",
    }
    defined = [word for name, value in named.items() for word in ("-D", f"{name}={value}")]
    run(["wixl", "-a", "x64", *defined, "-o", target, "reception.wxs", "files.wxs"], cwd=work)
    shutil.rmtree(work)
    return target


def files_document(payload: Path, version: str) -> str:
    """The version's folders and files as wixl reads them, one component for each folder."""
    group: list[str] = []
    tree = "\n".join(_folder(payload, payload, version, group))
    references = "\n".join(f'<ComponentRef Id="{one}"/>' for one in group)
    return f"""<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi"><Fragment>
<DirectoryRef Id="INSTALLDIR"><Directory Id="Versions" Name="versions">
<Directory Id="InUse" Name="{version}">
{tree}
</Directory></Directory></DirectoryRef>
<ComponentGroup Id="Version">
{references}
</ComponentGroup>
</Fragment></Wix>
"""


def _folder(folder: Path, payload: Path, version: str, group: list[str]) -> Iterator[str]:
    here = folder.relative_to(payload).as_posix()
    entries = sorted(folder.iterdir())
    files = [entry for entry in entries if entry.is_file()]
    if files:
        name = f"c{identity(here).replace('-', '')}"
        group.append(name)
        yield f'<Component Id="{name}" Guid="{identity(f"{version}/{here}")}" Win64="yes">'
        for number, file in enumerate(files):
            path = file.relative_to(payload).as_posix()
            key = ' KeyPath="yes"' if number == 0 else ""
            source = quoteattr(f"version/{path}")
            yield f'<File Id="{file_id(path)}" Name={quoteattr(file.name)} Source={source}{key}/>'
        yield "</Component>"
    for inner in entries:
        if inner.is_dir():
            name = identity(inner.relative_to(payload).as_posix()).replace("-", "")
            yield f'<Directory Id="d{name}" Name={quoteattr(inner.name)}>'
            yield from _folder(inner, payload, version, group)
            yield "</Directory>"


def file_id(path: str) -> str:
    """What a file is called in the tables of the MSI."""
    return f"f{identity(path).replace('-', '')}"


def identity(name: str) -> str:
    """A GUID that is always the same for a name."""
    return str(uuid.uuid5(_FAMILY, name))
