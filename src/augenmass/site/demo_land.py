"""Loading the invented Land into a demonstration; what is there already stays as it is."""

from datetime import date

from django.contrib.auth.hashers import make_password
from django.db import transaction

from augenmass.competence.models import Area
from augenmass.demo import land
from augenmass.directory.models import Account, Body, Membership, Unit

SINCE = date(2020, 1, 1)


def load_land() -> int:
    """Make bodies, teams and people that are missing; returns how many accounts were made."""
    with transaction.atomic():
        bodies = {invented.key: _body(invented) for invented in land.BODIES}
        held = set(Account.objects.values_list("username", flat=True))
        missing = [person for person in land.PEOPLE if person.username not in held]
        # All have the same password, and hashing it is slow by design: once is enough here.
        password = make_password(land.PASSWORD) if missing else ""
        for person in missing:
            account = Account.objects.create(
                username=person.username,
                name=person.name,
                email=f"{person.username}@{person.body}.example",
                telephone=bodies[person.body].telephone,
                is_demo=True,
                password=password,
            )
            unit = Unit.objects.filter(body=bodies[person.body], key=person.unit).first() if person.unit else None
            for role in person.roles:
                Membership.objects.create(
                    account=account, body=bodies[person.body], unit=unit, role=role, valid_from=SINCE
                )
            for body, role in person.also:
                Membership.objects.create(account=account, body=bodies[body], role=role, valid_from=SINCE)
        _areas(bodies)
    return len(missing)


def _areas(bodies: dict[str, Body]) -> None:
    for invented in land.AREAS:
        Area.objects.get_or_create(
            body=bodies[invented.body],
            matter=invented.matter,
            postcode_from=invented.first,
            postcode_to=invented.last,
            defaults={"valid_from": SINCE, "source": "erfunden, für die Vorführung"},
        )


def _body(invented: land.InventedBody) -> Body:
    body, _made = Body.objects.get_or_create(
        key=invented.key,
        defaults={
            "kind": invented.kind,
            "name": invented.name,
            "land": land.LAND,
            "street": invented.street,
            "postcode": invented.postcode,
            "town": invented.town,
            "telephone": invented.telephone,
            "email": f"post@{invented.key}.example",
            "policies": {
                "second_person": dict(invented.second_person),
                "letters": {"counselling": [land.COUNSELLING], "hardship": [land.HARDSHIP]},
            },
        },
    )
    for key, name in invented.units:
        Unit.objects.get_or_create(body=body, key=key, defaults={"name": name})
    return body
