"""The joint plan: which bodies take part, who does what until when, what they add, what a supervising ministry is told."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actions import LONGEST, GrantForm, end_grants, write_grant
from augenmass.access.actor import Actor, Purpose
from augenmass.access.models import Grant
from augenmass.access.reader import SystemRole, as_system
from augenmass.access.sight import SECRET, sight_of
from augenmass.directory.models import Body
from augenmass.directory.own_task import has_own_task
from augenmass.directory.roles import Permission
from augenmass.law.time import now, today
from augenmass.record.ledger import Entry, entry
from augenmass.record.once import once
from augenmass.special_staff.actions.changing import locked
from augenmass.special_staff.models import Contribution, Nomination, PlanStep, Release
from augenmass.special_staff.queries.nominations import TAKE_PART, visible_nominations
from augenmass.work.actions.tasks import close_tasks, open_task
from augenmass.work.models import Task
from augenmass.work.refusal import NotDone
from augenmass.work.rules import problem_with_due

SHARED = ("identity",)
"""What a body that takes part reads of the file: who it is. What it needs more is transmitted, or opened on the page of the case."""
LASTS = timedelta(days=182)


@dataclass(frozen=True, slots=True)
class NewStep:
    """What the form says; ``key`` comes from it."""

    key: UUID
    body_id: int
    field: str
    text: str
    due: date


def take_in(actor: Actor, key: UUID, seen: int, body_id: int, provision: str, reason: str) -> Grant:
    """Let a body take part: it reads the joint plan and who the person is; a ministry with alien law as its own task reads the file.

    Raises ``NotDone``: not confirmed, a ministry that supervises only, no provision.
    """
    actor.require(Permission.GRANT_ACCESS)
    if not provision.strip() or not reason.strip():
        raise NotDone(_("Bitte nennen Sie die Vorschrift und den Grund."))
    with locked(actor, key, seen, "special_staff.body_joined") as (e, found):
        _runs(found)
        body = Body.objects.filter(pk=body_id, kind__in=TAKE_PART, dissolved_on=None).first()
        if body is None or body.pk == found.case.body_id:
            raise NotDone(_("Diese Stelle kann nicht teilnehmen. Bitte wählen Sie eine andere."))
        if not has_own_task(body, today()):
            raise NotDone(
                _(
                    "Dieses Ministerium führt nur die Aufsicht (§ 15 Abs. 1 Nr. 6 AZRG). Es liest keine Akte; bitte geben Sie ihm einzelne Angaben frei."
                )
            )
        held = Grant.objects.filter(
            case=found.case_id, body=body, about=found.about, ended_by=None, valid_until__gte=today()
        ).first()
        if held is not None:
            raise NotDone(_("Diese Stelle nimmt schon teil."))
        categories: tuple[str, ...] = SHARED
        if body.kind == Body.Kind.MINISTRY:
            categories = tuple(sorted(sight_of(actor, found.case).categories - {SECRET}))
        until = today() + min(LASTS, LONGEST)
        asked = GrantForm(body.pk, categories, Purpose.COOPERATION, provision, reason, until)
        return write_grant(e, asked, about=found.about)


def take_out(actor: Actor, key: UUID, seen: int, body_id: int) -> Nomination:
    """Let a body take part no longer: its access and what was released to it end, its open steps come back to the body of the case.

    Raises ``NotDone`` where it does not take part.
    """
    actor.require(Permission.GRANT_ACCESS)
    with locked(actor, key, seen, "special_staff.body_left") as (e, found):
        _runs(found)
        released = Release.objects.filter(nomination=found, body=body_id, ended_at=None).update(ended_at=e.book.at)
        if not end_grants(e, found.about, body_id) and not released:
            raise NotDone(_("Diese Stelle nimmt nicht teil."))
        for step in PlanStep.objects.filter(nomination=found, body=body_id, done_by=None):
            _give_back(e, step, found.case.body_id)
        e.refer(body=body_id)
    return found


def _give_back(e: Entry, step: PlanStep, body_id: int) -> None:
    with as_system(SystemRole.SPECIAL_STAFF):
        close_tasks(e, step.about)
    step.body_id = body_id
    step.save(update_fields=["body"])
    open_task(e, kind=Task.Kind.TASK, title=step.text, due=step.due, about=step.about)


def add_step(actor: Actor, key: UUID, seen: int, new: NewStep) -> PlanStep:
    """Agree on a step; it becomes a task of the body that does it. The same key again gives the step that is there. Raises ``NotDone``."""
    actor.require(Permission.NOMINATE)
    if new.field not in PlanStep.Field.values or not new.text.strip():
        raise NotDone(_("Bitte schreiben Sie, was zu tun ist und zu welchem Bereich es gehört."))
    if problem_with_due(new.due, today()) is not None:
        raise NotDone(_("Bitte wählen Sie als letzten Tag heute oder einen späteren Tag."))

    def make() -> PlanStep:
        with locked(actor, key, seen, "special_staff.step_added") as (e, found):
            _runs(found)
            _takes_part(found, new.body_id)
            made = PlanStep.objects.create(
                key=new.key,
                nomination=found,
                case=found.case,
                body_id=new.body_id,
                field=new.field,
                text=new.text.strip()[:200],
                due=new.due,
                added_by=actor.account,
                added_at=e.book.at,
            )
            # A task belongs to the body that does it, whose rows the body of the case neither reads nor writes.
            with as_system(SystemRole.SPECIAL_STAFF):
                open_task(e, kind=Task.Kind.TASK, title=made.text, due=made.due, about=made.about, body_id=new.body_id)
            e.refer(step=made.pk)
        return made

    visible = visible_nominations(actor)
    return once(lambda: PlanStep.objects.filter(key=new.key, nomination__in=visible).first(), make)


def finish_step(actor: Actor, step_key: UUID, result: str) -> PlanStep:
    """Say that a step of one's own body is done. A second time changes nothing. Raises ``NotDone``, ``PlanStep.DoesNotExist``."""
    actor.require(Permission.SPECIAL_STAFF)
    step = PlanStep.objects.select_related("nomination").get(key=step_key, nomination__in=visible_nominations(actor))
    if step.body_id != actor.body_id:
        raise NotDone(_("Diesen Schritt hat eine andere Stelle übernommen. Nur sie kann ihn abschließen."))
    if not result.strip():
        raise NotDone(_("Bitte schreiben Sie in einem Satz, was herausgekommen ist."))
    if step.done_by_id is not None:
        return step
    with entry(actor, "special_staff.step_done", step.case_id, of_any_body=True) as e:
        _still_runs(step.nomination_id)
        open_yet = PlanStep.objects.filter(pk=step.pk, body=actor.body_id, done_by=None)
        if not open_yet.update(done_by=actor.account, done_at=e.book.at, result=result.strip()[:1000]):
            raise NotDone(_("Diesen Schritt hat inzwischen jemand anderes abgeschlossen oder übernommen."))
        close_tasks(e, step.about)
        e.refer(step=step.pk)
    step.refresh_from_db()
    return step


def contribute(actor: Actor, key: UUID, contribution: UUID, text: str) -> Contribution:
    """Add something in the words of a body that takes part. The same key again adds once. Raises ``NotDone``."""
    actor.require(Permission.SPECIAL_STAFF)
    found = visible_nominations(actor).get(key=key)
    if not text.strip():
        raise NotDone(_("Bitte schreiben Sie Ihren Beitrag."))

    def make() -> Contribution:
        with entry(actor, "special_staff.contributed", found.case_id, of_any_body=True) as e:
            _still_runs(found.pk)
            made = Contribution.objects.create(
                key=contribution,
                nomination=found,
                case_id=found.case_id,
                body=actor.body,
                text=text.strip(),
                author=actor.account,
                at=now(),
            )
            e.refer(nomination=found.pk, contribution=made.pk)
        return made

    return once(lambda: Contribution.objects.filter(key=contribution, nomination=found).first(), make)


def release(actor: Actor, key: UUID, item: UUID, body_id: int, text: str, provision: str) -> Release:
    """Release one item to a ministry. The same key again releases once. Raises ``NotDone``."""
    actor.require(Permission.GRANT_ACCESS)
    if not text.strip() or not provision.strip():
        raise NotDone(_("Bitte schreiben Sie die Angabe und nennen Sie die Vorschrift, nach der Sie sie freigeben."))

    def make() -> Release:
        seen = visible_nominations(actor).get(key=key).version
        with locked(actor, key, seen, "special_staff.released") as (e, found):
            _runs(found)
            if not Body.objects.filter(pk=body_id, kind=Body.Kind.MINISTRY, dissolved_on=None).exists():
                raise NotDone(_("Bitte wählen Sie ein Ministerium."))
            made = Release.objects.create(
                key=item,
                nomination=found,
                case=found.case,
                body_id=body_id,
                text=text.strip(),
                provision=provision.strip()[:200],
                giver=actor.body,
                author=actor.account,
                at=e.book.at,
            )
            e.refer(release=made.pk)
        return made

    return once(lambda: Release.objects.filter(key=item).first(), make)


def _runs(found: Nomination) -> None:
    if found.state != Nomination.State.CONFIRMED:
        raise NotDone(_("Gemeinsam gearbeitet wird erst, wenn eine zweite Person die Benennung bestätigt hat."))


def _still_runs(nomination_id: int) -> None:
    if not Nomination.objects.filter(pk=nomination_id, state=Nomination.State.CONFIRMED).exists():
        raise NotDone(_("Diese Benennung ist beendet."))


def _takes_part(found: Nomination, body_id: int) -> None:
    day = today()
    held = Grant.objects.filter(
        case=found.case_id, body=body_id, about=found.about, ended_by=None, valid_until__gte=day
    )
    if body_id != found.case.body_id and not held.exists():
        raise NotDone(_("Diese Stelle nimmt nicht teil. Bitte ziehen Sie sie zuerst hinzu."))
