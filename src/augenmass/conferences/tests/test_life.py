"""The life of a conference: request, gatekeeper, meeting, items with a basis, minutes, measures, end; and what is refused."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from augenmass.access.actions import GrantForm, grant_access
from augenmass.access.actor import Actor, NotPermitted, Purpose
from augenmass.access.reader import reading_for
from augenmass.conferences.actions.basing import Grounds, NotBased
from augenmass.conferences.actions.following import finish_measure, follow_up
from augenmass.conferences.actions.giving import Overtaken, base_anew, change_item, give_item
from augenmass.conferences.actions.holding import (
    accept_statement,
    close_conference,
    end_meeting,
    open_meeting,
    release_minutes,
    say_of_minutes,
    time_point,
)
from augenmass.conferences.actions.requesting import (
    Meeting,
    accept_request,
    add_point,
    give_request_back,
    request_conference,
)
from augenmass.conferences.actions.seating import add_officer, change_lead, remove_participant
from augenmass.conferences.models import Conference, Item, Lead, Measure, Minutes, Release, Revision
from augenmass.conferences.queries.conferences import items_shown, may_seat, one_conference
from augenmass.conferences.queries.items import visible_items
from augenmass.conferences.queries.seats import visible_conferences
from augenmass.conferences.rules.basis import NO_DATA, SECRET
from augenmass.conferences.tests.conftest import (
    BRAKES_OFF,
    LAND_LAW,
    ON_REQUEST,
    REASON,
    Give,
    item_of,
    request_of,
    seat_key,
)
from augenmass.conftest import MakeActor, MakeCase
from augenmass.directory.models import Body
from augenmass.law.time import now, today
from augenmass.work.actions.tasks import finish_task
from augenmass.work.models import OutgoingMail, Task
from augenmass.work.refusal import NotDone

pytestmark = pytest.mark.db


def _texts(who: Actor) -> set[str]:
    with reading_for(who):
        return set(visible_items(who).values_list("text", flat=True))


def test_a_body_without_cases_of_its_own_names_nobody_of_the_cases_opened_to_it(
    actor: Actor, body: Body, youth: Actor, case_with: MakeCase
) -> None:
    opened, other = (case_with({"family_name": name, "first_names": "Karim"}) for name in ("Haddad", "Vogel"))
    until = today() + timedelta(days=9)
    with reading_for(actor):
        for case, category in ((opened, "identity"), (other, "file")):
            grant_access(
                actor, case.pk, GrantForm(youth.body_id, (category,), Purpose.COOPERATION, "§ 86", "Anlass", until)
            )
    with reading_for(youth):
        with pytest.raises(NotDone, match="Name einer Person"):
            request_conference(youth, request_of(body.pk, concern="Was wird aus Karim Haddad?"))
        # A refusal tells no more than the youth welfare office reads: who the other case is about was not opened to it.
        request_conference(youth, request_of(body.pk, concern="Was wird aus Karim Vogel?"))


def test_without_basis_or_criteria_nothing_is_requested(actor: Actor, body: Body) -> None:
    with reading_for(actor):
        for wrong in (
            {"provision": ""},
            {"provision": "weil es nötig ist"},
            {"purpose": "curiosity"},
            {"criteria": ("several_bodies", "not_bilateral")},
            {"criteria": ("several_bodies", "not_bilateral", "ethnicity")},
            {"told": "no"},
            {"title": " "},
            {"lead": 0},
        ):
            with pytest.raises(NotDone):
                request_conference(actor, request_of(body.pk, **wrong))
        said = request_of(body.pk)
        assert request_conference(actor, said).pk == request_conference(actor, said).pk


def test_a_body_where_nobody_could_admit_it_is_not_asked_to_lead(actor: Actor, police: Actor, youth: Actor) -> None:
    with reading_for(actor):
        for body in (police.body, youth.body):
            with pytest.raises(NotDone, match="federführend"):
                request_conference(actor, request_of(body.pk))
    assert not Conference.objects.exists()


def test_the_gatekeeper_is_somebody_else_of_the_leading_body(
    requested: Conference, actor: Actor, approver: Actor, police: Actor, outsider: Actor
) -> None:
    when = Meeting(now() + timedelta(days=2), 60)
    with reading_for(actor), pytest.raises(NotPermitted):
        accept_request(actor, requested.key, when)
    for other in (police, outsider):
        with reading_for(other), pytest.raises(Conference.DoesNotExist):
            accept_request(other, requested.key, when)
    with reading_for(approver):
        for wrong in (
            Meeting(now() - timedelta(days=1), 60),
            Meeting(now() + timedelta(days=1), 0),
            Meeting(now() + timedelta(days=1), 60, video="http://offen.example"),
        ):
            with pytest.raises(NotDone):
                accept_request(approver, requested.key, wrong)
        with pytest.raises(NotDone):
            give_request_back(approver, requested.key, "")
        give_request_back(approver, requested.key, "Eine Übermittlung reicht.")
        with pytest.raises(NotDone):
            accept_request(approver, requested.key, when)


def test_an_item_needs_a_basis_for_every_receiver(
    give: Give, meeting: Conference, actor: Actor, police: Actor, youth: Actor, of_counselling: Actor
) -> None:
    with pytest.raises(NotBased) as unanswered:
        give(police, actor, told={}, reason=REASON)
    assert "professional_secret" in unanswered.value.questions, "a brake is ruled out by an answer, not by a reason"
    with pytest.raises(NotBased):
        give(police, actor, told=BRAKES_OFF | {"professional_secret": "yes"})
    with pytest.raises(NotBased):
        give(actor, youth, told=ON_REQUEST, reason="")
    with reading_for(actor):
        add_officer(actor, meeting.key, of_counselling.account_id, of_counselling.body_id)
    with pytest.raises(NotBased) as denied:
        give(actor, of_counselling, youth)
    assert of_counselling.body.name in str(denied.value)
    assert not Item.objects.exists()
    told = give(police, actor)
    assessed = give(actor, youth)
    kept = Release.objects.get(item=told)
    assert kept.basis == "provision"
    assert "AufenthG/87/1" in kept.provisions
    weighed = Release.objects.get(item=assessed)
    assert weighed.basis == "assessed"
    assert weighed.assessment == REASON
    assert weighed.provisions == [LAND_LAW]


def test_a_counsellor_of_integration_takes_no_seat(meeting: Conference, actor: Actor, counsellor: Actor) -> None:
    with reading_for(actor), pytest.raises(NotDone, match="nicht an einer Konferenz teilnehmen"):
        add_officer(actor, meeting.key, counsellor.account_id, counsellor.body_id)


def test_a_receiver_who_is_no_participant_is_refused(
    meeting: Conference, actor: Actor, police: Actor, make_actor: MakeActor, body: Body
) -> None:
    with reading_for(police):
        with pytest.raises(NotDone, match="nimmt nicht mehr"):
            give_item(police, meeting.key, item_of(), Grounds((uuid4(),), ON_REQUEST))
        with pytest.raises(NotDone, match="wem"):
            give_item(police, meeting.key, item_of(), Grounds((seat_key(meeting, police),), ON_REQUEST))
    stranger = make_actor("fremd", body, "caseworker")
    with reading_for(stranger), pytest.raises(NotPermitted):
        give_item(stranger, meeting.key, item_of(), Grounds((seat_key(meeting, actor),), ON_REQUEST))


def test_who_joins_late_or_was_removed_reads_nothing_that_was_not_released(
    give: Give, meeting: Conference, actor: Actor, police: Actor, youth: Actor, outsider: Actor
) -> None:
    told = give(police, actor, text="Nur für die Ausländerbehörde")
    assert _texts(actor) == _texts(police) == {"Nur für die Ausländerbehörde"}
    assert _texts(youth) == set()
    with reading_for(actor):
        add_officer(actor, meeting.key, outsider.account_id, outsider.body_id)
    assert _texts(outsider) == set()
    with reading_for(outsider):
        assert visible_conferences(outsider).filter(pk=meeting.pk).exists()
    give(police, actor, outsider, text="Für beide")
    assert _texts(outsider) == set(), "before the statement is accepted nothing is read"
    with reading_for(outsider):
        accept_statement(outsider, meeting.key)
    assert _texts(outsider) == {"Für beide"}
    with reading_for(actor):
        remove_participant(actor, meeting.key, seat_key(meeting, outsider))
    assert _texts(outsider) == set()
    with reading_for(outsider):
        assert not visible_conferences(outsider).exists()
    with reading_for(police), pytest.raises(NotPermitted):
        remove_participant(police, meeting.key, seat_key(meeting, youth))
    with reading_for(police):
        remove_participant(police, meeting.key, seat_key(meeting, police))
    assert _texts(police) == set()
    assert Item.objects.filter(pk=told.pk).exists()


def test_a_new_lead_means_a_new_basis(
    give: Give, meeting: Conference, actor: Actor, police: Actor, youth: Actor
) -> None:
    told = give(police, actor, youth)
    with reading_for(police), pytest.raises(NotPermitted):
        change_lead(police, meeting.key, 1, police.body_id, "residence_law", "§ 1 SOG LSA")
    with reading_for(actor):
        for body, provision in ((actor.body_id, "§ 8a SGB VIII"), (youth.body_id, ""), (0, "§ 8a SGB VIII")):
            with pytest.raises(NotDone):
                change_lead(actor, meeting.key, 1, body, "child_protection", provision)
        change_lead(actor, meeting.key, 1, youth.body_id, "residence_law", "§ 8a SGB VIII")
        with pytest.raises(NotPermitted):
            change_lead(actor, meeting.key, 1, police.body_id, "residence_law", "§ 1 SOG LSA")
    assert _texts(actor) == _texts(youth) == set()
    assert _texts(police) == {told.text}
    with reading_for(actor), pytest.raises(Item.DoesNotExist):
        base_anew(actor, told.key, Grounds((seat_key(meeting, youth),), ON_REQUEST, reason=REASON, provision=LAND_LAW))
    with reading_for(police):
        base_anew(police, told.key, Grounds((seat_key(meeting, youth),), ON_REQUEST, reason=REASON, provision=LAND_LAW))
    assert _texts(youth) == {told.text}
    assert _texts(actor) == set()


def test_what_was_told_is_taken_back(
    give: Give, meeting: Conference, actor: Actor, police: Actor, youth: Actor
) -> None:
    told = give(police, actor, youth)
    keys = [seat_key(meeting, one) for one in (actor, youth)]
    with reading_for(police):
        base_anew(police, told.key, Grounds((keys[1],), ON_REQUEST, reason=REASON, provision=LAND_LAW))
    assert (_texts(actor), _texts(youth)) == (set(), {told.text})
    with reading_for(police):
        base_anew(police, told.key, Grounds(()))
        with pytest.raises(NotDone, match="wem"):
            give_item(police, meeting.key, item_of(), Grounds(()))
    assert (_texts(actor), _texts(youth), _texts(police)) == (set(), set(), {told.text})
    assert not Release.objects.filter(item=told, ended_at=None).exists()


def test_there_are_never_two_leads(meeting: Conference, police: Actor) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Lead.objects.create(
            conference=meeting,
            turn=7,
            body=police.body,
            purpose="residence_law",
            provision="§ 1",
            since=now(),
        )


def test_of_two_changes_of_one_version_the_second_is_shown_both(
    give: Give, meeting: Conference, actor: Actor, police: Actor
) -> None:
    decided = give(actor, police, kind="decision", data_class=NO_DATA, text="Erste Fassung")
    key = uuid4()
    with reading_for(police):
        change_item(police, decided.key, 1, key, "Fassung der Polizei")
        assert change_item(police, decided.key, 1, key, "Fassung der Polizei").version == 2, "sent twice, done once"
    with reading_for(actor):
        with pytest.raises(Overtaken) as overtaken:
            change_item(actor, decided.key, 1, uuid4(), "Fassung der Behörde")
        assert overtaken.value.text == "Fassung der Polizei"
        change_item(actor, decided.key, overtaken.value.version, uuid4(), "Beide Fassungen")
    texts = Revision.objects.filter(item=decided).values_list("text", flat=True)
    assert list(texts) == ["Erste Fassung", "Fassung der Polizei", "Beide Fassungen"]
    for others in (give(police, actor), give(police, actor, kind="decision")):  # what says something of the person
        with reading_for(actor), pytest.raises(NotPermitted):
            change_item(actor, others.key, 1, uuid4(), "In den Mund gelegt")


def test_not_shared_because_is_an_item_and_names_nobody(
    meeting: Conference, actor: Actor, police: Actor, youth: Actor
) -> None:
    quiet = {"kind": "not_shared", "text": "", "data_class": "health"}
    to = Grounds((seat_key(meeting, actor), seat_key(meeting, police)))
    with reading_for(youth):
        with pytest.raises(NotDone, match="warum"):
            give_item(youth, meeting.key, item_of(**quiet), to)
        with pytest.raises(NotDone, match="datum"):
            give_item(
                youth, meeting.key, item_of(**quiet | {"text": "geboren 03.04.1990", "reason": "social_data"}), to
            )
        kept = give_item(youth, meeting.key, item_of(**quiet, reason="social_data"), to)
        secret = item_of(**quiet | {"data_class": SECRET}, reason="not_needed")
        with pytest.raises(NotBased, match="beantworten Sie die Fragen") as asked:
            give_item(youth, meeting.key, secret, to)
        answered = Grounds(to.receivers, dict.fromkeys(asked.value.questions, "no") | BRAKES_OFF)
        with pytest.raises(NotDone, match="ist geheim"):
            give_item(youth, meeting.key, secret, answered)
    assert {release.basis for release in Release.objects.filter(item=kept)} == {"no_data"}
    with reading_for(police):
        assert visible_items(police).get().reason == "social_data"


def test_measures_are_followed_until_done(
    give: Give, meeting: Conference, actor: Actor, police: Actor, case_with: MakeCase
) -> None:
    case = case_with({"nationality": "GE"})
    with reading_for(actor):
        point = add_point(actor, meeting.key, uuid4(), "Fall 2", 12, case.pk)
        time_point(actor, meeting.key, point.key)
    due = today() + timedelta(days=3)
    with pytest.raises(NotDone):
        give(actor, police, kind="measure", text="Termin", due=today() - timedelta(days=1))
    in_worklist = give(actor, police, kind="measure", text="Termin anbieten", due=due, point=point.key)
    elsewhere = give(police, actor, kind="measure", text="Rückmeldung geben", due=today(), point=point.key)
    task = Task.objects.get(about=f"conference_item:{in_worklist.key}")
    assert (task.case_id, task.assignee_id, task.due) == (case.pk, actor.account_id, due)
    assert Measure.objects.get(item=elsewhere).task is None
    mails = OutgoingMail.objects.count()
    assert len(list(follow_up())) == 1
    assert OutgoingMail.objects.count() == mails + 1
    assert list(follow_up()) == []
    with reading_for(actor):
        with pytest.raises(NotPermitted):
            finish_measure(actor, elsewhere.key, "")
        finish_task(actor, task.key)
    list(follow_up())
    assert Measure.objects.get(item=in_worklist).done_at is not None
    with reading_for(police):
        with pytest.raises(NotDone):
            finish_measure(police, elsewhere.key, "", dropped=True)
        finish_measure(police, elsewhere.key, "mitgeteilt")
        finish_measure(police, elsewhere.key, "noch einmal")
    assert Measure.objects.get(item=elsewhere).result == "mitgeteilt"


def test_changed_minutes_need_a_new_approval_and_then_it_closes(
    give: Give, meeting: Conference, actor: Actor, approver: Actor, police: Actor, youth: Actor
) -> None:
    told = give(police, actor)
    with reading_for(actor):
        end_meeting(actor, meeting.key, today() + timedelta(days=90))
        first = release_minutes(actor, meeting.key)
    for one in (actor, approver, police, youth):
        with reading_for(one):
            say_of_minutes(one, meeting.key, first.number, True)
    with reading_for(police):
        with pytest.raises(NotDone):
            say_of_minutes(police, meeting.key, first.number, False)
        change_item(police, told.key, 1, uuid4(), "Berichtigt")
        with pytest.raises(NotDone, match="geändert"):
            say_of_minutes(police, meeting.key, first.number, True)
    assert not Minutes.objects.filter(replaced_at=None).exists()
    with reading_for(actor):
        with pytest.raises(NotDone, match="zugestimmt"):
            close_conference(actor, meeting.key)
        second = release_minutes(actor, meeting.key)
    for one in (actor, approver, police, youth):
        with reading_for(one):
            say_of_minutes(one, meeting.key, second.number, True)
    with reading_for(actor):
        close_conference(actor, meeting.key)
        with pytest.raises(NotDone):
            open_meeting(actor, meeting.key)
    with pytest.raises(NotDone):
        give(police, actor)
    assert _texts(police) == {"Berichtigt"}


def test_an_objection_is_read_by_its_writer_and_the_lead_alone(
    meeting: Conference, actor: Actor, police: Actor, youth: Actor
) -> None:
    with reading_for(actor):
        end_meeting(actor, meeting.key, today() + timedelta(days=90))
        edition = release_minutes(actor, meeting.key)
    with reading_for(police):
        with pytest.raises(NotDone, match="datum"):
            say_of_minutes(police, meeting.key, edition.number, False, "Es fehlt: geboren 03.04.1990")
        say_of_minutes(police, meeting.key, edition.number, False, "Die zweite Meldung fehlt.")
    seen = {}
    for who in (actor, police, youth):
        with reading_for(who):
            [said] = one_conference(who, meeting.key).approvals
            seen[who.account.username] = (said.approved, said.objection)
    words = "Die zweite Meldung fehlt."
    assert list(seen.values()) == [(False, words), (False, words), (False, "")]


def test_dissent_tells_nothing_of_a_decision_that_its_reader_does_not_read(
    give: Give, meeting: Conference, actor: Actor, police: Actor, youth: Actor
) -> None:
    decided = give(actor, police, kind="decision", text="Nur für die Polizei")
    apart = {"kind": "dissent", "data_class": NO_DATA, "text": "Das trage ich nicht mit.", "about": decided.key}
    dissent = give(police, actor, youth, **apart)
    for who, reads in ((actor, decided), (youth, None)):
        with reading_for(who):
            [shown] = [row for row in items_shown(who, meeting) if row.pk == dissent.pk]
            assert shown.about == reads


def test_only_who_leads_seats_somebody_once_it_was_admitted(
    requested: Conference, actor: Actor, approver: Actor, police: Actor
) -> None:
    with reading_for(actor):
        add_officer(actor, requested.key, police.account_id, police.body_id)
        assert may_seat(one_conference(actor, requested.key))
    with reading_for(approver):
        assert not may_seat(one_conference(approver, requested.key)), "who only decides on it has no seat yet"
        accept_request(approver, requested.key, Meeting(now() + timedelta(hours=1), 60))
    with reading_for(police):
        assert not may_seat(one_conference(police, requested.key))
    with reading_for(actor):
        assert may_seat(one_conference(actor, requested.key))
