"""Mein Tag, tasks, post, deadlines and absence as pages."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from augenmass.access.actor import Actor
from augenmass.conftest import MakeActor, MakeCase
from augenmass.law.time import travel
from augenmass.record.ledger import entry
from augenmass.record.models import Case
from augenmass.work.actions.deadlines import book_deadline
from augenmass.work.actions.post import NewPost, register_post
from augenmass.work.actions.tasks import NewTask, create_task
from augenmass.work.models import BookedDeadline, IncomingPost, Note, OutgoingMail, Task

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]
DAY = date(2026, 3, 2)
MOST_QUERIES = 16
SignIn = Callable[[Actor], Client]


@pytest.fixture(autouse=True)
def _a_monday() -> Iterator[None]:
    with travel(DAY):
        yield


def add_work(actor: Actor, case: Case) -> None:
    for kind in (Task.Kind.TASK, Task.Kind.RESUBMISSION):
        create_task(actor, case.pk, NewTask(uuid4(), kind, "Passkopie anfordern", DAY, actor.account_id))
    register_post(actor, NewPost(uuid4(), IncomingPost.Kind.PERSON, "Kanzlei Weber", "Nachfrage", DAY, case.pk))
    with entry(actor, "test.booked", case.pk) as e:
        book_deadline(
            e, rule="warning_action", begins_on=DAY, due=DAY + timedelta(days=3), first_reader_id=actor.account_id
        )


ADDRESSES = [
    "/",
    "/aufgaben/",
    "/posteingang/",
    "/fristen/",
    "/abwesenheit/",
    "/mein-tag/zweifel/",
    "/mein-tag/ablauf/",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_opens_empty_and_needs_no_more_queries_when_it_is_full(
    address: str, actor: Actor, case_with: MakeCase, client_of: SignIn
) -> None:
    client = client_of(actor)
    assert client.get(address).status_code == 200
    for _number in range(8):
        add_work(actor, case_with({"family_name": "Muster", "suspension_valid_until": "2026-03-10"}))
    with CaptureQueriesContext(
        connection,
    ) as seen:
        assert client.get(address).status_code == 200
    assert len(seen) <= MOST_QUERIES, "\n".join(query["sql"][:150] for query in seen)


def test_the_counts_of_my_day_match_the_lists_behind_them(actor: Actor, case_with: MakeCase, client_of: SignIn) -> None:
    for _number in range(8):
        add_work(actor, case_with({"family_name": "Muster"}))
    client = client_of(actor)
    page = client.get("/")
    tiles = {tile["address"]: tile["count"] for tile in page.context["tiles"] if not tile["address"].startswith("#")}
    assert tiles["/aufgaben/?teil=today"] == 8
    for address, count in tiles.items():
        assert client.get(address).context["found"].count == count, address


def test_a_task_is_made_put_off_and_ticked_off_without_scripts(
    actor: Actor, case_with: MakeCase, client_of: SignIn
) -> None:
    case, client = case_with({"family_name": "Muster"}), client_of(actor)
    address = reverse("task_new", args=[case.key])
    sent = {
        "key": str(uuid4()),
        "kind": "task",
        "title": "Urkunde nachfordern",
        "due": "03.03.2026",
        "assignee": str(actor.account_id),
    }
    for _twice in range(2):
        assert client.post(address, sent).status_code == 302
    task = Task.objects.get()
    client.post(reverse("task_reschedule", args=[task.key]), {"due": "09.03.2026"})
    assert Task.objects.get().due == date(2026, 3, 9)
    refused = client.post(reverse("task_reschedule", args=[task.key]), {"due": "01.03.2020"})
    assert refused.status_code == 422
    assert "Vergangenheit" in refused.content.decode()
    client.post(reverse("task_done", args=[task.key]))
    assert Task.objects.get().done_by_id is not None
    assert "Erledigt" in client.get(reverse("task", args=[task.key])).content.decode()


def test_a_form_with_errors_keeps_what_was_written(actor: Actor, case_with: MakeCase, client_of: SignIn) -> None:
    case = case_with()
    answer = client_of(actor).post(
        reverse("task_new", args=[case.key]),
        {"key": str(uuid4()), "kind": "task", "title": "Urkunde", "due": "31.02.2026"},
    )
    assert answer.status_code == 422
    assert 'value="Urkunde"' in answer.content.decode()


def test_a_note_goes_into_the_file_once(actor: Actor, case_with: MakeCase, client_of: SignIn) -> None:
    case, client = case_with(), client_of(actor)
    for _twice in range(2):
        client.post(reverse("note_new", args=[case.key]), {"key": NOTE_KEY, "text": "Vorsprache"})
    assert Note.objects.get().text == "Vorsprache"


NOTE_KEY = "5f0c1c5e-54cf-4d2c-9a90-3d1f3a1f1a11"


def test_post_is_registered_searched_for_and_linked(actor: Actor, case_with: MakeCase, client_of: SignIn) -> None:
    case = case_with({"family_name": "Öztürk"}, number="N-77/2026")
    client = client_of(actor)
    sent = {"key": str(uuid4()), "kind": "court", "received_on": "02.03.2026", "sender": "VG", "subject": "Ladung"}
    answer = client.post(reverse("post_new"), sent)
    post = IncomingPost.objects.get()
    assert answer["Location"] == reverse("post_piece", args=[post.key])
    found = client.get(reverse("post_piece", args=[post.key]), {"fall": "oeztuerk"}).content.decode()
    sent = client.post(reverse("post_piece", args=[post.key]), {"fall": "oeztuerk"})
    assert "oeztuerk" not in sent["Location"]
    assert 'value="oeztuerk"' in client.get(sent["Location"]).content.decode()
    assert "N-77/2026" in found
    client.post(reverse("post_link", args=[post.key]), {"number": "n-77/2026"})
    post.refresh_from_db()
    assert (post.case_id, post.assignee_id, post.state) == (case.pk, actor.account_id, "assigned")
    client.post(reverse("post_answer", args=[post.key]), {"answer": "Termin notiert."})
    assert IncomingPost.objects.get().state == "answered"


def test_a_letter_from_tomorrow_is_refused(actor: Actor, client_of: SignIn) -> None:
    sent = {"key": str(uuid4()), "kind": "court", "received_on": "03.03.2026", "sender": "VG", "subject": "Ladung"}
    answer = client_of(actor).post(reverse("post_new"), sent)
    assert answer.status_code == 422
    assert "Zukunft" in answer.content.decode()
    assert not IncomingPost.objects.exists()


def test_a_letter_with_a_file_of_the_wrong_type_is_not_registered(
    actor: Actor, case_with: MakeCase, client_of: SignIn
) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    case = case_with(number="N-1")
    sent = {
        "key": str(uuid4()),
        "kind": "court",
        "received_on": "02.03.2026",
        "sender": "VG",
        "subject": "Ladung",
        "number": case.number,
        "file": SimpleUploadedFile("ladung.pdf", b"MZ not a pdf"),
    }
    answer = client_of(actor).post(reverse("post_new"), sent)
    assert answer.status_code == 422
    assert not IncomingPost.objects.exists()


def test_only_a_second_person_confirms_a_deadline(
    actor: Actor, approver: Actor, case_with: MakeCase, client_of: SignIn
) -> None:
    add_work(actor, case_with({"family_name": "Muster"}))
    booked = BookedDeadline.objects.get()
    address = reverse("deadline_confirm", args=[booked.key])
    client_of(actor).post(address)
    booked.refresh_from_db()
    assert booked.confirmed_by_id is None
    client_of(approver).post(address)
    booked.refresh_from_db()
    assert booked.second_reader_id == approver.account_id
    assert not Task.objects.filter(kind=Task.Kind.SECOND_READING, done_by=None).exists()
    assert client_of(actor).get(reverse("deadline", args=[booked.key])).status_code == 200


@pytest.mark.parametrize("window", ["overdue", "today", "week", "month", "all"])
@pytest.mark.parametrize("reading", ["", "waiting", "confirmed"])
def test_the_tabs_of_the_deadline_book_count_what_they_show(
    actor: Actor, case_with: MakeCase, client_of: SignIn, window: str, reading: str
) -> None:
    for shift in (-5, 0, 5, 20, 60):
        case = case_with({"suspension_valid_until": (DAY + timedelta(days=shift)).isoformat()})
        with entry(actor, "test.booked", case.pk) as e:
            book_deadline(
                e,
                rule="hearing_period",
                begins_on=DAY - timedelta(days=30),
                due=DAY + timedelta(days=shift),
                first_reader_id=actor.account_id,
            )
    page = client_of(actor).get("/fristen/", {"zeitraum": window, "lesung": reading}).context
    tab = next(tab for tab in page["tabs"] if tab["current"])
    shown = sum(len(rows) for _day, rows in page["days"])
    assert (tab["count"], page["found"].count) == (shown, shown)


def test_an_absence_is_recorded_and_the_stand_in_is_told_on_their_page(
    actor: Actor, make_actor: MakeActor, client_of: SignIn
) -> None:
    stand_in = make_actor("vogt", actor.body, "caseworker")
    sent = {"stand_in": str(stand_in.account_id), "first_day": "02.03.2026", "last_day": "06.03.2026"}
    client = client_of(actor)
    assert client.post("/abwesenheit/", sent).status_code == 302
    assert "Berger" in client_of(stand_in).get("/").context["standing"]
    assert client.post("/abwesenheit/", sent).status_code == 422
    [absence] = client.get("/abwesenheit/").context["absences"]
    client.post(reverse("absence_end", args=[absence.pk]))
    assert client_of(stand_in).get("/").context["standing"] == ""


def test_a_stack_moves_after_a_preview_with_its_tasks(
    actor: Actor, approver: Actor, case_with: MakeCase, client_of: SignIn
) -> None:
    cases = [case_with({"family_name": "Muster"}) for _number in range(3)]
    add_work(actor, cases[0])
    client = client_of(approver)
    chosen = {"giving": str(actor.account_id), "taking": str(approver.account_id), "most": ""}
    preview = client.post(reverse("reassign"), chosen).context["preview"]
    assert (preview.cases, preview.tasks) == (3, 2)
    assert Case.objects.filter(officer=actor.account_id).count() == 3
    client.post(reverse("reassign"), chosen | {"confirmed": "yes"})
    assert Case.objects.filter(officer=approver.account_id).count() == 3
    assert Case.objects.filter(position__officer=approver.account_id).count() == 3


def test_reassigning_and_unclear_mails_are_for_those_who_distribute_work(actor: Actor, client_of: SignIn) -> None:
    client = client_of(actor)
    assert client.get(reverse("reassign")).status_code == 403
    mail = OutgoingMail.objects.first()
    assert mail is None
    assert "Alles geklärt" in client.get(reverse("mails")).content.decode()


def test_another_body_finds_none_of_our_pages(
    actor: Actor, outsider: Actor, case_with: MakeCase, client_of: SignIn
) -> None:
    add_work(actor, case_with({"family_name": "Muster"}))
    client = client_of(outsider)
    keys = {
        "task": Task.objects.first(),
        "post_piece": IncomingPost.objects.first(),
        "deadline": BookedDeadline.objects.first(),
    }
    for name, row in keys.items():
        assert client.get(reverse(name, args=[row.key])).status_code == 404, name
    for address in ADDRESSES:
        assert "Muster" not in client.get(address).content.decode()


def test_pages_carry_no_inline_script_or_style(actor: Actor, case_with: MakeCase, client_of: SignIn) -> None:
    add_work(actor, case_with({"family_name": "Muster"}))
    for address in ADDRESSES:
        page = client_of(actor).get(address).content.decode()
        assert not re.search(r"<script(?![^>]*src=)|<style|\son\w+=|\sstyle=", page), address
