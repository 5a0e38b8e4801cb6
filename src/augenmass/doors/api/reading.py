"""Reading what a program sends: strict JSON, or a problem that says what is wrong, never an error of ours."""

import json
from typing import Annotated, Any, NoReturn

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Schema
from ninja.parser import Parser
from pydantic import AfterValidator, ConfigDict, Field, StringConstraints

MOST_BYTES = 262_144
"""Of one request: reasons of the greatest length fit several times."""
LARGEST = 2**31 - 1
"""Whole numbers up to here fit every column of every database."""


class NotJson(ValueError):
    """The body is no JSON, or one that no program needs (too deep, too large a number)."""


class StrictParser(Parser):
    """JSON as RFC 8259 has it: UTF-8, no NaN, no endless nesting, no key twice."""

    def parse_body(self, request: HttpRequest) -> Any:
        try:
            return json.loads(
                request.body.decode("utf-8"), parse_constant=_no_constant, object_pairs_hook=_no_key_twice
            )
        except (ValueError, RecursionError) as error:
            raise NotJson from error


def _no_constant(_name: str) -> NoReturn:
    raise NotJson


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotJson
    return found


def _no_nul(text: str) -> str:
    if "\0" in text:
        raise ValueError(_("Das Zeichen NUL ist nicht erlaubt."))
    return text


class Sent(Schema):
    """What a program sends: a member that is not described is refused, so that a misspelt one is not lost."""

    model_config = ConfigDict(extra="forbid")


NO_NUL = AfterValidator(_no_nul)
Word = Annotated[str, StringConstraints(max_length=80), NO_NUL]
"""A name or id of the vocabulary or the catalogue."""
Value = Annotated[str, StringConstraints(max_length=1000), NO_NUL]
Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000), NO_NUL]
LongSentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000), NO_NUL]
Provision = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), NO_NUL]
Number = Annotated[int, Field(ge=1, le=2**63 - 1, strict=True)]
