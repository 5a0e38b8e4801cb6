"""Fixtures of the room: a request, and its extract as it stands."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

if TYPE_CHECKING:
    from augenmass.access.actor import Actor
    from augenmass.disclosure.models import ExtractRequest
    from augenmass.record.models import Case

Ask = Callable[..., "ExtractRequest"]


@pytest.fixture
def ask(db: None) -> Ask:
    """Records a request; unless said otherwise the person asks and shows a document."""
    from augenmass.disclosure.actions.requests import Asked, record_request
    from augenmass.disclosure.models import Asker, ExtractRequest
    from augenmass.law.time import today

    def make(actor: "Actor", case: "Case", **said: Any) -> "ExtractRequest":
        authority: UUID | None = said.get("authority")
        received: date = said.get("received_on", today())
        return record_request(
            actor,
            case.pk,
            Asked(
                key=said.get("key") or uuid4(),
                asker=Asker(said.get("asker", "person")),
                name=said.get("name", "Karim Haddad"),
                identified_by=ExtractRequest.Check(said.get("identified_by", "identity_document")),
                received_on=received,
                authority=authority,
            ),
        )

    return make
