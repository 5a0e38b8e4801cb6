"""The address book and the keys as their page shows them."""

from typing import Any

from augenmass.access.actor import Actor
from augenmass.cases.queries.case import english
from augenmass.law.time import today
from augenmass.law.transmission.vocabulary import ENQUIRY
from augenmass.transmissions.parties import address_of
from augenmass.transmissions.queries.partners import address_book, keys_of_body
from augenmass.transmissions.rules.classes import matrix_kind
from augenmass.transmissions.rules.signing import KeyProblem, fingerprint, problem_with
from augenmass.transmissions.words import KEY_WORDS


def partners_page(actor: Actor) -> dict[str, Any]:
    """The context: own address and keys, bodies outside with theirs."""
    return {
        "address": address_of(actor.body),
        "takes_part": matrix_kind(actor.body.kind) is not None,
        "keys": [_key(line) for line in keys_of_body(actor)],
        "partners": [
            {
                "partner": outside,
                "kind": _kind(outside.kind),
                "keys": [_key(line) for line in keys],
                "delivers": bool(outside.url),
            }
            for outside, keys in address_book(actor)
        ],
        "section": "administration",
    }


def _kind(kind: str) -> str:
    choice = next((one for one in ENQUIRY["receiver_kind"].choices if one.key == kind), None)
    return kind if choice is None else choice.en if english() else choice.de


def _key(line: Any) -> dict[str, Any]:
    problem = problem_with(line, today())
    return {
        "line": line,
        "fingerprint": fingerprint(line.public_key),
        "state": KEY_WORDS[problem],
        "revoked": problem is KeyProblem.REVOKED,
    }
