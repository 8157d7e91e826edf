"""Click's help in Vietnamese: the headings and remarks that click itself writes are English."""

from __future__ import annotations

import re

import click

HELP_WORDS = "In hướng dẫn này."
VERSION_WORDS = "In phiên bản."

_WORDS = {
    "INTEGER RANGE": "SỐ", "INTEGER": "SỐ", "FLOAT": "SỐ", "TEXT": "CHỮ", "PATH": "ĐƯỜNG_DẪN",
    "FILE": "TỆP", "DIRECTORY": "THƯ_MỤC", "OPTIONS": "TUỲ CHỌN", "COMMAND": "LỆNH",
    "ARGS": "THAM SỐ", "CODE": "MÃ", "FORM": "GIẤY",
}  # fmt: skip
_WORD = re.compile(rf"\b({'|'.join(_WORDS)})\b")
_REMARKS = (
    (re.compile(r"\bdefault: "), "mặc định "),
    (re.compile(r"\brequired\b"), "bắt buộc"),
    (re.compile(r"(-?\d+)<=x<=(-?\d+)"), r"từ \1 đến \2"),
)
_REMARK = re.compile(r"  \[[^\[\]]*\]$")


class SpokenCommand(click.Command):
    """A command whose help is Vietnamese throughout."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The options and arguments, by Vietnamese names."""
        return [_named(piece) for piece in super().collect_usage_pieces(ctx)]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The line that shows how the command is typed."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix="Cách dùng: ")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that prints this help."""
        option = super().get_help_option(ctx)
        if option:
            option.help = HELP_WORDS
        return option

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, each with what it is for."""
        records = [param.get_help_record(ctx) for param in self.get_params(ctx)]
        with formatter.section("Tuỳ chọn"):
            formatter.write_dl(
                [(_named(name), _remarked(words)) for name, words in filter(None, records)]
            )


class SpokenGroup(SpokenCommand, click.Group):
    """A group of such commands."""

    command_class = SpokenCommand
    group_class = type

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, and the commands below them."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands, each with its first sentence."""
        known = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Lệnh"):
            formatter.write_dl(
                [(name, command.get_short_help_str(200)) for name, command in known if command]
            )


def allowed_words(param: click.Parameter) -> str:
    """What a parameter takes, to be told beside a refused value; empty where that is no list."""
    match param.type:
        case click.Choice() as choice:
            return f"hãy dùng một trong: {', '.join(map(str, choice.choices))}"
        case click.IntRange(min=least, max=most) if least is not None and most is not None:
            return f"hãy ghi một số nguyên từ {least} đến {most}"
        case click.types.IntParamType():
            return "hãy ghi một số nguyên"
        case _:
            return ""


def _named(text: str) -> str:
    return _WORD.sub(lambda found: _WORDS[found[1]], text)


def _remarked(words: str) -> str:
    """The words with click's remarks at their end, such as ``[required]``, in Vietnamese."""
    found = _REMARK.search(f"  {words}")
    if not found:
        return words
    remark = found[0]
    for pattern, said in _REMARKS:
        remark = pattern.sub(said, remark)
    return (f"  {words}"[: found.start()] + remark).strip()
