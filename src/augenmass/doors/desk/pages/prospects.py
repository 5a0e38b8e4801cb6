"""Prospects, the residence desk and suspensions as their pages show them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.forms import Form
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.access.actor import Actor
from augenmass.access.sight import fact_names_visible
from augenmass.cases.facts import KnownFacts
from augenmass.cases.positions import display_name
from augenmass.cases.queries.case import english
from augenmass.cases.queries.worklist import reads_names
from augenmass.cases.renewal_lead import PARAMETER
from augenmass.directory.roles import Permission
from augenmass.doors.desk.forms.prospects import AnswerForm, FindingForm, HandOverForm, LeadForm, RunForm
from augenmass.doors.desk.pages.case import blocker_row
from augenmass.doors.desk.pages.work import name_of, paginated, tabs_of
from augenmass.law.norms.prospects.each import EACH
from augenmass.law.values import NO, YES, word
from augenmass.prospects.actions.renewing import Prepared
from augenmass.prospects.gate import title_of
from augenmass.prospects.models import DeskMatter
from augenmass.prospects.queries.case import Prospects, Row
from augenmass.prospects.queries.suspensions import Suspensions
from augenmass.prospects.rules import Standing, bars
from augenmass.record.models import Case
from augenmass.work.queries.paging import Page

LABELS = {key: (german, english) for key, german, english, _norms in EACH}
STANDINGS = {
    Standing.AT_DESK: (gettext_lazy("liegt beim Aufenthalt"), "external", "strong"),
    Standing.POSITIVE: (gettext_lazy("kommt in Betracht"), "success", "strong"),
    Standing.OPEN: (gettext_lazy("offen"), "not-established", "dashed"),
    Standing.EXCLUDED: (gettext_lazy("scheidet aus"), "close", ""),
}


def prospects_page(
    actor: Actor, case: Case, found: Prospects, forms: Mapping[str, Form] | None = None
) -> dict[str, Any]:
    """The context of the page of a case; ``forms`` are those that were sent, by prospect or name."""
    sent = forms or {}
    names = fact_names_visible(actor, case)
    barring = [row for row in found.rows if bars(row.standing)]
    known = KnownFacts(dict(found.held))
    waiting = next((matter for matter in found.matters if matter.state == DeskMatter.State.OPEN), None)
    return {
        "section": "worklist",
        "case": case,
        "name": display_name(known) if "family_name" in names else "",
        "rows": [_row(case, row, names, sent.get(row.key), may_act=found.may_act) for row in found.rows],
        "counts": {how.value: sum(row.standing is how for row in found.rows) for how in Standing},
        "barring": len(barring),
        "told_on": _day(found, "hardship_informed_on"),
        "checked_on": _day(found, "prospects_checked_on"),
        "matters": [_matter(matter) for matter in found.matters],
        "letters": found.letters,
        "may_act": found.may_act,
        "hand_form": _hand_form(actor, found, waiting, sent) if found.may_act else None,
        "inform_refused": sent.get("inform"),
    }


def _hand_form(actor: Actor, found: Prospects, waiting: DeskMatter | None, sent: Mapping[str, Form]) -> Form | None:
    if "hand" in sent:
        return sent["hand"]
    offered = [row for row in found.rows if bars(row.standing)]
    return HandOverForm(actor, offered) if offered and waiting is None else None


def _row(case: Case, row: Row, names: frozenset[str], sent: Form | None, *, may_act: bool) -> dict[str, Any]:
    label, icon, tone = STANDINGS[row.standing]
    form = sent or FindingForm(row.key, row.fact.pk if row.fact else None)
    return {
        "key": row.key,
        "title": LABELS[row.key][english()],
        "answer": word(row.law),
        "label": label,
        "icon": icon,
        "tone": tone,
        "missing": [
            blocker_row(case, blocker, names)
            if blocker is not None
            else {"text": _("Eine Angabe, die Sie nicht sehen dürfen"), "cite": "", "who": ""}
            for blocker in row.missing
        ],
        "more": row.more,
        "proof": reverse("proof", args=[case.key, f"prospect_{row.key}"]),
        "found": {YES: _("kommt in Betracht"), NO: _("scheidet aus")}.get(row.officer, ""),
        "disputed": row.fact is not None and row.fact.disputed_by_id is not None,
        "fact": row.fact,
        "form": form if may_act else None,
        "open": sent is not None,
    }


def _day(found: Prospects, name: str) -> date | None:
    held = found.held.get(name)
    if held is None or held.disputed or not isinstance(held.value, tuple):
        return None
    return date.fromordinal(held.value[0])


def _matter(matter: DeskMatter) -> dict[str, Any]:
    return {
        "matter": matter,
        "prospects": ", ".join(title_of(key) for key in matter.prospects),
        "outcome": getattr(matter, "outcome", None),
        "waits": matter.state == DeskMatter.State.OPEN,
    }


def desk_page(
    actor: Actor, view: str, found: Page[DeskMatter], counts: Mapping[str, int], query: QueryDict
) -> dict[str, Any]:
    """The context of the queue of the residence desk."""
    labels = {"mine": _("Für mich und mein Sachgebiet"), "open": _("Alle offenen"), "answered": _("Entschieden")}
    named = reads_names(actor)
    return {
        "section": "residence_desk",
        "view": view,
        "page": paginated(found),
        "lines": [_matter(row) | {"name": name_of(row.case) if named else ""} for row in found.rows],
        "tabs": tabs_of(reverse("residence_desk"), "ansicht", labels, view, counts, query),
    }


def matter_page(actor: Actor, matter: DeskMatter, form: AnswerForm | None = None) -> dict[str, Any]:
    """The context of one matter."""
    waits = matter.state == DeskMatter.State.OPEN
    return _matter(matter) | {
        "section": "residence_desk",
        "case": matter.case,
        "name": name_of(matter.case) if reads_names(actor) else "",
        "form": form or (AnswerForm() if waits else None),
    }


def suspensions_page(
    actor: Actor,
    view: str,
    found: Suspensions,
    query: QueryDict,
    form: RunForm | None = None,
    prepared: Sequence[Prepared] = (),
) -> dict[str, Any]:
    """The context of the page of suspensions: rows with the step to take, and what a run has prepared."""
    labels = {"owed": _("Duldung fehlt"), "ending": _("Läuft ab"), "late": _("Zu spät erinnert")}
    named = reads_names(actor)
    step = "grant_suspension" if view == "owed" else "renew_suspension"
    return {
        "section": "suspensions",
        "view": view,
        "weeks": found.weeks,
        "page": paginated(found.page),
        "rows": [
            {
                "row": row,
                "case": row.case,
                "name": name_of(row.case) if named else "",
                "address": reverse("step", args=[row.case.key, step]),
            }
            for row in found.page.rows
        ],
        "tabs": tabs_of(reverse("suspensions"), "ansicht", labels, view, found.counts, query),
        "form": form or (RunForm() if view == "ending" and found.page.rows else None),
        "prepared": prepared,
        "lead_form": _lead_form(actor) if view == "ending" else None,
    }


def _lead_form(actor: Actor) -> LeadForm | None:
    """For who distributes the work of the body."""
    if actor.reads_only or not actor.may(Permission.REASSIGN):
        return None
    return LeadForm(actor.body.policies.get(PARAMETER))
