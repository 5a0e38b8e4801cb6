"""What can stand on a form for a state of origin: a closed list, without anything of asylum, over the whole vocabulary."""

import pytest

from augenmass.law.time import today
from augenmass.law.transmission.answer import Enquiry, transmission_answer
from augenmass.law.transmission.classes import DATA_CLASSES, PURPOSES
from augenmass.law.vocabulary import CATEGORIES, GROUPS, VOCABULARY
from augenmass.law.vocabulary.declaration import FactDeclaration
from augenmass.travel_papers.rules.form import CATEGORIES as ON_FORMS
from augenmass.travel_papers.rules.form import FACTS, may_stand_on_form, refused

pytestmark = pytest.mark.unit
TELLS_OF_ASYLUM = ("asyl", "flücht", "schutz", "verfolg", "refug", "protect", "bundesamt")


def test_of_the_whole_vocabulary_exactly_the_closed_list_can_stand_on_a_form() -> None:
    assert tuple(sorted(name for name in VOCABULARY if may_stand_on_form(name))) == tuple(sorted(FACTS))
    assert set(refused(VOCABULARY)) == set(VOCABULARY) - set(FACTS)


def test_nothing_that_tells_of_asylum_or_protects_can_stand_on_a_form() -> None:
    told = [name for name, declared in VOCABULARY.items() if _tells(declared) or declared.protective]
    assert len(told) > 100
    assert [name for name in told if may_stand_on_form(name)] == []


def _tells(declared: FactDeclaration) -> bool:
    if declared.category == "asylum" or declared.group.startswith("asylum") or declared.name.startswith("asylum"):
        return True
    values = (word for choice in declared.choices for word in (choice.key, choice.de, choice.en))
    words = (declared.name, declared.de, declared.en, declared.meaning, declared.meaning_en, *values)
    return any(sign in text.lower() for text in words for sign in TELLS_OF_ASYLUM)


def test_asylum_is_no_category_of_forms_and_every_category_of_forms_exists() -> None:
    assert set(CATEGORIES) >= ON_FORMS
    assert not ON_FORMS & {"asylum", "protection", "health", "criminal", "court", "enforcement", "enforcement_secret"}
    assert not any(VOCABULARY[name].group not in GROUPS for name in FACTS)


def test_the_kind_of_a_document_stays_off_because_it_can_be_that_of_a_refugee() -> None:
    assert "refugee" in {choice.key for choice in VOCABULARY["passport_kind"].choices}
    assert not may_stand_on_form("passport_kind")
    assert not may_stand_on_form("central_register_number")
    assert not may_stand_on_form("no such fact")


def test_the_matrix_of_transmissions_lets_nothing_go_to_a_state_of_origin() -> None:
    for sender in ("foreigners_authority", "central_body"):
        for purpose in (choice.key for choice in PURPOSES):
            asked = Enquiry(sender, "state_of_origin", purpose, tuple(DATA_CLASSES), today())
            assert transmission_answer(asked).classes == ()


def test_the_matrix_holds_its_brake_on_asylum_data_for_the_state_of_origin() -> None:
    asked = Enquiry("foreigners_authority", "state_of_origin", "foreign_task", ("asylum",), today())
    [answered] = transmission_answer(asked).by_class
    assert "AsylverfahrensVO/7" in answered.brakes
