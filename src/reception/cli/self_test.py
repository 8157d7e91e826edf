"""Trying the program itself out: run by Setup, by updates, and by whoever doubts."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Generator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import click

from reception import __version__, paths
from reception.cli.frame import commands, json_option, now, print_json
from reception.domain.errors import RuleViolation, Trouble
from reception.services import self_test

_WINDOW = "mở cửa sổ làm việc"
# An old PC with a slow disk that reads the program for the first time.
_WINDOW_SECONDS = 180


@dataclass(frozen=True, slots=True)
class Step:
    """One step that was taken; ``fault`` says why it failed."""

    name: str
    seconds: float
    fault: str = ""


@commands.command(name="self-test")
@click.option("--window", is_flag=True, help="Mở thử cả cửa sổ làm việc, không hiện ra màn hình.")
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Ghi kết quả vào tệp này.",
)
@json_option
def self_test_command(window: bool, report: Path | None, as_json: bool) -> None:
    """Thử chương trình trên máy này với một hồ sơ bịa; không động đến sổ hồ sơ nào."""
    steps = take_steps(window=window)
    whole = not steps[-1].fault
    if report:
        report.write_text("\n".join([*map(_line, steps), _sentence(steps)]) + "\n", "utf-8")
    if as_json:
        told = [{"name": one.name, "seconds": one.seconds, "fault": one.fault} for one in steps]
        print_json({"version": __version__, "whole": whole, "steps": told})
    elif whole:
        click.echo("\n".join([*map(_line, steps), _sentence(steps)]))
    if not whole:
        raise Trouble("self-test", _sentence(steps))


def take_steps(*, window: bool = False) -> list[Step]:
    """Take the steps until one fails."""
    with TemporaryDirectory(prefix="reception-tu-kiem-tra-", ignore_cleanup_errors=True) as place:
        taken = list(_timed(self_test.try_out(Path(place) / "so", now)))
        if window and not taken[-1].fault:
            taken += _timed(_open_window(Path(place) / "so"))
    return taken


def _timed(steps: Generator[str]) -> Generator[Step]:
    """The steps with the time each took; the last one with its fault, if it has one."""
    name, began = next(steps), perf_counter()
    while True:
        fault, following = "", None
        try:
            following = next(steps, None)
        except (RuleViolation, Trouble) as failure:
            fault = failure.text
        except Exception as bug:  # noqa: BLE001 - whatever does not work is the answer
            fault = f"{type(bug).__name__}: {bug}"
        yield Step(name, round(perf_counter() - began, 2), fault)
        if following is None:
            return
        name, began = following, perf_counter()


def _open_window(folder: Path) -> Generator[str]:
    """The whole window in a process of its own: what Qt does to it must not end this one."""
    yield _WINDOW
    command = [*paths.own_command(), "--data", str(folder), "--exit-when-ready"]
    try:
        done = subprocess.run(  # noqa: S603 - the program itself
            command,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=_WINDOW_SECONDS,
        )
    except subprocess.TimeoutExpired:
        raise _window_fails("không mở xong trong 3 phút") from None
    if done.returncode:
        said = ""
        with suppress(IndexError):
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1]
        raise _window_fails(said or f"mã kết thúc {done.returncode}")


def _window_fails(why: str) -> Trouble:
    return Trouble(
        "self-test", f"Cửa sổ không mở được ({why}); hãy cài lại hoặc gọi người phụ trách."
    )


def _line(step: Step) -> str:
    return f"{'KHÔNG ĐẠT' if step.fault else 'Đạt'} · {step.seconds:.2f} giây · {step.name}"


def _sentence(steps: list[Step]) -> str:
    last = steps[-1]
    if last.fault:
        return f"Tự kiểm tra KHÔNG đạt ở bước “{last.name}”: {last.fault}"
    whole = sum(step.seconds for step in steps)
    return f"Tự kiểm tra đạt: phiên bản {__version__} dùng được trên máy này ({whole:.1f} giây)."
