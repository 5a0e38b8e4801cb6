"""What an answer out of the inbox may say beside its facts: sentences of a closed list, so that no free text carries what the matrix bars."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from augenmass.law.transmission.catalogue import ROWS
from augenmass.law.vocabulary import VOCABULARY
from augenmass.transmissions.rules.classes import class_of


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an answer. ``wording`` travels; ``with_facts``: facts go with it, and without any it says nothing."""

    id: str
    wording: str
    en: str
    with_facts: bool


_ALL = (
    Sentence(
        "facts",
        "Ihr Ersuchen beantworten wir mit den folgenden Angaben.",
        "We answer your request with the following information.",
        with_facts=True,
    ),
    Sentence(
        "facts_in_part",
        "Ihr Ersuchen können wir nur zum Teil beantworten. Mehr als die folgenden Angaben liegt hier nicht vor oder darf nicht übermittelt werden.",
        "We can answer your request only in part. No more than the following is held here or may be transmitted.",
        with_facts=True,
    ),
    Sentence(
        "nothing_held",
        "Zu den erfragten Angaben liegt hier nichts vor.",
        "Nothing is held here on what you ask.",
        with_facts=False,
    ),
    Sentence(
        "not_allowed",
        "Die erfragten Angaben dürfen wir nicht übermitteln.",
        "We may not transmit what you ask for.",
        with_facts=False,
    ),
)
SENTENCES: Mapping[str, Sentence] = MappingProxyType({one.id: one for one in _ALL})
"""Every sentence by its id."""


def can_be_given(name: str) -> bool:
    """Whether a fact can be entered in an answer: one of the vocabulary that is not computed from others."""
    return name in VOCABULARY and not VOCABULARY[name].derived


def facts_between(sender: str, receiver: str, purpose: str) -> dict[str, tuple[str, ...]]:
    """Facts by class of data, for the classes with which some row of the matrix leads this way; whether it carries them is asked apart."""
    classes = {
        data_class
        for row in ROWS
        if sender in row.senders and receiver in row.receivers and purpose in row.purposes
        for data_class in row.classes
    }
    found: dict[str, list[str]] = {}
    for name in VOCABULARY:
        if can_be_given(name) and class_of(name) in classes:
            found.setdefault(class_of(name), []).append(name)
    return {data_class: tuple(names) for data_class, names in found.items()}


def classes_of(names: Collection[str]) -> tuple[str, ...]:
    """The classes of data of some facts; identity where there are none, so that something is asked."""
    return tuple(dict.fromkeys(class_of(name) for name in names)) or ("identity",)
