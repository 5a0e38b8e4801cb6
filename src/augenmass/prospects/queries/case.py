"""Reading the prospects of one case: the law's answer, what is missing, the officer's finding, what lies at the residence desk."""

from dataclasses import dataclass

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.released import Learns
from augenmass.access.sight import sight_of
from augenmass.cases.facts import current_facts
from augenmass.cases.queries.learned import shown_blocker
from augenmass.directory.roles import Permission
from augenmass.law.facts import CaseFacts
from augenmass.law.position import Blocker, reasons_of
from augenmass.law.time import today
from augenmass.law.values import YES
from augenmass.law.vocabulary import VOCABULARY
from augenmass.law.vocabulary.declaration import FactDeclaration
from augenmass.law.vocabulary.prospect_checks import assessed
from augenmass.lawbook.in_force import in_force
from augenmass.letters.models import Letter
from augenmass.letters.rules.information import TEMPLATE
from augenmass.letters.rules.inputs import Prospect
from augenmass.prospects.gate import NAMES, law_answers, officer_answers, standings
from augenmass.prospects.models import DeskMatter
from augenmass.prospects.rules import Standing, may_fit
from augenmass.record.models import Case, Fact

MOST_MISSING = 6
ASKED_OF_THE_PERSON = frozenset({"identity", "prospects", "work", "courses"})
"""Groups of facts of which the letter says that a proof is missing."""


@dataclass(frozen=True, slots=True)
class Row:
    """One prospect; ``fact`` is the officer's finding with author, day and reason, None while nobody looked."""

    key: str
    law: int
    missing: tuple[Blocker | None, ...]
    """What stands against it or is open; None for a fact that the reader may not see."""
    more: int
    officer: int
    standing: Standing
    fact: Fact | None


@dataclass(frozen=True, slots=True)
class Prospects:
    """What the page of a case shows; ``may_act`` says whether the reader records findings and signs."""

    rows: tuple[Row, ...]
    held: CaseFacts
    matters: tuple[DeskMatter, ...]
    letters: tuple[Letter, ...]
    may_act: bool


class NotReleased(Exception):
    """The reader does not learn the reasons of the law's answers here."""


def prospects_of(actor: Actor, case: Case) -> Prospects:
    """The prospects of a case that the reader found; writes an access line. Raises ``NotReleased``."""
    sight = sight_of(actor, case)
    if not sight.own or sight.learns("any_prospect") is not Learns.REASONS:
        raise NotReleased
    log.read(actor, "prospects", case_id=case.pk, categories=["residence"])
    held = current_facts([case.pk], today())[case.pk].held
    law, officer, how = law_answers(held), officer_answers(held), standings(case.pk, held)
    facts = _findings(case)
    works = actor.may(Permission.TAKE_STEPS) and not actor.reads_only
    matters = DeskMatter.objects.filter(case=case).select_related(
        "unit", "assignee", "handed_by", "outcome__recorded_by"
    )
    return Prospects(
        rows=tuple(
            Row(
                key,
                law[key],
                *_missing(key, law[key], held, sight.names),
                officer[key],
                how[key],
                facts.get(assessed(key)),
            )
            for key in NAMES
        ),
        held=held,
        matters=tuple(matters.order_by("-handed_at")),
        letters=tuple(Letter.objects.filter(case=case, template=TEMPLATE)) if works else (),
        may_act=works,
    )


def told(held: CaseFacts) -> tuple[Prospect, ...]:
    """The prospects that may fit, as the letter to the person names them; what is missing in German."""
    law, officer = law_answers(held), officer_answers(held)
    return tuple(
        Prospect(key, *NAMES[key], _missing_labels(key, held)) for key in NAMES if may_fit(law[key], officer[key])
    )


def _missing_labels(key: str, held: CaseFacts) -> tuple[str, ...]:
    found = reasons_of(in_force(), f"prospect_{key}", held, today())
    names = dict.fromkeys(blocker.id for blocker in found if blocker.kind == "fact" and blocker.why != "held")
    shown = (VOCABULARY[name] for name in names)
    return tuple(found.de for found in shown if _can_be_shown_by_the_person(found))[:MOST_MISSING]


def _can_be_shown_by_the_person(found: FactDeclaration) -> bool:
    """What speaks for the person and can be proven by them; what an officer judges, or what would exclude, is not asked of them."""
    return found.protective and not found.assessment and not found.derived and found.group in ASKED_OF_THE_PERSON


def _missing(key: str, law: int, held: CaseFacts, visible: frozenset[str]) -> tuple[tuple[Blocker | None, ...], int]:
    if law == YES:
        return (), 0
    found = reasons_of(in_force(), f"prospect_{key}", held, today())
    return tuple(shown_blocker(blocker, visible) for blocker in found[:MOST_MISSING]), max(0, len(found) - MOST_MISSING)


def _findings(case: Case) -> dict[str, Fact]:
    names = [assessed(key) for key in NAMES]
    rows = Fact.objects.filter(case=case, name__in=names, closed_by=None, true_from=None).select_related("author")
    return {fact.name: fact for fact in rows.order_by("known_at", "pk")}
