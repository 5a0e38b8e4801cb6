"""The counsellors' compartment with its own settings: ``pytest --ds augenmass.compartment.settings tests/compartment``."""

import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

if os.environ.get("DJANGO_SETTINGS_MODULE") != "augenmass.compartment.settings":
    collect_ignore_glob = ["*"]

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.compartment.models import Account, Person

PASSWORD = "ein langes Kennwort"


@pytest.fixture(autouse=True)
def keys() -> Iterator[None]:
    """A file with one key, for each test anew."""
    from augenmass.compartment.configuration import configuration
    from augenmass.compartment.keys import Keyring, new_key, write_keyring

    write_keyring(Keyring((new_key(),)))
    yield
    configuration().keys.unlink(missing_ok=True)


@pytest.fixture
def lead(db: None) -> "Account":
    """Leads a private service that declared its one duty."""
    from augenmass.compartment.actions.body import add_body, add_counsellor, declare
    from augenmass.compartment.rules import FUNDED_RETURN, Declared

    made = add_counsellor(add_body("stelle", "Beratung Nordheim"), "haas", "Ronja Haas", PASSWORD, leads=True)
    declare(made, Declared(False, (FUNDED_RETURN,), False), None)
    return made


@pytest.fixture
def counsellor(lead: "Account") -> "Account":
    """Counsels persons of her own."""
    from augenmass.compartment.actions.body import add_counsellor

    return add_counsellor(lead.body, "arslan", "Deniz Arslan", PASSWORD)


@pytest.fixture
def colleague(lead: "Account") -> "Account":
    """Another one of the same service."""
    from augenmass.compartment.actions.body import add_counsellor

    return add_counsellor(lead.body, "lange", "Kim Lange", PASSWORD)


@pytest.fixture
def person(counsellor: "Account") -> "Person":
    """Somebody who was told, with the name Herr Sentinel."""
    from augenmass.compartment.actions.persons import NoticeForm, PersonForm, open_person, record_notice
    from augenmass.law.time import today

    made = open_person(counsellor, uuid4(), PersonForm("Herr Sentinel", "fr", "Möchte heim", "N-0001"))
    declared = counsellor.body.declarations.get()
    day = today() - timedelta(days=30)
    record_notice(counsellor, made.key, NoticeForm(uuid4(), day, "fr", True, declared.pk))
    return made


@pytest.fixture
def browser_of(db: None) -> "Callable[[Account], Client]":
    """A browser in which somebody is signed in."""

    def sign_in(account: "Account") -> "Client":
        from django.test import Client

        client = Client()
        client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return sign_in


@pytest.fixture
def approved(counsellor: "Account", lead: "Account", person: "Person") -> Callable[[str], Any]:
    """A statement that the person approved, for an authority at an address."""
    from augenmass.compartment.actions.body import add_authority
    from augenmass.compartment.actions.statements import Approval, StatementForm, approve_statement, draft_statement
    from augenmass.law.time import today

    def make(address: str) -> Any:
        authority = add_authority(lead, uuid4(), "Ausländerbehörde", address, "augenmass_token")
        form = StatementForm("Ich möchte in Ruhe entscheiden.", "de", "N-0001", UUID(str(authority.key)))
        made = draft_statement(counsellor, person.key, uuid4(), form)
        return approve_statement(counsellor, made.key, Approval("screen", today(), "fr", True), made.version)

    return make
