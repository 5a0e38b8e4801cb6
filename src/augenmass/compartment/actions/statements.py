"""The only way out: a short text that the person approved, tied to exactly that text."""

import base64
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.compartment.chain import entry
from augenmass.compartment.models import Account, Authority, CounsellingBody, Scan, Statement
from augenmass.compartment.rules import LANGUAGES, NotDone, check_day
from augenmass.compartment.visible import statements_of, visible_to
from augenmass.law.time import now, today
from augenmass.record.once import once
from augenmass.statement import HOW, LONGEST_TEXT, digest_of_text
from augenmass.statement import Statement as Outgoing

State = Statement.State
SCANS = {b"%PDF-": "application/pdf", b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
LARGEST_SCAN = 5_000_000
CHANGEABLE = (State.DRAFT, State.APPROVED, State.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class StatementForm:
    """The text, the language it is written in, the file number it is for, the authority it goes to (None: as a file)."""

    text: str
    language: str
    number: str
    authority: UUID | None

    def content(self) -> dict[str, Any]:
        """As it is encrypted. Raises ``NotDone``."""
        text = self.text.replace("\r\n", "\n").strip()
        if not text or not self.number.strip():
            raise NotDone(_("Bitte geben Sie den Text und das Aktenzeichen der Behörde an."))
        if len(text) > LONGEST_TEXT:
            raise NotDone(
                _("Eine Erklärung ist kurz: höchstens %(most)d Zeichen. Kürzen Sie den Text.") % {"most": LONGEST_TEXT}
            )
        if self.language not in LANGUAGES:
            raise NotDone(_("Bitte wählen Sie die Sprache des Textes."))
        return {"text": text, "language": self.language, "number": self.number.strip()[:60]}


def _authority(account: Account, key: UUID | None) -> Authority | None:
    if key is None:
        return None
    found = Authority.objects.filter(key=key, body=account.body_id, closed_on=None).first()
    if found is None:
        raise NotDone(_("Diese Behörde steht nicht auf der Liste Ihrer Beratungsstelle."))
    return found


def draft_statement(account: Account, person_key: UUID, key: UUID, form: StatementForm) -> Statement:
    """Begin a statement. Raises ``NotDone``, ``NoKey``, ``Person.DoesNotExist``."""
    person = visible_to(account).get(key=person_key)
    content, authority = form.content(), _authority(account, form.authority)

    def make() -> Statement:
        statement = Statement(key=key, person=person, authority=authority)
        statement.put(content)
        with entry(account, "statement.drafted", person=str(person_key), statement=str(key)) as e:
            statement.action = e.action
            statement.save(force_insert=True)
        return statement

    return once(lambda: statements_of(account).filter(key=key).first(), make)


def _locked(account: Account, key: UUID, seen_version: int | None = None) -> Statement:
    statement = (
        Statement.objects.select_for_update(of=("self",))
        .select_related("person", "authority")
        .get(pk=statements_of(account).get(key=key).pk)
    )
    if seen_version is not None and statement.version != seen_version:
        raise NotDone(
            _("Die Erklärung wurde inzwischen geändert. Es wurde nichts überschrieben. Bitte lesen Sie den Text neu.")
        )
    return statement


def _keep(statement: Statement, content: dict[str, Any] | None = None) -> None:
    if content is not None:
        statement.put(content)
    statement.version += 1
    statement.save()


def change_statement(account: Account, key: UUID, form: StatementForm, seen_version: int) -> Statement:
    """Write another text. An approval of the old one lapses. Raises ``NotDone``, ``NoKey``, ``Statement.DoesNotExist``."""
    content, authority = form.content(), _authority(account, form.authority)
    with entry(account, "statement.changed", statement=str(key)):
        statement = _locked(account, key, seen_version)
        if statement.state not in CHANGEABLE:
            raise NotDone(_("Diese Erklärung ist schon unterwegs und kann nicht mehr geändert werden."))
        statement.state, statement.authority, statement.failure = State.DRAFT, authority, ""
        _keep(statement, content)
    return statement


@dataclass(frozen=True, slots=True)
class Approval:
    """How the person approved: on paper or on the screen, on which day, read or heard in which language."""

    how: str
    on: date
    language: str
    interpreter: bool


def approve_statement(
    account: Account, key: UUID, approval: Approval, seen_version: int, scan: bytes | None = None
) -> Statement:
    """Record that the person approved exactly the text that was shown. Raises ``NotDone``, ``NoKey``, ``Unreadable``."""
    _check_approval(approval, scan)
    with entry(account, "statement.approved", statement=str(key), how=approval.how):
        statement = _locked(account, key, seen_version)
        if statement.state not in (State.DRAFT, State.WITHDRAWN):
            raise NotDone(_("Diese Erklärung ist bereits gebilligt."))
        content = statement.content()
        said = {**asdict(approval), "on": approval.on.isoformat(), "digest": digest_of_text(content["text"])}
        if scan is not None:
            kept = Scan(statement=statement)
            kept.put({"file": base64.b64encode(scan).decode(), "type": _type_of(scan)})
            kept.save(force_insert=True)
        statement.state, statement.failure = State.APPROVED, ""
        _keep(statement, content | {"approval": said})
    return statement


def _check_approval(approval: Approval, scan: bytes | None) -> None:
    if approval.how not in HOW:
        raise NotDone(_("Bitte wählen Sie, wie die Person gebilligt hat."))
    if approval.language not in LANGUAGES:
        raise NotDone(_("Bitte wählen Sie die Sprache, in der die Person den Text gelesen oder gehört hat."))
    check_day(approval.on, today())
    if approval.how == "screen" and approval.on != today():
        raise NotDone(_("Auf dem Bildschirm wird heute gebilligt. Für einen früheren Tag braucht es das Papier."))
    if approval.how == "paper" and scan is None:
        raise NotDone(_("Bitte fügen Sie das unterschriebene Papier als PDF oder Bild bei."))
    if scan is not None and (len(scan) > LARGEST_SCAN or not _type_of(scan)):
        raise NotDone(_("Das Papier muss eine PDF-, PNG- oder JPEG-Datei von höchstens 5 Megabyte sein."))


def _type_of(scan: bytes) -> str:
    return next((kind for start, kind in SCANS.items() if scan.startswith(start)), "")


def withdraw_approval(account: Account, key: UUID) -> Statement:
    """The person takes the approval back; the statement is not sent. A second time changes nothing. Raises ``NotDone``."""
    with entry(account, "statement.withdrawn", statement=str(key)):
        statement = _locked(account, key)
        if statement.state in (State.SENT, State.EXPORTED):
            raise NotDone(
                _(
                    "Diese Erklärung hat den Beratungsraum schon verlassen und kann hier nicht zurückgeholt werden. Die Person kann der Behörde mit einer weiteren Erklärung mitteilen, dass sie daran nicht festhält."
                )
            )
        if statement.state == State.SENDING or statement.unclear:
            raise NotDone(
                _(
                    "Ob die Erklärung die Behörde schon erreicht hat, ist gerade unklar. Sobald die Behörde antwortet, steht hier, ob sie angekommen ist."
                )
            )
        statement.state, statement.next_try, statement.failure = State.WITHDRAWN, None, ""
        _keep(statement, _without_approval(statement))
    return statement


def _without_approval(statement: Statement) -> dict[str, Any]:
    return {name: value for name, value in statement.content().items() if name != "approval"}


def queue_statement(account: Account, key: UUID) -> Statement:
    """Let an approved statement be sent. A second time changes nothing. Raises ``NotDone``."""
    if statements_of(account).get(key=key).state in (State.WAITING, State.SENDING, State.SENT):
        return statements_of(account).get(key=key)
    with entry(account, "statement.queued", statement=str(key)):
        statement = _locked(account, key)
        if statement.state != State.APPROVED:
            raise NotDone(_("Gesendet wird nur, was die Person gebilligt hat."))
        if statement.authority is None:
            raise NotDone(_("Für diese Erklärung ist keine Behörde gewählt. Geben Sie sie als Datei aus."))
        outgoing(statement)
        statement.state, statement.next_try, statement.failure = State.WAITING, now(), ""
        _keep(statement)
    return statement


def export_statement(account: Account, key: UUID) -> tuple[Statement, dict[str, Any]]:
    """The signed statement as it is given out as a file; from then on it has left. Raises ``NotDone``, ``Unreadable``."""
    with entry(account, "statement.exported", statement=str(key)):
        statement = _locked(account, key)
        if statement.state not in (State.APPROVED, State.EXPORTED):
            raise NotDone(_("Ausgegeben wird nur, was die Person gebilligt hat und was nicht schon gesendet wird."))
        signed = outgoing(statement)
        if statement.state == State.APPROVED:
            statement.state, statement.left_at = State.EXPORTED, now()
            _keep(statement)
    return statement, signed


def outgoing(statement: Statement) -> dict[str, Any]:
    """The statement signed by its service. Raises ``NotDone`` where the text is not the one approved, ``Unreadable``."""
    content = statement.content()
    approval = content.get("approval")
    if approval is None or approval["digest"] != digest_of_text(content["text"]):
        raise NotDone(_("Der Text ist nicht mehr der, den die Person gebilligt hat. Er muss neu gebilligt werden."))
    body = CounsellingBody.objects.get(accounts__persons=statement.person_id)
    declared = body.declarations.first()
    made = Outgoing(
        key=statement.key,
        number=content["number"],
        text=content["text"],
        language=content["language"],
        sender=body.name,
        sender_public=declared is not None and declared.public,
        approved_on=date.fromisoformat(approval["on"]),
        approved_how=approval["how"],
        approved_language=approval["language"],
        interpreter=approval["interpreter"],
    )
    return made.signed(bytes.fromhex(body.content()["signing_key"]))
