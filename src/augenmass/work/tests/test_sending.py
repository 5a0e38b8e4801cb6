"""Sending mail: at most once, and nothing confirmed is lost."""

import smtplib
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from django.core import mail as django_mail
from django.core.exceptions import ValidationError
from django.core.mail.backends.locmem import EmailBackend

from augenmass.access.actor import Actor
from augenmass.law.time import now, travel
from augenmass.record.ledger import entry
from augenmass.work.actions.mails import Decision, settle_mail
from augenmass.work.models import OutgoingMail
from augenmass.work.outbox import queue_mail, tell_of_work
from augenmass.work.queries.mails import mails_to_settle
from augenmass.work.refusal import NotDone
from augenmass.work.regular import SEND_MAIL
from augenmass.work.sending import ATTEMPTS, CUT_OFF_AFTER, claim
from augenmass.work.worker import run_once

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]
State = OutgoingMail.State


@pytest.fixture(autouse=True)
def _a_monday() -> Iterator[None]:
    with travel(date(2026, 3, 2)):
        yield


def queue(actor: Actor, recipient: str = "berger@example.org") -> OutgoingMail:
    with entry(actor, "test.action") as e:
        return queue_mail(e, recipient, "Neues in Augenmaß", "Bitte melden Sie sich an.")


def answer_with(monkeypatch: pytest.MonkeyPatch, error: Exception | None) -> None:
    def send(self: EmailBackend, messages: list[django_mail.EmailMessage]) -> int:
        if error is not None:
            raise error
        django_mail.outbox.extend(messages)
        return len(messages)

    monkeypatch.setattr(EmailBackend, "send_messages", send)


def state_of(mail: OutgoingMail) -> str:
    mail.refresh_from_db()
    return mail.state


def test_a_waiting_mail_goes_out_once_with_its_key_as_message_id(actor: Actor) -> None:
    mail = queue(actor)
    assert (run_once(SEND_MAIL), run_once(SEND_MAIL)) == (1, 0)
    [sent] = django_mail.outbox
    assert (sent.to, sent.extra_headers["Message-ID"]) == (["berger@example.org"], f"<{mail.key}@augenmass>")
    assert state_of(mail) == State.SENT


def test_an_action_that_fails_sends_nothing(actor: Actor) -> None:
    def act() -> None:
        with entry(actor, "test.action") as e:
            queue_mail(e, "berger@example.org", "Neues", "Text")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        act()
    assert run_once(SEND_MAIL) == 0
    assert django_mail.outbox == []


def test_of_two_workers_one_claims_a_mail(actor: Actor) -> None:
    mail = queue(actor)
    assert claim(mail.pk) is not None
    assert claim(mail.pk) is None


def test_a_mail_cut_off_while_sending_becomes_unclear_and_is_never_sent_by_itself(
    actor: Actor, approver: Actor
) -> None:
    mail = queue(actor)
    claim(mail.pk)
    assert run_once(SEND_MAIL) == 0
    assert state_of(mail) == State.SENDING
    for minutes in (6, 60, 60 * 24):
        with travel(now() + timedelta(minutes=minutes)):
            assert run_once(SEND_MAIL) == 0
    assert state_of(mail) == State.UNCLEAR
    assert django_mail.outbox == []
    assert [found.pk for found in mails_to_settle(approver)] == [mail.pk]


def test_a_refused_mail_is_tried_five_times_with_growing_pauses_and_then_given_up(
    actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_with(monkeypatch, smtplib.SMTPRecipientsRefused({"berger@example.org": (550, b"no such user")}))
    mail = queue(actor)
    begun = now()
    tries: list[float] = []
    for minutes in range(0, 60 * 24, 2):
        with travel(begun + timedelta(minutes=minutes)):
            before = mail.attempts
            run_once(SEND_MAIL)
            mail.refresh_from_db()
            if mail.attempts > before:
                tries.append(minutes)
    assert tries == [0, 2, 10, 42, 170]
    assert (mail.attempts, mail.state) == (ATTEMPTS, State.FAILED)


@pytest.mark.parametrize("error", [smtplib.SMTPServerDisconnected("lost"), TimeoutError(), ConnectionResetError()])
def test_a_connection_that_breaks_while_sending_leaves_the_mail_to_a_person(
    actor: Actor, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    answer_with(monkeypatch, error)
    mail = queue(actor)
    with pytest.raises(type(error)):
        run_once(SEND_MAIL)
    assert state_of(mail) == State.UNCLEAR


def test_a_server_that_cannot_be_reached_costs_no_attempt(actor: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: EmailBackend) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr(EmailBackend, "open", refuse)
    mail = queue(actor)
    with pytest.raises(ConnectionRefusedError):
        run_once(SEND_MAIL)
    assert (state_of(mail), mail.attempts) == (State.WAITING, 0)


def test_a_success_that_came_late_is_not_left_unclear(actor: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    mail = queue(actor)

    def slow(self: EmailBackend, messages: list[django_mail.EmailMessage]) -> int:
        OutgoingMail.objects.filter(pk=mail.pk).update(state=State.UNCLEAR)
        return 1

    monkeypatch.setattr(EmailBackend, "send_messages", slow)
    run_once(SEND_MAIL)
    assert state_of(mail) == State.SENT


def unclear(actor: Actor) -> OutgoingMail:
    mail = queue(actor)
    claim(mail.pk)
    with travel(now() + CUT_OFF_AFTER + timedelta(seconds=1)):
        run_once(SEND_MAIL)
    return mail


@pytest.mark.parametrize(
    ("decision", "state", "sent"),
    [(Decision.ARRIVED, State.SENT, 0), (Decision.DROPPED, State.FAILED, 0), (Decision.AGAIN, State.SENT, 1)],
)
def test_a_person_decides_once_about_an_unclear_mail(
    actor: Actor, approver: Actor, decision: Decision, state: str, sent: int
) -> None:
    mail = unclear(actor)
    settle_mail(approver, mail.key, decision)
    with pytest.raises(NotDone):
        settle_mail(approver, mail.key, decision)
    run_once(SEND_MAIL)
    assert (state_of(mail), len(django_mail.outbox)) == (state, sent)
    assert mails_to_settle(approver) == []


def test_another_body_decides_about_none_of_our_mails(
    actor: Actor, make_actor: Callable[..., Actor], other_body: object
) -> None:
    head = make_actor("fremdleitung", other_body, "approver")
    mail = unclear(actor)
    assert mails_to_settle(head) == []
    with pytest.raises(OutgoingMail.DoesNotExist):
        settle_mail(head, mail.key, Decision.AGAIN)


def test_a_recipient_that_is_no_address_and_a_subject_of_two_lines_are_refused(actor: Actor) -> None:
    with pytest.raises(ValidationError), entry(actor, "test.action") as e:
        queue_mail(e, "kein at-Zeichen", "Neues", "Text")
    with pytest.raises(ValueError, match="one line"), entry(actor, "test.action") as e:
        queue_mail(e, "berger@example.org", "Neues\nBcc: alle@example.org", "Text")


def test_the_notice_to_staff_names_nobody_and_no_case(actor: Actor) -> None:
    with entry(actor, "test.action") as e:
        mail = tell_of_work(e, "berger@example.org")
        assert tell_of_work(e, "") is None
    assert mail is not None
    assert "N-0001" not in mail.subject + mail.text
    assert "Mein Tag" in mail.text


def test_a_stopping_worker_leaves_the_rest_of_the_mails_waiting(actor: Actor) -> None:
    from augenmass.work.sending import send_waiting

    class Stopping:
        stopping = True

        def renew(self) -> None:
            pytest.fail("no mail is begun any more")

    mail = queue(actor)
    assert send_waiting(Stopping()) == 0
    assert state_of(mail) == State.WAITING
