"""A row of the matrix: one norm, written from who sends, who receives, what for and what; its worked examples follow from that."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from augenmass.law.language import Condition, all_of, any_of, assessment, fact, is_in
from augenmass.law.norm import Modality, Norm
from augenmass.law.norms.writing import EXAMPLE_DAY, norm
from augenmass.law.transmission.duties import Duty

Keys = tuple[str, ...]


class Way(TypedDict):
    """What several rows have in common."""

    senders: Keys
    receivers: Keys
    purposes: Keys
    classes: Keys


def way_of(*ways: tuple[Keys, Keys]) -> Condition:
    """Return the condition that sender and receiver stand in one of these ways: no sender reaches the receiver of another way."""
    return any_of(
        *(all_of(is_in("sender_kind", *senders), is_in("receiver_kind", *receivers)) for senders, receivers in ways)
    )


@dataclass(frozen=True, eq=False, slots=True)
class Row:
    """One norm of the matrix with what its condition names, so that pages and tests need not take the condition apart.

    A row is itself and no other: the catalogue holds each once.
    """

    norm: Norm
    senders: Keys
    receivers: Keys
    purposes: Keys
    classes: Keys
    occasions: Keys = ()
    duties: tuple[Duty, ...] = ()
    example: Mapping[str, str] | None = None


def row(
    id: str,
    words: tuple[str, str],
    modality: Modality,
    effect: tuple[str, str],
    *,
    senders: Keys,
    receivers: Keys,
    purposes: Keys,
    classes: Keys,
    occasions: Keys = (),
    needs: Keys = (),
    more: Condition | None = None,
    told: Mapping[str, str] | None = None,
    necessary: bool = True,
    duties: tuple[Duty, ...] = (),
    since: date | None = None,
    until: date | None = None,
    on: date = EXAMPLE_DAY,
    verified: bool = True,
) -> Row:
    """Return a row. ``needs``: yes/no facts that must all hold; ``more``: a further condition, for which ``told`` holds example facts.

    ``necessary``: whether the provision asks for necessity; then an officer must have affirmed it. A list of items that the provision
    closes is one of the ``needs`` (``only_named_items``). Raises ``KeyError`` when the unit of a verified norm has no hash.
    """
    parts = [
        is_in("sender_kind", *senders),
        is_in("receiver_kind", *receivers),
        is_in("purpose", *purposes),
        is_in("data_class", *classes),
    ]
    example = {
        "sender_kind": senders[0],
        "receiver_kind": receivers[0],
        "purpose": purposes[0],
        "data_class": classes[0],
    }
    if occasions:
        parts.append(is_in("occasion", *occasions))
        example["occasion"] = occasions[0]
    if necessary:
        parts.append(assessment("necessity_affirmed"))
        example["necessity_affirmed"] = "yes"
    for name in needs:
        parts.append(fact(name))
        example[name] = "yes"
    if more is not None:
        parts.append(more)
        example.update(told or {})
    open_fact = "necessity_affirmed" if necessary else needs[0] if needs else "occasion" if occasions else "purpose"
    written = norm(
        id,
        words,
        modality,
        all_of(*parts),
        effect=effect,
        yes=("Alle Voraussetzungen liegen vor", example),
        no=("Die Angaben macht die Person selbst, keine Stelle", {**example, "sender_kind": "person"}),
        unknown=("Eine Voraussetzung ist offen", {name: value for name, value in example.items() if name != open_fact}),
        decider="absendende Stelle",
        since=since,
        until=until,
        on=on,
        verified=verified,
    )
    return Row(written, senders, receivers, purposes, classes, occasions, duties, example)
