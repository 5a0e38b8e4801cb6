"""Catalogues as JSON: nodes and records as plain objects, without words where only the law counts.

Every field is written by its name; a node carries its tag. Reading needs no types in the JSON besides the tags.
"""

import dataclasses
from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Final, TypeVar, cast

from augenmass.law import nodes, norm
from augenmass.law.vocabulary.declaration import FactDeclaration

WORDS: Final = frozenset({"de", "en", "does_de", "does_en", "effect", "effect_en", "review", "examples"})
"""Fields that change nothing in the answers: labels, review marks, worked examples."""

NODE_CLASSES: Final = (
    nodes.Fact, nodes.Assessment, nodes.OneOf, nodes.Established, nodes.Threshold, nodes.Compared, nodes.AllOf, nodes.AnyOf,
    nodes.NoneOf, nodes.Not, nodes.AtLeast, nodes.Presumed, nodes.Excepted, nodes.Unverified, nodes.Use,
)  # fmt: skip
DAY_CLASSES: Final = (
    nodes.DayFact, nodes.Today, nodes.FixedDay, nodes.Shifted, nodes.Deadline, nodes.Earlier, nodes.Later,
)  # fmt: skip
_BY_TAG: Final[dict[str, type[Any]]] = {kind.tag: kind for kind in (*NODE_CLASSES, *DAY_CLASSES)}

_PLAIN: Final = frozenset({str, int, bool, type(None)})

T = TypeVar("T")


def encode(thing: object, *, words: bool = True) -> Any:
    """Return a node or record as JSON values; ``words=False`` leaves labels, review marks and examples out."""
    kind = type(thing)
    if kind in _PLAIN:
        return thing
    if kind is tuple:
        return [encode(part, words=words) for part in cast("tuple[object, ...]", thing)]
    if isinstance(thing, nodes.Period):
        return {thing.unit: thing.count}
    if dataclasses.is_dataclass(kind):
        encoded: dict[str, Any] = {}
        if isinstance(thing, (nodes.Condition, nodes.DayExpression)):
            encoded["node"] = thing.tag
        for name, default in _fields(kind, words):
            value = getattr(thing, name)
            if value != default:
                encoded[name] = encode(value, words=words)
        return encoded
    if isinstance(thing, Enum):
        return thing.value
    return thing.isoformat() if isinstance(thing, date) else thing


@cache
def _fields(kind: type[Any], words: bool) -> tuple[tuple[str, Any], ...]:
    """The names of the fields that are written, with their defaults."""
    found = dataclasses.fields(kind)
    return tuple((field.name, field.default) for field in found if words or field.name not in WORDS)


def encode_fact(declared: FactDeclaration) -> dict[str, Any]:
    """Return a declaration of a fact as JSON values, every field named."""
    return {
        "name": declared.name,
        "kind": declared.kind.value,
        "unit": declared.unit,
        "choices": [{"key": choice.key, "de": choice.de, "en": choice.en} for choice in declared.choices],
        "de": declared.de,
        "en": declared.en,
        "meaning": declared.meaning,
        "meaning_en": declared.meaning_en,
        "group": declared.group,
        "category": declared.category,
        "established_by": list(declared.established_by),
        "evidence": list(declared.evidence),
        "protective": declared.protective,
        "assessment": declared.assessment,
        "derived": declared.derived,
        "retention": declared.retention,
        "unverified": declared.unverified,
        "headers": list(declared.headers),
    }


def decode_node(data: Mapping[str, Any]) -> Any:
    """Return the condition or day expression written by ``encode``. Raises ``KeyError`` for an unknown tag."""
    kind = _BY_TAG[data["node"]]
    return kind(**{name: _decode_part(kind, name, value) for name, value in data.items() if name != "node"})


def decode_record(kind: type[T], data: Mapping[str, Any]) -> T:
    """Return a norm, question, step, doubt, deadline, lane, definition or example written by ``encode``."""
    return kind(**{name: _decode_part(kind, name, value) for name, value in data.items()})


def _decode_part(kind: type[Any], name: str, value: Any) -> Any:
    if isinstance(value, Mapping):
        if "node" in value:
            return decode_node(value)
        ((unit, count),) = value.items()
        return nodes.Period(count, unit)
    if isinstance(value, list):
        return tuple(_decode_item(name, item) for item in value)
    return _DECODERS.get((kind, name), _same)(value)


def _decode_item(name: str, item: Any) -> Any:
    if name == "examples":
        return decode_record(norm.Example, item)
    if isinstance(item, Mapping):
        return decode_node(item)
    return tuple(item) if isinstance(item, list) else item


def _same(value: Any) -> Any:
    return value


_DECODERS: Final[dict[tuple[type[Any], str], Any]] = {
    (nodes.FixedDay, "value"): date.fromisoformat,
    (norm.Example, "on"): date.fromisoformat,
    (norm.Norm, "since"): date.fromisoformat,
    (norm.Norm, "until"): date.fromisoformat,
    (norm.Norm, "modality"): norm.Modality,
    (norm.Norm, "review"): norm.Review,
}
