"""The wall: whoever decides about residence reads nothing of an agreement, and nothing of it reaches the law, a case, a letter, a message.

No consequence can hang on an agreement: there is no way from it to a norm, a step or a page of the authority.
"""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import augenmass
from augenmass.access.actor import Actor
from augenmass.access.reader import reading_for
from augenmass.access.tables import tables
from augenmass.agreements.actions.ending import withdraw
from augenmass.agreements.actions.joining import join_by_code, make_join_code
from augenmass.agreements.models import Agreement
from augenmass.agreements.queries.agreements import APART, may_counsel, visible_agreements
from augenmass.agreements.queries.own import Owner, own_agreements
from augenmass.agreements.tests.conftest import version
from augenmass.cases.models import LegalPosition
from augenmass.cases.positions import recompute
from augenmass.directory.roles import GIVEN_IN, PERMISSIONS, Permission, Role
from augenmass.law.catalogue import Catalogue
from augenmass.law.vocabulary import VOCABULARY
from augenmass.record.models import Action

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.conftest import MakeActor, MakeCase
    from augenmass.directory.models import Body

ROOT = Path(augenmass.__file__).parent
MAY_KNOW = {"agreements", "site", "demo", "doors"}
"""The room itself, the settings, the demonstration, and the doors of counsellors and persons."""
OF_THE_PERSON = {
    "augenmass.person_access.actions.agreements",
    "augenmass.person_access.actions.guests",
    "augenmass.person_access.queries.own_agreements",
}
"""What joins an agreement to the person's own door, opens the door for it alone, and reads it there."""
OF_THE_COUNSELLOR = "augenmass.person_access.actions.inviting"
"""What hands a person the code for their own door; it opens no case."""
OF_CODES = "augenmass.person_access.actions.codes"
"""What draws codes for the door of persons: it asks whether an open code begins alike, and nothing else."""
OF_EVALUATION = {"augenmass.evaluation.reading", "augenmass.evaluation.rights"}
"""What counts the agreements of a service by quarter, and asks who may work agreements."""


def test_one_role_alone_works_agreements_and_it_can_do_nothing_to_a_case() -> None:
    holders = {role for role, rights in PERMISSIONS.items() if Permission.AGREEMENTS in rights}
    assert holders == {Role.INTEGRATION_COUNSELLOR}
    assert PERMISSIONS[Role.INTEGRATION_COUNSELLOR] == {Permission.AGREEMENTS}


def test_the_role_is_given_in_no_body_that_decides_about_residence() -> None:
    places = {kind for kind, roles in GIVEN_IN.items() if Role.INTEGRATION_COUNSELLOR in roles}
    assert places == {"counselling", "counselling_private", "municipality"}


def test_every_right_over_cases_keeps_its_holder_away() -> None:
    assert {Permission.READ_CASES, Permission.TAKE_STEPS, Permission.RECORD_FACTS, Permission.SECOND_SIGNATURE} <= APART


def test_no_room_below_and_none_beside_knows_the_agreements() -> None:
    found = {
        path.relative_to(ROOT).as_posix()
        for path, room, names in _imports()
        if room not in MAY_KNOW and any(name.startswith("augenmass.agreements") for name in names)
    }
    names = {*OF_THE_PERSON, OF_THE_COUNSELLOR, OF_CODES, *OF_EVALUATION}
    assert found == {f"{name.removeprefix('augenmass.').replace('.', '/')}.py" for name in names}


def test_what_the_person_reads_of_their_own_is_read_at_their_door_only() -> None:
    own = {ROOT.parent / f"{name.replace('.', '/')}.py" for name in OF_THE_PERSON}
    reading = [path for path, _room, names in _imports() if names & OF_THE_PERSON and path not in own]
    readers = {path.relative_to(ROOT).parts[:2] for path in reading}
    assert readers == {("doors", "portal")}
    handing = {path.relative_to(ROOT).as_posix() for path, _room, names in _imports() if OF_THE_COUNSELLOR in names}
    assert handing == {"doors/desk/views/agreement_acts.py"}


def _imports() -> Iterator[tuple[Path, str, set[str]]]:
    """Every file of the program with its room and the names of what it imports."""
    for path in ROOT.rglob("*.py"):
        if "tests" in path.parts:
            continue
        names: set[str] = set()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                names |= {node.module or "", *(f"{node.module}.{one.name}" for one in node.names)}
            elif isinstance(node, ast.Import):
                names |= {one.name for one in node.names}
        yield path, path.relative_to(ROOT).parts[0].removesuffix(".py"), names


def test_no_fact_of_the_vocabulary_and_no_norm_speaks_of_an_integration_agreement() -> None:
    for name, fact in VOCABULARY.items():
        words = f"{name} {fact.de} {fact.meaning}".lower()
        assert "integrationsvereinbarung" not in words, name
    catalogue = str(Catalogue.shipped().to_json()).lower()
    assert "integrationsvereinbarung" not in catalogue
    assert "integration_agreement" not in catalogue


def test_no_row_of_the_room_is_reached_by_way_of_a_case() -> None:
    kinds = {label: table.rows for label, table in tables().items() if label.startswith("agreements.")}
    assert len(kinds) == 17
    for label, rows in kinds.items():
        assert rows == "body" or rows.startswith("via agreements_"), label


@pytest.mark.db
@pytest.mark.parametrize(
    "role", [role.value for role in Role if role is not Role.INTEGRATION_COUNSELLOR and role is not Role.OPERATOR]
)
def test_nobody_else_reads_one_even_in_the_same_body(
    make_actor: "MakeActor", office: "Body", signed: Callable[..., Agreement], role: str
) -> None:
    signed("de")
    reader = make_actor("leser", office, role)
    with reading_for(reader):
        assert not visible_agreements(reader).exists()


@pytest.mark.db
def test_who_also_reads_cases_there_reads_none(
    make_actor: "MakeActor", office: "Body", signed: Callable[..., Agreement]
) -> None:
    signed("de")
    both = make_actor("beides", office, "integration_counsellor", "municipal_officer")
    assert not may_counsel(both)
    with reading_for(both):
        assert not visible_agreements(both).exists()


@pytest.mark.db
def test_another_office_reads_none(make_actor: "MakeActor", signed: Callable[..., Agreement]) -> None:
    from augenmass.directory.models import Body

    signed("de")
    other = Body.objects.create(key="caritas", kind=Body.Kind.COUNSELLING_PRIVATE, name="Andere Beratung", land="ST")
    reader = make_actor("fremd2", other, "integration_counsellor")
    with reading_for(reader):
        assert may_counsel(reader)
        assert not visible_agreements(reader).exists()


@pytest.mark.db
def test_the_page_and_the_legal_position_of_a_case_are_the_same_with_a_withdrawn_agreement_and_without(
    counsellor: Actor,
    actor: Actor,
    case_with: "MakeCase",
    signed: Callable[..., Agreement],
    client_of: Callable[[Actor], "Client"],
) -> None:
    case = case_with({"family_name": "Bondar", "first_names": "Olena"})
    with reading_for(counsellor):
        made = signed("de")
        code = make_join_code(counsellor, made.key, version(made))
    client = client_of(actor)
    address = f"/faelle/{case.key}/"
    before, position = _page(client, address), _position(case.pk)
    assert join_by_code(case.pk, code)
    with reading_for(counsellor):
        withdraw(counsellor, made.key, version(made))
    recompute([case.pk])
    assert _position(case.pk) == position
    assert _page(client, address) == before


@pytest.mark.db
def test_the_person_reads_their_own_with_the_code_once(
    counsellor: Actor, case_with: "MakeCase", signed: Callable[..., Agreement]
) -> None:
    case, other = case_with(), case_with()
    with reading_for(counsellor):
        made = signed("uk")
        code = make_join_code(counsellor, made.key, version(made))
    assert not join_by_code(case.pk, "7K2M9-7K2M9-7K2M9-7K2M9")
    assert not join_by_code(case.pk, "")
    assert not Action.objects.filter(kind="agreement.joined").exists()
    assert join_by_code(case.pk, code.lower())
    assert not join_by_code(other.pk, code)
    assert [one.agreement.pk for one in own_agreements(Owner(case.pk))] == [made.pk]
    assert own_agreements(Owner(other.pk)) == []


def _page(client: "Client", address: str) -> bytes:
    """A page without the secrets of its forms, which change with every request."""
    answer = client.get(address)
    assert answer.status_code == 200
    return re.sub(rb"[A-Za-z0-9]{64}|[0-9a-f-]{36}", b"", answer.content)


def _position(case_id: int) -> object:
    held = LegalPosition.objects.get(case=case_id)
    return held.content
