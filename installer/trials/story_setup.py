"""The setup file's life: first installation, use, failed and good upgrade, refusals, removal."""

from __future__ import annotations

from pathlib import Path

from packing.place import ROOT
from trials.artefacts import Artefacts
from trials.desk import COMMUNE, UNINSTALL, Installed
from trials.trial import Trial

_DOSSIERS = ROOT / "docs" / "examples" / "ten-dossiers.json"
_RUNNING, _SELF_TEST, _NEWER = 11, 12, 13
_BUNDLES = r"HKCU\Software\Classes\Reception.Bundle"


def try_setup(trial: Trial, desk: Installed, made: Artefacts) -> None:
    """Tell the whole life."""
    _install(trial, desk, made)
    _use(trial, desk)
    _refuse(trial, desk, made)
    _upgrade(trial, desk, made)
    _remove(trial, desk, made)


def install(desk: Installed, setup: Path) -> int:
    """Run a setup file as a script would; its exit status."""
    return desk.pc.run(setup, "/S", "/CurrentUser").status


def _install(trial: Trial, desk: Installed, made: Artefacts) -> None:
    def silently() -> bool:
        ran = desk.pc.run(made.setup(made.version), "/S", "/CurrentUser")
        trial.note("silent installation with self-test", f"{ran.seconds:.0f} s")
        return ran.status == 0 and desk.current() == made.version

    trial.check("installs silently, without an administrator", silently)
    trial.check("shortcuts on the desktop and in the start menu", lambda: desk.links() == 2)
    listed = desk.pc.registry
    trial.check("listed among the programs", lambda: made.version in listed(UNINSTALL))
    trial.check("bundles open with it", lambda: "--open" in listed(_BUNDLES))
    trial.check("licences lie beside it", lambda: _licences(desk, made.version))
    trial.note("installed", f"{_megabytes(desk.home):.0f} MB")


def _licences(desk: Installed, version: str) -> bool:
    folder = desk.home / "versions" / version / "licences"
    names = {path.name for path in folder.iterdir()}
    return {"LGPL-3.0.txt", "OFL-Tinos.txt", "OFL-Noto-Sans.txt", "Python.txt"} <= names


def _use(trial: Trial, desk: Installed) -> None:
    def self_test() -> bool:
        report = desk.pc.user / "report.txt"
        ran = desk.pc.run(desk.program, "--self-test", "--window", "--report", report)
        trial.note("self-test with window", f"{ran.seconds:.0f} s")
        return ran.status == 0 and "Tự kiểm tra đạt" in report.read_text(encoding="utf-8")

    def receipt() -> bool:
        [first, *_others] = desk.answer("register", "--from", _DOSSIERS)
        paper = desk.pc.user / "receipt.pdf"
        desk.answer("print", "receipt", first["code"], "--out", paper)
        return paper.read_bytes().startswith(b"%PDF") and paper.stat().st_size > 10_000

    trial.check("starts with --self-test", self_test)
    trial.check(
        "sets a register up",
        lambda: desk.command("init", "--commune", COMMUNE, "--agency-code", "H99.36").status == 0,
    )
    trial.check("registers ten dossiers and prints a receipt", receipt)
    trial.check("verifies the register", lambda: desk.answer("verify")["dossiers"] == 10)


def _refuse(trial: Trial, desk: Installed, made: Artefacts) -> None:
    before = desk.register_digest()

    def while_running() -> bool:
        desk.pc.start(desk.program)
        seen = desk.pc.window("Một cửa")
        status = install(desk, made.setup(made.newer))
        desk.pc.end_program()
        return bool(seen) and status == _RUNNING and desk.current() == made.version

    def broken() -> bool:
        status = install(desk, made.setup(made.broken))
        same = desk.current() == made.version and desk.versions() == {made.version}
        return status == _SELF_TEST and same

    trial.check("refuses to upgrade while the window is open", while_running)
    trial.check("takes a version back that fails its self-test", broken)
    trial.check("the old version works as before", lambda: desk.answer("verify")["whole"])
    trial.check("the register was not touched", lambda: desk.register_digest() == before)


def _upgrade(trial: Trial, desk: Installed, made: Artefacts) -> None:
    before = desk.register_digest()

    def upgrade() -> bool:
        ran = desk.pc.run(made.setup(made.newer), "/S", "/CurrentUser")
        trial.note("silent upgrade with self-test", f"{ran.seconds:.0f} s")
        in_use = desk.current() == made.newer and desk.versions() == {made.newer}
        return ran.status == 0 and in_use

    def downgrade() -> bool:
        status = install(desk, made.setup(made.version))
        return status == _NEWER and desk.current() == made.newer

    trial.check("upgrades in place and drops the old files", upgrade)
    trial.check("the upgrade left the register alone", lambda: desk.register_digest() == before)
    trial.check("the new version has the data", lambda: desk.answer("verify")["dossiers"] == 10)
    trial.check("is listed by its new version", lambda: made.newer in _listed(desk))
    trial.check("refuses a downgrade", downgrade)


def _remove(trial: Trial, desk: Installed, made: Artefacts) -> None:
    def leaves_nothing() -> bool:
        desk.remove()
        return not desk.home.exists() and desk.links() == 0 and not _listed(desk)

    def with_data() -> bool:
        install(desk, made.setup(made.newer))
        desk.remove("/DELETEDATA")
        return not desk.home.exists() and not desk.data.exists()

    trial.check("removes all of itself", leaves_nothing)
    trial.check("bundles open with nothing", lambda: not desk.pc.registry(_BUNDLES))
    trial.check("the register is still there", lambda: bool(desk.register_digest()))
    trial.check("removes the data when asked to", with_data)


def _listed(desk: Installed) -> str:
    return desk.pc.registry(UNINSTALL)


def _megabytes(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
