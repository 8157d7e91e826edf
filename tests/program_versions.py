"""Small versions of the program, installed and packed as real ones are."""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from reception.services.program_update import Installation
from reception.sync.program_files import manifest_of
from reception.sync.program_pack import write_pack

_RELEASE = Ed25519PrivateKey.from_private_bytes(bytes(32))
RELEASE_KEY = _RELEASE.private_bytes_raw()
RELEASE_KEYS = [_RELEASE.public_key().public_bytes_raw()]
OTHER_KEY = bytes(range(32))

# Stands where a version's interpreter does, and answers its self-test.
_TESTER = """#!{python}
import pathlib, sys
pathlib.Path(sys.argv[sys.argv.index("--report") + 1]).write_text("{words}", encoding="utf-8")
sys.exit({status})
"""


def make_version(folder: Path, version: str, **files: str) -> Path:
    """A version's folder; each file is named by its stem."""
    for name, content in {"common": "the same", "own": version, **files}.items():
        (folder / "app").mkdir(parents=True, exist_ok=True)
        (folder / "app" / f"{name}.py").write_text(content, encoding="utf-8")
    seal(folder, version)
    return folder


def put_tester(folder: Path, status: int, words: str = "") -> None:
    """Let the version pass or fail its self-test."""
    tester = folder / "runtime" / "pythonw.exe"
    tester.parent.mkdir(exist_ok=True)
    script = _TESTER.format(python=sys.executable, words=words, status=status)
    tester.write_text(script, encoding="utf-8")
    tester.chmod(0o755)


def seal(folder: Path, version: str) -> None:
    """Write the manifest of a version."""
    files = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "program.json"
    }
    document = json.dumps({"version": version, "files": files})
    (folder / "program.json").write_text(document, encoding="utf-8")


def install(home: Path, version: str = "1.2.0") -> Installation:
    """An installation with one version."""
    make_version(home / "versions" / version, version)
    (home / "current.txt").write_text(f"{version}\r\n", encoding="ascii", newline="")
    return Installation(home, version)


def pack_for(
    here: Installation, folder: Path, version: str, *, key: bytes = RELEASE_KEY, **files: str
) -> Path:
    """A pack that leads from an installation to another version."""
    new = make_version(folder / version, version, **files)
    path = folder / f"{version}.rcu"
    write_pack(path, new, manifest_of(here.folder_of(here.version)), key)
    return path
