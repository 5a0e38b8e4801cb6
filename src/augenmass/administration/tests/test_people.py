"""A body's own people: added with a link, given roles by others only, never without an administrator, no content by it."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from augenmass.access.actor import Actor, NotPermitted, actor_for
from augenmass.access.visible import visible_to
from augenmass.administration.actions.leaving import deactivate_person
from augenmass.administration.actions.links import send_link, set_password
from augenmass.administration.actions.people import NewPerson, NewRole, add_person, end_role, give_role
from augenmass.administration.models import Invitation
from augenmass.administration.queries import holding, invited, people, person
from augenmass.administration.refusal import NotAdministered
from augenmass.conftest import LONG_AGO, MakeActor, MakeCase
from augenmass.directory.models import Account, Body, Membership, Unit
from augenmass.directory.roles import GIVEN_IN, Role
from augenmass.law.time import today, travel
from augenmass.record.models import Action
from augenmass.record.verify import verify
from augenmass.work.actions.post import NewPost, register_post
from augenmass.work.actions.tasks import NewTask, create_task
from augenmass.work.models import IncomingPost, OutgoingMail, Task

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]
SignIn = Callable[[Actor], Client]
GOOD = "Ein Satz, den nur ich kenne"


@pytest.fixture
def admin(make_actor: MakeActor, body: Body) -> Actor:
    return make_actor("sommer", body, "body_administrator")


def role(name: Role = Role.CASEWORKER, first: date | None = None, last: date | None = None) -> NewRole:
    return NewRole(name, first or today(), last)


def somebody(**changes: object) -> NewPerson:
    values = {"username": "m.neu", "name": "Mara Neu", "email": "m.neu@nordheim.example", "telephone": ""}
    return NewPerson(**(values | {"role": role()} | changes))  # type: ignore[arg-type]


def address(secret: str) -> str:
    return f"https://augenmass.example/passwort-setzen/{secret}/"


def secret_of(mail: OutgoingMail) -> str:
    found = re.search(r"passwort-setzen/([^/]+)/", mail.text)
    assert found is not None
    return found.group(1)


def test_somebody_new_gets_a_link_and_sets_a_password_once(admin: Actor) -> None:
    account = add_person(admin, somebody(), address)
    assert not account.has_usable_password()
    assert Membership.objects.get(account=account).role == "caseworker"
    mail = OutgoingMail.objects.get()
    assert mail.recipient == account.email
    assert "Mara" not in mail.text
    assert "m.neu" not in mail.text.replace(account.email, "")
    secret = secret_of(mail)
    assert secret not in str(Invitation.objects.values())
    with pytest.raises(ValidationError):
        set_password(secret, "kurz")
    set_password(secret, GOOD)
    assert Account.objects.get(pk=account.pk).check_password(GOOD)
    with pytest.raises(NotAdministered, match="gilt nicht mehr"):
        set_password(secret, "Ein anderer Satz von mir")
    assert Action.objects.get(kind="person.password_set").actor == account
    assert list(verify()) == []


def test_a_link_lasts_three_days_and_a_later_one_replaces_it(admin: Actor) -> None:
    account = add_person(admin, somebody(), address)
    first = secret_of(OutgoingMail.objects.get())
    send_link(admin, account.pk, address)
    second = secret_of(OutgoingMail.objects.latest("pk"))
    assert invited(first) is None
    assert invited(second) == account
    with travel(today() + timedelta(days=2)):
        assert invited(second) == account
    with travel(today() + timedelta(days=4)):
        assert invited(second) is None
    Account.objects.filter(pk=account.pk).update(is_active=False)
    assert invited(second) is None


def test_the_same_form_twice_adds_one_person_and_somebody_of_another_body_gets_no_second_account(
    admin: Actor, outsider: Actor
) -> None:
    assert add_person(admin, somebody(), address) == add_person(admin, somebody(), address)
    assert OutgoingMail.objects.count() == 1
    with pytest.raises(NotAdministered, match="gibt es schon"):
        add_person(admin, somebody(email="anders@nordheim.example"), address)
    known = outsider.account
    both = add_person(admin, somebody(username=known.username, email=known.email), address)
    assert both == known
    assert set(both.memberships.values_list("body", flat=True)) == {admin.body_id, outsider.body_id}
    assert OutgoingMail.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"username": "Mara Neu"}, "Benutzername"),
        ({"email": "nordheim"}, "E-Mail"),
        ({"name": " "}, "Namen"),
        ({"role": NewRole(Role.OPERATOR, date(2099, 1, 1))}, "gibt es in einer Stelle"),
        ({"role": NewRole(Role.POLICE_LIAISON, date(2099, 1, 1))}, "gibt es in einer Stelle"),
        ({"role": NewRole(Role.INTAKE, date(2020, 1, 1))}, "Vergangenheit"),
        ({"role": NewRole(Role.INTAKE, date(2099, 1, 1))}, "zehn Jahre"),
        ({"role": NewRole(Role.INTAKE, date(2030, 1, 2), date(2030, 1, 1))}, "vor dem ersten"),
    ],
)
def test_what_is_wrong_with_a_person_is_said(admin: Actor, change: dict[str, object], words: str) -> None:
    with pytest.raises(NotAdministered, match=words):
        add_person(admin, somebody(**change), address)
    assert not OutgoingMail.objects.exists()


def test_nobody_gives_themselves_a_role_or_locks_themselves_out(admin: Actor) -> None:
    with pytest.raises(NotAdministered, match="Sich selbst"):
        give_role(admin, admin.account_id, role())
    with pytest.raises(NotAdministered, match="Sich selbst"):
        add_person(admin, somebody(username=admin.account.username, email=admin.account.email), address)
    with pytest.raises(NotAdministered, match="eigene Konto"):
        deactivate_person(admin, admin.account_id)
    assert Membership.objects.filter(account=admin.account).count() == 1


def test_the_last_administrator_stays(admin: Actor, make_actor: MakeActor, body: Body) -> None:
    own = Membership.objects.get(account=admin.account)
    yesterday = today() - timedelta(days=1)
    with pytest.raises(NotAdministered, match="letzte Person"):
        end_role(admin, own.pk, yesterday)
    second = make_actor("zweite", body, "body_administrator")
    theirs = Membership.objects.get(account=second.account)
    end_role(admin, theirs.pk, today() + timedelta(days=30))
    for days in (10, 40):
        with pytest.raises(NotAdministered, match="letzte Person"):
            end_role(second, own.pk, today() + timedelta(days=days))
    end_role(admin, theirs.pk, yesterday)
    give_role(admin, second.account_id, role(Role.BODY_ADMINISTRATOR))
    again = actor_for(Account.objects.get(pk=second.account_id))
    assert again is not None
    deactivate_person(again, admin.account_id)
    with pytest.raises(NotAdministered, match="letzte Person"):
        end_role(again, Membership.objects.filter(account=second.account).latest("pk").pk, yesterday)


def test_a_role_of_another_body_is_not_there(admin: Actor, outsider: Actor) -> None:
    theirs = Membership.objects.get(account=outsider.account)
    with pytest.raises(Membership.DoesNotExist):
        end_role(admin, theirs.pk, today())
    for act in (
        lambda: person(admin, outsider.account_id),
        lambda: give_role(admin, outsider.account_id, role()),
        lambda: send_link(admin, outsider.account_id, address),
        lambda: deactivate_person(admin, outsider.account_id),
    ):
        with pytest.raises(Account.DoesNotExist):
            act()


def test_without_the_right_nothing_is_administered(actor: Actor, approver: Actor) -> None:
    for who in (actor, approver):
        with pytest.raises(NotPermitted):
            people(who)
        with pytest.raises(NotPermitted):
            add_person(who, somebody(), address)
        with pytest.raises(NotPermitted):
            end_role(who, Membership.objects.get(account=actor.account).pk, today())


def test_roles_run_from_day_to_day_and_end_at_once_where_nothing_is_said(admin: Actor, actor: Actor) -> None:
    given = give_role(admin, actor.account_id, role(Role.INTAKE, today() + timedelta(days=2)))
    assert give_role(admin, actor.account_id, role(Role.INTAKE, today() + timedelta(days=2))) == given
    with pytest.raises(NotAdministered, match="schon"):
        give_role(admin, actor.account_id, role(Role.INTAKE))
    again = actor_for(Account.objects.get(pk=actor.account_id))
    assert again is not None
    assert again.roles == {Role.CASEWORKER}
    end_role(admin, given.pk, today() - timedelta(days=1))
    with travel(today() + timedelta(days=3)):
        later = actor_for(Account.objects.get(pk=actor.account_id))
        assert later is not None
        assert later.roles == {Role.CASEWORKER}
    with pytest.raises(NotAdministered, match="früher"):
        end_role(admin, given.pk, today())
    give_role(admin, actor.account_id, role(Role.INTAKE))


def test_who_leaves_hands_over_their_work_first(
    admin: Actor, actor: Actor, approver: Actor, make_actor: MakeActor, body: Body, case_with: MakeCase
) -> None:
    colleague = make_actor("kollegin", body, "caseworker")
    mine, other = case_with({"family_name": "Haddad"}), case_with({"family_name": "Amani"}, actor=colleague)
    for case in (mine, other):
        create_task(actor, case.pk, NewTask(uuid4(), Task.Kind.TASK, "Prüfen", today(), actor.account_id))
    register_post(
        actor, NewPost(uuid4(), IncomingPost.Kind.PERSON, "A", "B", today(), None, assignee_id=actor.account_id)
    )
    held = holding(admin, actor.account_id)
    assert (held.cases, held.tasks, held.post) == (1, 2, 1)
    with pytest.raises(NotAdministered, match="offene Arbeit"):
        deactivate_person(admin, actor.account_id)
    deactivate_person(admin, actor.account_id, colleague.account_id)
    assert not holding(admin, actor.account_id).any
    assert holding(admin, colleague.account_id).cases == 2
    left = Account.objects.get(pk=actor.account_id)
    assert not left.is_active
    assert actor_for(left) is None
    assert not person(admin, actor.account_id).working
    give_role(admin, actor.account_id, role())
    assert actor_for(Account.objects.get(pk=actor.account_id)) is not None
    assert list(verify()) == []


def test_who_works_elsewhere_too_keeps_the_account(admin: Actor, outsider: Actor) -> None:
    Membership.objects.create(account=outsider.account, body=admin.body, role="caseworker", valid_from=LONG_AGO)
    deactivate_person(admin, outsider.account_id)
    left = Account.objects.get(pk=outsider.account_id)
    assert left.is_active
    found = actor_for(left, admin.body_id)
    assert found is not None
    assert found.body == outsider.body


def test_an_administrator_reads_nothing_of_a_case(admin: Actor, case_with: MakeCase, client_of: SignIn) -> None:
    case = case_with({"family_name": "Zobelinsky"})
    assert not visible_to(admin).exists()
    browser = client_of(admin)
    assert browser.get(reverse("case", args=[case.key])).status_code == 403
    for name in ("administration", "units", "person_new"):
        page = browser.get(reverse(name))
        assert page.status_code == 200
        assert "Zobelinsky" not in page.content.decode()


def test_no_kind_of_body_gives_the_operators_role_and_each_gives_an_administrator() -> None:
    assert all(Role.OPERATOR not in given and Role.BODY_ADMINISTRATOR in given for given in GIVEN_IN.values())
    assert set(GIVEN_IN) == {kind.value for kind in Body.Kind} - {"court", "operation"}


def test_by_pages_from_the_form_to_the_first_sign_in(admin: Actor, body: Body, client_of: SignIn) -> None:
    unit = Unit.objects.create(body=body, key="team", name="Team Süd")
    browser = client_of(admin)
    assert reverse("administration") in browser.get("/").content.decode()
    form = {
        "full_name": "Mara Neu",
        "username": "m.neu",
        "email": "m.neu@nordheim.example",
        "telephone": "",
        "role": "caseworker",
        "unit": str(unit.pk),
        "first_day": today().strftime("%d.%m.%Y"),
        "last_day": "",
    }
    assert browser.post(reverse("person_new"), form | {"role": "operator"}).status_code == 422
    made = browser.post(reverse("person_new"), form)
    assert made.status_code == 302
    page = browser.get(made["Location"]).content.decode()
    assert "noch kein Passwort" in page
    assert "Team Süd" in page
    stranger = Client()
    link = reverse("set_password", args=[secret_of(OutgoingMail.objects.get())])
    assert "m.neu" in stranger.get(link).content.decode()
    assert stranger.post(link, {"password1": GOOD, "password2": "anders"}).status_code == 422
    assert stranger.post(link, {"password1": "123456789012", "password2": "123456789012"}).status_code == 422
    assert stranger.post(link, {"password1": GOOD, "password2": GOOD})["Location"] == "/anmelden/"
    assert stranger.get(link).status_code == 404
    assert stranger.post("/anmelden/", {"login": "m.neu", "password": GOOD}).status_code == 302


def test_pages_say_why_not(admin: Actor, actor: Actor, client_of: SignIn) -> None:
    browser, own = client_of(admin), Membership.objects.get(account=admin.account)
    end = browser.post(reverse("person_role_end", args=[admin.account_id, own.pk]), {"last_day": ""})
    assert end.status_code == 422
    assert "letzte Person der Verwaltung" in end.content.decode()
    reset = browser.post(reverse("person_reset", args=[actor.account_id]), {"reason": ""})
    assert reset.status_code == 422
    assert (
        browser.post(reverse("person_reset", args=[actor.account_id]), {"reason": "Ausweis gesehen"}).status_code == 302
    )
    assert browser.post(reverse("person_leave", args=[actor.account_id]), {"successor": ""}).status_code == 302
    assert client_of(actor).get("/").status_code in {302, 403}
    assert browser.get(reverse("person", args=[999_999])).status_code == 404
    assert browser.post(reverse("person_link", args=[admin.account_id])).status_code == 422
