"""Which procedure an old register means by the words it has for it."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from reception.domain.intake import ProcedureOfDay, of_day
from reception.domain.old_entries import OldEntry
from reception.domain.procedure import Procedure, catalogue_on
from reception.domain.text import fold
from reception.services.desk import Desk

UNKNOWN_FIELD = "Sổ cũ, chưa rõ lĩnh vực"
UNKNOWN_NAME = "Thủ tục không ghi trong sổ cũ"
_HEADING = "thu tuc "


class OldProcedures:
    """Finds procedures by code or name; one that the catalogue lacks is kept as it was written."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._found: dict[tuple[str, str], Procedure | None] = {}

    def of(self, entry: OldEntry) -> ProcedureOfDay:
        """What a dossier keeps of its procedure."""
        asked = (entry.procedure_code, entry.procedure)
        if asked not in self._found:
            self._found[asked] = self._find(*asked)
        procedure = self._found[asked]
        if procedure:
            return of_day(self._version(procedure, entry.received_at.date()))
        return ProcedureOfDay(
            code=entry.procedure_code,
            version=0,
            name=entry.procedure or UNKNOWN_NAME,
            field=entry.field or UNKNOWN_FIELD,
            limit=None,
        )

    def _version(self, procedure: Procedure, on: date) -> Procedure:
        """The version of that day; the first there is for a day before the catalogue began."""
        versions = self._versions[procedure.code]
        ruling = catalogue_on(versions, on)
        return ruling[0] if ruling else min(versions, key=lambda one: one.valid_from)

    def _find(self, code: str, name: str) -> Procedure | None:
        if code in self._versions:
            return self._versions[code][-1]
        wanted = fold(name).removeprefix(_HEADING)
        if not wanted:
            return None
        if wanted in self._by_name:
            return self._by_name[wanted]
        # A short name stands for the one procedure whose name begins with it, or for none.
        begun = {p.code: p for told, p in self._by_name.items() if told.startswith(f"{wanted} ")}
        return next(iter(begun.values())) if len(begun) == 1 else None

    @cached_property
    def _versions(self) -> dict[str, list[Procedure]]:
        versions: dict[str, list[Procedure]] = {}
        for procedure in self._desk.procedures:
            versions.setdefault(procedure.code, []).append(procedure)
        return versions

    @cached_property
    def _by_name(self) -> dict[str, Procedure]:
        return {fold(p.name).removeprefix(_HEADING): p for p in self._desk.procedures}
