"""What no paper could show is refused while the citizen is still there to be asked."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace

import pytest

from at_the_counter import BY, asking
from reception.domain.applicant import Address, Party
from reception.domain.errors import RuleViolation
from reception.domain.intake import SubmittedPaper
from reception.printing.fonts import Face, advance
from reception.services import intake
from reception.services.printable import SURE, check_printable


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("Trần 田 An", "“田” (U+7530)"),
        ("Lan 😀", "“😀” (U+1F600)"),
        ("An\x00Bình", "U+0000"),
        ("An\ud800", "U+D800"),
        ("An\ue000", "U+E000"),
    ],
)
def test_a_name_that_no_paper_could_show_is_refused_at_its_field(desk, name, named):
    with pytest.raises(RuleViolation) as refusal:
        intake.register(desk, asking(name), by=BY)

    assert (refusal.value.code, refusal.value.field) == ("no-glyph", "owner.name")
    assert named in refusal.value.text
    refusal.value.text.encode()


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"owner": Party("A", address=Address(commune="田"))}, "owner.address"),
        ({"submitter": Party("田")}, "submitter.name"),
        ({"request": "田"}, "request"),
        ({"notes": "a\x00"}, "notes"),
        ({"papers": (SubmittedPaper("Tờ khai 田"),)}, "papers"),
    ],
)
def test_every_text_that_is_written_by_hand_is_looked_at(desk, more, field):
    with pytest.raises(RuleViolation) as refusal:
        intake.register(desk, replace(asking(), **more), by=BY)

    assert (refusal.value.code, refusal.value.field) == ("no-glyph", field)


@pytest.mark.parametrize(
    "text", ["Đỗ Thị Ưởng", "Đô\u0303 Thi\u0323", "H’Hen Niê", "Lò\u200b Văn\n\tHặc", "Łódź – №5 ½"]
)
def test_what_papers_can_show_passes(text):
    check_printable(text, "owner.name")


def test_a_reason_and_what_is_wanted_are_looked_at(desk):
    with pytest.raises(RuleViolation, match="田"):
        intake.refuse(desk, asking(), reason="田", by=BY)
    with pytest.raises(RuleViolation, match="田"):
        intake.guide(desk, asking(), wanted=["田"], reason="thiếu", by=BY)


def test_every_face_has_what_is_passed_without_looking():
    drawn = [chr(code) for code in range(0x20, 0x10000) if re.fullmatch(f"[{SURE}]", chr(code))]
    for face in Face:
        for char in drawn:
            advance(char, face)


def test_an_ordinary_name_loads_no_fonts():
    code = (
        "import sys; from reception.services.printable import check_printable;"
        "check_printable('Đỗ Thị Ưởng – 5 ngày', 'owner.name');"
        "sys.exit('reportlab' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
