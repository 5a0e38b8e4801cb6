"""A case that is ready for a warning, in a Land whose rules are confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Protocol
from uuid import uuid4

import pytest

from augenmass.law.time import travel

if TYPE_CHECKING:
    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeCase
    from augenmass.letters.models import Letter
    from augenmass.record.models import Case

SIGNING_DAY = date(2026, 11, 23)

READY = {
    "family_name": "Arsovski",
    "first_names": "Milan",
    "sex": "m",
    "date_of_birth": "1991-03-12",
    "nationality": "MK",
    "address_street": "Gartenstraße 12",
    "address_postal_code": "06999",
    "address_town": "Nordheim",
    "obligation_basis": "application_refused",
    "prohibition_refugee": "no",
    "prohibition_serious_harm": "no",
    "prohibition_human_rights": "no",
    "prohibition_concrete_danger": "no",
    "victim_indications": "no",
    "heard_on": "2026-10-05",
}


class SignLetter(Protocol):
    def __call__(self, letter: Letter, actor: Actor) -> Letter: ...


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    with travel(SIGNING_DAY):
        yield


@pytest.fixture
def ready_case(case_with: MakeCase, actor: Actor) -> Case:
    """Everything that the warning needs of the record; the invented Land has confirmed rules."""
    actor.body.land = "XM"
    actor.body.save()
    return case_with(READY, number="33.21-2026/00417")


@pytest.fixture
def draft(ready_case: Case, actor: Actor) -> Letter:
    """A complete draft of the warning."""
    from dataclasses import replace

    from augenmass.letters.actions.drafting import begin_letter, save_draft
    from augenmass.letters.queries.letters import draft_of

    letter = begin_letter(actor, ready_case.pk, "departure_warning", uuid4())
    entered = replace(
        draft_of(letter),
        target_states=("MK",),
        facts="Sie sind am 04.05.2022 eingereist. Den Antrag haben wir am 02.09.2026 abgelehnt.",
        obstacles="Sie haben keine Kinder und keine Angehörigen im Bundesgebiet.",
        own_reasons="Der Zweck Ihres Aufenthalts ist im März 2026 entfallen.",
        discretion="Die Frist genügt, um Wohnung und Verträge zu kündigen.",
    )
    return save_draft(actor, letter.key, entered, letter.edition)


@pytest.fixture
def sign() -> SignLetter:
    """Signs a draft as the room of steps does it: inside an entry on the case."""

    def sign_it(letter: Letter, actor: Actor) -> Letter:
        from augenmass.letters.actions.signing import Signer, sign_letter
        from augenmass.record.ledger import entry

        with entry(actor, "step.signed", letter.case_id) as e:
            sign_letter(e, letter, Signer(actor.account, "Sachbearbeitung"))
        letter.refresh_from_db()
        return letter

    return sign_it
