"""A bundle: one file that carries an exchange on a stick (docs/exchange.md, "On a stick").

It is signed by its sender and sealed to its receiver, and does not know what it carries: named
parts of bytes, nothing else. A bundle is taken whole or not at all, and needs no going on where
one was cut: the next carries everything since the last receipt, so a lost, half copied or damaged
one costs another walk with the stick and no data.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import msgspec
import zstandard
from msgspec import Meta, Struct

from reception.sync import signatures
from reception.sync.bundle_form import MAX_FILE_BYTES, MAX_FRAMES, MAX_PART_BYTES
from reception.sync.bundle_head import (
    MAX_NAME,
    BundleHead,
    Envelope,
    is_part_name,
    read_envelope,
    written_envelope,
)
from reception.sync.bundle_refusals import damaged, foreign, forged, too_large, unknown_sender
from reception.sync.bundle_seal import Seal, fingerprint, new_ephemeral, public_of
from reception.sync.bundle_survey import Outline, read, survey
from reception.sync.bundle_writing import Output, written

MAX_PARTS = MAX_FRAMES - 1

# A stick is faster than an old PC: more effort would not pay.
_LEVEL = 3


class PartEntry(Struct, frozen=True, array_like=True):
    """One line of the manifest."""

    name: Annotated[str, Meta(max_length=MAX_NAME)]
    size: Annotated[int, Meta(ge=0, le=MAX_PART_BYTES)]
    sha256: Annotated[bytes, Meta(min_length=32, max_length=32)]


@dataclass(frozen=True, slots=True)
class OpenedBundle:
    """A bundle whose signature over the whole file holds; ``manifest`` tells what is in it."""

    head: BundleHead
    manifest: tuple[PartEntry, ...]
    _path: Path = field(repr=False)
    _outline: Outline = field(repr=False)
    _seal: Seal = field(repr=False)

    def parts(
        self, wanted: Callable[[str], bool] = lambda _name: True
    ) -> Generator[tuple[str, bytes]]:
        """Name and content of each part wanted, in the order written, one at a time in memory.

        The file is read a second time. Key and manifest are those of the first time, so a file
        exchanged in between gives nothing. A stick pulled out in the middle ends it after some
        parts: take them in one transaction, or only what may be taken alone.

        Raises:
            Trouble: ``bundle-damaged``, ``bundle-truncated`` or ``bundle-unreadable``: the stick
                was pulled out or is failing.
        """
        with read(self._path) as file:
            for number, entry in enumerate(self.manifest):
                if not wanted(entry.name):
                    continue
                at, length = self._outline.frames[number]
                sealed = file.exactly(length, at=at)
                yield entry.name, _unpacked(self._seal.open(number, sealed, last=False), entry)


def write_bundle(
    path: Path,
    head: BundleHead,
    parts: Iterable[tuple[str, bytes]],
    *,
    signing_key: bytes,
    seal_to: bytes,
    limit: int = MAX_FILE_BYTES,
) -> None:
    """Write a bundle in one step: afterwards it is there whole and durable, or not at all.

    Args:
        path: The file; an earlier one of the name is replaced.
        head: What the bundle says of itself.
        parts: Names (:func:`~reception.sync.bundle_head.is_part_name`) and contents of at most
            16 MiB, taken one at a time.
        signing_key: The sender's Ed25519 private key.
        seal_to: The receiver's X25519 public key.
        limit: How many bytes there may be, of the file and of the parts in it.

    Raises:
        Trouble: ``bundle-unwritable``; ``bundle-too-large`` when the parts need more than one file.
        ValueError: Head, name or size of a part is not as the format wants it.
    """
    limit = min(limit, MAX_FILE_BYTES)
    secret, ephemeral = new_ephemeral()
    envelope = written_envelope(Envelope(head, fingerprint(seal_to), ephemeral))
    with written(path, limit) as output:
        prelude = output.head(envelope)
        seal = Seal(secret, seal_to, ephemeral=ephemeral, to=seal_to, prelude=prelude)
        manifest = _write_parts(output, seal, parts, limit)
        plain = msgspec.msgpack.encode(manifest)
        output.frame(seal.close(len(manifest), plain, last=True), last=True)
        output.close_with(signatures.sign(signing_key, _statement(output.signed())))


def open_bundle(
    path: Path, *, seal_key: bytes, sender_key: Callable[[BundleHead], bytes | None]
) -> OpenedBundle:
    """Read a bundle through once, and answer it only if all of it is its sender's word.

    Args:
        path: The file.
        seal_key: This machine's X25519 private key.
        sender_key: Finds the Ed25519 public key of a head's sender; ``None`` for one that is
            unknown, revoked, or not of the head's agency.

    Raises:
        RuleViolation: ``not-a-bundle``, ``bundle-foreign``, ``bundle-unknown-sender`` or
            ``bundle-forged``.
        Trouble: ``bundle-truncated``, ``bundle-damaged``, ``bundle-newer``, ``bundle-too-large``
            or ``bundle-unreadable``.
    """
    own = public_of(seal_key)
    with read(path) as file:
        outline = survey(file)
        envelope = read_envelope(outline.head)
        if envelope.recipient != fingerprint(own):
            raise foreign()
        _check_signature(outline, sender_key(envelope.head))
        seal = _agreed(seal_key, own, envelope.ephemeral, outline.prelude)
        last = len(outline.frames) - 1
        at, length = outline.frames[last]
        manifest = _read_manifest(seal.open(last, file.exactly(length, at=at), last=True))
    if len(manifest) != last:
        raise damaged()
    return OpenedBundle(envelope.head, manifest, path, outline, seal)


def _write_parts(
    output: Output, seal: Seal, parts: Iterable[tuple[str, bytes]], limit: int
) -> tuple[PartEntry, ...]:
    compressor = zstandard.ZstdCompressor(level=_LEVEL)
    manifest: dict[str, PartEntry] = {}
    plain = 0
    for name, content in parts:
        if name in manifest or not is_part_name(name) or len(content) > MAX_PART_BYTES:
            raise ValueError(f"No part of a bundle: {name!r}, {len(content)} bytes")
        plain += len(content)
        if plain > limit or len(manifest) == MAX_PARTS:
            raise too_large(limit)
        sealed = seal.close(len(manifest), compressor.compress(content), last=False)
        output.frame(sealed, last=False)
        manifest[name] = PartEntry(name, len(content), hashlib.sha256(content).digest())
    return tuple(manifest.values())


def _check_signature(outline: Outline, key: bytes | None) -> None:
    if key is None:
        raise unknown_sender()
    if not signatures.holds(key, outline.signature, _statement(outline.signed)):
        raise forged()


def _agreed(seal_key: bytes, own: bytes, ephemeral: bytes, prelude: bytes) -> Seal:
    try:
        return Seal(seal_key, ephemeral, ephemeral=ephemeral, to=own, prelude=prelude)
    except ValueError:
        raise damaged() from None


def _read_manifest(plain: bytes) -> tuple[PartEntry, ...]:
    try:
        manifest = msgspec.msgpack.decode(plain, type=tuple[PartEntry, ...])
    except (ValueError, RecursionError):
        raise damaged() from None
    names = {entry.name for entry in manifest}
    if len(names) != len(manifest) or not all(is_part_name(name) for name in names):
        raise damaged()
    if sum(entry.size for entry in manifest) > MAX_FILE_BYTES:
        raise damaged()
    return manifest


def _unpacked(packed: bytes, entry: PartEntry) -> bytes:
    """A part's content; never takes more memory than the manifest says."""
    try:
        if zstandard.frame_content_size(packed) != entry.size:
            raise damaged()
        content = zstandard.ZstdDecompressor().decompress(
            packed, max_output_size=entry.size, allow_extra_data=False
        )
    except zstandard.ZstdError:
        raise damaged() from None
    if hashlib.sha256(content).digest() != entry.sha256:
        raise damaged()
    return content


def _statement(digest: bytes) -> bytes:
    return f"v1|bundle|{digest.hex()}".encode()
