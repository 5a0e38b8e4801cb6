"""The invented Land fits the directory and the invented export."""

from augenmass.competence.rules import Matter, is_postcode
from augenmass.demo.export import AUTHORITY, OFFICERS, UNITS
from augenmass.demo.land import AREAS, BODIES, LAND, PEOPLE
from augenmass.demo.land import AUTHORITY as AUTHORITY_KEY
from augenmass.directory.land import profiles
from augenmass.directory.models import Body
from augenmass.directory.roles import GIVEN_IN, Role


def test_kinds_roles_and_units_exist() -> None:
    units = {body.key: {key for key, _name in body.units} for body in BODIES}

    assert LAND in profiles()
    assert {body.kind for body in BODIES} <= set(Body.Kind.values)
    assert {role for person in PEOPLE for role in person.roles} <= set(Role)
    assert all(person.body in units for person in PEOPLE)
    assert all(not person.unit or person.unit in units[person.body] for person in PEOPLE)


def test_names_of_people_and_bodies_are_unique() -> None:
    assert len({person.username for person in PEOPLE}) == len(PEOPLE)
    assert len({body.key for body in BODIES}) == len(BODIES)


def test_the_export_names_the_people_and_units_of_the_main_body() -> None:
    [main] = [body for body in BODIES if body.key == AUTHORITY_KEY]
    own = {person.name.split()[-1] for person in PEOPLE if person.body == AUTHORITY_KEY}

    assert main.name == AUTHORITY
    assert {name for _key, name in main.units} == set(UNITS)
    assert set(OFFICERS) <= own


def test_roles_fit_the_kind_of_body_and_areas_name_bodies_and_postcodes() -> None:
    kinds = {body.key: body.kind for body in BODIES}
    for person in PEOPLE:
        for body, role in [*((person.body, role) for role in person.roles), *person.also]:
            assert Role(role) in GIVEN_IN.get(kinds[body], frozenset()) or kinds[body] == "operation", person
    for area in AREAS:
        assert area.body in kinds
        assert area.matter in set(Matter)
        assert is_postcode(area.first)
        assert area.first <= area.last
