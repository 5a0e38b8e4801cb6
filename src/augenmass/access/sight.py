"""What an actor may read in one case: names of facts, categories, single secret facts, and what is learned of the law's answers."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from django.db.models import Exists, OuterRef, Q, QuerySet

from augenmass.access.actor import Actor, Purpose
from augenmass.access.matrix import categories_for
from augenmass.access.models import Grant, SecretRecipient
from augenmass.access.released import Learns, learned, learns_position
from augenmass.access.visible import grants_of
from augenmass.directory.roles import Role
from augenmass.law.vocabulary import VOCABULARY
from augenmass.record.models import Case, Fact

SECRET = "enforcement_secret"  # noqa: S105  a data category
SECRET_NAMES = frozenset(name for name, declared in VOCABULARY.items() if declared.category == SECRET)


@cache
def names_in(categories: frozenset[str]) -> frozenset[str]:
    """The names of the facts in some categories."""
    return frozenset(name for name, declared in VOCABULARY.items() if declared.category in categories)


@dataclass(slots=True)
class Sight:
    """What one actor sees in one case."""

    account_id: int
    case_id: int
    roles: frozenset[Role]
    categories: frozenset[str]
    own: bool
    """Whether the actor's body is responsible; else the case was opened to it."""
    purposes: frozenset[Purpose]
    grants: tuple[Grant, ...] = field(default=(), repr=False)
    _names: frozenset[str] | None = field(default=None, repr=False)

    @property
    def names(self) -> frozenset[str]:
        """Names of the facts that may be shown; a secret name only where the actor is named for every value held under it."""
        if self._names is None:
            self._names = names_in(self.categories).difference(self._secret_of_others())
        return self._names

    def look_at(self, rows: Iterable[Fact]) -> None:
        """Spare the question about secret facts where a page has read all open facts of the case and none is secret."""
        if not any(fact.name in SECRET_NAMES for fact in rows):
            self._names = names_in(self.categories)

    def rows_q(self) -> Q:
        """The condition "this fact may be shown", for facts of this case."""
        plain = Q(name__in=names_in(self.categories) - SECRET_NAMES)
        return plain | (Q(name__in=SECRET_NAMES) & self._named_q()) if SECRET in self.categories else plain

    def _named_q(self) -> Q:
        named = SecretRecipient.objects.filter(fact=OuterRef("pk"), account=self.account_id, ended_by=None)
        return Q(Q(author=self.account_id) | Q(Exists(named)))

    def _secret_of_others(self) -> set[str]:
        return set(self.hidden_secrets().values_list("name", flat=True)) if SECRET in self.categories else set()

    def hidden_secrets(self) -> QuerySet[Fact]:
        """The secret facts of the case that the actor is not named for."""
        return Fact.objects.filter(case=self.case_id, name__in=SECRET_NAMES).exclude(self._named_q())

    def learns(self, question: str) -> Learns:
        """What is learned of a question of the law."""
        return max(learned(self.roles, purpose, question) for purpose in self.purposes)

    @property
    def learns_position(self) -> bool:
        """Whether lane, next steps, deadlines and doubts are shown."""
        return any(learns_position(self.roles, purpose) for purpose in self.purposes)


def sight_of(actor: Actor, case: Case) -> Sight:
    """What the actor sees in a case (found through ``visible_to``); read once for an actor's life."""
    held = actor.sights.get(case.pk)
    if held is None:
        held = actor.sights[case.pk] = _sight(actor, case)
    return held


def _sight(actor: Actor, case: Case) -> Sight:
    own = case.body_id == actor.body_id
    grants = () if own else tuple(grants_of(actor).filter(case=case.pk))
    purposes = frozenset({actor.purpose}) if own else frozenset(Purpose(grant.purpose) for grant in grants)
    categories = categories_for(actor.roles, actor.purpose) if own else _granted(actor.roles, grants)
    return Sight(
        account_id=actor.account_id,
        case_id=case.pk,
        roles=actor.roles,
        categories=categories,
        own=own,
        purposes=purposes or frozenset({actor.purpose}),
        grants=grants,
    )


def _granted(roles: frozenset[Role], grants: Iterable[Grant]) -> frozenset[str]:
    """Of each access: what was ticked, as far as the matrix allows it to these roles for that purpose."""
    found = (categories_for(roles, Purpose(grant.purpose)).intersection(grant.categories) for grant in grants)
    return frozenset().union(*found)


def cases_opened(actor: Actor, category: str) -> set[int]:
    """The ids of the cases of other bodies in which the actor reads a category."""
    return {grant.case_id for grant in grants_of(actor) if category in _granted(actor.roles, (grant,))}


def fact_names_visible(actor: Actor, case: Case | None = None, purpose: Purpose | None = None) -> frozenset[str]:
    """The names of the facts whose values the actor may read in a case; without a case, in every case of their own body."""
    if case is not None:
        return sight_of(actor, case).names
    return names_in(categories_for(actor.roles, purpose or actor.purpose)) - SECRET_NAMES


def fact_names_open(actor: Actor, case: Case) -> frozenset[str]:
    """The names of the facts whose pages the actor may open: all of their categories.

    That others hold a secret value under a name is not told by its page: it is as empty as where nothing is held.
    """
    return names_in(sight_of(actor, case).categories)


def visible_facts(actor: Actor, case: Case) -> QuerySet[Fact]:
    """The facts of a case that the actor may read: the one query behind pages, exports and programs."""
    return Fact.objects.filter(sight_of(actor, case).rows_q(), case=case.pk)
