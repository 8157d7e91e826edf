"""Targets as they are typed and told."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from reception.domain.money import figures
from reception.domain.targets import Progress, checked_percent

_HUNDRED = 100


def parse_percent(text: str) -> int:
    """The hundredths of a percent that were typed: ``98``, ``98,5``, ``98 %``.

    Raises:
        RuleViolation: ``target-impossible``.
    """
    try:
        hundredths = Decimal(text.strip().removesuffix("%").strip().replace(",", ".")) * _HUNDRED
        return checked_percent(int(hundredths) if hundredths == int(hundredths) else 0)
    except (InvalidOperation, ValueError, OverflowError):
        return checked_percent(0)


def target_percent(hundredths: int) -> str:
    """A target as it is written: ``98 %``, ``98,5 %``."""
    return f"{(Decimal(hundredths) / _HUNDRED).normalize():f} %".replace(".", ",")


def room_words(progress: Progress) -> str:
    """How far it is to the target, or how much room there is, in one sentence."""
    share = progress.share
    if share is None or progress.met is None:
        return ""
    if progress.met:
        if progress.spare is None:
            return "Đã đạt."
        return (
            f"Đang đạt; chưa kể hồ sơ đạt thêm, còn được {figures(progress.spare)} {share.unit}"
            " không đạt nữa."
        )
    if progress.needed is None:
        return "Chưa đạt, và năm nay không đạt được nữa vì đã có trường hợp không đạt."
    if progress.kind.fixed:
        return f"Chưa đạt; còn thiếu {figures(progress.needed)} {share.unit}."
    return f"Chưa đạt; phải có {figures(progress.needed)} {share.unit} tiếp theo đều đạt."
