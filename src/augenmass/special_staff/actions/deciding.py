"""Confirming a nomination as the second person, returning it, renewing it, ending it with an outcome, and its end by itself."""

from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.directory.roles import Permission
from augenmass.law.time import day_of, today
from augenmass.record.ledger import Entry, System, entry
from augenmass.record.models import Case, Fact
from augenmass.special_staff.actions.changing import ask_to_tell, end_tasks, finish, locked
from augenmass.special_staff.actions.nominating import grounds_of, refuse_closed
from augenmass.special_staff.models import Citation, Nomination
from augenmass.special_staff.queries.nominations import births_of, groups_used
from augenmass.special_staff.rules.days import UNDECIDED_FOR, last_day, review_day
from augenmass.special_staff.rules.groups import Group, Problem, problem
from augenmass.special_staff.words import PROBLEMS
from augenmass.work.actions.tasks import open_task
from augenmass.work.models import Task
from augenmass.work.once import AlreadyDone
from augenmass.work.refusal import NotDone

BY_HAND = (
    Nomination.Outcome.REMOVED,
    Nomination.Outcome.LEFT,
    Nomination.Outcome.BARRED,
    Nomination.Outcome.TITLE_KEPT,
    Nomination.Outcome.CUSTODY,
    Nomination.Outcome.DE_ESCALATED,
    Nomination.Outcome.INTEGRATION,
    Nomination.Outcome.ENDED,
)
"""Outcomes that somebody enters; the others come of themselves."""


def confirm(actor: Actor, key: UUID, seen: int) -> Nomination:
    """Confirm what another nominated: its reasons are examined again under the lock, and from now on it runs. Raises ``NotDone``."""
    _second(actor)
    with locked(actor, key, seen, "special_staff.confirmed") as (e, found):
        _waits(actor, found)
        refuse_uncarried(found)
        found.state, found.decided_by, found.decided_at = Nomination.State.CONFIRMED, actor.account, e.book.at
        _run_on(e, found)
        if found.told_on is None:
            ask_to_tell(e, found)
    return found


def give_back(actor: Actor, key: UUID, seen: int, because: str) -> Nomination:
    """Return a nomination to its author with a sentence. Raises ``NotDone``."""
    _second(actor)
    if not because.strip():
        raise NotDone(_("Bitte schreiben Sie, was fehlt oder dagegen spricht."))
    with locked(actor, key, seen, "special_staff.returned") as (e, found):
        _waits(actor, found)
        found.state, found.returned_because = Nomination.State.RETURNED, because.strip()[:1000]
        found.decided_by, found.decided_at = actor.account, e.book.at
        end_tasks(e, found)
        open_task(
            e,
            kind=Task.Kind.TASK,
            title=_("Zurückgegebene Benennung bearbeiten"),
            due=today(),
            assignee_id=found.author_id if found.author_id != actor.account_id else None,
            about=found.about,
        )
    return found


def renew(actor: Actor, key: UUID, seen: int, usable: bool = False) -> Nomination:
    """Renew a nomination at its review: it runs on from today while what it cites still carries it. Never by its author.

    ``usable``: whoever renews states of every conviction that its entry may still be used. Raises ``NotDone``.
    """
    _second(actor)
    with locked(actor, key, seen, "special_staff.renewed") as (e, found):
        if found.state != Nomination.State.CONFIRMED:
            raise NotDone(_("Verlängert wird nur eine bestätigte Benennung."))
        _not_author(actor, found)
        if found.group == Group.CONVICTED:
            if not usable:
                raise NotDone(str(PROBLEMS[Problem.NOT_USABLE]))
            Citation.objects.filter(nomination=found).update(usable_on=today())
        refuse_uncarried(found)
        _run_on(e, found)
    return found


def end_with(actor: Actor, key: UUID, seen: int, outcome: str, note: str) -> Nomination:
    """End a confirmed nomination with its outcome. Raises ``NotDone``."""
    actor.require(Permission.NOMINATE)
    if outcome not in BY_HAND:
        raise NotDone(_("Bitte wählen Sie das Ergebnis."))
    with locked(actor, key, seen, "special_staff.ended") as (e, found):
        if found.state != Nomination.State.CONFIRMED:
            raise NotDone(_("Ein Ergebnis gibt es nur für eine bestätigte Benennung."))
        finish(e, found, outcome, note.strip()[:1000])
        e.refer(outcome=outcome)
    return found


def lapse(seen: Nomination) -> None:
    """End a nomination by itself where its last day is over, nobody decided, or nothing in the record carries it any more; for the hourly duty.

    Raises ``AlreadyDone`` where it was renewed or ended meanwhile.
    """
    with entry(System(), "special_staff.lapsed", seen.case_id) as e:
        found = Nomination.objects.select_related("case__body").get(pk=seen.pk)
        if found.state == Nomination.State.ENDED or not over(found):
            raise AlreadyDone
        finish(e, found, Nomination.Outcome.LAPSED, "")
        found.version += 1
        found.save()
        open_task(
            e,
            kind=Task.Kind.TASK,
            title=_("Benennung für den Sonderstab ist von selbst beendet: Ergebnis prüfen"),
            due=today(),
            about=found.about,
        )
        e.refer(nomination=found.pk)


def over(found: Nomination) -> bool:
    """Whether a nomination ends by itself today."""
    if found.valid_until is not None and found.valid_until < today():
        return True
    if found.state != Nomination.State.CONFIRMED and day_of(found.proposed_at) + UNDECIDED_FOR < today():
        return True
    if Fact.objects.filter(
        case=found.case_id, name="case_closed_reason", value__in=("deceased", "naturalised"), closed_by=None
    ).exists():
        return True
    return found.state == Nomination.State.CONFIRMED and _uncarried(found) is not None


def refuse_uncarried(found: Nomination) -> None:
    """Raise ``NotDone`` where what a nomination cites does not carry it today."""
    refuse_closed(found.case_id)
    why = _uncarried(found)
    if why is not None:
        raise NotDone(why)


def _uncarried(found: Nomination) -> str | None:
    case: Case = found.case
    why = problem(found.group, groups_used(case.body.land, today()), grounds_of(found), births_of(case.pk), today())
    return None if why is None else str(PROBLEMS[why])


def _run_on(e: Entry, found: Nomination) -> None:
    carried = [ground.until for ground in grounds_of(found)] if found.group == Group.CLASSIFIED else []
    found.valid_until = last_day(today(), carried)
    found.review_on = review_day(today(), found.valid_until)
    end_tasks(e, found)
    open_task(
        e,
        kind=Task.Kind.RESUBMISSION,
        title=_("Benennung für den Sonderstab überprüfen"),
        due=found.review_on,
        about=found.about,
    )


def _second(actor: Actor) -> None:
    actor.require(Permission.SECOND_SIGNATURE)
    if actor.program:
        raise NotDone(_("Ein Programm bestätigt nicht. Bitte öffnen Sie die Seite der Benennung."))


def _waits(actor: Actor, found: Nomination) -> None:
    if found.state != Nomination.State.PROPOSED:
        raise NotDone(_("Diese Benennung wartet nicht auf eine zweite Person."))
    _not_author(actor, found)


def _not_author(actor: Actor, found: Nomination) -> None:
    if found.author_id == actor.account_id:
        raise NotDone(_("Sie haben diesen Fall benannt. Entscheiden muss eine andere Person."))
