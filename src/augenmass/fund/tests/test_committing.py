"""Promising from a budget: never more than there is, once for a reference, and taken back to the cent."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from augenmass.access.actor import Actor
from augenmass.conftest import MakeCase
from augenmass.directory.models import Body
from augenmass.fund.actions.booking import figures_of
from augenmass.fund.actions.committing import cancel, commit
from augenmass.fund.actions.paying import occasion
from augenmass.fund.actions.programmes import confirm_end, propose_end
from augenmass.fund.models import Budget, Cancellation, Commitment, ProgrammeTerms
from augenmass.fund.queries.terms import terms_on
from augenmass.fund.refusal import NotBooked
from augenmass.law.time import now, today, travel
from augenmass.record.ledger import entry
from augenmass.record.models import Case
from augenmass.record.verify import verify

pytestmark = [pytest.mark.db, pytest.mark.django_db]


def promise(
    actor: Actor, case: Case, terms: ProgrammeTerms, adults: int = 1, minors: int = 0, reference: UUID | None = None
) -> Commitment:
    with entry(actor, "fund.committed", case.pk) as e:
        return commit(e, case=case, terms=terms, adults=adults, minors=minors, reference=reference or uuid4())


def test_what_is_promised_is_no_longer_free(
    actor: Actor, case_with: MakeCase, budget: Budget, terms: ProgrammeTerms
) -> None:
    made = promise(actor, case_with(), terms, adults=2, minors=1)
    assert made.cents == 300_000
    assert made.number == f"{today().year}-00001"
    assert [tranche.cents for tranche in made.tranches.all()] == [150_000, 150_000]
    held = figures_of(budget)
    assert (held.budget, held.free, held.committed, held.paid) == (1_000_000, 700_000, 300_000, 0)
    assert list(verify()) == []


def test_the_same_reference_is_promised_once(
    actor: Actor, case_with: MakeCase, budget: Budget, terms: ProgrammeTerms
) -> None:
    case, reference = case_with(), uuid4()
    assert promise(actor, case, terms, reference=reference) == promise(actor, case, terms, reference=reference)
    assert figures_of(budget).committed == 120_000
    with pytest.raises(NotBooked, match="anderen Fall"):
        promise(actor, case_with(), terms, reference=reference)


def test_no_more_is_promised_than_is_free(
    actor: Actor, case_with: MakeCase, give_budget: Callable[..., Budget], terms: ProgrammeTerms
) -> None:
    budget = give_budget(120_000)
    with pytest.raises(NotBooked, match=r"Gebraucht werden 2\.400,00.*frei sind 1\.200,00"):
        promise(actor, case_with(), terms, adults=2)
    promise(actor, case_with(), terms)
    with pytest.raises(NotBooked, match="reicht nicht"):
        promise(actor, case_with(), terms)
    assert figures_of(budget).free == 0


def test_without_a_budget_nothing_is_promised(actor: Actor, case_with: MakeCase, terms: ProgrammeTerms) -> None:
    with pytest.raises(NotBooked, match="kein Haushalt"):
        promise(actor, case_with(), terms)


@pytest.mark.parametrize(("adults", "minors"), [(0, 0), (-1, 2), (21, 0)])
def test_for_whom_it_is_promised_must_be_meant(
    actor: Actor, case_with: MakeCase, budget: Budget, terms: ProgrammeTerms, adults: int, minors: int
) -> None:
    with pytest.raises(NotBooked, match="mindestens eine"):
        promise(actor, case_with(), terms, adults, minors)


def test_a_programme_that_ended_between_application_and_approval_gives_nothing(
    actor: Actor, case_with: MakeCase, budget: Budget, terms: ProgrammeTerms, manager: Actor, second_manager: Actor
) -> None:
    end = propose_end(manager, terms.key, today(), "Programm eingestellt", uuid4())
    confirm_end(second_manager, end.key)
    assert list(terms_on(today())) == [terms]
    promise(actor, case_with(), terms)
    with travel(now() + timedelta(days=1)):
        assert list(terms_on(today())) == []
        with pytest.raises(NotBooked, match="ausgelaufen"):
            promise(actor, case_with(), terms)


def test_a_programme_of_another_land_gives_nothing(
    actor: Actor, body: Body, case_with: MakeCase, budget: Budget, terms: ProgrammeTerms
) -> None:
    Body.objects.filter(pk=body.pk).update(land="BW")
    case = case_with()
    with pytest.raises(NotBooked, match="anderen Land"):
        promise(actor, Case.objects.get(pk=case.pk), terms)
    assert list(terms_on(today(), "BW")) == []


def test_the_ceilings_hold(
    actor: Actor, case_with: MakeCase, budget: Budget, give_terms: Callable[..., ProgrammeTerms]
) -> None:
    terms = give_terms("gedeckelt", ceiling=200_000, ceiling_of_year=350_000)
    assert promise(actor, case_with(), terms, adults=4).cents == 200_000
    with pytest.raises(NotBooked, match=r"Obergrenze.*übrig sind 1\.500,00"):
        promise(actor, case_with(), terms, adults=4)
    assert promise(actor, case_with(), terms).cents == 120_000


def test_what_was_taken_back_is_free_again(
    actor: Actor, case_with: MakeCase, budget: Budget, terms: ProgrammeTerms
) -> None:
    case = case_with()
    made = promise(actor, case, terms)
    with pytest.raises(NotBooked, match="warum"), entry(actor, "fund.cancelled", case.pk) as e:
        cancel(e, reference=made.reference, reason=" ")
    for _again in range(2):
        with entry(actor, "fund.cancelled", case.pk) as e:
            cancel(e, reference=made.reference, reason="Erklärung zurückgenommen")
    assert {tranche.state for tranche in made.tranches.all()} == {"cancelled"}
    assert figures_of(budget).free == 1_000_000
    assert Cancellation.objects.get().cents == 120_000
    assert list(verify()) == []


def test_tranches_become_payable_when_their_occasion_is_there(
    actor: Actor, case_with: MakeCase, budget: Budget, terms: ProgrammeTerms
) -> None:
    case = case_with()
    made = promise(actor, case, terms)

    def say(what: str, days: int = 0) -> int:
        with entry(actor, "fund.payable", case.pk) as e:
            return len(occasion(e, reference=made.reference, occasion=what, on=today() + timedelta(days=days)))

    with pytest.raises(NotBooked, match="noch nicht bestätigt"):
        say("follow_up")
    with pytest.raises(NotBooked, match="Zukunft"):
        say("departure", days=1)
    assert [say("departure"), say("departure")] == [1, 0]
    first, later = made.tranches.all()
    assert (first.state, later.state) == ("payable", "open")
    with pytest.raises(NotBooked, match="frühestens"):
        say("follow_up")
    assert later.expected_on is not None
    with travel(now() + (later.expected_on - today())):
        assert [say("follow_up"), say("follow_up")] == [1, 0]
    with pytest.raises(NotBooked, match="nichts bewilligt"), entry(actor, "fund.payable", case.pk) as e:
        occasion(e, reference=uuid4(), occasion="departure", on=today())
