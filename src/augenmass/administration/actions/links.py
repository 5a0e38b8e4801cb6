"""Links by which people set their password: mailed to them, one-time, never shown to whoever asked for them."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.models import SignInLine
from augenmass.access.sessions import end_sessions
from augenmass.access.sign_in_log import note
from augenmass.administration.models import Invitation
from augenmass.administration.queries import invited, person
from augenmass.administration.refusal import NotAdministered
from augenmass.administration.rules import LINK_HOLDS, digest_of
from augenmass.directory.models import Account
from augenmass.law.time import now
from augenmass.record.ledger import Entry, entry
from augenmass.work.outbox import queue_mail

AddressOf = Callable[[str], str]
"""The whole address of the page for a secret."""


@dataclass(frozen=True, slots=True)
class Themselves:
    """Somebody who sets their own password before they have a session."""

    account_id: int | None
    body_id: int | None = None
    reads_only: bool = False
    program: str = ""


def send_link(actor: Actor, account_id: int, address_of: AddressOf) -> None:
    """Mail a person of one's own body a new link; earlier ones no longer work. Raises ``NotAdministered``, ``Account.DoesNotExist``."""
    account = person(actor, account_id).account
    if account.pk == actor.account_id:
        raise NotAdministered(_("Ihr eigenes Passwort ändern Sie unter „Anmeldung und Sicherheit“."))
    if not account.is_active:
        raise NotAdministered(_("Dieses Konto ist gesperrt. Bitte geben Sie der Person zuerst wieder eine Rolle."))
    with entry(actor, "person.link_sent") as e:
        e.refer(account=account.pk)
        mail_link(e, account, address_of)


def mail_link(e: Entry, account: Account, address_of: AddressOf) -> None:
    """Make a link in an entry under way and put its mail into the outbox. Raises ``NotAdministered`` without a usable address."""
    try:
        validate_email(account.email)
    except ValidationError as error:
        raise NotAdministered(_("Für diese Person ist keine gültige E-Mail-Adresse hinterlegt.")) from error
    secret = secrets.token_urlsafe(32)
    Invitation.objects.filter(account=account, used_at=None).update(used_at=e.book.at)
    Invitation.objects.create(
        account=account, digest=digest_of(secret), expires_at=e.book.at + LINK_HOLDS, created_by_id=e.action_id
    )
    text = _(
        "Guten Tag,\n\nbitte setzen Sie unter dieser Adresse Ihr Passwort für Augenmaß:\n\n%(address)s\n\nDie Adresse gilt drei Tage und nur einmal. Ihren Benutzernamen nennt Ihnen die Verwaltung Ihrer Dienststelle. Wenn Sie diese Nachricht nicht erwarten, wenden Sie sich bitte dorthin.\n"
    )
    queue_mail(e, account.email, _("Augenmaß: Passwort setzen"), text % {"address": address_of(secret)})


def set_password(secret: str, password: str, address: str = "") -> Account:
    """Set the password of the account that a link was made for; the link is used up and every session of the account ends.

    Raises ``NotAdministered`` (unknown, used or old link) and ``ValidationError`` (a password that is not good enough).
    """
    account = invited(secret)
    if account is None:
        raise NotAdministered(
            _(
                "Diese Adresse gilt nicht mehr. Bitte lassen Sie sich von der Verwaltung Ihrer Dienststelle eine neue schicken."
            )
        )
    validate_password(password, account)
    with entry(Themselves(account.pk), "person.password_set") as e:
        mine = Invitation.objects.filter(digest=digest_of(secret), used_at=None, expires_at__gt=now())
        if not mine.update(used_at=e.book.at):
            raise NotAdministered(
                _("Diese Adresse wurde soeben benutzt. Bitte melden Sie sich mit dem neuen Passwort an.")
            )
        e.refer(account=account.pk)
        account.set_password(password)
        account.save(update_fields=["password"])
        end_sessions(account)
    note(SignInLine.What.PASSWORD_CHANGED, account, address)
    return account
