"""Reading one document."""

from uuid import UUID

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.visible import fact_names_visible, visible_q
from augenmass.cases.models import Document
from augenmass.directory.roles import Permission
from augenmass.law.vocabulary import VOCABULARY

CATEGORY = {Document.Kind.MEDICAL: "health", Document.Kind.IDENTITY: "identity"}
"""Category that a kind of document belongs to; the others are part of the file."""
WRITTEN_HERE = frozenset({Document.Kind.LETTER, Document.Kind.BUNDLE})


class NoSuchDocument(Exception):
    """The document does not exist for this actor."""


def _categories(actor: Actor) -> set[str]:
    return {VOCABULARY[name].category for name in fact_names_visible(actor)}


def kinds_hidden(actor: Actor) -> list[str]:
    """Kinds of documents whose category the actor may not read: not even their titles are shown."""
    return [kind.value for kind in Document.Kind if not _readable(actor, kind)]


def _readable(actor: Actor, kind: Document.Kind) -> bool:
    """Whether the actor may read a kind of document; what officers wrote is for the roles that work on cases."""
    if kind in WRITTEN_HERE and not actor.may(Permission.TAKE_STEPS):
        return False
    return CATEGORY.get(kind, "file") in _categories(actor)


def find_document(actor: Actor, key: UUID) -> Document:
    """The document behind an address; writes an access line. Raises ``NoSuchDocument``."""
    document = Document.objects.filter(visible_q(actor, prefix="case__"), key=key, erased_by=None).first()
    if document is None:
        raise NoSuchDocument
    kind = Document.Kind(document.kind)
    if not _readable(actor, kind):
        raise NoSuchDocument
    log.read(actor, "document", case_id=document.case_id, categories=[CATEGORY.get(kind, "file")])
    return document
