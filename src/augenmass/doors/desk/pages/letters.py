"""The pages of a letter."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.cases.queries.case import english
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.law.vocabulary import VOCABULARY
from augenmass.letters.models import Letter
from augenmass.letters.queries.letters import deadlines_of, entries_of, letter_data, preview
from augenmass.letters.rules.drafts import WARNING
from augenmass.letters.rules.fixed import HARDSHIP, HEARING, OFFER, RETURN, SUSPENSION
from augenmass.letters.rules.information import TEMPLATE as PROSPECTS
from augenmass.letters.rules.inputs import Gap, Incomplete
from augenmass.letters.rules.joint_work import TEMPLATE as JOINT_WORK
from augenmass.letters.wording.passages import REMEDY

TITLES: Mapping[str, Promise] = {
    OFFER: gettext_lazy("Angebot der Rückkehrberatung"),
    RETURN: gettext_lazy("Information über freiwillige Ausreise und Hilfen"),
    HARDSHIP: gettext_lazy("Information über Härtefallkommission und Petition"),
    SUSPENSION: gettext_lazy("Schreiben über die Aussetzung der Abschiebung"),
    HEARING: gettext_lazy("Anhörung vor einer Entscheidung"),
    WARNING: gettext_lazy("Androhung der Abschiebung"),
    PROSPECTS: gettext_lazy("Information über Bleibeperspektiven"),
    JOINT_WORK: gettext_lazy("Information über gemeinsame Arbeit mehrerer Stellen"),
    REMEDY: gettext_lazy("Rechtsbehelfe"),
    "agreement_talk": gettext_lazy("Erinnerung an ein Gespräch"),
    "agreement_step": gettext_lazy("Erinnerung an einen Schritt"),
}
"""What letters and wordings are called, by template."""

#: Where a gap of the rules can be closed: in a fact of the case, by its name.
FACTS_OF_GAPS = {
    "address": "address_street",
    "date_of_birth": "date_of_birth",
    "nationality": "nationality",
    "family_name": "family_name",
    "legal_representative": "legal_guardian_name",
    "legal_representative_address": "legal_guardian_address",
    "representative_address": "representative_address",
    "representative_authority": "written_authority_shown",
    "victim_indications": "victim_indications",
    "removal_prohibition": "prohibition_concrete_danger",
    "suspension_kind": "suspension_kind",
}


def letter_page(actor: Actor, found: Letter) -> dict[str, Any]:
    """State, choices of the rules, text, and everything that happened; writes an access line."""
    log.read(actor, "letter", case_id=found.case_id, categories=["identity"])
    context = basis(found) | {
        "may_edit": found.state == Letter.State.DRAFT and actor.may(Permission.TAKE_STEPS),
        "may_dispatch": actor.may(Permission.DISPATCH) and found.state in (Letter.State.SIGNED, Letter.State.RETURNED),
        "under_way": actor.may(Permission.DISPATCH) and found.state == Letter.State.DISPATCHED,
        "dispatches": list(found.dispatches.all()),
        "deadlines": list(deadlines_of(found)),
        "title": TITLES.get(found.template, ""),
    }
    if found.state == Letter.State.DRAFT:
        return context | _draft(actor, found)
    signature = getattr(found, "signature", None)
    return context | {"signature": signature, "data": signature.data if signature else None}


def basis(found: Letter) -> dict[str, Any]:
    """What every page of a letter shows."""
    return {"section": "worklist", "letter": found, "case": found.case}


def gap_rows(found: Letter, gaps: tuple[Gap, ...]) -> list[dict[str, str]]:
    """What is missing, in the reader's language, with the address of the fact that would close it."""
    rows = []
    for gap in gaps:
        fact = FACTS_OF_GAPS.get(gap.field, "")
        address = reverse("fact_record", args=[found.case.key, fact]) if fact else ""
        rows.append({"text": gap.en if english() else gap.de, "address": address})
    return rows


def _draft(actor: Actor, found: Letter) -> dict[str, Any]:
    seen = preview(found, actor.account)
    draft = entries_of(found)
    data = _data(actor, found)
    return {
        "gaps": gap_rows(found, seen.gaps),
        "further": _further(data),
        "addressee": seen.addressee,
        "addressee_reason": _addressee_reason(seen.addressee),
        "remedy": seen.remedy,
        "draft": draft,
        "data": data,
    }


def _further(data: dict[str, Any] | None) -> dict[str, Any] | None:
    """The further language that the letter carries, and whether its translation is confirmed."""
    if data is None or not data["choices"]["language"]:
        return None
    choice = VOCABULARY["language"].choice(data["choices"]["language"])
    return {"name": choice.en if english() else choice.de, "confirmed": bool(data["choices"]["confirmed_by"])}


def _addressee_reason(addressee: Any) -> str:
    if addressee is None:
        return ""
    return str(addressee.reason_en if english() else addressee.reason_de)


def _data(actor: Actor, found: Letter) -> dict[str, Any] | None:
    """The text of a draft; None as long as something is missing (the page then shows what)."""
    try:
        return letter_data(found, actor.account, today())
    except Incomplete:
        return None
