"""Nominating and deciding: by whom, on what, told to whom, and how it ends by itself."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction

from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.reader import SystemRole, as_system, reading_for
from augenmass.law.time import today, travel
from augenmass.record.ledger import System, entry
from augenmass.record.models import Action, Case, Fact
from augenmass.special_staff.actions.deciding import confirm, end_with, give_back, renew
from augenmass.special_staff.actions.hearing import invite, not_yet, tell
from augenmass.special_staff.actions.nominating import NewNomination, grounds_of, mend, nominate, withdraw
from augenmass.special_staff.duties import ask_for_missed_reviews, end_what_is_over
from augenmass.special_staff.models import Nomination
from augenmass.special_staff.rules.groups import Ended, Ground
from augenmass.special_staff.tests.conftest import fact_of, telling
from augenmass.work.models import Task
from augenmass.work.queries.tasks import visible_tasks
from augenmass.work.refusal import NotDone

if TYPE_CHECKING:
    from augenmass.conftest import MakeCase

pytestmark = pytest.mark.db
Said = Callable[..., NewNomination]


class Turn:
    stopping = False

    def renew(self) -> None:
        """Nothing takes the duty over."""


def _night() -> int:
    with as_system(SystemRole.WORKER):
        return end_what_is_over(Turn())


def test_only_another_person_confirms_and_the_same_form_nominates_once(
    actor: Actor, second: Actor, case: Case, said: Said
) -> None:
    form = said()
    with reading_for(second):
        made, again = nominate(second, case.pk, form), nominate(second, case.pk, form)
        assert made.pk == again.pk
        with pytest.raises(NotDone, match="andere Person"):
            confirm(second, made.key, made.version)
        with pytest.raises(NotDone, match="läuft schon"):
            nominate(second, case.pk, said())
        with pytest.raises(IntegrityError), transaction.atomic():
            Nomination.objects.filter(pk=made.pk).update(decided_by=second.account)
        [task] = Task.objects.filter(about=made.about, done_by=None)
        assert (task.kind, task.not_by_id) == (Task.Kind.SIGNATURE, second.account_id)
    with reading_for(actor), pytest.raises(NotPermitted):
        confirm(actor, made.key, made.version)
    third = replace(actor, roles=second.roles, sights={})
    with reading_for(third):
        found = confirm(third, made.key, made.version)
        assert found.state == "confirmed"
        with pytest.raises(NotDone, match="inzwischen geändert"):
            give_back(third, made.key, made.version, "zu spät")
        cited = found.citations.get()
        assert (cited.fact_id, cited.as_of) == (fact_of(case, "police_classification"), today())
    assert {"special_staff.nominated", "special_staff.confirmed"} <= set(Action.objects.values_list("kind", flat=True))


def test_a_classification_that_ended_no_longer_carries_it_and_it_ends_that_night(
    confirmed: Nomination, second: Actor, case: Case
) -> None:
    assert confirmed.valid_until == today() + timedelta(40)
    with travel(today() + timedelta(40)):
        assert _night() == 0
        with reading_for(second):
            renewed = renew(second, confirmed.key, confirmed.version)
        assert renewed.valid_until == today(), "nothing lengthens a classification"
    with travel(today() + timedelta(41)):
        with reading_for(second), pytest.raises(NotDone, match="Einstufung ist beendet"):
            renew(second, confirmed.key, renewed.version)
        assert _night() == 1
        assert _night() == 0
        with reading_for(second):
            found = Nomination.objects.get(pk=confirmed.pk)
            assert (found.state, found.outcome, found.ended_on) == ("ended", "lapsed", today())
            with pytest.raises(NotDone, match="beendet"):
                renew(second, confirmed.key, found.version)


@pytest.mark.parametrize("returned", [True, False])
def test_what_nobody_decides_on_ends_by_itself(
    actor: Actor, second: Actor, case: Case, said: Said, returned: bool
) -> None:
    with reading_for(actor):
        made = nominate(actor, case.pk, said())
    if returned:
        with reading_for(second):
            give_back(second, made.key, made.version, "Es fehlt die Prüfung milderer Mittel.")
    with travel(today() + timedelta(91)):
        assert _night() == 0
    with travel(today() + timedelta(92)):
        assert _night() == 1
    with as_system(SystemRole.WORKER):
        found = Nomination.objects.get()
        assert (found.state, found.outcome) == ("ended", "lapsed")
        titles = Task.objects.filter(about=found.about, done_by=None).values_list("title", flat=True)
        assert not any("unterrichten" in title for title in titles), "nothing was done jointly"


def test_who_renews_says_anew_that_the_entries_may_be_used(actor: Actor, second: Actor, case: Case, said: Said) -> None:
    fact, day = fact_of(case, "convicted_of_general_offence"), today() - timedelta(100)
    grounds = tuple(
        Ground(fact, f"Amtsgericht {n}", day, final_on=day, provision="§ 249 StGB", usable=True) for n in (1, 2)
    )
    with reading_for(actor):
        made = nominate(actor, case.pk, said("convicted", grounds))
    with reading_for(second):
        found = confirm(second, made.key, made.version)
    begun = today()
    with travel(today() + timedelta(90)), reading_for(second):
        with pytest.raises(NotDone, match="verwertet"):
            renew(second, made.key, found.version)
        assert set(found.citations.values_list("usable_on", flat=True)) == {begun}
        renew(second, made.key, found.version, usable=True)
        assert set(found.citations.values_list("usable_on", flat=True)) == {today()}
    found.citations.update(usable_on=None)
    assert not any(ground.usable for ground in grounds_of(found)), "what nobody said is not taken as said"


@pytest.mark.parametrize("reason", ["deceased", "naturalised", None])
def test_it_ends_when_the_person_died_was_naturalised_or_the_fact_was_corrected(
    confirmed: Nomination, case: Case, reason: str | None, actor: Actor
) -> None:
    with as_system(SystemRole.WORKER):
        fact = Fact.objects.get(pk=fact_of(case, "police_classification"))
        with entry(System(), "fact.established", case.pk) as e:
            if reason is None:
                e.establish("police_classification", "no", source_id=fact.source_id, replaces_id=fact.pk)
            else:
                e.establish("case_closed_reason", reason, source_id=fact.source_id)
    assert _night() == 1
    assert bool(telling(confirmed)) is (reason != "deceased")


@pytest.mark.parametrize(
    ("group", "ground", "why"),
    [
        ("classified", {"until": None}, "letzten Tag"),
        ("classified", {"until": -1}, "beendet"),
        ("classified", {"source": ""}, "Dienststelle"),
        ("unknown", {}, "nicht mehr verwendet"),
        ("duty_breached", {"provision": ""}, "Vorschrift"),
        ("duty_breached", {"provision": "§ 3 der Integrationsvereinbarung AB"}, "freiwillig"),
        ("convicted", {"ended": Ended.PENDING}, "rechtskräftige"),
        ("convicted", {"ended": Ended.ACQUITTED}, "rechtskräftige"),
        ("convicted", {"provision": "§ 249 StGB", "final_on": -5}, "verwertet"),
        ("convicted", {"provision": "§ 249 StGB", "final_on": -5, "usable": True}, "mindestens zwei"),
    ],
)
def test_what_does_not_carry_it_is_said_in_a_sentence(
    actor: Actor, case: Case, said: Said, group: str, ground: dict[str, Any], why: str
) -> None:
    names = {"convicted": "convicted_of_general_offence", "duty_breached": "legal_duty_breached"}
    given = {"until": 40, "source": "Amtsgericht", **ground}
    for name in ("until", "final_on"):
        if isinstance(given.get(name), int):
            given[name] = today() + timedelta(given[name])
    cited = Ground(fact_of(case, names.get(group, "police_classification")), on=today() - timedelta(20), **given)
    with reading_for(actor), pytest.raises(NotDone, match=why):
        nominate(actor, case.pk, said(group, (cited,)))
    with as_system(SystemRole.WORKER):
        assert not Nomination.objects.exists()


def test_a_minor_or_somebody_of_unknown_age_is_never_adult(actor: Actor, said: Said, case_with: "MakeCase") -> None:
    year = today().year - 18
    for born, why in (
        (f"{year + 5}-01-01", "nicht volljährig"),
        (f"{year}", "unbekanntes Alter"),
        (None, "unbekanntes Alter"),
    ):
        facts = {"convicted_of_general_offence": "yes"} | ({"date_of_birth": born} if born else {})
        case = case_with(facts)
        fact = fact_of(case, "convicted_of_general_offence")
        day = today() - timedelta(100)
        grounds = tuple(
            Ground(fact, f"Amtsgericht {n}", day, final_on=day, provision="§ 249 StGB", usable=True) for n in (1, 2)
        )
        with reading_for(actor), pytest.raises(NotDone, match=why):
            nominate(actor, case.pk, said("convicted", grounds))


def test_reasons_less_severe_means_and_a_whole_reason_for_silence_are_asked(
    actor: Actor, case: Case, said: Said
) -> None:
    with reading_for(actor):
        for change, why in (
            ({"less_severe": " "}, "milderen Mittel"),
            ({"reasons": "darum"}, "verhältnismäßig"),
            ({"not_told_reason": "Gefahr"}, "Vorschrift, Grund"),
            (
                {
                    "not_told_provision": "§ 28 VwVfG",
                    "not_told_reason": "Gefahr",
                    "not_told_until": today() + timedelta(400),
                },
                "drei Monate",
            ),
        ):
            with pytest.raises(NotDone, match=why):
                nominate(actor, case.pk, said(**change))
        with pytest.raises(NotDone, match="nicht mehr so in der Akte"):
            nominate(actor, case.pk, said(grounds=(*said().grounds, replace(said().grounds[0], fact_id=0))))


def test_returned_mended_told_invited_and_ended(actor: Actor, second: Actor, case: Case, said: Said) -> None:
    with reading_for(actor):
        made = nominate(actor, case.pk, said())
    with reading_for(second):
        made = give_back(second, made.key, made.version, "Das Ende fehlt.")
    with reading_for(actor):
        made = mend(actor, made.key, said(seen=made.version))
        assert made.state == "proposed"
    with reading_for(second):
        made = confirm(second, made.key, made.version)
    with reading_for(actor):
        with pytest.raises(NotDone, match="Ergebnis beendet"):
            withdraw(actor, made.key, made.version)
        made = not_yet(actor, made.key, made.version, "§ 28 Abs. 2 VwVfG", "Gefahr", today() + timedelta(30))
        assert [task.due for task in telling(made)] == [made.not_told_until]
        with pytest.raises(NotDone, match="Zukunft"):
            tell(actor, made.key, made.version, today() + timedelta(1), "mündlich", "")
        made = tell(actor, made.key, made.version, today(), "mündlich, auf Türkisch", "Ich bin nicht einverstanden.")
        assert not made.not_told_provision
        made = invite(actor, made.key, made.version, today())
        with pytest.raises(NotDone, match="wählen Sie das Ergebnis"):
            end_with(actor, made.key, made.version, "lapsed", "")
        made = end_with(actor, made.key, made.version, "integration", "Beratung gewünscht")
        assert not Task.objects.filter(about=made.about, done_by=None).exists()
        assert nominate(actor, case.pk, said()).state == "proposed", "it can be nominated anew"


def test_who_was_not_told_is_told_after_the_end(actor: Actor, confirmed: Nomination) -> None:
    with reading_for(actor):
        later = today() + timedelta(30)
        found = not_yet(actor, confirmed.key, confirmed.version, "§ 28 Abs. 2 VwVfG", "Gefahr", later)
        found = end_with(actor, found.key, found.version, "ended", "")
        [task] = telling(found)
        assert "unterrichten" in task.title
        with pytest.raises(NotDone, match="beendet"):
            invite(actor, found.key, found.version, today())
        later = today() + timedelta(60)
        found = not_yet(actor, found.key, found.version, "§ 28 Abs. 2 VwVfG", "Die Gefahr besteht fort.", later)
        assert [task.due for task in telling(found)] == [later]
        found = tell(actor, found.key, found.version, today(), "mündlich", "")
        assert (found.state, found.told_on) == ("ended", today())
        assert not telling(found)


def test_the_task_to_tell_outlives_a_renewal_and_ends_with_the_telling(
    actor: Actor, second: Actor, confirmed: Nomination
) -> None:
    with reading_for(second):
        found = renew(second, confirmed.key, confirmed.version)
    with reading_for(actor):
        assert len(telling(found)) == 1
        found = tell(actor, found.key, found.version, today(), "mündlich", "")
        assert not telling(found)
        assert Task.objects.filter(about=found.about, done_by=None).count() == 1, "the review"


def test_a_fact_that_is_true_no_longer_carries_no_nomination(actor: Actor, confirmed: Nomination) -> None:
    with reading_for(actor):
        assert grounds_of(confirmed)
        Fact.objects.filter(pk__in=confirmed.citations.values("fact_id")).update(true_to=today() - timedelta(1))
        assert not grounds_of(confirmed)


def test_a_missed_review_is_asked_of_the_second_person_once(
    actor: Actor, second: Actor, case: Case, said: Said
) -> None:
    duty = "§ 44a Abs. 1 Satz 1 AufenthG"
    breach = Ground(fact_of(case, "legal_duty_breached"), "Bescheid", today() - timedelta(9), provision=duty)
    with reading_for(actor):
        made = nominate(actor, case.pk, said("duty_breached", (breach,)))
    with reading_for(second):
        made = confirm(second, made.key, made.version)

    def asked(days: int) -> int:
        with travel(made.review_on + timedelta(days)), as_system(SystemRole.WORKER):
            return ask_for_missed_reviews(Turn())

    assert [asked(14), asked(15), asked(16)] == [0, 1, 0]
    with travel(made.review_on + timedelta(16)), reading_for(second):
        [task] = visible_tasks(second).filter(kind=Task.Kind.SIGNATURE)
        assert task.not_by_id == made.author_id
        renew(second, made.key, made.version)
        assert not visible_tasks(second).filter(kind=Task.Kind.SIGNATURE).exists()
    assert asked(30) == 0
