"""Two worlds that differ only in what a reader must not see look the same to that reader, byte for byte.

The clock stands, keys are the same. What differs between two requests of one world (the token of a form) is taken out;
what the table of released conclusions lets through is asked for where it is let through.
"""

import random
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from django.db import transaction
from django.urls import reverse

from augenmass.access.actions import GrantForm, grant_access
from augenmass.access.actor import Actor, Purpose, actor_for
from augenmass.access.opening import open_case
from augenmass.access.sight import SECRET_NAMES, names_in, sight_of
from augenmass.cases import acts
from augenmass.cases.actions.documents import DocumentText, add_document
from augenmass.cases.actions.facts import FactEntry, NotRecorded, establish_fact
from augenmass.cases.models import Document, LegalPosition
from augenmass.directory.models import Account
from augenmass.law.time import travel
from augenmass.law.vocabulary import VOCABULARY
from augenmass.law.vocabulary.declaration import Kind
from augenmass.record.models import Case

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.conftest import MakeCase

pytestmark = [pytest.mark.sqlite, pytest.mark.django_db]
MOMENT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
HELD = {
    "family_name": "Haddad",
    "first_names": "Karim",
    "date_of_birth": "1990-01-31",
    "nationality": "GE",
    "suspension_kind": "impossible",
    "suspension_valid_until": "2026-12-15",
}
VALUES = {Kind.YES_NO: "ja", Kind.DAY: "01.03.2026", Kind.NUMBER: "3", Kind.TEXT: "Verdeckt"}
HISTORIES = sorted({*HELD, *SECRET_NAMES, *random.Random(1).sample(sorted(VOCABULARY), 12)})


@contextmanager
def world() -> Iterator[None]:
    """A world with a clock that stands; nothing of it stays."""
    with transaction.atomic(), travel(MOMENT):
        yield
        transaction.set_rollback(True)


KEY = UUID("00000000-0000-4000-8000-00000000002a")


def named_the_same(case: Case) -> Case:
    """The case with the same key in every world."""
    Case.objects.filter(pk=case.pk).update(key=KEY)
    case.refresh_from_db()
    return case


MOVING = ("asylum_procedure_running", "health_opposes_removal")
"""Move the legal position of every case: most facts of the vocabulary answer only questions that are asked apart."""


def hidden_facts(visible: frozenset[str], chance: random.Random) -> list[FactEntry]:
    """Some facts outside what a reader may see, with a value of their kind."""
    names = [name for name, declared in VOCABULARY.items() if name not in visible and not declared.derived]
    chosen = chance.sample(sorted(names), min(10, len(names)))
    chosen += [name for name in MOVING if name in names and name not in chosen]
    return [
        FactEntry(name, VALUES.get(VOCABULARY[name].kind) or VOCABULARY[name].choices[0].key, note="Vermerk")
        for name in chosen
    ]


def add(actor: Actor, case: Case, facts: list[FactEntry]) -> int:
    """Record what may be recorded of them; returns how many."""
    recorded = 0
    for entered in facts:
        try:
            establish_fact(actor, case.pk, entered, None)
        except NotRecorded:
            continue
        recorded += 1
    return recorded


def pages(browser: "Client", case: Case) -> dict[str, bytes]:
    """What the reader sees everywhere, without the tokens of forms."""
    key = [case.key]
    filters = (
        "lane=suspended",
        "lane=clarify",
        "step=check_prospects",
        "due=month",
        "due=overdue",
        "doubt=doubt_asylum_procedure",
    )
    addresses = [
        "/",
        "/faelle/",
        *(f"/faelle/?{narrowed}" for narrowed in filters),
        *(f"/faelle/?sort={order}" for order in ("due", "name", "number")),
        "/faelle/?q=haddad",
        "/faelle/?q=verdeckt",
        "/faelle/andere-stellen/",
        "/mein-tag/zweifel/",
        "/mein-tag/ablauf/",
        "/aufgaben/",
        "/posteingang/",
        "/fristen/",
        "/unterschriften/",
        "/import/",
        reverse("case", args=key),
        reverse("fact_choose", args=key),
        reverse("document_add", args=key),
        *(reverse("fact_history", args=[*key, name]) for name in HISTORIES),
        *(reverse("proof", args=[*key, question]) for question in ("may_arrange_removal", "may_issue_warning")),
        *(reverse("step", args=[*key, step]) for step in ("arrange_removal", "hear_person")),
    ]
    seen = {}
    for address in addresses:
        answer = browser.get(address)
        seen[address] = str(answer.status_code).encode() + answer.headers.get("Location", "").encode()
        seen[address] += _plain(answer.content)
    return seen | exported(browser)


def _plain(content: bytes) -> bytes:
    """Without the tokens of forms."""
    return re.sub(rb"[A-Za-z0-9]{64}", b"", content)


def exported(browser: "Client") -> dict[str, bytes]:
    """The lists that the reader takes out as files."""
    seen = {}
    for number, narrowed in enumerate(("", "?lane=suspended", "?q=haddad", "?q=verdeckt")):
        asked = {"key": str(UUID(int=number, version=4)), "reason": "Abgleich mit der Aufnahmeeinrichtung"}
        answer = browser.post(reverse("export_ask") + narrowed, asked)
        fetched = browser.get(reverse("export_file", args=[asked["key"]]))
        seen[f"export{narrowed}"] = b"%d %d " % (answer.status_code, fetched.status_code) + _plain(fetched.getvalue())
        seen[f"asked{narrowed}"] = _plain(answer.content)
    return seen


def compare(first: dict[str, bytes], second: dict[str, bytes]) -> None:
    differing = [address for address in first if first[address] != second[address]]
    assert not differing, differing


@pytest.mark.parametrize("seed", range(4))
def test_who_takes_files_in_sees_nothing_of_health(
    actor: Actor,
    intake_clerk: Actor,
    case_with: "MakeCase",
    client_of: "Callable[[Actor], Client]",
    seed: int,
) -> None:
    """Own body, a role without health: lists, filters, orders, counts and the case page."""
    seen, positions = [], []
    for with_hidden in (False, True):
        with world():
            case = named_the_same(case_with(HELD, number="N-1"))
            if with_hidden:
                visible = names_in(sight_of(intake_clerk, case).categories)
                intake_clerk.sights.clear()
                assert add(actor, case, hidden_facts(visible, random.Random(seed)))
                add_document(actor, case.pk, b"%PDF-1.7 %%EOF", DocumentText(Document.Kind.MEDICAL, "Gutachten"))
            seen.append(pages(client_of(intake_clerk), case))
            positions.append(LegalPosition.objects.get(pk=case.pk).content)
    compare(*seen)
    assert b"Haddad" in seen[0]["export"]
    assert positions[0] != positions[1] or seed, "the hidden facts move the legal position at least once"


@pytest.mark.parametrize("seed", range(4))
def test_another_body_sees_only_what_was_opened(
    actor: Actor, outsider: Actor, case_with: "MakeCase", client_of: "Callable[[Actor], Client]", seed: int
) -> None:
    """An access to personal details: everything else in the case, and that it changes at all, stays out of sight."""
    seen, lanes = [], []
    for with_hidden in (False, True):
        with world():
            case = named_the_same(case_with(HELD, number="N-1"))
            asked = GrantForm(
                outsider.body_id,
                ("identity",),
                Purpose.COOPERATION,
                "AufenthG § 86",
                "Prüfung",
                (MOMENT + timedelta(days=20)).date(),
            )
            grant_access(actor, case.pk, asked)
            reader = actor_for(Account.objects.get(pk=outsider.account_id))
            assert reader is not None
            open_case(reader, case, "cooperation", "Rückfrage zum Umzug")
            if with_hidden:
                visible = names_in(sight_of(reader, case).categories)
                assert add(actor, case, hidden_facts(visible, random.Random(seed))) > 3
            seen.append(pages(client_of(reader), case))
            lanes.append(LegalPosition.objects.get(pk=case.pk).content)
    compare(*seen)
    assert b"Haddad" in seen[0][f"/faelle/{case.key}/"]
    assert lanes[0] != lanes[1]


def test_a_colleague_who_is_not_named_sees_nothing_of_a_secret_fact(
    actor: Actor,
    approver: Actor,
    case_with: "MakeCase",
    client_of: "Callable[[Actor], Client]",
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Same body, same role and rights: only being named makes the difference; a form's version tells that somebody worked."""
    monkeypatch.setattr(acts, "ASKED_FIRST", {})  # each is to be on record here, whatever the law says of this case
    seen = []
    for with_hidden in (False, True):
        with world():
            case = named_the_same(case_with(HELD, number="N-1"))
            if with_hidden:
                for name in sorted(SECRET_NAMES):
                    assert add(actor, case, [FactEntry(name, VALUES[VOCABULARY[name].kind], note="Vermerk")])
            found = pages(client_of(approver), case)
            seen.append({address: _without_version(content) for address, content in found.items()})
    compare(*seen)


def _without_version(content: bytes) -> bytes:
    return re.sub(rb'name="seen_version" value="\d+"', b"", content)


def test_what_is_released_is_learned_and_nothing_beside_it(
    actor: Actor,
    make_actor: Callable[..., Actor],
    other_body: object,
    case_with: "MakeCase",
    client_of: "Callable[[Actor], Client]",
) -> None:
    """The police liaison learns whether a removal is blocked, in the same words whatever blocks it."""
    liaison = make_actor("polizei", other_body, "police_liaison")
    shown = []
    for blocked_by in ({"asylum_procedure_running": "yes"}, {"medical_obstacle": "yes"}):
        with world():
            held = HELD | {name: value for name, value in blocked_by.items() if name in VOCABULARY}
            case = named_the_same(case_with(held, number="N-1"))
            asked = GrantForm(
                liaison.body_id, ("identity",), Purpose.COOPERATION, "AufenthG § 71", "Streife", MOMENT.date()
            )
            grant_access(actor, case.pk, asked)
            reader = actor_for(Account.objects.get(pk=liaison.account_id))
            assert reader is not None
            open_case(reader, case, "cooperation", "Anhaltemeldung von heute")
            shown.append(pages(client_of(reader), case)[f"/faelle/{case.key}/"])
    assert b"derzeit nicht m\xc3\xb6glich" in shown[0]
    assert shown[0] == shown[1]
