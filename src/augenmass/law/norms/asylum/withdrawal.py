"""Asylum Act §§ 72, 73b, 73c: how protection ends, by itself or by withdrawal, before and since the reform."""

from augenmass.law.language import TODAY, Definition, all_of, any_of, assessment, day, fact, is_in, not_, presumed, use
from augenmass.law.norm import Modality
from augenmass.law.norms.asylum.transition import NEW_WITHDRAWAL, OLD_WITHDRAWAL, REFORM
from augenmass.law.norms.writing import FEDERAL_OFFICE, done, norm

_STATE = Modality.STATE
_GRANTED = is_in("protection_status", "asylum", "refugee", "subsidiary")
_HELD = {"protection_status": "refugee"}
_NOTHING = {"protection_renounced": "no", "nationality_acquired": "none", "protected_elsewhere_later": "no"}
_LAPSES = ("Der Schutz ist kraft Gesetzes erloschen.", "Protection has lapsed by law.")
_NEW = {**_HELD, "withdrawal_begun_on": "2026-07-06"}
_OLD = {**_HELD, "withdrawal_begun_on": "2026-05-18"}

RENOUNCED = norm(
    "AsylG/72/1/1/1",
    ("Der Schutz erlischt durch schriftlichen Verzicht.", "Protection lapses by written renunciation."),
    _STATE,
    all_of(_GRANTED, fact("protection_renounced")),
    effect=_LAPSES,
    decider="",
    yes=("Verzicht erklärt", {**_HELD, "protection_renounced": "yes"}),
    no=("Kein Verzicht", {**_HELD, **_NOTHING}),
    unknown=("Nicht erfasst", _HELD),
)
NATURALISED = norm(
    "AsylG/72/1/1/2",
    (
        "Der Schutz erlischt mit dem Erwerb der deutschen oder der Staatsangehörigkeit eines anderen Mitgliedstaats.",
        "Protection lapses with German nationality or that of another member state.",
    ),
    _STATE,
    all_of(
        is_in("protection_status", "asylum", "refugee", "subsidiary", "national"),
        is_in("nationality_acquired", "german", "member_state"),
    ),
    effect=_LAPSES,
    decider="",
    since=REFORM,
    yes=("Eingebürgert", {**_HELD, "nationality_acquired": "german"}),
    no=("Keine erworben", {**_HELD, **_NOTHING}),
    unknown=("Nicht erfasst", _HELD),
)
OLD_NATURALISED = norm(
    "AsylG/72/1/1/2@2026-06-09",
    ("Der Schutz erlischt mit der Einbürgerung auf Antrag.", "Protection lapses with naturalisation on application."),
    _STATE,
    all_of(
        is_in("protection_status", "asylum", "refugee", "subsidiary", "national"),
        is_in("nationality_acquired", "german"),
    ),
    effect=_LAPSES,
    decider="",
    until=REFORM.replace(day=11),
    on=REFORM.replace(day=1),
    yes=("Eingebürgert", {**_HELD, "nationality_acquired": "german"}),
    no=("Staatsangehörigkeit eines anderen Mitgliedstaats", {**_HELD, "nationality_acquired": "member_state"}),
    unknown=("Nicht erfasst", _HELD),
)
PROTECTED_ELSEWHERE = norm(
    "AsylG/72/1/1/3",
    (
        "Der Schutz erlischt, wenn ein anderer Mitgliedstaat später Schutz gewährt.",
        "Protection lapses when another member state grants it later.",
    ),
    _STATE,
    all_of(_GRANTED, fact("protected_elsewhere_later")),
    effect=_LAPSES,
    decider="",
    since=REFORM,
    yes=("Später in einem anderen Mitgliedstaat anerkannt", {**_HELD, "protected_elsewhere_later": "yes"}),
    no=("Nur hier anerkannt", {**_HELD, **_NOTHING}),
    unknown=("Nicht erfasst", _HELD),
)
LAPSED = Definition(
    "protection_lapsed",
    "Der Schutz ist kraft Gesetzes erloschen.",
    "Protection has lapsed by law.",
    any_of(use(RENOUNCED), use(NATURALISED), use(OLD_NATURALISED), use(PROTECTED_ELSEWHERE)),
    "AsylG/72/1",
)
HAND_IN = norm(
    "AsylG/72/2",
    (
        "Bescheid und Reiseausweis sind unverzüglich bei der Ausländerbehörde abzugeben.",
        "Decision and travel document are to be handed in to the authority without delay.",
    ),
    Modality.MUST,
    any_of(use(LAPSED), day("withdrawal_final_since").not_after(TODAY, cite="AsylG/73b/8")),
    effect=("Die Papiere werden zurückgegeben.", "The papers are given back."),
    decider="",
    yes=("Entzug unanfechtbar", {**_HELD, **_NOTHING, "withdrawal_final_since": "2026-08-03"}),
    no=("Schutz besteht", {**_HELD, **_NOTHING, "withdrawal_final_since": "2026-12-31"}),
    unknown=("Ende des Verfahrens nicht erfasst", {**_HELD, **_NOTHING}),
)
_PRESUMED = (
    "Bei einer Reise in den Herkunftsstaat wird vermutet, dass die Voraussetzungen des Schutzes entfallen sind.",
    "After travel to the state of origin it is presumed that the conditions of protection are gone.",
)
_FALLS = (
    "Die Vermutung gilt nicht, wenn die Reise sittlich zwingend geboten war; es entscheidet das Bundesamt.",
    "It does not hold where the travel was morally imperative; the Federal Office decides.",
)
TRAVELLED = norm(
    "AsylG/73b/1a/1",
    _PRESUMED,
    _STATE,
    presumed(fact("travelled_to_origin"), unless=assessment("travel_morally_required"), cite="AsylG/73b/1a/2"),
    effect=_FALLS,
    decider=FEDERAL_OFFICE,
    since=REFORM,
    transition=use(NEW_WITHDRAWAL),
    yes=("Urlaubsreise", {**_NEW, "travelled_to_origin": "yes", "travel_morally_required": "no"}),
    no=("Besuch bei sterbendem Elternteil", {**_NEW, "travelled_to_origin": "yes", "travel_morally_required": "yes"}),
    unknown=("Reise nicht geklärt", _NEW),
)
OLD_TRAVELLED = norm(
    "AsylG/73/7/1@2026-06-09",
    _PRESUMED,
    _STATE,
    presumed(fact("travelled_to_origin"), unless=assessment("travel_morally_required"), cite="AsylG/73/7/2@2026-06-09"),
    effect=_FALLS,
    decider=FEDERAL_OFFICE,
    transition=use(OLD_WITHDRAWAL),
    yes=("Urlaubsreise", {**_OLD, "travelled_to_origin": "yes", "travel_morally_required": "no"}),
    no=("Besuch bei sterbendem Elternteil", {**_OLD, "travelled_to_origin": "yes", "travel_morally_required": "yes"}),
    unknown=("Reise nicht geklärt", _OLD),
)
ANNOUNCE = norm(
    "AsylG/73b/6/1",
    (
        "Der beabsichtigte Entzug ist schriftlich mit Gründen mitzuteilen, mit Gelegenheit zur Äußerung.",
        "The intended withdrawal is announced in writing with reasons, with a chance to respond.",
    ),
    Modality.MUST,
    all_of(
        day("withdrawal_begun_on").not_after(TODAY),
        is_in("withdrawal_outcome", "open"),
        not_(done("withdrawal_announced_on")),
    ),
    effect=("Für die Äußerung kann ein Monat gesetzt werden.", "A month can be set for the response."),
    decider=FEDERAL_OFFICE,
    yes=("Verfahren läuft", {**_NEW, "withdrawal_outcome": "open"}),
    no=("Schutz bleibt bestehen", {**_NEW, "withdrawal_outcome": "kept"}),
    unknown=("Stand nicht erfasst", _NEW),
)
FIND_REST = norm(
    "AsylG/73b/2/1",
    (
        "Mit dem Entzug ist über subsidiären Schutz und Abschiebungsverbote zu entscheiden.",
        "With the withdrawal subsidiary protection and prohibitions of removal are decided on.",
    ),
    Modality.MUST,
    all_of(is_in("protection_status", "asylum", "refugee"), is_in("withdrawal_outcome", "withdrawn")),
    effect=(
        "Der Entzug allein sagt nichts über ein Abschiebungsverbot.",
        "The withdrawal alone says nothing on a prohibition of removal.",
    ),
    decider=FEDERAL_OFFICE,
    yes=("Entzogen", {**_NEW, "withdrawal_outcome": "withdrawn"}),
    no=("Schutz bleibt bestehen", {**_NEW, "withdrawal_outcome": "kept"}),
    unknown=("Stand nicht erfasst", _NEW),
)
TELL = norm(
    "AsylG/73b/3",
    (
        "Das Bundesamt teilt der Ausländerbehörde mit, dass die Voraussetzungen des Entzugs vorliegen.",
        "The Federal Office tells the authority that the conditions of withdrawal are met.",
    ),
    Modality.MUST,
    is_in("withdrawal_outcome", "withdrawn"),
    effect=("Die Behörde erfährt das Ergebnis.", "The authority learns the result."),
    decider=FEDERAL_OFFICE,
    since=REFORM,
    yes=("Entzogen", {**_NEW, "withdrawal_outcome": "withdrawn"}),
    no=("Noch offen", {**_NEW, "withdrawal_outcome": "open"}),
    unknown=("Stand nicht erfasst", _NEW),
)
FOREIGN_REFUGEE = norm(
    "AsylG/73c/2/1",
    (
        "Nach Übergang der Verantwortung entzieht das Bundesamt die Rechtsstellung, wenn ihre Voraussetzungen fehlen.",
        "After the transfer of responsibility the Federal Office withdraws the status where its conditions are missing.",
    ),
    Modality.MUST,
    all_of(
        is_in("protection_status", "foreign_refugee"),
        fact("responsibility_transferred"),
        is_in("withdrawal_outcome", "open", "withdrawn"),
    ),
    effect=("Es gelten die Regeln des Entzugs.", "The rules of withdrawal apply."),
    decider=FEDERAL_OFFICE,
    yes=(
        "Im Ausland anerkannt, Verfahren läuft",
        {"protection_status": "foreign_refugee", "responsibility_transferred": "yes", "withdrawal_outcome": "open"},
    ),
    no=("Hier anerkannt", _HELD),
    unknown=("Übergang nicht geprüft", {"protection_status": "foreign_refugee", "withdrawal_outcome": "open"}),
)
DEFINITIONS = (LAPSED,)
NORMS = (
    RENOUNCED, OLD_NATURALISED, NATURALISED, PROTECTED_ELSEWHERE, HAND_IN, OLD_TRAVELLED, FIND_REST, TRAVELLED, TELL, ANNOUNCE, FOREIGN_REFUGEE,
)  # fmt: skip
"""§§ 72–73c."""
