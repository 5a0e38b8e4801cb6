"""Asylum Act §§ 15–16: duties to clarify identity, data carriers, comparison of faces, identification records."""

from augenmass.law.language import TODAY, all_of, any_of, assessment, day, fact, is_in, none_of, not_, number, use
from augenmass.law.norm import Modality
from augenmass.law.norms.writing import FEDERAL_OFFICE, done, norm

_APPLIED = day("asylum_applied_on").not_after(TODAY)
NO_PASSPORT = {
    "asylum_applied_on": "2026-07-06",
    "passport_kind": "none",
    "other_identity_evidence": "no",
    "identity_measure_necessary": "yes",
    "device_milder_means_suffice": "no",
    "only_core_privacy_expected": "no",
    "evaluator_qualified_for_judge": "yes",
    "face_comparison_informed_on": "2026-08-03",
    "identification_record_taken": "yes",
    "age": "31",
}
"""Applied for asylum without a passport, all conditions of clarifying identity examined."""
_PASSPORT = {**NO_PASSPORT, "passport_kind": "passport"}
_NONE = is_in("passport_kind", "none")


def _left_out(*names: str) -> dict[str, str]:
    return {name: value for name, value in NO_PASSPORT.items() if name not in names}


HAND_OVER = norm(
    "AsylG/15/2//4",
    ("Pass oder Passersatz ist vorzulegen und zu überlassen.", "Passport or substitute is to be handed over."),
    Modality.MUST,
    all_of(_APPLIED, is_in("passport_kind", "passport", "substitute")),
    effect=(
        "Die Pflicht trifft die Person selbst, auch nach Rücknahme.",
        "The duty is personal, also after withdrawal.",
    ),
    decider="",
    yes=("Nationalpass vorhanden", _PASSPORT),
    no=("Kein Pass", NO_PASSPORT),
    unknown=("Nicht erfragt", _left_out("passport_kind")),
)
PROCURE = norm(
    "AsylG/15/2//6",
    (
        "Ohne Pass ist an der Beschaffung eines Papiers mitzuwirken; Datenträger sind auf Verlangen zu überlassen.",
        "Without a passport: cooperate in getting a paper; data carriers are to be handed over on request.",
    ),
    Modality.MUST,
    all_of(_APPLIED, _NONE),
    effect=(
        "Nur, was für Identität und Staatsangehörigkeit wichtig ist.",
        "Only what matters for identity, nationality.",
    ),
    decider="",
    yes=("Kein Pass", NO_PASSPORT),
    no=("Nationalpass vorhanden", _PASSPORT),
    unknown=("Nicht erfragt", _left_out("passport_kind")),
)
READ = norm(
    "AsylG/15a/1/1",
    (
        "Datenträger dürfen ausgelesen werden, wenn ohne Papiere die Identität anders nicht festgestellt werden kann.",
        "Data carriers may be read where, without papers, identity cannot be established otherwise.",
    ),
    Modality.MAY,
    all_of(
        _APPLIED,
        _NONE,
        not_(fact("other_identity_evidence")),
        assessment("identity_measure_necessary"),
    ),
    effect=(
        "Auslesen sichert nur; das Auswerten hat eigene Voraussetzungen.",
        "Reading only secures; evaluating has its own conditions.",
    ),
    decider=FEDERAL_OFFICE,
    yes=("Kein Pass, erforderlich", NO_PASSPORT),
    no=("Anderer Nachweis liegt vor", {**NO_PASSPORT, "other_identity_evidence": "yes"}),
    unknown=("Anderer Nachweis nicht geprüft", _left_out("other_identity_evidence")),
)
EVALUATE = norm(
    "AsylG/15a/2/1",
    (
        "Ausgelesene Daten dürfen nur ausgewertet werden, wenn es erforderlich ist und mildere Mittel nicht reichen.",
        "Data read may be evaluated only where necessary and milder means do not suffice.",
    ),
    Modality.MAY,
    all_of(
        use(READ),
        not_(assessment("device_milder_means_suffice")),
        not_(assessment("only_core_privacy_expected"), cite="AsylG/15a/2/2"),
        fact("evaluator_qualified_for_judge", cite="AsylG/15a/2/6"),
    ),
    effect=(
        "Durch eine Person mit Befähigung zum Richteramt; Kernbereich wird gelöscht.",
        "By a person qualified for judicial office.",
    ),
    decider=FEDERAL_OFFICE,
    yes=("Alles geprüft", NO_PASSPORT),
    no=("Mildere Mittel reichen", {**NO_PASSPORT, "device_milder_means_suffice": "yes"}),
    unknown=("Kernbereich nicht geprüft", _left_out("only_core_privacy_expected")),
)
COMPARE = norm(
    "AsylG/15b/1/1",
    (
        "Das Lichtbild darf mit öffentlichen Bildern aus dem Internet abgeglichen werden, wenn nichts Milderes reicht.",
        "The picture may be compared with public pictures from the internet where nothing milder suffices.",
    ),
    Modality.MAY,
    all_of(
        _APPLIED,
        _NONE,
        assessment("identity_measure_necessary"),
        none_of(
            assessment("device_milder_means_suffice"), assessment("only_core_privacy_expected", cite="AsylG/15b/2")
        ),
        done("face_comparison_informed_on", cite="AsylG/15b/6"),
    ),
    effect=(
        "Zweifel an Treffern gehen nicht zulasten der Person.",
        "Doubts about hits do not count against the person.",
    ),
    decider=FEDERAL_OFFICE,
    yes=("Alles geprüft, vorab informiert", NO_PASSPORT),
    no=("Nationalpass vorhanden", _PASSPORT),
    unknown=("Mildere Mittel nicht geprüft", _left_out("device_milder_means_suffice")),
)
RECORD = norm(
    "AsylG/16/1/1",
    (
        "Die Identität ist durch erkennungsdienstliche Maßnahmen zu sichern.",
        "Identity is to be secured by identification measures.",
    ),
    Modality.MUST,
    all_of(_APPLIED, not_(fact("identification_record_taken"))),
    effect=("Nur Lichtbild und Fingerabdrücke.", "Picture and fingerprints only."),
    decider=FEDERAL_OFFICE,
    yes=("Noch nicht geschehen", {**NO_PASSPORT, "identification_record_taken": "no"}),
    no=("Geschehen", NO_PASSPORT),
    unknown=("Nicht erfasst", _left_out("identification_record_taken")),
)
PICTURE_ONLY = norm(
    "AsylG/16/1/2",
    ("Unter sechs Jahren sind nur Lichtbilder erlaubt.", "Below the age of six only pictures are allowed."),
    Modality.FORBIDDEN,
    number("age").below(6),
    effect=("Fingerabdrücke dürfen nicht genommen werden.", "Fingerprints must not be taken."),
    decider=FEDERAL_OFFICE,
    yes=("Vier Jahre alt", {"age": "4"}),
    no=("Erwachsen", {"age": "31"}),
    unknown=("Alter unbekannt", {}),
)
DELETE = norm(
    "AsylG/15a/3/1",
    (
        "Ausgelesene Daten sind zu löschen, sobald sie für die Identität nicht mehr nötig sind.",
        "Data read are deleted as soon as they are not needed for identity any more.",
    ),
    Modality.MUST,
    any_of(fact("identity_established"), not_(assessment("identity_measure_necessary"))),
    effect=("Auslesen, Auswerten und Löschen stehen in der Akte.", "Reading, evaluating and deleting are documented."),
    decider=FEDERAL_OFFICE,
    yes=("Identität geklärt", {**NO_PASSPORT, "identity_established": "yes"}),
    no=("Noch nötig", {**NO_PASSPORT, "identity_established": "no"}),
    unknown=("Klärung nicht erfasst", {"identity_measure_necessary": "yes"}),
)
NORMS = (HAND_OVER, PROCURE, READ, EVALUATE, DELETE, COMPARE, RECORD, PICTURE_ONLY)
"""§§ 15–16."""
