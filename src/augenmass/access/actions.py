"""Letting others in: opening a case to another body, naming the recipients of a secret fact, and taking both back."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import IntegrityError
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor, Purpose
from augenmass.access.models import Grant, SecretRecipient
from augenmass.access.sight import SECRET, SECRET_NAMES, sight_of
from augenmass.access.visible import worked_by, worked_q
from augenmass.directory.models import Body
from augenmass.directory.queries import people_in
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.law.vocabulary import CATEGORIES
from augenmass.record.ledger import Entry, entry
from augenmass.record.models import Fact

LONGEST = timedelta(days=365)
"""An access never lasts longer than a year; who still needs it asks again."""
GRANTED_FOR = frozenset({Purpose.COOPERATION, Purpose.COMPETENCE})


class NotGranted(Exception):
    """Why nobody was let in; a sentence for the user. Nothing was changed."""


@dataclass(frozen=True, slots=True)
class GrantForm:
    """To whom, what, what for, by which provision, how long; ``key`` comes from the form, so that sent twice it opens once."""

    body_id: int
    categories: tuple[str, ...]
    purpose: Purpose
    provision: str
    reason: str
    valid_until: date
    account_id: int | None = None
    key: UUID | None = None


def grant_access(actor: Actor, case_id: int, asked: GrantForm) -> Grant:
    """Open a case of one's own body to another body. The same key again gives the access that is there.

    Raises ``NotGranted``, ``NotPermitted`` and ``Case.DoesNotExist``.
    """
    actor.require(Permission.GRANT_ACCESS)
    case = worked_by(actor).get(pk=case_id)
    _check(actor, asked, sight_of(actor, case).categories)
    try:
        return _granted_before(case_id, asked) or _grant(actor, case_id, asked)
    except IntegrityError:
        found = _granted_before(case_id, asked)
        if found is None:
            raise
        return found


def _granted_before(case_id: int, asked: GrantForm) -> Grant | None:
    return Grant.objects.filter(key=asked.key, case=case_id).first() if asked.key is not None else None


def _grant(actor: Actor, case_id: int, asked: GrantForm) -> Grant:
    with entry(actor, "access.granted", case_id) as e:
        return write_grant(e, asked)


def write_grant(e: Entry, asked: GrantForm, about: str = "") -> Grant:
    """Write an access in an entry under way (a referral opens its case so)."""
    assert e.case is not None
    grant = Grant(
        case=e.case,
        owner_id=e.case.body_id,
        body_id=asked.body_id,
        account_id=asked.account_id,
        categories=sorted(asked.categories),
        purpose=asked.purpose.value,
        provision=asked.provision.strip()[:200],
        reason=asked.reason.strip()[:500],
        valid_from=today(),
        valid_until=asked.valid_until,
        about=about,
    )
    if asked.key is not None:
        grant.key = asked.key
    e.seal(grant)
    e.refer(grant=grant.pk)
    return grant


def end_grants(e: Entry, about: str, body_id: int | None = None) -> int:
    """End, in an entry under way, the accesses that belonged to something (a referral that was answered), or those of one body; returns how many."""
    held = Grant.objects.filter(case=e.case, about=about, ended_by=None)
    if body_id is not None:
        held = held.filter(body=body_id)
    return held.update(ended_by=e.action_id)


def end_grant(actor: Actor, key: UUID) -> None:
    """Take an access back. Raises ``Grant.DoesNotExist`` and ``NotGranted``."""
    actor.require(Permission.GRANT_ACCESS)
    grant = Grant.objects.filter(worked_q(actor, prefix="case__")).get(key=key)
    if grant.about:
        raise NotGranted(_("Dieser Zugriff gehört zu einer Abgabe und endet mit ihr."))
    with entry(actor, "access.ended", grant.case_id) as e:
        ended = Grant.objects.filter(pk=grant.pk, ended_by=None).update(ended_by=e.action_id)
        if not ended:
            raise NotGranted(_("Dieser Zugriff ist bereits beendet."))
        e.refer(grant=grant.pk)


def _check(actor: Actor, asked: GrantForm, held: frozenset[str]) -> None:
    day = today()
    if asked.body_id == actor.body_id:
        raise NotGranted(_("Ihre eigene Dienststelle bearbeitet den Fall bereits."))
    body = Body.objects.filter(pk=asked.body_id).first()
    if body is None or (body.dissolved_on is not None and body.dissolved_on <= day):
        raise NotGranted(_("Diese Stelle gibt es nicht oder nicht mehr."))
    if asked.account_id is not None and not people_in(asked.body_id, day).filter(pk=asked.account_id).exists():
        raise NotGranted(_("Diese Person hat in der gewählten Stelle heute keine Aufgabe."))
    if asked.purpose not in GRANTED_FOR:
        raise NotGranted(_("Für diesen Zweck kann ein Fall nicht geöffnet werden."))
    if not asked.categories or not set(asked.categories) <= set(CATEGORIES):
        raise NotGranted(_("Bitte wählen Sie aus, welche Angaben geöffnet werden."))
    if SECRET in asked.categories:
        raise NotGranted(_("Geheime Angaben werden nur einzeln benannten Personen geöffnet."))
    if not set(asked.categories) <= held:
        raise NotGranted(_("Sie können nur öffnen, was Sie selbst lesen dürfen."))
    if not asked.provision.strip() or not asked.reason.strip():
        raise NotGranted(_("Bitte nennen Sie die Vorschrift und den Grund."))
    if not day <= asked.valid_until <= day + LONGEST:
        raise NotGranted(_("Bitte wählen Sie einen letzten Tag innerhalb eines Jahres."))


def name_recipient(actor: Actor, fact_id: int, account_id: int) -> SecretRecipient:
    """Let one person read one secret fact that the actor may read. Raises ``NotGranted`` and ``Fact.DoesNotExist``."""
    actor.require(Permission.GRANT_ACCESS)
    fact = _secret_fact(actor, fact_id)
    account = people_in(actor.body_id, today()).filter(pk=account_id).first()
    if account is None:
        raise NotGranted(_("Diese Person gehört nicht zu Ihrer Dienststelle."))
    with entry(actor, "secret.recipient_named", fact.case_id) as e:
        if SecretRecipient.objects.filter(fact=fact, account=account, ended_by=None).exists():
            raise NotGranted(_("Diese Person ist bereits benannt."))
        named = SecretRecipient(fact=fact, account=account)
        e.seal(named)
        e.refer(recipient=named.pk)
    return named


def withdraw_recipient(actor: Actor, recipient_id: int) -> None:
    """Let a named person no longer read a secret fact. Raises ``NotGranted`` and ``SecretRecipient.DoesNotExist``."""
    actor.require(Permission.GRANT_ACCESS)
    named = SecretRecipient.objects.select_related("fact").get(pk=recipient_id)
    _secret_fact(actor, named.fact_id)
    with entry(actor, "secret.recipient_withdrawn", named.fact.case_id) as e:
        if not SecretRecipient.objects.filter(pk=named.pk, ended_by=None).update(ended_by=e.action_id):
            raise NotGranted(_("Diese Person ist bereits nicht mehr benannt."))
        e.refer(recipient=named.pk)


def _secret_fact(actor: Actor, fact_id: int) -> Fact:
    """A secret fact that the actor may read. Raises ``Fact.DoesNotExist``: to others it is not there."""
    fact = (
        Fact.objects.filter(worked_q(actor, prefix="case__"), name__in=SECRET_NAMES)
        .select_related("case")
        .get(pk=fact_id)
    )
    return Fact.objects.filter(sight_of(actor, fact.case).rows_q()).get(pk=fact.pk)
