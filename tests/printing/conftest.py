from __future__ import annotations

from collections.abc import Callable

import pypdfium2
import pytest


@pytest.fixture
def text_of() -> Callable[[bytes], str]:
    """The text that a reader copies out of a PDF, all pages, lines joined."""

    def read(pdf: bytes) -> str:
        document = pypdfium2.PdfDocument(pdf)
        try:
            pages = [document[n].get_textpage().get_text_range() for n in range(len(document))]
        finally:
            document.close()
        return " ".join(" ".join(pages).split())

    return read


@pytest.fixture
def pages_of() -> Callable[[bytes], int]:
    def count(pdf: bytes) -> int:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()

    return count
