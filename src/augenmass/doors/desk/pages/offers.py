"""Entries of the directory as the pages of the desk show them."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import QueryDict
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from augenmass.access.actor import Actor
from augenmass.directory.roles import Permission
from augenmass.doors.desk.forms.offers import OfferFilterForm, OfferSeenForm, key_in
from augenmass.doors.desk.pages.work import number_of_page, tabs_of
from augenmass.law.time import today
from augenmass.offers.models import Offer
from augenmass.offers.queries.maps import map_around, map_of
from augenmass.offers.queries.offers import PAGE, kept_offers, may_keep, search, visible_offers
from augenmass.offers.rules.hours import clock
from augenmass.offers.rules.vocabulary import DAYS, FEATURES
from augenmass.offers.words import day_name, feature_name, kind_name, language_name, need_name
from augenmass.work.queries.paging import Page, page_of

STATES = ("open", "expired", "closed")
FOR = ("leistung", "schritt")
"""What a counsellor looks for: a service to ask another body for, or a step of the person."""


def list_page(actor: Actor, query: QueryDict) -> dict[str, Any]:
    """The context of the search with its map."""
    form = OfferFilterForm(query)
    beside = _beside(actor, query)
    found = search(form.chosen(beside.place if beside is not None else None), number_of_page(query))
    taking = taking_of(actor, query)
    rows = [
        line(offer) | {"number": number, "away": found.kilometres_to(offer), "take": taking.address(offer)}
        for number, offer in enumerate(found.page.rows, 1)
    ]
    return {
        "rows": rows,
        "page": paginated(found.page),
        "map": map_of(found),
        "form": form,
        "applied": form.applied,
        "unused": found.unused,
        "beside": beside,
        "taking": taking,
        "may_keep": may_keep(actor),
        "section": "offers",
    }


class Taking:
    """For which agreement an offer is looked for, and as what it is taken; nothing where nobody asks."""

    def __init__(self, agreement: UUID | None = None, what: str = "") -> None:
        self.agreement, self.what = agreement, what

    def __bool__(self) -> bool:
        return self.agreement is not None

    @property
    def back(self) -> str:
        """The page from which it was looked for."""
        return reverse(f"agreement_{'promise' if self.what == 'leistung' else 'step'}", args=[self.agreement])

    def address(self, offer: Offer) -> str:
        """Where an offer is taken into the agreement."""
        return f"{self.back}?angebot={offer.key}" if self else ""

    @property
    def query(self) -> str:
        """What links to entries carry on."""
        return f"?fuer={self.agreement}&als={self.what}" if self else ""


def taking_of(actor: Actor, query: QueryDict) -> Taking:
    """For which agreement the actor looks, as the address says. The agreement is not read here."""
    key, what = key_in(query, "fuer"), query.get("als", "")
    if key is None or what not in FOR or not actor.may(Permission.AGREEMENTS):
        return Taking()
    return Taking(key, what)


def _beside(actor: Actor, query: QueryDict) -> Offer | None:
    key = key_in(query, "nahe")
    return visible_offers(actor).filter(key=key).exclude(latitude=None).first() if key is not None else None


def paginated(found: Page[Any]) -> Any:
    """The numbers of pages of a list that the query cut already."""
    return Paginator(range(found.count), PAGE).get_page(found.number)


def line(offer: Offer) -> dict[str, Any]:
    """An offer with the words for its codes."""
    return {
        "row": offer,
        "kind": kind_name(offer.kind),
        "languages": ", ".join(language_name(code) for code in offer.languages.split()),
        "address": address(offer),
        "features": [feature_name(key) for key in FEATURES if getattr(offer, key)],
        "places": places(offer),
        "today": hours_on(offer, today().weekday()),
    }


def address(offer: Offer) -> str:
    """Street and town in a line."""
    place = " ".join(filter(None, (offer.postcode, offer.town or offer.municipality)))
    return ", ".join(filter(None, (offer.street, place)))


def places(offer: Offer) -> str:
    """What is known of free places, and of when; "" where nothing is."""
    if offer.free_places is None or offer.free_places_on is None:
        return ""
    number = offer.free_places
    free = ngettext("%(number)s freier Platz", "%(number)s freie Plätze", number) % {"number": number}
    said = {
        "free": free if number else _("kein freier Platz"),
        "day": date_format(offer.free_places_on, "SHORT_DATE_FORMAT"),
    }
    if offer.places_are_old:
        return _("%(free)s, Stand vom %(day)s, bitte nachfragen") % said
    return _("%(free)s, Stand vom %(day)s") % said


def hours_on(offer: Offer, weekday: int) -> str:
    """When it is open on a weekday; "" when it is not."""
    spans = [span for span in offer.spans.all() if span.weekday == weekday]
    return ", ".join(f"{clock(span.opens)}–{clock(span.closes)}" for span in spans)


def one_page(actor: Actor, offer: Offer, query: QueryDict, refused: Any = None) -> dict[str, Any]:
    """The context of one entry."""
    keeps = may_keep(actor) and offer.body_id == actor.body_id
    taking = taking_of(actor, query)
    return line(offer) | {
        "need": need_name(offer.need),
        "hours": [(day_name(day), hours_on(offer, day)) for day in range(len(DAYS))] if offer.spans.all() else [],
        "known_features": [
            (feature_name(key), _("ja") if value else _("nein"))
            for key in FEATURES
            if (value := getattr(offer, key)) is not None
        ],
        "unknown_features": [feature_name(key) for key in FEATURES if getattr(offer, key) is None],
        "held": offer.held_on(today()),
        "map": map_around(offer),
        "keeps": keeps,
        "seen": OfferSeenForm(initial={"seen": offer.version}),
        "refused": refused,
        "taking": taking,
        "take": taking.address(offer),
        "section": "offers",
    }


def kept_page(actor: Actor, query: QueryDict) -> dict[str, Any]:
    """The context of the list that the own body keeps."""
    state = query.get("stand", "")
    state = state if state in STATES else STATES[0]
    found = kept_offers(actor, state).order_by("municipality", "name", "pk").prefetch_related("spans")
    page = page_of(found, number_of_page(query), PAGE)
    labels = {"open": _("Im Verzeichnis"), "expired": _("Abgelaufen"), "closed": _("Geschlossen")}
    counts = {key: kept_offers(actor, key).count() for key in STATES}
    return {
        "rows": [line(offer) for offer in page.rows],
        "page": paginated(page),
        "tabs": tabs_of(reverse("offers_kept"), "stand", labels, state, counts, query),
        "state": state,
        "section": "offers",
    }
