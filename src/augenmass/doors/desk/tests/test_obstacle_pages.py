"""The pages of obstacles: reporting with a look at similar ones, joining, answering, and who is offered what."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import uuid4

from augenmass.access.actor import Actor
from augenmass.directory.models import Body
from augenmass.obstacles.models import Obstacle

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.conftest import MakeActor

SAID = {
    "title": "Botschaft vergibt keine Termine",
    "what_happens": "Seit Mai gibt es keine Vorsprache.",
    "since": "01.05.2026",
    "obstacle_kind": "documents",
    "origin": "GE",
    "concerned": "Botschaft in Berlin",
    "cases": "43",
}


def _entered(**other: str) -> dict[str, str]:
    return {"key": str(uuid4()), **SAID, **other}


def test_reporting_shows_similar_ones_first(actor: Actor, client_of: "Callable[[Actor], Client]") -> None:
    browser = client_of(actor)
    entered = _entered()
    made = browser.post("/hemmnisse/neu/", entered)
    assert made.status_code == 302, made.content.decode()
    assert "rund 45 Fälle" in browser.get(made.headers["Location"]).content.decode()
    second = _entered(title="Keine Termine der Botschaft")
    shown = browser.post("/hemmnisse/neu/", second)
    assert shown.status_code == 200
    page = shown.content.decode()
    assert "Ist es eines von diesen?" in page
    assert "Keine Termine der Botschaft" in page, "what was typed is still there"
    assert Obstacle.objects.count() == 1
    assert browser.post("/hemmnisse/neu/", {**second, "anyway": "yes"}).status_code == 302
    assert Obstacle.objects.count() == 2


def test_a_person_in_the_text_is_refused_and_the_text_stays(
    actor: Actor, client_of: "Callable[[Actor], Client]"
) -> None:
    refused = client_of(actor).post("/hemmnisse/neu/", _entered(what_happens="Herr Haddad wartet."))
    assert refused.status_code == 422
    assert "niemanden mit Namen" in refused.content.decode()
    assert "Herr Haddad wartet." in refused.content.decode()


def test_others_join_and_a_ministry_answers(
    actor: Actor, outsider: Actor, make_actor: "MakeActor", client_of: "Callable[[Actor], Client]"
) -> None:
    address = client_of(actor).post("/hemmnisse/neu/", _entered()).headers["Location"]
    other = client_of(outsider)
    assert "Anschließen" in other.get(address).content.decode()
    assert other.post(f"{address}anschliessen/", {"cases": "zwölf"}).status_code == 422
    assert other.post(f"{address}anschliessen/", {"cases": "12"}).status_code == 302
    assert "Zusammen sind rund 55 Fälle betroffen" in other.get(address).content.decode()
    assert other.post(f"{address}vorbei/", {"over_on": "01.01.2020"}).status_code == 422
    assert other.post(f"{address}vorbei/", {"over_on": "02.05.2026"}).status_code == 302
    assert "besteht nicht mehr seit 02.05.2026" in other.get(address).content.decode()
    assert other.post(f"{address}antwort/", {}).status_code == 403
    assert other.get(f"{address}aendern/").status_code == 403
    assert other.post(f"{address}aendern/", _entered(seen="0")).status_code == 403
    staff = client_of(
        make_actor("ahlers", Body.objects.create(key="mi", kind="ministry", name="M", land="ST"), "special_staff")
    )
    said = {"key": str(uuid4()), "seen": "0", "status": "agreed", "answered_on": "03.05.2026", "answer": "Vereinbart."}
    assert staff.post(f"{address}antwort/", {**said, "answer": ""}).status_code == 422
    assert staff.post(f"{address}antwort/", said).status_code == 302
    stale = staff.post(f"{address}antwort/", {**said, "key": str(uuid4())})
    assert stale.status_code == 422
    assert "inzwischen" in stale.content.decode()
    page = other.get(address).content.decode()
    assert "Vereinbart." in page
    assert "Weg abgestimmt" in page
    assert staff.post(f"{address}aendern/", _entered(seen="1", title="Neuer Titel")).status_code == 302
    assert "Neuer Titel" in other.get("/hemmnisse/").content.decode()


def test_the_list_keeps_its_view_in_the_filter(actor: Actor, client_of: "Callable[[Actor], Client]") -> None:
    browser = client_of(actor)
    browser.post("/hemmnisse/neu/", _entered())
    assert SAID["title"] in browser.get("/hemmnisse/?ansicht=all&q=botschaft&art=documents&staat=GE").content.decode()
    assert "Hier steht kein Hemmnis" in browser.get("/hemmnisse/?ansicht=done").content.decode()
    assert browser.get("/hemmnisse/?ansicht=x&page=x&art=x&q=%00").status_code == 200


def test_who_only_reads_is_offered_no_form(
    actor: Actor, make_actor: "MakeActor", body: Body, client_of: "Callable[[Actor], Client]"
) -> None:
    address = client_of(actor).post("/hemmnisse/neu/", _entered()).headers["Location"]
    reader = client_of(make_actor("schutz", body, "data_protection"))
    page = reader.get(address).content.decode()
    assert "Botschaft vergibt" in page
    assert "Anschließen" not in page
    assert "Text ändern" not in page
    assert reader.get("/hemmnisse/neu/").status_code == 403
    assert reader.post(f"{address}beobachten/", {"do": "watch"}).status_code == 302
    assert "Nicht mehr beobachten" in reader.get(address).content.decode()
