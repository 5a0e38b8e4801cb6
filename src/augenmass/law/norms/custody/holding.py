"""Holding by the authority before a judge decides, and the circumstances of § 62 (3a), (3b): each stands on its own, the court weighs them."""

from datetime import date

from augenmass.law.language import all_of, any_of, assessment, day, exception, fact, is_in, not_, use
from augenmass.law.norm import Modality, Norm
from augenmass.law.norms.custody.definitions import COURT, HELD_WITHOUT_ORDER
from augenmass.law.norms.custody.release import COMMON_SYSTEM
from augenmass.law.norms.custody.specimens import DETAINED, HELD
from augenmass.law.norms.specimens import with_facts
from augenmass.law.norms.writing import done, norm

_CONDITIONS = ("holding_strong_suspicion", "judge_not_reachable_before", "holding_evasion_suspected")
_ALL_MET = dict.fromkeys(_CONDITIONS, "yes")


def _only_if(id: str, *kinds: str, since: date | None = None) -> Norm:
    """Return the norm that holding without an order is barred while one of its three conditions is not met."""
    held = {**HELD, "custody_kind": kinds[0], **_ALL_MET}
    return norm(
        id,
        (
            "Festhalten ohne Anordnung nur, wenn alle drei Voraussetzungen festgestellt sind.",
            "Holding without an order only if all three conditions are established.",
        ),
        Modality.FORBIDDEN,
        all_of(is_in("custody_kind", *kinds), any_of(*(not_(assessment(name)) for name in _CONDITIONS))),
        effect=(
            "Ohne richterliche Anordnung darf nicht festgehalten werden.",
            "There must be no holding without an order.",
        ),
        since=since,
        yes=("Ein Richter war erreichbar", {**held, "judge_not_reachable_before": "no"}),
        no=("Alle drei festgestellt", held),
        unknown=("Erreichbarkeit nicht dokumentiert", with_facts(held, judge_not_reachable_before=None)),
    )


def _to_judge(id: str, *kinds: str, since: date | None = None) -> Norm:
    held = {**HELD, "custody_kind": kinds[0]}
    return norm(
        id,
        (
            "Wer festgehalten wird, ist unverzüglich dem Richter vorzuführen.",
            "Who is held is to be brought before the judge without delay.",
        ),
        Modality.MUST,
        all_of(is_in("custody_kind", *kinds), use(HELD_WITHOUT_ORDER), not_(done("brought_to_judge_on"))),
        effect=("Die Vorführung steht aus.", "Bringing before the judge is outstanding."),
        since=since,
        yes=("Ergriffen, nicht vorgeführt", held),
        no=("Vorgeführt", {**held, "brought_to_judge_on": "2026-08-19"}),
        unknown=("Nur das Jahr der Vorführung bekannt", {**held, "brought_to_judge_on": "2026"}),
    )


HOLD_SECURING = _only_if("AufenthG/62/5/1", "securing", "return_after_entry")
HOLD_DEPARTURE = _only_if("AufenthG/62b/4/1", "departure")
HOLD_SUPPLEMENTARY = _only_if("AufenthG/62c/4/1", "supplementary")
HOLD_BORDER = _only_if("AufenthG/14a/2/3", "screening_border", since=COMMON_SYSTEM)
HOLD_INLAND = _only_if("AufenthG/15b/2/2", "screening_inland", since=COMMON_SYSTEM)
HOLD_ASYLUM = _only_if("AsylG/69/4/1", "asylum", since=COMMON_SYSTEM)
HOLD_BORDER_RETURN = _only_if("AsylG/70b/3/1", "border_return", since=COMMON_SYSTEM)
HOLD_TRANSFER = _only_if("AufenthG/2/14/3", "transfer")
JUDGE_SECURING = _to_judge("AufenthG/62/5/2", "securing", "return_after_entry")
JUDGE_DEPARTURE = _to_judge("AufenthG/62b/4/2", "departure")
JUDGE_SUPPLEMENTARY = _to_judge("AufenthG/62c/4/2", "supplementary")
JUDGE_BORDER = _to_judge("AufenthG/14a/2/4", "screening_border", since=COMMON_SYSTEM)
JUDGE_INLAND = _to_judge("AufenthG/15b/2/3", "screening_inland", since=COMMON_SYSTEM)
JUDGE_ASYLUM = _to_judge("AsylG/69/4/3", "asylum", since=COMMON_SYSTEM)
JUDGE_BORDER_RETURN = _to_judge("AsylG/70b/3/2", "border_return", since=COMMON_SYSTEM)
JUDGE_TRANSFER = _to_judge("AufenthG/2/14/4", "transfer")
_ASYLUM_HELD = {**HELD, "custody_kind": "asylum"}
WRITTEN_HOLDING = norm(
    "AsylG/69/4/2",
    ("Das Festhalten ist schriftlich anzuordnen.", "The holding is to be ordered in writing."),
    Modality.MUST,
    all_of(is_in("custody_kind", "asylum"), use(HELD_WITHOUT_ORDER), not_(fact("holding_ordered_in_writing"))),
    effect=("Die schriftliche Anordnung fehlt.", "The written order is missing."),
    since=COMMON_SYSTEM,
    yes=("Nur mündlich", {**_ASYLUM_HELD, "holding_ordered_in_writing": "no"}),
    no=("Schriftlich", {**_ASYLUM_HELD, "holding_ordered_in_writing": "yes"}),
    unknown=("Nicht erfasst", _ASYLUM_HELD),
)
HOLDING = (
    HOLD_SECURING,
    HOLD_DEPARTURE,
    HOLD_SUPPLEMENTARY,
    HOLD_BORDER,
    HOLD_INLAND,
    HOLD_ASYLUM,
    HOLD_BORDER_RETURN,
    HOLD_TRANSFER,
)
"""Norms whose yes bars holding without an order."""

_LISTED = ("Ein Umstand der gesetzlichen Liste ist erfasst.", "A circumstance of the statutory list is on record.")
_COURT_WEIGHS = (
    "Was daraus folgt, würdigt allein das Gericht; Gegenumstände sind ihm mitzuteilen.",
    "What follows from it the court alone weighs; circumstances to the contrary are to be put before it.",
)
_NO_ITEM = dict.fromkeys(
    (
        "item_identity_deception", "item_appointment_missed", "item_moved_without_address", "item_earlier_removal_evaded",
        "item_evasion_declared", "item_identity_deception_relevant", "item_sums_for_entry", "item_repeated_convictions",
        "item_passport_duty_breached", "item_residence_duty_breached", "danger_to_life_or_internal_security",
        "custody_presumption_rebutted",
    ),
    "no",
)  # fmt: skip
LISTED_FIRST = norm(
    "AufenthG/62/3a",
    _LISTED,
    Modality.STATE,
    exception(
        any_of(
            fact("item_identity_deception", cite="AufenthG/62/3a/1/1"),
            all_of(fact("item_appointment_missed"), fact("custody_notice_given"), cite="AufenthG/62/3a/1/2"),
            fact("item_moved_without_address", cite="AufenthG/62/3a/1/3"),
            fact("item_earlier_removal_evaded", cite="AufenthG/62/3a/1/5"),
            fact("item_evasion_declared", cite="AufenthG/62/3a/1/6"),
        ),
        unless=assessment("custody_presumption_rebutted"),
    ),
    effect=_COURT_WEIGHS,
    decider=COURT,
    yes=("Ausdrückliche Erklärung, nicht widerlegt", {**_NO_ITEM, "item_evasion_declared": "yes"}),
    no=("Kein Umstand", _NO_ITEM),
    unknown=(
        "Ob die Vermutung widerlegt ist, ist nicht beurteilt",
        with_facts({**_NO_ITEM, "item_evasion_declared": "yes"}, custody_presumption_rebutted=None),
    ),
)
LISTED_SECOND = norm(
    "AufenthG/62/3b",
    _LISTED,
    Modality.STATE,
    any_of(
        fact("item_identity_deception_relevant", cite="AufenthG/62/3b/1/1"),
        fact("item_sums_for_entry", cite="AufenthG/62/3b/1/2"),
        assessment("danger_to_life_or_internal_security", cite="AufenthG/62/3b/1/3"),
        fact("item_repeated_convictions", cite="AufenthG/62/3b/1/4"),
        all_of(fact("item_passport_duty_breached"), fact("custody_notice_given"), cite="AufenthG/62/3b/1/5"),
        fact("item_residence_duty_breached", cite="AufenthG/62/3b/1/6"),
    ),
    effect=_COURT_WEIGHS,
    decider=COURT,
    yes=("Wiederholte Verurteilungen erfasst", {**_NO_ITEM, "item_repeated_convictions": "yes"}),
    no=("Kein Umstand", _NO_ITEM),
    unknown=("Ein Umstand nicht geprüft", with_facts(_NO_ITEM, item_sums_for_entry=None)),
)
FAILED_REMOVAL = norm(
    "AufenthG/62/4a",
    (
        "Nach gescheiterter Abschiebung bleibt die Anordnung nur bei unveränderten Voraussetzungen.",
        "After a failed removal the order stays only if its conditions are unchanged.",
    ),
    Modality.MUST,
    all_of(
        done("removal_failed_on"),
        day("removal_failed_on").not_before(day("custody_order_on")),
        assessment("custody_grounds_gone"),
    ),
    effect=("Die Anordnung trägt nicht mehr.", "The order no longer carries."),
    decider=COURT,
    yes=(
        "Gescheitert, Grund entfallen",
        with_facts(DETAINED, removal_failed_on="2026-08-10", custody_grounds_gone="yes"),
    ),
    no=("Gescheitert, Voraussetzungen unverändert", with_facts(DETAINED, removal_failed_on="2026-08-10")),
    unknown=("Nicht beurteilt", with_facts(DETAINED, removal_failed_on="2026-08-10", custody_grounds_gone=None)),
)

NORMS = (
    *HOLDING,
    JUDGE_SECURING,
    JUDGE_DEPARTURE,
    JUDGE_SUPPLEMENTARY,
    JUDGE_BORDER,
    JUDGE_INLAND,
    JUDGE_ASYLUM,
    JUDGE_BORDER_RETURN,
    JUDGE_TRANSFER,
    WRITTEN_HOLDING,
    LISTED_FIRST,
    LISTED_SECOND,
    FAILED_REMOVAL,
)
