"""Two do the same at the same moment: one wins, the other gets a sentence, on PostgreSQL."""

from collections.abc import Callable
from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.core import mail
from django.db import connection

from augenmass.access.actor import Actor
from augenmass.access.reader import NOBODY, SystemRole, as_system, reading_as, reading_for
from augenmass.agreements.actions.drafting import NewStep, amend, put_step
from augenmass.agreements.actions.promising import NewPromise, Reply, ask, reply
from augenmass.agreements.actions.reminding import remind
from augenmass.agreements.actions.sending import send_reminders
from augenmass.agreements.actions.signing import Signing, sign_with_person
from augenmass.agreements.models import Agreement, Edition, Promise, ProviderLink, Reminder, Signature
from augenmass.agreements.rules.content import Side
from augenmass.agreements.rules.link import PROVIDER
from augenmass.agreements.tests.conftest import in_work, version
from augenmass.agreements.tests.test_reminding import Turn
from augenmass.agreements.wording.mails import reminder
from augenmass.law.time import travel
from augenmass.record.verify import verify
from augenmass.work.refusal import NotDone

pytestmark = [pytest.mark.pg, pytest.mark.django_db(transaction=True)]
Begun = Callable[..., Agreement]


def at_once(*does: tuple[Actor | None, Callable[[], object]]) -> list[str]:
    """Run each in a thread and in the name of its actor (None: the worker); what each said, "" for done."""
    ready, said = Barrier(len(does)), [""] * len(does)

    def run(number: int, actor: Actor | None, act: Callable[[], object]) -> None:
        try:
            with reading_for(actor) if actor is not None else as_system(SystemRole.WORKER):
                ready.wait(timeout=10)
                act()
        except NotDone as error:
            said[number] = str(error)
        except Exception as error:  # noqa: BLE001  the thread must not fail unseen
            said[number] = f"unforeseen: {error!r}"
        finally:
            connection.close()

    threads = [Thread(target=run, args=(number, *what)) for number, what in enumerate(does)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return said


def test_two_who_amend_at_once(counsellor: Actor, signed: Begun) -> None:
    made = signed("de")
    seen = version(made)
    said = at_once(*((counsellor, lambda: amend(counsellor, made.key, seen, "Neuer Kurs")) for _ in range(2)))
    assert sorted(bool(words) for words in said) == [False, True], said
    assert "inzwischen geändert" in "".join(said)
    assert made.editions.filter(stage__in=Edition.OPEN).count() == 1


def test_two_who_write_a_step_at_once_lose_nothing_unsaid(counsellor: Actor, begun: Begun) -> None:
    made = begun("de", "open")
    seen = version(made)
    said = at_once(
        *(
            (counsellor, lambda: put_step(counsellor, made.key, seen, NewStep(uuid4(), Side.PERSON, "Zum Kurs gehen")))
            for _ in range(2)
        )
    )
    assert sorted(bool(words) for words in said) == [False, True], said
    assert len(in_work(made).said.steps) == 1


def test_one_signs_while_another_changes_the_text(
    counsellor: Actor, begun: Begun, explained: Callable[[Agreement], Edition]
) -> None:
    made = begun("de")
    edition = explained(made)
    seen = version(made)
    sign = (counsellor, lambda: sign_with_person(counsellor, made.key, seen, Signing(edition.digest, "screen")))
    said = at_once(sign, sign)
    assert sorted(bool(words) for words in said) == [False, True], said
    assert Signature.objects.filter(edition=edition).count() == 1
    assert list(verify()) == []


def test_a_link_that_is_used_twice_at_once_answers_once(
    counsellor: Actor, begun: Begun, working_day: Callable[[int], object]
) -> None:
    made = begun("de")
    asked = NewPromise(uuid4(), "Volkshochschule", "kurse@vhs.example", "ein Kursplatz", working_day(6))
    promise = ask(counsellor, made.key, version(made), asked, lambda token: token)
    token = PROVIDER.token_of(ProviderLink.objects.get(promise=promise).key)
    said = at_once(
        (None, lambda: reply(token, Reply(True, "Frau Kern"))), (None, lambda: reply(token, Reply(False, "Herr Lau")))
    )
    assert sorted(bool(words) for words in said) == [False, True], said
    promise.refresh_from_db()
    assert promise.answered_by == ("Frau Kern" if promise.state == Promise.State.ACCEPTED else "Herr Lau")


def test_two_workers_remind_once(signed: Begun) -> None:
    made = signed("uk", email="olena@example.org", reminded=True)
    day = made.reviews.get().due

    def turn() -> None:
        with travel(day):
            remind(Turn())
            send_reminders(Turn())

    assert at_once((None, turn), (None, turn)) == ["", ""]
    talks = [sent for sent in mail.outbox if sent.subject == reminder("uk").subject]
    assert [sent.to for sent in talks] == [["olena@example.org"]]
    assert len(mail.outbox) == Reminder.objects.filter(state=Reminder.State.SENT).count()
    assert not Reminder.objects.filter(state__in=[Reminder.State.WAITING, Reminder.State.TAKEN]).exists()


def test_row_security_gives_the_rows_to_the_counsellors_of_the_body_alone(
    counsellor: Actor, actor: Actor, signed: Begun
) -> None:
    signed("de")
    with reading_for(counsellor):
        assert Agreement.objects.count() == Edition.objects.count() == 1
        assert Signature.objects.count() == 2
    for nobody in (reading_for(actor), reading_as(NOBODY)):
        with nobody:
            assert not Agreement.objects.exists()
            assert not Edition.objects.exists()
            assert not Signature.objects.exists()
