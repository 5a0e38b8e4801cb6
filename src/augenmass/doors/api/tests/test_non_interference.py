"""Two worlds that differ only in what a reader may not see give the same bytes, but for what ``released.toml`` lets through."""

import json
import random
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from django.db import transaction

from augenmass.access.actions import GrantForm, grant_access
from augenmass.access.actor import Purpose
from augenmass.access.matrix import categories_for
from augenmass.access.sight import SECRET
from augenmass.cases.positions import recompute
from augenmass.law.facts import canonical, parse_value
from augenmass.law.norms.specimens import OBLIGED
from augenmass.law.time import today, travel
from augenmass.law.vocabulary import CATEGORIES, VOCABULARY
from augenmass.law.vocabulary.declaration import FactDeclaration, Kind
from augenmass.record.ledger import book
from augenmass.record.models import Case, Fact, Source

if TYPE_CHECKING:
    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeActor
    from augenmass.directory.models import Body
    from augenmass.doors.api.tests.conftest import Calls

pytestmark = [pytest.mark.db, pytest.mark.django_db]
MOMENT = datetime(2026, 8, 17, 9, 0, tzinfo=UTC)
KEYS = (UUID(int=21), UUID(int=22))
PATHS = (
    "",
    "/facts",
    "/documents",
    "/position",
    "/steps",
    *(f"/proofs/{name}" for name in ("may_arrange_removal", "may_hear")),
)
# One fact of every category has its history read.
HISTORIES = {declared.category: name for name, declared in VOCABULARY.items() if not declared.derived}.values()
WORLDS = 2


class _Undo(Exception):
    """Takes a world back."""


def value_of(declared: FactDeclaration, dice: random.Random) -> str:
    """A canonical value of a fact."""
    match declared.kind:
        case Kind.YES_NO:
            return dice.choice(["yes", "no"])
        case Kind.CHOICE:
            return dice.choice(declared.choices).key
        case Kind.DAY:
            return (MOMENT.date() - timedelta(days=dice.randrange(1, 900))).isoformat()
        case Kind.NUMBER:
            read = parse_value(declared, str(dice.randrange(1, 60)))
            assert read is not None
            return canonical(declared, read)
        case Kind.TEXT:
            return f"Wort{dice.randrange(10_000)}"


def hidden_facts(visible: frozenset[str], dice: random.Random) -> dict[str, str]:
    """Facts of categories that the reader does not see; as many as chance has it, in no world the same."""
    names = [name for name, declared in VOCABULARY.items() if declared.category not in visible and not declared.derived]
    return {name: value_of(VOCABULARY[name], dice) for name in dice.sample(names, dice.randrange(len(names)))}


def shown_facts(visible: frozenset[str]) -> dict[str, str]:
    """A case ready for a step, as far as the reader sees it."""
    return {
        name: value
        for name, value in (OBLIGED | {"family_name": "Haddad", "first_names": "Samir"}).items()
        if VOCABULARY[name].category in visible and not VOCABULARY[name].derived
    }


def build(actor: "Actor", shown: Mapping[str, str], hidden: Mapping[str, str]) -> list[Case]:
    """Two cases: first what is shown is recorded, then what is hidden."""
    made = []
    for number, key in enumerate(KEYS):
        with book(actor) as b:
            case = Case.objects.create(
                key=key, number=f"N-{number}", body=actor.body, officer=actor.account, created_at=b.at
            )
            source, _made = Source.objects.get_or_create(body=actor.body, kind=Source.Kind.OFFICER, label="Akte")
            opened = b.entry("case.opened", case)
            for name, value in shown.items():
                opened.establish(name, value, source_id=source.pk)
            b.flush()
        made.append(case)
    for case in made:
        with book(actor, [case.pk]) as b:
            entry = b.entry("fact.established", b.cases[case.pk])
            for name, value in hidden.items():
                entry.establish(name, value, source_id=source.pk)
            b.flush()
            recompute([case.pk])
    return made


def read(calls: "Calls", opened: bool) -> dict[str, bytes]:
    """Every answer about the cases."""
    found = {}
    for query in ("order=number", "order=due", "order=name", "lane=clarify", "lane=suspended", "step=hear_person",
                  "blocker=health_opposes_removal", "doubt=doubt_asylum_procedure", "due=overdue", "search=haddad", "search=wort"):  # fmt: skip
        found[query] = calls.get(f"/cases?{query}").content
    found["granted"] = calls.get("/granted-cases").content
    for key in KEYS:
        if opened:
            opening = {"purpose": "cooperation", "reason": "Anfrage vom 3. November"}
            assert calls.post(f"/cases/{key}/openings", opening).status_code == 201
        for path in PATHS:
            found[f"{key}{path}"] = calls.get(f"/cases/{key}{path}").content
    for name in HISTORIES:
        found[name] = calls.get(f"/cases/{KEYS[0]}/facts/{name}").content
    return found


def worlds(
    actor: "Actor", reader: "Actor", token: str, visible: frozenset[str], opened: frozenset[str]
) -> list[dict[str, bytes]]:
    from augenmass.doors.api.tests.conftest import Calls

    found = []
    with travel(MOMENT):
        for seed in range(WORLDS):
            dice = random.Random(seed)
            try:
                with transaction.atomic():
                    cases = build(actor, shown_facts(visible), hidden_facts(visible, dice))
                    for case in cases if opened else ():
                        last = today() + timedelta(days=30)
                        form = GrantForm(
                            reader.body_id, tuple(opened), Purpose.COOPERATION, "AufenthG § 86", "Prüfung", last
                        )
                        grant_access(actor, case.pk, form)
                    first = Fact.objects.filter(case__in=cases).earliest("pk").pk
                    answers = read(Calls(token), bool(opened))
                    found.append({name: _counted_from(first, answer) for name, answer in answers.items()})
                    raise _Undo
            except _Undo:
                continue
    return found


def _counted_from(first: int, answer: bytes) -> bytes:
    """An answer with the numbers of facts counted from the world's first: PostgreSQL does not take numbers back."""
    return re.sub(rb'"id": (\d+)', lambda found: b'"id": %d' % (int(found[1]) - first), answer)


def differing(found: list[dict[str, bytes]]) -> set[str]:
    return {name for name in found[0] if len({world[name] for world in found}) > 1}


def test_what_the_intake_may_not_see_changes_no_byte(
    actor: "Actor", intake_clerk: "Actor", token_of: Callable[..., str], settings: Any
) -> None:
    settings.API_CALLS_PER_MINUTE = 1_000_000
    visible = categories_for(intake_clerk.roles, Purpose.CASE_WORK)
    assert {"health", SECRET} == set(CATEGORIES) - visible
    found = worlds(actor, intake_clerk, token_of(intake_clerk, purpose="case_work"), visible, frozenset())
    assert json.loads(found[0]["order=number"])["count"] == 2
    assert len(json.loads(found[0][f"{KEYS[0]}/facts"])) > 20
    assert differing(found) == set()
    theirs = worlds(actor, actor, token_of(actor), visible, frozenset())
    assert f"{KEYS[0]}/facts" in differing(theirs), "the worlds do not differ at all"


@pytest.mark.parametrize(
    "role", ["caseworker", "police_liaison", "municipal_officer", "central_office", "special_staff"]
)
def test_what_was_not_opened_to_another_body_changes_no_byte_but_the_released_answer(
    role: str, actor: "Actor", other_body: "Body", make_actor: "MakeActor", token_of: Callable[..., str], settings: Any
) -> None:
    settings.API_CALLS_PER_MINUTE = 1_000_000
    reader = make_actor("mitleserin", other_body, role)
    opened = frozenset({"identity", "residence"})
    visible = categories_for(reader.roles, Purpose.COOPERATION) & opened
    found = worlds(actor, reader, token_of(reader), visible, opened)
    assert json.loads(found[0][f"{KEYS[0]}/facts"]), "nothing is seen at all"
    released = {f"{key}{path}" for key in KEYS for path in ("/position", "/steps")}
    assert differing(found) <= released
    for name in released:
        answers = [json.loads(world[name]) for world in found]
        told = [answer.pop("released") for answer in answers]
        assert all(answer == answers[0] for answer in answers), "more than the released answers differ"
        if role not in {"central_office", "special_staff", "police_liaison"}:
            assert not any(told)
        for answer in told:
            assert [(one["question"], one["who"]) for one in answer] in ([], [("may_arrange_removal", [])])


def test_a_secret_fact_changes_no_byte_for_who_is_not_named(
    actor: "Actor", approver: "Actor", token_of: Callable[..., str], settings: Any
) -> None:
    settings.API_CALLS_PER_MINUTE = 1_000_000
    visible = frozenset(CATEGORIES) - {SECRET}
    found = worlds(actor, approver, token_of(approver), visible, frozenset())
    told = differing(found)
    # Who works on the case learns the law's answers, also where a secret fact decides them; never the fact itself.
    assert not {name for name in told if name in VOCABULARY or name.endswith(("/facts", "/documents"))}
    for world in found:
        assert b"Wort" not in b"".join(world[f"{key}{path}"] for key in KEYS for path in PATHS)
