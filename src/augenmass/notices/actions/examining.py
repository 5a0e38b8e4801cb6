"""What the authority does with a notice: find its case, examine it, delete what is irrelevant, join an end to its start."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.sight import SECRET_NAMES, visible_facts
from augenmass.access.visible import worked_by
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.notices.actions.delivering import end_proceedings, settle
from augenmass.notices.actions.erasing import erase
from augenmass.notices.actions.reopening import held_now, rest_on
from augenmass.notices.models import Notice, Reliance
from augenmass.notices.queries.inbox import found_for
from augenmass.notices.queries.proceedings import end_of, of_proceedings, takes_the_ground
from augenmass.notices.rules.kinds import STARTS, Erased, Kind
from augenmass.record.ledger import Entry, entry
from augenmass.record.models import Fact
from augenmass.work.actions.tasks import close_tasks
from augenmass.work.queries.post import case_by_number
from augenmass.work.refusal import NotDone

State = Notice.State


def assign(actor: Actor, number: UUID, file_number: str) -> Notice:
    """Say whose case a notice belongs to; the examination goes to its officer. Raises ``NotDone``, ``NotPermitted``, ``Notice.DoesNotExist``."""
    actor.require(Permission.POST)
    notice = found_for(actor).get(number=number)
    case = case_by_number(actor, file_number)
    if case is None:
        raise NotDone(_("Unter diesem Aktenzeichen gibt es in Ihrer Dienststelle keinen Fall, den Sie sehen."))
    if notice.case_id == case.pk:
        return notice
    with entry(actor, "notice.assigned", case.pk) as e:
        # Whoever looked the number up must still work the case now that it is locked.
        worked_by(actor).get(pk=case.pk)
        if notice.state != State.UNASSIGNED or not settle(e, notice, State.UNASSIGNED):
            raise _overtaken()
    notice.refresh_from_db()
    return notice


def not_ours(actor: Actor, number: UUID) -> None:
    """Say that the person is none of the authority's: the content is deleted at once. A second time changes nothing. Raises as ``assign``."""
    actor.require(Permission.POST)
    notice = found_for(actor).get(number=number)
    if notice.gone == Erased.NOT_OURS:
        return
    if notice.state != State.UNASSIGNED:
        raise _overtaken()
    with entry(actor, "notice.erased") as e:
        erase(e, _locked(notice), Erased.NOT_OURS)


def examine(actor: Actor, number: UUID, facts: Sequence[int] = ()) -> Notice:
    """Say that a notice was examined and matters, and which facts of the case rest on it. Can be repeated to add facts.

    Raises ``NotDone``, ``NotPermitted`` and ``Notice.DoesNotExist``.
    """
    actor.require(Permission.TAKE_STEPS)
    notice = _of_case(actor, number)
    with entry(actor, "notice.examined", notice.case_id) as e:
        fresh = _locked(notice)
        if fresh.state not in (State.OPEN, State.EXAMINED):
            raise _overtaken()
        if facts and takes_the_ground(end_of(fresh) if fresh.kind != Kind.ENDED else None):
            raise NotDone(
                _(
                    "Das Verfahren ist durch Freispruch oder Einstellung beendet. Auf die Mitteilung über den Verdacht kann sich keine Bewertung mehr stützen."
                )
            )
        rest_on(e, fresh, _chosen(actor, e, facts))
        if fresh.state == State.OPEN:
            Notice.objects.filter(pk=fresh.pk).update(
                state=State.EXAMINED, examined_by=e.action_id, examined_on=today()
            )
            close_tasks(e, fresh.about)
        e.refer(notice=fresh.pk, rests=sorted(facts))
    notice.refresh_from_db()
    return notice


def _chosen(actor: Actor, e: Entry, ids: Sequence[int]) -> list[Fact]:
    """The chosen facts of the case, as far as the actor sees them and they are held. Raises ``NotDone``."""
    assert e.case is not None
    held = visible_facts(actor, e.case).filter(pk__in=ids, closed_by=None, erased_by=None)
    found = list(held.exclude(name__in=SECRET_NAMES).order_by("pk"))
    if len(found) != len(set(ids)):
        raise NotDone(_("Eine der gewählten Angaben gilt nicht mehr. Bitte laden Sie die Seite neu."))
    return found


def irrelevant(actor: Actor, number: UUID) -> None:
    """Say that a notice matters neither now nor later: its content is deleted at once, the case keeps no link to it.

    Raises ``NotDone`` while an assessment rests on it, ``NotPermitted`` and ``Notice.DoesNotExist``. A second time changes nothing.
    """
    actor.require(Permission.TAKE_STEPS)
    gone = found_for(actor).filter(number=number, gone=Erased.IRRELEVANT)
    if gone.exists():
        return
    notice = _of_case(actor, number)
    with entry(actor, "notice.erased", notice.case_id) as e:
        fresh = _locked(notice)
        if fresh.state not in (State.OPEN, State.EXAMINED):
            raise _overtaken()
        if _answers_a_start(fresh):
            raise NotDone(
                _(
                    "Diese Mitteilung sagt, womit ein mitgeteiltes Verfahren geendet hat. Solange dessen Beginn hier liegt, ist sie erheblich."
                )
            )
        rests = set(Reliance.objects.filter(notice=fresh, reopened_by=None).values_list("fact_id", flat=True))
        if rests and e.case is not None and held_now(rests, e.case):
            raise NotDone(
                _("Auf diese Mitteilung stützt sich eine Angabe des Falls. Bitte berichtigen Sie zuerst die Angabe.")
            )
        erase(e, fresh, Erased.IRRELEVANT)


def join_start(actor: Actor, number: UUID, start: UUID) -> Notice:
    """Say by hand which start an end answers, where the file numbers differ. Raises ``NotDone``, ``NotPermitted``, ``Notice.DoesNotExist``."""
    actor.require(Permission.TAKE_STEPS)
    end = _of_case(actor, number)
    begun = found_for(actor).select_related("content").get(number=start, case=end.case_id, kind__in=STARTS, gone="")
    if end.kind != Kind.ENDED or end.start_id not in (None, begun.pk):
        raise _overtaken()
    with entry(actor, "notice.joined", end.case_id) as e:
        if _locked(end).gone or _locked(begun).gone:
            raise _overtaken()
        Notice.objects.filter(pk=end.pk, start=None).update(start=begun)
        e.refer(notice=end.pk, start=begun.pk)
        end_proceedings(e, end, begun)
    end.refresh_from_db()
    return end


def _answers_a_start(notice: Notice) -> bool:
    """Whether a notice is the end of proceedings whose start is held: without it the suspicion would stand as if nothing had come out."""
    if notice.kind != Kind.ENDED:
        return False
    return notice.start_id is not None or any(other.kind in STARTS for other in of_proceedings(notice))


def _of_case(actor: Actor, number: UUID) -> Notice:
    return found_for(actor).select_related("content", "receiver").exclude(case=None).get(number=number)


def _locked(notice: Notice) -> Notice:
    return Notice.objects.select_for_update(of=("self",)).select_related("content").get(pk=notice.pk)


def _overtaken() -> NotDone:
    return NotDone(
        _("Diese Mitteilung wurde inzwischen bearbeitet. Es wurde nichts geändert. Bitte laden Sie die Seite neu.")
    )
