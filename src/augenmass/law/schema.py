"""The published form of the catalogue as JSON Schema (draft 2020-12), written from the classes, so that it cannot lag behind them.

python -m augenmass.law.schema > docs/law/catalogue.schema.json
"""

import json
import sys
import types
from dataclasses import MISSING, fields
from datetime import date
from enum import Enum
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from augenmass.law import nodes as n
from augenmass.law.catalogue import FORMAT, PARTS
from augenmass.law.encoding import DAY_CLASSES, NODE_CLASSES
from augenmass.law.norm import Example, Review
from augenmass.law.vocabulary.declaration import Kind

JSON = dict[str, Any]

_PLAIN: Final[dict[Any, JSON]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
}
_NAMED: Final = {n.Condition: "condition", n.DayExpression: "day", n.Period: "period", Example: "Example"}
_HASH: Final[JSON] = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_TEXT: Final[JSON] = {"type": "string"}
_TEXTS: Final[JSON] = {"type": "array", "items": _TEXT}
_YES_NO: Final[JSON] = {"type": "boolean"}


def schema() -> JSON:
    """Return the schema of what ``augenmass law export --format json`` writes. Raises ``TypeError`` for a field of a new kind."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Law catalogue of Augenmaß",
        "description": (
            "Three catalogues: the law of cases, of transmissions and of retention. A condition answers yes, no or not established; "
            "what is left out of an object has its default (empty, or none). The hash of a catalogue leaves words, review marks and examples out."
        ),
        **_object(
            {
                "format": {"const": FORMAT},
                "on": _PLAIN[date],
                "statute": {**_TEXT, "description": "key of the one statute that the export holds, empty for all"},
                "catalogues": _object({name: _ref("shelf") for name in ("cases", "transmission", "retention")}),
            }
        ),
        "$defs": _definitions(),
    }


def _definitions() -> JSON:
    node_classes = (*NODE_CLASSES, *DAY_CLASSES)
    return {
        "shelf": _object(
            {
                "hash": _HASH,
                "vocabulary": {"type": "array", "items": _ref("fact")},
                "catalogue": _ref("catalogue"),
            }
        ),
        "catalogue": _object(
            {
                "format": {"const": FORMAT},
                "review": {"enum": [mark.value for mark in Review]},
                "released_on": {"anyOf": [_PLAIN[date], {"type": "null"}]},
                "reviewers": _TEXTS,
                **{name: {"type": "array", "items": _ref(kind.__name__)} for name, kind in PARTS.items()},
            }
        ),
        "fact": _fact(),
        "condition": {"anyOf": [_ref(kind.__name__) for kind in NODE_CLASSES]},
        "day": {"anyOf": [_ref(kind.__name__) for kind in DAY_CLASSES]},
        "period": {
            "type": "object",
            "properties": dict.fromkeys(("days", "weeks", "months", "years"), _PLAIN[int]),
            "additionalProperties": False,
            "minProperties": 1,
            "maxProperties": 1,
        },
        **{kind.__name__: _record(kind) for kind in (*PARTS.values(), Example, *node_classes)},
    }


def _record(kind: type[Any]) -> JSON:
    """The schema of a class as ``encoding.encode`` writes it: a field that has its default is left out."""
    hints = get_type_hints(kind)
    properties = {"node": {"const": kind.tag}} if hasattr(kind, "tag") else {}
    properties |= {field.name: _type(hints[field.name]) for field in fields(kind)}
    required = [field.name for field in fields(kind) if field.default is MISSING]
    description = (kind.__doc__ or "").partition("\n")[0]
    return {
        "description": description,
        **_object(properties, ["node", *required] if "node" in properties else required),
    }


def _type(hint: Any) -> JSON:
    if hint in _PLAIN:
        return _PLAIN[hint]
    if hint in _NAMED:
        return _ref(_NAMED[hint])
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is tuple and arguments[-1] is Ellipsis:
        return {"type": "array", "items": _type(arguments[0])}
    if origin is tuple:
        return {
            "type": "array",
            "prefixItems": [_type(one) for one in arguments],
            "items": False,
            "minItems": len(arguments),
        }
    if origin in (Union, types.UnionType):
        # None is always the default and then left out.
        [inner] = [one for one in arguments if one is not type(None)]
        return _type(inner)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [member.value for member in hint]}
    raise TypeError(f"no schema for {hint}")


def _fact() -> JSON:
    texts = ("name", "unit", "de", "en", "meaning", "meaning_en", "group", "category", "retention")
    return _object(
        {
            **dict.fromkeys(texts, _TEXT),
            "kind": {"enum": [kind.value for kind in Kind]},
            "choices": {"type": "array", "items": _object(dict.fromkeys(("key", "de", "en"), _TEXT))},
            **dict.fromkeys(("established_by", "evidence", "headers"), _TEXTS),
            **dict.fromkeys(("protective", "assessment", "derived", "unverified"), _YES_NO),
        }
    )


def _object(properties: JSON, required: list[str] | None = None) -> JSON:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties) if required is None else required,
        "additionalProperties": False,
    }


def _ref(name: str) -> JSON:
    return {"$ref": f"#/$defs/{name}"}


def schema_text() -> str:
    """Return the schema as it stands in the documentation."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_text())
