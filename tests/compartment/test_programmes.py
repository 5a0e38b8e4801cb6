"""What is explained: programmes with their days, which version a talk keeps, and how a statement begins."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

from augenmass.compartment.actions.body import NotPermitted
from augenmass.compartment.actions.programmes import ProgrammeForm, end_programme, enter_programme
from augenmass.compartment.actions.talks import TalkForm, note_talk
from augenmass.compartment.models import Account, Person, Programme, Talk
from augenmass.compartment.rules import WORDINGS, NotDone
from augenmass.law.time import today
from augenmass.statement import LONGEST_TEXT

if TYPE_CHECKING:
    from django.test import Client

    Browser = Callable[[Account], Client]


def programme(since: date, until: date | None = None, **more: Any) -> ProgrammeForm:
    said = {"name": "Landesförderung", "amount": "200 Euro je Person", "source": "Merkblatt, Stand Januar"}
    return ProgrammeForm(uuid4(), since=since, until=until, **{**said, **more})


def talk(day: date, *keys: UUID) -> TalkForm:
    return TalkForm(uuid4(), day, "fr", True, "", "", keys)


def test_only_the_lead_enters_and_ends(lead: Account, counsellor: Account, browser_of: "Browser") -> None:
    with pytest.raises(NotPermitted):
        enter_programme(counsellor, programme(today()))
    one = enter_programme(lead, programme(today()))
    with pytest.raises(NotPermitted):
        end_programme(counsellor, one.key, today())
    page = browser_of(counsellor).get("/stelle/programme/").content.decode()
    assert "200 Euro je Person" in page
    assert "Ende eintragen" not in page


def test_a_version_is_ended_once_and_never_overwritten(lead: Account) -> None:
    one = enter_programme(lead, programme(today() - timedelta(days=20)))
    with pytest.raises(NotDone, match="andere Angabe"):
        enter_programme(lead, programme(today(), amount="300 Euro", name="LANDESFÖRDERUNG"))
    with pytest.raises(NotDone, match="vor dem Beginn"):
        end_programme(lead, one.key, today() - timedelta(days=30))
    end_programme(lead, one.key, today() - timedelta(days=1))
    with pytest.raises(NotDone, match="nicht überschrieben"):
        end_programme(lead, one.key, today())
    enter_programme(lead, programme(today(), amount="300 Euro"))
    assert sorted(Programme.objects.values_list("amount", flat=True)) == ["200 Euro je Person", "300 Euro"]


def test_a_talk_keeps_the_version_that_held_on_its_day(lead: Account, counsellor: Account, person: Person) -> None:
    old = enter_programme(lead, programme(today() - timedelta(days=20), today() - timedelta(days=1)))
    new = enter_programme(lead, programme(today(), amount="300 Euro"))
    noted = note_talk(counsellor, person.key, talk(today() - timedelta(days=3), old.key))
    [kept] = noted.content()["programmes"]
    assert (kept["key"], kept["amount"]) == (str(old.key), "200 Euro je Person")
    with pytest.raises(NotDone, match="galt diese Angabe nicht"):
        note_talk(counsellor, person.key, talk(today() - timedelta(days=3), new.key))
    with pytest.raises(NotDone, match="nicht auf der Liste"):
        note_talk(counsellor, person.key, talk(today(), uuid4()))


def test_ticks_are_noted_from_the_form_and_shown(
    lead: Account, counsellor: Account, person: Person, browser_of: "Browser"
) -> None:
    one = enter_programme(lead, programme(today()))
    enter_programme(lead, programme(today() + timedelta(days=9), name="Kommt erst"))
    browser = browser_of(counsellor)
    asked = browser.get(f"/personen/{person.key}/gespraech/").content.decode()
    assert "200 Euro je Person" in asked
    assert "Kommt erst" not in asked
    sent = {"key": str(uuid4()), "held_on": today().strftime("%d.%m.%Y"), "language": "fr", "programmes": str(one.key)}
    assert browser.post(f"/personen/{person.key}/gespraech/", sent).status_code == 302
    assert "Merkblatt, Stand Januar" in browser.get(f"/personen/{person.key}/").content.decode()
    assert Talk.objects.get().content()["note"] == ""


def test_the_lead_enters_and_ends_on_the_page(lead: Account, browser_of: "Browser") -> None:
    browser = browser_of(lead)
    sent = {"key": str(uuid4()), "name": "A", "amount": "1,50 Euro", "source": "B", "since": "01.01.2026"}
    assert browser.post("/stelle/programme/", {**sent, "since": "31.02.2026"}).status_code == 422
    for _ in range(2):
        assert browser.post("/stelle/programme/", sent).status_code == 302
    one = Programme.objects.get()
    ended = browser.post(f"/stelle/programme/{one.key}/beenden/", {"until": "gestern"}, follow=True)
    assert "letzten Tag" in ended.content.decode()
    assert browser.post(f"/stelle/programme/{one.key}/beenden/", {"until": "30.06.2026"}).status_code == 302
    assert Programme.objects.get().until == date(2026, 6, 30)


@pytest.mark.parametrize("wording", WORDINGS)
def test_a_statement_can_begin_with_each_of_the_three_wordings(
    counsellor: Account, person: Person, browser_of: "Browser", wording: str
) -> None:
    note_talk(counsellor, person.key, TalkForm(uuid4(), date(2026, 11, 2), "fr", True, "Wege", ""))
    browser = browser_of(counsellor)
    assert f"vorlage={wording}" in browser.get(f"/personen/{person.key}/").content.decode()
    text = browser.get(f"/personen/{person.key}/erklaerung/?vorlage={wording}").context["form"]["text"].value()
    assert 0 < len(text) < LONGEST_TEXT
    assert "{" not in text
    assert ("02.11.2026" in text) is (wording == "counselled")
