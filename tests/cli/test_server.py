"""The server from the command line: set up, looked after, and run as a process of its own."""

from __future__ import annotations

import json
import os
import signal
import ssl
import subprocess
import sys
import urllib.request
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.x509.oid import NameOID

from desk_client import DeskClient, page, said
from ledgers import ready_database
from postgres import running
from reception.cli.frame import now
from reception.cli.server import server
from reception.server import running as running_server
from reception.server.settings import Settings
from reception.services import server_keeping
from reception.storage.ledger.ledger import Ledger
from reception.sync.messages import PushAnswer
from refusing import assert_refused
from serving import HttpLine

__all__ = ["ready_database"]


@pytest.fixture
def kept(run, tmp_path):
    """Run a command about a server in a folder."""

    def run_it(*arguments: object):
        return run("server", *arguments, "--data", tmp_path / "máy chủ")

    return run_it


@pytest.fixture
def communes(kept):
    kept("init", "--name", "Máy chủ tỉnh Điện Biên")
    kept("commune", "add", "H40.16", "Xã Mường Lay")


def test_a_server_is_made_once_and_may_be_given_another_name(kept):
    made = kept("init", "--name", "Máy chủ  tỉnh", "--json").json
    again = kept("init", "--name", "Máy chủ tỉnh Điện Biên", "--json").json

    assert made["server_name"] == "Máy chủ tỉnh"
    assert again == {**made, "server_name": "Máy chủ tỉnh Điện Biên"}
    assert kept("init", "--json").json == again
    assert again["fingerprint"] in kept("init").out
    assert_refused(kept("init", "--name", "x" * 101), "100 ký tự", status=1)


def test_communes_are_added_renamed_and_listed(kept):
    added = kept("commune", "add", "h40.16", "Xã Mường Lay", "--json").json
    renamed = kept("commune", "add", "H40.16", "Phường Mường Lay", "--json").json

    assert added == {"agency": "H40.16", "name": "Xã Mường Lay", "new": True}
    assert renamed == {"agency": "H40.16", "name": "Phường Mường Lay", "new": False}
    [listed] = kept("commune", "list", "--json").json
    assert (listed["name"], listed["position"]) == ("Phường Mường Lay", 0)
    assert datetime.fromisoformat(listed["created_at"]).utcoffset() == timedelta(hours=7)
    assert "Phường Mường Lay" in kept("commune", "list").out
    assert_refused(kept("commune", "add", "Mường Lay", "Xã"), "Mường Lay", status=1)
    assert_refused(kept("commune", "add", "H40.17", " "), "tên", status=1)
    assert_refused(kept("commune", "add", "H40.17"), status=2)


def test_an_invitation_carries_all_that_a_desk_must_know(kept, communes, tmp_path):
    file = tmp_path / "moi.json"
    invite = ("invite", "--agency", "H40.16", "--slot", 3, "--name", "Quầy 3")

    told = kept(*invite, "--url", "https://mot-cua.example", "--file", file, "--json").json
    assert json.loads(file.read_text("utf-8")) == told
    assert (told["agency_name"], told["slot"], told["name"]) == ("Xã Mường Lay", 3, "Quầy 3")
    status = kept("status", "--json").json
    for name in ("server_name", "server_key", "seal_key", "incarnation", "fingerprint"):
        assert told[name] == status[name]
    said_to_people = kept(*invite).out
    assert status["fingerprint"] in said_to_people
    assert told["code"] not in said_to_people
    if os.name == "posix":
        assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("options", "hours"),
    [((), 24), (("--file", "moi.json"), 168), (("--file", "moi.json", "--valid-hours", 2), 2),
     (("--valid-hours", 720), 720)],
)  # fmt: skip
def test_an_invitation_is_good_for_as_long_as_it_travels(
    kept, communes, tmp_path, monkeypatch, options, hours
):
    monkeypatch.chdir(tmp_path)

    told = kept("invite", "--agency", "H40.16", "--slot", 3, *options, "--json").json

    left = datetime.fromisoformat(told["valid_until"]) - now()
    assert timedelta(hours=hours) - timedelta(minutes=5) < left <= timedelta(hours=hours)
    assert_refused(kept("invite", "--agency", "H40.16", "--slot", 4, "--valid-hours", 0), status=2)


def test_an_invitation_that_cannot_be_is_refused_and_leaves_no_file(kept, communes, tmp_path):
    file = tmp_path / "moi.json"
    invite = ("invite", "--agency", "H40.16", "--slot", 3, "--file", file)

    assert_refused(kept("invite", "--agency", "H40.17", "--slot", 1, "--file", file), "H40.17")
    assert_refused(kept("invite", "--agency", "H40.16", "--slot", 10, "--file", file), status=2)
    assert not file.exists()
    assert kept(*invite).status == 0
    assert_refused(kept(*invite), "moi.json", status=1)
    assert_refused(kept(*invite[:5], "--file", tmp_path / "no" / "file"), "file", status=1)


@contextmanager
def started(*arguments: object, workers: int = 1):
    """The server as a process of its own; answers its line, and ends it in good order."""
    command = [sys.executable, "-m", "reception", "server", "run", "--port", "0", *arguments]
    command = [str(word) for word in command]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        log: list[dict] = []
        try:
            while not log or sum(is_up(line) for line in log) < workers:
                log.append(json.loads(process.stdout.readline()))
            [port] = [line["port"] for line in log if line["event"] == "listening"]
            line = HttpLine("127.0.0.1", port)
            yield line, log
            line.pool.close()
            process.send_signal(signal.SIGTERM)
            out, err = process.communicate(timeout=60)
            log += map(json.loads, out.splitlines())
            assert (process.returncode, err) == (0, b"")
        finally:
            process.kill()


def is_up(line: dict) -> bool:
    return line["event"] == "Application startup complete."


def pushed(line: HttpLine, database: str) -> DeskClient:
    """Let a desk in and have it bring five events."""
    with_ledger = Ledger.open(database)
    invited = server_keeping.invite(with_ledger, "H40.16", 1, "Quầy 1", now)
    with_ledger.close()
    desk = DeskClient(line, "H40.16")
    assert desk.enrol(invited.code).status == 200
    desk.write(5)
    assert said(desk.push(), PushAnswer).acked == 5
    return desk


def test_it_runs_until_it_is_told_to_stop_and_goes_on_after(kept, communes, tmp_path):
    folder = tmp_path / "máy chủ"
    with started("--data", folder) as (line, log):
        desk = pushed(line, str(folder / "server.db"))
    assert [one["status"] for one in log if one["event"] == "request"] == [200, 200]
    assert log[-1]["event"].startswith("Finished")

    with started("--data", folder) as (line, _log):
        desk.line = line
        assert page(desk.pull()).last == 5

    [commune] = kept("status", "--json").json["communes"]
    assert (commune["position"], commune["desks"]) == (5, 1)
    # The events of this test are of a kind that no program knows: kept, and said to be so.
    assert {aside["code"] for aside in commune["held_aside"]} <= {"kind-unknown"}
    assert "5 sự kiện," in kept("status").out


def test_devices_are_listed_and_revoked(kept, communes, tmp_path):
    folder = tmp_path / "máy chủ"
    with started("--data", folder) as (line, _log):
        desk = pushed(line, str(folder / "server.db"))
        [known] = kept("devices", "--agency", "H40.16", "--json").json
        assert (known["device"], known["slot"], known["revoked_at"]) == (desk.device, 1, None)
        assert "nối lần cuối" in kept("devices").out
        taken = kept("invite", "--agency", "H40.16", "--slot", 1)
        assert_refused(taken, "Quầy 1", f"reception server revoke {desk.device}", status=1)

        revoked = kept("revoke", desk.device, "--json").json
        assert revoked["revoked_at"] is not None
        assert kept("revoke", desk.device, "--json").json == revoked
        assert desk.pull().status == 401
    assert "đã thu hồi" in kept("devices").out
    assert kept("invite", "--agency", "H40.16", "--slot", 1).status == 0
    assert_refused(kept("revoke", "nobody"), "nobody", status=1)
    assert_refused(kept("devices", "--agency", "H40.99"), "H40.99", status=1)


def test_after_a_copy_was_restored_the_incarnation_is_a_new_one(kept, communes):
    before = kept("status", "--json").json

    renewed = kept("renew", "--json").json

    after = kept("status", "--json").json
    assert after == {**before, **renewed}
    assert after["incarnation"] != before["incarnation"]
    assert "phục hồi" in kept("renew", "--help").out


def test_several_workers_share_a_port_a_database_and_their_figures(run, monkeypatch):
    with running() as cluster:
        database = cluster.create("several")
        monkeypatch.setenv("RECEPTION_SERVER_DATABASE", database)
        assert run("server", "commune", "add", "H40.16", "Xã Mường Lay").status == 0
        with started("--workers", 2, workers=2) as (line, log):
            desk = pushed(line, database)
            for _ in range(20):
                fresh = HttpLine("127.0.0.1", line.pool.port)
                assert page(DeskClient.pull(with_line(desk, fresh))).last == 5
                fresh.pool.close()
            told = line.get("/metrics").body.decode()
        pulls = 'method="GET",route="/v1/communes/{agency}/events",status="200"'
        assert f"reception_requests_total{{{pulls}}} 20.0" in told
        assert len([one for one in log if one["event"] == "request"]) == 23


def test_a_worker_that_takes_long_to_load_is_not_taken_for_dead():
    """On a busy machine loading takes far more than the five seconds that uvicorn would wait."""
    settings = Settings("postgresql:///several", workers=2)

    told = running_server.configuration(settings, lambda: None, factory=True, own_logs=False)

    assert told.timeout_worker_healthcheck >= 60


def with_line(desk: DeskClient, line: HttpLine) -> DeskClient:
    return DeskClient(line, desk.agency, desk.device, desk.key)


@pytest.fixture
def certificate(tmp_path):
    """A certificate for this machine, and its key."""
    key = Ed25519PrivateKey.generate()
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    made_at = datetime(2026, 1, 1, tzinfo=UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(made_at)
        .not_valid_after(made_at + timedelta(days=3650))
        .sign(key, None)
    )
    (tmp_path / "cert.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (tmp_path / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return tmp_path / "cert.pem", tmp_path / "key.pem"


def test_others_reach_it_by_tls_alone(kept, run, communes, certificate, tmp_path):
    cert, key = certificate
    assert_refused(kept("run", "--host", "192.0.2.1"), "--certificate", status=2)
    assert_refused(kept("run", "--certificate", cert), "--key", status=2)
    assert_refused(kept("run", "--certificate", key, "--key", cert), "cert.pem", status=2)

    tls = ("--certificate", cert, "--key", key)
    with started("--data", tmp_path / "máy chủ", *tls) as (_line, log):
        [port] = [one["port"] for one in log if one["event"] == "listening"]
        context = ssl.create_default_context(cafile=cert)
        context.check_hostname = False
        with urllib.request.urlopen(f"https://127.0.0.1:{port}/health", context=context) as answer:
            assert answer.status == 200
            assert answer.headers["X-Request-Id"]


def test_what_cannot_run_is_refused_in_one_sentence(kept, run, tmp_path, monkeypatch):
    assert_refused(kept("run", "--workers", 2), "PostgreSQL", status=2)
    assert_refused(kept("run", "--metrics-from", "mạng"), "mạng", status=2)
    assert_refused(kept("run", "--behind-proxy", "mạng"), "mạng", status=2)
    assert_refused(kept("run", "--port", 70000), "--port", status=2)
    assert_refused(run("server", "run", "--database", "postgresql://127.0.0.1:9/x"), status=1)
    monkeypatch.setenv("RECEPTION_SERVER_PORT", "cổng")
    assert_refused(kept("run"), "--port", status=2)
    monkeypatch.delenv("RECEPTION_SERVER_PORT")
    with HttpLine("127.0.0.1", 1).pool, started("--data", tmp_path / "máy chủ") as (line, _log):
        assert_refused(kept("run", "--port", line.pool.port), str(line.pool.port), status=1)


def test_every_setting_may_come_from_the_environment():
    names = {
        option.name: option.envvar
        for option in server.commands["run"].params
        if option.name != "folder"
    }

    assert names["behind_proxy"] == "RECEPTION_SERVER_BEHIND_PROXY"
    assert all(str(name).startswith("RECEPTION_SERVER_") for name in names.values())
