"""The tables of access on their pages: open to all staff, narrowed, two versions compared; each installation keeps what it ran with."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from augenmass.access.matrix import hash_of, lines, written
from augenmass.access.models import MatrixVersion
from augenmass.access.versions import note_matrix
from augenmass.law.time import now

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeActor
    from augenmass.directory.models import Body

pytestmark = pytest.mark.db
ClientOf = Callable[["Actor"], "Client"]


def test_every_member_of_staff_reads_the_tables(client_of: ClientOf, make_actor: "MakeActor", body: "Body") -> None:
    for role in ("caseworker", "data_protection", "operator", "body_administrator"):
        browser = client_of(make_actor(f"person-{role}", body, role))
        page = browser.get(reverse("matrix")).content.decode()
        assert "AufenthG § 97a" in page
        assert "nicht bestätigt" in page
        assert browser.get(reverse("released")).status_code == 200


def test_the_matrix_is_narrowed_by_role_and_purpose(client_of: ClientOf, actor: "Actor") -> None:
    page = client_of(actor).get(reverse("matrix"), {"rolle": "police_liaison"}).content.decode()
    assert "AufenthG § 71 Abs. 5" in page
    assert "AufenthG § 97a" not in page
    assert "Nicht lesbar mit dieser Auswahl" in page
    nothing = client_of(actor).get(reverse("matrix"), {"rolle": "unknown"}).content.decode()
    assert "wird nichts gelesen" in nothing


def test_the_matrix_in_force_is_kept_once_and_compared_with_earlier_ones(client_of: ClientOf, actor: "Actor") -> None:
    MatrixVersion.objects.all().delete()
    first = note_matrix()
    assert note_matrix() == first
    assert "einzigen Fassung" in client_of(actor).get(reverse("matrix")).content.decode()
    content = written(line for line in lines() if "health" not in line.categories)
    MatrixVersion.objects.create(hash=hash_of(content), content=content, first_used_at=now())
    page = client_of(actor).get(reverse("matrix"), {"von": hash_of(content), "bis": first.hash}).content.decode()
    assert "hinzugekommen" in page
    assert "weggefallen" not in page
    turned = client_of(actor).get(reverse("matrix"), {"bis": hash_of(content), "von": first.hash}).content.decode()
    assert "weggefallen" in turned
