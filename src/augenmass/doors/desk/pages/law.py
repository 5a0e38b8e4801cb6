"""The catalogue in the browser: statutes, norms and questions as text, each norm with its tree, versions, facts, uses and examples."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.http import Http404, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.cases.queries.case import english, label_of, text_of
from augenmass.directory.roles import ROLE_LABELS, Permission, Role
from augenmass.doors.desk.forms.law import PrintForm
from augenmass.doors.desk.pages.law_export import printed, printings_page
from augenmass.law.catalogue import Catalogue
from augenmass.law.checking import facts_of, users_of
from augenmass.law.difference import norm_hash
from augenmass.law.drawing import Drawn, drawn
from augenmass.law.nodes import Definition
from augenmass.law.norm import Norm
from augenmass.law.norms.statutes import STATUTES, cite_address, cite_text, split_cite
from augenmass.law.program import Site
from augenmass.law.time import today
from augenmass.law.vocabulary import VOCABULARY
from augenmass.lawbook.queries import review_states, reviews_of, sentences
from augenmass.lawbook.words import modality_words, review_state, review_text


def review_words(norm: Norm, states: dict[str, str]) -> tuple[str, str, str]:
    """The state of a norm's review as a chip: word, icon, tone."""
    state = review_state(norm, states)
    look = {"approved": ("check", ""), "objected": ("warning", "strong")}.get(state, ("not-established", "dashed"))
    return review_text(state), *look


def said(thing: Any) -> str:
    """What a thing of the catalogue says, in the reader's language."""
    return str(thing.en if english() else thing.de)


def catalogue_page(query: QueryDict) -> dict[str, Any]:
    """Norms by statute and paragraph, or questions, narrowed by words and by the state of review."""
    law = Catalogue.shipped()
    words, statute, state = query.get("q", "").strip(), query.get("gesetz", ""), query.get("stand", "")
    states = review_states(law)
    norms = [norm for norm in law.norms if _fits(norm, words, statute, state, states)]
    groups: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for norm in sorted(norms, key=_in_order):
        key, parts, _day = split_cite(norm.id)
        groups.setdefault(key, {}).setdefault(parts[0], []).append(_line(norm, states))
    return {
        "groups": [
            {
                "statute": STATUTES[key].name,
                "count": sum(map(len, paragraphs.values())),
                "paragraphs": list(paragraphs.items()),
            }
            for key, paragraphs in groups.items()
        ],
        "questions": [
            found for found in law.questions if not words or words.lower() in f"{found.id} {said(found)}".lower()
        ],
        "show_questions": query.get("ansicht") == "fragen",
        "words": words,
        "statute": statute,
        "state": state,
        "statutes": [(key, STATUTES[key].name) for key in dict.fromkeys(split_cite(norm.id)[0] for norm in law.norms)],
        "states": [
            ("open", _("nicht geprüft")),
            ("approved", _("geprüft")),
            ("objected", _("beanstandet")),
            ("unverified", _("nicht bestätigt")),
        ],
        "printed": printed(),
        "print_form": PrintForm(auto_id="pdf_%s"),
        "printings": printings_page(),
        "applied": sum(map(bool, (words, statute, state))),
        "count": len(norms),
        "all": len(law.norms),
        "reviewed": sum(1 for norm in law.norms if states.get(norm.id) == "approved"),
    }


def _fits(norm: Norm, words: str, statute: str, state: str, states: dict[str, str]) -> bool:
    if statute and split_cite(norm.id)[0] != statute:
        return False
    if state and review_state(norm, states) != state:
        return False
    read = f"{norm.id} {cite_text(norm.id)} {norm.de} {norm.en} {norm.effect}".lower()
    return all(word in read for word in words.lower().split())


def _in_order(norm: Norm) -> tuple[object, ...]:
    key, parts, day = split_cite(norm.id)
    numbered = [(int("".join(filter(str.isdigit, part)) or 0), part) for part in parts]
    return list(STATUTES).index(key), numbered, day


def _line(norm: Norm, states: dict[str, str]) -> dict[str, Any]:
    return {
        "address": reverse("law_norm", args=[norm.id]),
        "cite": cite_text(norm.id),
        "says": said(norm),
        "modality": modality_words(norm.modality),
        "review": review_words(norm, states),
        "ended": norm.until is not None and norm.until < today(),
    }


@dataclass(slots=True)
class Condition:
    """One condition of a norm as it is drawn."""

    text: str
    cite: str = ""
    address: str = ""
    folded: bool = False
    children: list["Condition"] = field(default_factory=list)


def condition_tree(site: Site) -> Condition:
    """The tree below a site; what another norm, definition or question says is linked where it has a page, else drawn in place."""
    return _on_page(drawn(site, VOCABULARY, "en" if english() else "de"))


def _on_page(tree: Drawn) -> Condition:
    target = tree.target
    address = ""
    if tree.elsewhere and target is not None:
        address = reverse("law_norm" if isinstance(target, Norm) else "law_question", args=[target.id])
    folded = tree.depth > 1 and isinstance(target, Definition)
    return Condition(tree.text, tree.cite, address, folded, [_on_page(child) for child in tree.children])


def _fact(name: str) -> dict[str, str]:
    declared = VOCABULARY[name]
    return {
        "name": name,
        "label": label_of(declared),
        "meaning": declared.meaning_en if english() else declared.meaning,
        "protective": _("schützt die Person") if declared.protective else "",
        "assessment": _("Bewertung einer namentlich genannten Person") if declared.assessment else "",
        "who": ", ".join(str(ROLE_LABELS[Role(role)]) for role in declared.established_by if role in set(Role)),
    }


def norm_page(actor: Actor, name: str) -> dict[str, Any]:
    """Everything about one norm. Raises ``Http404`` for one that the catalogue does not have."""
    law = Catalogue.shipped()
    norm = next((norm for norm in law.norms if norm.id == name), None)
    if norm is None:
        raise Http404
    states = review_states(law)
    unit = norm.id.partition("@")[0]
    wording = sentences([norm.id]).get(norm.id)
    return {
        "norm": norm,
        "norm_hash": norm_hash(norm),
        "cite": cite_text(norm.id),
        "official": cite_address(norm.id),
        "says": said(norm),
        "modality": modality_words(norm.modality),
        "effect": norm.effect_en if english() else norm.effect,
        "wording": wording,
        "tree_nodes": [condition_tree(law.program.norms[norm.id])],
        "versions": [_version(one) for one in law.norms if one.id.partition("@")[0] == unit],
        "facts": [_fact(fact) for fact in facts_of(law, norm.id)],
        "used_in": list(_uses(law, norm.id)),
        "examples": [_example(found, number) for number, found in enumerate(norm.examples)],
        "review": review_words(norm, states),
        "reviews": reviews_of(norm.id),
        "may_review": actor.may(Permission.REVIEW_LAW) and not actor.reads_only,
    }


def question_page(name: str) -> dict[str, Any]:
    """One question: its goal as a tree, the steps that rest on it. Raises ``Http404``."""
    law = Catalogue.shipped()
    question = next((found for found in law.questions if found.id == name), None)
    if question is None:
        raise Http404
    return {
        "question": question,
        "says": said(question),
        "cite": cite_text(question.cite) if question.cite else "",
        "official": cite_address(question.cite),
        "tree_nodes": [condition_tree(law.program.questions[name])],
        "facts": [_fact(fact) for fact in facts_of(law, name)],
        "used_in": list(_uses(law, name)),
    }


def _version(norm: Norm) -> dict[str, Any]:
    law = Catalogue.shipped()
    return {
        "id": norm.id,
        "address": reverse("law_norm", args=[norm.id]),
        "cite": cite_text(norm.id),
        "says": said(norm),
        "since": norm.since,
        "until": norm.until,
        "transition": norm.transition is not None,
        "nodes": [condition_tree(law.program.norms[norm.id])],
    }


def _uses(law: Catalogue, name: str) -> Iterator[dict[str, str]]:
    for kind, thing in users_of(law, name):
        address = ""
        if kind == "norms":
            address = reverse("law_norm", args=[thing.id])
        elif kind == "questions":
            address = reverse("law_question", args=[thing.id])
        yield {"kind": _KINDS[kind](), "says": said(thing), "address": address}
    for step in law.steps:
        if step.question == name:
            yield {"kind": _("Schritt"), "says": said(step), "address": ""}


_KINDS = {
    "norms": lambda: _("Norm"),
    "definitions": lambda: _("Begriff"),
    "questions": lambda: _("Frage"),
    "doubts": lambda: _("Zweifel"),
    "deadlines": lambda: _("Frist"),
    "lanes": lambda: _("Spur"),
}


def _example(found: Any, number: int) -> dict[str, Any]:
    return {
        "text": found.de,
        "answer": found.answer,
        "on": found.on,
        "facts": [(label_of(VOCABULARY[name]), text_of(name, value)) for name, value in _shown(found.facts)],
        "number": number,
    }


def _shown(facts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    yield from sorted(facts, key=lambda pair: list(VOCABULARY).index(pair[0]))
