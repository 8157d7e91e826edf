"""A dossier's content is erased by law, wherever it lies: headers and hashes stay."""

from __future__ import annotations

from hypothesis import assume, note
from hypothesis import strategies as st
from hypothesis.stateful import rule
from sqlalchemy import update

from exchange_truth import Truth
from exchange_world import PC, World
from reception.services import safekeeping
from reception.storage.foreign import UNREADABLE
from reception.storage.ledger import tables

WHICH = st.integers(0, 11)


class ErasingRules:
    """The program has no act for this yet: it is done as its administrators would have to.

    Copies go with it, and sticks and requests that are under way do not: nothing of them may come
    back.
    """

    world: World
    truth: Truth

    def dossier_at(self, pc: PC, which: int) -> str:
        raise NotImplementedError

    @rule(dossier=WHICH)
    def a_dossier_is_erased_by_law(self, dossier):
        first, others = self.world.pcs[0], [pc for pc in self.world.pcs[1:] if self._near(pc)]
        near = [first, *others]
        for pc in near * 2:
            self.world.exchange(pc)
        one = self.dossier_at(first, dossier)
        told = {frozenset(_headers(pc, one)) for pc in near}
        assume(one and told == {frozenset(self._headers_above(first.agency, one))})
        note(f"erased: {one}")
        for pc in near:
            _erase_at(pc, one)
            pc.copies.clear()
        self._erase_above(first.agency, one)
        self.world.server.copies.clear()
        self.truth.erased(one, *told)

    def _near(self, pc: PC) -> bool:
        return pc.agency == self.world.pcs[0].agency

    def _headers_above(self, agency: str, dossier: str) -> list[bytes]:
        event = tables.event.c
        wanted = tables.event.select().where(event.agency == agency, event.entity == dossier)
        with self.world.server.ledger.reading() as work:
            return [row.header for row in work.connection.execute(wanted)]

    def _erase_above(self, agency: str, dossier: str) -> None:
        event = tables.event.c
        gone = update(tables.event).where(event.agency == agency, event.entity == dossier)
        with self.world.server.ledger.writing() as work:
            work.connection.execute(gone.values(body=b""))


def _headers(pc: PC, dossier: str) -> list[bytes]:
    rows = pc.desk.database.rows("SELECT header FROM event WHERE entity = :one", one=dossier)
    return [header for (header,) in rows]


def _erase_at(pc: PC, dossier: str) -> None:
    with pc.desk.store.writing():
        pc.desk.database.run(
            "UPDATE event SET body = x'', entity = :none, kind = :none WHERE entity = :one",
            none=UNREADABLE,
            one=dossier,
        )
    pc.desk.store.forget()
    safekeeping.rebuild(pc.desk)
