"""What officers do: open a way in, order the letter with a code, end it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.visible import casework_q, worked_by
from augenmass.cases.facts import current_facts
from augenmass.cases.models import Document
from augenmass.directory.roles import Permission
from augenmass.law.time import now, today
from augenmass.letters.queries.sources import FactReader, author_of, person_of
from augenmass.letters.render import render
from augenmass.letters.rules.addressee import Addressee
from augenmass.letters.rules.inputs import Gap, Incomplete, Person
from augenmass.letters.rules.portal_code import TEMPLATE, portal_code_data
from augenmass.person_access.actions.codes import unused_code
from augenmass.person_access.models import Access, Code, Passkey, Visit
from augenmass.person_access.rules import CODE_LASTS, SELECTOR_DIGITS, addressee_of, grouped
from augenmass.person_access.secrets import address_digest, code_digest
from augenmass.record.ledger import Entry, entry
from augenmass.record.models import Case
from augenmass.work.once import once
from augenmass.work.refusal import NotDone


class NotAddressed(NotDone):
    """Nobody can be written to yet; ``gaps`` say what is missing."""

    def __init__(self, gaps: tuple[Gap, ...]) -> None:
        super().__init__(" ".join(gap.de for gap in gaps))
        self.gaps = gaps


@dataclass(frozen=True, slots=True)
class NewAccess:
    """What the form says of a new way in; ``key`` comes from the form."""

    key: UUID
    kind: Access.Kind
    authority: UUID | None = None
    valid_until: date | None = None


def addressee_now(case: Case, kind: str) -> tuple[Addressee | None, tuple[Gap, ...], Person, str]:
    """To whom a letter for this access would go today, what is missing, the person, and their language ("" when not established)."""
    reader = FactReader(current_facts([case.pk], today())[case.pk])
    person = person_of(reader)
    addressee, gaps = addressee_of(kind, person)
    return addressee, gaps, person, reader.text("language")


def open_access(actor: Actor, case_id: int, new: NewAccess) -> Access:
    """Let the person, or somebody for them, sign in. Raises ``NotDone``, ``NotAddressed``, ``NotPermitted``, ``Case.DoesNotExist``."""
    actor.require(Permission.TAKE_STEPS)
    case = worked_by(actor).select_related("body").get(pk=case_id)
    addressee, gaps, _person, _language = addressee_now(case, new.kind)
    if addressee is None:
        raise NotAddressed(gaps)
    authority = _authority(case, new)
    if new.kind != Access.Kind.PERSON and (new.valid_until is None or new.valid_until < today()):
        raise NotDone(
            _("Bitte nennen Sie den letzten Tag, an dem die Vertretung sich anmelden darf, heute oder später.")
        )
    name = addressee.name[:200]

    def make() -> Access:
        with entry(actor, "portal.access_opened", case_id) as e:
            if Access.objects.filter(case=case_id, kind=new.kind, ended_by=None).exists():
                raise NotDone(_("Einen solchen Zugang gibt es schon. Beenden Sie ihn zuerst."))
            made = Access(
                key=new.key,
                case=case,
                kind=new.kind,
                name=name,
                authority=authority,
                valid_until=None if new.kind == Access.Kind.PERSON else new.valid_until,
                opened_by=actor.account,
                opened_at=e.book.at,
            )
            e.seal(made)
            e.refer(access=made.pk)
            return made

    return once(lambda: Access.objects.filter(key=new.key, case=case_id).first(), make)


def _authority(case: Case, new: NewAccess) -> Document | None:
    if new.kind == Access.Kind.PERSON:
        return None
    found = Document.objects.filter(case=case, key=new.authority, erased_by=None).first() if new.authority else None
    if found is None:
        raise NotDone(_("Bitte wählen Sie das Dokument, aus dem die Vertretung hervorgeht: Vollmacht oder Bestellung."))
    return found


def order_code(actor: Actor, access_key: UUID, key: UUID, address: str) -> tuple[Code, bytes]:
    """Make a code and the letter with it (PDF). The letter is given out once and kept nowhere; earlier codes end.

    ``address`` is where the door is. Raises ``NotDone`` (also for the same form again), ``NotAddressed`` and ``Access.DoesNotExist``.
    """
    actor.require(Permission.TAKE_STEPS)
    access = Access.objects.filter(casework_q(actor, prefix="case__")).select_related("case__body").get(key=access_key)
    addressee, gaps, person, language = addressee_now(access.case, access.kind)
    if addressee is None:
        raise NotAddressed(gaps)
    if Code.objects.filter(key=key).exists():
        raise NotDone(
            _(
                "Dieses Schreiben wurde schon erstellt. Fehlt es, bestellen Sie einen neuen Code; der alte gilt dann nicht mehr."
            )
        )
    with entry(actor, "portal.code_ordered", access.case_id) as e:
        still = Access.objects.filter(pk=access.pk, ended_by=None).first()
        if still is None or still.name != addressee.name[:200]:
            raise NotDone(_("Dieser Zugang ist beendet, oder die Akte nennt inzwischen jemand anderen."))
        end_codes(e, access)
        code = unused_code()
        made = Code.objects.create(
            key=key,
            access=access,
            selector=code[:SELECTOR_DIGITS],
            digest=code_digest(code),
            address_digest=address_digest(addressee),
            made_at=e.book.at,
            expires_at=e.book.at + CODE_LASTS,
            ordered_by=actor.account,
        )
        e.refer(access=access.pk, code=made.pk)
        try:
            data = portal_code_data(
                person=person,
                addressee=addressee,
                author=author_of(access.case, actor.account),
                reference=access.case.number,
                written_on=today(),
                expires_on=made.expires_at.date(),
                code=grouped(code),
                address=address,
                language=language,
            )
        except Incomplete as incomplete:
            raise NotAddressed(incomplete.gaps) from incomplete
        return made, render(TEMPLATE, data, draft=False)


def end_codes(e: Entry, access: Access) -> int:
    """End the open codes of an access in an entry under way; returns how many."""
    return Code.objects.filter(access=access, used_at=None, ended_at=None).update(ended_at=e.book.at)


def end_access(actor: Actor, access_key: UUID) -> Access:
    """End a way in with its codes, visits and passkeys. Raises ``Access.DoesNotExist`` and ``NotPermitted``."""
    actor.require(Permission.TAKE_STEPS)
    access = Access.objects.filter(casework_q(actor, prefix="case__")).get(key=access_key)
    if access.ended_by_id is not None:
        return access
    with entry(actor, "portal.access_ended", access.case_id) as e:
        Access.objects.filter(pk=access.pk, ended_by=None).update(ended_by=e.action_id)
        end_codes(e, access)
        Visit.objects.filter(access=access, ended_at=None).update(ended_at=now())
        Passkey.objects.filter(access=access, removed_at=None).update(removed_at=now())
        e.refer(access=access.pk)
    access.refresh_from_db()
    return access
