"""Ids and hashes that another desk made up: they lead nowhere on this PC's disk."""

from __future__ import annotations

import pytest

from reception.domain.dossier_events import NoticeChannel, NoticeOutcome
from reception.domain.notice import Answer, Message
from reception.services.gateways import ANSWERS, GIVEN, FileDrop
from reception.storage.scan_files import ScanFiles

EVIL = ["../../outside", "..\\..\\outside", "/var/outside", "C:\\outside", "CON", "a/../../b", ""]


@pytest.mark.parametrize("evil", EVIL)
def test_a_message_stays_in_the_gateways_folder(tmp_path, evil):
    folder = tmp_path / "a" / "b" / "sms"
    folder.mkdir(parents=True)
    message_id = f"{evil}_apology_sms_1"
    gateway = FileDrop(folder)
    gateway.send(Message(message_id, NoticeChannel.SMS, "0900000000", "H40", "", "Xin lỗi"))

    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(written) == 2
    assert {path.parent for path in written} == {folder, folder / GIVEN}


@pytest.mark.parametrize("evil", EVIL)
def test_an_answer_moves_no_file_from_elsewhere(tmp_path, evil):
    folder = tmp_path / "a" / "sms"
    (folder / ANSWERS).mkdir(parents=True)
    outside = [place / "outside.json" for place in (tmp_path, tmp_path / "a", folder)]
    for file in outside:
        file.write_text("{}")
    FileDrop(folder).taken(Answer(evil, NoticeOutcome.REACHED))

    assert all(file.exists() for file in outside)


@pytest.mark.parametrize("evil", [*EVIL, "../" * 20 + "etc/passwd", "A" * 64, "0" * 63])
def test_only_a_hash_is_where_a_scan_lies(tmp_path, evil):
    files = ScanFiles(tmp_path / "scans")
    (tmp_path / "outside").write_bytes(b"x")

    assert files.path_of(evil).resolve().is_relative_to((tmp_path / "scans").resolve())
    assert files.size_of(evil) is None
