"""Notices on the desk: who sends, who examines, who controls; every form works without JavaScript and keeps what was typed."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from augenmass.access.actor import Actor
from augenmass.law.time import now, today
from augenmass.notices.models import LandProvision, Notice, NoticeContent, ReturnedNotice
from augenmass.notices.rules.kinds import Kind, Outcome
from augenmass.notices.tests.conftest import case, inspectorate, liaison, say, saying, work  # noqa: F401 - fixtures
from augenmass.notices.tests.test_the_way_of_a_notice import rested
from augenmass.transmissions.tests.elsewhere import Elsewhere, set_at
from augenmass.work.models import Task

if TYPE_CHECKING:
    from augenmass.conftest import MakeActor
    from augenmass.notices.actions.taking import Taken
    from augenmass.record.models import Case

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]
ClientOf = Callable[[Actor], Client]


def typed(actor: Actor, **changes: str) -> dict[str, str]:
    """What the form sends of a start of proceedings."""
    day = (today() - timedelta(days=1)).strftime("%d.%m.%Y")
    return {
        "key": str(uuid4()),
        "receiver": str(actor.body_id),
        "kind": "proceedings_opened",
        "provision": "AufenthG/87/4/1",
        "family_name": "Müller",
        "first_names": "Anna",
        "born_on": "31.01.1990",
        "occurred_on": day,
        "reference": "201 Js 17/26",
        "offences": "§ 242 StGB",
        "outcome": "",
        "what": "",
        "learned_on_duty": "on",
        "no_special_rule": "on",
        "not_petty": "on",
        **changes,
    }


def test_a_liaison_officer_writes_and_a_caseworker_examines_what_an_acquittal_reopens(
    client_of: ClientOf,
    liaison: Actor,  # noqa: F811
    actor: Actor,
    case: "Case",  # noqa: F811
    work: Callable[[], int],  # noqa: F811
) -> None:
    police, desk = client_of(liaison), client_of(actor)
    assert police.get(reverse("notices"))["Location"] == reverse("notices_sent")
    assert police.get(reverse("notice_new")).status_code == 200
    sent = typed(actor)
    for _twice in range(2):
        answer = police.post(reverse("notice_new"), sent, follow=True)
        assert "bereits vor" in answer.text or "eingegangen. Die Behörde" in answer.text
    work()
    notice = Notice.objects.get()
    assert "Müller, Anna" in desk.get(reverse("notices")).text
    page = desk.get(reverse("notice", args=[notice.number]))
    assert "Mitgeteilt ist ein Verdacht" in page.text
    assert f"/mitteilungen/{notice.number}/" in desk.get(reverse("tasks")).text
    fact = rested(actor, case, notice)
    assert "geprüft" in police.get(reverse("notice_sent", args=[notice.number])).text
    police.post(reverse("notice_new"), typed(actor, kind="proceedings_ended", outcome="acquittal"))
    work()
    shown = desk.get(reverse("notice", args=[notice.number])).text
    assert "Freispruch" in shown
    assert "wird neu bewertet" in shown
    assert "neu bewerten: Freispruch" in desk.get(reverse("tasks")).text
    assert "Mitteilungen öffentlicher Stellen" in desk.get(reverse("case", args=[case.key])).text
    listed = desk.get(reverse("case_notices", args=[case.key])).text
    assert "Verdacht" in listed
    assert "Ausgang" in listed
    fact.refresh_from_db()
    assert fact.disputed_by_id is not None
    for view in ("open", "unassigned", "awaited", "examined"):
        assert desk.get(f"{reverse('notices')}?ansicht={view}").status_code == 200


def test_without_a_provision_the_page_says_so_and_keeps_what_was_typed(
    client_of: ClientOf,
    liaison: Actor,  # noqa: F811
    actor: Actor,
    make_actor: "MakeActor",
) -> None:
    police = client_of(liaison)
    answer = police.post(reverse("notice_new"), typed(actor, provision=""))
    assert answer.status_code == 422
    assert "nennt keine Vorschrift" in answer.text
    assert 'value="201 Js 17/26"' in answer.text
    late = police.post(reverse("notice_new"), typed(actor, occurred_on="01.01.2999"))
    assert "Dieser Tag liegt in der Zukunft" in late.text
    assert (Notice.objects.count(), ReturnedNotice.objects.count()) == (0, 1)
    assert "ohne Vorschrift" in police.get(f"{reverse('notices_sent')}?ansicht=returned").text
    control = client_of(make_actor("schutz", actor.body, "data_protection"))
    assert control.get(reverse("notices"))["Location"] == reverse("notices_traces")
    traced = control.get(f"{reverse('notices_traces')}?ansicht=returned").text
    assert "Polizeiinspektion Nordheim" in traced
    assert "Müller" not in traced
    assert control.get(reverse("notice", args=[uuid4()])).status_code == 403


def test_what_is_not_found_is_assigned_or_erased_and_what_is_wrong_is_corrected(
    client_of: ClientOf,
    liaison: Actor,  # noqa: F811
    actor: Actor,
    case: "Case",  # noqa: F811
    say: "Callable[..., Taken]",  # noqa: F811
    work: Callable[[], int],  # noqa: F811
) -> None:
    police, desk = client_of(liaison), client_of(actor)
    first, second = (say(Kind.LIMIT_BREACHED, family_name=name, born_on=None).notice for name in ("Ito", "Omar"))
    work()
    assert "Mitteilungen ohne Fall" in desk.get(reverse("my_day")).text
    wrong = desk.post(reverse("notice_assign", args=[first.number]), {"number": "N-404"})
    assert (wrong.status_code, "keinen Fall" in wrong.text, 'value="N-404"' in wrong.text) == (422, True, True)
    desk.post(reverse("notice_assign", args=[first.number]), {"number": "N-17"})
    desk.post(reverse("notice_assign", args=[second.number]), {"do": "not_ours"})
    assert NoticeContent.objects.get(notice=second).family_name == ""
    again = desk.post(reverse("notice_assign", args=[second.number]), {"number": "N-17"}, follow=True)
    assert "inzwischen bearbeitet" in again.text
    correcting = reverse("notice_correct", args=[first.number])
    assert "Bei einer Kontrolle" in police.get(correcting).text
    right = typed(
        actor, kind="limit_breached", provision="AufenthG/87/2/1/2", what="Ein anderer Ort.", reference="", offences=""
    )
    assert police.post(correcting, right).status_code == 302
    assert police.get(correcting).status_code == 404
    work()
    newest = Notice.objects.latest("pk")
    assert newest.case_id == case.pk
    desk.post(reverse("notice_examine", args=[newest.number]), {"do": "irrelevant"})
    assert "Inhalt dieser Mitteilung ist gelöscht" in desk.get(reverse("notice", args=[newest.number])).text
    assert "unerheblich" in desk.get(reverse("notices_traces")).text
    gone = police.post(reverse("notice_withdraw", args=[newest.number]), follow=True)
    assert "ist zurückgenommen" in gone.text
    assert "zurückgenommen" in police.get(reverse("notices_sent")).text
    assert not Task.objects.filter(about__startswith="police_notice:", done_by=None).exists()


def test_an_end_of_another_number_is_joined_on_the_page_and_police_law_is_reviewed(
    client_of: ClientOf,
    actor: Actor,
    case: "Case",  # noqa: F811
    say: "Callable[..., Taken]",  # noqa: F811
    work: Callable[[], int],  # noqa: F811
    make_actor: "MakeActor",
) -> None:
    desk = client_of(actor)
    start = say(Kind.OPENED).notice
    end = say(Kind.ENDED, reference="9 Cs 9/26", outcome=Outcome.PENAL_ORDER).notice
    law = say(Kind.POLICE_LAW).notice
    work()
    page = desk.get(reverse("notice", args=[end.number])).text
    assert "kein Beginn mitgeteilt" in page
    assert desk.post(reverse("notice_join", args=[end.number]), {"start": str(uuid4())}).status_code == 422
    desk.post(reverse("notice_join", args=[end.number]), {"start": str(start.number)})
    assert Notice.objects.get(pk=end.pk).start_id == start.pk
    assert "nicht geprüft" in desk.get(reverse("notice", args=[law.number])).text
    reviewer = client_of(make_actor("recht", actor.body, "legal_reviewer"))
    assert "§ 28 SOG LSA" in reviewer.get(reverse("notice_provisions")).text
    reviewer.post(reverse("notice_provision", args=[law.land_provision_id]), {"do": "confirm"})
    assert LandProvision.objects.get().state == "confirmed"
    assert "nicht geprüft" not in desk.get(reverse("notice", args=[law.number])).text


def test_a_package_is_taken_once_and_an_altered_or_foreign_one_leaves_nothing(
    client_of: ClientOf,
    actor: Actor,
    make_actor: "MakeActor",
    case: "Case",  # noqa: F811
    work: Callable[[], int],  # noqa: F811
) -> None:
    from augenmass.transmissions.parties import address_of

    court = Elsewhere(address="sta-fern@fern.example", kind="prosecution")
    court.known_to(make_actor("verwaltung", actor.body, "body_administrator"))
    name = "Ausländerbehörde Fern"
    head = {
        "key": str(uuid4()),
        "created_at": now().isoformat(),
        "sender": {"address": court.address, "name": name, "kind": court.kind},
        "receiver": {"address": address_of(actor.body), "name": actor.body.name, "kind": "foreigners_authority"},
        "test": True,
    }
    said = {
        "kind": "charge_or_warrant",
        "provision": "AufenthG/87/4/2",
        "family_name": "Müller",
        "first_names": "Anna",
        "born_on": "1990-01-31",
        "reference": "201 Js 17/26",
        "offences": "§ 242 StGB",
        "occurred_on": (today() - timedelta(days=2)).isoformat(),
        "learned_on_duty": True,
        "no_special_rule": True,
        "inquiry_safe": True,
    }
    raw = {"schema": "augenmass-notice-1", "head": head, "notice": said}
    desk = client_of(actor)

    def upload(text: str) -> str:
        file = SimpleUploadedFile("paket.json", text.encode(), content_type="application/json")
        return desk.post(reverse("notice_package"), {"package": file}, follow=True).text

    altered = json.loads(court.signed(raw))
    altered["notice"]["family_name"] = "Meier"
    assert "verändert, gefälscht" in upload(json.dumps(altered))
    elsewhere = json.loads(json.dumps(raw))
    set_at(elsewhere, "head__receiver__address", "abh-suedheim@irgendwo.example")
    assert "andere Stelle gerichtet" in upload(court.signed(elsewhere))
    assert "keine lesbare Nachricht" in upload("{")
    assert not Notice.objects.exists()
    assert "Das Paket ist übernommen" in upload(court.signed(raw))
    assert "bereits vor" in upload(court.signed(raw))
    work()
    notice = Notice.objects.get()
    assert (notice.channel, notice.case_id, notice.sender, notice.sender_name) == ("package", case.pk, None, name)
    follow = {**raw, "head": {**head, "key": str(uuid4()), "corrects": head["key"]}}
    assert "Das Paket ist übernommen" in upload(court.signed({**follow, "notice": {**said, "offences": "§ 246 StGB"}}))
    back = {**raw, "notice": None, "head": {**head, "key": str(uuid4()), "withdraws": follow["head"]["key"]}}
    upload(court.signed(back))
    assert set(Notice.objects.values_list("gone", flat=True)) == {"corrected", "withdrawn"}
    unlawful = {**raw, "notice": {**said, "provision": ""}, "head": {**head, "key": str(uuid4())}}
    assert "nennt keine Vorschrift" in upload(court.signed(unlawful))
    assert ReturnedNotice.objects.get().sender_name == name
