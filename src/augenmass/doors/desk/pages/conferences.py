"""Case conferences as their pages show them."""

from typing import Any
from uuid import uuid4

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.cases.queries.case import english
from augenmass.conferences.models import Conference, Participant
from augenmass.conferences.queries.conferences import (
    VIEWS,
    Shown,
    conferences,
    counts,
    items_shown,
    list_measures,
    may_cancel,
    may_seat,
    state_of_items,
)
from augenmass.conferences.queries.seats import AGENDA_OPEN, ATTENDED, UNDER_WAY
from augenmass.conferences.rules.audit import Audit, Share
from augenmass.conferences.words import CRITERIA, STATEMENT
from augenmass.doors.desk.forms.conferences import (
    CancelForm,
    EndForm,
    MeetingForm,
    ObjectionForm,
    ReturnForm,
    attendance_choices,
)
from augenmass.doors.desk.pages.conference_lines import grouped
from augenmass.doors.desk.pages.work import number_of_page, paginated, tabs_of
from augenmass.transmissions.content import purpose_label

State = Conference.State
SIGNS = {
    State.REQUESTED: ("not-established", "dashed"),
    State.RETURNED: ("blocked", ""),
    State.ACCEPTED: ("calendar", ""),
    State.MEETING: ("users", "strong"),
    State.MINUTES: ("document", ""),
    State.CLOSED: ("check", "strong"),
    State.CANCELLED: ("close", ""),
}
"""Icon and tone of the chip of a state."""


def list_page(actor: Actor, query: QueryDict) -> dict[str, Any]:
    """The context of the list."""
    view = query.get("ansicht", "")
    view = view if view in VIEWS else "open"
    found = conferences(actor, view, number_of_page(query))
    labels = {"open": _("Laufend"), "waiting": _("Beantragt"), "done": _("Abgeschlossen")}
    return {
        "rows": [{"row": row, "sign": SIGNS[State(row.state)]} for row in found.rows],
        "page": paginated(found),
        "tabs": tabs_of(reverse("conferences"), "ansicht", labels, view, counts(actor), query),
        "view": view,
        "measures": list_measures(actor),
        "section": "conferences",
    }


def one_page(actor: Actor, shown: Shown, refused: Any = None, **forms: Any) -> dict[str, Any]:
    """The context of one conference, with the forms that the actor may send."""
    found = shown.conference
    state = State(found.state)
    said = {approval.participant_id: approval for approval in shown.approvals}
    open_now = state in UNDER_WAY
    return {
        "shown": shown,
        "found": found,
        "sign": SIGNS[state],
        "state": state.value,
        "criteria": [words for key, words in CRITERIA.items() if key.value in found.criteria],
        "purpose": purpose_label(shown.lead.purpose, english()),
        "seats": [
            {
                "seat": seat,
                "said": said.get(seat.pk),
                "link": uuid4() if open_now and _gets_link(shown, seat) else None,
            }
            for seat in shown.participants
        ],
        "statement": STATEMENT if shown.seat is not None and not shown.reads and open_now else (),
        "attendance": attendance_choices() if shown.leads and state in ATTENDED else [],
        "may_seat": may_seat(shown),
        "may_point": shown.seat is not None and state in AGENDA_OPEN,
        "accept_form": (forms.get("accept_form") or MeetingForm(found)) if shown.decides else None,
        "return_form": (forms.get("return_form") or ReturnForm()) if shown.decides else None,
        "cancel_form": (forms.get("cancel_form") or CancelForm()) if may_cancel(shown) else None,
        "end_form": (forms.get("end_form") or EndForm()) if shown.leads and state == State.MEETING else None,
        "own_word": said.get(shown.seat.pk) if shown.seat is not None else None,
        "objection_form": (forms.get("objection_form") or ObjectionForm(initial={"edition": shown.minutes.number}))
        if shown.minutes is not None and shown.seat is not None and state == State.MINUTES
        else None,
        "refused": refused,
        "section": "conferences",
    }


def _gets_link(shown: Shown, seat: Participant) -> bool:
    return seat.kind == Participant.Kind.ADVISER and seat.ended_at is None and shown.leads


def meeting_page(actor: Actor, shown: Shown) -> dict[str, Any]:
    """The context of the meeting: the items that the actor reads, point by point, and the address that is asked for news."""
    return {"shown": shown, "found": shown.conference, "section": "conferences", **items_part(actor, shown.conference)}


def items_part(actor: Actor, found: Conference, mark: str = "") -> dict[str, Any]:
    """The part of the meeting that is asked for every two seconds; `mark`: of its state, where that was read already."""
    # The mark first: what is said in between is in the lines at least, and asked for once more.
    mark = mark or state_of_items(actor, found)
    items = items_shown(actor, found)
    return {
        "found": found,
        "groups": grouped(actor, found, items),
        "count": len(items),
        "poll": f"{reverse('conference_news', args=[found.key])}?stand={mark}" if found.state in UNDER_WAY else "",
    }


def audit_rows(found: Audit) -> list[dict[str, Any]]:
    """The lines of the audit: what is measured, the number, and how it was counted."""
    minutes = _("%(number)s Minuten")
    return [
        _row(_("Konferenzen"), str(found.meetings), _("beantragt in dieser Zeit, Ihre Stelle ist federführend")),
        _row(_("davon eröffnet"), str(found.held), ""),
        _row(_("Antrag bis Entscheidung"), _days(found.days_to_decision), _("Median")),
        _row(_("Entscheidung bis Sitzung"), _days(found.days_to_meeting), _("Median")),
        _row(
            _("Sitzung bis letzte Zustimmung zum Protokoll"),
            _days(found.days_to_minutes),
            _("Median der abgeschlossenen Konferenzen"),
        ),
        _row(_("Anwesenheit"), _about(found.attendance), _("Eingeladene aller Stellen, die anwesend waren")),
        _row(
            _("mit Vertretung oder Beistand der Person"),
            _share(found.represented),
            _("eröffnete Konferenzen; Link geöffnet oder anwesend"),
        ),
        _row(_("Maßnahmen erledigt"), _share(found.measures_done), _("Maßnahmen, die fällig oder erledigt sind")),
        _row(
            _("Maßnahmen rechtzeitig erledigt"),
            _share(found.measures_in_time),
            _("Maßnahmen, die fällig oder erledigt sind"),
        ),
        _row(_("Zeit je Punkt der Tagesordnung, geplant"), _number(minutes, found.minutes_planned), _("Median")),
        _row(_("Zeit je Punkt der Tagesordnung, gebraucht"), _number(minutes, found.minutes_used), _("Median")),
        _row(_("Entscheidungen"), _count(found.decisions), _("in eröffneten Konferenzen")),
        _row(_("abweichende Auffassungen"), _count(found.dissents), _("in eröffneten Konferenzen")),
    ]


def _row(label: str, number: str, how: str) -> dict[str, str]:
    return {"label": label, "number": number, "how": how}


def _number(words: str, number: int | None) -> str:
    return "–" if number is None else words % {"number": number}


def _days(number: int | None) -> str:
    return _number(_("%(number)s Tage"), number)


def _count(number: int | None) -> str:
    return "–" if number is None else str(number)


def _about(share: Share) -> str:
    """Rounded to ten: the numbers of two times would tell who came to the one meeting between them."""
    if share.percent is None:
        return "–"
    return _("etwa %(percent)s %%") % {"percent": round(share.percent, -1)}


def _share(share: Share) -> str:
    if share.percent is None:
        return "–"
    return _("%(part)s von %(whole)s (%(percent)s %%)") % {
        "part": share.part,
        "whole": share.whole,
        "percent": share.percent,
    }
