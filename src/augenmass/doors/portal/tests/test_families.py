"""Links to members of the family at the person's door: nothing before both consented, and never anything else of the other's agreement."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from django.core.cache import cache
from django.test import Client

from augenmass.access.actor import Actor
from augenmass.access.reader import reading_for
from augenmass.agreements.actions.ending import withdraw
from augenmass.agreements.actions.families import end_link
from augenmass.agreements.actions.following import move_review
from augenmass.agreements.models import Agreement, FamilyLink, Participant
from augenmass.agreements.tests.conftest import begun, counsellor, explained, office, signed, version, working_day
from augenmass.agreements.tests.test_families import linked, wish
from augenmass.law.time import today
from augenmass.person_access.actions.inviting import invite
from augenmass.person_access.models import Access
from augenmass.person_access.tests.conftest import code_in

if TYPE_CHECKING:
    from augenmass.doors.portal.tests.conftest import Enter

pytestmark = [pytest.mark.db, pytest.mark.django_db]
__all__ = ["begun", "counsellor", "explained", "office", "signed", "working_day"]
OWN = "/portal/vereinbarung/"
Begun = Callable[..., Agreement]
Enters = Callable[[Agreement], Client]


@pytest.fixture
def entered(counsellor: Actor) -> Enters:
    """A browser in which the person of an agreement is signed in."""

    def make(agreement: Agreement) -> Client:
        cache.clear()
        with reading_for(counsellor):
            code = code_in(invite(counsellor, agreement.key, uuid4(), "https://zugang.example/portal/"))
        client = Client()
        assert client.post("/portal/anmelden/", {"code": code}).status_code == 302
        return client

    return make


def page(client: Client, address: str) -> str:
    """A page without the secrets of its forms and the keys of addresses."""
    answer = client.get(address)
    assert answer.status_code == 200
    return re.sub(r"[A-Za-z0-9]{64}|[0-9a-f-]{36}", "", answer.content.decode())


def one(link: UUID) -> str:
    return f"{OWN}familie/{link}/"


def test_the_person_consents_chooses_and_ends_at_their_door(counsellor: Actor, signed: Begun, entered: Enters) -> None:
    mine, other = signed("de"), signed("de", name="Petro Bondar")
    wishing, asked = entered(mine), entered(other)
    before = page(wishing, OWN)
    with reading_for(counsellor):
        link = wish(counsellor, mine, other)
    assert page(wishing, OWN) == before, "a wish does not tell whether the other has an agreement here"
    assert wishing.get(one(link.key)).status_code == wishing.post(one(link.key), {}).status_code == 404
    assert wishing.post(one(link.key) + "ende/").status_code == 302
    assert "Olena Bondar" in page(asked, OWN)
    assert "Zustimmen" in page(asked, one(link.key))
    for _time in range(2):
        assert asked.post(one(link.key), {"share_days": "on"}).status_code == 302
    link.refresh_from_db()
    assert (link.consented_how, link.consented_name, link.consented_on) == ("door", "Petro Bondar", today())
    assert link.shares_days
    assert "Gemeinsames Gespräch" in page(wishing, OWN)
    assert wishing.post(one(link.key), {}).status_code == 302
    link.refresh_from_db()
    assert (link.wished_days, link.consented_days) == (False, True)
    assert "Gemeinsames Gespräch" not in page(asked, OWN)
    for _time in range(2):
        assert wishing.post(one(link.key) + "ende/").status_code == 302
    link.refresh_from_db()
    assert link.ended_on == today()
    assert page(wishing, OWN) == before
    assert asked.get(one(link.key)).status_code == 404


def test_the_page_is_the_same_whatever_the_other_agreement_is(
    counsellor: Actor, signed: Begun, begun: Begun, entered: Enters, working_day: Callable[[int], object]
) -> None:
    mine = signed("de")
    known = {"email": "p@example.org", "reminded": True, "born_on": today() - timedelta(days=9000)}
    others = [
        signed("uk", name="Petro Bondar", **known),
        begun("ar", name="Petro Bondar", situation="open"),
        signed("de", name="Petro Bondar"),
        signed("tr", name="Petro Bondar"),
    ]
    client, seen = entered(mine), []
    with reading_for(counsellor):
        for number in (0, 2, 3):  # other days than mine: what is not common is not shown
            move_review(counsellor, others[number].key, version(others[number]), working_day(9 + number), "person")  # type: ignore[arg-type]
    for other, shares in zip(others, (True, True, True, False), strict=True):
        with reading_for(counsellor):
            link = linked(counsellor, mine, other)
            FamilyLink.objects.filter(pk=link.pk).update(consented_days=shares)
        seen.append((page(client, OWN), page(client, one(link.key))))
        with reading_for(counsellor):
            end_link(counsellor, other.key, version(other), link.key)
    assert "Petro Bondar" in seen[0][0]
    assert len(set(seen)) == 1


def test_an_end_of_the_link_and_one_of_the_agreement_look_the_same(
    counsellor: Actor, signed: Begun, entered: Enters
) -> None:
    mine, other = signed("de"), signed("de", name="Petro Bondar")
    client = entered(mine)
    with reading_for(counsellor):
        link = linked(counsellor, mine, other)
        end_link(counsellor, other.key, version(other), link.key)
        ended = page(client, OWN)
        linked(counsellor, mine, other)
        withdraw(counsellor, other.key, version(other))
    assert page(client, OWN) == ended
    assert "Petro" not in ended


def test_a_minor_does_not_consent_but_ends(counsellor: Actor, signed: Begun, entered: Enters) -> None:
    parent, child = signed("de"), signed("de", name="Ivan Bondar")
    Participant.objects.filter(pk=child.participant_id).update(
        born_on=today() - timedelta(days=5000), guardian="Olena Bondar"
    )
    client = entered(child)
    with reading_for(counsellor):
        link = wish(counsellor, parent, child)
    shown = page(client, one(link.key))
    assert "Sorgerecht" in shown
    assert "share_days" not in shown
    assert client.post(one(link.key), {"share_days": "on"}).status_code == 422
    link.refresh_from_db()
    assert not link.holds
    assert client.post(one(link.key) + "ende/").status_code == 302
    link.refresh_from_db()
    assert link.ended_on == today()


def test_nobody_else_reaches_a_link(
    counsellor: Actor, signed: Begun, entered: Enters, access: Access, enter: "Enter"
) -> None:
    with reading_for(counsellor):
        link = linked(counsellor, signed("de"), signed("de", name="Petro Bondar"))
    of_case = enter(access)
    for client in (entered(signed("de", name="Samir Haddad")), of_case):
        assert client.get(one(link.key)).status_code == client.post(one(link.key), {}).status_code == 404
        client.post(one(link.key) + "ende/")
        assert "Bondar" not in page(client, OWN)
    assert Client().get(one(link.key)).status_code == 403
    Access.objects.filter(pk=access.pk).update(kind=Access.Kind.GUARDIAN)
    assert of_case.get(one(link.key)).status_code == 404
    link.refresh_from_db()
    assert link.holds


def test_the_language_is_switched_in_the_middle_of_a_choice(counsellor: Actor, signed: Begun, entered: Enters) -> None:
    mine, other = signed("de"), signed("de", name="Petro Bondar")
    client = entered(other)
    with reading_for(counsellor):
        link = wish(counsellor, mine, other)
    answer = client.post(one(link.key), {"share_days": "on", "language": "en"})
    assert answer.status_code == 200
    assert "Agree" in answer.content.decode()
    assert "checked" in answer.content.decode()
    link.refresh_from_db()
    assert not link.holds
