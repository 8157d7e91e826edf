"""The catalogue is kept in versions: each dossier has the one of its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from at_the_counter import SINGLE_STATUS
from reception.domain.accounts import Account, Role
from reception.domain.errors import RuleViolation
from reception.paths import resource
from reception.services import catalogue, safekeeping

LEADER = Account("lanhdao", "Vàng A Ăn", Role.LEADER)
CLERK = Account("maylt", "Lò Thị Mây", Role.CLERK)
TODAY = date(2026, 3, 10)


def test_a_change_is_a_new_version(desk):
    before = desk.procedure(SINGLE_STATUS, TODAY)
    changed = replace(before, name="Tên mới", valid_from=TODAY)

    [added] = catalogue.revise(desk, [changed, before], "tay", by=LEADER)

    assert (added.version, added.name) == (before.version + 1, "Tên mới")
    assert desk.procedure(SINGLE_STATUS, TODAY) == added
    assert desk.procedure(SINGLE_STATUS, date(2026, 3, 9)) == before
    assert desk.find_procedures("ten moi")[0] == added
    assert safekeeping.verify(desk).whole


def test_a_procedure_of_ones_own(desk):
    own = replace(
        desk.procedure(SINGLE_STATUS, TODAY), code="MUONGLAY.01", name="Việc riêng của xã"
    )

    [added] = catalogue.revise(desk, [own, replace(own, fee=replace(own.fee, amount_vnd=1))], "tay",
                               by=LEADER)[:1]  # fmt: skip

    assert added.version == 1
    assert desk.procedure("MUONGLAY.01", TODAY).version == 2


def test_what_is_the_same_is_not_a_version(desk):
    events = desk.store.journal.count()

    for same in (desk.procedures, [replace(desk.procedures[0], version=7)]):
        with pytest.raises(RuleViolation) as refusal:
            catalogue.revise(desk, same, "tay", by=LEADER)
        assert refusal.value.code == "nothing-changed"

    assert desk.store.journal.count() == events


def test_a_clerk_does_not_change_the_catalogue(desk, tmp_path):
    for change in (
        lambda: catalogue.revise(desk, desk.procedures, "tay", by=CLERK),
        lambda: catalogue.import_file(desk, tmp_path / "x.csv", by=CLERK),
    ):
        with pytest.raises(RuleViolation) as refusal:
            change()
        assert refusal.value.code == "not-allowed"


def test_a_file_with_a_fault_is_not_taken(desk, tmp_path):
    rows = (resource("procedures") / "catalogue.csv").read_text("utf-8-sig").splitlines()
    good, bad = rows[1].replace("1.001193", "9.000001"), rows[2].replace("chốt 15:00", "chốt 25:00")
    path = tmp_path / "danh-muc.csv"
    path.write_text("\n".join([rows[0], good, bad]), "utf-8")

    with pytest.raises(RuleViolation) as refusal:
        catalogue.import_file(desk, path, by=LEADER)
    assert refusal.value.code == "catalogue-faults"
    path.write_text("\n".join([rows[0], good, rows[2]]), "utf-8")
    added, reading = catalogue.import_file(desk, path, by=LEADER)

    assert [procedure.code for procedure in added] == ["9.000001"]
    assert len(reading.procedures) == 2


def test_an_unknown_procedure_and_one_of_another_time(desk):
    for code, on, expected in (
        ("9.99", TODAY, "procedure-unknown"),
        (SINGLE_STATUS, date(1990, 1, 1), "procedure-not-in-force"),
    ):
        with pytest.raises(RuleViolation) as refusal:
            desk.procedure(code, on)
        assert refusal.value.code == expected
