"""``augenmass body``: bodies and the areas they are responsible for, by the operator and in the record."""

import sys
from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from augenmass.site.command.law import print_table
from augenmass.site.command.outcome import OK, CommandFailed
from augenmass.site.command.people import actor_named
from augenmass.site.command.setting_up import start_django

if TYPE_CHECKING:
    from augenmass.access.actor import Actor

Made = TypeVar("Made")


def _as_operator(arguments: Namespace, act: "Callable[[Actor], Made]") -> "Made":
    """Do something in the name of the operator. Raises ``CommandFailed`` with the sentence of a refusal."""
    start_django()
    from augenmass.access.actor import NotPermitted
    from augenmass.administration.refusal import NotAdministered
    from augenmass.directory.roles import Permission

    actor = actor_named(arguments.account, Permission.OPERATE)
    try:
        return act(actor)
    except (NotAdministered, NotPermitted) as refusal:
        raise CommandFailed(str(refusal)) from refusal


def add(arguments: Namespace) -> int:
    """Add a body."""
    start_django()
    from augenmass.administration.actions.bodies import NewBody, add_body
    from augenmass.directory.models import Body

    kinds = [kind.value for kind in Body.Kind]
    if arguments.kind not in kinds:
        raise CommandFailed(f"Eine Stelle dieser Art gibt es nicht. Möglich: {', '.join(kinds)}.")
    new = NewBody(
        key=arguments.key,
        kind=Body.Kind(arguments.kind),
        name=arguments.name,
        land=arguments.land,
        street=arguments.street,
        postcode=arguments.postcode,
        town=arguments.town,
        telephone=arguments.telephone,
        email=arguments.email,
    )
    body = _as_operator(arguments, lambda actor: add_body(actor, new))
    print(f"Die Stelle {body.key} ({body.name}) ist angelegt.", file=sys.stderr)
    return OK


def rename(arguments: Namespace) -> int:
    """Give a body another name."""
    start_django()
    from augenmass.administration.actions.bodies import rename_body

    body = _as_operator(arguments, lambda actor: rename_body(actor, arguments.key, arguments.name))
    print(f"Die Stelle {body.key} heißt jetzt {body.name}.", file=sys.stderr)
    return OK


def dissolve(arguments: Namespace) -> int:
    """Dissolve a body from a day on."""
    start_django()
    from augenmass.administration.actions.bodies import dissolve_body
    from augenmass.law.time import today

    day = arguments.on or today()
    body = _as_operator(arguments, lambda actor: dissolve_body(actor, arguments.key, day))
    print(f"Die Stelle {body.key} ist zum {day:%d.%m.%Y} aufgelöst.", file=sys.stderr)
    if day > today():
        print("Bis dahin müssen ihre Fälle an andere Stellen abgegeben sein.", file=sys.stderr)
    return OK


def area(arguments: Namespace) -> int:
    """Make a body responsible for a range of postcodes."""
    start_django()
    from augenmass.administration.actions.bodies import add_area
    from augenmass.competence.rules import Matter
    from augenmass.law.time import today

    matters = [matter.value for matter in Matter]
    if arguments.matter not in matters:
        raise CommandFailed(f"Diese Angelegenheit gibt es nicht. Möglich: {', '.join(matters)}.")
    made = _as_operator(
        arguments,
        lambda actor: add_area(
            actor,
            arguments.key,
            Matter(arguments.matter),
            arguments.first,
            arguments.last,
            arguments.since or today(),
            arguments.source,
        ),
    )
    print(f"Der Bezirk {made.pk} ist eingetragen.", file=sys.stderr)
    return OK


def end_area(arguments: Namespace) -> int:
    """End an area with a last day."""
    start_django()
    from augenmass.administration.actions import bodies

    made = _as_operator(arguments, lambda actor: bodies.end_area(actor, arguments.number, arguments.until))
    print(f"Der Bezirk {made.pk} gilt bis zum {arguments.until:%d.%m.%Y}.", file=sys.stderr)
    return OK


def listing(_arguments: Namespace) -> int:
    """Show all bodies with their areas."""
    start_django()
    from augenmass.directory.models import Body

    rows = []
    for body in Body.objects.prefetch_related("areas").order_by("land", "name"):
        state = f"aufgelöst zum {body.dissolved_on:%d.%m.%Y}" if body.dissolved_on else ""
        areas = [
            f"{row.pk}: {row.matter} {row.postcode_from}-{row.postcode_to}"
            + (f" bis {row.valid_to:%d.%m.%Y}" if row.valid_to else "")
            for row in body.areas.all()
        ]
        rows.append([body.key, body.kind, body.land, body.name, "; ".join(areas), state])
    print_table(rows, ("Kennung", "Art", "Land", "Name", "Bezirke", "Stand"))
    return OK
