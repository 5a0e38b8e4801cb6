"""Linking the agreements of two members of a family: a wish, a consent, and an end whenever either side wants it.

Until the other consented, whoever wished it learns nothing: not even whether the other has an agreement here.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.agreements.actions.changing import advance, changing, changing_both
from augenmass.agreements.actions.drafting import check_day, without_guardian
from augenmass.agreements.actions.following import move_talk, planned_talk
from augenmass.agreements.models import Agreement, FamilyLink, Review
from augenmass.agreements.queries.agreements import visible_agreements
from augenmass.agreements.queries.own import Owner
from augenmass.agreements.rules.days import is_minor
from augenmass.law.time import day_of, today
from augenmass.record.ledger import Entry, System, entry
from augenmass.record.once import once
from augenmass.work.refusal import NotDone

How = FamilyLink.How
MOST: Final = 12
"""Links of one agreement that are wished or hold at a time."""


@dataclass(frozen=True, slots=True)
class Given:
    """A wish or a consent: when and how the person gave it, whether common days of talks are shown, and that who has custody of a minor agrees."""

    on: date
    how: str
    days: bool = False
    by_guardian: bool = False


def wish_link(actor: Actor, key: UUID, seen: int, link: UUID, other: UUID, given: Given) -> FamilyLink:
    """Note the wish of the person of one agreement to be linked with another.

    ``link`` comes from the form: sent twice it notes one wish. Raises ``NotDone``, ``NotPermitted``, ``Agreement.DoesNotExist``.
    """
    if key == other:
        raise NotDone(_("Eine Vereinbarung kann nicht mit sich selbst verbunden werden."))

    def make() -> FamilyLink:
        with changing_both(actor, "agreement.family_wished", (key, seen), (other, None)) as (e, mine, asked):
            _require_free(mine, asked)
            made = FamilyLink.objects.create(
                key=link,
                wished_by=mine,
                asked=asked,
                wished_on=given.on,
                wished_how=given.how,
                wished_name=_giver(mine, given),
                wished_days=given.days,
            )
            e.refer(link=made.pk)
        return made

    def there() -> FamilyLink | None:
        return FamilyLink.objects.filter(key=link, wished_by__in=visible_agreements(actor).filter(key=key)).first()

    try:
        return once(there, make)
    except NotDone:
        found = there()  # the same form, sent twice at the same moment
        if found is None:
            raise
        return found


def consent_to_link(actor: Actor, key: UUID, seen: int, link: UUID, given: Given) -> None:
    """Note the consent of the person who was asked; now the link holds. Raises ``NotDone``, ``NotPermitted``."""
    with changing(actor, "agreement.family_consented", key, seen) as (e, agreement):
        found = _open(agreement, link)
        if given.on < found.wished_on:
            raise NotDone(_("Der Tag liegt vor dem Wunsch. Eingewilligt wird erst, wenn der Wunsch bekannt ist."))
        _consent(e, agreement, found, given, _giver(agreement, given))


def choose_days(actor: Actor, key: UUID, seen: int, link: UUID, days: bool, by_guardian: bool = False) -> None:
    """Note whether the person of this agreement wants common days of talks to be shown. Raises ``NotDone``, ``NotPermitted``."""
    with changing(actor, "agreement.family_days_chosen", key, seen) as (e, agreement):
        if days:
            _giver(agreement, Given(today(), How.TALK, by_guardian=by_guardian))
        _choose(e, agreement, _open(agreement, link), days)


def end_link(actor: Actor, key: UUID, seen: int, link: UUID) -> None:
    """End a link, or take a wish back or decline it: no reason is asked and none is kept. Raises ``NotDone``, ``NotPermitted``."""
    with changing(actor, "agreement.family_ended", key, seen) as (e, agreement):
        _end(e, _open(agreement, link))


def agree_as_person(owner: Owner, link: UUID, days: bool) -> None:
    """The person consents at their own door to a wish noted for them, or chooses anew whether common days are shown.

    Raises ``NotDone`` (a minor), ``FamilyLink.DoesNotExist`` also for a link that ended.
    """
    with as_system(SystemRole.AGREEMENT), entry(System(), "agreement.family_agreed") as e:
        agreement = _own(owner, link)
        found = FamilyLink.objects.get(_of(agreement), key=link, ended_on=None)
        asked = found.asked_id == agreement.pk and found.consented_on is None
        if is_minor(agreement.participant.born_on, today()) and (asked or days):
            raise NotDone(
                _("Für eine minderjährige Person willigt ein, wer das Sorgerecht hat, in der Beratungsstelle.")
            )
        advance(agreement)
        e.refer(agreement=agreement.pk)
        if asked:
            _consent(e, agreement, found, Given(today(), How.DOOR, days), agreement.participant.name)
        elif found.holds:
            _choose(e, agreement, found, days)
        else:
            raise FamilyLink.DoesNotExist


def end_as_person(owner: Owner, link: UUID) -> None:
    """The person ends a link at their own door, or declines a wish. Raises ``FamilyLink.DoesNotExist`` also for one that ended."""
    with as_system(SystemRole.AGREEMENT), entry(System(), "agreement.family_ended") as e:
        agreement = _own(owner, link)
        found = FamilyLink.objects.get(_of(agreement), key=link, ended_on=None)
        if not found.holds and found.wished_by_id == agreement.pk:
            raise FamilyLink.DoesNotExist
        advance(agreement)
        e.refer(agreement=agreement.pk)
        _end(e, found)


def plan_together(
    actor: Actor, mine: tuple[UUID, int], link: UUID, other_seen: int, to: date, moved_by: str, anyway: bool = False
) -> None:
    """Put the next talk of two linked agreements on one day, where both persons want common days.

    ``mine``: key and version; ``other_seen``: the version of the other. Raises ``NoWorkingDay``, ``NotDone``, ``NotPermitted``.
    """
    if moved_by not in Review.MovedBy.values:
        raise NotDone(_("Bitte sagen Sie, wer das Gespräch verschiebt."))
    check_day(to, actor.body.land, anyway)
    with changing_both(actor, "agreement.family_talk_planned", mine, (_other(actor, mine[0], link), other_seen)) as (
        e,
        one,
        two,
    ):
        found = FamilyLink.objects.select_for_update().get(key=link)
        if not found.shares_days:
            raise NotDone(_("Gemeinsam geplant wird nur, wenn beide Personen gemeinsame Tage möchten."))
        talks = [(agreement, planned_talk(agreement)) for agreement in (one, two)]
        moving = [(agreement, review) for agreement, review in talks if review.due != to]
        if not moving:
            raise NotDone(_("Beide Gespräche sind schon an diesem Tag."))
        made = [move_talk(e, agreement, review, to, moved_by) for agreement, review in moving]
        e.refer(link=found.pk, reviews=[review.pk for _agreement, review in moving], next=[one.pk for one in made])


def _require_free(mine: Agreement, asked: Agreement) -> None:
    if not mine.running or not asked.running:
        raise NotDone(_("Eine der beiden Vereinbarungen ist beendet."))
    if FamilyLink.objects.filter(_of(mine) & _of(asked), ended_on=None).exists():
        raise NotDone(_("Diese beiden Vereinbarungen sind schon verbunden, oder ein Wunsch ist schon eingetragen."))
    for agreement in (mine, asked):
        if FamilyLink.objects.filter(_of(agreement), ended_on=None).count() >= MOST:
            raise NotDone(_("Es sind schon viele Verbindungen eingetragen. Beenden Sie zuerst einige."))


def _giver(agreement: Agreement, given: Given) -> str:
    """Who gives a wish or a consent: the person, or who has custody of a minor. Raises ``NotDone`` where it cannot have been given so."""
    if given.how not in (How.TALK, How.PHONE, How.WRITTEN):
        raise NotDone(_("Bitte wählen Sie aus der Liste, wie es gesagt wurde."))
    if not day_of(agreement.begun_at) <= given.on <= today():
        raise NotDone(_("Der Tag liegt in der Zukunft oder vor dem Beginn der Vereinbarung. Bitte prüfen Sie ihn."))
    person = agreement.participant
    if not is_minor(person.born_on, today()):
        return person.name
    if not person.guardian:
        raise NotDone(without_guardian())
    if not given.by_guardian:
        raise NotDone(_("Für eine minderjährige Person willigt ein, wer das Sorgerecht hat. Bitte bestätigen Sie das."))
    return person.guardian


def _consent(e: Entry, agreement: Agreement, found: FamilyLink, given: Given, name: str) -> None:
    waiting = FamilyLink.objects.filter(pk=found.pk, asked=agreement, consented_on=None, ended_on=None)
    consent = {
        "consented_on": given.on,
        "consented_how": given.how,
        "consented_name": name,
        "consented_days": given.days,
    }
    if not waiting.update(**consent):
        raise NotDone(_("Hier wartet keine Einwilligung mehr. Bitte laden Sie die Seite neu."))
    e.refer(link=found.pk)


def _choose(e: Entry, agreement: Agreement, found: FamilyLink, days: bool) -> None:
    column = "wished_days" if found.wished_by_id == agreement.pk else "consented_days"
    if column == "consented_days" and found.consented_on is None:
        raise NotDone(_("Dafür fehlt noch die Einwilligung."))
    FamilyLink.objects.filter(pk=found.pk, ended_on=None).update(**{column: days})
    e.refer(link=found.pk)


def _end(e: Entry, found: FamilyLink) -> None:
    FamilyLink.objects.filter(pk=found.pk, ended_on=None).update(ended_on=day_of(e.book.at))
    e.refer(link=found.pk)


def _open(agreement: Agreement, link: UUID) -> FamilyLink:
    found = FamilyLink.objects.filter(_of(agreement), key=link, ended_on=None).first()
    if found is None:
        raise NotDone(_("Diese Verbindung gibt es nicht mehr."))
    return found


def _other(actor: Actor, mine: UUID, link: UUID) -> UUID:
    """The other agreement of an open link."""
    agreement = visible_agreements(actor).get(key=mine)
    found = _open(agreement, link)
    return found.asked.key if found.wished_by_id == agreement.pk else found.wished_by.key


def _own(owner: Owner, link: UUID) -> Agreement:
    """The person's own agreement that a link belongs to, locked; the one that was asked where both are theirs."""
    found = FamilyLink.objects.filter(owner.rows("asked__participant") | owner.rows("wished_by__participant"), key=link)
    row = found.get()
    mine = Agreement.objects.filter(owner.rows("participant"), pk__in=(row.asked_id, row.wished_by_id))
    chosen = mine.filter(pk=row.asked_id).first() or mine.get()
    return Agreement.objects.select_for_update().get(pk=chosen.pk)


def _of(agreement: Agreement) -> Q:
    return Q(wished_by=agreement) | Q(asked=agreement)
