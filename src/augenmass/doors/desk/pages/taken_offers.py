"""Taking an offer into an agreement: its words are copied into a form, so that they stay as they were when the directory changes."""

from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.agreements.models import Promise
from augenmass.agreements.rules.content import LONGEST, Content
from augenmass.doors.desk.forms.offers import key_in
from augenmass.doors.desk.pages.offers import address
from augenmass.offers.models import Offer
from augenmass.offers.queries.offers import one_offer
from augenmass.offers.rules.vocabulary import KINDS, Kind
from augenmass.offers.words import need_name

LONGEST_PROVIDER, LONGEST_SERVICE = 200, 300
COUNTED_AS = {
    Kind.INTEGRATION_COURSE: Promise.Kind.COURSE,
    Kind.LANGUAGE_COURSE: Promise.Kind.COURSE,
    Kind.RECOGNITION: Promise.Kind.RECOGNITION,
    Kind.CHILD_CARE: Promise.Kind.CHILD_CARE,
    Kind.JOB_PLACEMENT: Promise.Kind.PLACEMENT,
    Kind.TRAINING: Promise.Kind.PLACEMENT,
    Kind.HOUSING: Promise.Kind.HOUSING,
}
"""As which kind of service an offer is counted; any other as another service."""


def ways_to_offers(agreement: UUID, what: str, content: Content) -> list[tuple[str, str]]:
    """Links into the directory: for what the person named as their topics, and for everything."""
    search = f"{reverse('offers')}?fuer={agreement}&als={what}"
    named = [
        (need_name(topic.value), f"{search}&bedarf={topic.value}") for topic, text in content.points.items() if text
    ]
    return [*named, (_("alle Angebote"), search)]


def promise_of_offer(actor: Actor, query: QueryDict) -> dict[str, Any]:
    """The fields of a request for a service, from the offer that the address names."""
    offer = _named(actor, query)
    if offer is None:
        return {}
    provider = offer.carrier or offer.name
    service = f"{KINDS[Kind(offer.kind)][1]}: {offer.name}, {address(offer)}"
    return {
        "provider": provider[:LONGEST_PROVIDER],
        "provider_email": offer.email,
        "service": service[:LONGEST_SERVICE],
        "service_kind": COUNTED_AS.get(Kind(offer.kind), Promise.Kind.OTHER).value,
    }


def step_of_offer(actor: Actor, query: QueryDict) -> dict[str, Any]:
    """The fields of a step, from the offer that the address names; in German, as the text of an agreement is written."""
    offer = _named(actor, query)
    if offer is None:
        return {}
    contact = f", Telefon {offer.phone}" if offer.phone else ""
    words = f"{KINDS[Kind(offer.kind)][1]}: {offer.name}, {address(offer)}{contact}"
    return {"step_what": words[:LONGEST]}


def _named(actor: Actor, query: QueryDict) -> Offer | None:
    key = key_in(query, "angebot")
    try:
        return one_offer(actor, key) if key is not None else None
    except Offer.DoesNotExist:
        return None
