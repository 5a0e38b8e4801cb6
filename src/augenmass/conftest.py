"""Fixtures that every room's tests use: two bodies, people in them, cases with facts."""

import math
import sys
from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import DjangoDbBlocker

    from augenmass.access.actor import Actor
    from augenmass.directory.models import Body, Unit
    from augenmass.record.models import Case

LONG_AGO = date(2020, 1, 1)


class MakeActor(Protocol):
    def __call__(self, name: str, body: "Body", *roles: str, unit: "Unit | None" = None) -> "Actor": ...


class MakeCase(Protocol):
    def __call__(
        self, facts: dict[str, str] | None = None, *, number: str | None = None, actor: "Actor | None" = None
    ) -> "Case": ...


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: "DjangoDbBlocker") -> None:
    """Say of databases that were made from the models that their migrations are there."""
    from django.core.management import call_command
    from django.db import connections

    from augenmass.access.router import LABEL

    with django_db_blocker.unblock():
        for connection in connections.all():
            rooms = [] if connection.alias == "default" else [LABEL]
            call_command("migrate", *rooms, database=connection.alias, fake=True, verbosity=0)


@pytest.fixture(autouse=True)
def _law_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The law in force is looked for when a test first asks, and not again because half a minute went by: how often a page asks the
    database would else depend on the clock, and what one test released would answer in the next.
    """
    in_force = sys.modules.get("augenmass.lawbook.in_force")
    if in_force is not None:
        in_force.forget()
        monkeypatch.setattr(in_force, "LOOKED_FOR_EVERY", math.inf)


@pytest.fixture
def body(db: None) -> "Body":
    """A foreigners' authority."""
    from augenmass.directory.models import Body

    return Body.objects.create(
        key="abh-nordheim",
        kind=Body.Kind.FOREIGNERS_AUTHORITY,
        name="Ausländerbehörde Nordheim",
        land="ST",
        street="Marktplatz 1",
        postcode="06999",
        town="Nordheim",
        telephone="0340 000-0",
        email="abh@nordheim.example",
    )


@pytest.fixture
def other_body(db: None) -> "Body":
    """Another foreigners' authority, which must not see the first one's cases."""
    from augenmass.directory.models import Body

    return Body.objects.create(
        key="abh-suedheim", kind=Body.Kind.FOREIGNERS_AUTHORITY, name="Ausländerbehörde Südheim", land="ST"
    )


@pytest.fixture
def make_actor(db: None) -> MakeActor:
    """Makes an account with roles in a body, and the actor for it."""

    def make(name: str, body: "Body", *roles: str, unit: "Unit | None" = None) -> "Actor":
        from augenmass.access.actor import actor_for
        from augenmass.directory.models import Account, Membership

        account = Account.objects.create_user(
            name, "ein langes Kennwort", name=name.title(), email=f"{name}@example.org"
        )
        for role in roles:
            Membership.objects.create(account=account, body=body, unit=unit, role=role, valid_from=LONG_AGO)
        made = actor_for(account)
        assert made is not None
        return made

    return make


@pytest.fixture
def actor(make_actor: MakeActor, body: "Body") -> "Actor":
    """A caseworker of ``body``."""
    return make_actor("berger", body, "caseworker")


@pytest.fixture
def approver(make_actor: MakeActor, body: "Body") -> "Actor":
    """The head of ``body``'s team, who signs as the second person."""
    return make_actor("leitner", body, "approver")


@pytest.fixture
def intake_clerk(make_actor: MakeActor, body: "Body") -> "Actor":
    """Takes files of other systems in."""
    return make_actor("ingwer", body, "intake")


@pytest.fixture
def outsider(make_actor: MakeActor, other_body: "Body") -> "Actor":
    """A caseworker of the other body."""
    return make_actor("fremd", other_body, "caseworker")


@pytest.fixture
def case_with(actor: "Actor") -> MakeCase:
    """Makes a case of the actor's body with facts (canonical values), its legal position kept."""
    counted = iter(range(1, 10_000))
    default_actor = actor

    def make(facts: dict[str, str] | None = None, *, number: str | None = None, actor: "Actor | None" = None) -> "Case":
        from augenmass.cases.positions import recompute
        from augenmass.record.ledger import book
        from augenmass.record.models import Case, Source

        who = actor or default_actor
        with book(who) as b:
            case = Case.objects.create(
                number=number or f"N-{next(counted):04d}", body=who.body, officer=who.account, created_at=b.at
            )
            source, _made = Source.objects.get_or_create(body=who.body, kind=Source.Kind.OFFICER, label="Akte")
            opened = b.entry("case.opened", case)
            for name, value in (facts or {}).items():
                opened.establish(name, value, source_id=source.pk)
            b.flush()
            recompute([case.pk])
        case.refresh_from_db()
        return case

    return make


@pytest.fixture
def client_of(db: None) -> Callable[["Actor"], "Client"]:
    """A browser in which the actor is signed in."""

    def sign_in(actor: "Actor") -> "Client":
        from django.test import Client

        client = Client()
        client.force_login(actor.account, backend="augenmass.directory.backend.DeskBackend")
        return client

    return sign_in


@pytest.fixture(scope="session", autouse=True)
def _reads_as_a_command() -> None:
    """Tests prepare and look as a part of the program; a page that they ask for reads in the name of who signed in."""
    from augenmass.access.reader import SystemRole, become

    become(SystemRole.COMMAND)


@pytest.fixture(autouse=True)
def _files_of_the_test(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Uploaded files of a test with a database land in a folder of its own."""
    if not request.node.get_closest_marker("django_db"):
        yield
        return
    from django.test import override_settings

    folder = tmp_path_factory.mktemp("files")
    from django.conf import settings

    storages = {**settings.STORAGES, "default": {**settings.STORAGES["default"], "OPTIONS": {"location": str(folder)}}}
    with override_settings(STORAGES=storages):
        yield
