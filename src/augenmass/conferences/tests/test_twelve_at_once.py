"""Twelve participants write over HTTP while their connections are cut: nothing confirmed is lost, and nobody ever reads what was not for them.

About 20 seconds with what is set up, everybody as fast as they can. ``AUGENMASS_CONFERENCE_SECONDS`` makes it longer (``script/test --full``
does); from a minute on everybody keeps the rhythm of the page, which asks every two seconds, and writes every tenth time.
Somebody who takes no part opens pages beside it; ``pytest -s`` prints how long they waited, ``script/bench conferences`` measures it.
"""

import os
import random
import re
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from statistics import quantiles
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit
from uuid import UUID, uuid4

import pytest

from augenmass.access.actor import Actor
from augenmass.access.reader import reading_for
from augenmass.conferences.actions.basing import Grounds
from augenmass.conferences.actions.giving import give_item
from augenmass.conferences.actions.holding import accept_statement
from augenmass.conferences.actions.seating import add_officer
from augenmass.conferences.models import Conference, Item, Release, Revision
from augenmass.conferences.tests.conftest import item_of, seat_key
from augenmass.conftest import MakeActor
from augenmass.directory.models import Body
from augenmass.record.verify import verify

if TYPE_CHECKING:
    from django.test import Client

pytestmark = [pytest.mark.pg, pytest.mark.django_db(transaction=True)]
PEOPLE, DECISIONS, LONGEST = 12, 8, 3600
SECONDS = float(os.environ.get("AUGENMASS_CONFERENCE_SECONDS", "8"))
PAUSE = 2.0 if SECONDS >= 60 else 0.0
CUT = 0.25
MARK = re.compile(r"Angabe M(\d+)x")
ROLES = ("caseworker", "police_liaison", "youth_welfare")


@dataclass
class Table:
    """What everybody knows of the test: who may read which mark, what was confirmed, what went wrong."""

    receivers: dict[int, set[int]] = field(default_factory=dict)
    items: dict[UUID, int] = field(default_factory=dict)
    words: dict[UUID, list[str]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    removed_at: float = float("inf")
    others: list[float] = field(default_factory=list)
    polls: int = 0
    conflicts: int = 0
    cuts: int = 0
    lock: Lock = field(default_factory=Lock)

    def mark(self, readers: set[int]) -> int:
        """A new mark, known before anything of it is sent."""
        with self.lock:
            number = len(self.receivers) + 1
            self.receivers[number] = readers
        return number


class Person:
    """One participant with a weak line: some requests are cut off, in the middle or before the answer, and sent again."""

    def __init__(self, number: int, base: str, session: str, table: Table) -> None:
        self.number, self.table = number, table
        self.chance = random.Random(number)
        self.place = urlsplit(base)
        self.shows = "nichts"
        """The mark of what the person's page shows."""
        self.cookies = {"sessionid": session, "csrftoken": "a" * 32}

    def ask(self, path: str, sent: list[tuple[str, str]] | None = None, *, cut: bool = False) -> tuple[int, str]:
        """Status and text; (0, "") where the line was cut."""
        begun = time.monotonic()
        line = HTTPConnection(self.place.hostname or "", self.place.port, timeout=30)
        try:
            body = urlencode([*sent, ("csrfmiddlewaretoken", self.cookies["csrftoken"])]) if sent is not None else ""
            head = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
            if sent is not None:
                head |= {"Content-Type": "application/x-www-form-urlencoded", "Content-Length": str(len(body))}
            line.putrequest("POST" if sent is not None else "GET", path)
            for name, value in head.items():
                line.putheader(name, value)
            half = cut and self.chance.random() < 0.5
            line.endheaders((body[: len(body) // 2] if half else body).encode())
            if cut:
                with self.table.lock:
                    self.table.cuts += 1
                return 0, ""
            answer = line.getresponse()
            text = answer.read().decode()
        except (HTTPException, OSError):
            return 0, ""
        finally:
            line.close()
        self._look(text, begun)
        return answer.status, text

    def until_answered(self, path: str, sent: list[tuple[str, str]]) -> tuple[int, str]:
        """Send a form again and again until an answer comes through."""
        while True:
            status, text = self.ask(path, sent, cut=self.chance.random() < CUT)
            if status:
                return status, text

    def _look(self, text: str, begun: float) -> None:
        """Every answer is read for marks that are not for this person."""
        for number in map(int, MARK.findall(text)):
            gone = self.number == PEOPLE - 1 and begun > self.table.removed_at
            if self.number not in self.table.receivers[number] or gone:
                self.table.wrong.append(f"person {self.number} read mark {number}")


@pytest.fixture
def people(meeting: Conference, actor: Actor, make_actor: MakeActor, police: Actor, youth: Actor) -> list[Actor]:
    """Twelve, of three bodies; the first leads."""
    bodies = (actor.body, police.body, youth.body)
    found = [actor]
    for number in range(1, PEOPLE):
        place = number % len(bodies)
        found.append(make_actor(f"person-{number}", bodies[place], ROLES[place]))
    for one in found[1:]:
        with reading_for(actor):
            add_officer(actor, meeting.key, one.account_id, one.body_id)
        with reading_for(one):
            accept_statement(one, meeting.key)
    return found


def test_nothing_confirmed_is_lost_and_nobody_reads_what_is_not_for_them(
    live_server: Any,
    client_of: Callable[[Actor], "Client"],
    meeting: Conference,
    people: list[Actor],
    make_actor: MakeActor,
    body: Body,
) -> None:
    table, keys = Table(), [seat_key(meeting, one) for one in people]
    with reading_for(people[0]):
        decisions = [
            give_item(
                people[0],
                meeting.key,
                item_of(kind="decision", text=f"Entscheidung {number}", data_class="none"),
                Grounds(tuple(keys[1:])),
            ).key
            for number in range(DECISIONS)
        ]
    sessions = [client_of(one).cookies["sessionid"].value for one in people]
    sitting = [Person(number, live_server.url, session, table) for number, session in enumerate(sessions)]
    ends = time.monotonic() + SECONDS
    threads = [Thread(target=_take_part, args=(person, meeting.key, keys, decisions, ends)) for person in sitting]
    outside = client_of(make_actor("sonst", body, "caseworker")).cookies["sessionid"].value
    threads.append(Thread(target=_look_elsewhere, args=(Person(PEOPLE, live_server.url, outside, table), ends)))
    for thread in threads:
        thread.start()
    time.sleep(SECONDS / 2)
    _remove(sitting[0], meeting.key, keys[-1])
    for thread in threads:
        thread.join(timeout=120)
    assert table.wrong == []
    sys.stdout.write(_figures(table))
    assert min(table.polls, table.conflicts, table.cuts, len(table.items)) > 0, table
    _nothing_is_lost(meeting, table)
    assert list(verify()) == []


def _take_part(person: Person, meeting: UUID, keys: list[UUID], decisions: list[UUID], ends: float) -> None:
    at = f"/fallkonferenzen/{meeting}/sitzung/"
    try:
        while time.monotonic() < ends and not (
            person.number == PEOPLE - 1 and time.monotonic() > person.table.removed_at
        ):
            time.sleep(person.chance.uniform(0, 2 * PAUSE))
            polls = 18 if PAUSE else 2
            person.chance.choice((*[_poll] * polls, _tell, _decide))(person, at, keys, decisions)
    except Exception as error:  # noqa: BLE001  the thread must not fail unseen
        person.table.wrong.append(f"person {person.number}: {error!r}")


def _look_elsewhere(person: Person, ends: float) -> None:
    """Open pages that have nothing to do with the conference, which this person does not see."""
    while time.monotonic() < ends:
        for path in ("/", "/faelle/", "/fallkonferenzen/"):
            begun = time.monotonic()
            status, _text = person.ask(path)
            person.table.others.append(time.monotonic() - begun)
            if status != 200:
                person.table.wrong.append(f"elsewhere: {path} {status}")
            time.sleep(PAUSE or 0.2)


def _figures(table: Table) -> str:
    late = quantiles(table.others, n=20)
    said = f"{len(table.items)} items, {sum(map(len, table.words.values()))} words, {table.conflicts} conflicts, {table.cuts} cuts, {table.polls} polls"
    return f"\n{SECONDS:.0f} s: {said}; pages of others {late[9] * 1000:.0f} ms, 95 % {late[18] * 1000:.0f} ms ({len(table.others)})"


def _poll(person: Person, at: str, _keys: list[UUID], _decisions: list[UUID]) -> None:
    """Ask for what is new, as the open page does with the mark of what it shows; without a rhythm for everything, and the page too."""
    status, news = person.ask(f"{at}stand/?stand={person.shows}", cut=person.chance.random() < CUT)
    if PAUSE and status == 200:
        person.shows = news.partition("stand=")[2].partition('"')[0]
    elif not PAUSE:
        person.ask(at)
    person.table.polls += 1


def _tell(person: Person, at: str, keys: list[UUID], _decisions: list[UUID]) -> None:
    """Tell some of the others something; the last one is left out, whose seat ends."""
    others = [number for number in range(PEOPLE - 1) if number != person.number]
    to = person.chance.sample(others, person.chance.randint(1, 4))
    mark, key = person.table.mark({*to, person.number}), uuid4()
    sent = [
        ("key", str(key)),
        ("item_kind", "information"),
        ("item_text", f"Angabe M{mark}x"),
        ("item_nature", "fact"),
        ("item_class", "none"),
        ("item_purpose", "residence_law"),
        *(("receivers", str(keys[number])) for number in to),
    ]
    status, text = person.until_answered(f"{at}neu/", sent)
    if status == 302:
        with person.table.lock:
            person.table.items[key] = mark
    elif time.monotonic() < person.table.removed_at or person.number != PEOPLE - 1:
        person.table.wrong.append(f"telling: {status} {text[:200]}")


def _decide(person: Person, _at: str, _keys: list[UUID], decisions: list[UUID]) -> None:
    """Add a word to a decision; where somebody was quicker, put both texts together and save again."""
    decision = person.chance.choice(decisions)
    path, word = f"/fallkonferenzen/angabe/{decision}/", f"w{person.number}-{uuid4().hex[:4]}"
    status, page = person.ask(path)
    while status in (200, 409):
        standing = _field(page, "andere-fassung") if status == 409 else _typed(page)
        if len(standing) > LONGEST:
            return
        sent = [("key", str(uuid4())), ("seen", _seen(page)), ("item_text", f"{standing} {word}")]
        status, page = person.until_answered(path, sent)
        person.table.conflicts += status == 409
    if status == 302:
        with person.table.lock:
            person.table.words.setdefault(decision, []).append(word)


def _seen(page: str) -> str:
    found = re.search(r'name="seen" value="(\d+)"', page)
    assert found is not None
    return found[1]


def _typed(page: str) -> str:
    found = re.search(r"<textarea[^>]*>\s*(.*?)</textarea>", page, re.DOTALL)
    assert found is not None
    return found[1].strip()


def _field(page: str, name: str) -> str:
    found = re.search(rf'id="{name}".*?<p>(.*?)</p>', page, re.DOTALL)
    assert found is not None
    return found[1].strip()


def _remove(chair: Person, meeting: UUID, key: UUID) -> None:
    status, text = chair.until_answered(f"/fallkonferenzen/{meeting}/tun/entfernen/", [("item", str(key))])
    assert status in (302, 422), text[:200]
    chair.table.removed_at = time.monotonic()


def _nothing_is_lost(meeting: Conference, table: Table) -> None:
    told = Item.objects.filter(conference=meeting, kind="information")
    assert set(told.values_list("key", flat=True)) >= set(table.items), "every confirmed item is there"
    texts = list(told.values_list("text", flat=True))
    assert len(texts) == len(set(texts)), "none is there twice"
    for key, mark in table.items.items():
        item = Item.objects.get(key=key)
        assert item.text == f"Angabe M{mark}x"
        assert Release.objects.filter(item=item).count() == len(table.receivers[mark]) - 1
    for key, words in table.words.items():
        decision = Item.objects.get(key=key)
        missing = [word for word in words if word not in decision.text]
        assert missing == []
        numbers = list(Revision.objects.filter(item=decision).values_list("version", flat=True))
        assert numbers == list(range(1, decision.version + 1)), "no version is left out"
