"""An office's score of its own reform: a year's sheet, points and their proof, the paper."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reception import paths
from reception.domain.accounts import Right
from reception.domain.errors import RuleViolation
from reception.domain.handling_report import percent_words
from reception.domain.list_frame import Period
from reception.domain.paper import Paper
from reception.domain.quality_papers import self_score_paper
from reception.domain.self_score import (
    Band,
    Criterion,
    Evidence,
    EvidenceKind,
    PartTotal,
    SelfScoreGiven,
    SelfScoreSheetSet,
    band_of,
    by_figure,
    check_sheet,
    checked_evidence,
    checked_points,
    totals,
)
from reception.domain.text import checked_text
from reception.services import form_workbook, forms, rights
from reception.services.desk import Desk
from reception.services.drawing_up import drawing
from reception.services.figure_years import check_year, year_until
from reception.services.indicators import Indicators, indicators
from reception.services.printable import check_printable
from reception.services.quality_rules import score_rules_on
from reception.services.self_score_file import read_sheet
from reception.storage import evaluation_rows, lists

EXAMPLE = "bảng ví dụ kèm chương trình"
_HASH_LETTERS = 16


@dataclass(frozen=True, slots=True)
class SelfScore:
    """A year's sheet with its points; ``origin`` says whence the sheet is."""

    year: int
    origin: str
    criteria: tuple[Criterion, ...]
    given: Mapping[str, SelfScoreGiven]
    totals: tuple[PartTotal, ...]
    bands: tuple[Band, ...]

    @property
    def points(self) -> int:
        """The hundredths of all parts together."""
        return sum(one.points for one in self.totals)

    @property
    def lacking(self) -> int:
        """How many criteria have no points yet."""
        return sum(one.open for one in self.totals)

    @property
    def band(self) -> Band | None:
        """What the total is called; nothing while points are lacking."""
        return None if self.lacking else band_of(self.points, self.bands)

    def criterion(self, code: str) -> Criterion:
        """A criterion by its code.

        Raises:
            RuleViolation: ``no-such-criterion``.
        """
        wanted = code.strip().casefold()
        found = next((one for one in self.criteria if one.code.casefold() == wanted), None)
        if found is None:
            codes = ", ".join(one.code for one in self.criteria)
            raise RuleViolation(
                "no-such-criterion",
                f"Bảng tiêu chí năm {self.year} không có tiêu chí “{code[:20]}”; hãy chọn một"
                f" trong: {codes}.",
                field="criterion",
            )
        return found


def self_score(desk: Desk, year: int) -> SelfScore:
    """A year's sheet and points.

    Raises:
        RuleViolation: ``year-impossible``, or ``no-score-sheet`` before a sheet was taken.
    """
    check_year(desk, year)
    sheet = evaluation_rows.sheet(desk.database, year)
    if sheet is None:
        raise RuleViolation(
            "no-score-sheet",
            f"Năm {year} chưa có bảng tiêu chí tự chấm điểm; hãy nhập bảng của cơ quan (tệp Excel"
            " hoặc CSV), hoặc lấy bảng ví dụ để thử.",
            field="year",
        )
    rules = score_rules_on(year_until(year))
    given = evaluation_rows.scores(desk.database, year)
    told = totals(rules.parts, sheet.criteria, given)
    return SelfScore(year, sheet.origin, sheet.criteria, given, tuple(told), rules.bands)


def set_sheet(desk: Desk, year: int, file: Path | None, *, by: str) -> SelfScore:
    """Take a year's sheet of criteria from a file, or without one the shipped example.

    Points of criteria that are still on the sheet stay.

    Raises:
        RuleViolation: ``sheet-faulty`` and what :func:`read_sheet` says; ``not-allowed``,
            ``year-impossible``.
    """
    rights.check(desk, Right.APPROVE, "đổi bảng tiêu chí tự chấm điểm", by=by)
    check_year(desk, year)
    criteria = read_sheet(file or paths.resource("rules") / "self-score-example.csv")
    check_sheet(criteria, score_rules_on(year_until(year)).parts)
    kept = evaluation_rows.scores(desk.database, year)
    for one in criteria:
        points = kept[one.code].points if one.code in kept else None
        if points is not None:
            checked_points(one, points)
    event = SelfScoreSheetSet(year, file.name if file else EXAMPLE, criteria)
    with desk.store.writing():
        desk.store.record_reference(event, at=desk.now(), by=by)
    return self_score(desk, year)


def give(
    desk: Desk,
    year: int,
    criterion: str,
    points: int | None,
    *,
    evidence: Sequence[Evidence] = (),
    kept: Sequence[Evidence] = (),
    note: str = "",
    by: str,
) -> SelfScore:
    """Give points (in hundredths) for a criterion with what proves them; ``None`` takes them back.

    ``kept`` is what proved them before and still does; ``evidence`` is looked at now.

    Raises:
        RuleViolation: ``no-such-criterion``, ``points-too-many``, ``evidence-dossier`` for a code
            that no dossier has, ``evidence-file`` for a file that cannot be read; ``no-glyph``
            for words that the sheet could not show; ``not-allowed`` and those of
            :func:`self_score`.
    """
    rights.check(desk, Right.APPROVE, "tự chấm điểm", by=by)
    line = self_score(desk, year).criterion(criterion)
    proofs = (*kept, *(_proved(desk, proof) for proof in checked_evidence(evidence)))
    told = checked_points(line, points) if points is not None else None
    said = checked_text(note, "note")
    for text in (said, *(proof.text for proof in proofs)):
        check_printable(text, "evidence")
    event = SelfScoreGiven(desk.now(), year, line.code, told, proofs, said)
    with desk.store.writing():
        desk.store.record_reference(event, at=desk.now(), by=by)
    return self_score(desk, year)


def proposed(desk: Desk, year: int, criterion: str) -> tuple[int, Evidence]:
    """The points that this program's own figures give for a criterion, and the figure itself.

    Raises:
        RuleViolation: ``no-figure`` for a criterion that names none, or of which nothing was
            counted in the year; those of :func:`self_score`.
    """
    line = self_score(desk, year).criterion(criterion)
    if line.figure:
        made = _counted(desk, year)
        told = made.of(line.figure)
        share = told.share
        if share and share.rate is not None:
            text = (
                f"chỉ số {told.index.code} {made.period.words()}: {percent_words(share.rate)}"
                f" ({share.part}/{share.whole} {share.unit})"
            )
            return by_figure(line, share.rate), Evidence(EvidenceKind.FIGURE, text)
        why = told.unknown or "trong năm chưa phát sinh"
    else:
        why = "tiêu chí này không gắn với chỉ số nào"
    raise RuleViolation(
        "no-figure",
        f"Chưa tự điền được điểm của tiêu chí {line.code}: {why}; hãy tự ghi số điểm.",
        field="points",
    )


def paper(desk: Desk, made: SelfScore, *, by: str = "") -> Paper:
    """The sheet as a paper, to be signed by the head of the office."""
    on = min(year_until(made.year), desk.now().date())
    frame = drawing(desk, forms.SELF_SCORE, on, by)
    return self_score_paper(frame, made.year, made.criteria, made.given, made.totals, made.band)


def save_workbook(desk: Desk, made: SelfScore, file: Path) -> None:
    """The same as a spreadsheet.

    Raises:
        Trouble: ``file-unwritable``.
    """
    form_workbook.save(paper(desk, made), file, f"Tự chấm {made.year}")


def _counted(desk: Desk, year: int) -> Indicators:
    first = year_until(year).replace(month=1, day=1)
    last = max(first, min(year_until(year), desk.now().date()))
    return indicators(desk, Period(first, last))


def _proved(desk: Desk, proof: Evidence) -> Evidence:
    """What proves a score as it is written down: a dossier that is there, a file by its content."""
    if proof.kind is EvidenceKind.DOSSIER:
        found = lists.by_reference(desk.database, proof.text.upper())
        if found is None:
            raise RuleViolation(
                "evidence-dossier",
                f"Không có hồ sơ mã “{proof.text[:40]}” trong sổ; hãy kiểm tra lại mã.",
                field="evidence",
            )
        return replace(proof, text=found.reference)
    if proof.kind is EvidenceKind.FILE:
        return replace(proof, text=_file_words(Path(proof.text)))
    return proof


def _file_words(file: Path) -> str:
    """A file's name and the hash of its content, by which it is known again wherever it lies."""
    try:
        with file.open("rb") as content:
            found = hashlib.file_digest(content, "sha256").hexdigest()
    except OSError as error:
        raise RuleViolation(
            "evidence-file",
            f"Không mở được tệp minh chứng “{file.name[:60]}”; hãy chọn lại tệp.",
            field="evidence",
        ) from error
    return f"{file.name} (SHA-256 {found[:_HASH_LETTERS]})"
