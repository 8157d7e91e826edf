"""Pages of a PDF as pictures, for the preview and for printers: the same bytes that are kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

HIGHEST_DPI = 300


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
    # Here, because the first window must not wait for it.
    import pypdfium2

    library: Any = pypdfium2  # it carries few types
    document = library.PdfDocument(pdf)
    try:
        return [_page_image(document[n], min(dpi, HIGHEST_DPI)) for n in range(len(document))]
    finally:
        document.close()


def _page_image(page: Any, dpi: int) -> PageImage:  # noqa: ANN401 - pypdfium2 comes without types
    bitmap = page.render(scale=dpi / 72, grayscale=True)
    return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
