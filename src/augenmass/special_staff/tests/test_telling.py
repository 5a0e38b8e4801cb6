"""The letter that tells the person of joint work: when there is one, what it names, what becomes of it."""

import json
from collections.abc import Callable
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor
from augenmass.access.reader import reading_for
from augenmass.cases.actions.facts import FactEntry, establish_fact
from augenmass.law.time import today
from augenmass.letters.actions.dispatch import SentLetter, record_dispatch
from augenmass.letters.models import Dispatch, Letter
from augenmass.record.models import Case
from augenmass.special_staff.actions.deciding import end_with
from augenmass.special_staff.actions.hearing import write_information
from augenmass.special_staff.actions.nominating import NewNomination, nominate
from augenmass.special_staff.actions.planning import take_in, take_out
from augenmass.special_staff.models import Nomination
from augenmass.special_staff.queries.nominations import one_nomination
from augenmass.special_staff.queries.telling import joint_work_of, letters_about
from augenmass.work.refusal import NotDone

pytestmark = pytest.mark.db
Said = Callable[..., NewNomination]
PERSON = {
    "first_names": "Milan",
    "family_name": "Arsovski",
    "address_street": "Hof 1",
    "address_postal_code": "06999",
    "address_town": "Ellerstadt",
}


def test_a_letter_tells_the_person_who_takes_part(actor: Actor, city: Actor, case: Case, confirmed: Nomination) -> None:
    with reading_for(actor):
        with pytest.raises(NotDone, match="Anschrift"):
            write_information(actor, confirmed.key, confirmed.version)
        assert not letters_about(actor, confirmed).exists()
        for name, value in PERSON.items():
            establish_fact(actor, case.pk, FactEntry(name, value, source="Melderegister"), None)
        take_in(actor, confirmed.key, confirmed.version, city.body_id, "§ 90a AufenthG", "wirkt mit")
        signed = write_information(actor, confirmed.key, confirmed.version + 1)
        text = json.dumps(signed.data, ensure_ascii=False)
        assert "Landeskriminalamt, Einstufung vom" in text
        assert "stimmen ihre Schritte miteinander ab" in text
        assert "Stadt Nordheim" in text
        [letter] = one_nomination(actor, confirmed.key).letters
        assert letter.state == Letter.State.SIGNED
        assert one_nomination(actor, confirmed.key).sent_on is None
        record_dispatch(actor, letter.key, SentLetter(uuid4(), Dispatch.Method.POST, today()))
        assert one_nomination(actor, confirmed.key).sent_on == today()
        with pytest.raises(NotDone, match="inzwischen geändert"):
            write_information(actor, confirmed.key, confirmed.version)
        found = take_out(actor, confirmed.key, confirmed.version + 2, city.body_id)
        told = joint_work_of(found)
        assert (told.bodies, told.left, told.ended) == ((), ("Stadt Nordheim",), None)
        found = end_with(actor, found.key, found.version, "ended", "")
        assert joint_work_of(found).left == ("Stadt Nordheim",)


def test_before_a_second_person_confirmed_there_is_no_letter(actor: Actor, case: Case, said: Said) -> None:
    with reading_for(actor):
        made = nominate(actor, case.pk, said())
        with pytest.raises(NotDone, match="Erst wenn die Benennung bestätigt ist"):
            write_information(actor, made.key, made.version)
