"""What public bodies gave notice of stands in a person's extract once no inquiry can be endangered by it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from augenmass.access.actor import Actor
from augenmass.disclosure.actions.requests import sign_extract
from augenmass.disclosure.queries.extract import draw_up
from augenmass.disclosure.queries.held import Held, read_file
from augenmass.disclosure.queries.left_out import left_out
from augenmass.notices.actions.examining import irrelevant
from augenmass.notices.rules.kinds import Kind, Outcome
from augenmass.notices.tests.conftest import case, inspectorate, liaison, say, saying, work  # noqa: F401 - fixtures
from augenmass.record.models import Action

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.disclosure.tests.conftest import Ask
    from augenmass.record.models import Case

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]


def test_a_suspicion_is_told_with_its_outcome_and_what_was_deleted_is_not(
    say: Callable[..., Any],  # noqa: F811
    work: Callable[[], int],  # noqa: F811
    case: "Case",  # noqa: F811
    actor: Actor,
    ask: "Ask",
    client_of: "Callable[[Actor], Client]",
) -> None:
    def told() -> list[str]:
        held = Held()
        read_file(actor, case, left_out([case.pk]), held)
        return [piece.kind.en for piece in held.post]

    opened = say(Kind.OPENED).notice
    limit = say(Kind.LIMIT_BREACHED).notice
    work()
    assert told() == ["Breach of a spatial restriction"]
    request = ask(actor, case)
    assert draw_up(actor, request).untold == (opened.pk,)
    page = client_of(actor).get(reverse("extract", args=[request.key])).content.decode()
    assert "Eine Mitteilung über ein Verfahren, dessen Ausgang noch fehlt, wird nicht genannt" in page
    sign_extract(actor, request.key, read_through=True)
    signed = Action.objects.get(case=case, kind="extract.signed").references
    assert (signed["untold_notices"], signed["untold_because"]) == ([opened.pk], "BDSG/34/1/1")
    irrelevant(actor, limit.number)
    assert told() == []
    say(Kind.ENDED, outcome=Outcome.ACQUITTAL)
    work()
    assert told() == ["Opening of criminal proceedings", "End of proceedings: acquittal"]
    assert draw_up(actor, ask(actor, case)).untold == ()
