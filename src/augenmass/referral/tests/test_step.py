"""The step "refer to the central body": its signature opens the referral, or says that the central body is not established."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor, actor_for
from augenmass.competence.models import Area, Referral
from augenmass.competence.rules import Matter
from augenmass.conftest import LONG_AGO, MakeActor, MakeCase
from augenmass.directory.models import Account, Body
from augenmass.law.norms.specimens import WARNED
from augenmass.law.time import travel
from augenmass.law.vocabulary import VOCABULARY
from augenmass.record.models import Case, Fact
from augenmass.referral.actions.answering import reject_referral, revoke_referral
from augenmass.referral.actions.opening import ReferralForm, refer_case
from augenmass.referral.actions.taking_over import Acceptance, accept_referral
from augenmass.steps.actions import taking as steps
from augenmass.steps.models import StepTaking
from augenmass.work.models import Task

pytestmark = [pytest.mark.db, pytest.mark.django_db]
DAY = date(2026, 8, 17)
NOTED = "referred_to_central_body_on"


@dataclass
class Office:
    officer: Actor
    head: Actor
    central: Actor
    case: Case

    def begin(self) -> StepTaking:
        self.case.refresh_from_db()
        form = steps.StepForm({}, "Der Vorgang ist vollständig geprüft.", self.case.version, uuid4())
        return steps.begin(self.officer, self.case.pk, "refer_to_central_body", form)

    def sign(self) -> StepTaking:
        taken = self.begin()
        self.case.refresh_from_db()
        steps.sign_second(self.head, taken, self.case.version)
        return taken


@pytest.fixture
def office(make_actor: MakeActor, case_with: MakeCase) -> Iterator[Office]:
    with travel(DAY):
        own = Body.objects.create(key="abh", kind=Body.Kind.FOREIGNERS_AUTHORITY, name="ABH", land="XM")
        office = Body.objects.create(key="zrs", kind=Body.Kind.CENTRAL_RETURN_OFFICE, name="ZRS", land="XM")
        officer = make_actor("amtfrau", own, "caseworker")
        facts = {name: value for name, value in WARNED.items() if not VOCABULARY[name].derived}
        yield Office(
            officer,
            make_actor("chefin", own, "approver"),
            make_actor("zentral", office, "central_office"),
            case_with(facts, actor=officer),
        )


def area(body: Body, first: str = "00000", last: str = "99999") -> Area:
    return Area.objects.create(
        body=body, matter=Matter.ENFORCEMENT, postcode_from=first, postcode_to=last, valid_from=LONG_AGO
    )


def noted(case: Case) -> Fact | None:
    return Fact.objects.filter(case=case, name=NOTED, closed_by=None).first()


def test_the_second_signature_opens_the_referral_and_keeps_the_fact(office: Office) -> None:
    area(office.central.body)
    taken = office.begin()
    assert not Referral.objects.exists()
    office.case.refresh_from_db()
    steps.sign_second(office.head, taken, office.case.version)
    referral = Referral.objects.get()
    assert (referral.receiver, referral.taking, referral.state) == (office.central.body, taken.key, "in_progress")
    assert referral.provision == "AufenthG § 71 Abs. 1 Satz 4"
    fact = noted(office.case)
    assert fact is not None
    assert fact.value == DAY.isoformat()
    central = actor_for(Account.objects.get(pk=office.central.account_id))
    assert central is not None
    accept_referral(central, referral.key, Acceptance(central.account_id, despite_missing=True))
    office.case.refresh_from_db()
    assert office.case.body == office.central.body
    assert noted(office.case) == fact


@pytest.mark.parametrize("central_bodies", [0, 2])
def test_without_one_central_body_somebody_is_asked_to_refer_by_hand(office: Office, central_bodies: int) -> None:
    for number in range(central_bodies):
        area(Body.objects.create(key=f"z{number}", kind=Body.Kind.CENTRAL_RETURN_OFFICE, name=f"Z{number}", land="XM"))
    office.sign()
    assert not Referral.objects.exists()
    assert noted(office.case) is not None
    assert "von Hand" in Task.objects.get(done_by=None).title


@pytest.mark.parametrize(
    "answer",
    [
        lambda office, key: reject_referral(office.central, key, "nicht vollständig geprüft"),
        lambda office, key: revoke_referral(office.officer, key),
    ],
)
def test_when_it_comes_to_nothing_the_step_can_be_taken_again(
    office: Office, answer: Callable[[Office, object], Referral]
) -> None:
    area(office.central.body)
    office.sign()
    answer(office, Referral.objects.get().key)
    assert noted(office.case) is None
    again = office.sign()
    assert Referral.objects.filter(state="in_progress").get().taking == again.key


def test_a_draft_elsewhere_in_the_case_stops_the_signature(office: Office) -> None:
    area(office.central.body)
    taken = office.begin()
    office.case.refresh_from_db()
    StepTaking.objects.filter(pk=taken.pk).update(state=StepTaking.State.DRAFT)
    form = ReferralForm(uuid4(), office.central.body_id, Matter.ENFORCEMENT, "§ 71", "Abgabe", DAY)
    with pytest.raises(steps_refusal(), match="vorbereiteter Schritt"):
        refer_case(office.officer, office.case.pk, form)


def steps_refusal() -> type[Exception]:
    from augenmass.referral.actions.opening import NotReferred

    return NotReferred
