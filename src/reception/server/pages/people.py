"""The administrator's pages: who may sign in, and who saw what."""

from __future__ import annotations

from starlette.responses import Response

from reception.domain.errors import RuleViolation
from reception.domain.server_users import SERVER_ROLE_WORDS, ServerRole, ServerUser, Sight
from reception.server.pages.asked import Asked
from reception.server.pages.house import House, Route
from reception.server.pages.rendering import elsewhere
from reception.server.pages.words import AUDIT_WORDS
from reception.services import public_lists, server_sign_in

_AT_ONCE = 200


def users(house: House, asked: Asked) -> Response:
    """The accounts, and the form for a new one."""
    if asked.method == "POST":
        return _changed(house, asked)
    return _page(house, asked, None)


def _changed(house: House, asked: Asked) -> Response:
    try:
        _change(house, asked)
    except RuleViolation as fault:
        return _page(house, asked, fault)
    return elsewhere("/nguoi-dung")


def _change(house: House, asked: Asked) -> None:
    by, login = asked.known_user().login, asked.form.get("ten", "")
    match asked.form.get("viec", ""):
        case "them":
            name, agency = asked.form.get("ho-ten", ""), asked.form.get("xa", "")
            new = ServerUser(login, name, _role(asked.form.get("vai-tro", "")), agency)
            password = asked.form.get("mat-khau", "")
            server_sign_in.add_user(house.ledger, house.clock, new, password, by)
        case "khoa" if login != by:
            server_sign_in.disable_user(house.ledger, house.clock, login, by)
        case "mo":
            server_sign_in.enable_user(house.ledger, house.clock, login, by)
        case _:
            raise RuleViolation("not-allowed", "Không tự khoá tài khoản của mình được.")


def _role(text: str) -> ServerRole:
    if text not in list(ServerRole):
        raise RuleViolation("role-missing", "Hãy chọn vai trò.", field="role")
    return ServerRole(text)


def _page(house: House, asked: Asked, fault: RuleViolation | None) -> Response:
    return house.page(
        "users.html",
        asked,
        status=422 if fault else 200,
        users=server_sign_in.users(house.ledger),
        communes=public_lists.communes(house.ledger),
        roles=SERVER_ROLE_WORDS,
        fault=fault,
        shortest=server_sign_in.SHORTEST_PASSWORD,
    )


def audit(house: House, asked: Asked) -> Response:
    """The newest entries of the record."""
    user = asked.known_user()
    with house.ledger.reading() as work:
        entries = work.audit_entries(_AT_ONCE)
    server_sign_in.note(house.ledger, house.clock, user.login, "audit-seen")
    return house.page("audit.html", asked, entries=entries, words=AUDIT_WORDS)


ROUTES = (
    Route("/nguoi-dung", users, Sight.USERS, methods=("GET", "POST")),
    Route("/nhat-ky", audit, Sight.AUDIT),
)
