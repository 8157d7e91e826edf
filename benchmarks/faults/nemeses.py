"""What may befall the world. Each strikes once or more, or misses, and says how often it struck."""

from __future__ import annotations

import os
import resource
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random

from programs import Violation, backends_of, can_trace, injected, kill_postgres, syscalls
from proxy import AfterBytes, Cut, Fate, Repeats, Road
from world import DeskPlace, World, free_bytes

from reception.paths import DATABASE_NAME

Strike = Callable[[World, Random], int]

# What one exchange with little news moves one way.
_EXCHANGE_BYTES = 4000
_DESK_CALLS = {
    "fdatasync": 8,
    "pwrite64": 30,
    "sendto": 9,
    "recvfrom": 12,
    "openat": 3,
    "lseek": 12,
}
_SERVER_CALLS = {"sendto": 30, "recvfrom": 30, "epoll_wait": 30, "futex": 60}
_SQLITE_CALLS = {"fdatasync": 8, "pwrite64": 30, "pread64": 60}
_ERRORS = (("fdatasync", "EIO"), ("pwrite64", "EIO"), ("pwrite64", "ENOSPC"), ("pread64", "EIO"))
_DAYS = (-3650, -30, -1, 1, 30, 3650)
_MOST_COPIES = 4


@dataclass(frozen=True, slots=True)
class Nemesis:
    """One kind of fault; ``weight`` says how often it comes beside the others."""

    name: str
    weight: int
    strike: Strike
    possible: Callable[[World], bool] = lambda _world: True


# --- programs die -------------------------------------------------------------------------------


def _kill_on_the_road(way: str, world: World, chance: Random) -> int:
    desk = world.some_desk(chance)
    world.work([desk], chance)
    many = chance.randrange(1, _EXCHANGE_BYTES)
    world.exchange([desk], AfterBytes(way, many, lambda _road: desk.program.kill()))
    return not desk.program.alive


def _kill_desk_at_work(world: World, chance: Random) -> int:
    desk, upto, seen = world.some_desk(chance), chance.randint(1, 12), 0

    def each(_told: object) -> None:
        nonlocal seen
        seen += 1
        if seen == upto:
            desk.program.kill()

    desk.program.order("work", many=16, seed=chance.randrange(1 << 30))
    if desk.program.done(each) is not None and seen >= upto:
        desk.program.wait()  # it had told all before it died
        return 1
    return seen >= upto


def _at_a_syscall(
    world: World, desk: DeskPlace, chance: Random, pid: int, call: tuple[str, str, int]
) -> int:
    """A desk works and exchanges while strace holds a program; answers how often strace struck."""
    report = world.folder / f"strace-{next(world.numbers)}"
    with syscalls(pid, *call, report):
        desk.program.order("work", many=chance.randint(1, 3), seed=chance.randrange(1 << 30))
        if desk.program.done() is not None:
            world.exchange([desk])
    struck = injected(report)
    report.unlink(missing_ok=True)
    return struck


def _kill_desk_at_a_syscall(world: World, chance: Random) -> int:
    desk, name = world.some_desk(chance), chance.choice(sorted(_DESK_CALLS))
    call = (name, "signal=KILL", chance.randint(1, _DESK_CALLS[name]))
    _at_a_syscall(world, desk, chance, desk.program.pid, call)
    return not desk.program.alive


def _fail_a_syscall(world: World, chance: Random) -> int:
    desk, (name, error) = world.some_desk(chance), chance.choice(_ERRORS)
    call = (name, f"error={error}", chance.randint(1, 8))
    return _at_a_syscall(world, desk, chance, desk.program.pid, call)


def _kill_server_at_a_syscall(world: World, chance: Random) -> int:
    calls = _SERVER_CALLS if world.postgres else _SQLITE_CALLS
    name = chance.choice(sorted(calls))
    call = (name, "signal=KILL", chance.randint(1, calls[name]))
    _at_a_syscall(world, world.some_desk(chance), chance, world.server.pid, call)
    return not world.server.alive


def _all_exchange(world: World, chance: Random, act: Callable[[Road], None]) -> int:
    """All desks exchange at once, and at some byte of it something happens."""
    desks = list(world.desks.values())
    world.work(desks, chance)
    way, many = chance.choice(("up", "down")), chance.randrange(1, len(desks) * _EXCHANGE_BYTES)
    fate = AfterBytes(way, many, act)
    world.exchange(desks, fate, most=chance.choice((1, 500)))
    return fate.struck


def _kill_server(world: World, chance: Random) -> int:
    return _all_exchange(world, chance, lambda _road: world.server.kill())


def _kill_postgres(world: World, chance: Random) -> int:
    server = world.postgres
    return _all_exchange(world, chance, lambda _road: kill_postgres(server)) if server else 0


def _kill_backend(world: World, chance: Random) -> int:
    server = world.postgres
    found = backends_of(server) if server else []
    if not found:
        return 0
    victim = chance.choice(found)

    def act(_road: Road) -> None:
        with suppress(ProcessLookupError):
            os.kill(victim, signal.SIGKILL)

    return _all_exchange(world, chance, act)


# --- the road -----------------------------------------------------------------------------------


def _under(fate: Fate, world: World, chance: Random, *, impatient: bool = False) -> int:
    desks = chance.sample(sorted(world.desks), chance.randint(1, 2))
    places = [world.desks[name] for name in desks]
    for _ in range(1 if impatient else 2):
        world.work(places, chance, most=6)
        world.exchange(places, fate, most=chance.choice((1, 3, 500)), impatient=impatient)
    return fate.struck


def _cut(way: str, world: World, chance: Random) -> int:
    every = int(10 ** chance.uniform(2, 4))
    return _under(AfterBytes(way, every, Road.cut, most=8), world, chance)


def _silence(way: str, world: World, chance: Random) -> int:
    fate = AfterBytes(way, chance.randrange(1, _EXCHANGE_BYTES), Road.fall_silent)
    return _under(fate, world, chance, impatient=True)


def _repeat(kind: str, world: World, chance: Random) -> int:
    return _under(Repeats(chance, kind, share=0.8, most=8), world, chance)


# --- clocks -------------------------------------------------------------------------------------


def _desk_clock(world: World, chance: Random) -> int:
    desk = world.some_desk(chance)
    desk.program.do("shift_clock", days=chance.choice(_DAYS))
    world.work([desk], chance)
    world.must_exchange(desk)
    desk.program.do("shift_clock", days=chance.choice((0, 0.01, -0.01)))
    world.work([desk], chance)
    world.must_exchange(desk)
    desk.program.do("shift_clock", days=0)
    return 1


def _server_clock(world: World, chance: Random) -> int:
    world.server.stop()
    world.server.start(days_off=chance.choice(_DAYS))
    for desk in world.desks.values():
        world.work([desk], chance)
        world.must_exchange(desk)
    world.server.stop()
    return 1


# --- disks --------------------------------------------------------------------------------------


def _troubled(world: World, desk: DeskPlace, chance: Random) -> int:
    """Work and exchange on a disk that takes no more; whether anything went wrong with it."""
    struck = 0

    def each(told: dict[str, object]) -> None:
        nonlocal struck
        struck += bool(told.get("trouble"))

    desk.program.order("work", many=6, seed=chance.randrange(1 << 30))
    desk.program.done(each)
    desk.program.order("exchange", url=world.proxy.url, most=500, patience=90)
    desk.program.done(each)
    return min(struck, 1)


def _disk_full(world: World, chance: Random) -> int:
    small = world.small
    desk = world.desks[small.name] if small else world.some_desk(chance)
    ballast = desk.folder / "ballast"
    with ballast.open("wb") as file:
        room = chance.randrange(0, 64 << 10)
        os.posix_fallocate(file.fileno(), 0, max(1, free_bytes(desk.folder) - room))
    try:
        return _troubled(world, desk, chance)
    finally:
        ballast.unlink()


def _limited(pid: int, log: Path, chance: Random) -> None:
    size = log.stat().st_size if log.exists() else 0
    room = max(1, int(size * chance.random()) + chance.randrange(-8, 24) * 4096)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))


def _unlimited(pid: int) -> None:
    with suppress(ProcessLookupError):
        everything = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
        resource.prlimit(pid, resource.RLIMIT_FSIZE, everything)


def _file_limit(world: World, chance: Random) -> int:
    desk = world.some_desk(chance)
    _limited(desk.program.pid, desk.folder / f"{DATABASE_NAME}-wal", chance)
    try:
        return _troubled(world, desk, chance)
    finally:
        _unlimited(desk.program.pid)


def _server_file_limit(world: World, chance: Random) -> int:
    before = world.proxy.statuses[503]
    _limited(world.server.pid, Path(f"{world.database}-wal"), chance)
    try:
        for desk in world.desks.values():
            world.work([desk], chance)
            world.exchange([desk])
    finally:
        _unlimited(world.server.pid)
    return min(1, world.proxy.statuses[503] - before)


# --- copies -------------------------------------------------------------------------------------


def _bring_home(world: World) -> None:
    """One disaster of copies is got over before the next comes."""
    for desk in world.desks.values():
        world.must_exchange(desk)


def _old_disk(world: World, chance: Random, *, by_the_book: bool) -> int:
    desk = world.desks[f"quay-{chance.randrange(3)}"]
    _bring_home(world)
    if len(desk.copies) < _MOST_COPIES or chance.random() < 0.5:
        desk.copies.append(world.copy_of(desk, by_the_book=by_the_book))
        del desk.copies[:-_MOST_COPIES]
        world.work(world.desks.values(), chance)
        if chance.random() < 0.7:
            world.exchange(world.desks.values())
        world.work([desk], chance)
    world.go_back(desk, chance.choice(desk.copies), by_the_book=by_the_book)
    world.work([desk], chance)
    return 1


_old_disk_by_hand = partial(_old_disk, by_the_book=False)
_old_disk_by_the_book = partial(_old_disk, by_the_book=True)


def _clone(world: World, chance: Random) -> int:
    desk = world.some_desk(chance)
    _bring_home(world)
    both = [desk, world.clone(desk)]
    for _ in range(2):
        world.work(both, chance)
        world.exchange(both if chance.random() < 0.5 else [chance.choice(both)])
    return 1


def _old_server(world: World, chance: Random) -> int:
    _bring_home(world)
    if len(world.server_copies) < _MOST_COPIES or chance.random() < 0.5:
        world.copy_server()
        for desk in world.desks.values():
            world.work([desk], chance)
            world.exchange([desk])
    world.server_goes_back(chance.choice(world.server_copies[-_MOST_COPIES:]))
    world.work(world.desks.values(), chance)
    return 1


# --- all of them --------------------------------------------------------------------------------


def _on_postgres(world: World) -> bool:
    return world.postgres is not None


def _on_sqlite(world: World) -> bool:
    return world.postgres is None


def _traced(_world: World) -> bool:
    return can_trace()


def _few_clones(world: World) -> bool:
    return len(world.clones) < 2


NEMESES = (
    Nemesis("kill -9 of a desk at a byte that it sends", 10, partial(_kill_on_the_road, "up")),
    Nemesis("kill -9 of a desk at a byte that it is sent", 10, partial(_kill_on_the_road, "down")),
    Nemesis("kill -9 of a desk that receives and acts", 8, _kill_desk_at_work),
    Nemesis("kill -9 of a desk in its k-th syscall", 16, _kill_desk_at_a_syscall, _traced),
    Nemesis("EIO or ENOSPC from a desk's k-th syscall", 10, _fail_a_syscall, _traced),
    Nemesis("kill -9 of the server at a byte", 5, _kill_server),
    Nemesis("kill -9 of the server in its k-th syscall", 5, _kill_server_at_a_syscall, _traced),
    Nemesis("SIGKILL of all of PostgreSQL", 5, _kill_postgres, _on_postgres),
    Nemesis("SIGKILL of one of PostgreSQL's processes", 3, _kill_backend, _on_postgres),
    Nemesis("connection cut after every N bytes up", 24, partial(_cut, "up")),
    Nemesis("connection cut after every N bytes down", 24, partial(_cut, "down")),
    Nemesis("half-open: nothing passes up any more", 3, partial(_silence, "up")),
    Nemesis("half-open: nothing passes down any more", 3, partial(_silence, "down")),
    Nemesis("request sent twice", 12, partial(_repeat, "twice")),
    Nemesis("request held back until later ones have passed", 12, partial(_repeat, "late")),
    Nemesis("old request replayed", 12, partial(_repeat, "old")),
    Nemesis("a desk's clock jumps, 1 day to 10 years", 5, _desk_clock),
    Nemesis("the server's clock jumps, 1 day to 10 years", 1, _server_clock),
    Nemesis("a desk's disk is full", 8, _disk_full, lambda world: world.small is not None),
    Nemesis("a desk's file may not grow (RLIMIT_FSIZE)", 6, _file_limit),
    Nemesis("the server's file may not grow (SQLite)", 8, _server_file_limit, _on_sqlite),
    Nemesis("a desk goes on from an old copy, by hand", 3, _old_disk_by_hand),
    Nemesis("a desk goes on from an old copy, `reception restore`", 2, _old_disk_by_the_book),
    Nemesis("a desk is cloned, and both go on", 3, _clone, _few_clones),
    Nemesis("the server goes on from an old copy, `server renew`", 3, _old_server),
)  # fmt: skip

__all__ = ["NEMESES", "Cut", "Nemesis", "Violation"]
