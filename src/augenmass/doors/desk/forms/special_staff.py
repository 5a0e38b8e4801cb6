"""Forms of the special staff: nominating, deciding, telling the person, the joint plan, reports."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.directory.models import Body
from augenmass.doors.desk.forms.select import PlainSelect, offer
from augenmass.doors.desk.forms.work import Once, day_field
from augenmass.law.time import today
from augenmass.letters.wording.paper_languages import PAPER_LANGUAGES
from augenmass.offers.queries.offers import municipalities
from augenmass.record.models import Fact
from augenmass.special_staff.actions.deciding import BY_HAND
from augenmass.special_staff.actions.nominating import NewNomination
from augenmass.special_staff.models import Nomination, PlanStep
from augenmass.special_staff.rules.groups import Ended, Ground, Group
from augenmass.special_staff.words import ENDED_AS

CONVICTIONS = 3
"""Convictions that the form has room for; two are asked."""


def _area(rows: int = 4) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class Silence(forms.Form):
    """By which provision and why the person is not told yet."""

    not_told_provision = forms.CharField(
        label=gettext_lazy("Vorschrift, nach der die Person noch nicht unterrichtet wird"),
        max_length=200,
        required=False,
    )
    not_told_reason = forms.CharField(
        label=gettext_lazy("Grund dafür"), max_length=1000, required=False, widget=_area(2)
    )
    not_told_until = day_field(gettext_lazy("Tag der erneuten Prüfung"), required=False)


class NominationForm(Once, Silence):
    """A nomination of one group: what it cites, why, which less severe means, and whether the person is told."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, group: Group, facts: Sequence[Fact], data: Any = None, held: Nomination | None = None) -> None:
        initial = (
            {"seen": 0}
            if held is None
            else {
                "seen": held.version,
                "nomination_reasons": held.reasons,
                "less_severe": held.less_severe,
                "not_told_provision": held.not_told_provision,
                "not_told_reason": held.not_told_reason,
                "not_told_until": held.not_told_until,
            }
        )
        super().__init__(data, initial=initial)
        self.group, self.facts = group, facts
        chosen = forms.ChoiceField(
            label=gettext_lazy("Angabe der Akte"),
            widget=PlainSelect,
            choices=[(str(row.pk), _cited(row)) for row in facts],
            required=False,
        )
        asked: dict[str, forms.Field] = {"cited_fact": chosen, **_asked(group)}
        asked["nomination_reasons"] = forms.CharField(
            label=gettext_lazy("Warum ist gemeinsames Vorgehen in diesem Fall verhältnismäßig?"),
            max_length=5000,
            widget=_area(5),
        )
        asked["less_severe"] = forms.CharField(
            label=gettext_lazy("Welche milderen Mittel wurden geprüft, und warum genügen sie nicht?"),
            max_length=5000,
            widget=_area(4),
        )
        self.fields.update(asked)
        self.order_fields(["key", "seen", *asked])

    def entered(self) -> NewNomination:
        """What was entered. The form must be valid."""
        said = self.cleaned_data
        return NewNomination(
            said["key"],
            self.group,
            said["nomination_reasons"],
            said["less_severe"],
            tuple(self._grounds()),
            said["not_told_provision"],
            said["not_told_reason"],
            said["not_told_until"],
            said["seen"] or 0,
        )

    def _grounds(self) -> list[Ground]:
        said = self.cleaned_data
        if not said["cited_fact"]:
            return []
        fact = int(said["cited_fact"])
        if self.group != Group.CONVICTED:
            on: date = said["cited_on"]
            until = said.get("classified_until")
            return [Ground(fact, said["cited_source"], on, until, provision=said.get("cited_duty", ""))]
        return [
            Ground(
                fact,
                said[f"court_{n}"],
                said[f"judged_on_{n}"] or today(),
                final_on=said[f"final_on_{n}"],
                provision=said[f"offence_{n}"],
                ended=Ended(said[f"ended_as_{n}"]),
                usable=said[f"usable_{n}"],
            )
            for n in range(1, CONVICTIONS + 1)
            if said[f"court_{n}"]
        ]


def _cited(row: Fact) -> str:
    from augenmass.cases.queries.case import label_of
    from augenmass.law.vocabulary import VOCABULARY

    return f"{label_of(VOCABULARY[row.name])} ({row.source}, {row.known_at:%d.%m.%Y})"


def _asked(group: Group) -> dict[str, forms.Field]:
    """What has to be said of the facts of a group."""
    if group == Group.CLASSIFIED:
        return {
            "cited_source": forms.CharField(
                label=gettext_lazy("Polizeidienststelle, die eingestuft hat"), max_length=200
            ),
            "cited_on": day_field(gettext_lazy("Eingestuft am")),
            "classified_until": day_field(gettext_lazy("Einstufung gilt bis"), required=False),
        }
    if group == Group.DUTY_BREACHED:
        return {
            "cited_duty": forms.CharField(
                label=gettext_lazy("Pflicht, die verletzt ist"),
                max_length=200,
                required=False,
                help_text=gettext_lazy(
                    "Mit Vorschrift, zum Beispiel „§ 44a Abs. 1 Satz 1 AufenthG“. Nie eine Vereinbarung."
                ),
            ),
            "cited_source": forms.CharField(
                label=gettext_lazy("Entscheidung, die die Pflicht auferlegt hat"),
                max_length=200,
                required=False,
                help_text=gettext_lazy("Behörde und Aktenzeichen"),
            ),
            "cited_on": day_field(gettext_lazy("Tag der Entscheidung")),
        }
    found: dict[str, forms.Field] = {}
    for n in range(1, CONVICTIONS + 1):
        number = {"number": n}
        found |= {
            f"court_{n}": forms.CharField(
                label=_("%(number)s. Verurteilung: Gericht") % number, max_length=200, required=False
            ),
            f"judged_on_{n}": day_field(_("%(number)s. Verurteilung: Tag des Urteils") % number, required=False),
            f"offence_{n}": forms.CharField(
                label=_("%(number)s. Verurteilung: Vorschrift") % number, max_length=200, required=False
            ),
            f"ended_as_{n}": forms.ChoiceField(
                label=_("%(number)s. Verurteilung: Ausgang des Verfahrens") % number,
                choices=[(key, label) for key, label in ENDED_AS.items()],
                widget=PlainSelect,
            ),
            f"final_on_{n}": day_field(_("%(number)s. Verurteilung: rechtskräftig seit") % number, required=False),
            f"usable_{n}": forms.BooleanField(
                label=_(
                    "%(number)s. Verurteilung: Ich habe geprüft, dass die Eintragung verwertet werden darf (§§ 45, 46, 51 BZRG)."
                )
                % number,
                required=False,
            ),
        }
    return found


class Seen(forms.Form):
    """Carries the version of the nomination that was read."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, seen: int = 0) -> None:
        super().__init__(data, initial={"seen": seen})


class ReturnForm(Seen):
    """Why a nomination is returned."""

    returned_because = forms.CharField(
        label=gettext_lazy("Was fehlt oder spricht dagegen?"), max_length=1000, widget=_area(3)
    )


class RenewForm(Seen):
    """That a nomination runs on; whoever renews one for convictions looks again whether their entries may be used."""

    def __init__(self, group: str, data: Any = None, *, seen: int = 0) -> None:
        super().__init__(data, seen=seen)
        if group == Group.CONVICTED:
            self.fields["entries_usable"] = forms.BooleanField(
                label=_(
                    "Ich habe heute geprüft, dass jede angeführte Eintragung noch verwertet werden darf (§§ 45, 46, 51 BZRG)."
                ),
                required=False,
            )


class TellForm(Seen):
    """That the person was told, and what they say."""

    told_on = day_field(gettext_lazy("Unterrichtet am"))
    told_how = forms.CharField(label=gettext_lazy("Wie und in welcher Sprache"), max_length=200)
    person_comment = forms.CharField(
        label=gettext_lazy("Äußerung der Person"), max_length=5000, required=False, widget=_area(4)
    )

    def __init__(self, data: Any = None, *, seen: int = 0, sent: date | None = None) -> None:
        super().__init__(data, seen=seen)
        if sent is not None:
            self.initial.update(told_on=sent, told_how=_("durch Schreiben"))


class SilenceForm(Seen, Silence):
    """The same reasons later."""


class InviteForm(Seen):
    """When the invitation was handed over."""

    invited_on = day_field(gettext_lazy("Einladung übergeben am"))


class InvitationForm(forms.Form):
    """In which language the invitation is set, and for which place it names services."""

    sprache = forms.ChoiceField(
        label=gettext_lazy("Sprache der Einladung"), choices=list(PAPER_LANGUAGES.items()), widget=PlainSelect
    )
    ort = forms.ChoiceField(label=gettext_lazy("Beratungsstellen nahe"), choices=[], required=False, widget=PlainSelect)

    def __init__(self, data: Any = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial)
        offer(self, "ort", [("", _("ohne Adressen")), *municipalities()])


class OutcomeForm(Seen):
    """How a nomination ended."""

    staff_outcome = forms.ChoiceField(
        label=gettext_lazy("Ergebnis"), choices=[(one.value, one.label) for one in BY_HAND], widget=PlainSelect
    )
    outcome_note = forms.CharField(label=gettext_lazy("Anmerkung"), max_length=1000, required=False, widget=_area(2))


class JoinStaffForm(Seen):
    """A body that is to take part."""

    joining = forms.ChoiceField(label=gettext_lazy("Stelle, die teilnehmen soll"), widget=PlainSelect)
    provision = forms.CharField(label=gettext_lazy("Vorschrift"), max_length=200)
    reason = forms.CharField(label=gettext_lazy("Grund"), max_length=500)

    def __init__(self, bodies: Sequence[Body], data: Any = None, *, seen: int = 0) -> None:
        super().__init__(data, seen=seen)
        _choose(self, "joining", bodies)


class LeaveStaffForm(Seen):
    """A body that is to take part no longer."""

    leaving = forms.ChoiceField(label=gettext_lazy("Stelle, die nicht mehr teilnimmt"), widget=PlainSelect)

    def __init__(self, bodies: Sequence[Body], data: Any = None, *, seen: int = 0) -> None:
        super().__init__(data, seen=seen)
        _choose(self, "leaving", bodies)


class StepForm(Once):
    """Who does what until when."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    step_text = forms.CharField(label=gettext_lazy("Was ist zu tun?"), max_length=200)
    step_field = forms.ChoiceField(label=gettext_lazy("Bereich"), choices=PlanStep.Field.choices, widget=PlainSelect)
    step_body = forms.ChoiceField(label=gettext_lazy("Wer tut es?"), widget=PlainSelect)
    step_due = day_field(gettext_lazy("Bis wann?"))

    def __init__(self, bodies: Sequence[Body], data: Any = None, *, seen: int = 0) -> None:
        super().__init__(data, initial={"seen": seen})
        _choose(self, "step_body", bodies)


class StepDoneForm(forms.Form):
    """What came of a step."""

    step_result = forms.CharField(label=gettext_lazy("Was ist herausgekommen?"), max_length=1000)


class ContributionForm(Once):
    """What a body adds."""

    contribution = forms.CharField(label=gettext_lazy("Beitrag Ihrer Stelle"), max_length=3000, widget=_area(3))


class ReleaseForm(Once):
    """One item for a ministry that supervises."""

    released_to = forms.ChoiceField(label=gettext_lazy("Ministerium"), widget=PlainSelect)
    released_text = forms.CharField(label=gettext_lazy("Angabe, die Sie freigeben"), max_length=3000, widget=_area(3))
    provision = forms.CharField(label=gettext_lazy("Vorschrift"), max_length=200)

    def __init__(self, bodies: Sequence[Body], data: Any = None) -> None:
        super().__init__(data)
        _choose(self, "released_to", bodies)


class BoardReportForm(Once):
    """What a report says beside its numbers."""

    report_obstacles = forms.CharField(
        label=gettext_lazy("Hemmnisse"),
        max_length=3000,
        required=False,
        widget=_area(4),
        help_text=gettext_lazy("Ohne Namen, Aktenzeichen und Geburtsdaten: Hier steht nichts über eine Person."),
    )
    report_needs = forms.CharField(label=gettext_lazy("Bedarf"), max_length=3000, required=False, widget=_area(4))


def _choose(form: forms.Form, name: str, bodies: Sequence[Body]) -> None:
    offer(form, name, [(str(body.pk), body.name) for body in bodies])
