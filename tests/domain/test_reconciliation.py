"""What the day's reconciliation says."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from reception.domain.list_frame import Drawing
from reception.domain.moments import OFFICE_ZONE
from reception.domain.office import Office
from reception.domain.paper import Sentence, Table
from reception.domain.reconciliation import (
    Ends,
    ExchangeLine,
    Place,
    Verdict,
    grouped_hash,
    reconciliation,
)
from reception.services import forms

AT = datetime(2026, 3, 10, 16, 45, tzinfo=OFFICE_ZONE)
OFFICE = Office(
    name="Trung tâm Một cửa xã Mường Lay",
    agency_code="H40.16",
    governing_body="Ủy ban nhân dân xã Mường Lay",
    unit_name="Trung tâm Phục vụ hành chính công",
    place="Mường Lay",
)
HEAD = bytes(range(32))


def paper(verdict=Verdict.EQUAL, rows=()):
    ends = Ends(
        server_name="Máy chủ tỉnh",
        desk="quầy số 1",
        own=Place(8144, HEAD),
        acked=Place(8144, HEAD),
        log=Place(31_204, HEAD),
        server=Place(0),
        signed_at=None,
        waiting=3,
        own_verdict=verdict,
        log_verdict=verdict,
    )
    drawing = Drawing(OFFICE, forms.wording(forms.RECONCILIATION, "2025"), AT, clerk="Lò Thị May")
    return reconciliation(drawing, rows, ends, date(2026, 3, 10))


def test_a_hash_is_read_in_groups_of_four():
    assert grouped_hash(HEAD).split()[:3] == ["0001", "0203", "0405"]
    assert all(len(group) == 4 for group in grouped_hash(HEAD).split())
    assert grouped_hash(b"") == "–"


def test_the_days_exchanges_are_added_up():
    rows = [
        ExchangeLine(AT, "Mạng", 12, 3, "Đã khớp."),
        ExchangeLine(AT, "USB", 30, 0, "Đã ghi gói số 1."),
    ]
    exchanges, places = [b for b in paper(rows=rows).blocks if isinstance(b, Table)]

    assert exchanges.totals[2:5] == ("Cộng", "42", "3")
    assert [row[1] for row in places.rows] == ["8.144", "8.144", "31.204", "0"]
    assert places.rows[0][2] == grouped_hash(HEAD)


@pytest.mark.parametrize(
    ("verdict", "words"),
    [(Verdict.EQUAL, "BẰNG NHAU"), (Verdict.DIFFERENT, "KHÁC NHAU"), (Verdict.BEHIND, "CHƯA SO")],
)
def test_it_says_whether_both_ends_are_equal(verdict, words):
    said = " ".join(b.text for b in paper(verdict).blocks if isinstance(b, Sentence))

    assert said.count(words) == 2


def test_clerk_and_leader_sign():
    made = paper()
    assert [s.title for s in made.signatures] == ["CÁN BỘ ĐỐI SOÁT", "LÃNH ĐẠO"]
    assert made.signatures[0].name == "Lò Thị May"
    assert made.reference == "ngày 10/03/2026"
