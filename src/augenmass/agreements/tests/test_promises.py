"""Providers answer by a link without an account: once, in time, and see one service."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.test import Client

from augenmass.access.actor import Actor
from augenmass.access.reader import reading_for
from augenmass.agreements.actions.drafting import fix_text
from augenmass.agreements.actions.ending import withdraw
from augenmass.agreements.actions.promising import NewPromise, Reply, ask, ask_again, open_link, reply, take_back
from augenmass.agreements.models import Agreement, Promise, ProviderLink
from augenmass.agreements.queries.agreements import one_agreement
from augenmass.agreements.rules.content import Side, plain
from augenmass.agreements.rules.link import PROVIDER
from augenmass.agreements.tests.conftest import in_work, version
from augenmass.law.time import today, travel
from augenmass.work.models import OutgoingMail
from augenmass.work.refusal import NotDone

pytestmark = pytest.mark.db
YES = Reply(True, "Frau Kern", "Beginn am Montag")


@pytest.fixture
def asked(counsellor: Actor, begun: Callable[..., Agreement], working_day: Callable[[int], date]) -> Promise:
    made = begun("de", name="Olena Bondar")
    with reading_for(counsellor):
        new = NewPromise(uuid4(), "Volkshochschule", "kurse@vhs.example", "ein Kursplatz, vormittags", working_day(8))
        return ask(counsellor, made.key, version(made), new, lambda token: f"https://a.example/zusage/{token}/")


def _token(promise: Promise) -> str:
    return PROVIDER.token_of(ProviderLink.objects.get(promise=promise, used_at=None).key)


def test_it_counts_from_the_acceptance_and_not_before(counsellor: Actor, asked: Promise) -> None:
    agreement = asked.agreement
    with reading_for(counsellor):
        before = one_agreement(counsellor, agreement.key).tallies
        reply(_token(asked), YES)
        after = one_agreement(counsellor, agreement.key).tallies
    assert [line.agreed for line in before if line.side is Side.PROVIDER] == [0]
    assert [line.agreed for line in after if line.side is Side.PROVIDER] == [1]


def test_the_text_says_whether_it_was_accepted(counsellor: Actor, asked: Promise) -> None:
    with reading_for(counsellor):
        fix_text(counsellor, asked.agreement.key, version(asked.agreement))
        assert "angefragt, noch nicht zugesagt" in plain(in_work(asked.agreement).lines_de)


def test_a_link_answers_once(asked: Promise) -> None:
    token = _token(asked)
    reply(token, YES)
    with pytest.raises(NotDone, match="gilt nicht mehr"):
        reply(token, Reply(False, "Jemand anderes"))
    asked.refresh_from_db()
    assert (asked.state, asked.answered_by) == (Promise.State.ACCEPTED, "Frau Kern")


def test_the_provider_sees_one_service_and_no_name_unless_the_person_wants_it(asked: Promise) -> None:
    token = _token(asked)
    opened = open_link(token)
    assert opened is not None
    assert (opened.service, opened.person) == ("ein Kursplatz, vormittags", "")
    page = Client().get(f"/zusage/{token}/").content.decode()
    assert "Kursplatz" in page
    assert "Bondar" not in page
    Promise.objects.filter(pk=asked.pk).update(name_shown=True)
    assert "Bondar" in Client().get(f"/zusage/{token}/").content.decode()


def test_forged_expired_and_replaced_links_open_nothing(counsellor: Actor, asked: Promise) -> None:
    token = _token(asked)
    assert open_link(token[:-1] + ("a" if token[-1] != "a" else "b")) is None
    assert open_link(f"{uuid4().hex}:abc") is None
    with travel(today() + timedelta(days=22)):
        assert open_link(token) is None
    with reading_for(counsellor):
        ask_again(counsellor, asked.agreement.key, version(asked.agreement), asked.key, lambda found: found)
    assert open_link(token) is None
    assert open_link(_token(asked)) is not None


def test_after_a_withdrawal_the_link_opens_nothing(counsellor: Actor, asked: Promise) -> None:
    token = _token(asked)
    with reading_for(counsellor):
        withdraw(counsellor, asked.agreement.key, version(asked.agreement))
    assert open_link(token) is None
    assert Client().get(f"/zusage/{token}/").status_code == 404


def test_what_was_accepted_is_not_taken_back_behind_the_provider(counsellor: Actor, asked: Promise) -> None:
    reply(_token(asked), YES)
    with reading_for(counsellor), pytest.raises(NotDone, match="zugesagt"):
        take_back(counsellor, asked.agreement.key, version(asked.agreement), asked.key)


def test_the_mail_names_nobody(asked: Promise) -> None:
    mail = OutgoingMail.objects.get()
    assert mail.recipient == asked.email
    assert "Bondar" not in mail.subject + mail.text
    assert "Kursplatz" not in mail.subject + mail.text


def test_the_delivery_is_confirmed_by_a_second_link(counsellor: Actor, asked: Promise) -> None:
    reply(_token(asked), YES)
    with reading_for(counsellor):
        ask_again(counsellor, asked.agreement.key, version(asked.agreement), asked.key, lambda found: found)
    reply(_token(asked), Reply(True, "Frau Kern"))
    asked.refresh_from_db()
    assert (asked.state, asked.delivered_on) == (Promise.State.DELIVERED, today())
