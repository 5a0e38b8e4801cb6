"""The step "refer to the central body": its signature asks the central body to take the case over, in the same transaction."""

from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.competence.models import Referral
from augenmass.competence.queries import KEEPERS, land_rules, postcode_of
from augenmass.competence.rules import Matter, Outcome, proposed_body
from augenmass.directory.models import Body
from augenmass.law.time import today
from augenmass.record.ledger import Entry
from augenmass.record.models import Fact
from augenmass.referral.actions.opening import ReferralForm, open_referral
from augenmass.referral.rules import STEP_ANSWER
from augenmass.steps.models import StepTaking
from augenmass.work.actions.tasks import open_task
from augenmass.work.models import Task

STEP = "refer_to_central_body"
WRITTEN = "referred_to_central_body_on"
"""The fact that the step establishes."""


def refer_by_step(e: Entry, actor: Actor, taking: StepTaking) -> None:
    """Open the referral where the Land has one central body; else a task says that somebody has to do it by hand.

    Raises ``NotReferred``, which stops the signature.
    """
    assert e.case is not None
    if Referral.objects.filter(case=e.case, state=Referral.State.IN_PROGRESS).exists():
        return
    central = _central_body(e, actor)
    if central is None:
        open_task(
            e,
            kind=Task.Kind.TASK,
            title=_("Zentrale Stelle ist nicht festgestellt: Abgabe von Hand einleiten"),
            due=today(),
            assignee_id=taking.begun_by_id,
        )
        return
    body, provision = central
    asked = ReferralForm(
        key=_key_of(taking),
        receiver_id=body.pk,
        matter=Matter.ENFORCEMENT,
        provision=provision,
        reason=taking.reasons[:2000],
        deadline=today() + STEP_ANSWER,
    )
    open_referral(e, actor, asked, taking=taking.key)


def _key_of(taking: StepTaking) -> UUID:
    """A step is signed once, so its own key names its referral."""
    return taking.key


def _central_body(e: Entry, actor: Actor) -> tuple[Body, str] | None:
    """The one body that the rule names for enforcement, other than the actor's own."""
    assert e.case is not None
    own = Body.objects.get(pk=e.case.body_id)
    place = postcode_of(Fact.objects.filter(case=e.case))
    found = proposed_body(place, Matter.ENFORCEMENT, land_rules(own.land, today()), today())
    if found.outcome is not Outcome.ONE or found.bodies[0] == actor.body_id:
        return None
    body = Body.objects.get(pk=found.bodies[0])
    return (body, found.provision) if body.kind in KEEPERS else None
