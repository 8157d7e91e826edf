"""Pages of a PDF as pictures, for the preview and for printers: the same bytes that are kept."""

from __future__ import annotations

import io
import math
from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

HIGHEST_DPI = 300
_MOST_PIXELS = 40_000_000  # of one page: an A2 sheet at 300 dpi; what is larger is drawn coarser


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page in shades of grey, one byte each (0 black, 255 white), rows ``stride`` bytes apart."""

    width: int
    height: int
    stride: int
    grey: bytes


def render_pages(pdf: bytes, dpi: int) -> list[PageImage]:
    """Every page of ``pdf`` at ``dpi`` dots per inch, 300 at most: an A4 page is 8.7 MB at that.

    PDFium works for one thread at a time; the caller sees to that.
    """
    return list(each_page(pdf, dpi))


def each_page(pdf: bytes, dpi: int) -> Generator[PageImage]:
    """The pages one after the other, for documents of which not all pictures fit into memory."""
    document = _opened(pdf)
    try:
        for n in range(len(document)):
            yield _page_image(document[n], min(dpi, HIGHEST_DPI))
    finally:
        document.close()


def count_pages(pdf: bytes) -> int:
    """How many pages a PDF has."""
    document = _opened(pdf)
    try:
        return len(document)
    finally:
        document.close()


def first_pages(pdf: bytes, most: int) -> bytes:
    """A PDF of the first pages of another, to be looked at before it is printed whole."""
    document = _opened(pdf)
    beginning: Any = document.new()
    try:
        beginning.import_pages(document, range(min(most, len(document))))
        written = io.BytesIO()
        beginning.save(written)
        return written.getvalue()
    finally:
        beginning.close()
        document.close()


def _opened(pdf: bytes) -> Any:  # noqa: ANN401 - pypdfium2 comes without types
    # Here, because the first window must not wait for it.
    import pypdfium2

    library: Any = pypdfium2
    return library.PdfDocument(pdf)


def _page_image(page: Any, dpi: int) -> PageImage:  # noqa: ANN401 - pypdfium2 comes without types
    width, height = page.get_size()
    scale = min(dpi / 72, math.sqrt(_MOST_PIXELS / max(width * height, 1.0)))
    bitmap = page.render(scale=scale, grayscale=True)
    return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
