"""Bodies themselves and the areas they are responsible for: by the operator, from the command line, in the record."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from augenmass.access.actor import Actor
from augenmass.administration.refusal import NotAdministered
from augenmass.competence.models import Area, Referral
from augenmass.competence.rules import Matter, is_postcode
from augenmass.directory.land import profiles
from augenmass.directory.models import Body
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.record.ledger import entry
from augenmass.record.models import Case


@dataclass(frozen=True, slots=True)
class NewBody:
    """A body that is not there yet; the address stands in its letters."""

    key: str
    kind: Body.Kind
    name: str
    land: str
    street: str = ""
    postcode: str = ""
    town: str = ""
    telephone: str = ""
    email: str = ""


def add_body(actor: Actor, new: NewBody) -> Body:
    """Add a body. Raises ``NotAdministered`` and ``NotPermitted``."""
    actor.require(Permission.OPERATE)
    if Body.objects.filter(key=new.key).exists():
        raise NotAdministered(f"Die Stelle „{new.key}“ gibt es schon.")
    if not new.name.strip():
        raise NotAdministered("Eine Stelle braucht einen Namen.")
    if new.land not in profiles():
        known = ", ".join(sorted(profiles()))
        raise NotAdministered(f"Für das Land „{new.land}“ gibt es kein Profil. Vorhanden: {known}.")
    with entry(actor, "body.added") as e:
        body = Body.objects.create(
            key=new.key,
            kind=new.kind,
            name=new.name.strip()[:200],
            land=new.land,
            street=new.street,
            postcode=new.postcode,
            town=new.town,
            telephone=new.telephone,
            email=new.email,
        )
        e.refer(body=body.pk)
    return body


def rename_body(actor: Actor, key: str, name: str) -> Body:
    """Give a body another name. Raises ``NotAdministered`` and ``NotPermitted``."""
    actor.require(Permission.OPERATE)
    body = _body(key)
    if not name.strip():
        raise NotAdministered("Eine Stelle braucht einen Namen.")
    with entry(actor, "body.renamed") as e:
        Body.objects.filter(pk=body.pk).update(name=name.strip()[:200])
        e.refer(body=body.pk)
    body.refresh_from_db()
    return body


def dissolve_body(actor: Actor, key: str, on: date) -> Body:
    """Dissolve a body from a day on; its cases must have gone to other bodies by then.

    Raises ``NotAdministered`` (dissolved already; cases or referrals that nobody could reach any more) and ``NotPermitted``.
    """
    actor.require(Permission.OPERATE)
    body = _body(key)
    if body.dissolved_on is not None:
        raise NotAdministered(f"Die Stelle „{key}“ ist schon aufgelöst, zum {body.dissolved_on:%d.%m.%Y}.")
    if body.pk == actor.body_id:
        raise NotAdministered("Die eigene Stelle kann niemand auflösen.")
    with entry(actor, "body.dissolved") as e:
        Body.objects.select_for_update(no_key=True).get(pk=body.pk)
        if on <= today():
            _refuse_leaving_behind(body)
        Body.objects.filter(pk=body.pk).update(dissolved_on=on)
        e.refer(body=body.pk, on=on.isoformat())
    body.refresh_from_db()
    return body


def _refuse_leaving_behind(body: Body) -> None:
    cases = Case.objects.filter(body=body, closed_at=None).count()
    if cases:
        raise NotAdministered(
            f"Die Stelle führt noch {cases} Fälle, die niemand mehr erreichen könnte. Bitte geben Sie sie zuerst ab."
        )
    waiting = Referral.objects.filter(Q(receiver=body) | Q(sender=body), state=Referral.State.IN_PROGRESS).count()
    if waiting:
        raise NotAdministered(f"{waiting} Abgaben an oder von dieser Stelle warten noch auf Antwort.")


def add_area(actor: Actor, key: str, matter: Matter, first: str, last: str, since: date, source: str = "") -> Area:
    """Make a body responsible for a range of postcodes. Raises ``NotAdministered`` and ``NotPermitted``."""
    actor.require(Permission.OPERATE)
    body = _body(key)
    if not (is_postcode(first) and is_postcode(last)) or last < first:
        raise NotAdministered(
            "Ein Bezirk reicht von einer fünfstelligen Postleitzahl bis zu derselben oder einer höheren."
        )
    with entry(actor, "area.added") as e:
        area = Area.objects.create(
            body=body, matter=matter.value, postcode_from=first, postcode_to=last, valid_from=since, source=source[:200]
        )
        e.refer(area=area.pk, body=body.pk)
    return area


def end_area(actor: Actor, area_id: int, last: date) -> Area:
    """End an area with a last day. Raises ``NotAdministered`` and ``NotPermitted``."""
    actor.require(Permission.OPERATE)
    area = Area.objects.filter(pk=area_id).first()
    if area is None:
        raise NotAdministered(f"Einen Bezirk mit der Nummer {area_id} gibt es nicht.")
    if last < area.valid_from:
        raise NotAdministered("Der letzte Tag liegt vor dem ersten.")
    with entry(actor, "area.ended") as e:
        Area.objects.filter(pk=area.pk).update(valid_to=last)
        e.refer(area=area.pk, last=last.isoformat())
    area.refresh_from_db()
    return area


def _body(key: str) -> Body:
    body = Body.objects.filter(key=key).first()
    if body is None:
        raise NotAdministered(f"Die Stelle „{key}“ gibt es nicht.")
    return body
