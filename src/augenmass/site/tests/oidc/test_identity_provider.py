"""Signing in by the identity provider of a body, against a real one."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit, urlunsplit

import jwt
import pytest
import requests
from allauth.core.context import request_context
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from cryptography.hazmat.primitives.asymmetric import rsa
from django.test import Client, RequestFactory, override_settings
from django.urls import reverse

from augenmass.access.models import SignInLine
from augenmass.directory.models import Account, Membership
from augenmass.doors.desk.sign_in.providers import ENDPOINTS, CheckedOpenID
from augenmass.doors.desk.tests.signing_in import forget_counts, send_code, signed_in, with_app
from augenmass.law.time import today
from augenmass.site.identity_providers import IdentityProvider
from augenmass.site.tests.oidc.conftest import SECRET, Provider

pytestmark = pytest.mark.db
What = SignInLine.What
NO_ACCESS = "mit dieser Anmeldung ist hier kein Zugang verbunden"
NOT_FINISHED = "passt nicht zu Ihrer Anfrage"
CLOSED_PORT = "http://127.0.0.1:9"


def settings_for(monkeypatch: pytest.MonkeyPatch, issuer: str, secret: str = SECRET, **more: Any) -> override_settings:
    """The settings of an installation whose body ``abh-nordheim`` has this provider."""
    monkeypatch.setenv("TEST_OIDC_SECRET", secret)
    told = {
        "key": "haus",
        "body": "abh-nordheim",
        "name": "Verzeichnis Nordheim",
        "issuer": issuer,
        "client_id": "augenmass",
        "secret_env": "TEST_OIDC_SECRET",
    }
    one = IdentityProvider(**{**told, **more})
    apps = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [one.as_app()]}}
    return override_settings(IDENTITY_PROVIDERS=[one], SOCIALACCOUNT_PROVIDERS=apps)


@pytest.fixture(autouse=True)
def _installation(provider: Provider, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    forget_counts()
    with settings_for(monkeypatch, provider.issuer, factor_amr=["mfa"]):
        yield


def begin(client: Client, **form: str) -> str:
    """Press the button of the sign-in page; returns the address at the provider."""
    answer = client.post("/anmelden/dienst/haus/", form)
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def come_back(client: Client, address: str) -> Any:
    """Open the address that the provider sent the browser back to."""
    parts = urlsplit(address)
    return client.get(f"{parts.path}?{parts.query}")


def sign_in(client: Client, provider: Provider, **form: str) -> Any:
    """The whole way."""
    return come_back(client, provider.follow(begin(client, **form)))


def changed(address: str, **instead: str) -> str:
    """The address with other parameters."""
    parts = urlsplit(address)
    query = {name: values[0] for name, values in parse_qs(parts.query).items()} | instead
    return urlunsplit(parts._replace(query=urlencode(query)))


def said(answer: Any) -> str:
    """The page without tokens and without its own address, which its forms repeat."""
    return re.sub(
        r'(name="next"|name="csrfmiddlewaretoken"|name="csrf-token") (value|content)="[^"]*"',
        "",
        answer.content.decode(),
    )


def test_the_sign_in_page_offers_the_provider(actor) -> None:
    page = Client().get("/anmelden/?next=/faelle/").content.decode()

    assert "Über Verzeichnis Nordheim" in page
    assert 'action="/anmelden/dienst/haus/"' in page


def test_a_person_of_the_body_is_found_by_name_once_and_by_subject_from_then_on(provider: Provider, actor) -> None:
    provider.who("s-1", preferred_username="Berger", name="Ganz Anders", email="x@example.org")
    client = Client()
    answer = sign_in(client, provider, next="/faelle/")

    assert answer["Location"] == "/faelle/"
    assert client.get("/faelle/").status_code == 200
    link = SocialAccount.objects.get()
    assert (link.user, link.provider, link.uid, link.extra_data) == (actor.account, "haus", "s-1", {})
    assert Account.objects.get().name == "Berger"  # what the provider says changes nothing here
    assert [line.what for line in SignInLine.objects.order_by("pk")] == [
        What.PROVIDER_LINKED,
        What.SIGNED_IN_PROVIDER,
    ]

    provider.who("s-1", preferred_username="umbenannt")
    later = Client()
    sign_in(later, provider)
    assert signed_in(later)
    assert SocialAccount.objects.get().extra_data == {}


def test_a_stranger_a_foreign_a_locked_and_a_former_person_read_the_same_sentence(
    provider: Provider, actor, outsider, make_actor, body
) -> None:
    locked = make_actor("gesperrt", body, "caseworker").account
    locked.is_active = False
    locked.save()
    former = make_actor("frueher", body, "caseworker").account
    Membership.objects.filter(account=former).update(valid_to=today().replace(year=2021))
    accounts = Account.objects.count()
    pages = set()
    for number, name in enumerate(["gibtesnicht", "fremd", "gesperrt", "frueher", ""]):
        provider.who(f"x-{number}", preferred_username=name)
        client = Client()
        answer = sign_in(client, provider)
        assert answer.status_code == 403
        assert not signed_in(client)
        pages.add(said(answer))

    assert len(pages) == 1
    assert NO_ACCESS in pages.pop()
    assert Account.objects.count() == accounts
    assert not SocialAccount.objects.exists()
    assert set(SignInLine.objects.values_list("what", "account", "body")) == {(What.REFUSED_PROVIDER, None, body.pk)}


def test_a_linked_person_whose_role_ended_gets_in_no_more(provider: Provider, actor) -> None:
    provider.who("s-1", preferred_username="berger")
    sign_in(Client(), provider)
    Membership.objects.update(valid_to=today().replace(year=2021))
    client = Client()

    assert sign_in(client, provider).status_code == 403
    assert not signed_in(client)


def test_a_name_that_was_given_to_somebody_else_opens_no_linked_account(provider: Provider, actor) -> None:
    provider.who("s-1", preferred_username="berger")
    sign_in(Client(), provider)
    provider.who("s-2", preferred_username="berger")
    client = Client()

    assert NO_ACCESS in sign_in(client, provider).content.decode()
    assert not signed_in(client)


@pytest.mark.parametrize(("verified", "status"), [(True, 302), (None, 302), (False, 403)])
def test_the_email_may_be_the_claim(
    provider: Provider, monkeypatch: pytest.MonkeyPatch, actor, verified: bool | None, status: int
) -> None:
    with settings_for(monkeypatch, provider.issuer, claim="email"):
        claims = {"email": "Berger@example.org"} | ({} if verified is None else {"email_verified": verified})
        provider.who("s-9", **claims)
        assert sign_in(Client(), provider).status_code == status


@pytest.mark.parametrize("state", ["", "AAAA", "x" * 300])
def test_an_answer_with_another_state_is_not_taken(provider: Provider, actor, state: str) -> None:
    provider.who("s-1", preferred_username="berger")
    client = Client()
    back = provider.follow(begin(client))
    answer = come_back(client, changed(back, state=state) if state else re.sub(r"state=[^&]*&?", "", back))

    assert answer.status_code == 400
    assert NOT_FINISHED in answer.content.decode()
    assert not signed_in(client)
    assert SignInLine.objects.get().what == What.FAILED_PROVIDER


def test_an_answer_that_somebody_else_asked_for_is_not_taken(provider: Provider, actor) -> None:
    """Login CSRF: the address of a finished sign-in, opened in another browser."""
    provider.who("s-1", preferred_username="berger")
    back = provider.follow(begin(Client()))
    victim = Client()

    assert come_back(victim, back).status_code == 400
    assert not signed_in(victim)


def test_an_answer_with_another_nonce_is_not_taken(provider: Provider, actor) -> None:
    provider.who("s-1", preferred_username="berger")
    client = Client()
    answer = come_back(client, provider.follow(changed(begin(client), nonce="of-another-request")))

    assert answer.status_code == 400
    assert NOT_FINISHED in answer.content.decode()
    assert not signed_in(client)
    assert not SocialAccount.objects.exists()


def test_an_answer_is_taken_once(provider: Provider, actor) -> None:
    provider.who("s-1", preferred_username="berger")
    client = Client()
    back = provider.follow(begin(client))
    come_back(client, back)
    client.post("/abmelden/")

    assert come_back(client, back).status_code == 400
    assert not signed_in(client)


@pytest.mark.parametrize(
    ("error", "says"), [("access_denied", "abgebrochen"), ("server_error", NOT_FINISHED), ("<b>x</b>", NOT_FINISHED)]
)
def test_an_error_of_the_provider_becomes_a_sentence(provider: Provider, actor, error: str, says: str) -> None:
    client = Client()
    state = parse_qs(urlsplit(begin(client)).query)["state"][0]
    answer = client.get(
        "/anmelden/dienst/haus/zurueck/", {"state": state, "error": error, "error_description": "geheim"}
    )

    assert answer.status_code == 400
    assert says in answer.content.decode()
    assert "geheim" not in said(answer)
    assert "<b>x" not in answer.content.decode()


def test_a_wrong_secret_of_the_client_becomes_a_sentence(
    provider: Provider, monkeypatch: pytest.MonkeyPatch, actor
) -> None:
    provider.who("s-1", preferred_username="berger")
    with settings_for(monkeypatch, provider.issuer, secret="another"):
        answer = sign_in(Client(), provider)
    assert answer.status_code == 400
    assert NOT_FINISHED in answer.content.decode()


def test_a_provider_that_does_not_answer_stops_nobody(
    provider: Provider, monkeypatch: pytest.MonkeyPatch, actor
) -> None:
    with settings_for(monkeypatch, CLOSED_PORT):
        client = Client()
        answer = client.post("/anmelden/dienst/haus/", {"next": "/faelle/?q=Haas"})
    page = answer.content.decode()

    assert answer.status_code == 503
    assert answer["Retry-After"] == "60"
    assert "antwortet zurzeit nicht" in page
    assert 'href="/anmelden/?next=/faelle/%3Fq%3DHaas"' in page


def test_a_provider_that_falls_silent_on_the_way_stops_nobody(
    provider: Provider, monkeypatch: pytest.MonkeyPatch, actor
) -> None:
    provider.who("s-1", preferred_username="berger")
    client = Client()
    back = provider.follow(begin(client))
    with settings_for(monkeypatch, CLOSED_PORT):
        answer = come_back(client, back)

    assert answer.status_code == 503
    assert not signed_in(client)


def test_a_provider_with_another_issuer_is_not_believed(
    provider: Provider, monkeypatch: pytest.MonkeyPatch, actor
) -> None:
    with settings_for(monkeypatch, provider.issuer.replace("127.0.0.1", "localhost")):
        answer = Client().post("/anmelden/dienst/haus/")
    assert answer.status_code == 400
    assert NOT_FINISHED in answer.content.decode()


def test_a_token_that_the_provider_did_not_sign_is_not_believed(provider: Provider) -> None:
    keys = requests.get(f"{provider.issuer}/jwks", timeout=10).json()["keys"]
    claims = {"iss": provider.issuer, "aud": "augenmass", "sub": "s-1", "exp": 4_000_000_000, "iat": 1}
    kid = next(key["kid"] for key in keys if key["kty"] == "RSA")
    forged = jwt.encode(
        claims, rsa.generate_private_key(public_exponent=65537, key_size=2048), "RS256", headers={"kid": kid}
    )
    unsigned = jwt.encode(claims, None, "none", headers={"kid": kid})
    shared = jwt.encode(claims, "x" * 64, "HS256", headers={"kid": kid})
    request = RequestFactory().get("/")
    with request_context(request):
        client = CheckedOpenID(request, "haus")
        for token in (forged, unsigned, shared, "no token"):
            with pytest.raises(OAuth2Error):
                client._decode_id_token(client.get_provider().app, token)


@pytest.mark.parametrize("elsewhere", ["http://127.0.0.1:9/", "http://169.254.169.254/latest/"])
def test_an_endpoint_that_leads_elsewhere_is_not_followed(
    provider: Provider, actor, monkeypatch: pytest.MonkeyPatch, elsewhere: str
) -> None:
    asked = []

    def answers(_adapter: object, request: Any, **_more: object) -> requests.Response:
        asked.append(request.url)
        made = requests.Response()
        made.status_code, made.url, made.request = 302, request.url, request
        made.headers["Location"] = elsewhere
        made._content = b""
        return made

    provider.who("s-1", preferred_username="berger")
    client = Client()
    back = provider.follow(begin(client))
    monkeypatch.setattr(requests.adapters.HTTPAdapter, "send", answers)
    answer = come_back(client, back)

    assert answer.status_code == 503
    assert len(asked) == 1
    assert not signed_in(client)


@pytest.mark.parametrize("name", ["authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri"])
def test_a_provider_over_https_leads_to_no_endpoint_without(
    provider: Provider, actor, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    issuer = "https://login.example"
    said = {one: f"{issuer}/{one}" for one in ENDPOINTS} | {"issuer": issuer}

    def answers(_session: object, *_: object, **__: object) -> requests.Response:
        made = requests.Response()
        made.status_code, made._content = 200, json.dumps(said).encode()
        return made

    monkeypatch.setattr(requests.Session, "request", answers)
    with settings_for(monkeypatch, issuer):
        assert begin(Client()).startswith("https://login.example/authorization_endpoint?")
        said[name] = f"http://login.example/{name}"
        answer = Client().post("/anmelden/dienst/haus/")
    assert answer.status_code == 400
    assert NOT_FINISHED in answer.content.decode()


@pytest.mark.parametrize("amr", [["mfa"], ["pwd"]])
@override_settings(SECOND_FACTOR=True)
def test_a_provider_vouches_for_its_own_body_only(provider: Provider, actor, other_body, amr: list[str]) -> None:
    Membership.objects.filter(account=actor.account).update(valid_from=today().replace(year=2021))
    Membership.objects.create(
        account=actor.account, body=other_body, role="approver", valid_from=today().replace(year=2020)
    )
    with_app(actor.account)
    provider.who("s-1", amr=amr, preferred_username="berger")
    client = Client()
    sign_in(client, provider)
    if amr == ["pwd"]:
        send_code(client)

    client.post(reverse("acting_for"), {"body": other_body.pk})
    page = client.get("/faelle/")
    assert page.status_code == 200
    assert page.context["actor"].body_id == actor.body_id
    assert other_body.name not in page.content.decode()

    by_password = Client()
    by_password.force_login(actor.account)
    session = by_password.session
    session["augenmass_factor"] = actor.account_id
    session.save()
    by_password.post(reverse("acting_for"), {"body": other_body.pk})
    assert by_password.get("/faelle/").context["actor"].body_id == other_body.pk


@override_settings(SECOND_FACTOR=True)
def test_the_factor_of_the_provider_counts_where_its_configuration_says_so(provider: Provider, actor) -> None:
    provider.who("s-1", amr=["pwd", "mfa"], preferred_username="berger")
    client = Client()
    sign_in(client, provider)
    assert client.get("/faelle/").status_code == 200

    with_app(actor.account)
    again = Client()
    sign_in(again, provider)
    assert again.get("/faelle/").status_code == 200


@override_settings(SECOND_FACTOR=True)
def test_a_password_at_the_provider_is_one_factor(provider: Provider, actor) -> None:
    provider.who("s-1", amr=["pwd"], preferred_username="berger")
    client = Client()
    sign_in(client, provider)
    assert client.get("/faelle/")["Location"] == "/konto/zweiter-faktor/"

    with_app(actor.account)
    again = Client()
    assert sign_in(again, provider)["Location"] == "/anmelden/zweiter-faktor/"
    assert not signed_in(again)


@override_settings(SECOND_FACTOR=True)
def test_no_factor_counts_where_the_configuration_names_none(
    provider: Provider, monkeypatch: pytest.MonkeyPatch, actor
) -> None:
    provider.who("s-1", amr=["mfa"], preferred_username="berger")
    with settings_for(monkeypatch, provider.issuer):
        client = Client()
        sign_in(client, provider)
        assert client.get("/faelle/")["Location"] == "/konto/zweiter-faktor/"


def test_only_a_form_of_this_site_starts_it_and_only_for_a_provider_that_there_is(provider: Provider, actor) -> None:
    assert Client().get("/anmelden/dienst/haus/")["Location"] == "/anmelden/"
    assert Client().post("/anmelden/dienst/anderes/").status_code == 404
    assert Client().get("/anmelden/dienst/anderes/zurueck/").status_code == 404
    assert Client(enforce_csrf_checks=True).post("/anmelden/dienst/haus/").status_code == 403


@pytest.mark.parametrize("target", ["//evil.example/", "https://evil.example/", "javascript:alert(1)"])
def test_nobody_is_sent_to_another_site_afterwards(provider: Provider, actor, target: str) -> None:
    provider.who("s-1", preferred_username="berger")

    assert sign_in(Client(), provider, next=target)["Location"] == "/"


def test_who_is_signed_in_already_becomes_the_person_of_the_provider(
    provider: Provider, actor, approver, client_of
) -> None:
    client = client_of(approver)
    provider.who("s-1", preferred_username="berger")
    sign_in(client, provider)

    assert client.session["_auth_user_id"] == str(actor.account_id)
