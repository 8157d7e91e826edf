"""A receipt as PDF against the same page on a bare reportlab canvas, in turn, in one process.

The canvas is spared all thinking: it gets each text with its place, worked out beforehand, while
the product breaks the lines and fills in the form within its time. It draws with the whole fonts
and reportlab's own QR and Code 128; the second canvas is given our codes, too.

    python benchmarks/receipt_pdf.py [--rounds 60] [--size A5]
"""

from __future__ import annotations

import argparse
import io
import statistics
import time
from collections.abc import Callable
from dataclasses import replace

from reportlab import rl_config
from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.code128 import Code128
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from reception import paths
from reception.domain.dossier import Dossier
from reception.domain.dossier_frame import Issue
from reception.domain.paper import Paper
from reception.printing import papers
from reception.printing.fonts import Face
from reception.printing.page import FORMATS, PaperSize
from reception.printing.sheet import Sheet
from reception.services import forms, sample_dossiers
from reception.services.sample_dossiers import CLERK

NAMES = ("Nguyễn Thị Hường", "H’Hen Niê", "Đỗ Thị Ưởng", "Y Ka Ly", "Trần Đức Thắng", "Lê Ngọc Ẩn")


def dossier(n: int) -> Dossier:
    made = sample_dossiers.sample_dossier(forms.RECEIPT, "2025")
    owner = replace(
        made.intake.owner, name=f"{NAMES[n % 6]} {n}", identity=f"0403{n:08d}", phone=f"09{n:08d}"
    )
    return replace(made, code=f"H40.16-260309-{n:04d}", intake=replace(made.intake, owner=owner))


def product(n: int, size: PaperSize) -> bytes:
    return papers.render([receipt(n)], size)


def receipt(n: int) -> Paper:
    made = dossier(n)
    wording = forms.wording(forms.RECEIPT, "2025")
    issue = Issue(sample_dossiers.sample_office("2025"), wording, made.opened_at, CLERK)
    return forms.paper(forms.RECEIPT, made, issue)


def bare_canvas(sheet: Sheet, paper: Paper, size: PaperSize, *, own_codes: bool) -> bytes:
    page = FORMATS[size][0]
    rl_config.useA85 = 1  # as it comes; the product turns it off
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(page.width, page.height), pageCompression=1)
    for x, y, face, points, text in sheet.runs:
        canvas.setFont(f"whole-{face}", points)
        canvas.drawString(x, page.height - y, text)
    for rule in sheet.rules:
        canvas.setLineWidth(rule.weight)
        canvas.line(rule.x0, page.height - rule.y0, rule.x1, page.height - rule.y1)
    qr, bars = sheet.patches
    if own_codes:
        for patch in (qr, bars):
            path = canvas.beginPath()
            for x, y, wide in patch.rectangles:
                top = page.height - patch.y - (y + 1) * patch.unit_y
                left = patch.x + x * patch.unit_x
                path.rect(left, top, wide * patch.unit_x, patch.unit_y)
            canvas.drawPath(path, stroke=0, fill=1)
    else:
        widget = QrCodeWidget(paper.qr, barWidth=page.qr, barHeight=page.qr, barBorder=0)
        drawing = Drawing(page.qr, page.qr)
        drawing.add(widget)
        renderPDF.draw(drawing, canvas, qr.x, page.height - qr.y - page.qr)
        code = Code128(paper.code128, barWidth=bars.unit_x, barHeight=bars.unit_y, quiet=0)
        code.drawOn(canvas, bars.x, page.height - bars.y - bars.unit_y)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def milliseconds(make: Callable[[], bytes]) -> tuple[float, int]:
    before = time.process_time()
    made = make()
    return (time.process_time() - before) * 1000, len(made)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--size", type=PaperSize, default=PaperSize.A5, choices=list(PaperSize))
    asked = parser.parse_args()
    product(0, asked.size)
    for face in Face:
        # Not by registerFont, which would take the product's font for this one: they are namesakes.
        file = paths.resource("fonts") / f"{face}.ttf"
        pdfmetrics._fonts[f"whole-{face}"] = TTFont(f"whole-{face}", str(file))
    spent: dict[str, list[tuple[float, int]]] = {}
    for n in range(-5, asked.rounds):
        paper = receipt(n % 9000)
        (sheet,) = papers._set(paper, asked.size, 0)
        contenders: dict[str, Callable[[], bytes]] = {
            "product": lambda n=n: product(n % 9000, asked.size),
            "bare canvas": lambda s=sheet, p=paper: bare_canvas(s, p, asked.size, own_codes=False),
            "bare canvas, our codes": lambda s=sheet, p=paper: bare_canvas(
                s, p, asked.size, own_codes=True
            ),
        }
        for name, make in contenders.items():
            taken = milliseconds(make)
            if n >= 0:  # the first rounds fill the caches of all
                spent.setdefault(name, []).append(taken)
    medians = {name: statistics.median(ms for ms, _size in taken) for name, taken in spent.items()}
    print(f"{'receipt as PDF, ' + asked.size:32} CPU ms   kB   product / this one")
    for name, taken in spent.items():
        kb = max(size for _ms, size in taken) / 1000
        ratio = medians["product"] / medians[name]
        print(f"{name:32} {medians[name]:6.2f} {kb:4.0f}   {ratio:.2f}")


if __name__ == "__main__":
    main()
