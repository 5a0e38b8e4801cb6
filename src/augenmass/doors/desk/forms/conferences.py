"""Forms of case conferences: request, time, agenda, seats, lead, minutes."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.access.actor import Actor
from augenmass.conferences.actions.requesting import LONGEST_MEETING, Meeting, Request
from augenmass.conferences.actions.seating import Adviser
from augenmass.conferences.models import Conference, Participant
from augenmass.conferences.queries.seats import LEADING, SEATED
from augenmass.conferences.words import CRITERIA
from augenmass.directory.models import Account, Body
from augenmass.directory.queries import bodies_on
from augenmass.doors.desk.forms.select import PlainSelect, offer
from augenmass.doors.desk.forms.transmissions import words_of
from augenmass.doors.desk.forms.work import Once, day_field
from augenmass.law.time import BERLIN, today
from augenmass.law.transmission.classes import PURPOSES


def purposes() -> list[tuple[str, str]]:
    """Purposes of the transmission matrix."""
    return [("", _("bitte wählen")), *((purpose.key, words_of(purpose)) for purpose in PURPOSES)]


class RequestForm(Once):
    """What is to be cleared, by which criteria, who leads by which provision."""

    conference_title = forms.CharField(
        label=gettext_lazy("Bezeichnung"), max_length=120, help_text=gettext_lazy("In einer Zeile, ohne Namen.")
    )
    concern = forms.CharField(
        label=gettext_lazy("Was ist zu klären?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy(
            "Ohne Namen, Aktenzeichen und Geburtsdatum: Das lesen alle eingeladenen Stellen, bevor etwas mitgeteilt ist."
        ),
    )
    criteria = forms.MultipleChoiceField(
        label=gettext_lazy("Welche Kriterien sind erfüllt?"),
        choices=[(key.value, words) for key, words in CRITERIA.items()],
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Die ersten beiden und mindestens eines der anderen."),
    )
    person_told = forms.ChoiceField(
        label=gettext_lazy("Weiß die Person von der Konferenz?"),
        choices=Conference.Told.choices,
        widget=forms.RadioSelect,
    )
    told_reason = forms.CharField(label=gettext_lazy("Warum nicht?"), max_length=500, required=False)
    lead_body = forms.ChoiceField(label=gettext_lazy("Federführende Stelle"), widget=PlainSelect)
    lead_purpose = forms.ChoiceField(label=gettext_lazy("Zweck der Konferenz"), widget=PlainSelect)
    lead_provision = forms.CharField(
        label=gettext_lazy("Vorschrift, nach der diese Stelle tätig ist"),
        max_length=200,
        help_text=gettext_lazy("Zum Beispiel § 71 Abs. 1 AufenthG. Die Konferenz selbst hat keine eigene Grundlage."),
    )

    def __init__(self, actor: Actor, data: Any = None) -> None:
        super().__init__(data, initial={"lead_body": str(actor.body_id)})
        offer(self, "lead_body", _bodies(LEADING))
        offer(self, "lead_purpose", purposes())

    def entered(self) -> Request:
        """What was entered. The form must be valid."""
        said = self.cleaned_data
        return Request(
            said["key"],
            said["conference_title"],
            said["concern"],
            tuple(said["criteria"]),
            said["person_told"],
            said["told_reason"],
            int(said["lead_body"]),
            said["lead_purpose"],
            said["lead_provision"],
        )


class MeetingForm(forms.Form):
    """When and where."""

    meeting_day = day_field(gettext_lazy("Tag"))
    meeting_time = forms.TimeField(
        label=gettext_lazy("Beginn"), help_text=gettext_lazy("HH:MM"), widget=forms.TimeInput(format="%H:%M")
    )
    meeting_minutes = forms.IntegerField(
        label=gettext_lazy("Dauer in Minuten"),
        min_value=5,
        max_value=LONGEST_MEETING,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 4}),
    )
    meeting_place = forms.CharField(label=gettext_lazy("Ort der Sitzung"), max_length=200, required=False)
    meeting_video = forms.CharField(
        label=gettext_lazy("Adresse der Videokonferenz"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Beginnt mit https://"),
    )

    def __init__(self, found: Conference, data: Any = None) -> None:
        begins = found.begins_at.astimezone(BERLIN) if found.begins_at else None
        held = {
            "meeting_day": begins.date() if begins else None,
            "meeting_time": begins.time() if begins else None,
            "meeting_minutes": found.minutes_planned,
            "meeting_place": found.place,
            "meeting_video": found.video,
        }
        super().__init__(data, initial=held)

    def entered(self) -> Meeting:
        """What was entered. The form must be valid."""
        said = self.cleaned_data
        begins = datetime.combine(said["meeting_day"], said["meeting_time"], tzinfo=BERLIN)
        return Meeting(begins, said["meeting_minutes"], said["meeting_place"], said["meeting_video"])


class CancelForm(forms.Form):
    """Why a conference does not take place."""

    cancel_reason = forms.CharField(
        label=gettext_lazy("Warum findet sie nicht statt?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Ohne Namen: Alle Beteiligten lesen es."),
    )


class ReturnForm(forms.Form):
    """Why a request is sent back."""

    return_reason = forms.CharField(
        label=gettext_lazy("Warum geben Sie den Antrag zurück?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Welches Kriterium fehlt, und was hilft stattdessen?"),
    )


class PointForm(Once):
    """A point of the agenda."""

    point_title = forms.CharField(
        label=gettext_lazy("Punkt der Tagesordnung"),
        max_length=120,
        help_text=gettext_lazy("Ohne Namen, zum Beispiel „Fall 1“."),
    )
    point_minutes = forms.IntegerField(
        label=gettext_lazy("Minuten"),
        min_value=1,
        max_value=LONGEST_MEETING,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 4}),
    )
    point_case = forms.CharField(
        label=gettext_lazy("Aktenzeichen in Ihrer Stelle"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("Nur wer den Fall ohnehin lesen darf, sieht ihn."),
    )


class BodyForm(forms.Form):
    """For which body somebody takes part."""

    seat_body = forms.ChoiceField(label=gettext_lazy("Stelle, die Sie einladen"), widget=PlainSelect)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        offer(self, "seat_body", _bodies(SEATED))


class SeatForm(forms.Form):
    """Who takes part for the body that was chosen."""

    seat_body = forms.IntegerField(widget=forms.HiddenInput)
    seat_person = forms.ChoiceField(label=gettext_lazy("Person"), widget=PlainSelect)

    def __init__(self, body: int, people: Iterable[Account], data: Any = None) -> None:
        super().__init__(data, initial={"seat_body": body})
        offer(self, "seat_person", [("", _("bitte wählen")), *((str(one.pk), one.name) for one in people)])


class AdviserForm(Once):
    """Somebody who represents or assists the person."""

    adviser_name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    adviser_organisation = forms.CharField(label=gettext_lazy("Kanzlei oder Organisation"), max_length=200)
    adviser_email = forms.CharField(label=gettext_lazy("E-Mail-Adresse"), max_length=254)
    authority_until = forms.DateField(
        label=gettext_lazy("Vertretung gilt bis"),
        help_text=gettext_lazy("TT.MM.JJJJ. Danach lässt sich kein Link mehr öffnen."),
        widget=forms.DateInput,
    )

    def entered(self) -> Adviser:
        """What was entered. The form must be valid."""
        said = self.cleaned_data
        return Adviser(
            said["key"],
            said["adviser_name"],
            said["adviser_organisation"],
            said["adviser_email"],
            said["authority_until"],
        )


class LeadForm(forms.Form):
    """Which body leads from now on, by which provision."""

    seen_turn = forms.IntegerField(widget=forms.HiddenInput)
    lead_body = forms.ChoiceField(label=gettext_lazy("Federführende Stelle"), widget=PlainSelect)
    lead_purpose = forms.ChoiceField(label=gettext_lazy("Zweck der Konferenz"), widget=PlainSelect)
    lead_provision = forms.CharField(label=gettext_lazy("Vorschrift, nach der diese Stelle tätig ist"), max_length=200)

    def __init__(self, found: Conference, bodies: Sequence[Body], data: Any = None) -> None:
        super().__init__(data, initial={"seen_turn": found.turn})
        offer(self, "lead_body", [("", _("bitte wählen")), *((str(body.pk), body.name) for body in bodies)])
        offer(self, "lead_purpose", purposes())


class EndForm(forms.Form):
    """When the matter is looked at again."""

    review_on = day_field(gettext_lazy("Überprüfung am"), required=False)


class ObjectionForm(forms.Form):
    """What is wrong in one's own part of the minutes."""

    edition = forms.IntegerField(widget=forms.HiddenInput)
    objection = forms.CharField(
        label=gettext_lazy("Was stimmt nicht?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Das lesen nur Sie und die federführende Stelle."),
    )


class ResultForm(forms.Form):
    """What became of a measure."""

    measure_result = forms.CharField(label=gettext_lazy("Ergebnis"), max_length=500, required=False)
    dropped = forms.BooleanField(label=gettext_lazy("aufgegeben, mit diesem Grund"), required=False)


class AuditForm(forms.Form):
    """The time that the audit covers; read from the address."""

    von = forms.DateField(label=gettext_lazy("Beantragt ab"), required=False, widget=forms.DateInput)
    bis = forms.DateField(label=gettext_lazy("bis"), required=False, widget=forms.DateInput)


def attendance_choices() -> list[tuple[str, Any]]:
    """What can be noted of a seat in a meeting."""
    kinds = Participant.Attendance
    return [(kind.value, kind.label) for kind in (kinds.PRESENT, kinds.EXCUSED, kinds.ABSENT)]


def key_in(text: str) -> UUID | None:
    """A key from a form; None for anything else."""
    try:
        return UUID(text)
    except ValueError:
        return None


def _bodies(kinds: Collection[str]) -> list[tuple[str, str]]:
    found = bodies_on(today()).filter(kind__in=kinds)
    return [("", _("bitte wählen")), *((str(body.pk), body.name) for body in found)]
