"""The page of the cases without an offer of counselling."""

from typing import Any

from augenmass.access.actor import Actor
from augenmass.cases.queries.not_offered import not_offered
from augenmass.cases.queries.worklist import shown_due
from augenmass.doors.desk.pages.names import lane_name
from augenmass.directory.roles import Permission
from augenmass.doors.desk.forms.counselling import CounsellingForm, TranslationForm
from augenmass.doors.desk.forms.person_access import BoxForm
from augenmass.doors.desk.pages.letters import FACTS_OF_GAPS
from augenmass.doors.desk.pages.names import lane_name
from augenmass.letters.queries.counselling_offer import offer_preview, translations
from augenmass.letters.queries.letters import letters_of
from augenmass.letters.rules.counselling_offer import TEMPLATE
from augenmass.letters.rules.inputs import Gap
from augenmass.person_access.actions.counselling import box_of
from augenmass.record.models import Case

STEP = "offer_counselling"


def listing_page(actor: Actor, number: int) -> dict[str, Any]:
    """The cases without an offer."""
    page = not_offered(actor, number)
    rows = [
        {"position": row, "lane": lane_name(row.lane), "due": shown_due(row), "ready": _ready(row)} for row in page.rows
    ]
    return {"section": "not_offered", "page": page, "rows": rows}


def _ready(row: Any) -> bool:
    return STEP in row.content["next_steps"]


def offer_page(actor: Actor, case: Case) -> dict[str, Any]:
    """The letter as it would be made today, what is missing for it, and those that were made."""
    seen = offer_preview(actor, case)
    return {
        "section": "worklist",
        "case": case,
        "data": seen.data,
        "gaps": [_gap(case, gap) for gap in seen.gaps],
        "offered": seen.offered,
        "letters": list(letters_of(actor, case.pk).filter(template=TEMPLATE)),
        "may_write": actor.may(Permission.TAKE_STEPS) and not actor.reads_only and case.body_id == actor.body_id,
        "step_address": reverse("step", args=[case.key, STEP]),
    }


def _gap(case: Case, gap: Gap) -> dict[str, str]:
    fact = FACTS_OF_GAPS.get(gap.field, "")
    address = reverse("fact_record", args=[case.key, fact]) if fact else ""
    return {"text": gap.en if english() else gap.de, "address": address}


def kept_page(actor: Actor, form: CounsellingForm, wrong: TranslationForm | None = None) -> dict[str, Any]:
    """What the administration keeps: the services that letters name, and the translations with who confirmed them."""
    rows = [
        (one, wrong or TranslationForm(initial={"sha256": one.text_sha256}, auto_id=f"id_{one.language}_%s"))
        for one in translations(actor)
    ]
    box = box_of(actor.body_id)
    return {"section": "administration", "form": form, "translations": rows, "box": box, "box_form": BoxForm()}
