"""The residence desk of the own body: handing prospects over to it, and its answer coming back."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.access.actor import Actor
from augenmass.access.visible import worked_by, worked_q
from augenmass.cases.facts import current_facts
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.prospects.gate import NAMES, standings
from augenmass.prospects.models import DeskMatter, DeskOutcome
from augenmass.prospects.rules import Standing
from augenmass.record.ledger import entry
from augenmass.work.actions.people import colleague, unit_of_body
from augenmass.work.actions.tasks import DAY_SENTENCES, close_tasks, open_task
from augenmass.work.models import Task
from augenmass.work.once import once
from augenmass.work.refusal import NotDone
from augenmass.work.rules import problem_with_due

State = DeskMatter.State
ANSWERS = (State.GRANTED, State.REFUSED, State.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Handed:
    """What the form says; ``key`` comes from the form, so that the same form sent twice makes one matter."""

    key: UUID
    prospects: tuple[str, ...]
    reason: str
    due: date
    unit_id: int | None = None
    assignee_id: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """How the desk decided, on which day, why."""

    outcome: str
    decided_on: date
    reason: str


def hand_over(actor: Actor, case_id: int, handed: Handed) -> DeskMatter:
    """Give prospects that are positive or open to the residence desk, with a day. Raises ``NotDone`` and ``Case.DoesNotExist``."""
    actor.require(Permission.TAKE_STEPS)
    worked_by(actor).get(pk=case_id)
    _check(handed)
    unit = unit_of_body(actor, handed.unit_id) if handed.unit_id is not None else None
    assignee = colleague(actor, handed.assignee_id) if handed.assignee_id is not None else None

    def make() -> DeskMatter:
        with entry(actor, "desk.handed_over", case_id) as e:
            if DeskMatter.objects.filter(case=case_id, state=State.OPEN).exists():
                raise NotDone(_("Dieser Fall liegt bereits beim Aufenthalt."))
            found = standings(case_id, current_facts([case_id], today())[case_id].held)
            if any(found[key] is Standing.EXCLUDED for key in handed.prospects):
                raise NotDone(
                    _("Eine der Perspektiven ist als ausgeschlossen festgehalten. Bitte laden Sie die Seite neu.")
                )
            matter = DeskMatter(
                key=handed.key,
                case=e.case,
                prospects=list(handed.prospects),
                reason=handed.reason.strip(),
                unit=unit,
                assignee=assignee,
                due=handed.due,
                handed_by_id=actor.account_id,
                handed_at=e.book.at,
            )
            e.seal(matter)
            open_task(
                e,
                kind=Task.Kind.TASK,
                title=_("Bleibeperspektive entscheiden: %(prospects)s")
                % {"prospects": ", ".join(NAMES[key][0] for key in handed.prospects)},
                due=handed.due,
                assignee_id=assignee.pk if assignee else None,
                about=matter.about,
            )
            e.refer(desk_matter=matter.pk)
        return matter

    return once(lambda: DeskMatter.objects.filter(key=handed.key, case=case_id).first(), make)


def answer(actor: Actor, key: UUID, said: Answer) -> DeskMatter:
    """Record how the desk decided; who handed it over gets a task with the outcome.

    Nothing else changes by itself: what was granted is recorded with its evidence, what was refused is checked anew by an officer.
    Raises ``NotDone`` and ``DeskMatter.DoesNotExist``.
    """
    actor.require(Permission.TAKE_STEPS)
    matter = DeskMatter.objects.filter(worked_q(actor, prefix="case__")).get(key=key)
    if said.outcome not in ANSWERS:
        raise NotDone(_("Bitte wählen Sie, wie entschieden ist."))
    if not said.reason.strip() or len(said.reason) > 2000:
        raise NotDone(_("Bitte begründen Sie das Ergebnis in höchstens 2000 Zeichen."))
    if not matter.handed_at.date() <= said.decided_on <= today():
        raise NotDone(_("Der Tag der Entscheidung muss zwischen der Abgabe an den Aufenthalt und heute liegen."))
    with entry(actor, "desk.answered", matter.case_id) as e:
        matter.refresh_from_db()
        if matter.state != State.OPEN:
            raise NotDone(_("Das Ergebnis ist inzwischen festgehalten. Bitte laden Sie die Seite neu."))
        e.seal(
            DeskOutcome(
                matter=matter,
                outcome=said.outcome,
                decided_on=said.decided_on,
                reason=said.reason.strip(),
                recorded_by_id=actor.account_id,
                recorded_at=e.book.at,
            )
        )
        matter.state = said.outcome
        matter.save(update_fields=["state"])
        close_tasks(e, matter.about)
        open_task(
            e,
            kind=Task.Kind.TASK,
            title=str(NEXT[said.outcome]),
            due=today(),
            assignee_id=matter.handed_by_id,
            about=matter.about,
        )
        e.refer(desk_matter=matter.pk)
    return matter


NEXT = {
    State.GRANTED.value: gettext_lazy("Aufenthalt erteilt: Titel mit Nachweis erfassen"),
    State.REFUSED.value: gettext_lazy("Aufenthalt abgelehnt: Bleibeperspektiven neu prüfen"),
    State.WITHDRAWN.value: gettext_lazy("Antrag zurückgenommen: Bleibeperspektiven neu prüfen"),
}
"""What has to be done with each answer."""


def _check(handed: Handed) -> None:
    if not handed.prospects or any(key not in NAMES for key in handed.prospects):
        raise NotDone(_("Bitte wählen Sie mindestens eine Bleibeperspektive."))
    if not handed.reason.strip() or len(handed.reason) > 2000:
        raise NotDone(_("Bitte schreiben Sie in höchstens 2000 Zeichen, warum der Aufenthalt entscheiden soll."))
    problem = problem_with_due(handed.due, today())
    if problem is not None:
        raise NotDone(_(DAY_SENTENCES[problem]))
