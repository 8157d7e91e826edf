"""Pages for everybody: looking a dossier up, the list of apologies, how dates were kept."""

from __future__ import annotations

from starlette.responses import Response

from reception.domain.errors import RuleViolation
from reception.domain.numbering import find_code
from reception.server.pages.asked import Asked
from reception.server.pages.house import House, Route
from reception.server.pages.rendering import elsewhere
from reception.services import public_lists, public_look_up
from reception.services.definitions import words_in_use


def home(_house: House, _asked: Asked) -> Response:
    """What most people come for."""
    return elsewhere("/tra-cuu")


def look_up(house: House, asked: Asked) -> Response:
    """The form, and below it how the dossier stands."""
    code = public_look_up.code_in(asked.word("ma"))
    if asked.method != "POST":
        # Whoever comes from a receipt's QR has the code; only the digits are left to ask.
        known = find_code(asked.query.get("ma", "")) is not None
        return house.page(
            "look-up.html", asked, code=code, known=known, fault=None, found=None, missed=False
        )
    try:
        found = public_look_up.look_up(
            house.ledger, house.clock, code, asked.form.get("so", ""), asked.address
        )
    except RuleViolation as fault:
        return house.page(
            "look-up.html", asked, status=422, code=code, known=False, fault=fault, found=None,
            missed=False,
        )  # fmt: skip
    return house.page(
        "look-up.html",
        asked,
        status=200 if found else 404,
        code=code,
        known=False,
        fault=None,
        found=found,
        missed=found is None,
    )


def apologies(house: House, asked: Asked) -> Response:
    """A commune's apologies of a month."""
    month, fault = _month(house, asked)
    agency = asked.query.get("xa", "")
    told = public_lists.apologies(house.ledger, house.clock, agency, month) if agency else None
    return house.page(
        "apologies.html",
        asked,
        communes=public_lists.communes(house.ledger),
        agency=agency,
        month=month,
        fault=fault,
        told=told,
    )


def results(house: House, asked: Asked) -> Response:
    """How a commune, or all of them, kept their dates."""
    month, fault = _month(house, asked)
    agency = asked.query.get("xa", "")
    return house.page(
        "results.html",
        asked,
        communes=public_lists.communes(house.ledger),
        agency=agency,
        month=month,
        fault=fault,
        told=public_lists.results(house.ledger, house.clock, agency, month),
        definition=words_in_use(house.clock),
    )


def _month(house: House, asked: Asked) -> tuple[public_lists.Month, RuleViolation | None]:
    try:
        return public_lists.month_of(asked.query.get("thang", ""), house.clock), None
    except RuleViolation as fault:
        return public_lists.month_of("", house.clock), fault


ROUTES = (
    Route("/", home),
    # It changes nothing and gives no right, so its form needs no cookie.
    Route("/tra-cuu", look_up, methods=("GET", "POST"), own_form=False),
    Route("/xin-loi", apologies),
    Route("/ket-qua", results),
)
