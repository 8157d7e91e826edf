"""Which printings of a dossier's papers no longer say what is so."""

from __future__ import annotations

import pytest

from invented_dossier import INTAKE, RECEIVED, RECEIVED_AT
from reception.domain.dossier_events import Corrected, HandedOver, PaperIssued, ResultRecorded
from reception.domain.printings import void_printings

PRINTED = [PaperIssued(form, 1, RECEIVED_AT) for form in ("receipt", "control-sheet")]
AGAIN = PaperIssued("receipt", 2, RECEIVED_AT)
MENDED = Corrected(RECEIVED_AT, INTAKE, (), "gõ sai")
TOO_EARLY = HandedOver(RECEIVED_AT)


@pytest.mark.parametrize(
    ("later", "void"),
    [
        ([], set()),
        ([AGAIN], set()),
        ([ResultRecorded(RECEIVED_AT)], set()),
        ([MENDED], {1, 2}),
        ([MENDED, AGAIN], {1, 2}),
        ([AGAIN, MENDED, AGAIN], {1, 2, 3}),
        ([None, MENDED], {1, 2}),
        ([TOO_EARLY, MENDED, AGAIN], {1, 2}),
    ],
)
def test_a_later_act_voids_what_was_printed_before_it(later, void):
    assert void_printings("d1", [RECEIVED, *PRINTED, *later]) == void
