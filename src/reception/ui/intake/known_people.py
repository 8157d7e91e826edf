"""What the register knows of a person at the desk: their last data, their open dossiers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from reception.domain.applicant import Party
from reception.domain.citizen_card import Difference, replaced
from reception.domain.dossier import State
from reception.domain.listing import DossierRow
from reception.services import lookup
from reception.services.desk import Desk
from reception.storage import lists

translate = QCoreApplication.translate

_OPEN = {State.RECEIVED, State.RESULT_READY}
_MOST = 20


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """The person of an identity number as last received; ``party`` is ``None`` for a stranger."""

    identity: str
    party: Party | None = None
    last: DossierRow | None = None
    open_dossiers: tuple[DossierRow, ...] = ()

    def same_procedure(self, code: str) -> DossierRow | None:
        """An open dossier of the same procedure: perhaps this one is being entered twice."""
        return next((row for row in self.open_dossiers if row.procedure_code == code), None)


def known_person(desk: Desk, identity: str) -> KnownPerson:
    """Look a person up in the register, within its lane."""
    rows = lists.latest_of_identity(desk.database, identity, _MOST)
    if not rows:
        return KnownPerson(identity)
    return KnownPerson(
        identity,
        lookup.open_dossier(desk, rows[0].dossier_id).dossier.intake.owner,
        rows[0],
        tuple(row for row in rows if row.state in _OPEN),
    )


def offered(typed: Party, known: Party) -> list[Difference]:
    """What taking the register's data would add to or change in what was typed."""
    rows = (
        Difference(translate("offer", "Họ tên"), typed.name, known.name),
        Difference(translate("offer", "Ngày sinh"), typed.born, known.born),
        Difference(translate("offer", "Giới tính"), typed.sex, known.sex),
        Difference(translate("offer", "Điện thoại"), typed.phone, known.phone),
        Difference(translate("offer", "Địa chỉ"), typed.address.words(), known.address.words()),
    )
    return [row for row in rows if row.scanned and row.scanned != row.typed]


def taken(typed: Party, known: Party) -> Party:
    """The register's person; a card scanned for another dossier is not this one's."""
    return replace(
        replaced(typed, known), kind=known.kind, phone=known.phone or typed.phone, card=typed.card
    )
