"""Why dossiers were late: by reason, by field, and by whoever kept them beyond their date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reception.domain.custody import late_holders
from reception.domain.delay import CAUSE_WORDS, Cause
from reception.domain.dossier import Dossier
from reception.domain.list_frame import Drawing, Period, Rows
from reception.domain.paper import HEADING, Paper
from reception.domain.report_lines import Line, cells, numbered_lines
from reception.domain.timeliness import Definition

COLUMNS = ("c3", "c4", "c5", "c6", "c7")
NOT_TOLD = "Chưa ghi nguyên nhân"
NOBODY = "Chưa rõ bên giữ hồ sơ"
SOMEBODY = "Bên khác, ghi tay ở quầy"
SECTION_WORDS = {
    "causes": "Theo nguyên nhân",
    "fields": "Theo lĩnh vực",
    "holders": "Theo bên làm chậm",
}
_NUMBERS = {"ordinal": "(1)", "field": "(2)"} | {c: f"({c[1:]})" for c in COLUMNS}


@dataclass(frozen=True, slots=True)
class Late:
    """A dossier that was late in a period: still open at its end, or settled by then."""

    dossier: Dossier
    is_open: bool

    @property
    def cause(self) -> str:
        """Why, as the apology or else whoever explained it says."""
        told = self.dossier.apology or self.dossier.delay
        return cause_words(told.cause if told else "")

    @property
    def holder(self) -> str:
        """Whose delay it is: who is named for it, else whose stage ran over, else the last one.

        An old register tells nobody: what missed its date before it was taken over is nobody's.
        """
        told = self.dossier.apology or self.dossier.delay
        if told and told.owner:
            return told.owner
        custody, due_at = self.dossier.custody, self.dossier.due_at
        if self.dossier.imported_at and due_at and due_at < self.dossier.imported_at:
            return NOBODY
        ended_at = self.dossier.ended_at or self.dossier.touched_at or self.dossier.opened_at
        late = late_holders(custody, ended_at)
        had = [part.holder for part in custody if due_at and part.from_at <= due_at]
        holder = late[0] if late else had[-1] if had else None
        return holder.name if holder else NOBODY

    @property
    def known_holder(self) -> str:
        """The same where no applicant may be named: only whoever had it, or works on a stage."""
        had = {part.holder.name for part in self.dossier.custody}
        stages = {stage.office for stage in self.dossier.intake.procedure.stages}
        return self.holder if self.holder in had | stages | {NOBODY} else SOMEBODY

    @property
    def told(self) -> LateAs:
        """What the report tells of it."""
        field = self.dossier.intake.procedure.field
        apologised = self.dossier.apology is not None
        return LateAs(self.cause, field, self.holder, self.is_open, apologised)

    def columns(self) -> tuple[str, ...]:
        """The columns in which it counts."""
        return self.told.columns()


@dataclass(frozen=True, slots=True)
class LateAs:
    """All that the report tells of a late dossier; many are late alike."""

    cause: str
    field: str
    holder: str
    is_open: bool
    apologised: bool

    def columns(self) -> tuple[str, ...]:
        """The columns in which it counts."""
        return "c3", "c5" if self.is_open else "c4", "c6" if self.apologised else "c7"


@dataclass(frozen=True, slots=True)
class Lateness:
    """The report's content: the same dossiers told three times, and their sum."""

    sections: Mapping[str, tuple[Line, ...]]
    total: Line

    @property
    def adds_up(self) -> bool:
        """Each way of telling has every dossier once."""
        return all(
            sum(line.figures["c3"] or 0 for line in lines) == self.total.figures["c3"]
            for lines in self.sections.values()
        )


def lateness(late: Iterable[Late]) -> Lateness:
    """What late dossiers add up to."""
    return lateness_of(Counter(one.told for one in late))


def lateness_of(late: Mapping[LateAs, int]) -> Lateness:
    """The same of dossiers that were counted already: so many are late so."""
    by: dict[str, dict[str, Counter[str]]] = {name: {} for name in SECTION_WORDS}
    whole = Counter[str]()
    for one, number in late.items():
        columns = dict.fromkeys(one.columns(), number)
        for name, told in (("causes", one.cause), ("fields", one.field), ("holders", one.holder)):
            by[name].setdefault(told, Counter()).update(columns)
        whole.update(columns)
    sections = {name: _lines(sums) for name, sums in by.items()}
    return Lateness(sections, Line("", {c: whole[c] for c in COLUMNS}))


def cause_words(cause: str) -> str:
    """A reason of delay as the report tells it; empty where nobody told one."""
    return _sentence(CAUSE_WORDS[Cause(cause)]) if cause else NOT_TOLD


def lateness_paper(
    drawing: Drawing, period: Period, told: Lateness, definition: Definition, receiver: str = ""
) -> Paper:
    """The report, one part after the other."""
    words = cells(told.total) | {
        "receiver": receiver,
        "period": period.words(),
        "rule": definition.name.capitalize(),
        "definition": definition.words,
    }
    rows: list[Mapping[str, str]] = [_NUMBERS]
    for name, lines in told.sections.items():
        rows += _part(SECTION_WORDS[name], lines)
    return drawing.paper(period.words(), words, {"parts": tuple(rows)})


def _part(words: str, lines: Iterable[Line]) -> Rows:
    rows = numbered_lines(lines)
    return ({HEADING: words}, *rows) if rows else ()


def _lines(sums: Mapping[str, Counter[str]]) -> tuple[Line, ...]:
    """The one with most late dossiers first."""
    order = sorted(sums, key=lambda name: (-sums[name]["c3"], name))
    return tuple(Line(name, {c: sums[name][c] for c in COLUMNS}) for name in order)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
