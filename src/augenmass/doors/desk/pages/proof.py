"""A proof as pages and letters show it: sentences, marks by what a condition contributes, citations, facts and gaps."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.translation import gettext as _

from augenmass.cases.queries.case import english
from augenmass.cases.queries.learned import ShownNode, shown_proof
from augenmass.law.norms.statutes import cite_address, cite_text
from augenmass.law.proof import Proof
from augenmass.lawbook.queries import Sentence, sentences
from augenmass.record.models import Case

_STATE_TEXT = {"missing", "judgement", "imprecise"}


@dataclass(slots=True)
class ProofNode:
    """A node in the shape of ``desk/parts/proof_tree.html``."""

    text: str
    answer: str
    cite: str = ""
    cite_address: str = ""
    wording: str = ""
    wording_changed: bool = False
    fact: dict[str, str] | None = None
    missing: dict[str, str] | None = None
    children: list["ProofNode"] = field(default_factory=list)
    open: bool = False


def proof_nodes(proof: Proof, case: Case | None, visible: frozenset[str]) -> ProofNode:
    """The tree for a reader who may see the facts named in ``visible``; other facts appear as "a fact you may not see"."""
    shown = shown_proof(proof, visible, "en" if english() else "de")
    return _node(shown, case, sentences(set(_cites(shown))), depth=0)


def _cites(shown: ShownNode) -> Iterator[str]:
    yield shown.cite
    for child in shown.children:
        yield from _cites(child)


def _node(shown: ShownNode, case: Case | None, wording: Mapping[str, Sentence], depth: int) -> ProofNode:
    sentence = wording.get(shown.cite)
    node = ProofNode(
        text=_("Eine Angabe, die Sie nicht sehen dürfen") if shown.hidden else shown.statement,
        answer=shown.value,
        cite=cite_text(shown.cite) if shown.cite else "",
        cite_address=cite_address(shown.cite) if shown.cite else "",
        wording=sentence.text if sentence else "",
        wording_changed=bool(sentence and sentence.changed),
        open=depth < 2,
    )
    _add_facts(node, shown, case)
    node.children.extend(_node(child, case, wording, depth + 1) for child in shown.children)
    return node


def _add_facts(node: ProofNode, shown: ShownNode, case: Case | None) -> None:
    for fact in shown.facts:
        if fact["text"] and node.fact is None:
            address = reverse("fact_history", args=[case.key, fact["name"]]) if case and fact["id"] else ""
            node.fact = {"label": fact["label"], "value": fact["text"], "address": address}
        elif fact["state"] in _STATE_TEXT and node.missing is None:
            address = reverse("fact_record", args=[case.key, fact["name"]]) if case else ""
            node.missing = {"text": shown.why_text or _("Die Angabe fehlt."), "address": address}
    if shown.why_text and node.missing is None:
        node.missing = {"text": shown.why_text}
