"""Notices at the same moment, on PostgreSQL: what is sent or delivered twice is one, and an officer's work beside them is not in the way."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, reading_for
from augenmass.notices.actions.examining import examine, irrelevant
from augenmass.notices.actions.following import withdraw
from augenmass.notices.actions.taking import hand_in
from augenmass.notices.models import Notice
from augenmass.notices.rules.kinds import Kind
from augenmass.record.verify import verify
from augenmass.work.actions.notes import write_note
from augenmass.work.models import Task
from augenmass.work.tests.at_once import UNFORESEEN, at_once

if TYPE_CHECKING:
    from augenmass.notices.actions.taking import NewNotice
    from augenmass.record.models import Case

pytestmark = [pytest.mark.pg, pytest.mark.django_db(transaction=True)]


def test_two_spellings_beside_an_officers_notes_are_one_and_three_endings_are_one(
    liaison: Actor, saying: Callable[..., "NewNotice"], actor: Actor, case: "Case", work: Callable[[], int]
) -> None:
    spelt = ("Müller", "MUELLER", "Muller")
    senders = [(liaison, lambda name=name: hand_in(liaison, saying(Kind.OPENED, family_name=name))) for name in spelt]
    notes = [
        (actor, lambda number=number: [write_note(actor, case.pk, uuid4(), f"Vermerk {number}") for _ in range(4)])
        for number in range(2)
    ]
    assert at_once(*senders, *notes) == [""] * 5
    assert Notice.objects.count() == 1
    assert at_once(*((SystemRole.WORKER, work) for _twice in range(2))) == ["", ""]
    assert Task.objects.filter(about=Notice.objects.get().about).count() == 1
    with reading_for(liaison):
        notice = hand_in(liaison, saying(Kind.LIMIT_BREACHED)).notice
    work()
    told = at_once(
        (actor, lambda: examine(actor, notice.number)),
        (actor, lambda: irrelevant(actor, notice.number)),
        (liaison, lambda: withdraw(liaison, notice.number)),
    )
    assert not any(words.startswith(UNFORESEEN) for words in told), told
    notice.refresh_from_db()
    assert notice.gone in ("irrelevant", "withdrawn")
    assert not Task.objects.filter(about=notice.about, done_by=None).exists()
    assert list(verify()) == []
