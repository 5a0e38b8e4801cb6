"""The municipality of the person, as far as they said it at this door themselves: by the newest address that they handed in."""

from __future__ import annotations

from augenmass.offers.queries.offers import municipality_of
from augenmass.person_access.models import Submission
from augenmass.person_access.person import Person
from augenmass.person_access.visible import visible_submissions


def own_municipality(person: Person) -> str:
    """The key of the municipality; "" where the person handed in no address or the directory does not know the place."""
    newest = visible_submissions(person).filter(kind=Submission.Kind.ADDRESS).order_by("-received_at").first()
    if newest is None:
        return ""
    return municipality_of(str(newest.content.get("postcode", "")), str(newest.content.get("town", "")))
