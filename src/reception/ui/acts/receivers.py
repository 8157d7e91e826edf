"""To whom a dossier can go, as the grouped lines of a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from reception.domain.custody import Holder, HolderKind
from reception.domain.promise import StageDue
from reception.ui.completer import Choice

translate = QCoreApplication.translate


def receiver_choices(
    holders: Iterable[Holder], stages: Sequence[StageDue] = ()
) -> tuple[Choice, ...]:
    """The dossier's own linked stages first, people, the level above; then the long rest.

    The rest are the catalogue's stages: offices, and steps that are named after their work.
    """
    order = list(dict.fromkeys(stage.office for stage in stages))
    lines = [(_rank(holder, order), _choice(holder, order)) for holder in holders]
    return tuple(choice for _, choice in sorted(lines, key=lambda line: line[0]))


def _rank(holder: Holder, stages: Sequence[str]) -> tuple[int, int]:
    if holder.name in stages:
        return 0, stages.index(holder.name)
    kinds = (HolderKind.DESK, HolderKind.SPECIALIST, HolderKind.ABOVE, HolderKind.OFFICE)
    return 1 + (kinds.index(holder.kind) if holder.kind in kinds else len(kinds)), 0


def _choice(holder: Holder, stages: Sequence[str]) -> Choice:
    people = translate("acts", "Một cửa và người trong cơ quan")
    groups = {
        HolderKind.DESK: people,
        HolderKind.SPECIALIST: people,
        HolderKind.OFFICE: translate("acts", "Cơ quan và bước xử lý của thủ tục khác"),
        HolderKind.ABOVE: translate("acts", "Cấp trên"),
    }
    kinds = {
        HolderKind.SPECIALIST: translate("acts", "chuyên viên"),
        HolderKind.OFFICE: translate("acts", "cơ quan, đơn vị"),
        HolderKind.ABOVE: translate("acts", "cấp trên"),
        HolderKind.DESK: translate("acts", "một cửa"),
    }
    own = holder.name in stages
    group = translate("acts", "Các bước liên thông của hồ sơ") if own else groups.get(holder.kind)
    keywords = f"{kinds.get(holder.kind, '')} {holder.login}"
    return Choice(holder.name, holder, keywords, group or "")
