"""An administrative procedure of the catalogue, as it stood between two dates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from reception.domain.dated import Dated
from reception.domain.errors import RuleViolation
from reception.domain.moments import date_words
from reception.domain.time_limit import Stage, TimeLimit

CONFIDENCE_WORDS = {
    "page": "trang quốc gia",
    "page+interpreted": "trang quốc gia, có suy luận",
    "decree-text": "lời văn bản",
    "local-decision": "quyết định của địa phương",
    "memory": "chưa đối chiếu",
    "office": "cơ quan tự ghi",
}


class SupplementRule(StrEnum):
    """How the clock treats a request for supplement (61/2018 Đ19 k4; sector laws differ)."""

    RESTART = "restart"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True)
class RequiredPaper:
    """A paper that the procedure asks for, and how many originals and copies."""

    name: str
    originals: int = 1
    copies: int = 0
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Fee:
    """What the applicant pays. ``amount_vnd`` is ``None`` where the sum depends on the case."""

    amount_vnd: int | None
    words: str = ""


NO_FEE = Fee(None)


@dataclass(frozen=True, slots=True)
class Procedure(Dated):
    """One version of a procedure, in force from ``valid_from`` until before ``valid_until``.

    ``limit`` is ``None`` where the law sets no limit (notifications) or where only ``stages`` carry
    limits. ``parallel`` says whether the stages run at once or one after the other; ``open_stages``
    names those whose length the law leaves open, which no due moment can hold. ``confidence``
    tells how sure the source is: a key of :data:`CONFIDENCE_WORDS`.
    """

    code: str
    version: int
    name: str
    field: str
    level: str
    limit: TimeLimit | None
    valid_from: date
    valid_until: date | None = None
    stages: tuple[Stage, ...] = ()
    parallel: bool = False
    open_stages: str = ""
    papers: tuple[RequiredPaper, ...] = ()
    fee: Fee = NO_FEE
    result: str = ""
    legal_basis: str = ""
    supplement_rule: SupplementRule = SupplementRule.RESTART
    source: str = ""
    confidence: str = ""
    notes: str = ""

    def stages_total(self) -> Decimal | None:
        """The sum of the stages that run one after the other in the total limit's own unit.

        ``None`` where nothing can be added: no total or no stages, stages at once, mixed units.
        """
        if self.limit is None or not self.stages or self.parallel:
            return None
        if any(stage.limit.unit is not self.limit.unit for stage in self.stages):
            return None
        return sum((stage.limit.value for stage in self.stages), Decimal(0))


def unlisted(code: str, on_day: date) -> Procedure:
    """What stands in for a procedure that the catalogue lacks, where a dossier is only answered."""
    return Procedure(
        code=code,
        version=0,
        name=f"Thủ tục mã {code} (không có trong danh mục của cơ quan này)",
        field="Ngoài danh mục",
        level="",
        limit=None,
        valid_from=on_day,
    )


def catalogue_on(procedures: Iterable[Procedure], on_day: date) -> list[Procedure]:
    """The versions that rule on ``on_day``, one of each code, in the order given.

    Where versions overlap, the one that came into force last rules.
    """
    ruling: dict[str, Procedure] = {}
    for procedure in procedures:
        if procedure.in_force_on(on_day):
            rival = ruling.get(procedure.code)
            if rival is None or _newer(procedure, rival):
                ruling[procedure.code] = procedure
    return list(ruling.values())


def in_force(procedures: Iterable[Procedure], code: str, on_day: date) -> Procedure:
    """The version of a procedure that rules a dossier received on ``on_day``.

    Raises:
        RuleViolation: ``procedure-unknown`` when the catalogue has no such code,
            ``procedure-not-in-force`` when it has no version for that day.
    """
    versions = [procedure for procedure in procedures if procedure.code == code]
    if not versions:
        raise RuleViolation(
            "procedure-unknown",
            f"Danh mục không có thủ tục mã “{code}”; hãy kiểm tra lại mã hoặc tìm theo tên.",
            field="procedure",
        )
    ruling = catalogue_on(versions, on_day)
    if not ruling:
        raise RuleViolation(
            "procedure-not-in-force",
            f"Thủ tục mã “{code}” không áp dụng vào ngày {date_words(on_day)};"
            " hãy kiểm tra ngày tiếp nhận hoặc bổ sung phiên bản của ngày đó vào danh mục.",
            field="procedure",
        )
    return ruling[0]


def _newer(procedure: Procedure, rival: Procedure) -> bool:
    return (procedure.valid_from, procedure.version) > (rival.valid_from, rival.version)
