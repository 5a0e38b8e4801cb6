"""Declaring a voluntary departure, to the last hour; every declaration asks a human to decide, with reason. Taking one back."""

from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from augenmass.access.actor import Actor
from augenmass.cases.models import PositionMark
from augenmass.departure.actions.acting import Acting, acting, write_fact
from augenmass.departure.actions.opening import end_in
from augenmass.departure.models import Departure
from augenmass.departure.queries.standing import (
    ANSWER,
    ANSWERED,
    ARRANGED,
    DECLARED,
    answer_of,
    is_declared,
    is_departed,
)
from augenmass.law.time import today
from augenmass.record.ledger import Entry, System, entry
from augenmass.record.models import Case, Fact
from augenmass.steps.models import StepTaking
from augenmass.work.actions.tasks import close_tasks, open_task
from augenmass.work.models import Task
from augenmass.work.refusal import NotDone

STEP = "answer_declaration"
_TITLE = gettext_noop("Über Ausreiseerklärung entscheiden, mit Begründung: Vollzug ruhen lassen oder fortsetzen")
_URGENT = gettext_noop(
    "Sofort über Ausreiseerklärung entscheiden: Eine Abschiebung ist veranlasst. Aussetzen oder fortsetzen, mit Begründung"
)


def declare(actor: Actor, key: UUID, declared_on: date) -> Departure:
    """Record the declaration of everybody who leaves, and ask for the decision on it, also while a removal is arranged.

    Raises ``NotDone`` (day in the future, a declaration waits or is accepted already, departed), ``NotPermitted``,
    ``Departure.DoesNotExist`` and ``Case.DoesNotExist``.
    """
    if declared_on > today():
        raise NotDone(_("Der Tag der Erklärung liegt in der Zukunft. Bitte prüfen Sie ihn."))
    with acting(actor, key, "departure.declared") as made:
        facts = made.standing().facts
        declaring = [
            member
            for member in made.members
            if not is_declared(facts[member.case_id]) or answer_of(facts[member.case_id]) == "declined"
        ]
        if any(is_departed(facts[member.case_id]) for member in made.members):
            raise NotDone(_("Die Ausreise ist bereits bestätigt. Eine Erklärung ist nicht mehr nötig."))
        if not declaring:
            raise NotDone(
                _("Die Erklärung liegt bereits vor. Über sie ist entschieden oder die Entscheidung steht noch aus.")
            )
        for member in declaring:
            _forget_answer(made, member.case)
            note = _("zur Niederschrift bei der freiwilligen Ausreise erklärt")
            write_fact(made, member.case, DECLARED, declared_on.isoformat(), note, anew=True)
            ask_for_decision(made.entries[member.case_id], urgent=bool(facts[member.case_id].get(ARRANGED)))
    return made.departure


def _forget_answer(made: Acting, case: Case) -> None:
    """A declaration that follows an answer is a new one, also on the day of the answer: the old answer is closed and stays readable."""
    old = Fact.objects.filter(case=case, name__in=[ANSWER, ANSWERED], closed_by=None).values_list("pk", flat=True)
    made.entries[case.pk].close(list(old))
    made.entries[case.pk].book.flush()


def ask_for_decision(e: Entry, *, urgent: bool) -> Task | None:
    """Open the task for the decision in an entry under way, unless one is open."""
    assert e.case is not None
    about = about_declaration(e.case)
    if Task.objects.filter(case=e.case, about=about, done_by=None).exists():
        return None
    return open_task(
        e,
        kind=Task.Kind.TASK,
        title=_(_URGENT) if urgent else _(_TITLE),
        due=today(),
        assignee_id=e.case.officer_id,
        about=about,
    )


def about_declaration(case: Case) -> str:
    """How tasks name the decision on a declaration in a case."""
    return f"declaration:{case.key}"


def decided_by_step(e: Entry, actor: Actor, taking: StepTaking) -> None:
    """The signature of the step ends the task; what a withdrawn declaration leaves open is for the page of the departure."""
    close_tasks(e, about_declaration(taking.case))


def withdraw_declaration(actor: Actor, key: UUID, reason: str) -> Departure:
    """Record that the declaration was taken back, when and how; the departure ends. What follows from it in law, the law says.

    Raises ``NotDone`` without a reason or a declaration, and after the departure.
    """
    if not reason.strip():
        raise NotDone(_("Bitte halten Sie fest, wann und wie die Erklärung zurückgenommen wurde."))
    with acting(actor, key, "departure.declaration_withdrawn") as made:
        facts = made.standing().facts
        if any(is_departed(facts[member.case_id]) for member in made.members):
            raise NotDone(_("Die Ausreise ist bereits bestätigt. Die Erklärung kann nicht mehr zurückgenommen werden."))
        standing = [member for member in made.members if is_declared(facts[member.case_id])]
        if not standing:
            raise NotDone(_("Es liegt keine Erklärung vor, die zurückgenommen werden kann."))
        for member in standing:
            write_fact(made, member.case, ANSWER, "withdrawn", reason.strip()[:500], anew=True)
            write_fact(made, member.case, ANSWERED, today().isoformat(), reason.strip()[:500], anew=True)
            close_tasks(made.entries[member.case_id], about_declaration(member.case))
        end_in(made, reason.strip())
    return made.departure


def ask_where_undecided(body_id: int) -> int:
    """Open the task wherever a declaration waits for its decision and nobody is asked: however it came into the record.

    A task that was ticked off without a decision comes back. Returns how many were opened.
    """
    asked = Task.objects.filter(case=OuterRef("case"), about__startswith="declaration:", done_by=None)
    marks = PositionMark.objects.filter(body=body_id, kind=PositionMark.Kind.STEP, key=STEP).exclude(Exists(asked))
    opened = 0
    for case_id in list(marks.order_by("case").values_list("case_id", flat=True)[:200]):
        arranged = Fact.objects.filter(case=case_id, name=ARRANGED, closed_by=None, disputed_by=None).exists()
        with entry(System(), "departure.decision_asked", case_id) as e:
            task = ask_for_decision(e, urgent=arranged)
            if task is not None:
                e.refer(task=task.pk)
                opened += 1
    return opened
