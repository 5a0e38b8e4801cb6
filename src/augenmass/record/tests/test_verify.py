"""The record finds every change that was made to it behind its back."""

from datetime import timedelta

import pytest
from django.db import connection, transaction

from augenmass.record import verify as module
from augenmass.record.ledger import entry
from augenmass.record.models import Action, ChainHead, Dispute, Fact
from augenmass.record.seal import digest_of, link
from augenmass.record.verify import Broken, Counted, Lodged, head, verify

pytestmark = pytest.mark.db


@pytest.fixture
def recorded(case_with, actor) -> list[Fact]:
    """A case with two facts, one of them corrected, the correction disputed."""
    case = case_with({"family_name": "Beispiel", "first_names": "Ada"})
    old = Fact.objects.get(case=case, name="family_name")
    with entry(actor, "fact.corrected", case.pk) as e:
        new = e.establish("family_name", "Muster", source_id=old.source_id, replaces_id=old.pk)
    with entry(actor, "fact.disputed", case.pk) as e:
        e.dispute(new.pk)
        e.seal(Dispute(fact=new, reason="Die Person nennt einen anderen Namen."))
    return list(Fact.objects.order_by("pk"))


def found(expect: Lodged | None = None) -> list[Broken]:
    return list(verify(expect))


def rows(findings: list[Broken], model: str) -> list[int | None]:
    return [broken.id for broken in findings if broken.model == model]


def test_an_untouched_record_is_whole(recorded) -> None:
    counted = Counted()

    assert list(verify(counted=counted)) == []
    assert counted.actions == Action.objects.count() == 3
    assert counted.rows == 4  # three facts and the dispute
    assert counted.head == head()


def test_an_empty_record_is_whole(db) -> None:
    assert found() == []
    assert head() == f"0:{'00' * 32}"


def test_an_altered_fact_is_found_by_its_id(recorded) -> None:
    Fact.objects.filter(pk=recorded[1].pk).update(value="Grace")

    assert [(b.model, b.id) for b in found()] == [("record.Fact", recorded[1].pk)]


def test_an_altered_fact_with_a_recomputed_digest_is_found_by_its_action(recorded) -> None:
    fact = recorded[1]
    fact.value = "Grace"
    Fact.objects.filter(pk=fact.pk).update(value="Grace", digest=fact.compute_digest())

    assert rows(found(), "record.Action") == [fact.action_id]


def test_a_deleted_fact_is_found(recorded) -> None:
    Fact.objects.filter(pk=recorded[1].pk).delete()

    assert rows(found(), "record.Action") == [recorded[1].action_id]


def test_a_deleted_closed_fact_is_missed_by_the_action_that_closed_it(recorded) -> None:
    Fact.objects.filter(pk=recorded[2].pk).update(replaces=None)
    Fact.objects.filter(pk=recorded[0].pk).delete()

    findings = found()

    assert recorded[0].pk in rows(findings, "record.Fact")
    assert recorded[0].action_id in rows(findings, "record.Action")


def test_an_inserted_fact_is_found(recorded) -> None:
    fact = recorded[1]
    fact.pk, fact.value = 900, "Grace"
    fact.digest = digest_of(bytes(fact.salt), ["record.fact", *fact.sealed_content()])
    fact.save(force_insert=True)

    assert rows(found(), "record.Action") == [fact.action_id]


@pytest.mark.parametrize(
    "change", [{"kind": "fact.withdrawn"}, {"actor_id": None}, {"case_id": None}, {"references": {"closes": []}}]
)
def test_an_altered_action_is_found(recorded, change) -> None:
    action = Action.objects.order_by("sequence")[1]
    Action.objects.filter(pk=action.pk).update(**change)

    assert action.pk in rows(found(), "record.Action")


def test_a_moved_time_of_an_action_is_found(recorded) -> None:
    action = Action.objects.order_by("sequence")[1]
    Action.objects.filter(pk=action.pk).update(at=action.at + timedelta(days=1))

    assert action.pk in rows(found(), "record.Action")


def test_a_recomputed_action_breaks_the_chain_behind_it(recorded) -> None:
    first, second, _third = Action.objects.order_by("sequence")
    digest = bytes(range(32))
    Action.objects.filter(pk=first.pk).update(digest=digest, chain=link(bytes(32), digest))

    assert second.pk in rows(found(), "record.Action")


def cut_off_the_tail() -> None:
    """Remove the newest action with everything it wrote, and set the head back: as a thorough forger would."""
    last = Action.objects.order_by("-sequence")[0]
    Dispute.objects.filter(action=last).delete()
    Fact.objects.filter(disputed_by=last).update(disputed_by=None)
    last.delete()
    newest = Action.objects.order_by("-sequence")[0]
    ChainHead.objects.update(sequence=newest.sequence, chain=newest.chain)


def test_a_tail_cut_off_cleanly_is_found_only_with_a_lodged_head(recorded) -> None:
    lodged = Lodged.parse(head())
    cut_off_the_tail()

    assert found() == []
    assert rows(found(lodged), "record.ChainHead") == [None]


def test_a_tail_cut_off_without_the_head_is_found(recorded) -> None:
    newest = ChainHead.objects.get()
    cut_off_the_tail()
    ChainHead.objects.update(sequence=newest.sequence, chain=newest.chain)

    assert rows(found(), "record.ChainHead") == [newest.pk]


def test_a_lodged_head_of_another_history_is_found(recorded) -> None:
    second = Action.objects.order_by("sequence")[1]

    assert found(Lodged(2, bytes(second.chain))) == []
    assert rows(found(Lodged(2, bytes(32))), "record.Action") == [second.pk]


@pytest.mark.parametrize(
    ("index", "change"),
    [
        (0, {"closed_by_id": None}),
        (0, {"closed_at": None}),
        (2, {"disputed_by_id": None}),
    ],
)
def test_a_mark_taken_off_a_fact_is_found(recorded, index: int, change: dict[str, None]) -> None:
    Fact.objects.filter(pk=recorded[index].pk).update(**change)

    assert set(rows(found(), "record.Fact")) == {recorded[index].pk}


def test_a_fact_closed_by_hand_is_found(recorded) -> None:
    action = Action.objects.order_by("sequence")[2]
    Fact.objects.filter(pk=recorded[1].pk).update(closed_by=action, closed_at=action.at)

    assert rows(found(), "record.Fact") == [recorded[1].pk]


def test_a_fact_disputed_twice_is_no_finding(recorded, actor) -> None:
    with entry(actor, "fact.disputed", recorded[2].case_id) as e:
        e.dispute(recorded[2].pk)

    assert found() == []


def test_erased_content_leaves_the_chain_whole(recorded, actor) -> None:
    with entry(actor, "fact.erased", recorded[0].case_id) as e:
        e.refer(erases={"record.fact": [recorded[0].pk]})
    Fact.objects.filter(pk=recorded[0].pk).update(value="", erased_by=e.action_id)

    assert found() == []


def test_findings_do_not_quote_content(recorded) -> None:
    Fact.objects.filter(pk=recorded[1].pk).update(value="Grace")

    assert not any(word in str(broken) for broken in found() for word in ("Grace", "Ada"))


def test_windows_smaller_than_the_record_find_the_same(recorded, monkeypatch: pytest.MonkeyPatch) -> None:
    Fact.objects.filter(pk=recorded[2].pk).update(value="Grace")
    monkeypatch.setattr(module, "WINDOW", 1)
    monkeypatch.setattr(module, "READ", 1)

    assert [(b.model, b.id) for b in found()] == [("record.Fact", recorded[2].pk)]


@pytest.mark.parametrize("text", ["", "7", "7:abcd", "x:" + "00" * 32, "7:" + "zz" * 32])
def test_a_lodged_head_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Lodged.parse(text)


@pytest.mark.django_db(transaction=True)
def test_a_walk_outside_a_transaction_reads_one_state(recorded) -> None:
    assert not connection.in_atomic_block

    assert found() == []
    with transaction.atomic():
        pass  # the connection is usable again: the walk has ended its snapshot
