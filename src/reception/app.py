"""The desktop: reads the call, gives the clock, opens the window, and only then all the rest.

What is imported here is what the first painting needs; a test keeps it so.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QSocketNotifier, Qt
from PySide6.QtWidgets import QApplication

from reception import __version__, paths
from reception.domain.errors import RuleViolation, Trouble, disk_words
from reception.ui.main_window import MainWindow
from reception.ui.waiting_screen import WaitingScreen

if TYPE_CHECKING:
    from reception.ui.program import Program

_ATTEMPT = "ghi-thu.tmp"
LOG_NAME = "reception.log"
_LOG_BYTES = 1_000_000
_LOGS_KEPT = 3
# Nobody sits before these; a dialog there would wait for ever.
_SCREENLESS = {"offscreen", "minimal"}
_SCREEN_NAMES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_VALUED = ("--data", "--passphrase-file", "--open")
_FLAGS = ("demo", "training", "--exit-after-paint", "--exit-when-ready", "--help")

HELP = """Cách dùng: reception [demo|training] [--data THƯ_MỤC] [--passphrase-file TỆP] [--open TỆP]

Mở cửa sổ làm việc của bàn tiếp nhận hồ sơ Một cửa.

  demo                dùng thử với dữ liệu bịa; đóng cửa sổ là xoá hết
  training            tập làm với dữ liệu bịa, giữ lại cho lần sau, cạnh thư mục dữ liệu
  --data THƯ_MỤC      thư mục dữ liệu; mặc định là thư mục dữ liệu của người dùng
  --passphrase-file TỆP
                      tệp chứa mật khẩu mở sổ; không có thì cửa sổ hỏi khi cần
  --open TỆP          gói trao đổi hoặc gói cập nhật, được nhận ngay sau khi đăng nhập
  --help              in hướng dẫn này

Để đo tốc độ:
  --exit-after-paint  thoát ngay khi cửa sổ hiện ra lần đầu
  --exit-when-ready   vào thẳng không hỏi mã PIN, thoát khi trang Hôm nay đủ số liệu"""


@dataclass(frozen=True, slots=True)
class Options:
    """What the desktop was called with; ``flags`` are words of the help."""

    folder: Path
    flags: frozenset[str] = frozenset()
    passphrase_file: Path | None = None
    given_file: Path | None = None


def read_options(arguments: Sequence[str]) -> Options:
    """Read the desktop's few arguments.

    Raises:
        RuleViolation: ``usage`` for anything else.
    """
    left = list(arguments)
    given: dict[str, Path] = {}
    flags: set[str] = set()
    while left:
        word, equals, value = left.pop(0).partition("=")
        if word in _FLAGS and not equals:
            flags.add(word)
        elif word in _VALUED and (equals or left):
            given[word] = Path(value if equals else left.pop(0))
        else:
            raise RuleViolation(
                "usage",
                f"Lệnh gõ chưa đúng ở “{word}”; hãy gõ “reception demo --help” để xem cách dùng.",
            )
    folder = given.get("--data") or paths.default_data_dir()
    return Options(folder, frozenset(flags), given.get("--passphrase-file"), given.get("--open"))


def main(arguments: Sequence[str]) -> int:
    """Open the desktop.

    Returns:
        The exit status: 0, 2 on wrong usage, 1 with one sentence when it cannot open.
    """
    try:
        options = read_options(arguments)
    except RuleViolation as violation:
        sys.stderr.write(violation.text + "\n")
        return 2
    if "--help" in options.flags:
        sys.stdout.write(HELP + "\n")
        return 0
    if not _has_screen():
        sys.stderr.write(
            "Ở đây không có màn hình để mở cửa sổ; hãy chạy trong phiên làm việc có màn hình,"
            " hoặc chạy bằng xvfb-run.\n"
        )
        return 1
    app = _application()
    if "demo" in options.flags:
        return _run_demo(app, options)
    if "training" in options.flags:
        options = Options(paths.training_dir(options.folder), options.flags)
    try:
        _make_folder(options.folder)
    except Trouble as trouble:
        return _refuse(app, trouble.text)
    return _run(app, options)


def _run_demo(app: QApplication, options: Options) -> int:
    """Run where even the window's place and look are forgotten afterwards."""
    from reception.ui.demo_folder import DemoFolder  # see the module's head

    folder = DemoFolder()
    try:
        return _run(app, Options(folder.path, options.flags))
    finally:
        folder.remove()


def _run(app: QApplication, options: Options) -> int:
    window = MainWindow(app, options.folder)
    window.show_screen(
        WaitingScreen(app.translate("app", "Một cửa"), app.translate("app", "Đang mở sổ hồ sơ…"))
    )
    opening = _Opening(app, window, options)
    if "--exit-after-paint" in options.flags:
        window.painted.connect(app.quit)
    else:
        window.painted.connect(opening.go_on)
    window.show()
    status = app.exec()
    opening.close()
    return status


class _Opening:
    """What follows the first painting: the imports, the register, the person."""

    def __init__(self, app: QApplication, window: MainWindow, options: Options) -> None:
        self._app = app
        self._window = window
        self._options = options
        self._program: Program | None = None

    def go_on(self) -> None:
        """Put the first real screen up, or end with one sentence; a waiting update comes first."""
        _quit_on_signals(self._app)
        if paths.update_waits():
            from reception.ui.updating import waiting_update  # only after an update was taken

            if updating := waiting_update(self._app):
                updating.taken_over.connect(self._app.quit)
                updating.refused.connect(self._go_in)
                self._window.show_screen(updating.screen)
                updating.begin()
                return
        self._go_in()

    def _go_in(self, refusal: str = "") -> None:
        """Open the register; ``refusal`` is what must be said first."""
        from reception.ui.program import Program  # see the module's head

        try:
            secret = _secret(self._options)
        except Trouble as trouble:
            self._window.hide()
            self._app.exit(_refuse(self._app, trouble.text))
            return
        program = Program(self._app, self._window, self._options.folder, _now, secret=secret)
        self._program = program
        program.messages.install_hooks()
        _log_bugs()
        program.tasks.broken.connect(log_bug)
        if refusal:
            program.messages.toast(refusal)
        if self._options.given_file:
            program.ready.connect(self._take_given, Qt.ConnectionType.SingleShotConnection)
        straight_in = "--exit-when-ready" in self._options.flags
        if straight_in:
            program.ready.connect(self._app.quit)
            # Where nobody has an account, what is asked first is all there is to see.
            program.asking_first.connect(self._app.quit)
        try:
            if "demo" in self._options.flags:
                program.begin_demo()
            elif "training" in self._options.flags:
                program.begin_training()
                keep_log(self._options.folder)
            else:
                program.begin(straight_in=straight_in)
                keep_log(self._options.folder)
        except (Trouble, RuleViolation) as failure:
            self._window.hide()
            self._app.exit(_refuse(self._app, failure.text))

    def _take_given(self) -> None:
        from reception.ui.given_file import take_file  # see the module's head

        if self._program and self._program.workspace and self._options.given_file:
            take_file(self._program.workspace, self._options.given_file)

    def close(self) -> None:
        """End what was begun."""
        if self._program:
            self._program.end()


def _secret(options: Options) -> str:
    from reception.services.locking import PASSPHRASE_VARIABLE, secret_in  # see the module's head

    named = os.environ.get(PASSPHRASE_VARIABLE, "")
    file = options.passphrase_file or (Path(named) if named else None)
    return secret_in(file) if file else ""


def _quit_on_signals(app: QApplication) -> None:
    """End as closing the window does when the system shuts down, or on Ctrl+C in a console.

    Python hears a signal only when it is its turn; a byte through a pair of sockets gives it one
    while Qt waits.
    """
    import signal  # see the module's head
    import socket  # see the module's head

    heard, told = socket.socketpair()
    told.setblocking(False)  # noqa: FBT003 - Python's own signature
    signal.set_wakeup_fd(told.fileno())
    notifier = QSocketNotifier(heard.fileno(), QSocketNotifier.Type.Read, app)
    notifier.activated.connect(lambda: heard.recv(1) if heard.fileno() >= 0 else b"")

    def hang_up() -> None:
        signal.set_wakeup_fd(-1)
        notifier.setEnabled(False)
        heard.close()
        told.close()

    app.aboutToQuit.connect(hang_up)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: app.quit())


def _has_screen() -> bool:
    """Whether Qt can be asked for a window; without a screen it would end the process itself."""
    return sys.platform != "linux" or any(map(os.environ.get, _SCREEN_NAMES))


def _application() -> QApplication:
    # 125 % and 150 % are drawn at exactly that, not rounded to whole pixels.
    QApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    app = QApplication(["reception"])
    app.setApplicationName("reception")
    app.setApplicationVersion(__version__)
    return app


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # Tried, not asked: only an attempt tells that a disk may only be read.
        attempt = folder / _ATTEMPT
        attempt.touch()
        attempt.unlink()
        if (register := folder / paths.DATABASE_NAME).is_file():
            register.open("r+b").close()
    except OSError as error:
        raise Trouble(
            "data-folder",
            f"Không dùng được thư mục dữ liệu {folder} ({disk_words(error)});"
            " hãy chọn thư mục khác bằng --data, hoặc nhờ người phụ trách máy cấp quyền.",
        ) from error


def _refuse(app: QApplication, sentence: str) -> int:
    from PySide6.QtWidgets import QMessageBox  # see the module's head

    sys.stderr.write(sentence + "\n")
    if app.platformName() not in _SCREENLESS:
        box = QMessageBox()
        box.setWindowTitle(app.translate("app", "Một cửa"))
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(sentence)
        box.addButton(app.translate("app", "Đã hiểu"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()
    return 1


def _now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 -- here, at the edge, the clock is read


# --- the log, without personal data ---------------------------------------------------------------


def keep_log(folder: Path) -> None:
    """Write a log beside the register, in files that never grow large."""
    import logging.handlers  # see the module's head

    handler = logging.handlers.RotatingFileHandler(
        folder / LOG_NAME,
        maxBytes=_LOG_BYTES,
        backupCount=_LOGS_KEPT,
        encoding="utf-8",
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log = logging.getLogger("reception")
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.info("opened %s, Python %s on %s", __version__, sys.version.split()[0], sys.platform)


def log_bug(bug: BaseException) -> None:
    """Log a bug by its kind and place; its text may hold a citizen's data and is left out."""
    import logging  # see the module's head
    import traceback  # see the module's head

    frames = reversed(traceback.extract_tb(bug.__traceback__))
    places = " < ".join(f"{Path(at.filename).name}:{at.lineno} {at.name}" for at in frames)
    logging.getLogger("reception").error("%s at %s", type(bug).__name__, places or "unknown")


def _log_bugs() -> None:
    """Log what reaches the exception hook, before the window shows it."""
    shown = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log_bug(error.with_traceback(trace))
        shown(kind, error, trace)

    sys.excepthook = hook
