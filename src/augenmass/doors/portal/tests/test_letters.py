"""Which letters the person sees, from when on, and that every kind is decided, named and explained."""

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

import augenmass.doors.portal
from augenmass.access.actor import Actor
from augenmass.doors.portal.words import DAYS, LETTERS
from augenmass.law.time import today, travel
from augenmass.letters.actions.contacts import name_counselling, name_hardship
from augenmass.letters.actions.dispatch import Return, SentLetter, record_dispatch, record_return
from augenmass.letters.models import Dispatch, Letter, ReturnedMail
from augenmass.letters.rules import departure_warning, information, portal_code
from augenmass.letters.rules.fixed import HARDSHIP, HEARING, RETURN, SUSPENSION
from augenmass.letters.wording.passages import names
from augenmass.person_access.models import Access
from augenmass.person_access.person import Person
from augenmass.person_access.queries.own import HEARING_ANSWER, days_of, letter_of, letters_of
from augenmass.person_access.tests.conftest import HELD, SUSPENDED, make_letter
from augenmass.person_access.visible import POSTED, SERVED_FIRST
from augenmass.record.models import Case

if TYPE_CHECKING:
    from augenmass.conftest import MakeActor, MakeCase
    from augenmass.directory.models import Body

NEW = (HEARING, SUSPENSION, HARDSHIP, RETURN)


@pytest.mark.unit
def test_every_kind_of_letter_is_decided_named_and_explained() -> None:
    kinds = {*names(), departure_warning.TEMPLATE, information.TEMPLATE} - {portal_code.TEMPLATE}
    letters = {name for name in kinds if name in {*SERVED_FIRST, *POSTED}}
    assert letters == {*SERVED_FIRST, *POSTED} == LETTERS.keys()
    assert HEARING_ANSWER in DAYS
    folder = Path(augenmass.doors.portal.__file__).parent / "templates/portal"
    meaning = (folder / "letter_meaning.html").read_text(encoding="utf-8")
    assert [kind for kind in letters if f'"{kind}"' not in meaning] == []


@pytest.fixture
def case(case_with: "MakeCase", body: "Body", make_actor: "MakeActor", actor: Actor) -> Case:
    """Somebody whose removal is suspended, at an authority that named whom its letters name."""
    clerk = make_actor("sommer", body, "body_administrator")
    name_counselling(clerk, ("Beratung Nordheim, Am Markt 3",), ())
    name_hardship(clerk, ("Härtefallkommission, Domplatz 9, Nordheim",), ())
    actor.body.refresh_from_db()
    return case_with({**HELD, **SUSPENDED}, number="N-1")


@pytest.fixture
def person(access: Access) -> Person:
    return Person(access.pk, 1, access.case_id, access.case.body_id, Access.Kind.PERSON, access.name)


def _send(actor: Actor, letter: Letter) -> None:
    record_dispatch(actor, letter.key, SentLetter(uuid4(), Dispatch.Method.POST, today()))


@pytest.mark.db
@pytest.mark.parametrize("template", NEW)
def test_a_letter_is_shown_once_it_was_sent_and_did_not_come_back(
    actor: Actor, case: Case, person: Person, template: str
) -> None:
    letter = make_letter(actor, case, template)
    assert letters_of(person) == []
    _send(actor, letter)
    assert [one.kind for one in letters_of(person)] == [template]
    assert letter_of(person, letter.key).text
    record_return(actor, letter.key, Return(ReturnedMail.Reason.MOVED, today()))
    assert letters_of(person) == []
    assert days_of(person) == []


@pytest.mark.db
def test_a_hearing_says_until_when_and_no_longer_after_that_day(actor: Actor, case: Case, person: Person) -> None:
    letter = make_letter(actor, case, HEARING)
    _send(actor, letter)
    last = today() + timedelta(weeks=3)
    assert letter_of(person, letter.key).answer_by == last
    assert [(day.kind, day.day, day.letter) for day in days_of(person)] == [(HEARING_ANSWER, last, letter.key)]
    with travel(last + timedelta(days=1)):
        assert days_of(person) == []
        assert letter_of(person, letter.key).answer_by == last
