"""The special staff as its pages show it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.forms import Form
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.sight import visible_facts
from augenmass.directory.roles import Permission
from augenmass.doors.desk.forms.special_staff import (
    ContributionForm,
    InvitationForm,
    InviteForm,
    JoinStaffForm,
    LeaveStaffForm,
    OutcomeForm,
    ReleaseForm,
    RenewForm,
    ReturnForm,
    Seen,
    SilenceForm,
    StepDoneForm,
    StepForm,
    TellForm,
)
from augenmass.doors.desk.pages.work import number_of_page, paginated, tabs_of
from augenmass.law.time import today
from augenmass.letters.wording.passages import GERMAN, language_for
from augenmass.offers.queries.offers import municipality_of
from augenmass.special_staff.models import Nomination, PlanStep
from augenmass.special_staff.queries.nominations import Shown, counts, nominations, own_steps, released_to
from augenmass.special_staff.words import GROUPS, NOT_USED

SIGNS = {
    Nomination.State.PROPOSED: ("signature", ""),
    Nomination.State.RETURNED: ("refresh", "dashed"),
    Nomination.State.CONFIRMED: ("check", "strong"),
    Nomination.State.ENDED: ("close", ""),
}
"""Icon and tone of the chip of a state."""


def list_page(actor: Actor, query: QueryDict) -> dict[str, Any]:
    """The context of the list: always by the day of the next review."""
    view = "ended" if query.get("ansicht") == "ended" else "running"
    found = nominations(actor, view == "ended", number_of_page(query))
    labels = {"running": _("Laufend"), "ended": _("Beendet")}
    return {
        "rows": [line(row, row.case.body_id == actor.body_id) for row in found.rows],
        "page": paginated(found),
        "tabs": tabs_of(reverse("special_staff"), "ansicht", labels, view, counts(actor), query),
        "steps": own_steps(actor),
        "released": released_to(actor),
        "may_report": actor.may(Permission.BOARD_REPORT),
        "today": today(),
        "section": "special_staff",
    }


def line(row: Nomination, own: bool) -> dict[str, Any]:
    """A nomination with the words for its codes. Why it was nominated is read by the body of the case alone."""
    state = Nomination.State(row.state)
    due = row.state == Nomination.State.CONFIRMED and row.review_on is not None and row.review_on <= today()
    return {"row": row, "group": GROUPS.get(row.group, NOT_USED) if own else "", "sign": SIGNS[state], "due": due}


@dataclass(frozen=True, slots=True)
class Card:
    """A card with a form: its address part, title, form and the words of its button."""

    what: str
    title: str
    form: Form
    button: str
    hint: str = ""

    @property
    def first(self) -> bool:
        """Whether it is what the page is opened for: it stands open, the others are folded until they are needed."""
        return self.what in ("bestaetigen", "verlaengern")


def case_page(actor: Actor, shown: Shown, sent: dict[str, Form] | None = None) -> dict[str, Any]:
    """The context of one nomination, with the forms that the actor may send."""
    forms = {} if sent is None else sent
    cards = [_card(actor, shown, what, forms.get(what)) for what in offered(actor, shown)]
    return {
        **line(shown.nomination, shown.own),
        "shown": shown,
        "steps": [_step(actor, shown, step, forms) for step in shown.plan],
        "cards": cards,
        "invitation_form": _invitation(actor, shown) if any(card.what == "einladung" for card in cards) else None,
        "mends": shown.own and shown.nomination.state == Nomination.State.RETURNED and actor.may(Permission.NOMINATE),
        "author_waits": _author_waits(actor, shown),
        "refused": next((form for what, form in forms.items() if what not in {card.what for card in cards}), None),
        "section": "special_staff",
    }


def _invitation(actor: Actor, shown: Shown) -> InvitationForm:
    """The form for the paper, with the language and the place that the record holds."""
    names = ("language", "address_postal_code", "address_town")
    found = visible_facts(actor, shown.nomination.case).filter(name__in=names, closed_by=None)
    held = dict(found.values_list("name", "value"))
    place = municipality_of(held.get("address_postal_code", ""), held.get("address_town", ""))
    language = language_for(held.get("language", "")) or GERMAN
    return InvitationForm(initial={"sprache": language, "ort": place})


def _author_waits(actor: Actor, shown: Shown) -> bool:
    found = shown.nomination
    return found.state == Nomination.State.PROPOSED and found.author_id == actor.account_id


def _step(actor: Actor, shown: Shown, step: PlanStep, forms: dict[str, Form]) -> dict[str, Any]:
    runs = shown.nomination.state == Nomination.State.CONFIRMED
    # What came of a step is told to the body of the case; to pass it on needs a basis of its own.
    reads = shown.own or step.body_id == actor.body_id
    mine = runs and step.done_by_id is None and step.body_id == actor.body_id
    form = forms.get(f"step-{step.key}") or StepDoneForm()
    return {
        "step": step,
        "form": form if mine else None,
        "late": step.done_by_id is None and step.due < today(),
        "reads": reads,
    }


def offered(actor: Actor, shown: Shown) -> list[str]:
    """What the actor can do with a nomination, by the part of the address."""
    found, own = shown.nomination, shown.own
    signs = own and actor.may(Permission.SECOND_SIGNATURE) and found.author_id != actor.account_id
    works = own and actor.may(Permission.NOMINATE)
    match found.state:
        case Nomination.State.PROPOSED:
            return [*(["bestaetigen", "zurueckgeben"] if signs else []), *(["zuruecknehmen"] if works else [])]
        case Nomination.State.RETURNED:
            return ["zuruecknehmen"] if works else []
        case Nomination.State.CONFIRMED:
            telling = _telling(actor, found.told_on is None)
            joint = ["schritt", "beitrag", *(["stelle"] if shown.invited else [])]
            leaving = ["herausnehmen"] if shown.leaving else []
            rest = [*leaving, *(["freigeben"] if shown.ministries else []), *telling, "einladung", "ergebnis"]
            return [*joint, *(["verlaengern"] if signs else []), *rest] if works else ["beitrag"]
        case _:
            # What was never confirmed was no joint work; of what was, the person is told also when it is over.
            untold = found.told_on is None and found.review_on is not None
            return _telling(actor, untold=True) if works and untold else []


def _telling(actor: Actor, untold: bool) -> list[str]:
    letter = ["schreiben"] if actor.may(Permission.TAKE_STEPS) else []
    return [*letter, "unterrichten", *(["aufschieben"] if untold else [])]


def form_of(shown: Shown, what: str, data: Any = None) -> Form | None:
    """The form behind a part of the address; None where there is none."""
    seen = shown.nomination.version
    made: dict[str, Callable[[], Form]] = {
        "bestaetigen": lambda: Seen(data, seen=seen),
        "zurueckgeben": lambda: ReturnForm(data, seen=seen),
        "zuruecknehmen": lambda: Seen(data, seen=seen),
        "verlaengern": lambda: RenewForm(shown.nomination.group, data, seen=seen),
        "schreiben": lambda: Seen(data, seen=seen),
        "unterrichten": lambda: TellForm(data, seen=seen, sent=shown.sent_on),
        "aufschieben": lambda: SilenceForm(data, seen=seen),
        "einladung": lambda: InviteForm(data, seen=seen),
        "ergebnis": lambda: OutcomeForm(data, seen=seen),
        "stelle": lambda: JoinStaffForm(shown.invited, data, seen=seen),
        "herausnehmen": lambda: LeaveStaffForm(shown.leaving, data, seen=seen),
        "schritt": lambda: StepForm(shown.bodies, data, seen=seen),
        "beitrag": lambda: ContributionForm(data),
        "freigeben": lambda: ReleaseForm(shown.ministries, data),
    }
    return made[what]() if what in made else None


def _card(actor: Actor, shown: Shown, what: str, sent: Form | None) -> Card:
    title, button, hint = {
        "bestaetigen": (
            _("Bestätigen"),
            _("Benennung bestätigen"),
            _("Mit der Bestätigung beginnt die gemeinsame Arbeit. Sie endet von selbst, wenn niemand sie verlängert."),
        ),
        "zurueckgeben": (_("Zurückgeben"), _("An die benennende Person zurückgeben"), ""),
        "zuruecknehmen": (_("Zurücknehmen"), _("Benennung zurücknehmen"), ""),
        "verlaengern": (
            _("Überprüfen und verlängern"),
            _("Verlängern"),
            _(
                "Verlängern lässt sich die Benennung nur, solange die angeführten Angaben sie tragen, und nie über das Ende einer Einstufung hinaus."
            ),
        ),
        "schreiben": (
            _("Schreiben an die Person"),
            _("Schreiben unterzeichnen"),
            _(
                "Es sagt in der Sprache der Person, warum welche Stellen zusammenarbeiten, wie lange, und was sie tun kann. Nach dem Versand tragen Sie die Unterrichtung ein."
            ),
        ),
        "unterrichten": (
            _("Unterrichtung eintragen"),
            _("Eintragen"),
            _(
                "Die Person kann sich äußern. Unterrichtet wird sie auch dann noch, wenn die Benennung schon beendet ist."
            ),
        ),
        "aufschieben": (
            _("Unterrichtung aufschieben"),
            _("Gründe speichern"),
            _("Nur wenn eine Vorschrift entgegensteht; mit dem Tag, an dem es erneut geprüft wird."),
        ),
        "einladung": (
            _("Übergang zu Integration"),
            _("Übergabe eintragen"),
            _("Die Person erhält eine Einladung zur Beratung. Die Beratungsstelle erfährt nichts von Ihnen."),
        ),
        "ergebnis": (_("Mit Ergebnis beenden"), _("Benennung beenden"), ""),
        "stelle": (
            _("Stelle hinzuziehen"),
            _("Stelle hinzuziehen"),
            _(
                "Sie liest den gemeinsamen Plan und wer die Person ist, nicht die Akte. Nur ein Ministerium, das Ausländerrecht als eigene Aufgabe ausführt, liest auch die Akte, ohne die geheimen Angaben."
            ),
        ),
        "herausnehmen": (
            _("Stelle herausnehmen"),
            _("Stelle herausnehmen"),
            _("Sie liest danach nichts mehr von diesem Fall. Was sie noch nicht erledigt hat, kommt zu Ihnen zurück."),
        ),
        "schritt": (_("Schritt vereinbaren"), _("Schritt vereinbaren"), ""),
        "beitrag": (_("Beitrag schreiben"), _("Beitrag speichern"), ""),
        "freigeben": (
            _("Angabe für ein Ministerium freigeben"),
            _("Angabe freigeben"),
            _(
                "Ein Ministerium, das nur die Aufsicht führt, liest Zahlen und was Sie hier freigeben. Endet die Benennung, endet auch die Freigabe."
            ),
        ),
    }[what]
    form = sent or form_of(shown, what)
    assert form is not None
    if what == "schreiben" and shown.nomination.not_told_until:
        hint = _("Die Unterrichtung ist aufgeschoben. Schreiben Sie nur, wenn der Grund dafür nicht mehr besteht.")
    return Card(what, title, form, button, hint)
