"""Notes for the file (Aktenvermerk): written once, kept, never changed."""

from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.visible import worked_by
from augenmass.directory.roles import Permission
from augenmass.record.ledger import entry
from augenmass.work.models import Note
from augenmass.work.once import once
from augenmass.work.refusal import NotDone

LONGEST = 20_000


def write_note(actor: Actor, case_id: int, key: UUID, text: str) -> Note:
    """Write a note into the file of a case. The same key again gives the note that is there.

    Raises ``NotDone`` (empty, too long, characters that no database holds) and ``Case.DoesNotExist``.
    """
    actor.require(Permission.RECORD_FACTS)
    worked_by(actor).get(pk=case_id)
    text = text.replace("\r\n", "\n").strip()
    if not text:
        raise NotDone(_("Der Vermerk ist leer. Bitte schreiben Sie einen Text."))
    if len(text) > LONGEST:
        raise NotDone(
            _("Der Vermerk ist zu lang. Möglich sind 20.000 Zeichen; längere Texte legen Sie bitte als Dokument ab.")
        )
    if "\x00" in text:
        raise NotDone(_("Der Vermerk enthält ein unlesbares Zeichen. Bitte geben Sie den Text neu ein."))
    return once(
        lambda: Note.objects.filter(key=key, case_id=case_id).first(),
        lambda: _write(actor, case_id, key, text),
    )


def _write(actor: Actor, case_id: int, key: UUID, text: str) -> Note:
    with entry(actor, "note.written", case_id) as e:
        note = Note(key=key, case=e.case, author_id=actor.account_id, at=e.book.at, text=text)
        e.seal(note)
        e.refer(note=note.pk)
    return note
