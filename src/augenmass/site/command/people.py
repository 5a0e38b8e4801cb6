"""``augenmass createuser`` and finding the person on whose behalf a command acts."""

import getpass
import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from augenmass.site.command.outcome import OK, CommandFailed
from augenmass.site.command.setting_up import start_django
from augenmass.site.configuration import Mode, configuration

if TYPE_CHECKING:
    from augenmass.access.actor import Actor
    from augenmass.directory.models import Body
    from augenmass.directory.roles import Permission


def actor_named(username: str | None, permission: "Permission") -> "Actor":
    """The actor for a user name; without one the only person who has the permission (in the demonstration: the first).

    Raises ``CommandFailed`` with a sentence that names who is possible.
    """
    from augenmass.access.actor import actor_for
    from augenmass.directory.models import Account

    if username:
        account = Account.objects.filter(username=username.lower()).first()
        actor = actor_for(account) if account else None
        if actor is None:
            raise CommandFailed(f"Ein Konto „{username}“ mit einer heute gültigen Rolle gibt es nicht.")
        return actor
    accounts = Account.objects.filter(is_active=True).order_by("pk")
    able = [found for account in accounts if (found := actor_for(account)) and found.may(permission)]
    if len(able) == 1 or (able and configuration().mode is Mode.DEMO):
        print(f"Im Namen von {able[0].account.name} ({able[0].account.username}).", file=sys.stderr)
        return able[0]
    names = (
        ", ".join(actor.account.username for actor in able)
        or "niemand; legen Sie mit augenmass createuser ein Konto an"
    )
    raise CommandFailed(f"Bitte nennen Sie mit --as, in wessen Namen. Das Recht dazu haben: {names}.")


def create_user(arguments: Namespace) -> int:
    """Create an account with roles; makes the body where its name and Land are given."""
    start_django()
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError
    from django.db import transaction

    from augenmass.directory.models import Account, Membership
    from augenmass.directory.roles import Role
    from augenmass.law.time import today

    unknown = [role for role in arguments.roles if role not in {known.value for known in Role}]
    if unknown:
        raise CommandFailed(
            f"Die Rolle „{unknown[0]}“ gibt es nicht. Möglich: {', '.join(role.value for role in Role)}."
        )
    if Account.objects.filter(username=arguments.username.lower()).exists():
        raise CommandFailed(f"Das Konto „{arguments.username}“ gibt es schon.")
    password = _password(arguments.password_stdin)
    try:
        validate_password(password, Account(username=arguments.username, name=arguments.name, email=arguments.email))
    except ValidationError as error:
        raise CommandFailed(" ".join(error.messages)) from error
    with transaction.atomic():
        body = _body(arguments)
        account = Account.objects.create_user(arguments.username, password, name=arguments.name, email=arguments.email)
        for role in dict.fromkeys(arguments.roles):
            Membership.objects.create(account=account, body=body, role=role, valid_from=today())
    print(f"Das Konto {account.username} ({account.name}) ist angelegt: {body.name}.", file=sys.stderr)
    return OK


def _body(arguments: Namespace) -> "Body":
    from augenmass.directory.models import Body

    body = Body.objects.filter(key=arguments.body).first()
    if body is not None:
        return body
    if not (arguments.body_name and arguments.land):
        known = ", ".join(Body.objects.values_list("key", flat=True)) or "keine"
        raise CommandFailed(
            f"Die Stelle „{arguments.body}“ gibt es nicht (vorhanden: {known}). "
            "Um sie anzulegen, geben Sie --body-name und --land an."
        )
    kinds = [kind.value for kind in Body.Kind]
    if arguments.body_kind not in kinds:
        raise CommandFailed(f"Eine Stelle dieser Art gibt es nicht. Möglich: {', '.join(kinds)}.")
    return Body.objects.create(
        key=arguments.body, kind=arguments.body_kind, name=arguments.body_name, land=arguments.land
    )


def _password(from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\n")
    first = getpass.getpass("Kennwort: ")
    if first != getpass.getpass("Kennwort wiederholen: "):
        raise CommandFailed("Die Kennwörter stimmen nicht überein. Es wurde nichts angelegt.")
    return first
