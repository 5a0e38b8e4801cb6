"""Residence Act §§ 16g, 60c: vocational training, as a permit and as a suspension. Both are written alike in the statute."""

from datetime import date

from augenmass.law.language import (
    Definition,
    all_of,
    any_of,
    assessment,
    day,
    established,
    fact,
    is_in,
    months,
    not_,
    on,
    use,
)
from augenmass.law.norm import Modality, Norm
from augenmass.law.norms.prospects.parts import (
    NO_OBJECTION,
    REMEDY,
    TOLERATED,
    entered,
    held_for,
    identity_known_by,
    steps_before,
)
from augenmass.law.norms.prospects.work import WORK_BARRED
from augenmass.law.norms.specimens import SUSPENDED, with_facts
from augenmass.law.norms.writing import norm

FILED = "training_application_filed_on"
APPLIED = any_of(
    established(FILED), fact("application_60c_pending"), fact("application_16g_pending"), cite="AufenthG/60c/3/1"
)
APPRENTICE = with_facts(
    SUSPENDED,
    training_kind="qualified",
    training_begun_as_asylum_seeker="no",
    training_begins_on="2026-10-01",
    training_contract_recorded="yes",
    training_abuse_manifest="no",
    application_16g_pending="no",
    entered_on="2021-05-03",
    identity_established_on="2021-09-14",
    identity_measures_in_time="no",
    identity_measures_taken="no",
    identity_suspension_times="no",
    came_for_benefits="no",
    removal_fails_by_own_fault="no",
    suspended_by_own_deception="no",
    safe_origin_ground="no",
    security_ground_found="no",
    conviction_above_threshold="no",
    expulsion_or_58a_order="no",
    fitness_examination_arranged="no",
    return_support_applied="no",
    transport_booking_started="no",
    comparable_steps_started="no",
    responsibility_procedure_started="no",
)
"""Tolerated since December, will begin a qualified training in October, identity clarified in time."""
TRAINEE = with_facts(APPRENTICE, suspension_kind="training", training_begins_on="2025-09-01")
PERMIT_HOLDER = with_facts(
    APPRENTICE,
    suspension_kind="none",
    permit_16g="yes",
    title_kind="residence_permit",
    title_valid_until="2028-08-31",
    title_ended_by="none",
)

KIND = Definition(
    "training_counts",
    "Die Ausbildung ist eine, auf die das Gesetz abstellt.",
    "The training is one that the law means.",
    is_in("training_kind", "qualified", "assistant"),
    "AufenthG/60c/1/1",
)
IDENTITY = Definition(
    "training_identity_in_time",
    "Die Identität ist nach der Klasse des Einreisetags rechtzeitig geklärt oder betrieben.",
    "By the class of the day of entry, identity was clarified or pursued in time.",
    any_of(
        all_of(*entered(None, date(2016, 12, 31)), identity_known_by(FILED, APPLIED)),
        all_of(
            *entered(date(2017, 1, 1), date(2019, 12, 31)),
            identity_known_by(FILED, APPLIED),
            day("identity_established_on").not_after(on(date(2020, 6, 30))),
        ),
        all_of(
            *entered(date(2020, 1, 1), None),
            fact("identity_established"),
            day("identity_established_on").not_after(day("entered_on") + months(6)),
        ),
        assessment("identity_measures_in_time"),
    ),
    "AufenthG/60c/2/1/3",
)
BARS = Definition(
    "training_excluded",
    "Ein Ausschlussgrund steht der Ausbildung entgegen.",
    "A ground of exclusion stands against the training.",
    any_of(
        use(WORK_BARRED, cite="AufenthG/60c/2/1/1"),
        fact("security_ground_found", cite="AufenthG/19d/1/1/6"),
        fact("conviction_above_threshold", cite="AufenthG/19d/1/1/7"),
        fact("expulsion_or_58a_order", cite="AufenthG/60c/2/1/4"),
    ),
    "AufenthG/60c/2",
)
CONTINUES = Definition(
    "training_continues_after_asylum",
    "Die Ausbildung begann im Asylverfahren und soll danach fortgesetzt werden.",
    "The training began during the asylum procedure and is to be continued after it.",
    all_of(fact("training_begun_as_asylum_seeker"), not_(fact("asylum_procedure_running"))),
    "AufenthG/60c/1/1/1",
)
BEGINS_IN_TIME = Definition(
    "training_after_three_months",
    "Seit drei Monaten geduldet, Vertrag eingetragen, keine konkrete Maßnahme vor dem Antrag.",
    "Tolerated for three months, contract recorded, no concrete step before the application.",
    all_of(
        use(TOLERATED),
        any_of(
            all_of(APPLIED, held_for("suspension_since", months(3), day(FILED))),
            all_of(not_(APPLIED), held_for("suspension_since", months(3))),
            cite="AufenthG/60c/2/1/2",
        ),
        fact("training_contract_recorded", cite="AufenthG/60c/3/3"),
        not_(steps_before(FILED), cite="AufenthG/60c/2/1/5"),
    ),
    "AufenthG/60c/1/1/2",
)
NR_4_AROSE = any_of(fact("security_ground_found"), fact("conviction_above_threshold"), fact("expulsion_or_58a_order"))


def _claims(paragraph: str, what: tuple[str, str], remedy: str) -> tuple[Norm, ...]:
    unit = f"AufenthG/{paragraph}"
    begun = with_facts(APPRENTICE, training_begun_as_asylum_seeker="yes", suspension_since="2026-07-01")
    late = with_facts(APPRENTICE, identity_established_on="2022-09-14", identity_measures_taken="yes")
    path = any_of(use(CONTINUES), use(BEGINS_IN_TIME))
    return (
        norm(
            f"{unit}/1/1/1",
            (f"{what[0]} nach Ausbildungsbeginn im Asylverfahren.", f"{what[1]} where training began during asylum."),
            Modality.MUST,
            all_of(use(KIND), use(CONTINUES), use(IDENTITY), not_(use(BARS))),
            effect=(f"{what[0]} ist zu erteilen.", f"{what[1]} is to be granted."),
            remedy=remedy,
            yes=("Im Asylverfahren begonnen", begun),
            no=("Keine Ausbildung", with_facts(begun, training_kind="none")),
            unknown=("Registerauszug fehlt", with_facts(begun, conviction_above_threshold=None)),
        ),
        norm(
            f"{unit}/1/1/2",
            (f"{what[0]} nach drei Monaten Duldung.", f"{what[1]} after three months of suspension."),
            Modality.MUST,
            all_of(use(KIND), use(BEGINS_IN_TIME), use(IDENTITY), not_(use(BARS))),
            effect=(
                f"{what[0]} ist zu erteilen, frühestens sechs Monate vor Beginn.",
                f"{what[1]} is to be granted, six months before the training at the earliest.",
            ),
            remedy=remedy,
            yes=("Ausbildung ab Oktober, Identität rechtzeitig geklärt", APPRENTICE),
            no=(
                "Förderung der Ausreise vor dem Antrag beantragt",
                with_facts(APPRENTICE, return_support_applied="yes", steps_connected="yes"),
            ),
            unknown=("Zusammenhang der Maßnahme nicht beurteilt", with_facts(APPRENTICE, return_support_applied="yes")),
        ),
        norm(
            f"{unit}/1/2",
            ("Bei offensichtlichem Missbrauch kann versagt werden.", "With manifest abuse it can be refused."),
            Modality.MAY,
            assessment("training_abuse_manifest"),
            effect=("Nach Ermessen wird versagt.", "By discretion it is refused."),
            remedy=remedy,
            yes=("Missbrauch offensichtlich", {"training_abuse_manifest": "yes"}),
            no=("Kein Missbrauch", {"training_abuse_manifest": "no"}),
            unknown=("Nicht beurteilt", {}),
        ),
        norm(
            f"{unit}/{'7' if paragraph == '60c' else '6'}",
            (
                "Trotz verspäteter Klärung der Identität kann erteilt werden.",
                "It can be granted although identity was clarified late.",
            ),
            Modality.MAY,
            all_of(use(KIND), path, not_(use(BARS)), assessment("identity_measures_taken")),
            effect=(
                "Nach Ermessen, wenn die zumutbaren Schritte ergriffen sind.",
                "By discretion, if reasonable steps are taken.",
            ),
            remedy=remedy,
            yes=("Zu spät geklärt, aber alles getan", late),
            no=("Keine Schritte ergriffen", with_facts(late, identity_measures_taken="no")),
            unknown=("Schritte nicht beurteilt", with_facts(late, identity_measures_taken=None)),
        ),
    )


SUSPENSION_CLAIMS = _claims("60c", ("Die Ausbildungsduldung", "The suspension for training"), NO_OBJECTION)
PERMIT_CLAIMS = _claims("16g", ("Die Aufenthaltserlaubnis", "The permit"), REMEDY)

DEFINITIONS = (KIND, IDENTITY, BARS, CONTINUES, BEGINS_IN_TIME)
NORMS = (*PERMIT_CLAIMS, *SUSPENSION_CLAIMS)
"""Claims in the order of the statute."""
