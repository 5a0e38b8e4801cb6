"""The invented Land fits the directory and the invented export."""

from augenmass.demo.export import AUTHORITY, OFFICERS, UNITS
from augenmass.demo.land import AUTHORITY as AUTHORITY_KEY
from augenmass.demo.land import BODIES, LAND, PEOPLE
from augenmass.directory.land import profiles
from augenmass.directory.models import Body
from augenmass.directory.roles import Role


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
