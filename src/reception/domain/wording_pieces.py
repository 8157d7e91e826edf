"""A form's wording taken apart into the texts that an office may say in its own words."""

from __future__ import annotations

import json
import string
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from reception.domain import chain
from reception.domain.paper import FormWording, LineWording


class PieceKind(StrEnum):
    """What a text is on its paper."""

    TITLE = "title"
    NUMBER = "number"
    COPY_MARK = "copy-mark"
    LABEL = "label"
    SENTENCE = "sentence"
    ITEM = "item"
    COLUMN = "column"
    GROUP = "group"
    CELL = "cell"
    SIGNATURE = "signature"
    HINT = "hint"
    NOTE = "note"
    SENT_TO = "sent-to"


@dataclass(frozen=True, slots=True)
class Piece:
    """One text of a wording; ``path`` is its place in it, such as ``lines.3.parts.0.label``."""

    path: str
    kind: PieceKind
    text: str


def pieces(wording: FormWording) -> tuple[Piece, ...]:
    """All texts of a wording, in the order of the paper; what says nothing is left out."""
    return tuple(Piece(*found) for found in _found(wording) if found[2].strip())


def with_texts(wording: FormWording, texts: Mapping[str, str]) -> FormWording:
    """The wording with other texts in some places; which facts it shows, and where, stays."""
    raw = json.loads(chain.write(wording))
    for path, text in texts.items():
        *way, last = path.split(".")
        holder: Any = raw
        for step in way:
            holder = holder[_key(step)]
        if last == "group":
            _name_group(raw, way, text)
        else:
            holder[_key(last)] = text
    return chain.read(json.dumps(raw).encode(), FormWording)


def _key(step: str) -> str | int:
    return int(step) if step.isdecimal() else step


def facts_named(wordings: Iterable[FormWording]) -> tuple[str, ...]:
    """The facts that these wordings put into their sentences and labels, each once."""
    names: dict[str, None] = {}
    for wording in wordings:
        for line in (*wording.lines, *wording.notes):
            if line.rows:
                continue  # its texts speak of rows
            names.update(dict.fromkeys(part.says for part in line.parts))
            names.update(dict.fromkeys(_names(line.text)))
    return tuple(names)


def _names(text: str) -> Iterator[str]:
    for _literal, name, _spec, _conversion in string.Formatter().parse(text):
        if name:
            yield name


def _found(wording: FormWording) -> Iterator[tuple[str, PieceKind, str]]:
    yield "title", PieceKind.TITLE, wording.title
    yield "number", PieceKind.NUMBER, wording.number
    for place, mark in enumerate(wording.copy_marks):
        yield f"copy_marks.{place}", PieceKind.COPY_MARK, mark
    for place, line in enumerate(wording.lines):
        yield from _of_line(f"lines.{place}", line, PieceKind.SENTENCE)
    for place, signature in enumerate(wording.signatures):
        yield f"signatures.{place}.title", PieceKind.SIGNATURE, signature.title
        yield f"signatures.{place}.hint", PieceKind.HINT, signature.hint
    for place, name in enumerate(wording.sent_to):
        yield f"sent_to.{place}", PieceKind.SENT_TO, name
    for place, note in enumerate(wording.notes):
        yield from _of_line(f"notes.{place}", note, PieceKind.NOTE)


def _of_line(
    path: str, line: LineWording, sentence: PieceKind
) -> Iterator[tuple[str, PieceKind, str]]:
    for place, part in enumerate(line.parts):
        yield f"{path}.parts.{place}.label", PieceKind.LABEL, part.label
    yield f"{path}.text", sentence, line.text
    yield f"{path}.item", PieceKind.ITEM, line.item
    group = ""
    for place, column in enumerate(line.columns):
        where = f"{path}.columns.{place}"
        if column.group != group:
            group = column.group
            yield f"{where}.group", PieceKind.GROUP, group
        yield f"{where}.title", PieceKind.COLUMN, column.title
        yield f"{where}.text", PieceKind.CELL, column.text
        yield f"{where}.total", PieceKind.CELL, column.total
    for place, text in enumerate(line.under):
        yield f"{path}.under.{place}", PieceKind.CELL, text


def _name_group(raw: Any, way: list[str], text: str) -> None:  # noqa: ANN401 - a JSON document
    """Give neighbouring columns with one heading another."""
    part, line, _columns, first = way
    columns = raw[part][int(line)]["columns"]
    was = columns[int(first)]["group"]
    for column in columns[int(first) :]:
        if column.get("group", "") != was:
            break
        column["group"] = text
