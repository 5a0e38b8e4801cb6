"""Notices as the pages show them. Suspicion and outcome carry words of their own; lists follow the day, never a number of entries."""

from collections.abc import Iterable
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from augenmass.access.actor import Actor
from augenmass.cases.queries.case import fact_name, text_of
from augenmass.directory.roles import Permission
from augenmass.doors.desk.forms.notices import PROVISION_LABELS, ExamineForm, NoticeCaseForm, NoticeJoinForm
from augenmass.doors.desk.pages.work import name_of, number_of_page, paginated, tabs_of
from augenmass.law.time import today
from augenmass.notices.models import LandProvision, Notice
from augenmass.notices.queries.inbox import (
    VIEWS,
    facts_to_rest,
    inbox,
    inbox_counts,
    rests_of,
    returned,
    starts_without_end,
    traces,
)
from augenmass.notices.queries.proceedings import end_of, takes_the_ground
from augenmass.notices.queries.sent import VIEWS as SENT_VIEWS
from augenmass.notices.queries.sent import (
    can_be_taken_back,
    content_shown,
    list_sent,
    receipt_of,
    returned_to,
    sent_counts,
)
from augenmass.notices.rules.kinds import STAGES, Kind, Stage
from augenmass.notices.words import STAGE_LABELS
from augenmass.record.models import Case
from augenmass.work.queries.paging import page_of

SIGNS = {
    Stage.FACT: ("info", ""),
    Stage.SUSPICION: ("not-established", "dashed"),
    Stage.OUTCOME: ("check", "strong"),
}
"""Icon and tone of what a notice is: a finding, a suspicion, an outcome."""


def stage_of(notice: Notice) -> dict[str, Any]:
    """Whether a notice tells a suspicion or an outcome."""
    stage = STAGES[Kind(notice.kind)]
    icon, tone = SIGNS[stage]
    return {"label": str(STAGE_LABELS[stage]), "icon": icon, "tone": tone}


def provision_of(notice: Notice) -> str:
    """The provision as people cite it."""
    if notice.land_provision is not None:
        return notice.land_provision.text
    return str(PROVISION_LABELS.get(notice.provision, notice.provision))


def line(notice: Notice) -> dict[str, Any]:
    """A notice in a list."""
    late = notice.due < today() and notice.state in (Notice.State.OPEN, Notice.State.UNASSIGNED)
    return {"row": notice, "stage": stage_of(notice), "provision": provision_of(notice), "late": late}


def inbox_page(actor: Actor, query: QueryDict) -> dict[str, Any]:
    """The context of the authority's inbox."""
    view = query.get("ansicht", "")
    view = view if view in VIEWS else VIEWS[0]
    found = inbox(actor, view, number_of_page(query))
    labels = {
        "open": _("Zu prüfen"),
        "unassigned": _("Ohne Fall"),
        "awaited": _("Ausgang fehlt"),
        "examined": _("Geprüft"),
    }
    return {
        "view": view,
        "found": found,
        "lines": [line(row) for row in found.rows],
        "page": paginated(found),
        "tabs": tabs_of(reverse("notices"), "ansicht", labels, view, inbox_counts(actor, {view: found.count}), query),
        "section": "notices",
    }


def sent_page(actor: Actor, query: QueryDict) -> dict[str, Any]:
    """The context of what a body sent."""
    view = query.get("ansicht", "")
    view = view if view in SENT_VIEWS else SENT_VIEWS[0]
    if view == "returned":
        found: Any = page_of(
            returned_to(actor).select_related("receiver").order_by("-returned_at", "-pk"), number_of_page(query)
        )
    else:
        found = list_sent(actor, view, number_of_page(query))
    labels = {"sent": _("Gesendet"), "asked": _("Ausgang erbeten"), "returned": _("Zurückgegeben")}
    return {
        "view": view,
        "lines": found.rows
        if view == "returned"
        else [line(row) | receipt(row) | {"shown": content_shown(row)} for row in found.rows],
        "page": paginated(found),
        "tabs": tabs_of(
            reverse("notices_sent"), "ansicht", labels, view, sent_counts(actor, {view: found.count}), query
        ),
        "section": "notices",
    }


def receipt(notice: Notice) -> dict[str, str]:
    """What the sender learns: that it was received, that it was examined; never what came of it."""
    words = {
        "received": (_("eingegangen"), "inbox", ""),
        "examined": (pgettext("notice", "geprüft"), "check", "done"),
        "withdrawn": (_("zurückgenommen"), "refresh", ""),
        "corrected": (_("berichtigt"), "pen", ""),
    }
    label, icon, tone = words[receipt_of(notice)]
    return {"receipt": label, "icon": icon, "tone": tone}


def sent_one_page(notice: Notice) -> dict[str, Any]:
    """The context of one notice at its sender."""
    examined = receipt_of(notice) == "examined"
    return {
        "notice": notice,
        **line(notice),
        **receipt(notice),
        "examined": examined,
        "shown": content_shown(notice),
        "open": can_be_taken_back(notice),
        "section": "notices",
    }


def one_page(
    actor: Actor,
    notice: Notice,
    *,
    case_form: NoticeCaseForm | None = None,
    examine_form: ExamineForm | None = None,
    join_form: NoticeJoinForm | None = None,
) -> dict[str, Any]:
    """The context of one notice at the authority, with the forms that it takes now."""
    end = end_of(notice) if notice.content_held and notice.kind != Kind.ENDED else None
    starts = starts_without_end(actor, notice) if notice.kind == Kind.ENDED and notice.start_id is None else []
    open_now = notice.state in (Notice.State.OPEN, Notice.State.EXAMINED)
    grounded = open_now and notice.kind != Kind.ENDED and not takes_the_ground(end)
    return {
        "notice": notice,
        **line(notice),
        "name": name_of(notice.case),
        "end": end,
        "ground_gone": takes_the_ground(end),
        "rests": [(row, fact_name(row.fact.name)) for row in rests_of(actor, notice)],
        "unverified": notice.land_provision is not None
        and notice.land_provision.state != LandProvision.State.CONFIRMED,
        "case_form": (case_form or NoticeCaseForm()) if notice.state == Notice.State.UNASSIGNED else None,
        "examine_form": (examine_form or examining(actor, notice, grounded)) if open_now else None,
        "join_form": (join_form or NoticeJoinForm(starts)) if starts and open_now else None,
        "may_answer": actor.may(Permission.TRANSMIT) and open_now,
        "section": "notices",
    }


def examining(actor: Actor, notice: Notice, grounded: bool, data: Any = None) -> ExamineForm:
    """The form that asks what rests on a notice; of one whose ground is gone nothing can."""
    facts = facts_to_rest(actor, notice) if grounded else []
    return ExamineForm([(fact, text_of(fact.name, fact.value)) for fact in facts], data)


def case_notices_page(case: Case, rows: Iterable[Notice]) -> dict[str, Any]:
    """The context of the notices of a case."""
    return {"case": case, "name": name_of(case), "lines": [line(row) for row in rows], "section": "worklist"}


def gone_page(actor: Actor, query: QueryDict) -> dict[str, Any]:
    """The context of traces without content, and of what went back unread."""
    view = "returned" if query.get("ansicht") == "returned" else "erased"
    page = number_of_page(query)
    found: Any = returned(actor, page) if view == "returned" else traces(actor, page)
    labels = {"erased": _("Inhalt gelöscht"), "returned": _("Zurückgegeben")}
    return {
        "view": view,
        "lines": found.rows,
        "page": paginated(found),
        "tabs": tabs_of(reverse("notices_traces"), "ansicht", labels, view, {}, query),
        "section": "notices",
    }
