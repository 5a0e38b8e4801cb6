"""Relatives within reach of a case are locked with it, on PostgreSQL: those who came within reach while its lock was awaited, and those
whose cases another body works, which the reader does not see."""

from collections.abc import Callable
from threading import Event, Thread
from time import monotonic, sleep
from typing import TYPE_CHECKING

import pytest
from django.db import OperationalError, connection, transaction

from augenmass.access.actor import Actor
from augenmass.access.reader import reading_for
from augenmass.cases.actions.facts import FactEntry, establish_fact
from augenmass.cases.actions.family import seal_link
from augenmass.cases.models import FamilyLink, LegalPosition
from augenmass.record.ledger import book
from augenmass.record.models import Case

if TYPE_CHECKING:
    from augenmass.conftest import MakeCase

pytestmark = [pytest.mark.pg, pytest.mark.django_db(transaction=True)]


def elsewhere(actor: Actor, does: Callable[[], object], failed: list[BaseException]) -> Thread:
    def run() -> None:
        try:
            with reading_for(actor):
                does()
        except BaseException as error:  # noqa: BLE001  read by the test
            failed.append(error)
        finally:
            connection.close()

    thread = Thread(target=run)
    thread.start()
    return thread


def until_somebody_waits_for_a_lock() -> None:
    ends = monotonic() + 20
    while not somebody_waits_for_a_lock():
        assert monotonic() < ends, "nobody waits for the lock"
        sleep(0.02)


def somebody_waits_for_a_lock() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")  # a transaction sees the activity as it was at its first look
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        return bool(cursor.fetchone()[0])


def test_a_relative_linked_while_the_lock_was_awaited_is_locked_too(actor: Actor, case_with: "MakeCase") -> None:
    case, relative = case_with({"family_name": "Haddad"}), case_with({"family_name": "Haddad"})
    held = Event()
    failed: list[BaseException] = []

    def link() -> None:
        with book(actor, [case.pk]) as opened:
            held.set()
            until_somebody_waits_for_a_lock()
            seal_link(
                opened.entry("family.linked", opened.case(case.pk)), relative, case, FamilyLink.Relation.PARENT, None
            )

    linking = elsewhere(actor, link, failed)
    assert held.wait(20)
    refused: list[BaseException] = []
    with reading_for(actor), book(actor, [case.pk]) as opened:
        linking.join(20)
        assert set(opened.cases) == {case.pk}

        def take() -> None:
            with transaction.atomic():
                Case.objects.select_for_update(no_key=True, nowait=True).get(pk=relative.pk)

        elsewhere(actor, take, refused).join(20)
    assert failed == []
    assert [type(error) for error in refused] == [OperationalError]


def test_a_relative_whose_case_another_body_works_is_locked_and_not_given_out(
    actor: Actor, outsider: Actor, case_with: "MakeCase"
) -> None:
    case, theirs = case_with({"family_name": "Haddad"}), case_with({"family_name": "Haddad"}, actor=outsider)
    with book(outsider, [theirs.pk]) as opened:
        seal_link(opened.entry("family.linked", theirs), theirs, case, FamilyLink.Relation.PARENT, None)
    refused: list[BaseException] = []

    def take() -> None:
        with transaction.atomic():
            Case.objects.select_for_update(no_key=True, nowait=True).get(pk=theirs.pk)

    with reading_for(actor), book(actor, [case.pk]) as opened:
        assert not Case.objects.filter(pk=theirs.pk).exists(), "row security shows the case of the other body"
        assert set(opened.cases) == {case.pk}
        elsewhere(outsider, take, refused).join(20)
    assert [type(error) for error in refused] == [OperationalError]


def test_two_bodies_write_to_two_relatives_at_once(actor: Actor, outsider: Actor, case_with: "MakeCase") -> None:
    case, theirs = case_with({"family_name": "Haddad"}), case_with({"family_name": "Haddad"}, actor=outsider)
    with book(outsider, [theirs.pk]) as opened:
        seal_link(opened.entry("family.linked", theirs), theirs, case, FamilyLink.Relation.PARENT, None)
    failed: list[BaseException] = []
    written = Event()

    def first() -> None:
        with transaction.atomic():
            establish_fact(actor, case.pk, FactEntry("aliases", "Hadad", note="Pass"), None)
            written.set()
            until_somebody_waits_for_a_lock()

    writing = elsewhere(actor, first, failed)
    assert written.wait(20)
    elsewhere(
        outsider, lambda: establish_fact(outsider, theirs.pk, FactEntry("aliases", "Hadad", note="Pass"), None), failed
    ).join(30)
    writing.join(20)
    assert failed == []
    assert LegalPosition.objects.filter(case__in=[case.pk, theirs.pk]).count() == 2
