"""The same person reported twice, matched twice, or delivered twice at the same moment: once, on PostgreSQL."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, reading_for
from augenmass.accommodation.actions.matching import match_resident
from augenmass.accommodation.actions.reporting import NewReport, report_event
from augenmass.accommodation.models import Report, Resident
from augenmass.accommodation.rules import Event
from augenmass.record.verify import verify
from augenmass.work.models import OutgoingMail, Task
from augenmass.work.refusal import NotDone
from augenmass.work.tests.at_once import UNFORESEEN, at_once

if TYPE_CHECKING:
    from augenmass.conftest import MakeActor, MakeCase

pytestmark = [pytest.mark.pg, pytest.mark.django_db(transaction=True)]
KARIM = {"family_name": "Haddad", "first_names": "Karim"}


def test_one_arrival_reported_by_two_people(
    staff: Actor, said: Callable[..., NewReport], make_actor: "MakeActor"
) -> None:
    colleague = make_actor("kollegin", staff.body, "accommodation")
    told = at_once(*((who, lambda who=who: report_event(who, said(Event.ARRIVAL))) for who in (staff, colleague)))
    assert told == ["", ""]
    assert (Resident.objects.count(), Report.objects.count()) == (1, 1)
    assert list(verify()) == []


def test_one_form_sent_twice(staff: Actor, said: Callable[..., NewReport]) -> None:
    sent = said(Event.ARRIVAL, key=uuid4())
    told = at_once(*((staff, lambda: report_event(staff, sent)) for _twice in range(2)))
    assert told == ["", ""]
    assert Report.objects.count() == 1


def test_two_workers_deliver_one_report_once(
    staff: Actor, said: Callable[..., NewReport], deliver: Callable[[], int], case_with: "MakeCase"
) -> None:
    case_with(KARIM, number="N-1")
    with reading_for(staff):
        report_event(staff, said(Event.ARRIVAL))
    told = at_once(*((SystemRole.WORKER, deliver) for _twice in range(2)))
    assert told == ["", ""]
    assert (Task.objects.count(), OutgoingMail.objects.count()) == (1, 1)
    assert list(verify()) == []


def test_two_people_match_one_person_to_two_cases(
    staff: Actor,
    said: Callable[..., NewReport],
    deliver: Callable[[], int],
    case_with: "MakeCase",
    actor: Actor,
    approver: Actor,
) -> None:
    for number in ("N-7", "N-8"):
        case_with(KARIM, number=number)
    with reading_for(staff):
        report_event(staff, said(Event.ARRIVAL, number="U-1"))
    deliver()
    pk = Resident.objects.get().pk
    told = at_once(
        (actor, lambda: match_resident(actor, pk, "N-7")),
        (approver, lambda: match_resident(approver, pk, "N-8")),
        foreseen=(NotDone, Resident.DoesNotExist),
    )
    assert sorted(bool(words) for words in told) == [False, True], told
    assert not any(words.startswith(UNFORESEEN) for words in told)
    deliver()
    assert Task.objects.count() == 1
