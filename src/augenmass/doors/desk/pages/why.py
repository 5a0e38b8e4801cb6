"""The proof page of a question: the tree, and what would change the answer."""

from typing import Any

from django.http import Http404
from django.urls import reverse

from augenmass.access.actor import Actor
from augenmass.access.sight import sight_of
from augenmass.cases.positions import display_name
from augenmass.cases.queries.case import english
from augenmass.cases.queries.learned import is_shown, learns_reasons
from augenmass.directory.roles import ROLE_LABELS, Role
from augenmass.doors.desk.forms.cases import AsOfForm
from augenmass.doors.desk.pages.case import known_facts
from augenmass.doors.desk.pages.proof import proof_nodes
from augenmass.law.changes import Change, what_would_change
from augenmass.law.evaluate import prove
from augenmass.law.norms.statutes import cite_text
from augenmass.law.values import YES
from augenmass.law.vocabulary import VOCABULARY
from augenmass.lawbook.in_force import in_force
from augenmass.record.models import Case

FIRST_CHANGES = 8
"""Changes shown at once; the rest is folded away."""


def why_page(actor: Actor, case: Case, question: str, as_of: AsOfForm) -> dict[str, Any]:
    """Raises ``Http404`` for a question that the catalogue does not have or whose reasons are not released to the reader."""
    law = in_force()
    sight = sight_of(actor, case)
    if not learns_reasons(sight, question):
        raise Http404
    known = known_facts(case, as_of)
    visible = sight.names
    proof = prove(law, question, known.held, as_of.true_on)
    target = proof.site.target
    changes = () if proof.value == YES else what_would_change(law, question, known.held, as_of.true_on)
    deciding = {source.name for leaf in proof.leaves() for source in leaf.sources}
    shown = sorted(
        (change for change in changes if is_shown(change, visible)),
        key=lambda change: (not change.alone, change.fact not in deciding),
    )
    return {
        "case": case,
        "name": display_name(known),
        "question": (target.en if english() else target.de) if target else question,
        "answer": proof.word,
        "proof": proof_nodes(proof, case, visible),
        "alone": any(change.alone for change in shown),
        "changes": [_change(change, case) for change in shown[:FIRST_CHANGES]],
        "more_changes": [_change(change, case) for change in shown[FIRST_CHANGES:]],
        "hidden_changes": sum(1 for change in changes if not is_shown(change, visible)),
        "as_of": as_of,
        "catalogue_version": law.hash[:12],
        "catalogue_reviewed": law.released,
    }


def _change(change: Change, case: Case) -> dict[str, Any]:
    derived = bool(change.fact) and VOCABULARY[change.fact].derived
    return {
        "text": change.needed_en if english() else change.needed_de,
        "alone": change.alone,
        "cite": ", ".join(cite_text(cite) for cite in change.cites),
        "who": ", ".join(str(ROLE_LABELS[Role(role)]) for role in change.established_by if role in set(Role)),
        "address": reverse("fact_record", args=[case.key, change.fact]) if change.fact and not derived else "",
    }
