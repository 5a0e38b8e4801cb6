"""Pages of the letters to the person: all of a case, those of fixed passages, and the translations that they carry."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.access.actor import Actor
from augenmass.cases.queries.case import english
from augenmass.directory.roles import Permission
from augenmass.doors.desk.forms.fixed_letters import LanguageForm, language_choices, language_label
from augenmass.doors.desk.pages.letters import FACTS_OF_GAPS, TITLES
from augenmass.letters.models import Letter
from augenmass.letters.queries.fixed import fixed_preview, was_offered
from augenmass.letters.queries.letters import letters_of
from augenmass.letters.queries.translations import Standing, State, side_by_side, states_for
from augenmass.letters.rules.drafts import WARNING
from augenmass.letters.rules.fixed import HARDSHIP, HEARING, OFFER, RETURN, SUSPENSION
from augenmass.letters.rules.inputs import Gap
from augenmass.letters.wording.passages import languages
from augenmass.record.models import Case

OFFER_STEP = "offer_counselling"


@dataclass(frozen=True, slots=True)
class Kind:
    """A letter that is made on its page: its title, what it is for, the name of its address."""

    template: str
    title: Promise
    lead: Promise


KINDS: Mapping[str, Kind] = {
    "beratungsangebot": Kind(
        OFFER,
        TITLES[OFFER],
        gettext_lazy(
            "Das Schreiben nennt die Beratungsstelle mit Kontakt und Sprechzeiten und sagt, was ein Förderantrag bewirken kann. "
            "Die Beratung ist freiwillig."
        ),
    ),
    "freiwillige-ausreise": Kind(
        RETURN,
        TITLES[RETURN],
        gettext_lazy(
            "Das Schreiben nennt die Beratungsstelle, die Hilfen mit den Beträgen von heute und die Folgen eines Förderantrags."
        ),
    ),
    "haertefall": Kind(
        HARDSHIP,
        TITLES[HARDSHIP],
        gettext_lazy(
            "Das Schreiben erklärt, wie sich die Person an die Härtefallkommission und an das Parlament wenden kann. Mit dem Versand wird "
            "festgehalten, dass sie darüber informiert ist."
        ),
    ),
    "duldung": Kind(
        SUSPENSION,
        TITLES[SUSPENSION],
        gettext_lazy(
            "Das Schreiben entsteht mit der Unterschrift, die eine Duldung erteilt oder verlängert. Die Bescheinigung auf dem amtlichen "
            "Vordruck ersetzt es nicht."
        ),
    ),
}
_CHIPS = {
    Standing.OPEN: ("clock", ""),
    Standing.CONFIRMED: ("success", "ok"),
    Standing.OBJECTED: ("close", "overdue"),
}
_WORDS = {
    Standing.OPEN: gettext_lazy("nicht bestätigt"),
    Standing.CONFIRMED: gettext_lazy("bestätigt"),
    Standing.OBJECTED: gettext_lazy("beanstandet"),
}


def address_of(case: Case, slug: str) -> str:
    """Where a letter is looked at and made."""
    if KINDS[slug].template == OFFER:
        return reverse("counselling_offer", args=[case.key])
    return reverse("fixed_letter", args=[case.key, slug])


def case_letters_page(actor: Actor, case: Case) -> dict[str, Any]:
    """Every letter of a case, and what can be written."""
    rows = [{"letter": one, "title": TITLES.get(one.template, "")} for one in letters_of(actor, case.pk)]
    steps = (("hear_person", TITLES[HEARING]), ("issue_warning", TITLES[WARNING]))
    return {
        "section": "worklist",
        "case": case,
        "rows": rows,
        "kinds": [(kind.title, address_of(case, slug)) for slug, kind in KINDS.items()],
        "steps": [(title, reverse("step", args=[case.key, step])) for step, title in steps],
        "may_write": _may_write(actor, case),
    }


def fixed_page(actor: Actor, case: Case, slug: str, language: str | None) -> dict[str, Any]:
    """The letter as it would be made today, what is missing for it, and those that were made. Raises ``KeyError``."""
    kind = KINDS[slug]
    seen = fixed_preview(actor, case, kind.template, language)
    may_write = _may_write(actor, case)
    waits = kind.template == OFFER and not was_offered(case)
    made = letters_of(actor, case.pk).filter(template=kind.template).exclude(state=Letter.State.DISCARDED)
    return {
        "section": "worklist",
        "case": case,
        "kind": kind,
        "address": address_of(case, slug),
        "data": seen.data,
        "gaps": [_gap(case, gap) for gap in seen.gaps],
        "letters": list(made),
        "spoken": language_label(seen.spoken) if seen.spoken else "",
        "language": seen.language,
        "language_form": LanguageForm(language_choices(case.body_id, kind.template), seen.language),
        "confirmed": bool(seen.data and seen.data["choices"]["confirmed_by"]),
        "further": bool(seen.data and seen.data["choices"]["language"]),
        "may_list": actor.may(Permission.TAKE_STEPS),
        "may_write": may_write and not waits,
        "step_address": reverse("step", args=[case.key, OFFER_STEP]) if may_write and waits else "",
    }


def _may_write(actor: Actor, case: Case) -> bool:
    return actor.may(Permission.TAKE_STEPS) and not actor.reads_only and case.body_id == actor.body_id


def _gap(case: Case, gap: Gap) -> dict[str, str]:
    fact = FACTS_OF_GAPS.get(gap.field, "")
    address = reverse("fact_record", args=[case.key, fact]) if fact else ""
    return {"text": gap.en if english() else gap.de, "address": address}


def translations_page(actor: Actor) -> dict[str, Any]:
    """Every translation with its state, language by language."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for state in states_for(actor):
        groups.setdefault(state.language, []).append(_row(state))
    return {
        "section": "translations",
        "groups": [(_both_names(language), language, rows) for language, rows in groups.items()],
    }


def translation_page(actor: Actor, name: str, language: str) -> dict[str, Any]:
    """One translation beside the German text, with its state. Raises ``NoSuchTranslation``."""
    state, lines = side_by_side(actor, name, language)
    return _row(state) | {
        "section": "translations",
        "lines": lines,
        "language": language,
        "language_name": _both_names(language),
        "review": state.review,
        "names_others": actor.may(Permission.ADMINISTER),
    }


def _row(state: State) -> dict[str, Any]:
    icon, tone = _CHIPS[state.standing]
    return {
        "title": TITLES[state.wording],
        "address": reverse("translation", args=[state.wording, state.language]),
        "standing": state.standing.value,
        "word": _WORDS[state.standing],
        "icon": icon,
        "tone": tone,
        "review": state.review,
    }


def _both_names(language: str) -> str:
    return _("%(here)s (%(own)s)") % {"here": language_label(language), "own": languages()[language].name}
