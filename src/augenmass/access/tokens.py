"""Tokens by which programs act in the name of a person: making, listing, taking back, recognising.

A token is its owner in one body, asked anew with every call (``actor_for``): when the role ends, the account is closed or
the body is dissolved, it stops. Its scopes and its purpose only narrow what the owner may do.
"""

import hashlib
import hmac
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from ipaddress import ip_address, ip_network
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.access.actor import Actor, NotPermitted, Purpose, actor_for
from augenmass.access.matrix import categories_for
from augenmass.access.models import ApiToken
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.record.ledger import System, entry

LONGEST = timedelta(days=365)
"""A token never lasts longer than a year; who still needs it makes a new one."""
MOST_NETWORKS = 20
PREFIX = "augenmass"
_TOKEN = re.compile(rf"{PREFIX}_([0-9a-f]{{12}})_([0-9a-f]{{64}})", re.ASCII)
_NO_HASH = hashlib.sha256(b"").hexdigest()
OWN_PURPOSES = (Purpose.CASE_WORK, Purpose.SUPERVISION, Purpose.INTAKE)
"""What a token can be for. In a case of another body the purpose is that of the access that was granted."""


class Scope(StrEnum):
    """One thing that a token is let do; the value is stored."""

    CASES_READ = "cases:read"
    FACTS_READ = "facts:read"
    FACTS_WRITE = "facts:write"
    DOCUMENTS_READ = "documents:read"
    STEPS_READ = "steps:read"
    STEPS_WRITE = "steps:write"
    GRANTS_READ = "grants:read"
    GRANTS_OPEN = "grants:open"
    REFERRALS_READ = "referrals:read"
    REFERRALS_WRITE = "referrals:write"
    MESSAGES_DELIVER = "messages:deliver"
    STATEMENTS_WRITE = "statements:write"
    ACCOMMODATION_REPORT = "accommodation:report"
    NOTICES_SEND = "notices:send"
    CALENDAR_READ = "calendar:read"


SCOPE_LABELS = {
    Scope.CASES_READ: gettext_lazy("Fälle und Rechtslage lesen"),
    Scope.FACTS_READ: gettext_lazy("Angaben und Beweise lesen"),
    Scope.FACTS_WRITE: gettext_lazy("Angaben feststellen und bestreiten"),
    Scope.DOCUMENTS_READ: gettext_lazy("Verzeichnis der Dokumente lesen"),
    Scope.STEPS_READ: gettext_lazy("Mögliche und gesperrte Schritte lesen"),
    Scope.STEPS_WRITE: gettext_lazy("Schritte vorbereiten (gezeichnet wird nur von Menschen)"),
    Scope.GRANTS_READ: gettext_lazy("Geöffnete Fälle anderer Stellen auflisten"),
    Scope.GRANTS_OPEN: gettext_lazy("Geöffnete Fälle anderer Stellen mit Zweck und Begründung ansehen"),
    Scope.REFERRALS_READ: gettext_lazy("Abgaben zwischen Stellen lesen"),
    Scope.REFERRALS_WRITE: gettext_lazy("Abgaben einleiten und zurückziehen (beantwortet werden sie nur von Menschen)"),
    Scope.MESSAGES_DELIVER: gettext_lazy("Signierte Nachrichten anderer Anwendungen übergeben"),
    Scope.STATEMENTS_WRITE: gettext_lazy(
        "Erklärungen einliefern, die Personen in einer Beratungsstelle gebilligt haben"
    ),
    Scope.ACCOMMODATION_REPORT: gettext_lazy("Ereignisse einer Unterkunft melden"),
    Scope.NOTICES_SEND: gettext_lazy("Mitteilungen an Ausländerbehörden geben, berichtigen und zurücknehmen"),
    Scope.CALENDAR_READ: gettext_lazy("Eigene Tage ohne Inhalt in einem Kalender zeigen"),
}
_NEEDS = {
    Scope.FACTS_WRITE: Permission.RECORD_FACTS,
    Scope.STEPS_WRITE: Permission.TAKE_STEPS,
    Scope.REFERRALS_READ: Permission.REFER,
    Scope.REFERRALS_WRITE: Permission.REFER,
    Scope.MESSAGES_DELIVER: Permission.RECEIVE,
    Scope.STATEMENTS_WRITE: Permission.POST,
    Scope.ACCOMMODATION_REPORT: Permission.ACCOMMODATION,
    Scope.NOTICES_SEND: Permission.SEND_NOTICES,
}
"""The right behind a scope; of all others it is the right to read cases."""


class NotMade(Exception):
    """Why no token was made; a sentence for the user. Nothing was changed."""


class NotRecognised(Exception):
    """Why a call is not let in; a sentence. Who does not hold the secret learns only that the token is not valid."""


class ElsewhereOnly(NotRecognised):
    """The token is good, but not from this network or no longer for this purpose."""


@dataclass(frozen=True, slots=True)
class TokenForm:
    """What a person asks for."""

    label: str
    scopes: tuple[str, ...]
    purpose: str
    expires_on: date
    submission: UUID
    networks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Program:
    """A recognised token and the actor that it is today."""

    token: ApiToken
    actor: Actor

    def has(self, scope: Scope) -> bool:
        return scope.value in self.token.scopes


def offered_scopes(actor: Actor) -> list[Scope]:
    """What the actor can hand on: nothing that they may not do themselves."""
    if actor.reads_only:
        return []
    return [scope for scope in Scope if actor.may(_NEEDS.get(scope, Permission.READ_CASES))]


def fits(actor: Actor, purpose: Purpose) -> bool:
    """Whether the actor's roles read for a purpose. Lists name people, so it must let them read who a case is about."""
    return purpose in OWN_PURPOSES and "identity" in categories_for(actor.roles, purpose)


def offered_purposes(actor: Actor) -> list[Purpose]:
    """What the actor's tokens can be for. Somebody who reads only what others open has tokens for case work there."""
    return [purpose for purpose in OWN_PURPOSES if fits(actor, purpose)] or [Purpose.CASE_WORK]


def make_token(actor: Actor, asked: TokenForm) -> tuple[ApiToken, str]:
    """Make a token of the actor; returns it with the text that is shown once and kept nowhere.

    Raises ``NotMade`` (also for a form that was sent before) and ``NotPermitted``.
    """
    actor.require_writing()
    if not offered_scopes(actor):
        raise NotPermitted(Permission.READ_CASES)
    networks = _networks(asked.networks)
    _check(actor, asked)
    secret = secrets.token_bytes(32)
    token = ApiToken(
        key_id=secrets.token_hex(6),
        secret_hash=_hash(secret),
        account=actor.account,
        body=actor.body,
        scopes=sorted(set(asked.scopes)),
        purpose=asked.purpose,
        label=asked.label.strip()[:100],
        networks=networks,
        expires_on=asked.expires_on,
        submission=asked.submission,
    )
    with entry(actor, "token.made") as e:
        if ApiToken.objects.filter(submission=asked.submission).exists():
            raise NotMade(
                _("Dieser Zugang ist bereits angelegt. Sein Geheimnis wird nur einmal gezeigt; ziehen Sie ihn zurück.")
            )
        token.created_at = e.book.at
        e.seal(token)
        e.refer(token=token.pk)
    return token, f"{PREFIX}_{token.key_id}_{secret.hex()}"


def _check(actor: Actor, asked: TokenForm) -> None:
    day = today()
    if actor.program:
        raise NotMade(_("Einen Zugang legt ein Mensch an, kein Programm."))
    if not asked.label.strip():
        raise NotMade(_("Bitte geben Sie an, für welches Programm der Zugang ist."))
    if not asked.scopes or not set(asked.scopes) <= {scope.value for scope in offered_scopes(actor)}:
        raise NotMade(_("Bitte wählen Sie aus, was das Programm darf. Mehr als Sie selbst darf es nicht."))
    if asked.purpose not in {purpose.value for purpose in offered_purposes(actor)}:
        raise NotMade(_("Dieser Zweck passt nicht zu Ihren Aufgaben in der Dienststelle."))
    if not day <= asked.expires_on <= day + LONGEST:
        raise NotMade(_("Bitte wählen Sie einen letzten Tag innerhalb eines Jahres."))


def _networks(asked: Iterable[str]) -> list[str]:
    named = [text.strip() for text in asked if text.strip()]
    if len(named) > MOST_NETWORKS:
        raise NotMade(_("Bitte nennen Sie höchstens %(most)d Netze.") % {"most": MOST_NETWORKS})
    try:
        return sorted({str(ip_network(text, strict=False)) for text in named})
    except ValueError as error:
        raise NotMade(_("Ein Netz wird so geschrieben: 10.1.0.0/16, oder eine einzelne Adresse.")) from error


def revoke_token(actor: Actor, key_id: str) -> ApiToken:
    """Take a token back: one's own, or as administration one of the body. It stops with the next call.

    Raises ``ApiToken.DoesNotExist`` and ``NotMade`` where it was taken back before.
    """
    actor.require_writing()
    token = _manageable(actor).get(key_id=key_id)
    with entry(actor, "token.revoked") as e:
        _end(token, e.action_id)
        e.refer(token=token.pk)
    return token


def revoke_by_command(key_id: str) -> ApiToken:
    """Take any token back, for who runs the installation. Raises as ``revoke_token``."""
    token = ApiToken.objects.select_related("account", "body").get(key_id=key_id)
    with entry(System(body_id=token.body_id), "token.revoked") as e:
        _end(token, e.action_id)
        e.refer(token=token.pk)
    return token


def revoke_all_of(account_id: int, action_id: int) -> int:
    """Take back every token of an account in whichever body, as part of the action ``action_id``; returns how many."""
    return ApiToken.objects.filter(account=account_id, ended_by=None).update(ended_by=action_id)


def _end(token: ApiToken, action_id: int) -> None:
    if not ApiToken.objects.filter(pk=token.pk, ended_by=None).update(ended_by=action_id):
        raise NotMade(_("Dieser Zugang ist bereits zurückgezogen."))


def _manageable(actor: Actor) -> QuerySet[ApiToken]:
    own = ApiToken.objects.filter(account=actor.account_id)
    if actor.may(Permission.ADMINISTER):
        own |= ApiToken.objects.filter(body=actor.body_id)
    return own.select_related("account", "body")


def own_tokens(actor: Actor) -> list[ApiToken]:
    """The actor's tokens in every body, newest first, also those that ended."""
    return list(ApiToken.objects.filter(account=actor.account_id).select_related("account", "body"))


def tokens_of_body(actor: Actor) -> list[ApiToken]:
    """What others of the body made; empty for who does not administer it."""
    if not actor.may(Permission.ADMINISTER):
        return []
    held = ApiToken.objects.filter(body=actor.body_id).exclude(account=actor.account_id)
    return list(held.select_related("account", "body"))


def all_tokens() -> list[ApiToken]:
    """Every token of the installation, for its command."""
    return list(ApiToken.objects.select_related("account", "body"))


def state_of(token: ApiToken) -> str:
    """``revoked``, ``expired``, ``ownerless`` (no role, closed account, dissolved body) or ``valid``."""
    if token.ended_by_id is not None:
        return "revoked"
    if token.expires_on < today():
        return "expired"
    return "valid" if _actor_of(token) is not None else "ownerless"


def _actor_of(token: ApiToken) -> Actor | None:
    actor = actor_for(token.account, token.body_id)
    # ``actor_for`` falls back to another body of the person; a token never does.
    return actor if actor is not None and actor.body_id == token.body_id else None


def recognise(text: str, address: str) -> Program:
    """The program behind the text of a token, called from an address. Raises ``NotRecognised``."""
    found = _TOKEN.fullmatch(text)
    token = None
    if found is not None:
        token = ApiToken.objects.filter(key_id=found[1]).select_related("account", "body").first()
    secret = bytes.fromhex(found[2]) if found is not None else b""
    same = hmac.compare_digest(_hash(secret), token.secret_hash if token is not None else _NO_HASH)
    if token is None or not same:
        raise NotRecognised(_("Dieser Zugang ist nicht gültig."))
    actor = _admitted(token, address)
    _note_use(token)
    return Program(token, replace(actor, purpose=Purpose(token.purpose), program=token.key_id))


def _admitted(token: ApiToken, address: str) -> Actor:
    match state_of(token):
        case "revoked":
            raise NotRecognised(_("Dieser Zugang ist zurückgezogen."))
        case "expired":
            raise NotRecognised(_("Dieser Zugang ist abgelaufen."))
    actor = _actor_of(token)
    if actor is None:
        raise NotRecognised(_("Die Person, der dieser Zugang gehört, hat in der Stelle heute keine Aufgabe."))
    if not _from_network(token.networks, address):
        raise ElsewhereOnly(_("Dieser Zugang wird aus Ihrem Netz nicht angenommen."))
    if Purpose(token.purpose) not in offered_purposes(actor):
        raise ElsewhereOnly(
            _("Der Zweck dieses Zugangs passt nicht mehr zu den Aufgaben seiner Besitzerin oder seines Besitzers.")
        )
    return actor


def _from_network(networks: list[str], address: str) -> bool:
    if not networks:
        return True
    try:
        caller = ip_address(address)
    except ValueError:
        return False
    mapped = getattr(caller, "ipv4_mapped", None)
    return any((mapped or caller) in ip_network(network) for network in networks)


def _note_use(token: ApiToken) -> None:
    """Keep the day of the last use: enough to find what nobody needs, too little to follow anybody."""
    day = today()
    if token.last_used_on != day:
        ApiToken.objects.filter(pk=token.pk).update(last_used_on=day)


def _hash(secret: bytes) -> str:
    return hashlib.sha256(secret).hexdigest()
