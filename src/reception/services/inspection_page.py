"""The list of an inspection pack as one plain web page: no script, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from reception.domain.list_frame import Period

_STYLE = """
body { font-family: "Noto Sans", "Segoe UI", Arial, sans-serif; line-height: 1.5; color: #111;
  background: #fff; max-width: 90rem; margin: 1.5rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; } .wide { overflow-x: auto; }
table { border-collapse: collapse; } td, th { border: 1px solid #767676; padding: .3rem .5rem;
  text-align: left; vertical-align: top; } th { background: #eef2f6; }
td:last-child { font-family: monospace; font-size: .75rem; word-break: break-all; }
.totals td:last-child { font: inherit; text-align: right; }
"""


def page(
    unit: str,
    period: Period,
    head: Sequence[str],
    rows: Iterable[Sequence[str]],
    totals: Mapping[str, Any],
) -> str:
    """The list and its totals."""
    title = f"Bộ hồ sơ thanh tra, {period.words()}"
    body = [
        f"<h1>{escape(title)}</h1>",
        f"<p>{escape(unit)}: {totals['dossiers']} hồ sơ.</p>",
        '<p>Kiểm tra: mở <a href="kiem-tra.html">kiem-tra.html</a>, hoặc chạy kiem_tra.py.</p>',
        *_counts("Theo tình trạng", totals["by_state"]),
        *_counts("Có kết quả so với hẹn trả", totals["kept"]),
        *_counts("Theo lĩnh vực", totals["by_field"]),
        "<h2>Danh sách</h2>",
        '<div class="wide"><table><thead>',
        f"<tr><th>STT</th>{_cells('th', head)}</tr></thead><tbody>",
        *(f"<tr><td>{n}</td>{_cells('td', row)}</tr>" for n, row in enumerate(rows, start=1)),
        "</tbody></table></div>",
    ]
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="vi"><head><meta charset="utf-8">',
            f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>",
            *body,
            "</body></html>",
            "",
        ]
    )


def _counts(title: str, counts: Mapping[str, int]) -> list[str]:
    if not counts:
        return []
    rows = (f"<tr><td>{escape(name)}</td><td>{count}</td></tr>" for name, count in counts.items())
    return [f"<h2>{escape(title)}</h2>", '<table class="totals">', *rows, "</table>"]


def _cells(tag: str, texts: Iterable[str]) -> str:
    return "".join(f"<{tag}>{escape(text)}</{tag}>" for text in texts)
