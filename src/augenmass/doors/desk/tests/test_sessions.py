"""Sessions: the list of one's own, ending them, and when they end by themselves."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client, override_settings

from augenmass.access.models import SignInLine
from augenmass.access.sessions import forget_ended_sessions
from augenmass.directory.models import Membership
from augenmass.doors.desk.pages.sessions import device
from augenmass.doors.desk.tests.signing_in import forget_counts, sign_in, signed_in
from augenmass.law.time import now, today, travel

pytestmark = pytest.mark.db
What = SignInLine.What
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36"


@pytest.fixture(autouse=True)
def _counts() -> Iterator[None]:
    forget_counts()
    yield
    forget_counts()


@pytest.fixture
def here(actor) -> Client:
    """A browser in which the caseworker is signed in."""
    client = Client(headers={"User-Agent": FIREFOX})
    sign_in(client, "berger")
    client.get("/faelle/", REMOTE_ADDR="192.0.2.10")
    return client


@pytest.fixture
def elsewhere(actor) -> Client:
    """Another one."""
    client = Client(headers={"User-Agent": CHROME})
    sign_in(client, "berger")
    client.get("/faelle/", REMOTE_ADDR="192.0.2.77")
    return client


def test_the_list_names_device_address_and_this_one(here: Client, elsewhere: Client) -> None:
    page = here.get("/konto/sitzungen/").content.decode()

    assert "Firefox unter Windows" in page
    assert "Chrome unter Linux" in page
    assert "192.0.2.77" in page
    assert page.count("diese Sitzung") == 1


def test_one_session_is_ended(here: Client, elsewhere: Client, actor) -> None:
    other = UserSession.objects.get(session_key=elsewhere.session.session_key)
    answer = here.post(f"/konto/sitzungen/{other.pk}/beenden/", follow=True)

    assert "Die Sitzung ist beendet." in answer.content.decode()
    assert elsewhere.get("/faelle/").status_code == 302
    assert here.get("/faelle/").status_code == 200
    assert SignInLine.objects.filter(what=What.SESSIONS_ENDED, account=actor.account_id).count() == 1


def test_nobody_ends_a_session_of_somebody_else(here: Client, outsider) -> None:
    foreign = Client()
    sign_in(foreign, "fremd")
    foreign.get("/faelle/")
    other = UserSession.objects.get(session_key=foreign.session.session_key)
    here.post(f"/konto/sitzungen/{other.pk}/beenden/")
    here.post("/konto/sitzungen/alle-beenden/")

    assert foreign.get("/faelle/").status_code == 200


def test_the_others_are_ended(here: Client, elsewhere: Client) -> None:
    assert (
        "1 andere Sitzung ist beendet." in here.post("/konto/sitzungen/andere-beenden/", follow=True).content.decode()
    )
    assert here.get("/faelle/").status_code == 200
    assert elsewhere.get("/faelle/").status_code == 302


def test_all_are_ended(here: Client, elsewhere: Client) -> None:
    assert here.post("/konto/sitzungen/alle-beenden/")["Location"] == "/anmelden/"
    assert not signed_in(here)
    assert elsewhere.get("/faelle/").status_code == 302
    assert not UserSession.objects.exists()


def test_a_locked_account_is_signed_out_at_its_next_request(here: Client, actor) -> None:
    actor.account.is_active = False
    actor.account.save()

    assert here.get("/faelle/")["Location"].startswith("/anmelden/")
    assert "Ihre Sitzung wurde beendet." in here.get("/anmelden/").content.decode()
    assert not signed_in(here)
    assert SignInLine.objects.filter(what=What.ENDED_ACCOUNT, account=actor.account_id).count() == 1


def test_a_role_that_ends_ends_the_session_at_its_next_request(here: Client, actor) -> None:
    Membership.objects.filter(account=actor.account).update(valid_to=today() - timedelta(days=1))

    assert here.get("/faelle/")["Location"].startswith("/anmelden/")
    assert "eine Ihrer Rollen geendet" in here.get("/anmelden/").content.decode()
    assert not UserSession.objects.exists()
    assert SignInLine.objects.filter(what=What.ENDED_ROLE, account=actor.account_id).count() == 1


def test_one_of_two_roles_ending_ends_the_session_and_a_further_one_does_not(here: Client, actor) -> None:
    further = Membership.objects.create(account=actor.account, body=actor.body, role="approver", valid_from=today())
    assert here.get("/faelle/").status_code == 200
    further.delete()

    assert here.get("/faelle/").status_code == 302


def test_what_was_being_written_when_a_session_ended_is_kept(here: Client, actor) -> None:
    Membership.objects.filter(account=actor.account).update(valid_to=today() - timedelta(days=1))
    answer = here.post("/abwesenheit/", {"note": "ein langer Text"})

    assert answer.status_code == 401
    assert "ein langer Text" in answer.content.decode()


@override_settings(SESSION_MINUTES=60)
def test_an_unused_session_ends_and_a_used_one_does_not(here: Client) -> None:
    began = now()
    for minutes in (50, 100, 150):
        with travel(began + timedelta(minutes=minutes)):
            assert here.get("/faelle/").status_code == 200
    with travel(began + timedelta(minutes=215)):
        assert here.get("/faelle/").status_code == 302
        assert "längere Zeit nicht benutzt" in here.get("/anmelden/").content.decode()


@override_settings(SESSION_COOKIE_AGE=10 * 3600)
def test_a_session_ends_after_a_working_day_even_while_it_is_used(here: Client) -> None:
    began = now()
    with travel(began + timedelta(hours=9, minutes=59)):
        assert here.get("/faelle/").status_code == 200
    with travel(began + timedelta(hours=10, minutes=1)):
        assert here.get("/faelle/").status_code == 302
        assert "höchste Dauer" in here.get("/anmelden/").content.decode()


def test_a_page_view_writes_nothing_for_five_minutes(here: Client, django_assert_num_queries) -> None:
    seen = UserSession.objects.get().last_seen_at
    with travel(seen + timedelta(minutes=4)):
        here.get("/konto/anmeldung/")
    assert UserSession.objects.get().last_seen_at == seen
    with travel(seen + timedelta(minutes=6)):
        here.get("/konto/anmeldung/")
    assert UserSession.objects.get().last_seen_at == seen + timedelta(minutes=6)


def test_what_is_kept_of_a_session_goes_with_it(here: Client) -> None:
    assert forget_ended_sessions() == 0
    Session.objects.all().delete()
    assert forget_ended_sessions() == 1


def test_the_data_protection_officer_reads_who_signed_in_and_nobody_else_does(
    here: Client, make_actor, body, outsider, client_of
) -> None:
    sign_in(Client(), "gibtesnicht", "falsch")
    sign_in(Client(), "fremd", "falsch")
    officer = client_of(make_actor("datenschutz", body, "data_protection"))
    page = officer.get("/protokoll/anmeldungen/").content.decode()

    assert "Berger" in page
    assert "192.0.2.0/24" in page
    assert "192.0.2.10" not in page
    assert "unbekannt" in page
    assert "Fremd" not in page
    assert here.get("/protokoll/anmeldungen/").status_code == 403


def test_people_who_left_are_read_about_in_the_body_that_they_worked_for_and_in_no_other(
    actor, make_actor, body, other_body, client_of
) -> None:
    actor.account.memberships.update(valid_to=today() - timedelta(days=1))
    sign_in(Client(), "berger", "falsch")
    line = SignInLine.objects.get(account=actor.account_id, what=SignInLine.What.FAILED_PASSWORD)
    assert line.body == body.pk
    SignInLine.objects.create(at=now(), account=actor.account_id, body=None, what=SignInLine.What.FAILED_PASSWORD)
    own = client_of(make_actor("datenschutz", body, "data_protection"))
    other = client_of(make_actor("andere", other_body, "data_protection"))

    assert "Berger" in own.get("/protokoll/anmeldungen/").content.decode()
    assert "Berger" not in other.get("/protokoll/anmeldungen/").content.decode()


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (FIREFOX, "Firefox unter Windows"),
        (CHROME, "Chrome unter Linux"),
        ("curl/8", "Unbekannter Browser"),
        ("", "Unbekannter Browser"),
    ],
)
def test_a_browser_is_named_in_words(agent: str, words: str) -> None:
    assert device(agent) == words
