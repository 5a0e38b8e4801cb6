"""Beginning, changing and discarding the draft of a letter."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.visible import worked_by, worked_q
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.letters.models import Letter
from augenmass.letters.queries.sources import sources_of
from augenmass.letters.rules.draft import WarningDraft
from augenmass.letters.rules.drafts import FORMS, read_draft
from augenmass.letters.rules.fixed import HEARING
from augenmass.letters.rules.hearing import HearingDraft
from augenmass.record.ledger import Entry, entry
from augenmass.record.models import Case
from augenmass.work.models import Task
from augenmass.work.once import once
from augenmass.work.refusal import NotDone


class DraftOvertaken(NotDone):
    """Somebody saved the draft since the page was opened. ``letter`` is the row as it is now."""

    def __init__(self, letter: Letter) -> None:
        super().__init__(
            _("Der Entwurf wurde inzwischen geändert. Ihre Eingabe ist noch da, es wurde nichts überschrieben.")
        )
        self.letter = letter


def begin_letter(actor: Actor, case_id: int, template: str, key: UUID, *, taking: UUID | None = None) -> Letter:
    """Begin the draft of a letter; an open draft of the same kind on the case is returned instead.

    ``key`` comes from the form, so that the same form sent twice makes one letter; ``taking`` is the taking of a step.
    Raises ``NotDone`` (unknown template) and ``Case.DoesNotExist``.
    """
    actor.require(Permission.TAKE_STEPS)
    case = worked_by(actor).select_related("body", "unit").get(pk=case_id)
    if template not in FORMS:
        raise NotDone(_("Dieses Schreiben gibt es nicht."))

    def there() -> Letter | None:
        known = Letter.objects.filter(case=case, key=key).first()
        return known or Letter.objects.filter(case=case, template=template, state=Letter.State.DRAFT).first()

    def make() -> Letter:
        with entry(actor, "letter.begun", case_id) as e:
            return begin_in(e, actor, case, template, key, taking)

    return once(there, make)


def begin_in(
    e: Entry,
    actor: Actor,
    case: Case,
    template: str,
    key: UUID,
    taking: UUID | None,
    entered: dict[str, Any] | None = None,
) -> Letter:
    """Begin a draft in an entry under way (the room of steps begins step and letter together).

    ``entered``: for a letter without a form; else the draft begins with what the record suggests.
    """
    if entered is None:
        sources = sources_of(case, actor.account, today())
        entered = (sources.hearing if template == HEARING else sources.suggested).to_json()
    count = Letter.objects.filter(case=case).count()
    letter = Letter(
        key=key,
        case=case,
        template=template,
        number=f"{case.number}/{count + 1}",
        taking=taking,
        entered=entered,
        begun_by_id=actor.account_id,
        begun_at=e.book.at,
    )
    e.seal(letter)
    e.refer(letter=letter.pk)
    return letter


def save_draft(actor: Actor, key: UUID, draft: WarningDraft | HearingDraft, seen_edition: int) -> Letter:
    """Keep what the officer entered. Saving unchanged entries changes nothing.

    Raises ``DraftOvertaken``, ``NotDone`` (no longer a draft) and ``Letter.DoesNotExist``.
    """
    actor.require(Permission.TAKE_STEPS)
    letter = Letter.objects.filter(worked_q(actor, prefix="case__")).get(key=key)
    entered = _entered(draft, letter)
    if letter.state == Letter.State.DRAFT and letter.entered == entered:
        return letter
    with entry(actor, "letter.changed", letter.case_id) as e:
        letter = _changeable(actor, letter)
        if letter.edition != seen_edition:
            raise DraftOvertaken(letter)
        letter.entered = _entered(draft, letter)
        letter.edition += 1
        letter.save(update_fields=["entered", "edition"])
        e.refer(letter=letter.pk, edition=letter.edition)
    return letter


def _entered(draft: WarningDraft | HearingDraft, letter: Letter) -> dict[str, Any]:
    """The entries as they are kept. Raises ``NotDone`` when they belong to another kind of letter."""
    before = read_draft(letter.template, letter.entered)
    if isinstance(draft, WarningDraft) and isinstance(before, WarningDraft):
        return draft.keeping_bound(before).to_json()
    if isinstance(draft, HearingDraft) and isinstance(before, HearingDraft):
        return draft.keeping_bound(before).to_json()
    raise NotDone(_("Diese Angaben gehören zu einem anderen Schreiben."))


def discard_draft(actor: Actor, key: UUID) -> Letter:
    """Give a draft up; it stays readable. Raises ``NotDone`` and ``Letter.DoesNotExist``."""
    actor.require(Permission.TAKE_STEPS)
    letter = Letter.objects.filter(worked_q(actor, prefix="case__")).get(key=key)
    if letter.state == Letter.State.DISCARDED:
        return letter
    with entry(actor, "letter.discarded", letter.case_id) as e:
        letter = _changeable(actor, letter)
        letter.state = Letter.State.DISCARDED
        letter.save(update_fields=["state"])
        e.refer(letter=letter.pk)
    return letter


def _changeable(actor: Actor, letter: Letter) -> Letter:
    """A draft under the lock of its case; once it was given to sign, only the first person changes it.

    Else the second person could sign what they wrote themselves, in the name of the first.
    """
    fresh = locked_draft(letter)
    asked = Task.objects.filter(
        case=fresh.case_id, kind=Task.Kind.SIGNATURE, about=f"step:{fresh.taking}", done_by=None
    )
    if fresh.taking is not None and asked.exclude(not_by=actor.account_id).exists():
        raise NotDone(
            _(
                "Dieses Schreiben wartet auf die zweite Unterschrift. Ändern kann es nur, wer es zur Unterschrift gegeben hat."
            )
        )
    return fresh


def locked_draft(letter: Letter) -> Letter:
    """The row read again under the lock of its case. Raises ``NotDone`` when it is no draft any more."""
    fresh = Letter.objects.select_related("case__body", "case__unit").get(pk=letter.pk)
    if fresh.state != Letter.State.DRAFT:
        raise NotDone(_("Dieses Schreiben ist kein Entwurf mehr und kann nicht geändert werden."))
    return fresh
