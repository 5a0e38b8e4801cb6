"""Findings, the information of the person, the residence desk and its answer, the gate before enforcement."""

from datetime import timedelta
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor
from augenmass.cases.actions.facts import FactEntry, NotRecorded, establish_fact
from augenmass.cases.queries.case import find
from augenmass.conftest import MakeActor, MakeCase
from augenmass.directory.models import Body, Unit
from augenmass.law.norms.specimens import OBLIGED, SUSPENDED, WARNED, with_facts
from augenmass.law.time import today
from augenmass.law.vocabulary.prospect_checks import EACH_PROSPECT, assessed
from augenmass.letters.actions.dispatch import SentLetter, Service, record_dispatch, record_service
from augenmass.letters.actions.signing import LetterIncomplete
from augenmass.letters.document import plain_text
from augenmass.letters.models import Dispatch, Letter, ServiceProof
from augenmass.prospects.actions.assessing import Finding, assess
from augenmass.prospects.actions.desk import Answer, Handed, answer, hand_over
from augenmass.prospects.actions.informing import inform
from augenmass.prospects.models import DeskMatter
from augenmass.prospects.queries.case import NotReleased, prospects_of
from augenmass.prospects.queries.desk import matters
from augenmass.prospects.rules import Standing
from augenmass.prospects.tests.conftest import CONTACT, form, recorded
from augenmass.record.models import Case, Fact
from augenmass.steps.actions import taking as act
from augenmass.steps.models import StepTaking
from augenmass.work.models import Task
from augenmass.work.refusal import NotDone

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases=["default", "access_log"])]
TRAINING = with_facts(
    SUSPENDED,
    departure_impossible="yes",
    obstacle_lasting="yes",
    departure_prevented_without_fault="yes",
)


def finding(case: Case, key: str, possible: bool, reason: str = "Akte durchgesehen") -> Finding:
    held = Fact.objects.filter(case=case, name=assessed(key), closed_by=None).first()
    return Finding(key, possible, reason, held.pk if held else None)


def handed(*keys: str, **more: object) -> Handed:
    return Handed(uuid4(), keys, "Die Voraussetzungen liegen nahe.", today() + timedelta(14), **more)  # type: ignore[arg-type]


def announced(actor: Actor, approver: Actor, case: Case) -> StepTaking:
    taken = act.begin(actor, case.pk, "refer_to_central_body", form(case))
    case.refresh_from_db()
    act.sign_second(approver, taken, case.version)
    return taken


def test_a_finding_is_an_assessment_of_a_named_officer_with_its_reason(actor: Actor, case_with: MakeCase) -> None:
    case = case_with({"family_name": "Amani"})
    fact = assess(actor, case.pk, finding(case, "25b", possible=False, reason="Seit 2025 im Land"))
    assert (fact.name, fact.value, fact.author, fact.note) == (
        "prospect_25b_possible",
        "no",
        actor.account,
        "Seit 2025 im Land",
    )
    with pytest.raises(NotRecorded, match="Begründung"):
        assess(actor, case.pk, finding(case, "60c", possible=False, reason=" "))
    with pytest.raises(NotRecorded):
        assess(actor, case.pk, Finding("25c", False, "gibt es nicht"))


def test_every_prospect_is_open_until_somebody_looked_at_it(actor: Actor, case_with: MakeCase) -> None:
    case = find(actor, case_with({"family_name": "Amani"}).key)
    assert {row.standing for row in prospects_of(actor, case).rows} == {Standing.OPEN}
    assess(actor, case.pk, finding(case, "60d", possible=False))
    found = {row.key: row for row in prospects_of(actor, case).rows}
    assert found["60d"].standing is Standing.EXCLUDED
    assert found["60d"].fact is not None
    assert len(found) == len(EACH_PROSPECT)


def test_what_the_law_affirms_is_not_excluded_by_one_officer_unless_the_desk_refused_it(
    actor: Actor, invented: Body, case_with: MakeCase
) -> None:
    facts = {name: value for name, value in recorded(TRAINING).items() if name != assessed("25_5")}
    case = case_with({**facts, **CONTACT})
    row = next(row for row in prospects_of(actor, find(actor, case.key)).rows if row.key == "25_5")
    assert row.standing is Standing.POSITIVE
    with pytest.raises(NotRecorded, match="festgestellt"):
        assess(actor, case.pk, finding(case, "25_5", possible=False))
    matter = hand_over(actor, case.pk, handed("25_5"))
    answer(actor, matter.key, Answer("refused", today(), "Ermessen: keine besonderen Gründe"))
    assert assess(actor, case.pk, finding(case, "25_5", possible=False)).value == "no"


def test_who_does_not_learn_reasons_or_comes_from_elsewhere_sees_no_prospects(
    intake_clerk: Actor, case_with: MakeCase
) -> None:
    case = case_with({"family_name": "Amani"})
    with pytest.raises(NotReleased):
        prospects_of(intake_clerk, find(intake_clerk, case.key))


def test_the_information_names_prospects_hardship_and_petition_but_no_remedy(
    actor: Actor, invented: Body, case_with: MakeCase
) -> None:
    facts = {name: value for name, value in recorded(SUSPENDED).items() if name != assessed("25b")}
    case = case_with({**facts, **CONTACT})
    case.refresh_from_db()
    signed = inform(actor, case.pk, case.version)
    text = plain_text(signed.data)
    assert "Integration (§ 25b AufenthG)" in text.replace("\u00a0", " ")
    assert "60c" not in text
    assert "Täuschung" not in text
    assert "Verurteilung" not in text
    assert "Härtefallkommission" in text
    assert "Petition" in text
    assert "Klage" not in text
    assert "Widerspruch" not in text
    assert Letter.objects.get(pk=signed.letter_id).state == Letter.State.SIGNED
    with pytest.raises(act.Overtaken):
        inform(actor, case.pk, case.version)


def test_the_person_counts_as_informed_on_the_day_of_dispatch(
    actor: Actor, invented: Body, case_with: MakeCase
) -> None:
    facts = recorded(with_facts(OBLIGED, hardship_informed_on=None, rights_informed_on=None))
    case = case_with({**facts, **CONTACT})
    case.refresh_from_db()
    signed = inform(actor, case.pk, case.version)
    told = Fact.objects.filter(case=case, name__in=["hardship_informed_on", "rights_informed_on"], closed_by=None)
    assert not told.exists()
    record_dispatch(actor, signed.letter.key, SentLetter(uuid4(), Dispatch.Method.POST, today()))
    assert set(told.values_list("value", "evidence")) == {(today().isoformat(), signed.document_id)}
    proof = Service(ServiceProof.Manner.ACKNOWLEDGED, today(), b"%PDF-1.4\n%%EOF\n")
    assert record_service(actor, signed.letter.key, proof).served_on == today()


def test_nobody_is_informed_at_an_unknown_address(actor: Actor, case_with: MakeCase) -> None:
    case = case_with({"family_name": "Amani"})
    with pytest.raises(LetterIncomplete):
        inform(actor, case.pk, case.version)
    assert not Letter.objects.exists()


def test_a_matter_lies_in_the_queue_of_its_team_and_its_outcome_comes_back(
    actor: Actor, make_actor: MakeActor, body: Body, outsider: Actor, case_with: MakeCase
) -> None:
    desk = Unit.objects.create(body=body, key="aufenthalt", name="Aufenthalt")
    officer = make_actor("asal", body, "caseworker", unit=desk)
    case = case_with({"family_name": "Amani"})
    asked = handed("25b", "60c", unit_id=desk.pk)
    matter = hand_over(actor, case.pk, asked)
    assert hand_over(actor, case.pk, asked).pk == matter.pk
    with pytest.raises(NotDone, match="bereits"):
        hand_over(actor, case.pk, handed("60d"))
    assert [found.pk for found in matters(officer, "mine").rows] == [matter.pk]
    assert matters(actor, "mine").rows == []
    assert matters(outsider, "open").rows == []
    with pytest.raises(DeskMatter.DoesNotExist):
        answer(outsider, matter.key, Answer("granted", today(), "x"))
    answer(officer, matter.key, Answer("granted", today(), "Titel nach § 25b erteilt"))
    task = Task.objects.get(case=case, done_by=None)
    assert (task.assignee, task.about) == (actor.account, matter.about)
    assert [found.state for found in matters(actor, "answered").rows] == ["granted"]
    with pytest.raises(NotDone, match="inzwischen"):
        answer(officer, matter.key, Answer("refused", today(), "doch nicht"))


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (Handed(uuid4(), (), "weil", today()), "mindestens eine"),
        (Handed(uuid4(), ("25c",), "weil", today()), "mindestens eine"),
        (Handed(uuid4(), ("25b",), " ", today()), "warum"),
        (Handed(uuid4(), ("25b",), "weil", today() - timedelta(9000)), "Vergangenheit"),
        (Handed(uuid4(), ("25b",), "weil", today() + timedelta(9000)), "fünf Jahre"),
        (Handed(uuid4(), ("25b",), "weil", today() + timedelta(300), unit_id=99), "Team"),
    ],
)
def test_a_hand_over_that_makes_no_sense_is_refused(
    actor: Actor, case_with: MakeCase, asked: Handed, says: str
) -> None:
    case = case_with({"family_name": "Amani"})
    with pytest.raises(NotDone, match=says):
        hand_over(actor, case.pk, asked)


def test_no_prospect_at_all_is_not_signed_while_one_is_possible(actor: Actor, case_with: MakeCase) -> None:
    case = case_with({"family_name": "Amani"})
    assess(actor, case.pk, finding(case, "25b", possible=True))
    with pytest.raises(NotDone, match="Mindestens eine"):
        act.begin(actor, case.pk, "check_prospects", form(case, residence_prospect="nein"))
    assert act.begin(actor, case.pk, "check_prospects", form(case, residence_prospect="ja")).state == "signed"


def test_a_fact_that_makes_the_law_say_yes_stops_a_signature_that_was_under_way(
    actor: Actor, approver: Actor, warned: Case
) -> None:
    taken = act.begin(actor, warned.pk, "refer_to_central_body", form(warned))
    for name in ("departure_impossible", "obstacle_lasting", "departure_prevented_without_fault"):
        establish_fact(actor, warned.pk, FactEntry(name, "yes", note="neues Vorbringen"), None)
    warned.refresh_from_db()
    with pytest.raises(act.NotPossible, match=r"§ 25 Abs\. 5"):
        act.sign_second(approver, taken, warned.version)


def test_what_lies_at_the_residence_desk_stops_a_signature(actor: Actor, approver: Actor, warned: Case) -> None:
    held = Fact.objects.get(case=warned, name=assessed("25b"), closed_by=None)
    matter = DeskMatter(
        case=warned, prospects=["25b"], reason="x", due=today(), handed_by=actor.account, handed_at=held.known_at
    )
    from augenmass.record.ledger import entry

    with entry(actor, "desk.handed_over", warned.pk) as e:
        e.seal(matter)
    with pytest.raises(act.NotPossible, match="§ 25b"):
        announced(actor, approver, warned)


def test_a_prospect_that_is_found_possible_blocks_by_the_law_itself(actor: Actor, warned: Case) -> None:
    assess(actor, warned.pk, finding(warned, "25b", possible=True))
    with pytest.raises(act.Blocked):
        act.begin(actor, warned.pk, "refer_to_central_body", form(warned))


def test_with_everything_excluded_and_told_the_step_can_be_taken(actor: Actor, approver: Actor, warned: Case) -> None:
    assert WARNED[assessed("25b")] == "no"
    taken = announced(actor, approver, warned)
    taken.refresh_from_db()
    assert taken.state == StepTaking.State.SIGNED
