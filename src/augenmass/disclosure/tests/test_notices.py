"""What public bodies gave notice of stands in a person's extract once no inquiry can be endangered by it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from augenmass.access.actor import Actor
from augenmass.disclosure.queries.held import Held, read_file
from augenmass.disclosure.queries.left_out import left_out
from augenmass.notices.actions.examining import irrelevant
from augenmass.notices.rules.kinds import Kind, Outcome
from augenmass.notices.tests.conftest import case, inspectorate, liaison, say, saying, work  # noqa: F401 - fixtures

if TYPE_CHECKING:
    from augenmass.record.models import Case

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]


def test_a_suspicion_is_told_with_its_outcome_and_what_was_deleted_is_not(
    say: Callable[..., Any],  # noqa: F811
    work: Callable[[], int],  # noqa: F811
    case: "Case",  # noqa: F811
    actor: Actor,
) -> None:
    def told() -> list[str]:
        held = Held()
        read_file(actor, case, left_out([case.pk]), held)
        return [piece.kind.en for piece in held.post]

    say(Kind.OPENED)
    limit = say(Kind.LIMIT_BREACHED).notice
    work()
    assert told() == ["Breach of a spatial restriction"]
    irrelevant(actor, limit.number)
    assert told() == []
    say(Kind.ENDED, outcome=Outcome.ACQUITTAL)
    work()
    assert told() == ["Opening of criminal proceedings", "End of proceedings: acquittal"]
