"""The filters of the worklist."""

from collections.abc import Iterable
from functools import cache

from django import forms
from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.doors.desk.forms.select import PlainSelect
from augenmass.doors.desk.pages.names import blocker_name, deadline_name, doubt_name, lane_name, step_name
from augenmass.law.catalogue import Catalogue
from augenmass.lawbook.in_force import in_force
from augenmass.work.actions.people import colleagues, units

Choices = list[tuple[str, str]]


def _choices(pairs: Iterable[tuple[str, str]]) -> Choices:
    return [("", _("alle")), *pairs]


class _Filter(forms.Form):
    """Built anew for each reader: the words are in their language."""

    def __init__(self, data: QueryDict, offered: dict[str, tuple[str, Choices]]) -> None:
        super().__init__(data)
        self.fields["q"] = forms.CharField(label=_("Name, Aktenzeichen, AZR-Nummer"), required=False, max_length=100)
        for name, (label, choices) in offered.items():
            self.fields[name] = forms.ChoiceField(label=label, choices=choices, required=False, widget=PlainSelect)


def filter_form(actor: Actor, data: QueryDict, position: bool = True) -> forms.Form:
    """The form with what the catalogue and the body offer; without ``position`` nothing that tells of the law's answers."""
    offered = {
        **_from_catalogue(in_force(), get_language() or ""),
        "due": (
            _("Fällig"),
            _choices(
                [
                    ("overdue", _("überfällig")),
                    ("today", _("heute")),
                    ("week", _("in 7 Tagen")),
                    ("month", _("in einem Monat")),
                ]
            ),
        ),
        "officer": (
            _("Zuständig"),
            _choices([("none", _("niemand")), *((str(found.pk), found.name) for found in colleagues(actor))]),
        ),
        "unit": (_("Sachgebiet"), _choices((str(unit.pk), unit.name) for unit in units(actor))),
    }
    return _Filter(data, offered if position else {name: offered[name] for name in ("officer", "unit")})


@cache
def _from_catalogue(law: Catalogue, language: str) -> dict[str, tuple[str, Choices]]:
    """The filters whose words are the catalogue's, in a language (the one that is active)."""
    doubts = {(doubt.id, doubt_name(doubt.id)) for doubt in law.doubts}
    facts = {(name, blocker_name(name)) for name in _fact_names(law)}
    return {
        "lane": (_("Spur"), _choices((lane.id, lane_name(lane.id)) for lane in law.lanes)),
        "step": (_("Nächster Schritt"), _choices((step.id, step_name(step.id)) for step in law.steps)),
        "blocker": (_("Was entgegensteht oder fehlt"), _choices(sorted(doubts | facts, key=lambda pair: pair[1]))),
        "doubt": (_("Zweifel am Eintrag"), _choices((doubt.id, doubt_name(doubt.id)) for doubt in law.doubts)),
        "deadline": (_("Frist"), _choices((rule.id, deadline_name(rule.id)) for rule in law.deadlines)),
    }


@cache
def _fact_names(law: Catalogue) -> frozenset[str]:
    """Every fact that the question of a step can rest on."""
    found: set[str] = set()
    waiting = [law.program.questions[step.question] for step in law.steps]
    seen: set[int] = set()
    while waiting:
        site = waiting.pop()
        if site.number in seen:
            continue
        seen.add(site.number)
        found.update(site.fact_names)
        waiting.extend(site.children)
    return frozenset(found)
