"""What every page stands on: the ledger, a clock, and how an answer is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from starlette.responses import Response

from reception.domain.moments import Clock
from reception.domain.server_users import Sight
from reception.server.pages import rendering
from reception.server.pages.asked import Asked
from reception.storage.ledger.ledger import Ledger


@dataclass(slots=True)
class House:
    """The ledger and the clock behind the pages."""

    ledger: Ledger
    clock: Clock
    _names: list[str] = field(default_factory=list[str])

    def page(self, template: str, asked: Asked, *, status: int = 200, **values: object) -> Response:
        """A page made of a template."""
        return rendering.page(template, asked, self.server_name(), status=status, **values)

    def message(self, asked: Asked, status: int, title: str, text: str) -> Response:
        """A page that only says something."""
        return self.page("message.html", asked, status=status, title=title, text=text)

    def server_name(self) -> str:
        """The server's name, asked once: another name takes effect when it starts again."""
        if not self._names:
            with self.ledger.reading() as work:
                self._names.append(work.authority().server_name)
        return self._names[0]


Serve = Callable[[House, Asked], Response]


@dataclass(frozen=True, slots=True)
class Route:
    """A page: where it stands, what it takes to see it, and whether its form must be our own."""

    path: str
    serve: Serve
    sight: Sight | None = None
    methods: tuple[str, ...] = ("GET",)
    own_form: bool = True
