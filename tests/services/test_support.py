"""What is sent to whoever helps: enough to help, and no trace of any person."""

from __future__ import annotations

import json
import logging
import zipfile

import pytest

from at_the_counter import asking
from reception import app as desktop
from reception.domain.accounts import Account, Role
from reception.domain.applicant import Address, Party
from reception.domain.errors import Trouble
from reception.services import drafting, support
from reception.services.intake import register
from reception.services.intake_request import IntakeRequest
from reception.services.sign_in import put_account
from reception.settings import Settings, save_settings

MARK = "Đánh Dấu Riêng"
MARKS = (MARK, "danhdau", "012199887766", "0911223344", "mot-minh@example.vn", "SECRET9")
ADMINISTRATOR = Account("quantri", "Lò Văn Hặc", Role.ADMINISTRATOR)


@pytest.fixture
def planted(desk, folder):
    """A register, settings, drafts and logs with the same person's data wherever it can be."""
    person = Party(
        MARK,
        identity="012199887766",
        phone="0911223344",
        email="mot-minh@example.vn",
        address=Address(as_written=f"Nhà {MARK}"),
        card=f"012199887766||{MARK}|01011990|Nữ|{MARK}|01012022",
    )
    asked = asking()
    register(
        desk,
        IntakeRequest(asked.procedure_code, person, notes=MARK, request=MARK),
        by=ADMINISTRATOR.login,
    )
    put_account(desk, Account("danhdau", MARK, Role.CLERK), "SECRET9", by=ADMINISTRATOR)
    drafting.save(desk, drafting.new_draft_id(), "danhdau", MARK, MARK.encode())
    save_settings(
        folder,
        Settings(
            printer=f"Máy in của {MARK}",
            paper=MARK,
            last_login="danhdau",
            watched_folder=f"/home/danhdau/{MARK}",
            notices_folder=f"/home/danhdau/{MARK}",
        ),
    )
    (folder / "window.ini").write_text(f"[kept]\nlast={MARK}\n", encoding="utf-8")
    (folder / f"{MARK}.pdf").write_bytes(b"x")
    return desk


def write_logs(folder) -> None:
    """The program's own lines, and some that a careless line of code might write one day."""
    log = logging.getLogger("reception")
    desktop.keep_log(folder)
    try:
        try:
            int(MARK)
        except ValueError as bug:
            desktop.log_bug(bug)
        log.warning("received %s 012199887766", MARK)
        log.warning("danhdau at home")
        log.error("mot-minh@example.vn\n%s on the next line", MARK)
    finally:
        for handler in list(log.handlers):
            handler.close()
            log.removeHandler(handler)


def read(file) -> dict[str, str]:
    with zipfile.ZipFile(file) as zipped:
        return {name: zipped.read(name).decode("utf-8") for name in zipped.namelist()}


def test_no_planted_mark_is_anywhere_in_the_file(planted, folder, clock, tmp_path):
    write_logs(folder)
    target = tmp_path / "ho-tro.zip"

    support.write_support_file(folder, target, clock, desk=planted, more={"qt": "6"})

    told = read(target)
    everything = " ".join((*told, *told.values()))
    assert [mark for mark in MARKS if mark in everything] == []
    assert str(folder) not in everything


def test_what_helps_is_there(planted, folder, clock, tmp_path):
    write_logs(folder)
    target = tmp_path / "ho-tro.zip"

    parts = support.write_support_file(folder, target, clock, desk=planted, more={"qt": "6"})

    told = read(target)
    assert parts == list(told)
    machine, settings = json.loads(told["may.json"]), json.loads(told["thiet-lap.json"])
    register_ = json.loads(told["so-ho-so.json"])
    assert machine["qt"] == "6"
    assert machine["free_bytes"] > 0
    assert machine["bytes"]["reception.db"] > 0
    assert settings["printer"] is True
    assert settings["copies"] == 1
    assert register_["read"]
    assert register_["events"] == planted.store.journal.count()
    log = told["nhat-ky/reception.log"].splitlines()
    assert "opened" in log[0]
    assert "ValueError at test_support.py:" in log[1]
    assert sum(line.endswith("(lược bỏ)") for line in log) == len(log) - 2


def test_a_register_that_cannot_be_opened_is_told_as_such(folder, clock, tmp_path):
    target = tmp_path / "ho-tro.zip"
    support.write_support_file(folder, target, clock)
    assert json.loads(read(target)["so-ho-so.json"]) == {"read": False}


def test_where_nothing_can_be_written_it_is_one_sentence(folder, clock, tmp_path):
    with pytest.raises(Trouble) as trouble:
        support.write_support_file(folder, tmp_path / "khong-co" / "x.zip", clock)
    assert trouble.value.code == "cannot-save"
