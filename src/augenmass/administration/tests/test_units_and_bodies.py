"""Units by the administration of a body; bodies and their areas by the operator."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor, NotPermitted
from augenmass.administration.actions.bodies import NewBody, add_area, add_body, dissolve_body, end_area, rename_body
from augenmass.administration.actions.units import close_unit, make_unit, rename_unit
from augenmass.administration.queries import units_of
from augenmass.administration.refusal import NotAdministered
from augenmass.competence.models import Area
from augenmass.competence.rules import Matter
from augenmass.conftest import MakeActor, MakeCase
from augenmass.directory.models import Body, Membership, Unit
from augenmass.law.time import today
from augenmass.record.models import Action
from augenmass.work.actions.people import units
from augenmass.work.actions.post import NewPost, register_post
from augenmass.work.models import IncomingPost

pytestmark = [pytest.mark.db, pytest.mark.django_db]


@pytest.fixture
def admin(make_actor: MakeActor, body: Body) -> Actor:
    return make_actor("sommer", body, "body_administrator")


@pytest.fixture
def operator(make_actor: MakeActor) -> Actor:
    own = Body.objects.create(key="betrieb", kind=Body.Kind.OPERATION, name="Betrieb", land="ST")
    return make_actor("betrieb", own, "operator")


def test_units_are_made_renamed_and_closed(admin: Actor, actor: Actor) -> None:
    unit = make_unit(admin, "  Team   Süd ")
    assert (unit.name, unit.key) == ("Team Süd", "team-sud")
    with pytest.raises(NotAdministered, match="schon"):
        make_unit(admin, "team süd")
    rename_unit(admin, unit.pk, "Team Süd-Ost")
    assert [row.unit.name for row in units_of(admin)] == ["Team Süd-Ost"]
    Membership.objects.filter(account=actor.account).update(unit=unit)
    with pytest.raises(NotAdministered, match="Personen"):
        close_unit(admin, unit.pk)
    Membership.objects.filter(account=actor.account).update(unit=None)
    piece = register_post(actor, NewPost(uuid4(), IncomingPost.Kind.PERSON, "A", "B", today(), None, unit_id=unit.pk))
    with pytest.raises(NotAdministered, match="Post"):
        close_unit(admin, unit.pk)
    IncomingPost.objects.filter(pk=piece.pk).update(unit=None)
    close_unit(admin, unit.pk)
    assert not units(actor).exists()
    assert make_unit(admin, "Team Süd-Ost").pk != unit.pk


@pytest.mark.parametrize("name", ["", "   ", "x" * 201])
def test_a_unit_needs_a_name(admin: Actor, name: str) -> None:
    with pytest.raises(NotAdministered, match="Namen"):
        make_unit(admin, name)
    assert not Unit.objects.exists()


def test_units_of_others_are_not_there(admin: Actor, actor: Actor, other_body: Body) -> None:
    theirs = Unit.objects.create(body=other_body, key="t", name="T")
    with pytest.raises(Unit.DoesNotExist):
        rename_unit(admin, theirs.pk, "X")
    with pytest.raises(Unit.DoesNotExist):
        close_unit(admin, theirs.pk)
    with pytest.raises(NotPermitted):
        make_unit(actor, "X")


def test_the_operator_adds_renames_and_dissolves_bodies_in_the_record(
    operator: Actor, actor: Actor, case_with: MakeCase
) -> None:
    body = add_body(operator, NewBody("abh-neu", Body.Kind.FOREIGNERS_AUTHORITY, "Ausländerbehörde Neu", "ST"))
    rename_body(operator, "abh-neu", "Ausländerbehörde Neustadt")
    dissolved = dissolve_body(operator, "abh-neu", today())
    assert (dissolved.name, dissolved.dissolved_on) == ("Ausländerbehörde Neustadt", today())
    kinds = list(Action.objects.filter(kind__startswith="body.").order_by("sequence").values_list("kind", flat=True))
    assert kinds == ["body.added", "body.renamed", "body.dissolved"]
    assert Action.objects.filter(kind="body.added").get().references == {"body": body.pk}
    case_with({"family_name": "Haddad"})
    with pytest.raises(NotAdministered, match="1 Fälle"):
        dissolve_body(operator, actor.body.key, today())
    dissolve_body(operator, actor.body.key, today() + timedelta(days=90))
    for act in (
        lambda: add_body(operator, NewBody("abh-neu", Body.Kind.POLICE, "X", "ST")),
        lambda: add_body(operator, NewBody("x", Body.Kind.POLICE, "X", "ZZ")),
        lambda: add_body(operator, NewBody("x", Body.Kind.POLICE, " ", "ST")),
        lambda: dissolve_body(operator, "gibtesnicht", today()),
        lambda: dissolve_body(operator, "abh-neu", today()),
        lambda: dissolve_body(operator, "betrieb", today()),
    ):
        with pytest.raises(NotAdministered):
            act()


def test_areas_are_added_and_ended_by_the_operator_only(operator: Actor, admin: Actor, body: Body) -> None:
    area = add_area(operator, body.key, Matter.RESIDENCE, "06100", "06199", date(2026, 1, 1), "Landesverordnung")
    end_area(operator, area.pk, date(2026, 12, 31))
    assert Area.objects.get().valid_to == date(2026, 12, 31)
    for first, last in (("06199", "06100"), ("6100", "06199"), ("A6100", "A6199")):
        with pytest.raises(NotAdministered, match="Postleitzahl"):
            add_area(operator, body.key, Matter.RESIDENCE, first, last, date(2026, 1, 1))
    with pytest.raises(NotAdministered):
        end_area(operator, area.pk, date(2025, 1, 1))
    for act in (
        lambda: add_body(admin, NewBody("x", Body.Kind.POLICE, "X", "ST")),
        lambda: add_area(admin, body.key, Matter.RESIDENCE, "06100", "06199", date(2026, 1, 1)),
    ):
        with pytest.raises(NotPermitted):
            act()
