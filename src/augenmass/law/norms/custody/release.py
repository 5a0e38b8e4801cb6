"""Release: what was seized without a judge ends with the following day; what was ordered ends with the order (FamFG §§ 425–428, AsylG, AufenthG)."""

from datetime import date

from augenmass.law.language import TODAY, Condition, all_of, assessment, day, days, is_in, not_, use
from augenmass.law.norm import Modality, Norm
from augenmass.law.norms.custody.definitions import (
    COURT,
    CUSTODY_ENDED,
    HELD_WITHOUT_ORDER,
    ORDER_COVERS,
)
from augenmass.law.norms.custody.specimens import DETAINED, HELD
from augenmass.law.norms.specimens import with_facts
from augenmass.law.norms.writing import done, norm

COMMON_SYSTEM = date(2026, 6, 12)
"""First day of the text after the reform of the asylum system; AsylG § 87e names it."""
_SEIZED = all_of(
    not_(use(CUSTODY_ENDED)), (day("held_without_order_since") + days(1)).before(TODAY), not_(use(ORDER_COVERS))
)
_OUT = ("Die Person ist freizulassen.", "The person is to be released.")
_OUT_NOW = (
    "Freizulassen mit Ablauf des Tages nach dem Ergreifen; die Stunde errechnet die Uhr des Gewahrsams.",
    "Release with the end of the day after seizure; the hour comes from the custody clock.",
)


def _end_of_following_day(id: str, *kinds: str, since: date | None = None) -> Norm:
    own = kinds[0] if kinds else "securing"
    when: Condition = all_of(is_in("custody_kind", *kinds), _SEIZED) if kinds else _SEIZED
    held = {**HELD, "custody_kind": own}
    return norm(
        id,
        (
            "Ohne richterliche Anordnung bis zum Ende des folgenden Tages ist freizulassen.",
            "Without a judge's order by the end of the following day there must be release.",
        ),
        Modality.MUST,
        when,
        effect=_OUT_NOW,
        since=since,
        yes=("Am 18. August ergriffen, keine Anordnung", held),
        no=("Am 19. August ergriffen: der folgende Tag läuft noch", {**held, "held_without_order_since": "2026-08-19"}),
        unknown=("Nur der Monat des Ergreifens ist bekannt", {**held, "held_without_order_since": "2026-08"}),
    )


RELEASE_GENERAL = _end_of_following_day("FamFG/428/1/2")
RELEASE_ASYLUM = _end_of_following_day("AsylG/69/4/4", "asylum", since=COMMON_SYSTEM)
RELEASE_BORDER_RETURN = _end_of_following_day("AsylG/70b/3/3", "border_return", since=COMMON_SYSTEM)
RELEASE_SCREENING = _end_of_following_day("AufenthG/15b/1/4", "screening_inland", since=COMMON_SYSTEM)

JUDGE_WITHOUT_DELAY = norm(
    "FamFG/428/1/1",
    (
        "Die richterliche Entscheidung ist unverzüglich herbeizuführen.",
        "A judge's decision is to be had without delay.",
    ),
    Modality.MUST,
    use(HELD_WITHOUT_ORDER),
    effect=(
        "Die Behörde führt die Entscheidung herbei; jede Verzögerung ist zu begründen.",
        "The authority brings about the decision; every delay needs reasons.",
    ),
    yes=("Ergriffen, keine Anordnung", HELD),
    no=("Anordnung wirkt", with_facts(DETAINED, held_without_order_since="2026-06-30")),
    unknown=(
        "Ob die Anordnung wirkt, ist offen",
        with_facts(DETAINED, held_without_order_since="2026-06-30", custody_order_state=None),
    ),
)
MEASURE_CONTESTED = norm(
    "FamFG/428/2",
    (
        "Auch über die angefochtene Maßnahme der Behörde entscheidet das Haftgericht.",
        "On a contested measure of the authority the custody court decides too.",
    ),
    Modality.STATE,
    day("held_without_order_since").not_after(TODAY),
    effect=("Die Anfechtung richtet sich nach dem FamFG.", "The contest follows the FamFG."),
    decider=COURT,
    yes=("Am 18. August ergriffen", HELD),
    no=("Das Ergreifen steht erst bevor", {"held_without_order_since": "2026-09-01"}),
    unknown=("Nicht erfasst", {}),
)
ORDER_RUN_OUT = norm(
    "FamFG/425/2/1",
    (
        "Ist die Frist der Anordnung abgelaufen, ist freizulassen.",
        "When the ordered time is over there must be release.",
    ),
    Modality.MUST,
    all_of(not_(use(CUSTODY_ENDED)), day("custody_order_until").before(TODAY), not_(use(ORDER_COVERS))),
    effect=_OUT,
    yes=("Anordnung bis 15. August", with_facts(DETAINED, custody_order_until="2026-08-15")),
    no=("Anordnung bis 15. September", DETAINED),
    unknown=("Letzter Tag der Anordnung unbekannt", with_facts(DETAINED, custody_order_until=None)),
)
_RELEASED = with_facts(DETAINED, custody_order_until="2026-08-15", custody_ended_on="2026-08-15")
REPORT_RELEASE = norm(
    "FamFG/425/2/2",
    ("Die Freilassung ist dem Gericht mitzuteilen.", "The release is to be reported to the court."),
    Modality.MUST,
    all_of(day("custody_order_until").before(TODAY), use(CUSTODY_ENDED), not_(done("release_reported_on"))),
    effect=("Die Mitteilung steht aus.", "The report is outstanding."),
    yes=("Freigelassen, keine Mitteilung", _RELEASED),
    no=("Mitgeteilt", with_facts(_RELEASED, release_reported_on="2026-08-16")),
    unknown=("Nur das Jahr der Mitteilung bekannt", with_facts(_RELEASED, release_reported_on="2026")),
)
LIFT = norm(
    "FamFG/426/1/1",
    (
        "Ist der Grund weggefallen, ist die Anordnung aufzuheben.",
        "When the ground has gone the order is to be lifted.",
    ),
    Modality.MUST,
    all_of(not_(use(CUSTODY_ENDED)), assessment("custody_grounds_gone")),
    effect=(
        "Das Gericht hebt von Amts wegen auf; die Behörde teilt den Wegfall mit und vollzieht nicht weiter.",
        "The court lifts of its own motion; the authority reports it and does not go on.",
    ),
    decider=COURT,
    yes=("Grund entfallen", with_facts(DETAINED, custody_grounds_gone="yes")),
    no=("Grund besteht fort", DETAINED),
    unknown=("Nicht beurteilt", with_facts(DETAINED, custody_grounds_gone=None)),
)
EXECUTION_SUSPENDED = norm(
    "FamFG/424/1/1",
    (
        "Ist der Vollzug ausgesetzt, wird die Haft nicht vollzogen.",
        "When execution is suspended custody is not served.",
    ),
    Modality.MUST,
    all_of(not_(use(CUSTODY_ENDED)), is_in("custody_order_state", "suspended")),
    effect=_OUT,
    yes=("Vollzug ausgesetzt", with_facts(DETAINED, custody_order_state="suspended")),
    no=("Anordnung wirkt", DETAINED),
    unknown=("Wirkung offen", with_facts(DETAINED, custody_order_state=None)),
)
ORDER_LIFTED = norm(
    "FamFG/426/2/2",
    ("Eine aufgehobene Anordnung trägt keine Haft.", "An order that was lifted carries no custody."),
    Modality.MUST,
    all_of(not_(use(CUSTODY_ENDED)), is_in("custody_order_state", "lifted")),
    effect=_OUT,
    yes=("Anordnung aufgehoben", with_facts(DETAINED, custody_order_state="lifted")),
    no=("Anordnung wirkt", DETAINED),
    unknown=("Wirkung offen", with_facts(DETAINED, custody_order_state=None)),
)
PARTICIPANTS_APPLY = norm(
    "FamFG/426/2/1",
    ("Die Beteiligten können die Aufhebung beantragen.", "The participants can apply to have it lifted."),
    Modality.MAY,
    all_of(not_(use(CUSTODY_ENDED)), use(ORDER_COVERS)),
    effect=("Das Gericht entscheidet durch Beschluss.", "The court decides by order."),
    decider=COURT,
    yes=("In Haft mit Anordnung", DETAINED),
    no=("Nicht in Haft", with_facts(DETAINED, custody_kind="none")),
    unknown=("Letzter Tag der Anordnung unbekannt", with_facts(DETAINED, custody_order_until=None)),
)

NORMS = (
    EXECUTION_SUSPENDED,
    ORDER_RUN_OUT,
    REPORT_RELEASE,
    LIFT,
    PARTICIPANTS_APPLY,
    ORDER_LIFTED,
    JUDGE_WITHOUT_DELAY,
    RELEASE_GENERAL,
    MEASURE_CONTESTED,
    RELEASE_ASYLUM,
    RELEASE_BORDER_RETURN,
    RELEASE_SCREENING,
)
RELEASING = (
    EXECUTION_SUSPENDED,
    ORDER_RUN_OUT,
    ORDER_LIFTED,
    RELEASE_GENERAL,
    RELEASE_ASYLUM,
    RELEASE_BORDER_RETURN,
    RELEASE_SCREENING,
)
"""Norms whose yes means that the person is to be released."""
