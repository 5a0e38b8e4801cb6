"""From the heads of a file to the names of the vocabulary: a proposal that a person can correct."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from augenmass.intake.rules.characters import comparable
from augenmass.intake.rules.problem import FileRefused
from augenmass.intake.rules.sheet import Header
from augenmass.intake.rules.targets import KEY, SPECIAL_COLUMNS
from augenmass.law.vocabulary.declaration import FactDeclaration

_SIMILAR = 0.86
_TOO_SHORT_TO_GUESS = 5


class Certainty(StrEnum):
    """How a column came to its target."""

    SAVED = "saved"
    KNOWN = "known"
    SIMILAR = "similar"
    CHOSEN = "chosen"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Column:
    """What becomes of one column.

    `target` is a name of the vocabulary or of `SPECIAL_COLUMNS`, empty for a column that is left out. The first column
    of a target gives the value; with `check` a further one only has to agree with it. `similar` targets are a guess:
    they are shown, and taken only after a person has looked at them.
    """

    header: Header
    target: str
    certainty: Certainty
    check: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """The mapping of a whole file."""

    columns: tuple[Column, ...]

    @property
    def values(self) -> tuple[Column, ...]:
        """The columns that give values, in the order of the file."""
        return tuple(column for column in self.columns if column.target and not column.check)

    @property
    def checks(self) -> tuple[Column, ...]:
        """The columns that only have to agree."""
        return tuple(column for column in self.columns if column.target and column.check)

    @property
    def left_out(self) -> tuple[Column, ...]:
        """The columns that nothing is taken from."""
        return tuple(column for column in self.columns if not column.target)

    def certain(self) -> "Plan":
        """The plan without guesses: what may be taken when nobody has looked at the mapping."""
        return Plan(
            tuple(
                replace(column, target="", check=False) if column.certainty is Certainty.SIMILAR else column
                for column in self.columns
            )
        )

    def require_key(self) -> None:
        """Raise `FileRefused` when no column gives the file number."""
        if all(column.target != KEY for column in self.values):
            raise FileRefused("key_column_missing")

    def to_json(self) -> list[dict[str, object]]:
        """The form in which a source keeps its mapping."""
        return [
            {
                "label": column.header.label,
                "target": column.target,
                "check": column.check,
                "certainty": column.certainty.value,
            }
            for column in self.columns
        ]


def propose(
    headers: Sequence[Header],
    vocabulary: Mapping[str, FactDeclaration],
    saved: Iterable[Mapping[str, object]] = (),
) -> Plan:
    """Propose a target for every column: first as saved for the source, then known heads, then similar ones.

    Two columns never share a target silently: a second known one becomes a check column, a second similar one is
    left out.
    """
    heads = _known_heads(vocabulary)
    kept = {comparable(str(entry["label"])): entry for entry in saved}
    columns = [_place(header, heads, kept, vocabulary) for header in headers]
    return Plan(tuple(_without_collisions(columns)))


def choose(headers: Sequence[Header], chosen: Mapping[int, str], vocabulary: Mapping[str, FactDeclaration]) -> Plan:
    """The plan that a person chose: column position -> target, empty for none.

    A second column of the same target becomes a check column. Raises `ValueError` for a target that does not exist.
    """
    columns = []
    for header in headers:
        target = chosen.get(header.position, "")
        if target and not is_target(target, vocabulary):
            raise ValueError(f"unknown target of a column: {target}")
        columns.append(Column(header, target, Certainty.CHOSEN if target else Certainty.NONE))
    return Plan(tuple(_without_collisions(columns)))


def restore(headers: Sequence[Header], kept: Sequence[Mapping[str, object]]) -> Plan:
    """The plan that `Plan.to_json` kept for the same file. Raises `ValueError` when the columns are not the same."""
    if [header.label for header in headers] != [entry["label"] for entry in kept]:
        raise ValueError("the file does not have the columns of its mapping")
    return Plan(
        tuple(
            Column(header, str(entry["target"]), Certainty.CHOSEN, bool(entry["check"]))
            for header, entry in zip(headers, kept, strict=True)
        )
    )


def is_target(name: str, vocabulary: Mapping[str, FactDeclaration]) -> bool:
    """Whether a column may be mapped to the name: recorded facts and special columns, never derived facts."""
    if name in SPECIAL_COLUMNS:
        return True
    declaration = vocabulary.get(name)
    return declaration is not None and not declaration.derived


def _known_heads(vocabulary: Mapping[str, FactDeclaration]) -> dict[str, str]:
    """Comparable head -> target. The heads of exports come before labels and names, whatever the order of facts."""
    heads: dict[str, str] = {}
    recorded = [declaration for declaration in vocabulary.values() if not declaration.derived]
    for declaration in recorded:
        for head in declaration.headers:
            heads.setdefault(comparable(head), declaration.name)
    for special in SPECIAL_COLUMNS.values():
        for head in (*special.headers, special.de, special.en, special.name):
            heads.setdefault(comparable(head), special.name)
    for declaration in recorded:
        for head in (declaration.de, declaration.en, declaration.name):
            heads.setdefault(comparable(head), declaration.name)
    heads.pop("", None)
    return heads


def _place(
    header: Header,
    heads: Mapping[str, str],
    kept: Mapping[str, Mapping[str, object]],
    vocabulary: Mapping[str, FactDeclaration],
) -> Column:
    saved = kept.get(comparable(header.label))
    if saved is not None:
        target = str(saved["target"])
        # A target that a later vocabulary no longer knows is proposed anew like a head that nobody has seen.
        if not target or is_target(target, vocabulary):
            return Column(header, target, Certainty.SAVED, bool(saved.get("check")))
    head = comparable(header.text)
    if head in heads:
        return Column(header, heads[head], Certainty.KNOWN)
    similar = _most_similar(head, heads)
    return Column(header, similar, Certainty.SIMILAR if similar else Certainty.NONE)


def _most_similar(head: str, heads: Mapping[str, str]) -> str:
    """The target of the only head that is similar enough; empty when none is or when two targets compete."""
    if len(head) < _TOO_SHORT_TO_GUESS:
        return ""
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(head)
    best: dict[str, float] = {}
    for known, target in heads.items():
        matcher.set_seq1(known)
        if matcher.real_quick_ratio() < _SIMILAR or matcher.quick_ratio() < _SIMILAR:
            continue
        ratio = matcher.ratio()
        if ratio >= _SIMILAR:
            best[target] = max(ratio, best.get(target, 0.0))
    ranked = sorted(best.items(), key=lambda item: -item[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < 0.03):
        return ""
    return ranked[0][0]


def _without_collisions(columns: Sequence[Column]) -> Iterable[Column]:
    firm = {column.target for column in columns if column.target and column.certainty is not Certainty.SIMILAR}
    seen: set[str] = set()
    for column in columns:
        guess = column.certainty is Certainty.SIMILAR
        if column.target and ((guess and column.target in firm | seen) or (guess and column.check)):
            yield replace(column, target="", certainty=Certainty.NONE, check=False)
            continue
        if column.target and column.check and column.target not in seen:
            column = replace(column, check=False)
        elif column.target and column.target in seen:
            column = replace(column, check=True)
        if column.target:
            seen.add(column.target)
        yield column
