"""Does the program work on this machine? One invented dossier from intake to paper.

It works in a folder of its own and touches no register. Setup and updates run it before a new
version takes the place of the old one.
"""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

from reception.domain.applicant import Party
from reception.domain.errors import Trouble
from reception.domain.moments import Clock
from reception.paths import program_folder
from reception.printing.raster import render_pages
from reception.services import forms, intake, paperwork, safekeeping
from reception.services.demo import CLERK, set_up_office
from reception.services.desk import Desk
from reception.services.intake_request import IntakeRequest
from reception.storage.journal import new_id
from reception.sync import program_files
from reception.sync.bundle import open_bundle, write_bundle
from reception.sync.bundle_head import BundleHead
from reception.sync.bundle_seal import new_ephemeral

APPLICANT = "Đỗ Thị Ưởng"
_PROCEDURE = "1.004873"
_DPI = 50


def try_out(folder: Path, clock: Clock) -> Generator[str]:
    """Go through the steps of a desk's day; each step's name is answered before it is taken.

    Args:
        folder: An empty folder, which stays full of invented data.
        clock: What time it is.

    Raises:
        RuleViolation, Trouble: The step named last does not work; so does any other exception.
    """
    installed = program_folder()
    if installed:
        yield "tệp của chương trình"
        program_files.check(installed)
    yield "lập sổ hồ sơ"
    desk = set_up_office(folder, clock)
    try:
        yield "tiếp nhận một hồ sơ"
        request = IntakeRequest(_PROCEDURE, Party(APPLICANT))
        dossier = intake.register(desk, request, by=CLERK.login)
        yield "in giấy tiếp nhận"
        _check_paper(paperwork.issue(desk, dossier.dossier_id, forms.RECEIPT, by=CLERK.login))
        yield "kiểm tra chuỗi và chữ ký"
        _check_register(desk)
        yield "đóng và mở gói trao đổi"
        _check_bundle(folder / "thu.rcb", desk)
    finally:
        desk.close()


def _check_paper(pdf: bytes) -> None:
    pages = render_pages(pdf, _DPI)
    if not any(min(page.grey) < max(page.grey) for page in pages):
        raise _fails("Giấy tiếp nhận in ra trắng")


def _check_register(desk: Desk) -> None:
    safekeeping.sign(desk, "tự kiểm tra")
    verdict = safekeeping.verify(desk)
    if not verdict.whole or verdict.dossiers != 1:
        raise _fails(
            verdict.faults[0].text if verdict.faults else "Hồ sơ vừa nhận không có trong sổ"
        )


def _check_bundle(path: Path, desk: Desk) -> None:
    """Signed, sealed, and read again: all the cryptography that the exchange needs."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    signing = Ed25519PrivateKey.generate()
    secret, public = new_ephemeral()
    head = BundleHead("device", "thu", desk.office.agency_code, new_id(), 1, "", "", desk.now())
    parts = [("events-1", APPLICANT.encode() * 100)]
    write_bundle(path, head, parts, signing_key=signing.private_bytes_raw(), seal_to=public)
    own = signing.public_key().public_bytes_raw()
    opened = open_bundle(path, seal_key=secret, sender_key=lambda _head: own)
    if list(opened.parts()) != parts:
        raise _fails("Gói trao đổi mở ra khác lúc đóng")


def _fails(what: str) -> Trouble:
    return Trouble("self-test", f"{what}; hãy cài lại chương trình hoặc gọi người phụ trách.")
