"""Accepted and revoked, or accepted twice, at the same moment: one wins, the other gets a sentence, on PostgreSQL."""

from datetime import timedelta
from threading import Event, Thread
from uuid import uuid4

import pytest
from django.db import connection

from augenmass.access.actor import Actor
from augenmass.access.models import Grant
from augenmass.access.reader import reading_for
from augenmass.competence.models import Referral, ReferralAnswer
from augenmass.competence.rules import Matter
from augenmass.conftest import MakeActor, MakeCase
from augenmass.law.time import today
from augenmass.record.ledger import book
from augenmass.record.models import Action, Case
from augenmass.record.verify import verify
from augenmass.referral.actions.answering import revoke_referral
from augenmass.referral.actions.opening import ReferralForm, refer_case
from augenmass.referral.actions.taking_over import Acceptance, accept_referral
from augenmass.work.tests.at_once import at_once, until_waiting_for_a_lock

pytestmark = [pytest.mark.pg, pytest.mark.django_db(transaction=True)]


def form(body_id: int) -> ReferralForm:
    return ReferralForm(uuid4(), body_id, Matter.RESIDENCE, "AufenthG § 71", "Umzug", today() + timedelta(days=7))


@pytest.mark.parametrize("run", range(2))
def test_accepting_and_revoking(actor: Actor, outsider: Actor, case_with: MakeCase, run: int) -> None:
    case = case_with({"family_name": "Haddad"})
    referral = refer_case(actor, case.pk, form(outsider.body_id))
    said = at_once(
        (outsider, lambda: accept_referral(outsider, referral.key, Acceptance(outsider.account_id))),
        (actor, lambda: revoke_referral(actor, referral.key)),
    )
    assert sorted(bool(words) for words in said) == [False, True], said
    assert "inzwischen" in "".join(said)
    moved = Case.objects.get(pk=case.pk).body_id == outsider.body_id
    assert Referral.objects.get().state == ("accepted" if moved else "revoked")
    assert ReferralAnswer.objects.count() == 1
    assert not Grant.objects.filter(ended_by=None).exists()
    assert list(verify()) == []


def test_two_colleagues_accept(actor: Actor, outsider: Actor, make_actor: MakeActor, case_with: MakeCase) -> None:
    case = case_with({"family_name": "Haddad"})
    colleague = make_actor("kollegin", outsider.body, "caseworker")
    referral = refer_case(actor, case.pk, form(outsider.body_id))
    said = at_once(
        (outsider, lambda: accept_referral(outsider, referral.key, Acceptance(outsider.account_id))),
        (colleague, lambda: accept_referral(colleague, referral.key, Acceptance(colleague.account_id))),
    )
    assert sorted(bool(words) for words in said) == [False, True], said
    assert ReferralAnswer.objects.count() == 1


def test_two_cases_with_one_number_are_accepted(
    actor: Actor, outsider: Actor, make_actor: MakeActor, case_with: MakeCase
) -> None:
    from augenmass.directory.models import Body

    third = make_actor(
        "dritte", Body.objects.create(key="c", kind="foreigners_authority", name="C", land="ST"), "caseworker"
    )
    mine, theirs = case_with(number="7"), case_with(number="7", actor=third)
    one, two = refer_case(actor, mine.pk, form(outsider.body_id)), refer_case(third, theirs.pk, form(outsider.body_id))
    said = at_once(
        (outsider, lambda: accept_referral(outsider, one.key, Acceptance(outsider.account_id))),
        (outsider, lambda: accept_referral(outsider, two.key, Acceptance(outsider.account_id))),
    )
    for words, referral in zip(said, (one, two), strict=True):
        assert words == "" or "Aktenzeichen" in words
        if words:
            accept_referral(outsider, referral.key, Acceptance(outsider.account_id))
    assert set(Case.objects.values_list("number", flat=True)) == {"7", "7-2"}


def test_referring_twice(actor: Actor, outsider: Actor, make_actor: MakeActor, case_with: MakeCase) -> None:
    case = case_with({"family_name": "Haddad"})
    colleague = make_actor("kollegin", actor.body, "caseworker")
    said = at_once(
        (actor, lambda: refer_case(actor, case.pk, form(outsider.body_id))),
        (colleague, lambda: refer_case(colleague, case.pk, form(outsider.body_id))),
    )
    assert sorted(bool(words) for words in said) == [False, True], said
    assert "läuft bereits" in "".join(said)


def test_the_same_form_sent_twice_while_the_case_is_held_gives_one_referral(
    actor: Actor, outsider: Actor, case_with: MakeCase
) -> None:
    case = case_with({"family_name": "Haddad"})
    held, same = Event(), form(outsider.body_id)

    def hold() -> None:
        with reading_for(actor), book(actor, [case.pk]):
            held.set()
            until_waiting_for_a_lock(2)
        connection.close()

    holding = Thread(target=hold)
    holding.start()
    assert held.wait(20)
    made: list[Referral] = []
    asks = (actor, lambda: made.append(refer_case(actor, case.pk, same)))
    assert at_once(asks, asks) == ["", ""]
    holding.join(20)
    assert made == [Referral.objects.get()] * 2
    assert Action.objects.filter(kind="referral.opened").count() == Grant.objects.count() == 1
    assert list(verify()) == []
