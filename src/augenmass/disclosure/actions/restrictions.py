"""What no extract names: asked by one officer with provision and reason, confirmed by a second person, ended again."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.visible import casework_q, worked_by
from augenmass.directory.roles import Permission
from augenmass.disclosure.models import Restriction
from augenmass.disclosure.queries.left_out import named_before
from augenmass.disclosure.queries.subjects import subjects_of
from augenmass.law.time import today
from augenmass.record.ledger import entry
from augenmass.work.actions.tasks import close_tasks, open_task
from augenmass.work.models import Task
from augenmass.work.once import once
from augenmass.work.refusal import NotDone

State = Restriction.State


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the form says of a restriction; ``key`` comes from the form."""

    key: UUID
    kind: Restriction.Kind
    subject: str
    provision: Restriction.Provision
    reason: str


def restrict(actor: Actor, case_id: int, wanted: Wanted) -> Restriction:
    """Ask that extracts leave something out. What an earlier extract named cannot be left out: its absence would tell.

    Raises ``NotDone`` and ``Case.DoesNotExist``.
    """
    actor.require(Permission.TAKE_STEPS)
    case = worked_by(actor).get(pk=case_id)
    if not wanted.reason.strip():
        raise NotDone(_("Bitte begründen Sie die Beschränkung. Die Begründung bleibt in der Akte."))
    named = (wanted.kind.value, wanted.subject)
    if named not in {(found.kind.value, found.subject) for found in subjects_of(actor, case)}:
        raise NotDone(_("Das gibt es in diesem Fall nicht. Bitte wählen Sie aus der Liste."))
    if named in named_before([case.pk]):
        raise NotDone(
            _(
                "Das stand schon in einer Auskunft. Würde es in der nächsten fehlen, verriete das mehr als die Angabe selbst."
            )
        )
    return once(
        lambda: Restriction.objects.filter(key=wanted.key, case=case).first(),
        lambda: _restrict(actor, case_id, wanted),
    )


def _restrict(actor: Actor, case_id: int, wanted: Wanted) -> Restriction:
    with entry(actor, "restriction.asked", case_id) as e:
        held = Restriction.objects.filter(case=e.case, kind=wanted.kind, subject=wanted.subject)
        if held.filter(state__in=[State.WAITING, State.HOLDS]).exclude(key=wanted.key).exists():
            raise NotDone(_("Dafür gibt es schon eine Beschränkung."))
        made = Restriction(
            key=wanted.key,
            case=e.case,
            kind=wanted.kind,
            subject=wanted.subject,
            provision=wanted.provision,
            reason=wanted.reason.strip()[:2000],
            asked_by=actor.account,
            asked_at=e.book.at,
        )
        e.seal(made)
        e.refer(restriction=made.pk)
        open_task(
            e,
            kind=Task.Kind.SIGNATURE,
            title=_("Beschränkung einer Auskunft prüfen"),
            due=today(),
            not_by_id=actor.account_id,
            about=made.about,
        )
    return made


def decide_restriction(actor: Actor, key: UUID, confirmed: bool) -> Restriction:
    """Confirm or refuse a restriction as its second person. Raises ``NotDone`` and ``Restriction.DoesNotExist``."""
    actor.require(Permission.SECOND_SIGNATURE)
    asked = Restriction.objects.filter(casework_q(actor, prefix="case__")).get(key=key)
    if asked.asked_by_id == actor.account_id:
        raise NotDone(_("Sie haben diese Beschränkung verlangt. Prüfen muss sie eine zweite Person."))
    state = State.HOLDS if confirmed else State.REFUSED
    if asked.state == state and asked.decided_by_id == actor.account_id:
        return asked
    with entry(actor, "restriction.confirmed" if confirmed else "restriction.refused", asked.case_id) as e:
        waiting = Restriction.objects.filter(pk=asked.pk, state=State.WAITING)
        if not waiting.update(state=state, decided_by=actor.account_id):
            raise NotDone(_("Über diese Beschränkung ist inzwischen entschieden. Bitte laden Sie die Seite neu."))
        close_tasks(e, asked.about)
        e.refer(restriction=asked.pk)
    asked.refresh_from_db()
    return asked


def end_restriction(actor: Actor, key: UUID) -> Restriction:
    """End a restriction: the next extract names it again. A second time changes nothing. Raises as ``decide_restriction``."""
    actor.require(Permission.TAKE_STEPS)
    held = Restriction.objects.filter(casework_q(actor, prefix="case__")).get(key=key)
    if held.state == State.ENDED:
        return held
    with entry(actor, "restriction.ended", held.case_id) as e:
        open_ones = Restriction.objects.filter(pk=held.pk, state__in=[State.WAITING, State.HOLDS])
        if not open_ones.update(state=State.ENDED):
            raise NotDone(_("Diese Beschränkung gilt nicht mehr. Bitte laden Sie die Seite neu."))
        close_tasks(e, held.about)
        e.refer(restriction=held.pk)
    held.refresh_from_db()
    return held
