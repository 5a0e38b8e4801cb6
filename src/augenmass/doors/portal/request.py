"""A request at the door of persons."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.http import HttpRequest

if TYPE_CHECKING:
    from augenmass.doors.portal.languages import Language
    from augenmass.person_access.person import Guest, Person


class PersonRequest(HttpRequest):
    """A request with the language it is answered in and who is signed in, if anybody is."""

    language: Language
    person: Person | Guest | None

    @classmethod
    def of(cls, request: HttpRequest, language: Language) -> PersonRequest:
        """The same request, known as one of this door."""
        asked = cast(PersonRequest, request)
        asked.language = language
        asked.person = None
        return asked


class SignedInRequest(PersonRequest):
    """A request of somebody who is signed in for a case."""

    person: Person


class EnteredRequest(PersonRequest):
    """A request of somebody who is signed in, for a case or for their own agreement alone."""

    person: Person | Guest
