"""Houses of a body: opened, and closed when nobody lives there any more."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from augenmass.access.actor import Actor
from augenmass.accommodation.models import House, Resident
from augenmass.accommodation.queries import authorities, runs_houses
from augenmass.accommodation.rules import Standing
from augenmass.competence.rules import is_postcode
from augenmass.directory.roles import Permission
from augenmass.record.ledger import entry
from augenmass.work.once import once
from augenmass.work.refusal import NotDone


@dataclass(frozen=True, slots=True)
class NewHouse:
    """What is written down of a house; ``key`` comes from the form, ``authority_id`` is whom it reports to."""

    key: UUID
    name: str
    street: str
    postcode: str
    town: str
    authority_id: int


def open_house(actor: Actor, new: NewHouse) -> House:
    """Add a house to one's own body. The same form again gives the same house. Raises ``NotDone``, ``NotPermitted``."""
    actor.require(Permission.ADMINISTER)
    if not runs_houses(actor):
        raise NotDone(_("Ihre Dienststelle betreibt keine Unterkünfte."))
    _check(actor, new)

    def make() -> House:
        with entry(actor, "accommodation.house_opened") as e:
            made = House.objects.create(
                key=new.key,
                body_id=actor.body_id,
                authority_id=new.authority_id,
                name=new.name.strip()[:200],
                street=new.street.strip()[:200],
                postcode=new.postcode,
                town=new.town.strip()[:100],
            )
            e.refer(house=made.pk)
        return made

    return once(lambda: House.objects.filter(key=new.key, body=actor.body_id).first(), make)


def _check(actor: Actor, new: NewHouse) -> None:
    if not new.name.strip() or not new.town.strip() or not is_postcode(new.postcode):
        raise NotDone(_("Bitte nennen Sie Name, Postleitzahl (fünf Ziffern) und Ort der Unterkunft."))
    if not authorities().filter(pk=new.authority_id).exists():
        raise NotDone(_("Gemeldet wird an eine Ausländerbehörde oder zentrale Stelle, die es gibt."))
    if House.objects.filter(body=actor.body_id, name=new.name.strip()).exclude(key=new.key).exists():
        raise NotDone(_("Eine Unterkunft dieses Namens gibt es in Ihrer Dienststelle schon."))


def close_house(actor: Actor, key: UUID, closed_on: date) -> House:
    """Say from which day on nobody lives in a house. Raises ``NotDone``, ``House.DoesNotExist``."""
    actor.require(Permission.ADMINISTER)
    with entry(actor, "accommodation.house_closed") as e:
        house = House.objects.select_for_update().get(key=key, body=actor.body_id)
        left = Resident.objects.filter(house=house).exclude(standing=Standing.LEFT).count()
        if left:
            raise NotDone(
                ngettext(
                    "Auf der Liste der Unterkunft steht noch %(count)s Person. Melden Sie zuerst, wohin sie verlegt ist.",
                    "Auf der Liste der Unterkunft stehen noch %(count)s Personen. Melden Sie zuerst, wohin sie verlegt sind.",
                    left,
                )
                % {"count": left}
            )
        house.closed_on = closed_on
        house.save(update_fields=["closed_on"])
        e.refer(house=house.pk)
    return house
