"""A commune's hub from the command line, between its desks and a server above, over HTTP."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from ends import AGENCY, COMMUNE
from reception.cli.frame import now
from reception.services.set_up import office_named, set_up
from refusing import assert_refused


@pytest.fixture
def upper(run, tmp_path):
    """Run a command of the server above; the commune is there."""

    def run_it(*arguments: object):
        return run("server", *arguments, "--data", tmp_path / "cap-tren")

    run_it("init", "--name", "Máy chủ tỉnh")
    run_it("commune", "add", AGENCY, COMMUNE)
    return run_it


@pytest.fixture
def hub(run, tmp_path):
    """Run a command of the hub; the commune is there."""

    def run_it(*arguments: object):
        return run("server", *arguments, "--data", tmp_path / "tai-xa")

    run_it("init", "--name", "Máy chủ xã")
    run_it("commune", "add", AGENCY, COMMUNE)
    return run_it


class Running:
    """A server as a process of its own; its log is read line by line."""

    def __init__(self, folder) -> None:
        command = [sys.executable, "-m", "reception", "server", "run", "--port", "0"]
        self.process = subprocess.Popen(
            [*command, "--data", str(folder)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        self.url = f"http://127.0.0.1:{self.wait_for('listening')['port']}"
        self.wait_for("Application startup complete.")

    def wait_for(self, event: str) -> dict:
        """The next line of the log that tells of something."""
        while True:
            told = json.loads(self.process.stdout.readline())
            if told["event"] == event:
                return told

    def stop(self) -> None:
        """Ask it to stop, and see that it does so in good order."""
        self.process.terminate()
        _out, err = self.process.communicate(timeout=60)
        assert (self.process.returncode, err) == (0, b"")


@pytest.fixture
def running():
    """Start servers; all are ended."""
    started: list[Running] = []

    def run_it(folder) -> Running:
        started.append(Running(folder))
        return started[-1]

    yield run_it
    for one in started:
        one.process.kill()
        one.process.communicate()


def desk_at(run, folder, url: str, code: str) -> None:
    set_up(folder, office_named(COMMUNE, AGENCY), now).close()
    told = run("sync", "enrol", "--server", url, "--code", code, "--data", folder)
    assert told.status == 0
    assert run("sync", "--data", folder).status == 0


def test_a_hub_relays_between_its_desks_and_the_server_above(run, upper, hub, running, tmp_path):
    above, here = running(tmp_path / "cap-tren"), running(tmp_path / "tai-xa")
    code = upper("invite", "--agency", AGENCY, "--hub", "--json").json["code"]
    belongs = hub("above", "--server", above.url, "--code", code, "--json").json
    assert (belongs["server"], belongs["position"]) == ("Máy chủ tỉnh", 0)
    desk_at(run, tmp_path / "quay-0", here.url, invited(hub, 0))
    desk_at(run, tmp_path / "quay-1", above.url, invited(upper, 1))

    done = hub("relay", "--json").json

    status = hub("status", "--json").json
    [ours], [theirs] = status["communes"], upper("status", "--json").json["communes"]
    assert ours["position"] == theirs["position"] == done["position"] > 0
    assert (status["above"]["outcome"], done["held_up"]) == ("", [])
    assert "khớp với máy chủ cấp trên “Máy chủ tỉnh” đến số" in hub("status").out
    moved = ("--code", invited(upper, 0), "--data", tmp_path / "quay-0")
    assert_refused(run("sync", "enrol", "--server", above.url, *moved), "đã ghi danh", status=1)
    assert run("sync", "enrol", "--server", above.url, "--move", *moved).status == 0
    assert run("sync", "--data", tmp_path / "quay-0", "--json").json["outcome"] == ""
    above.stop()
    assert_refused(hub("relay"), "Không tới được máy chủ cấp trên", status=1)
    here.stop()


def invited(server, slot: int) -> str:
    return server("invite", "--agency", AGENCY, "--slot", slot, "--json").json["code"]


def test_what_cannot_be_is_refused_in_one_sentence(hub, upper):
    assert_refused(hub("relay"), "reception server above", status=1)
    assert_refused(hub("invite", "--agency", AGENCY), "--hub", status=2)
    assert_refused(hub("invite", "--agency", AGENCY, "--hub", "--slot", 1), "--hub", status=2)
    nowhere = ("above", "--server", "http://127.0.0.1:9", "--code")
    assert_refused(hub(*nowhere, "ABCDE-FGHJK"), "Không tới được", status=1)
    assert_refused(hub(*nowhere, " "), "mã ghi danh", status=1)
    assert_refused(hub(*nowhere, "X", "--agency", "H40.99"), "H40.99", status=1)
    hub("commune", "add", "H40.17", "Xã Sín Thầu")
    assert_refused(hub(*nowhere, "X"), "--agency", status=1)
    assert_refused(hub("above", "--server", "xa", "--code", "X"), "https://", status=1)
    told = upper("invite", "--agency", AGENCY, "--hub")
    assert "Cho máy chủ tại xã của" in told.out
