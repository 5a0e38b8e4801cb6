"""Searching: by need, place, distance, language, access, opening hours; what is closed or expired; and keeping entries."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor, NotPermitted
from augenmass.law.time import BERLIN, today, travel
from augenmass.offers.actions.keeping import add_offer, change_offer, close_offer, confirm_offer, open_offer
from augenmass.offers.models import Offer
from augenmass.offers.queries.maps import map_of
from augenmass.offers.queries.offers import (
    Search,
    kept_offers,
    may_keep,
    municipalities,
    municipality_of,
    nearest,
    one_offer,
    search,
    this_moment,
    visible_offers,
)
from augenmass.offers.rules.geography import Place
from augenmass.offers.rules.vocabulary import ADVICE
from augenmass.offers.tests.conftest import Put
from augenmass.work.refusal import NotDone

if TYPE_CHECKING:
    from augenmass.conftest import MakeActor
    from augenmass.directory.models import Body

pytestmark = pytest.mark.db
SOUTH = {"ags": "15002000", "municipality": "Südheim", "latitude": "51,60", "longitude": "12,20"}
NORTH = {"latitude": "51,83", "longitude": "12,24"}


def names(**asked: object) -> list[str]:
    return [offer.name for offer in search(Search(**asked)).page.rows]  # type: ignore[arg-type]


def test_a_need_finds_every_kind_that_serves_it(put: Put) -> None:
    put(name="A", kind="Integrationskurs")
    put(name="B", kind="Sprachkurs")
    put(name="C", kind="Kinderbetreuung")
    assert names(need="language") == ["A", "B"]
    assert names(kind="child_care") == ["C"]
    assert names(need="gibt es nicht") == ["A", "B", "C"]


def test_a_place_is_a_municipality_or_a_circle_around_it(put: Put) -> None:
    put(name="Nord", **NORTH)
    put(name="Nord ohne Punkt", street="Markt 1")
    put(name="Süd", **SOUTH)
    assert names(ags="15001000") == ["Nord", "Nord ohne Punkt"]
    assert set(names(ags="15001000", kilometres=10)) == {"Nord", "Nord ohne Punkt"}
    assert set(names(ags="15001000", kilometres=50)) == {"Nord", "Nord ohne Punkt", "Süd"}
    assert names(near=Place(51.61, 12.2)) == ["Süd", "Nord"], "by distance; what has no place has none"
    found = search(Search(ags="15002000", kilometres=50))
    assert found.kilometres_to(Offer.objects.get(name="Nord")) == pytest.approx(25.7, abs=0.3)


def test_language_and_access_ask_for_what_is_known_to_be_there(put: Put) -> None:
    put(name="A", languages="de, ar", step_free="ja")
    put(name="B", languages="de", step_free="nein", street="B")
    put(name="C", street="C")
    assert names(language="ar") == ["A"]
    assert names(language="de") == ["A", "B"]
    assert names(features=("step_free",)) == ["A"]
    assert names(features=("step_free", "lift")) == []


def test_open_now_and_open_on_a_day(put: Put) -> None:
    put(name="Vormittag", day_3="9-12")
    put(name="Abend", day_3="17:30-20:45", street="B")
    put(name="Freitag", day_4="9-12", street="C")
    assert names(weekday=3) == ["Abend", "Vormittag"]
    thursday = datetime(2026, 11, 26, tzinfo=BERLIN)
    for hour, minute, open_then in ((9, 0, ["Vormittag"]), (12, 0, []), (20, 44, ["Abend"]), (8, 59, [])):
        with travel(thursday.replace(hour=hour, minute=minute)):
            assert names(moment=this_moment()) == open_then, (hour, minute)


def test_words_are_found_in_plain_letters_and_marks_are_no_pattern(put: Put) -> None:
    put(name="Café Müller", carrier="Verein Süd")
    put(name="100 % Deutsch", street="B")
    assert names(text="mueller cafe") == ["Café Müller"]
    assert names(text="100 %") == ["100 % Deutsch"]
    assert names(text="_") == []


def test_closed_and_expired_offers_are_shown_to_nobody_else(
    keeper: Actor, put: Put, make_actor: "MakeActor", town: "Body"
) -> None:
    put(name="Offen")
    closed, old = put(name="Zu", street="B"), put(name="Alt", street="C", valid_until=f"{today():%d.%m.%Y}")
    close_offer(keeper, closed.key, 0)
    counsellor = make_actor("nowak", town, "integration_counsellor")
    with travel(today() + timedelta(days=1)):
        assert names() == ["Offen"]
        assert [offer.name for offer in kept_offers(keeper, "expired")] == ["Alt"]
        assert visible_offers(keeper).count() == 3
        assert visible_offers(counsellor).count() == 1
        for gone in (closed, old):
            with pytest.raises(Offer.DoesNotExist):
                one_offer(counsellor, gone.key)
    open_offer(keeper, closed.key, 1)
    assert set(names()) == {"Offen", "Zu", "Alt"}


def test_advice_is_found_in_the_municipality_first_then_near_it(put: Put) -> None:
    put(name="Weit", kind="Migrationsberatung", ags="15003000", municipality="Fern", latitude="50,9", longitude="11,0")
    put(name="Nah", kind="Rechtsberatung", **SOUTH)
    put(name="Hier", kind="Asylverfahrensberatung", postcode="06999", **NORTH)
    put(name="Kurs", **NORTH)
    kinds = [kind.value for kind in ADVICE]
    assert [offer.name for offer in nearest(kinds, "15001000", 2)] == ["Hier", "Nah"]
    assert municipality_of("06999", "") == "15001000"
    assert municipality_of("00000", "Nordheim") == ""
    assert municipality_of("", "Nordheim") == ""


def test_a_postcode_of_two_municipalities_needs_the_name_of_the_town(put: Put) -> None:
    put(name="A", postcode="06999")
    put(name="B", postcode="06999", **SOUTH)
    assert municipality_of("06999", "") == ""
    assert municipality_of("06999", "südheim") in ("", "15002000")
    assert municipality_of("06999", "Südheim") == "15002000"


def test_municipalities_of_one_name_are_told_apart(put: Put) -> None:
    put(name="A")
    put(name="B", ags="15009000")
    assert municipalities() == [("15001000", "Nordheim (15001000)"), ("15009000", "Nordheim (15009000)")]


def test_the_map_is_numbered_as_the_list_and_leaves_out_what_has_no_place(put: Put) -> None:
    put(name="A", **NORTH)
    put(name="B", street="ohne Punkt")
    put(name="C", **SOUTH)
    drawn = map_of(search(Search()))
    assert drawn is not None
    assert [one.numbers for one in drawn.markers] == [(1,), (3,)]


def test_a_statement_on_places_grows_old_after_thirty_days(put: Put) -> None:
    offer = put(free_places="4", free_places_on=f"{today():%d.%m.%Y}")
    with travel(today() + timedelta(days=30)):
        assert not offer.places_are_old
    with travel(today() + timedelta(days=31)):
        assert offer.places_are_old


def test_an_entry_is_added_once_changed_by_the_newest_reader_and_confirmed(keeper: Actor, put: Put) -> None:
    offer = put(code="A-1")
    assert add_offer(keeper, offer.key, offer.entry).pk == offer.pk
    with pytest.raises(NotDone, match="mit dieser Kennung"):
        add_offer(keeper, uuid4(), offer.entry)
    changed = change_offer(keeper, offer.key, 0, replace(offer.entry, name="Neu"))
    assert (changed.name, changed.version) == ("Neu", 1)
    with pytest.raises(NotDone, match="inzwischen geändert"):
        change_offer(keeper, offer.key, 0, replace(offer.entry, name="Anders"))
    confirm_offer(keeper, offer.key, 1)
    assert Offer.objects.get().confirmed_on == today()


@pytest.mark.parametrize(
    ("kind", "role", "keeps"),
    [
        ("municipality", "municipal_officer", True),
        ("municipality", "body_administrator", True),
        ("counselling", "body_administrator", True),
        ("counselling_private", "body_administrator", True),
        ("municipality", "integration_counsellor", False),
        ("foreigners_authority", "body_administrator", False),
        ("police", "body_administrator", False),
        ("foreigners_authority", "caseworker", False),
    ],
)
def test_towns_and_counselling_offices_keep_entries(
    make_actor: "MakeActor", put: Put, kind: str, role: str, keeps: bool
) -> None:
    from augenmass.directory.models import Body

    offer = put()
    who = make_actor("wer", Body.objects.create(key="x", kind=kind, name="X", land="ST"), role)
    assert may_keep(who) is keeps
    assert visible_offers(who).count() == 1, "everybody reads"
    with pytest.raises(Offer.DoesNotExist if keeps else NotPermitted):
        change_offer(who, offer.key, 0, offer.entry)
