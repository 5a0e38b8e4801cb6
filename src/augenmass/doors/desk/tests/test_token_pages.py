"""Pages for accesses of programs: the secret is shown once, the list never has it, the administration takes back."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.urls import reverse

from augenmass.access.models import ApiToken
from augenmass.access.tokens import recognise
from augenmass.law.time import today

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeActor
    from augenmass.directory.models import Body

pytestmark = [pytest.mark.db, pytest.mark.django_db]
ClientOf = Callable[["Actor"], "Client"]


def form(**changes: Any) -> dict[str, Any]:
    day = today() + timedelta(days=90)
    filled = {
        "label": "Fachverfahren",
        "scopes": ["cases:read", "facts:read"],
        "purpose": "case_work",
        "expires_on": f"{day:%d.%m.%Y}",
        "networks": "10.1.0.0/16, 127.0.0.1",
        "submission": str(uuid4()),
    }
    return filled | changes


def test_the_secret_is_on_one_page_once(actor: "Actor", client_of: ClientOf) -> None:
    browser = client_of(actor)
    sent = form()
    assert browser.get(reverse("token_new")).status_code == 200
    made = browser.post(reverse("token_new"), sent)
    assert made.status_code == 201
    [text] = re.findall(r"augenmass_[0-9a-f]{12}_[0-9a-f]{64}", made.content.decode())
    assert made["Cache-Control"] == "private, no-store"
    assert recognise(text, "127.0.0.1").actor.account == actor.account
    again = browser.post(reverse("token_new"), sent)
    assert (again.status_code, ApiToken.objects.count()) == (422, 1)
    shown = browser.get(reverse("tokens")).content.decode()
    assert text.split("_")[1] in shown
    assert text.split("_")[2] not in shown + again.content.decode()


@pytest.mark.parametrize(
    "changes",
    [
        {"scopes": []},
        {"scopes": ["nonsense"]},
        {"purpose": "intake"},
        {"expires_on": "01.01.2099"},
        {"networks": "x"},
        {"label": ""},
    ],
)
def test_what_is_wrong_is_said_on_the_form(changes: dict[str, Any], actor: "Actor", client_of: ClientOf) -> None:
    answer = client_of(actor).post(reverse("token_new"), form(**changes))
    assert (answer.status_code, ApiToken.objects.count()) == (422, 0)


def test_who_reads_no_cases_makes_no_access(make_actor: "MakeActor", body: "Body", client_of: ClientOf) -> None:
    administrator = make_actor("verwaltung", body, "body_administrator")
    browser = client_of(administrator)
    assert browser.get(reverse("tokens")).status_code == 200
    assert browser.get(reverse("token_new")).status_code == 403


def test_the_administration_takes_an_access_of_its_body_back(
    actor: "Actor", approver: "Actor", make_actor: "MakeActor", body: "Body", client_of: ClientOf
) -> None:
    client_of(actor).post(reverse("token_new"), form())
    token = ApiToken.objects.get()
    address = reverse("token_revoke", args=[token.key_id])
    assert client_of(approver).post(address).status_code == 404
    assert token.key_id not in client_of(approver).get(reverse("tokens")).content.decode()
    administrator = client_of(make_actor("verwaltung", body, "body_administrator"))
    assert "Berger" in administrator.get(reverse("tokens")).content.decode()
    assert administrator.post(address).status_code == 302
    token.refresh_from_db()
    assert token.ended_by is not None
    assert administrator.post(address).status_code == 302
