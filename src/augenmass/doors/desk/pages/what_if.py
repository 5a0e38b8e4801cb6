"""Trying out the law on an invented case: facts are changed, and answers, proof, steps and deadlines follow at once. Keeps nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from augenmass.cases.names import deadline_name, doubt_name, lane_name
from augenmass.cases.queries.case import english, label_of, text_of
from augenmass.doors.desk.forms.facts import value_field
from augenmass.doors.desk.pages.law import said
from augenmass.doors.desk.pages.proof import proof_nodes
from augenmass.law.catalogue import BEGINS, Catalogue
from augenmass.law.evaluate import prove
from augenmass.law.facts import FormatError, Held, canonical, parse_value
from augenmass.law.norms.specimens import SPECIMENS
from augenmass.law.norms.statutes import cite_text
from augenmass.law.norms.writing import EXAMPLE_DAY
from augenmass.law.position import Position, assess
from augenmass.law.values import NO, word
from augenmass.law.vocabulary import GROUPS, VOCABULARY
from augenmass.law.vocabulary.declaration import Kind

UNKNOWN = "-"
_MOST = 60
"""Changed facts that an address may hold."""


@dataclass(slots=True)
class Trial:
    """What is tried: a ground case, a day, changed facts (canonical, ``-`` for not established), a question to prove."""

    ground: str
    on: date
    changed: dict[str, str]
    question: str
    adding: str
    error: str = ""

    @property
    def facts(self) -> dict[str, str]:
        """The facts of the case as it is tried."""
        held = dict(_ground(self.ground)) | self.changed
        return {name: value for name, value in held.items() if value != UNKNOWN}

    def address(self, **other: str) -> str:
        """The page with something else asked; an empty text takes a part away."""
        parts = {"ausgang": self.ground, "am": self.on.isoformat(), "frage": self.question}
        parts |= {f"f_{name}": value for name, value in self.changed.items()} | other
        kept = {name: value for name, value in parts.items() if value}
        return f"{reverse('law_trial')}?{urlencode(kept)}"


def _ground(name: str) -> Mapping[str, str]:
    if name.startswith("norm:"):
        _prefix, norm_id, number = name.rsplit(":", 2) if name.count(":") > 1 else ("", "", "")
        norm = next((norm for norm in Catalogue.shipped().norms if norm.id == norm_id), None)
        if norm is not None and number.isdigit() and int(number) < len(norm.examples):
            return dict(norm.examples[int(number)].facts)
    return SPECIMENS.get(name, SPECIMENS["empty"])[2]


def read_trial(query: QueryDict) -> Trial:
    """What the address asks; what cannot be read is named and left out."""
    trial = Trial(query.get("ausgang", "warned"), EXAMPLE_DAY, {}, query.get("frage", ""), query.get("neu", ""))
    try:
        trial.on = date.fromisoformat(query.get("am") or EXAMPLE_DAY.isoformat())
    except ValueError:
        trial.error = _("Dieses Datum lässt sich nicht lesen. Gerechnet wird für den Tag der Beispiele.")
    if trial.on < BEGINS:
        trial.on = EXAMPLE_DAY
        trial.error = _("Der Rechtskatalog beginnt am %(day)s. Gerechnet wird für den Tag der Beispiele.") % {
            "day": date_format(BEGINS, "SHORT_DATE_FORMAT")
        }
    for key in list(query)[: 4 * _MOST]:
        name = key.removeprefix("f_")
        if key == name or not _tried(name) or len(trial.changed) >= _MOST:
            continue
        text = str(query[key]).strip()
        if text in ("", UNKNOWN):
            trial.changed[name] = UNKNOWN
            continue
        try:
            value = parse_value(VOCABULARY[name], text[:1000])
        except FormatError as error:
            trial.error, trial.adding = (error.en if english() else error.de), name
            continue
        trial.changed[name] = UNKNOWN if value is None else canonical(VOCABULARY[name], value)
    ground = _ground(trial.ground)
    trial.changed = {name: value for name, value in trial.changed.items() if ground.get(name, UNKNOWN) != value}
    return trial


def _tried(name: str) -> bool:
    """Whether a fact can be tried out: names, addresses and numbers of people decide nothing and must not stand in an address."""
    return name in VOCABULARY and VOCABULARY[name].kind is not Kind.TEXT


def trial_page(query: QueryDict) -> dict[str, Any]:
    """The context of the page."""
    law = Catalogue.shipped()
    trial = read_trial(query)
    position = assess(law, _held(trial.facts), trial.on, whole=True)
    before = assess(law, _held(dict(_ground(trial.ground))), trial.on, whole=True)
    if trial.question not in {question.id for question in law.questions}:
        trial.question = next((law.step(step).question for step in position.next_steps), law.questions[0].id)
    proof = prove(law, trial.question, _held(trial.facts), trial.on)
    return {
        "trial": trial,
        "here": trial.address(),
        "grounds": _grounds(trial.ground),
        "changed": [_changed(trial, name, value) for name, value in trial.changed.items()],
        "groups": _fact_choices(),
        "adding": _adding(trial),
        "lane": position.lane,
        "lane_name": lane_name(position.lane),
        "lane_before": lane_name(before.lane) if before.lane != position.lane else "",
        "steps": [_step(law, step, position, trial) for step in law.steps if _shown(position, step.id)],
        "doubts": [doubt_name(name) for name in position.doubts],
        "deadlines": [
            (deadline_name(found.rule), found.earliest, found.latest)
            for found in sorted(position.deadlines, key=lambda found: found.earliest or date.max)
            if found.earliest is not None
        ],
        "moved": list(_moved(law, before, position)),
        "questions": [(question.id, said(question)) for question in law.questions],
        "answer": proof.word,
        "proof": proof_nodes(proof, None, frozenset(VOCABULARY)),
        "catalogue_version": law.hash[:12],
    }


def _held(facts: Mapping[str, str]) -> dict[str, Held]:
    read = {name: parse_value(VOCABULARY[name], value) for name, value in facts.items() if name in VOCABULARY}
    return {name: Held(value) for name, value in read.items() if value is not None}


def _grounds(chosen: str) -> list[tuple[str, str]]:
    found = [(key, en if english() else de) for key, (de, en, _facts) in SPECIMENS.items()]
    if chosen.startswith("norm:") and _ground(chosen) is not SPECIMENS["empty"][2]:
        found.append((chosen, _("Beispiel zu %(cite)s") % {"cite": cite_text(chosen.split(":")[1])}))
    return found


def _changed(trial: Trial, name: str, value: str) -> dict[str, str]:
    before = _ground(trial.ground).get(name)
    unknown = _("nicht festgestellt")
    return {
        "label": label_of(VOCABULARY[name]),
        "value": text_of(name, value) if value != UNKNOWN else unknown,
        "before": text_of(name, before) if before is not None else unknown,
        "without": trial.address(**{f"f_{name}": ""}),
    }


def _fact_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    groups: dict[str, list[tuple[str, str]]] = {}
    for name, declared in VOCABULARY.items():
        if not _tried(name):
            continue
        groups.setdefault(declared.group, []).append((name, label_of(declared)))
    return [(GROUPS[key][english()], facts) for key, facts in groups.items()]


def _adding(trial: Trial) -> dict[str, Any] | None:
    if not _tried(trial.adding):
        return None
    from django import forms

    declared = VOCABULARY[trial.adding]
    form = forms.Form(initial={})
    form.fields[f"f_{declared.name}"] = value_field(declared, required=False)
    return {"field": form[f"f_{declared.name}"], "label": label_of(declared)}


def _shown(position: Position, step: str) -> bool:
    return step in position.next_steps or any(blocked.step == step for blocked in position.blocked)


def _step(law: Catalogue, step: Any, position: Position, trial: Trial) -> dict[str, Any]:
    blocked = next((found for found in position.blocked if found.step == step.id), None)
    state = "possible" if blocked is None else "blocked" if blocked.answer == NO else "not_established"
    blockers = blocked.blockers[:3] if blocked else ()
    return {
        "title": said(step),
        "state": state,
        "blockers": [
            {"text": said(found), "cite": cite_text(found.norm or found.cite), "who": ""} for found in blockers
        ],
        "why_address": trial.address(frage=step.question) + "#beweis",
    }


def _moved(law: Catalogue, before: Position, after: Position) -> Any:
    for question in law.questions:
        was, now = before.answers[question.id], after.answers[question.id]
        if was != now:
            yield {"says": said(question), "was": word(was), "now": word(now)}
