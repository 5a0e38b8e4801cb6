"""Noting a talk."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.compartment.actions.persons import valid_notice
from augenmass.compartment.actions.programmes import explained_on
from augenmass.compartment.chain import entry
from augenmass.compartment.models import Account, Talk
from augenmass.compartment.rules import LANGUAGES, NotDone, check_day
from augenmass.compartment.visible import visible_to
from augenmass.law.time import today
from augenmass.record.once import once
from augenmass.record.seal import new_salt

LONGEST_NOTE = 20_000


@dataclass(frozen=True, slots=True)
class TalkForm:
    """What is noted of a talk; ``key`` comes from the form."""

    key: UUID
    held_on: date
    language: str
    interpreter: bool
    explained: str
    note: str
    programmes: tuple[UUID, ...] = ()
    """Keys of the versions of programmes that were explained."""

    def content(self) -> dict[str, object]:
        """As it is encrypted. Raises ``NotDone``."""
        if self.language not in LANGUAGES:
            raise NotDone(_("Bitte wählen Sie die Sprache des Gesprächs."))
        if not self.explained.strip() and not self.note.strip() and not self.programmes:
            raise NotDone(_("Bitte schreiben Sie auf, was besprochen oder erklärt wurde."))
        if max(len(self.explained), len(self.note)) > LONGEST_NOTE:
            raise NotDone(_("Der Text ist zu lang. Höchstens %(most)d Zeichen.") % {"most": LONGEST_NOTE})
        return {
            "language": self.language,
            "interpreter": self.interpreter,
            "explained": self.explained.strip(),
            "note": self.note.strip(),
        }


def note_talk(account: Account, person_key: UUID, form: TalkForm) -> Talk:
    """Note a talk. Raises ``NotDone`` where the person was not told before it, ``NoKey``, ``Person.DoesNotExist``."""
    person = visible_to(account).select_related("counsellor").get(key=person_key)
    check_day(form.held_on, today())
    content = form.content() | {"programmes": explained_on(account, form.programmes, form.held_on)}
    if valid_notice(person, form.held_on) is None:
        raise NotDone(
            _(
                "Vor diesem Gespräch wurde die Person nicht aufgeklärt, was mit ihren Angaben geschieht. Bitte holen Sie das nach; erst danach kann ein Gespräch festgehalten werden."
            )
        )

    def make() -> Talk:
        talk = Talk(key=form.key, person=person, author=account, held_on=form.held_on, salt=new_salt())
        talk.put(content)
        talk.digest = talk.compute_digest(content)
        with entry(account, "talk.noted", person=str(person_key), talk=str(form.key)) as e:
            e.written.append(talk.digest)
            talk.action = e.action
            talk.save(force_insert=True)
        return talk

    return once(lambda: Talk.objects.filter(key=form.key, person=person).first(), make)
