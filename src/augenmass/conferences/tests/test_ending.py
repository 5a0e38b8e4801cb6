"""A conference that never takes place: cancelled by who may, or ended by itself; then it is deleted by rule as any other."""

from datetime import timedelta
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.reader import reading_for
from augenmass.conferences.actions import advising, following
from augenmass.conferences.actions.advising import ADVISER, look_at_link, open_link, send_link
from augenmass.conferences.actions.ending import cancel_conference, close_forgotten, end_forgotten
from augenmass.conferences.actions.following import finish_measure
from augenmass.conferences.actions.holding import (
    close_conference,
    end_meeting,
    open_meeting,
    release_minutes,
    say_of_minutes,
)
from augenmass.conferences.actions.requesting import Meeting, accept_request, move_meeting
from augenmass.conferences.actions.seating import Adviser, add_adviser, add_officer, remove_participant
from augenmass.conferences.models import AdviserLink, Conference, Measure
from augenmass.conferences.retention import SWEEP
from augenmass.conferences.tests.conftest import Give, seat_key
from augenmass.law.time import now, today, travel
from augenmass.record.models import Action
from augenmass.work.models import OutgoingMail
from augenmass.work.once import AlreadyDone
from augenmass.work.refusal import NotDone

pytestmark = pytest.mark.db
WHY = "Die Frage ist geklärt."
SOON = timedelta(days=6)


def _goes(found: Conference) -> bool:
    """Whether the rule of deletion reaches it a year on."""
    *_before, gone = SWEEP.rows(found.body_id, today() + timedelta(days=365))
    return bool(gone.filter(pk=found.pk).exists())


def _accepted(found: Conference, approver: Actor) -> None:
    with reading_for(approver):
        accept_request(approver, found.key, Meeting(now() + SOON, 60))


def test_who_asked_for_it_cancels_while_it_is_only_requested(
    requested: Conference, actor: Actor, police: Actor, outsider: Actor
) -> None:
    with reading_for(actor):
        add_officer(actor, requested.key, police.account_id, police.body_id)
        for wrong in ("", "Herr Haddad kommt nicht.", "x" * 1001):
            with pytest.raises(NotDone):
                cancel_conference(actor, requested.key, wrong)
    with reading_for(police), pytest.raises(NotPermitted):
        cancel_conference(police, requested.key, WHY)
    with reading_for(outsider), pytest.raises(Conference.DoesNotExist):
        cancel_conference(outsider, requested.key, WHY)
    assert not _goes(requested)
    with reading_for(actor):
        cancel_conference(actor, requested.key, WHY)
        with pytest.raises(NotDone, match="abgesagt"):
            cancel_conference(actor, requested.key, WHY)
    requested.refresh_from_db()
    assert (requested.state, requested.decision, requested.closed_on) == ("cancelled", WHY, today())
    assert not OutgoingMail.objects.exists(), "nobody was invited yet"
    assert _goes(requested)


def test_what_was_admitted_is_cancelled_by_who_leads_and_everybody_is_told(
    requested: Conference, actor: Actor, approver: Actor, police: Actor
) -> None:
    with reading_for(actor):
        add_officer(actor, requested.key, police.account_id, police.body_id)
    _accepted(requested, approver)
    with reading_for(actor):
        adviser = add_adviser(
            actor, requested.key, Adviser(uuid4(), "Mara Feld", "Kanzlei", "feld@example.org", today() + SOON)
        )
        send_link(actor, requested.key, adviser.key, lambda token: token)
    mails = OutgoingMail.objects.count()
    with reading_for(police), pytest.raises(NotPermitted):
        cancel_conference(police, requested.key, WHY)
    with reading_for(approver):
        cancel_conference(approver, requested.key, WHY)
    told = OutgoingMail.objects.order_by("-pk")[: OutgoingMail.objects.count() - mails]
    assert {mail.recipient for mail in told} == {
        "feld@example.org",
        *(one.account.email for one in (actor, approver, police)),
    }
    assert look_at_link(ADVISER.token_of(AdviserLink.objects.get().key)) is None


def test_a_meeting_is_not_cancelled_any_more(meeting: Conference, actor: Actor) -> None:
    with reading_for(actor), pytest.raises(NotDone, match="tagt"):
        cancel_conference(actor, meeting.key, WHY)


def test_what_was_forgotten_ends_by_itself(
    requested: Conference, actor: Actor, approver: Actor, meeting: Conference
) -> None:
    from augenmass.conferences.actions.requesting import request_conference
    from augenmass.conferences.tests.conftest import request_of

    with reading_for(actor):
        waits = request_conference(actor, request_of(actor.body_id))
        never_met = request_conference(actor, request_of(actor.body_id))
    _accepted(never_met, approver)
    assert list(end_forgotten()) == []
    with travel(today() + timedelta(days=61)):
        assert list(end_forgotten()) == [waits.pk]
    with travel(today() + timedelta(days=67)):
        assert list(end_forgotten()) == [never_met.pk]
        assert list(end_forgotten()) == []
        assert _goes(waits)
        assert _goes(never_met)
    meeting.refresh_from_db()
    assert meeting.state == "meeting"
    assert Action.objects.filter(kind="conference.lapsed").count() == 2


def test_what_nobody_closes_is_closed_a_year_after_its_day_and_after_what_is_followed_up(
    give: Give, meeting: Conference, actor: Actor, police: Actor
) -> None:
    promised = give(police, actor, kind="measure", text="Rückmeldung geben", due=today() + timedelta(days=100))
    with reading_for(actor):
        end_meeting(actor, meeting.key, today() + timedelta(days=480))
    for days, closed in ((364, []), (470, []), (480, []), (481, [meeting.pk]), (482, [])):
        with travel(today() + timedelta(days=days)):
            assert list(close_forgotten()) == closed, days
            assert _goes(meeting) is (days > 480)
    meeting.refresh_from_db()
    assert meeting.state == "closed"
    assert Measure.objects.get(item=promised).dropped_at is not None


def test_what_somebody_was_quicker_with_leaves_no_action(
    give: Give, meeting: Conference, actor: Actor, police: Actor
) -> None:
    given = give(police, actor, kind="measure", text="Rückmeldung geben", due=today())
    with reading_for(actor):
        seat = add_adviser(
            actor, meeting.key, Adviser(uuid4(), "Mara Feld", "Kanzlei", "feld@example.org", today() + SOON)
        )
        link = send_link(actor, meeting.key, seat.key, lambda token: token)
    with reading_for(police):
        finish_measure(police, given.key, "mitgeteilt")
    assert open_link(ADVISER.token_of(link.key)) is not None
    actions = Action.objects.count()
    held = Measure.objects.select_related("owner", "item").get()
    for late in (lambda: following._mark_done(held), lambda: following._remind(held), lambda: advising._use(link)):
        with pytest.raises(AlreadyDone):
            late()
    with reading_for(police):
        assert finish_measure(police, given.key, "noch einmal").result == "mitgeteilt"
    assert Action.objects.count() == actions


def test_a_time_and_an_edition_that_are_sent_twice_count_once(
    requested: Conference, actor: Actor, approver: Actor
) -> None:
    _accepted(requested, approver)
    when = Meeting(now() + SOON + SOON, 45, "Raum 2")
    with reading_for(approver):
        move_meeting(approver, requested.key, when)
        mails, actions = OutgoingMail.objects.count(), Action.objects.count()
        assert move_meeting(approver, requested.key, when).place == "Raum 2"
        assert (OutgoingMail.objects.count(), Action.objects.count()) == (mails, actions)
        open_meeting(approver, requested.key)
        end_meeting(approver, requested.key, None)
        first = release_minutes(approver, requested.key)
        assert release_minutes(approver, requested.key).pk == first.pk, "what was approved is not asked for again"
    assert requested.minutes.count() == 1


def test_a_promise_of_who_left_keeps_no_conference_open(
    give: Give, meeting: Conference, actor: Actor, approver: Actor, police: Actor, youth: Actor
) -> None:
    give(police, actor, kind="measure", text="Rückmeldung geben", due=today())
    with reading_for(actor):
        remove_participant(actor, meeting.key, seat_key(meeting, police))
        end_meeting(actor, meeting.key, None)
        edition = release_minutes(actor, meeting.key)
    for one in (actor, approver, youth):
        with reading_for(one):
            say_of_minutes(one, meeting.key, edition.number, True)
    with reading_for(actor):
        assert close_conference(actor, meeting.key).state == "closed"
    assert Measure.objects.filter(done_at=None, dropped_at=None).exists()
