"""Links to members of the family: both consent, either ends, and nothing else is shown; planned together only where both share days."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.reader import reading_for
from augenmass.agreements.actions.drafting import NoWorkingDay
from augenmass.agreements.actions.ending import withdraw
from augenmass.agreements.actions.families import (
    Given,
    choose_days,
    consent_to_link,
    end_link,
    plan_together,
    wish_link,
)
from augenmass.agreements.models import Agreement, FamilyLink, Participant
from augenmass.agreements.queries.families import links_of, may_be_linked
from augenmass.agreements.retention import SWEEP
from augenmass.agreements.rules.days import falls_on
from augenmass.agreements.tests.conftest import version
from augenmass.law.time import today
from augenmass.record.models import Action
from augenmass.record.verify import verify
from augenmass.work.refusal import NotDone

if TYPE_CHECKING:
    from augenmass.conftest import MakeActor
    from augenmass.directory.models import Body

pytestmark = pytest.mark.db
Signed = Callable[..., Agreement]


def given(**other: object) -> Given:
    """A wish or a consent of today, said in a talk."""
    return Given(**({"on": today(), "how": "talk", "days": True} | other))  # type: ignore[arg-type]


def wish(actor: Actor, mine: Agreement, other: Agreement, key: UUID | None = None, **said: object) -> FamilyLink:
    return wish_link(actor, mine.key, version(mine), key or uuid4(), other.key, given(**said))


def linked(actor: Actor, mine: Agreement, other: Agreement, **said: object) -> FamilyLink:
    """A link that holds."""
    link = wish(actor, mine, other, **said)
    consent_to_link(actor, other.key, version(other), link.key, given(**said))
    link.refresh_from_db()
    return link


@pytest.fixture
def two(signed: Signed) -> tuple[Agreement, Agreement]:
    return signed("uk"), signed("uk", name="Petro Bondar")


def test_a_link_holds_only_once_both_consented(counsellor: Actor, two: tuple[Agreement, Agreement]) -> None:
    mine, other = two
    with reading_for(counsellor):
        link = wish(counsellor, mine, other, days=False)
        assert not link.holds
        with pytest.raises(NotDone, match="keine Einwilligung"):
            consent_to_link(counsellor, mine.key, version(mine), link.key, given())
        consent_to_link(counsellor, other.key, version(other), link.key, given(how="phone"))
        link.refresh_from_db()
        assert link.holds
        assert not link.shares_days
        assert (link.wished_name, link.wished_how) == ("Olena Bondar", "talk")
        assert (link.consented_name, link.consented_how, link.consented_on) == ("Petro Bondar", "phone", today())
        with pytest.raises(NotDone, match="keine Einwilligung"):
            consent_to_link(counsellor, other.key, version(other), link.key, given())
    kinds = Action.objects.filter(kind__startswith="agreement.family").order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == ["agreement.family_wished", "agreement.family_consented"]
    assert list(verify()) == []


@pytest.mark.parametrize("side", [0, 1])
@pytest.mark.parametrize("holding", [True, False])
def test_either_side_ends_it_at_any_time(
    counsellor: Actor, two: tuple[Agreement, Agreement], side: int, holding: bool
) -> None:
    with reading_for(counsellor):
        link = (linked if holding else wish)(counsellor, *two)
        end_link(counsellor, two[side].key, version(two[side]), link.key)
        assert links_of(two[0]) == links_of(two[1]) == []
        with pytest.raises(NotDone, match="nicht mehr"):
            consent_to_link(counsellor, two[1].key, version(two[1]), link.key, given())
        assert linked(counsellor, two[1], two[0]).holds


@pytest.mark.parametrize("side", [0, 1])
def test_an_agreement_that_ends_ends_its_links_and_takes_them_along_when_it_is_erased(
    counsellor: Actor, office: "Body", two: tuple[Agreement, Agreement], side: int
) -> None:
    with reading_for(counsellor):
        link = linked(counsellor, *two)
        withdraw(counsellor, two[side].key, version(two[side]))
        link.refresh_from_db()
        assert link.ended_on == today()
        with pytest.raises(NotDone, match="beendet"):
            wish(counsellor, *two)
    for rows in SWEEP.rows(office.pk, today() + timedelta(days=1)):
        rows.delete()
    assert not FamilyLink.objects.exists()
    assert list(Agreement.objects.all()) == [two[1 - side]]


def test_common_days_are_shown_only_where_both_want_it_and_the_day_is_the_same(
    counsellor: Actor, two: tuple[Agreement, Agreement]
) -> None:
    mine, other = two
    with reading_for(counsellor):
        link = linked(counsellor, mine, other)
        day = mine.next_talk
        assert [one.common for one in (*links_of(mine), *links_of(other))] == [day, day]
        choose_days(counsellor, other.key, version(other), link.key, False)
        assert [one.common for one in (*links_of(mine), *links_of(other))] == [None, None]
        choose_days(counsellor, other.key, version(other), link.key, True)
        Agreement.objects.filter(pk=other.pk).update(next_talk=day and day + timedelta(days=1))
        other.refresh_from_db()
        assert [one.common for one in (*links_of(mine), *links_of(other))] == [None, None]


def test_one_form_plans_the_talk_of_both(
    counsellor: Actor, two: tuple[Agreement, Agreement], working_day: Callable[[int], object]
) -> None:
    mine, other = two
    day = working_day(9)
    with reading_for(counsellor):
        link = linked(counsellor, mine, other)
        before = version(other)
        said = ((mine.key, version(mine)), link.key, before, day, "person")
        plan_together(counsellor, *said)  # type: ignore[arg-type]
        with pytest.raises(NotDone, match="inzwischen geändert"):
            plan_together(counsellor, *said)  # type: ignore[arg-type]
        for one in two:
            one.refresh_from_db()
            assert one.next_talk == day
            assert sorted(one.reviews.values_list("state", flat=True)) == ["moved", "planned"]
        with pytest.raises(NotDone, match="schon an diesem Tag"):
            plan_together(counsellor, (mine.key, version(mine)), link.key, version(other), day, "person")  # type: ignore[arg-type]
        assert links_of(mine)[0].common == day
    planned = Action.objects.get(kind="agreement.family_talk_planned")
    assert (planned.references["agreement"], planned.references["other"]) == (mine.pk, other.pk)


def test_what_is_not_planned_for_both_changes_neither(
    counsellor: Actor, two: tuple[Agreement, Agreement], working_day: Callable[[int], object]
) -> None:
    mine, other = two
    holiday = today() + timedelta(days=1)
    while not falls_on(holiday, "ST"):
        holiday += timedelta(days=1)
    with reading_for(counsellor):
        link = linked(counsellor, mine, other, days=False)
        talk = lambda day: plan_together(counsellor, (mine.key, version(mine)), link.key, version(other), day, "person")  # noqa: E731
        with pytest.raises(NotDone, match="gemeinsame Tage"):
            talk(working_day(9))
        with pytest.raises(NoWorkingDay):
            talk(holiday)
        with pytest.raises(NotDone, match="Vergangenheit"):
            talk(today() - timedelta(days=1))
    for one in two:
        assert one.reviews.get().state == "planned"
        day = one.next_talk
        one.refresh_from_db()
        assert one.next_talk == day


def test_for_a_minor_who_has_custody_consents(counsellor: Actor, signed: Signed, begun: Signed) -> None:
    parent = signed("de", name="Olha Bondar")
    child = begun("de", name="Ivan Bondar", born_on=today() - timedelta(days=3650))
    with reading_for(counsellor):
        with pytest.raises(NotDone, match="Sorgerecht"):
            wish(counsellor, child, parent, by_guardian=True)
        Participant.objects.filter(pk=child.participant_id).update(guardian="Olha Bondar")
        with pytest.raises(NotDone, match="bestätigen"):
            wish(counsellor, child, parent)
        link = wish(counsellor, parent, child)
        with pytest.raises(NotDone, match="bestätigen"):
            consent_to_link(counsellor, child.key, version(child), link.key, given())
        consent_to_link(counsellor, child.key, version(child), link.key, given(by_guardian=True, days=False))
        link.refresh_from_db()
        assert link.consented_name == "Olha Bondar"
        with pytest.raises(NotDone, match="bestätigen"):
            choose_days(counsellor, child.key, version(child), link.key, True)
        choose_days(counsellor, child.key, version(child), link.key, True, by_guardian=True)
        choose_days(counsellor, child.key, version(child), link.key, False)


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({"on": today() + timedelta(days=1)}, "Zukunft"),
        ({"on": today() - timedelta(days=1)}, "vor dem Beginn"),
        ({"how": "door"}, "Liste"),
        ({"how": "pigeon"}, "Liste"),
    ],
)
def test_what_cannot_have_been_given_so_is_said(
    counsellor: Actor, two: tuple[Agreement, Agreement], said: dict[str, object], says: str
) -> None:
    with reading_for(counsellor), pytest.raises(NotDone, match=says):
        wish(counsellor, *two, **said)
    assert not FamilyLink.objects.exists()


def test_the_same_form_twice_notes_one_wish_and_two_forms_are_told_apart(
    counsellor: Actor, two: tuple[Agreement, Agreement]
) -> None:
    mine, other = two
    with reading_for(counsellor):
        key, seen = uuid4(), version(mine)
        made = [wish_link(counsellor, mine.key, seen, key, other.key, given()) for _time in range(2)]
        assert made[0].pk == made[1].pk
        for one, two_ in ((mine, other), (other, mine)):
            with pytest.raises(NotDone, match="schon verbunden"):
                wish(counsellor, one, two_)
        with pytest.raises(NotDone, match="sich selbst"):
            wish(counsellor, mine, mine)
    with pytest.raises(IntegrityError):
        FamilyLink.objects.create(wished_by=other, asked=mine, wished_on=today(), wished_how="talk", wished_name="P")


def test_another_service_and_who_may_not_counsel_link_nothing(
    counsellor: Actor, office: "Body", make_actor: "MakeActor", two: tuple[Agreement, Agreement]
) -> None:
    from augenmass.directory.models import Body

    mine, other = two
    with reading_for(counsellor):
        link = wish(counsellor, mine, other)
    elsewhere = Body.objects.create(key="caritas", kind=Body.Kind.COUNSELLING, name="Andere Beratung", land="ST")
    stranger = make_actor("fremd", elsewhere, "integration_counsellor")
    with reading_for(stranger):
        assert may_be_linked(stranger, mine, "Bondar") == []
        with pytest.raises(Agreement.DoesNotExist):
            consent_to_link(stranger, other.key, version(other), link.key, given())
        with pytest.raises(Agreement.DoesNotExist):
            wish_link(stranger, mine.key, version(mine), uuid4(), other.key, given())
    Agreement.objects.filter(pk=other.pk).update(body=elsewhere)
    with reading_for(counsellor), pytest.raises(Agreement.DoesNotExist):
        wish(counsellor, mine, other)
    officer = make_actor("amt", office, "municipal_officer")
    with reading_for(officer), pytest.raises(NotPermitted):
        end_link(officer, mine.key, version(mine), link.key)


def test_the_pages_of_the_desk(
    counsellor: Actor,
    client_of: Callable[[Actor], Client],
    two: tuple[Agreement, Agreement],
    working_day: Callable[[int], object],
) -> None:
    mine, other = two
    client = client_of(counsellor)
    address = reverse("agreement_family", args=[mine.key])
    assert "Petro Bondar" not in client.get(address).content.decode()
    assert "Niemand gefunden" in client.post(address, {"q": "Schmidt"}, follow=True).content.decode()
    search = client.post(address, {"q": "bond"})
    assert search.status_code == 302
    assert "bond" not in search["Location"]
    address = search["Location"]
    page = client.get(address).content.decode()
    assert "Petro Bondar" in page
    assert "Sorgerecht" not in page
    sent = {"seen": version(mine), "key": uuid4(), "given_on": f"{today():%d.%m.%Y}", "given_how": "talk"}
    assert client.post(address, sent).status_code == 422
    assert client.post(address, sent | {"other_agreement": uuid4()}).status_code == 422
    chosen = sent | {"other_agreement": other.key, "share_days": "on"}
    assert client.post(address, chosen | {"seen": 0}).status_code == 409
    assert client.post(address, chosen).status_code == 302
    link = FamilyLink.objects.get()
    act = lambda one, what, **said: client.post(  # noqa: E731
        reverse("agreement_act", args=[one.key, what]), {"seen": version(one), "item": link.key, **said}
    )
    assert "hat noch nicht eingewilligt" in client.get(f"/vereinbarungen/{mine.key}/").content.decode()
    assert act(other, "familie-einwilligung", given_on="", given_how="talk").status_code == 422
    consent = {"given_on": f"{today():%d.%m.%Y}", "given_how": "written", "share_days": "on"}
    assert act(other, "familie-einwilligung", **consent).status_code == 302
    assert act(other, "familie-einwilligung", **consent).status_code == 409
    both = {"seen_version": version(other), "together_on": f"{working_day(9):%d.%m.%Y}", "moved_by": "person"}
    assert act(mine, "familie-gespraech", **both | {"seen_version": 0}).status_code == 409
    assert act(mine, "familie-gespraech", **both).status_code == 302
    assert "Gemeinsames Gespräch am" in client.get(f"/vereinbarungen/{other.key}/").content.decode()
    assert act(mine, "familie-tage").status_code == 302
    assert "Gemeinsames Gespräch am" not in client.get(f"/vereinbarungen/{other.key}/").content.decode()
    assert act(mine, "familie-ende").status_code == 302
    assert "Petro" not in client.get(f"/vereinbarungen/{mine.key}/").content.decode()
