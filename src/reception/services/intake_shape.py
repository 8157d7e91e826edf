"""What of a dossier in a file does not fit the schema: each fault in a sentence, with its place."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol, cast

from reception.paths import resource

Json = dict[str, Any]
MOMENTS = frozenset({"competent_at", "received_at", "submitted_at"})

_LONGEST_NAME_SHOWN = 40
_DEEPEST = 4  # a dossier, its papers, one of them: what lies deeper is of no entry that we know


@dataclass(frozen=True, slots=True)
class ShapeFault:
    """A fault's sentence, and the entries that are worth nothing because of it."""

    text: str
    entries: tuple[tuple[str, ...], ...]


class Doubled(Json):
    """A JSON object in which an entry was written twice; one of the two is lost."""

    twice = ""


def entries(pairs: list[tuple[str, Any]]) -> Json:
    """The entries of one JSON object; it remembers if one was written twice."""
    names = [name for name, _value in pairs]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is None:
        return dict(pairs)
    doubled = Doubled(pairs)
    doubled.twice = twice
    return doubled


def shape_faults(item: object) -> Iterator[ShapeFault]:
    """All faults of a dossier's form, those that the schema cannot see included."""
    yield from _doubled_entries(item, ())
    for error in _fault_finder()(item):
        path = tuple(str(part) for part in error.absolute_path)
        place = ".".join(path) or "hồ sơ"
        sentence = _SENTENCES.get(error.validator, _OTHERWISE)
        if path and path[-1] in MOMENTS and error.validator in {"minLength", "maxLength"}:
            sentence = _NO_MOMENT
        yield ShapeFault(
            sentence.format(place=place, wanted=_wanted(error)), tuple(_spoilt(error, path))
        )


def without(item: Json, entry: tuple[str, ...]) -> Json:
    """The object without one of its entries, at any depth; of a list nothing is left."""
    name, *deeper = entry
    if name not in item:
        return item
    inner = item[name]
    if deeper and isinstance(inner, dict):
        return {**item, name: without(cast("Json", inner), tuple(deeper))}
    return {key: value for key, value in item.items() if key != name}


def _doubled_entries(item: object, path: tuple[str, ...]) -> Iterator[ShapeFault]:
    if len(path) > _DEEPEST:
        return
    if isinstance(item, Doubled):
        entry = (*path, item.twice[:_LONGEST_NAME_SHOWN])
        place = ".".join(entry)
        yield ShapeFault(f"mục “{place}” được ghi hai lần; hãy bỏ bớt một.", ((*path, item.twice),))
    if isinstance(item, dict):
        for name, value in cast("Json", item).items():
            yield from _doubled_entries(value, (*path, name))
    elif isinstance(item, list):
        for place, value in enumerate(cast("list[object]", item)):
            yield from _doubled_entries(value, (*path, str(place)))


def _spoilt(error: _ShapeError, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if error.validator == "additionalProperties":
        yield from ((*path, key) for key in _strange_keys(error))
    elif path and (error.validator != "required" or path[0] == "papers"):
        yield path


class _ShapeError(Protocol):
    """What we use of jsonschema's error, which carries no types."""

    validator: str
    validator_value: Any
    instance: Any
    schema: Json
    absolute_path: Iterable[str | int]


_FaultFinder = Callable[[object], Iterable[_ShapeError]]


@cache
def _fault_finder() -> _FaultFinder:
    import jsonschema  # slow to load, only needed here

    schema = json.loads((resource("schemas") / "register.schema.json").read_text("utf-8"))
    validator: Any = jsonschema.Draft202012Validator(schema)
    return validator.iter_errors


def _wanted(error: _ShapeError) -> str:
    value = error.validator_value
    match error.validator:
        case "additionalProperties":
            return _quoted(_strange_keys(error))
        case "required":
            return _quoted(key for key in value if key not in error.instance)
        case "enum":
            return _quoted(value)
        case "type":
            kinds = cast("list[str]", value) if isinstance(value, list) else [str(value)]
            return " hoặc ".join(_TYPE_WORDS[kind] for kind in kinds)
        case _:
            return str(value)


def _strange_keys(error: _ShapeError) -> list[str]:
    return [key for key in error.instance if key not in error.schema["properties"]]


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"“{name[:_LONGEST_NAME_SHOWN]}”" for name in names)


_TYPE_WORDS = {
    "string": "chữ trong ngoặc kép",
    "integer": "số nguyên",
    "boolean": "true hoặc false",
    "object": "một nhóm mục trong ngoặc nhọn",
    "array": "một danh sách trong ngoặc vuông",
    "null": "null",
}
_SENTENCES = {
    "additionalProperties": "ở “{place}” có mục lạ {wanted}; hãy bỏ đi hoặc sửa tên.",
    "required": "ở “{place}” thiếu mục {wanted}; hãy ghi thêm.",
    "enum": "mục “{place}” phải là một trong {wanted}; hãy sửa lại.",
    "type": "mục “{place}” phải là {wanted}; hãy sửa lại.",
    "minimum": "số ở mục “{place}” nhỏ hơn {wanted}; hãy sửa lại.",
    "maximum": "số ở mục “{place}” lớn hơn {wanted}; hãy sửa lại.",
    "minLength": "mục “{place}” còn trống hoặc quá ngắn; hãy ghi vào.",
    "maxLength": "mục “{place}” dài quá {wanted} ký tự; hãy rút ngắn.",
    "maxItems": "mục “{place}” có hơn {wanted} dòng; hãy bớt đi.",
}
_OTHERWISE = "mục “{place}” không đúng dạng; hãy xem mẫu trong hướng dẫn rồi sửa lại."
_NO_MOMENT = (
    "mục “{place}” không phải là một thời điểm;"
    " hãy ghi theo mẫu 2026-02-13T14:00 (năm-tháng-ngày, giờ:phút)."
)
