"""The acts of a dossier's life on the command line: ``reception act CODE ACT``.

What all acts share stands here; the acts themselves stand beside it, as their services do.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any

import click

from reception.cli import answers
from reception.cli.clerk import clerk_option, known_clerk
from reception.cli.frame import BY_COMMAND_LINE, commands, on_register, opened_desk, print_json
from reception.cli.spoken_help import SpokenGroup
from reception.domain.dossier import Dossier
from reception.domain.life import ACT_WORDS, Act
from reception.domain.moments import parse_moment
from reception.services import acting, lookup, safekeeping
from reception.services.desk import Desk

_SHARED = {"at", "clerk", "folder", "as_json"}


@dataclass(frozen=True, slots=True)
class Doing:
    """What an act is done with: ``at`` is set where it is written down later than it happened."""

    desk: Desk
    dossier: Dossier
    by: str
    at: datetime | None

    @property
    def dossier_id(self) -> str:
        """The dossier's identity."""
        return self.dossier.dossier_id


class ActGroup(SpokenGroup):
    """The acts in the order of a dossier's life."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the acts, as ``--help`` lists them."""
        order = [act.value for act in Act]
        return sorted(super().list_commands(ctx), key=order.index)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the data folder before the code, too; it belongs to the act behind it."""
        if args[:1] == ["--data"] and len(args) > 1:
            args = [*args[2:], *args[:2]]
        return super().parse_args(ctx, args)


@commands.group(cls=ActGroup, subcommand_metavar="VIỆC …")
@click.argument("code")
@click.pass_context
def act(context: click.Context, code: str) -> None:
    """Làm một việc với hồ sơ: ghi mã hồ sơ, rồi tên việc và các tuỳ chọn của việc ấy."""
    context.obj = code


def act_command(
    what: Act, *, told_later: bool = True
) -> Callable[[Callable[..., Dossier]], click.Command]:
    """Make a function that does an act a command, with the options that all acts have.

    ``told_later`` says that the act may be written down with the moment at which it happened.
    """

    def made(work: Callable[..., Dossier]) -> click.Command:
        @wraps(work)
        def command(
            code: str,
            /,
            folder: Path | None,
            as_json: bool,
            clerk: str,
            at: str = "",
            **options: Any,  # noqa: ANN401 -- click's own
        ) -> None:
            happened_at = parse_moment(at) if at else None
            with opened_desk(folder) as desk:
                found = lookup.show(desk, code).dossier
                doing = Doing(desk, found, known_clerk(desk, clerk), happened_at)
                after = work(doing, **options)
                safekeeping.sign(desk, BY_COMMAND_LINE)
                allowed = acting.allowed_now(desk, after)
            if as_json:
                print_json(answers.acted_as_json(what, after, allowed))
            else:
                click.echo(answers.acted_as_text(what, after))

        options = on_register(clerk_option(command))
        if told_later:
            options = click.option("--at", help="Lúc việc xảy ra, nếu ghi lại sau.")(options)
        words = ACT_WORDS[what]
        named = act.command(what.value, short_help=f"{words[:1].upper()}{words[1:]}.")
        made_command = named(click.pass_obj(options))
        # An act's own options come first in its help.
        made_command.params.sort(key=lambda parameter: parameter.name in _SHARED)
        return made_command

    return made
