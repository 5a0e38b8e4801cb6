"""The hearing: its letter is drafted with the step, completed by the officer, final with the signature, and handed back with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from augenmass.law.norms.specimens import OBLIGED, with_facts
from augenmass.law.time import travel
from augenmass.law.vocabulary import VOCABULARY
from augenmass.letters.actions.dispatch import SentLetter, Service, record_dispatch, record_service
from augenmass.letters.actions.drafting import begin_letter, save_draft
from augenmass.letters.actions.signing import LetterIncomplete
from augenmass.letters.document import plain_text
from augenmass.letters.models import Dispatch, Letter, ServiceProof
from augenmass.letters.queries.letters import draft_of, entries_of, letter_data
from augenmass.letters.render import render
from augenmass.letters.rules.hearing import HearingDraft
from augenmass.letters.tests.samples import warning
from augenmass.record.models import Fact
from augenmass.record.verify import verify
from augenmass.steps.actions import taking as act
from augenmass.steps.models import StepTaking
from augenmass.steps.queries.bundle import bundle_of
from augenmass.work.models import BookedDeadline
from augenmass.work.refusal import NotDone

if TYPE_CHECKING:
    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeCase
    from augenmass.record.models import Case

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases=["default", "access_log"])]

DAY = date(2026, 8, 17)
UNTIL = "2026-09-07"
ADDRESS = {
    "sex": "d",
    "address_street": "Gartenstraße 12",
    "address_postal_code": "06999",
    "address_town": "Nordheim",
    "language": "ar",
}


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    with travel(DAY):
        yield


@pytest.fixture
def case(case_with: MakeCase, actor: Actor) -> Case:
    actor.body.land = "XM"
    actor.body.street, actor.body.postcode, actor.body.town = "Rathausplatz 1", "06999", "Nordheim"
    actor.body.save()
    recorded = with_facts(OBLIGED, heard_on=None, hearing_letter_on=None, hearing_until=None)
    return case_with({name: value for name, value in recorded.items() if not VOCABULARY[name].derived} | ADDRESS)


def begun(case: Case, actor: Actor, until: str = UNTIL) -> tuple[StepTaking, Letter]:
    case.refresh_from_db()
    reasons = "Der Antrag auf Verlängerung ist abgelehnt, die Ablehnung ist vollziehbar."
    form = act.StepForm({"hearing_until": until}, reasons, case.version, uuid4())
    return act.begin(actor, case.pk, "hear_person", form), Letter.objects.get()


def give_to_sign(actor: Actor, taking: StepTaking, case: Case) -> None:
    case.refresh_from_db()
    act.give_to_sign(actor, taking, case.version)


def hearing(letter: Letter) -> HearingDraft:
    draft = entries_of(letter)
    assert isinstance(draft, HearingDraft)
    return draft


def test_the_step_drafts_its_letter_in_the_language_of_the_person(actor: Actor, case: Case) -> None:
    taking, letter = begun(case, actor)
    draft = hearing(letter)
    assert (taking.state, letter.state, letter.template) == ("draft", "draft", "hearing")
    assert (draft.until, draft.second_language, draft.intended) == (UNTIL, "ar", "warning")
    assert draft.facts.startswith("Der Antrag auf Verlängerung")
    data = letter_data(letter, actor.account, DAY)
    assert "bis zum 07.09.2026" in plain_text(data)
    assert data["enclosures"] == ["Übersetzung: Arabisch"]
    assert not Fact.objects.filter(case=case, name="hearing_letter_on").exists()


def test_signed_it_is_final_and_establishes_the_hearing(actor: Actor, case: Case) -> None:
    taking, letter = begun(case, actor)
    draft = replace(hearing(letter), second_language="uk", intended="warning")
    save_draft(actor, letter.key, draft, letter.edition)
    give_to_sign(actor, taking, case)
    letter.refresh_from_db()
    taking.refresh_from_db()
    assert (taking.state, letter.state) == ("signed", "signed")
    assert {section["language"] for section in letter.signature.data["appended"]} == {"uk"}
    held = dict(Fact.objects.filter(case=case, closed_by=None).values_list("name", "value"))
    assert (held["hearing_letter_on"], held["hearing_until"]) == (DAY.isoformat(), UNTIL)
    assert bundle_of(actor, taking).startswith(b"%PDF-")
    assert list(verify()) == []


def test_the_form_of_the_letter_cannot_change_what_the_step_set(actor: Actor, case: Case) -> None:
    _taking, letter = begun(case, actor)
    saved = save_draft(actor, letter.key, replace(hearing(letter), until="2027-01-01", bound=()), letter.edition)
    assert hearing(saved).until == UNTIL


def test_a_changed_step_keeps_what_the_officer_wrote_in_the_letter(actor: Actor, case: Case) -> None:
    taking, letter = begun(case, actor)
    mine = "Ihre Aufenthaltserlaubnis galt bis zum 30.06.2026."
    save_draft(actor, letter.key, replace(hearing(letter), facts=mine), letter.edition)
    case.refresh_from_db()
    form = act.StepForm({"hearing_until": "2026-09-14"}, "Mehr Zeit für die Post.", case.version, uuid4())
    act.revise(actor, taking, form)
    letter.refresh_from_db()
    assert (hearing(letter).until, hearing(letter).facts) == ("2026-09-14", mine)


def test_without_time_to_respond_nothing_is_signed(actor: Actor, case: Case) -> None:
    taking, letter = begun(case, actor, until=DAY.isoformat())
    with pytest.raises(LetterIncomplete, match="Äußerungsfrist"):
        give_to_sign(actor, taking, case)
    letter.refresh_from_db()
    assert letter.state == Letter.State.DRAFT


def test_entries_of_a_warning_do_not_fit(actor: Actor, case: Case) -> None:
    _taking, letter = begun(case, actor)
    with pytest.raises(NotDone, match="anderen Schreiben"):
        save_draft(actor, letter.key, draft_of(letter), letter.edition)


def test_where_the_ground_of_a_suspension_has_ended_the_letter_is_about_its_revocation(
    actor: Actor, case_with: MakeCase, case: Case
) -> None:
    other = case_with({"suspension_ground_ended": "yes", "language": "de"})
    letter = begin_letter(actor, other.pk, "hearing", uuid4())
    assert (hearing(letter).intended, hearing(letter).second_language) == ("revocation", "")


def test_its_service_starts_no_deadline_and_writes_nothing_of_a_warning(actor: Actor, case: Case) -> None:
    taking, letter = begun(case, actor)
    give_to_sign(actor, taking, case)
    record_dispatch(actor, letter.key, SentLetter(uuid4(), Dispatch.Method.HANDED_OVER, DAY))
    scan = render("departure_warning", warning(), draft=True)
    record_service(actor, letter.key, Service(ServiceProof.Manner.ACKNOWLEDGED, DAY, scan))
    assert not Fact.objects.filter(case=case, name="warning_served_on").exists()
    assert not BookedDeadline.objects.exists()
