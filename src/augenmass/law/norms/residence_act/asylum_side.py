"""Residence Act § 60 (1), (3), (4), (7)–(10) on the side of asylum: who finds, exclusions, extradition, warning in spite of protection."""

from augenmass.law.language import all_of, any_of, assessment, fact, is_in, not_, use
from augenmass.law.norm import Modality
from augenmass.law.norms.writing import AUTHORITY, FEDERAL_OFFICE, norm

FOUND_IN_PROCEDURE = norm(
    "AufenthG/60/1/3",
    (
        "Ob Verfolgung droht, stellt das Bundesamt in einem Asylverfahren fest.",
        "Whether persecution threatens is found by the Federal Office in an asylum procedure.",
    ),
    Modality.MUST,
    all_of(
        fact("prohibition_claimed"),
        not_(is_in("protection_status", "asylum", "refugee", "foreign_refugee"), cite="AufenthG/60/1/2"),
    ),
    effect=("Die Ausländerbehörde verweist auf den Asylantrag.", "The authority refers the person to an application."),
    decider=FEDERAL_OFFICE,
    yes=("Gefahr geltend gemacht", {"prohibition_claimed": "yes", "protection_status": "none"}),
    no=("Bereits anerkannt", {"prohibition_claimed": "yes", "protection_status": "refugee"}),
    unknown=("Nicht erfragt", {"protection_status": "none"}),
)
EXTRADITION = norm(
    "AufenthG/60/4",
    (
        "Während eines Auslieferungsverfahrens nur mit Zustimmung der Bewilligungsbehörde in diesen Staat.",
        "While extradition is pending, removal to that state only with the consent of the granting authority.",
    ),
    Modality.FORBIDDEN,
    fact("extradition_pending"),
    effect=(
        "Die Zustimmung wird hier nicht festgehalten; ohne sie bleibt es dabei.",
        "The consent is not recorded here.",
    ),
    yes=("Ersuchen liegt vor", {"extradition_pending": "yes"}),
    no=("Kein Ersuchen", {"extradition_pending": "no"}),
    unknown=("Nicht erfragt", {}),
)
ILLNESS = norm(
    "AufenthG/60/7/2",
    (
        "Für Gefahren aus gesundheitlichen Gründen gilt die Pflicht zur qualifizierten Bescheinigung.",
        "For dangers of health the duty of a qualified certificate applies.",
    ),
    Modality.STATE,
    all_of(fact("illness_claimed"), not_(assessment("medical_certificate_qualified"))),
    effect=(
        "Die Bescheinigung ist vorzulegen; Anhaltspunkte zählen auch so.",
        "The certificate is due; indications count anyway.",
    ),
    yes=("Keine qualifizierte Bescheinigung", {"illness_claimed": "yes", "medical_certificate_qualified": "no"}),
    no=("Qualifizierte Bescheinigung", {"illness_claimed": "yes", "medical_certificate_qualified": "yes"}),
    unknown=("Nicht geprüft", {"illness_claimed": "yes"}),
)
EXCLUDED = norm(
    "AufenthG/60/8",
    (
        "Nach festgestelltem Ausschluss gilt das Verbot wegen Verfolgung nicht; andere Verbote bleiben.",
        "After exclusion was found the ban for persecution does not apply; other bans remain.",
    ),
    Modality.STATE,
    fact("refugee_exclusion_found"),
    effect=(
        "Ob ausgeschlossen wird, entscheidet allein das Bundesamt.",
        "Only the Federal Office decides on exclusion.",
    ),
    decider=FEDERAL_OFFICE,
    yes=("Vom Bundesamt festgestellt", {"refugee_exclusion_found": "yes"}),
    no=("Nicht festgestellt", {"refugee_exclusion_found": "no"}),
    unknown=("Nicht erfasst", {}),
)
WARN_EXCLUDED = norm(
    "AufenthG/60/9/1",
    (
        "Nach Ausschluss kann während des Asylverfahrens angedroht und abgeschoben werden.",
        "After exclusion warning and removal are possible during the asylum procedure.",
    ),
    Modality.MAY,
    all_of(
        use(EXCLUDED),
        fact("asylum_ever_applied"),
        not_(
            any_of(
                use("AufenthG/60/2/1"),
                use("AufenthG/60/5"),
                use("AufenthG/60/7/1"),
                fact("extradition_pending"),
            ),
            cite="AufenthG/60/9/2",
        ),
    ),
    effect=("Nach Ermessen; die übrigen Verbote gehen vor.", "By discretion; the other bans come first."),
    decider=f"{FEDERAL_OFFICE} oder {AUTHORITY}",
    yes=(
        "Ausschluss festgestellt, sonst kein Verbot",
        {
            "refugee_exclusion_found": "yes",
            "asylum_ever_applied": "yes",
            "protection_status": "none",
            "prohibition_serious_harm": "no",
            "prohibition_human_rights": "no",
            "prohibition_concrete_danger": "no",
            "extradition_pending": "no",
        },
    ),
    no=("Kein Ausschluss", {"refugee_exclusion_found": "no"}),
    unknown=("Andere Verbote nicht geprüft", {"refugee_exclusion_found": "yes", "asylum_ever_applied": "yes"}),
)
NAME_STATES = norm(
    "AufenthG/60/10/2",
    (
        "Die Androhung nennt die Staaten, in die wegen Verfolgung nicht abgeschoben werden darf.",
        "The warning names the states to which removal is not allowed because of persecution.",
    ),
    Modality.MUST,
    use("AufenthG/60/1/1"),
    effect=(
        "Androhung und angemessene Frist sind trotz des Verbots nötig.",
        "Warning and period are needed in spite of the ban.",
    ),
    yes=("Als Flüchtling anerkannt", {"protection_status": "refugee", "prohibition_refugee": "yes"}),
    no=("Kein solches Verbot", {"protection_status": "none", "prohibition_refugee": "no"}),
    unknown=("Nicht geprüft", {"protection_status": "none"}),
)
NORMS = (FOUND_IN_PROCEDURE, EXTRADITION, ILLNESS, EXCLUDED, WARN_EXCLUDED, NAME_STATES)
"""§ 60."""
