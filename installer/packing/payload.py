"""One version of the program as a folder: interpreter, packages, our code, licences, a manifest.

runtime/       CPython, as python.org signed it
lib/           packages for win_amd64, without what the desk never loads
app/           this project with its resources
licences/      whose work it all is, and on which terms
program.json   every file with its SHA-256
"""

from __future__ import annotations

import compileall
import hashlib
import json
import os
import re
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from py_compile import PycInvalidationMode

from packing import licences
from packing.place import ROOT, fresh
from packing.runtime import runtime
from packing.trimming import put_packages
from packing.wheels import LOCK, wheels

MANIFEST = "program.json"
KEYS = Path("app/reception/_resources/release-keys.txt")
_UNREAD = shutil.ignore_patterns("__pycache__", "*.ts", "README.md")


def make_payload(folder: Path, cache: Path, *, version: str, keys: Iterable[str] = ()) -> Path:
    """Put a version together.

    Args:
        folder: Where; what was there goes.
        cache: Where downloads and built parts stay.
        version: The version it calls itself.
        keys: Public keys of those whose update packs it takes.
    """
    fresh(folder)
    shutil.copytree(runtime(cache), folder / "runtime")
    shutil.copytree(_packages(cache), folder / "lib")
    put_app(folder, version, keys)
    precompile(folder, "app")
    licences.put(folder, wheels(cache))
    seal(folder, version)
    return folder


def put_app(folder: Path, version: str, keys: Iterable[str] = ()) -> None:
    """Put our own code and resources in."""
    package = folder / "app" / "reception"
    shutil.copytree(ROOT / "src" / "reception", package, ignore=_UNREAD)
    shutil.copytree(ROOT / "resources", package / "_resources", ignore=_UNREAD)
    head = package / "__init__.py"
    text = head.read_text(encoding="utf-8")
    named, times = re.subn(r'__version__ = ".*"', f'__version__ = "{version}"', text)
    if times != 1:
        sys.exit(f"{head.name} does not say its version on one line.")
    head.write_text(named, encoding="utf-8")
    (folder / KEYS).write_text("".join(f"{key}\n" for key in keys), encoding="ascii")


def seal(folder: Path, version: str) -> None:
    """Give every file its fixed date, and write the manifest."""
    (folder / MANIFEST).unlink(missing_ok=True)
    files = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    document = json.dumps({"version": version, "files": files}, indent=0)
    (folder / MANIFEST).write_text(document, encoding="utf-8")
    moment = int(os.environ.get("SOURCE_DATE_EPOCH", "1767225600"))
    for path in [folder, *folder.rglob("*")]:
        os.utime(path, (moment, moment))


def size_of(folder: Path) -> tuple[int, int]:
    """How many bytes and how many files lie in a folder."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return sum(sizes), len(sizes)


def _packages(cache: Path) -> Path:
    """The packages, trimmed and compiled; made anew when the lock or the trimming changes."""
    lib, done = cache / "lib", cache / "lib.made-of"
    makers = [Path(__file__), Path(__file__).with_name("trimming.py"), LOCK]
    made_of = hashlib.sha256(b"".join(one.read_bytes() for one in makers)).hexdigest()
    if not done.is_file() or done.read_text(encoding="ascii") != made_of:
        put_packages(wheels(cache), fresh(lib))
        precompile(cache, "lib", in_place=True)
        # Half as many files to install, to check and to be looked at by an antivirus.
        for source in lib.rglob("*.py"):
            if source.with_suffix(".pyc").exists():
                source.unlink()
        done.write_text(made_of, encoding="ascii")
    return lib


def precompile(folder: Path, name: str, *, in_place: bool = False) -> None:
    """Compile now: in Program Files a clerk may not, and each start would take seconds more.

    ``in_place`` puts what is compiled where the sources are, so that it runs without them.
    """
    compileall.compile_dir(
        folder / name,
        maxlevels=20,
        stripdir=str(folder),
        prependdir=".",
        quiet=2,
        legacy=in_place,
        workers=0,
        # Their dates need not agree, and nothing looks at the sources again.
        invalidation_mode=PycInvalidationMode.UNCHECKED_HASH,
    )
