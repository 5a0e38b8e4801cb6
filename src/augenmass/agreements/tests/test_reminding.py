"""Reminders: without content, in the person's language, once for each occasion."""

import smtplib
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system, reading_for
from augenmass.agreements.actions.ending import withdraw
from augenmass.agreements.actions.following import move_review
from augenmass.agreements.actions.reminding import remind
from augenmass.agreements.actions.sending import send_reminders, take
from augenmass.agreements.actions.settling import settle_reminder
from augenmass.agreements.actions.starting import Known, change_person
from augenmass.agreements.models import Agreement, Reminder
from augenmass.agreements.queries.reminders import to_settle
from augenmass.agreements.rules.content import Side
from augenmass.agreements.rules.languages import LANGUAGES
from augenmass.agreements.tests.conftest import version
from augenmass.agreements.wording.mails import reminder, reminder_from
from augenmass.agreements.wording.senders import Office
from augenmass.law.time import now, today, travel
from augenmass.work.actions.mails import Decision
from augenmass.work.refusal import NotDone

pytestmark = pytest.mark.db
State = Reminder.State


class Turn:
    """A worker that is not asked to stop."""

    stopping = False

    def renew(self) -> None:
        """Nothing takes the duty over."""


def _run() -> int:
    with as_system(SystemRole.WORKER):
        return remind(Turn())


def _send() -> int:
    with as_system(SystemRole.WORKER):
        return send_reminders(Turn())


def test_both_are_told_once_before_a_talk_and_the_mail_says_nothing(signed: Callable[..., Agreement]) -> None:
    made = signed("uk", email="olena@example.org", reminded=True)
    with travel(made.reviews.get().due - timedelta(days=2)):
        assert _run() >= 2
        assert _run() == 0
        assert _send() >= 2
        assert _send() == 0
    subjects = [sent.subject for sent in _to_person()]
    assert subjects.count(reminder("uk").subject) == 1
    assert len(mail.outbox) == len(subjects) + 1
    for sent in mail.outbox:
        assert "Bondar" not in sent.subject + sent.body
        assert "ntegration" not in sent.subject + sent.body


def _to_person(subject: str = "") -> list[mail.EmailMessage]:
    """The mails to the person that were sent, with this subject."""
    return [sent for sent in mail.outbox if sent.to == ["olena@example.org"] and sent.subject.startswith(subject)]


def test_who_did_not_ask_for_it_gets_no_mail(signed: Callable[..., Agreement]) -> None:
    made = signed("uk", email="olena@example.org")
    with travel(made.reviews.get().due - timedelta(days=2)):
        _run()
    assert not Reminder.objects.filter(recipient="olena@example.org").exists()


def test_after_a_withdrawal_nobody_is_reminded(counsellor: Actor, signed: Callable[..., Agreement]) -> None:
    made = signed("de", email="olena@example.org", reminded=True)
    with reading_for(counsellor):
        withdraw(counsellor, made.key, version(made))
    with travel(today() + timedelta(weeks=10)):
        assert _run() == 0


def test_the_person_is_reminded_of_their_own_steps_too(signed: Callable[..., Agreement]) -> None:
    made = signed("de", email="olena@example.org", reminded=True, simple_german=True)
    step = made.steps.filter(side=Side.PERSON).exclude(due=None).order_by("due")[0]
    with travel(step.due - timedelta(days=1)):
        _run()
        _send()
    words = reminder("de-simple", step=True)
    assert [sent.body for sent in _to_person() if sent.subject == words.subject] == [
        f"{words.text}\nDiese Nachricht kommt von: {made.body.name}\nAdresse: {made.body.town}\n"
    ]


def test_the_mail_says_in_the_persons_language_which_office_sent_it_and_how_to_reach_it(
    signed: Callable[..., Agreement], counsellor: Actor
) -> None:
    made = signed("ar", email="olena@example.org", reminded=True)
    address = {"street": "Markt 1", "postcode": "06999", "town": "Nordheim", "email": "hilfe@beratung.example"}
    type(made.body).objects.filter(pk=made.body_id).update(telephone="+49 340 1", **address)
    with travel(made.reviews.get().due - timedelta(days=2)):
        _run()
        _send()
    sent = _to_person(reminder("ar").subject)[0]
    lines = sent.body.splitlines()
    assert f"هذه الرسالة من: \u2068{made.body.name}\u2069" in lines
    assert "العنوان: \u2068Markt 1, 06999 Nordheim\u2069" in lines
    assert "الهاتف: \u2068+49 340 1\u2069" in lines, "a number keeps its order between right-to-left words"
    assert "البريد الإلكتروني: \u2068hilfe@beratung.example\u2069" in lines
    assert made.body.name not in sent.subject
    assert counsellor.account.name not in sent.body


def test_one_mail_a_day_is_enough_for_a_counsellor(signed: Callable[..., Agreement], counsellor: Actor) -> None:
    signed("de")
    signed("de", name="Grace Mensah")
    with travel(today() + timedelta(weeks=10)):
        _run()
        assert _send() == 1
    assert Reminder.objects.filter(recipient=counsellor.account.email).count() > 2
    with travel(today() + timedelta(weeks=11)):
        assert Reminder.objects.filter(state=State.WAITING).count() == 0


def test_what_waits_is_not_sent_once_the_agreement_has_ended(
    counsellor: Actor, signed: Callable[..., Agreement]
) -> None:
    made = signed("uk", email="olena@example.org", reminded=True)
    with travel(made.reviews.get().due - timedelta(days=2)):
        _run()
        with reading_for(counsellor):
            withdraw(counsellor, made.key, version(made))
        assert _send() == 0
    assert mail.outbox == []


def test_a_moved_talk_is_reminded_of_on_its_new_day_alone(
    counsellor: Actor, signed: Callable[..., Agreement], working_day: Callable[[int], date]
) -> None:
    made = signed("uk", email="olena@example.org", reminded=True)
    first, later = made.reviews.get().due, working_day(9)
    with travel(first - timedelta(days=2)):
        _run()
        with reading_for(counsellor):
            move_review(counsellor, made.key, version(made), later, "person")
        _send()
    talk = reminder("uk").subject
    assert not _to_person(talk)
    with travel(later - timedelta(days=1)):
        _run()
        _send()
    assert len(_to_person(talk)) == 1


def test_who_no_longer_wants_it_gets_no_mail_that_waited(counsellor: Actor, signed: Callable[..., Agreement]) -> None:
    made = signed("uk", email="olena@example.org", reminded=True)
    with travel(made.reviews.get().due - timedelta(days=2)):
        _run()
        with reading_for(counsellor):
            change_person(counsellor, made.key, version(made), Known("Olena Bondar", "uk", email="olena@example.org"))
        _send()
    assert not _to_person()


@pytest.fixture
def cut_off(counsellor: Actor, signed: Callable[..., Agreement]) -> Reminder:
    """A mail to the person whose sending was cut off an hour ago."""
    made = signed("uk", email="olena@example.org", reminded=True)
    with travel(made.reviews.get().due - timedelta(days=2)):
        _run()
        found = take(Reminder.objects.get(kind=Reminder.Kind.REVIEW_PERSON).pk)
        assert found is not None
        with travel(now() + timedelta(hours=1)):
            _send()
    found.refresh_from_db()
    assert found.state == State.UNCLEAR
    return found


def test_a_mail_that_was_cut_off_is_listed_and_goes_again_only_by_a_persons_decision(
    counsellor: Actor, cut_off: Reminder
) -> None:
    mail.outbox.clear()
    with travel(cut_off.due - timedelta(days=1)), reading_for(counsellor):
        assert [row.pk for row in to_settle(counsellor)] == [cut_off.pk]
        settle_reminder(counsellor, cut_off.key, Decision.AGAIN)
        assert to_settle(counsellor) == []
        with pytest.raises(NotDone, match="bereits entschieden"):
            settle_reminder(counsellor, cut_off.key, Decision.DROPPED)
        _send()
    assert [sent.extra_headers["Message-ID"] for sent in mail.outbox] == [f"<{cut_off.key}@augenmass>"]


def test_a_mail_in_doubt_can_be_left_and_another_office_sees_nothing_of_it(
    counsellor: Actor, cut_off: Reminder, make_actor: Callable[..., Actor]
) -> None:
    from augenmass.directory.models import Body

    elsewhere = Body.objects.create(key="andere", kind="counselling", name="Andere Beratung", land="ST")
    stranger = make_actor("weit", elsewhere, "integration_counsellor")
    with reading_for(stranger):
        assert to_settle(stranger) == []
        with pytest.raises(Reminder.DoesNotExist):
            settle_reminder(stranger, cut_off.key, Decision.AGAIN)
    with reading_for(counsellor):
        settle_reminder(counsellor, cut_off.key, Decision.DROPPED)
        assert to_settle(counsellor) == []
    assert _send() == 0


def test_a_refused_mail_is_tried_five_times_and_then_listed(
    counsellor: Actor, signed: Callable[..., Agreement], monkeypatch: pytest.MonkeyPatch
) -> None:
    signed("uk", email="olena@example.org", reminded=True)
    made = Agreement.objects.get()

    def refuse(self: EmailBackend, messages: list[mail.EmailMessage]) -> int:
        if messages[0].to == ["olena@example.org"]:
            raise smtplib.SMTPRecipientsRefused({"olena@example.org": (550, b"unknown")})
        return len(messages)

    monkeypatch.setattr(EmailBackend, "send_messages", refuse)
    with travel(made.reviews.get().due - timedelta(days=2)):
        _run()
        for hours in range(1, 8):
            with travel(now() + timedelta(hours=10 * hours)):
                _send()
    with reading_for(counsellor):
        assert {row.state for row in to_settle(counsellor)} == {State.FAILED}


def test_every_language_has_its_words_and_they_name_nothing() -> None:
    for language in [*LANGUAGES, "de-simple"]:
        for step in (False, True):
            words = reminder(language, step)
            assert len(words.subject.splitlines()) == 1
            assert "ntegration" not in words.subject + words.text
            office = Office("Beratung\nNord", "Markt 1", "", "b@example.org")
            signed_words = reminder_from(office, language, step)
            assert signed_words.subject == words.subject
            lines = signed_words.text.removeprefix(words.text).strip().splitlines()
            assert len(lines) == 3, "what is not known is left out, and a name writes no line of its own"
            assert "Beratung Nord" in lines[0]
