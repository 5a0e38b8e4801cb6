"""What kinds of offers and features are called at this door."""

from django.utils.translation import gettext_lazy as _

KINDS = {
    "integration_course": _("Integrationskurs"),
    "language_course": _("Sprachkurs"),
    "interpreting": _("Hilfe beim Übersetzen"),
    "school": _("Schule"),
    "training": _("Ausbildung"),
    "job_placement": _("Arbeit finden"),
    "recognition": _("Anerkennung von Zeugnissen und Berufen"),
    "housing": _("Wohnung"),
    "child_care": _("Kinderbetreuung"),
    "family": _("Familie und Schwangerschaft"),
    "health": _("Gesundheit"),
    "migration_advice": _("Migrationsberatung"),
    "asylum_advice": _("Beratung zum Asylverfahren"),
    "legal_advice": _("Rechtsberatung"),
    "social_advice": _("Geld, Schulden, Soziales"),
    "prevention": _("Beratung zu Prävention und Ausstieg"),
    "meeting_place": _("Menschen treffen"),
    "return_counselling": _("Rückkehrberatung"),
}
FEATURES = {
    "step_free": _("Ohne Stufen"),
    "lift": _("Aufzug"),
    "toilet": _("Barrierefreie Toilette"),
    "parking": _("Behindertenparkplatz"),
    "induction_loop": _("Anlage für Hörgeräte"),
    "sign_language": _("Gebärdensprache"),
    "plain_language": _("Leichte Sprache"),
}
