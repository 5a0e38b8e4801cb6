"""The hand-back of a signed step: cover, proof as it was signed, letter, as one paginated PDF for the leading file."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.core.files.storage import default_storage

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.sight import fact_names_visible
from augenmass.cases.facts import KnownFacts, current_facts, facts_as_of
from augenmass.directory.models import Account
from augenmass.law.catalogue import Catalogue
from augenmass.law.facts import Held, parse_value
from augenmass.law.proof import facts_of, restore
from augenmass.law.running import run
from augenmass.law.time import day_of, today
from augenmass.law.vocabulary import VOCABULARY
from augenmass.lawbook.in_force import catalogue_of
from augenmass.letters.bundle import ProofNode, ProofOfQuestion, SignedFacts, bundle_data
from augenmass.letters.models import Letter
from augenmass.letters.queries.letters import letter_of_taking
from augenmass.letters.render import render
from augenmass.record.models import Fact
from augenmass.steps.models import SignedStep, StepTaking

HIDDEN = "Eine Angabe, die hier nicht gezeigt wird"


class NotSigned(Exception):
    """The step is not signed; there is nothing to hand back."""


def bundle_of(actor: Actor, taking: StepTaking) -> bytes:
    """The PDF of a signed taking that the actor has found. Writes an access line. Raises ``NotSigned``."""
    signature = SignedStep.objects.filter(taking=taking).select_related("signed_by", "second_by").first()
    if signature is None:
        raise NotSigned
    catalogue = catalogue_of(signature.catalogue)
    letter = letter_of_taking(actor, taking.key)
    data = bundle_data(
        _signed_facts(actor, taking, signature, catalogue),
        (_proof(actor, taking, signature, catalogue),),
        letter=letter.signature.data if letter else None,
        letter_pdf=_file(letter) if letter else None,
    )
    log.read(actor, "bundle", case_id=taking.case_id, categories=["identity"])
    return render("bundle", data, draft=False)


def _file(letter: Letter) -> bytes:
    with default_storage.open(letter.signature.document.path) as file:
        return bytes(file.read())


def _signed_facts(actor: Actor, taking: StepTaking, signature: SignedStep, catalogue: Catalogue) -> SignedFacts:
    known = current_facts([taking.case_id], today())[taking.case_id]
    names = {"first_names", "family_name", "leading_file_place", "leading_file_reference"} & fact_names_visible(
        actor, taking.case
    )
    text = {name: known.text(name) for name in names}
    person = " ".join(filter(None, (text.get("first_names"), text.get("family_name"))))
    place = ", ".join(filter(None, (text.get("leading_file_place"), text.get("leading_file_reference"))))
    return SignedFacts(
        case_number=taking.case.number,
        person=person,
        body=taking.case.body.name,
        leading_file=place,
        step=catalogue.step(taking.step).de,
        signed_by=signature.signed_by.name,
        second_by=_name(signature.second_by),
        signed_at=signature.signed_at,
        catalogue=signature.catalogue,
        catalogue_review="freigegeben" if catalogue.released else "in dieser Installation noch nicht freigegeben",
        reasons=signature.reasons,
    )


def _name(account: Account | None) -> str:
    return account.name if account else ""


def _proof(actor: Actor, taking: StepTaking, signature: SignedStep, catalogue: Catalogue) -> ProofOfQuestion:
    """The stored proof with the words of its own catalogue and the values that the facts had."""
    held = _held(taking, signature)
    state = run(catalogue.program, held, day_of(signature.signed_at))
    rendered = restore(signature.proof, catalogue.program, state).rendered("de")
    question = catalogue.question(catalogue.step(taking.step).question)
    return ProofOfQuestion(question.de, _node(rendered, fact_names_visible(actor, taking.case)))


def _held(taking: StepTaking, signature: SignedStep) -> dict[str, Held]:
    """Recorded facts by the ids that the proof names (also if replaced since), derived ones as they were on the day."""
    ids = {fact_id for _name, fact_id in facts_of(signature.proof)}
    found: dict[str, Held] = {}
    for fact in Fact.objects.filter(pk__in=ids, case_id=taking.case_id):
        value = parse_value(VOCABULARY[fact.name], fact.value) if fact.name in VOCABULARY else None
        if value is not None:
            found[fact.name] = Held(value, fact.pk)
    day = day_of(signature.signed_at)
    return dict(_derived(facts_as_of(taking.case_id, day, signature.signed_at))) | found


def _derived(known: KnownFacts) -> Iterator[tuple[str, Held]]:
    return ((name, held) for name, held in known.held.items() if VOCABULARY[name].derived)


def _node(rendered: Mapping[str, Any], visible: frozenset[str]) -> ProofNode:
    if any(fact["name"] not in visible for fact in rendered["facts"]):
        return ProofNode(HIDDEN, rendered["value"], "")
    basis = [f"{fact['label']}: {fact['text']}" for fact in rendered["facts"] if fact["text"]]
    if rendered["why_text"]:
        basis.append(rendered["why_text"])
    return ProofNode(
        text=rendered["statement"],
        value=rendered["value"],
        cite=rendered["cite"],
        basis="; ".join(basis),
        children=tuple(_node(child, visible) for child in rendered["children"]),
    )
