"""The MSI's life, as group policy would have it: per machine, without a question."""

from __future__ import annotations

from pathlib import Path

from trials.artefacts import Artefacts
from trials.desk import COMMUNE, Installed
from trials.trial import Trial


def try_msi(trial: Trial, desk: Installed, made: Artefacts) -> None:
    """Tell the whole life."""

    def msiexec(word: str, file: Path) -> int:
        return desk.pc.run("msiexec", word, file, "/qn").status

    def installs() -> bool:
        ran = desk.pc.run("msiexec", "/i", made.msi(made.version), "/qn")
        trial.note("MSI with self-test", f"{ran.seconds:.0f} s")
        return ran.status == 0 and desk.current() == made.version

    def upgrades() -> bool:
        done = msiexec("/i", made.msi(made.newer)) == 0
        return done and desk.current() == made.newer

    def downgrade() -> bool:
        # On a PC that never had the older one: of an upgrade Wine forgets what belongs together.
        newer = msiexec("/i", made.msi(made.newer)) == 0
        refused = msiexec("/i", made.msi(made.version)) != 0
        return newer and refused and desk.current() == made.newer

    def removes() -> bool:
        done = msiexec("/x", made.msi(made.newer)) == 0
        return done and not [path for path in desk.home.rglob("*") if path.is_file()]

    trial.check("the MSI refuses a downgrade", downgrade)
    trial.check("it removes all of its files", removes)
    trial.check("it installs silently", installs)
    trial.check(
        "it sets a register up",
        lambda: desk.command("init", "--commune", COMMUNE, "--agency-code", "H99.36").status == 0,
    )
    trial.check("it verifies the register", lambda: desk.answer("verify")["whole"])
    trial.check("it upgrades", upgrades)
    trial.check("the new version has the data", lambda: desk.answer("verify")["whole"])
    trial.check("it removes all of them again", removes)
    trial.check("the register is still there", lambda: bool(desk.register_digest()))
    # Taking files back is Windows Installer's own work, which Wine does not do.
    trial.check(
        "a version that fails its self-test fails",
        lambda: msiexec("/i", made.msi(made.broken)) != 0,
    )
