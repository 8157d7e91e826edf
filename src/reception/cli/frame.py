"""What all commands share: options, output, and how a refusal is told."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

import click

from reception import __version__, paths
from reception.cli.spoken_help import VERSION_WORDS, SpokenGroup, allowed_words
from reception.domain.errors import RuleViolation, Trouble, disk_words
from reception.domain.text import clean
from reception.services.crash_report import causes
from reception.services.desk import Desk, open_desk
from reception.services.locking import PASSPHRASE_VARIABLE, secret_in

BY_COMMAND_LINE = "dòng lệnh"
_BUG = (
    "Chương trình gặp lỗi ngoài dự kiến, những gì đã ghi vẫn an toàn; hãy gửi dòng này cho người"
    " phụ trách máy:"
)

_SECRET = "reception.secret"  # noqa: S105 - where it is kept, not what it is


def _keep_secret(context: click.Context, _option: click.Parameter, file: Path | None) -> None:
    context.meta[_SECRET] = secret_in(file) if file else ""


def secret() -> str:
    """What the command was given to open a locked register with; empty when nothing."""
    context = click.get_current_context(silent=True)
    return context.meta.get(_SECRET, "") if context else ""


data_option = click.option(
    "--data", "folder", type=click.Path(path_type=Path, file_okay=False), help="Thư mục dữ liệu."
)
_secret_option = click.option(
    "--passphrase-file",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar=PASSPHRASE_VARIABLE,
    expose_value=False,
    callback=_keep_secret,
    help="Tệp chứa mật khẩu mở sổ, nếu sổ được khoá.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="In ra một văn bản JSON.")


def names(kinds: type[StrEnum]) -> list[str]:
    """What is typed for each member of an enumeration."""
    return [kind.value for kind in kinds]


def on_register(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that all commands on a register have."""
    return data_option(_secret_option(json_option(command)))


def main(arguments: Sequence[str]) -> int:
    """Run a command; answers the exit status."""
    try:
        # An exit that a command asks for comes back as its status, everything else as None.
        status = commands.main(list(arguments), prog_name="reception", standalone_mode=False)
    except click.ClickException as error:
        return _refuse(_usage_sentence(error), 2)
    except RuleViolation as violation:
        return _refuse(violation.text, 2 if violation.code == "usage" else 1)
    except Trouble as trouble:
        return _refuse(trouble.text, 1)
    except (click.Abort, KeyboardInterrupt):
        return _refuse("Đã dừng theo yêu cầu; những gì đã lưu vẫn còn.", 1)
    except BrokenPipeError:
        # Whoever read has gone; Python would complain of it once more when it ends.
        sys.stderr.close()
        return 1
    except OSError as error:
        return _refuse(f"Không ghi hoặc đọc được ({disk_words(error)}); hãy kiểm tra ổ đĩa.", 1)
    except Exception as bug:  # noqa: BLE001 - told by its place; what it says may be a citizen's
        return _refuse(f"{_BUG} {'; '.join(causes(bug))}.", 1)
    return status or 0


def _refuse(sentence: str, status: int) -> int:
    # What was typed may hold line breaks and control characters; a refusal is one line.
    click.echo(clean(sentence), err=True)
    return status


def _usage_sentence(error: click.ClickException) -> str:
    match error:
        case click.NoSuchOption():
            what = f"không có tuỳ chọn {error.option_name}"
        case click.MissingParameter() if error.param is not None:
            what = f"còn thiếu {error.param.get_error_hint(error.ctx or click.Context(commands))}"
        case click.BadParameter() if error.param is not None:
            what = f"giá trị của {error.param.opts[0]} không dùng được"
            if allowed := allowed_words(error.param):
                return f"Lệnh gõ chưa đúng: {what}; {allowed}."
        case click.BadOptionUsage():
            what = f"tuỳ chọn {error.option_name} thiếu giá trị hoặc không nhận giá trị"
        case click.UsageError() if error.ctx is not None and _is_inner_group(error.ctx.command):
            what = "chưa ghi việc gì, hoặc không có việc này"
        case click.UsageError() if error.ctx is not None and error.ctx.command is not commands:
            what = "có thừa chữ ở cuối lệnh"
        case _:
            what = "không có lệnh này"
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "reception"
    return f"Lệnh gõ chưa đúng: {what}; hãy gõ “{path} --help” để xem cách dùng."


def _is_inner_group(command: click.Command) -> bool:
    return isinstance(command, click.Group) and command is not commands


@click.group(
    cls=SpokenGroup,
    context_settings={"help_option_names": ["--help"], "max_content_width": 100},
)
@click.version_option(
    __version__,
    prog_name="reception",
    message="%(prog)s, phiên bản %(version)s",
    help=VERSION_WORDS,
)
def commands() -> None:
    """Bàn tiếp nhận hồ sơ Một cửa cấp xã. Không có lệnh nào thì mở cửa sổ làm việc."""


def now() -> datetime:
    """The machine's clock."""
    return datetime.now(UTC)  # noqa: TID251 -- here, at the edge, the clock is read


@contextmanager
def opened_desk(folder: Path | None) -> Generator[Desk]:
    """The desk on a data folder, the user's own one by default."""
    desk = open_desk(folder or paths.default_data_dir(), now, secret())
    try:
        yield desk
    finally:
        desk.close()


def print_json(document: object) -> None:
    """Print the one document that a command with ``--json`` prints."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))


def tell_files(*files: Path | None) -> None:
    """Say which files were written."""
    for file in files:
        if file:
            click.echo(f"Đã ghi {file}.")
