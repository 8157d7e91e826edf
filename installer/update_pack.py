#!/usr/bin/env python3
"""Make update packs, and the key that signs them. It takes the project's own environment.

    .venv/bin/python installer/update_pack.py key release        release.private, release.public
    .venv/bin/python installer/update_pack.py pack NEW --key release.private --out FILE.rcu
                                        [--base OLD/program.json]

NEW is the folder of a built version. With the manifest of an older one the pack holds only what
changed since; without, all of it. Installed programs take packs of the keys that they were built
with: build.py --release-key release.public.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from reception.sync import signatures
from reception.sync.program_files import read_manifest
from reception.sync.program_pack import write_pack


def main() -> None:
    """Make a key or a pack."""
    parser = argparse.ArgumentParser(description="Make update packs.", allow_abbrev=False)
    commands = parser.add_subparsers(required=True)
    key = commands.add_parser("key")
    key.add_argument("name", type=Path)
    key.set_defaults(act=make_key)
    pack = commands.add_parser("pack")
    pack.add_argument("folder", type=Path)
    pack.add_argument("--base", type=Path)
    pack.add_argument("--key", type=Path, required=True)
    pack.add_argument("--out", type=Path, required=True)
    pack.set_defaults(act=make_pack)
    wanted = parser.parse_args()
    wanted.act(wanted)


def make_key(wanted: argparse.Namespace) -> None:
    """Write a new pair of keys; the private one is for its owner alone."""
    name: Path = wanted.name
    key = Ed25519PrivateKey.generate()
    private = os.open(name.with_suffix(".private"), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(private, "w", encoding="ascii") as file:
        file.write(signatures.to_text(key.private_bytes_raw()) + "\n")
    public = signatures.to_text(key.public_key().public_bytes_raw())
    name.with_suffix(".public").write_text(public + "\n", encoding="ascii")


def make_pack(wanted: argparse.Namespace) -> None:
    """Write a pack and tell how large it is."""
    base = read_manifest(wanted.base.read_bytes()) if wanted.base else None
    private = signatures.from_text(wanted.key.read_text(encoding="ascii").strip())
    files = write_pack(wanted.out, wanted.folder, base, private)
    print(f"{wanted.out}: {files} files, {wanted.out.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
