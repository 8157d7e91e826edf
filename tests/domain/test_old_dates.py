"""Days as old registers write them, and text from before Unicode."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from reception.domain.old_dates import OldDay, read_day
from reception.domain.old_letters import Letters, in_unicode, letters_of

FIFTH = date(2019, 3, 5)


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("05/03/2019", OldDay(FIFTH)),
        ("5-3-19", OldDay(FIFTH)),
        ("05.03.2019", OldDay(FIFTH)),
        ("2019-03-05", OldDay(FIFTH)),
        ("ngày 5 tháng 3 năm 2019", OldDay(FIFTH)),
        ("Ngày 05/3/2019", OldDay(FIFTH)),
        ("7h30 ngày 5/3/2019", OldDay(FIFTH, time(7, 30))),
        ("05/03/2019 14:05", OldDay(FIFTH, time(14, 5))),
        ("8 giờ, ngày 5/3/2019", OldDay(FIFTH, time(8))),
        ("8 giờ 30 ngày 5/3/2019", OldDay(FIFTH, time(8, 30))),
        ("5/3/2019 (2 hồ sơ)", OldDay(FIFTH)),
        ("5/3/2019, 3 giấy", OldDay(FIFTH)),
        (43529, OldDay(FIFTH)),
        ("43529", OldDay(FIFTH)),
        (43529.4375, OldDay(FIFTH, time(10, 30))),
        (FIFTH, OldDay(FIFTH)),
        (datetime(2019, 3, 5), OldDay(FIFTH)),  # noqa: DTZ001 - as spreadsheets have it
        (datetime(2019, 3, 5, 9, 15), OldDay(FIFTH, time(9, 15))),  # noqa: DTZ001 - as above
        ("5/3/98", OldDay(date(1998, 3, 5))),
        ("31/02/2019", None),
        ("03/25/2019", None),
        ("2019", None),
        (125, None),
        ("hôm qua", None),
        ("", None),
        (None, None),
    ],
)
def test_a_day_is_read_as_it_was_written_or_not_at_all(cell, meant):
    assert read_day(cell) == meant


@pytest.mark.parametrize(
    ("letters", "written", "meant"),
    [
        (Letters.TCVN3, "NguyÔn V¨n An", "Nguyễn Văn An"),
        (Letters.TCVN3, "§Æng Quèc H\u00adng", "Đặng Quốc Hưng"),
        (Letters.TCVN3, "Th«n Phó Th\u00aa\u00ee", "Thôn Phú Thêợ"),
        (Letters.VNI, "Nguyeãn Vaên An", "Nguyễn Văn An"),
        (Letters.VNI, "LEÂ ÑÌNH CHIEÁN", "LÊ ĐÌNH CHIẾN"),
        (Letters.VNI, "Phöôøng Thuûy Xuaân", "Phường Thủy Xuân"),
        (Letters.VNI, "Traàn Thò Hoàng", "Trần Thị Hồng"),
        (Letters.TCVN3, "Lò Thị Mây", "Lò Thị Mây"),
        (Letters.UNICODE, "NguyÔn", "NguyÔn"),
    ],
)
def test_old_letters_become_unicode(letters, written, meant):
    assert in_unicode(written, letters) == meant


def test_how_a_book_is_written_is_told_by_most_of_it():
    tcvn3 = ["NguyÔn V¨n An", "§Æng Quèc Hng", "L\u00aa §×nh ChiÕn", "Vang A Lu"]
    vni = ["Nguyeãn Vaên An", "Ñaëng Quoác Höng", "Leâ Ñình Chieán"]
    assert letters_of(tcvn3) is Letters.TCVN3
    assert letters_of(vni) is Letters.VNI
    assert letters_of(["Lò Thị Mây", "Hoàng Tuân", "Nguyên", "Loan Quá"] * 3) is Letters.UNICODE
    assert letters_of([]) is Letters.UNICODE
