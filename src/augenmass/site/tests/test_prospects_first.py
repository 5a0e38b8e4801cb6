"""No door opens the enforcement lane while a prospect, a declaration or a protective fact is open.

Random histories over actions, pages and the interface for programs: late facts, disputes, declarations, the residence desk, days that
pass, pages that are older than the case, two people at once. Whenever a removal is signed, a check of its own, written without the
catalogue, must find nothing open.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from augenmass.access.actor import Actor
from augenmass.access.tokens import TokenForm, make_token, offered_scopes
from augenmass.cases.actions import facts as recording
from augenmass.cases.facts import current_facts
from augenmass.conftest import MakeActor, MakeCase
from augenmass.directory.land import LandProfile, Parameter, profiles
from augenmass.directory.models import Body
from augenmass.doors.api.tests.conftest import Calls
from augenmass.law.norms.specimens import WARNED
from augenmass.law.time import today, travel
from augenmass.law.values import YES
from augenmass.law.vocabulary import VOCABULARY
from augenmass.law.vocabulary.prospect_checks import EACH_PROSPECT, assessed
from augenmass.prospects.actions.assessing import Finding, assess
from augenmass.prospects.actions.desk import Answer, Handed, answer, hand_over
from augenmass.prospects.gate import law_answers
from augenmass.prospects.models import DeskMatter, DeskOutcome
from augenmass.prospects.tests.conftest import CONTACT, recorded
from augenmass.record.models import Case, Fact
from augenmass.steps.actions import taking as act
from augenmass.steps.models import StepTaking
from augenmass.work.refusal import NotDone
from augenmass.work.tests.at_once import UNFORESEEN, at_once

STEP = "arrange_removal"
START = date(2026, 8, 20)
LAND = "XT"
PROSPECTS = [key for key, *_ in EACH_PROSPECT]
PROTECTIVE = (
    "hardship_pending",
    "petition_pending",
    "urgent_application_pending",
    "court_prohibits_removal",
    "prohibition_human_rights",
    "prohibition_concrete_danger",
    "asylum_procedure_running",
    "victim_indications",
    "health_opposes_removal",
    "best_interests_of_child_oppose",
    "application_25b_pending",
)
CANNOT_LEAVE = ("departure_impossible", "obstacle_lasting", "departure_prevented_without_fault")
"""Together they make the law itself affirm § 25 (5)."""
FORESEEN = (
    act.Blocked,
    act.NotPossible,
    act.Overtaken,
    act.InputError,
    recording.NotRecorded,
    recording.Overtaken,
    NotDone,
)


def nothing_open(case: Case) -> str:
    """What is open, "" for nothing: read off the rows, without asking the catalogue for more than its answer to each prospect."""
    held: dict[str, str] = {}
    for fact in Fact.objects.filter(case=case, closed_by=None).order_by("known_at", "pk"):
        held[fact.name] = "disputed" if fact.disputed_by_id else fact.value
    wrong = [name for name in (*map(assessed, PROSPECTS), "residence_prospect", *PROTECTIVE) if held.get(name) != "no"]
    checked = held.get("prospects_checked_on", "")
    if not checked or checked == "disputed" or (today() - date.fromisoformat(checked)).days > 180:
        wrong.append("prospects_checked_on")
    if not (held.get("hardship_informed_on", "9999") <= today().isoformat()):
        wrong.append("hardship_informed_on")
    declared, answered = held.get("departure_declared_on"), held.get("departure_declaration_answered_on", "")
    if declared is not None and (declared == "disputed" or answered < declared):
        wrong.append("departure_declared_on")
    elif declared is not None and held.get("departure_declaration_answer") not in ("declined", "withdrawn"):
        planned = held.get("departure_planned_on", "9999")
        wrong += ["departure accepted"] if planned >= today().isoformat() else []
    if DeskMatter.objects.filter(case=case, state="open").exists():
        wrong.append("residence desk")
    refused = {
        key
        for (keys,) in DeskOutcome.objects.filter(matter__case=case, outcome="refused").values_list("matter__prospects")
        for key in keys
    }
    law = law_answers(current_facts([case.pk], today())[case.pk].held)
    wrong += [f"law: {key}" for key, value in law.items() if value == YES and key not in refused]
    return ", ".join(wrong)


@dataclass
class History:
    """A case, the people around it, the doors, and pages that were opened earlier."""

    case: Case
    officer: Actor
    head: Actor
    browser: Client
    second: Client
    calls: Calls
    day: date = START
    versions: list[int] = field(default_factory=list)

    def version(self, stale: bool) -> int:
        self.case.refresh_from_db()
        self.versions.append(self.case.version)
        return self.versions[len(self.versions) // 2] if stale else self.case.version

    def fact(self, name: str, value: str) -> None:
        held = (
            Fact.objects.filter(case=self.case, name=name, closed_by=None, true_from=None).order_by("-known_at").first()
        )
        entered = recording.FactEntry(name, value, note="neues Vorbringen")
        recording.establish_fact(self.officer, self.case.pk, entered, held.pk if held else None)

    def dispute(self, name: str) -> None:
        held = Fact.objects.get(case=self.case, name=name, closed_by=None, disputed_by=None)
        recording.dispute_fact(self.officer, self.case.pk, held.pk, "bestritten")

    def find(self, key: str, possible: bool) -> None:
        held = Fact.objects.filter(case=self.case, name=assessed(key), closed_by=None).first()
        assess(self.officer, self.case.pk, Finding(key, possible, "geprüft", held.pk if held else None))

    def hand(self, key: str) -> None:
        hand_over(self.officer, self.case.pk, Handed(uuid4(), (key,), "bitte entscheiden", today() + timedelta(9)))

    def answer(self, outcome: str) -> None:
        matter = DeskMatter.objects.filter(case=self.case, state="open").first()
        if matter is not None:
            answer(self.officer, matter.key, Answer(outcome, today(), "entschieden"))

    def step(self, step: str, stale: bool = False, **inputs: str) -> None:
        form = act.StepForm(inputs, "Aktenlage geprüft", self.version(stale), uuid4())
        act.begin(self.officer, self.case.pk, step, form)

    def begin(self, door: str, stale: bool) -> None:
        if door == "page":
            self.step_by_page(stale)
        elif door == "program":
            self.step_by_program(stale)
        else:
            self.step(STEP, stale)

    def step_by_page(self, stale: bool) -> None:
        sent = {"reasons": "Aktenlage geprüft", "seen_version": self.version(stale), "submission": str(uuid4())}
        self.browser.post(reverse("step", args=[self.case.key, STEP]), sent)

    def step_by_program(self, stale: bool) -> None:
        sent = {"inputs": {}, "reasons": "x", "seen_version": self.version(stale), "submission": str(uuid4())}
        self.calls.post(f"/cases/{self.case.key}/steps/{STEP}/drafts", sent)

    def sign(self, stale: bool, by_page: bool) -> None:
        taken = StepTaking.objects.filter(case=self.case, state__in=["draft", "waiting"]).first()
        if taken is None:
            return
        first = taken.state == "draft"
        version = self.version(stale)
        if by_page:
            door = self.browser if first else self.second
            door.post(reverse("taking_sign", args=[taken.key]), {"seen_version": version})
        elif first:
            act.give_to_sign(self.officer, taken, version)
        else:
            act.sign_second(self.head, taken, version)


PROTECTING = st.sampled_from(PROTECTIVE)
STALE = st.sampled_from((False, False, False, True))
EVENTS = st.one_of(
    st.tuples(st.just("fact"), PROTECTING, st.sampled_from(("yes", "no", "no", "no"))),
    st.tuples(st.just("fact"), st.sampled_from(CANNOT_LEAVE), st.sampled_from(("yes", "yes", "no"))),
    st.tuples(st.just("dispute"), st.sampled_from((*PROTECTIVE, *map(assessed, PROSPECTS[:4]), "residence_prospect"))),
    st.tuples(st.just("fact"), st.just("departure_declared_on"), st.just("today")),
    st.tuples(st.just("declined")),
    st.tuples(st.just("find"), st.sampled_from(PROSPECTS[:5]), st.booleans()),
    st.tuples(st.just("hand"), st.sampled_from(PROSPECTS[:5])),
    st.tuples(st.just("answer"), st.sampled_from(("refused", "withdrawn"))),
    st.tuples(st.just("recheck")),
    st.tuples(st.just("prospects"), st.sampled_from(("no", "yes"))),
    st.tuples(st.just("pass"), st.sampled_from((1, 5, 20, 100))),
    *(st.tuples(st.just("begin"), st.sampled_from(("action", "page", "program")), STALE) for _ in range(3)),
    *(st.tuples(st.just("sign"), STALE, st.booleans()) for _ in range(4)),
)


def happen(of: History, event: tuple[object, ...]) -> None:
    """Let one thing happen; what is refused changes nothing."""
    what, *how = event
    does: dict[object, Callable[[], None]] = {
        "fact": lambda: of.fact(str(how[0]), today().isoformat() if how[1] == "today" else str(how[1])),
        "dispute": lambda: of.dispute(str(how[0])),
        "declined": lambda: of.step("answer_declaration", departure_declaration_answer="declined"),
        "find": lambda: of.find(str(how[0]), bool(how[1])),
        "hand": lambda: of.hand(str(how[0])),
        "answer": lambda: of.answer(str(how[0])),
        "recheck": lambda: of.step("recheck_enforceability"),
        "prospects": lambda: of.step("check_prospects", residence_prospect=str(how[0])),
        "begin": lambda: of.begin(str(how[0]), bool(how[1])),
        "sign": lambda: of.sign(bool(how[0]), bool(how[1])),
    }
    if what == "pass":
        of.day += timedelta(int(str(how[0])))
        return
    with suppress(*FORESEEN, Fact.DoesNotExist), transaction.atomic():
        does[what]()


def signed(case: Case) -> int:
    """How many removals were signed."""
    return StepTaking.objects.filter(case=case, step=STEP, state="signed").count()


@pytest.fixture
def land(monkeypatch: pytest.MonkeyPatch) -> str:
    """An invented Land in which the authority arranges removals itself, all of it confirmed."""
    rules = {
        "objection_required": True,
        "excludes_suspensive_effect": True,
        "authority_arranges_removal": True,
        "holiday_calendar": "ST",
    }
    parameters = (
        Parameter(name, value, date(2010, 1, 1), None, "erfunden", verified=True) for name, value in rules.items()
    )
    monkeypatch.setitem(profiles(), LAND, LandProfile(LAND, "Erfunden", tuple(parameters)))
    return LAND


@pytest.fixture
def history(
    land: str, make_actor: MakeActor, case_with: MakeCase, client_of: Callable[[Actor], Client]
) -> Callable[[], History]:
    with travel(START):
        own = Body.objects.create(key="abh", kind=Body.Kind.FOREIGNERS_AUTHORITY, name="ABH", land=land)
        officer, head = make_actor("amtfrau", own, "caseworker"), make_actor("chefin", own, "approver")
        form = {"label": "Fachverfahren", "scopes": tuple(scope.value for scope in offered_scopes(officer))}
        token = make_token(
            officer, TokenForm(**form, purpose="case_work", expires_on=today() + timedelta(300), submission=uuid4())
        )[1]
    doors = client_of(officer), client_of(head), Calls(token)

    def make() -> History:
        facts = {**recorded(WARNED), **CONTACT}
        return History(case_with(facts, actor=officer, number=str(uuid4())), officer, head, *doors)

    return make


@pytest.mark.db
@pytest.mark.django_db(databases="__all__")
def test_with_nothing_open_a_removal_is_signed_by_every_door(history: Callable[[], History]) -> None:
    """The other tests would say nothing if no history could reach a signature."""
    for begin, by_page in (("action", False), ("page", True), ("program", True)):
        with travel(START), transaction.atomic():
            of = history()
            assert nothing_open(of.case) == ""
            happen(of, ("begin", begin, False))
            while StepTaking.objects.filter(case=of.case, state__in=["draft", "waiting"]).exists():
                happen(of, ("sign", False, by_page))
            assert signed(of.case) == 1


@pytest.mark.db
@pytest.mark.django_db(databases="__all__")
def test_no_history_signs_a_removal_while_something_is_open(history: Callable[[], History]) -> None:
    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    @given(st.lists(EVENTS, min_size=4, max_size=14))
    def holds(events: list[tuple[object, ...]]) -> None:
        with transaction.atomic():
            with travel(START):
                of = history()
            for event in events:
                with travel(datetime(of.day.year, of.day.month, of.day.day, 9, tzinfo=UTC)):
                    open_before, before = nothing_open(of.case), signed(of.case)
                    happen(of, event)
                    assert not (open_before and signed(of.case) > before), (open_before, events)
            transaction.set_rollback(True)

    holds()


@pytest.mark.pg
@pytest.mark.django_db(transaction=True, databases="__all__")
@pytest.mark.parametrize("late", ["fact", "find", "hand"])
def test_a_signature_and_a_late_fact_at_the_same_moment(history: Callable[[], History], late: str) -> None:
    """Either the signature came first, or it was refused: never both the fact and a later signature."""
    with travel(START):
        of = history()
        happen(of, ("begin", "action", False))
        version = of.version(stale=False)
        taken = StepTaking.objects.get(case=of.case)
        does: dict[str, Callable[[], None]] = {
            "fact": lambda: of.fact("hardship_pending", "yes"),
            "find": lambda: of.find("25b", possible=True),
            "hand": lambda: of.fact("departure_declared_on", today().isoformat()),
        }
        said = at_once(
            (of.head, lambda: act.sign_second(of.head, taken, version)), (of.officer, does[late]), foreseen=FORESEEN
        )
    assert not any(words.startswith(UNFORESEEN) for words in said), said
    if signed(of.case):
        signature = StepTaking.objects.get(case=of.case).signature
        fact = Fact.objects.filter(case=of.case, closed_by=None).order_by("-action").first()
        assert fact is not None
        assert signature.action_id <= fact.action_id


def test_the_facts_of_the_histories_are_protective() -> None:
    assert all(VOCABULARY[name].protective for name in (*PROTECTIVE, *CANNOT_LEAVE))
