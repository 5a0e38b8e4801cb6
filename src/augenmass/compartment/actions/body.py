"""What the lead of a service does for it: the declaration, the authorities that take statements."""

from urllib.parse import urlsplit
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.utils.translation import gettext as _

from augenmass.compartment.chain import entry
from augenmass.compartment.configuration import configuration
from augenmass.compartment.models import Account, Authority, CounsellingBody, Declaration
from augenmass.compartment.rules import (
    DUTIES,
    NOTICE_LANGUAGES,
    Declared,
    NotDone,
    check_declaration,
    notice_text,
)
from augenmass.law.time import now, today
from augenmass.record.once import once
from augenmass.site.configuration import Mode

SAME_MACHINE = frozenset({"localhost", "127.0.0.1"})


class NotPermitted(Exception):
    """The account does not lead its service; a sentence."""


def require_lead(account: Account) -> None:
    """Raises ``NotPermitted``."""
    if not account.leads:
        raise NotPermitted(_("Das macht die Leitung der Beratungsstelle. Ihnen fehlt das Recht dazu."))


def add_body(slug: str, name: str) -> CounsellingBody:
    """A counselling service, with a signing key of its own. Raises ``NoKey``, ``NotDone``."""
    if CounsellingBody.objects.filter(slug=slug).exists():
        raise NotDone(_("Diese Beratungsstelle gibt es schon."))
    body = CounsellingBody(slug=slug, name=name)
    body.put({"signing_key": Ed25519PrivateKey.generate().private_bytes_raw().hex()})
    with entry(None, "body.added", body=slug):
        body.save(force_insert=True)
    return body


def add_counsellor(body: CounsellingBody, username: str, name: str, password: str, leads: bool = False) -> Account:
    """An account for a counsellor. Raises ``NotDone``."""
    if Account.objects.filter(username=username.lower()).exists():
        raise NotDone(_("Diesen Benutzernamen gibt es schon."))
    with entry(None, "account.added", body=body.slug):
        return Account.objects.create_user(username, password, name=name, body=body, leads=leads)


def close_account(account: Account) -> None:
    """Let nobody sign in with this account any more; what it wrote stays."""
    with entry(None, "account.closed", closed=account.pk):
        Account.objects.filter(pk=account.pk).update(is_active=False)


def declare(account: Account, declared: Declared, seen_id: int | None) -> Declaration:
    """Declare what the service is and which duties it has; from then on persons are told the new text.

    ``seen_id``: the declaration that was shown. Raises ``NotPermitted``, ``NotDone``.
    """
    require_lead(account)
    check_declaration(declared)
    with entry(account, "body.declared", body=account.body.slug) as e:
        CounsellingBody.objects.select_for_update().get(pk=account.body_id)
        held = Declaration.objects.filter(body=account.body_id).first()
        if (held.pk if held else None) != seen_id:
            raise NotDone(
                _("Die Erklärung wurde inzwischen von jemand anderem geändert. Bitte laden Sie die Seite neu.")
            )
        return Declaration.objects.create(
            body=account.body,
            public=declared.public,
            duties=[duty for duty in DUTIES if duty in declared.duties],
            secrecy=declared.secrecy,
            reason=declared.reason.strip(),
            texts={language: notice_text(declared, language) for language in NOTICE_LANGUAGES},
            declared_by=account,
            declared_at=now(),
            action=e.action,
        )


def add_authority(account: Account, key: UUID, name: str, address: str, token: str) -> Authority:
    """An authority with its address and the access that it made for this service. Raises ``NotPermitted``, ``NotDone``, ``NoKey``."""
    require_lead(account)
    parts = urlsplit(address.strip())
    elsewhere = configuration().mode is Mode.PRODUCTION or parts.hostname not in SAME_MACHINE
    if not parts.hostname or parts.scheme not in ({"https"} if elsewhere else {"http", "https"}):
        raise NotDone(_("Die Adresse beginnt mit https:// und nennt den Server der Behörde."))
    if not name.strip() or not token.strip():
        raise NotDone(_("Bitte geben Sie den Namen der Behörde und den Zugang an."))

    def make() -> Authority:
        authority = Authority(key=key, body=account.body, name=name.strip())
        authority.put({"address": f"{parts.scheme}://{parts.netloc}", "token": token.strip()})
        with entry(account, "authority.added", authority=str(key)):
            authority.save(force_insert=True)
        return authority

    return once(lambda: Authority.objects.filter(key=key, body=account.body_id).first(), make)


def close_authority(account: Account, key: UUID) -> None:
    """Take an authority off the list; what waits for it waits on. Raises ``NotPermitted``, ``Authority.DoesNotExist``."""
    require_lead(account)
    authority = Authority.objects.get(key=key, body=account.body_id)
    with entry(account, "authority.closed", authority=str(key)):
        Authority.objects.filter(pk=authority.pk, closed_on=None).update(closed_on=today())
