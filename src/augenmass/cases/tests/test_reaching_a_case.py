"""Who reaches a case: the body that works it, and those to whom it was opened; for anybody else it does not exist."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from augenmass.access.actions import GrantForm, NotGranted, end_grant, grant_access, name_recipient, withdraw_recipient
from augenmass.access.actor import Actor, NotPermitted, Purpose, actor_for
from augenmass.access.models import AccessLine, Grant
from augenmass.access.sight import fact_names_visible, sight_of, visible_facts
from augenmass.access.visible import Reach, visible_to, worked_by
from augenmass.cases.actions.facts import FactEntry, NotRecorded, establish_fact
from augenmass.cases.queries.granted import granted_cases, granted_hits
from augenmass.cases.queries.worklist import WorklistFilter, worklist
from augenmass.directory.models import Account, Membership
from augenmass.law.time import today, travel
from augenmass.record.models import Action, Case, Fact

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.conftest import MakeCase

pytestmark = [pytest.mark.db, pytest.mark.django_db]
FACTS = {"family_name": "Haddad", "date_of_birth": "1990-01-31", "passport_held_by_authority": "yes"}


def asked(body_id: int, *categories: str, days: int = 30, purpose: Purpose = Purpose.COOPERATION) -> GrantForm:
    return GrantForm(
        body_id, categories or ("identity",), purpose, "AufenthG § 86", "Prüfung", today() + timedelta(days=days)
    )


def again(actor: Actor) -> Actor:
    """The actor as the next request makes it."""
    found = actor_for(Account.objects.get(pk=actor.account_id), actor.body_id)
    assert found is not None
    return found


def test_a_granted_case_is_read_and_never_written(actor: Actor, outsider: Actor, case_with: "MakeCase") -> None:
    case = case_with(FACTS)
    assert not visible_to(outsider).exists()
    grant_access(actor, case.pk, asked(outsider.body_id, "identity"))
    assert list(visible_to(outsider)) == [case]
    assert list(visible_to(outsider, Purpose.COMPETENCE)) == []
    assert not worked_by(outsider).exists()
    with pytest.raises(Case.DoesNotExist):
        establish_fact(outsider, case.pk, FactEntry("family_name", "Anders", note="x"), None)
    assert Action.objects.filter(case=case, kind="access.granted").count() == 1


def test_only_what_was_ticked_and_the_matrix_allows_is_seen(
    actor: Actor, outsider: Actor, case_with: "MakeCase"
) -> None:
    case = case_with(FACTS | {"asylum_procedure_running": "yes"})
    grant_access(actor, case.pk, asked(outsider.body_id, "identity", "asylum"))
    sight = sight_of(outsider, case)
    assert sight.categories == {"identity"}  # asylum is ticked, but the matrix has no line for it
    assert {fact.name for fact in visible_facts(outsider, case)} <= fact_names_visible(outsider, case)
    assert "asylum_procedure_running" not in fact_names_visible(outsider, case)
    assert not sight.learns_position


def test_an_access_ends_with_its_day_or_when_it_is_taken_back(
    actor: Actor, outsider: Actor, case_with: "MakeCase"
) -> None:
    case = case_with(FACTS)
    grant_access(actor, case.pk, asked(outsider.body_id, days=3))
    with travel(today() + timedelta(days=4)):
        assert not visible_to(outsider).exists()
    end_grant(actor, Grant.objects.get().key)
    assert not visible_to(outsider).exists()
    with pytest.raises(NotGranted):
        end_grant(actor, Grant.objects.get().key)


def test_an_access_by_name_reaches_one_person_only(
    actor: Actor, outsider: Actor, make_actor: Callable[..., Actor], case_with: "MakeCase"
) -> None:
    case = case_with(FACTS)
    colleague = make_actor("kollegin", outsider.body, "caseworker")
    form = asked(outsider.body_id)
    grant_access(
        actor,
        case.pk,
        GrantForm(**{name: getattr(form, name) for name in form.__slots__} | {"account_id": outsider.account_id}),
    )
    assert visible_to(outsider).exists()
    assert not visible_to(colleague).exists()


@pytest.mark.parametrize(
    "change",
    [
        {"categories": ()},
        {"categories": ("enforcement_secret",)},
        {"categories": ("nonsense",)},
        {"provision": " "},
        {"reason": ""},
        {"valid_until": date(2020, 1, 1)},
        {"valid_until": date(2099, 1, 1)},
        {"purpose": Purpose.CASE_WORK},
        {"body_id": 0},
        {"account_id": 0},
    ],
)
def test_what_cannot_be_granted_is_refused_with_a_sentence(
    actor: Actor, outsider: Actor, case_with: "MakeCase", change: dict[str, object]
) -> None:
    case = case_with(FACTS)
    form = asked(outsider.body_id)
    values = {name: getattr(form, name) for name in form.__slots__} | change
    with pytest.raises(NotGranted) as caught:
        grant_access(actor, case.pk, GrantForm(**values))
    assert str(caught.value).endswith(".")
    assert not Grant.objects.exists()


def test_one_body_cannot_grant_a_case_of_another(actor: Actor, outsider: Actor, case_with: "MakeCase") -> None:
    case = case_with(FACTS)
    with pytest.raises(Case.DoesNotExist):
        grant_access(outsider, case.pk, asked(outsider.body_id))


def test_opening_asks_for_purpose_and_reason_which_stand_in_the_log(
    actor: Actor, outsider: Actor, case_with: "MakeCase", client_of: "Callable[[Actor], Client]"
) -> None:
    case = case_with(FACTS)
    grant_access(actor, case.pk, asked(outsider.body_id, "identity"))
    browser = client_of(outsider)
    page = reverse("case", args=[case.key])
    assert browser.get(page).headers["Location"] == reverse("case_open", args=[case.key])
    opening = browser.get(reverse("case_open", args=[case.key])).content.decode()
    assert "Haddad" not in opening
    short = browser.post(reverse("case_open", args=[case.key]), {"purpose": "cooperation", "reason": "so"})
    assert short.status_code == 422
    wrong = browser.post(reverse("case_open", args=[case.key]), {"purpose": "case_work", "reason": "Ich möchte lesen."})
    assert wrong.status_code == 422
    done = browser.post(
        reverse("case_open", args=[case.key]), {"purpose": "cooperation", "reason": "Anfrage vom 3. November"}
    )
    assert done.headers["Location"] == page
    shown = browser.get(page).content.decode()
    assert "Haddad" in shown
    assert "Rechtslage" not in shown
    line = AccessLine.objects.filter(what="case", account=outsider.account_id).latest("pk")
    assert line.reason == "Mitwirkung am Fall einer anderen Stelle: Anfrage vom 3. November"
    assert line.categories == ["identity"]
    with travel(today() + timedelta(days=1)):
        assert client_of(outsider).get(page).status_code == 302


def test_a_case_that_is_not_opened_reads_like_one_that_is_not_there(
    outsider: Actor, case_with: "MakeCase", client_of: "Callable[[Actor], Client]"
) -> None:
    case = case_with(FACTS)
    browser = client_of(outsider)
    missing = "00000000-0000-0000-0000-000000000007"
    for name, more in (
        ("case", ()),
        ("case_open", ()),
        ("proof", ("may_arrange_removal",)),
        ("step", ("hear_person",)),
    ):
        there = browser.get(reverse(name, args=[case.key, *more]))
        not_there = browser.get(reverse(name, args=[missing, *more]))
        assert there.status_code == not_there.status_code == 404
        assert _bare(there.content, str(case.key)) == _bare(not_there.content, missing)


def _bare(content: bytes, key: str) -> bytes:
    """A page without what differs from request to request: the form token, and the key that was asked for."""
    return re.sub(rb"[A-Za-z0-9]{64}", b"", content).replace(key.encode(), b"")


def test_lists_hold_opened_cases_apart_and_find_names_only_where_they_were_opened(
    actor: Actor, outsider: Actor, case_with: "MakeCase"
) -> None:
    named, nameless = case_with(FACTS), case_with(FACTS)
    grant_access(actor, named.pk, asked(outsider.body_id, "identity"))
    grant_access(actor, nameless.pk, asked(outsider.body_id, "residence"))
    assert worklist(outsider, WorklistFilter()).count == 0
    assert {(line.case.pk, line.name) for line in granted_cases(outsider)} == {(named.pk, "Haddad"), (nameless.pk, "")}
    assert [line.case.pk for line in granted_hits(outsider, "haddad")] == [named.pk]
    assert visible_to(outsider, reach=Reach.OWN).count() == 0
    assert visible_to(outsider, reach=Reach.GRANTED).count() == 2


def test_a_secret_fact_is_read_by_who_recorded_it_and_by_those_named(
    actor: Actor, approver: Actor, case_with: "MakeCase", client_of: "Callable[[Actor], Client]"
) -> None:
    case = case_with(FACTS)
    establish_fact(actor, case.pk, FactEntry("removal_course", "Abholung am Morgen"), None)
    secret = Fact.objects.get(name="removal_course")
    page = reverse("case", args=[case.key])
    assert "Abholung am Morgen" in client_of(actor).get(page).content.decode()
    assert "Abholung am Morgen" not in client_of(approver).get(page).content.decode()
    history = client_of(approver).get(reverse("fact_history", args=[case.key, "removal_course"]))
    assert history.status_code == 200, "as where nothing is held"
    assert "Abholung" not in history.content.decode()
    with pytest.raises(NotRecorded, match="nur benannten Personen"):
        establish_fact(again(approver), case.pk, FactEntry("removal_course", "anders", note="x"), None)
    with pytest.raises(Fact.DoesNotExist):
        name_recipient(again(approver), secret.pk, approver.account_id)
    named = name_recipient(again(actor), secret.pk, approver.account_id)
    assert "Abholung am Morgen" in client_of(approver).get(page).content.decode()
    with pytest.raises(NotGranted):
        name_recipient(again(actor), secret.pk, approver.account_id)
    withdraw_recipient(again(actor), named.pk)
    assert "Abholung am Morgen" not in client_of(approver).get(page).content.decode()


def test_an_ended_role_a_missing_right_and_a_dissolved_body_end_every_reach(
    actor: Actor, outsider: Actor, intake_clerk: Actor, case_with: "MakeCase"
) -> None:
    case = case_with(FACTS)
    grant_access(actor, case.pk, asked(outsider.body_id))
    with pytest.raises(NotPermitted):
        grant_access(intake_clerk, case.pk, asked(outsider.body_id))
    outsider.body.dissolved_on = today()
    outsider.body.save()
    assert actor_for(Account.objects.get(pk=outsider.account_id)) is None
    with pytest.raises(NotGranted):
        grant_access(actor, case.pk, asked(outsider.body_id))
    Membership.objects.filter(account=actor.account).update(valid_to=today() - timedelta(days=1))
    assert actor_for(Account.objects.get(pk=actor.account_id)) is None


def test_a_person_with_two_bodies_acts_for_one_at_a_time(
    actor: Actor, outsider: Actor, case_with: "MakeCase", client_of: "Callable[[Actor], Client]"
) -> None:
    case = case_with(FACTS)
    both = Account.objects.get(pk=outsider.account_id)
    Membership.objects.create(account=both, body=actor.body, role="caseworker", valid_from=date(2020, 1, 1))
    browser = client_of(outsider)
    page = reverse("case", args=[case.key])
    assert browser.get(page).status_code == 404
    assert actor.body.name in browser.get("/").content.decode()
    browser.post(reverse("acting_for"), {"body": actor.body_id})
    assert browser.get(page).status_code == 200
    browser.post(reverse("acting_for"), {"body": "999999"})
    assert browser.get(page).status_code == 200
    Membership.objects.filter(account=both, body=actor.body).update(valid_to=today() - timedelta(days=1))
    # The session under which the role was held ends with it; a new one reaches what is left.
    assert browser.get(page).headers["Location"].startswith("/anmelden/")
    assert client_of(outsider).get(page).status_code == 404
