"""Writing the record: one transaction, the cases locked by id, the chain's head last.

    with entry(actor, "fact.established", case_id=7) as e:
        e.establish("passport_held", "yes", source_id=source.id)

Everything that an entry writes is named in its digest; the entry is linked into the chain when the block ends. An
exception inside the block rolls everything back.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from django.db import connection, transaction

from augenmass.law.time import now
from augenmass.record.bulk import insert_rows, new_row, reserve_ids, update_rows
from augenmass.record.models import Action, Case, ChainHead, Fact, Sealed
from augenmass.record.seal import action_digest, link, new_salt

reaches: list[Callable[[set[int]], Collection[int]]] = []
"""From rooms above: which other cases a change of these touches (a relative's legal position). Locked with them, or two actions
on two relatives would each wait for the other."""
seeing_every_case: Callable[[], AbstractContextManager[Any]] = nullcontext
"""From rooms above: a block in which the cases of every body are seen. Row security hides a relative's case that another body
works, and a row that is not seen is not locked: two bodies would compute its legal position at once."""

told_of_changes: "list[Callable[[Collection[Entry]], None]]" = []
"""From rooms above: what it means elsewhere that facts were closed or disputed. Called with the entries that did so, before they are linked."""


class Who(Protocol):
    """Who acts: ids of the account and of the body it acts for; None for the installation itself."""

    @property
    def account_id(self) -> int | None: ...

    @property
    def body_id(self) -> int | None: ...

    @property
    def reads_only(self) -> bool: ...

    @property
    def program(self) -> str:
        """Public part of the token when a program acts in the account's name, else empty."""


class ReadsOnly(Exception):
    """Somebody who may only look tried to write; no action gets this far unless it forgot to ask for a right."""


@dataclass(frozen=True, slots=True)
class System:
    """The installation itself, for what the clock or the worker does."""

    account_id: int | None = None
    body_id: int | None = None
    reads_only: bool = False
    program: str = ""


@dataclass(slots=True)
class Entry:
    """One action in the making."""

    book: "Book"
    action_id: int
    kind: str
    case: Case | None
    references: dict[str, Any] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    digests: list[bytes] = field(default_factory=list)
    sealed: list[Sealed] = field(default_factory=list)

    def establish(
        self,
        name: str,
        value: str,
        *,
        source_id: int,
        true_from: date | None = None,
        true_to: date | None = None,
        evidence_id: int | None = None,
        note: str = "",
        replaces_id: int | None = None,
    ) -> Fact:
        """Write a fact (canonical value). With ``replaces_id`` the older row is closed and kept. Its id is set when the book flushes."""
        if self.case is None:
            raise ValueError("a fact belongs to a case")
        fact = new_row(
            Fact,
            case_id=self.case.pk,
            name=name,
            value=value,
            true_from=true_from,
            true_to=true_to,
            known_at=self.book.at,
            source_id=source_id,
            author_id=self.book.who.account_id,
            evidence_id=evidence_id,
            note=note,
            replaces_id=replaces_id,
            action_id=self.action_id,
        )
        self.facts.append(fact)
        if replaces_id is not None:
            self.close([replaces_id])
        return fact

    def close(self, fact_ids: Iterable[int]) -> None:
        """Close facts: they were replaced or withdrawn, and stay readable."""
        self.references.setdefault("closes", []).extend(fact_ids)

    def dispute(self, fact_id: int) -> None:
        """Mark a fact as disputed: the law treats it as not established until it is corrected or confirmed."""
        self.references.setdefault("disputes", []).append(fact_id)

    @property
    def changed_facts(self) -> frozenset[int]:
        """Ids of the facts that this action closed or disputed."""
        return frozenset([*self.references.get("closes", ()), *self.references.get("disputes", ())])

    def seal(self, row: Sealed) -> None:
        """Save a sealed row of another kind (document, note, letter …) as part of this action."""
        row.action_id = self.action_id
        row.salt = new_salt()
        if row.pk is None:
            [row.pk] = reserve_ids(type(row), 1)
        row.digest = row.compute_digest()
        row.save(force_insert=True)
        self.digests.append(bytes(row.digest))

    def seal_later(self, row: Sealed) -> None:
        """Seal a row whose id nobody needs before the book flushes; rows of one table are then written together."""
        self.sealed.append(row)

    def refer(self, **ids: object) -> None:
        """Name rows that the action is about (ids and words of the vocabulary, never content)."""
        self.references.update(ids)


@dataclass(slots=True)
class Book:
    """All entries of one transaction."""

    who: Who
    at: datetime
    entries: list[Entry] = field(default_factory=list)
    cases: dict[int, Case] = field(default_factory=dict)
    reserved: list[int] = field(default_factory=list)

    def lock(self, case_ids: Iterable[int], of_any_body: bool = False) -> None:
        """Lock cases, and those that a change of them reaches, in the order of their ids (one call a book, before anything is written).

        A case that left the actor's body while its lock was awaited is not in ``cases``: whoever checked before that it may be
        written would write to a case of another body. The keys of cases never change, so rows of other tables that name a case are
        written meanwhile.
        """
        asked = set(case_ids)
        if not asked:
            return
        reached = asked | _reached(asked)
        while more := self._lock(asked, reached, of_any_body):
            reached |= more

    def _lock(self, asked: set[int], reached: set[int], of_any_body: bool) -> set[int]:
        """Lock these rows; gives them back, and says which are missing, when others came within reach while the locks were awaited."""
        with seeing_every_case(), transaction.atomic():
            for case in Case.objects.select_for_update(no_key=True).filter(pk__in=reached).order_by("pk"):
                if case.pk in asked and (of_any_body or self.who.body_id in (None, case.body_id)):
                    self.cases[case.pk] = case
            # Where a transaction that writes is alone (SQLite), nothing changed since.
            more = _reached(asked) - reached if connection.features.has_select_for_update else set()
            if more:
                self.cases.clear()
                transaction.set_rollback(True)
            return more

    def case(self, case_id: int) -> Case:
        """A locked case. Raises ``Case.DoesNotExist`` when it left the actor's body meanwhile."""
        if case_id not in self.cases:
            raise Case.DoesNotExist
        return self.cases[case_id]

    def entry(self, kind: str, case: Case | None = None) -> Entry:
        """Begin an action on a locked or newly made case."""
        if case is not None:
            self.cases.setdefault(case.pk, case)
        if not self.reserved:
            self.reserve(1)
        made = Entry(book=self, action_id=self.reserved.pop(0), kind=kind, case=case)
        if self.who.program:
            made.refer(program=self.who.program)
        self.entries.append(made)
        return made

    def reserve(self, entries: int) -> None:
        """Fetch the ids of that many coming entries in one go."""
        self.reserved.extend(reserve_ids(Action, entries))

    def flush(self) -> None:
        """Write the facts and sealed rows of all entries, and close what they replace."""
        facts = [fact for made in self.entries for fact in made.facts if fact.pk is None]
        for fact, pk in zip(facts, reserve_ids(Fact, len(facts)), strict=True):
            fact.pk = pk
            fact.salt = new_salt()
            fact.digest = fact.compute_digest()
        insert_rows(Fact, facts)
        for made in self.entries:
            made.digests.extend(bytes(fact.digest) for fact in made.facts)
            made.facts.clear()
            _mark(made)
        self._flush_sealed()

    def _flush_sealed(self) -> None:
        by_table: dict[type[Sealed], list[tuple[Entry, Sealed]]] = {}
        for made in self.entries:
            for row in made.sealed:
                by_table.setdefault(type(row), []).append((made, row))
            made.sealed.clear()
        for table, pairs in by_table.items():
            for (made, row), pk in zip(pairs, reserve_ids(table, len(pairs)), strict=True):
                row.pk, row.action_id, row.salt = pk, made.action_id, new_salt()
                row.digest = row.compute_digest()
                made.digests.append(bytes(row.digest))
            insert_rows(table, [row for _made, row in pairs])

    def finish(self) -> None:
        """Flush, raise the versions of the cases that were written to, link the actions into the chain."""
        self.flush()
        changing = [made for made in self.entries if made.changed_facts]
        for tell in told_of_changes if changing else ():
            tell(changing)
        touched = {made.case.pk: made.case for made in self.entries if made.case is not None}
        for case in touched.values():
            case.version += 1
        update_rows(Case, list(touched.values()), ["version"])
        actions = [_sealed_action(self, made) for made in self.entries]
        head = _locked_head()
        chain = bytes(head.chain)
        for offset, action in enumerate(actions, start=1):
            action.sequence = head.sequence + offset
            chain = link(chain, bytes(action.digest))
            action.chain = chain
        insert_rows(Action, actions)
        ChainHead.objects.filter(pk=head.pk).update(sequence=head.sequence + len(actions), chain=chain)


def _reached(asked: set[int]) -> set[int]:
    return set().union(*(reach(asked) for reach in reaches))


def _mark(made: Entry) -> None:
    closes = made.references.get("closes", [])
    disputes = made.references.get("disputes", [])
    if closes:
        Fact.objects.filter(pk__in=closes, closed_by=None).update(closed_by=made.action_id, closed_at=made.book.at)
    if disputes:
        Fact.objects.filter(pk__in=disputes).update(disputed_by=made.action_id)


def action_content(action: Action) -> list[Any]:
    """The columns of an action under its digest."""
    return [action.pk, action.kind, action.case_id, action.actor_id, action.body_id, action.at, action.references]


def _sealed_action(book: Book, made: Entry) -> Action:
    action = Action(
        pk=made.action_id,
        kind=made.kind,
        case_id=made.case.pk if made.case else None,
        actor_id=book.who.account_id,
        body_id=book.who.body_id,
        at=book.at,
        references=made.references,
        salt=new_salt(),
    )
    action.digest = action_digest(bytes(action.salt), action_content(action), made.digests)
    return action


def _locked_head() -> ChainHead:
    head = ChainHead.objects.select_for_update().order_by("pk").first()
    return head or ChainHead.objects.create(pk=1)


@contextmanager
def book(who: Who, case_ids: Iterable[int] = (), of_any_body: bool = False) -> Iterator[Book]:
    """Open the transaction, lock the cases, yield a book, and link its actions at the end.

    ``of_any_body``: also cases of bodies that ``who`` does not act for (answering a referral). Raises ``ReadsOnly``.
    """
    if who.reads_only:
        raise ReadsOnly
    with transaction.atomic():
        opened = Book(who=who, at=now())
        opened.lock(case_ids, of_any_body)
        yield opened
        opened.finish()


@contextmanager
def entry(who: Who, kind: str, case_id: int | None = None, of_any_body: bool = False) -> Iterator[Entry]:
    """One action on one case (or none). Raises ``Case.DoesNotExist`` when the case left the actor's body meanwhile."""
    with book(who, [case_id] if case_id is not None else [], of_any_body) as opened:
        yield opened.entry(kind, opened.case(case_id) if case_id is not None else None)
