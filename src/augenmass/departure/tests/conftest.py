"""Fixtures of the room: a departure, a family, terms of a programme with money behind them."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

if TYPE_CHECKING:
    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeCase
    from augenmass.departure.models import Application, Departure
    from augenmass.directory.models import Body
    from augenmass.fund.models import ProgrammeTerms
    from augenmass.record.models import Case

TODAY = date(2026, 8, 17)
PERSON = {
    "family_name": "Haddad",
    "first_names": "Karim",
    "date_of_birth": "1990-01-31",
    "nationality": "GE",
}
Open = Callable[..., "Departure"]


@pytest.fixture
def person(case_with: "MakeCase") -> "Case":
    """Somebody who wants to leave."""
    return case_with(PERSON)


@pytest.fixture
def child(case_with: "MakeCase", person: "Case", actor: "Actor") -> "Case":
    """A child of theirs that comes of age on 1 October 2026."""
    from augenmass.cases.actions.family import link_relative
    from augenmass.cases.models import FamilyLink

    made = case_with({"family_name": "Haddad", "first_names": "Lina", "date_of_birth": "2008-10-01"})
    link_relative(actor, person.pk, made.number, FamilyLink.Relation.PARENT, True)
    return made


@pytest.fixture
def opened(actor: "Actor", person: "Case") -> Open:
    """Opens a departure of the person, with the cases that are named."""
    from augenmass.departure.actions.opening import Opening, open_departure

    def make(*relatives: "Case", case: "Case | None" = None) -> "Departure":
        return open_departure(
            actor, (case or person).pk, Opening(uuid4(), tuple(relative.key for relative in relatives))
        )

    return make


@pytest.fixture
def terms(body: "Body", actor: "Actor", approver: "Actor") -> "ProgrammeTerms":
    """Terms of a programme of the Land that hold all year: 1,000 euros for adults, 500 for minors, half of it after half a year."""
    return make_terms(body, actor, approver)


def make_terms(body: "Body", actor: "Actor", approver: "Actor", **changed: Any) -> "ProgrammeTerms":
    from datetime import UTC, datetime

    from augenmass.fund.models import Budget, Fund, Posting, Programme, ProgrammeTerms
    from augenmass.fund.rules.accounts import PostingKind
    from augenmass.law.time import today
    from augenmass.record.ledger import entry

    fund, _made = Fund.objects.get_or_create(body=body)
    budget, new = Budget.objects.get_or_create(fund=fund, year=today().year)
    if new:
        with entry(actor, "fund.budget_confirmed") as e:
            e.seal(
                Posting(body=body, budget=budget, kind=PostingKind.BUDGET_RAISED, cents=1_000_000, on=date(2026, 1, 2))
            )
    programme, _made = Programme.objects.get_or_create(fund=fund, key="starthilfe", name_de="Starthilfe")
    at = datetime(2026, 1, 2, 9, tzinfo=UTC)
    said: dict[str, Any] = {
        "since": date(2026, 1, 1),
        "until": date(2026, 12, 31),
        "per_adult": 100_000,
        "per_minor": 50_000,
        "tranches": [
            {"occasion": "departure", "months_after": 0, "share": 50},
            {"occasion": "follow_up", "months_after": 6, "share": 50},
        ],
        "source": "Erlass (erfunden)",
        "state": "confirmed",
        "proposed_by": actor.account,
        "proposed_at": at,
        "decided_by": approver.account,
        "decided_at": at,
    }
    return ProgrammeTerms.objects.create(programme=programme, **{**said, **changed})


@pytest.fixture
def filed(actor: "Actor", opened: Open, terms: "ProgrammeTerms") -> Callable[..., "Application"]:
    """A departure with notice and declaration, and an application that is filed."""
    from augenmass.departure.actions.applying import draft_application, file_application
    from augenmass.departure.actions.declaring import declare
    from augenmass.departure.actions.notice import acknowledge_notice
    from augenmass.law.time import today

    def make(departure: "Departure | None" = None) -> "Application":
        found = departure or opened()
        acknowledge_notice(actor, found.key, told())
        declare(actor, found.key, today())
        drafted = draft_application(actor, found.key, uuid4(), terms.pk)
        return file_application(actor, drafted.key, today())

    return make


def told() -> Any:
    """A notice as a form says it."""
    from augenmass.departure.actions.notice import Told
    from augenmass.law.time import today

    return Told(uuid4(), today(), "Georgisch", "Herr Berger", "Karim Haddad")
