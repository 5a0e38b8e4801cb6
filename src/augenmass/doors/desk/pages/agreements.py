"""Integration agreements as their pages show them."""

from typing import Any
from uuid import UUID, uuid4

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.agreements.models import Agreement, Edition, Interpreting, Promise, Signature
from augenmass.agreements.queries.agreements import (
    VIEWS,
    Shown,
    agreements,
    changes_of,
    counts,
    one_agreement,
)
from augenmass.agreements.queries.people import counsellors
from augenmass.agreements.queries.reminders import count_to_settle
from augenmass.agreements.rules.content import Form, Line, Side, digest_of_text
from augenmass.agreements.rules.days import falls_on
from augenmass.agreements.rules.languages import LANGUAGES, RIGHT_TO_LEFT
from augenmass.agreements.situations import Situation, offered, situation
from augenmass.doors.desk.forms.agreements import (
    SIDE_LABELS,
    TOPIC_LABELS,
    AgreementFilterForm,
    AmendForm,
    EndForm,
    ExplainForm,
    GiveForm,
    HeldForm,
    MoveForm,
    Seen,
)
from augenmass.doors.desk.forms.interpreting import InterpreterForm
from augenmass.doors.desk.hidden_search import WORDS
from augenmass.doors.desk.pages.families import family
from augenmass.doors.desk.pages.work import number_of_page, paginated, tabs_of
from augenmass.law.time import today

SIGNS = {
    Agreement.State.DRAFT: ("pen", "dashed"),
    Agreement.State.ACTIVE: ("signature", "strong"),
    Agreement.State.FULFILLED: ("check", "strong"),
    Agreement.State.ENDED: ("info", ""),
    Agreement.State.WITHDRAWN: ("info", ""),
}
"""Icon and tone of the chip of a state; an end is an end, none of them is worse than another."""
PROMISE_SIGNS = {
    Promise.State.ASKED: ("clock", "dashed"),
    Promise.State.ACCEPTED: ("check", "strong"),
    Promise.State.DECLINED: ("close", ""),
    Promise.State.DELIVERED: ("success", "strong"),
}

INTERPRETING_SIGNS = {
    Interpreting.State.ASKED: ("clock", "dashed"),
    Interpreting.State.CONFIRMED: ("check", "strong"),
    Interpreting.State.DECLINED: ("close", ""),
    Interpreting.State.TAKEN_BACK: ("info", ""),
}


def list_page(actor: Actor, query: QueryDict, text: str) -> dict[str, Any]:
    """The context of the list; ``text`` is the name that is looked for."""
    view = query.get("ansicht", "")
    view = view if view in VIEWS else VIEWS[0]
    form = AgreementFilterForm({WORDS: text})
    text = form.text
    found = agreements(actor, view, text, number_of_page(query))
    log.read(actor, "agreements", rows=len(found.rows))
    labels = {
        "running": _("Unterschrieben"),
        "due": _("Gespräch steht an"),
        "late": _("Etwas ist überfällig"),
        "draft": _("In Vorbereitung"),
        "ended": _("Beendet"),
    }
    return {
        "found": found,
        "rows": [line(row) for row in found.rows],
        "page": paginated(found),
        "tabs": tabs_of(reverse("agreements"), "ansicht", labels, view, counts(actor), query),
        "view": view,
        "form": form,
        "applied": int(bool(text)),
        "doubted": count_to_settle(actor),
        "section": "agreements",
    }


def line(row: Agreement) -> dict[str, Any]:
    """An agreement with the words for its codes."""
    return {
        "row": row,
        "sign": SIGNS[Agreement.State(row.state)],
        "language": language_name(row.participant.language),
        "situation": situation_name(situation(row.situation)),
    }


def language_name(key: str) -> str:
    """The name of a language for staff."""
    return LANGUAGES[key][1] if get_language() == "en" and key == "en" else LANGUAGES[key][0]


def situation_name(found: Situation | None) -> str:
    """What a template is called; empty for one that is gone from the configuration."""
    if found is None:
        return ""
    return found.en if get_language() == "en" else found.de


def offered_choices() -> list[tuple[str, str]]:
    """The templates that are offered today."""
    return [(one.key, situation_name(one)) for one in offered(today())]


def one_page(actor: Actor, key: UUID, **forms: Any) -> dict[str, Any]:
    """The context of one agreement, with the forms that can be sent now; writes an access line."""
    shown = one_agreement(actor, key)
    log.read(actor, "agreement")
    found, edition = shown.agreement, shown.in_work
    active = found.state == Agreement.State.ACTIVE
    seen = found.version
    return {
        "shown": shown,
        **line(found),
        "seen": Seen(seen),
        "edition": edition,
        "work": _work(found, edition) if edition is not None else None,
        "next": _next(shown),
        "active": active,
        "contract": found.form == Form.CONTRACT,
        "sides": [_side(found, shown, side) for side in (Side.COUNSELLOR, Side.PERSON)] if shown.holds else [],
        "promises": [_promise(one, found.running) for one in shown.promises],
        "tallies": [{"side": SIDE_LABELS[one.side], "tally": one} for one in shown.tallies],
        "reviews": [review for review in shown.reviews if review != shown.planned],
        "planned_note": _falls(shown),
        "editions": [_edition(shown, one) for one in shown.editions],
        "explain_form": forms.get("explain_form") or (ExplainForm(seen) if _explainable(edition) else None),
        "amend_form": forms.get("amend_form") or (AmendForm(seen) if active and edition is None else None),
        "held_form": forms.get("held_form") or (HeldForm(seen) if shown.planned and active else None),
        "move_form": forms.get("move_form") or (MoveForm(seen) if shown.planned and active else None),
        "interpreting": [_request(one, found.running) for one in shown.interpreting],
        "interpreter_form": forms.get("interpreter_form") or _interpreter_form(shown),
        "interpreter_open": _interpreter_open(shown),
        "family": family(found, forms),
        "give_form": forms.get("give_form") or (GiveForm(_others(actor, found), seen) if found.running else None),
        "end_form": forms.get("end_form") or (EndForm(seen) if found.running else None),
        "refused": forms.get("refused"),
        "letter_key": uuid4(),
        "section": "agreements",
    }


def _others(actor: Actor, found: Agreement) -> list[Any]:
    return [account for account in counsellors(actor) if account.pk != found.counsellor_id]


def _explainable(edition: Edition | None) -> bool:
    return edition is not None and edition.stage == (
        Edition.Stage.TRANSLATED if edition.foreign else Edition.Stage.FIXED
    )


def _next(shown: Shown) -> str:
    """What comes next, in a sentence."""
    edition = shown.in_work
    if edition is None:
        return ""
    signed = {one.side for one in shown.signatures if one.edition_id == edition.pk}
    if edition.stage == Edition.Stage.EXPLAINED:
        missing = [_("die Person"), _("die Beratungsstelle")]
        sides = [Signature.Side.PERSON, Signature.Side.COUNSELLOR]
        open_ = [name for name, side in zip(missing, sides, strict=True) if side not in signed]
        return _("Es fehlt noch die Unterschrift: %(who)s.") % {"who": ", ".join(open_)}
    if edition.stage == Edition.Stage.DRAFT:
        return _("Ausgangslage, Ziele und Schritte eintragen, dann den Text festlegen.")
    if edition.stage == Edition.Stage.FIXED and edition.foreign:
        return _("Den Text übersetzen lassen.")
    return _("Den Text mit der Person durchgehen und erklären.")


def _work(found: Agreement, edition: Edition) -> dict[str, Any]:
    """The edition that is worked on, for its card."""
    content = edition.said
    return {
        "draft": edition.stage == Edition.Stage.DRAFT,
        "points": [(TOPIC_LABELS[topic], text) for topic, text in content.points.items()],
        "goals": content.goals,
        "weeks": content.review_weeks,
        "steps": [
            {
                "step": step,
                "side": SIDE_LABELS[step.side],
                "named": falls_on(step.due, found.body.land) if step.due else "",
            }
            for step in content.steps
        ],
        "translatable": edition.foreign and edition.stage in (Edition.Stage.FIXED, Edition.Stage.TRANSLATED),
        "signable": edition.stage == Edition.Stage.EXPLAINED,
    }


def _side(found: Agreement, shown: Shown, side: Side) -> dict[str, Any]:
    """The steps of one side, with what is late."""
    day = today()
    steps = [step for step in shown.steps if step.side == side]
    return {
        "label": SIDE_LABELS[side],
        "steps": [
            {
                "step": step,
                "late": step.done_on is None and step.due is not None and step.due < day,
                "named": falls_on(step.due, found.body.land) if step.due and step.done_on is None else "",
            }
            for step in steps
        ],
    }


def _promise(one: Promise, running: bool) -> dict[str, Any]:
    return {
        "row": one,
        "sign": PROMISE_SIGNS[Promise.State(one.state)],
        "late": one.state == Promise.State.ACCEPTED and one.due < today(),
        "again": running and one.state in (Promise.State.ASKED, Promise.State.ACCEPTED),
        "back": one.state in (Promise.State.ASKED, Promise.State.DECLINED),
    }


def _interpreter_form(shown: Shown) -> InterpreterForm | None:
    found, planned = shown.agreement, shown.planned
    if not found.running or found.participant.language == "de":
        return None
    return InterpreterForm.for_talk(found.version, found.participant.language, planned.due if planned else None)


def _interpreter_open(shown: Shown) -> bool:
    """Whether the next talk is in a foreign language and nobody is known to interpret it."""
    planned = shown.planned
    if planned is None or shown.agreement.participant.language == "de" or planned.interpreter_ordered:
        return False
    confirmed = Interpreting.State.CONFIRMED
    return not any(one.review_id == planned.pk and one.state == confirmed for one in shown.interpreting)


def _request(one: Interpreting, running: bool) -> dict[str, Any]:
    ahead = running and one.day >= today()
    return {
        "row": one,
        "sign": INTERPRETING_SIGNS[Interpreting.State(one.state)],
        "language": language_name(one.language),
        "again": ahead and one.state == Interpreting.State.ASKED,
        "back": ahead and one.state in (Interpreting.State.ASKED, Interpreting.State.CONFIRMED),
    }


def _falls(shown: Shown) -> str:
    planned = shown.planned
    return falls_on(planned.due, shown.agreement.body.land) if planned is not None else ""


def _edition(shown: Shown, edition: Edition) -> dict[str, Any]:
    return {
        "edition": edition,
        "signatures": [one for one in shown.signatures if one.edition_id == edition.pk],
        "copy": shown.copies.get(edition.pk),
    }


def text_page(actor: Actor, edition: Edition) -> dict[str, Any]:
    """The context of the page with the exact words of an edition; writes an access line."""
    log.read(actor, "agreement")
    signatures = list(edition.signatures.order_by("at"))
    return {
        "edition": edition,
        "row": edition.agreement,
        "texts": texts_of(edition),
        "changes": changes_of(edition),
        "signatures": signatures,
        "section": "agreements",
    }


def texts_of(edition: Edition) -> list[dict[str, Any]]:
    """The texts of an edition, each with its language and digest."""
    found = [("de", edition.lines_de)]
    if edition.text_own:
        found.append((edition.language, edition.lines_own))
    return [
        {
            "language": key,
            "name": LANGUAGES[key][0],
            "direction": "rtl" if key in RIGHT_TO_LEFT else "ltr",
            "blocks": blocks(lines),
            "digest": digest_of_text(lines),
        }
        for key, lines in found
    ]


def blocks(lines: tuple[Line, ...]) -> list[dict[str, Any]]:
    """Lines for a page: items that follow each other are one list."""
    found: list[dict[str, Any]] = []
    for one in lines:
        if one.kind.value == "item" and found and found[-1]["kind"] == "items":
            found[-1]["lines"].append(one.text)
        elif one.kind.value == "item":
            found.append({"kind": "items", "lines": [one.text]})
        else:
            found.append({"kind": one.kind.value, "text": one.text})
    return found
