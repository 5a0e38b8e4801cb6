"""Reading steps under way and signed."""

from uuid import UUID

from augenmass.access.actor import Actor
from augenmass.access.released import Learns
from augenmass.access.sight import sight_of
from augenmass.access.visible import casework_q
from augenmass.directory.roles import Permission
from augenmass.law.norm import Step
from augenmass.record.models import Case
from augenmass.steps.models import SignedStep, StepTaking

States = StepTaking.State


class NoSuchTaking(Exception):
    """The step does not exist for this actor."""


def may_prepare(actor: Actor, case: Case, step: Step) -> bool:
    """Whether the actor sees the page before a step, with its proof: who works on the case and learns the reasons."""
    sight = sight_of(actor, case)
    return sight.own and actor.may(Permission.TAKE_STEPS) and sight.learns(step.question) is Learns.REASONS


def open_takings(case: Case) -> list[StepTaking]:
    """Drafts and steps that wait for a second person, of a case that the reader found."""
    return list(
        StepTaking.objects.filter(case=case, state__in=[States.DRAFT, States.WAITING]).select_related("begun_by")
    )


def find_taking(actor: Actor, key: UUID) -> StepTaking:
    """The taking behind an address. Raises ``NoSuchTaking``."""
    found = (
        StepTaking.objects.filter(casework_q(actor, prefix="case__"), key=key)
        .select_related("case__body", "begun_by", "signature__signed_by", "signature__second_by")
        .first()
    )
    if found is None:
        raise NoSuchTaking
    return found


def waiting_for(actor: Actor) -> list[StepTaking]:
    """Steps that the actor may sign as the second person, oldest first."""
    if not actor.may(Permission.SECOND_SIGNATURE):
        return []
    found = StepTaking.objects.filter(casework_q(actor, prefix="case__"), state=States.WAITING)
    return list(found.exclude(begun_by=actor.account).select_related("case__position", "begun_by").order_by("begun_at"))


def given_by(actor: Actor) -> list[StepTaking]:
    """Open steps that the actor began."""
    found = StepTaking.objects.filter(casework_q(actor, prefix="case__"), begun_by=actor.account)
    return list(
        found.filter(state__in=[States.DRAFT, States.WAITING]).select_related("case__position").order_by("begun_at")
    )


def lately_signed(actor: Actor, most: int = 20) -> list[SignedStep]:
    """The newest signatures in visible cases."""
    found = SignedStep.objects.filter(casework_q(actor, prefix="taking__case__"))
    return list(found.select_related("taking__case__position", "signed_by", "second_by").order_by("-signed_at")[:most])
