"""The directory of what is offered on the spot, to read. What somebody looks for is kept nowhere."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_GET

from augenmass.doors.portal.forms.offers import OfferSearchForm, weekday
from augenmass.doors.portal.offer_words import FEATURES, KINDS
from augenmass.doors.portal.request import SignedInRequest
from augenmass.doors.portal.screen import screen
from augenmass.doors.portal.views.signed_in import for_person
from augenmass.law.time import today
from augenmass.offers.models import Offer
from augenmass.offers.queries.maps import map_around, map_of
from augenmass.offers.queries.offers import public_offer, search
from augenmass.offers.rules.hours import clock
from augenmass.offers.rules.vocabulary import LANGUAGES, Kind
from augenmass.person_access.queries.own_place import own_municipality

WIDE = "25"
"""Kilometres around the person's municipality that the search begins with."""


@require_GET
@for_person
def page(request: SignedInRequest) -> HttpResponse:
    """Search, list and map; begins with the person's own municipality where they told it here."""
    asked = request.GET or _at_home(request)
    form = OfferSearchForm(asked)
    number = asked.get("seite", "1")
    found = search(form.chosen(), int(number) if number.isdecimal() and len(number) < 6 else 1)
    rows = [_line(offer) | {"number": spot} for spot, offer in enumerate(found.page.rows, 1)]
    for row in rows:
        row["away"] = found.kilometres_to(row["row"])
    context = {
        "form": form,
        "rows": rows,
        "found": found.page,
        "unused": found.unused,
        "before": _page_query(asked, found.page.number - 1) if found.page.number > 1 else "",
        "after": _page_query(asked, found.page.number + 1) if found.page.number < found.page.pages else "",
        "map": map_of(found),
        "path": request.get_full_path(),
    }
    return screen(request, "portal/offers.html", context)


@require_GET
@for_person
def show(request: SignedInRequest, key: UUID) -> HttpResponse:
    """One offer."""
    try:
        offer = public_offer(key)
    except Offer.DoesNotExist as error:
        raise Http404 from error
    context = _line(offer) | {
        "hours": [(weekday(day), _spans(offer, day)) for day in range(7)] if offer.spans.all() else [],
        "features": [(label, getattr(offer, name)) for name, label in FEATURES.items()],
        "voluntary": offer.kind == Kind.RETURN_COUNSELLING,
        "map": map_around(offer),
        "path": reverse("portal_offer", args=[key]),
    }
    return screen(request, "portal/offer.html", context)


def _at_home(request: SignedInRequest) -> QueryDict:
    ags = own_municipality(request.person)
    begun = QueryDict(mutable=True)
    if ags:
        begun.update({"wo": ags, "umkreis": WIDE})
    return begun


def _page_query(asked: QueryDict, number: int) -> str:
    changed = asked.copy()
    changed["seite"] = str(number)
    return changed.urlencode()


def _line(offer: Offer) -> dict[str, Any]:
    place = " ".join(filter(None, (offer.postcode, offer.town or offer.municipality)))
    return {
        "row": offer,
        "kind": KINDS[offer.kind],
        "street": offer.street,
        "place": place,
        "languages": [LANGUAGES[code][2] for code in offer.languages.split()],
        "open_today": _spans(offer, today().weekday()),
    }


def _spans(offer: Offer, day: int) -> list[str]:
    return [f"{clock(span.opens)}–{clock(span.closes)}" for span in offer.spans.all() if span.weekday == day]
