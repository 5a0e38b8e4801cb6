"""Residence Act §§ 60a (1), (5b), (6), 104 (18): the length of a general stop, permission to work while tolerated, and what bars it."""

from datetime import date

from augenmass.law.language import (
    TODAY,
    Condition,
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
    use,
)
from augenmass.law.norm import Modality, Norm
from augenmass.law.norms import definitions as d
from augenmass.law.norms.prospects.parts import REMEDY, steps_before
from augenmass.law.norms.residence_act.suspension import LAND_MINISTRY
from augenmass.law.norms.specimens import SUSPENDED, with_facts
from augenmass.law.norms.writing import norm

NO_BAR = {
    "came_for_benefits": "no",
    "removal_fails_by_own_fault": "no",
    "suspended_by_own_deception": "no",
    "safe_origin_ground": "no",
    "fitness_examination_arranged": "no",
    "return_support_applied": "no",
    "transport_booking_started": "no",
    "comparable_steps_started": "no",
    "responsibility_procedure_started": "no",
}
WORKER = with_facts(SUSPENDED, employment_agency_agrees="yes", **NO_BAR)
"""Tolerated, the employment agency agrees, nothing bars work."""
_STOP = {"land_removal_stop": "yes", "land_stop_from": "2026-07-01", "land_stop_until": "2026-09-30"}
_SAFE = {
    "safe_origin_ground": "yes",
    "asylum_refused_withdrawn_or_none": "yes",
    "asylum_withdrawal_harmless": "no",
    "safe_origin_old_case": "no",
}

STOP_WITHIN_LIMIT = norm(
    "AufenthG/60a/1/1",
    (
        "Die Anordnung des Landes hält sich in drei Monaten.",
        "The order of the Land stays within three months.",
    ),
    Modality.STATE,
    all_of(
        fact("land_removal_stop"),
        day("land_stop_until").before(day("land_stop_from") + months(3)),
    ),
    effect=(
        "Die oberste Landesbehörde kann die Abschiebung für eine Gruppe für höchstens drei Monate aussetzen.",
        "The supreme Land authority can suspend removal of a group for three months at most.",
    ),
    decider=LAND_MINISTRY,
    yes=("Juli bis September", _STOP),
    no=("Juli bis Dezember", {**_STOP, "land_stop_until": "2026-12-31"}),
    unknown=("Ende nicht erfasst", {"land_removal_stop": "yes", "land_stop_from": "2026-07-01"}),
)
STOP_TOO_LONG = norm(
    "AufenthG/60a/1/2",
    (
        "Für mehr als sechs Monate gilt das Verfahren der Aufenthaltsgewährung.",
        "Beyond six months the procedure for granting residence applies.",
    ),
    Modality.STATE,
    day("land_stop_until").not_before(day("land_stop_from") + months(6)),
    effect=(
        "Nötig ist eine Anordnung nach § 23 Abs. 1 im Einvernehmen mit dem Bundesministerium.",
        "An order under section 23 (1) in agreement with the Federal Ministry is needed.",
    ),
    decider=LAND_MINISTRY,
    yes=("Ein Jahr ausgesetzt", {**_STOP, "land_stop_until": "2027-06-30"}),
    no=("Juli bis September", _STOP),
    unknown=("Ende nicht erfasst", {"land_stop_from": "2026-07-01"}),
)
CAME_FOR_BENEFITS = norm(
    "AufenthG/60a/6/1/1",
    ("Wer kam, um Leistungen zu erlangen, darf nicht arbeiten.", "Whoever came to obtain benefits may not work."),
    Modality.FORBIDDEN,
    assessment("came_for_benefits"),
    effect=("Mit Duldung darf die Arbeit nicht erlaubt werden.", "With a suspension, work must not be permitted."),
    remedy=REMEDY,
    yes=("So gewürdigt", {"came_for_benefits": "yes"}),
    no=("Anders gewürdigt", {"came_for_benefits": "no"}),
    unknown=("Nicht gewürdigt", {}),
)
OWN_FAULT = norm(
    "AufenthG/60a/6/1/2",
    (
        "Wer das Scheitern der Abschiebung selbst zu vertreten hat, darf nicht arbeiten.",
        "Whoever answers for the failure of removal may not work.",
    ),
    Modality.FORBIDDEN,
    any_of(
        assessment("removal_fails_by_own_fault"),
        assessment("suspended_by_own_deception", cite="AufenthG/60a/6/2"),
    ),
    effect=(
        "Die Ursache muss heute bestehen und im Verhalten der Person liegen.",
        "The cause must exist today and lie in the person's conduct.",
    ),
    remedy=REMEDY,
    yes=("Mitwirkung verweigert", {"removal_fails_by_own_fault": "yes"}),
    no=("Nichts zu vertreten", {"removal_fails_by_own_fault": "no", "suspended_by_own_deception": "no"}),
    unknown=("Nicht beurteilt", {}),
)


def _safe_origin(version: str, since: date | None, until: date | None, on: date) -> Norm:
    return norm(
        f"AufenthG/60a/6/1/3{version}",
        (
            "Nach erfolglosem Asylantrag aus einem gesetzlich sicheren Staat darf nicht gearbeitet werden.",
            "After an unsuccessful asylum application from a state determined safe, work is not allowed.",
        ),
        Modality.FORBIDDEN,
        all_of(
            fact("safe_origin_ground"),
            fact("asylum_refused_withdrawn_or_none"),
            not_(fact("asylum_withdrawal_harmless", cite=f"AufenthG/60a/6/3{version}")),
            not_(fact("safe_origin_old_case", cite="AufenthG/104/18")),
        ),
        effect=(
            "Die Liste der Staaten und die Auskunft, die eine Rücknahme unschädlich macht, folgen dem Text des Tages.",
            "The list of states and the information that makes a withdrawal harmless follow the text of the day.",
        ),
        remedy=REMEDY,
        since=since,
        until=until,
        on=on,
        yes=("Antrag abgelehnt", _SAFE),
        no=("Altfall", {**_SAFE, "safe_origin_old_case": "yes"}),
        unknown=("Altfall nicht geprüft", {k: v for k, v in _SAFE.items() if k != "safe_origin_old_case"}),
    )


SAFE_ORIGIN = (
    _safe_origin("", date(2026, 7, 29), None, date(2026, 8, 20)),
    _safe_origin("@2026-06-12", date(2026, 6, 12), date(2026, 7, 28), date(2026, 7, 1)),
    _safe_origin("@2026-05-04", None, date(2026, 6, 11), date(2026, 5, 20)),
)
PROTECTED_MAY_WORK = norm(
    "AufenthG/60a/6/4",
    ("Anerkannten ist die Erwerbstätigkeit erlaubt.", "Those recognised are permitted to work."),
    Modality.STATE,
    is_in("protection_status", "asylum", "foreign_refugee", "subsidiary"),
    effect=("Die Verbote gelten für sie nicht.", "The bans do not apply to them."),
    yes=("Asylberechtigt", {"protection_status": "asylum"}),
    no=("Kein Schutzstatus", {"protection_status": "none"}),
    unknown=("Schutzstatus offen", {}),
)
WORK_BARRED = Definition(
    "work_barred",
    "Ein gesetzliches Verbot steht der Arbeit entgegen.",
    "A statutory ban stands against work.",
    all_of(
        any_of(use(CAME_FOR_BENEFITS), use(OWN_FAULT), *(use(one) for one in SAFE_ORIGIN)),
        not_(use(PROTECTED_MAY_WORK)),
    ),
    "AufenthG/60a/6/1",
)
ALREADY_STEPS: Condition = steps_before("work_permission_applied_on")


def _steps_bar_work(version: str, since: date | None, until: date | None, on: date) -> Norm:
    begun = with_facts(WORKER, fitness_examination_arranged="yes", steps_connected="yes")
    return norm(
        f"AufenthG/60a/5b/2{version}",
        (
            "Konkrete Maßnahmen vor dem Antrag nehmen den Regelanspruch auf Arbeit.",
            "Concrete steps before the application take away the claim to work as a rule.",
        ),
        Modality.STATE,
        ALREADY_STEPS,
        effect=(
            "Auch ein Antrag auf Förderung der Ausreise zählt; danach bleibt nur Ermessen.",
            "An application for return support counts too; only discretion is left after it.",
        ),
        since=since,
        until=until,
        on=on,
        yes=("Untersuchung der Reisefähigkeit veranlasst", begun),
        no=("Keine Maßnahme", with_facts(WORKER, steps_connected="no")),
        unknown=("Zusammenhang nicht beurteilt", with_facts(begun, steps_connected=None)),
    )


STEPS_BAR_WORK = (
    _steps_bar_work("", date(2026, 6, 12), None, date(2026, 8, 20)),
    _steps_bar_work("@2026-05-04", None, date(2026, 6, 11), date(2026, 5, 20)),
)
WORK_PERMITTED = norm(
    "AufenthG/60a/5b/1",
    ("Mit Duldung soll die Arbeit erlaubt werden.", "With a suspension work shall be permitted."),
    Modality.SHALL,
    all_of(
        use(d.SUSPENSION_HELD),
        fact("employment_agency_agrees"),
        not_(any_of(*(use(one) for one in STEPS_BAR_WORK))),
        not_(use(WORK_BARRED)),
        not_(is_in("suspension_kind", "identity", cite="AufenthG/60b/5/2")),
    ),
    effect=("Im Regelfall ist die Beschäftigung zu erlauben.", "As a rule the employment is to be permitted."),
    remedy=REMEDY,
    yes=("Arbeitsagentur stimmt zu, nichts steht entgegen", WORKER),
    no=("Leistungsbezug war der Grund der Einreise", with_facts(WORKER, came_for_benefits="yes")),
    unknown=("Arbeitsagentur noch nicht beteiligt", with_facts(WORKER, employment_agency_agrees=None)),
)
BANNED_FROM_WORK = Definition(
    "work_forbidden_now",
    "Wer geduldet wird, darf heute nicht arbeiten.",
    "The tolerated person may not work today.",
    all_of(
        use(d.SUSPENSION_HELD),
        any_of(use(WORK_BARRED), is_in("suspension_kind", "identity", cite="AufenthG/60b/5/2")),
    ),
    "AufenthG/60a/6/1",
)
STOP_ENDS = day("land_stop_until")
STOP_RUNS = all_of(established("land_stop_until"), fact("land_removal_stop"), STOP_ENDS.not_before(TODAY))

DEFINITIONS = (WORK_BARRED, BANNED_FROM_WORK)
NORMS = (
    STOP_WITHIN_LIMIT,
    STOP_TOO_LONG,
    WORK_PERMITTED,
    *STEPS_BAR_WORK,
    CAME_FOR_BENEFITS,
    OWN_FAULT,
    *SAFE_ORIGIN,
    PROTECTED_MAY_WORK,
)
"""§ 60a in the order of the statute."""
