"""1,000 apology letters as one PDF against 1,000 pages on a bare reportlab canvas, in turn.

The canvas is spared all thinking: it gets each text with its place, worked out beforehand, while
the product composes each letter of its dossier and breaks the lines within its time. It draws with
the whole fonts. The goal is 1.3 times the bare pages.

    python benchmarks/apology_pdf.py [--letters 1000] [--rounds 5]
"""

from __future__ import annotations

import argparse
import io
import statistics
import time
from dataclasses import replace

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from reception import paths
from reception.domain.dossier import Dossier
from reception.domain.dossier_frame import Issue
from reception.domain.paper import Paper
from reception.printing import papers
from reception.printing.fonts import Face
from reception.printing.page import PaperSize
from reception.printing.sheet import Sheet
from reception.services import forms, sample_dossiers

GOAL = 1.3
NAMES = ("Nguyễn Thị Hường", "H’Hen Niê", "Đỗ Thị Ưởng", "Y Ka Ly", "Trần Đức Thắng", "Lê Ngọc Ẩn")
REASONS = (
    "Phải xác minh tại nơi cư trú cũ của người mẹ, đến nay chưa có văn bản trả lời.",
    "Hệ thống thông tin hộ tịch điện tử gián đoạn hai ngày.",
    "Công chức giải quyết nghỉ ốm, đã giao người khác giải quyết.",
)


def dossiers(letters: int) -> list[Dossier]:
    made = sample_dossiers.sample_dossier(forms.APOLOGY_LETTER, "2025")
    return [
        replace(
            made,
            code=f"H40.16-260309-{n:04d}",
            intake=replace(
                made.intake,
                owner=replace(
                    made.intake.owner, name=f"{NAMES[n % 6]} {n}", identity=f"0403{n:08d}"
                ),
            ),
            apology=replace(made.apology, reason=REASONS[n % 3], number=f"{n:04d}/2026/PXL"),
        )
        for n in range(1, letters + 1)
    ]


def letter(dossier: Dossier) -> Paper:
    office, wording = sample_dossiers.sample_office("2025"), forms.wording("apology-letter", "2025")
    return forms.paper("apology-letter", dossier, Issue(office, wording, dossier.apology.at))


def product(wanted: list[Dossier]) -> bytes:
    return papers.render([letter(dossier) for dossier in wanted])


def bare_pages(sheets: list[Sheet]) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(sheets[0].width, sheets[0].height), pageCompression=1)
    for sheet in sheets:
        for x, y, face, points, text in sheet.runs:
            canvas.setFont(f"whole-{face}", points)
            canvas.drawString(x, sheet.height - y, text)
        for rule in sheet.rules:
            canvas.setLineWidth(rule.weight)
            canvas.line(rule.x0, sheet.height - rule.y0, rule.x1, sheet.height - rule.y1)
        for patch in sheet.patches:
            path = canvas.beginPath()
            for x, y, wide in patch.rectangles:
                top = sheet.height - patch.y - (y + 1) * patch.unit_y
                path.rect(patch.x + x * patch.unit_x, top, wide * patch.unit_x, patch.unit_y)
            canvas.drawPath(path, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    wanted = dossiers(asked.letters)
    sheets = [sheet for d in wanted for sheet in papers._set(letter(d), PaperSize.A5, 0)]
    for face in Face:
        file = paths.resource("fonts") / f"{face}.ttf"
        pdfmetrics._fonts[f"whole-{face}"] = TTFont(f"whole-{face}", str(file))
    spent: dict[str, list[float]] = {"product": [], "bare pages": []}
    sizes: dict[str, int] = {}
    for n in range(-1, asked.rounds):
        for name, make in (
            ("product", lambda: product(wanted)), ("bare pages", lambda: bare_pages(sheets))
        ):  # fmt: skip
            before = time.process_time()
            sizes[name] = len(make())
            if n >= 0:  # the first round fills the caches of both
                spent[name].append(time.process_time() - before)
    medians = {name: statistics.median(taken) for name, taken in spent.items()}
    print(f"{asked.letters} apology letters, A5       CPU s    MB")
    for name, median in medians.items():
        print(f"{name:28} {median:8.2f} {sizes[name] / 1e6:5.1f}")
    ratio = medians["product"] / medians["bare pages"]
    print(f"product / bare pages {ratio:.2f}, goal {GOAL}: {'met' if ratio <= GOAL else 'MISSED'}")


if __name__ == "__main__":
    main()
