"""Administrative law: remedies (VwGO), hearing, reasons, making known (VwVfG), service (VwZG)."""

from datetime import date

from augenmass.law.language import (
    TODAY,
    Definition,
    all_of,
    any_of,
    assessment,
    day,
    days,
    established,
    fact,
    is_in,
    none_of,
    not_,
    on,
    unverified,
    use,
)
from augenmass.law.norm import Modality
from augenmass.law.norms import definitions as d
from augenmass.law.norms.specimens import OBLIGED, WARNED, with_facts
from augenmass.law.norms.writing import done, norm

_REPRESENTED = {"representative_appointed": "yes", "written_authority_shown": "yes"}

INSTRUCTED = norm(
    "VwGO/58/1",
    (
        "Die Rechtsbehelfsfrist läuft, weil richtig belehrt wurde.",
        "The period for the remedy runs, because the instruction was correct.",
    ),
    Modality.STATE,
    all_of(use(d.WARNING_SERVED), is_in("warning_instruction", "correct")),
    effect=("Es gilt die Monatsfrist.", "The period of one month applies."),
    yes=("Richtig belehrt", WARNED),
    no=("Belehrung fehlt", with_facts(WARNED, warning_instruction="missing")),
    unknown=("Belehrung nicht geprüft", with_facts(WARNED, warning_instruction=None)),
)
YEAR = norm(
    "VwGO/58/2",
    ("Ohne richtige Belehrung gilt ein Jahr.", "Without a correct instruction a year applies."),
    Modality.STATE,
    all_of(use(d.WARNING_SERVED), is_in("warning_instruction", "missing", "wrong")),
    effect=("Der Rechtsbehelf ist innerhalb eines Jahres möglich.", "The remedy is possible within a year."),
    yes=("Belehrung fehlt", with_facts(WARNED, warning_instruction="missing")),
    no=("Richtig belehrt", WARNED),
    unknown=("Belehrung nicht geprüft", with_facts(WARNED, warning_instruction=None)),
)
OBJECTION = norm(
    "VwGO/70/1",
    (
        "Gegen die Androhung ist Widerspruch binnen eines Monats gegeben.",
        "Against the warning an objection is given, within a month.",
    ),
    Modality.STATE,
    fact("land_objection_required", cite="VwGO/68/1"),
    effect=("Die Belehrung nennt den Widerspruch.", "The instruction names the objection."),
    yes=("Land mit Vorverfahren", {"land_objection_required": "yes"}),
    no=("Land ohne Vorverfahren", {"land_objection_required": "no"}),
    unknown=("Landesprofil ohne Angabe", {}),
)
ACTION = norm(
    "VwGO/74/1/2",
    (
        "Gegen die Androhung ist Klage binnen eines Monats gegeben.",
        "Against the warning an action is given, within a month.",
    ),
    Modality.STATE,
    not_(fact("land_objection_required", cite="VwGO/68/1")),
    effect=("Die Belehrung nennt Klage und Verwaltungsgericht.", "The instruction names the action and the court."),
    decider="Verwaltungsgericht",
    yes=("Land ohne Vorverfahren", {"land_objection_required": "no"}),
    no=("Land mit Vorverfahren", {"land_objection_required": "yes"}),
    unknown=("Landesprofil ohne Angabe", {}),
)
SUSPENSIVE = norm(
    "VwGO/80/1",
    (
        "Der Rechtsbehelf gegen die Androhung hat aufschiebende Wirkung.",
        "The remedy against the warning has suspensive effect.",
    ),
    Modality.STATE,
    all_of(
        not_(fact("land_excludes_suspensive_effect", cite="VwGO/80/2/2")),
        not_(fact("warning_immediate_execution", cite="VwGO/80/2/1/4")),
    ),
    effect=(
        "Die Androhung ist bis zur Entscheidung nicht vollziehbar.",
        "The warning is not enforceable until the decision.",
    ),
    suspensive=True,
    yes=(
        "Kein Ausschluss, kein Sofortvollzug",
        {"land_excludes_suspensive_effect": "no", "warning_immediate_execution": "no"},
    ),
    no=("Landesrecht schließt aus", {"land_excludes_suspensive_effect": "yes"}),
    unknown=("Landesprofil ohne Angabe", {"warning_immediate_execution": "no"}),
)
LAND_EXCLUDES = norm(
    "VwGO/80/2/2",
    ("Landesrecht schließt die aufschiebende Wirkung aus.", "Land law excludes the suspensive effect."),
    Modality.STATE,
    fact("land_excludes_suspensive_effect"),
    effect=("Der Rechtsbehelf hindert den Vollzug nicht.", "The remedy does not stop enforcement."),
    suspensive=False,
    yes=("Land mit Ausschluss", {"land_excludes_suspensive_effect": "yes"}),
    no=("Land ohne Ausschluss", {"land_excludes_suspensive_effect": "no"}),
    unknown=("Landesprofil ohne Angabe", {}),
)
COURT_RESTORES = norm(
    "VwGO/80/5/1",
    (
        "Das Gericht hat die aufschiebende Wirkung angeordnet oder wiederhergestellt.",
        "The court ordered or restored suspensive effect.",
    ),
    Modality.STATE,
    any_of(fact("decision_suspensive_effect_restored"), fact("warning_suspensive_effect_restored")),
    effect=("Bescheid oder Androhung sind nicht vollziehbar.", "Decision or warning is not enforceable."),
    decider="Verwaltungsgericht",
    yes=("Eilantrag gegen die Androhung erfolgreich", with_facts(WARNED, warning_suspensive_effect_restored="yes")),
    no=("Kein solcher Beschluss", WARNED),
    unknown=("Nicht erfragt", with_facts(WARNED, warning_suspensive_effect_restored=None)),
)
REPRESENTED = norm(
    "VwVfG/14/3/1",
    ("Die Behörde soll sich an die bevollmächtigte Person wenden.", "The authority shall turn to the representative."),
    Modality.SHALL,
    fact("representative_appointed"),
    effect=("Schreiben gehen in der Regel an die Vertretung.", "Letters go to the representative as a rule."),
    yes=("Anwältin bestellt", {"representative_appointed": "yes"}),
    no=("Keine Vertretung", {"representative_appointed": "no"}),
    unknown=("Nicht erfasst", {}),
)
HEARING_GIVEN = Definition(
    "hearing_given",
    "Gelegenheit zur Äußerung war gegeben: Die Person hat sich geäußert oder die Frist dafür ist vorbei.",
    "The opportunity to respond was given: the person responded or the time for it is over.",
    any_of(
        all_of(
            done("heard_on"),
            any_of(not_(established("hearing_letter_on")), day("heard_on").not_before(day("hearing_letter_on"))),
        ),
        all_of(
            done("hearing_letter_on"),
            day("hearing_until").before(TODAY),
            day("hearing_letter_on").before(day("hearing_until")),
        ),
    ),
    "VwVfG/28/1",
)
HEAR = norm(
    "VwVfG/28/1",
    (
        "Vor dem Eingriff ist Gelegenheit zur Äußerung zu geben.",
        "Before the act, an opportunity to respond is to be given.",
    ),
    Modality.MUST,
    none_of(use(HEARING_GIVEN), use("VwVfG/28/2"), use("VwVfG/28/3")),
    effect=("Die Anhörung steht aus.", "The hearing is outstanding."),
    yes=("Noch nicht angehört", {"hearing_dispensable": "no", "hearing_barred": "no"}),
    no=("Person hat sich geäußert", OBLIGED),
    unknown=("Entbehrlichkeit nicht beurteilt", {"hearing_barred": "no"}),
)
HEARING_DISPENSABLE = norm(
    "VwVfG/28/2",
    ("Von der Anhörung kann im Einzelfall abgesehen werden.", "The hearing can be dispensed with in the single case."),
    Modality.MAY,
    assessment("hearing_dispensable"),
    effect=("Die Gründe gehören in den Vermerk.", "The reasons belong in the note."),
    yes=("Gefahr im Verzug bejaht", {"hearing_dispensable": "yes"}),
    no=("Nicht entbehrlich", {"hearing_dispensable": "no"}),
    unknown=("Nicht beurteilt", {}),
)
HEARING_BARRED = norm(
    "VwVfG/28/3",
    (
        "Ein zwingendes öffentliches Interesse steht der Anhörung entgegen.",
        "A compelling public interest stands against the hearing.",
    ),
    Modality.FORBIDDEN,
    assessment("hearing_barred"),
    effect=("Die Anhörung unterbleibt.", "There is no hearing."),
    yes=("Zwingendes Interesse bejaht", {"hearing_barred": "yes"}),
    no=("Kein solches Interesse", {"hearing_barred": "no"}),
    unknown=("Nicht beurteilt", {}),
)
NEXT_WORKING_DAY = norm(
    "VwVfG/31/3",
    ("Fristen enden am nächsten Werktag.", "Periods end on the next working day."),
    Modality.STATE,
    use(d.WARNING_SERVED),
    effect=(
        "Fällt das Ende auf Samstag, Sonntag oder Feiertag, zählt der nächste Werktag.",
        "If the end is a Saturday, Sunday or holiday, the next working day counts.",
    ),
    yes=("Frist läuft ab Zustellung", WARNED),
    no=("Zustellung fehlgeschlagen", with_facts(WARNED, warning_service_proven="no")),
    unknown=("Zustellung offen", with_facts(WARNED, warning_service_proven=None)),
)
REASONS = norm(
    "VwVfG/39/1",
    ("Der schriftliche Bescheid ist zu begründen.", "The written act is to be given reasons."),
    Modality.MUST,
    use("AufenthG/59/1/1"),
    effect=(
        "Tatsachen, Rechtsgründe und Ermessenserwägungen sind mitzuteilen.",
        "Facts, legal grounds and discretionary considerations are to be stated.",
    ),
    yes=("Androhung steht an", OBLIGED),
    no=("Kindeswohl steht entgegen", with_facts(OBLIGED, best_interests_of_child_oppose="yes")),
    unknown=("Kindeswohl nicht geprüft", with_facts(OBLIGED, best_interests_of_child_oppose=None)),
)
FOURTH_DAY = norm(
    "VwVfG/41/2/1",
    (
        "Ein Brief gilt am vierten Tag nach Aufgabe als bekannt gegeben.",
        "A letter counts as made known on the fourth day after posting.",
    ),
    Modality.STATE,
    all_of(is_in("warning_service_method", "post"), (day("warning_posted_on") + days(4)).not_after(TODAY)),
    effect=(
        "Die Vermutung entfällt, wenn der Brief nicht oder später zugegangen ist.",
        "The presumption falls if the letter did not arrive, or later.",
    ),
    since=date(2025, 1, 1),
    transition=any_of(
        on(date(2026, 5, 4)).not_after(day("warning_posted_on")),
        # That the fourth day counts since 1 January 2025 was not read in the text, only that it counted on 4 May 2026.
        unverified(on(date(2025, 1, 1)).not_after(day("warning_posted_on"))),
    ),
    yes=("Am 3. Juli 2026 zur Post gegeben", {"warning_service_method": "post", "warning_posted_on": "2026-07-03"}),
    no=(
        "Noch unter altem Recht zur Post gegeben",
        {"warning_service_method": "post", "warning_posted_on": "2024-12-20"},
    ),
    unknown=("Tag der Aufgabe unbekannt", {"warning_service_method": "post"}),
)
SERVE_REPRESENTATIVE = norm(
    "VwZG/7/1/2",
    (
        "Zuzustellen ist an die bevollmächtigte Person mit schriftlicher Vollmacht.",
        "Service must go to the representative who has shown written authority.",
    ),
    Modality.MUST,
    all_of(fact("representative_appointed"), fact("written_authority_shown")),
    effect=(
        "Eine Zustellung an die Person selbst setzt keine Frist in Lauf.",
        "Service on the person starts no period.",
    ),
    yes=("Vollmacht vorgelegt", _REPRESENTED),
    no=("Keine Vertretung", {"representative_appointed": "no"}),
    unknown=("Vollmacht nicht geprüft", {"representative_appointed": "yes"}),
)
MAY_SERVE_REPRESENTATIVE = norm(
    "VwZG/7/1/1",
    ("An die bevollmächtigte Person kann zugestellt werden.", "Service may go to the representative."),
    Modality.MAY,
    fact("representative_appointed"),
    effect=("Ohne schriftliche Vollmacht besteht die Wahl.", "Without written authority there is a choice."),
    yes=("Vertretung bestellt", {"representative_appointed": "yes"}),
    no=("Keine Vertretung", {"representative_appointed": "no"}),
    unknown=("Nicht erfasst", {}),
)
SERVE_GUARDIAN = norm(
    "VwZG/6/1",
    (
        "Bei Minderjährigen ist an die gesetzliche Vertretung zuzustellen.",
        "For minors, service must go to the legal representative.",
    ),
    Modality.MUST,
    all_of(fact("minor"), fact("legal_guardian_present")),
    effect=("Adressat ist die gesetzliche Vertretung.", "The addressee is the legal representative."),
    yes=("Vormund bekannt", {"minor": "yes", "legal_guardian_present": "yes"}),
    no=("Volljährig", {"minor": "no"}),
    unknown=("Vertretung nicht geprüft", {"minor": "yes"}),
)

DEFINITIONS = (HEARING_GIVEN,)
NORMS = (
    INSTRUCTED,
    YEAR,
    OBJECTION,
    ACTION,
    SUSPENSIVE,
    LAND_EXCLUDES,
    COURT_RESTORES,
    REPRESENTED,
    HEAR,
    HEARING_DISPENSABLE,
    HEARING_BARRED,
    NEXT_WORKING_DAY,
    REASONS,
    FOURTH_DAY,
    SERVE_GUARDIAN,
    MAY_SERVE_REPRESENTATIVE,
    SERVE_REPRESENTATIVE,
)
"""VwGO, VwVfG and VwZG in this order."""
