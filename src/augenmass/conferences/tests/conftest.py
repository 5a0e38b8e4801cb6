"""A conference of five bodies: the authority leads, police, municipality, youth welfare and a counselling service sit beside it."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from augenmass.access.actor import Actor
from augenmass.access.reader import reading_for
from augenmass.conferences.actions.basing import Grounds
from augenmass.conferences.actions.giving import NewItem, give_item
from augenmass.conferences.actions.holding import accept_statement, open_meeting
from augenmass.conferences.actions.requesting import Meeting, Request, accept_request, add_point, request_conference
from augenmass.conferences.actions.seating import add_officer
from augenmass.conferences.models import Conference, Item, Participant
from augenmass.conftest import MakeActor
from augenmass.directory.models import Body
from augenmass.law.time import now

BRAKES_OFF = dict.fromkeys(
    (
        "special_rule_opposes",
        "professional_secret",
        "tax_secret",
        "social_data",
        "youth_welfare_entrusted",
        "counselling_content",
        "register_block",
    ),
    "no",
)
ON_REQUEST = BRAKES_OFF | {
    "necessity_affirmed": "yes",
    "on_request": "yes",
    "register_suffices": "no",
    "same_purpose": "yes",
}
"""Answers by which AufenthG § 87 (1) carries a notice to the authority."""
LAND_LAW = "BDSG/1/1/1/2"
"""Where the matrix leaves it to the law of the Land; an officer names it in an assessment."""
REASON = "Die Angabe wird für die gemeinsame Entscheidung über den nächsten Schritt gebraucht."
CRITERIA = ("several_bodies", "not_bilateral", "impasse")

Give = Callable[..., Item]


def request_of(body: int, **other: object) -> Request:
    said = {
        "key": uuid4(),
        "title": "Gemeinsames Vorgehen im Mai",
        "concern": "Drei Stellen warten aufeinander.",
        "criteria": CRITERIA,
        "told": "yes",
        "told_reason": "",
        "lead": body,
        "purpose": "residence_law",
        "provision": "§ 71 Abs. 1 AufenthG",
    }
    return Request(**(said | other))  # type: ignore[arg-type]


def item_of(**other: object) -> NewItem:
    said = {
        "key": uuid4(),
        "kind": "information",
        "text": "Die Anschrift ist bekannt.",
        "nature": "fact",
        "data_class": "residence",
        "purpose": "residence_law",
    }
    return NewItem(**(said | other))  # type: ignore[arg-type]


@pytest.fixture
def police(make_actor: MakeActor) -> Actor:
    made = Body.objects.create(key="pol", kind=Body.Kind.POLICE, name="Polizei Auenburg", land="ST")
    return make_actor("kruse", made, "police_liaison")


@pytest.fixture
def youth(make_actor: MakeActor) -> Actor:
    made = Body.objects.create(key="ja", kind=Body.Kind.YOUTH_WELFARE, name="Jugendamt Auenburg", land="ST")
    return make_actor("lorenz", made, "youth_welfare")


@pytest.fixture
def counselling(db: None) -> Body:
    return Body.objects.create(key="bst", kind=Body.Kind.COUNSELLING, name="Beratungsstelle", land="ST")


@pytest.fixture
def counsellor(make_actor: MakeActor, counselling: Body) -> Actor:
    return make_actor("demir", counselling, "integration_counsellor")


@pytest.fixture
def of_counselling(make_actor: MakeActor, counselling: Body) -> Actor:
    """Somebody of a body that no provision lets be told, in a role that takes part."""
    return make_actor("simsek", counselling, "youth_welfare")


@pytest.fixture
def requested(actor: Actor, body: Body) -> Conference:
    with reading_for(actor):
        made = request_conference(actor, request_of(body.pk))
        add_point(actor, made.key, uuid4(), "Fall 1", 15, None)
    return made


@pytest.fixture
def meeting(requested: Conference, actor: Actor, approver: Actor, police: Actor, youth: Actor) -> Conference:
    """Sits: authority (lead), police, youth welfare; everybody accepted the statement."""
    with reading_for(actor):
        for other in (police, youth):
            add_officer(actor, requested.key, other.account_id, other.body_id)
    with reading_for(approver):
        accept_request(approver, requested.key, Meeting(now() + timedelta(hours=1), 60))
    with reading_for(actor):
        open_meeting(actor, requested.key)
    for one in (actor, police, youth, approver):
        with reading_for(one):
            accept_statement(one, requested.key)
    requested.refresh_from_db()
    return requested


def seat_key(conference: Conference, who: Actor) -> UUID:
    """The key of the seat that somebody holds."""
    return Participant.objects.get(conference=conference, account=who.account_id, body=who.body_id, ended_at=None).key


@pytest.fixture
def give(meeting: Conference) -> Give:
    """Tell something, to these participants, on a basis that holds or is assessed."""

    def tell(who: Actor, *to: Actor, told: dict[str, str] = ON_REQUEST, reason: str = REASON, **other: object) -> Item:
        keys = tuple(seat_key(meeting, one) for one in to)
        with reading_for(who):
            return give_item(who, meeting.key, item_of(**other), Grounds(keys, told, reason=reason, provision=LAND_LAW))

    return tell
