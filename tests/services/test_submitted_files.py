"""Scans of online submissions come down to the desk and hang at the dossier made of them."""

from __future__ import annotations

import pytest

from at_the_counter import BY
from ends import Commune
from handed_in import handed_in, picture
from reception.domain.errors import RuleViolation, Trouble
from reception.services import inbox, safekeeping, scans
from reception.storage.ledger.ledger import Ledger
from sent_down import SUBMISSION, settle, submitted


@pytest.fixture
def commune(tmp_path):
    made = Commune(Ledger.open(str(tmp_path / "ledger.db")), tmp_path)
    yield made
    made.close()


@pytest.fixture
def desk(commune):
    return commune.desk(0)


def only_file(desk):
    [waiting] = inbox.waiting(desk)
    [one] = waiting.files
    return one


def test_a_scan_comes_down_with_its_submission_and_can_be_looked_at(commune, desk):
    submitted(commune, desk, attachments=(handed_in(commune),))

    one = only_file(desk)

    assert one.here
    assert scans.look(desk, one.file).data == picture()
    assert scans.small_picture(desk, one.file)


def test_a_scan_that_is_still_on_its_way_says_so(commune, desk):
    submitted(commune, desk, attachments=(handed_in(commune, there=False),))

    one = only_file(desk)

    assert not one.here
    with pytest.raises(Trouble, match="chưa về máy này"):
        scans.look(desk, one.file)


@pytest.mark.parametrize(
    ("answer", "more"),
    [
        (inbox.accept, {}),
        (inbox.guide, {"wanted": ["Giấy chứng sinh"], "reason": "Bản chụp mờ"}),
        (inbox.refuse, {"reason": "Không thuộc thẩm quyền"}),
    ],
)
def test_the_scans_hang_at_the_dossier_made_of_it(commune, desk, answer, more):
    brought = handed_in(commune), handed_in(commune, picture(90), "giay-chung-sinh.png")
    submitted(commune, desk, attachments=brought)

    dossier = answer(desk, SUBMISSION, by=BY, **more)

    told = [(one.sha256, one.name, one.size) for one in dossier.scans]
    assert told == [(one.sha256, one.name, one.size) for one in brought]
    assert scans.read(desk, dossier.scans[0]).data == picture()
    assert safekeeping.verify(desk).whole


def test_accepted_before_its_scans_came_it_is_whole_and_gets_them(commune, desk):
    other = commune.desk(1)
    submitted(commune, desk, attachments=(handed_in(commune, there=False),))
    dossier = inbox.accept(desk, SUBMISSION, by=BY)
    with pytest.raises(Trouble, match="chưa về máy này"):
        scans.read(desk, dossier.scans[0])
    assert safekeeping.verify(desk).whole

    handed_in(commune)
    settle(commune, desk, other)

    for one in (desk, other):
        assert scans.read(one, dossier.scans[0]).data == picture()
        assert safekeeping.verify(one).whole


def test_a_scan_goes_into_the_copy_before_the_submission_is_answered(commune, desk, tmp_path):
    submitted(commune, desk, attachments=(handed_in(commune),))

    safekeeping.backup(desk, tmp_path / "ban-sao.db")

    kept = list(safekeeping.scans_beside(tmp_path / "ban-sao.db").rglob("*"))
    assert [path.read_bytes() for path in kept if path.is_file()] == [picture()]


def test_what_is_no_scan_is_refused_in_a_sentence_and_breaks_nothing(commune, desk):
    submitted(commune, desk, attachments=(handed_in(commune, b"\x89PNG\r\n\x1a\nrubbish"),))

    for look in (scans.look, scans.small_picture):
        with pytest.raises(RuleViolation, match="hỏng"):
            look(desk, only_file(desk).file)

    dossier = inbox.accept(desk, SUBMISSION, by=BY)
    assert len(dossier.scans) == 1
