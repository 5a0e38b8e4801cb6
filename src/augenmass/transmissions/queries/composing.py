"""What the page of composing shows: who can receive, which classes may go by which provision, which facts, what is still asked."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from augenmass.access.actor import Actor
from augenmass.access.sight import visible_facts
from augenmass.directory.models import Body
from augenmass.directory.queries import bodies_on
from augenmass.law.time import today
from augenmass.law.transmission.answer import ClassAnswer
from augenmass.law.transmission.catalogue import ROWS
from augenmass.law.transmission.classes import PURPOSES
from augenmass.record.models import Case
from augenmass.transmissions.actions.composing import ask_for
from augenmass.transmissions.content import held_facts
from augenmass.transmissions.models import OutsideBody
from augenmass.transmissions.parties import Partner
from augenmass.transmissions.rules.classes import matrix_kind
from augenmass.transmissions.rules.enquiring import Answered, HeldFact, Way, questions


@dataclass(frozen=True, slots=True)
class ClassOffer:
    """One class of data with what the matrix answers and the established facts that the reader may see."""

    data_class: str
    answer: ClassAnswer
    facts: tuple[HeldFact, ...]
    open_facts: tuple[HeldFact, ...]
    """Disputed ones: they never travel."""

    @property
    def may_go(self) -> bool:
        return self.answer.answer == "yes"


@dataclass(frozen=True, slots=True)
class Offer:
    """The whole enquiry: class by class, what is left to answer, what the record answers itself."""

    answered: Answered
    classes: tuple[ClassOffer, ...]
    questions: tuple[str, ...]

    @property
    def anything(self) -> bool:
        return any(offer.may_go and offer.facts for offer in self.classes)


def bodies_to_tell(actor: Actor) -> QuerySet[Body]:
    """Bodies of this instance that take part in transmissions, the actor's own left out."""
    kinds = [kind for kind in Body.Kind.values if matrix_kind(kind) is not None]
    return bodies_on(today()).filter(kind__in=kinds).exclude(pk=actor.body_id)


def outside_bodies(actor: Actor) -> QuerySet[OutsideBody]:
    """The address book of the actor's body."""
    return OutsideBody.objects.filter(body=actor.body_id, closed_on=None)


def partner_named(actor: Actor, text: str) -> Partner | None:
    """A body from its form value (``body:5``, ``outside:7``); None for one that cannot be chosen."""
    kind, _colon, number = text.partition(":")
    if not number.isascii() or not number.isdecimal() or len(number) > 18:
        return None
    if kind == "body":
        body = bodies_to_tell(actor).filter(pk=int(number)).first()
        return Partner(body=body) if body is not None else None
    outside = outside_bodies(actor).filter(pk=int(number)).first() if kind == "outside" else None
    return Partner(outside=outside) if outside is not None else None


def purposes_between(sender: str, receiver: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Purposes for which some row of the matrix leads from one kind of body to the other: those of rows about few kinds, then the others."""
    kinds: dict[str, int] = {}
    for row in ROWS:
        if sender in row.senders and receiver in row.receivers:
            kinds |= {purpose: min(len(row.receivers), kinds.get(purpose, _MANY)) for purpose in row.purposes}
    found = [purpose for purpose in _ORDER if purpose in kinds]
    return tuple(p for p in found if kinds[p] < _MANY), tuple(p for p in found if kinds[p] >= _MANY)


def occasions_between(sender: str, receiver: str, purpose: str) -> tuple[str, ...]:
    """Occasions that rows on this way ask for."""
    rows = (row for row in ROWS if sender in row.senders and receiver in row.receivers and purpose in row.purposes)
    return tuple(dict.fromkeys(occasion for row in rows for occasion in row.occasions))


def offer_for(actor: Actor, case: Case, way: Way, told: Mapping[str, str]) -> Offer:
    """Ask the matrix for every class of which the reader sees a fact in a case that was found. Raises ``NotSent``."""
    rows = visible_facts(actor, case).filter(closed_by=None, erased_by=None).order_by("known_at", "pk")
    newest = {fact.name: fact for fact in held_facts(rows, today())}
    by_class: dict[str, list[HeldFact]] = {}
    for fact in newest.values():
        by_class.setdefault(fact.data_class, []).append(fact)
    answered = ask_for(case, way, told, set(by_class) or {"identity"})
    offers = tuple(_offer(one, by_class.get(one.data_class, [])) for one in answered.answer.by_class)
    return Offer(answered, offers, questions(answered))


def _offer(answer: ClassAnswer, facts: list[HeldFact]) -> ClassOffer:
    return ClassOffer(
        answer.data_class,
        answer,
        tuple(fact for fact in facts if not fact.disputed),
        tuple(fact for fact in facts if fact.disputed),
    )


_MANY = 20
"""A row with so many kinds of receivers is about bodies in general."""
_ORDER = tuple(purpose.key for purpose in PURPOSES)


def reachable_kinds(actor: Actor) -> dict[str, str]:
    """Kinds of bodies that the actor's body can write to, each with the name of one."""
    outside = {body.kind: body.name for body in outside_bodies(actor)}
    inside = {matrix_kind(body.kind) or "": body.name for body in bodies_to_tell(actor)}
    return outside | inside
