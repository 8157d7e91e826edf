"""Scans judged by their content, made light for thin lines, and their thumbnails."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from reception.domain.errors import RuleViolation
from reception.domain.scan import (
    LIGHT_BYTES,
    LONGEST_SIDE_PX,
    MOST_BYTES,
    MOST_PIXELS,
    CheckedScan,
    Media,
)
from reception.printing.apart import broken, page_of, pages_of

_JPEG_QUALITY = 80
_EDGE = (150, 160, 170)
_PDF_MARK_WITHIN = 1024
# A JPEG is drawn anew with each of its scans: those that cameras and scanners make have a dozen.
_SCAN_BEGINS, _MOST_SCANS = b"\xff\xda", 100


def checked_scan(data: bytes, name: str) -> CheckedScan:
    """The scan, if it is a whole PDF, JPEG or PNG of bearable size; heavy pictures are made light.

    Args:
        data: The file's bytes; its name is not believed.
        name: What the file is called, for the sentence.

    Raises:
        RuleViolation: ``scan-too-large``, ``scan-kind``, ``scan-broken``, ``scan-locked`` or
            ``scan-pages``.
    """
    if len(data) > MOST_BYTES:
        raise RuleViolation(
            "scan-too-large",
            f"Tệp {name} nặng quá {MOST_BYTES // 1_000_000} MB; hãy quét lại ở 200-300 dpi"
            " hoặc tách thành nhiều tệp.",
            field="scan",
        )
    media = kind_of(data, name)
    if media is Media.PDF:
        return CheckedScan(media, data, pages_of(data, name))
    return _checked_picture(data, name, media)


def kind_of(data: bytes, name: str) -> Media:
    """What a file is by its first bytes.

    Raises:
        RuleViolation: ``scan-kind``.
    """
    if b"%PDF-" in data[:_PDF_MARK_WITHIN]:
        return Media.PDF
    for mark, media in ((b"\xff\xd8\xff", Media.JPEG), (b"\x89PNG\r\n\x1a\n", Media.PNG)):
        if data.startswith(mark):
            return media
    raise RuleViolation(
        "scan-kind",
        f"Tệp {name} không phải PDF, JPEG hay PNG; hãy quét hoặc lưu lại thành một trong các"
        " loại ấy.",
        field="scan",
    )


def thumbnail(scan: CheckedScan, side_px: int = 220) -> bytes:
    """A small PNG of the first page, with a thin edge, for paper is as white as a screen.

    Raises:
        RuleViolation: ``scan-broken`` or ``scan-too-large``.
    """
    from PIL import ImageOps

    try:
        is_pdf = scan.media is Media.PDF
        picture = _first_page(scan.data) if is_pdf else _bearable(scan.data, "này")
        picture.thumbnail((side_px - 2, side_px - 2))
    except (OSError, SyntaxError, ValueError) as error:
        raise broken("này") from error
    return _saved(ImageOps.expand(picture.convert("RGB"), border=1, fill=_EDGE), "PNG")


def _checked_picture(data: bytes, name: str, media: Media) -> CheckedScan:
    if media is Media.JPEG and data.count(_SCAN_BEGINS) > _MOST_SCANS:
        raise broken(name)
    try:
        picture = _bearable(data, name)
        picture.load()
    except (OSError, SyntaxError, ValueError) as error:
        raise broken(name) from error
    longest = max(picture.width, picture.height)
    if longest <= LONGEST_SIDE_PX and len(data) <= LIGHT_BYTES:
        return CheckedScan(media, data)
    light = _lightened(picture)
    if longest > LONGEST_SIDE_PX or len(light) < len(data):
        return CheckedScan(Media.JPEG, light)
    return CheckedScan(media, data)


def _bearable(data: bytes, name: str) -> Any:  # noqa: ANN401 - Pillow's image, as below
    picture = _opened(data)
    if picture.width * picture.height > MOST_PIXELS:
        raise RuleViolation(
            "scan-too-large",
            f"Ảnh {name} có {picture.width}x{picture.height} điểm ảnh, quá lớn;"
            " hãy quét lại ở 200-300 dpi.",
            field="scan",
        )
    return picture


def _lightened(picture: Any) -> bytes:  # noqa: ANN401 - Pillow's image, loaded only when needed
    from PIL import ImageOps

    upright: Any = ImageOps.exif_transpose(picture)
    upright.thumbnail((LONGEST_SIDE_PX, LONGEST_SIDE_PX))
    kind = "L" if upright.mode in {"1", "L", "LA", "I", "I;16"} else "RGB"
    return _saved(upright.convert(kind), "JPEG", quality=_JPEG_QUALITY, optimize=True)


def _opened(data: bytes) -> Any:  # noqa: ANN401 - as above
    # Loading Pillow takes longer than drawing a receipt; most desks attach nothing.
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # our own limit is looked at before a pixel is decoded
    return Image.open(BytesIO(data), formats=("JPEG", "PNG"))


def _first_page(data: bytes) -> Any:  # noqa: ANN401 - as above
    from PIL import Image

    page = page_of(data, "này", 0, 72, 400)
    return Image.frombytes("RGB", (page.width, page.height), page.rgb)


def _saved(picture: Any, kind: str, **how: object) -> bytes:  # noqa: ANN401 - as above
    target = BytesIO()
    picture.save(target, kind, **how)
    return target.getvalue()
