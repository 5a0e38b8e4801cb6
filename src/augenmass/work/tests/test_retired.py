"""Records under a retired name: moved or set aside, by an action of their own, and the chain verifies."""

from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest

from augenmass.law.vocabulary import Retirement
from augenmass.record.ledger import entry
from augenmass.record.models import Action, Dispute, Fact, Source
from augenmass.record.verify import verify
from augenmass.work import retired
from augenmass.work.models import Task
from augenmass.work.retired import move_retired, waiting_to_move
from augenmass.work.worker import run_once

if TYPE_CHECKING:
    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeCase
    from augenmass.record.models import Case

pytestmark = [pytest.mark.db, pytest.mark.django_db]
OLD, NEW = "transfer_action_suspends", "transfer_suspended_by_court"


def held(case: "Case") -> list[tuple[str, str]]:
    return list(Fact.objects.filter(case=case, closed_by=None).order_by("name").values_list("name", "value"))


def otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retired, "RETIRED", MappingProxyType({OLD: Retirement(NEW, same=False)}))


def test_a_record_is_moved_with_its_source_and_what_it_replaces(case_with: "MakeCase") -> None:
    case, other = case_with({OLD: "yes"}), case_with({"minor": "no"})
    old = Fact.objects.get(case=case)
    assert waiting_to_move() == 1
    assert run_once(retired.MOVE) == 1
    assert (move_retired(), waiting_to_move()) == (0, 0)
    assert held(case) == [(NEW, "yes")]
    assert held(other) == [("minor", "no")]
    new = Fact.objects.get(case=case, closed_by=None)
    assert (new.replaces_id, new.source_id, new.true_from) == (old.pk, old.source_id, old.true_from)
    action = Action.objects.get(kind="fact.moved")
    assert (action.case_id, action.actor_id) == (case.pk, None)
    old.refresh_from_db()
    assert old.closed_by_id == action.pk
    assert list(verify()) == []
    assert not Task.objects.exists()


def test_a_disputed_record_stays_disputed_for_the_same_reason(actor: "Actor", case_with: "MakeCase") -> None:
    case = case_with({OLD: "yes"})
    fact = Fact.objects.get(case=case)
    with entry(actor, "fact.disputed", case.pk) as e:
        e.dispute(fact.pk)
        e.seal(Dispute(fact=fact, reason="Die Person bestreitet es."))
        e.book.flush()
    move_retired()
    new = Fact.objects.get(case=case, closed_by=None)
    assert new.disputed_by_id is not None
    assert new.disputes.get().reason == "Die Person bestreitet es."
    assert list(verify()) == []


def test_the_same_said_twice_is_held_once(case_with: "MakeCase") -> None:
    case = case_with({OLD: "yes", NEW: "yes"})
    kept = Fact.objects.get(case=case, name=NEW)
    move_retired()
    assert Fact.objects.get(case=case, closed_by=None).pk == kept.pk
    assert list(verify()) == []


def test_what_another_record_contradicts_is_set_aside_with_a_task(case_with: "MakeCase") -> None:
    case = case_with({OLD: "yes", NEW: "no"})
    move_retired()
    assert held(case) == [(NEW, "no")]
    task = Task.objects.get(case=case)
    assert task.title.startswith("Frühere Angabe prüfen und neu erfassen: ")
    assert task.assignee_id == case.officer_id
    assert task.created_by.kind == "fact.set_aside"
    assert list(verify()) == []


def test_what_means_something_else_now_is_set_aside_and_counts_no_more(
    case_with: "MakeCase", monkeypatch: pytest.MonkeyPatch
) -> None:
    otherwise(monkeypatch)
    case = case_with({OLD: "yes"})
    assert move_retired() == 1
    assert held(case) == []
    assert Task.objects.filter(case=case).count() == 1
    assert move_retired() == 0
    assert list(verify()) == []


def test_one_of_several_records_can_move_while_another_is_set_aside(actor: "Actor", case_with: "MakeCase") -> None:
    case = case_with({OLD: "vielleicht"})
    with entry(actor, "fact.established", case.pk) as e:
        e.establish(OLD, "no", source_id=Source.objects.get(label="Akte").pk)
    move_retired()
    assert held(case) == [(NEW, "no")]
    assert set(Action.objects.filter(case=case).values_list("kind", flat=True)) >= {"fact.moved", "fact.set_aside"}
    assert list(verify()) == []
