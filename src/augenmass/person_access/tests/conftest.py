"""Fixtures of the room: a case whose person can be written to, a way in, a code that was printed."""

import re
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from pypdf import PdfReader

if TYPE_CHECKING:
    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeCase
    from augenmass.letters.models import Letter
    from augenmass.person_access.models import Access
    from augenmass.record.models import Case

HELD = {
    "family_name": "Haddad",
    "first_names": "Karim",
    "date_of_birth": "1990-01-31",
    "nationality": "GE",
    "address_street": "Lindenweg 4",
    "address_postal_code": "06999",
    "address_town": "Nordheim",
    "language": "ar",
}
SUSPENDED = {"suspension_kind": "impossible", "suspension_valid_until": "2027-02-28"}
FACTS = "Sie halten sich nach unserer Kenntnis ohne Aufenthaltstitel in Deutschland auf."
PrintCode = Callable[["Access"], str]


@pytest.fixture
def case(case_with: "MakeCase") -> "Case":
    return case_with(HELD, number="N-1")


@pytest.fixture
def access(actor: "Actor", case: "Case") -> "Access":
    """The person's own way in."""
    from augenmass.person_access.actions.accesses import NewAccess, open_access
    from augenmass.person_access.models import Access

    return open_access(actor, case.pk, NewAccess(uuid4(), Access.Kind.PERSON))


def make_letter(actor: "Actor", case: "Case", template: str) -> "Letter":
    """A signed letter of fixed passages, not sent yet; a hearing asks for an answer within three weeks."""
    from augenmass.law.time import today
    from augenmass.letters.actions.drafting import begin_in
    from augenmass.letters.actions.signing import Signer, sign_letter
    from augenmass.letters.rules.drafts import PlainDraft
    from augenmass.letters.rules.fixed import HEARING
    from augenmass.letters.rules.hearing import HearingDraft
    from augenmass.record.ledger import entry

    until = (today() + timedelta(weeks=3)).isoformat()
    heard = template == HEARING
    entered = HearingDraft(facts=FACTS, until=until).to_json() if heard else PlainDraft().to_json()
    with entry(actor, "letter.return_told", case.pk) as e:
        letter = begin_in(e, actor, case, template, uuid4(), None, entered)
        e.book.flush()
        sign_letter(e, letter, Signer(actor.account, "Sachbearbeitung"))
    return letter


def code_in(pdf: bytes) -> str:
    """The code that a letter shows."""
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    found = re.search(r"\d{4} \d{4} \d{4} \d{4}", text)
    assert found is not None
    return found[0]


@pytest.fixture
def print_code(actor: "Actor") -> PrintCode:
    """Orders a letter and reads the code off it."""
    from augenmass.person_access.actions.accesses import order_code

    def make(access: "Access") -> str:
        return code_in(order_code(actor, access.key, uuid4(), "https://zugang.example/portal/")[1])

    return make
