"""Recording a fact that needs a second person, and confirming it: the task for that person begins and ends with it."""

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.sight import sight_of
from augenmass.access.visible import worked_by
from augenmass.cases.actions.facts import FactEntry, dispute_fact, establish_fact, refuse_act, refuse_contradiction
from augenmass.cases.acts import is_act
from augenmass.cases.affected import affected_by
from augenmass.cases.facts import current_facts
from augenmass.cases.positions import recompute
from augenmass.cases.second_person import WAITING, waits
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.law.vocabulary import VOCABULARY
from augenmass.record.ledger import Entry, entry
from augenmass.record.models import Dispute, Fact
from augenmass.work.actions.tasks import close_tasks, open_task
from augenmass.work.models import Task
from augenmass.work.refusal import NotDone


def record_fact(actor: Actor, case_id: int, entered: FactEntry, seen_fact_id: int | None) -> Fact:
    """Record a fact as ``establish_fact`` does; where it waits for a second person, open the task for one."""
    return establish_fact(actor, case_id, entered, seen_fact_id, then=_ask)


def dispute_recorded_fact(actor: Actor, case_id: int, fact_id: int, reason: str) -> None:
    """Dispute a fact as ``dispute_fact`` does; nobody is asked to confirm it any more."""
    dispute_fact(actor, case_id, fact_id, reason, then=_ask_no_more)


def confirm_fact(actor: Actor, case_id: int, fact_id: int) -> Fact:
    """Confirm as the second person what another recorded: the value is written again by the two and from now on established.

    Raises ``NotDone`` (not waiting, the same person), ``NotRecorded`` (it contradicts another fact by now, or the law does not allow the act that it says), ``NotPermitted`` and
    ``Case.DoesNotExist``.
    """
    if actor.program:
        raise NotDone(_("Ein Programm bestätigt nicht. Bitte bestätigen Sie die Angabe auf ihrer Seite."))
    actor.require(Permission.SECOND_SIGNATURE)
    worked_by(actor).get(pk=case_id)
    with entry(actor, "fact.confirmed", case_id) as e:
        fact = Fact.objects.filter(pk=fact_id, case_id=case_id, closed_by=None).select_related("case").first()
        if fact is None or fact.name not in sight_of(actor, fact.case).names or not waits(fact):
            raise NotDone(_("Diese Angabe wartet nicht auf eine Bestätigung. Bitte laden Sie die Seite neu."))
        if fact.author_id == actor.account_id:
            raise NotDone(_("Sie haben diese Angabe eingetragen. Bestätigen muss sie eine andere Person."))
        refuse_contradiction(actor, fact.case, fact.name, fact.value)
        known = current_facts([case_id], today())[case_id].held if is_act(fact.name) else {}
        refuse_act(case_id, fact.name, fact.value, known)
        confirmed = e.establish(
            fact.name,
            fact.value,
            source_id=fact.source_id,
            true_from=fact.true_from,
            true_to=fact.true_to,
            evidence_id=fact.evidence_id,
            note=fact.note,
            replaces_id=fact.pk,
        )
        e.book.flush()
        e.refer(facts=[confirmed.pk])
        _ask_no_more(e, fact)
        recompute(affected_by([case_id]))
    return confirmed


def ask_no_more(e: Entry, name: str) -> None:
    """End the task for the second person of a fact that was written otherwise, in an entry under way."""
    close_tasks(e, _about(name))


def hold(e: Entry, fact: Fact) -> None:
    """Let a fact that was written in an entry under way wait for a second person."""
    e.dispute(fact.pk)
    e.seal(Dispute(fact=fact, reason=WAITING))
    e.book.flush()
    fact.disputed_by_id = e.action_id
    _ask(e, fact)


def _ask(e: Entry, fact: Fact) -> None:
    _ask_no_more(e, fact)
    if fact.disputed_by_id is None:
        return
    open_task(
        e,
        kind=Task.Kind.SIGNATURE,
        title=_("Angabe bestätigen: %(fact)s") % {"fact": VOCABULARY[fact.name].de},
        due=today(),
        not_by_id=fact.author_id,
        about=_about(fact.name),
    )


def _ask_no_more(e: Entry, fact: Fact) -> None:
    ask_no_more(e, fact.name)


def _about(name: str) -> str:
    return f"fact:{name}"
