"""Review of norms and release of catalogues: a named lawyer, a second person, and what answers meanwhile."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.urls import reverse

from augenmass.access.actor import NotPermitted
from augenmass.law import catalogue as catalogues
from augenmass.law.altered import CatalogueAltered
from augenmass.law.catalogue import Catalogue
from augenmass.law.difference import norm_hash
from augenmass.law.time import now, today
from augenmass.lawbook.actions import NotReviewed, confirm_release, propose_release, refuse_release, review_norm
from augenmass.lawbook.in_force import catalogue_of, in_force
from augenmass.lawbook.models import CatalogueVersion, Comparison, NormReview, Release
from augenmass.lawbook.queries import review_states
from augenmass.record.models import Action

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeActor
    from augenmass.directory.models import Body

pytestmark = [pytest.mark.db, pytest.mark.django_db]
REASON = "Geprüft gegen den konsolidierten Text"
NORM = "AufenthG/60a/2/4"


@pytest.fixture
def lawyer(make_actor: "MakeActor", body: "Body") -> "Actor":
    return make_actor("lawyer", body, "legal_reviewer")


@pytest.fixture
def second(make_actor: "MakeActor", body: "Body") -> "Actor":
    return make_actor("second", body, "legal_reviewer")


def newer(monkeypatch: pytest.MonkeyPatch) -> Catalogue:
    """A later version of the program, whose catalogue has one norm less."""
    shipped = Catalogue.shipped()
    later = replace(shipped, norms=tuple(norm for norm in shipped.norms if norm.id != "AufenthG/97a"))
    monkeypatch.setattr(catalogues, "_shipped", lambda: later)
    return later


def computed(lawyer: "Actor", answers: Catalogue, candidate: Catalogue, state: str) -> None:
    """What the room of cases keeps when it compares two versions over the cases of every body."""
    Comparison.objects.create(
        earlier=today(),
        later=today(),
        catalogue=answers.hash,
        later_catalogue=candidate.hash,
        state=state,
        cases=0,
        asked_by=lawyer.account,
        asked_at=now(),
    )


def seen(norm: str = NORM) -> str:
    return norm_hash(Catalogue.shipped().norm(norm))


def test_a_review_names_person_and_norm_and_the_newest_of_each_counts(lawyer: "Actor", second: "Actor") -> None:
    law = Catalogue.shipped()
    review_norm(lawyer, NORM, seen(), "approved", "")
    assert review_states(law) == {NORM: "approved"}
    review_norm(second, NORM, seen(), "objected", "Satz 4 gilt nur für Anträge seit dem Inkrafttreten.")
    assert review_states(law) == {NORM: "objected"}
    review_norm(second, NORM, seen(), "approved", "")
    assert review_states(law) == {NORM: "approved"}
    assert Action.objects.filter(kind="law.norm_reviewed").count() == 3
    review_norm(second, NORM, seen(), "approved", "")
    assert NormReview.objects.count() == Action.objects.filter(kind="law.norm_reviewed").count() == 3, "sent twice"


@pytest.mark.parametrize(
    ("norm", "digest", "verdict", "comment", "says"),
    [
        ("AufenthG/1/1", "x", "approved", "", "gibt es im Katalog nicht"),
        (NORM, "0" * 64, "approved", "", "geändert, seit"),
        (NORM, "", "objected", "nein", "in einem Satz"),
        (NORM, "", "vielleicht", "", "zustimmen oder beanstanden"),
    ],
)
def test_a_review_that_says_nothing_is_refused(
    lawyer: "Actor", norm: str, digest: str, verdict: str, comment: str, says: str
) -> None:
    with pytest.raises(NotReviewed, match=says):
        review_norm(lawyer, norm, digest or seen(), verdict, comment)
    assert not NormReview.objects.exists()


def test_only_who_reviews_law_may(actor: "Actor", lawyer: "Actor") -> None:
    with pytest.raises(NotPermitted):
        review_norm(actor, NORM, seen(), "approved", "")
    with pytest.raises(NotPermitted):
        propose_release(actor, uuid4(), Catalogue.shipped().hash, REASON)
    asked = propose_release(lawyer, uuid4(), Catalogue.shipped().hash, REASON)
    with pytest.raises(NotPermitted):
        confirm_release(actor, asked.key)


def test_a_release_needs_a_second_person_and_then_answers(lawyer: "Actor", second: "Actor") -> None:
    key = uuid4()
    asked = propose_release(lawyer, key, Catalogue.shipped().hash, REASON)
    assert propose_release(lawyer, key, Catalogue.shipped().hash, REASON) == asked
    assert not in_force(fresh=True).released
    with pytest.raises(NotReviewed, match="andere Person"):
        confirm_release(lawyer, asked.key)
    confirm_release(second, asked.key)
    answers = in_force()
    assert answers.released
    assert answers.hash == Catalogue.shipped().hash
    assert answers.reviewers == (lawyer.account.get_full_name(), second.account.get_full_name())
    with pytest.raises(NotReviewed, match="bereits entschieden"):
        refuse_release(second, asked.key)
    with pytest.raises(NotReviewed, match="bereits vorgeschlagen"):
        propose_release(lawyer, uuid4(), Catalogue.shipped().hash, REASON)


def test_a_newer_version_waits_beside_the_released_one(
    lawyer: "Actor", second: "Actor", monkeypatch: pytest.MonkeyPatch
) -> None:
    released = Catalogue.shipped()
    confirm_release(second, propose_release(lawyer, uuid4(), released.hash, REASON).key)
    later = newer(monkeypatch)
    assert in_force(fresh=True).hash == released.hash != later.hash
    asked = propose_release(second, uuid4(), later.hash, REASON)
    assert in_force(fresh=True).hash == released.hash
    with pytest.raises(NotReviewed, match="Noch ist nicht gerechnet"):
        confirm_release(lawyer, asked.key)
    computed(lawyer, released, later, Comparison.State.WAITING)
    with pytest.raises(NotReviewed, match="Noch ist nicht gerechnet"):
        confirm_release(lawyer, asked.key)
    computed(lawyer, released, later, Comparison.State.DONE)
    confirm_release(lawyer, asked.key)
    assert in_force(fresh=True).hash == later.hash
    assert catalogue_of(released.hash).norm("AufenthG/97a").id == "AufenthG/97a"


def test_an_objection_holds_a_release_up(lawyer: "Actor", second: "Actor") -> None:
    review_norm(second, NORM, seen(), "objected", "Satz 4 gilt nur für Anträge seit dem Inkrafttreten.")
    with pytest.raises(NotReviewed, match="beanstandet"):
        propose_release(lawyer, uuid4(), Catalogue.shipped().hash, REASON)
    review_norm(second, NORM, seen(), "approved", "")
    asked = propose_release(lawyer, uuid4(), Catalogue.shipped().hash, REASON)
    review_norm(second, NORM, seen(), "objected", "Noch einmal gelesen: Der Übergang fehlt.")
    with pytest.raises(NotReviewed, match="beanstandet"):
        confirm_release(second, asked.key)


def test_an_altered_catalogue_does_not_answer(
    lawyer: "Actor",
    second: "Actor",
    actor: "Actor",
    client_of: "Callable[[Actor], Client]",
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    confirm_release(second, propose_release(lawyer, uuid4(), Catalogue.shipped().hash, REASON).key)
    kept = CatalogueVersion.objects.get()
    kept.content["norms"] = kept.content["norms"][1:]
    kept.save(update_fields=["content"])
    newer(monkeypatch)
    from augenmass.lawbook import in_force as module

    module._marked.cache_clear()
    module.forget()
    page = client_of(actor).get(reverse("worklist"))
    assert page.status_code == 503
    assert "Regelkatalog" in page.content.decode()
    with pytest.raises(CatalogueAltered):
        in_force(fresh=True)
    for content in ([], "x", {"format": 1}, {**Catalogue.shipped().to_json(), "norms": [None]}):
        kept.content = content
        kept.save(update_fields=["content"])
        module._marked.cache_clear()
        with pytest.raises(CatalogueAltered):
            in_force(fresh=True)


def test_the_pages_walk_from_norm_to_release(
    lawyer: "Actor", second: "Actor", actor: "Actor", client_of: "Callable[[Actor], Client]"
) -> None:
    browser, other, officer = client_of(lawyer), client_of(second), client_of(actor)
    page = browser.get(reverse("law"), {"q": "§ 60a vaterschaft"}).content.decode()
    assert "§ 60a Abs. 2 Satz 4 AufenthG" in page
    assert "Keine Norm passt" in browser.get(reverse("law"), {"q": "gibt es nicht"}).content.decode()
    address = reverse("law_norm", args=[NORM])
    assert "Festhalten" not in officer.get(address).content.decode()
    assert officer.post(address, {"verdict": "approved", "seen": seen()}).status_code == 403
    assert browser.post(address, {"verdict": "objected", "seen": seen()}).status_code == 422
    assert browser.post(address, {"verdict": "approved", "seen": seen()}).status_code == 302
    assert lawyer.account.get_full_name() in officer.get(address).content.decode()
    release = reverse("law_release")
    form = {"key": str(uuid4()), "seen": Catalogue.shipped().hash, "reason": REASON}
    assert browser.post(release, form | {"reason": "kurz"}).status_code == 422
    assert browser.post(release, form).status_code == 302
    asked = Release.objects.get()
    assert "noch nicht freigegeben" in officer.get(release).content.decode()
    assert officer.post(reverse("law_release_confirm", args=[asked.key])).status_code == 403
    other.post(reverse("law_release_confirm", args=[asked.key]))
    assert "freigegeben am" in officer.get(release).content.decode()
    assert officer.get(reverse("law_norm", args=["AufenthG/1/1"])).status_code == 404
    assert officer.get(reverse("law_question", args=["may_arrange_removal"])).status_code == 200
    assert officer.get(reverse("law_question", args=["nonsense"])).status_code == 404


def test_trying_out_shows_what_a_fact_moves_and_keeps_nothing(
    actor: "Actor", client_of: "Callable[[Actor], Client]", django_assert_max_num_queries: Callable[..., object]
) -> None:
    browser = client_of(actor)
    address = reverse("law_trial")
    plain = browser.get(address).content.decode()
    assert "Abschiebung veranlassen" in plain
    assert "Antworten, die sich geändert haben" not in plain
    changed = browser.get(
        address, {"f_asylum_procedure_running": "ja", "frage": "may_arrange_removal"}
    ).content.decode()
    assert "Antworten, die sich geändert haben" in changed
    assert "Kann die Abschiebung veranlasst werden?" in changed
    named = browser.get(address, {"f_family_name": "Haddad", "neu": "family_name"}).content.decode()
    assert "zurücknehmen" not in named, "a name is no fact to try out"
    assert 'value="family_name"' not in named
    for odd in (
        {"am": "gestern"},
        {"am": "0001-01-01"},
        {"f_date_of_birth": "31.02.1990"},
        {"f_unknown": "ja", "ausgang": "norm:nonsense:99", "frage": "x", "neu": "y"},
        {"ausgang": "norm:AufenthG/59/1/1:0"},
        {"ausgang": "norm:AufenthG/59/1/1:77"},
        {"f_family_name": "\u202e\x00" + "a" * 5000},
    ):
        assert browser.get(address, odd).status_code == 200, odd
    assert (
        "Beispiel zu § 59 Abs. 1 Satz 1 AufenthG"
        in browser.get(address, {"ausgang": "norm:AufenthG/59/1/1:0"}).content.decode()
    )
