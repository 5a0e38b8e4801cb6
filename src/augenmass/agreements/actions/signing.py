"""Signing: each side signs exactly the text that it read; when both have, the edition holds."""

import hashlib
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.agreements.actions.changing import advance, changing, edition_in_work
from augenmass.agreements.actions.concluding import conclude
from augenmass.agreements.actions.days import keep_days
from augenmass.agreements.actions.drafting import without_guardian
from augenmass.agreements.models import Agreement, Edition, KeptFile, Signature
from augenmass.agreements.paper import needs_paper
from augenmass.agreements.queries.own import Owner
from augenmass.agreements.rules.days import is_minor
from augenmass.cases.actions.documents import checked
from augenmass.cases.file_types import JPEG, PDF, PNG, Refusal
from augenmass.law.time import day_of, today
from augenmass.record.ledger import Entry, System, entry
from augenmass.work.refusal import NotDone

Side, Method = Signature.Side, Signature.Method


@dataclass(frozen=True, slots=True)
class Signing:
    """How a side signs: the digest of the text that it read, and the scanned paper where it signed on paper."""

    seen_digest: str
    method: str
    scan: bytes = b""


def sign_as_counsellor(actor: Actor, key: UUID, seen: int, said: Signing) -> Edition:
    """The counsellor whom the text names signs. Raises ``NotDone``, ``Refusal`` (the scan), ``NotPermitted``."""
    with changing(actor, "agreement.counsellor_signed", key, seen) as (e, agreement):
        if agreement.counsellor_id != actor.account_id:
            raise NotDone(
                _("In der Vereinbarung steht %(name)s. Nur wer darin genannt ist, unterschreibt sie.")
                % {"name": agreement.counsellor.name}
            )
        edition = _ready(agreement, said)
        return _sign(e, agreement, edition, Side.COUNSELLOR, actor.account.name, said)


def sign_with_person(actor: Actor, key: UUID, seen: int, said: Signing) -> Edition:
    """The person signs on paper or on the counsellor's screen, in the counsellor's presence. Raises as ``sign_as_counsellor``."""
    if said.method == Method.PORTAL:
        raise NotDone(_("Im Portal unterschreibt nur die Person selbst."))
    with changing(actor, "agreement.person_signed", key, seen) as (e, agreement):
        edition = _ready(agreement, said)
        return _sign(e, agreement, edition, Side.PERSON, _signer(agreement), said)


def sign_as_person(owner: Owner, edition_key: UUID, seen_digest: str) -> Edition:
    """The person signs their own agreement at their own door.

    ``seen_digest``: ``Edition.digest`` of the page that was read. Raises ``NotDone`` (stale text, ended, minor, contract) and
    ``Edition.DoesNotExist``.
    """
    with as_system(SystemRole.AGREEMENT), entry(System(), "agreement.person_signed") as e:
        found = Edition.objects.get(owner.rows("agreement__participant"), key=edition_key)
        agreement = Agreement.objects.select_for_update().get(pk=found.agreement_id)
        said = Signing(seen_digest, Method.PORTAL)
        edition = _ready(agreement, said)
        if edition.pk != found.pk:
            raise NotDone(_stale())
        if agreement.participant.guardian and is_minor(agreement.participant.born_on, today()):
            raise NotDone(
                _("Für eine minderjährige Person unterschreibt, wer das Sorgerecht hat, in der Beratungsstelle.")
            )
        advance(agreement)
        e.refer(agreement=agreement.pk)
        signed = _sign(e, agreement, edition, Side.PERSON, _signer(agreement), said)
        keep_days(agreement)
        return signed


def _stale() -> str:
    return _("Der Text wurde inzwischen geändert. Bitte lesen Sie die neue Fassung, bevor Sie unterschreiben.")


def _ready(agreement: Agreement, said: Signing) -> Edition:
    if not agreement.running:
        raise NotDone(_("Diese Vereinbarung ist beendet. Sie kann nicht mehr unterschrieben werden."))
    edition = edition_in_work(agreement)
    if edition.stage != Edition.Stage.EXPLAINED:
        raise NotDone(_("Unterschrieben wird erst, wenn der Text steht, übersetzt und erklärt ist."))
    if edition.digest != said.seen_digest:
        raise NotDone(_stale())
    if needs_paper(agreement.form) and said.method != Method.PAPER:
        raise NotDone(_("Ein öffentlich-rechtlicher Vertrag braucht die Schriftform (§ 57 VwVfG): nur auf Papier."))
    return edition


def _signer(agreement: Agreement) -> str:
    person = agreement.participant
    if not is_minor(person.born_on, today()):
        return person.name
    if not person.guardian:
        raise NotDone(without_guardian())
    return person.guardian


def _sign(e: Entry, agreement: Agreement, edition: Edition, side: str, name: str, said: Signing) -> Edition:
    if edition.signatures.filter(side=side).exists():
        raise NotDone(_("Diese Seite hat schon unterschrieben."))
    scanned = _kept(agreement, said.scan) if said.method == Method.PAPER else ""
    made = Signature(
        edition=edition,
        side=side,
        method=said.method,
        name=name,
        for_minor=side == Side.PERSON and name != agreement.participant.name,
        text_digest=edition.digest,
        signed_on=day_of(e.book.at),
        scan_sha256=scanned,
        at=e.book.at,
    )
    e.seal(made)
    e.refer(edition=edition.number, text=edition.digest, method=said.method)
    if edition.signatures.count() == len(Side.choices):
        conclude(e, agreement, edition)
    return edition


def _kept(agreement: Agreement, scan: bytes) -> str:
    """Keep the scanned paper. Raises ``Refusal`` for a file that is none."""
    media_type = checked(scan)
    if media_type not in (PDF, PNG, JPEG):
        raise Refusal(
            "Das ist kein Scan. Möglich sind PDF, PNG und JPEG; es zählt der Inhalt, nicht der Name.",
            "This is no scan. PDF, PNG and JPEG are accepted; the content counts, not the name.",
        )
    digest = hashlib.sha256(scan).hexdigest()
    KeptFile.objects.get_or_create(
        agreement=agreement, sha256=digest, defaults={"media_type": media_type, "content": scan}
    )
    return digest
