"""Following a signed agreement: steps done, review talks held or moved."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.agreements.actions.changing import changing, require_active
from augenmass.agreements.actions.drafting import check_day
from augenmass.agreements.actions.releasing import release_talk
from augenmass.agreements.actions.settling import drop_waiting
from augenmass.agreements.models import Agreement, Edition, Review, Step
from augenmass.agreements.rules.days import next_review
from augenmass.law.time import today
from augenmass.record.ledger import Entry
from augenmass.work.refusal import NotDone

LONGEST_NOTES = 5_000


def note_done(actor: Actor, key: UUID, seen: int, step: UUID, on: date | None) -> None:
    """Note that a step was done, or (without a day) that it was not after all. Raises ``NotDone``, ``NotPermitted``."""
    if on is not None and on > today():
        raise NotDone(_("Erledigt werden kann ein Schritt nur heute oder früher."))
    with changing(actor, "agreement.step_noted", key, seen) as (e, agreement):
        require_active(agreement)
        changed = Step.objects.filter(agreement=agreement, key=step, dropped_in=None).update(done_on=on)
        if not changed:
            raise NotDone(_("Diesen Schritt gibt es in der geltenden Fassung nicht mehr."))
        drop_waiting(e, agreement, step)
        e.refer(step=str(step), done=on is not None)


def hold_review(
    actor: Actor, key: UUID, seen: int, on: date, notes: str, next_on: date | None = None, anyway: bool = False
) -> Review:
    """Record a talk that was held; the next one is planned by the rhythm or on a chosen day. Raises ``NoWorkingDay``, ``NotDone``, ``NotPermitted``."""
    if on > today():
        raise NotDone(_("Das Gespräch liegt in der Zukunft. Eingetragen wird es, wenn es geführt ist."))
    if len(notes) > LONGEST_NOTES:
        raise NotDone(_("Die Notizen sind zu lang: höchstens 5.000 Zeichen."))
    if next_on is not None:
        check_day(next_on, actor.body.land, anyway)
    with changing(actor, "agreement.review_held", key, seen) as (e, agreement):
        review = planned_talk(agreement)
        release_talk(e, agreement, review)
        Review.objects.filter(pk=review.pk).update(state=Review.State.HELD, held_on=on, notes=notes.strip())
        following = next_on or next_review(max(on, today()), _weeks(agreement))
        made = Review.objects.create(agreement=agreement, due=following)
        e.refer(review=review.pk, next=made.pk)
    return made


def move_review(actor: Actor, key: UUID, seen: int, to: date, moved_by: str, anyway: bool = False) -> Review:
    """Move the next talk to another day; which side asked for it is kept. Raises ``NoWorkingDay``, ``NotDone``, ``NotPermitted``."""
    if moved_by not in Review.MovedBy.values:
        raise NotDone(_("Bitte sagen Sie, wer das Gespräch verschiebt."))
    check_day(to, actor.body.land, anyway)
    with changing(actor, "agreement.review_moved", key, seen) as (e, agreement):
        review = planned_talk(agreement)
        if review.due == to:
            raise NotDone(_("Das Gespräch ist schon an diesem Tag."))
        made = move_talk(e, agreement, review, to, moved_by)
        e.refer(review=review.pk, next=made.pk)
    return made


def move_talk(e: Entry, agreement: Agreement, review: Review, to: date, moved_by: str) -> Review:
    """Move a planned talk of a locked agreement to another day, in an action under way."""
    release_talk(e, agreement, review)
    Review.objects.filter(pk=review.pk).update(state=Review.State.MOVED, moved_to=to, moved_by=moved_by)
    return Review.objects.create(agreement=agreement, due=to, interpreter_ordered=False)


def order_interpreter(actor: Actor, key: UUID, seen: int, ordered: bool) -> None:
    """Note that the next talk needs no request here: it is arranged otherwise, or nobody has to interpret. Raises ``NotDone``, ``NotPermitted``."""
    with changing(actor, "agreement.interpreter_noted", key, seen) as (e, agreement):
        review = planned_talk(agreement)
        Review.objects.filter(pk=review.pk).update(interpreter_ordered=ordered)
        e.refer(review=review.pk)


def planned_talk(agreement: Agreement) -> Review:
    """The talk that comes next. Raises ``NotDone`` where none is planned."""
    require_active(agreement)
    found = agreement.reviews.filter(state=Review.State.PLANNED).first()
    if found is None:
        raise NotDone(_("Es ist kein Gespräch geplant."))
    return found


def _weeks(agreement: Agreement) -> int:
    return agreement.editions.get(stage=Edition.Stage.SIGNED).said.review_weeks
