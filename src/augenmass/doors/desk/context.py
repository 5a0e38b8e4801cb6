"""What every page of the desk knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from augenmass.access.actor import Actor, bodies_of
from augenmass.access.support import running_at
from augenmass.accommodation.queries import runs_houses
from augenmass.directory.models import Body
from augenmass.directory.roles import ROLE_LABELS, Permission
from augenmass.doors.desk.actor import ONLY_BODY
from augenmass.doors.desk.navigation import PLACES
from augenmass.doors.desk.needs import NEEDS
from augenmass.gate.queries import MAY_LOOK, unreleased
from augenmass.law.altered import CatalogueAltered
from augenmass.law.time import today
from augenmass.lawbook.in_force import in_force
from augenmass.offers.queries.offers import may_keep
from augenmass.referral.office import is_office


def desk(request: HttpRequest) -> dict[str, Any]:
    """Actor, mark of invented data, day, chosen theme, address of the imprint, what the actor may do, the catalogue's version."""
    actor = getattr(request, "actor", None)
    return {
        "actor": actor,
        "demo": settings.DEMO,
        "unreleased": unreleased(actor),
        "today": today(),
        "theme": request.COOKIES.get(settings.THEME_COOKIE_NAME, ""),
        "imprint_url": settings.IMPRINT_URL,
        **(_of(actor, ONLY_BODY in request.session) if actor is not None else {}),
    }


def _of(actor: Actor, one_body: bool) -> dict[str, Any]:
    return {
        **_law(),
        "roles_text": ", ".join(sorted(str(ROLE_LABELS[role]) for role in actor.roles)),
        "navigation_hidden": [place for place, _label, _icon in PLACES if not _offered(actor, place)],
        "may_read": actor.may(Permission.READ_CASES),
        "may_read_log": actor.may(Permission.READ_ACCESS_LOG),
        "may_see_gate": not actor.reads_only and any(actor.may(right) for right in MAY_LOOK),
        "may_post": actor.may(Permission.POST),
        "may_refer": actor.may(Permission.REFER) and not actor.reads_only,
        "may_transmit": actor.may(Permission.TRANSMIT) and not actor.reads_only,
        "other_bodies": []
        if actor.reads_only or one_body
        else [body for body in bodies_of(actor.account) if body != actor.body],
        "support_running": [
            found for found in running_at(actor.body) if not actor.reads_only or found.account_id == actor.account_id
        ],
    }


def _law() -> dict[str, Any]:
    try:
        law = in_force()
    except CatalogueAltered:
        # The page that says so is shown without it.
        return {}
    return {"catalogue_version": law.hash[:12], "catalogue_reviewed": law.released}


def _offered(actor: Actor, place: str) -> bool:
    """Whether a place of the navigation is offered: only to who may look at it."""
    if place == "funded_returns":
        # Who handles post reaches it from there; in the main navigation it stands for who has little else here.
        return actor.may(Permission.FUNDED_RETURN)
    if place == "fund":
        # Who signs as the second person confirms budgets too, but only where the body has a fund.
        signs = actor.may(Permission.SECOND_SIGNATURE) and not actor.reads_only
        return actor.may(Permission.MANAGE_FUND) or (signs and actor.body.kind == Body.Kind.CENTRAL_RETURN_OFFICE)
    if place == "translations":
        # The administration reaches it from its own page.
        return actor.may(Permission.CONFIRM_TRANSLATIONS) and not actor.may(Permission.ADMINISTER)
    if place == "central_queue":
        return is_office(actor)
    if place == "offers":
        # Whoever has a role may look; in the navigation it stands for who works with it.
        return may_keep(actor) or (actor.may(Permission.AGREEMENTS) and not actor.reads_only)
    if place == "notices":
        works = (Permission.SEND_NOTICES, Permission.TAKE_STEPS, Permission.REVIEW_LAW)
        receives = actor.body.kind == Body.Kind.FOREIGNERS_AUTHORITY and actor.may(Permission.READ_ACCESS_LOG)
        return not actor.reads_only and (receives or any(actor.may(right) for right in works))
    if place == "houses":
        return runs_houses(actor)
    need = NEEDS.get(place)
    return need is None or (need.meets(actor, "GET") and (need.in_support or not actor.reads_only))
