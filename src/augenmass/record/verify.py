"""Checking the record against itself: every sealed row, every action, every link of the chain.

Two walks, both with constant memory. The first goes through the actions by id, in windows, together with everything they
wrote; the second follows the chain by sequence. Findings name a row by table and id and never quote its content.

What this proves: whoever changes a row afterwards must recompute its action and every later link. Somebody who can write
to the database can do that; only a head lodged elsewhere (``expect``) shows it.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TypeVar

from django.apps import apps
from django.db import connection, transaction
from django.db.models import Max, Q

from augenmass.record.erasure import ACTION, SEAL, line_of, seal_of
from augenmass.record.ledger import action_content
from augenmass.record.models import Action, ChainHead, ErasedRow, Fact, Sealed
from augenmass.record.seal import digest_of, link, sealed_together

WINDOW = 1_000
"""Actions looked at together; an import writes some thirty facts an action."""
READ = 2_000
"""Rows fetched at once."""
FACT = Fact._meta.label_lower


@dataclass(frozen=True, slots=True)
class Broken:
    """One row that does not fit: table, id, and what is wrong in a sentence without content."""

    model: str
    id: int | None
    what: str

    def __str__(self) -> str:
        return f"{self.model} {'' if self.id is None else self.id}: {self.what}"


@dataclass(frozen=True, slots=True)
class Lodged:
    """A head that was lodged elsewhere: the chain must still run through it."""

    sequence: int
    chain: bytes

    @classmethod
    def parse(cls, text: str) -> "Lodged":
        """``SEQ:HEX`` as ``head()`` prints it. Raises ``ValueError``."""
        sequence, _separator, digits = text.partition(":")
        chain = bytes.fromhex(digits)
        if len(chain) != 32:
            raise ValueError("Ein hinterlegter Stand hat die Form FOLGENUMMER:64 HEXADEZIMALZIFFERN.")
        return cls(int(sequence), chain)


@dataclass(slots=True)
class Counted:
    """What a verification went through."""

    actions: int = 0
    rows: int = 0
    erased: int = 0
    """Rows of which only the digest is left."""
    head: str = ""


Row = TypeVar("Row")
Progress = Callable[[Counted], None]


def head() -> str:
    """The newest link as ``SEQ:HEX``, to be lodged with a second party."""
    newest = ChainHead.objects.order_by("pk").first()
    return f"{newest.sequence}:{bytes(newest.chain).hex()}" if newest else f"0:{bytes(32).hex()}"


def sealed_models() -> list[type[Sealed]]:
    """Every table whose rows stand in the chain, by name."""
    found = [model for model in apps.get_models() if issubclass(model, Sealed)]
    return sorted(found, key=lambda model: model._meta.label)


def verify(
    expect: Lodged | None = None, counted: Counted | None = None, progress: Progress | None = None
) -> Iterator[Broken]:
    """Walk the record and yield what does not fit; nothing is yielded when it is whole."""
    counted = counted if counted is not None else Counted()
    with _snapshot():
        counted.head = head()
        yield from _walk_actions(counted, progress)
        yield from _rows_without_action()
        yield from _walk_chain(expect)


@contextmanager
def _snapshot() -> Iterator[None]:
    """One state of the database for the whole walk, without keeping writers out."""
    if connection.in_atomic_block:
        yield
        return
    if connection.vendor == "postgresql":
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ROLLBACK")


def _walk_actions(counted: Counted, progress: Progress | None) -> Iterator[Broken]:
    last = 0
    while True:
        window = list(Action.objects.filter(pk__gt=last).order_by("pk")[:WINDOW])
        if not window:
            return
        first, last = last + 1, window[-1].pk
        written: dict[int, list[bytes]] = {action.pk: [] for action in window}
        for model in sealed_models():
            yield from _sealed_rows(model, first, last, written, counted)
        yield from _erased_rows(first, last, written, counted)
        for action in window:
            if sealed_together(_own_digest(action), written[action.pk]) != bytes(action.digest):
                yield Broken(
                    "record.Action",
                    action.pk,
                    "passt nicht zu ihrer Prüfsumme: Sie oder eine von ihr geschriebene Zeile wurde geändert, entfernt "
                    "oder hinzugefügt.",
                )
        yield from _marks_named(window, "closes", "closed_by_id")
        yield from _marks_named(window, "disputes", "disputed_by_id")
        yield from _marks_held(first, last)
        yield from _erasures(window)
        counted.actions += len(window)
        if progress:
            progress(counted)


def _sealed_rows(
    model: type[Sealed], first: int, last: int, written: dict[int, list[bytes]], counted: Counted
) -> Iterator[Broken]:
    """Recompute the rows that the window's actions wrote; their stored digests are added to ``written``."""
    label = model._meta.label_lower
    rows = model._base_manager.filter(_written_by(first, last)).order_by("pk")
    for pk, action_id, erased_by, salt, digest, *content in rows.values_list(
        "pk", "action_id", "erased_by_id", "salt", "digest", *model.SEALED
    ).iterator(READ):
        counted.rows += 1
        stored = bytes(digest)
        if action_id in written:
            written[action_id].append(stored)
        else:
            yield Broken(model._meta.label, pk, "gehört zu keiner Handlung: Die Zeile wurde eingefügt.")
        if digest_of(bytes(salt), [label, *content]) != stored and not _erased_in_place(erased_by, label, pk):
            yield Broken(model._meta.label, pk, "passt nicht zu ihrer Prüfsumme: Der Inhalt wurde geändert.")


def _erased_in_place(action_id: int | None, label: str, pk: int) -> bool:
    """Whether the action that a row names as its erasure says the same of the row."""
    action = Action.objects.filter(pk=action_id).first() if action_id is not None else None
    return action is not None and pk in action.references.get("erases", {}).get(label, [])


def _own_digest(action: Action) -> bytes:
    """What the columns of an action give; of an erased one what they gave."""
    if action.erased_by_id is not None and not action.salt and action.content_digest is not None:
        return bytes(action.content_digest)
    return digest_of(bytes(action.salt), action_content(action))


def _erased_rows(first: int, last: int, written: dict[int, list[bytes]], counted: Counted) -> Iterator[Broken]:
    """Digests that rows of the window left when they were erased; they belong to their actions as before."""
    left = ErasedRow.objects.filter(_written_by(first, last)).order_by("pk")
    for label, row, action_id, digest in left.values_list("label", "row", "action_id", "digest").iterator(READ):
        counted.erased += 1
        if action_id in written:
            written[action_id].append(bytes(digest))
        else:
            yield Broken(label, row, "gehört zu keiner Handlung: Die gelöschte Zeile wurde eingefügt.")


def _erasures(window: list[Action]) -> Iterator[Broken]:
    """What is gone by the window's actions, against what their seals say; what names an action as its erasure that sealed nothing."""
    lines: dict[int, list[str]] = {action.pk: [] for action in window}
    rows = ErasedRow.objects.filter(erased_by__in=lines).values_list("erased_by_id", "label", "row", "digest")
    actions = Action.objects.filter(erased_by__in=lines).values_list("erased_by_id", "pk", "digest")
    for erased_by, label, row, digest in rows.iterator(READ):
        lines[erased_by].append(line_of(label, row, bytes(digest)))
    for erased_by, pk, digest in actions.iterator(READ):
        lines[erased_by].append(line_of(ACTION, pk, bytes(digest)))
    for action in window:
        said = action.references.get(SEAL)
        if said is None and lines[action.pk]:
            yield Broken("record.Action", action.pk, "soll Zeilen gelöscht haben, sagt davon aber nichts.")
        elif said is not None and said != seal_of(lines[action.pk]):
            yield Broken("record.Action", action.pk, "hat anderes gelöscht, als jetzt als gelöscht gilt.")


def _rows_without_action() -> Iterator[Broken]:
    """Rows that name an action beyond the last one (inside the walk the others are found by their window)."""
    last = Action.objects.aggregate(last=Max("pk"))["last"] or 0
    for model in sealed_models():
        beyond = model._base_manager.filter(action_id__gt=last).order_by("pk").values_list("pk", flat=True)
        for pk in beyond.iterator(READ):
            yield Broken(model._meta.label, pk, "gehört zu keiner Handlung: Die Zeile wurde eingefügt.")
    left = ErasedRow.objects.filter(Q(action_id__gt=last) | Q(erased_by_id__gt=last)).order_by("pk")
    for label, row in left.values_list("label", "row").iterator(READ):
        yield Broken(label, row, "gilt als gelöscht, doch die Handlung dazu gibt es nicht.")
    for pk in Action.objects.filter(erased_by_id__gt=last).order_by("pk").values_list("pk", flat=True).iterator(READ):
        yield Broken("record.Action", pk, "gilt als gelöscht, doch die Handlung dazu gibt es nicht.")


def _marks_named(window: list[Action], key: str, column: str) -> Iterator[Broken]:
    """Facts that the window's actions say they closed or disputed, against what the facts say."""
    named = sorted((fact, action.pk) for action in window for fact in action.references.get(key, []))
    for part in _parts(named, READ):
        marked = dict(Fact.objects.filter(pk__in=[fact for fact, _action in part]).values_list("pk", column))
        missing = [fact for fact, _action in part if fact not in marked]
        erased = set(ErasedRow.objects.filter(label=FACT, row__in=missing).values_list("row", flat=True))
        for fact, action_id in part:
            if fact in erased:
                continue
            if fact not in marked:
                yield Broken("record.Fact", fact, f"fehlt, obwohl die Handlung {action_id} sich auf ihn bezieht.")
            elif marked[fact] != action_id and not _names(marked[fact], fact, key):
                yield Broken("record.Fact", fact, f"nennt in {column} nicht die Handlung {action_id}, die ihn betraf.")


def _names(action_id: int | None, fact: int, key: str) -> bool:
    """Whether an action names the fact (a fact can be disputed twice; the later action stands in its column)."""
    action = Action.objects.filter(pk=action_id).first() if action_id is not None else None
    return action is not None and fact in action.references.get(key, [])


def _marks_held(first: int, last: int) -> Iterator[Broken]:
    """What the window's facts say of closing and dispute, against the actions they name."""
    rows = Fact.objects.filter(_written_by(first, last)).exclude(closed_by=None, closed_at=None, disputed_by=None)
    held = rows.order_by("pk").values_list("pk", "closed_by_id", "closed_at", "disputed_by_id")
    for part in _parts(held.iterator(READ), READ):
        wanted = {action for _fact, closed, _at, disputed in part for action in (closed, disputed) if action}
        actions = Action.objects.in_bulk(wanted)
        for fact, closed_by, closed_at, disputed_by in part:
            for key, action_id in (("closes", closed_by), ("disputes", disputed_by)):
                if action_id and (action_id not in actions or fact not in actions[action_id].references.get(key, [])):
                    yield Broken("record.Fact", fact, f"nennt die Handlung {action_id}, die davon nichts weiß ({key}).")
            if closed_at != (actions[closed_by].at if closed_by in actions else None):
                yield Broken("record.Fact", fact, "nennt eine andere Zeit der Ablösung als die Handlung.")


def _written_by(first: int, last: int) -> Q:
    return Q(action_id__gte=first, action_id__lte=last)


def _walk_chain(expect: Lodged | None) -> Iterator[Broken]:
    chain, sequence = bytes(32), 0
    lodged_seen = expect is None or (expect.sequence == 0 and expect.chain == chain)
    links = Action.objects.order_by("sequence").values_list("pk", "sequence", "digest", "chain")
    for pk, number, digest, stored in links.iterator(READ):
        if number != sequence + 1:
            yield Broken("record.Action", pk, f"hat die Folgenummer {number}, erwartet wurde {sequence + 1}.")
        computed = link(chain, bytes(digest))
        if computed != bytes(stored):
            yield Broken("record.Action", pk, "hängt nicht an der Handlung vor ihr: Die Kette ist hier gebrochen.")
        # From here on the stored link counts, so that one break is one finding.
        chain, sequence = bytes(stored), number
        if expect is not None and number == expect.sequence:
            lodged_seen = True
            if chain != expect.chain:
                yield Broken("record.Action", pk, "weicht vom hinterlegten Stand ab: Etwas davor wurde geändert.")
    if not lodged_seen and expect is not None:
        yield Broken(
            "record.ChainHead", None, f"Die Kette endet vor dem hinterlegten Stand {expect.sequence}: Das Ende fehlt."
        )
    yield from _head_fits(sequence, chain)


def _head_fits(sequence: int, chain: bytes) -> Iterator[Broken]:
    heads: list[Any] = list(ChainHead.objects.order_by("pk"))
    if not heads and sequence:
        yield Broken("record.ChainHead", None, "Der Kopf der Kette fehlt.")
    for extra in heads[1:]:
        yield Broken("record.ChainHead", extra.pk, "Es gibt mehr als einen Kopf der Kette.")
    if heads and (heads[0].sequence, bytes(heads[0].chain)) != (sequence, chain):
        yield Broken("record.ChainHead", heads[0].pk, "passt nicht zur letzten Handlung: Das Ende der Kette fehlt.")


def _parts(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    for _number, part in groupby(enumerate(rows), key=lambda pair: pair[0] // size):
        yield [row for _index, row in part]
