"""Informing the person of prospects, rights and duties (AufenthG § 82 (3)) by a letter."""

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.visible import worked_by
from augenmass.cases.facts import current_facts
from augenmass.directory.roles import ROLE_LABELS, Permission, Role
from augenmass.law.time import today
from augenmass.letters.actions.informing import sign_information
from augenmass.letters.models import SignedLetter
from augenmass.prospects.queries.case import told
from augenmass.record.ledger import entry
from augenmass.steps.actions.taking import NotPossible, Overtaken
from augenmass.work.actions.tasks import open_task
from augenmass.work.models import Task


def inform(actor: Actor, case_id: int, seen_version: int) -> SignedLetter:
    """Sign the information with the prospects that may fit today; a task asks for its dispatch, which is what informs.

    Raises ``Overtaken`` (the case changed since the page), ``NotPossible`` (a program), ``LetterIncomplete``, ``Case.DoesNotExist``.
    """
    actor.require(Permission.TAKE_STEPS)
    if actor.program:
        raise NotPossible(
            _("Ein Programm zeichnet nicht. Bitte unterzeichnen Sie das Schreiben auf der Seite des Falls.")
        )
    worked_by(actor).get(pk=case_id)
    with entry(actor, "prospects.informed", case_id) as e:
        assert e.case is not None
        if e.case.version != seen_version:
            raise Overtaken
        held = current_facts([case_id], today())[case_id].held
        signed = sign_information(e, actor.account, str(ROLE_LABELS[Role.CASEWORKER]), told(held))
        open_task(
            e,
            kind=Task.Kind.TASK,
            title=_("Information über Bleibeperspektiven versenden"),
            due=today(),
            assignee_id=actor.account_id,
            about=f"letter:{signed.letter.key}",
        )
    return signed
