"""Every address declares what it asks; nobody reads everything; who works on no case reaches the content of none."""

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from augenmass.access import support
from augenmass.access.actions import GrantForm, grant_access
from augenmass.access.actor import Actor, Purpose, actor_for
from augenmass.access.matrix import categories_of
from augenmass.access.sight import fact_names_visible, visible_facts
from augenmass.cases.actions.documents import DocumentText, add_document
from augenmass.cases.actions.facts import FactEntry, establish_fact
from augenmass.cases.models import Document
from augenmass.directory.models import Account
from augenmass.directory.roles import Role
from augenmass.doors.desk.needs import NEEDS, OPEN
from augenmass.law.time import today
from augenmass.law.vocabulary import CATEGORIES, VOCABULARY
from augenmass.law.vocabulary.declaration import Kind
from augenmass.record.models import Action, Fact
from augenmass.work.actions.notes import write_note
from augenmass.work.actions.post import NewPost, register_post
from augenmass.work.actions.tasks import NewTask, create_task
from augenmass.work.models import IncomingPost, Task

if TYPE_CHECKING:
    from augenmass.conftest import MakeActor, MakeCase
    from augenmass.directory.models import Body
    from augenmass.record.models import Case

pytestmark = pytest.mark.db
ClientOf = Callable[[Actor], Client]
MARKS = (
    "Zobelinsky",
    "AZ-4711-X",
    "Gutachten Siebenstern",
    "Rückruf Nachtigall",
    "Vermerk Wacholder",
    "Anfrage Quitte",
)
"""A name, a file number, a document, a task, a note, a piece of post: what no stranger may see."""
NO_CASES = ("operator", "data_protection", "body_administrator")
SAMPLES = {"slug": "x", "int": "7", "str": "x", "path": "x"}


def routes() -> Iterator[URLPattern]:
    def walk(found: list[Any]) -> Iterator[URLPattern]:
        for item in found:
            if str(item.pattern) in {"api/", "portal/"}:
                continue  # these doors let nobody of the staff in and walk their own addresses in their own tests
            if isinstance(item, URLResolver):
                assert item.namespace is None, "a door with a name space of its own guards itself: name it here"
                yield from walk(item.url_patterns)
            else:
                yield item

    return walk(get_resolver().url_patterns)


@dataclass(slots=True)
class World:
    """A case with something of every kind in it."""

    case: "Case"
    keys: dict[str, Any]

    def address(self, pattern: URLPattern) -> str:
        values = []
        for name, converter in pattern.pattern.converters.items():
            kind = type(converter).__name__.removesuffix("Converter").lower().replace("string", "str")
            values.append(self.keys.get(pattern.name, self.case.key) if kind == "uuid" else self._word(name, kind))
        return reverse(pattern.name, args=values)

    def _word(self, name: str, kind: str) -> str:
        return {"question": "may_arrange_removal", "step": "hear_person", "name": "family_name"}.get(
            name, SAMPLES[kind]
        )


def text_of(answer: Any) -> str:
    """What an answer says, also where it is a file."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return content.decode("utf-8", "ignore")


@pytest.fixture
def world(actor: Actor, case_with: "MakeCase") -> World:
    name, number, title, task_title, note, subject = MARKS
    case = case_with({"family_name": name, "first_names": "Ada", "asylum_procedure_running": "yes"}, number=number)
    document = add_document(actor, case.pk, b"%PDF-1.7", DocumentText(Document.Kind.OTHER, title))
    task = create_task(actor, case.pk, NewTask(uuid.uuid4(), Task.Kind.TASK, task_title, today(), actor.account_id))
    write_note(actor, case.pk, uuid.uuid4(), note)
    post = register_post(
        actor, NewPost(uuid.uuid4(), IncomingPost.Kind.OTHER, "Absender", subject, today(), case.pk, actor.account_id)
    )
    of_task = dict.fromkeys(("task", "task_done", "task_reschedule", "task_give"), task.key)
    of_post = dict.fromkeys(("post_piece", "post_assign", "post_link", "post_answer"), post.key)
    return World(case, {"document": document.key} | of_task | of_post)


def test_every_address_declares_what_it_asks() -> None:
    names = [pattern.name for pattern in routes()]
    undeclared = sorted({name or "an address without a name" for name in names} - OPEN - NEEDS.keys())
    assert undeclared == [], "say in doors/desk/needs.py what these ask"
    assert not OPEN & NEEDS.keys()


def test_an_address_that_declares_nothing_is_refused_to_everybody(
    monkeypatch: pytest.MonkeyPatch, client_of: ClientOf, actor: Actor
) -> None:
    monkeypatch.delitem(NEEDS, "tasks")
    assert client_of(actor).get(reverse("tasks")).status_code == 403


def test_a_caseworker_of_the_body_sees_every_mark_somewhere(world: World, client_of: ClientOf, actor: Actor) -> None:
    browser = client_of(actor)
    pages = "".join(text_of(browser.get(world.address(found))) for found in routes() if found.name != "account_logout")
    assert [mark for mark in MARKS if mark not in pages] == []


@pytest.mark.parametrize("role", [*NO_CASES, "wrong body", "nobody"])
def test_who_works_on_no_case_of_the_body_reaches_the_content_of_none_by_any_address(
    role: str, world: World, client_of: ClientOf, make_actor: "MakeActor", body: "Body", outsider: Actor
) -> None:
    browser = Client()
    if role == "wrong body":
        browser = client_of(outsider)
    elif role != "nobody":
        browser = client_of(make_actor(f"person-{role}", body, role))
    before = Action.objects.filter(case=world.case).count()
    seen = []
    for pattern in routes():
        address = world.address(pattern)
        if pattern.name == "account_logout":
            continue
        for answer in (
            browser.get(address),
            browser.get(address, {"q": MARKS[0][:5]}),
            browser.post(address, {"q": "x"}),
        ):
            assert answer.status_code < 500, address
            text = text_of(answer)
            seen += [(address, mark) for mark in MARKS if mark in text]
    assert seen == []
    assert Action.objects.filter(case=world.case).count() == before


def test_in_a_support_session_no_address_takes_a_form_and_none_shows_more_than_the_matrix(
    world: World, client_of: ClientOf, make_actor: "MakeActor", body: "Body", other_body: "Body"
) -> None:
    operator = make_actor("betrieb", other_body, "operator", "caseworker", "approver", "intake")
    administrator = make_actor("sommer", body, "body_administrator")
    session = support.ask(operator, uuid.uuid4(), body.pk, "Fehler in der Liste der Fälle")
    support.confirm(administrator, session.key)
    browser = client_of(operator)
    browser.post(reverse("support_enter", args=[session.key]))
    before = Action.objects.count()
    seen = []
    for pattern in routes():
        if pattern.name in OPEN:
            continue
        address = world.address(pattern)
        answer = browser.get(address)
        assert answer.status_code in {200, 302, 403, 405}, address
        seen += [(address, mark) for mark in MARKS if mark in text_of(answer)]
        if pattern.name != "support_end":
            assert browser.post(address, {"q": "x"}).status_code in {302, 403}, address
            assert not (answer.status_code == 302 and pattern.name != "my_day"), address
    assert {mark for _address, mark in seen} == {"AZ-4711-X"}
    assert {address for address, _mark in seen} <= {"/faelle/", "/suche/", f"/faelle/{world.case.key}/"}
    assert Action.objects.count() == before


def samples_of_every_category() -> dict[str, str]:
    """A fact of every category that people record, with a value of its kind."""
    values = {Kind.YES_NO: "yes", Kind.DAY: "2026-01-05", Kind.NUMBER: "3", Kind.TEXT: "Angabe"}
    found: dict[str, str] = {}
    held: set[str] = set()
    for name, declared in VOCABULARY.items():
        plain = not declared.derived and declared.kind in values and not declared.assessment
        if plain and declared.category not in held:
            held.add(declared.category)
            found[name] = values[declared.kind]
    return found


@pytest.mark.parametrize("role", list(Role))
def test_no_role_reads_everything_for_any_purpose(
    role: Role, actor: Actor, make_actor: "MakeActor", body: "Body", other_body: "Body", case_with: "MakeCase"
) -> None:
    facts = samples_of_every_category()
    facts = {name: value for name, value in facts.items() if VOCABULARY[name].category != "enforcement_secret"}
    case = case_with(facts)
    establish_fact(actor, case.pk, FactEntry("removal_course", "Abholung am Morgen", note="x"), None)
    everything = set(Fact.objects.filter(case=case).values_list("pk", flat=True))
    own = make_actor("eigene", body, role.value)
    other = make_actor("andere", other_body, role.value)
    held = frozenset().union(*(categories_of(Role.CASEWORKER, purpose) for purpose in Purpose))
    for purpose in (Purpose.COOPERATION, Purpose.COMPETENCE):
        asked = GrantForm(
            other_body.pk,
            tuple(sorted(held - {"enforcement_secret"})),
            purpose,
            "AufenthG § 86",
            "Amtshilfe",
            today(),
        )
        grant_access(actor, case.pk, asked)
    for reader in (own, other):
        for purpose in Purpose:
            looking = actor_for(Account.objects.get(pk=reader.account_id))
            assert looking is not None
            looking = Actor(looking.account, looking.body, looking.roles, purpose=purpose)
            if reader is own:
                readable = set(visible_facts(looking, case).values_list("pk", flat=True))
                assert readable != everything, (role, purpose)
                assert not {"removal_course"} & fact_names_visible(looking, case)
            else:
                assert len(set(visible_facts(looking, case).values_list("name", flat=True))) < len(facts)
            if purpose not in {Purpose.CASE_WORK, Purpose.SUPERVISION}:
                assert categories_of(role, purpose) < set(CATEGORIES)
