"""A body's own people: added, given roles from day to day, ended, without any right to what their work is about."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from augenmass.access.actor import Actor
from augenmass.administration.actions.links import AddressOf, mail_link
from augenmass.administration.queries import ADMINISTRATOR, person
from augenmass.administration.refusal import NotAdministered
from augenmass.administration.rules import Days, DaysProblem, problem_with_days, username_from
from augenmass.directory.models import Account, Body, Membership
from augenmass.directory.roles import GIVEN_IN, Permission, Role
from augenmass.law.time import today
from augenmass.record.ledger import Entry, entry
from augenmass.work.actions.people import unit_of_body

DAYS_SENTENCES = {
    DaysProblem.BACKWARDS: gettext_noop("Der letzte Tag liegt vor dem ersten. Bitte prüfen Sie die Daten."),
    DaysProblem.PAST: gettext_noop("Der erste Tag liegt in der Vergangenheit. Eine Rolle gilt frühestens ab heute."),
    DaysProblem.TOO_FAR: gettext_noop("Der Tag liegt mehr als zehn Jahre entfernt. Bitte prüfen Sie das Jahr."),
}


@dataclass(frozen=True, slots=True)
class NewRole:
    """A role from a first to a last day (both included, None: without an end), perhaps in a unit."""

    role: Role
    first: date
    last: date | None = None
    unit_id: int | None = None


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody who shall work in the body."""

    username: str
    name: str
    email: str
    telephone: str
    role: NewRole


def add_person(actor: Actor, new: NewPerson, address_of: AddressOf) -> Account:
    """Add a person with their first role; they get a mail with a link to set their password.

    Whoever has an account already (same user name and mail, working in another body) gets the role and no second account,
    so the same form sent twice adds one person. Raises ``NotAdministered`` and ``NotPermitted``.
    """
    actor.require(Permission.ADMINISTER)
    username = username_from(new.username)
    if username is None:
        raise NotAdministered(
            _("Ein Benutzername besteht aus kleinen Buchstaben, Ziffern, Punkt, Binde- und Unterstrich.")
        )
    email = new.email.strip()
    try:
        validate_email(email)
    except ValidationError as error:
        raise NotAdministered(_("Bitte geben Sie eine gültige E-Mail-Adresse an.")) from error
    if not new.name.strip():
        raise NotAdministered(_("Bitte geben Sie den Namen an."))
    _check(actor, new.role)
    with entry(actor, "person.added") as e:
        lock_body(actor)
        account = Account.objects.filter(username=username).first()
        if account is not None and account.email.lower() != email.lower():
            raise NotAdministered(
                _(
                    "Diesen Benutzernamen gibt es schon. Arbeitet die Person bereits in einer anderen Stelle, geben Sie ihre dort hinterlegte E-Mail-Adresse an; sonst wählen Sie einen anderen Namen."
                )
            )
        if account is None:
            account = Account.objects.create_user(
                username, None, name=new.name.strip()[:200], email=email, telephone=new.telephone.strip()[:50]
            )
            mail_link(e, account, address_of)
        elif account.pk == actor.account_id:
            raise NotAdministered(_("Sich selbst kann niemand eine Rolle geben."))
        _give(e, actor, account, new.role)
    return account


def give_role(actor: Actor, account_id: int, new: NewRole) -> Membership:
    """Give a person of one's own body another role; a locked account is opened again. The same again gives the same.

    Raises ``NotAdministered``, ``NotPermitted`` and ``Account.DoesNotExist``.
    """
    account = person(actor, account_id).account
    if account.pk == actor.account_id:
        raise NotAdministered(_("Sich selbst kann niemand eine Rolle geben."))
    _check(actor, new)
    with entry(actor, "person.role_given") as e:
        lock_body(actor)
        if not account.is_active:
            Account.objects.filter(pk=account.pk).update(is_active=True)
        return _give(e, actor, account, new)


def end_role(actor: Actor, membership_id: int, last: date) -> None:
    """End a role with a last day (yesterday: at once). Raises ``NotAdministered`` and ``Membership.DoesNotExist``."""
    actor.require(Permission.ADMINISTER)
    day = today()
    if last < day - timedelta(days=1):
        raise NotAdministered(
            _("Der letzte Tag liegt in der Vergangenheit. Eine Rolle endet frühestens mit dem gestrigen Tag.")
        )
    with entry(actor, "person.role_ended") as e:
        lock_body(actor)
        held = Membership.objects.get(pk=membership_id, body=actor.body_id)
        if held.valid_to is not None and held.valid_to <= _end_of(held, last):
            raise NotAdministered(_("Diese Rolle endet bereits früher. Bitte laden Sie die Seite neu."))
        keep_an_administrator(actor, [held], last)
        end_membership(e, held, last)


def end_membership(e: Entry, held: Membership, last: date) -> None:
    """End one role in an entry under way; one that has not begun is over before it begins."""
    held.valid_to = _end_of(held, last)
    held.save(update_fields=["valid_to"])
    e.refer(account=held.account_id, role=held.role, last=held.valid_to.isoformat())


def _end_of(held: Membership, last: date) -> date:
    return max(last, held.valid_from - timedelta(days=1))


def keep_an_administrator(actor: Actor, ending: list[Membership], last: date) -> None:
    """Under the lock of the body: somebody else must administer it on every day that is taken away. Raises ``NotAdministered``."""
    after = last + timedelta(days=1)
    others = Membership.objects.filter(
        body=actor.body_id, role=ADMINISTRATOR, valid_from__lte=after, account__is_active=True
    ).exclude(pk__in=[held.pk for held in ending])
    for held in ending:
        if held.role != ADMINISTRATOR:
            continue
        until = Q(valid_to=None) if held.valid_to is None else Q(valid_to=None) | Q(valid_to__gte=held.valid_to)
        if not others.filter(until).exists():
            raise NotAdministered(
                _("Das ist die letzte Person der Verwaltung. Bitte geben Sie zuerst einer anderen diese Rolle.")
            )


def lock_body(actor: Actor) -> None:
    """Who administers a body is decided by one action after the other."""
    Body.objects.select_for_update(no_key=True).get(pk=actor.body_id)


def _check(actor: Actor, new: NewRole) -> None:
    if new.role not in GIVEN_IN.get(actor.body.kind, frozenset()):
        raise NotAdministered(_("Diese Rolle gibt es in einer Stelle dieser Art nicht."))
    problem = problem_with_days(new.first, new.last, today())
    if problem is not None:
        raise NotAdministered(_(DAYS_SENTENCES[problem]))
    if new.unit_id is not None:
        unit_of_body(actor, new.unit_id)


def _give(e: Entry, actor: Actor, account: Account, new: NewRole) -> Membership:
    asked = Days(new.first, new.last)
    for held in Membership.objects.filter(account=account, body=actor.body_id, role=new.role.value):
        if (held.valid_from, held.valid_to, held.unit_id) == (new.first, new.last, new.unit_id):
            return held
        days = Days(held.valid_from, held.valid_to)
        if days.ever and days.overlaps(asked):
            raise NotAdministered(_("Diese Person hat die Rolle in dieser Zeit schon."))
    made = Membership.objects.create(
        account=account,
        body=actor.body,
        unit_id=new.unit_id,
        role=new.role.value,
        valid_from=new.first,
        valid_to=new.last,
    )
    e.refer(account=account.pk, membership=made.pk, role=new.role.value)
    return made
