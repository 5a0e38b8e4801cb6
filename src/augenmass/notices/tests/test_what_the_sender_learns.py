"""After the examination the sender cannot tell a notice that is kept from one that was deleted: not by any page, answer or repetition."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from augenmass.access.actor import Actor
from augenmass.access.reader import reading_for
from augenmass.notices.actions.examining import examine, irrelevant
from augenmass.notices.actions.following import correct, withdraw
from augenmass.notices.actions.taking import NotTaken, hand_in
from augenmass.notices.queries.sent import receipt_of
from augenmass.notices.rules.kinds import Kind
from augenmass.record.models import Case

if TYPE_CHECKING:
    from augenmass.notices.actions.taking import NewNotice

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]


@pytest.fixture(params=["kept", "deleted"])
def examined(
    request: pytest.FixtureRequest,
    saying: Callable[..., "NewNotice"],
    work: Callable[[], int],
    case: Case,
    actor: Actor,
    liaison: Actor,
) -> tuple["NewNotice", UUID]:
    new = saying(Kind.LIMIT_BREACHED)
    with reading_for(liaison):
        number = hand_in(liaison, new).notice.number
    work()
    with reading_for(actor):
        (examine if request.param == "kept" else irrelevant)(actor, number)
    return new, number


def test_no_page_tells(
    examined: tuple["NewNotice", UUID], client_of: Callable[[Actor], Client], liaison: Actor
) -> None:
    _new, number = examined
    police = client_of(liaison)
    one, many = police.get(reverse("notice_sent", args=[number])).text, police.get(reverse("notices_sent")).text
    for text in (one, many, police.get(reverse("notice_correct", args=[number])).text):
        assert "Müller" not in text
        assert "Inhalt dieser Mitteilung" not in text
    assert "Die Mitteilung ist geprüft." in one
    assert "Zurücknehmen" in one


def test_no_repetition_tells(examined: tuple["NewNotice", UUID], liaison: Actor) -> None:
    new, _number = examined
    with reading_for(liaison):
        for again in (new, replace(new, said=replace(new.said, family_name="Anders"))):
            with pytest.raises(NotTaken, match="bereits geprüft"):
                hand_in(liaison, again)
        assert hand_in(liaison, replace(new, key=uuid4())).new


def test_no_correction_and_no_withdrawal_tells(examined: tuple["NewNotice", UUID], liaison: Actor) -> None:
    new, number = examined
    with reading_for(liaison):
        made = correct(liaison, number, replace(new, key=uuid4(), said=replace(new.said, text="Ein anderer Ort.")))
        assert made.new
        assert made.notice.corrects is not None
        made.notice.corrects.refresh_from_db()
        assert receipt_of(made.notice.corrects) == "corrected"


def test_a_withdrawal_of_either_is_a_withdrawal(examined: tuple["NewNotice", UUID], liaison: Actor) -> None:
    _new, number = examined
    with reading_for(liaison):
        assert receipt_of(withdraw(liaison, number)) == "withdrawn"
        assert receipt_of(withdraw(liaison, number)) == "withdrawn"


def test_the_same_key_with_another_outcome_is_another_notice(
    saying: Callable[..., "NewNotice"], liaison: Actor
) -> None:
    from augenmass.notices.rules.kinds import Outcome

    ended = saying(Kind.ENDED, outcome=Outcome.CONVICTION)
    with reading_for(liaison):
        hand_in(liaison, ended)
        assert not hand_in(liaison, ended).new
        with pytest.raises(NotTaken, match="bereits eine andere"):
            hand_in(liaison, replace(ended, said=replace(ended.said, outcome=Outcome.ACQUITTAL)))
