"""The end of an agreement: fulfilled, ended by both, withdrawn by the person. None of them has a consequence anywhere."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.agreements.actions.changing import advance, changing, require_active
from augenmass.agreements.actions.days import keep_days
from augenmass.agreements.actions.releasing import release_all
from augenmass.agreements.models import Agreement, Edition, FamilyLink, ProviderLink, Reached, Review
from augenmass.law.time import day_of
from augenmass.record.ledger import Entry, System, entry
from augenmass.work.refusal import NotDone

State = Agreement.State


@dataclass(frozen=True, slots=True)
class Judged:
    """Whether the goals are reached, as each side says (``Reached``); "" where it was not talked about."""

    person: str = ""
    counsellor: str = ""


NOT_JUDGED = Judged()


def complete(actor: Actor, key: UUID, seen: int, judged: Judged = NOT_JUDGED) -> None:
    """Both say that it is fulfilled; steps may be open still. Raises ``NotDone``, ``NotPermitted``."""
    with changing(actor, "agreement.fulfilled", key, seen) as (e, agreement):
        require_active(agreement)
        _judge(agreement, judged)
        _end(e, agreement, State.FULFILLED)


def end_together(actor: Actor, key: UUID, seen: int, judged: Judged = NOT_JUDGED) -> None:
    """Both end it before it is fulfilled, also while it is a draft. Raises ``NotDone``, ``NotPermitted``."""
    with changing(actor, "agreement.ended", key, seen) as (e, agreement):
        _running(agreement)
        _judge(agreement, judged)
        _end(e, agreement, State.ENDED)


def _judge(agreement: Agreement, judged: Judged) -> None:
    if not {judged.person, judged.counsellor} <= {"", *Reached.values}:
        raise NotDone(_("Bitte wählen Sie für jede Seite eine der Antworten, oder lassen Sie beide frei."))
    columns = {"reached_person": judged.person, "reached_counsellor": judged.counsellor}
    Agreement.objects.filter(pk=agreement.pk).update(**columns)


def withdraw(actor: Actor, key: UUID, seen: int) -> None:
    """The person withdraws, and the counsellor records it: no reason is asked and none is kept. Raises ``NotDone``, ``NotPermitted``."""
    with changing(actor, "agreement.withdrawn", key, seen) as (e, agreement):
        _running(agreement)
        _end(e, agreement, State.WITHDRAWN)


def withdraw_as_person(case_id: int, agreement_key: UUID) -> None:
    """The person withdraws in their own door, at any time. Raises ``NotDone``, ``Agreement.DoesNotExist``."""
    with as_system(SystemRole.AGREEMENT), entry(System(), "agreement.withdrawn") as e:
        agreement = Agreement.objects.select_for_update().get(participant__case=case_id, key=agreement_key)
        _running(agreement)
        advance(agreement)
        e.refer(agreement=agreement.pk)
        _end(e, agreement, State.WITHDRAWN)
        keep_days(agreement)


def _running(agreement: Agreement) -> None:
    if not agreement.running:
        raise NotDone(_("Diese Vereinbarung ist schon beendet."))


def _end(e: Entry, agreement: Agreement, state: str) -> None:
    """End it: nothing is planned, asked or reminded of any more. What was signed and done stays readable for both sides."""
    agreement.editions.filter(stage__in=Edition.OPEN).update(stage=Edition.Stage.DROPPED)
    Agreement.objects.filter(pk=agreement.pk).update(state=state, ended_on=day_of(e.book.at), join_digest="")
    agreement.reviews.filter(state=Review.State.PLANNED).update(state=Review.State.DROPPED)
    release_all(e, agreement)
    links = FamilyLink.objects.filter(Q(wished_by=agreement) | Q(asked=agreement), ended_on=None)
    links.update(ended_on=day_of(e.book.at))
    ProviderLink.objects.filter(promise__agreement=agreement, used_at=None).update(used_at=e.book.at)
