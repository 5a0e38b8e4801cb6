"""What a person hands in: unverified, once, for the body of the case; an officer takes an address over."""

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor
from augenmass.cases.facts import current_facts
from augenmass.law.time import today
from augenmass.person_access.actions.handing_in import (
    NewAddress,
    ask,
    submit_address,
    submit_document,
    take_address_over,
)
from augenmass.person_access.actions.visits import recognise, sign_in_by_code
from augenmass.person_access.models import Access, Code, Submission
from augenmass.person_access.person import Person
from augenmass.person_access.rules import MOST_A_DAY, Refused, Wrong
from augenmass.record.models import Action, Fact
from augenmass.record.verify import verify

if TYPE_CHECKING:
    from augenmass.person_access.tests.conftest import PrintCode

pytestmark = [pytest.mark.db, pytest.mark.django_db]
NEW = NewAddress(street="Rosenweg 12", postcode="06998", town="Südheim", care_of="Familie Öz")


@pytest.fixture
def person(access: Access, print_code: "PrintCode") -> Person:
    found = recognise(sign_in_by_code(print_code(access)))
    assert found is not None
    return found


def held(case_id: int, name: str) -> str:
    return current_facts([case_id], today())[case_id].text(name)


def test_an_address_becomes_a_fact_when_an_officer_takes_it_over(person: Person, actor: Actor) -> None:
    made = submit_address(person, uuid4(), NEW)
    assert held(person.case_id, "address_street") == "Lindenweg 4"
    for _twice in range(2):
        taken = take_address_over(actor, made.key)
    assert taken.taken_by_id is not None
    assert [held(person.case_id, f"address_{part}") for part in ("street", "postal_code", "town", "care_of")] == [
        "Rosenweg 12",
        "06998",
        "Südheim",
        "Familie Öz",
    ]
    assert Action.objects.filter(kind="portal.address_taken").count() == 1
    assert Fact.objects.filter(case=person.case_id, name="address_street", closed_by=None).count() == 1


def test_what_the_new_address_lacks_is_no_longer_held(person: Person, actor: Actor) -> None:
    take_address_over(actor, submit_address(person, uuid4(), NEW).key)
    take_address_over(actor, submit_address(person, uuid4(), NewAddress("Weg 1", "06999", "Nordheim")).key)
    assert held(person.case_id, "address_care_of") == ""
    assert held(person.case_id, "address_street") == "Weg 1"


def test_telling_a_new_address_ends_codes_on_their_way_to_the_old_one(
    person: Person, access: Access, print_code: "PrintCode"
) -> None:
    code = print_code(access)
    submit_address(person, uuid4(), NEW)
    assert not Code.objects.filter(access=access, used_at=None, ended_at=None).exists()
    with pytest.raises(Refused):
        sign_in_by_code(code)


def test_an_address_that_was_erased_is_not_taken_over_and_ends_none(person: Person, actor: Actor) -> None:
    made = submit_address(person, uuid4(), NEW)
    Submission.objects.filter(pk=made.pk).update(content={}, erased_by=Action.objects.latest("pk"))
    with pytest.raises(Submission.DoesNotExist):
        take_address_over(actor, made.key)
    assert held(person.case_id, "address_street") == "Lindenweg 4"


def test_another_body_takes_nothing_over(person: Person, outsider: Actor) -> None:
    made = submit_address(person, uuid4(), NEW)
    with pytest.raises(Submission.DoesNotExist):
        take_address_over(outsider, made.key)


def test_a_program_is_no_document(person: Person) -> None:
    for content in (b"MZ\x90\x00", b"\x7fELF", b"#!/bin/sh", b""):
        with pytest.raises(Refused) as caught:
            submit_document(person, uuid4(), "Pass", content)
        assert caught.value.why is Wrong.FILE


def test_too_much_in_a_day_is_refused(person: Person) -> None:
    for _number in range(MOST_A_DAY):
        ask(person, uuid4(), Submission.Kind.CODE)
    with pytest.raises(Refused) as caught:
        ask(person, uuid4(), Submission.Kind.CODE)
    assert caught.value.why is Wrong.FULL
    assert Submission.objects.count() == MOST_A_DAY


def test_the_chain_holds_what_was_handed_in(person: Person, actor: Actor) -> None:
    made = submit_address(person, uuid4(), NEW)
    submit_document(person, uuid4(), "Pass", b"%PDF-1.7 %%EOF")
    take_address_over(actor, made.key)
    assert not list(verify())
    Submission.objects.filter(pk=made.pk).update(content={"street": "Gefälscht 1"})
    assert [broken.model for broken in verify()] == ["person_access.Submission"]
