"""What a message carries, written from the facts that may go: German, as authorities write to each other."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from augenmass.law.facts import parse_value
from augenmass.law.norms.statutes import cite_text
from augenmass.law.time import day_of
from augenmass.law.transmission.catalogue import ROW_OF
from augenmass.law.transmission.duties import Duty
from augenmass.law.transmission.vocabulary import ENQUIRY
from augenmass.law.vocabulary import VOCABULARY
from augenmass.law.words import value_text
from augenmass.record.models import Fact
from augenmass.transmissions.rules.enquiring import Answered, HeldFact
from augenmass.transmissions.rules.kinds import PersonCategory, Regime
from augenmass.transmissions.rules.message import Asked, Basis, Content, DutyLine, Item


class Worded(Protocol):
    """What brings the words of a message: a letter, or the sentence of an answer."""

    @property
    def wording(self) -> str: ...


class Composed(Protocol):
    """What was put together, as far as it travels."""

    @property
    def purpose(self) -> str: ...

    @property
    def occasion(self) -> str: ...

    @property
    def person_category(self) -> str: ...

    @property
    def asks(self) -> Iterable[str]: ...


def held_facts(rows: Iterable[Fact], on: date) -> list[HeldFact]:
    """The rows that hold on a day, as they could travel; names that the vocabulary no longer has never do."""
    return [
        HeldFact(
            id=row.pk,
            name=row.name,
            value=row.value,
            known_on=day_of(row.known_at),
            true_from=row.true_from,
            true_to=row.true_to,
            disputed=row.disputed_by_id is not None,
        )
        for row in rows
        if row.name in VOCABULARY
        and (row.true_from is None or row.true_from <= on)
        and (row.true_to is None or on <= row.true_to)
    ]


def content_of(
    asked: Composed,
    facts: Iterable[HeldFact],
    answered: Answered | None,
    duties: Iterable[Duty],
    *,
    wording: Worded | None = None,
    answer_by: date | None = None,
) -> Content:
    """The content of a message: exactly these facts, with purpose, provisions and duties."""
    facts = list(facts)
    carried = answered.carried({fact.data_class for fact in facts}) if answered is not None else {}
    return Content(
        purpose=asked.purpose,
        purpose_text=purpose_label(asked.purpose),
        occasion=asked.occasion or None,
        regime=answered.regime if answered is not None else Regime.GDPR,
        person_category=PersonCategory(asked.person_category) if asked.person_category else None,
        wording=wording.wording if wording is not None else None,
        basis=_basis(carried),
        duties=[DutyLine(kind=duty.kind, text=duty.de, citation=cite_text(duty.cite)) for duty in duties],  # type: ignore[arg-type]
        items=[item_of(fact) for fact in facts],
        asked=[Asked(name=name, label=VOCABULARY[name].de) for name in asked.asks],
        answer_by=answer_by,
    )


def item_of(fact: HeldFact) -> Item:
    """One fact as it travels."""
    declared = VOCABULARY[fact.name]
    return Item(
        name=fact.name,
        label=declared.de,
        data_class=fact.data_class,
        value=fact.value,
        text=text_of(fact.name, fact.value),
        true_from=fact.true_from,
        true_to=fact.true_to,
        known_on=fact.known_on,
        assessment=declared.assessment,
    )


def text_of(name: str, value: str) -> str:
    """A canonical value in German words."""
    declared = VOCABULARY[name]
    read = parse_value(declared, value)
    return value if read is None else value_text(declared, read, "de")


def purpose_label(purpose: str, english: bool = False) -> str:
    """A purpose in words; the key of one that the matrix no longer has."""
    found = next((choice for choice in ENQUIRY["purpose"].choices if choice.key == purpose), None)
    return purpose if found is None else found.en if english else found.de


def _basis(carried: dict[str, list[str]]) -> list[Basis]:
    by_provision: dict[str, list[str]] = {}
    for data_class, provisions in carried.items():
        for provision in provisions:
            by_provision.setdefault(provision, []).append(data_class)
    return [
        Basis(
            provision=provision,
            citation=cite_text(provision),
            modality=ROW_OF[provision].norm.modality.value,
            classes=classes,
        )
        for provision, classes in by_provision.items()
    ]
