"""What taking a row would change in a case: facts of the source are renewed, entries of others are left alone."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Effect(StrEnum):
    """What happens to one fact."""

    NEW = "new"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Recorded:
    """A fact as the record has it: its row, its value, who said it, whether it still stands."""

    pk: int
    name: str
    value: str
    source_id: int
    standing: bool


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that the row says otherwise than the record.

    `KEPT` changes nothing: somebody else established another value, and an import never overrules a person.
    """

    name: str
    old: str | None
    new: str | None
    effect: Effect
    fact_id: int | None

    def to_json(self) -> list[str | int | None]:
        """The form in which a staged row keeps it."""
        return [self.name, self.old, self.new, self.effect.value, self.fact_id]


def compare(
    said: Mapping[str, str], asked: Collection[str], recorded: Iterable[Recorded], source_id: int
) -> list[Change]:
    """Compare what a row says with what the record holds, in the order of `asked`.

    `asked` are the facts that the file has a column for: one of them that the row no longer says is withdrawn when it
    came from this source. A value that a person withdrew is not written again until the source says something else.
    """
    standing: dict[str, Recorded] = {}
    withdrawn: dict[str, str] = {}
    for fact in sorted(recorded, key=lambda fact: fact.pk):
        if fact.standing:
            standing[fact.name] = fact
        elif fact.source_id == source_id:
            withdrawn[fact.name] = fact.value
    changes = (
        _change(name, said.get(name), standing.get(name), withdrawn.get(name), source_id)
        for name in dict.fromkeys([*asked, *said])
    )
    return [change for change in changes if change is not None]


def _change(name: str, new: str | None, held: Recorded | None, withdrawn: str | None, source_id: int) -> Change | None:
    if held is None:
        if new is None or new == withdrawn:
            return None
        return Change(name, None, new, Effect.NEW, None)
    if held.value == new:
        return None
    if held.source_id != source_id:
        return None if new is None else Change(name, held.value, new, Effect.KEPT, held.pk)
    effect = Effect.WITHDRAWN if new is None else Effect.REPLACED
    return Change(name, held.value, new, effect, held.pk)


def changes_anything(changes: Iterable[Change]) -> bool:
    """Whether taking the row would write anything."""
    return any(change.effect is not Effect.KEPT for change in changes)
