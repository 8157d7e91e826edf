"""Telling people, from the command line: the queue, the public list, the calls."""

from __future__ import annotations

from datetime import timedelta

import pytest

from at_the_counter import BY, clock_at
from reception.domain.applicant import Party
from reception.services import apologies, intake
from reception.services.desk import open_desk
from reception.services.intake_request import IntakeRequest
from reception.settings import Settings, save_settings


@pytest.fixture
def signed(folder):
    clock = clock_at()
    desk = open_desk(folder, clock)
    person = Party("Đỗ Thị Ưởng", identity="011200000017", phone="0912345678")
    dossier = intake.register(desk, IntakeRequest("1.010801", person), by=BY)
    clock.at = dossier.due_at - timedelta(days=3)
    after = apologies.apologise(desk, dossier.dossier_id, by=BY)
    desk.close()
    return after


def test_messages_wait_in_words_and_leave_once_there_is_a_gateway(run, folder, signed, tmp_path):
    told = run("notices", "--data", folder, "--json").json
    waiting = {queue["channel"]: queue for queue in told["queues"]}
    assert waiting["sms"] == {
        "channel": "sms",
        "gateway": False,
        "ready": [signed.code],
        "held": [],
    }
    assert told["sending"] is None
    assert "chưa nối cổng gửi tin" in run("notices", "--data", folder).out

    (tmp_path / "tin" / "sms").mkdir(parents=True)
    save_settings(folder, Settings(notices_folder=str(tmp_path / "tin")))
    sent = run("notices", "--send", "--data", folder, "--json").json["sending"]
    assert sent == {"sent": 1, "failed": 0, "answered": 0, "troubles": []}
    assert len(list((tmp_path / "tin" / "sms").glob("*.json"))) == 1


def test_a_gateway_that_cannot_be_written_ends_with_one_sentence(run, folder, signed, tmp_path):
    place = tmp_path / "tin" / "sms"
    place.mkdir(parents=True)
    (place / "dang-ghi").write_text("đã có tệp tên này", "utf-8")
    save_settings(folder, Settings(notices_folder=str(place.parent)))
    ran = run("notices", "--send", "--data", folder)
    assert ran.status == 1
    assert "tin vẫn chờ trong máy" in ran.err


@pytest.mark.parametrize("ending", ["pdf", "html"])
def test_the_public_list_is_written_as_paper_or_page(run, folder, signed, tmp_path, ending):
    out = tmp_path / f"xin-loi.{ending}"
    days = ("--from", "2026-03-01", "--to", "2026-03-31")
    told = run("apology-list", *days, "--out", out, "--data", folder, "--json").json

    assert told == {"out": str(out), "bytes": out.stat().st_size}
    if ending == "html":
        page = out.read_text("utf-8")
        assert signed.code in page
        assert "Ưởng" not in page


def test_another_kind_of_file_is_refused_as_wrong_usage(run, folder, tmp_path):
    days = ("--from", "2026-03-01", "--to", "2026-03-31")
    ran = run("apology-list", *days, "--out", tmp_path / "a.docx", "--data", folder)
    assert (ran.status, "hãy ghi tên tệp .pdf hoặc .html" in ran.err) == (2, True)


def test_the_list_of_calls_is_a_paper(run, folder, signed, tmp_path):
    out = tmp_path / "goi-dien.pdf"
    assert run("call-list", "apologies", "--out", out, "--data", folder).status == 0
    assert out.read_bytes().startswith(b"%PDF")
