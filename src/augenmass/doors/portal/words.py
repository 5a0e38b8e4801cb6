"""What kinds of things are called at this door."""

from django.utils.translation import gettext_lazy as _

DAYS = {
    "talk": _("Gespräch bei der Behörde"),
    "application": _("Termin zu Ihrem Antrag"),
    "pick_up": _("Ein Dokument abholen"),
    "papers": _("Unterlagen vorlegen"),
    "counselling": _("Beratung zur Integration"),
    "warning_objection": _("Letzter Tag für Ihren Widerspruch"),
    "warning_action": _("Letzter Tag für Ihre Klage beim Gericht"),
    "warning_remedy_year": _("Letzter Tag, um sich gegen den Bescheid zu wehren"),
    "hearing_answer": _("Letzter Tag für Ihre Antwort auf die Anhörung"),
    "departure_period": _("Ende der Frist für die freiwillige Ausreise"),
}
LETTERS = {
    "departure_warning": _("Bescheid mit Frist zur freiwilligen Ausreise"),
    "prospects_information": _("Information: Möglichkeiten zu bleiben, Rechte und Pflichten"),
    "counselling_offer": _("Angebot einer Rückkehrberatung"),
    "joint_work_information": _("Information: Mehrere Stellen arbeiten in Ihrem Fall zusammen"),
    "hearing": _("Anhörung: Ihre Antwort vor einer Entscheidung"),
    "suspension_notice": _("Duldung: Ihre Abschiebung ist ausgesetzt"),
    "hardship_information": _("Information: Härtefallkommission und Petition"),
    "return_information": _("Information: freiwillige Ausreise und Hilfen"),
}
RECEIPTS = {
    "address": _("Neue Anschrift"),
    "document": _("Dokument"),
    "extract": _("Bitte um Auskunft über meine Daten"),
    "code": _("Bitte um einen neuen Code"),
}
SIDES = {
    "person": _("Ihr Schritt"),
    "counsellor": _("Schritt der Beratungsstelle"),
    "provider": _("Zusage einer anderen Stelle"),
}
WAYS = {"code": _("mit einem Code"), "passkey": _("mit einem Passkey")}
QUESTIONS = {
    "understood": _("Ich habe verstanden, was in der Vereinbarung steht."),
    "had_a_say": _("Ich konnte mitbestimmen, was in der Vereinbarung steht."),
    "service_kept_word": _("Die Beratungsstelle hat getan, was sie zugesagt hat."),
    "helps": _("Die Vereinbarung hilft mir."),
    "felt_free": _("Ich hätte ohne Nachteil Nein sagen können."),
    "most_helpful": _("Was hat am meisten geholfen?"),
}
ANSWERS = {
    "fully": _("stimmt ganz"),
    "rather": _("stimmt eher"),
    "rather_not": _("stimmt eher nicht"),
    "not": _("stimmt nicht"),
    "talks": _("die Gespräche"),
    "written_steps": _("dass die Schritte aufgeschrieben sind"),
    "other_bodies": _("Zusagen anderer Stellen"),
    "nothing": _("nichts davon"),
    "none": _("keine Angabe"),
}
ON_PAPER = _(
    "Freiwillig und ohne Namen. Niemand erfährt, was Sie antworten. Bitte schreiben Sie keinen Namen auf das Blatt."
)
"""Above the questions where they are answered on paper (``evaluation.paper`` sets it from these catalogues)."""
INVITATION = (
    _("Einladung zur Beratung"),
    _(
        "Eine Beratungsstelle überlegt mit Ihnen, was Sie erreichen möchten. Wenn Sie wollen, schreiben Sie es zusammen auf."
    ),
    _("Das ist freiwillig und kostet nichts. Sie entscheiden, ob Sie hingehen."),
    _("Wir sagen der Beratungsstelle nichts über Sie. Sie sagt uns nicht, ob Sie dort waren."),
    _("Wenn Sie nicht hingehen, hat das für Sie keine Nachteile."),
    _("Beratung in Ihrer Nähe"),
    _("Adressen finden Sie auf der Seite „Angebote vor Ort“ oder bei Ihrer Gemeinde."),
)
"""Of the invitation on paper (``special_staff.invitation`` sets it from these catalogues)."""
