"""Words and signs that pages use for deadlines, lanes, steps and findings. Pure: no database, no request."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from django.utils.translation import gettext, gettext_lazy, ngettext

from augenmass.law.values import NO, UNKNOWN, YES

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

Mark = Literal["established", "not_established", "opposed"]
SOON = 7
"""Days before a deadline from which its chip asks for attention."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A word with its icon; `tone` is one of "", "strong", "dashed", "soon", "late"."""

    word: "str | _StrPromise"
    icon: str
    tone: str = ""


LANE_ICONS = {
    "clarify": "lane-clarify",
    "prospects": "lane-prospects",
    "prospects_of_residence": "lane-prospects",
    "suspended": "lane-suspended",
    "voluntary": "lane-voluntary",
    "voluntary_departure": "lane-voluntary",
    "enforcement": "lane-enforcement",
    "closed": "lane-closed",
}
LANE_WORDS = {
    "clarify": gettext_lazy("Klären"),
    "prospects": gettext_lazy("Bleibeperspektive"),
    "prospects_of_residence": gettext_lazy("Bleibeperspektive"),
    "suspended": gettext_lazy("Duldung"),
    "voluntary": gettext_lazy("Freiwillige Ausreise"),
    "voluntary_departure": gettext_lazy("Freiwillige Ausreise"),
    "enforcement": gettext_lazy("Vollzug"),
    "closed": gettext_lazy("Abgeschlossen"),
}

MARKS: dict[Mark, Sign] = {
    "established": Sign(gettext_lazy("festgestellt"), "established", "strong"),
    "not_established": Sign(gettext_lazy("nicht festgestellt"), "not-established", "dashed"),
    "opposed": Sign(gettext_lazy("entgegenstehend"), "opposed", "strong"),
}
STEP_STATES = {
    "possible": Sign(gettext_lazy("Voraussetzungen nach Aktenlage festgestellt"), "established", "strong"),
    "not_established": Sign(
        gettext_lazy("Voraussetzungen nach Aktenlage nicht festgestellt"), "not-established", "dashed"
    ),
    "blocked": Sign(gettext_lazy("Voraussetzungen nach Aktenlage entgegenstehend"), "blocked", "strong"),
    "draft": Sign(gettext_lazy("Entwurf"), "pen"),
    "waiting": Sign(gettext_lazy("Wartet auf die zweite Unterschrift"), "signature", "soon"),
    "signed": Sign(gettext_lazy("Unterschrieben"), "signature"),
    "done": Sign(gettext_lazy("Erledigt"), "check"),
    "returned": Sign(gettext_lazy("Zurückgegeben"), "refresh", "soon"),
}


def mark_of(answer: object) -> Mark:
    """The mark of an answer, given as a value of the law (`YES`, `UNKNOWN`, `NO`), "yes"/"no"/"not_established" or already as a mark.

    Raises `ValueError` for anything else: a page must not show a finding that nobody made.
    """
    if answer in (YES, "yes", "established"):
        return "established"
    if answer in (NO, "no", "opposed"):
        return "opposed"
    if answer in (UNKNOWN, "not_established", "unknown"):
        return "not_established"
    raise ValueError(f"not an answer of the law: {answer!r}")


def lane(key: str, label: str = "") -> Sign:
    """The sign of a lane; `label` (from the catalogue) goes before the word known here."""
    return Sign(label or str(LANE_WORDS.get(key, key)), LANE_ICONS.get(key, "lane-clarify"))


def days_from(due: date, today: date) -> str:
    """The distance of a day in words: "heute", "morgen", "in 5 Tagen", "seit 3 Tagen überfällig"."""
    if isinstance(due, datetime):
        due = due.date()
    distance = (due - today).days
    if distance == 0:
        return gettext("heute")
    if distance == 1:
        return gettext("morgen")
    if distance > 1:
        return ngettext("in %(days)d Tag", "in %(days)d Tagen", distance) % {"days": distance}
    return ngettext("seit %(days)d Tag überfällig", "seit %(days)d Tagen überfällig", -distance) % {"days": -distance}


def deadline(due: date, today: date) -> Sign:
    """The sign of a deadline by its distance; the tone only repeats what the words say."""
    if isinstance(due, datetime):
        due = due.date()
    distance = (due - today).days
    if distance < 0:
        return Sign(days_from(due, today), "warning", "late")
    return Sign(days_from(due, today), "clock", "soon" if distance <= SOON else "")
