"""Regional standards: written by the two sides, kept in editions, reviewed every year, compared line by line."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from augenmass.cooperation.rules import Due, Part, differences, due_state, next_review

if TYPE_CHECKING:
    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeActor
    from augenmass.directory.models import Body

lines = st.lists(
    st.sampled_from(["Telefon 1", "telefon 1", "Vordruck A", " Vordruck  A ", "monatlich", ""]), max_size=5
)


@pytest.mark.unit
@given(lines, lines)
def test_a_difference_is_the_same_from_both_sides_and_none_from_itself(first: list[str], second: list[str]) -> None:
    one, other = {Part.CONTACTS: "\n".join(first)}, {Part.CONTACTS: "\n".join(second)}
    there, back = differences(one, other)[0], differences(other, one)[0]
    assert (there.only_first, there.only_second) == (back.only_second, back.only_first)
    assert there.differs == back.differs
    assert not any(row.differs for row in differences(one, one))


@pytest.mark.unit
def test_a_standard_is_due_for_review_a_year_later() -> None:
    due = next_review(date(2026, 3, 1))
    assert due == date(2027, 3, 1)
    assert [due_state(due, due + timedelta(days=days)) for days in (-31, -30, 0, 1)] == [
        Due.FINE,
        Due.SOON,
        Due.SOON,
        Due.OVERDUE,
    ]


@pytest.mark.db
@pytest.mark.django_db(databases="__all__")
def test_both_sides_keep_a_standard_and_everybody_compares_regions(
    client_of: Callable[["Actor"], Client], make_actor: "MakeActor", body: "Body", other_body: "Body", actor: "Actor"
) -> None:
    from augenmass.cooperation.models import Edition, Standard
    from augenmass.directory.models import Body
    from augenmass.law.time import today

    police = Body.objects.create(key="polizei", kind=Body.Kind.POLICE, name="Polizeiinspektion", land="ST")
    liaison = client_of(make_actor("posten", police, "police_liaison"))
    head, reader = client_of(make_actor("leitner", body, "approver")), client_of(actor)
    words = {
        "key": str(uuid4()),
        "contacts": "Telefon 1\nPostfach",
        "forms_used": "Vordruck A",
        "meetings": "monatlich",
        "exchange": "Beginn und Ausgang von Verfahren (§ 87 Abs. 4 AufenthG)",
        "region": "Nord",
        "partner": str(body.pk),
    }
    empty = liaison.post(reverse("standard_new"), words | {"meetings": " \n"})
    assert empty.status_code == 422
    for _twice in range(2):
        assert liaison.post(reverse("standard_new"), words).status_code == 302
    south = words | {"key": str(uuid4()), "partner": str(other_body.pk), "region": "Süd", "meetings": "vierteljährlich"}
    liaison.post(reverse("standard_new"), south)
    assert "schon einen Standard" in liaison.post(reverse("standard_new"), south | {"key": str(uuid4())}).text
    north = Standard.objects.get(region="Nord")
    changed = words | {"key": str(uuid4()), "meetings": "wöchentlich", "seen": "1", "why": "Mehr Fälle."}
    change = reverse("standard_change", args=[north.key])
    assert head.post(change, changed).status_code == 302
    overtaken = liaison.post(change, changed | {"key": str(uuid4()), "why": "Anderes."})
    assert (overtaken.status_code, "neue Fassung geschrieben" in overtaken.text) == (422, True)
    assert [one.number for one in Edition.objects.filter(standard=north)] == [2, 1]
    assert "wöchentlich" in reader.get(reverse("standard", args=[north.key])).text
    assert "monatlich" in reader.get(reverse("standard", args=[north.key]) + "?fassung=1").text
    assert reader.get(change).status_code == 403
    Standard.objects.filter(pk=north.pk).update(
        review_due=today() - timedelta(days=1), reviewed_on=today() - timedelta(days=366)
    )
    assert "überfällig" in reader.get(reverse("standards")).text
    head.post(reverse("standard_review", args=[north.key]))
    assert "überfällig" not in reader.get(reverse("standards")).text
    other = Standard.objects.get(region="Süd")
    compared = reader.get(reverse("standards_compare"), {"first": str(north.key), "second": str(other.key)}).text
    assert "wöchentlich" in compared
    assert "vierteljährlich" in compared
    stranger = client_of(make_actor("fremd", other_body, "approver"))
    assert stranger.get(change).status_code == 404
