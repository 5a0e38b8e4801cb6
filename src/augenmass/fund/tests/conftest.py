"""A fund of a central return office: two who manage it, a budget of this year, a programme with terms in two parts."""

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor
from augenmass.conftest import MakeActor
from augenmass.directory.models import Body
from augenmass.fund.actions.budgets import BudgetForm, confirm_budget, propose_budget
from augenmass.fund.actions.programmes import TermsForm, add_programme, confirm_terms, propose_terms
from augenmass.fund.models import Budget, ProgrammeTerms
from augenmass.fund.rules.tranches import Occasion, Part
from augenmass.law.time import today

HALVES = (Part(Occasion.DEPARTURE, 0, 50), Part(Occasion.FOLLOW_UP, 6, 50))


@pytest.fixture
def office(db: None) -> Body:
    """The body that manages the fund of the Land."""
    return Body.objects.create(key="zentrale", kind=Body.Kind.CENTRAL_RETURN_OFFICE, name="Rückkehrstelle", land="ST")


@pytest.fixture
def manager(make_actor: MakeActor, office: Body) -> Actor:
    """Manages the fund and sees no case."""
    return make_actor("kaemmerer", office, "fund_manager")


@pytest.fixture
def second_manager(make_actor: MakeActor, office: Body) -> Actor:
    """Confirms what the first one proposes."""
    return make_actor("zweite", office, "fund_manager")


@pytest.fixture
def give_budget(manager: Actor, second_manager: Actor) -> Callable[..., Budget]:
    """Sets the budget of a year, by two people."""

    def give(cents: int, year: int | None = None) -> Budget:
        form = BudgetForm(uuid4(), year or today().year, cents, "Haushaltsplan, Titel 684 01")
        propose_budget(manager, form)
        return confirm_budget(second_manager, form.key).budget

    return give


@pytest.fixture
def budget(give_budget: Callable[..., Budget]) -> Budget:
    """10.000 euros for this year."""
    return give_budget(1_000_000)


@pytest.fixture
def give_terms(manager: Actor, second_manager: Actor) -> Callable[..., ProgrammeTerms]:
    """Makes a programme with confirmed terms: 1.200 euros for an adult, 600 for a minor, half later."""

    def give(key: str = "starthilfe", **changed: object) -> ProgrammeTerms:
        programme = add_programme(manager, key, "Starthilfe", "Start-up assistance")
        values: dict[str, object] = {
            "key": uuid4(),
            "programme_id": programme.pk,
            "since": date(2020, 1, 1),
            "until": None,
            "per_adult": 120_000,
            "per_minor": 60_000,
            "parts": HALVES,
            "source": "Erlass vom 02.01.2020",
        }
        form = TermsForm(**{**values, **changed})  # type: ignore[arg-type]
        propose_terms(manager, form)
        return confirm_terms(second_manager, form.key)

    return give


@pytest.fixture
def terms(give_terms: Callable[..., ProgrammeTerms]) -> ProgrammeTerms:
    """The terms of that programme."""
    return give_terms()
