"""An office's own wordings, form by form: what they say, said anew from a day on, looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from reception.domain.accounts import Account, Right
from reception.domain.dated import ruling_on
from reception.domain.errors import RuleViolation
from reception.domain.paper import FormWording
from reception.domain.text import clean
from reception.domain.wording_pieces import Piece, PieceKind, pieces, with_texts
from reception.printing.page import PaperSize
from reception.printing.papers import render
from reception.services import forms, samples, templates
from reception.services.desk import Desk
from reception.services.printable import check_printable
from reception.storage import reference

OFFICE = "office"
LONGEST_SOURCE = 300


@dataclass(frozen=True, slots=True)
class OwnForm:
    """A form as it is shipped, and the office's own versions of it, the first to rule first."""

    shipped: FormWording
    versions: tuple[FormWording, ...]

    def ruling(self, day: date) -> FormWording:
        """The version that papers of a day are made with."""
        in_force = [version for version in self.versions if version.in_force_on(day)]
        return ruling_on(in_force, day) if in_force else self.shipped


@dataclass(frozen=True, slots=True)
class Revision:
    """Other texts, by their place in a version, in force from a day, decided by ``source``."""

    base: FormWording
    texts: Mapping[str, str]
    valid_from: date
    source: str


def own_forms(desk: Desk) -> list[OwnForm]:
    """The forms that papers of today or later can be made with."""
    today, own = desk.now().date(), reference.wordings(desk.database)
    names = (*forms.FORMS, *forms.OTHER_FORMS, *forms.LIST_FORMS)
    # The form itself before its other editions.
    shipped = [
        one
        for name in names
        for one in sorted(forms.shipped_wordings(name), key=lambda found: "-" in found.regime)
    ]
    return [
        OwnForm(one, tuple(v for v in own if (v.form, v.regime) == (one.form, one.regime)))
        for one in shipped
        if one.valid_until is None or one.valid_until > today
    ]


def texts_of(wording: FormWording) -> tuple[Piece, ...]:
    """The texts of a version that stand on its papers; a blank slip has most of the receipt's."""
    found = pieces(wording)
    if wording.form != forms.BLANK_SLIP:
        return found
    return tuple(one for one in found if one.kind in {PieceKind.NUMBER, PieceKind.NOTE})


def checked(revision: Revision) -> FormWording:
    """The wording that a revision makes.

    Raises:
        RuleViolation: ``text-missing``, ``no-glyph`` or ``wording-faulty``, at the place of the
            text that is at fault where it is known.
    """
    changes = _changes(revision)
    for path, text in changes.items():
        if not text:
            raise RuleViolation(
                "text-missing",
                "Chỗ này không được để trống; hãy ghi lại, hoặc chép lời văn của mẫu.",
                field=path,
            )
        # As it was typed: cleaning would put a blank in a control character's place.
        check_printable(revision.texts[path], path)
    wording = replace(
        with_texts(revision.base, changes),
        valid_from=revision.valid_from,
        valid_until=None,
        source=clean(revision.source),
        confidence=OFFICE,
    )
    if fault := templates.fault_of(wording):
        raise RuleViolation(
            "wording-faulty",
            f"Lời văn {fault}; hãy sửa lại.",
            field=_place_of_fault(wording, changes),
        )
    return wording


def revise(desk: Desk, revision: Revision, *, by: Account) -> FormWording:
    """Give a form the office's own wording from a day on; papers of earlier days keep theirs.

    Raises:
        RuleViolation: ``not-allowed``, ``day-past``, ``source-missing``, ``nothing-changed``, or
            as for :func:`checked`.
    """
    by.require(Right.MANAGE_OFFICE)
    wording = checked(revision)
    _check_frame(desk, wording)
    _check_news(desk, wording)
    templates.record(desk, wording, by=by.login)
    return wording


def preview(revision: Revision, size: PaperSize) -> bytes:
    """The form on invented data in the wording of a revision, as PDF.

    Raises:
        RuleViolation: As for :func:`checked`.
    """
    wording = checked(revision)
    number = wording.regime.partition("-")[0]
    regime = number if number.isdigit() else forms.regime_on(wording.valid_from)
    return render(samples.papers_in(wording, regime), size)


def _changes(revision: Revision) -> dict[str, str]:
    """The texts that differ from those of the base, cleaned; a hard blank alone is no change."""
    was = {piece.path: piece.text for piece in pieces(revision.base)}
    told = {path: clean(text) for path, text in revision.texts.items()}
    return {path: text for path, text in told.items() if text != clean(was.get(path, ""))}


def _place_of_fault(wording: FormWording, changes: Mapping[str, str]) -> str | None:
    """The first text that is at fault alone, all others as shipped."""
    shipped = _shipped(wording)
    known = {piece.path for piece in pieces(shipped)}
    for path, text in changes.items():
        if path in known and templates.fault_of(with_texts(shipped, {path: text})):
            return path
    return None


def _shipped(wording: FormWording) -> FormWording:
    found = forms.shipped_wordings(wording.form)
    return next(one for one in found if one.regime == wording.regime)


def _check_frame(desk: Desk, wording: FormWording) -> None:
    first = max(desk.now().date(), _shipped(wording).valid_from)
    if wording.valid_from < first:
        raise RuleViolation(
            "day-past",
            "Ngày áp dụng đã qua, mà giấy đã in phải giữ nguyên lời văn; hãy ghi từ hôm nay trở đi."
            if first == desk.now().date()
            else "Ngày áp dụng ở trước ngày mẫu này có hiệu lực; hãy ghi ngày muộn hơn.",
            field="valid_from",
        )
    if not wording.source:
        raise RuleViolation(
            "source-missing",
            "Chưa ghi căn cứ; hãy ghi số và ngày của văn bản cho dùng lời văn này.",
            field="source",
        )
    if len(wording.source) > LONGEST_SOURCE:
        raise RuleViolation(
            "source-too-long",
            f"Căn cứ dài quá {LONGEST_SOURCE} ký tự; hãy ghi ngắn hơn.",
            field="source",
        )


def _check_news(desk: Desk, wording: FormWording) -> None:
    ruling = forms.wordings_of(desk).ruling(wording.form, wording.regime, wording.valid_from)
    same = replace(
        wording,
        valid_from=ruling.valid_from,
        valid_until=ruling.valid_until,
        source=ruling.source,
        confidence=ruling.confidence,
    )
    amended = ruling.valid_from == wording.valid_from and ruling.source != wording.source
    if same == ruling and not amended:
        raise RuleViolation(
            "nothing-changed",
            "Lời văn không khác bản áp dụng vào ngày ấy; hãy sửa ít nhất một chỗ rồi lưu.",
        )
