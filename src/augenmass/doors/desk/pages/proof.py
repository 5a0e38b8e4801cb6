"""A proof as pages and letters show it: sentences, marks by what a condition contributes, citations, facts and gaps."""

from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.translation import gettext as _

from augenmass.cases.queries.case import english
from augenmass.cases.queries.learned import ShownNode, shown_proof
from augenmass.law.proof import Proof
from augenmass.record.models import Case

_STATE_TEXT = {"missing", "judgement", "imprecise"}


@dataclass(slots=True)
class ProofNode:
    """A node in the shape of ``desk/parts/proof_tree.html``."""

    text: str
    answer: str
    cite: str = ""
    cite_address: str = ""
    fact: dict[str, str] | None = None
    missing: dict[str, str] | None = None
    children: list["ProofNode"] = field(default_factory=list)
    open: bool = False


def proof_nodes(proof: Proof, case: Case | None, visible: frozenset[str]) -> ProofNode:
    """The tree for a reader who may see the facts named in ``visible``; other facts appear as "a fact you may not see"."""
    return _node(shown_proof(proof, visible, "en" if english() else "de"), case, depth=0)


def _node(shown: ShownNode, case: Case | None, depth: int) -> ProofNode:
    node = ProofNode(
        text=_("Eine Angabe, die Sie nicht sehen dürfen") if shown.hidden else shown.statement,
        answer=shown.value,
        cite=cite_text(shown.cite) if shown.cite else "",
        cite_address=cite_address(shown.cite) if shown.cite else "",
        open=depth < 2,
    )
    _add_facts(node, shown, case)
    node.children.extend(_node(child, case, depth + 1) for child in shown.children)
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


_STATUTES = {
    "AufenthG": ("AufenthG", "aufenthg_2004"),
    "AsylG": ("AsylG", "asylvfg_1992"),
    "VwGO": ("VwGO", "vwgo"),
    "VwVfG": ("VwVfG", "vwvfg"),
    "VwZG": ("VwZG", "vwzg_2005"),
    "FreizügG/EU": ("FreizügG/EU", "freiz_gg_eu_2004"),
    "BGB": ("BGB", "bgb"),
}
_PARTS = ("§", "Abs.", "Satz", "Nr.")


def _split(cite: str) -> tuple[str, list[str]]:
    statute = next((name for name in sorted(_STATUTES, key=len, reverse=True) if cite.startswith(f"{name}/")), "")
    return statute, cite.removeprefix(f"{statute}/").split("/") if statute else []


def cite_text(cite: str) -> str:
    """A unit id as lawyers write it: ``AufenthG/59/1/1`` → ``§ 59 Abs. 1 Satz 1 AufenthG``; anything else stays as it is."""
    statute, parts = _split(cite)
    if not statute:
        return cite
    words = [f"{word} {part}" for word, part in zip(_PARTS, parts, strict=False) if part]
    return f"{' '.join(words)} {statute}"


def cite_address(cite: str) -> str:
    """The official page of the cited section."""
    statute, parts = _split(cite)
    if not statute or not parts:
        return ""
    return f"https://www.gesetze-im-internet.de/{_STATUTES[statute][1]}/__{parts[0].lower()}.html"
