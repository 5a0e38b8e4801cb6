"""Links to members of the family as the page of an agreement shows them."""

from collections.abc import Mapping
from typing import Any

from augenmass.agreements.models import Agreement
from augenmass.agreements.queries.families import Linked, links_of
from augenmass.doors.desk.forms.agreements import Seen
from augenmass.doors.desk.forms.families import ConsentForm, DaysForm, TogetherForm
from augenmass.law.time import today


def family(agreement: Agreement, forms: Mapping[str, Seen]) -> list[dict[str, Any]]:
    """The links of an agreement that was found, each with the forms that can be sent now; ``forms``: one that was refused."""
    return [_line(agreement, linked, forms) for linked in links_of(agreement)] if agreement.running else []


def _line(agreement: Agreement, linked: Linked, refused: Mapping[str, Seen]) -> dict[str, Any]:
    link, seen = linked.link, agreement.version
    item = {"item": link.key}
    active = Agreement.State.ACTIVE
    together = link.shares_days and agreement.state == active and linked.other.state == active
    forms: dict[str, Seen | None] = {
        "consent_form": ConsentForm(seen, initial={**item, "given_on": today()}) if linked.waits else None,
        "days_form": DaysForm(seen, initial={**item, "share_days": linked.days}) if linked.holds else None,
        "together_form": TogetherForm(seen, initial={**item, "seen_version": linked.other.version})
        if together
        else None,
    }
    for name, form in forms.items():
        sent = refused.get(name)
        form = forms[name] = sent if sent is not None and sent["item"].value() == str(link.key) else form
        if form is not None:
            form.auto_id = f"id_{link.pk}_{name}_%s"
        if isinstance(form, ConsentForm | DaysForm):
            form.for_person(agreement.participant)
    return {"linked": linked, "asked": link.asked_id == agreement.pk, "both_days": link.shares_days, **forms}
