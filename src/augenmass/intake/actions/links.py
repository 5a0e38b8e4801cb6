"""Family links that a file names by file numbers, written in both directions."""

from collections.abc import Iterable, Mapping, Sequence

from augenmass.cases.models import OPPOSITE, FamilyLink
from augenmass.intake.models import StagedRow
from augenmass.intake.rules.problem import Problem
from augenmass.record.ledger import Book, Entry
from augenmass.record.models import Case, Fact

_RELATION = FamilyLink.Relation
_OF_RELATIVE = {
    "mother": _RELATION.PARENT,
    "father": _RELATION.PARENT,
    "spouse": _RELATION.SPOUSE,
    "guardian": _RELATION.GUARDIAN,
}
"""What the named person is of the person in the row."""
_ADDRESS = ("address_street", "address_postal_code")
Triple = tuple[int, int, str]


def link_families(
    opened: Book, rows: Sequence[StagedRow], cases: Mapping[str, Case], *, last: bool = False
) -> list[int]:
    """Write the links of taken rows whose other case exists; returns the ids of all cases that a link touches.

    Links whose other case is not there yet stay with the row for later; with `last` they become a note of the row.
    The cases must be locked in `opened`, and the facts of the rows flushed.
    """
    wanted: dict[Triple, tuple[Case, Case]] = {}
    for row in rows:
        own = cases.get(row.file_number)
        if own is None or row.outcome != StagedRow.Outcome.TAKEN:
            continue
        open_links = []
        for relation, number in row.said.get("links", []):
            other = cases.get(number)
            if other is None:
                open_links.append([relation, number])
                continue
            kind = _OF_RELATIVE[relation]
            wanted[other.pk, own.pk, kind] = (other, own)
            wanted[own.pk, other.pk, OPPOSITE[kind]] = (own, other)
        _keep_open(row, open_links, last=last)
    standing = _standing(wanted)
    missing = {triple: pair for triple, pair in wanted.items() if triple not in standing}
    homes = _homes({case_id for triple in missing for case_id in triple[:2]})
    entries: dict[int, Entry] = {}
    for (case_id, relative_id, relation), (case, _relative) in missing.items():
        made = entries.get(case_id) or opened.entry("import.family_linked", case)
        entries[case_id] = made
        here, there = homes.get(case_id), homes.get(relative_id)
        made.seal_later(
            FamilyLink(
                case=case,
                relative_id=relative_id,
                relation=relation,
                same_household=None if here is None or there is None else here == there,
            )
        )
    opened.flush()
    return sorted({case_id for triple in missing for case_id in triple[:2]})


def _keep_open(row: StagedRow, links: list[list[str]], *, last: bool) -> None:
    if last:
        row.notes = [*row.notes, *(Problem.of("link_not_found", cell=number).to_json() for _, number in links)]
        links = []
    row.said = {**row.said, "links": links}


def _standing(wanted: Iterable[Triple]) -> set[Triple]:
    ids = {triple[0] for triple in wanted}
    links = FamilyLink.objects.filter(case_id__in=ids, ended_by=None)
    return set(links.values_list("case_id", "relative_id", "relation"))


def _homes(case_ids: set[int]) -> dict[int, tuple[str, ...]]:
    """The registered address of each case that has one whole."""
    parts: dict[int, dict[str, str]] = {}
    rows = Fact.objects.filter(case_id__in=case_ids, name__in=_ADDRESS, closed_by=None)
    for case_id, name, value in rows.order_by("pk").values_list("case_id", "name", "value"):
        parts.setdefault(case_id, {})[name] = value.casefold()
    return {case_id: tuple(found[name] for name in _ADDRESS) for case_id, found in parts.items() if len(found) == 2}
