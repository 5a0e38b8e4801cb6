"""Forms of tasks, notes, post and absence."""

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.access.actor import Actor
from augenmass.cases.file_types import read_at_most
from augenmass.work.actions.people import colleagues, units
from augenmass.work.actions.tasks import BY_HAND
from augenmass.work.models import IncomingPost, Task

REGISTERED = [choice for choice in IncomingPost.Kind.choices if choice[0] != IncomingPost.Kind.FUNDED_RETURN]
"""Kinds of post that people register; particulars of a funded return arrive by themselves."""
LARGEST_STATEMENT = 100_000
"""Bytes of the file of a statement: its text has 2,000 characters at most."""
DAY_HINT = gettext_lazy("TT.MM.JJJJ")


def _people(actor: Actor, none: str = "") -> list[tuple[str, str]]:
    return [("", none or _("bitte wählen")), *((str(found.pk), found.name) for found in colleagues(actor))]


def _number(text: str) -> int | None:
    return int(text) if text else None


def day_field(label: Any, hint: Any = DAY_HINT, required: bool = True) -> forms.DateField:
    """A day as people type it here."""
    return forms.DateField(label=label, help_text=hint, widget=forms.DateInput, required=required)


class Once(forms.Form):
    """A form that carries the key of the row it makes, so that sent twice it makes one."""

    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, files: Any = None, **options: Any) -> None:
        options["initial"] = {"key": uuid4()} | (options.get("initial") or {})
        super().__init__(data, files, **options)


class TaskForm(Once):
    """A task or resubmission on a case."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Art"), choices=[(kind.value, kind.label) for kind in BY_HAND], widget=forms.RadioSelect
    )
    title = forms.CharField(label=gettext_lazy("Was ist zu tun?"), max_length=200)
    due = day_field(gettext_lazy("Fällig am"))

    def __init__(self, actor: Actor, data: Any = None) -> None:
        super().__init__(data, initial={"kind": Task.Kind.TASK, "assignee": str(actor.account_id)})
        self.fields["assignee"] = forms.ChoiceField(label=_("Für wen?"), choices=_people(actor))

    @property
    def assignee_id(self) -> int | None:
        return _number(self.cleaned_data["assignee"])


class DueForm(forms.Form):
    """Another day for a task."""

    due = day_field(gettext_lazy("Neuer Tag"))


class PersonForm(forms.Form):
    """A colleague who takes something over."""

    def __init__(self, actor: Actor, data: Any = None) -> None:
        super().__init__(data)
        self.fields["assignee"] = forms.ChoiceField(label=_("An wen?"), choices=_people(actor))

    @property
    def assignee_id(self) -> int:
        return int(self.cleaned_data["assignee"])


class NoteForm(Once):
    """A note for the file."""

    text = forms.CharField(
        label=gettext_lazy("Vermerk"),
        widget=forms.Textarea(attrs={"rows": 10}),
        max_length=20_000,
        help_text=gettext_lazy("Ein Vermerk kann später nicht geändert werden; er bleibt in der Akte."),
    )


class PostForm(Once):
    """A piece of post with its day of receipt."""

    kind = forms.ChoiceField(label=gettext_lazy("Art des Schreibens"), choices=REGISTERED)
    received_on = day_field(gettext_lazy("Eingegangen am"), gettext_lazy("Tag des Eingangsstempels, TT.MM.JJJJ"))
    sender = forms.CharField(label=gettext_lazy("Absender"), max_length=200)
    subject = forms.CharField(label=gettext_lazy("Betreff"), max_length=200)
    number = forms.CharField(
        label=gettext_lazy("Aktenzeichen des Falls"),
        max_length=60,
        required=False,
        help_text=gettext_lazy(
            "Leer, wenn der Fall noch nicht feststeht. Er kann später gesucht und zugeordnet werden."
        ),
    )
    file = forms.FileField(
        label=gettext_lazy("Datei"),
        required=False,
        help_text=gettext_lazy("PDF, PNG, JPEG oder DOCX; nur zusammen mit einem Fall"),
    )

    def __init__(self, actor: Actor, data: Any = None, files: Any = None, number: str = "") -> None:
        super().__init__(data, files, initial={"number": number})
        add_recipients(self, actor)

    @property
    def content(self) -> bytes | None:
        return content_of(self)


def add_recipients(form: forms.Form, actor: Actor) -> None:
    """Fields for a person and a unit."""
    form.fields["assignee"] = forms.ChoiceField(
        label=_("Person"),
        choices=_people(actor, _("keine bestimmte Person")),
        required=False,
        help_text=_("Leer: Das Schreiben geht an die zuständige Person des Falls."),
    )
    teams: Iterable[tuple[str, str]] = [(str(unit.pk), unit.name) for unit in units(actor)]
    form.fields["unit"] = forms.ChoiceField(
        label=_("Sachgebiet"), choices=[("", _("kein bestimmtes Sachgebiet")), *teams], required=False
    )


def recipients(form: forms.Form) -> dict[str, int | None]:
    """The chosen person and unit as arguments of the actions."""
    chosen = form.cleaned_data
    return {"assignee_id": _number(chosen["assignee"]), "unit_id": _number(chosen["unit"])}


def content_of(form: forms.Form) -> bytes | None:
    """The content of the uploaded file, None without one."""
    file = form.cleaned_data["file"]
    return read_at_most(file) if file else None


class AssignForm(forms.Form):
    """Who deals with a piece of post."""

    def __init__(
        self, actor: Actor, data: Any = None, assignee_id: int | None = None, unit_id: int | None = None
    ) -> None:
        super().__init__(data, initial={"assignee": str(assignee_id or ""), "unit": str(unit_id or "")})
        add_recipients(self, actor)
        self.fields["assignee"].help_text = ""


class LinkForm(forms.Form):
    """The case of a piece of post, by its file number, perhaps with the file."""

    number = forms.CharField(label=gettext_lazy("Aktenzeichen des Falls"), max_length=60)
    file = forms.FileField(
        label=gettext_lazy("Datei"), required=False, help_text=gettext_lazy("PDF, PNG, JPEG oder DOCX")
    )

    def __init__(self, data: Any = None, files: Any = None, case_number: str = "") -> None:
        super().__init__(data, files, initial={"number": case_number})
        if case_number:
            # The case is known; only its file is still to be kept.
            self.fields["number"].widget = forms.HiddenInput()


class AnswerForm(forms.Form):
    """What was done about a piece of post."""

    answer = forms.CharField(
        label=gettext_lazy("Was wurde veranlasst?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


class AbsenceForm(forms.Form):
    """Days away and the stand-in."""

    first_day = day_field(gettext_lazy("Erster Tag"))
    last_day = day_field(gettext_lazy("Letzter Tag"))

    def __init__(self, actor: Actor, anybody: bool, data: Any = None) -> None:
        super().__init__(data, initial={"account": str(actor.account_id)})
        people = _people(actor)
        if anybody:
            self.fields["account"] = forms.ChoiceField(label=_("Wer ist abwesend?"), choices=people)
        self.fields["stand_in"] = forms.ChoiceField(label=_("Wer vertritt?"), choices=people)
        self.order_fields(["account", "stand_in", "first_day", "last_day"])


class ReassignForm(forms.Form):
    """Whose stack goes to whom."""

    most = forms.IntegerField(
        label=gettext_lazy("Höchstens so viele Fälle"),
        required=False,
        min_value=1,
        max_value=100_000,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 7}),
        help_text=gettext_lazy("Leer: alle offenen Fälle"),
    )

    def __init__(self, actor: Actor, data: Any = None) -> None:
        super().__init__(data)
        people = _people(actor)
        giving = [*people, ("nobody", _("niemand: Fälle ohne Zuordnung"))]
        self.fields["giving"] = forms.ChoiceField(label=_("Bisher zuständig"), choices=giving)
        self.fields["taking"] = forms.ChoiceField(label=_("Künftig zuständig"), choices=people)
        self.order_fields(["giving", "taking", "most"])

    @property
    def giving_id(self) -> int | None:
        giving = self.cleaned_data["giving"]
        return None if giving == "nobody" else int(giving)


class StatementFileForm(forms.Form):
    """The file of a signed statement."""

    file = forms.FileField(
        label=gettext_lazy("Datei der Erklärung"), help_text=gettext_lazy("Endet auf .json, höchstens 100 Kilobyte.")
    )

    def clean_file(self) -> Any:
        """A statement is short; what is far larger is none and is not read."""
        found = self.cleaned_data["file"]
        if found.size > LARGEST_STATEMENT:
            raise forms.ValidationError(_("Die Datei ist größer als jede Erklärung. Bitte prüfen Sie sie."))
        return found
