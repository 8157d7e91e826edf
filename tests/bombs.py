"""PDFs and pictures that are small, and ask for gigabytes or for hours."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

from PIL import Image

_HEAD = (
    b"<</Type/Catalog/Pages 2 0 R>>",
    b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
)


def pdf_of(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1, the first of which is its root."""
    out, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
        + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (count, len(out))
    )


def one_page(content: bytes, resources: bytes = b"", *more: bytes) -> bytes:
    """A PDF of one page; its content is object 4, further objects are numbered from 5."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<%s>>>>"
    return pdf_of(*_HEAD, page % resources, content, *more)


def stream(entries: bytes, data: bytes) -> bytes:
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)


def swelling_pdf(gigabytes: int = 2) -> bytes:
    """Some kilobytes whose content is packed twice, and unpacks to gigabytes."""
    packer = zlib.compressobj(9)
    blocks = [packer.compress(b" " * (1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH) for _ in range(2)]
    # After a full flush each block is as the one before.
    packed = blocks[0] + blocks[1] * (gigabytes << 10)
    return one_page(stream(b"/Filter[/FlateDecode/FlateDecode]", zlib.compress(packed)))


def laughing_pdf(depth: int = 12) -> bytes:
    """A drawing made of ten drawings, each of which is made of ten, and so on."""
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
    forms = [
        stream(form + b"/Resources<</XObject<</F %d 0 R>>>>" % (6 + n), b"/F Do " * 10)
        for n in range(depth)
    ]
    last = stream(form, b"0 0 1 1 re f")
    return one_page(stream(b"", b"/F Do"), b"/XObject<</F 5 0 R>>", *forms, last)


def wide_png(side: int) -> bytes:
    """A PNG that says it has so many pixels each way, and a little data."""
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b""))
    )


def jpeg_of_many_scans(scans: int) -> bytes:
    """A progressive JPEG that is drawn anew so many times."""
    target = BytesIO()
    Image.new("RGB", (64, 64), "white").save(target, "JPEG", progressive=True)
    data = target.getvalue()
    last = data.rindex(b"\xff\xda")
    return data[:-2] + data[last:-2] * scans + data[-2:]
