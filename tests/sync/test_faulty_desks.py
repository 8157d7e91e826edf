"""What a faulty or newer program of one desk writes: the others go on, and keep what came."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from at_the_counter import BY
from ends import log_of, received
from reception.domain.applicant import Party
from reception.domain.certification import Matter
from reception.domain.dossier import State
from reception.domain.errors import Trouble
from reception.services import certification, clock, finishing, safekeeping
from reception.services.certification import CertificationRequest, WantedItem
from reception.services.desk import Desk
from reception.storage import review_rows
from reception.storage.listing_foreign import list_news
from strange_events import FAULTY, NEWER

STRANGE = (*NEWER, *FAULTY)


@pytest.fixture
def both(commune) -> tuple[Desk, Desk]:
    return commune.desk(0), commune.desk(1)


@pytest.mark.parametrize("write", STRANGE, ids=lambda write: write.__name__.strip("_"))
def test_another_desk_verifies_copies_and_rebuilds_what_came(commune, both, tmp_path, write):
    first, second = both
    dossier = received(first)
    commune.exchange(first)
    write(first, dossier.dossier_id)
    for desk in (first, second, first):
        commune.exchange(desk)

    assert safekeeping.verify(second).faults == ()
    safekeeping.backup(second, tmp_path / "ban-sao.db")
    listed = second.database.rows("SELECT dossier, state FROM dossier")
    safekeeping.rebuild(second)

    assert second.database.rows("SELECT dossier, state FROM dossier") == listed
    assert listed == [(dossier.dossier_id, State.RECEIVED)]
    assert list(log_of(second)) == list(log_of(first))


@pytest.mark.parametrize("write", STRANGE, ids=lambda write: write.__name__.strip("_"))
def test_work_on_the_dossier_goes_on_at_another_desk(commune, both, write: Callable[..., None]):
    first, second = both
    dossier = received(first)
    write(first, dossier.dossier_id)
    commune.exchange(first)
    commune.exchange(second)

    finishing.record_result(second, dossier.dossier_id, result="Giấy khai sinh", by=BY)
    commune.exchange(second)

    assert safekeeping.verify(second).faults == ()
    known = second.store.dossier(dossier.dossier_id)
    assert known
    assert known.state is State.RESULT_READY


def test_what_a_faulty_program_wrote_is_shown_to_the_clerk(commune, both):
    first, _second = both
    dossier = received(first)
    nonsense = next(write for write in FAULTY if write.__name__ == "_nonsense_body")
    nonsense(first, dossier.dossier_id)
    for desk in both:
        commune.exchange(desk)

    for desk in both:
        (row,) = review_rows.waiting(desk.database)
        assert (row.dossier_id, row.kind) == (dossier.dossier_id, "not-applied")


def test_a_disk_that_fails_while_listing_is_not_taken_for_a_dossier_that_cannot_be_read(
    commune, both
):
    first, second = both
    received(first)
    commune.exchange(first)
    commune.exchange(second)
    second.database.run("UPDATE line SET listed = 0")
    second.database.run("DROP TABLE fee")

    with pytest.raises(Trouble):
        list_news(second.store)

    assert review_rows.count(second.database) == 0
    assert second.database.row("SELECT listed FROM line") == (0,)


def test_what_another_desk_certified_leaves_this_desk_whole(commune, both):
    first, second = both
    request = CertificationRequest(
        Matter.COPY, Party("Lò Văn Ín"), (WantedItem("Căn cước"),), signer="Lò A",
        signer_title="Chủ tịch",
    )  # fmt: skip
    certification.certify(first, request, by=BY)
    for desk in both:
        commune.exchange(desk)

    assert safekeeping.verify(second).faults == ()


def test_a_slip_of_an_act_that_another_was_before_with_is_no_fault(commune, both):
    first, second = both
    dossier = received(first)
    for desk in (first, second):
        commune.exchange(desk)
    for desk in both:
        clock.request_supplement(
            desk, dossier.dossier_id, wanted=["Tờ khai"], reason="thiếu", by=BY
        )
    for desk in (second, first):
        commune.exchange(desk)

    assert review_rows.count(first.database) == 1
    assert safekeeping.verify(first).faults == ()
