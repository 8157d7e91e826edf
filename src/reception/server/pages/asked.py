"""A request for a page, taken apart: query, form, cookies, and who asks from where."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from starlette.requests import Request

from reception.domain.errors import RuleViolation
from reception.domain.server_users import ServerUser
from reception.server.rates import address_key
from reception.services.server_sign_in import SignedIn

_MOST_FIELDS = 50
_SESSION, _FORM = "reception", "reception-form"
# A browser takes a cookie of such a name only with Secure, for this host alone and all its paths.
_HOST_ONLY = "__Host-"


@dataclass(slots=True)
class Asked:
    """A request for a page. ``form_token`` is what forms of this browser are signed with."""

    method: str
    path: str
    query: dict[str, str]
    form: dict[str, str]
    places: dict[str, str]
    address: str
    secure: bool
    session_token: str
    form_token: str
    is_foreign: bool = False
    is_new_browser: bool = False
    signed_in: SignedIn | None = field(default=None)

    @property
    def user(self) -> ServerUser | None:
        """Who is signed in."""
        return self.signed_in.user if self.signed_in else None

    def known_user(self) -> ServerUser:
        """Who is signed in, where a page is for nobody else.

        Raises:
            RuleViolation: ``not-allowed``.
        """
        if self.signed_in is None:
            raise RuleViolation("not-allowed", "Hãy đăng nhập trước.")
        return self.signed_in.user

    def word(self, name: str) -> str:
        """A field of the form, or of the query; empty where there is none."""
        return self.form.get(name) or self.query.get(name, "")

    @property
    def csrf(self) -> str:
        """What a form of this browser carries, and nobody else can know."""
        key = self.session_token or self.form_token
        return hmac.new(key.encode(), b"reception form", hashlib.sha256).hexdigest()

    def is_own_form(self) -> bool:
        """Whether the form was given out to this very browser."""
        brought = self.form.get("_mau", "").encode()
        return not self.is_foreign and hmac.compare_digest(brought, self.csrf.encode())


def session_cookie(*, secure: bool) -> str:
    """The name of the cookie that holds a session's token."""
    return f"{_HOST_ONLY if secure else ''}{_SESSION}"


def form_cookie(*, secure: bool) -> str:
    """The name of the cookie by which forms are known before anybody signs in."""
    return f"{_HOST_ONLY if secure else ''}{_FORM}"


def taken_apart(request: Request, body: bytes) -> Asked:
    """A request with its body as a page sees it."""
    secure = request.url.scheme == "https"
    form_token = request.cookies.get(form_cookie(secure=secure), "")
    client = request.client.host if request.client else ""
    return Asked(
        method=request.method,
        path=request.url.path,
        query=dict(request.query_params),
        form=_form(body) if request.method == "POST" else {},
        places=dict(request.path_params),
        address=address_key(client) if client else "",
        secure=secure,
        session_token=request.cookies.get(session_cookie(secure=secure), ""),
        form_token=form_token or secrets.token_urlsafe(24),
        is_foreign=request.headers.get("sec-fetch-site", "same-origin")
        not in {"same-origin", "none"},
        is_new_browser=not form_token,
    )


def _form(body: bytes) -> dict[str, str]:
    try:
        fields = parse_qsl(
            body.decode(), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS
        )
    except ValueError:
        return {}
    return dict(fields)
