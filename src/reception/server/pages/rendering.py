"""Pages from templates: every text escaped, every number and moment written as people read it."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import Response

from reception import paths
from reception.domain.handling_report import percent_words
from reception.domain.moments import date_words, in_office_zone, short_moment
from reception.domain.server_users import SERVER_ROLE_WORDS, Sight
from reception.server.pages.asked import Asked, form_cookie

FOLDER = "web"
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
        " base-uri 'none'; frame-ancestors 'none'"
    ),
    # With "no-referrer" a browser would send its forms without saying where they come from.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Robots-Tag": "noindex",
}
_LONGEST_SESSION_SECONDS = 10 * 3600


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(paths.resource(FOLDER)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters: dict[str, Any] = {
        "n": number, "rate": rate, "percent": percent, "moment": moment, "day": day,
    }  # fmt: skip
    known: dict[str, Any] = {"Sight": Sight, "role_words": SERVER_ROLE_WORDS}
    made.filters.update(filters)
    made.globals.update(known)
    return made


def page(
    template: str, asked: Asked, server_name: str, *, status: int = 200, **values: object
) -> Response:  # fmt: skip
    """A page made of a template."""
    text = (
        _environment()
        .get_template(template)
        .render(asked=asked, user=asked.user, csrf=asked.csrf, server_name=server_name, **values)
    )
    answer = Response(text, status, HEADERS, "text/html; charset=utf-8")
    if asked.is_new_browser:
        set_cookie(answer, asked, form_cookie(secure=asked.secure), asked.form_token)
    return answer


def set_cookie(answer: Response, asked: Asked, name: str, value: str) -> None:
    """Give the browser a cookie that no script and no other site uses; empty takes it away."""
    answer.set_cookie(
        name,
        value,
        max_age=_LONGEST_SESSION_SECONDS if value else 0,
        path="/",
        secure=asked.secure,
        httponly=True,
        samesite="strict",
    )


def elsewhere(place: str) -> Response:
    """Another page to go to."""
    return Response(None, 303, {**HEADERS, "Location": place})


def number(value: int) -> str:
    """A number as Vietnamese writes it: ``31.000``."""
    return f"{value:,}".replace(",", ".")


def rate(part: int, whole: int) -> str:
    """A share with one decimal, rounded down so that only what is whole looks so; ``–`` of none."""
    if not whole:
        return "–"
    tenths = part * 1000 // whole
    return f"{tenths // 10},{tenths % 10} %"


def percent(share: Decimal | None) -> str:
    """A share as reports round it: ``95,97 %``; ``–`` of none."""
    return "–" if share is None else percent_words(share)


def moment(at: datetime | None) -> str:
    """A moment in the office's zone, ``–`` for none."""
    return short_moment(in_office_zone(at)) if at else "–"


def day(at: datetime | None) -> str:
    """A moment's day in the office's zone, ``–`` for none."""
    return date_words(in_office_zone(at).date()) if at else "–"
