"""The portal is told of everything, in order, and of nothing twice, whatever breaks meanwhile."""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from at_the_counter import BY, DEATH, SINGLE_STATUS, asking, clock_at
from national_portal import Portal, PortalGateway, listening
from reception.domain.applicant import Party
from reception.domain.certification import Matter
from reception.domain.custody import Holder, HolderKind
from reception.domain.errors import RuleViolation, Trouble
from reception.services import (
    certification,
    finishing,
    generate,
    intake,
    mending,
    national,
    passing_on,
    safekeeping,
)
from reception.services.certification import CertificationRequest, WantedItem
from reception.services.desk import open_desk
from reception.services.national import Exported
from reception.services.national_gateways import (
    OWN,
    NationalAnswer,
    NationalFileDrop,
    Verdict,
    answer_of,
)
from reception.services.national_queue import Queue
from reception.services.set_up import office_named, set_up

LAND = Holder(HolderKind.ABOVE, "Chi nhánh Văn phòng đăng ký đất đai")
TAXES = Holder(HolderKind.ABOVE, "Thuế cơ sở")


@pytest.fixture
def out(tmp_path):
    return tmp_path / "cong-quoc-gia"


@pytest.fixture
def portal():
    return Portal()


def export(desk, out, gateway=None, **more):
    return national.export(desk, out, gateway or NationalFileDrop(out), **more)


def received(desk, **more):
    return intake.register(desk, asking(**more), by=BY)


def files(out):
    return sorted(path.name for path in out.glob("*.json"))


def statuses(portal, dossier):
    return [step["TrangThai"] for step in portal.steps[dossier.code]]


def test_each_message_is_a_file_in_the_order_of_its_number(desk, out, portal):
    dossier = received(desk)

    assert export(desk, out) == Exported(messages=2, dossiers=1)
    assert files(out) == [
        f"0000000001_{dossier.code}_0001_DongBoHoSoMC.json",
        f"0000000002_{dossier.code}_0001_CapNhatTienDoHoSoMC.json",
    ]
    record, progress = portal.take_files(out)
    assert record["madonvi"] == "H40.16"
    assert record["data"][0]["ChuHoSo"] == "Đỗ Thị Ưởng"
    assert progress["data"][0]["NoiDungXuLy"] == "Tiếp nhận hồ sơ"


def test_nothing_is_told_twice_and_nothing_is_left_out(desk, clock, out, portal):
    dossier = received(desk)
    export(desk, out)
    assert export(desk, out) == Exported(0, 0)
    portal.take_files(out)
    assert export(desk, out) == Exported(0, 0)
    assert files(out) == []

    clock.at += timedelta(hours=1)
    passing_on.forward(desk, dossier.dossier_id, LAND, by=BY)
    clock.at += timedelta(hours=1)
    finishing.record_result(desk, dossier.dossier_id, by=BY)
    other = received(desk, procedure=DEATH)
    assert export(desk, out) == Exported(4, 2)
    record, progress, *_ = portal.take_files(out)
    assert (record["isUpdating"], record["data"][0]["TrangThaiHoSo"]) == ("True", "9")
    assert [step["TrangThai"] for step in progress["data"]] == ["4", "9"]
    assert statuses(portal, dossier) == ["2", "4", "9"]
    assert statuses(portal, other) == ["2"]


def test_what_is_only_ours_makes_no_message(desk, clock, out):
    received(desk)
    export(desk, out)
    safekeeping.sign(desk, BY)

    assert export(desk, out) == Exported(0, 0)


def test_a_whole_office_s_work_is_as_the_portal_takes_it(desk, out, portal):
    generate.generate(desk, 60, seed=5, until=desk.now())
    done = export(desk, out)
    portal.take_files(out)

    assert done.dossiers == len(portal.records) > 30
    for code, record in portal.records.items():
        assert portal.steps[code][-1]["TrangThai"] == record["TrangThaiHoSo"]
    assert export(desk, out) == Exported(0, 0)


def test_a_certification_is_told_of(desk, out, portal):
    wanted = (WantedItem("Bằng tốt nghiệp", 2, 3),)
    dossier = certification.certify(
        desk, CertificationRequest(Matter.COPY, Party("Y Ka Ly"), wanted), by=BY
    )
    export(desk, out)
    portal.take_files(out)

    assert statuses(portal, dossier) == ["2", "9", "10"]


def test_a_receipt_undone_before_the_export_was_never_there(desk, out):
    dossier = received(desk)
    mending.undo(desk, dossier.dossier_id, reason="nhầm người", by=BY)

    assert export(desk, out) == Exported(0, 0)
    assert files(out) == []


class Cut(Exception):
    """The power fails."""


@pytest.mark.parametrize("at", range(1, 40))
def test_the_power_fails_at_any_write(desk, clock, out, portal, monkeypatch, at):
    """Whatever was written then, the next runs tell all of it, once."""
    dossiers = [received(desk), received(desk, procedure=SINGLE_STATUS)]
    passing_on.forward(desk, dossiers[0].dossier_id, LAND, by=BY)
    writes = 0

    def counting(act):
        def acting(*arguments, **named):
            nonlocal writes
            writes += 1
            if writes == at:
                raise Cut
            return act(*arguments, **named)

        return acting

    monkeypatch.setattr(national, "_AT_ONCE", 1)
    with monkeypatch.context() as patch:
        for owner, name in ((os, "fsync"), (Path, "replace"), (Path, "unlink")):
            patch.setattr(owner, name, counting(getattr(owner, name)))
        with suppress(Cut):
            export(desk, out)
    portal.take_files(out)  # which has it that none is a repeat
    for _ in range(10):
        for holder in (TAXES, LAND):
            clock.at += timedelta(minutes=1)
            passing_on.forward(desk, dossiers[0].dossier_id, holder, by=BY)
    export(desk, out)
    portal.take_files(out)
    assert export(desk, out) == Exported(0, 0)

    assert statuses(portal, dossiers[0]) == ["2", *21 * ["4"]]
    assert statuses(portal, dossiers[1]) == ["2"]


def test_what_a_run_made_before_it_was_cut_off_is_made_anew(desk, clock, out, monkeypatch):
    dossiers = [received(desk), received(desk, procedure=SINGLE_STATUS)]
    export(desk, out)
    clock.at += timedelta(minutes=1)
    for dossier in dossiers:
        finishing.record_result(desk, dossier.dossier_id, by=BY)
    monkeypatch.setattr(national, "_AT_ONCE", 1)

    def cut_off(*_arguments: object) -> None:
        raise Cut

    with monkeypatch.context() as patch:
        patch.setattr(Queue, "save", cut_off)
        with pytest.raises(Cut):
            export(desk, out)
    for _ in range(10):
        clock.at += timedelta(minutes=1)
        taker = Holder(HolderKind.OFFICE, f"Phòng {clock.at:%M}")
        passing_on.forward(desk, dossiers[0].dossier_id, taker, by=BY)

    numbers = []

    class Noting(NationalFileDrop):
        def send(self, message) -> NationalAnswer:
            numbers.append(message.number)
            return super().send(message)

    export(desk, out, Noting(out))
    assert numbers == [5, 6, 7, 8, 9]


def test_a_portal_over_the_line_takes_refuses_and_knows_repeats(desk, clock, out, portal):
    dossier, other = received(desk), received(desk, procedure=SINGLE_STATUS)
    portal.refusing.add(other.code)
    with listening(portal) as gateway:
        done = export(desk, out, gateway)
        assert (done.messages, done.dossiers) == (2, 1)
        [refusal] = done.refused
        assert (refusal.code, refusal.why) == (other.code, "-9: TTHC không thuộc đơn vị")
        assert files(out) == []

        # Refused again, and then taken whole, with what happened meanwhile.
        assert export(desk, out, gateway).refused == (refusal,)
        finishing.record_result(desk, other.dossier_id, by=BY)
        portal.refusing.clear()
        assert export(desk, out, gateway) == Exported(2, 1)
        assert export(desk, out, gateway) == Exported(0, 0)
    assert statuses(portal, other) == ["2", "9"]
    assert statuses(portal, dossier) == ["2"]


def test_what_was_taken_before_a_refusal_is_not_told_again(desk, clock, out, portal):
    dossier = received(desk)
    with listening(portal) as gateway:
        export(desk, out, gateway)
        portal.refusing.add(dossier.code)
        passing_on.forward(desk, dossier.dossier_id, LAND, by=BY)
        assert len(export(desk, out, gateway).refused) == 1
        portal.refusing.clear()
        assert export(desk, out, gateway) == Exported(2, 1)
    assert statuses(portal, dossier) == ["2", "4"]


def test_a_line_that_breaks_leaves_the_rest_waiting(desk, out, portal):
    dossiers = [received(desk, procedure=p) for p in (DEATH, SINGLE_STATUS)]
    with listening(portal, busy_after=3) as gateway, pytest.raises(Trouble, match="báo bận"):
        export(desk, out, gateway)
    with pytest.raises(Trouble, match="Không nối được"):
        export(desk, out, PortalGateway("http://127.0.0.1:9/"))
    assert [len(portal.steps.get(one.code, ())) for one in dossiers] == [1, 0]

    with listening(portal) as gateway:
        assert export(desk, out, gateway) == Exported(1, 1)
    assert [statuses(portal, one) for one in dossiers] == [["2"], ["2"]]


def test_a_queue_that_was_lost_begins_anew_and_the_portal_knows_it_all(desk, out, portal):
    dossier = received(desk)
    with listening(portal) as gateway:
        export(desk, out, gateway)
        shutil.rmtree(out / OWN)
        assert export(desk, out, gateway) == Exported(2, 1)
    assert statuses(portal, dossier) == ["2"]


def test_a_register_back_from_an_older_copy_tells_what_the_portal_lacks(
    folder, desk, clock, out, portal, tmp_path
):
    dossier = received(desk)
    with listening(portal) as gateway:
        export(desk, out, gateway)
        safekeeping.backup(desk, tmp_path / "sao.db")
        clock.at += timedelta(minutes=5)
        passing_on.forward(desk, dossier.dossier_id, LAND, by=BY)
        received(desk, procedure=DEATH)
        export(desk, out, gateway)

        safekeeping.restore(tmp_path / "sao.db", tmp_path / "may-moi", clock)
        back = open_desk(tmp_path / "may-moi", clock)
        clock.at += timedelta(minutes=5)
        finishing.record_result(back, dossier.dossier_id, by=BY)
        again = received(back, procedure=SINGLE_STATUS)
        done = export(back, out, gateway)
        back.close()

    assert done == Exported(4, 2)
    assert statuses(portal, dossier) == ["2", "4", "9"]
    assert statuses(portal, again) == ["2"]


def test_another_register_may_not_export_into_the_same_folder(desk, out, tmp_path):
    received(desk)
    export(desk, out)
    other = set_up(tmp_path / "xa-khac", office_named("Xã Sín Thầu", "H40.17"), clock_at())

    with pytest.raises(RuleViolation, match="sổ hồ sơ khác") as refused:
        export(other, out)
    assert refused.value.code == "national-other-register"
    other.close()


def test_the_first_day_is_said_once_and_holds(desk, clock, out, portal):
    early = received(desk)
    clock.at += timedelta(days=2)
    late = received(desk)
    assert export(desk, out, since=date(2026, 3, 11)) == Exported(2, 1)
    finishing.record_result(desk, early.dossier_id, by=BY)
    finishing.record_result(desk, late.dossier_id, by=BY)

    assert export(desk, out) == Exported(2, 1)
    portal.take_files(out)
    assert set(portal.records) == {late.code}
    for since in (date(2026, 3, 1), date(2026, 3, 12)):
        with pytest.raises(RuleViolation, match="từ ngày 11/03/2026"):
            export(desk, out, since=since)
    assert export(desk, out, since=date(2026, 3, 11)) == Exported(0, 0)


def test_a_ledger_that_cannot_be_read_stops_before_anything_is_told_twice(desk, out):
    received(desk)
    export(desk, out)
    (out / OWN / "so-gui.json").write_text("{", "utf-8")

    with pytest.raises(Trouble) as trouble:
        export(desk, out)
    assert trouble.value.code == "national-ledger"


def test_a_folder_that_cannot_be_written_is_a_trouble_in_words(desk, out):
    received(desk)
    out.write_text("không phải thư mục", "utf-8")

    with pytest.raises(Trouble, match="chưa tin nào mất") as trouble:
        export(desk, out)
    assert trouble.value.code == "national-folder"


@pytest.mark.parametrize(
    ("code", "words", "verdict"),
    [
        ("0", "", Verdict.TAKEN),
        ("00", "Thành công", Verdict.TAKEN),
        (0, "ok", Verdict.TAKEN),
        ("0", "Hồ sơ đã tồn tại", Verdict.EXISTS),
        ("3", "Mã hồ sơ ĐÃ TỒN TẠI", Verdict.EXISTS),
        (-3, "đã tồn tại", Verdict.EXISTS),
        ("3", "Sai định dạng", Verdict.REFUSED),
        ("-1", "đã tồn tại lỗi", Verdict.REFUSED),
        ("", "", Verdict.REFUSED),
    ],
)
def test_what_an_answer_means(code, words, verdict):
    answer = answer_of({"error_code": code, "message": words})

    assert answer.verdict is verdict
    assert bool(answer.why) == (verdict is Verdict.REFUSED)


def test_the_drop_gives_a_number_once(desk, out):
    received(desk)
    seen = []

    class Noting(NationalFileDrop):
        def send(self, message) -> NationalAnswer:
            seen.append(message)
            return super().send(message)

    export(desk, out, Noting(out))
    for path in out.glob("*.json"):
        path.unlink()
    for message in seen:
        NationalFileDrop(out).send(replace(message))
    assert files(out) == []
    assert json.loads((out / OWN / "so-gui.json").read_text("utf-8"))["given"] == 2
