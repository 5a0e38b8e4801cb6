"""What bars custody to secure departure and cooperation custody in particular (AufenthG §§ 62 (6), 62b (1))."""

from augenmass.law.language import Condition, all_of, any_of, assessment, fact, is_in, not_, use
from augenmass.law.norm import Modality, Norm
from augenmass.law.norms import departure
from augenmass.law.norms.custody.definitions import COURT
from augenmass.law.norms.custody.specimens import kind
from augenmass.law.norms.specimens import WARNED, Facts, with_facts
from augenmass.law.norms.writing import norm

_BARRED = ("Dieses Gewahrsam ist unzulässig.", "This custody is not allowed.")
_DEPARTURE = with_facts(
    WARNED, **kind("departure", overstay_excused_or_slight="no", removal_uncertain_within_28_days="no")
)


def _bar(id: str, words: tuple[str, str], custody: str, when: Condition, case: Facts, name: str, stops: str) -> Norm:
    return norm(
        id,
        words,
        Modality.FORBIDDEN,
        all_of(is_in("custody_kind", custody), when),
        effect=_BARRED,
        decider=COURT,
        yes=("Dies steht entgegen", with_facts(case, **{name: stops})),
        no=("Dies steht nicht entgegen", case),
        unknown=("Nicht geprüft", with_facts(case, **{name: None})),
    )


PERIOD_NOT_OVER = _bar(
    "AufenthG/62b/1/1/1",
    (
        "Kein Ausreisegewahrsam vor Ablauf der Ausreisefrist oder bei unverschuldeter oder unerheblicher Überschreitung.",
        "No custody to secure departure before the period is over, or where it was exceeded without fault or only slightly.",
    ),
    "departure",
    any_of(not_(use(departure.PERIOD_OVER)), assessment("overstay_excused_or_slight")),
    _DEPARTURE,
    "overstay_excused_or_slight",
    "yes",
)
REMOVAL_UNCERTAIN = _bar(
    "AufenthG/62b/1/1/2",
    (
        "Kein Ausreisegewahrsam, wenn die Abschiebung in dieser Zeit nicht feststeht.",
        "No custody to secure departure where removal within that time is not certain.",
    ),
    "departure",
    assessment("removal_uncertain_within_28_days"),
    _DEPARTURE,
    "removal_uncertain_within_28_days",
    "yes",
)
CREDIBLE = _bar(
    "AufenthG/62b/1/3",
    (
        "Kein Ausreisegewahrsam, wenn glaubhaft oder offensichtlich ist, dass niemand sich entzieht.",
        "No custody to secure departure where it is credible or obvious that nobody evades.",
    ),
    "departure",
    assessment("no_evasion_credible"),
    _DEPARTURE,
    "no_evasion_credible",
    "yes",
)
_COOPERATION = kind("cooperation", custody_notice_given="yes", appearance_order_missed="yes")
NOT_MISSED = _bar(
    "AufenthG/62/6/1/1",
    (
        "Keine Mitwirkungshaft ohne unbefolgte Anordnung zum Erscheinen.",
        "No cooperation custody without an order to appear that was not followed.",
    ),
    "cooperation",
    not_(fact("appearance_order_missed")),
    _COOPERATION,
    "appearance_order_missed",
    "no",
)
NO_NOTICE = _bar(
    "AufenthG/62/6/1/2",
    ("Keine Mitwirkungshaft ohne vorherigen Hinweis.", "No cooperation custody without prior notice."),
    "cooperation",
    not_(fact("custody_notice_given")),
    _COOPERATION,
    "custody_notice_given",
    "no",
)

BARRING = (NOT_MISSED, NO_NOTICE, PERIOD_NOT_OVER, REMOVAL_UNCERTAIN, CREDIBLE)
"""Norms whose yes bars custody."""
