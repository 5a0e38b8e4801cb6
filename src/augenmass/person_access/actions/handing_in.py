"""What a person hands in for the authority: kept as unverified, in the incoming post of the officer, with a receipt.

Nothing becomes a fact by it. An officer takes a new address over, or leaves it.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.utils.translation import override

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.access.visible import casework_q
from augenmass.cases.actions.documents import DocumentText, checked, keep
from augenmass.cases.actions.facts import FactEntry, write
from augenmass.cases.affected import affected_by
from augenmass.cases.file_types import Refusal
from augenmass.cases.models import Document
from augenmass.cases.positions import recompute
from augenmass.directory.roles import Permission
from augenmass.law.time import day_of, now, today
from augenmass.person_access.actions.accesses import end_codes
from augenmass.person_access.models import Access, Submission
from augenmass.person_access.person import Person
from augenmass.person_access.rules import MOST_A_DAY, Refused, Wrong
from augenmass.record.ledger import Entry, entry
from augenmass.record.models import Case, Fact
from augenmass.work.models import IncomingPost
from augenmass.work.once import once

SOURCE = "Mitteilung der Person über das Portal"
ADDRESS_FACTS = {
    "care_of": "address_care_of",
    "street": "address_street",
    "addition": "address_addition",
    "postcode": "address_postal_code",
    "town": "address_town",
}


@dataclass(frozen=True, slots=True)
class NewAddress:
    """A new address as the person typed it."""

    street: str
    postcode: str
    town: str
    care_of: str = ""
    addition: str = ""
    since: date | None = None

    def content(self) -> dict[str, Any]:
        """As it is kept."""
        return asdict(self) | {"since": self.since.isoformat() if self.since else None}


def submit_address(person: Person, key: UUID, new: NewAddress) -> Submission:
    """Hand in a new address. Codes that were sent to the old one end. Raises ``Refused``."""

    def also(e: Entry, made: Submission) -> None:
        made.content = new.content()
        for access in Access.objects.filter(case=person.case_id, ended_by=None):
            end_codes(e, access)

    return _hand_in(person, key, Submission.Kind.ADDRESS, also)


def submit_document(person: Person, key: UUID, title: str, content: bytes) -> Submission:
    """Hand in a file; what it is, its content says and not its name. Raises ``Refused``."""
    try:
        media_type = checked(content)
    except Refusal as refusal:
        raise Refused(Wrong.FILE) from refusal

    def also(e: Entry, made: Submission) -> None:
        text = DocumentText(Document.Kind.CORRESPONDENCE, title.strip()[:200], received=day_of(e.book.at))
        made.document = keep(e, content, media_type, text, None)
        made.sha256 = made.document.sha256
        made.content = {"title": title.strip()[:200]}
        made.post.document = made.document

    return _hand_in(person, key, Submission.Kind.DOCUMENT, also)


def ask(person: Person, key: UUID, kind: Submission.Kind) -> Submission:
    """Ask the authority for an extract or for a letter with a new code. Raises ``Refused``."""
    return _hand_in(person, key, kind, lambda _e, _made: None)


def _hand_in(person: Person, key: UUID, kind: Submission.Kind, also: Callable[[Entry, Submission], None]) -> Submission:
    with as_system(SystemRole.PORTAL):
        mine = Submission.objects.filter(access=person.access_id)
        return once(lambda: mine.filter(key=key).first(), lambda: _keep(person, key, kind, also))


def _keep(person: Person, key: UUID, kind: Submission.Kind, also: Callable[[Entry, Submission], None]) -> Submission:
    with entry(person, f"portal.{kind}_handed_in", person.case_id) as e:
        assert e.case is not None
        lately = Submission.objects.filter(access=person.access_id, received_at__gt=now() - timedelta(days=1))
        if lately.count() >= MOST_A_DAY:
            raise Refused(Wrong.FULL)
        made = Submission(
            key=key,
            case=e.case,
            access_id=person.access_id,
            kind=kind,
            received_at=e.book.at,
            post=_post(person, e, e.case, kind),
        )
        also(e, made)
        made.post.save(force_insert=True)
        made.post_id = made.post.pk
        made.document_id = made.document.pk if made.document is not None else None
        e.seal(made)
        e.refer(submission=made.pk, post=made.post.pk)
    return made


def _post(person: Person, e: Entry, case: Case, kind: Submission.Kind) -> IncomingPost:
    """The piece of post by which the officer learns of it; nobody's name beside the person's is known here."""
    with override("de"):
        subject = str(Submission.Kind(kind).label)
    return IncomingPost(
        key=uuid4(),
        body_id=case.body_id,
        unit_id=case.unit_id,
        case=case,
        kind=IncomingPost.Kind.PERSON if person.concerned else IncomingPost.Kind.REPRESENTATIVE,
        sender=person.name,
        subject=f"Portal: {subject}",
        received_on=today(),
        assignee_id=case.officer_id,
        state=IncomingPost.State.ASSIGNED if case.officer_id else IncomingPost.State.NEW,
        created_by_id=e.action_id,
    )


def take_address_over(actor: Actor, key: UUID) -> Submission:
    """An officer has looked at the new address: it becomes what the record holds. Once; a second time changes nothing.

    Raises ``NotPermitted`` and ``Submission.DoesNotExist``.
    """
    actor.require(Permission.RECORD_FACTS)
    # What was erased says no address any more: taken over, it would end the one that the record holds.
    rows = Submission.objects.filter(casework_q(actor, prefix="case__"), kind=Submission.Kind.ADDRESS, erased_by=None)
    found = rows.get(key=key)
    if found.taken_by_id is not None:
        return found
    with entry(actor, "portal.address_taken", found.case_id) as e:
        if Submission.objects.filter(pk=found.pk, taken_by=None).update(taken_by=e.action_id):
            _take(e, found)
            e.refer(submission=found.pk)
    found.refresh_from_db()
    return found


def _take(e: Entry, found: Submission) -> None:
    assert e.case is not None
    for part, name in ADDRESS_FACTS.items():
        value = str(found.content.get(part, ""))
        held = list(Fact.objects.filter(case=e.case, name=name, closed_by=None).order_by("-known_at", "-pk"))
        if held and held[0].value == value:
            continue
        if over := [fact.pk for fact in (held[1:] if value else held)]:
            e.close(over)
        if value:
            write(e, FactEntry(name, value, source=SOURCE, note=SOURCE), value, held[0] if held else None)
    e.book.flush()
    recompute(affected_by([e.case.pk]))
