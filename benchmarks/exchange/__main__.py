"""Our exchange beside Anki's sync and PouchDB's replication: the same documents, the same lines.

Registrations of dossiers are pushed by one desk, made durable by the server, and pulled into a
second desk's durable store; the peers carry documents of the same bytes. In turn on loopback, side
by side on a thin, slow, lossy line, and ours alone where connections are cut. After each it is
checked that nothing is lost, doubled or altered; at last, what the server takes in (``ingest.py``).
Needs Linux, root, Node with npm, and the network for the first run.

    python benchmarks/exchange [--dossiers 10000] [--rounds 5] [--lines loopback,cut,bad,ingest]
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import beside  # noqa: F401 -- first: it makes the others importable
import ingest
import programs
import registers
import verdicts
from bad_line import BadLine
from contenders import Anki, Contender, Ours, Pouch, Round
from lines import Line, Loopback
from verdicts import Figures, Step

import measure
import postgres

CUTS = (256 << 10, 64 << 10)
SETTINGS = "-c listen_addresses= -c max_connections=100 -c shared_buffers=512MB -c max_wal_size=4GB"


def main() -> None:
    asked = _asked()
    with postgres.running(SETTINGS) as server, _folder() as folder:
        contenders = _contenders(asked, folder, server)
        wanted = registers.digest((folder / "documents").read_bytes().splitlines())
        run = Run(folder, wanted, asked.give_up_after, asked.note)
        if "loopback" in asked.lines:
            _in_turn(run, contenders, asked.rounds)
        if "cut" in asked.lines:
            for _n in range(asked.rounds):
                for cut in (0, *CUTS):
                    name = f"cut every {cut >> 10} KiB" if cut else "never cut"
                    run.one(contenders[0], name, Loopback(cut))
        if "bad" in asked.lines:
            _side_by_side(run, contenders, asked.bad_rounds)
        verdicts.tell(run.figures)
        if "ingest" in asked.lines:
            ingest.compare(server, folder / "ready-ours", asked.dossiers, asked.rounds)
    measure.machine()


def _asked() -> argparse.Namespace:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--dossiers", type=int, default=10_000)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--bad-rounds", type=int, default=1, help="rounds on the bad line")
    options.add_argument("--lines", default="loopback,cut,bad,ingest")
    options.add_argument("--contenders", default="ours,Anki,PouchDB")
    options.add_argument("--give-up-after", type=float, default=7200, help="seconds for a peer")
    options.add_argument("--note", type=Path, help="a file to which each figure is added as JSON")
    options.add_argument(
        "--peers",
        type=Path,
        default=Path(tempfile.gettempdir()) / "reception-benchmarks" / "exchange-peers",
        help="folder outside the repository in which the peers are installed",
    )
    asked = options.parse_args()
    asked.lines, asked.contenders = asked.lines.split(","), asked.contenders.split(",")
    return asked


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="exchange-") as folder:
        yield Path(folder)


def _contenders(
    asked: argparse.Namespace, folder: Path, server: postgres.Postgres
) -> list[Contender]:
    ready = {name: folder / f"ready-{name}" for name in ("ours", "Anki", "PouchDB")}
    for each in ready.values():
        each.mkdir()
    ours = Ours(ready["ours"], server, asked.dossiers)
    documents = folder / "documents"
    texts = list(registers.documents(ours.told))
    documents.write_bytes(b"\n".join(texts) + b"\n")
    sizes = [len(header) + len(body) for header, body in ours.told]
    print(
        f"{len(texts):,} registrations of {sum(sizes) / len(sizes):,.0f} bytes (header and body),"
        f" {sum(map(len, texts)) / len(texts):,.0f} as the peers' documents"
    )
    made: list[Contender] = [ours]
    if "Anki" in asked.contenders:
        made.append(Anki(ready["Anki"], programs.anki_python(asked.peers), documents))
    if "PouchDB" in asked.contenders:
        made.append(Pouch(ready["PouchDB"], programs.pouch_folder(asked.peers), documents))
    return made


def _in_turn(run: Run, contenders: list[Contender], rounds: int) -> None:
    order = list(contenders)
    for _n in range(rounds):
        order.append(order.pop(0))
        for contender in order:
            run.one(contender, "loopback", Loopback())


def _side_by_side(run: Run, contenders: list[Contender], rounds: int) -> None:
    """Each on a bad line of its own: it is the line that takes the time, not the machine."""

    def one(contender: Contender, n: int) -> None:
        run.one(contender, "bad line", BadLine(f"rx{os.getpid()}-{contender.name[0]}", seed=n))

    for n in range(rounds):
        with ThreadPoolExecutor(len(contenders)) as threads:
            list(threads.map(lambda contender, n=n: one(contender, n), contenders))


class Run:
    """All that is measured in one run."""

    def __init__(self, folder: Path, wanted: str, give_up_after: float, note: Path | None) -> None:
        self.figures: list[Figures] = []
        self._folder, self._wanted = folder, wanted
        self._give_up_after, self._note = give_up_after, note
        self._rounds = 0

    def one(self, contender: Contender, line_name: str, line: Line) -> None:
        """One contender's push and pull over a line, measured and checked."""
        self._rounds += 1
        folder = self._folder / f"{contender.name.lower()}-{self._rounds}"
        folder.mkdir()
        round_ = Round(folder, line, self._give_up_after)
        figures = Figures(contender.name, line_name, load=os.getloadavg()[0])
        try:
            contender.begin(round_)
            figures.push = _step(round_, lambda: contender.push(round_))
            if not figures.push.said.get("given_up"):
                figures.pull = _step(round_, lambda: contender.pull(round_))
                figures.check(contender.arrived(round_), self._wanted)
        finally:
            contender.end(round_)
            line.close()
        shutil.rmtree(folder)
        self.figures.append(figures)
        print(figures, flush=True)
        if self._note:
            with self._note.open("a", encoding="utf-8") as file:
                file.write(json.dumps(figures.plain()) + "\n")


def _step(one: Round, act: Callable[[], programs.Ran]) -> Step:
    carried = one.line.carried
    up, down, cuts, cpu = carried.up, carried.down, carried.cuts, one.server.cpu_seconds
    ran = act()
    time.sleep(0.3)  # the last packets are still being counted
    return Step(
        ran.said, carried.up - up, carried.down - down, carried.cuts - cuts,
        ran.cpu_seconds, one.server.cpu_seconds - cpu,
    )  # fmt: skip


if __name__ == "__main__":
    main()
