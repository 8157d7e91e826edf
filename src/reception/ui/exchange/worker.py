"""What the exchange's lane does, on a desk and a connection of its own; no other thread enters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from reception.domain.errors import RuleViolation, Trouble
from reception.services.desk import Desk
from reception.storage import line_rows, reference
from reception.ui.exchange.plan import CA_NAME, Plan, Road, Wanted
from reception.ui.tasks import Cancelled, Progress

if TYPE_CHECKING:
    from reception.services.comparing import Comparison
    from reception.services.exchange import Exchanged
    from reception.services.line_state import LineState
    from reception.sync.exchanging import Exchanger
    from reception.sync.watched_line import WatchedLine

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Brought:
    """How the desk stands after an exchange, and whom it concerns.

    ``rules`` says that what the desk works by has changed.
    """

    state: LineState
    words: str
    dossiers: frozenset[str] = frozenset()
    rules: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """One exchange by line; ``answer`` is the seconds of the line's quickest answer."""

    exchanged: Exchanged
    brought: Brought
    answer: float


class Worker:
    """Made on the window's thread, used by the lane alone.

    Args:
        desk: The register; the lane opens a desk of its own upon it.
        plan: What the exchange goes by.
    """

    def __init__(self, desk: Desk, plan: Plan) -> None:
        self._register = desk
        self._plan = plan
        self._own: Desk | None = None
        self._exchanger: Exchanger | None = None
        self._road: tuple[str, Road] | None = None
        self._told = ""

    def look(self) -> LineState | None:
        """How the desk stands; ``None`` for one without a server, which needs nothing of this."""
        desk = self.desk()
        if line_rows.line(desk.database) is None:
            return None
        from reception.services import line_state  # only a desk that is enrolled needs it

        return line_state.look(desk)

    def exchange(self, progress: Progress) -> Turn | None:
        """One exchange by line; ``None`` for a desk that has no line to go by."""
        row = line_rows.line(self.desk().database)
        if row is None or not row.url:
            return None
        return self._guarded(lambda: self._exchange(row.url, progress))

    def compare(self, progress: Progress) -> Comparison:
        """Hold the register against the server's.

        Raises:
            Trouble: ``not-enrolled``, or the server was not reached or refuses.
        """
        from reception.services import comparing
        from reception.sync.exchanging import enrolled

        url = enrolled(self.desk().store).url
        return self._guarded(lambda: comparing.compare(self.desk(), self._line(url, progress)))

    def enrol(self, wanted: Wanted, progress: Progress) -> None:
        """Enrol the desk, and keep the certificate by which its server was known.

        Raises:
            RuleViolation: ``server-address``, ``not-a-certificate``, ``code-missing`` or
                ``already-enrolled``.
            Trouble: The server was not reached, or does not let this desk in; or
                ``certificate-not-kept``.
        """
        self._guarded(lambda: self._enrol(wanted, progress))

    def _enrol(self, wanted: Wanted, progress: Progress) -> None:
        from reception.services import exchange

        url, certificate = wanted.url, wanted.certificate
        self._leave_road()
        line = self._line(url, progress, certificate)
        exchange.enrol(self.desk(), line, url, wanted.code, wanted.name, move=wanted.move)
        if certificate:
            self._leave_road()  # the next one is by the certificate that is kept
            _keep(certificate, self.desk().database.path.with_name(CA_NAME))

    def write_stick(self, path: Path) -> Brought:
        """Write what the server does not have yet to a stick.

        Raises:
            Trouble: ``not-enrolled``, or the stick cannot be written.
        """
        from reception.services import line_state, sticks

        written = self._guarded(lambda: sticks.write(self.desk(), path))
        return Brought(line_state.look(self.desk()), written.words)

    def take_stick(self, path: Path) -> Brought:
        """Take the server's answer from a stick.

        Raises:
            RuleViolation, Trouble: It is none, or not for this desk.
        """
        from reception.services import sticks

        taken = self._guarded(lambda: sticks.take(self.desk(), path))
        return self._brought(taken.words, taken.changed)

    def accept(self, path: Path) -> None:
        """Belong to the server that wrote an invitation.

        Raises:
            RuleViolation: It is none, or for another office.
        """
        from reception.services import sticks

        self._guarded(lambda: sticks.accept_invitation(self.desk(), path))

    def desk(self) -> Desk:
        """The lane's own desk."""
        if self._own is None:
            self._own = self._register.another()
        return self._own

    def close(self) -> None:
        """Leave the line and the register."""
        self._leave_road()
        if self._own:
            self._own.close()
        self._own = None

    def _leave_road(self) -> None:
        if self._road:
            self._road[1].close()
        self._road = None

    def _exchange(self, url: str, progress: Progress) -> Turn:
        from reception.services import exchange

        desk, line = self.desk(), self._line(url, progress)
        if self._exchanger is None:
            self._exchanger = exchange.make_exchanger(desk, self._plan.seconds)
        done = exchange.exchange(desk, line, self._exchanger)
        return Turn(done, self._brought(done.row.words, done.outcome.changed), line.quickest)

    def _brought(self, words: str, changed: Sequence[str]) -> Brought:
        from reception.services import line_state

        return Brought(
            line_state.look(self.desk()),
            words,
            frozenset(name for name in changed if not reference.is_reference(name)),
            any(map(reference.is_reference, changed)),
        )

    def _line(self, url: str, progress: Progress, certificate: Path | None = None) -> WatchedLine:
        """The line to an address; its connection is kept from one exchange to the next."""
        from reception.sync.watched_line import WatchedLine

        if self._road is None or self._road[0] != url:
            self._leave_road()
            self._road = (url, self._plan.line(url, certificate))
        return WatchedLine(self._road[1], self._plan.seconds, lambda: progress.stopping)

    def _guarded(self, work: Callable[[], T]) -> T:
        """Do it; a bug is reported once, and told as trouble from then on: nobody is disturbed."""
        from reception.sync.watched_line import Dropped

        try:
            return work()
        except Dropped:
            raise Cancelled from None
        except (RuleViolation, Trouble):
            raise
        except Exception as bug:
            if self._told == (told := repr(bug)):
                raise Trouble(
                    "exchange-broken",
                    "Trao đổi với máy chủ đang gặp lỗi của chương trình; hồ sơ vẫn được giữ trên"
                    " máy này. Hãy báo người phụ trách máy.",
                ) from bug
            self._told = told
            raise


def _keep(certificate: Path, own: Path) -> None:
    """Copy a server's root certificate into the data folder, whole or not at all."""
    new = own.with_name(f"{own.name}.moi")
    try:
        new.write_bytes(certificate.read_bytes())
        new.replace(own)
    except OSError as fault:
        raise Trouble(
            "certificate-not-kept",
            f"Đã ghi danh, nhưng chưa chép được chứng thư gốc; hãy chép tệp {certificate} vào"
            f" {own.parent} với tên {own.name}.",
        ) from fault
