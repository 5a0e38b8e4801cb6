"""Reminders: without content, in the person's language, once for each occasion."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system, reading_for
from augenmass.agreements.actions.ending import withdraw
from augenmass.agreements.actions.reminding import remind
from augenmass.agreements.models import Agreement
from augenmass.agreements.rules.languages import LANGUAGES
from augenmass.agreements.tests.conftest import version
from augenmass.agreements.wording.mails import reminder
from augenmass.law.time import today, travel
from augenmass.work.models import OutgoingMail

pytestmark = pytest.mark.db


class Turn:
    """A worker that is not asked to stop."""

    stopping = False

    def renew(self) -> None:
        """Nothing takes the duty over."""


def _run() -> int:
    with as_system(SystemRole.WORKER):
        return remind(Turn())


def test_both_are_told_once_before_a_talk_and_the_mail_says_nothing(signed: Callable[..., Agreement]) -> None:
    made = signed("uk", email="olena@example.org", reminded=True)
    with travel(made.reviews.get().due - timedelta(days=2)):
        assert _run() >= 2
        assert _run() == 0
    mails = {mail.recipient: mail for mail in OutgoingMail.objects.all()}
    assert mails["olena@example.org"].subject == reminder("uk").subject
    for mail in mails.values():
        assert "Bondar" not in mail.subject + mail.text
        assert "ntegration" not in mail.subject + mail.text


def test_who_did_not_ask_for_it_gets_no_mail(signed: Callable[..., Agreement]) -> None:
    made = signed("uk", email="olena@example.org")
    with travel(made.reviews.get().due - timedelta(days=2)):
        _run()
    assert not OutgoingMail.objects.filter(recipient="olena@example.org").exists()


def test_after_a_withdrawal_nobody_is_reminded(counsellor: Actor, signed: Callable[..., Agreement]) -> None:
    made = signed("de", email="olena@example.org", reminded=True)
    with reading_for(counsellor):
        withdraw(counsellor, made.key, version(made))
    with travel(today() + timedelta(weeks=10)):
        assert _run() == 0


def test_every_language_has_its_mail() -> None:
    for language in LANGUAGES:
        assert len(reminder(language).subject.splitlines()) == 1
