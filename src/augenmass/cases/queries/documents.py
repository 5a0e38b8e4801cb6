"""Reading one document."""

from uuid import UUID

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.opening import reason_for
from augenmass.access.sight import sight_of
from augenmass.access.visible import visible_q
from augenmass.cases.models import Document
from augenmass.directory.roles import Permission
from augenmass.record.models import Case

CATEGORY = {Document.Kind.MEDICAL: "health", Document.Kind.IDENTITY: "identity"}
"""Category that a kind of document belongs to; the others are part of the file."""
WRITTEN_HERE = frozenset({Document.Kind.LETTER, Document.Kind.BUNDLE})


class NoSuchDocument(Exception):
    """The document does not exist for this actor."""


def kinds_hidden(actor: Actor, case: Case) -> list[str]:
    """Kinds of documents of a case whose category the actor may not read: not even their titles are shown."""
    return [kind.value for kind in Document.Kind if not _readable(actor, case, kind)]


def _readable(actor: Actor, case: Case, kind: Document.Kind) -> bool:
    """Whether the actor may read a kind of document; what officers wrote is for those who work on the case."""
    sight = sight_of(actor, case)
    if actor.reads_only:
        return False  # a document can hold anything, whatever its kind is called
    if kind in WRITTEN_HERE and not (sight.own and actor.may(Permission.TAKE_STEPS)):
        return False
    return CATEGORY.get(kind, "file") in sight.categories


def find_document(actor: Actor, key: UUID) -> Document:
    """The document behind an address; writes an access line. Raises ``NoSuchDocument``."""
    found = Document.objects.filter(visible_q(actor, prefix="case__"), key=key, erased_by=None)
    document = found.select_related("case").first()
    if document is None:
        raise NoSuchDocument
    kind = Document.Kind(document.kind)
    if not _readable(actor, document.case, kind):
        raise NoSuchDocument
    reason = reason_for(actor, document.case)
    log.read(actor, "document", case_id=document.case_id, categories=[CATEGORY.get(kind, "file")], reason=reason)
    return document
