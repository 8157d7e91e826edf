"""The outer form of a bundle: a head, frames, a signature and a checksum, and how long each may be.

Nothing here knows what is in a frame.
"""

from __future__ import annotations

MAGIC = b"RCPB1\n"
MAX_FILE_BYTES = 2_000_000_000  # under 2 GB: some FAT drivers go no further
MAX_HEAD_BYTES = 4096
MAX_PART_BYTES = 16 * 1024 * 1024
MAX_FRAME_BYTES = MAX_PART_BYTES + 128 * 1024  # what does not compress grows a little
MAX_FRAMES = 65_537
SIGNATURE_BYTES = 64

# In the length that stands before a frame, this bit marks the last one.
LAST = 1 << 31


def prelude_of(head: bytes) -> bytes:
    """Magic, length and head, as every bundle begins."""
    return MAGIC + len(head).to_bytes(4, "big") + head
