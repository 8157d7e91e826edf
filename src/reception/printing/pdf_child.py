"""Run as a program of its own: opens a PDF that somebody else made, and may come to grief over it.

    python pdf_child.py look MOST_PAGES          answers the number of pages
    python pdf_child.py page NUMBER DPI SIDE     answers width, height, and the page's pixels

The PDF comes by standard input. DPI is the most dots per inch, SIDE the most pixels of the longer
side. This file imports nothing of the program, so that it starts quickly.
"""

from __future__ import annotations

import sys
from typing import Any

MOST_BYTES = 900_000_000  # of memory, all in all
LOCKED, BROKEN = 3, 4
"""What it ends with when there is a password, or nothing that can be read."""


def main() -> int:
    """Answer what was asked for; the exit status tells why there is no answer."""
    _limit_memory()
    import pypdfium2

    library: Any = pypdfium2  # it carries few types
    what, *figures = sys.argv[1:]
    try:
        document = library.PdfDocument(sys.stdin.buffer.read())
        if what == "look":
            _look(document, *map(int, figures))
        else:
            _page(document, *map(int, figures))
    except library.PdfiumError as error:
        return LOCKED if "password" in str(error).lower() else BROKEN
    return 0


def _look(document: Any, most_pages: int) -> None:  # noqa: ANN401 - as above
    pages = len(document)
    if 1 <= pages <= most_pages:
        for number in range(pages):
            document[number]  # pyright: ignore[reportUnusedExpression] - reads the whole page
        # A page that cannot be drawn is no scan.
        _drawn(document[0], 72, 200)
    sys.stdout.buffer.write(b"%d" % pages)


def _page(document: Any, number: int, dpi: int, side: int) -> None:  # noqa: ANN401 - as above
    picture = _drawn(document[number], dpi, side).to_pil().convert("RGB")
    sys.stdout.buffer.write(b"%d %d\n" % picture.size + picture.tobytes())


def _drawn(page: Any, dpi: int, side: int) -> Any:  # noqa: ANN401 - as above
    return page.render(scale=min(dpi / 72, side / max(*page.get_size(), 1.0)))


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class _Limits(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

        _fields_ = (
            ("times", ctypes.c_int64 * 2),
            ("flags", wintypes.DWORD),
            ("working_set", ctypes.c_size_t * 2),
            ("active", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("classes", wintypes.DWORD * 2),
            ("io", ctypes.c_uint64 * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("peaks", ctypes.c_size_t * 2),
        )

    def _limit_memory() -> None:
        """Put this process into a job of its own, which may take no more than so much."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = wintypes.HANDLE
        job = wintypes.HANDLE(kernel.CreateJobObjectW(None, None))
        limits = _Limits(flags=0x100, process_memory=MOST_BYTES)
        kernel.SetInformationJobObject(job, 9, ctypes.byref(limits), ctypes.sizeof(limits))
        kernel.AssignProcessToJobObject(job, wintypes.HANDLE(kernel.GetCurrentProcess()))
else:
    import resource

    def _limit_memory() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))


if __name__ == "__main__":
    sys.exit(main())
