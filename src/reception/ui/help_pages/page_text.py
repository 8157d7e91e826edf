"""A page of the help as rich text, in the colours of the window."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QCoreApplication

from reception.ui.help_pages.topics import Difficulty, Topic, topics
from reception.ui.theme import Theme, Tone

PICTURE = "picture"
TOPIC = "topic"
"""The schemes of addresses within the help: of pictures, and of other pages."""

_KEY = re.compile(r"\[([^\]]+)\]")
_ITEM = "- "
_translate = QCoreApplication.translate


def page_text(topic: Topic, theme: Theme, points: float) -> str:
    """The whole page; ``points`` is the size of running text."""
    return "".join(
        (
            f"<style>{_style(theme, points)}</style>",
            f"<h1>{escape(topic.title)}</h1>",
            _running(topic.purpose),
            _picture(topic.picture),
            _parts(topic.parts),
            _keys(topic),
            _difficulties(topic.difficulties),
            _see(topic.see),
        )
    )


def anchor_of(topic: Topic, difficulty: Difficulty) -> str:
    """The name of the place where a difficulty is told."""
    return f"difficulty-{topic.difficulties.index(difficulty)}"


def _style(theme: Theme, points: float) -> str:
    ground, ink = theme.tones[Tone.INFO]
    return f"""
        body, p, li, td {{ color: {theme.text}; line-height: 120%; }}
        h1 {{ font-size: {points * 1.7:.1f}pt; margin-top: 0; margin-bottom: 6px; }}
        h2 {{ font-size: {points * 1.25:.1f}pt; color: {theme.accent}; }}
        h2 {{ margin-top: 18px; margin-bottom: 6px; }}
        p {{ margin-top: 0; margin-bottom: 8px; }}
        .picture {{ line-height: 100%; }}
        li {{ margin-bottom: 4px; }}
        .key {{ background-color: {ground}; color: {ink}; font-weight: bold; }}
        .seen {{ font-weight: bold; margin-top: 12px; margin-bottom: 3px; }}
        td {{ padding: 3px 14px 3px 0; }}
        a {{ color: {theme.accent}; }}
    """


def _picture(name: str) -> str:
    return f'<p class="picture"><img src="{PICTURE}:{name}"></p>' if name else ""


def _keyed(text: str) -> str:
    """Escaped, the keys set off; their blanks do not break."""
    return _KEY.sub(
        lambda found: f'<span class="key">&nbsp;{found[1].replace(" ", "&nbsp;")}&nbsp;</span>',
        escape(text, quote=False),
    )


def _running(text: str) -> str:
    return "".join(_paragraph(part) for part in text.strip().split("\n\n"))


def _paragraph(text: str) -> str:
    lines = text.splitlines()
    first = next((n for n, line in enumerate(lines) if line.startswith(_ITEM)), len(lines))
    told = " ".join(lines[:first])
    items = " ".join(lines[first:]).removeprefix(_ITEM).split(f" {_ITEM}") if lines[first:] else []
    paragraph = f"<p>{_keyed(told)}</p>" if told else ""
    return paragraph + _list("ul", items)


def _parts(parts: tuple[str, ...]) -> str:
    return _list("ol", parts)


def _list(kind: str, items: Iterable[str]) -> str:
    rows = "".join(f"<li>{_keyed(item)}</li>" for item in items)
    return f"<{kind}>{rows}</{kind}>" if rows else ""


def _heading(text: str) -> str:
    return f"<h2>{escape(text)}</h2>"


def _keys(topic: Topic) -> str:
    if not topic.keys:
        return ""
    rows = "".join(
        f"<tr><td>{_keyed(f'[{key}]')}</td><td>{_keyed(words)}</td></tr>"
        for key, words in topic.keys
    )
    return _heading(_translate("HelpPage", "Các phím")) + f"<table>{rows}</table>"


def _difficulties(difficulties: tuple[Difficulty, ...]) -> str:
    if not difficulties:
        return ""
    told = "".join(
        f'<p class="seen"><a name="difficulty-{n}"></a>{_keyed(difficulty.seen)}</p>'
        + _running(difficulty.remedy)
        for n, difficulty in enumerate(difficulties)
    )
    return _heading(_translate("HelpPage", "Khi gặp trục trặc")) + told


def _see(names: tuple[str, ...]) -> str:
    if not names:
        return ""
    links = " · ".join(
        f'<a href="{TOPIC}:{name}">{escape(topics()[name].title)}</a>' for name in names
    )
    return _heading(_translate("HelpPage", "Xem thêm")) + f"<p>{links}</p>"
