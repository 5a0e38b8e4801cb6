"""A program of the police: a notice is taken once, corrected, withdrawn; its receipt tells nothing of a case."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from augenmass.doors.api.tests.conftest import Calls
from augenmass.law.time import today
from augenmass.notices.models import Notice, ReturnedNotice
from augenmass.notices.tests.conftest import case, inspectorate, liaison, work  # noqa: F401 - fixtures

if TYPE_CHECKING:
    from augenmass.access.actor import Actor
    from augenmass.directory.models import Body
    from augenmass.record.models import Case

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]
PATH = "/notices"


def said(**changes: Any) -> dict[str, Any]:
    return {
        "submission": str(uuid4()),
        "receiver": "abh-nordheim",
        "kind": "expulsion_ground",
        "provision": "AufenthG/87/2/1/3",
        "family_name": "Müller",
        "first_names": "Anna",
        "born_on": "1990-01-31",
        "occurred_on": (today() - timedelta(days=1)).isoformat(),
        "text": "Bei einer Kontrolle bekannt geworden.",
        "learned_on_duty": True,
        "no_special_rule": True,
        **changes,
    }


def test_a_notice_over_the_interface_is_taken_once_corrected_and_withdrawn(
    calls_of: Callable[..., Calls],
    liaison: "Actor",  # noqa: F811
    actor: "Actor",
    case: "Case",  # noqa: F811
    work: Callable[[], int],  # noqa: F811
) -> None:
    calls = calls_of(liaison)
    sent = said()
    first, again = calls.post(PATH, sent), calls.post(PATH, sent)
    assert (first.status_code, again.status_code) == (201, 200)
    number = first.json()["number"]
    assert again.json()["number"] == number
    assert calls.post(PATH, said(family_name="MUELLER")).json()["number"] == number
    assert calls.post(PATH, {**sent, "kind": "limit_breached", "provision": "AufenthG/87/2/1/2"}).status_code == 409
    work()
    assert calls.get(f"{PATH}/{number}").json() | {"note": ""} == first.json() | {"note": ""}
    assert Notice.objects.get().case_id == case.pk
    right = calls.post(f"{PATH}/{number}/correction", said(text="Ein anderer Tag."))
    assert (right.status_code, calls.get(f"{PATH}/{number}").json()["receipt"]) == (201, "corrected")
    newer = right.json()["number"]
    assert calls.post(f"{PATH}/{newer}/withdrawal", {}).json()["receipt"] == "withdrawn"
    assert calls.post(f"{PATH}/{newer}/withdrawal", {}).status_code == 200
    assert calls.post(f"{PATH}/{number}/withdrawal", {}).status_code == 409
    assert calls.get(f"{PATH}/{uuid4()}").status_code == 404


def test_what_no_provision_carries_goes_back_with_a_sentence_and_is_not_stored(
    calls_of: Callable[..., Calls],
    liaison: "Actor",  # noqa: F811
    body: "Body",
) -> None:
    calls = calls_of(liaison)
    for changes in ({"provision": ""}, {"provision": "AufenthG/87/4/1"}, {"no_special_rule": False}):
        answer = calls.post(PATH, said(**changes))
        assert answer.status_code == 422
        assert answer.json()["errors"][0]["at"] == "/provision"
    assert calls.post(PATH, said(occurred_on="2999-01-01")).json()["errors"][0]["at"] == "/occurred_on"
    assert calls.post(PATH, said(receiver="gibt-es-nicht")).json()["errors"][0]["at"] == "/receiver"
    assert (Notice.objects.count(), ReturnedNotice.objects.count()) == (0, 3)
