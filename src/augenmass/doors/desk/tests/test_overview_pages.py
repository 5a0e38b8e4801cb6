"""The pages of the overview of return."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

import pytest

from augenmass.access.actor import Actor
from augenmass.directory.models import Body
from augenmass.doors.desk.pages.overview_picture import days_picture, shares_picture
from augenmass.doors.desk.pages.overview_words import MEASURES
from augenmass.law.time import travel
from augenmass.overview.rules.lasting import Quartiles
from augenmass.overview.rules.measures import OUTCOMES

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.conftest import MakeActor, MakeCase

SignIn = Callable[[Actor], "Client"]
HERE = "/rueckkehr/ueberblick/"


@pytest.fixture
def _on_a_day() -> Iterator[None]:
    with travel(date(2026, 8, 20)):
        yield


@pytest.fixture
def _counted(_on_a_day: None, actor: Actor, case_with: "MakeCase", client_of: SignIn) -> None:
    for number in range(25):
        offered = {"counselling_offered_on": f"2026-05-{number + 2:02}"} if number < 20 else {}
        arranged = {"removal_arranged_on": "2026-05-12"} if number % 2 else {}
        case_with({"decision_issued_on": "2026-05-01", **offered, **arranged})
    assert client_of(actor).post(HERE + "zaehlen/", follow=True).status_code == 200


@pytest.mark.usefixtures("_counted")
def test_the_page_shows_numbers_a_picture_in_words_and_how_it_is_counted(actor: Actor, client_of: SignIn) -> None:
    page = client_of(actor).get(HERE, {"jahr": "2026", "zeitraum": "2"}).content.decode()
    assert "Beratung vor der ersten Maßnahme" in page
    assert re.search(r"<desc [^>]*>2\. Vierteljahr: 42 %</desc>", page)
    assert re.search(r"<desc [^>]*>2\. Vierteljahr: 13 Tage</desc>", page)
    assert page.count("Gezählt wird jeder Fall") >= 5
    assert "style=" not in page


@pytest.mark.usefixtures("_counted")
def test_a_whole_year_and_an_address_with_nonsense_are_shown(actor: Actor, client_of: SignIn) -> None:
    for asked in ({}, {"jahr": "x", "zeitraum": "9", "stelle": "nowhere"}, {"jahr": "2020"}):
        assert client_of(actor).get(HERE, asked).status_code == 200


@pytest.mark.usefixtures("_counted")
def test_the_file_says_what_the_page_says(actor: Actor, client_of: SignIn) -> None:
    answer = client_of(actor).get(HERE + "datei/", {"jahr": "2026", "zeitraum": "2"})
    text = answer.content.decode("utf-8-sig")
    assert "ueberblick-abh-nordheim-2026-2.csv" in answer["Content-Disposition"]
    assert "Beratung vor der ersten Maßnahme;vorher angeboten;5;42;" in text
    assert text.count("\r\n") == 1 + 3 * len(OUTCOMES)


@pytest.mark.usefixtures("_on_a_day")
def test_a_ministry_chooses_a_body_and_cannot_count(
    actor: Actor, outsider: Actor, make_actor: "MakeActor", client_of: SignIn
) -> None:
    house = Body.objects.create(key="ministerium", kind=Body.Kind.MINISTRY, name="Ministerium", land="ST")
    browser = client_of(make_actor("staab", house, "special_staff"))
    page = browser.get(HERE, {"stelle": outsider.body.key}).content.decode()
    assert "Ausländerbehörde Südheim" in page
    assert "zaehlen" not in page


def test_who_lacks_the_right_is_refused(intake_clerk: Actor, client_of: SignIn) -> None:
    browser = client_of(intake_clerk)
    assert browser.get(HERE).status_code == 403
    assert browser.get(HERE + "datei/").status_code == 403
    assert browser.post(HERE + "zaehlen/").status_code == 403


@pytest.mark.unit
def test_every_measure_has_words() -> None:
    assert set(MEASURES) == set(OUTCOMES)


@pytest.mark.unit
def test_pictures_keep_within_their_width() -> None:
    shares = shares_picture([("a", 0, "0 %"), ("b", 100, "100 %"), ("c", None, "–")])
    days = days_picture(
        [("a", Quartiles(2, 5, None), "5 Tage"), ("b", Quartiles(), "–"), ("c", Quartiles(1, 9, 20), "9")]
    )
    for picture in (shares, days):
        end = float(picture.track_x) + float(picture.track_width)
        for stroke in picture.strokes:
            assert float(stroke.x) + float(stroke.width) <= end + 0.11
            assert not stroke.mark_x or float(stroke.mark_x) + float(picture.tick) <= end + 0.11
