"""Asylum Act § 47: how long a person has to live in a reception centre. Counted for all since the reform."""

from augenmass.law.language import (
    TODAY,
    Definition,
    all_of,
    any_of,
    assessment,
    day,
    fact,
    is_in,
    months,
    not_,
    use,
)
from augenmass.law.norm import Modality
from augenmass.law.norms.asylum.transition import REFORM
from augenmass.law.norms.specimens import OBLIGED
from augenmass.law.norms.writing import norm

_LAND = "zuständige Landesbehörde"
_SINCE = day("reception_since")
EIGHTEEN, SIX, TWENTY_FOUR, TWELVE = (_SINCE + months(count) for count in (18, 6, 24, 12))
_SINGLE = {
    "reception_kind": "ordinary",
    "reception_since": "2026-03-02",
    "reception_family": "no",
    "minor": "no",
    "minor_child_in_household": "no",
    "asylum_outcome": "open",
}
_FAMILY = {**_SINGLE, "reception_family": "yes"}
_LONG = {**_SINGLE, "reception_since": "2024-11-04"}
_LIVES = ("Die Person hat in der Aufnahmeeinrichtung zu wohnen.", "The person has to live in the reception centre.")
_ENDED = ("Die Wohnpflicht endet.", "The duty to live there ends.")

FAMILY = Definition(
    "reception_family_group",
    "Minderjähriges Kind, Elternteil, sorgeberechtigt oder volljähriges lediges Geschwister.",
    "A minor child, a parent, a person with custody or an adult unmarried sibling.",
    any_of(fact("reception_family"), fact("minor"), fact("minor_child_in_household")),
    "AsylG/47/1/1",
)
DUTY = norm(
    "AsylG/47/1/1",
    (
        "Wohnpflicht bis zur Entscheidung und Ausreise, längstens 18 Monate, für Familien längstens sechs.",
        "Duty to live there until decision and departure: 18 months at most, six for families.",
    ),
    Modality.MUST,
    all_of(
        is_in("reception_kind", "ordinary"),
        any_of(
            all_of(not_(use(FAMILY)), TODAY.not_after(EIGHTEEN)),
            TODAY.not_after(SIX),
        ),
    ),
    effect=_LIVES,
    decider=_LAND,
    yes=("Allein, seit fünf Monaten", {**_SINGLE, "reception_since": "2025-12-01"}),
    no=("Familie seit mehr als sechs Monaten", {**_FAMILY, "reception_since": "2025-12-01"}),
    unknown=(
        "Ob ein Kind dabei ist, ist offen",
        {"reception_kind": "ordinary", "reception_since": "2025-12-01", "minor": "no", "reception_family": "no"},
    ),
)


_GROUNDS = (
    ("1", "Pflichten zu Dokumenten verletzt", "duties on documents breached", "asylum_documents_duty_breached", False),
    ("2", "Pflichten wiederholt verletzt", "duties breached repeatedly", "asylum_duties_breached_repeatedly", False),
    ("3", "fortgesetzte Identitätstäuschung", "continued deception on identity", "identity_deception_continued", True),
    (
        "4",
        "Mitwirkung fortgesetzt verweigert",
        "cooperation refused continually",
        "departure_cooperation_refused",
        True,
    ),
)
LONGER = tuple(
    norm(
        f"AsylG/47/1/3/{number}",
        (f"Wohnpflicht über 18 Monate hinaus: {german}.", f"Duty beyond 18 months: {english}."),
        Modality.MUST,
        all_of(
            is_in("reception_kind", "ordinary"),
            assessment(name),
            *((use("AufenthG/58/2"),) if obliged else ()),
            not_(use(FAMILY), cite="AsylG/47/1/4"),
        ),
        effect=_LIVES,
        decider=_LAND,
        yes=(german, {**OBLIGED, **_LONG, name: "yes"}),
        no=("Familie mit Kind", {**OBLIGED, **_LONG, name: "yes", "reception_family": "yes"}),
        unknown=("Nicht beurteilt", {**OBLIGED, **_LONG}),
    )
    for number, german, english, name, obliged in _GROUNDS
)
SAFE_ORIGIN = norm(
    "AsylG/47/1a/1",
    (
        "Im Verfahren wegen sicheren Herkunftsstaats Wohnpflicht ohne Höchstdauer bis zu Ausreise oder Vollzug.",
        "In a procedure of a safe state of origin: duty without a maximum until departure or enforcement.",
    ),
    Modality.MUST,
    all_of(
        is_in("reception_kind", "ordinary"),
        fact("asylum_safe_origin_procedure"),
        is_in("asylum_outcome", "open", "manifestly_unfounded", "other_state_responsible"),
        not_(use(FAMILY), cite="AsylG/47/1a/2"),
    ),
    effect=_LIVES,
    decider=_LAND,
    since=REFORM,
    yes=(
        "Offensichtlich unbegründet",
        {**_LONG, "asylum_safe_origin_procedure": "yes", "asylum_outcome": "manifestly_unfounded"},
    ),
    no=("Familie mit Kind", {**_FAMILY, "asylum_safe_origin_procedure": "yes"}),
    unknown=("Verfahrensart nicht erfasst", _LONG),
)
SECONDARY = norm(
    "AsylG/47/1b/1",
    (
        "In der Einrichtung bei Sekundärmigration Wohnpflicht längstens 24 Monate.",
        "In a secondary migration centre the duty lasts 24 months at most.",
    ),
    Modality.MUST,
    all_of(is_in("reception_kind", "secondary"), not_(use(FAMILY)), TODAY.not_after(TWENTY_FOUR)),
    effect=("Sie endet früher, wenn Deutschland zuständig ist.", "It ends earlier when Germany is responsible."),
    decider=_LAND,
    since=REFORM,
    yes=("Allein", {**_SINGLE, "reception_kind": "secondary"}),
    no=("Gewöhnliche Aufnahmeeinrichtung", _SINGLE),
    unknown=("Familie nicht erfragt", {"reception_kind": "secondary", "reception_since": "2026-06-22"}),
)
SECONDARY_FAMILY = norm(
    "AsylG/47/1c/4",
    (
        "In der Einrichtung bei Sekundärmigration Wohnpflicht von Familien insgesamt längstens zwölf Monate.",
        "In a secondary migration centre the duty of families lasts twelve months in all at most.",
    ),
    Modality.MUST,
    all_of(
        is_in("reception_kind", "secondary"),
        use(FAMILY),
        any_of(
            TODAY.not_after(SIX, cite="AsylG/47/1c/1"),
            all_of(
                is_in("asylum_outcome", "other_state_responsible", "protected_elsewhere"),
                TODAY.not_after(TWELVE),
                cite="AsylG/47/1c/2",
            ),
        ),
    ),
    effect=(
        "Sechs Monate, nach der Entscheidung bis zu sechs weitere.",
        "Six months, up to six more after the decision.",
    ),
    decider=_LAND,
    since=REFORM,
    yes=(
        "Familie, Überstellung entschieden",
        {**_FAMILY, "reception_kind": "secondary", "asylum_outcome": "other_state_responsible"},
    ),
    no=(
        "Familie seit mehr als zwölf Monaten",
        {**_FAMILY, "reception_kind": "secondary", "reception_since": "2025-06-02"},
    ),
    unknown=("Beginn unbekannt", {"reception_kind": "secondary", "reception_family": "yes"}),
)
LAND_RULE = norm(
    "AsylG/47/1d/1",
    ("Landesrecht kann die Wohnpflicht auf bis zu 24 Monate verlängern.", "Land law can lengthen it to 24 months."),
    Modality.MUST,
    all_of(
        is_in("reception_kind", "ordinary"),
        fact("reception_land_rule"),
        is_in(
            "asylum_outcome",
            "open",
            "manifestly_unfounded",
            "other_state_responsible",
            "protected_elsewhere",
            "safe_third_state",
            "other_third_state",
            "no_further_procedure",
        ),
        TODAY.not_after(TWENTY_FOUR),
    ),
    effect=_LIVES,
    decider=_LAND,
    since=REFORM,
    yes=("Landesrecht gilt", {**_LONG, "reception_land_rule": "yes"}),
    no=("Einfache Ablehnung", {**_LONG, "reception_land_rule": "yes", "asylum_outcome": "unfounded"}),
    unknown=("Landesrecht nicht geprüft", _LONG),
)
LASTS = Definition(
    "reception_duty_within_time",
    "Die Höchstdauer der Wohnpflicht ist nicht erreicht.",
    "The maximum time of the duty has not been reached.",
    any_of(
        use(DUTY),
        *(use(longer) for longer in LONGER),
        use(SAFE_ORIGIN),
        use(SECONDARY),
        use(SECONDARY_FAMILY),
        use(LAND_RULE),
    ),
    "AsylG/47/1",
)
DEFINITIONS = (FAMILY, LASTS)
NORMS = (DUTY, *LONGER, SAFE_ORIGIN, SECONDARY, SECONDARY_FAMILY, LAND_RULE)
"""§ 47."""
