"""A register small enough to look at every byte of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from invented_dossier import INTAKE, RECEIVED, RECEIVED_AT
from reception.domain.accounts import Account, Role
from reception.domain.applicant import Party
from reception.domain.dossier_events import HandedOver, PaperIssued, ResultRecorded
from reception.domain.events import AccountChanged, OfficeChanged
from reception.domain.intake_events import Guided
from reception.services.set_up import office_named
from reception.storage.database import Database, create_database, open_database, publish
from reception.storage.device import make_device, sign_head
from reception.storage.store import Store

OWNERS = ("H'Hen Niê", "Y Ka Ly", "Đỗ Thị Ưởng")
BY = "maylt"


def fill(store: Store) -> None:
    """Three dossiers, of which one is handed over, and one guidance; the first two are signed."""
    at = RECEIVED_AT
    for event in (
        OfficeChanged(office_named("Xã Mường Lay", "H40.16")),
        AccountChanged(Account("maylt", "Lò Thị Mây", Role.CLERK)),
    ):
        store.record_reference(event, at=at, by=BY)
    for place, name in enumerate(OWNERS, 1):
        number = store.next_number(f"code:{at.date()}")
        intake = replace(INTAKE, owner=Party(name, identity=f"06619901234{place}"))
        received = replace(RECEIVED, code=f"H40.16-260213-{number:04d}", intake=intake)
        store.open_dossier(f"d{place}", received, at=at, by=BY)
        store.record(f"d{place}", PaperIssued("receipt", 1, at), at=at, by=BY)
        if place == 2:
            sign_head(store.database, store.journal, at=at, occasion="sao lưu")
    store.record("d1", ResultRecorded(at), at=at, by=BY)
    store.record("d1", HandedOver(at), at=at, by=BY)
    number = store.next_number(f"PBS:{at.year}")
    guided = Guided(f"{number:04d}/2026/PBS", INTAKE, ("Tờ khai",), "thiếu", at, "2025")
    store.open_dossier("d4", guided, at=at, by=BY)


@pytest.fixture(scope="session")
def small_register(tmp_path_factory) -> Path:
    """The file of such a register; tests copy it."""
    path = tmp_path_factory.mktemp("small") / "reception.db"
    database = create_database(path)
    with database.writing():
        make_device(database, slot=0)
        fill(Store(database))
    publish(database, path)
    return path


@pytest.fixture
def register(small_register, tmp_path):
    """A copy of it, open."""
    path = tmp_path / "reception.db"
    path.write_bytes(small_register.read_bytes())
    database: Database = open_database(path)
    yield database
    database.close()


@pytest.fixture
def store(register) -> Store:
    return Store(register)
