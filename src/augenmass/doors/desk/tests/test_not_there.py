"""What is not there for a reader of the newest rooms is one page, on reading and on sending alike."""

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.urls import reverse

from augenmass.directory.models import Body

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeActor

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]
READ = "notice standard standard_change special_staff_case special_staff_step"
SENT = "notice_assign notice_examine notice_join standard_review standard_change special_staff_step"
OF_SENDERS = "notice_sent notice_correct"
OF_CITIES = "board_report board_report_pdf board_report_csv"


def test_what_is_not_there_reads_the_same_everywhere(
    client_of: "Callable[[Actor], Client]", make_actor: "MakeActor", body: Body
) -> None:
    desk = client_of(make_actor("alles", body, "caseworker", "approver", "special_staff"))
    police = Body.objects.create(key="inspektion", kind=Body.Kind.POLICE, name="Inspektion", land=body.land)
    city = Body.objects.create(key="stadt", kind=Body.Kind.MUNICIPALITY, name="Stadt Nordheim", land=body.land)
    sender = client_of(make_actor("posten", police, "police_liaison"))
    town = client_of(make_actor("stadt", city, "municipal_officer"))
    lawyer = client_of(make_actor("recht", body, "legal_reviewer"))
    key = uuid4()
    answers = [
        *((name, desk.get(reverse(name, args=[key]))) for name in READ.split()),
        *((name, desk.post(reverse(name, args=[key]), {})) for name in SENT.split()),
        *((name, sender.get(reverse(name, args=[key]))) for name in OF_SENDERS.split()),
        ("notice_withdraw", sender.post(reverse("notice_withdraw", args=[key]))),
        ("notice_provision", lawyer.post(reverse("notice_provision", args=[17]))),
        *((name, town.get(reverse(name, args=[key]))) for name in OF_CITIES.split()),
    ]
    assert {name: answer.status_code for name, answer in answers if answer.status_code != 404} == {}
    assert all("Diese Seite gibt es nicht" in answer.text for _name, answer in answers)
