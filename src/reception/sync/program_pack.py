"""An update of the program as one file: a signed manifest, and the files that the base lacks.

A zip archive (``.rcu``) with ``program.json``, the manifest of the whole new version;
``signature``, Ed25519 over it by a key that the installed program trusts; and ``files/`` with those
that differ from the version it was made for. Nothing in it is believed before the signature holds,
and no file is longer or other than the manifest says.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Collection, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from zlib import error as ZlibError  # noqa: N812 - an exception by name

from reception.domain.errors import RuleViolation, Trouble, disk_words
from reception.paths import MANIFEST_NAME
from reception.sync import signatures
from reception.sync.program_files import MOST_MANIFEST, Manifest, manifest_of, read_manifest

ENDING = ".rcu"
MOST_FILE = 200 << 20
_SIGNATURE = "signature"
_FILES = "files/"
_SIGNATURE_BYTES = 64
# As every zip archive of the same content should say.
_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class ProgramPack:
    """A pack whose signature holds. ``written`` are the manifest's bytes as they were signed."""

    manifest: Manifest
    written: bytes
    _archive: zipfile.ZipFile

    def content(self, name: str) -> bytes:
        """The content of a file of the manifest.

        Raises:
            Trouble: ``pack-lacks-file`` when the pack was made for another version than the
                installed one; ``pack-damaged``.
        """
        data = _read(self._archive, _FILES + name, MOST_FILE)
        if data is None:
            raise Trouble(
                "pack-lacks-file",
                f"Gói cập nhật {self.manifest.version} không dành cho phiên bản đang cài;"
                " hãy xin gói khác hoặc dùng tệp cài đặt.",
            )
        if hashlib.sha256(data).hexdigest() != self.manifest.files[name]:
            raise _damaged()
        return data


def write_pack(path: Path, folder: Path, base: Manifest | None, private_key: bytes) -> int:
    """Write the pack that leads from a base, or from nothing, to a version's folder.

    Returns:
        How many files it holds.
    """
    manifest = manifest_of(folder)
    written = (folder / MANIFEST_NAME).read_bytes()
    known = base.files if base else {}
    changed = [name for name, digest in manifest.files.items() if known.get(name) != digest]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        _add(archive, MANIFEST_NAME, written)
        statement = signatures.program_statement(written)
        _add(archive, _SIGNATURE, signatures.sign(private_key, statement))
        for name in changed:
            _add(archive, _FILES + name, (folder / name).read_bytes())
    return len(changed)


@contextmanager
def opened_pack(path: Path, keys: Collection[bytes]) -> Generator[ProgramPack]:
    """A pack signed by one of these public keys.

    Raises:
        RuleViolation: ``not-a-pack`` or ``pack-forged``.
        Trouble: ``pack-damaged`` or ``pack-unreadable``.
    """
    with _archive(path) as archive:
        written = _read(archive, MANIFEST_NAME, MOST_MANIFEST)
        signature = _read(archive, _SIGNATURE, _SIGNATURE_BYTES)
        if written is None or signature is None:
            raise _not_a_pack()
        statement = signatures.program_statement(written)
        if not any(signatures.holds(key, signature, statement) for key in keys):
            raise _forged()
        yield ProgramPack(_understood(written), written, archive)


def stated_version(path: Path) -> str:
    """The version that a pack says it brings, whoever signed it.

    Raises:
        RuleViolation: ``not-a-pack``.
        Trouble: ``pack-damaged`` or ``pack-unreadable``.
    """
    with _archive(path) as archive:
        written = _read(archive, MANIFEST_NAME, MOST_MANIFEST)
    if written is None:
        raise _not_a_pack()
    return _understood(written).version


@contextmanager
def _archive(path: Path) -> Generator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except zipfile.BadZipFile:
        raise _not_a_pack() from None
    except OSError as error:
        raise Trouble(
            "pack-unreadable",
            f"Không đọc được gói cập nhật ({disk_words(error)}); hãy cắm lại USB hoặc chép lại.",
        ) from error


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, _DATE)
    entry.compress_type = zipfile.ZIP_LZMA
    archive.writestr(entry, data)


def _read(archive: zipfile.ZipFile, name: str, most: int) -> bytes | None:
    """An entry of at most so many bytes, whatever the archive says of it; ``None`` without one."""
    try:
        with archive.open(name) as file:
            data = file.read(most + 1)
    except KeyError:
        return None
    except (zipfile.BadZipFile, EOFError, ZlibError, NotImplementedError, RuntimeError, ValueError):
        raise _damaged() from None
    if len(data) > most:
        raise _damaged()
    return data


def _understood(written: bytes) -> Manifest:
    try:
        return read_manifest(written)
    except ValueError:
        raise _damaged() from None


def _not_a_pack() -> RuleViolation:
    return RuleViolation(
        "not-a-pack", "Tệp này không phải gói cập nhật chương trình; hãy chọn tệp .rcu khác."
    )


def _forged() -> RuleViolation:
    return RuleViolation(
        "pack-forged",
        "Gói cập nhật không do nơi phát hành chương trình này ký; đừng dùng, hãy báo người quản"
        " trị.",
    )


def _damaged() -> Trouble:
    return Trouble("pack-damaged", "Gói cập nhật bị hỏng; hãy chép lại từ nơi đã gửi.")
