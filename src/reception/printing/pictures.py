"""Scans judged by their content, made light for thin lines, and their thumbnails."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from reception.domain.errors import RuleViolation
from reception.domain.scan import (
    LIGHT_BYTES,
    LONGEST_SIDE_PX,
    MOST_BYTES,
    MOST_PAGES,
    MOST_PIXELS,
    CheckedScan,
    Media,
)

_JPEG_QUALITY = 80
_EDGE = (150, 160, 170)
_PDF_MARK_WITHIN = 1024


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
    if b"%PDF-" in data[:_PDF_MARK_WITHIN]:
        return _checked_pdf(data, name)
    if data.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        return _checked_picture(data, name)
    raise RuleViolation(
        "scan-kind",
        f"Tệp {name} không phải PDF, JPEG hay PNG; hãy quét hoặc lưu lại thành một trong các"
        " loại ấy.",
        field="scan",
    )


def thumbnail(scan: CheckedScan, side_px: int = 220) -> bytes:
    """A small PNG of the first page, with a thin edge, for paper is as white as a screen."""
    from PIL import ImageOps

    picture = _first_page(scan) if scan.media is Media.PDF else _opened(scan.data)
    picture.thumbnail((side_px - 2, side_px - 2))
    return _saved(ImageOps.expand(picture.convert("RGB"), border=1, fill=_EDGE), "PNG")


def _checked_pdf(data: bytes, name: str) -> CheckedScan:
    import pypdfium2

    library: Any = pypdfium2  # it carries few types
    try:
        document = library.PdfDocument(data)
    except library.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise _locked(name) if locked else _broken(name) from None
    try:
        pages = len(document)
        if not 1 <= pages <= MOST_PAGES:
            raise RuleViolation(
                "scan-pages",
                f"Tệp {name} có {pages} trang; hãy tách thành các tệp từ 1 đến {MOST_PAGES} trang.",
                field="scan",
            )
        page = document[0]
        width, height = page.get_size()
        # A page that cannot be drawn is no scan; drawn small, no page costs much memory.
        page.render(scale=min(1.0, 200 / max(width, height, 1.0)))
    except library.PdfiumError:
        raise _broken(name) from None
    finally:
        document.close()
    return CheckedScan(Media.PDF, data, pages)


def _checked_picture(data: bytes, name: str) -> CheckedScan:
    media = Media.PNG if data.startswith(b"\x89PNG") else Media.JPEG
    try:
        picture = _opened(data)
        if picture.width * picture.height > MOST_PIXELS:
            raise RuleViolation(
                "scan-too-large",
                f"Ảnh {name} có {picture.width}x{picture.height} điểm ảnh, quá lớn;"
                " hãy quét lại ở 200-300 dpi.",
                field="scan",
            )
        picture.load()
    except (OSError, SyntaxError, ValueError) as error:
        raise _broken(name) from error
    longest = max(picture.width, picture.height)
    if longest <= LONGEST_SIDE_PX and len(data) <= LIGHT_BYTES:
        return CheckedScan(media, data)
    light = _lightened(picture)
    return CheckedScan(Media.JPEG, light) if len(light) < len(data) else CheckedScan(media, data)


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


def _first_page(scan: CheckedScan) -> Any:  # noqa: ANN401 - as above
    import pypdfium2

    library: Any = pypdfium2
    document = library.PdfDocument(scan.data)
    try:
        page = document[0]
        width, height = page.get_size()
        return page.render(scale=min(1.0, 400 / max(width, height, 1.0))).to_pil().copy()
    finally:
        document.close()


def _saved(picture: Any, kind: str, **how: object) -> bytes:  # noqa: ANN401 - as above
    target = BytesIO()
    picture.save(target, kind, **how)
    return target.getvalue()


def _broken(name: str) -> RuleViolation:
    return RuleViolation(
        "scan-broken",
        f"Tệp {name} bị hỏng, không mở được; hãy quét lại.",
        field="scan",
    )


def _locked(name: str) -> RuleViolation:
    return RuleViolation(
        "scan-locked",
        f"Tệp {name} có mật khẩu; hãy bỏ mật khẩu rồi đính kèm lại.",
        field="scan",
    )
