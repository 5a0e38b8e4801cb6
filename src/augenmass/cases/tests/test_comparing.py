"""Comparing a caseload: figures that add up, no secret that moves one, who reads what, kills and double sending."""

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import numpy as np
import pytest

from augenmass.access.actor import NotPermitted
from augenmass.access.models import AccessLine
from augenmass.cases import comparing
from augenmass.cases.actions import comparing as asking
from augenmass.cases.actions.comparing import NotCompared, ask_comparison, ask_release_comparison
from augenmass.cases.comparing import carry_on, compare_waiting, forget_comparisons, packed, unpacked
from augenmass.cases.facts import current_facts
from augenmass.cases.models import MovedCases
from augenmass.cases.queries.comparison import (
    NoSuchComparison,
    comparison_of,
    days,
    moved_cases,
    release_numbers,
    versions,
)
from augenmass.law.catalogue import Catalogue
from augenmass.law.comparison import Tally
from augenmass.law.norms.specimens import SPECIMENS
from augenmass.law.position import assess
from augenmass.law.time import now
from augenmass.law.values import word
from augenmass.law.vocabulary import VOCABULARY
from augenmass.lawbook.models import Comparison
from augenmass.record.models import Action

if TYPE_CHECKING:
    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeActor, MakeCase
    from augenmass.directory.models import Body

FROM, TO = date(2026, 6, 11), date(2026, 6, 12)
EARLY = date(2026, 5, 4)
pytestmark = [pytest.mark.db, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _waits_to_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks waits, however busy the machine is."""
    monkeypatch.setattr(asking, "AT_ONCE", 600.0)


@pytest.fixture
def caseload(case_with: "MakeCase") -> list[int]:
    """Cases in different situations; children come of age, deadlines pass."""
    made = []
    for _de, _en, facts in SPECIMENS.values():
        for born in ("1990-01-31", "2008-08-01"):
            held = {**facts, "date_of_birth": born}
            made.append(case_with({name: value for name, value in held.items() if not VOCABULARY[name].derived}).pk)
    return made


def ask(actor: "Actor", earlier: date = EARLY, later: date = TO + timedelta(days=150)) -> Comparison:
    found = ask_comparison(actor, uuid4(), days(earlier, later))
    assert found.state == Comparison.State.DONE
    return found


def test_every_flow_is_that_of_the_cases_assessed_one_by_one(actor: "Actor", caseload: list[int]) -> None:
    later = TO + timedelta(days=150)
    tally = Tally.from_json(ask(actor, EARLY, later).numbers)
    law = Catalogue.shipped()
    before = {pk: assess(law, current_facts([pk], EARLY)[pk].held, EARLY, whole=True) for pk in caseload}
    after = {pk: assess(law, current_facts([pk], later)[pk].held, later, whole=True) for pk in caseload}
    assert tally.cases == len(caseload)
    assert tally.lanes == Counter((before[pk].lane, after[pk].lane) for pk in caseload)
    for question, flows in tally.questions.items():
        one_by_one = Counter((word(before[pk].answers[question]), word(after[pk].answers[question])) for pk in caseload)
        assert flows == one_by_one, question
        assert sum(flows.values()) == len(caseload)


def test_parts_add_up_and_every_number_has_its_cases(
    actor: "Actor", caseload: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = ask(actor)
    monkeypatch.setattr(comparing, "CHUNK", 2)
    parts = ask(actor)
    assert Tally.from_json(parts.numbers) == Tally.from_json(whole.numbers)
    assert not Comparison.objects.filter(pk=whole.pk).exists(), "the newer one takes the place of the older"
    moves = comparison_of(actor, days(EARLY, TO + timedelta(days=150)))
    assert moves.questions
    assert moves.same + len(moves.questions) == len(Catalogue.shipped().questions)
    assert sum(moves.lanes.values()) == moves.cases == len(caseload)
    for question, flows in [*moves.questions.items(), ("", moves.lanes)]:
        for way, number in flows.items():
            if way[0] != way[1]:
                found = moved_cases(actor, parts.key, question, way)
                assert (found.count, len(found.rows), found.away) == (number, number, 0)
                assert [row.pk for row in found.rows] == sorted(row.pk for row in found.rows)


def test_an_empty_caseload_is_compared(actor: "Actor") -> None:
    found = ask(actor)
    assert (found.cases, found.done, Tally.from_json(found.numbers).cases) == (0, 0, 0)


def test_a_killed_process_loses_no_part_and_a_lease_keeps_others_away(
    actor: "Actor", caseload: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = ask(actor).numbers
    monkeypatch.setattr(comparing, "CHUNK", 2)
    monkeypatch.setattr(asking, "AT_ONCE", 0.0)
    begun = ask_comparison(actor, uuid4(), days(EARLY, TO + timedelta(days=150)))
    assert (begun.state, begun.done, begun.lease_holder) == (Comparison.State.WAITING, 2, "")
    again = ask_comparison(actor, uuid4(), days(EARLY, TO + timedelta(days=150)))
    assert again.pk == begun.pk, "asked again while it is under way"

    monkeypatch.setattr(comparing.MovedCases.objects, "bulk_create", lambda rows: 1 / len([]))
    with pytest.raises(ZeroDivisionError):
        carry_on(begun.pk, 5)
    monkeypatch.undo()
    begun.refresh_from_db()
    assert begun.last_case == caseload[3], "the part under way was not written at all"

    Comparison.objects.filter(pk=begun.pk).update(lease_holder="other", lease_until=now() + timedelta(seconds=30))
    assert compare_waiting(5, lambda: False) == 0
    Comparison.objects.filter(pk=begun.pk).update(lease_until=now() - timedelta(seconds=1))
    assert compare_waiting(5, lambda: True) == 0
    assert compare_waiting(5, lambda: False) > 0
    begun.refresh_from_db()
    assert begun.state == Comparison.State.DONE
    assert Tally.from_json(begun.numbers) == Tally.from_json(whole)
    assert MovedCases.objects.filter(comparison=begun).exists()


def test_the_same_form_computes_once(actor: "Actor", caseload: list[int]) -> None:
    key = uuid4()
    first = ask_comparison(actor, key, days(FROM, TO))
    assert ask_comparison(actor, key, days(FROM, TO)).pk == first.pk
    assert Action.objects.filter(kind="law.comparison_asked").count() == 1


def test_a_secret_of_the_enforcement_moves_no_number(
    actor: "Actor", case_with: "MakeCase", caseload: list[int]
) -> None:
    from augenmass.access.sight import SECRET_NAMES

    plain = ask(actor).numbers
    words = {"yes_no": "yes", "day": "2026-06-12", "text": "Abholung am Morgen", "number": "1"}
    from augenmass.record.ledger import book
    from augenmass.record.models import Case, Source

    source = Source.objects.first()
    assert source is not None
    for case in Case.objects.filter(pk__in=caseload):
        with book(actor) as b:
            entry = b.entry("fact.established", case)
            for name in sorted(SECRET_NAMES):
                declared = VOCABULARY[name]
                value = declared.choices[0].key if declared.choices else words[declared.kind.value]
                entry.establish(name, value, source_id=source.pk)
            b.flush()
    assert ask(actor).numbers == plain


def test_nobody_else_sees_or_starts_it(
    actor: "Actor",
    outsider: "Actor",
    intake_clerk: "Actor",
    make_actor: "MakeActor",
    body: "Body",
    caseload: list[int],
) -> None:
    made = ask(actor)
    sides = days(made.earlier, made.later)
    question, flows = next(iter(comparison_of(actor, sides).questions.items()))
    way = next(way for way in flows if way[0] != way[1])
    for other in (outsider, intake_clerk):
        found = comparison_of(other, sides)
        assert (found.comparison, found.questions, found.lanes) == (None, {}, {})
        with pytest.raises(NoSuchComparison):
            moved_cases(other, made.key, question, way)
    with pytest.raises(NotCompared, match="Ihre Rolle"):
        ask_comparison(intake_clerk, uuid4(), sides)
    lawyer = make_actor("lawyer", body, "legal_reviewer")
    with pytest.raises(NotPermitted):
        ask_comparison(lawyer, uuid4(), sides)
    with pytest.raises(NotPermitted):
        ask_release_comparison(actor, uuid4(), Catalogue.shipped().hash)
    with pytest.raises(NotPermitted):
        release_numbers(actor)
    for odd in ("nonsense", "may_issue_warning"):
        with pytest.raises(NoSuchComparison):
            moved_cases(actor, made.key, odd, ("x", "y"))
    assert AccessLine.objects.filter(what="law_comparison", account=outsider.account_id, rows=0).count() == 1


def test_a_case_that_moved_away_is_no_longer_listed(actor: "Actor", other_body: "Body", caseload: list[int]) -> None:
    from augenmass.cases.models import LegalPosition

    made = ask(actor)
    moves = comparison_of(actor, days(made.earlier, made.later))
    question, flows = next(iter(moves.questions.items()))
    way = next(way for way in flows if way[0] != way[1])
    gone = moved_cases(actor, made.key, question, way).rows[0]
    LegalPosition.objects.filter(pk=gone.pk).update(body=other_body)
    found = moved_cases(actor, made.key, question, way)
    assert gone.pk not in [row.pk for row in found.rows]
    assert found.away == 1


def test_the_same_on_both_sides_is_refused(actor: "Actor") -> None:
    with pytest.raises(NotCompared, match="zwei verschiedene Tage"):
        ask_comparison(actor, uuid4(), days(TO, TO))
    with pytest.raises(NotCompared, match="nichts zu vergleichen"):
        ask_comparison(actor, uuid4(), versions())


def test_old_comparisons_are_forgotten(actor: "Actor", caseload: list[int]) -> None:
    made = ask(actor)
    assert forget_comparisons() == 0
    Comparison.objects.filter(pk=made.pk).update(asked_at=now() - comparing.KEPT - timedelta(days=1))
    assert forget_comparisons() == 1
    assert not MovedCases.objects.exists()


@pytest.mark.parametrize("ids", [[], [1], [5, 6, 900_000_000_000], list(range(0, 5_000, 3))])
def test_ids_come_back_as_they_were_packed(ids: list[int]) -> None:
    assert unpacked([packed(np.array(ids, dtype=np.int64))]) == ids
