"""A body's own people and units as their pages show them."""

from typing import Any

from django.forms import Form

from augenmass.access.actor import Actor
from augenmass.administration.queries import Person, holding, people, person, units_of
from augenmass.directory.roles import ROLE_LABELS, Role
from augenmass.doors.desk.forms.administration import EndRoleForm, LeaveForm, ResetForm, RoleForm


def administration_page(actor: Actor) -> dict[str, Any]:
    """The context of the list of people."""
    return {"people": [person_line(found) for found in people(actor)], "section": "administration"}


def person_line(found: Person) -> dict[str, Any]:
    """A person with their roles in words."""
    return {
        "person": found,
        "account": found.account,
        "roles": [
            {
                "row": role,
                "membership": role.membership,
                "label": ROLE_LABELS[Role(role.membership.role)],
                "open": role.runs or role.coming,
            }
            for role in found.roles
        ],
    }


def person_page(actor: Actor, account_id: int, **forms: Form) -> dict[str, Any]:
    """The context of one person. Raises ``Account.DoesNotExist``."""
    found = person(actor, account_id)
    held = holding(actor, account_id)
    return person_line(found) | {
        "holding": held,
        "own": account_id == actor.account_id,
        "role_form": forms.get("role_form") or RoleForm(actor),
        "end_form": forms.get("end_form") or EndRoleForm(auto_id=False),
        "leave_form": forms.get("leave_form") or LeaveForm(actor, account_id, needed=held.any),
        "reset_form": forms.get("reset_form") or ResetForm(),
        "section": "administration",
    }


def units_page(actor: Actor, form: Form) -> dict[str, Any]:
    """The context of the units."""
    return {"units": units_of(actor), "form": form, "section": "administration"}
