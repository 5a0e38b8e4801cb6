"""Residence Act §§ 56, 56a: duties of persons under supervision, and electronic monitoring by court order with its longest time."""

from augenmass.law.language import (
    TODAY,
    Condition,
    all_of,
    any_of,
    assessment,
    day,
    established,
    fact,
    is_in,
    months,
    not_,
    unverified,
    use,
)
from augenmass.law.norm import Modality, Norm
from augenmass.law.norms.residence_act.obligation import ENFORCEABLE
from augenmass.law.norms.specimens import OBLIGED, Facts, with_facts
from augenmass.law.norms.writing import done, norm

COURT = "Amtsgericht"
BY_LAW = ("expulsion_security", "removal_order")
"""Bases on which weekly reporting follows from the statute itself."""
SUPERVISED: Facts = {
    "supervision_basis": "expulsion_security",
    "supervision_reporting_varied": "no",
    "supervision_district_varied": "no",
    "in_custody": "no",
    "contact_ban_ordered": "no",
}
MONITORED: Facts = {
    **SUPERVISED,
    "contact_ban_ordered": "yes",
    "contact_ban_leaves_means": "yes",
    "monitoring_application_on": "2026-06-20",
    "monitoring_application_complete": "yes",
    "monitoring_ordered_on": "2026-07-01",
    "monitoring_until": "2026-09-25",
    "monitoring_grounds_gone": "no",
}
_AT_LIBERTY = not_(fact("in_custody"), cite="AufenthG/56/5/1")
_UNDER: Condition = all_of(established("supervision_basis"), not_(is_in("supervision_basis", "none")))
_ENDED: Condition = all_of(
    done("monitoring_ended_on"),
    day("monitoring_ended_on").not_before(day("monitoring_ordered_on")),
)
_MONITORED: Condition = all_of(day("monitoring_ordered_on").not_after(TODAY), not_(_ENDED))
_REMOVE_TAG = ("Die Überwachung ist zu beenden.", "Monitoring is to be ended.")


def _duty(id: str, words: tuple[str, str], bases: tuple[str, ...], varied: str, effect: tuple[str, str]) -> Norm:
    return norm(
        id,
        words,
        Modality.MUST,
        all_of(is_in("supervision_basis", *bases), not_(fact(varied)), _AT_LIBERTY),
        effect=effect,
        suspensive=False,
        yes=("Grundlage besteht, auf freiem Fuß", SUPERVISED),
        no=("In Haft: Die Pflicht ruht", with_facts(SUPERVISED, in_custody="yes")),
        unknown=("Ob anders bestimmt, ist nicht erfasst", with_facts(SUPERVISED, **{varied: None})),
    )


REPORTING = _duty(
    "AufenthG/56/1/1",
    ("Wöchentliche Meldung bei der Polizei kraft Gesetzes.", "Weekly reporting to the police by law."),
    BY_LAW,
    "supervision_reporting_varied",
    ("Die Meldepflicht besteht, soweit nichts anderes bestimmt ist.", "Reporting is due unless set differently."),
)
DISTRICT = _duty(
    "AufenthG/56/2",
    ("Der Aufenthalt ist auf den Bezirk beschränkt.", "Stay is limited to the district."),
    (*BY_LAW, "ordered_security", "ordered_public_order"),
    "supervision_district_varied",
    ("Die Beschränkung gilt, soweit nichts anderes festgelegt ist.", "The limit holds unless set differently."),
)
REPORTING_ORDER_NEEDS = norm(
    "AufenthG/56/1/2/2",
    (
        "Eine Meldepflicht aus anderen Interessen nur, wenn zur Gefahrenabwehr erforderlich.",
        "Reporting for other interests only where needed against a danger.",
    ),
    Modality.FORBIDDEN,
    all_of(
        is_in("supervision_basis", "ordered_public_order"),
        any_of(not_(use(ENFORCEABLE)), not_(assessment("supervision_needed_against_danger"))),
    ),
    effect=("Die Anordnung trägt nicht.", "The order does not carry."),
    yes=(
        "Nicht erforderlich",
        with_facts(OBLIGED, supervision_basis="ordered_public_order", supervision_needed_against_danger="no"),
    ),
    no=(
        "Erforderlich, Ausreisepflicht vollziehbar",
        with_facts(OBLIGED, supervision_basis="ordered_public_order", supervision_needed_against_danger="yes"),
    ),
    unknown=("Nicht beurteilt", with_facts(OBLIGED, supervision_basis="ordered_public_order")),
)
CONTACT_LIMIT = norm(
    "AufenthG/56/4/1",
    (
        "Ein Kontaktverbot muss notwendig sein und Kommunikationsmittel lassen.",
        "A contact ban must be necessary and leave means of communication.",
    ),
    Modality.FORBIDDEN,
    all_of(fact("contact_ban_ordered"), not_(assessment("contact_ban_leaves_means"))),
    effect=("So darf das Verbot nicht bestehen.", "The ban must not stand like this."),
    yes=("Kein Kommunikationsmittel verbleibt", with_facts(MONITORED, contact_ban_leaves_means="no")),
    no=("Mittel verbleiben, notwendig", MONITORED),
    unknown=("Nicht beurteilt", with_facts(MONITORED, contact_ban_leaves_means=None)),
)
RESTS = norm(
    "AufenthG/56/5/1",
    ("In Haft ruhen die Pflichten der Überwachung.", "In custody the duties of supervision rest."),
    Modality.STATE,
    all_of(_UNDER, fact("in_custody")),
    effect=("Meldung, Beschränkung und Verbote ruhen.", "Reporting, limits and bans rest."),
    yes=("In Haft", with_facts(SUPERVISED, in_custody="yes")),
    no=("Auf freiem Fuß", SUPERVISED),
    unknown=("Nicht erfasst", with_facts(SUPERVISED, in_custody=None)),
)
IMMEDIATE = norm(
    "AufenthG/56/5/2",
    ("Anordnungen der Überwachung sind sofort vollziehbar.", "Orders of supervision are enforceable at once."),
    Modality.STATE,
    is_in("supervision_basis", "ordered_security", "ordered_public_order", "expulsion_offences"),
    effect=("Rechtsbehelfe haben keine aufschiebende Wirkung.", "Remedies have no suspensive effect."),
    suspensive=False,
    yes=("Angeordnet", with_facts(SUPERVISED, supervision_basis="ordered_security")),
    no=("Keine Überwachung", with_facts(SUPERVISED, supervision_basis="none")),
    unknown=("Grundlage nicht erfasst", with_facts(SUPERVISED, supervision_basis=None)),
)
MONITORING_NEEDS_LIMIT = norm(
    "AufenthG/56a/1",
    (
        "Elektronische Überwachung nur, wer räumlich beschränkt ist oder einem Kontaktverbot unterliegt.",
        "Electronic monitoring only of who is limited in movement or under a contact ban.",
    ),
    Modality.FORBIDDEN,
    all_of(_MONITORED, is_in("supervision_basis", "none"), not_(fact("contact_ban_ordered"))),
    effect=("Ohne Beschränkung trägt die Anordnung nicht.", "Without a limit the order does not carry."),
    decider=COURT,
    yes=("Keine Beschränkung mehr", with_facts(MONITORED, supervision_basis="none", contact_ban_ordered="no")),
    no=("Kontaktverbot besteht", MONITORED),
    unknown=("Grundlage nicht erfasst", with_facts(MONITORED, supervision_basis=None, contact_ban_ordered="no")),
)
ORDER_OVER = norm(
    "AufenthG/56a/2/1",
    ("Eine Anordnung reicht höchstens drei Monate.", "One order reaches three months at most."),
    Modality.MUST,
    all_of(
        _MONITORED,
        any_of(
            day("monitoring_until").before(TODAY),
            all_of(
                not_(established("monitoring_extended_on")),
                any_of(
                    (day("monitoring_ordered_on") + months(3)).before(TODAY),
                    unverified((day("monitoring_ordered_on") + months(3)).not_after(TODAY)),
                ),
            ),
        ),
    ),
    effect=_REMOVE_TAG,
    decider=COURT,
    yes=("Im Mai angeordnet, nicht verlängert", with_facts(MONITORED, monitoring_ordered_on="2026-05-10")),
    no=("Am 1. Juli angeordnet", MONITORED),
    unknown=("Letzter Tag nicht erfasst", with_facts(MONITORED, monitoring_until=None)),
)
EXTENSION_OVER = norm(
    "AufenthG/56a/2/2",
    ("Jede Verlängerung reicht höchstens drei Monate.", "Each extension reaches three months at most."),
    Modality.MUST,
    all_of(
        _MONITORED, established("monitoring_extended_on"), (day("monitoring_extended_on") + months(3)).before(TODAY)
    ),
    effect=_REMOVE_TAG,
    decider=COURT,
    yes=(
        "Im April verlängert",
        with_facts(MONITORED, monitoring_ordered_on="2026-01-10", monitoring_extended_on="2026-04-10"),
    ),
    no=(
        "Im Juli verlängert",
        with_facts(MONITORED, monitoring_ordered_on="2026-04-10", monitoring_extended_on="2026-07-10"),
    ),
    unknown=("Nur das Jahr der Verlängerung bekannt", with_facts(MONITORED, monitoring_extended_on="2026")),
)
GROUNDS_GONE = norm(
    "AufenthG/56a/2/3",
    (
        "Entfallen die Voraussetzungen, endet die Überwachung unverzüglich.",
        "When the conditions have gone monitoring ends without delay.",
    ),
    Modality.MUST,
    all_of(_MONITORED, assessment("monitoring_grounds_gone")),
    effect=_REMOVE_TAG,
    yes=("Entfallen", with_facts(MONITORED, monitoring_grounds_gone="yes")),
    no=("Bestehen fort", MONITORED),
    unknown=("Nicht beurteilt", with_facts(MONITORED, monitoring_grounds_gone=None)),
)
APPLICATION_COMPLETE = norm(
    "AufenthG/56a/7",
    (
        "Der Antrag nennt Person, Maßnahme, Beschränkung, Sachverhalt und Gründe.",
        "The application names person, measure, limits, facts and reasons.",
    ),
    Modality.MUST,
    all_of(done("monitoring_application_on"), not_(fact("monitoring_application_complete"))),
    effect=("Der Antrag ist zu ergänzen.", "The application is to be completed."),
    yes=("Unvollständig", with_facts(MONITORED, monitoring_application_complete="no")),
    no=("Vollständig", MONITORED),
    unknown=("Nicht geprüft", with_facts(MONITORED, monitoring_application_complete=None)),
)
MONITORING_RESTS = norm(
    "AufenthG/56a/10",
    ("In Haft ruht die elektronische Überwachung.", "In custody electronic monitoring rests."),
    Modality.STATE,
    all_of(_MONITORED, fact("in_custody")),
    effect=("Die Pflichten der Überwachung ruhen.", "The duties of monitoring rest."),
    yes=("In Haft", with_facts(MONITORED, in_custody="yes")),
    no=("Auf freiem Fuß", MONITORED),
    unknown=("Nicht erfasst", with_facts(MONITORED, in_custody=None)),
)

ENDING = (MONITORING_NEEDS_LIMIT, ORDER_OVER, EXTENSION_OVER, GROUNDS_GONE)
"""Norms whose yes ends electronic monitoring."""
NORMS = (
    REPORTING,
    REPORTING_ORDER_NEEDS,
    DISTRICT,
    CONTACT_LIMIT,
    RESTS,
    IMMEDIATE,
    *ENDING,
    APPLICATION_COMPLETE,
    MONITORING_RESTS,
)
