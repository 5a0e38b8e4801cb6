"""Persons and what they are told before the first talk."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.compartment.chain import entry
from augenmass.compartment.models import Account, Declaration, Notice, Person
from augenmass.compartment.rules import LANGUAGES, NotDone, check_day
from augenmass.compartment.visible import visible_to
from augenmass.law.time import today
from augenmass.record.once import once


@dataclass(frozen=True, slots=True)
class PersonForm:
    """What a counsellor writes down of a person. ``number``: the authority's file number, never looked up anywhere."""

    name: str
    language: str
    wish: str = ""
    number: str = ""

    def content(self) -> dict[str, str]:
        """As it is encrypted. Raises ``NotDone``."""
        if not self.name.strip():
            raise NotDone(_("Bitte geben Sie an, wie Sie die Person nennen. Es muss nicht der amtliche Name sein."))
        if self.language not in LANGUAGES:
            raise NotDone(_("Bitte wählen Sie die Sprache, in der Sie miteinander sprechen."))
        return {
            "name": self.name.strip(),
            "language": self.language,
            "wish": self.wish.strip(),
            "number": self.number.strip(),
        }


def open_person(account: Account, key: UUID, form: PersonForm) -> Person:
    """Begin the counselling of a person; the same form sent twice makes one. Raises ``NotDone``, ``NoKey``."""
    content = form.content()

    def make() -> Person:
        person = Person(key=key, counsellor=account, opened_on=today())
        person.put(content)
        with entry(account, "person.opened", person=str(key)):
            person.save(force_insert=True)
        return person

    return once(lambda: visible_to(account).filter(key=key).first(), make)


def change_person(account: Account, key: UUID, form: PersonForm, seen_version: int) -> Person:
    """Write other particulars. Raises ``NotDone`` when they changed since they were shown, ``NoKey``, ``Person.DoesNotExist``."""
    content = form.content()
    with entry(account, "person.changed", person=str(key)):
        person = visible_to(account).select_for_update().get(key=key)
        if person.version != seen_version:
            raise NotDone(
                _("Diese Angaben wurden inzwischen geändert. Es wurde nichts überschrieben. Bitte vergleichen Sie.")
            )
        person.put(content)
        person.version += 1
        person.save(update_fields=["key_id", "sealed", "version"])
    return person


def hand_over(giver: Account, taker: Account) -> int:
    """Give every person of a counsellor to a colleague of the same service; returns how many. Raises ``NotDone``."""
    if giver.body_id != taker.body_id or giver.pk == taker.pk or not taker.is_active:
        raise NotDone(_("Übergeben wird an eine andere Person derselben Beratungsstelle, deren Konto offen ist."))
    with entry(None, "persons.handed_over", giver=giver.pk, taker=taker.pk):
        return Person.objects.filter(counsellor=giver).update(counsellor=taker)


def declaration_in_force(body_id: int) -> Declaration | None:
    """The newest declaration of a service."""
    return Declaration.objects.filter(body=body_id).first()


def valid_notice(person: Person, on: date) -> Notice | None:
    """The notice that covers a talk on a day: about the declaration in force, given on that day or before."""
    declared = declaration_in_force(person.counsellor.body_id)
    return Notice.objects.filter(person=person, declaration=declared, told_on__lte=on).first() if declared else None


@dataclass(frozen=True, slots=True)
class NoticeForm:
    """How a person was told."""

    key: UUID
    told_on: date
    language: str
    interpreter: bool
    declaration_id: int
    """Which text was shown; another one that was declared meanwhile has to be told anew."""


def record_notice(account: Account, person_key: UUID, form: NoticeForm) -> Notice:
    """Record that a person was told. Raises ``NotDone``, ``Person.DoesNotExist``."""
    person = visible_to(account).get(key=person_key)
    declared = declaration_in_force(account.body_id)
    if declared is None:
        raise NotDone(_("Ihre Beratungsstelle hat noch nicht erklärt, welche Mitteilungspflichten sie hat."))
    if declared.pk != form.declaration_id:
        raise NotDone(_("Der Text der Aufklärung wurde soeben geändert. Bitte lesen Sie den neuen Text vor."))
    if form.language not in LANGUAGES:
        raise NotDone(_("Bitte wählen Sie die Sprache, in der Sie aufgeklärt haben."))
    check_day(form.told_on, today())

    def make() -> Notice:
        with entry(account, "notice.given", person=str(person_key), declaration=declared.pk) as e:
            return Notice.objects.create(
                key=form.key,
                person=person,
                declaration=declared,
                told_on=form.told_on,
                language=form.language,
                interpreter=form.interpreter,
                action=e.action,
            )

    return once(lambda: Notice.objects.filter(key=form.key, person=person).first(), make)
