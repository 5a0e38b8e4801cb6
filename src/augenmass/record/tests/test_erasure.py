"""What was erased by an action of the record is told from what somebody removed behind its back."""

import pytest

from augenmass.record.erasure import Erasure
from augenmass.record.ledger import book, entry
from augenmass.record.models import Action, Case, ErasedRow, Fact
from augenmass.record.verify import Counted, verify

pytestmark = pytest.mark.db


@pytest.fixture
def case(case_with, actor) -> Case:
    """A case whose facts were corrected once."""
    case = case_with({"family_name": "Beispiel", "first_names": "Ada"})
    old = Fact.objects.get(case=case, name="family_name")
    with entry(actor, "fact.corrected", case.pk) as e:
        e.establish("family_name", "Muster", source_id=old.source_id, replaces_id=old.pk)
    return case


def erase(actor, case: Case, *, actions: bool = True) -> Action:
    """Erase the facts of a case, and what its actions say."""
    with book(actor, [case.pk]) as opened:
        erasure = Erasure(opened.entry("retention.erased"))
        erasure.rows(Fact, list(Fact.objects.filter(case=case).values_list("pk", flat=True)))
        if actions:
            erasure.actions(case.pk)
        erasure.attest()
    return Action.objects.get(pk=erasure.entry.action_id)


def broken() -> set[str]:
    return {found.model for found in verify()}


@pytest.mark.parametrize("actions", [True, False])
def test_an_erased_case_leaves_the_record_whole(case, actor, actions: bool) -> None:
    erasing = erase(actor, case, actions=actions)

    counted = Counted()
    assert list(verify(counted=counted)) == []
    assert (counted.rows, counted.erased) == (0, 3)
    assert erasing.references["erased"] == {"record.fact": 3} | ({"record.action": 2} if actions else {})
    assert not Fact.objects.exists()


def test_the_digest_tells_nothing_without_the_salt(case, actor) -> None:
    fact = Fact.objects.order_by("pk")[0]
    erase(actor, case)
    left = ErasedRow.objects.get(row=fact.pk)
    assert bytes(left.digest) == bytes(fact.digest)
    assert {field.name for field in ErasedRow._meta.fields} == {"id", "label", "row", "action", "erased_by", "digest"}


def test_a_row_that_was_removed_and_given_out_as_erased_is_found(case, actor) -> None:
    fact = Fact.objects.order_by("-pk")[0]
    ErasedRow.objects.create(
        label="record.fact", row=fact.pk, action=fact.action, erased_by=fact.action, digest=fact.digest
    )
    Fact.objects.filter(pk=fact.pk).delete()

    assert "record.Action" in broken()


def test_a_row_that_was_added_to_a_real_erasure_is_found(case, actor, case_with) -> None:
    other = case_with({"family_name": "Haddad"})
    erasing = erase(actor, case)
    fact = Fact.objects.get(case=other)
    ErasedRow.objects.create(
        label="record.fact", row=fact.pk, action=fact.action, erased_by=erasing, digest=fact.digest
    )
    fact.delete()

    assert [(found.model, found.id) for found in verify()] == [("record.Action", erasing.pk)]


@pytest.mark.parametrize(
    "change",
    [
        lambda: ErasedRow.objects.filter(label="record.fact").delete(),
        lambda: ErasedRow.objects.update(digest=bytes(32)),
        lambda: Action.objects.filter(erased_by__isnull=False).update(content_digest=bytes(32)),
        lambda: Action.objects.filter(erased_by__isnull=False).update(erased_by=None),
        lambda: Action.objects.filter(kind="retention.erased").update(references={}),
    ],
)
def test_what_is_altered_in_what_was_left_is_found(case, actor, change) -> None:
    erase(actor, case)
    change()

    assert "record.Action" in broken()


def test_an_action_that_is_emptied_behind_the_back_is_found(case, actor) -> None:
    action = Action.objects.order_by("pk")[0]
    Action.objects.filter(pk=action.pk).update(salt=b"", references={}, content_digest=bytes(32), erased_by=action.pk)

    assert "record.Action" in broken()


def test_a_row_emptied_in_place_needs_an_action_that_names_it(case, actor) -> None:
    with entry(actor, "fact.erased", case.pk) as e:
        pass
    fact = Fact.objects.order_by("pk")[0]
    Fact.objects.filter(pk=fact.pk).update(value="", erased_by=e.action_id)

    assert [(found.model, found.id) for found in verify()] == [("record.Fact", fact.pk)]
