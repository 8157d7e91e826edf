#!/usr/bin/env python3
"""Work on the project from a bare checkout; every command sets up what it needs first.

    python3 dev.py demo          open the desktop on invented people and dossiers
    python3 dev.py test [ARGS]   run all checks and tests; ARGS go to pytest
    python3 dev.py lint          run the checks alone
    python3 dev.py run ARGS      run `reception ARGS`
    python3 dev.py setup         set up, and do nothing else
    python3 dev.py lock [ARGS]   make the lock files anew; ARGS go to uv (such as --upgrade)
    python3 dev.py translate     gather the window's texts and compile their translations
    python3 dev.py sbom [FILE]   write what the program is shipped with, as CycloneDX JSON
    python3 dev.py audit         ask PyPI for known holes in what is shipped (takes a network)

On Windows write `py` for `python3`. It takes 64-bit Python 3.11 to 3.14 and the standard library.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed-lock"
SCRIPTS, SUFFIX = (VENV / "Scripts", ".exe") if os.name == "nt" else (VENV / "bin", "")
PYTHON = str(SCRIPTS / f"python{SUFFIX}")

RUN_LOCK, DEV_LOCK = ROOT / "requirements.lock", ROOT / "requirements-dev.lock"
WINDOWS_LOCK = ROOT / "installer/windows/requirements-win.lock"
# Neither the program nor its tests need these tools; they have an environment of their own.
AUDIT_LOCK, AUDIT_VENV = ROOT / "requirements-audit.lock", ROOT / ".venv-audit"

# Above this, some dependency has no built wheel yet.
NEWEST_PYTHON = (3, 14)

# What Qt loads from the system, by the Debian package that brings it: to run at all, and to show
# a window. Qt itself blames libxcb-cursor for each missing one of the second kind.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11.so.6": "libx11-6",
}
WINDOW_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}

CHECKS: dict[str, list[str]] = {
    "ruff check": [PYTHON, "-m", "ruff", "check"],
    "ruff format": [PYTHON, "-m", "ruff", "format", "--check"],
    "pyright": [PYTHON, "-m", "pyright"],
    "import contracts": [str(SCRIPTS / f"lint-imports{SUFFIX}"), "--no-logo"],
}


def set_up(lock_file: Path, *, window: bool = False) -> None:
    """Bring ``.venv`` to what ``lock_file`` says, and the system to what Qt needs."""
    if not (3, 11) <= sys.version_info[:2] <= NEWEST_PYTHON or sys.maxsize < 2**32:
        sys.exit(f"This takes 64-bit Python 3.11 to 3.14, and {sys.executable} is not one of them.")
    # The development lock holds everything that the other one does.
    installed = STAMP.read_text(encoding="ascii") if STAMP.exists() else ""
    ready = installed in {_digest(lock_file), _digest(DEV_LOCK)} and Path(PYTHON).exists()
    packages = _missing_packages(window=window)
    if not ready and importlib.util.find_spec("ensurepip") is None:
        packages.append("python3-venv")
    if packages:
        _install_packages(packages)
    if ready:
        return
    print(f"Setting up .venv from {lock_file.name}; this takes some minutes.", flush=True)
    _must([sys.executable, "-m", "venv", str(VENV)], "The environment .venv could not be made.")
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    offline = "The packages could not be installed; check the network and run this again."
    _must([*pip, "--require-hashes", "--only-binary=:all:", "-r", str(lock_file)], offline)
    here = "The project could not be put into .venv; delete that folder and run this again."
    _must([*pip, "--no-deps", "--no-build-isolation", "--no-index", "-e", str(ROOT)], here)
    STAMP.write_text(_digest(lock_file), encoding="ascii")


def run(args: Sequence[str]) -> int:
    """Run the program itself; without a command, or with ``demo``, it opens a window."""
    window = args[:1] in ([], ["demo"]) and "QT_QPA_PLATFORM" not in os.environ
    screen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if window and sys.platform == "linux" and not screen:
        sys.exit("There is no screen here: run this in a desktop session, or under xvfb-run.")
    set_up(RUN_LOCK, window=window)
    return _call([PYTHON, "-m", "reception", *args])


def lock(args: Sequence[str]) -> int:
    """Make the lock files anew: for every system and Python at once, and for the setup file."""
    uv = shutil.which("uv") or sys.exit("This takes uv: pip install uv, then run it again.")
    made = [uv, "pip", "compile", "--python-version", "3.11", "--generate-hashes"]
    made += ["--no-annotate", "--no-header", "--quiet"]
    universal = [*made, "pyproject.toml", "--universal", *args]
    runtime = [*universal, "--group", "build", "--output-file", RUN_LOCK.name]
    development = [*universal, "--group", "dev", "-c", RUN_LOCK.name]
    development += ["--output-file", DEV_LOCK.name]
    windows = [*made, "installer/windows/requirements-win.in", "-c", RUN_LOCK.name]
    windows += ["--python-platform", "x86_64-pc-windows-msvc"]
    windows += ["--output-file", str(WINDOWS_LOCK.relative_to(ROOT))]
    tools = [*made, "--universal", *args, "--group", "audit", "--output-file", AUDIT_LOCK.name]
    return _call(runtime) or _call(development) or _call(windows) or _call(tools)


def sbom(args: Sequence[str]) -> int:
    """Write a CycloneDX bill of materials of what is shipped: names, versions, hashes."""
    target = args[0] if args else "dist/sbom.json"
    (ROOT / target).parent.mkdir(parents=True, exist_ok=True)
    command = [_audit_tool("cyclonedx-py"), "requirements", "--pyproject", "pyproject.toml"]
    command += ["--output-reproducible", "--output-format", "JSON", "--output-file", target]
    return _call([*command, str(RUN_LOCK)])


def audit() -> int:
    """Hold every shipped version against the known holes; nothing is installed for that."""
    # Strict: a version that could not be asked for must not pass for one without holes.
    command = [_audit_tool("pip-audit"), "--strict", "--require-hashes", "--disable-pip"]
    command += ["--progress-spinner", "off"]
    for shipped in (RUN_LOCK, WINDOWS_LOCK):
        command += ["--requirement", str(shipped)]
    return _call(command)


def _audit_tool(name: str) -> str:
    """A tool of the environment for audits, which is made where it is missing or old."""
    stamp = AUDIT_VENV / STAMP.name
    scripts = AUDIT_VENV / SCRIPTS.name
    if not stamp.exists() or stamp.read_text(encoding="ascii") != _digest(AUDIT_LOCK):
        _must([sys.executable, "-m", "venv", str(AUDIT_VENV)], "The environment was not made.")
        pip = [str(scripts / f"python{SUFFIX}"), "-m", "pip", "--disable-pip-version-check"]
        pip += ["install", "--quiet", "--require-hashes", "--only-binary=:all:"]
        _must(
            [*pip, "-r", str(AUDIT_LOCK)], "The tools could not be installed: is there a network?"
        )
        stamp.write_text(_digest(AUDIT_LOCK), encoding="ascii")
    return str(scripts / f"{name}{SUFFIX}")


def translate() -> int:
    """Bring the English texts up to date with the sources; what is new waits untranslated."""
    lupdate, lrelease = (
        str(SCRIPTS / f"pyside6-{tool}{SUFFIX}") for tool in ("lupdate", "lrelease")
    )
    sources = ["src/reception/ui", "src/reception/app.py"]
    languages = ["-source-language", "vi_VN", "-target-language", "en_US"]
    clean = ["-locations", "none", "-no-obsolete", "-extensions", "py"]
    english = "resources/i18n/reception_en.ts"
    code = _call([lupdate, *languages, *clean, *sources, "-ts", english])
    return code or _call([lrelease, english, "-qm", english.replace(".ts", ".qm")])


def steps(commands: dict[str, list[str]]) -> int:
    """Run each command under its name; stop at the first that fails, with its exit code."""
    for name, command in commands.items():
        print(f"== {name}", flush=True)
        began_s = time.monotonic()
        code = _call(command)
        took = f"{time.monotonic() - began_s:.1f} s"
        if code:
            print(f"== {name} failed after {took}", flush=True)
            return code
        print(f"== {name} passed in {took}", flush=True)
    return 0


def _call(command: list[str]) -> int:
    """Run a command at the checkout's root, with no window for tests and UTF-8 everywhere."""
    env = os.environ | {"PYTHONUTF8": "1"}
    if "pytest" in command:
        env.setdefault("QT_QPA_PLATFORM", "offscreen")
    return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode


def _must(command: list[str], otherwise: str) -> None:
    if _call(command):
        sys.exit(otherwise)


def _digest(lock_file: Path) -> str:
    written = (ROOT / "pyproject.toml").read_bytes() + lock_file.read_bytes()
    return hashlib.sha256(written).hexdigest()


def _missing_packages(*, window: bool) -> list[str]:
    if sys.platform != "linux":
        return []
    wanted = QT_LIBRARIES | WINDOW_LIBRARIES if window else QT_LIBRARIES
    return [package for library, package in wanted.items() if not _loads(library)]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _install_packages(packages: list[str]) -> None:
    by_hand = f"Install these system packages, then run this again: {' '.join(packages)}"
    as_root = [] if os.geteuid() == 0 else ["sudo"]
    if any(shutil.which(tool) is None for tool in ["apt-get", *as_root]):
        sys.exit(by_hand)
    print(f"Installing system packages with apt-get: {' '.join(packages)}", flush=True)
    apt_get = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    _must([*apt_get, "update"], by_hand)
    _must([*apt_get, "install", "-y", "--no-install-recommends", *packages], by_hand)


def main() -> int:
    """Run the command that the first word names."""
    command, *args = sys.argv[1:] or [""]
    match command:
        case "demo":
            return run(["demo", *args])
        case "run":
            return run(args)
        case "lock":
            return lock(args)
        case "sbom":
            return sbom(args)
        case "audit":
            return audit()
        case "translate":
            set_up(DEV_LOCK)
            return translate()
        case "setup" | "lint" | "test":
            set_up(DEV_LOCK)
            pytest = {"pytest": [PYTHON, "-m", "pytest", "-n", "2", *args]}
            return steps({"setup": {}, "lint": CHECKS, "test": CHECKS | pytest}[command])
        case _:
            print(__doc__)
            return 0 if command in {"help", "-h", "--help"} else 2


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
