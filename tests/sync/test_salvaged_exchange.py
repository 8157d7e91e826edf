"""A salvaged register exchanges: the server gives back what was lost, and gets what only it had."""

from __future__ import annotations

import pytest

from ends import received
from reception.services import safekeeping, salvaging
from reception.services.desk import Desk
from register_contents import alter


def told(desk: Desk) -> set[tuple[bytes, bytes]]:
    return set(desk.database.rows("SELECT header, body FROM event"))


@pytest.mark.parametrize(
    "lost",
    [
        "own = 1 AND seq BETWEEN 6 AND 7",  # a gap in what was sent
        "own = 1 AND seq IN (2, 4, 6)",
        "own = 0 AND seq = 6",  # of the other desk
        "seq = 6",
        "own = 1 AND seq >= 6",  # the end, which nothing tells of any more
        "position IS NOT NULL",  # all that the server ever had
    ],
)
def test_what_the_server_has_comes_back(commune, lost):
    desk, other = commune.desk(0), commune.desk(1)
    for name in ("Đỗ Thị Ưởng", "Lò Văn Ín", "H'Hen Niê", "Y Ka Ly"):
        received(desk, name)
        received(other, f"{name} B")
    for one in (desk, other, desk):
        commune.exchange(one)
    unsent = received(desk, "K'Dung")
    everything = told(desk)
    folder = desk.database.path.parent
    desk.close()
    commune.desks.remove(desk)
    alter(
        folder / "reception.db",
        "DELETE FROM event WHERE n IN (SELECT n FROM event JOIN device USING (device)"
        f" WHERE {lost.replace('seq', 'event.seq')})",
        "VACUUM",
    )

    back, found = salvaging.salvage(folder, commune.clock)
    commune.desks.append(back)
    assert found.has_server
    assert safekeeping.verify(back).faults == ()
    after = received(back, "Lò Thị Mới")
    for one in (back, other, back):
        commune.exchange(one)

    only_here = {row for row in everything if unsent.dossier_id.encode() in row[0]}
    end_lost = ">=" in lost
    assert everything - told(back) == (only_here if end_lost else set())
    assert safekeeping.verify(back).faults == ()
    assert safekeeping.verify(other).faults == ()
    codes = {code for (code,) in other.database.rows("SELECT reference FROM dossier")}
    assert after.code in codes
    assert (unsent.code in codes) is not end_lost
