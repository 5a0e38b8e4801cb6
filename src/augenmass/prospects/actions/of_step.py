"""What this room adds to the signature of steps, in its transaction."""

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.cases.facts import current_facts
from augenmass.law.time import today
from augenmass.letters.actions.fixed import sign_with_step
from augenmass.letters.rules.fixed import SUSPENSION
from augenmass.prospects.gate import officer_answers
from augenmass.prospects.rules import contradicts
from augenmass.record.ledger import Entry
from augenmass.steps.models import StepTaking
from augenmass.work.models import Task
from augenmass.work.refusal import NotDone

RENEWAL = "renewal:"
"""How the tasks to renew a suspension begin what they are about; the last day of the suspension follows."""


def agree_with_checks(e: Entry, _actor: Actor, taking: StepTaking) -> None:
    """Refuse "no prospect" while one was found possible by itself. Raises ``NotDone``, which stops the signature."""
    assert e.case is not None
    held = current_facts([e.case.pk], today())[e.case.pk].held
    if contradicts(taking.inputs.get("residence_prospect", ""), officer_answers(held)):
        raise NotDone(
            _(
                "Mindestens eine Bleibeperspektive kommt nach Prüfung in Betracht. „Nein“ ist erst möglich, wenn jede einzeln ausscheidet."
            )
        )


def suspension_signed(e: Entry, actor: Actor, taking: StepTaking) -> None:
    """A suspension was granted or renewed: the tasks to renew the former one are done, and the person is told in writing.

    AufenthG § 77 (1) no. 5 asks for the written form; the certificate (§ 60a (4)) is printed on the official form elsewhere.
    """
    Task.objects.filter(case=e.case, about__startswith=RENEWAL, done_by=None).update(done_by=e.action_id)
    sign_with_step(e, actor, SUSPENSION, taking.begun_by, taking.key)
